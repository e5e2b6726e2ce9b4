import Diplomacy
import Lexicon

/// How a claim of another source stands to the lexicon.
public struct HolderDifference: Sendable {
    public enum Kind: String, Sendable, CaseIterable {
        /// The lexicon has the person in the office, from the same day as far as both know.
        case same
        /// The lexicon has the person in the office from another day.
        case otherDate = "other-date"
        /// The lexicon knows the person, not in the office.
        case newTerm = "new-term"
        /// The lexicon does not know the person.
        case newPerson = "new-person"
    }

    public var kind: Kind
    public var claim: HolderClaim
    /// The lexicon's key of the person, or the one that the new person would have.
    public var key: String
    /// The dates that the lexicon has, where it has others.
    public var ours: String
    /// Who holds the office in the lexicon on the claim's first day, where somebody else does.
    public var holder: String

    /// The row of a persons table that says what the claim says.
    public func row(source: String) -> String {
        let standing = claim.standing == .incumbent ? "" : claim.standing.rawValue
        return [
            key, claim.name, "", claim.party, claim.office, claim.title, claim.from, claim.to, standing, source,
        ].map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }.joined(separator: "\t")
    }
}

extension HolderReader {
    /// Compares claims with the lexicon, one by one.
    public func differences(_ claims: [HolderClaim]) -> [HolderDifference] { claims.map(difference) }

    private func difference(_ claim: HolderClaim) -> HolderDifference {
        var found = HolderDifference(kind: .newPerson, claim: claim, key: Self.key(claim.name), ours: "", holder: "")
        let party = lexicon.party(code: claim.party)?.index
        let office = lexicon.office(code: claim.office)?.index
        let persons = reading(claim.name).namedActor()?.candidates ?? []
        let known = persons.first { person in lexicon.terms(of: person).contains { lexicon.term($0).party == party } }
        if let known {
            found.key = lexicon.person(known).key
            found.claim.name = lexicon.person(known).name
            let terms = lexicon.terms(of: known).map { lexicon.term($0) }
                .filter { $0.party == party && $0.office == office }
            let start = Self.interval(claim.from)
            let fitting = terms.first { term in
                guard let start, let began = term.span.began else { return true }
                return began.start <= start.last && start.first <= began.end
            }
            found.kind = fitting != nil ? .same : terms.isEmpty ? .newTerm : .otherDate
            if fitting == nil, let nearest = terms.last {
                found.ours = "\(nearest.span.began?.iso ?? "?") to \(nearest.span.ended?.iso ?? "now")"
            }
        }
        if found.kind != .same, let party, let office, let day = Self.interval(claim.from)?.last,
            let holder = lexicon.holders(party: party, office: office, on: day + 1).first, holder.person != known
        {
            found.holder = lexicon.person(holder.person).name
        }
        return found
    }

    private static func interval(_ text: String) -> (first: Day, last: Day)? {
        guard !text.isEmpty else { return nil }
        return Lexicon.interval(text)
    }

    /// `family-given`, of the last word and those before it.
    static func key(_ name: String) -> String {
        let words = Figure.folded(name)
        guard let family = words.last else { return "" }
        return ([family] + words.dropLast()).joined(separator: "-")
    }
}
