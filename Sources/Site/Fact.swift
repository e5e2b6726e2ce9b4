import Diplomacy
import Register
import Wording

/// A fact of an encounter's page: how it is told, which reports tell it so, and by which words.
enum Fact: String, CaseIterable {
    case who = "Who"
    case when = "When"
    case place = "Where"
    case how = "How"
    case issues = "About"
    case outcome = "Outcome"
    case series = "Series"

    /// The one that a dispute is about.
    init(_ field: DisputeField) {
        switch field {
        case .date: self = .when
        case .place: self = .place
        case .participants: self = .who
        case .outcome: self = .outcome
        case .issues: self = .issues
        case .status, .kind, .other: self = .how
        }
    }

    /// The field whose reason it shows.
    var field: String {
        switch self {
        case .who: "participants"
        case .when: "date"
        case .place: "place"
        case .how: "status"
        case .issues: "issues"
        case .outcome: "outcome"
        case .series: "series"
        }
    }

    /// The fact in words; empty where it is not told.
    func words(_ encounter: RegisteredEncounter, _ names: Names) -> String {
        switch self {
        case .who:
            let headline = Headline(encounter: Encounter(encounter), partyName: names.party)
            return encounter.participants.prefix(20).map { person in
                let role =
                    person.role.map {
                        [.participant, .host, .guest].contains($0) ? "" : ", \(Phrases.words($0.rawValue))"
                    } ?? ""
                return headline.person(person, style: .plain).map(\.text).joined() + role
            }.joined(separator: "; ")
                + (encounter.participants.count > 20 ? " and \(encounter.participants.count - 20) others" : "")
        case .when: return encounter.date.map(Phrases.date) ?? "not told"
        case .place: return encounter.place.flatMap { Phrases.place($0, partyName: names.party) } ?? "not told"
        case .how:
            return [
                Phrases.status(encounter.status), Phrases.words(encounter.kind.rawValue),
                Phrases.medium(encounter.medium), Phrases.format(encounter.format), encounter.level.map(Phrases.level),
            ].compactMap { $0 }.joined(separator: " · ")
        case .issues:
            return encounter.issues.map { issue in
                let by = issue.raisedBy.map(names.party)
                return Issue.words(issue.code) + (by.isEmpty ? "" : " (raised by \(Phrases.list(by)))")
            }.joined(separator: ", ")
        case .outcome:
            return ([encounter.outcome] + encounter.outcomes.dropFirst()).map { outcome in
                let by = (outcome.by ?? []).map(names.party)
                let next = [outcome.next?.date.map(Phrases.date), outcome.next?.place].compactMap { $0 }
                return Phrases.outcome(outcome.kind) + (by.isEmpty ? "" : ", by \(Phrases.list(by))")
                    + (next.isEmpty ? "" : "; next: \(next.joined(separator: ", "))")
            }.joined(separator: "; ")
        case .series:
            return encounter.series.map { series in
                (series.round.map { "\(Phrases.ordinal($0)) round of the " } ?? "") + series.name
            } ?? ""
        }
    }

    /// Whether a report tells the fact as the record has it.
    func isTold(by claim: Encounter, as encounter: RegisteredEncounter) -> Bool {
        switch self {
        case .who:
            let names = Set(encounter.participants.compactMap { $0.person ?? $0.party })
            return claim.participants.contains { names.contains($0.person ?? $0.party ?? "") }
        case .when:
            guard let own = claim.date, let date = encounter.date else { return false }
            return own.overlaps(date)
        case .place:
            guard let own = claim.place, let place = encounter.place else { return false }
            return own.name.map { $0 == place.name } ?? (own.country != nil && own.country == place.country)
        case .how: return claim.status == encounter.status
        case .issues:
            let codes = Set(encounter.issues.map(\.code))
            return claim.issues.contains { codes.contains($0.code) }
        case .outcome:
            return ![.notStated, .notApplicable].contains(claim.outcome.kind)
                && claim.outcome.kind == encounter.outcome.kind
        case .series: return claim.series != nil
        }
    }

    /// The words on which a report's fact rests; those of the encounter itself where the fact has none of its own.
    func span(_ claim: Encounter) -> Span? {
        func dated(_ evidence: Evidence) -> Bool {
            ["date", "time", "when"].contains { evidence.rule.hasPrefix($0 + ".") }
        }
        let whole = (claim.evidence.first { !dated($0) } ?? claim.evidence.first)?.span
        let own: Span? =
            switch self {
            case .who: claim.participants.compactMap(\.span).first
            case .when: claim.evidence.first(where: dated)?.span
            case .place: claim.place?.span
            case .how, .series: nil
            case .issues: claim.issues.first?.span
            case .outcome: claim.outcome.span
            }
        return own ?? whole
    }
}
