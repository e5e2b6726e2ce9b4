import Diplomacy
import Lexicon

/// What a document says of one encounter, gathered from its sightings.
struct Claim {
    var figures: [Figure] = []
    /// Index into `figures`.
    var host: Int?
    var kind: EncounterKind
    var medium: Medium
    var format: Format = .direct
    var status: Status
    var statusIsStated: Bool
    var date: PartialDate?
    var dateTokens: Range<Int>?
    var place: Place?
    /// Country of the destination of a visit, or of the stated place.
    var isBackground: Bool
    var inSpeech: Bool
    var sightings: [Sighting]
    var isTitle: Bool { sightings.contains(where: \.isTitle) }
    var firstSentence: Int { sightings.map(\.sentence).min() ?? 0 }

    var parties: Set<Int> { Set(figures.compactMap(\.party)) }

    /// Whether another claim can be about the same encounter.
    func agrees(with other: Claim, day: Day?) -> Bool {
        let (mine, theirs) = (parties, other.parties)
        guard statusAgrees(other), isMention == other.isMention else { return false }
        // nobody joins a meeting of two after the opening has told of it
        if mine.count >= 2, !theirs.isSubset(of: mine),
            other.firstSentence > 2 || other.sightings.contains(where: \.isWeak)
        {
            return false
        }
        // "talks with the envoy ... They went on to Poland": a journey that is told later is not what tells the other side
        if mine.count == 1, theirs.count >= 2, other.kind == .visit, kind != .visit,
            other.firstSentence > firstSentence
        {
            return false
        }
        guard mine.count >= 2, theirs.count >= 2 else {
            return !mine.isEmpty && !theirs.isEmpty && (mine.isSubset(of: theirs) || theirs.isSubset(of: mine))
                && personsAgree(other)
                && mediumAgrees(other) && datesAgree(other, day)
        }
        guard mine.isSubset(of: theirs) || theirs.isSubset(of: mine) else { return false }
        return personsAgree(other) && mediumAgrees(other) && datesAgree(other, day)
            && (kind == .letter) == (other.kind == .letter)
    }

    /// What is held and what lies ahead are two encounters, unless the opening tells both ways of one.
    private func statusAgrees(_ other: Claim) -> Bool {
        if status.happened == other.status.happened { return true }
        if status == .denied || other.status == .denied { return !statusIsStated || !other.statusIsStated }
        return (!statusIsStated || !other.statusIsStated) && other.firstSentence <= firstSentence + 3
    }

    /// No party is represented by two different persons.
    private func personsAgree(_ other: Claim) -> Bool {
        for party in parties.intersection(other.parties) {
            let mine = figures.filter { $0.party == party && $0.name != nil }
            let theirs = other.figures.filter { $0.party == party && $0.name != nil }
            if !mine.isEmpty, !theirs.isEmpty, !mine.contains(where: { a in theirs.contains { a.isSame(as: $0) } }) {
                return false
            }
        }
        return true
    }

    private func mediumAgrees(_ other: Claim) -> Bool {
        medium == .unknown || other.medium == .unknown || medium == other.medium
    }

    private func datesAgree(_ other: Claim, _ day: Day?) -> Bool {
        if isBackground != other.isBackground {
            guard let a = date, let b = other.date else { return false }
            return a.overlaps(b)
        }
        guard let a = date, let b = other.date else { return true }
        return a.overlaps(b)
    }

    /// Takes in what another claim of the same encounter adds.
    mutating func merge(_ other: Claim) {
        for figure in other.figures {
            if let i = figures.firstIndex(where: { $0.isSame(as: figure) }) {
                figures[i].takeTitles(of: figure)
                if figures[i].written == nil { figures[i].written = figure.written }
                if figures[i].party == nil { figures[i].party = figure.party }
            } else if figure.name == nil {
                if !figures.contains(where: { $0.party == figure.party }) { figures.append(figure) }
            } else if let i = figures.firstIndex(where: { $0.name == nil && $0.party == figure.party }) {
                figures[i] = figure
            } else {
                figures.append(figure)
            }
        }
        if other.isWeak {
            if !statusIsStated, other.statusIsStated, other.firstSentence <= 2 {
                status = other.status
                statusIsStated = true
            }
            if place == nil, inSpeech || !other.inSpeech { place = other.place }
            if date == nil, other.firstSentence <= 2 {
                date = other.date
                dateTokens = other.dateTokens
            }
            sightings += other.sightings
            return
        }
        if host == nil, let theirs = other.host, other.figures.indices.contains(theirs) {
            host = figures.firstIndex {
                $0.isSame(as: other.figures[theirs]) || ($0.party == other.figures[theirs].party)
            }
        }
        takeKind(of: other)
        if format == .direct { format = other.format }
        let arrival = other.kind == .visit && kind != .visit
        if other.statusIsStated, !arrival, inSpeech || !other.inSpeech,
            !statusIsStated || (isTitle && status == .held) || Self.outranks(other.status, status)
        {
            status = other.status
            statusIsStated = true
        }
        if date == nil, !other.isLoose || other.firstSentence <= 2 {
            date = other.date
            dateTokens = other.dateTokens
        }
        // "our meeting in Sochi in 2014", a speaker remembers
        if inSpeech || !other.inSpeech, place == nil || (place?.name == nil && other.place?.name != nil) {
            place = other.place
        }
        inSpeech = inSpeech && other.inSpeech
        sightings += other.sightings
    }

    /// Whether two parties that act in diplomacy take part: a state or a named person on one side at least, and no side
    /// of private persons only.
    func isBetweenActors(_ lexicon: Lexicon) -> Bool {
        let acting = figures.filter { figure in
            guard let party = figure.party, !figure.isNonOfficial else { return false }
            return figure.name != nil
                || ["GOV", "IGO", "REB", "OPP", "MIL", "PTY"].contains(lexicon.party(party).sector)
        }
        return Set(acting.compactMap(\.party)).count >= 2
            && acting.contains {
                $0.name != nil || !$0.offices.isEmpty || ($0.party.map { lexicon.partyKind($0).isState } ?? false)
            }
    }

    /// Told by a pronoun, by "the talks" or by "discussed" alone.
    var isMention: Bool { sightings.allSatisfy(\.isMention) }
    var isLoose: Bool { sightings.allSatisfy { $0.isWeak || $0.isAnaphoric } }
    var isWeak: Bool { sightings.allSatisfy(\.isWeak) }

    /// The kind with precedence, where the other claim tells it in so many words near the opening.
    private mutating func takeKind(of other: Claim) {
        guard !other.isWeak else { return }
        if kind == .visit, other.kind != .letter {
            kind = other.kind
            medium = other.medium
            return
        }
        let firm: Set<EncounterKind> = [
            .consultation, .summit, .signing, .letter, .call, .videoConference, .multilateralMeeting,
        ]
        if sightings.allSatisfy(\.isWeak) {
            // "they discussed the dialogue", "the summit": what is pointed to is not how they talked
            if other.isLoose, firm.contains(other.kind), other.medium == .unknown { return }
            kind = other.kind
            if other.medium != .unknown { medium = other.medium }
            return
        }
        if medium == .unknown,
            kind == .call || other.kind == .call || other.kind == .videoConference || other.kind == .letter
        {
            // "spoke" says nothing of the means; what else is told does
            let met =
                other.kind != .visit && other.kind != .signing
                && (!other.isLoose || other.kind == .meeting && other.isAnaphoricMeeting)
            if kind == .call, other.kind != .call, met { kind = other.kind }
            // "they spoke. She will travel to Brazil": a journey told after it is no means
            let travels = other.kind == .visit && other.firstSentence > firstSentence
            if other.medium != .unknown, !travels, firstSentence + 3 >= other.firstSentence || isLoose {
                medium = other.medium
                if other.medium == .phone { kind = .call }
                if other.medium == .video { kind = .videoConference }
            }
            return
        }
        if medium == .unknown { medium = other.medium }
        if firm.contains(other.kind), other.firstSentence > 3 || other.isLoose { return }
        // "the conversation was part of a series of consultations"
        if other.kind == .consultation, sightings.contains(where: { $0.rule.hasPrefix("noun.conversation") }) { return }
        if other.kind.precedence < kind.precedence, other.kind != .visit, other.kind != .contact, kind != .call,
            other.kind != .letter
        {
            kind = other.kind
        }
    }

    /// "the meeting", and not "the conversation" or "they discussed".
    private var isAnaphoricMeeting: Bool { sightings.contains { $0.rule.hasPrefix("noun.meeting") } }

    /// A stated end or delay outranks plans.
    static func outranks(_ a: Status, _ b: Status) -> Bool {
        let order: [Status] = [.cancelled, .postponed, .suspended, .declined]
        guard let i = order.firstIndex(of: a) else { return false }
        return (order.firstIndex(of: b) ?? order.count) > i
    }
}
