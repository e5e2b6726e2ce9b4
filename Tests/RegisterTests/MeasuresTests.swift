import Contract
import Corroboration
import Diplomacy
import GRDB
import Testing

@testable import Register

@Suite("What measures are computed from")
struct MeasuresTests {
    private let folder: Folder
    private let register: Register
    private let dyad = Dyad("USA", "RUS")

    init() throws {
        folder = try Folder()
        register = try Register(path: folder.register, access: .write)
    }

    private func add(_ filings: [Filing], at time: String = "2026-06-01T00:00:00Z") throws {
        _ = try register.file(filings, at: time)
        try register.reconcile(at: time)
    }

    private func event(
        _ type: EventType, _ source: String, _ target: String, day: String? = nil, polarity: Polarity = .affirmed,
        modality: Modality = .actual
    ) -> Event {
        var event = Event(
            type: type, source: EventActor(party: source, text: source, span: Span(0, 1)),
            target: EventActor(party: target, text: target, span: Span(2, 3)),
            polarity: polarity, modality: modality, sentence: 0, span: Span(0, 4), rule: "test", confidence: 1)
        event.date = day.flatMap { Day(iso: $0) }.map { PartialDate(day: $0) }
        return event
    }

    // MARK: - Contacts

    @Test("contacts take what was held between officials in office, in the order of days")
    func contacts() throws {
        func sides(_ sector: String?, _ standing: Standing?, level: Level? = nil) -> [Participant] {
            [
                Participant(person: "Ann Lee", party: "USA", lead: true),
                Participant(
                    person: "Igor Petrov", party: "RUS", sector: sector, level: level, standing: standing, lead: true),
            ]
        }
        try add([
            filing("in office", day: "2026-05-01", participants: sides("GOV", .incumbent)),
            filing("acting", day: "2026-04-01", participants: sides("MIL", .acting)),
            filing("silent", day: "2026-03-01", participants: sides(nil, nil)),
            filing("former", day: "2026-02-01", participants: sides("GOV", .former)),
            filing("business", day: "2026-01-01", participants: sides("BUS", .incumbent)),
            filing("private", day: "2025-12-01", participants: sides("GOV", nil, level: .nonOfficial)),
            filing("ahead", day: "2026-07-01", published: Day(iso: "2026-06-01"), status: .announced),
            filing("other", day: "2026-05-02", persons: [("Ann Lee", "USA"), ("Wang Yi", "CHN")]),
        ])
        let held = try register.held(.dyad(dyad))
        #expect(
            held.compactMap { $0.date?.start.iso } == [
                "2025-12-01", "2026-01-01", "2026-02-01", "2026-03-01", "2026-04-01", "2026-05-01",
            ])
        let counted = held.filter { $0.acting(official: true) == ["RUS", "USA"] }
        #expect(counted.compactMap { $0.date?.start.iso } == ["2026-03-01", "2026-04-01", "2026-05-01"])
        #expect(held.allSatisfy { $0.acting() == ["RUS", "USA"] })
        var all: [String] = []
        try register.eachBrief(from: Day(iso: "2026-04-01"), to: Day(iso: "2026-05-02")) { all.append($0.id) }
        #expect(all.count == 3)
        let newest = try register.followed(.dyad(dyad), limit: 2)
        #expect(newest.compactMap { $0.brief.date?.start.iso } == ["2026-05-01", "2026-07-01"])
        #expect(newest.map { $0.foretold != nil } == [false, true])
    }

    @Test("a mediator and the host of a venue act for nobody")
    func acting() throws {
        try add([
            filing(
                "r",
                participants: [
                    Participant(person: "Ann Lee", party: "USA", lead: true),
                    Participant(person: "Igor Petrov", party: "RUS", lead: true),
                    Participant(party: "CHE", role: .venueHost), Participant(party: "QAT", role: .mediator),
                ])
        ])
        #expect(try register.held(.dyad(dyad)).map { $0.acting() } == [["RUS", "USA"]])
    }

    @Test("briefs of an older register are written anew, with who told of them")
    func olderBriefs() throws {
        try add([
            filing(
                "r", publisher: Source(name: "Ministry", kind: .official, country: "USA"),
                participants: [
                    Participant(person: "Ann Lee", party: "USA", lead: true),
                    Participant(person: "Igor Petrov", party: "RUS", standing: .former, lead: true),
                ])
        ])
        let before = try register.held(.dyad(dyad))
        #expect(before.first?.sides == ["USA"] && before.first?.acting(official: true) == ["USA"])
        try register.database.write { db in
            // an older line does not tell who is an official
            let line = try #require(try String.fetchOne(db, sql: "SELECT brief FROM facet"))
            try db.execute(
                sql: "UPDATE facet SET brief = ?; DELETE FROM derived WHERE name = 'briefs'",
                arguments: [
                    line.replacing("\u{1E}1\t", with: "\u{1E}\t").replacing("\u{1E}1\u{1F}", with: "\u{1E}\u{1F}")
                ])
        }
        #expect(try register.held(.dyad(dyad)).first?.acting(official: true) == ["RUS", "USA"])
        try register.close()
        let again = try Register(path: folder.register, access: .write)
        #expect(try again.held(.dyad(dyad)) == before)
    }

    // MARK: - Deeds

    @Test("a deed is told once a day, whoever tells it, and only where it happened")
    func deeds() throws {
        try add([
            filing("a", events: [event(.sanction, "USA", "RUS", day: "2026-03-01")]),
            filing(
                "b",
                events: [
                    event(.sanction, "USA", "RUS", day: "2026-03-01"), event(.threaten, "RUS", "USA"),
                    event(.threaten, "RUS", "USA", modality: .possible),
                    event(.assault, "RUS", "USA", polarity: .negated),
                    event(.sanction, "USA", "CHN"), event(.concede, "USA", "USA"),
                ]),
        ])
        #expect(
            try register.deeds(of: dyad) == [
                DyadDeed(
                    day: try #require(Day(iso: "2026-03-01")), type: .sanction, source: "USA", target: "RUS",
                    reports: 2,
                    document: "a"),
                // without a day of its own it is of the day of publication
                DyadDeed(
                    day: try #require(Day(iso: "2026-03-10")), type: .threaten, source: "RUS", target: "USA",
                    reports: 1,
                    document: "b"),
            ])
        let told = try register.deeds(of: dyad)
        try register.database.write { try MeasureIndex.fill($0) }
        #expect(try register.deeds(of: dyad) == told)
        #expect(try register.deeds(of: dyad, from: Day(iso: "2026-03-02")).map(\.type) == [.threaten])
        #expect(try register.deeds(of: dyad, to: Day(iso: "2026-03-09")).map(\.type) == [.sanction])
    }

    @Test("a report that was changed tells what it tells now; a rebuild and an older register come to the same")
    func renewed() throws {
        try add([filing("a", text: "One.", source: "Paper", events: [event(.sanction, "USA", "RUS")])])
        try add([
            filing("a", day: "2026-04-10", text: "Two.", source: "Gazette", events: [event(.concede, "RUS", "USA")])
        ])
        try add([filing("b", day: "2026-04-11", source: "Gazette")])
        func state() throws -> ([DyadDeed], [String], [PublisherCoverage]) {
            (
                try register.deeds(of: dyad), try register.publishers(of: dyad, limit: 9),
                try register.coverage()
            )
        }
        let april = 2026 * 12 + 3
        let (deeds, tellers, covered) = try state()
        #expect(deeds.map(\.type) == [.concede])
        #expect(tellers == ["Gazette"])
        let gazette = PublisherCoverage(publisher: "Gazette", months: [.init(month: april, reports: 2)])
        #expect(covered == [gazette])
        #expect(try register.coverage(of: ["Gazette", "Nobody"]) == [gazette])
        #expect(try register.coverage(of: []).isEmpty)
        try register.database.write { try MeasureIndex.fill($0) }
        let (filled, tellersAgain, coveredAgain) = try state()
        #expect(filled == deeds && tellersAgain == tellers)
        #expect(coveredAgain == covered)
        _ = try register.finishRebuild(at: "2026-06-02T00:00:00Z")
        #expect(try register.publishers(of: dyad, limit: 9) == tellers)
        #expect(try register.deeds(of: dyad) == deeds)
    }

    @Test("positions are those of the present version, with the day of their report")
    func positions() throws {
        var said = event(.reject, "RUS", "USA", day: "2026-03-01", polarity: .negated)
        said.issue = "arms-control"
        said.stance = .rejects
        try add([filing("a", text: "One.", source: "Paper", events: [event(.consult, "RUS", "USA"), said])])
        let day = try #require(Day(iso: "2026-03-10"))
        #expect(
            try register.told(by: ["USA", "RUS"]) == [
                Told(
                    party: "RUS", issue: "arms-control", stance: .rejects, day: day, publisher: "Paper", document: "a")
            ])
        #expect(try register.told(by: ["RUS"], limit: 1).count == 1)
        let told = try register.told(by: ["RUS"])
        try register.database.write { try MeasureIndex.fill($0) }
        #expect(try register.told(by: ["RUS"]) == told)
        try add([filing("a", text: "Two.", source: "Paper")])
        #expect(try register.told(by: ["RUS"]).isEmpty)
    }

    @Test("months have as many encounters as the register tells of them")
    func abundance() throws {
        try add((1...3).map { filing("r\($0)", day: "2026-03-\($0 * 9 + 1)") } + [filing("x", day: "2026-05-01")])
        let months = try register.abundance()
        #expect(months.map(\.month) == [2026 * 12 + 2, 2026 * 12 + 4] && months.map(\.encounters) == [3, 1])
        try add([filing("r1", day: "2026-05-20", text: "Another day.")])
        #expect(try register.abundance().map(\.encounters) == [2, 2])
        try register.database.write { try SearchIndex.fill($0) }
        #expect(try register.abundance().map(\.encounters) == [2, 2])
    }

    // MARK: - Data sets, votes

    @Test("a table imported again keeps its time unless it is another")
    func dataSets() throws {
        var set = DataSet(
            name: "visits/x", title: "Visits", publisher: "Office", licence: "CC0", digest: "a", first: Day(number: 1),
            last: nil, rows: 3, imported: "2026-01-01T00:00:00Z")
        try register.put(set)
        set.imported = "2026-02-01T00:00:00Z"
        try register.put(set)
        #expect(try register.dataSets().map(\.imported) == ["2026-01-01T00:00:00Z"])
        set.digest = "b"
        set.rows = 4
        try register.put(set)
        #expect(try register.dataSets() == [set])
    }

    @Test("votes are read as they were put, whole or of some parties")
    func votes() throws {
        let sessions = [
            VoteSession(
                number: 1,
                rollCalls: [RollCall(id: 3, day: Day(number: -9000), resolution: "R/1", issues: ["a", "b c"])],
                parties: ["CUB", "RUS", "USA"], votes: [1, 0, 3]),
            VoteSession(
                number: 2, rollCalls: [RollCall(id: 4), RollCall(id: 9, title: "T")], parties: ["RUS", "USA"],
                votes: [1, 2, 3, 0]),
        ]
        let set = DataSet(
            name: "votes/unga", title: "Votes", publisher: "UN", licence: "CC0", digest: "a", first: nil, last: nil,
            rows: 6, imported: "2026-01-01T00:00:00Z")
        let points = [
            StoredIdealPoint(party: "USA", session: 1, position: 1.5, lower: 1, upper: 2),
            StoredIdealPoint(party: "RUS", session: 1, position: -1.5, lower: -2, upper: -1),
        ]
        for _ in 0..<2 { try register.put(sessions, idealPoints: points, from: set) }
        #expect(try register.votes() == sessions)
        #expect(try register.votes(of: ["USA", "CUB"]).map(\.parties) == [["CUB", "USA"], ["USA"]])
        #expect(try register.votes(of: ["USA"]).map(\.votes) == [[3], [3, 0]])
        #expect(try register.votes(session: 2) == [sessions[1]])
        #expect(try register.votes(of: ["FRA"]).isEmpty)
        #expect(try register.idealPoints(of: ["RUS"]) == [points[1]])
        #expect(try register.idealPoints().map(\.party) == ["RUS", "USA"])
    }

    // MARK: - The ledger

    @Test("a forecast is written once, never changed and never taken back")
    func ledger() throws {
        var forecast = WrittenForecast(
            subject: "dyad:RUS-USA", made: Day(number: 100), due: Day(number: 130), level: .minister, forecaster: "f/1",
            probability: 0.4, expected: 0.5, contacts: 12, latest: Day(number: 90), written: "2026-01-01T00:00:00Z")
        #expect(try register.write([forecast]) == 1)
        forecast.probability = 0.9
        #expect(try register.write([forecast]) == 0)
        #expect(try register.forecasts().map(\.probability) == [0.4])
        for sql in ["UPDATE forecast SET probability = 1", "DELETE FROM forecast"] {
            #expect(throws: DatabaseError.self) { try register.database.write { try $0.execute(sql: sql) } }
        }
        var late = forecast
        late.due = late.made
        #expect(throws: RegisterError.self) { try register.write([late]) }
        forecast.level = nil
        forecast.kind = .call
        #expect(try register.write([forecast]) == 1)
        #expect(try register.forecasts(of: "dyad:RUS-USA").map(\.kind) == [nil, .call])
        #expect(try register.forecasts(of: "dyad:CHN-USA").isEmpty)
    }
}
