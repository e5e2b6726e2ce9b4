import Diplomacy
import Language
import Lexicon

// Phrases that name several actors at once.
extension ActorParser {
    /// "the presidents of Iran and Turkey", "the Russian and Ukrainian foreign ministers".
    func members(_ prefix: Prefix) -> (actors: [Actor], end: Int)? {
        var mentions = prefix.parties
        var last = prefix.next
        if mentions.count < 2, view.key(last) == Word.of || view.key(last) == Word.from {
            let list = partyList(at: last + 1)
            guard !list.mentions.isEmpty else { return nil }
            mentions = list.mentions
            last = list.end
        }
        guard !mentions.isEmpty else { return nil }
        // names in the same order: "ministers of internal affairs Vladimir Rushailo and Yury Kravchenko"
        var names: [NameReader.Name] = []
        // "the ministers of A and B, X and Y,"
        var i = mentions.count > 1 && view.key(last) == Word.comma ? last + 1 : last
        while let name = NameReader(view: view).name(at: i, hasContext: true, office: true) {
            names.append(name)
            i = name.tokens.upperBound
            if view.key(i) == Word.comma { i += 1 }
            if Self.and.contains(view.key(i)) { i += 1 }
            if names.count == mentions.count { break }
        }
        if names.count == mentions.count, let final = names.last { last = final.tokens.upperBound } else { names = [] }
        let actors = mentions.enumerated().map { index, mention in
            var actor = Actor(kind: names.isEmpty ? .office : .person, tokens: prefix.start..<last)
            apply(prefix, to: &actor)
            actor.isPlural = false
            actor.party = mention.party
            actor.partyUse = mention.use
            if names.indices.contains(index) {
                actor.nameTokens = names[index].tokens
                actor.name = view.text.phrase(names[index].tokens)
                actor.candidates = names[index].candidates
                actor.familyOnly = names[index].familyOnly
            }
            settle(&actor)
            return actor
        }
        return (actors, last)
    }

    /// "the Chinese delegation", "officials from Russia and China", "US and Russian negotiators".
    func sideMembers(_ prefix: Prefix) -> (actors: [Actor], end: Int)? {
        guard prefix.office == nil, let side = prefix.side else { return nil }
        var mentions = prefix.parties
        var last = side.upperBound
        if mentions.isEmpty {
            guard view.key(last) == Word.of || view.key(last) == Word.from else { return nil }
            let list = partyList(at: last + 1)
            mentions = list.mentions
            last = list.end
        }
        guard !mentions.isEmpty else { return nil }
        let actors = mentions.map { mention in
            var actor = Actor(kind: .party, tokens: prefix.start..<last)
            actor.party = mention.party
            actor.partyUse = .name
            return actor
        }
        return (actors, last)
    }

    /// "foreign ministers Sergei Lavrov and Hakan Fidan", "Presidents Putin and Mubarak".
    func pluralNames(_ prefix: Prefix) -> (actors: [Actor], end: Int)? {
        var actors: [Actor] = []
        var i = prefix.next
        var last = i
        while let name = NameReader(view: view).name(at: i, hasContext: true, office: true) {
            var actor = Actor(kind: .person, tokens: prefix.start..<name.tokens.upperBound)
            apply(prefix, to: &actor)
            actor.isPlural = false
            actor.nameTokens = name.tokens
            actor.name = view.text.phrase(name.tokens)
            actor.candidates = name.candidates
            actor.familyOnly = name.familyOnly
            last = name.tokens.upperBound
            if view.key(last) == Word.of, let mention = partyMention(after: last + 1) {
                actor.party = mention.party
                last = mention.tokens.upperBound
            }
            settle(&actor)
            actors.append(actor)
            i = last
            if view.key(i) == Word.comma { i += 1 }
            if Self.and.contains(view.key(i)) { i += 1 }
            if i == last { break }
        }
        return actors.isEmpty ? nil : (actors, last)
    }

    /// Parties joined by commas and "and", with articles between them.
    func partyList(at start: Int) -> (mentions: [PartyMention], end: Int) {
        var mentions: [PartyMention] = []
        var i = start
        var last = start
        while let mention = partyMention(after: i) {
            mentions.append(mention)
            last = mention.tokens.upperBound
            i = last
            if view.key(i) == Word.comma { i += 1 }
            if Self.and.contains(view.key(i)) { i += 1 }
            if i == last { break }
        }
        return (mentions, last)
    }
}
