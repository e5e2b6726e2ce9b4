import Diplomacy
import Language
import Lexicon

/// Who takes part, of the cells of a row: parties by name or code, persons and offices by the lexicon on the row's day.
struct DeskSides {
    /// Somebody who takes part, and the words of the row that say so.
    struct Member {
        var figure: Figure
        var words: String?
        /// The office as the row has it, where the lexicon has none of that wording.
        var office: String?
    }

    let coder: Coder
    let day: Day
    private(set) var members: [Member] = []
    /// Persons of whom no party is known.
    private(set) var strangers: [String] = []
    private(set) var diagnostics: [Diagnostic] = []
    private var lexicon: Lexicon { coder.lexicon }

    init(coder: Coder, fields: DeskFields) {
        self.coder = coder
        day = fields.dates.start
        for side in fields.sides { add(side) }
        for name in fields.parties {
            guard let party = party(named: name) else {
                tell(name, "parties")
                continue
            }
            if !members.contains(where: { $0.figure.party == party }) {
                members.append(Member(figure: Figure(party: party, tokens: 0..<0), words: name))
            }
        }
        for person in fields.persons { add(person) }
        seat()
        if fields.isCut {
            diagnostics.append(
                Diagnostic(
                    code: "list-cut", severity: .warning,
                    message: "A list of the row has more than \(DeskFields.longestList) values; the rest was not read.")
            )
        }
    }

    /// Each party once, in order.
    var parties: [Int] {
        members.compactMap(\.figure.party).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }

    private mutating func tell(_ name: String, _ field: String) {
        diagnostics.append(
            Diagnostic(
                code: "no-party", severity: .warning,
                message: "The row's \"\(name.prefix(80))\" (\(field)) is no party that the lexicon knows."))
    }

    // MARK: - Parties

    /// A party by its code, by a name as tables write it, or by a phrase that speaks of it.
    func party(named name: String) -> Int? {
        if (2...8).contains(name.utf8.count), name == name.uppercased(), let known = lexicon.party(code: name) {
            return known.index
        }
        if let party = VisitParties(lexicon: lexicon).party(named: name, on: day) { return party }
        if let code = StateNames.code(name) { return lexicon.party(code: code)?.index }
        let candidate = WhoReader(coder).candidates(for: name, on: day).first { $0.score >= Self.sure }
        guard let code = candidate.flatMap({ $0.group ?? $0.party }) else { return nil }
        return lexicon.party(code: code)?.index
    }

    /// How sure a phrase has to be read as a party's.
    private static let sure = 0.5

    /// Adds a party without a person.
    mutating func add(_ party: Int, words: String?) {
        members.append(Member(figure: Figure(party: party, tokens: 0..<0), words: words))
    }

    // MARK: - Sides

    private mutating func add(_ side: DeskFields.Side) {
        var party = side.party.flatMap { self.party(named: $0) }
        if let name = side.party, party == nil { tell(name, "party") }
        if party == nil, side.party == nil, let person = side.person {
            // a person alone: of the party whose office they hold
            party = holder(person, side.office)
        }
        guard let party else {
            if let person = side.person { strangers.append(person) }
            return
        }
        guard side.person != nil || side.office != nil else {
            members.append(Member(figure: Figure(party: party, tokens: 0..<0), words: side.party))
            return
        }
        members.append(member(side.person, side.office, party))
    }

    /// The party of somebody whom the lexicon knows and who holds an office on the day.
    private func holder(_ person: String, _ office: String?) -> Int? {
        let reader = DeskPersons(coder: coder, day: day)
        guard let figure = reader.figure(office.map { "\($0) \(person)" } ?? person, name: person, party: nil) else {
            return nil
        }
        return figure.person == nil ? nil : figure.party
    }

    private mutating func member(_ person: String?, _ office: String?, _ party: Int) -> Member {
        let reader = DeskPersons(coder: coder, day: day)
        let known = office.flatMap { reader.office($0, party: party) }
        var figure: Figure
        if let person {
            let phrases = office.map { ["\($0) \(person)", person] } ?? [person]
            figure =
                phrases.lazy.compactMap { reader.figure($0, name: person, party: party) }.first
                ?? Figure(name: person, party: party, tokens: 0..<0)
            if let known {
                figure.offices.removeAll { !$0.inText || $0.office == known.office }
                figure.offices.insert(known, at: 0)
            }
        } else {
            figure = Figure(party: party, offices: known.map { [$0] } ?? [], tokens: 0..<0)
            if let known, let term = lexicon.holder(party: party, office: known.office, on: day, words: known.title) {
                figure.person = term.person
                figure.name = lexicon.person(term.person).name
                figure.byOffice = true
            }
        }
        if office != nil, known == nil {
            diagnostics.append(
                Diagnostic(
                    code: "office-not-known",
                    message:
                        "The row's \"\((office ?? "").prefix(80))\" is no office that the lexicon knows; it stands as written."
                ))
        }
        return Member(figure: figure, words: person ?? office, office: known == nil ? office : nil)
    }

    // MARK: - Persons of whatever party

    private mutating func add(_ person: String) {
        let reader = DeskPersons(coder: coder, day: day)
        let parties = parties
        let readings = parties.compactMap { reader.figure(person, name: person, party: $0) }
        // in office on the day before others
        let best = readings.first { figure in
            figure.person.map { lexicon.offices(of: $0, on: day).contains { $0.party == figure.party } } ?? false
        }
        if let figure = best ?? readings.first {
            place(Member(figure: figure, words: person))
        } else if parties.isEmpty, let party = holder(person, nil) {
            members.append(member(person, nil, party))
        } else {
            strangers.append(person)
        }
    }

    /// Puts a person in the place of the party alone.
    private mutating func place(_ member: Member) {
        if let i = members.firstIndex(where: { $0.figure.party == member.figure.party && $0.figure.name == nil }) {
            members[i] = member
        } else if let i = members.lastIndex(where: { $0.figure.party == member.figure.party }) {
            members.insert(member, at: i + 1)
        } else {
            members.append(member)
        }
    }

    /// Persons whom nobody knows are of the parties without a person, where there is one for each; else of none that is told.
    private mutating func seat() {
        guard !strangers.isEmpty else { return }
        let free = members.indices.filter { members[$0].figure.name == nil && members[$0].office == nil }
        if free.count == strangers.count {
            for (i, person) in zip(free, strangers) {
                members[i] = Member(
                    figure: Figure(name: person, party: members[i].figure.party, tokens: 0..<0), words: person)
            }
            strangers = []
            return
        }
        diagnostics.append(
            Diagnostic(
                code: "person-without-party", severity: .warning,
                message:
                    "For whom \(strangers.prefix(3).joined(separator: ", ")) took part is not told; give person_a and person_b."
            ))
    }
}

extension WhoReader {
    /// A reader with the lexicon and the cues of a coder, which are there already.
    init(_ coder: Coder) {
        lexicon = coder.lexicon
        classes = coder.classes
    }
}
