import Diplomacy
import Language
import Lexicon

/// Reads where an encounter took place from its clause: a stated city, residence or state; never the dateline.
struct PlaceReader {
    let view: SentenceView
    /// Tokens of the dateline, which name the reporter's place.
    let dateline: Range<Int>
    var lexicon: Lexicon { view.scan.lexicon }

    /// A place and the tokens that name it.
    struct Found {
        var place: Place
        var tokens: Range<Int>
        var isVenue: Bool
    }

    static let prepositions = Word.set("in at near outside into to from aboard")

    /// The place that belongs to a trigger: the nearest after it, else the nearest before it, within the sentence.
    func place(for trigger: Range<Int>, within limit: Range<Int>) -> Found? {
        let found = places(in: limit).filter { view.belongs($0.tokens, to: trigger) }
        let after = found.filter {
            $0.tokens.lowerBound >= trigger.upperBound && !crosses(trigger.upperBound..<$0.tokens.lowerBound)
        }
        let before = found.filter {
            $0.tokens.upperBound <= trigger.lowerBound && !crosses($0.tokens.upperBound..<trigger.lowerBound)
        }
        // a state is a place only where nothing nearer is named
        let named = { (list: [Found]) in list.filter { $0.place.name != nil } }
        guard var best = named(after).first ?? named(before).last ?? after.first ?? before.last else { return nil }
        // a residence and its city: "at the Konstantinovsky Palace in St Petersburg"
        if best.isVenue, let city = found.first(where: { !$0.isVenue && $0.tokens != best.tokens }),
            best.place.name == nil || city.place.country == best.place.country
        {
            best.place.name = city.place.name
            best.place.latitude = city.place.latitude
            best.place.longitude = city.place.longitude
        } else if !best.isVenue,
            let venue = found.first(where: { $0.isVenue && $0.place.country == best.place.country })
        {
            best.place.venue = venue.place.venue
        }
        return best
    }

    /// Whether a saying or a clause of its own stands between a place and a trigger: "told reporters at the White House that".
    private func crosses(_ range: Range<Int>) -> Bool {
        range.contains {
            view.key($0) == Word.that || view.key($0) == Self.semicolon
                || view.cue(.say, at: $0)?.form == .pastOrParticiple
        }
    }

    static let semicolon = Folding.key(";")
    /// Nouns whose "in" tells of a topic and not of a setting: "the war in Ukraine".
    static let topics = Word.set(
        """
        war fighting conflict situation ceasefire peace invasion settlement developments crisis hostilities operation troops forces
        stability offensive strikes elections events violence truce bloodshed security interests presence people rights soldiers
        """)

    /// Places that the text gives as settings ("in Moscow", "at Camp David"), left to right.
    func places(in range: Range<Int>) -> [Found] {
        view.names.compactMap { match in
            guard range.contains(match.tokens.lowerBound), !dateline.contains(match.tokens.lowerBound) else {
                return nil
            }
            return setting(match)
        }
    }

    /// The city or residence to which somebody is welcomed: "welcome to Moscow", "happy to see you in Sochi again".
    func greeted() -> Found? {
        for i in view.range where Self.welcomes.contains(view.key(i)) {
            let end = min(i + 9, view.range.upperBound)
            guard (i..<min(i + 3, end)).contains(where: { Self.welcomed.contains(view.key($0)) }) else { continue }
            for match in view.names where match.tokens.lowerBound > i && match.tokens.lowerBound < end {
                guard Self.towards.contains(view.preceding(match.tokens.lowerBound)),
                    let entry = foremostPlace(match)
                else { continue }
                return Found(place: describe(lexicon.place(entry.index), match), tokens: match.tokens, isVenue: false)
            }
        }
        return nil
    }

    private static let welcomes = Word.set("welcome greet greeting see meet host receive here")
    private static let welcomed = Word.set("you to in back")
    private static let towards = Word.set("to in at")

    /// "the St Petersburg International Economic Forum", "the Munich Security Conference": a gathering named by its place.
    private func isGathering(_ match: NameMatch) -> Bool {
        var i = match.tokens.upperBound
        while i < min(match.tokens.upperBound + 5, view.range.upperBound), view.isCapital(i) {
            if view.cue(.forum, at: i) != nil { return true }
            i += 1
        }
        return false
    }

    private func setting(_ match: NameMatch) -> Found? {
        var before = match.tokens.lowerBound - 1
        while before >= view.range.lowerBound,
            Word.determiners.contains(view.key(before)) || Self.adjectives.contains(view.key(before))
        { before -= 1 }
        let preposition = view.key(before)
        let isSetting =
            (Self.prepositions.contains(preposition) || (preposition == Self.for_ && match.has(.place)))
            && !Self.topics.contains(view.key(before - 1))
        // "in the Chinese capital", "in Oman's capital"
        if isSetting, let capital = capital(match) { return capital }
        if let entry = foremostPlace(match) {
            let place = lexicon.place(entry.index)
            let isVenue = place.kind == .venue || place.kind == .residence
            // "Moscow talks", "the Budapest summit"
            let modifies =
                view.cue(at: match.tokens.upperBound)?.classes.contains(where: \.isEncounterNoun) == true
                || view.cue(at: match.tokens.upperBound + 1)?.classes.contains(where: \.isEncounterNoun) == true
                    && !view.shape(match.tokens.upperBound).contains(.possessive)
            let gathers = preposition == Word.of && isGathering(match)
            let apposed =
                view.key(before) == Word.comma
                && view.names.contains { $0.tokens.upperBound == before && $0.has(.place) }
            guard isSetting || modifies || gathers || (apposed && isVenue) else { return nil }
            if preposition == Word.to || preposition == Word.from, !arrives(before) { return nil }
            if match.has(.person), !isSetting { return nil }
            return Found(place: describe(place, match), tokens: match.tokens, isVenue: isVenue)
        }
        guard isSetting, let mention = ActorParser(view: view).partyMention(match), !mention.isPossessive,
            lexicon.partyKind(mention.party).isState, mention.use != .adjective,
            preposition != Word.to || arrives(before), preposition != Word.from
        else { return nil }
        return Found(
            place: Place(name: nil, country: lexicon.partyCode(mention.party), span: nil), tokens: match.tokens,
            isVenue: false)
    }

    static let for_ = Folding.key("for")
    static let capitalWord = Folding.key("capital")

    private func capital(_ match: NameMatch) -> Found? {
        var next = match.tokens.upperBound
        if view.shape(next).contains(.possessive) { next += 1 }
        guard view.key(next) == Self.capitalWord, let mention = ActorParser(view: view).partyMention(match) else {
            return nil
        }
        let party = lexicon.party(mention.party)
        guard !party.capital.isEmpty else { return nil }
        return Found(
            place: Place(name: party.capital, country: party.code), tokens: match.tokens.lowerBound..<(next + 1),
            isVenue: false)
    }

    static let adjectives = Word.set(
        "southern northern eastern western central downtown capital city resort port town village suburb of region state"
    )

    /// The place that a name most likely means.
    private func foremostPlace(_ match: NameMatch) -> Lexicon.Entry? {
        match.entries.filter { $0.kind == .place }.max { rank($0) < rank($1) }
    }

    private func rank(_ entry: Lexicon.Entry) -> Int {
        let place = lexicon.place(entry.index)
        return (place.kind == .capital ? 100_000_000 : 0)
            + (place.kind == .venue || place.kind == .residence ? 1_000_000 : 0) + place.population
    }

    private func arrives(_ token: Int) -> Bool {
        view.cues.contains {
            $0.tokens.contains(token)
                || ($0.tokens.upperBound == token && ($0.classes.contains(.visitNoun) || $0.classes.contains(.arrive)))
        }
    }

    private func describe(_ place: Lexicon.Place, _ match: NameMatch) -> Place {
        var result = Place(
            name: place.name, country: lexicon.partyCode(place.country), latitude: place.latitude,
            longitude: place.longitude)
        if place.kind == .venue || place.kind == .residence {
            let written = view.text.phrase(match.tokens)
            result.venue = written
            result.name = place.city.isEmpty ? written : "\(written), \(place.city)"
        }
        return result
    }
}

/// Finds the dateline: "MOSCOW, Feb 1 (Reuters) -", "BEIJING, February 1. /TASS/.", "Moscow, February 1 2026, ...".
struct DatelineReader {
    let view: SentenceView

    static let agencies = Word.set(
        "reuters ap afp tass xinhua interfax dpa upi ria novosti ani pti efe yonhap kyodo anadolu aa bernama ukrinform irna"
    )
    static let openDashes = Word.set("- – — :")

    /// The tokens of the dateline at the start of a sentence; empty where there is none.
    func dateline(dates: [DateExpression]) -> Range<Int> {
        let start = view.range.lowerBound
        let none = start..<start
        guard let match = view.name(at: start),
            match.has(.place) || match.has(.party) || view.shape(start).contains(.allCapitals)
        else {
            return view.shape(start).contains(.allCapitals) ? search(start, dates) ?? none : none
        }
        return search(match.tokens.upperBound, dates) ?? none
    }

    private func search(_ from: Int, _ dates: [DateExpression]) -> Range<Int>? {
        let start = view.range.lowerBound
        var i = from
        var seenDate = false
        while i < min(start + 18, view.range.upperBound) {
            if let date = dates.first(where: { $0.tokens.lowerBound == i }) {
                seenDate = true
                i = date.tokens.upperBound
                if view.key(i) == Word.comma, i + 1 < view.range.upperBound, view.isCapital(i + 1) {
                    return start..<(i + 1)
                }
                continue
            }
            let key = view.key(i)
            if Self.openDashes.contains(key),
                view.shape(i).contains(.spaceBefore) || key == Word.colon || view.key(i - 1) == Word.closeBracket
            {
                return start..<(i + 1)
            }
            if key == Word.slash, Self.agencies.contains(view.key(i + 1)) {
                return start..<min(i + 3, view.range.upperBound)
            }
            let shape = view.shape(i)
            let fits =
                shape.contains(.punctuation) || shape.contains(.number) || shape.contains(.capital)
                || Self.agencies.contains(key)
            guard fits else { return nil }
            if shape.contains(.punctuation), !Self.inside.contains(key) { return nil }
            i += 1
        }
        // "BEIJING, February 1." is a sentence of its own
        return seenDate && i >= view.range.upperBound && view.range.count <= 8 ? start..<view.range.upperBound : nil
    }

    static let inside = Word.set(", . ( ) / |")
}
