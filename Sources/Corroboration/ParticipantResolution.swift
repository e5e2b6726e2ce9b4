import Diplomacy

extension Resolution {
    /// One participant as the reports name them, joined over their spellings.
    private struct Person {
        var name: PersonName
        var party: String
        /// Each report's wording of the participant.
        var claims: [(witness: Int, participant: Participant)]
    }

    /// The parties and persons that took part: those that a fair share of the weight names.
    func resolveParticipants(_ result: inout RegisteredEncounter) {
        let persons = persons()
        let total = weight(Array(witnesses.indices))
        var kept: [(person: Person, weight: Double)] = []
        for person in persons {
            let weight = weight(person.claims.map(\.witness))
            let rivals = persons.filter { $0.party == person.party && $0.name != person.name }
            // a name that one report alone has where others name somebody else
            let isOutvoted = rivals.contains { rival in
                self.weight(rival.claims.map(\.witness)) > weight * 1.5
                    && Set(rival.claims.map(\.witness)).isDisjoint(with: person.claims.map(\.witness))
            }
            if !isOutvoted, weight >= total * 0.12 { kept.append((person, weight)) }
        }
        let leads = Set(kept.map(\.person.party))
        result.participants = kept.sorted { ($1.weight, $0.person.party) < ($0.weight, $1.person.party) }
            .map { participant($0.person) }
        // parties that are named without a person
        let parties = Ballot(
            witnesses.indices.flatMap { i in
                Set(witnesses[i].claim.participants.compactMap(\.party)).sorted().map { (i, $0, witnesses[i].weight) }
            }.filter { !leads.contains($0.1) }, origins: origins.indices.map { $0 })
        for option in parties.options where option.weight >= total * 0.25 || leads.count + parties.options.count <= 2 {
            guard let i = option.witnesses.first,
                var side = witnesses[i].claim.participants.first(where: { $0.party == option.value })
            else { continue }
            side.span = nil
            if side.person != nil { side.person = nil; side.offices = []; side.office = nil }
            result.participants.append(side)
        }
        result.level = result.participants.filter(\.lead).compactMap(\.level).max { $0.rank < $1.rank }
        disputePersons(persons, &result)
        for person in kept {
            disputeName(person.person, &result)
            disputeOffice(person.person, &result)
        }
    }

    private func persons() -> [Person] {
        var found: [Person] = []
        for i in witnesses.indices {
            for participant in witnesses[i].claim.participants {
                guard let party = participant.party, let text = participant.person else { continue }
                let name = PersonName(text)
                if let known = found.firstIndex(where: { $0.party == party && $0.name.likeness(to: name) == .same }) {
                    found[known].claims.append((i, participant))
                    if name.words.count > found[known].name.words.count { found[known].name = name }
                } else {
                    found.append(Person(name: name, party: party, claims: [(i, participant)]))
                }
            }
        }
        return found
    }

    private func participant(_ person: Person) -> Participant {
        typealias Vote = (witness: Int, value: String, weight: Double)
        func winner(_ value: (Participant) -> String?) -> String? {
            let votes = person.claims.compactMap { claim -> Vote? in
                value(claim.participant).map { (claim.witness, $0, witnesses[claim.witness].weight) }
            }
            return Ballot(votes, origins: origins).winner?.value
        }
        let name = winner { $0.person.map { $0 } }
        let office = winner { $0.office }
        let model =
            person.claims.first { $0.participant.office == office && $0.participant.person == name }
            ?? person.claims.first { $0.participant.office == office } ?? person.claims[0]
        var result = model.participant
        result.person = name
        result.written = nil
        result.span = nil
        result.lead = person.claims.filter(\.participant.lead).count * 2 >= person.claims.count
        if let role = winner({ $0.role == .participant ? nil : $0.role?.rawValue }) {
            result.role = Role(rawValue: role)
        }
        var offices: [OfficeClaim] = []
        for office in person.claims.flatMap(\.participant.offices)
        where !offices.contains(where: { $0.title == office.title }) {
            offices.append(office)
        }
        result.offices = offices
        return result
    }

    // MARK: - Disputes

    /// Two names for one seat: the same family name with another given name, or another person where the others agree.
    private func disputePersons(_ persons: [Person], _ result: inout RegisteredEncounter) {
        for (i, person) in persons.enumerated() {
            for other in persons[(i + 1)...] where other.party == person.party {
                let ours = Set(person.claims.map(\.witness))
                let theirs = Set(other.claims.map(\.witness))
                guard ours.isDisjoint(with: theirs), person.name.likeness(to: other.name) == .similar else { continue }
                let everyone = ours.union(theirs).sorted()
                let a = value(name(person), ours.sorted(), of: everyone)
                let b = value(name(other), theirs.sorted(), of: everyone)
                add(.participants, [a, b], keeping: a.weight >= b.weight ? a.value : b.value, &result)
            }
        }
    }

    /// A person whom a report names otherwise than the others do: "Jason Witkoff" for Steve Witkoff, "John Cole" for John Coale.
    private func disputeName(_ person: Person, _ result: inout RegisteredEncounter) {
        var told: [(name: String, witnesses: [Int])] = []
        for claim in person.claims {
            guard let name = claim.participant.written ?? claim.participant.person, name.contains(" ") else { continue }
            if let i = told.firstIndex(where: { !PersonName($0.name).isSlip(for: PersonName(name)) }) {
                told[i].witnesses.append(claim.witness)
            } else {
                told.append((name, [claim.witness]))
            }
        }
        guard told.count > 1 else { return }
        let everyone = told.flatMap(\.witnesses).sorted()
        let values = told.map { value($0.name, $0.witnesses.sorted(), of: everyone) }
        add(.participants, values, keeping: values.max { $0.weight < $1.weight }?.value ?? "", &result)
    }

    private func name(_ person: Person) -> String { person.claims[0].participant.person ?? "" }

    /// An office of another kind than the one that the other reports and the lexicon give: a premier for a president, a former
    /// minister for a minister. Two wordings of one office are no dispute.
    private func disputeOffice(_ person: Person, _ result: inout RegisteredEncounter) {
        let known = Set(
            person.claims.flatMap { $0.participant.offices.filter { $0.basis == "lexicon" } }
                .compactMap { OfficeKind($0.title) })
        var told: [OfficeKind: [Int]] = [:]
        var titles: [OfficeKind: String] = [:]
        for claim in person.claims {
            let text = claim.participant.offices.first { $0.basis == "text" }?.title ?? claim.participant.office
            guard let text, var kind = OfficeKind(text) else { continue }
            if claim.participant.standing == .former { kind = .former }
            told[kind, default: []].append(claim.witness)
            if titles[kind] == nil { titles[kind] = kind == .former ? "former \(text)" : text }
        }
        let options = told.keys.sorted { a, b in
            let (x, y) = (weight(told[a] ?? []), weight(told[b] ?? []))
            return x == y ? a.rawValue < b.rawValue : x > y
        }
        guard let main = options.first, options.contains(where: { $0 != main && !known.contains($0) }) else { return }
        let everyone = told.values.flatMap { $0 }
        let values = options.filter { $0 == main || !known.contains($0) }.map { kind in
            value("\(name(person)), \(titles[kind] ?? kind.rawValue)", told[kind] ?? [], of: everyone)
        }
        add(.participants, values, keeping: values[0].value, &result)
    }
}

/// What sort of office a title names, where that is plain.
private enum OfficeKind: String, Hashable {
    case president, premier, chancellor, monarch, foreign, defence, secretary, former

    init?(_ title: String) {
        let words = Set(title.lowercased().split { !$0.isLetter }.map(String.init))
        func has(_ some: String...) -> Bool { some.contains(where: words.contains) }
        if has("vice", "deputy", "adviser", "aide", "envoy", "office", "ambassador") { return nil }
        if has("minister", "secretary", "minster"), has("foreign", "external"),
            has("minister", "ministers") || !has("secretary")
        {
            self = .foreign
        } else if has("minister", "secretary"), has("defence", "defense") {
            self = .defence
        } else if has("foreign"), has("secretary") {
            self = .secretary
        } else if has("premier") || has("prime") && has("minister") {
            self = .premier
        } else if has("chancellor") {
            self = .chancellor
        } else if has("king", "queen", "emir", "sultan") {
            self = .monarch
        } else if has("president"), !has("council", "court", "parliament") {
            self = .president
        } else {
            return nil
        }
    }
}
