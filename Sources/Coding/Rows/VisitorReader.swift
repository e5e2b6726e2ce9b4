import Diplomacy
import Language
import Lexicon

/// Who travelled: the persons that the row's sentence begins with, in office on the day.
struct VisitorReader {
    let coding: DocumentCoding
    let fields: VisitFields
    /// The party for which they travel.
    let party: Int
    private var lexicon: Lexicon { coding.lexicon }
    private var day: Day { fields.start }
    private var text: Text { coding.text }

    init(coding: DocumentCoding, fields: VisitFields, party: Int) {
        self.coding = coding
        self.fields = fields
        self.party = party
    }

    /// One figure for every visitor, at least one.
    func visitors() -> [Figure] {
        let tokens = self.tokens()
        if fields.type != nil || fields.table == "inbound-cn" { return [chinese(tokens)] }
        var found = read(tokens)
        // a second name without office is a part of the first one's
        if found.count > 1 { found.removeAll { $0.person == nil && $0.offices.isEmpty } }
        if found.count <= 1, found.first?.person == nil {
            // one visitor whom the lexicon does not know: the cell's own words are surer than a part of them
            var written = asWritten(tokens)
            if let known = found.first, !known.offices.isEmpty { written.offices = known.offices }
            written.standing = found.first?.standing ?? .incumbent
            found = [written]
        }
        for i in found.indices {
            addTitle(&found[i])
            if !isHolder(found[i]) { settle(&found[i]) }
        }
        return found
    }

    /// The tokens of the visitor, and of the office after it, at the start of the sentence.
    private func tokens() -> Range<Int> {
        let length = fields.visitor.utf8.count
        let end = text.tokens.firstIndex { Int($0.start) >= length } ?? text.tokens.count
        return 0..<min(end, Self.mostTokens)
    }

    /// Tokens of a visitor's cell that are looked at.
    private static let mostTokens = 60

    // MARK: - As the coder reads names

    private func read(_ tokens: Range<Int>) -> [Figure] {
        guard let first = text.sentences.first, tokens.upperBound <= first.tokens.upperBound else { return [] }
        let view = SentenceView(
            0, text: text, scan: coding.scan, names: coding.scan.names(in: tokens),
            cues: coding.scan.cues(in: tokens, classes: coding.classes))
        let parser = ActorParser(view: view)
        var cast = Cast(lexicon: lexicon, day: day, houseParty: party)
        var figures: [Figure] = []
        var at = 0
        while at < tokens.upperBound, figures.count < Self.mostVisitors {
            guard let group = parser.group(at: at) else {
                at += 1
                continue
            }
            for var actor in group.actors where actor.tokens.lowerBound < tokens.upperBound {
                guard actor.kind == .person else { continue }
                actor.party = party
                for i in actor.offices.indices { actor.offices[i].settle(for: party) }
                guard var figure = cast.resolve(actor), figure.name != nil else { continue }
                figure.party = party
                check(&figure, actor)
                figures.append(figure)
            }
            at = max(group.tokens.upperBound, at + 1)
        }
        // a name of which only a part was read is better taken as it is written
        return covers(figures, tokens) ? figures : []
    }

    private static let mostVisitors = 6

    /// Takes a person back whom only a family name suggests and who held no office on the day or has another given name; a
    /// table names visitors in office, so a person without a known term on the day is no former one.
    private func check(_ figure: inout Figure, _ actor: Actor) {
        guard let person = figure.person else { return }
        let isInOffice = !lexicon.offices(of: person, on: day).isEmpty
        if actor.familyOnly || isPart(actor), !isInOffice || !agrees(lexicon.person(person).name, actor) {
            figure.person = nil
            figure.name = actor.nameTokens.map { text.phrase($0) } ?? actor.name
            figure.offices = actor.offices.map { .init(office: $0.office, title: $0.title, inText: true) }
            figure.standing = actor.standing
        } else if actor.standing == .incumbent, figure.standing == .former {
            figure.standing = .incumbent
            figure.offices = actor.offices.map { .init(office: $0.office, title: $0.title, inText: true) }
        }
    }

    /// Whether a name begins before the words that were read as one: "B. Johnson" of "Lyndon B. Johnson".
    private func isPart(_ actor: Actor) -> Bool {
        guard let name = actor.nameTokens else { return false }
        let start = actor.offices.map(\.tokens.upperBound).filter { $0 <= name.lowerBound }.max() ?? 0
        return (start..<name.lowerBound).contains { text.tokens[$0].has(.capital) }
    }

    /// Whether the given name that is written could be a person's: a word in common besides the family name, or the first letter.
    private func agrees(_ name: String, _ actor: Actor) -> Bool {
        let written = Figure.folded(Self.plain(fields.visitor))
        let known = Figure.folded(name)
        let given = written.dropFirst(actor.offices.first?.tokens.count ?? 0).dropLast()
        guard let first = given.first, let initial = known.first else { return true }
        return first.first == initial.first || !Set(given).isDisjoint(with: known)
    }

    /// Whether what was read leaves no capital word of the cell aside but those before the first name.
    private func covers(_ figures: [Figure], _ tokens: Range<Int>) -> Bool {
        guard let last = figures.map({ min($0.tokens.upperBound, tokens.upperBound) }).max() else { return false }
        return !(last..<tokens.upperBound).contains { text.tokens[$0].has(.capital) }
    }

    // MARK: - As the table writes them

    /// The cell split by its titles: an office that the lexicon or the table of titles knows, then the name.
    private func asWritten(_ tokens: Range<Int>) -> Figure {
        var start = 0
        var offices: [Figure.Title] = []
        if let match = coding.scan.longest(at: 0, in: tokens, root: .names, allowAnyCase: true),
            match.tokens.upperBound < tokens.upperBound, let office = lexicon.office(of: match, for: party)
        {
            offices = [.init(office: office, title: text.phrase(match.tokens), inText: true)]
            start = match.tokens.upperBound
        } else if let (title, count) = VisitTitles.leading(fields.visitor),
            let office = lexicon.office(code: title.office)?.index, count < tokens.upperBound
        {
            offices = [.init(office: office, title: title.words, inText: true)]
            start = count
        }
        let name = start == 0 ? Self.plain(fields.visitor) : text.phrase(start..<tokens.upperBound)
        return Figure(name: name, party: party, offices: offices, tokens: tokens)
    }

    /// "Henry A. (Heinz Alfred) Kissinger" without what stands in brackets.
    static func plain(_ name: String) -> String {
        var depth = 0
        let kept = name.filter { character in
            if character == "(" { depth += 1 }
            defer { if character == ")" { depth = max(0, depth - 1) } }
            return depth == 0 && character != ")"
        }
        return kept.split(separator: " ").joined(separator: " ")
    }

    // MARK: - In office on the day

    /// Whether a figure is somebody whom the lexicon has on the day in the office that is written, or to whom no office is given.
    private func isHolder(_ figure: Figure) -> Bool {
        guard let person = figure.person else { return false }
        let written = figure.offices.filter(\.inText).map(\.office)
        return written.isEmpty || lexicon.offices(of: person, on: day).contains { written.contains($0.office) }
    }

    /// Finds somebody whom the lexicon has on the day in the office that is written, and who has a word of the name; else, for a
    /// figure that is nobody yet, in one of the offices of travellers, and whose family name is written.
    private func settle(_ figure: inout Figure) {
        let written = Set(Figure.keys(Self.plain(figure.name ?? fields.visitor)))
        for office in figure.offices.map(\.office) {
            for term in lexicon.holders(party: party, office: office, on: day)
            where Figure.folded(lexicon.person(term.person).name).contains(where: {
                $0.utf8.count >= Self.shortestWord && written.contains(Folding.key($0))
            }) {
                take(term, &figure)
                return
            }
        }
        guard figure.person == nil else { return }
        for code in Self.offices {
            guard let office = lexicon.office(code: code)?.index else { continue }
            for term in lexicon.holders(party: party, office: office, on: day) {
                let person = lexicon.person(term.person)
                let family = Figure.keys(person.family.isEmpty ? person.name : person.family)
                guard !family.isEmpty, family.allSatisfy({ written.contains($0) }) else { continue }
                take(term, &figure)
                return
            }
        }
    }

    /// Letters of a word that may tell who somebody is: particles are shorter.
    private static let shortestWord = 4

    /// Offices in which visitors come.
    private static let offices = [
        "head-of-state", "head-of-government", "supreme-leader", "foreign-minister", "crown-prince",
        "deputy-head-of-state",
        "deputy-head-of-government", "party-leader", "organisation-head",
    ]

    private func take(_ term: Lexicon.Term, _ figure: inout Figure) {
        let person = lexicon.person(term.person)
        if let name = figure.name, name != person.name { figure.written = name }
        figure.person = term.person
        figure.name = person.name
        if figure.offices.isEmpty {
            figure.offices = [.init(office: term.office, title: term.title, inText: false)]
        }
    }

    /// The office that the table gives apart from the name.
    private func addTitle(_ figure: inout Figure) {
        guard figure.offices.isEmpty, let title = fields.title else { return }
        let words = title.split(separator: " ").prefix { $0 != "of" || title.hasPrefix("Secretary of State of") }
        let code = title.hasPrefix("Secretary of State") ? "foreign-minister" : "head-of-state"
        guard title.hasPrefix("Secretary of State") || title.hasPrefix("President"),
            let office = lexicon.office(code: code)?.index
        else { return }
        let name = code == "foreign-minister" ? "Secretary of State" : words.joined(separator: " ")
        figure.offices = [.init(office: office, title: name, inText: true)]
    }

    /// A visitor in the Chinese table: the office by its Chinese title, the person by the office on the day where one alone holds
    /// it; the name in Chinese stays beside.
    private func chinese(_ tokens: Range<Int>) -> Figure {
        var figure = Figure(name: fields.visitor, party: party, tokens: tokens)
        guard let title = fields.title, let codes = VisitTitles.chinese[title] else { return figure }
        let isState = lexicon.partyKind(party).isState
        let words = VisitTitles.ofInstitutions[fields.from] ?? codes.words
        for (i, code) in (isState ? codes.offices : ["organisation-head"]).enumerated() {
            guard let office = lexicon.office(code: code)?.index else { continue }
            if i == 0 { figure.offices = [.init(office: office, title: words, inText: true)] }
            guard let term = lexicon.holder(party: party, office: office, on: day, words: words) else { continue }
            figure.person = term.person
            figure.name = lexicon.person(term.person).name
            figure.written = fields.visitor
            figure.byOffice = true
            figure.offices = [.init(office: office, title: term.title, inText: true)]
            break
        }
        return figure
    }
}
