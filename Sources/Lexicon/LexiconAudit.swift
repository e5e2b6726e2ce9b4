public import Diplomacy

/// What a look at the tables finds that is no mistake of form: it may be right, and somebody should know.
public struct LexiconFinding: Sendable {
    public enum Kind: String, Sendable, CaseIterable {
        /// One person's office given twice for one time.
        case duplicateTerm = "duplicate-term"
        /// Two persons under one key, or one under two: names that differ in all words, or agree in all within one party.
        case personKey = "person-key"
        /// A term that is too long to be one, or begins in the future.
        case impossibleDate = "impossible-date"
        /// Something that nothing speaks of: a party without a wording, an office without a holder, an instrument
        /// without an event, a series without a round, a source that no row names.
        case orphan
        /// A full name of several persons, a wording of several parties.
        case ambiguousName = "ambiguous-name"
        /// A gap between two terms of an office of one holder, in days.
        case gap
    }

    public var kind: Kind
    public var message: String
    public var origin: Lexicon.Origin
}

extension LexiconBuilder {
    /// Findings over the tables just compiled, by kind and place. Offices that begin after `today` are impossible.
    public func findings(today: Day) -> [LexiconFinding] {
        var found =
            duplicateTerms() + personKeys() + impossibleDates(today: today) + orphans() + ambiguousNames() + gaps()
        found.sort { a, b in
            (a.kind.rawValue, a.origin.table, a.origin.line) < (b.kind.rawValue, b.origin.table, b.origin.line)
        }
        return found
    }

    private func origin(_ packed: UInt32) -> Lexicon.Origin {
        Lexicon.Origin(table: model.files[Int(packed >> 24)], line: Int(packed & 0xFF_FFFF))
    }

    private func place(_ packed: UInt32) -> String {
        let origin = origin(packed)
        return "\(origin.table):\(origin.line)"
    }

    private func named(_ term: LexiconModel.Term) -> String {
        "\(model.persons[term.person].name), \(model.parties[term.party].code) \(term.title)"
    }

    private func duplicateTerms() -> [LexiconFinding] {
        model.persons.flatMap { person in
            person.terms.indices.flatMap { i in
                person.terms[..<i].compactMap { earlier -> LexiconFinding? in
                    let (a, b) = (model.terms[earlier], model.terms[person.terms[i]])
                    guard a.party == b.party, a.office == b.office, a.title == b.title, a.span.surelyOverlaps(b.span)
                    else {
                        return nil
                    }
                    return LexiconFinding(
                        kind: .duplicateTerm, message: "\(named(b)): also in \(place(a.origin))",
                        origin: origin(b.origin))
                }
            }
        }
    }

    private func personKeys() -> [LexiconFinding] {
        var byName: [String: Int] = [:]
        var found: [LexiconFinding] = []
        for (index, person) in model.persons.enumerated() {
            guard let first = person.terms.first else { continue }
            let own = Set(split(person.name).map(\.key))
            let other = person.terms.first {
                own.isDisjoint(with: split(Wording.family(termRows[$0][1]).name).map(\.key))
            }
            if let other {
                found.append(
                    LexiconFinding(
                        kind: .personKey,
                        message: "\(person.key) is \(person.name) and \(termRows[other][1]): part them",
                        origin: origin(model.terms[other].origin)))
            }
            let words = split(person.name).map(\.key).sorted().map { String($0, radix: 36) }.joined(separator: " ")
            let key = "\(model.terms[first].party) \(words)"
            if let other = byName[key] {
                found.append(
                    LexiconFinding(
                        kind: .personKey,
                        message: "\(person.key) and \(model.persons[other].key) have one name in one party: join them",
                        origin: origin(model.terms[first].origin)))
            } else {
                byName[key] = index
            }
        }
        return found
    }

    private func impossibleDates(today: Day) -> [LexiconFinding] {
        model.terms.compactMap { term in
            let (from, to) = (term.span.from, term.span.to)
            if from.first != .min, Int(from.first) > today.number + 366 {
                return LexiconFinding(
                    kind: .impossibleDate, message: "\(named(term)) begins more than a year from now",
                    origin: origin(term.origin))
            }
            let end = to.first == .max ? today.number : Int(to.first)
            guard from.last != .min, end - Int(from.last) > 62 * 365 else { return nil }
            return LexiconFinding(
                kind: .impossibleDate, message: "\(named(term)) lasts more than 62 years", origin: origin(term.origin))
        }
    }

    private func orphans() -> [LexiconFinding] {
        var found: [LexiconFinding] = []
        func orphan(_ message: String, _ packed: UInt32) {
            found.append(LexiconFinding(kind: .orphan, message: message, origin: origin(packed)))
        }
        let named = Set(model.nodes.flatMap { $0 }.filter { $0.kind == .party }.map(\.index))
        for (i, party) in model.parties.enumerated() where !named.contains(UInt32(i)) {
            orphan("\(party.code) \(party.name) has no wording in party-names.tsv", party.origin)
        }
        let held = Set(model.terms.map(\.office))
        for (i, office) in model.offices.enumerated() where !held.contains(i) {
            orphan("\(office.code) is held by nobody", office.origin)
        }
        let moved = Set(model.instrumentEvents.map(\.instrument))
        for (i, instrument) in model.instruments.enumerated() where !moved.contains(i) {
            orphan("\(instrument.code) has no event in instrument-events.tsv", instrument.origin)
        }
        let met = Set(model.rounds.map(\.series))
        for (i, series) in model.series.enumerated() where !met.contains(i) {
            orphan("\(series.code) has no round in series-rounds.tsv", series.origin)
        }
        for (file, unused) in unusedSources.sorted(by: { $0.key < $1.key }) {
            for key in unused.sorted() {
                orphan("the source \(key) is named by no row", LexiconModel.origin(file: file, line: 1))
            }
        }
        return found
    }

    private func ambiguousNames() -> [LexiconFinding] {
        model.nodes.flatMap { node -> [LexiconFinding] in
            let persons = node.filter { $0.kind == .person && $0.flags & 2 == 0 }
            let parties = node.filter { $0.kind == .party }
            var found: [LexiconFinding] = []
            if Set(persons.map(\.index)).count > 1 {
                let names = persons.map { "\(model.persons[Int($0.index)].key)" }
                found.append(
                    LexiconFinding(
                        kind: .ambiguousName, message: "one full name of \(names.joined(separator: ", "))",
                        origin: origin(persons[0].origin)))
            }
            if Set(parties.map(\.index)).count > 1 {
                let codes = Set(parties.map { model.parties[Int($0.index)].code }).sorted()
                found.append(
                    LexiconFinding(
                        kind: .ambiguousName, message: "one wording of \(codes.joined(separator: ", "))",
                        origin: origin(parties[0].origin)))
            }
            return found
        }
    }

    /// Gaps in the offices of foreign ministers and of heads of states and governments, between the first and last terms known.
    private func gaps() -> [LexiconFinding] {
        struct Seat: Hashable {
            var party: Int
            var office: Int
        }
        let wanted = Set(["foreign-minister", "head-of-government", "head-of-state"].compactMap { officeIndex[$0] })
        let seats = Dictionary(grouping: model.terms.filter { wanted.contains($0.office) }) {
            Seat(party: $0.party, office: $0.office)
        }
        return seats.values.flatMap { terms -> [LexiconFinding] in
            let order = terms.sorted { $0.span.from.first < $1.span.from.first }
            var last = order[0].span.to.last
            return order.dropFirst().compactMap { term in
                defer { last = max(last, term.span.to.last) }
                guard last < term.span.from.first, term.span.from.first != .min,
                    Int(term.span.from.first) - Int(last) > 92
                else { return nil }
                return LexiconFinding(
                    kind: .gap,
                    message: "\(named(term)): nobody for \(Int(term.span.from.first) - Int(last)) days before",
                    origin: origin(term.origin))
            }
        }
    }
}
