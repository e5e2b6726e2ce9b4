import Diplomacy
import Language
import Lexicon

// From sightings to claims: who the actors are, when and where, and which sightings are of one encounter.
extension DocumentCoding {
    /// The claims of the document, in the order of the text, each of at least two parties.
    mutating func claims() -> [Claim] {
        var claims: [Claim] = []
        var focus: Int?
        var subject: Figure?
        var known: [Figure]?
        for i in text.sentences.indices {
            guard let view = views[i] else {
                if i < 30, !spoken[i], let view = introduction(i) { introduce(view.groups) }
                continue
            }
            // a speaker's "they" and "the meeting" point to what the report does not tell
            if view.names.isEmpty, spoken[i] || (focus == nil && i > 6) { continue }
            let reader = ClauseReader(view: view)
            introduce(reader.groups)
            for sighting in reader.sightings() {
                guard var claim = claim(sighting, view, claims, focus, subject) else { continue }
                if focus == nil, sighting.isAnaphoric, !spoken[i], i <= 6, !claim.isBackground, claim.parties.count < 2
                {
                    let opening = known ?? opening()
                    known = opening
                    // "During the conversation ...", of a text that never says in one sentence who talked
                    for figure in opening where !claim.parties.contains(figure.party ?? -1) {
                        claim.figures.append(figure)
                    }
                }
                claim.inSpeech = spoken[i] || isQuoted(sighting.trigger, view)
                let target = target(for: claim, sighting, claims, focus)
                if let target {
                    if sighting.isAnaphoric, claim.figures.isEmpty || !claim.statusIsStated {
                        claim.status = claims[target].status
                    }
                    if sighting.isAnaphoric, !ClaimFate.isFate(claim.status) { claim.statusIsStated = false }
                    claims[target].merge(claim)
                    focus = target
                } else if !claim.figures.isEmpty, claims.count < Self.most {
                    for one in split(claim, sighting) {
                        claims.append(one)
                        if !one.isMention, !one.isBackground || focus == nil { focus = claims.count - 1 }
                    }
                }
            }
            if let focus, let fate = pronounFate(view, reader) {
                claims[focus].status = fate
                claims[focus].statusIsStated = true
            }
            if focus == nil, !spoken[i], i <= 6, let talk = jointAct(view, opening: &known) {
                claims.append(talk)
                focus = claims.count - 1
            }
            if let lead = reader.groups.first?.actors.first(where: { $0.kind == .person || $0.kind == .office }),
                !spoken[i]
            {
                subject = cast.resolve(lead) ?? subject
            }
        }
        complete(&claims)
        if let talk = directTalk(beside: claims) { claims.append(talk) }
        if isGreeting { for i in claims.indices where !isTold(claims[i]) { claims[i].isBackground = true } }
        return claims
    }

    /// The two who a report is about, where no sentence says that they met: the publisher and the first official of another
    /// party whom the opening names, or the first two such persons; by an office alone only where no name serves.
    mutating func opening() -> [Figure] {
        let named = opening { $0.kind == .person }
        return named.isEmpty ? opening { $0.kind == .person || $0.kind == .office && !$0.isPlural } : named
    }

    private mutating func opening(_ isFit: (Actor) -> Bool) -> [Figure] {
        var found: [Figure] = house.map { [$0] } ?? []
        for i in views.keys.sorted().prefix(8) where !spoken[i] {
            guard let view = views[i] else { continue }
            for group in view.groups {
                for actor in group.actors where isFit(actor) && !actor.isNonOfficial {
                    guard let figure = cast.resolve(actor), let party = figure.party, figure.name != nil,
                        !figure.offices.isEmpty, !found.contains(where: { $0.party == party })
                    else { continue }
                    found.append(figure)
                    if found.count == 2 { return found }
                }
            }
        }
        return found.count == 2 ? found : []
    }

    /// "It was called off": a fate told of the encounter by a pronoun.
    private func pronounFate(_ view: SentenceView, _ reader: ClauseReader) -> Status? {
        guard Self.it.contains(view.key(view.range.lowerBound)), reader.triggers().isEmpty else { return nil }
        guard let cue = view.cues.first(where: { cue in StatusReader.fates.contains { cue.classes.contains($0.0) } }),
            cue.tokens.lowerBound - view.range.lowerBound < 6
        else { return nil }
        return StatusReader.fates.first { cue.classes.contains($0.0) }?.1
    }

    static let it = Word.set("it this that they")

    private mutating func introduce(_ groups: [ActorGroup]) {
        for group in groups { for actor in group.actors where actor.kind == .person { _ = cast.resolve(actor) } }
    }

    /// Encounters kept of one document, for each new one is compared with all.
    static var most: Int { 400 }

    /// Words within quotation marks are somebody's speech.
    private func isQuoted(_ tokens: Range<Int>, _ view: SentenceView) -> Bool {
        var open = false
        for i in view.range.lowerBound..<tokens.lowerBound {
            if view.shape(i).contains(.openQuote) {
                open = true
            } else if view.shape(i).contains(.closeQuote) {
                open = false
            }
        }
        return open
    }

    /// A message of greetings, congratulations or condolences by its title or first sentence.
    private var isGreeting: Bool {
        for i in text.sentences.indices.prefix(2) {
            if let view = views[i], view.has(.greeting) { return true }
            if !text.sentences[i].isTitle { break }
        }
        return false
    }

    /// Whether a greeting's opening tells, of named persons, that they met or spoke all the same.
    private func isTold(_ claim: Claim) -> Bool {
        claim.sightings.contains { !$0.isWeak && !$0.isAnaphoric && $0.sentence <= 2 && $0.kind != .consultation }
            && Set(claim.figures.filter { $0.name != nil }.compactMap(\.party)).count >= 2
            || claim.sightings.contains { isConversation($0) && !spoken[$0.sentence] || isJoint($0) }
    }

    /// "The two leaders agreed", "A and B discussed": no message is sent by both.
    private func isJoint(_ sighting: Sighting) -> Bool {
        sighting.rule == "pair.talk"
            || sighting.rule.hasPrefix("verb.discuss") && sighting.status == .held && !spoken[sighting.sentence]
    }

    private func isConversation(_ sighting: Sighting) -> Bool {
        sighting.kind == .call && sighting.medium == .phone || sighting.rule.hasPrefix("noun.conversation")
    }

    // MARK: - One sighting

    private mutating func claim(
        _ sighting: Sighting, _ view: SentenceView, _ claims: [Claim], _ focus: Int?, _ subject: Figure?
    ) -> Claim? {
        var claim = Claim(
            kind: sighting.kind, medium: sighting.medium, format: sighting.format, status: sighting.status,
            statusIsStated: sighting.statusIsStated, isBackground: sighting.isBackground, inSpeech: false,
            sightings: [sighting])
        // "the two ministers" are those of the main news, whoever was named since
        let main = claims.firstIndex { !$0.isBackground && !$0.inSpeech && $0.parties.count >= 2 } ?? focus
        let known = main.map { claims[$0].figures } ?? []
        for (i, actor) in sighting.actors.enumerated() {
            let found = figures(actor, known: known, subject: subject, others: claim.figures)
            if i == sighting.host { claim.host = claim.figures.count }
            for figure in found
            where !claim.figures.contains(where: {
                $0.isSame(as: figure) || ($0.name == nil && figure.name == nil && $0.party == figure.party)
            }) {
                claim.figures.append(figure)
            }
        }
        shareParty(&claim)
        addHouse(&claim, sighting)
        dropRedundantParties(&claim)
        readDate(&claim, sighting, view)
        readPlace(&claim, sighting, view)
        if let destination = sighting.destination { addDestination(destination, to: &claim, view) }
        return claim
    }

    /// "Queen Beatrix and Prime Minister Lubbers": one party is told, and holds for the office holder beside.
    private func shareParty(_ claim: inout Claim) {
        let named = claim.figures.filter { $0.party != nil && !$0.offices.isEmpty && $0.party != house?.party }
        guard let party = named.first?.party, Set(named.compactMap(\.party)).count == 1 else { return }
        for i in claim.figures.indices where claim.figures[i].party == nil && !claim.figures[i].offices.isEmpty {
            claim.figures[i].party = party
        }
    }

    /// "Meeting with President of Belarus", on the President of Russia's own site: the publisher is the one who met.
    private func addHouse(_ claim: inout Claim, _ sighting: Sighting) {
        guard sighting.lacksSubject, view(isOpening: sighting.sentence), let house, let party = house.party,
            !claim.figures.isEmpty,
            !claim.parties.contains(party), claim.figures.contains(where: { !$0.isNonOfficial })
        else { return }
        claim.figures.insert(house, at: 0)
        claim.host = claim.host.map { $0 + 1 }
    }

    private func view(isOpening sentence: Int) -> Bool { sentence < 3 || setting != nil }

    /// Who an actor is here; pronouns and pairs point back.
    private mutating func figures(_ actor: Actor, known: [Figure], subject: Figure?, others: [Figure]) -> [Figure] {
        switch actor.kind {
        case .pair: return known.isEmpty ? cast.recentPair(before: actor.tokens.lowerBound) : known
        case .pronoun:
            guard let subject, actor.isFemale == nil || subject.isFemale == nil || actor.isFemale == subject.isFemale
            else { return [] }
            return [subject]
        default:
            let counterpart = others.first { !$0.offices.isEmpty } ?? subject
            guard var figure = cast.resolve(actor, counterpartOf: counterpart) else { return [] }
            if figure.party == nil, !figure.offices.isEmpty { figure.party = setting?.party(of: actor, in: text) }
            return [figure]
        }
    }

    /// A party beside its own representative says nothing more.
    private func dropRedundantParties(_ claim: inout Claim) {
        let named = Set(claim.figures.filter { $0.name != nil }.compactMap(\.party))
        let host = claim.host.flatMap { claim.figures.indices.contains($0) ? claim.figures[$0] : nil }
        claim.figures.removeAll {
            $0.name == nil && $0.offices.isEmpty && ($0.party.map { named.contains($0) } ?? false)
        }
        claim.host = host.flatMap { figure in claim.figures.firstIndex(of: figure) }
    }

    private func readDate(_ claim: inout Claim, _ sighting: Sighting, _ view: SentenceView) {
        let prefer: DateExpression.Direction =
            switch sighting.status {
            case .held, .underWay: .past
            case .announced, .proposed: .future
            default: view.has(.planned) ? .future : .nearest
            }
        let dates = expressions(view, prefer: prefer)
        let past = prefer == .future && ClaimFate.isFate(sighting.status) ? expressions(view, prefer: .past) : []
        let found = dates.map { date in past.first { $0.tokens == date.tokens && isJustOver($0, not: date) } ?? date }
            .filter {
                (!dateline.contains($0.tokens.lowerBound) && $0.kind != .bareYear || $0.direction != nil)
                    && view.belongs($0.tokens, to: sighting.trigger)
                    // "since November 9 the special envoy"
                    && view.key($0.tokens.lowerBound - 1) != Self.since
                    // "discussed preparations for a summit in September"
                    && (!sighting.isWeak || $0.value.precision == .day)
            }
        let near = found.min { rank($0.tokens, sighting, view) < rank($1.tokens, sighting, view) }
        guard let near, distance(near.tokens, sighting) < 22 else { return }
        claim.date = near.value
        claim.dateTokens = near.tokens
        if let again = found.first(where: { isNextDay($0, after: near, view) }) { claim.date?.end = again.value.end }
        if let day, near.value.end < day - 20, sighting.status == .held { claim.isBackground = true }
        // a held encounter does not lie ahead: the date is of something else
        if let day, sighting.status == .held, near.value.start > day + 1 {
            claim.date = nil
            claim.dateTokens = nil
        }
        if near.direction == .past, near.value.precision != .day, sighting.status == .held, near.kind == .relative,
            let day, near.value.end < day - 6
        {
            claim.isBackground = true
        }
    }

    /// "Put off a meeting planned for 22 January", told on the 24th: that one, and not that of the next year.
    private func isJustOver(_ past: DateExpression, not future: DateExpression) -> Bool {
        guard let day else { return false }
        return past.value.end >= day - 10 && past.value.end < day && future.value.start > day + 300
    }

    /// "On Friday and again on Saturday": one encounter of two days.
    private func isNextDay(_ second: DateExpression, after first: DateExpression, _ view: SentenceView) -> Bool {
        let between = first.tokens.upperBound..<max(first.tokens.upperBound, second.tokens.lowerBound)
        return first.value.precision == .day && second.value.precision == .day
            && second.value.start == first.value.end + 1 && (1...5).contains(between.count)
            && between.contains { ActorParser.and.contains(view.key($0)) }
    }

    /// Dates of the clause's own part of the sentence come before those beyond a semicolon.
    private func rank(_ tokens: Range<Int>, _ sighting: Sighting, _ view: SentenceView) -> (Int, Int) {
        let clause = sighting.clause
        let (first, second) = tokens.lowerBound < clause.lowerBound ? (tokens, clause) : (clause, tokens)
        let between = first.upperBound..<max(first.upperBound, second.lowerBound)
        return (between.contains { view.key($0) == Self.semicolon } ? 1 : 0, distance(tokens, sighting))
    }

    private func distance(_ tokens: Range<Int>, _ sighting: Sighting) -> Int {
        if sighting.clause.overlaps(tokens) { return 0 }
        if tokens.lowerBound >= sighting.clause.upperBound { return tokens.lowerBound - sighting.clause.upperBound }
        return sighting.clause.lowerBound - tokens.upperBound + 2
    }

    static let semicolon = Folding.key(";")
    private static let since = Folding.key("since")

    private func readPlace(_ claim: inout Claim, _ sighting: Sighting, _ view: SentenceView) {
        let spoke = sighting.rule.hasPrefix("verb.speak") && claim.medium == .unknown
        guard spoke || claim.kind != .call, claim.medium != .phone, claim.medium != .video else { return }
        let reader = PlaceReader(view: view, dateline: dateline)
        guard let found = reader.place(for: sighting.trigger, within: view.range) else { return }
        // "discussed the council that sits in Minsk": of what was discussed much is said, of where they talked little
        if sighting.isWeak, view.runningTree?.isDirect(found.tokens, on: sighting.trigger) == false { return }
        if spoke {
            // "talked for ten minutes in Delhi": where a place is told, they were there
            guard found.place.name != nil, found.tokens.lowerBound >= sighting.trigger.upperBound,
                found.tokens.lowerBound - sighting.clause.upperBound < 8
            else { return }
            claim.kind = .meeting
            claim.medium = .inPerson
        }
        claim.place = place(found)
    }

    /// A traveller's destination: the other party, and the place.
    private func addDestination(_ match: NameMatch, to claim: inout Claim, _ view: SentenceView) {
        var country: Int?
        if let mention = ActorParser(view: view).partyMention(match), lexicon.partyKind(mention.party).isState {
            country = mention.party
        }
        let places = match.entries.filter { $0.kind == .place }.map { lexicon.place($0.index) }
        let place = places.max {
            ($0.kind == .capital ? 1 : 0, $0.population) < ($1.kind == .capital ? 1 : 0, $1.population)
        }
        if country == nil { country = place?.country }
        guard let country else { return }
        if claim.place == nil {
            claim.place = Place(
                name: place?.name, country: lexicon.partyCode(country), latitude: place?.latitude,
                longitude: place?.longitude)
            if let bytes = text.byteRange(match.tokens) {
                claim.place?.span = text.span(bytes: bytes)
            }
        }
        if !claim.parties.contains(country) {
            claim.host = claim.figures.count
            claim.figures.append(Figure(party: country, tokens: match.tokens))
        }
    }

    // MARK: - Which encounter

    /// The claim that a new one belongs to.
    private func target(for claim: Claim, _ sighting: Sighting, _ claims: [Claim], _ focus: Int?) -> Int? {
        if claim.figures.isEmpty || (sighting.isAnaphoric && claim.parties.count < 2) {
            // "Met with the premier. Attended the summit", in a row: the one is not the other
            if setting != nil { return nil }
            guard let focus, claim.isMention == claims[focus].isMention else { return nil }
            if claim.isBackground != claims[focus].isBackground { return nil }
            // "the upcoming summit" is not what has been told as done
            if isForthcoming(sighting), claims[focus].status == .held,
                claims[focus].statusIsStated || claims[focus].isWeak
            {
                return nil
            }
            return claim.figures.allSatisfy { figure in figure.party.map { claims[focus].parties.contains($0) } ?? true
            } ? focus : nil
        }
        if let focus, claims[focus].agrees(with: claim, day: day) { return focus }
        if sighting.isWeak, let focus, !claims[focus].isMention, claim.parties.isSubset(of: claims[focus].parties),
            !claim.isBackground
        {
            return focus
        }
        return claims.indices.first { claims[$0].agrees(with: claim, day: day) }
    }

    /// "the planned meeting": a noun that its own adjective sets ahead.
    private func isForthcoming(_ sighting: Sighting) -> Bool {
        sighting.status == .announced
            && views[sighting.sentence]?.cues.contains {
                ($0.classes.contains(.planned) || $0.classes.contains(.future))
                    && $0.tokens.upperBound <= sighting.trigger.lowerBound
                    && sighting.trigger.lowerBound - $0.tokens.upperBound <= 3
            } ?? false
    }

    /// "met with Blair, Netanyahu and Arafat": three counterparts of three parties are three encounters.
    private func split(_ claim: Claim, _ sighting: Sighting) -> [Claim] {
        guard sighting.rule.hasPrefix("verb.meet.active") || sighting.rule.hasPrefix("verb.receive"),
            let first = claim.figures.first,
            sighting.actors.first.map({ $0.tokens.upperBound <= sighting.trigger.lowerBound }) ?? false
        else { return [claim] }
        let others = claim.figures.dropFirst().filter { $0.party != first.party }
        guard Set(others.compactMap(\.party)).count >= 3 else { return [claim] }
        return others.map { other in
            var one = claim
            one.figures = [first, other]
            one.host = claim.host == 0 ? 0 : nil
            return one
        }
    }
}
