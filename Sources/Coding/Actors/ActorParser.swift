import Diplomacy
import Language
import Lexicon

/// Reads the phrases that name persons, office holders and parties: "Belarusian President Alexander Lukashenko", "the
/// Foreign Minister of Oman, Badr Albusaidi", "Wang Yi, China's top diplomat", "the presidents of Iran and Turkey".
struct ActorParser {
    let view: SentenceView
    var lexicon: Lexicon { view.scan.lexicon }
    var end: Int { view.range.upperBound }

    /// All actor phrases of the sentence as groups: "A, B and C" is one group of three.
    func groups() -> [ActorGroup] {
        var groups: [ActorGroup] = []
        var i = view.range.lowerBound
        while i < end {
            if let group = group(at: i) {
                groups.append(group)
                i = max(group.tokens.upperBound, i + 1)
            } else {
                i += 1
            }
        }
        return groups
    }

    /// A list of actors that starts at a token.
    func group(at start: Int) -> ActorGroup? {
        guard let first = phrase(at: start) else { return nil }
        var actors = first.actors
        var last = first.end
        while let next = separator(at: last), let more = phrase(at: next), more.actors.first?.kind != .pronoun {
            // "with Putin, and Macron said": a new clause, not a list
            if let cue = view.cue(at: more.end), cue.classes.contains(.say), cue.form != .gerund,
                view.key(last) == Word.comma
            {
                break
            }
            // "John Coale, the president's special envoy": whose envoy he is
            if next == last + 1, view.key(last) == Word.comma, view.shape(more.end).contains(.possessive) { break }
            if startsClause(more.end), actors.count == 1, view.key(last) == Word.comma { break }
            // "On the margins of the conference, the minister": a setting before the comma, not a partner
            if isSetting(start), next == last + 1, view.key(last) == Word.comma { break }
            actors += more.actors
            last = more.end
        }
        shareOffices(&actors)
        return ActorGroup(tokens: start..<last, actors: actors)
    }

    /// "A and B, the president of X and the prime minister of Y": each of the two in an office of his own.
    private func shareOffices(_ actors: inout [Actor]) {
        guard actors.count == 3, actors[0].kind == .person, actors[1].kind == .person, actors[2].kind == .office,
            actors[0].offices.isEmpty, actors[1].offices.count == 1, let name = actors[1].nameTokens,
            name.upperBound < actors[1].tokens.upperBound, actors[1].party != actors[2].party
        else { return }
        actors[0].offices = actors[1].offices
        actors[0].party = actors[1].party
        actors[1].offices = actors[2].offices
        actors[1].party = actors[2].party
        actors.removeLast()
    }

    private func isSetting(_ start: Int) -> Bool {
        Word.settings.contains(view.preceding(start))
    }

    private func startsClause(_ token: Int) -> Bool {
        guard let cue = view.cue(at: token) else { return false }
        return cue.classes.contains { $0.isVerb } && (cue.form == .past || cue.form == .third)
    }

    /// The token after a separator of list items: "," "and" ", and" "as well as" "along with".
    private func separator(at token: Int) -> Int? {
        var i = token
        if view.key(i) == Word.comma { i += 1 }
        if Self.and.contains(view.key(i)) {
            i += 1
        } else if view.key(i) == Self.as_, view.key(i + 1) == Self.well, view.key(i + 2) == Self.as_ {
            i += 3
        } else if Self.along.contains(view.key(i)), view.key(i + 1) == Word.with {
            i += 2
        }
        return i > token && i < end ? i : nil
    }

    static let and = Word.set("and &")
    static let as_ = Folding.key("as")
    static let well = Folding.key("well")
    static let along = Word.set("along together")

    // MARK: - One phrase

    /// One phrase; several actors where it is a collective that names its members.
    func phrase(at start: Int) -> (actors: [Actor], end: Int)? {
        guard
            view.name(at: start) != nil || view.cue(at: start) != nil || view.isCapital(start)
                || Word.determiners.contains(view.key(start))
        else { return nil }
        if let pronoun = pronoun(at: start) { return ([pronoun], pronoun.tokens.upperBound) }
        var prefix = Prefix(start: start)
        readPrefix(&prefix)
        let hasContext = prefix.office != nil || prefix.honorific || !prefix.parties.isEmpty || prefix.isCounterpart
        if let office = prefix.office, office.isPlural,
            prefix.parties.count > 1 || view.key(prefix.next) == Word.of || view.key(prefix.next) == Word.from
        {
            if let members = members(prefix) { return members }
        }
        if let side = sideMembers(prefix) { return side }
        if prefix.isPlural, let named = pluralNames(prefix) { return named }
        if let name = NameReader(view: view).name(
            at: nameStart(prefix), hasContext: hasContext, office: prefix.office != nil)
        {
            return finish(prefix, name)
        }
        if prefix.office == nil, !prefix.honorific, let late = appositive(start) { return late }
        guard !prefix.isCounterpart || !prefix.parties.isEmpty || prefix.offices.isEmpty == false else {
            return prefix.isCounterpart ? office(prefix) : nil
        }
        if prefix.office != nil || prefix.isCounterpart { return office(prefix) }
        if prefix.parties.count == 1 { return party(prefix) }
        return nil
    }

    /// "H.E.", which reads as "he" without its full stops.
    func isExcellency(_ token: Int) -> Bool {
        view.cue(.he, at: token) != nil && !view.shape(token).isDisjoint(with: [.abbreviation, .initials])
    }

    private func pronoun(at start: Int) -> Actor? {
        guard let cue = view.cue(at: start), !isExcellency(start) else { return nil }
        var actor = Actor(kind: .pronoun, tokens: cue.tokens)
        if cue.classes.contains(.he) {
            actor.isFemale = false
        } else if cue.classes.contains(.she) {
            actor.isFemale = true
        } else if cue.classes.contains(.they) || cue.classes.contains(.pair) {
            actor.kind = .pair
            actor.isPlural = true
            // "the two leaders of Iran and Turkey" and "the ministers of X" name their members
            let after = view.key(cue.tokens.upperBound)
            if after == Word.of || after == Word.from, !cue.classes.contains(.they) { return nil }
        } else {
            return nil
        }
        return actor
    }

    /// Where the name begins: at once, or after the comma in "the Foreign Minister of Oman, Badr Albusaidi".
    private func nameStart(_ prefix: Prefix) -> Int {
        guard prefix.office != nil || prefix.isCounterpart, view.key(prefix.next) == Word.comma, !prefix.isPlural else {
            return prefix.next
        }
        var i = prefix.next + 1
        while let cue = view.cue(.honorific, at: i) { i = cue.tokens.upperBound }
        guard let match = view.name(at: i), match.has(.person) else {
            // an unknown name between commas: two capitalised words or more that are no office and no party
            guard view.name(at: i) == nil, view.isCapital(i), view.isCapital(i + 1), !view.isTitleCase else {
                return prefix.next
            }
            var j = i
            while view.isCapital(j), view.name(at: j)?.has(.office) != true { j += 1 }
            return view.key(j) == Word.comma || j >= end ? i : prefix.next
        }
        return i
    }

    private func office(_ prefix: Prefix) -> (actors: [Actor], end: Int)? {
        var actor = Actor(kind: .office, tokens: prefix.start..<prefix.next)
        apply(prefix, to: &actor)
        settle(&actor)
        return ([actor], prefix.next)
    }

    private func party(_ prefix: Prefix) -> (actors: [Actor], end: Int)? {
        guard let mention = prefix.parties.first, isActing(prefix, mention) else { return nil }
        var actor = Actor(kind: .party, tokens: prefix.start..<prefix.next)
        actor.party = mention.party
        actor.partyUse = mention.use
        actor.isNonOfficial = prefix.isNonOfficial || mention.use == .demonym || mention.use == .demonyms
        return ([actor], prefix.next)
    }

    /// Whether a party's wording stands for someone who acts: not an adjective, not after "in" or "on".
    private func isActing(_ prefix: Prefix, _ mention: PartyMention) -> Bool {
        if mention.use == .adjective, !mention.isAlsoName { return false }
        if Word.settings.contains(view.key(prefix.start - 1)) { return false }
        // "Russia's economy": a possessive before something else
        return !mention.isPossessive
    }

    func apply(_ prefix: Prefix, to actor: inout Actor) {
        actor.offices = prefix.offices
        actor.party = prefix.parties.first?.party
        actor.partyUse = prefix.parties.first?.use
        actor.standing = prefix.standing
        actor.isPlural = prefix.isPlural
        actor.isCounterpart = prefix.isCounterpart
        actor.isFemale = prefix.isFemale
        actor.isNonOfficial = prefix.isNonOfficial
    }

    // MARK: - After the name

    private func finish(_ prefix: Prefix, _ name: NameReader.Name) -> (actors: [Actor], end: Int) {
        var actor = Actor(kind: .person, tokens: prefix.start..<name.tokens.upperBound)
        apply(prefix, to: &actor)
        actor.nameTokens = name.tokens
        actor.name = view.text.phrase(name.tokens)
        actor.candidates = name.candidates
        actor.familyOnly = name.familyOnly
        var last = generation(after: name.tokens.upperBound)
        last = ofParty(after: last, &actor)
        last = skipBracket(at: last)
        last = apposition(after: last, &actor)
        actor.tokens = prefix.start..<last
        settle(&actor)
        return ([actor], last)
    }

    /// Settles what an office's wording means, now that the party is known or can be told from the wording.
    func settle(_ actor: inout Actor) {
        if actor.party == nil, actor.candidates.isEmpty { actor.party = actor.offices.compactMap(\.impliedParty).first }
        guard let party = actor.party else { return }
        for i in actor.offices.indices {
            let before = actor.offices[i].office
            actor.offices[i].settle(for: party)
            // "the leaders of Japan and France": a title of the lexicon follows the office
            let office = actor.offices[i].office
            if office != before, actor.offices[i].title == lexicon.office(before).title {
                actor.offices[i].title = lexicon.office(office).title
            }
        }
    }

    /// "Robert F. Kennedy, Jr.": what tells a son from his father belongs to the name, comma or not.
    private func generation(after token: Int) -> Int {
        view.key(token) == Word.comma && Self.generations.contains(view.key(token + 1)) ? token + 2 : token
    }

    private static let generations = Word.set("jr sr jnr snr")

    /// "Prime Minister Trudeau of Canada"
    private func ofParty(after token: Int, _ actor: inout Actor) -> Int {
        guard view.key(token) == Word.of || view.key(token) == Word.from else { return token }
        guard let mention = partyMention(after: token + 1) else { return token }
        if actor.party == nil { actor.party = mention.party }
        return mention.tokens.upperBound
    }

    /// Passes over a short bracket after a name: "(right)", "(Slovakia)", "(WHO)".
    private func skipBracket(at token: Int) -> Int {
        guard view.key(token) == Word.openBracket else { return token }
        var i = token + 1
        while i < min(end, token + 9) {
            if view.key(i) == Word.closeBracket { return i + 1 }
            i += 1
        }
        return token
    }

    /// ", the Turkish Foreign Minister," after a name; a second person is no apposition.
    private func apposition(after token: Int, _ actor: inout Actor) -> Int {
        var last = token
        for _ in 0..<2 {
            guard view.key(last) == Word.comma else { return last }
            var prefix = Prefix(start: last + 1)
            readPrefix(&prefix)
            guard prefix.office != nil, !prefix.isPlural, !prefix.isCounterpart else { return last }
            let next = prefix.next
            if NameReader(view: view).name(at: next, hasContext: true, office: true) != nil { return last }
            // "King Salman, custodian of the mosques, the President, Joseph Biden, will": the next one's office
            if !actor.offices.isEmpty || Self.royals.contains(view.key(actor.tokens.lowerBound)),
                view.key(next) == Word.comma,
                NameReader(view: view).name(at: next + 1, hasContext: true, office: true) != nil
            {
                return last
            }
            if let first = prefix.parties.first, let own = actor.party, first.party != own,
                actor.offices.isEmpty == false
            {
                return last
            }
            actor.offices += prefix.offices
            if actor.party == nil { actor.party = prefix.parties.first?.party }
            if prefix.standing != .incumbent { actor.standing = prefix.standing }
            last = next
        }
        return last
    }

    private static let royals = Word.set("king queen sultan emir pope prince princess")

    /// "Badr Albusaidi, the Foreign Minister of Oman": a name that only its apposition makes known.
    private func appositive(_ start: Int) -> (actors: [Actor], end: Int)? {
        guard view.isCapital(start), !view.isTitleCase, view.name(at: start)?.has(.office) != true,
            view.name(at: start)?.has(.party) != true, view.cue(at: start)?.classes.contains(where: \.isVerb) != true,
            let name = NameReader(view: view).unknown(at: start), name.tokens.count >= 2,
            view.key(name.tokens.upperBound) == Word.comma
        else { return nil }
        var actor = Actor(kind: .person, tokens: start..<name.tokens.upperBound)
        actor.nameTokens = name.tokens
        actor.name = view.text.phrase(name.tokens)
        let last = apposition(after: name.tokens.upperBound, &actor)
        guard !actor.offices.isEmpty else { return nil }
        settle(&actor)
        actor.tokens = start..<last
        return ([actor], last)
    }
}

/// Actors that one phrase joins by "and" and commas.
struct ActorGroup {
    var tokens: Range<Int>
    var actors: [Actor]
}

/// A party named in a phrase.
struct PartyMention {
    var party: Int
    var use: NameUse
    var tokens: Range<Int>
    /// Other parties of the same wording.
    var others: [Int]
    var isPossessive = false
    /// The wording is a name too ("Georgia" of the state and of the adjective's table).
    var isAlsoName: Bool
}
