import Diplomacy
import Language
import Lexicon

/// Turns claims into the record's encounters: the principal, levels, roles, places, evidence.
struct RecordWriter {
    let coding: DocumentCoding
    var lexicon: Lexicon { coding.lexicon }
    var text: Text { coding.text }

    mutating func write(_ claims: [Claim], into record: inout Record) {
        let principal = principalIndex(claims)
        for (i, claim) in claims.enumerated() {
            let others = i == principal ? sentencesOfOthers(than: claim, claims) : []
            record.encounters.append(
                encounter(i, of: claims, isPrincipal: i == principal, others, &record.diagnostics))
        }
        relate(claims, &record)
    }

    /// Sentences that tell only of encounters of other days, remembered with their date.
    private func sentencesOfOthers(than claim: Claim, _ claims: [Claim]) -> Set<Int> {
        let others = claims.filter { $0.isBackground && !claim.isBackground && $0.date != nil }
        return Set(others.flatMap { $0.sightings.map(\.sentence) }).subtracting(claim.sightings.map(\.sentence))
    }

    /// The first encounter that is news: in the title, else in the opening, else anywhere; never background or speech.
    func principalIndex(_ claims: [Claim]) -> Int? {
        let news = claims.indices.filter {
            (!claims[$0].isBackground && !claims[$0].inSpeech && claims[$0].kind != .letter || claims[$0].isTitle)
                && claims[$0].isBetweenActors(lexicon)
        }
        if let title = news.first(where: { claims[$0].isTitle && !claims[$0].isBackground }) { return title }
        let opening = news.filter { claims[$0].firstSentence < 4 && !claims[$0].isBackground }
        return opening.min { order(claims[$0]) < order(claims[$1]) } ?? recent(claims)
            ?? news.first { !claims[$0].isBackground }
    }

    /// Where all is told in the past perfect ("after he had met"): what the opening tells of these days.
    private func recent(_ claims: [Claim]) -> Int? {
        guard coding.house == nil else { return nil }
        return claims.indices.first { i in
            guard !claims[i].inSpeech, claims[i].firstSentence < 4, claims[i].isBetweenActors(lexicon),
                claims[i].kind != .letter
            else { return false }
            guard let date = claims[i].date, let day = coding.day else { return claims[i].date == nil }
            return date.end >= day - 10
        }
    }

    private func order(_ claim: Claim) -> (Int, Int) {
        (claim.isMention ? 3 : claim.status == .proposed ? 2 : claim.kind == .visit ? 1 : 0, claim.firstSentence)
    }

    // MARK: - One encounter

    private func encounter(
        _ index: Int, of claims: [Claim], isPrincipal: Bool, _ others: Set<Int>, _ diagnostics: inout [Diagnostic]
    )
        -> Encounter
    {
        let claim = claims[index]
        var participants = claim.figures.enumerated().compactMap { i, figure in
            participant(figure, isHost: claim.host == i, claim)
        }
        markLeads(&participants)
        var medium = claim.medium
        var kind = claim.kind
        if medium == .unknown { medium = assumedMedium(index, of: claims, &diagnostics) }
        if medium == .phone, kind == .meeting || kind == .talks { kind = .call }
        if kind == .meeting, Set(participants.compactMap(\.party)).count >= 3 { kind = .multilateralMeeting }
        var result = Encounter(
            id: "e\(index + 1)", principal: isPrincipal, reported: isPrincipal || isReported(claim), kind: kind,
            medium: medium,
            format: claim.format, status: claim.status, level: level(participants), date: date(claim, isPrincipal),
            place: nil,
            participants: participants, confidence: confidence(claim),
            evidence: evidence(claim, most: isPrincipal ? 6 : 2))
        if medium == .inPerson || medium == .hybrid || medium == .unknown {
            result.place = claim.place
            if isPrincipal, result.place?.name == nil {
                result.place = coding.openingPlace(country: result.place?.country, outside: others) ?? result.place
            }
            if result.place == nil { result.place = hostCapital(claim, participants, &diagnostics) }
        }
        assignHost(&result)
        if result.kind == .meeting, medium == .inPerson,
            claim.sightings.contains(where: { $0.isWeak && $0.rule.hasPrefix("verb.discuss") })
        {
            result.kind = .talks
        }
        if !claim.status.happened { result.outcome = Outcome(kind: .notApplicable) }
        return result
    }

    private func isReported(_ claim: Claim) -> Bool {
        guard !claim.isBackground, !claim.inSpeech, claim.isBetweenActors(lexicon) else { return false }
        if let date = claim.date, let day = coding.day { return date.end >= day - 7 && date.start <= day + 60 }
        return claim.status == .held || claim.status == .announced || claim.status == .underWay
            || ClaimFate.isFate(claim.status)
    }

    /// The date that the clause tells; for the news of a report that dates itself, its own day.
    private func date(_ claim: Claim, _ isPrincipal: Bool) -> PartialDate? {
        if let date = claim.date, !isOfficialDay(isPrincipal, claim) || isNear(date, claim) { return date }
        guard isPrincipal, claim.status.happened else { return nil }
        if let opening = coding.openingDate() { return opening }
        if let dateline = coding.datelineDate { return dateline }
        guard coding.document.source?.kind == .official, let day = coding.day else { return nil }
        return PartialDate(day: day)
    }

    /// An official page tells of its own day; another date in its text is of something else.
    private func isOfficialDay(_ isPrincipal: Bool, _ claim: Claim) -> Bool {
        isPrincipal && claim.status.happened && coding.document.source?.kind == .official
    }

    /// A date of the opening, not after the page and at most three days before it; not of a sentence that comes back to what
    /// another has told before.
    private func isNear(_ date: PartialDate, _ claim: Claim) -> Bool {
        guard let day = coding.day, let tokens = claim.dateTokens else { return false }
        let sentence = coding.text.sentence(of: tokens.lowerBound)
        let told = claim.sightings.filter { !$0.isWeak && !$0.isAnaphoric && !$0.isTitle }.map(\.sentence).min() ?? 1
        return sentence <= min(1, told) && date.start <= day && date.start >= day - 3
    }

    private func confidence(_ claim: Claim) -> Double {
        var value = 0.6
        if claim.sightings.count > 1 { value += 0.12 }
        if claim.isTitle { value += 0.1 }
        if claim.figures.allSatisfy({ $0.name != nil }) { value += 0.1 }
        if claim.date != nil { value += 0.04 }
        if claim.inSpeech || claim.isBackground { value -= 0.15 }
        return (min(value, 0.98) * 100).rounded() / 100
    }

    private func evidence(_ claim: Claim, most: Int) -> [Evidence] {
        var seen: Set<Int> = []
        return claim.sightings.filter { seen.insert($0.sentence).inserted }.prefix(most).compactMap { sighting in
            let tokens = text.sentences[sighting.sentence].tokens
            guard let bytes = text.byteRange(tokens) else { return nil }
            return Evidence(
                sentence: sighting.sentence, span: span(tokens), text: text.string(bytes: bytes), rule: sighting.rule)
        }
    }

    func span(_ tokens: Range<Int>) -> Span { text.span(tokens) }

    // MARK: - Participants

    func participant(_ figure: Figure, isHost: Bool, _ claim: Claim) -> Participant? {
        guard let party = figure.party else { return nil }
        let record = lexicon.party(party)
        let office = figure.offices.first.map { lexicon.office($0.office) }
        var result = Participant(
            person: figure.name, office: figure.offices.first.map { officeTitle($0) },
            offices: figure.offices.map { OfficeClaim(title: officeTitle($0), basis: $0.inText ? "text" : "lexicon") },
            party: record.code, sector: figure.isNonOfficial ? "CVL" : office?.sector ?? record.sector,
            level: figure.isNonOfficial ? .nonOfficial : office?.level, standing: figure.standing,
            span: figure.tokens.isEmpty ? nil : span(figure.tokens), basis: figure.byOffice ? "lexicon" : nil)
        result.written = figure.written
        if office?.sector == "IGO", record.kind.isState { result.sector = "GOV" }
        if office?.sector == "GOV", !record.kind.isState { result.sector = record.sector }
        if isHost {
            result.role = .host
        } else if claim.host != nil {
            result.role = .guest
        } else {
            result.role = .participant
        }
        return result
    }

    /// The office's own name: the text's wording with capitals, or the lexicon's.
    private func officeTitle(_ title: Figure.Title) -> String {
        if title.title.first?.isUppercase == true { return title.title }
        return title.title.split(separator: " ").map { word in
            ["of", "the", "for", "and", "to", "in"].contains(word)
                ? String(word) : word.prefix(1).uppercased() + word.dropFirst()
        }.joined(separator: " ")
    }

    /// The highest of each party leads; the others are its delegation.
    func markLeads(_ participants: inout [Participant]) {
        for party in Set(participants.compactMap(\.party)) {
            let own = participants.indices.filter { participants[$0].party == party }
            let lead = own.min { (participants[$0].level?.rank ?? 99, $0) < (participants[$1].level?.rank ?? 99, $1) }
            for i in own { participants[i].lead = i == lead }
        }
    }

    /// The lower of the two highest leads.
    func level(_ participants: [Participant]) -> Level? {
        let leads = participants.filter(\.lead).compactMap(\.level)
        guard leads.count >= 2 else { return nil }
        return leads.max { $0.rank < $1.rank }
    }

    /// Where the text says who received whom and names no place: the host's capital.
    private func hostCapital(_ claim: Claim, _ participants: [Participant], _ diagnostics: inout [Diagnostic]) -> Place?
    {
        guard let host = claim.host, claim.figures.indices.contains(host), let index = claim.figures[host].party,
            claim.status != .denied
        else { return nil }
        let party = lexicon.party(index)
        guard party.kind.isState, !party.capital.isEmpty, claim.sightings.contains(where: { $0.host != nil }) else {
            return nil
        }
        diagnostics.append(
            Diagnostic(
                code: "venue-from-host",
                message: "No place is named; the capital of the host, \(party.name), is assumed."))
        return Place(name: party.capital, country: party.code, basis: .hostCapital)
    }

    /// Of two parties, the one in whose country they met is the host.
    func assignHost(_ encounter: inout Encounter) {
        guard let country = encounter.place?.country, Set(encounter.participants.compactMap(\.party)).count == 2,
            encounter.participants.allSatisfy({ $0.role == .participant }),
            encounter.participants.contains(where: { $0.party == country })
        else { return }
        for i in encounter.participants.indices {
            encounter.participants[i].role = encounter.participants[i].party == country ? .host : .guest
        }
    }

    // MARK: - Relations

    private func relate(_ claims: [Claim], _ record: inout Record) {
        for (i, claim) in claims.enumerated() where claim.kind == .visit {
            for (j, other) in claims.enumerated() where j != i && other.kind != .visit && other.medium != .phone {
                guard
                    claim.parties.isSubset(of: other.parties)
                        || !claim.parties.intersection(other.parties).isEmpty && sameStay(claim, other)
                else { continue }
                guard claim.isBackground == other.isBackground, claim.status.happened == other.status.happened,
                    claim.sightings.first.map({ a in other.sightings.contains { abs($0.sentence - a.sentence) < 4 } })
                        ?? false
                else { continue }
                record.encounters[j].relations.append(Relation(kind: .partOf, encounter: record.encounters[i].id))
            }
        }
    }

    private func sameStay(_ visit: Claim, _ other: Claim) -> Bool {
        guard let place = visit.place, let where_ = other.place else { return false }
        return place.country == where_.country
    }
}

/// Statuses that end or delay an encounter.
enum ClaimFate {
    static func isFate(_ status: Status) -> Bool { [.cancelled, .postponed, .suspended, .declined].contains(status) }
}
