import Corroboration
import Datasets
import Diplomacy
import FoundationEssentials
import GRDB
import Testing

@testable import Register

@Suite("Rows of event data in a register")
struct AllegedTests {
    private let folder: Folder
    private let register: Register
    private let dyad = Dyad("USA", "RUS")

    init() throws {
        folder = try Folder()
        register = try Register(path: folder.register, access: .write)
    }

    private func table() throws -> [String] {
        try register.read { db in
            try Row.fetchAll(db, sql: "SELECT id, pair, day, hex(body) FROM alleged ORDER BY id").map { "\($0)" }
        }
    }

    @Test("a row is found by its dyad, in either direction, and its days, as it was")
    func found() throws {
        let tally = try register.alleged(
            gdeltRow(5) + gdeltRow(3, "20260311", "RUS", "USA") + gdeltRow(4, "20260310", "USA", "CHN")
                + gdeltRow(6, "20260410") + gdeltRow(7, "20260310", "USA", "USA") + gdeltRow(8, "20260310", "", "RUS"))
        #expect(tally.rows == 6 && tally.bad == 0 && tally.isFinished && tally.format == .gdelt2 && tally.lines == 6)
        let first = try #require(Day(iso: "2026-03-10"))
        let rows = try register.alleged(dyad: dyad, days: first...first + 1)
        #expect(rows.map(\.id) == ["5", "3"])
        var expected = AllegedEvent(format: .gdelt2, id: "5", day: first)
        expected.added = first
        expected.source = AllegedActor(party: "USA", sector: "GOV", name: "A NAME")
        expected.target = AllegedActor(party: "RUS")
        (expected.cameo, expected.quad, expected.scale) = ("040", 1, 4)
        (expected.mentions, expected.sources, expected.articles) = (2, 1, 1)
        (expected.place, expected.country, expected.latitude, expected.longitude) = ("A place", "CHE", 46.2, 6.15)
        expected.url = "http://example.org/a"
        #expect(rows[0] == expected)
        #expect(rows[1].source.party == "RUS" && rows[1].target.party == "USA")
        #expect(try register.alleged(dyad: dyad, days: allDays).map(\.id) == ["5", "3", "6"])
        #expect(try register.alleged(dyad: dyad, days: allDays, limit: 1).map(\.id) == ["5"])
        #expect(try register.alleged(dyad: dyad, days: first + 1...first + 1).map(\.id) == ["3"])
        #expect(try register.alleged(dyad: Dyad("USA", "CHN"), days: allDays).map(\.id) == ["4"])
        #expect(try register.alleged(dyad: Dyad("FRA", "DEU"), days: allDays).isEmpty)
        #expect(try register.check(isDeep: true).faults == [])
    }

    @Test("all that a row can have is kept: texts that come again, long ones, ids that are no numbers")
    func whole() throws {
        let long = String(repeating: "é", count: 90)
        var events: [OutgoingEvent] = []
        for number in 0..<40 {
            var event = OutgoingEvent(
                number: Int64(number), id: "row \(number % 30)/\(number)", day: Day(number: 20_000))
            event.added = Day(number: 20_000 - number)
            event.source = OutgoingActor(party: "USA", sector: "GOV", person: number % 2 == 0 ? "Ann Lee" : long)
            event.target = OutgoingActor(party: "EUR", person: "Number \(number)")
            (event.type, event.mode, event.quad, event.goldstein) = ("CONSULT", "visit", 1 + number % 4, -0.5)
            event.place = OutgoingPlace(name: long, country: "NOR", latitude: -12.345678, longitude: 179.5)
            event.publisher = "Paper"
            events.append(event)
        }
        let writer = POLECATWriter()
        let bytes = writer.header + events.flatMap { writer.row($0) }
        try register.alleged(String(decoding: bytes, as: UTF8.self), as: .polecat)
        let rows = try register.alleged(dyad: Dyad("USA", "EUR"), days: allDays)
        #expect(rows.count == 40 && Set(rows.map(\.id)) == Set(events.map(\.id)))
        for event in events {
            let row = try #require(rows.first { $0.id == event.id })
            #expect(row.added == event.added && row.source.name == event.source.person && row.place == long)
            #expect(row.target.name == event.target.person && row.quad == event.quad && row.scale == -0.5)
            #expect(
                row.latitude == -12.345678 && row.longitude == 179.5 && row.type == "CONSULT" && row.mode == "visit")
            #expect(row.publisher == "Paper" && row.country == "NOR")
        }
        // the same again under another name: all are duplicates
        let again = try register.alleged(String(decoding: bytes, as: UTF8.self), name: "again", as: .polecat)
        #expect(again.duplicates == 40 && again.rows == 0)
    }

    @Test("the same row again is a duplicate, another one with its id takes its place")
    func again() throws {
        let text = (1...300).map { gdeltRow($0) }.joined()
        #expect(try register.alleged(text).rows == 300)
        let before = try table()
        let copy = try register.alleged(text, name: "copy.csv")
        #expect(copy.rows == 0 && copy.duplicates == 300 && copy.replaced == 0)
        #expect(try table() == before)
        let changed = try register.alleged(
            gdeltRow(1, articles: 9) + gdeltRow(2, "20260401") + gdeltRow(3, "20260310", "USA", "CHN")
                + gdeltRow(4, "20260310", "USA", "USA") + gdeltRow(5), name: "changed.csv")
        #expect(changed.rows == 0 && changed.duplicates == 1 && changed.replaced == 4)
        let rows = try register.alleged(dyad: dyad, days: allDays)
        #expect(rows.count == 298 && rows.last?.id == "2" && rows.first { $0.id == "1" }?.articles == 9)
        #expect(try register.alleged(dyad: Dyad("USA", "CHN"), days: allDays).map(\.id) == ["3"])
        #expect(try register.allegedMonths().map(\.rows) == [299, 1])
        #expect(try register.check(isDeep: true).faults == [])
        // and back: a row that stands in two lists of its dyad is told once
        try register.alleged(gdeltRow(2) + gdeltRow(3), name: "back.csv")
        #expect(try register.alleged(dyad: dyad, days: allDays).count == 299)
        #expect(try register.check(isDeep: true).faults == [])
    }

    @Test("a file that is known is only read; one that has grown goes on; another of its name begins anew")
    func files() throws {
        let text = (1...50).map { gdeltRow($0) }.joined()
        try register.alleged(text)
        let known = try register.alleged(text)
        #expect(known.isFinished && known.rows == 50 && known.resumedAt == text.utf8.count)
        let grown = try register.alleged(text + gdeltRow(51))
        #expect(grown.rows == 51 && grown.duplicates == 0 && grown.lines == 51)
        #expect(try register.allegedFiles().count == 1)
        let other = try register.alleged(gdeltRow(60) + text)
        #expect(other.rows == 1 && other.duplicates == 50 && other.resumedAt == 0)
        #expect(try register.allegedFiles().count == 2)
        let shorter = try register.alleged(gdeltRow(60))
        #expect(shorter.duplicates == 1 && shorter.isFinished)
        // a last line without an end, which then goes on, was another line
        let cut = String(gdeltRow(70).dropLast())
        try register.alleged(cut, name: "cut")
        let ended = try register.alleged(cut + "x\n" + gdeltRow(71), name: "cut")
        #expect(ended.rows == 1 && ended.replaced == 1)
        #expect(try register.alleged(cut + "x\n" + gdeltRow(71), name: "cut").resumedAt > 0)
    }

    @Test("an import that was broken off goes on behind its last transaction, and comes to the same")
    func resumes() throws {
        let rows = (0..<3_000).map { gdeltRow($0 * 7 % 3_001, url: "http://a.org/\($0 % 100)") }
        let text = rows.joined() + "bad\n"
        let bytes = text.utf8.count
        let whole = try Register(path: folder.register + "whole", access: .write)
        let expected = try whole.alleged(text)
        for part in [30, 12, 70, 0, 99] {
            #expect(throws: BrokenOff.self) { try register.alleged(text, failsAt: bytes * part / 100, batch: 200) }
            #expect(try register.allegedFiles().allSatisfy { !$0.tally.isFinished })
        }
        let stopped = try #require(try register.allegedFiles().first?.tally)
        #expect(stopped.rows > 2_500 && stopped.rows < 3_000 && stopped.bytes < bytes)
        #expect(try register.check(isDeep: false).notes.contains { $0.contains("rows.csv") })
        let last = try register.alleged(text)
        #expect(last.resumedAt == stopped.bytes && last.bytes == bytes && last.isFinished)
        #expect(last.rows == 3_000 && last.rows == expected.rows && last.bad == 1 && last.lines == expected.lines)
        let all = "SELECT id, pair, day, body FROM alleged ORDER BY id"
        let ours = try register.read { try Row.fetchAll($0, sql: all) }
        #expect(try whole.read { try Row.fetchAll($0, sql: all) } == ours && ours.count == 3_000)
        #expect(try register.check(isDeep: true).faults == [])
        // told to stop after a transaction it stops there
        let third = try Register(path: folder.register + "third", access: .write)
        let first = try third.alleged(text, batch: 200, goesOn: { _ in false })
        #expect(!first.isFinished && first.rows >= 200 && first.rows < 300)
        #expect(try third.alleged(text).rows == 3_000)
    }

    @Test("rows that cannot be read are counted by reason; the first thousand of each are kept")
    func problems() throws {
        let bad = String(repeating: "x\ty\n", count: 1_200) + gdeltRow(1, "20261399")
        let tally = try register.alleged(gdeltRow(1) + bad + gdeltRow(2))
        #expect(tally.rows == 2 && tally.bad == 1_201)
        let file = try #require(try register.allegedFiles().first).number
        let faults = try register.allegedFaults(ofFile: file)
        #expect(faults.map(\.fault) == [.tooFewColumns, .noDate] && faults.map(\.rows) == [1_200, 1])
        let problems = try register.allegedProblems(ofFile: file, limit: 5_000)
        #expect(problems.count == 1_001 && problems.first?.line == 2 && problems.last?.line == 1_202)
        #expect(problems.first?.bytes == Array("x\ty".utf8))
    }

    @Test("a wrong file leaves nothing behind, and says what was expected")
    func wrong() throws {
        for (text, set) in [
            (gdeltRow(1), EventDataSet.icews), ("a\tb\n", .gdelt), ("", .gdelt),
            ("1\t20260310000000\t20260310000000\t1\ta\tb\t1\t1\t1\t1\t1\t1\t1\t1\t\t\n", .polecat),
        ] {
            let error = #expect(throws: DatasetError.self) { try register.alleged(text, as: set) }
            #expect(error?.message.hasPrefix("expected ") == true)
        }
        #expect(try register.allegedFiles().isEmpty)
        #expect(try register.alleged(gdeltRow(1)).rows == 1)
    }

    @Test("codes that are not known are kept as they are, counted, and taken for none of ours")
    func unknown() throws {
        let tally = try register.alleged(
            gdeltRow(1, "20260310", "EUR", "USA") + gdeltRow(2, "20260310", "USA", "RUS", country: "QQ") + gdeltRow(3))
        #expect(tally.unknown == 2)
        #expect(try register.allegedUnknownCodes() == ["?EUR", "?QQ"])
        #expect(try register.alleged(dyad: Dyad("EUR", "USA"), days: allDays).isEmpty)
        #expect(try register.alleged(dyad: Dyad("?EUR", "USA"), days: allDays).map(\.id) == ["1"])
    }

    @Test("texts keep their numbers from import to import, from one that fails, and from one opening to the next")
    func numbers() throws {
        func row(_ id: Int, _ host: String, _ target: String) -> String {
            gdeltRow(id, "20260310", "USA", target, url: "http://\(host)/x")
        }
        try register.alleged(row(1, "a.org", "RUS"), name: "1")
        try register.alleged(row(2, "b.org", "CHN") + row(3, "a.org", "RUS"), name: "2")
        #expect(throws: BrokenOff.self) {
            try register.alleged(row(4, "lost.org", "IRN") + row(5, "c.org", "FRA"), name: "3", step: 200, failsAt: 300)
        }
        try register.alleged(row(6, "d.org", "DEU"), name: "4")
        try register.close()
        let again = try Register(path: folder.register, access: .write)
        try again.alleged(row(7, "e.org", "ITA") + row(8, "d.org", "DEU"), name: "5")
        for (id, host, target) in [
            ("1", "a.org", "RUS"), ("2", "b.org", "CHN"), ("3", "a.org", "RUS"), ("6", "d.org", "DEU"),
            ("7", "e.org", "ITA"),
            ("8", "d.org", "DEU"),
        ] {
            let rows = try again.alleged(dyad: Dyad("USA", target), days: allDays)
            #expect(rows.first { $0.id == id }?.url == "http://\(host)/x")
        }
        #expect(try again.alleged(dyad: Dyad("USA", "IRN"), days: allDays).isEmpty)
        let words = try again.read { try String.fetchAll($0, sql: "SELECT CAST(bytes AS TEXT) FROM alleged_word") }
        #expect(
            words.contains("http://e.org/") && !words.contains("http://lost.org/") && Set(words).count == words.count)
        #expect(try again.check(isDeep: true).faults == [])
    }

    @Test("a code of a party that is no code is kept as far as there is room")
    func longCode() throws {
        let row = gdeltRow(1, "20260310", String(repeating: "X", count: 400), "USA")
        #expect(try register.alleged(row).rows == 1)
        let code = "?" + String(repeating: "X", count: 254)
        #expect(try register.allegedUnknownCodes() == [code])
        #expect(try register.alleged(dyad: Dyad(code, "USA"), days: allDays).count == 1)
    }

    @Test("a summary counts rows, articles, mentions and different addresses by format; months by format")
    func summary() throws {
        try register.alleged(
            gdeltRow(1, url: "http://a.org/1", articles: 3) + gdeltRow(2, url: "http://a.org/1")
                + gdeltRow(3, "20260502", url: "http://a.org/2"))
        var event = OutgoingEvent(number: 1, id: "", day: try #require(Day(iso: "2026-03-10")))
        event.source.party = "RUS"
        event.target.party = "USA"
        let icews = String(decoding: ICEWSWriter().header + ICEWSWriter().row(event), as: UTF8.self)
        try register.alleged(icews, name: "i.tab", as: .icews)
        let march = try #require(Day(iso: "2026-03-01"))
        #expect(
            try register.allegedSummary(dyad: dyad, days: march...march + 30) == [
                AllegedSummary(
                    format: .gdelt2, rows: 2, articles: 4, mentions: 8, mentionRows: 0, publishers: 0, urls: 1),
                AllegedSummary(
                    format: .icews, rows: 1, articles: 0, mentions: 0, mentionRows: 0, publishers: 0, urls: 0),
            ])
        let months = [
            AllegedMonth(format: .gdelt2, month: 2026 * 12 + 2, rows: 2),
            AllegedMonth(format: .gdelt2, month: 2026 * 12 + 4, rows: 1),
            AllegedMonth(format: .icews, month: 2026 * 12 + 2, rows: 1),
        ]
        #expect(try register.allegedMonths() == months && register.allegedMonths(of: dyad) == months)
    }

    @Test("they are no reports: exports, searches and a rebuild are as without them")
    func apart() throws {
        _ = try register.file([filing("a"), filing("b", day: "2026-05-01")], at: "2026-06-01T00:00:00Z")
        try register.reconcile(at: "2026-06-01T00:00:00Z")
        let (before, deeds) = (try export(register), try register.deeds(of: dyad))
        try register.alleged((1...20).map { gdeltRow($0) }.joined())
        let rows = try table()
        #expect(try export(register) == before && register.deeds(of: dyad) == deeds)
        try register.beginRebuild()
        _ = try register.finishRebuild(at: "2026-07-01T00:00:00Z")
        #expect(try export(register) == before && table() == rows)
        let findings = try register.check(isDeep: true)
        #expect(findings.faults == [] && findings.notes.contains { $0.hasPrefix("20 rows of event data from 1 file") })
    }

    @Test(
        "what was broken on purpose is found",
        arguments: [
            ("DELETE FROM alleged WHERE id = 1", "as many as their months"),
            ("DELETE FROM alleged_file", "of a file that is not there"),
            ("DELETE FROM alleged_dyad", "no list of their dyad"),
            ("UPDATE alleged_dyad SET list = x'80'", "cannot be read"),
            ("UPDATE alleged SET body = x'FFFFFFFF00'", "cannot be read"),
            ("UPDATE alleged SET body = x''", "cannot be read"),
        ])
    func broken(_ sql: String, _ expected: String) throws {
        try register.alleged((1...20).map { gdeltRow($0) }.joined())
        try register.database.write { try $0.execute(sql: sql) }
        #expect(try register.check(isDeep: true).faults.contains { $0.contains(expected) })
    }
}
