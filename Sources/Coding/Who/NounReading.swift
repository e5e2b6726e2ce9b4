import Diplomacy
import Language
import Lexicon

/// What the phrase names when it names no person: an institution, an office, people of a kind, a party, a place.
extension PhraseReading {
    // MARK: - Institutions

    /// Institutions that the phrase names, the likeliest first; none of another state's than the one named just before it.
    func readBodies() -> [(entry: Lexicon.Entry, tokens: Range<Int>)] {
        let parties = mentions.map(\.party) + context
        return actors.flatMap { match in
            match.entries.filter { $0.kind == .body }.map { (entry: $0, tokens: match.tokens) }
        }
        .filter { !belongsElsewhere($0.entry, $0.tokens) }
        .sorted { weight($0.entry, $0.tokens, parties) > weight($1.entry, $1.tokens, parties) }
    }

    /// "Iran's Security Council", "Santa Marta Self Defense Forces"
    private func belongsElsewhere(_ entry: Lexicon.Entry, _ tokens: Range<Int>) -> Bool {
        guard let party = lexicon.body(entry.index).party else { return false }
        var before = tokens.lowerBound
        if view.shape(before - 1).contains(.possessive) { before -= 1 }
        guard let match = view.names.first(where: { $0.tokens.upperBound == before }) else { return false }
        let owners = match.entries.compactMap { entry -> Int? in
            switch entry.kind {
            case .party: entry.index
            case .place: lexicon.place(entry.index).country
            default: nil
            }
        }
        return !owners.isEmpty && !owners.contains(party)
    }

    func body() -> Candidate? {
        guard let (entry, tokens) = bodies.first else { return nil }
        // "the president of the European Council", "soldiers of the Bundeswehr": the head says what sort of actor it is
        if tokens.lowerBound >= headEnd, heads(in: view.range.lowerBound..<headEnd).contains(where: tells) {
            return nil
        }
        let body = lexicon.body(entry.index)
        var candidate = Candidate(reading: "institution", score: 0.9)
        candidate.body = body.name
        candidate.basis = [basis("institution", entry)]
        candidate.sectors = isFormer ? ["ELI"] : body.sectors
        if let party = body.party {
            enter(party, &candidate)
        } else if let own = ownParty {
            enter(own.party, &candidate)
            if let basis = own.basis { candidate.basis.append(basis) }
        }
        return candidate
    }

    private func weight(_ entry: Lexicon.Entry, _ tokens: Range<Int>, _ parties: [Int]) -> Int {
        let body = lexicon.body(entry.index)
        var weight = tokens.count * 4
        if let party = body.party, let place = parties.firstIndex(of: party) { weight += 200 - min(place, 100) }
        if body.span.covers(day) { weight += 50 }
        return weight
    }

    // MARK: - Offices and nouns

    /// A word that tells what sort of actor it is: an office's wording or a noun.
    enum Head {
        case office(Lexicon.Entry, Range<Int>)
        case noun(Lexicon.Entry, Range<Int>)

        var tokens: Range<Int> {
            switch self {
            case .office(_, let tokens), .noun(_, let tokens): tokens
            }
        }

        /// An office says more than a noun of the same words.
        var rank: Int {
            switch self {
            case .office: 1
            case .noun: 0
            }
        }
    }

    private func heads(in range: Range<Int>) -> [Head] {
        let offices = view.names.compactMap { match in
            match.first(.office).map { Head.office(fitting(match) ?? $0, match.tokens) }
        }
        let nouns = actors.compactMap { match in match.first(.agent).map { Head.noun($0, match.tokens) } }
        let parties = mentions.map(\.tokens)
        return (nouns + offices).filter { head in
            // "the World Bank": a noun within a party's own name tells nothing more
            range.contains(head.tokens.lowerBound)
                && !parties.contains {
                    $0.lowerBound <= head.tokens.lowerBound && head.tokens.upperBound <= $0.upperBound
                }
        }
        .sorted { ($0.tokens.upperBound, $0.tokens.count, $0.rank) < ($1.tokens.upperBound, $1.tokens.count, $1.rank) }
    }

    /// The reading of an office's wording for the phrase's party.
    private func fitting(_ match: NameMatch) -> Lexicon.Entry? {
        let entries = match.entries.filter { $0.kind == .office }
        let party = mentions.first?.party ?? context.first
        return entries.first { entry in party.map { lexicon.scope(entry).contains($0) } ?? false }
            ?? entries.first { lexicon.scope($0).isEmpty }
    }

    private func tells(_ head: Head) -> Bool {
        switch head {
        case .office: true
        case .noun(let entry, _): !lexicon.agent(entry.index).sectors.isEmpty
        }
    }

    func readHead() -> Head? {
        heads(in: view.range.lowerBound..<headEnd).last(where: tells)
            ?? heads(in: headEnd..<view.range.upperBound).first(where: tells)
    }

    /// An office without a name; its holder on the day where the party is known.
    func office() -> Candidate? {
        guard case .office(let entry, let tokens)? = head else { return nil }
        var candidate = Candidate(reading: "office", score: 0.6)
        candidate.basis = [basis("office", entry)]
        var mention = OfficeMention(office: entry.index, title: text.phrase(tokens), tokens: tokens)
        let actor = parser.group(at: view.range.lowerBound)?.actors.first { $0.kind == .office }
        if let read = actor?.offices.first, read.tokens.overlaps(tokens) { mention = read }
        let own =
            actor?.party.map { ($0, nil as Candidate.Basis?) } ?? ownParty
            ?? (lexicon.scope(entry).count == 1 ? lexicon.scope(entry).first.map { ($0, nil) } : nil)
        if let party = own?.0 { mention.settle(for: party) }
        enter(own?.0, &candidate)
        if let basis = own?.1 ?? mentions.first.map({ self.basis("party", $0.entry) }) { candidate.basis.append(basis) }
        candidate.office = mention.title
        let standing: Standing = isFormer ? .former : actor?.standing ?? .incumbent
        fill(&candidate, office: mention.office, party: own?.0, standing: standing)
        guard !isFormer, !entry.isPlural, let party = own?.0,
            let term = lexicon.holder(
                party: party, office: mention.office, on: day, words: text.string(view.range))
        else { return candidate }
        candidate.person = lexicon.person(term.person).name
        candidate.key = lexicon.person(term.person).key
        candidate.office = term.title
        candidate.score = 0.8
        candidate.seats = [seat(term)]
        return candidate
    }

    /// People or things of a kind: "Ukrainian farmers", "a US destroyer".
    func agent() -> [Candidate]? {
        guard case .noun(let entry, _)? = head else { return nil }
        var candidate = Candidate(reading: "noun", score: 0.6)
        candidate.sectors = isFormer ? ["ELI"] : lexicon.agent(entry.index).sectors
        candidate.basis = [basis("noun", entry)]
        guard let own = ownParty else { return [candidate] }
        enter(own.party, &candidate)
        if let basis = own.basis { candidate.basis.append(basis) }
        candidate.score = 0.75
        return [candidate]
    }

    // MARK: - Parties and places

    /// A party by its own name; its government where its capital or a metonym stands for it.
    func parties() -> [Candidate]? {
        let found = mentions
        guard let first = found.first, first.entry.use == .adjective || !isPartOfName(first.tokens) else { return nil }
        return found.filter { $0.tokens == first.tokens }.map { party, entry, _ in
            var candidate = Candidate(reading: "party", score: party == first.party ? 0.85 : 0.4)
            enter(party, &candidate)
            candidate.sectors = sectors(of: party)
            if candidate.sectors.isEmpty, entry.use == .capital || entry.use == .metonym { candidate.sectors = ["GOV"] }
            candidate.basis = [basis("party", entry)]
            return candidate
        }
    }

    /// A party whose name is misspelt by two letters turned round ("Kazahks"); only of a phrase in which nothing else is known.
    func misspelt() -> [Candidate] {
        for token in view.range where view.isCapital(token) {
            let letters = Array(text.word(token).utf8)
            guard letters.count >= 5, letters.allSatisfy({ $0 < 0x80 }) else { continue }
            for i in 0..<(letters.count - 1) where letters[i] != letters[i + 1] {
                var turned = letters
                turned.swapAt(i, i + 1)
                let word = lexicon.word(Folding.key(String(decoding: turned, as: UTF8.self)))
                guard word != 0 else { continue }
                let node = lexicon.step(LexiconRoot.names.rawValue, word)
                guard node != 0 else { continue }
                let entries = lexicon.entries(node).map { lexicon.entry($0) }
                guard let entry = entries.first(where: { $0.kind == .party || $0.kind == .place }) else { continue }
                var candidate = Candidate(reading: "misspelt name", score: 0.3)
                enter(entry.kind == .party ? entry.index : lexicon.place(entry.index).country, &candidate)
                candidate.basis = [basis("name", entry)]
                return [candidate]
            }
        }
        return []
    }

    /// A place: those who live there, of its state.
    func places() -> [Candidate] {
        placeEntries().prefix(5).enumerated().map { i, entry in
            let place = lexicon.place(entry.index)
            var candidate = Candidate(reading: "place", score: i == 0 ? 0.6 : 0.3)
            candidate.place = place.name
            enter(place.country, &candidate)
            candidate.sectors = ["CVL"]
            candidate.basis = [basis("place", entry)]
            return candidate
        }
    }
}
