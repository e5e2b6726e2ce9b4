import Diplomacy

/// Rows of the tables that say who acts: parties, offices, persons, bodies, agents.
extension LexiconBuilder {
    mutating func party(_ at: RowReader) {
        let code = at.string(0)
        if isReplaced("parties", code) { return }
        if partyIndex[code] != nil {
            fail(at, 0, expected: "each code once", "merge the rows")
            return
        }
        guard let kind = value(at, 2, PartyKind.self), let span = span(at, 4, 5) else { return }
        var home: Int?
        if !at[6].isEmpty {
            // the states come before what is within them only by luck: a party may name one that is read later
            home = partyIndex[at.string(6)]
            if home == nil { homes.append((at, model.parties.count)) }
        }
        partyIndex[code] = model.parties.count
        model.parties.append(
            .init(
                code: code, name: at.string(1), kind: kind, sector: at.string(3), span: span, home: home,
                note: at.string(7), origin: at.origin))
    }

    /// Settles the homes that were named before they were read.
    mutating func settleHomes() {
        for (at, party) in homes { model.parties[party].home = partyCode(at, 6) }
        homes = []
    }

    mutating func partyName(_ at: RowReader) {
        guard let party = partyCode(at, 0), let use = value(at, 2, NameUse.self) else { return }
        let wording = at.string(1)
        var entry = LexiconModel.Entry(kind: .party, aux: use.rawValue, index: UInt32(party))
        switch at[3] {
        case "exact": entry.exact = wording
        case "capital": entry.capitals = capitals(wording)
        case "any": break
        default:
            fail(at, 3, expected: "exact, capital or any")
            return
        }
        if use == .capital, model.parties[party].capital.isEmpty { model.parties[party].capital = wording }
        insert(at, 1, wording, root: .names, entry)
    }

    /// Two letters of ISO 3166-1 for formats that want them; checked here, and read from the table itself.
    mutating func countryCode(_ at: RowReader) {
        guard partyCode(at, 0) != nil else { return }
        if at[1].utf8.count != 2 { fail(at, 1, expected: "two letters of ISO 3166-1") }
    }

    mutating func member(_ at: RowReader) {
        guard let organisation = partyCode(at, 0), let member = partyCode(at, 1),
            let status = value(at, 2, MemberStatus.self), let span = span(at, 3, 4)
        else { return }
        model.members.append(
            .init(organisation: organisation, member: member, status: status, span: span, origin: at.origin))
    }

    mutating func office(_ at: RowReader) {
        let code = at.string(0)
        if isReplaced("offices", code) { return }
        if officeIndex[code] != nil {
            fail(at, 0, expected: "each code once", "merge the rows")
            return
        }
        guard let level = Level(rawValue: at.string(2)) else {
            fail(at, 2, expected: "a level of the contract")
            return
        }
        guard let holders = value(at, 4, Holders.self) else { return }
        officeIndex[code] = model.offices.count
        model.offices.append(
            .init(
                code: code, title: at.string(1), level: level, sector: at.string(3), holders: holders, origin: at.origin
            ))
    }

    mutating func officeName(_ at: RowReader) {
        guard let office = officeCode(at, 0) else { return }
        var scope: [Int] = []
        for code in at.list(2) {
            guard let party = partyIndex[code] else {
                errors.append(
                    at.table.error(at.row, 2, "expected party codes of parties.tsv, found \"\(code)\""))
                continue
            }
            scope.append(party)
        }
        var entry = LexiconModel.Entry(kind: .office, index: UInt32(office))
        if !scope.isEmpty {
            model.scopes.append(scope)
            entry.scope = UInt32(model.scopes.count - 1)
        }
        insert(at, 1, at.string(1), root: .names, entry)
        entry.flags = 1
        insert(at, 1, Wording.plural(at.string(1)), root: .names, entry)
    }

    // MARK: - Persons

    mutating func person(_ at: RowReader) {
        guard let party = partyCode(at, 3), let office = officeCode(at, 4), let span = span(at, 6, 7) else { return }
        let standing: Standing
        switch at[8] {
        case "", "joint": standing = .incumbent
        default:
            guard let given = Standing(rawValue: at.string(8)) else {
                fail(at, 8, expected: "incumbent, acting, disputed, joint or nothing")
                return
            }
            standing = given
        }
        let key = at.string(0)
        if !isOverlay, let known = personIndex[key],
            model.persons[known].terms.contains(where: { index in
                let term = model.terms[index]
                return overlayTerms.contains(index) && term.party == party && term.office == office
                    && term.span.mayOverlap(span)
            })
        {
            return
        }
        let (name, family) = Wording.family(at[1])
        let person: Int
        if let known = personIndex[key] {
            person = known
        } else {
            person = model.persons.count
            personIndex[key] = person
            model.persons.append(.init(key: key, name: name, family: family, givenStart: givenStart(name, family)))
        }
        nameEntries(at, 1, name: name, family: family, person: person, single: family == name && Wording.isSingle(name))
        for one in at.list(2) { alias(at, 2, one, person: person) }
        let title = at[5].isEmpty ? model.offices[office].title : at.string(5)
        if isOverlay { overlayTerms.insert(model.terms.count) }
        model.persons[person].terms.append(model.terms.count)
        model.terms.append(
            .init(
                person: person, party: party, office: office, title: title, span: span, standing: standing,
                isJoint: at[8] == "joint", source: at.string(9), origin: at.origin))
        termRows.append(at)
    }

    /// A further spelling of a person's full name.
    mutating func personName(_ at: RowReader) {
        guard let person = personIndex[at.string(0)] else {
            fail(at, 0, expected: "a person of persons/*.tsv", "add the person or mend the key")
            return
        }
        alias(at, 1, at.string(1), person: person)
    }

    private mutating func alias(_ at: RowReader, _ field: Int, _ alias: String, person: Int) {
        let (name, family) = Wording.family(alias[...])
        // "Orban Viktor": the last word of an alias is a family name only where it begins like the known one
        let ordered = Wording.initial(family) == Wording.initial(model.persons[person].family)
        nameEntries(
            at, field, name: name, family: ordered ? family : "", person: person, single: Wording.isSingle(name))
    }

    private func givenStart(_ name: String, _ family: String) -> UInt32 {
        let familyKeys = Set(split(family).map(\.key))
        return split(name).first { !familyKeys.contains($0.key) }?.start ?? 0
    }

    /// Full name, and the family name with and without its particle.
    private mutating func nameEntries(
        _ at: RowReader, _ field: Int, name: String, family: String, person: Int, single: Bool
    ) {
        var entry = LexiconModel.Entry(kind: .person, index: UInt32(person))
        // "Putin", "al-Sahaf": one word beside particles is a family name, not a whole one
        for form in Wording.spellings(name) {
            entry.flags = single ? 2 : 0
            entry.capitals = capitals(form)
            insert(at, field, form, root: .names, entry)
        }
        guard !single, !family.isEmpty else { return }
        entry.flags = 2
        for form in Wording.familyForms(name: name, family: family).flatMap(Wording.spellings) {
            entry.capitals = capitals(form)
            insert(at, field, form, root: .names, entry)
        }
    }

    /// A successor in a table that lies over ours ends the open term of the holder whom ours has.
    mutating func closeSucceeded() {
        for index in overlayTerms.sorted() {
            let term = model.terms[index]
            let holders = model.offices[term.office].holders
            guard holders != .many, term.standing == .incumbent, !term.isJoint, term.span.from != .unknownStart else {
                continue
            }
            for other in model.terms.indices where !overlayTerms.contains(other) {
                let ours = model.terms[other]
                guard ours.office == term.office, ours.party == term.party, ours.person != term.person,
                    holders == .one || ours.title == term.title, ours.span.to == .unknownEnd,
                    ours.span.from.first < term.span.from.first
                else { continue }
                model.terms[other].span.to = term.span.from
            }
        }
    }

    /// Two who surely hold an office of one holder at one time, neither of them marked.
    mutating func checkHolders() {
        struct Seat: Hashable {
            var party: Int
            var office: Int
            var title: String
        }
        var seats: [Seat: [Int]] = [:]
        for (index, term) in model.terms.enumerated() where term.standing == .incumbent && !term.isJoint {
            switch model.offices[term.office].holders {
            case .many: continue
            case .one: seats[Seat(party: term.party, office: term.office, title: ""), default: []].append(index)
            case .title:
                seats[Seat(party: term.party, office: term.office, title: term.title), default: []].append(index)
            }
        }
        var found: [Int: Int] = [:]
        for seat in seats.values {
            let order = seat.sorted {
                (model.terms[$0].span.from.first, $0) < (model.terms[$1].span.from.first, $1)
            }
            for (i, later) in order.enumerated() {
                let clash = order[..<i].first {
                    model.terms[$0].person != model.terms[later].person
                        && model.terms[$0].span.surelyOverlaps(model.terms[later].span)
                }
                if let clash { found[later] = clash }
            }
        }
        for (later, first) in found.sorted(by: { $0.key < $1.key }) {
            let (term, at, other) = (model.terms[first], termRows[later], termRows[first])
            errors.append(
                at.table.error(
                    at.row, 6,
                    "expected one holder of \(at[3]) \(at[4]) at a time, found \(model.persons[model.terms[later].person].name) "
                        + "from \(at[6]) beside \(model.persons[term.person].name) (\(other[6]) to \(other[7]), "
                        + "\(other.table.file):\(other.row.line)); mend a date or mark the rows acting, disputed or joint"
                ))
        }
    }

    // MARK: - Bodies and agents

    mutating func body(_ at: RowReader) {
        var party: Int?
        if !at[2].isEmpty {
            party = partyCode(at, 2)
            if party == nil { return }
        }
        guard let span = span(at, 4, 5) else { return }
        let index = UInt32(model.bodies.count)
        model.bodies.append(
            .init(name: at.string(0), party: party, sector: at.string(3), span: span, origin: at.origin))
        for wording in [at.string(0)] + at.list(1) {
            insert(at, 0, wording, root: .actors, nameEntry(.body, wording, index))
        }
    }

    mutating func agent(_ at: RowReader) {
        let wording = at.string(0)
        let index = UInt32(model.agents.count)
        model.agents.append(.init(wording: wording, sector: at.string(1), origin: at.origin))
        var entry = nameEntry(.agent, wording, index)
        insert(at, 0, wording, root: .actors, entry)
        if entry.exact == nil {
            entry.flags = 1
            insert(at, 0, Wording.plural(wording), root: .actors, entry)
        }
    }

    /// The entry of a name: as written where it is all capitals, else with its capitals.
    func nameEntry(_ kind: EntryKind, _ wording: String, _ index: UInt32) -> LexiconModel.Entry {
        var entry = LexiconModel.Entry(kind: kind, index: index)
        let letters = wording.unicodeScalars.filter { $0.properties.isAlphabetic }
        if letters.count <= 6, letters.count > 1, letters.allSatisfy({ $0.properties.isUppercase }) {
            entry.exact = wording
        } else {
            entry.capitals = capitals(wording)
        }
        return entry
    }
}
