import Diplomacy
import Language
import Lexicon

/// What stands before a name: determiner, party, standing, office, honorific, in the orders that English allows.
struct Prefix {
    var start: Int
    /// The token after what was read.
    var next: Int
    var parties: [PartyMention] = []
    var offices: [OfficeMention] = []
    /// The first office's entry.
    var office: Lexicon.Entry?
    var isPlural = false
    var standing: Standing = .incumbent
    var honorific = false
    var isFemale: Bool?
    var isCounterpart = false
    var isNonOfficial = false
    /// Tokens of a word like "side" or "delegation".
    var side: Range<Int>?

    init(start: Int) {
        self.start = start
        next = start
    }
}

extension ActorParser {
    static let women = Word.set("mrs ms madam madame")
    static let men = Word.set("mr sir lord")
    static let fillers = Word.set(
        "senior chief top veteran new powerful longtime presidential national special first federal permanent newly elected appointed state union"
    )

    /// Reads as much of a prefix as there is; `next` stays at the start where there is none.
    func readPrefix(_ prefix: inout Prefix) {
        var i = prefix.start
        var deputy = false
        var fillers = 0
        if isExcellency(i) {
            i += 1
            prefix.honorific = true
            prefix.next = i
        }
        if Word.determiners.contains(view.key(i)) {
            // "His Majesty" is passed over as a whole
            i = view.cue(.honorific, at: i)?.tokens.upperBound ?? i + 1
            if i > prefix.start + 1 { prefix.next = i }
        }
        if Self.country.contains(view.key(i)), view.shape(i + 1).contains(.possessive) { i += 2 }
        while i < end {
            if let cue = view.cue(at: i), let after = readModifier(cue, &prefix, &deputy) {
                i = after
                continue
            }
            if let match = view.name(at: i) {
                if match.has(.office), let after = readOffice(match, &prefix, deputy) {
                    deputy = false
                    prefix.next = after
                    i = after
                    continue
                }
                if match.has(.person), prefix.office != nil || prefix.honorific || !match.has(.party) { break }
                if prefix.office == nil, let mention = partyMention(match) {
                    if let joined = joinedParties(mention, &prefix) {
                        i = joined
                        prefix.next = joined
                        continue
                    }
                    if !prefix.parties.isEmpty { break }
                    prefix.parties.append(mention)
                    i = mention.tokens.upperBound + (mention.isPossessive ? 1 : 0)
                    prefix.next = mention.tokens.upperBound
                    continue
                }
                break
            }
            // words between party and office: "Israel's Strategic Affairs Minister"
            guard prefix.office == nil, !prefix.parties.isEmpty || view.key(i - 1) == Word.the, fillers < 4,
                isFiller(i), officeFollows(i)
            else { break }
            fillers += 1
            i += 1
        }
        if prefix.office == nil, let cue = view.cue(.nonofficial, at: i), !prefix.parties.isEmpty {
            prefix.isNonOfficial = true
            prefix.next = cue.tokens.upperBound
        }
    }

    private func isFiller(_ token: Int) -> Bool {
        if view.shape(token).contains(.hyphen) || Self.fillers.contains(view.key(token)) { return true }
        guard view.shape(token).contains(.word),
            view.cue(at: token)?.classes.contains(where: { $0.isVerb || $0 == .say }) != true
        else {
            return false
        }
        return view.isCapital(token) || Self.and.contains(view.key(token))
    }

    private func officeFollows(_ token: Int) -> Bool {
        for i in (token + 1)..<(token + 6) where i < end {
            if view.name(at: i)?.has(.office) == true { return true }
            if view.shape(i).contains(.punctuation), !view.shape(i).contains(.hyphen) { return false }
            if !isFiller(i), view.name(at: i) == nil { return false }
        }
        return false
    }

    /// Reads "former", "acting", "deputy", "Mr", "counterpart", "side"; returns the token after it.
    private func readModifier(_ cue: Cue, _ prefix: inout Prefix, _ deputy: inout Bool) -> Int? {
        let after = cue.tokens.upperBound
        for kind in cue.classes {
            switch kind {
            case .former: prefix.standing = .former
            case .acting: prefix.standing = .acting
            case .elect: prefix.standing = .elect
            case .designate: prefix.standing = .designate
            case .deputy:
                // "Deputy Prime Minister and Finance Minister": an office of its own name, not the deputy of another
                if let match = view.name(at: cue.tokens.lowerBound), match.has(.office),
                    match.tokens.upperBound > after
                {
                    continue
                }
                guard officeStarts(after) else { continue }
                deputy = true
                return after
            case .honorific:
                // "Pope Leo XIV", "Sir Keir Starmer": a name of the lexicon as it stands
                guard view.isCapital(cue.tokens.lowerBound),
                    view.name(at: cue.tokens.lowerBound)?.entries.contains(where: {
                        $0.kind == .office || $0.kind == .person
                    }) != true
                else { continue }
                prefix.honorific = true
                let key = view.key(cue.tokens.lowerBound)
                if Self.women.contains(key) {
                    prefix.isFemale = true
                } else if Self.men.contains(key) {
                    prefix.isFemale = false
                }
                prefix.next = after
                return after
            case .counterpart:
                guard prefix.office == nil, !prefix.isCounterpart else { continue }
                prefix.isCounterpart =
                    !prefix.parties.isEmpty || Word.possessivePronouns.contains(view.key(prefix.start))
                guard prefix.isCounterpart else { continue }
                prefix.next = after
                // "his counterpart from Oman"
                if prefix.parties.isEmpty, view.key(after) == Word.of || view.key(after) == Word.from,
                    let mention = partyMention(after: after + 1)
                {
                    prefix.parties.append(mention)
                    prefix.next = mention.tokens.upperBound
                }
                return prefix.next
            case .side:
                guard prefix.office == nil, prefix.side == nil,
                    view.name(at: cue.tokens.lowerBound)?.has(.office) != true
                else { continue }
                prefix.side = cue.tokens
                return nil
            default: continue
            }
            guard prefix.office != nil || officeStarts(after) || !prefix.parties.isEmpty || view.isCapital(after) else {
                prefix.standing = .incumbent
                return nil
            }
            if prefix.office != nil { prefix.next = after }
            // "Ex-President"
            return view.shape(after).contains(.hyphen) ? after + 1 : after
        }
        return nil
    }

    /// Whether an office begins at a token, after a party, a modifier or a filler.
    private func officeStarts(_ token: Int) -> Bool {
        for i in token..<(token + 4) where i < end {
            if let match = view.name(at: i) {
                if match.has(.office) { return true }
                if !match.has(.party) { return false }
            }
        }
        return false
    }

    /// Reads an office, what it is joined to by "and", and the party after "of".
    private func readOffice(_ match: NameMatch, _ prefix: inout Prefix, _ deputy: Bool) -> Int? {
        let entries = match.entries.filter { $0.kind == .office }
        guard var entry = entries.first else { return nil }
        let parties = prefix.parties.map(\.party)
        if let fitting = entries.first(where: { entry in lexicon.scope(entry).contains { parties.contains($0) } })
            ?? entries.first(where: { lexicon.scope($0).isEmpty })
        {
            entry = fitting
        }
        var i = match.tokens.upperBound
        var office = entry.index
        if deputy { office = Deputies.deputy(of: office, lexicon) ?? office }
        var titleStart = match.tokens.lowerBound
        if deputy, titleStart > prefix.start { titleStart -= 1 }
        // "Minister of Industry and Trade": the field belongs to the title
        if view.key(i) == Word.of || view.key(i) == Folding.key("for"), let field = field(after: i) { i = field }
        prefix.offices.append(
            OfficeMention(
                office: office, title: entry.isPlural ? lexicon.office(office).title : view.text.phrase(titleStart..<i),
                tokens: titleStart..<i,
                readings: deputy ? [] : entries.map { .init(office: $0.index, parties: lexicon.scope($0)) },
                impliedParty: entries.count == 1 && lexicon.scope(entry).count == 1 ? lexicon.scope(entry).first : nil))
        if prefix.office == nil { prefix.office = entry }
        prefix.isPlural = prefix.isPlural || entry.isPlural
        if let cue = view.cue(.elect, at: view.shape(i).contains(.hyphen) ? i + 1 : i) {
            prefix.standing = .elect
            i = cue.tokens.upperBound
        }
        // "National Security Advisor to the Vice President"
        if view.key(i) == Word.to,
            let other = view.name(at: Word.determiners.contains(view.key(i + 1)) ? i + 2 : i + 1), other.has(.office)
        {
            i = other.tokens.upperBound
        }
        // "French Ambassador to Russia": where the office is held, not for whom
        if view.key(i) == Word.to, Self.envoys.contains(lexicon.officeCode(office)),
            let mention = partyMention(after: i + 1)
        {
            i = mention.tokens.upperBound
        }
        if view.key(i) == Word.of, prefix.parties.isEmpty, !entry.isPlural, let region = region(after: i + 1) {
            prefix.parties.append(region)
            if let regional = lexicon.office(code: "regional-head") {
                prefix.offices[prefix.offices.count - 1].office = regional.index
            }
            i = region.tokens.upperBound
        } else if view.key(i) == Word.of, prefix.parties.isEmpty, !entry.isPlural,
            let mention = partyMention(after: i + 1)
        {
            prefix.parties.append(mention)
            i = mention.tokens.upperBound
            if mention.use == .adjective || mention.isPossessive { i = institution(at: i) }
        }
        if prefix.parties.isEmpty, view.key(i) == Word.of { i = republic(at: i) }
        // "Crown Prince and Prime Minister", "President and Supreme Commander"
        if Self.and.contains(view.key(i)), !entry.isPlural, let second = view.name(at: i + 1), second.has(.office),
            prefix.offices.count < 3
        {
            return i + 1
        }
        return i
    }

    static let envoys: Set<String> = ["ambassador", "special-envoy", "permanent-representative"]

    /// Passes over "of the Republic" where no party follows.
    private func republic(at token: Int) -> Int {
        let word = view.key(token + 1) == Word.the ? token + 2 : token + 1
        return view.key(word) == Self.republicWord ? word + 1 : token
    }

    static let republicWord = Folding.key("republic")

    /// "Prime Minister of Bavaria": a part of a state, by its place.
    private func region(after token: Int) -> PartyMention? {
        let i = view.key(token) == Word.the ? token + 1 : token
        guard let match = view.name(at: i), !match.has(.party),
            let entry = match.entries.first(where: { $0.kind == .place })
        else { return nil }
        let place = lexicon.place(entry.index)
        guard place.kind == .region || place.kind == .city else { return nil }
        return PartyMention(party: place.country, use: .name, tokens: match.tokens, others: [], isAlsoName: true)
    }

    /// The end of an institution's name: "the Ukrainian Parliament", "Japan's National Security Council".
    private func institution(at token: Int) -> Int {
        var i = token
        if view.shape(i).contains(.possessive) { i += 1 }
        var last = token
        while i < end, i < token + 8, Self.institutions.contains(view.key(i)) || Self.fieldJoiners.contains(view.key(i))
        {
            if Self.institutions.contains(view.key(i)) { last = i + 1 }
            if view.key(i) == Word.comma { break }
            i += 1
        }
        return last
    }

    static let country = Word.set("country host")
    static let institutions = Word.set(
        """
        parliament senate house lower upper council assembly government ministry chamber chambers duma rada knesset congress
        committee commission federation party bank forces army navy staff security national supreme foreign defence defense royal
        office people's peoples representatives deputies legislative state central communist democratic general military
        administration cabinet presidency court union academy armed
        """)

    /// The end of "of Industry and Trade" after "Minister"; `nil` where a party or a name follows.
    private func field(after token: Int) -> Int? {
        var i = token + 1
        if view.key(i) == Word.the { i += 1 }
        guard view.isCapital(i), view.name(at: i)?.has(.party) != true, view.name(at: i)?.has(.person) != true,
            view.name(at: i)?.has(.place) != true
        else { return nil }
        var last = i
        while i < end, i < token + 9 {
            if let match = view.name(at: i), match.has(.party) || match.has(.person) || match.has(.office) { break }
            if view.isCapital(i) { last = i + 1 } else if !Self.fieldJoiners.contains(view.key(i)) { break }
            i += 1
        }
        // the last words may be a name: "Minister of Health Ivan Petrov"
        return last
    }

    static let fieldJoiners = Word.set("and of for the , &")

    // MARK: - Parties

    func partyMention(_ match: NameMatch) -> PartyMention? {
        let entries = match.entries.filter { $0.kind == .party }
        guard let first = entries.min(by: { rank($0) < rank($1) }) else { return nil }
        let possessive = view.shape(match.tokens.upperBound).contains(.possessive)
        return PartyMention(
            party: first.index, use: first.use, tokens: match.tokens,
            others: entries.dropFirst().map(\.index).filter { $0 != first.index }, isPossessive: possessive,
            isAlsoName: entries.contains { $0.use != .adjective })
    }

    /// States before others, plain names before capitals.
    private func rank(_ entry: Lexicon.Entry) -> Int {
        let kind = lexicon.partyKind(entry.index)
        return (kind == .state ? 0 : kind == .pastState ? 30 : 10)
            + (entry.use == .capital || entry.use == .metonym ? 3 : 0)
    }

    /// A party after "of", past "the", "Government of" and official words that the table does not have.
    func partyMention(after token: Int) -> PartyMention? {
        var i = token
        var skipped = 0
        while i < end, skipped < 8 {
            if let match = view.name(at: i), let mention = partyMention(match) { return mention }
            guard
                view.key(i) == Word.the || view.key(i) == Word.of
                    || (view.isCapital(i) && Self.stateWords.contains(view.key(i)))
            else {
                return nil
            }
            i += 1
            skipped += 1
        }
        return nil
    }

    static let stateWords = Word.set(
        "republic kingdom state states federation federal federative democratic people's peoples islamic socialist government grand duchy principality sultanate union united commonwealth plurinational bolivarian independent arab hashemite eastern oriental co operative cooperative emirate federated"
    )

    /// "Russian and Ukrainian", "US, Chinese and Indian" before a plural; returns the token after the last.
    private func joinedParties(_ first: PartyMention, _ prefix: inout Prefix) -> Int? {
        guard prefix.parties.isEmpty else { return nil }
        var mentions = [first]
        var i = first.tokens.upperBound
        while i < end {
            var j = i
            if view.key(j) == Word.comma { j += 1 }
            if Self.and.contains(view.key(j)) || view.shape(j).contains(.hyphen) { j += 1 }
            guard j > i, let match = view.name(at: j), let mention = partyMention(match) else { break }
            mentions.append(mention)
            i = mention.tokens.upperBound
        }
        guard mentions.count > 1 else { return nil }
        var j = i
        while Self.fillers.contains(view.key(j)) { j += 1 }
        while let cue = view.cue(.deputy, at: j) { j = cue.tokens.upperBound }
        let plural = view.name(at: j)?.entries.contains { $0.kind == .office && $0.isPlural } == true
        guard plural || view.cue(.side, at: j) != nil else { return nil }
        prefix.parties = mentions
        return i
    }
}

/// The office of a deputy.
enum Deputies {
    static let pairs: [String: String] = [
        "head-of-state": "deputy-head-of-state", "head-of-government": "deputy-head-of-government",
        "foreign-minister": "deputy-foreign-minister", "defence-minister": "deputy-defence-minister",
        "minister": "deputy-minister", "interior-minister": "deputy-minister", "finance-minister": "deputy-minister",
        "economy-minister": "deputy-minister", "energy-minister": "deputy-minister",
        "trade-minister": "deputy-minister",
        "justice-minister": "deputy-minister", "national-security-adviser": "deputy-national-security-adviser",
        "security-council-secretary": "deputy-security-council-secretary",
        "organisation-head": "deputy-organisation-head",
        "speaker-of-parliament": "deputy-speaker-of-parliament", "cabinet-chief": "senior-official",
    ]

    static func deputy(of office: Int, _ lexicon: Lexicon) -> Int? {
        pairs[lexicon.officeCode(office)].flatMap { lexicon.office(code: $0)?.index }
    }
}
