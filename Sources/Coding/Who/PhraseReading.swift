import Diplomacy
import Language
import Lexicon

/// One phrase with everything that the lexicon finds in it. A class, since its readers pass it on and ask it for the same
/// again.
final class PhraseReading {
    let text: Text
    let lexicon: Lexicon
    let day: Day
    /// Whether the day was given: an undated phrase speaks of its own time.
    let isDated: Bool
    /// Parties that the context names, in its order.
    let context: [Int]
    let view: SentenceView
    let parser: ActorParser
    /// Named institutions and nouns, left to right.
    let actors: [NameMatch]
    /// The end of the head: what stands before "of", "in", "from" or a comma.
    let headEnd: Int
    /// The phrase speaks of somebody who no longer is what it says.
    let isFormer: Bool
    /// Parties that the phrase names, by the entries of their wordings, the likeliest first.
    let mentions: [(party: Int, entry: Lexicon.Entry, tokens: Range<Int>)]
    /// Institutions that the phrase names, the likeliest first.
    private(set) lazy var bodies = readBodies()
    /// The last word of the head that tells what sort of actor it is, else of what stands behind it: "members of parliament".
    private(set) lazy var head = readHead()

    /// Tokens of a phrase that are read; the rest of a longer one is no name.
    static let longest = 120

    /// The reading of tokens of a scanned text as one phrase.
    init(_ tokens: Range<Int>, scan: Scan, classes: CueClasses, day: Day, isDated: Bool, context: [Int]) {
        let text = scan.text
        self.text = text
        lexicon = scan.lexicon
        let lexicon = scan.lexicon
        self.day = day
        self.isDated = isDated
        self.context = context
        let range = tokens.prefix(Self.longest)
        view = SentenceView(
            0, range: range, isTitle: false, isHeadline: false, text: text, scan: scan, names: scan.names(in: range),
            cues: scan.cues(in: range, classes: classes))
        parser = ActorParser(view: view)
        actors = scan.matches(in: range, root: .actors)
        let view = view
        headEnd = range.dropFirst().first { Self.breaks.contains(view.key($0)) } ?? range.upperBound
        isFormer = range.contains { Self.formers.contains(view.key($0)) }
        mentions = view.names.flatMap { match in
            match.entries.filter { $0.kind == .party }
                .map { (rank: Self.rank($0, lexicon: lexicon, day: day, context: context), entry: $0) }
                .sorted { $0.rank < $1.rank }
                .map { ($0.entry.index, $0.entry, match.tokens) }
        }
    }

    static let breaks = Word.set("of in from at for against near on with by who that which , (")
    static let counts = Word.set(
        "two three four five six seven eight nine ten some several many most all dozens hundreds thousands")
    static let formers = Word.set("former ex retired ousted deposed late onetime ex-")

    /// The readings, of which the first that gives anyone is taken.
    func candidates() -> [Candidate] {
        if isPlainParty, let parties = parties() { return parties }
        if mayNamePerson {
            for actor in [namedActor(), hiddenActor()].compactMap({ $0 }) where !isWithinBody(actor) {
                let named = persons(actor)
                if !named.isEmpty { return named }
            }
        }
        if let body = body() { return [body] }
        if let office = office() { return [office] }
        if let agent = agent() { return agent }
        if let parties = parties() { return parties }
        let places = places()
        return places.isEmpty ? misspelt() : places
    }

    /// Whether a capitalised word of the phrase may be somebody's name: not one of another sort of name.
    private var mayNamePerson: Bool {
        view.range.contains { token in
            guard view.isCapital(token), !Word.determiners.contains(view.key(token)) else { return false }
            guard let name = view.names.first(where: { $0.tokens.contains(token) }) else { return true }
            return name.has(.person)
        }
    }

    /// Whether the phrase is the name of a party and nothing else: "the United States".
    private var isPlainParty: Bool {
        guard let name = view.names.first, view.names.count == 1, name.entries.allSatisfy({ $0.kind == .party }),
            actors.isEmpty
        else { return false }
        let start = view.range.lowerBound
        return name.tokens == (Word.determiners.contains(view.key(start)) ? start + 1 : start)..<view.range.upperBound
    }

    /// "an Arleigh Burke-class destroyer", "the PAN": somebody's name as a part of an institution's, or no more than its letters.
    private func isWithinBody(_ actor: Actor) -> Bool {
        guard let name = actor.nameTokens else { return false }
        return bodies.contains { found in
            found.tokens.lowerBound <= name.lowerBound && name.upperBound <= found.tokens.upperBound
                && (found.tokens.count > name.count || actor.familyOnly)
        }
    }

    // MARK: - Parties of the phrase

    /// Parties of the context first, states before others, names before capitals, present before past.
    private static func rank(_ entry: Lexicon.Entry, lexicon: Lexicon, day: Day, context: [Int]) -> Int {
        let party = lexicon.party(entry.index)
        var rank = party.kind == .state ? 0 : party.kind == .pastState ? 20 : 10
        if entry.use == .capital || entry.use == .metonym { rank += 3 }
        if !party.span.covers(day) { rank += 15 }
        if context.contains(entry.index) { rank -= 50 }
        return rank
    }

    /// The party that a phrase gives to what it names: stated, by a place, else by the context.
    var ownParty: (party: Int, basis: Candidate.Basis?)? {
        if let mention = mentions.first { return (mention.party, basis("party", mention.entry)) }
        if let place = placeEntries().first {
            return (lexicon.place(place.index).country, basis("place", place))
        }
        if let entry = bodies.first?.entry, let party = lexicon.body(entry.index).party {
            return (party, basis("institution", entry))
        }
        return context.first.map { ($0, nil) }
    }

    /// Places of the phrase: of the names, else of the gazetteer; those of the context's parties first, then the largest.
    func placeEntries() -> [Lexicon.Entry] {
        let range = view.range
        var found = view.names.filter { !isPartOfName($0.tokens) }.flatMap(\.entries).filter { $0.kind == .place }
        var i = range.lowerBound
        while found.isEmpty, i < range.upperBound {
            if let match = view.scan.longest(at: i, in: range, root: .gazetteer), !isPartOfName(match.tokens) {
                found = match.entries
            }
            i += 1
        }
        return found.sorted { weight(of: $0) > weight(of: $1) }
    }

    /// Whether a capitalised word that nobody knows stands beside a wording, as a name does: "Leon Bobb".
    func isPartOfName(_ tokens: Range<Int>) -> Bool {
        [tokens.lowerBound - 1, tokens.upperBound].contains { token in
            view.isCapital(token) && view.name(at: token) == nil && view.cue(at: token) == nil
                && !Word.determiners.contains(view.key(token)) && !Self.counts.contains(view.key(token))
                && !actors.contains { $0.tokens.contains(token) }
                && !view.names.contains { $0.tokens.contains(token) }
        }
    }

    private func weight(of entry: Lexicon.Entry) -> Int {
        let place = lexicon.place(entry.index)
        return place.population + (context.contains(place.country) ? 1 << 40 : 0)
            + (place.kind == .capital ? 1 << 30 : 0)
    }

    func basis(_ fact: String, _ entry: Lexicon.Entry) -> Candidate.Basis {
        Candidate.Basis(fact: fact, origin: lexicon.origin(of: entry))
    }

    /// Enters a party: a group or territory is counted with its state.
    func enter(_ party: Int?, _ candidate: inout Candidate) {
        guard let party else { return }
        let record = lexicon.party(party)
        if let home = record.home {
            candidate.group = record.code
            candidate.party = lexicon.partyCode(home)
        } else {
            candidate.party = record.code
        }
    }

    /// The sector of a party that acts as such: a group's or an organisation's own, that of a partly recognised territory.
    func sectors(of party: Int) -> [String] {
        let record = lexicon.party(party)
        switch record.kind {
        case .state, .pastState: return []
        case .territory: return record.note.isEmpty ? [] : ["PRE"]
        default: return record.sector.isEmpty ? [] : [record.sector]
        }
    }
}
