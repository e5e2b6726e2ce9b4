import Diplomacy
import Language
import Lexicon

/// Reads the name of a person in a cell as names are read in news, for a party and a day.
struct DeskPersons {
    let coder: Coder
    let day: Day
    private var lexicon: Lexicon { coder.lexicon }

    /// The person of the lexicon whom a phrase names; `nil` where it is none, or none of the party's.
    ///
    /// - Parameters:
    ///   - phrase: the name, with the office before it where there is one.
    ///   - name: the name alone, as the row has it.
    func figure(_ phrase: String, name: String, party: Int?) -> Figure? {
        let text = Text(phrase)
        let all = 0..<text.tokens.count
        guard !all.isEmpty, all.count <= Self.longest else { return nil }
        let scan = Scan(text, lexicon: lexicon)
        let view = SentenceView(
            0, range: all, isTitle: false, isHeadline: false, text: text, scan: scan, names: scan.names(in: all),
            cues: scan.cues(in: all, classes: coder.classes))
        guard var actor = actor(view), let tokens = actor.nameTokens, covers(tokens, actor, view) else { return nil }
        if let party {
            actor.party = party
            for i in actor.offices.indices { actor.offices[i].settle(for: party) }
        }
        var cast = Cast(lexicon: lexicon, day: day, houseParty: party)
        guard var figure = cast.resolve(actor), let person = figure.person else { return nil }
        let terms = lexicon.terms(of: person).map { lexicon.term($0) }
        if let party {
            guard terms.contains(where: { $0.party == party || lexicon.party($0.party).home == party }) else {
                return nil
            }
            figure.party = party
        }
        if actor.familyOnly, lexicon.offices(of: person, on: day).isEmpty { return nil }
        figure.tokens = 0..<0
        if let known = figure.name, known != name { figure.written = name }
        return figure
    }

    /// In tokens.
    private static let longest = 60

    private func actor(_ view: SentenceView) -> Actor? {
        let parser = ActorParser(view: view)
        var at = view.range.lowerBound
        while at < view.range.upperBound {
            guard let group = parser.group(at: at) else {
                at += 1
                continue
            }
            if let person = group.actors.first(where: { $0.kind == .person }) { return person }
            at = max(group.tokens.upperBound, at + 1)
        }
        return nil
    }

    /// Whether no capital word but of offices and titles is left aside: "B. Johnson" is not all of "Lyndon B. Johnson".
    private func covers(_ name: Range<Int>, _ actor: Actor, _ view: SentenceView) -> Bool {
        view.range.allSatisfy { token in
            name.contains(token) || !view.isCapital(token) || view.cue(at: token) != nil
                || actor.offices.contains { $0.tokens.contains(token) }
                || view.names.contains { $0.tokens.contains(token) && ($0.has(.office) || $0.has(.party)) }
        }
    }

    /// The office of a wording, with the row's words.
    func office(_ words: String, party: Int) -> Figure.Title? {
        let text = Text(words)
        let all = 0..<text.tokens.count
        guard !all.isEmpty, all.count <= Self.longest else { return nil }
        let scan = Scan(text, lexicon: lexicon)
        for token in all {
            guard let match = scan.longest(at: token, in: all, root: .names, allowAnyCase: true), match.has(.office),
                let office = lexicon.office(of: match, for: party)
            else { continue }
            return Figure.Title(office: office, title: words, inText: true)
        }
        return nil
    }
}

extension Lexicon {
    /// The office that a wording means for a party.
    func office(of match: NameMatch, for party: Int) -> Int? {
        let offices = match.entries.filter { $0.kind == .office }
        return (offices.first { scope($0).contains(party) } ?? offices.first { scope($0).isEmpty })?.index
    }
}
