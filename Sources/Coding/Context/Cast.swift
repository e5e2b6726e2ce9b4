import Diplomacy
import Language
import Lexicon

/// Someone who takes part, resolved: who it is, for which party, in which office.
struct Figure: Hashable {
    /// Index of the lexicon's person, where known.
    var person: Int?
    var name: String? { didSet { nameKeys = Self.keys(name) } }
    /// The full name as the text writes it, where the lexicon has another.
    var written: String?
    /// The folded words of the name.
    private(set) var nameKeys: [UInt64]
    var party: Int?
    var offices: [Title] = []
    var standing: Standing = .incumbent
    var isNonOfficial = false
    var isFemale: Bool?
    /// The lexicon gave the person from office and day.
    var byOffice = false
    var tokens: Range<Int>

    init(
        person: Int? = nil, name: String? = nil, party: Int? = nil, offices: [Title] = [],
        standing: Standing = .incumbent,
        isNonOfficial: Bool = false, isFemale: Bool? = nil, tokens: Range<Int>
    ) {
        self.person = person
        self.name = name
        nameKeys = Self.keys(name)
        self.party = party
        self.offices = offices
        self.standing = standing
        self.isNonOfficial = isNonOfficial
        self.isFemale = isFemale
        self.tokens = tokens
    }

    /// Takes over the offices that the text names; they stand before those of the lexicon.
    mutating func takeTitles(of other: Figure) {
        for title in other.offices
        where title.inText && !offices.contains(where: { $0.office == title.office && $0.inText }) {
            offices.removeAll { !$0.inText && $0.office == title.office }
            offices.insert(title, at: offices.firstIndex { !$0.inText } ?? offices.count)
        }
    }

    /// The words of a name in lower case without marks, letters, digits and hyphens alone.
    static func folded(_ name: String) -> [String] {
        Folding.fold(name).split(separator: " ").map { word in
            String(word.filter { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") })
        }.filter { !$0.isEmpty }
    }

    static func keys(_ name: String?) -> [UInt64] {
        name.map { $0.utf8.split(separator: UInt8(ascii: " ")).map { Folding.key(Substring($0)) } } ?? []
    }

    struct Title: Hashable {
        var office: Int
        var title: String
        /// The text, and not the lexicon, names it.
        var inText: Bool
    }

    /// Whether two figures are one and the same, as far as one can tell.
    func isSame(as other: Figure) -> Bool {
        if let a = person, let b = other.person { return a == b }
        guard let family = nameKeys.last, let otherFamily = other.nameKeys.last else { return false }
        return family == otherFamily || (nameKeys.count == 1 && other.nameKeys.contains(family))
            || (other.nameKeys.count == 1 && nameKeys.contains(otherFamily))
    }
}

/// The persons of one document: who has been named, so that a surname, a title or "he" finds its bearer.
struct Cast {
    let lexicon: Lexicon
    /// The day for which offices are looked up.
    let day: Day
    /// The party of an official publisher.
    let houseParty: Int?
    private(set) var figures: [Figure] = []

    init(lexicon: Lexicon, day: Day, houseParty: Int?) {
        self.lexicon = lexicon
        self.day = day
        self.houseParty = houseParty
    }

    /// The last two persons of different parties named before a token: whom "the two" means.
    func recentPair(before token: Int) -> [Figure] {
        let named = figures.filter { $0.party != nil && !$0.isNonOfficial && $0.tokens.lowerBound < token }
            .sorted { $0.tokens.lowerBound > $1.tokens.lowerBound }
        guard let last = named.first, let other = named.first(where: { $0.party != last.party }) else { return [] }
        return [other, last]
    }

    /// Persons remembered of one document; a text that names more is a list, and each look-up walks over all of them.
    static let most = 400

    // MARK: - Resolution

    /// Who an actor is; `nil` for pronouns, pairs and what cannot be told.
    mutating func resolve(_ actor: Actor, counterpartOf counterpart: Figure? = nil) -> Figure? {
        switch actor.kind {
        case .person:
            var actor = actor
            // "his Turkish counterpart Hakan Fidan": in the other's office, by the text's own title
            if actor.isCounterpart, actor.offices.isEmpty, actor.party != nil, let counterpart {
                actor.offices = peers(of: counterpart, actor)
            }
            return remember(person(actor))
        case .office: return office(actor, counterpart).map { remember($0) }
        case .party:
            guard let party = actor.party else { return nil }
            return Figure(party: party, isNonOfficial: actor.isNonOfficial, tokens: actor.tokens)
        case .pair, .pronoun: return nil
        }
    }

    /// The office of someone's counterpart.
    private func peers(of figure: Figure, _ actor: Actor) -> [OfficeMention] {
        figure.offices.prefix(1).map {
            OfficeMention(
                office: $0.office, title: $0.inText ? $0.title : lexicon.office($0.office).title, tokens: actor.tokens)
        }
    }

    private mutating func remember(_ figure: Figure) -> Figure {
        guard let i = figures.firstIndex(where: { $0.isSame(as: figure) }) else {
            if figure.name != nil, figures.count < Self.most { figures.append(figure) }
            return figure
        }
        var known = figures[i]
        if known.party == nil { known.party = figure.party }
        if known.person == nil { known.person = figure.person }
        if (figure.name?.count ?? 0) > (known.name?.count ?? 0), known.person == nil { known.name = figure.name }
        known.takeTitles(of: figure)
        if known.written == nil { known.written = figure.written }
        if figure.standing != .incumbent { known.standing = figure.standing }
        if known.isFemale == nil { known.isFemale = figure.isFemale }
        figures[i] = known
        known.tokens = figure.tokens
        return known
    }

    private func person(_ actor: Actor) -> Figure {
        var figure = Figure(
            name: actor.name, party: actor.party,
            offices: actor.offices.map { .init(office: $0.office, title: $0.title, inText: true) },
            standing: actor.standing,
            isNonOfficial: actor.isNonOfficial, isFemale: actor.isFemale, tokens: actor.tokens)
        if actor.familyOnly, let known = introduced(actor) {
            figure.person = known.person
            figure.name = known.name
            if figure.party == nil { figure.party = known.party }
            if figure.offices.isEmpty { figure.offices = known.offices }
            return figure
        }
        if let person = bestCandidate(actor) {
            figure.person = person
            figure.name = lexicon.person(person).name
            if let name = actor.name, name != figure.name, name.contains(" ") { figure.written = name }
            addOffices(of: person, to: &figure)
        } else if actor.familyOnly, !actor.offices.isEmpty, let holder = holder(actor) {
            figure.person = holder
            addOffices(of: holder, to: &figure)
        }
        return figure
    }

    /// A figure of this document whose family name it is.
    private func introduced(_ actor: Actor) -> Figure? {
        guard let name = actor.name else { return nil }
        let family = Figure.keys(name).last
        return figures.last { figure in
            if let person = figure.person, actor.candidates.contains(person) {
                return actor.party == nil || figure.party == nil || actor.party == figure.party
            }
            guard figure.person == nil, let family else { return false }
            return figure.nameKeys.last == family || figure.nameKeys.first == family
        }
    }

    /// The candidate who fits party, office and day best; for a bare family name only one who is in office.
    private func bestCandidate(_ actor: Actor) -> Int? {
        var best: (score: Int, person: Int)?
        var tied = false
        for person in actor.candidates {
            let terms = lexicon.terms(of: person).map { lexicon.term($0) }
            let current = terms.filter { $0.covers(day) }
            var score = 0
            if !current.isEmpty || isTimely(terms, actor.standing) { score += 8 }
            if let party = actor.party {
                if terms.contains(where: { $0.party == party }) {
                    score += 10
                } else if !actor.isNonOfficial {
                    score -= 12
                }
            } else if let house = houseParty, terms.contains(where: { $0.party == house }) {
                score += 2
            }
            let offices = Set(actor.offices.map(\.office))
            if !offices.isEmpty {
                if current.contains(where: { offices.contains($0.office) }) {
                    score += 8
                } else if terms.contains(where: { offices.contains($0.office) }) {
                    score += 4
                }
            }
            if let top = current.map({ lexicon.office($0.office).level.rank }).min() { score += max(0, 4 - top) }
            if figures.contains(where: { figure in figure.party.map { p in terms.contains { $0.party == p } } ?? false }
            ) {
                score += 1
            }
            if let known = best {
                if score == known.score { tied = true } else if score > known.score { tied = false }
                if score > known.score { best = (score, person) }
            } else {
                best = (score, person)
            }
        }
        guard let best else { return nil }
        if actor.familyOnly {
            // A bare family name needs an office on the day, or a party or office that fits.
            let fits = best.score >= 8
            return fits && (!tied || best.score >= 16) ? best.person : nil
        }
        return best.score >= -4 ? best.person : nil
    }

    /// Whether a person elected or designated is about to hold an office, or a former holder has held one.
    private func isTimely(_ terms: [Lexicon.Term], _ standing: Standing) -> Bool {
        switch standing {
        case .elect, .designate: terms.compactMap(\.from).contains { day <= $0 && $0 <= day + 250 }
        case .former: terms.compactMap(\.to).contains { $0 <= day }
        default: false
        }
    }

    private func addOffices(of person: Int, to figure: inout Figure) {
        let terms = lexicon.offices(of: person, on: day)
        if figure.party == nil {
            // the office that the text names is held for a party now, or was once
            let all = lexicon.terms(of: person).map { lexicon.term($0) }
            let known = figure.offices.compactMap { title in
                (terms.first { $0.office == title.office } ?? all.first { $0.office == title.office })?.party
            }
            figure.party = known.first ?? terms.first?.party ?? lastTerm(of: person)?.party
        }
        let ranked = terms.filter { $0.party == figure.party }
        if !figure.offices.isEmpty, figure.standing == .incumbent, let best = ranked.first,
            figure.offices.allSatisfy({ isVague($0.office) }),
            !isVague(best.office), !figure.offices.contains(where: { $0.office == best.office })
        {
            // "a Politburo member", "China's top diplomat": the office of the day says more
            figure.offices.insert(.init(office: best.office, title: best.title, inText: false), at: 0)
        }
        if figure.offices.isEmpty {
            figure.offices = terms.filter { $0.party == figure.party }.prefix(2).map {
                .init(office: $0.office, title: $0.title, inText: false)
            }
            if terms.isEmpty, figure.standing == .incumbent, let last = lastTerm(of: person), let to = last.to, to < day
            {
                figure.standing = .former
                figure.offices = [.init(office: last.office, title: last.title, inText: false)]
            }
        }
    }

    /// An office by a wording that many could bear.
    private func isVague(_ office: Int) -> Bool {
        ["senior-official", "senior-diplomat", "party-leader", "legislator", "minister", "presidential-aide", "royal"]
            .contains(lexicon.officeCode(office))
    }

    private func lastTerm(of person: Int) -> Lexicon.Term? {
        lexicon.terms(of: person).map { lexicon.term($0) }.filter { ($0.from ?? day) <= day }.max {
            ($0.from ?? day) < ($1.from ?? day)
        }
            ?? lexicon.terms(of: person).first.map { lexicon.term($0) }
    }

    /// The holder of an actor's office on the day, if the name could be theirs.
    private func holder(_ actor: Actor) -> Int? {
        guard let party = actor.party else { return nil }
        for office in actor.offices {
            for term in lexicon.holders(party: party, office: office.office, on: day)
            where actor.candidates.contains(term.person) {
                return term.person
            }
        }
        return nil
    }

    /// "the Turkish Foreign Minister", "the President": a figure of the document in that office, else its holder.
    private func office(_ actor: Actor, _ counterpart: Figure?) -> Figure? {
        var party = actor.party
        var offices = actor.offices
        if actor.isCounterpart, offices.isEmpty, let counterpart {
            offices = peers(of: counterpart, actor)
        }
        guard let office = offices.first else {
            return party.map { Figure(party: $0, tokens: actor.tokens) }
        }
        let titles = offices.map { Figure.Title(office: $0.office, title: $0.title, inText: true) }
        let same = figures.last { figure in
            (party == nil || figure.party == party) && figure.offices.contains { $0.office == office.office }
                && (actor.standing == .former) == (figure.standing == .former)
        }
        if var same {
            same.tokens = actor.tokens
            return same
        }
        if party == nil { party = houseParty }
        guard let party else { return nil }
        var figure = Figure(party: party, offices: titles, standing: actor.standing, tokens: actor.tokens)
        if actor.standing == .incumbent || actor.standing == .acting,
            !actor.isPlural,
            let term = lexicon.holder(party: party, office: office.office, on: day, words: office.title)
        {
            figure.person = term.person
            figure.name = lexicon.person(term.person).name
            figure.byOffice = true
            // "the leaders of Thailand and Cambodia": their prime ministers
            if term.office != office.office {
                figure.offices = [.init(office: term.office, title: term.title, inText: false)]
            }
        }
        return figure
    }
}
