import Diplomacy
import FoundationEssentials
import GRDB
import Testing

@testable import Register

/// Two encounters: a and b of March in Geneva, c of May in Oslo.
@Suite("Notes and tags")
struct NotesTests {
    private let folder: Folder
    private let register: Register
    private let march: String
    private let may: String
    private let time = "2026-06-02T00:00:00Z"

    init() throws {
        folder = try Folder()
        register = try Register(path: folder.register, access: .write)
        let reports = [filing("a"), filing("b"), filing("c", day: "2026-05-01", city: "Oslo", country: "NOR")]
        _ = try register.file(reports, at: "2026-06-01T00:00:00Z")
        try register.reconcile(at: "2026-06-01T00:00:00Z")
        march = try #require(try Self.id(of: "a", register))
        may = try #require(try Self.id(of: "c", register))
    }

    private static func id(of document: String, _ register: Register) throws -> String? {
        try register.read { db in
            try String.fetchOne(
                db,
                sql: "SELECT encounter FROM claim JOIN report ON report.id = claim.report WHERE document = ?",
                arguments: [document])
        }
    }

    private func id(of document: String) throws -> String { try #require(try Self.id(of: document, register)) }

    @discardableResult
    private func note(_ id: String, _ text: String, at time: String = "2026-06-02T00:00:00Z") throws -> EncounterNote {
        try register.note(id, text: text, author: "ann", at: time)
    }

    private func decide(_ act: Decision.Act) throws -> StoredDecision {
        try register.decide(act, author: "ann", reason: "so it was", at: time).0
    }

    private func search(_ query: String) throws -> [String] {
        try register.ids(matching: try SearchParser.query(query, hasTags: true))
    }

    // MARK: - Writing

    @Test("notes are listed by their time, and removed by their number, which no other gets")
    func writes() throws {
        let late = try note(march, "Ask the ministry.\nTwice.", at: "2026-06-03T00:00:00Z")
        let early = try note(march, "Who was the host?")
        #expect(try register.notes(of: march) == [early, late])
        #expect(try register.notes(of: may).isEmpty)
        #expect(late.text == "Ask the ministry.\nTwice." && late.author == "ann" && !late.isGone)
        #expect(try register.removeNote(early.id) == early)
        #expect(try register.notes() == [late])
        #expect(try note(march, "Another.").id > early.id)
        #expect(throws: RegisterError.self) { try register.removeNote(early.id) }
    }

    @Test("tags are small words, once on an encounter")
    func tags() throws {
        #expect(try register.tag(march, "Follow-Up"))
        #expect(try !register.tag(march, "follow-up"))
        #expect(try register.tag(march, ["trip-2", "follow-up", "trip-2"]) == 1)
        try register.tag(may, "follow-up")
        #expect(try register.tags(of: march) == ["follow-up", "trip-2"])
        #expect(
            try register.tags() == [
                TagCount(tag: "follow-up", encounters: 2, gone: 0), TagCount(tag: "trip-2", encounters: 1, gone: 0),
            ])
        #expect(try register.encounters(tagged: "follow-up") == [march, may].sorted())
        try register.untag(march, "FOLLOW-up")
        #expect(try register.tags(of: march) == ["trip-2"])
        #expect(try register.encounters(tagged: "follow-up") == [may])
        let missing = #expect(throws: RegisterError.self) { try register.untag(march, "follow-up") }
        #expect(missing?.code == .notHere)
    }

    @Test(
        "a word that is no tag is refused, and none of its neighbours is set",
        arguments: ["", "-", "-a", "two words", "é", "a_b", "a:b", "\u{0}", String(repeating: "a", count: 65)])
    func noTag(_ word: String) throws {
        let error = #expect(throws: RegisterError.self) { try register.tag(march, ["sound", word]) }
        #expect(error?.code == .badNote)
        #expect(try register.tags().isEmpty)
    }

    @Test("a tag may have 64 bytes")
    func longestTag() throws { #expect(try register.tag(march, String(repeating: "a", count: 64))) }

    @Test(
        "what is no note is refused",
        arguments: [
            ("", "ann", "2026-06-02T00:00:00Z"), (" \n", "ann", "2026-06-02T00:00:00Z"),
            ("text", "", "2026-06-02T00:00:00Z"), ("\u{1B}[2J", "ann", "2026-06-02T00:00:00Z"),
            ("text", "a\u{9B}b", "2026-06-02T00:00:00Z"), ("text", "ann", "2026-06-02"),
            ("text", "ann", "2026-02-30T00:00:00Z"), ("text", "ann", "2026-06-02T24:00:00Z"),
            (String(repeating: "x", count: 65_537), "ann", "2026-06-02T00:00:00Z"),
        ])
    func noNote(_ text: String, _ author: String, _ time: String) throws {
        let error = #expect(throws: RegisterError.self) {
            try register.note(march, text: text, author: author, at: time)
        }
        #expect(error?.code == .badNote)
        #expect(try register.notes().isEmpty)
    }

    @Test("an id that is none is refused")
    func noEncounter() {
        let noted = #expect(throws: RegisterError.self) { try note("enc_0", "text") }
        #expect(noted?.code == .notHere)
        let tagged = #expect(throws: RegisterError.self) { try register.tag("enc_0", "a") }
        #expect(tagged?.code == .notHere)
    }

    // MARK: - Encounters that change

    @Test("a merged encounter has the notes and tags of both, and its undoing gives each its own again")
    func merges() throws {
        try note(march, "one", at: "2026-06-02T00:00:00Z")
        try note(may, "two", at: "2026-06-02T00:00:01Z")
        try register.tag(march, ["both", "first"])
        try register.tag(may, ["both", "second"])
        let stored = try decide(register.merging(march, may))
        let merged = try id(of: "c")
        #expect(try id(of: "a") == merged)
        for id in [march, may, merged] {
            #expect(try register.notes(of: id).map(\.text) == ["one", "two"])
            #expect(try register.notes(of: id).allSatisfy { $0.encounter == merged && !$0.isGone })
            #expect(try register.tags(of: id) == ["both", "first", "second"])
        }
        #expect(try register.tags().first == TagCount(tag: "both", encounters: 1, gone: 0))
        _ = try decide(register.undoing("\(stored.number)"))
        #expect(try register.notes(of: march).map(\.text) == ["one"])
        #expect(try register.tags(of: may) == ["both", "second"])
    }

    @Test("a tag that both had comes off the merged encounter at once")
    func untagsMerged() throws {
        try register.tag(march, "both")
        try register.tag(may, "both")
        _ = try decide(register.merging(march, may))
        try register.untag(march, "both")
        #expect(try register.tags().isEmpty)
    }

    @Test("a note stays with its encounter when an earlier report changes its id")
    func growth() throws {
        try note(may, "grows")
        try register.tag(may, "grows")
        for number in 0..<40 where try register.presentID(of: may) == may {
            let report = filing("\(number)", day: "2026-05-01", city: "Oslo", country: "NOR")
            _ = try register.file([report], at: time)
            try register.reconcile(at: time)
        }
        let present = try id(of: "c")
        #expect(try register.notes(of: present).map(\.text) == ["grows"])
        #expect(try search("tag:grows") == [present])
    }

    @Test("of an id that is gone without an alias the claim tells the encounter")
    func byClaim() throws {
        try note(may, "held by its claim")
        try register.tag(may, "held")
        try register.write {
            try $0.execute(sql: "UPDATE note SET encounter = 'enc_gone'; UPDATE tag SET encounter = 'enc_gone'")
        }
        #expect(try register.notes(of: may).map(\.text) == ["held by its claim"])
        #expect(try register.encounters(tagged: "held") == [may])
    }

    @Test("a note whose encounter is gone is kept and listed as such, and is back with it")
    func gone() throws {
        try note(may, "still here")
        try register.tag(may, "still")
        let stored = try decide(register.rejecting(document: "c"))
        #expect(try register.presentID(of: may) == nil)
        #expect(try register.notes().map(\.isGone) == [true])
        #expect(try register.notes(of: may).map(\.text) == ["still here"])
        #expect(try register.tags() == [TagCount(tag: "still", encounters: 0, gone: 1)])
        #expect(try register.encounters(tagged: "still").isEmpty && search("tag:still").isEmpty)
        #expect(try register.annotations().map(\.isGone) == [true])
        let findings = try register.check(isDeep: true)
        #expect(findings.faults == [])
        #expect(findings.notes.contains("1 notes, 1 on encounters that are gone"))
        _ = try decide(register.undoing("\(stored.number)"))
        #expect(try register.notes().map(\.isGone) == [false])
        #expect(try search("tag:still") == [may])
    }

    @Test("a rebuild leaves notes and tags")
    func rebuild() throws {
        let before = try [note(march, "one"), note(may, "two", at: "2026-06-03T00:00:00Z")]
        try register.tag(march, "kept")
        try register.beginRebuild()
        _ = try register.finishRebuild(at: time)
        #expect(try register.notes() == before)
        #expect(try search("tag:kept") == [march])
    }

    // MARK: - Searching

    @Test("tag: finds encounters by their tags, inside OR and NOT too")
    func searches() throws {
        try register.tag(march, ["trip-1", "a"])
        try register.tag(may, "trip-2")
        #expect(try search("tag:trip-1") == [march])
        #expect(try search("tag:TRIP-1") == [march])
        #expect(try search("tag:trip") == [])
        #expect(try search("tag:trip*") == [march, may].sorted())
        #expect(try search("-tag:trip-1") == [may])
        #expect(try search("tag:trip-1 OR place:Oslo") == [march, may].sorted())
        #expect(try search("tag:trip* place:Oslo") == [may])
        #expect(try search("tag:trip* -place:Oslo date:2026-03") == [march])
        for order in SearchOrder.allCases {
            let result = try register.search(SearchParser.query("talks tag:trip-2", hasTags: true), order: order)
            #expect(result.hits.map(\.encounter.id) == [may])
            #expect(result.count == 1)
        }
    }

    @Test("only a desk that may ask for tags can, and by words that are tags")
    func refused() throws {
        let closed = #expect(throws: RegisterError.self) { try SearchParser.query("tag:a") }
        #expect(closed?.code == .badQuery)
        #expect(closed?.message.contains("tag,") == false)
        let wrong = #expect(throws: RegisterError.self) { try SearchParser.query("tag:a_b", hasTags: true) }
        #expect(wrong?.message.contains("after tag:") == true)
        #expect(try SearchParser.query("tag:ab*", hasTags: true) == .tag("ab", isPrefix: true))
    }

    // MARK: - Keeping

    @Test("exports of encounters are the same with and without")
    func isPrivate() throws {
        func lines() throws -> [String] {
            var lines: [String] = []
            try register.exportEncounters { lines.append(String(decoding: $0, as: UTF8.self)) }
            return lines
        }
        let before = try lines()
        try note(march, "xyzzy")
        try register.tag(march, "plugh")
        #expect(try lines() == before)
        #expect(try search("xyzzy").isEmpty && search("plugh").isEmpty)
    }

    @Test("all that is written, by encounters")
    func annotations() throws {
        let one = try note(march, "one")
        let two = try note(march, "two", at: "2026-06-03T00:00:00Z")
        try register.tag(march, ["b", "a"])
        try register.tag(may, "c")
        let expected = [
            Annotations(encounter: march, tags: ["a", "b"], notes: [one, two]),
            Annotations(encounter: may, tags: ["c"]),
        ]
        #expect(try register.annotations() == expected.sorted { $0.encounter < $1.encounter })
        #expect(try register.annotations(of: may) == Annotations(encounter: may, tags: ["c"]))
        let notes = try register.check(isDeep: false).notes
        #expect(notes.contains("2 notes") && notes.contains("3 tags"))
    }

    @Test(
        "a check finds what the program would not have written",
        arguments: [
            ("UPDATE note SET text = ' '", "a note that is none: 1: expected a text"),
            ("UPDATE note SET time = 'noon'", "a note that is none: 1: expected a time"),
            ("UPDATE note SET ordinal = -1", "a note that is tied to no claim: 1"),
            ("UPDATE tag SET tag = 'A b'", "a tag that is none: enc_"),
            ("UPDATE tag SET ordinal = -1", "a tag that is tied to no claim: enc_"),
        ])
    func faults(_ sql: String, _ expected: String) throws {
        try note(march, "one")
        try register.tag(march, "a")
        #expect(try register.check(isDeep: true).faults == [])
        try register.write { try $0.execute(sql: sql) }
        let faults = try register.check(isDeep: false).faults
        #expect(faults.count == 1 && faults.allSatisfy { $0.hasPrefix(expected) }, "\(faults)")
    }

    @Test("a register of before gets the tables, those with later ones too")
    func migrates() throws {
        try register.write {
            try $0.execute(
                sql: """
                    DROP VIEW placed_note; DROP VIEW placed_tag; DROP TABLE note; DROP TABLE tag;
                    DELETE FROM grdb_migrations WHERE identifier = '10 notes'
                    """)
        }
        try register.close()
        let again = try Register(path: folder.register, access: .write)
        #expect(try again.tag(march, "a"))
    }
}
