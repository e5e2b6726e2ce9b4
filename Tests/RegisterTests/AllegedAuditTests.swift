import Corroboration
import Datasets
import Diplomacy
import Testing

@testable import Register

@Suite("Event data held against encounters")
struct AllegedAuditTests {
    private let folder: Folder
    private let register: Register

    init() throws {
        folder = try Folder()
        register = try Register(path: folder.register, access: .write)
    }

    private func add(_ filings: [Filing]) throws {
        _ = try register.file(filings, at: "2026-06-01T00:00:00Z")
        try register.reconcile(at: "2026-06-01T00:00:00Z")
    }

    /// A report of talks between the same two as in `filing`.
    private func told(_ id: String, _ date: PartialDate, _ outcome: OutcomeKind = .notStated) -> Filing {
        let document = Document(
            id: id, title: "Talks", text: "Text of \(id).", published: date.start,
            source: Source(name: "Paper", kind: .newspaper), sha256: id)
        let encounter = Encounter(
            id: "e1", principal: true, reported: true, kind: .talks, medium: .inPerson, status: .held, date: date,
            place: Place(name: "Geneva", country: "CHE"),
            participants: [
                Participant(person: "Ann Lee", party: "USA", lead: true),
                Participant(person: "Igor Petrov", party: "RUS", lead: true),
            ], outcome: Outcome(kind: outcome), confidence: 0.9, evidence: [])
        var record = Diplomacy.Record(id: id, document: DocumentSummary(document, characters: 10))
        record.encounters = [encounter]
        return Filing(document: document, record: record)
    }

    /// The fates of rows by their ids.
    private func fates(
        _ scope: AllegedScope = AllegedScope(), _ measure: AuditMeasure = AuditMeasure()
    ) throws -> (fates: [String: String], counts: AuditCounts) {
        var fates: [String: String] = [:]
        let counts = try register.audit(scope, measure: measure) { row in
            switch row.fate {
            case .borneOut: fates[row.event.id] = "borne out"
            case .copy: fates[row.event.id] = "copy"
            case .contradicted(_, let reason): fates[row.event.id] = reason.rawValue
            case .noEvent: fates[row.event.id] = "no event"
            case .notCovered: fates[row.event.id] = "not covered"
            case .otherClass: fates[row.event.id] = "other class"
            }
        }
        return (fates, counts)
    }

    @Test("an encounter shows the rows that allege it, of its days and its kind, and no others")
    func beside() throws {
        try add([filing("held", day: "2026-03-10")])
        let id = try #require(try register.held(.dyad(Dyad("RUS", "USA"))).first).id
        #expect(try register.encounter(id)?.eventData.isEmpty == true)
        try register.alleged(
            gdeltRow(1, "20260310") + gdeltRow(2, "20260309", "RUS", "USA", code: "036")
                // another class, a call, a day too far, another dyad
                + gdeltRow(3, "20260310", code: "112") + gdeltRow(4, "20260310", code: "041")
                + gdeltRow(5, "20260313") + gdeltRow(6, "20260310", "RUS", "CHN"))
        let beside = try #require(try register.encounter(id)?.eventData)
        #expect(beside.map(\.format) == [.gdelt2] && beside.map(\.rows) == [2])
        #expect(beside.allSatisfy { $0.urls.count <= EventDataBeside.mostURLs })
    }

    @Test("rows are borne out by an encounter of their days, copies of it, contradicted by another, or without one")
    func all() throws {
        try add([
            filing("held", day: "2026-03-10"),
            filing("off", day: "2026-03-20", persons: [("Li Wen", "CHN"), ("Igor Petrov", "RUS")], status: .cancelled),
            filing("chn", day: "2026-04-02", persons: [("Li Wen", "CHN"), ("Igor Petrov", "RUS")]),
        ])
        try register.alleged(
            gdeltRow(1, "20260310") + gdeltRow(2, "20260309", "RUS", "USA", code: "036")
                + gdeltRow(3, "20260311", code: "042")
                // another country, another day, another class, a day far off
                + gdeltRow(4, "20260310", country: "NO") + gdeltRow(5, "20260315")
                + gdeltRow(6, "20260310", code: "112")
                + gdeltRow(7, "20260325")
                // cancelled; a month without reports; a dyad of which nobody tells
                + gdeltRow(8, "20260320", "CHN", "RUS") + gdeltRow(9, "20250101")
                + gdeltRow(10, "20260310", "FRA", "DEU")
                // on the telephone when they met in person; in the next month, a day early
                + gdeltRow(11, "20260310", code: "041") + gdeltRow(12, "20260401", "CHN", "RUS")
                + gdeltRow(13, "20260310", "USA", "USA"))
        let (fates, counts) = try fates()
        #expect(
            fates == [
                "1": "copy", "2": "borne out", "3": "copy", "4": "elsewhere", "5": "other-day", "6": "other class",
                "7": "no event", "8": "did-not-happen", "9": "not covered", "10": "not covered", "11": "no event",
                "12": "borne out",
            ])
        var expected = AuditCounts()
        (expected.rows, expected.borneOut, expected.copies, expected.noEvent) = (12, 2, 2, 2)
        (expected.notCovered, expected.otherClass, expected.withoutDyad) = (2, 1, 1)
        expected.contradicted = [.elsewhere: 1, .otherDay: 1, .didNotHappen: 1]
        #expect(counts == expected)
    }

    @Test("the same is said of a dyad, of days, of a format and of a file alone")
    func scopes() throws {
        try add([filing("held", day: "2026-03-10")])
        try register.alleged(gdeltRow(1, "20260310") + gdeltRow(2, "20260210") + gdeltRow(3, "20260310", "FRA", "DEU"))
        try register.alleged(gdeltRow(4, "20260311"), name: "second.csv")
        let march = try #require(Day(iso: "2026-03-01"))
        #expect(try fates(AllegedScope(dyad: Dyad("USA", "RUS"))).fates.keys.sorted() == ["1", "2", "4"])
        #expect(try fates(AllegedScope(days: march...march + 30)).fates.keys.sorted() == ["1", "3", "4"])
        #expect(try fates(AllegedScope(format: .icews)).counts == AuditCounts())
        let second = try #require(try register.allegedFiles().first { $0.name == "second.csv" })
        #expect(try fates(AllegedScope(file: second.number)).fates == ["4": "borne out"])
        #expect(try fates(AllegedScope(dyad: Dyad("FRA", "ITA"))).fates.isEmpty)
    }

    @Test("an encounter of some days bears out each of them, and one of which a month is told none")
    func days() throws {
        let may = try #require(Day(iso: "2026-05-01"))
        let vague = PartialDate(start: may, end: may + 30, precision: .month)
        try add([filing("long", day: "2026-03-30", days: 4), told("vague", vague)])
        try register.alleged(
            gdeltRow(1, "20260329") + gdeltRow(2, "20260331") + gdeltRow(3, "20260403") + gdeltRow(4, "20260404")
                + gdeltRow(5, "20260512"))
        #expect(
            try fates().fates == [
                "1": "borne out", "2": "copy", "3": "copy", "4": "other-day", "5": "no event",
            ])
        let strict = AuditMeasure(tolerance: 0, nearby: 0)
        #expect(try fates(AllegedScope(), strict).fates["1"] == "no event")
    }

    @Test("a signing is borne out by what was signed alone")
    func signing() throws {
        let day = PartialDate(day: try #require(Day(iso: "2026-03-10")))
        try add([told("signed", day, .agreementSigned), filing("talks", day: "2026-05-10")])
        try register.alleged(gdeltRow(1, "20260310", code: "057") + gdeltRow(2, "20260510", code: "057"))
        #expect(try fates().fates == ["1": "borne out", "2": "no event"])
    }

    @Test("rows of PLOVER are judged by type and mode")
    func plover() {
        var event = AllegedEvent(format: .polecat, id: "1", day: Day(number: 0))
        event.type = "CONSULT"
        #expect(ContactClass(event) == .contact)
        event.mode = "phone"
        #expect(ContactClass(event) == .phone)
        event.mode = "visit"
        #expect(ContactClass(event) == .visit)
        event.type = "ACCUSE"
        #expect(ContactClass(event) == nil)
    }
}
