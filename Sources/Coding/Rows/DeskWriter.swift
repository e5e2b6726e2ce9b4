import Diplomacy
import Language
import Lexicon

/// Writes the encounter of a row of a desk's table, with what the row's free text adds to it, and the others of that text.
struct DeskWriter {
    let coder: Coder
    let coding: DocumentCoding
    let fields: DeskFields
    let row: RowText
    let sides: DeskSides
    let host: Int?
    let place: Place?
    private var lexicon: Lexicon { coder.lexicon }

    func write(_ told: ToldByRemarks, into record: inout Record) {
        var words = DeskWords(coder: coder)
        let writer = RecordWriter(coding: coding)
        let kind = words.kind(fields["kind"])
        let medium = words.medium(fields["medium"])
        let status = words.status(fields["status"]) ?? assumedStatus
        var encounter = Encounter(
            id: "e1", principal: true, reported: true, kind: kind ?? assumedKind(medium),
            medium: medium ?? assumedMedium(kind), status: status, date: fields.dates, place: place,
            series: words.series(fields["series"], round: fields["round"]), participants: participants(writer),
            confidence: confidence, evidence: row.evidence("table.row"))
        writer.markLeads(&encounter.participants)
        encounter.level = words.level(fields["level"]) ?? writer.level(encounter.participants)
        if host == nil, encounter.medium == .inPerson { writer.assignHost(&encounter) }
        encounter.issues = words.issues(fields.issues, row)
        if let outcome = words.outcome(fields["outcome"], row) {
            encounter.outcome = outcome
            if outcome.kind != .notStated, outcome.kind != .notApplicable { encounter.outcomes = [outcome] }
        } else if !status.happened {
            encounter.outcome = Outcome(kind: .notApplicable)
        }
        let same = told.encounters.filter { isSame($0, as: encounter) }
        for one in same { take(one, into: &encounter) }
        if fields.issues.isEmpty, encounter.issues.isEmpty { encounter.issues = issuesOfNote() }
        record.diagnostics += words.diagnostics
        record.encounters = [encounter]
        let merged = Set(same.map(\.id))
        told.append(told.encounters.filter { !merged.contains($0.id) }, merged: merged, to: &record) {
            isPart($0, of: encounter)
        }
    }

    // MARK: - What the row leaves out

    /// Rows are kept of what was, unless they were published before it.
    private var assumedStatus: Status {
        coding.document.published.map { $0 < fields.dates.start } ?? false ? .announced : .held
    }

    private func assumedKind(_ medium: Medium?) -> EncounterKind {
        switch medium {
        case .phone: .call
        case .video: .videoConference
        case .letter: .letter
        default: sides.parties.count > 2 ? .multilateralMeeting : .meeting
        }
    }

    private func assumedMedium(_ kind: EncounterKind?) -> Medium {
        switch kind {
        case .call: .phone
        case .videoConference: .video
        case .letter: .letter
        case .visit: .inPerson
        default: place == nil ? .unknown : .inPerson
        }
    }

    private var confidence: Double {
        sides.members.allSatisfy { $0.figure.name == nil || $0.figure.person != nil && !$0.figure.byOffice }
            ? 0.95 : 0.9
    }

    // MARK: - Participants

    private func participants(_ writer: RecordWriter) -> [Participant] {
        let hostIndex = host.flatMap { host in sides.members.firstIndex { $0.figure.party == host } }
        let claim = Claim(
            figures: sides.members.map(\.figure), host: hostIndex, kind: .meeting, medium: .unknown, status: .held,
            statusIsStated: true, isBackground: false, inSpeech: false, sightings: [])
        var all = sides.members.compactMap { member -> Participant? in
            let isHost = host != nil && member.figure.party == host
            guard var one = writer.participant(member.figure, isHost: isHost, claim) else { return nil }
            one.span = member.words.flatMap { row.span(of: $0) }
            if let office = member.office {
                one.office = office
                one.offices.insert(OfficeClaim(title: office, basis: "text"), at: 0)
            }
            return one
        }
        for person in sides.strangers {
            all.append(Participant(person: person, role: .participant, span: row.span(of: person)))
        }
        if let host, hostIndex == nil {
            // a third party's place: it is no side of the contact
            let party = lexicon.party(host)
            all.append(
                Participant(
                    party: party.code, sector: party.sector, role: .venueHost,
                    span: fields["host"].flatMap { row.span(of: $0) }))
        }
        return all
    }

    // MARK: - Free text

    /// Whether an encounter of the free text is the row's own, told once more.
    private func isSame(_ told: Encounter, as encounter: Encounter) -> Bool {
        let parties = Set(told.participants.compactMap(\.party))
        let own = Set(encounter.participants.compactMap(\.party))
        guard parties.count >= 2, parties.isSubset(of: own), told.status.happened == encounter.status.happened else {
            return false
        }
        // within a visit there may be several meetings
        if encounter.kind == .visit, told.kind != .visit { return false }
        let isFar = told.medium != .unknown && encounter.medium != .unknown && told.medium != encounter.medium
        return !isFar && (told.date?.overlaps(fields.dates) ?? true)
    }

    /// What the free text tells of the row's encounter and the row's cells do not.
    private func take(_ told: Encounter, into encounter: inout Encounter) {
        for issue in told.issues where !encounter.issues.contains(where: { $0.code == issue.code }) {
            encounter.issues.append(issue)
        }
        for one in told.about where !encounter.about.contains(where: { $0.party == one.party }) {
            encounter.about.append(one)
        }
        encounter.instruments = encounter.instruments ?? told.instruments
        encounter.regions = encounter.regions ?? told.regions
        encounter.within = encounter.within ?? told.within
        encounter.series = encounter.series ?? told.series
        if fields["outcome"] == nil, encounter.status.happened, told.outcome.kind.weight < encounter.outcome.kind.weight
        {
            encounter.outcome = told.outcome
            encounter.outcomes = told.outcomes
        }
        encounter.evidence += told.evidence
    }

    private func isPart(_ told: Encounter, of encounter: Encounter) -> Bool {
        guard encounter.kind == .visit, told.kind != .visit, told.status.happened, let date = told.date,
            [.inPerson, .hybrid, .unknown].contains(told.medium)
        else { return false }
        return fields.dates.start <= date.start && date.end <= fields.dates.end
    }

    /// Issues by the wordings of the free text: of a row they are its encounter's.
    private func issuesOfNote() -> [IssueMention] {
        guard let start = row.noteStart else { return [] }
        let text = coding.text
        var found: [IssueMention] = []
        for sentence in text.sentences where (text.byteRange(sentence.tokens)?.upperBound ?? 0) > start {
            for match in coding.scan.issues(in: sentence.tokens)
            where Int(text.tokens[match.tokens.lowerBound].start) >= start {
                for code in match.codes where !found.contains(where: { $0.code == code }) {
                    found.append(IssueMention(code: code, span: text.span(match.tokens)))
                }
            }
        }
        return found
    }
}
