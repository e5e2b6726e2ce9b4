import Diplomacy
import Language
import Lexicon

/// Writes the encounters of a row: the visit first, then those of its remarks, as parts of it.
struct VisitWriter {
    let coding: DocumentCoding
    let fields: VisitFields
    let guest: Int
    let host: Int
    let visitors: [Figure]
    let place: Place
    private var text: Text { coding.text }
    private var guestCode: String { coding.lexicon.partyCode(guest) }
    private var hostCode: String { coding.lexicon.partyCode(host) }

    func write(_ told: ToldByRemarks, into record: inout Record) {
        let own = told.encounters.filter { !isTheVisit($0) }
        let writer = RecordWriter(coding: coding)
        var visit = Encounter(
            id: "e1", principal: true, reported: true, kind: .visit, medium: .inPerson,
            status: fields.isAnnounced ? .announced : .held, date: fields.dates, place: place,
            participants: guests(writer), confidence: confidence, evidence: row.evidence("visit.row"))
        if fields.isAnnounced { visit.outcome = Outcome(kind: .notApplicable) }
        let met = own.filter(isWithHost)
        var purpose = VisitPurpose(fields)
        let isContact = purpose.isContact(metHost: !met.isEmpty, metOthers: own.contains(where: isWithOthers))
        if !isContact, purpose == .business { purpose = .elsewhere }
        visit.participants += hosts(met, isContact)
        writer.markLeads(&visit.participants)
        demoteCompanions(&visit.participants)
        visit.level = purpose == .privateStay ? .nonOfficial : writer.level(visit.participants)
        if !isContact {
            visit.within = gathering(purpose)
            record.diagnostics.append(note(purpose))
        }
        record.encounters = [visit]
        told.append(own, to: &record) { isPart($0) && $0.kind != .visit }
    }

    /// "State visit." tells of the row's own visit once more.
    private func isTheVisit(_ encounter: Encounter) -> Bool {
        encounter.kind == .visit && encounter.status.happened
            && Set(encounter.participants.compactMap(\.party)).isSubset(of: [guestCode, hostCode])
            && (encounter.date.map { $0.overlaps(fields.dates) } ?? true)
    }

    private func isPart(_ encounter: Encounter) -> Bool {
        guard encounter.status.happened, [.inPerson, .hybrid, .unknown].contains(encounter.medium),
            let date = encounter.date, fields.start <= date.start, date.end <= fields.end
        else { return false }
        return encounter.place?.country == nil || encounter.place?.country == hostCode
    }

    /// Whether the two sides of the visit met in its course.
    private func isWithHost(_ encounter: Encounter) -> Bool {
        let parties = encounter.participants.filter { $0.role != .mediator && $0.role != .venueHost }.map(\.party)
        return isPart(encounter) && parties.contains(guestCode) && parties.contains(hostCode)
    }

    /// Whether the visitor met somebody else than the host in its course.
    private func isWithOthers(_ encounter: Encounter) -> Bool {
        let parties = encounter.participants.map(\.party)
        return isPart(encounter) && parties.contains(guestCode) && !parties.contains(hostCode)
    }

    // MARK: - Participants

    private func guests(_ writer: RecordWriter) -> [Participant] {
        let claim = Claim(
            figures: visitors, host: visitors.count, kind: .visit, medium: .inPerson, status: .held,
            statusIsStated: true, isBackground: false, inSpeech: false, sightings: [])
        return visitors.compactMap { writer.participant($0, isHost: false, claim) }
    }

    /// The host: those of its officials whom the remarks name, else the party alone; where no contact is told, the place's owner.
    private func hosts(_ met: [Encounter], _ isContact: Bool) -> [Participant] {
        let sector = coding.lexicon.party(host).sector
        let role: Role = isContact ? .host : .venueHost
        var named: [Participant] = []
        if isContact {
            for one in met.flatMap(\.participants) where one.party == hostCode && one.person != nil {
                if named.contains(where: { $0.person == one.person }) { continue }
                var one = one
                one.role = .host
                named.append(one)
            }
        }
        if !named.isEmpty { return named }
        var party = Participant(party: hostCode, sector: sector, role: role, lead: false)
        party.span = row.span(of: fields.to)
        return [party]
    }

    /// "Accompanied President Bush": a member of another's delegation, whose lead the row does not have.
    private func demoteCompanions(_ participants: inout [Participant]) {
        guard fields.remarks?.hasPrefix("Accompanied President") ?? false else { return }
        for i in participants.indices where participants[i].party == guestCode {
            participants[i].role = .delegationMember
            participants[i].lead = false
        }
    }

    // MARK: - Evidence

    private var row: RowText { RowText(coding: coding, note: fields.remarks) }

    private var confidence: Double {
        if fields.isAnnounced { return 0.8 }
        return visitors.allSatisfy { $0.person != nil && !$0.byOffice } ? 0.95 : 0.9
    }

    // MARK: - Purpose

    private func note(_ purpose: VisitPurpose) -> Diagnostic {
        let told =
            switch purpose {
            case .official, .business: "a visit"
            case .elsewhere: "business with others"
            case .gathering: "a gathering or ceremony"
            case .privateStay: "a private stay"
            case .passage: "a stop on the way or at the visitor's own troops"
            }
        return Diagnostic(
            code: "visit-without-contact",
            message: "The row tells of \(told) and of no contact with the host; the host's country is the venue alone.")
    }

    /// The gathering that was attended, in the words of the row.
    private func gathering(_ purpose: VisitPurpose) -> Gathering? {
        guard purpose == .gathering else { return nil }
        if let name = fields.gathering { return Gathering(name: name, span: row.span(of: name)) }
        guard let start = row.noteStart else { return nil }
        for sentence in text.sentences where (text.byteRange(sentence.tokens)?.upperBound ?? 0) > start {
            guard let verb = sentence.tokens.first(where: { Self.verbs.contains(text.tokens[$0].key) }),
                Int(text.tokens[verb].start) >= start
            else { continue }
            var first = verb + 1
            while first < sentence.tokens.upperBound, Self.skipped.contains(text.tokens[first].key) { first += 1 }
            var end = first
            while end < sentence.tokens.upperBound, end - first < Self.longestName, !isEnd(end) { end += 1 }
            guard first < end else { continue }
            return Gathering(name: text.phrase(first..<end), span: text.span(first..<end))
        }
        return nil
    }

    private func isEnd(_ token: Int) -> Bool {
        let here = text.tokens[token]
        if here.end == here.start + 1, Self.stops.contains(text.bytes[Int(here.start)]) { return true }
        let key = here.key
        guard key == Word.and || key == Word.comma, token + 1 < text.tokens.count else { return false }
        let next = text.tokens[token + 1]
        return !next.has(.capital) && !Self.skipped.contains(next.key)
    }

    /// In tokens.
    private static let longestName = 24
    private static let verbs = Word.set("attended attend attending participated")
    private static let skipped = Word.set("the a an in")
    private static let stops: [UInt8] = [0x2E, 0x3A, 0x3B]
}
