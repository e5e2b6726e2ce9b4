import Diplomacy
import Language
import Lexicon

/// Persons whom the phrase names.
extension PhraseReading {
    /// Persons of the lexicon, or somebody by name whose office the phrase tells.
    func persons(_ actor: Actor) -> [Candidate] {
        let scored = actor.candidates.filter { !isCutShort($0, actor) }.compactMap { person in
            score(person, actor).map { (person, $0) }
        }
        .sorted { $0.1 > $1.1 }
        if let best = scored.first {
            return scored.prefix { $0.1 > best.1 - 0.3 }.prefix(8).map { self.candidate($0.0, actor, score: $0.1) }
        }
        // a name that the lexicon does not know: an office makes it somebody
        guard !actor.familyOnly, let office = actor.offices.first else { return [] }
        var candidate = Candidate(reading: "unknown person in office", score: 0.5)
        candidate.person = actor.name
        candidate.office = office.title
        let own = actor.party.map { ($0, nil as Candidate.Basis?) } ?? ownParty
        enter(own?.0, &candidate)
        candidate.basis += own?.1.map { [$0] } ?? mentions.first.map { [basis("party", $0.entry)] } ?? []
        let told = view.names.first { $0.tokens.overlaps(office.tokens) }.flatMap { $0.first(.office) }
        candidate.basis += told.map { [basis("office", $0)] } ?? []
        fill(&candidate, office: office.office, party: own?.0, standing: isFormer ? .former : actor.standing)
        return [candidate]
    }

    /// The first person that the phrase names.
    func namedActor() -> Actor? {
        var i = view.range.lowerBound
        while i < view.range.upperBound {
            if let group = parser.group(at: i) {
                if let actor = group.actors.first(where: { $0.kind == .person }) { return actor }
                i = max(group.tokens.upperBound, i + 1)
            } else {
                i += 1
            }
        }
        return nil
    }

    /// A person's full name somewhere in the phrase, behind titles that are not known: "Grand Chief Rt. Hon. Michael Somare".
    func hiddenActor() -> Actor? {
        for token in view.range where view.isCapital(token) {
            guard let name = NameReader(view: view).name(at: token, hasContext: true, office: false), !name.familyOnly,
                !name.candidates.isEmpty, name.tokens.count > 1
            else { continue }
            var actor = Actor(kind: .person, tokens: name.tokens)
            actor.nameTokens = name.tokens
            actor.name = text.phrase(name.tokens)
            actor.candidates = name.candidates
            return actor
        }
        return nil
    }

    /// Whether the phrase's name goes on after a name that is no family's: "Juan Carlos Jobet" is no king.
    private func isCutShort(_ person: Int, _ actor: Actor) -> Bool {
        guard let tokens = actor.nameTokens, let last = tokens.last else { return false }
        let record = lexicon.person(person)
        let next = tokens.upperBound
        if record.family == record.name, view.isCapital(next), view.name(at: next) == nil, view.cue(at: next) == nil,
            !NameReader.particles.contains(view.key(next))
        {
            return true
        }
        guard view.name(at: tokens.lowerBound)?.tokens != tokens else { return false }
        let family = Figure.keys(record.family.isEmpty ? record.name : record.family)
        let known = Set(Figure.keys(record.name)).union(family)
        return record.family == record.name && tokens.count > 1 && !known.contains(view.key(last))
    }

    /// How well a person fits; `nil` where the phrase speaks of another.
    private func score(_ person: Int, _ actor: Actor) -> Double? {
        let terms = lexicon.terms(of: person).map { lexicon.term($0) }
        let current = terms.filter { $0.covers(day) }
        let offices = Set(actor.offices.map(\.office))
        var score = actor.familyOnly ? 0.35 : 0.7
        if let party = actor.party ?? mentions.first?.party {
            guard terms.contains(where: { $0.party == party || lexicon.party($0.party).home == party }) else {
                return actor.familyOnly || actor.isNonOfficial ? nil : score - 0.45
            }
            score += 0.15
        } else if let party = context.first(where: { party in terms.contains { $0.party == party } }) {
            score += party == context.first ? 0.12 : 0.08
        }
        let isNow = current.contains { offices.contains($0.office) }
        let wasOnce = terms.contains { term in offices.contains(term.office) && term.to.map { $0 < day } ?? false }
        if isFormer ? wasOnce && !isNow : isNow {
            score += 0.15
        } else if terms.contains(where: { offices.contains($0.office) }) {
            score += 0.05
        } else if actor.familyOnly, !offices.isEmpty, current.isEmpty {
            return nil
        }
        if !current.isEmpty { score += 0.08 }
        let titles = Set(actor.offices.map { Folding.fold($0.title) })
        if !titles.isEmpty, terms.contains(where: { titles.contains(Folding.fold($0.title)) }) { score += 0.02 }
        // a bare family name is a leader's or a minister's, of now or of the years before
        let past = terms.filter { term in term.to.map { $0 < day && day - 3650 < $0 } ?? false }
        let rank = (current.isEmpty ? past : current).map { lexicon.office($0.office).level.rank }.min()
        if actor.familyOnly {
            guard let rank else { return nil }
            if current.isEmpty, rank > 1 { return nil }
        }
        score += Double(max(0, 6 - (rank ?? 6))) * 0.01
        return min(score, 1)
    }

    private func candidate(_ person: Int, _ actor: Actor, score: Double) -> Candidate {
        let record = lexicon.person(person)
        var candidate = Candidate(reading: actor.familyOnly ? "family name" : "person", score: score)
        candidate.person = record.name
        candidate.key = record.key
        let named = actor.party ?? mentions.first?.party
        let offices = Set(actor.offices.map(\.office))
        // the office that the phrase names, of the party that it names; of the rest the highest, a state's before another's
        func order(_ term: Lexicon.Term) -> (Int, Int, Int, Int) {
            (
                offices.contains(term.office) ? 0 : 1, term.party == named ? 0 : 1,
                lexicon.office(term.office).level.rank, lexicon.partyKind(term.party).isState ? 0 : 1
            )
        }
        let all = record.terms.map { lexicon.term($0) }
        var current = lexicon.offices(of: person, on: day).sorted { order($0) < order($1) }
        if !isDated, !isFormer, !offices.isEmpty, !current.contains(where: { offices.contains($0.office) }),
            let told = all.last(where: { offices.contains($0.office) })
        {
            current = [told]
        }
        // of what is past, the highest office of a state, the last of several
        func weight(_ term: Lexicon.Term) -> (Int, Int, Int) {
            (
                lexicon.partyKind(term.party).isState ? 0 : 1, lexicon.office(term.office).level.rank,
                -(term.to?.number ?? 0)
            )
        }
        let past = all.filter { term in term.to.map { $0 < day } ?? false }.min { weight($0) < weight($1) }
        if !isDated, let past, weight(past) < (0, 1, 0), let now = current.first,
            lexicon.office(now.office).level.rank > 2
        {
            // an undated phrase: a leader of former days is known as such, not by a lesser office of today
            current = []
        }
        let next = all.first { term in term.from.map { day < $0 } ?? false }
        candidate.seats = (current.isEmpty ? [past ?? next].compactMap { $0 } : current).map { term in
            seat(term)
        }
        guard let seat = current.first ?? past ?? next else { return candidate }
        enter(seat.party, &candidate)
        candidate.office = seat.title
        let standing: Standing? =
            !current.isEmpty ? (isFormer ? .former : seat.standing) : past != nil ? .former : .designate
        candidate.standing = standing
        let stated = actor.offices.first { text in current.isEmpty && !isFormer && text.office != seat.office }
        if let stated {
            // the phrase gives an office that the lexicon does not have for the day
            candidate.office = stated.title
            candidate.standing = actor.standing
            fill(&candidate, office: stated.office, party: seat.party, standing: actor.standing)
        } else {
            fill(&candidate, office: seat.office, party: seat.party, standing: standing ?? .incumbent)
        }
        // "Lieutenant General Muhoozi Kainerugaba": a rank is not laid down with an office
        if current.isEmpty, !isFormer, let name = actor.nameTokens?.lowerBound {
            let ranks = actors.filter { $0.tokens.upperBound <= name }.flatMap(\.entries).filter { $0.kind == .agent }
            if let told = ranks.map({ lexicon.agent($0.index).sectors }).last(where: { !$0.isEmpty }) {
                candidate.sectors = told
            }
        }
        return candidate
    }

    func seat(_ term: Lexicon.Term) -> Candidate.Seat {
        Candidate.Seat(
            title: term.title, code: lexicon.officeCode(term.office), party: lexicon.partyCode(term.party),
            span: term.span, standing: term.standing, origin: lexicon.origin(of: term), source: term.source)
    }

    /// The sectors of an office; of somebody who held it once, those of a former official.
    func fill(_ candidate: inout Candidate, office: Int, party: Int?, standing: Standing) {
        let record = lexicon.office(office)
        candidate.standing = standing
        switch standing {
        case .former: candidate.sectors = ["ELI"]
        case .designate where candidate.seats.allSatisfy({ seat in seat.span.began.map { day < $0.start } ?? false }):
            candidate.sectors = []
        default:
            var sectors = party.map { self.sectors(of: $0) } ?? []
            if !sectors.contains(record.sector) {
                // an officer of a group has the group's sector; a government's office that of the office
                if sectors.isEmpty || record.sector != "GOV" { sectors.insert(record.sector, at: 0) }
            }
            if record.code.hasPrefix("defence-") || record.code == "deputy-defence-minister" { sectors.append("MIL") }
            candidate.sectors = sectors
        }
        if candidate.party == "VAT" { candidate.sectors = ["REL"] }
    }
}
