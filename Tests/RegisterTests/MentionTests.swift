import Corroboration
import Datasets
import Diplomacy
import FoundationEssentials
import GRDB
import Testing

@testable import Register

/// A mention as a line of GDELT's table.
private func mention(
    _ event: Int, _ url: String = "http://a.org/1", by publisher: String = "a.org", sentence: String = "3",
    confidence: String = "40", raw: String = "1", at time: String = "20260310121500", kind: String = "1"
) -> String {
    let fields = [
        String(event), "20260310120000", time, kind, publisher, url, sentence, "-1", "20", "30", raw, confidence,
        "2000", "-1.5", "", "",
    ]
    return fields.joined(separator: "\t") + "\n"
}

@Suite("Mentions of event data in a register")
struct MentionTests {
    private let folder: Folder
    private let register: Register
    private let dyad = Dyad("USA", "RUS")

    init() throws {
        folder = try Folder()
        register = try Register(path: folder.register, access: .write)
    }

    private func table(_ register: Register) throws -> [String] {
        try register.read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT event, hash, time, kind, publisher, sentence, confidence, in_raw_text, hex(body)
                    FROM alleged_mention ORDER BY event, hash
                    """
            ).map { "\($0)" }
        }
    }

    @Test("a mention is found by its event, as it was, in the order of time")
    func found() throws {
        let tally = try register.alleged(
            mention(7, "http://b.org/2", by: "b.org", at: "20260311000015") + mention(7, raw: "0")
                + mention(8, "Paper, 4 May, p. 3", by: "", sentence: "", confidence: "", raw: "", kind: "2")
                + mention(9, "", at: "19691231"))
        #expect(tally.rows == 4 && tally.bad == 0 && tally.isFinished && tally.format == .mentions && tally.lines == 4)
        let day = try #require(Day(iso: "2026-03-10"))
        var first = AllegedMention(
            event: "7", day: day, second: 12 * 3_600 + 15 * 60, identifier: "http://a.org/1")
        (first.kind, first.publisher, first.sentence) = (1, "a.org", 3)
        (first.confidence, first.isInRawText) = (40, false)
        let two = try register.allegedMentions(of: "7")
        #expect(two.first == first && two.map(\.identifier) == ["http://a.org/1", "http://b.org/2"])
        #expect(two.last?.day == day + 1 && two.last?.second == 15)
        #expect(try register.allegedMentions(of: "7", limit: 1) == [first])
        #expect(try register.allegedMentions(of: "7", limit: 0).isEmpty)
        var citation = AllegedMention(
            event: "8", day: day, second: 12 * 3_600 + 15 * 60, identifier: "Paper, 4 May, p. 3")
        citation.kind = 2
        #expect(try register.allegedMentions(of: "8") == [citation])
        let old = try register.allegedMentions(of: "9")
        #expect(old.map(\.day.number) == [-1] && old.map(\.second) == [0] && old.map(\.identifier) == [""])
        for id in ["10", "", "07", "x", "99999999999999999"] { #expect(try register.allegedMentions(of: id).isEmpty) }
        #expect(try register.check(isDeep: true).faults == [])
    }

    @Test(
        "the same mention again is a duplicate; of one sentence the surest reading stands, in whatever order they come")
    func again() throws {
        let url = "http://a.org/1"
        let lines = [
            mention(1, url, confidence: "40", raw: "0"), mention(1, url, confidence: "80", raw: "0"),
            mention(1, url, confidence: "80", raw: "1"),
            mention(1, url, confidence: "80", raw: "1", at: "20260309000000"), mention(1, url, confidence: ""),
            mention(1, url, sentence: "4"), mention(2, url), mention(1, url + "0"),
        ]
        let first = try register.alleged(lines.joined())
        #expect(first.rows == 4 && first.duplicates == 1 && first.replaced == 3)
        let expected = try table(register)
        let again = try register.alleged(lines.joined(), name: "again")
        #expect(again.rows == 0 && again.duplicates == 8 && again.replaced == 0)
        let other = try Register(path: folder.register + "other", access: .write)
        let backwards = try other.alleged(lines.reversed().joined(), batch: 1)
        #expect(backwards.rows == 4 && backwards.rows + backwards.duplicates + backwards.replaced == 8)
        let ours = try register.allegedMentions(of: "1")
        #expect(ours.first?.confidence == 80 && ours.first?.day == Day(iso: "2026-03-09"))
        #expect(Set(try other.allegedMentions(of: "1")) == Set(ours) && ours.count == 3)
        #expect(try table(register) == expected)
        #expect(try register.check(isDeep: true).faults == [] && other.check(isDeep: true).faults == [])
    }

    @Test("mentions that share a hash are told from each other by their texts")
    func collisions() throws {
        try register.alleged(mention(5, "http://a.org/first"))
        // as if another identifier had the hash, and the ones behind it
        let own = "http://a.org/second".utf8.withContiguousStorageIfAvailable {
            MentionKey.hash(UnsafeRawBufferPointer($0), sentence: 3)
        }
        let hash = try #require(own)
        try register.database.write { db in
            try db.execute(sql: "UPDATE alleged_mention SET hash = ?", arguments: [hash])
        }
        #expect(try register.alleged(mention(5, "http://a.org/second"), name: "2").rows == 1)
        #expect(try register.alleged(mention(5, "http://a.org/second"), name: "3").duplicates == 1)
        let found = try register.allegedMentions(of: "5").map(\.identifier)
        #expect(Set(found) == ["http://a.org/first", "http://a.org/second"])
        // with all numbers taken a mention is a problem, and is kept as such
        try register.database.write { db in
            try db.execute(sql: "DELETE FROM alleged_mention WHERE hash <> ?", arguments: [hash])
            for step in 1..<MentionKey.mostProbes {
                try db.execute(
                    sql: """
                        INSERT INTO alleged_mention SELECT event, hash + ?, time, file, kind, publisher, sentence,
                            confidence, in_raw_text, body FROM alleged_mention WHERE hash = ?
                        """, arguments: [step, hash])
            }
        }
        let lost = try register.alleged(mention(6) + mention(5, "http://a.org/second"), name: "4")
        #expect(lost.rows == 1 && lost.bad == 1)
        let file = try #require(try register.allegedFiles(limit: 1).first).number
        #expect(try register.allegedProblems(ofFile: file).map(\.line) == [2])
        #expect(MentionKey.next(.max) == 0)
    }

    @Test("an import that was broken off goes on behind its last transaction, and comes to the same")
    func resumes() throws {
        let lines = (0..<3_000).map {
            mention($0 * 7 % 1_001, "http://h\($0 % 70).org/\($0)", by: "h\($0 % 70).org", sentence: "\($0 % 5)")
        }
        let header =
            "globaleventid,eventtimedate,mentiontimedate,mentiontype,mentionsourcename,mentionidentifier,"
            + "sentenceid,actor1charoffset,actor2charoffset,actioncharoffset,inrawtext,confidence,mentiondoclen,"
            + "mentiondoctone,mentiondoctranslationinfo,extras\n"
        for text in [lines.joined(), header + lines.joined().replacing("\t", with: ",")] {
            let folder = try Folder()
            let (register, whole) = (
                try Register(path: folder.register, access: .write),
                try Register(path: folder.register + "whole", access: .write)
            )
            let expected = try whole.alleged(text)
            let bytes = text.utf8.count
            for part in [30, 12, 70, 0, 99] {
                #expect(throws: BrokenOff.self) { try register.alleged(text, failsAt: bytes * part / 100, batch: 200) }
            }
            let stopped = try #require(try register.allegedFiles().first?.tally)
            #expect(stopped.rows > 2_500 && stopped.rows < 3_000 && !stopped.isFinished)
            #expect(try register.check(isDeep: true).faults == [])
            let last = try register.alleged(text)
            #expect(last.resumedAt == stopped.bytes && last.bytes == bytes && last.isFinished)
            #expect(last.rows == 3_000 && expected.rows == 3_000 && last.duplicates == 0 && last.bad == 0)
            #expect(try table(register) == table(whole) && table(whole).count == 3_000)
            #expect(try register.check(isDeep: true).faults == [])
            #expect(try register.alleged(text).resumedAt == bytes)
        }
    }

    @Test("lines that cannot be read are counted by reason and kept")
    func problems() throws {
        let tally = try register.alleged(
            mention(1) + mention(2, at: "20260310240000") + mention(3, at: "20261310000000") + mention(4, raw: "2")
                + mention(5, confidence: "x") + "6\ta\n" + mention(99_999_999_999_999_999) + mention(7))
        #expect(tally.rows == 2 && tally.bad == 6)
        let file = try #require(try register.allegedFiles().first).number
        let problems = try register.allegedProblems(ofFile: file)
        #expect(problems.map(\.line) == [2, 3, 4, 5, 6, 7])
        #expect(problems.map(\.fault) == [.noDate, .noDate, .badNumber, .badNumber, .tooFewColumns, .noID])
        #expect(problems[2].detail.contains("InRawText") && problems[5].detail.contains("16 digits"))
    }

    @Test("any bytes: no line ends an import, each is counted")
    func noise() throws {
        var dice = Dice(state: 11)
        var text = mention(1)
        for number in 0..<2_000 {
            var line = Array(mention(number).utf8)
            for _ in 0..<Int.random(in: 0...3, using: &dice) {
                let place = Int.random(in: 0..<line.count - 1, using: &dice)
                line[place] = UInt8.random(in: 0x0B...0x7E, using: &dice)
            }
            text += String(decoding: line, as: UTF8.self)
        }
        let tally = try register.alleged(text)
        #expect(tally.rows + tally.duplicates + tally.replaced + tally.bad == 2_001 && tally.bad > 100)
        // a quarter of the lines is as it was
        #expect(tally.rows > 400)
        #expect(try register.check(isDeep: true).faults == [])
    }

    @Test("a publisher whose name is too long for a number is kept all the same, and counted once")
    func longNames() throws {
        let long = String(repeating: "n", count: 90)
        try register.alleged(gdeltRow(1))
        try register.alleged(
            mention(1, by: long) + mention(1, "http://b.org/2", by: long) + mention(1, "http://c.org/", by: ""),
            name: "m")
        #expect(Set(try register.allegedMentions(of: "1").map(\.publisher)) == [long, nil])
        let summary = try #require(try register.allegedSummary(dyad: dyad, days: allDays).first)
        #expect(summary.mentionRows == 3 && summary.publishers == 1)
    }

    @Test("a dyad's summary counts the mentions of its rows and their publishers, whichever file came first")
    func summary() throws {
        try register.alleged(
            mention(1) + mention(1, "http://b.org/1", by: "b.org") + mention(2) + mention(3, by: "c.org")
                + mention(4, by: "d.org") + mention(77, by: "e.org"), name: "mentions")
        #expect(try register.allegedSummary(dyad: dyad, days: allDays).isEmpty)
        try register.alleged(
            gdeltRow(1) + gdeltRow(2) + gdeltRow(3, "20260310", "USA", "CHN") + gdeltRow(4, "20260501") + gdeltRow(5))
        let march = try #require(Day(iso: "2026-03-01"))
        let summary = try register.allegedSummary(dyad: dyad, days: march...march + 30)
        #expect(summary.map(\.rows) == [3] && summary.map(\.mentionRows) == [3] && summary.map(\.publishers) == [2])
        #expect(try register.allegedSummary(dyad: dyad, days: allDays).map(\.publishers) == [3])
        // no month has a row more for them
        #expect(try register.allegedMonths().allSatisfy { $0.format == .gdelt2 })
        let findings = try register.check(isDeep: true)
        #expect(findings.faults == [] && findings.notes.contains("6 mentions of rows of event data"))
        #expect(findings.notes.contains("mentions of rows of event data that were not imported: 1"))
    }

    @Test(
        "what was broken on purpose is found",
        arguments: [
            ("DELETE FROM alleged_mention WHERE event = 1", "as many as their files"),
            ("DELETE FROM alleged_file", "of a file that is not there"),
            ("DELETE FROM alleged_word WHERE bytes = CAST('a.org' AS BLOB)", "whose name is not there"),
            ("UPDATE alleged_mention SET time = 9223372036854775807", "no import stores"),
            ("UPDATE alleged_mention SET time = -9223372036854775807 - 1", "cannot be read"),
            ("UPDATE alleged_mention SET in_raw_text = 2", "no import stores"),
            ("UPDATE alleged_mention SET sentence = -1", "no import stores"),
            ("UPDATE alleged_mention SET confidence = 2147483648", "cannot be read"),
            ("UPDATE alleged_mention SET event = -event", "no import stores"),
            ("UPDATE alleged_mention SET sentence = 9", "under its key"),
            ("UPDATE alleged_mention SET hash = hash / 2", "under its key"),
            ("UPDATE alleged_mention SET body = x''", "cannot be read"),
            ("UPDATE alleged_mention SET body = x'FFFFFFFFFFFFFFFFFFFFFF'", "cannot be read"),
            ("UPDATE alleged_mention SET body = CAST(body || x'00' AS BLOB)", "cannot be read"),
        ])
    func broken(_ sql: String, _ expected: String) throws {
        try register.alleged((1...20).map { mention($0) }.joined())
        try register.database.write { try $0.execute(sql: sql) }
        #expect(try register.check(isDeep: true).faults.contains { $0.contains(expected) })
    }
}

/// Counts of lines, of different (GLOBALEVENTID, MentionIdentifier, SentenceID) and of events were taken from the samples by a program
/// of its own.
@Suite("GDELT's mentions as they are published", .enabled(if: MentionSamples.folder != nil))
struct MentionSampleTests {
    private let folder: Folder
    private let register: Register

    init() throws {
        folder = try Folder()
        register = try Register(path: folder.register, access: .write)
    }

    @Test(
        "each sample is taken whole; taken again it changes nothing",
        arguments: [
            (MentionSamples.gdelt + "mentions.csv", 99, 1, 87, 46),
            (MentionSamples.gdelt + "mentionsT.csv", 99, 1, 98, 44),
            ("gdelt2_mentions_sample.csv", 1_618, 17, 1_430, 205),
        ])
    func whole(_ name: String, _ rows: Int, _ duplicates: Int, _ events: Int, _ publishers: Int) throws {
        let text = try MentionSamples.text(name)
        let tally = try register.alleged(text)
        #expect(tally.rows == rows && tally.duplicates == duplicates && tally.bad == 0 && tally.replaced == 0)
        let again = try register.alleged(text, name: "again")
        #expect(again.rows == 0 && again.duplicates == rows + duplicates && again.replaced == 0)
        let counts = try register.read { db in
            try Row.fetchOne(
                db, sql: "SELECT count(*), count(DISTINCT event), count(DISTINCT publisher) FROM alleged_mention")
        }
        #expect(counts?[0] == rows && counts?[1] == events && counts?[2] == publishers)
        #expect(try register.check(isDeep: true).faults == [])
    }

    @Test("values of single mentions, and the surer of two readings of one sentence")
    func values() throws {
        try register.alleged(MentionSamples.text(MentionSamples.gdelt + "mentions.csv"), name: "1")
        try register.alleged(MentionSamples.text("gdelt2_mentions_sample.csv"), name: "2")
        var expected = AllegedMention(
            event: "410412347", day: try #require(Day(iso: "2015-02-18")), second: 23 * 3_600,
            identifier: "http://www.dailymaverick.co.za/article/2015-02-19-sona2015-jamming-state-security-agency-steps"
                + "-forward-blames-low-ranking-operator/")
        (expected.kind, expected.publisher, expected.sentence) = (1, "dailymaverick.co.za", 19)
        (expected.confidence, expected.isInRawText) = (50, true)
        #expect(try register.allegedMentions(of: "410412347") == [expected])
        let many = try register.allegedMentions(of: "669671178")
        #expect(many.count == 15 && Set(many.map(\.publisher)) == ["aftabeyazd.ir"])
        #expect(many.allSatisfy { $0.sentence == 2 && $0.confidence == 100 && $0.second == 23 * 3_600 + 45 * 60 })
        // the sample has it twice in sentence 2 of one document: with a confidence of 80, then of 40
        let twice = try register.allegedMentions(of: "669477810").filter { $0.publisher == "unitaangola.org" }
        #expect(twice.filter { $0.sentence == 2 }.map(\.confidence) == [80])
    }

    @Test("events and mentions of the same quarters of an hour find each other")
    func joined() throws {
        for name in ["mentions.csv", "mentionsT.csv", "events.csv", "eventsT.csv"] {
            try register.alleged(MentionSamples.text(MentionSamples.gdelt + name), name: name)
        }
        // 198 mentions by key; 89 different events of both tables are rows: 52 of the one, 37 of the other
        let known = try register.read { db in
            try Row.fetchOne(
                db,
                sql: """
                    SELECT count(*), count(DISTINCT CASE WHEN event IN (SELECT id FROM alleged) THEN event END)
                    FROM alleged_mention
                    """)
        }
        #expect(known?[0] == 198 && known?[1] == 89)
        #expect(try register.check(isDeep: true).faults == [])
    }
}

private enum MentionSamples {
    static let gdelt = "gdelt_real_spark-gdelt_Apache2/"

    /// In `../shared/data/formats`, beside the package or above it.
    static let folder: URL? = {
        var folder = URL(filePath: #filePath)
        for _ in 0..<8 {
            folder = folder.deletingLastPathComponent()
            let formats = folder.appending(path: "shared/data/formats")
            if FileManager.default.fileExists(atPath: formats.appending(path: "polecat_header.tsv").path) {
                return formats
            }
        }
        return nil
    }()

    static func text(_ name: String) throws -> String {
        let file = try #require(folder).appending(path: name).path
        return String(decoding: try #require(FileManager.default.contents(atPath: file)), as: UTF8.self)
    }
}
