import Contract
import Corroboration
import Diplomacy
import FoundationEssentials
import GRDB
import Testing

@testable import Register

/// A folder that is gone when the test is.
final class Folder {
    let path: String

    init() throws {
        path = "/tmp/rapporteur-register-\(UInt64.random(in: 0 ... .max))"
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    var register: String { path + "/register.sqlite" }
}

/// A report of ours: talks of two persons.
func filing(
    _ id: String, day: String? = "2026-03-10", city: String = "Geneva", country: String = "CHE", text: String? = nil,
    persons: [(String, String)] = [("Ann Lee", "USA"), ("Igor Petrov", "RUS")], url: String? = nil,
    published: Day? = nil, isReported: Bool = true, issues: [IssueMention] = [], sketch: Sketch? = nil,
    source: String? = nil, publisher: Source? = nil, kind: EncounterKind = .talks, status: Status = .held,
    days: Int = 1,
    participants: [Participant]? = nil, events: [Event] = []
) -> Filing {
    let body = text ?? "A text of \(id)."
    var document = Document(
        id: id, title: "Talks", text: body, published: published ?? day.flatMap { Day(iso: $0) },
        source: publisher ?? Source(name: source ?? "Paper \(id)", kind: .newspaper), url: url, sha256: "sha of \(body)"
    )
    if id.isEmpty { document.id = document.sha256 }
    var encounter = Encounter(
        id: "e1", principal: isReported, reported: isReported, kind: kind, medium: .inPerson, status: status,
        date: day.flatMap { Day(iso: $0) }.map { PartialDate(start: $0, end: $0 + (days - 1), precision: .day) },
        place: Place(name: city, country: country),
        participants: participants ?? persons.map { Participant(person: $0.0, party: $0.1, lead: true) },
        confidence: 0.9, evidence: [])
    encounter.issues = issues
    var record = Diplomacy.Record(id: document.id, document: DocumentSummary(document, characters: body.count))
    record.encounters = [encounter]
    record.events = events
    record.document.sketch = sketch
    return Filing(document: document, record: record)
}

/// The exported encounters, without the register's own times.
func export(_ register: Register) throws -> [String] {
    var lines: [String] = []
    try register.exportEncounters { line in
        lines.append(
            String(decoding: line, as: UTF8.self)
                .replacing(/"(changed|first_seen)":"[^"]*",/, with: "").replacing(/,?"version":\d+/, with: ""))
    }
    return lines
}

@Suite("The register")
struct RegisterTests {
    private let folder: Folder
    private let register: Register

    init() throws {
        folder = try Folder()
        register = try Register(path: folder.register, access: .write)
    }

    private func add(_ filings: [Filing], at time: String = "2026-03-12T00:00:00Z") throws -> FilingTally {
        let tally = try register.file(filings, at: time)
        try register.reconcile(at: time)
        return tally
    }

    @Test("keeps one encounter of two reports, whichever comes first, in one batch or two")
    func order() throws {
        let reports = [
            filing("a"), filing("b"), filing("c", city: "Oslo", country: "NOR"), filing("d", day: "2026-05-01"),
            filing("e", day: nil),
        ]
        _ = try add(reports)
        let expected = try export(register)
        #expect(expected.count == 2)
        for order in [[4, 3, 2, 1, 0], [2, 4, 0, 1, 3], [3, 1, 4, 0, 2]] {
            let other = try Register(path: "\(folder.path)/\(order[0]).sqlite", access: .write)
            for i in order {
                _ = try other.file([reports[i]], at: "2026-03-13T00:00:00Z")
                try other.reconcile(at: "2026-03-13T00:00:00Z")
            }
            #expect(try export(other) == expected)
        }
    }

    @Test("a report that is there already changes nothing")
    func again() throws {
        #expect(try add([filing("a"), filing("b")]).new == 2)
        var before: [Data] = []
        try register.exportEncounters { before.append($0) }
        let tally = try add([filing("a"), filing("b")], at: "2026-03-20T00:00:00Z")
        #expect(tally.unchanged == 2)
        #expect(tally.new == 0)
        var after: [Data] = []
        try register.exportEncounters { after.append($0) }
        #expect(before == after)
    }

    @Test("a changed text is a new version, and its encounter changes with it")
    func version() throws {
        _ = try add([filing("a"), filing("b")])
        let tally = try add([filing("b", day: "2026-05-01", text: "Another text.")], at: "2026-03-13T00:00:00Z")
        #expect(tally.changed == 1)
        let lines = try export(register)
        #expect(lines.count == 2)
        let fresh = try Register(path: folder.path + "/fresh.sqlite", access: .write)
        _ = try fresh.file(
            [filing("a"), filing("b", day: "2026-05-01", text: "Another text.")], at: "2026-03-12T00:00:00Z")
        try fresh.reconcile(at: "2026-03-12T00:00:00Z")
        #expect(try export(fresh) == lines)
    }

    @Test("an encounter that nobody tells of any longer is withdrawn")
    func withdrawn() throws {
        _ = try add([filing("a")])
        _ = try add([filing("a", text: "Nothing.", persons: [("Ann Lee", "USA")])], at: "2026-03-13T00:00:00Z")
        #expect(try export(register) == [])
    }

    @Test("an id that growth changes leads to the present one")
    func alias() throws {
        _ = try add([filing("b")])
        let old = try id(0)
        _ = try add([filing("a")], at: "2026-03-13T00:00:00Z")
        let present = try id(0)
        #expect(old != present)
        #expect(try register.presentID(of: old) == present)
        #expect(try register.presentID(of: present) == present)
        #expect(try register.presentID(of: "enc_0") == nil)
    }

    private func id(_ index: Int) throws -> String {
        let match = try #require(try export(register)[index].firstMatch(of: /"id":"(enc_[0-9a-f]+)"/))
        return String(match.1)
    }

    @Test("a report without an id is its address, so that a changed text is a version")
    func address() throws {
        let first = filing("", text: "One.", url: "https://example.org/1")
        #expect(first.document.id == "https://example.org/1")
        _ = try add([first])
        #expect(try add([filing("", text: "Two.", url: "https://example.org/1")]).changed == 1)
    }

    @Test("what was filed and not yet reconciled is reconciled later")
    func resumes() throws {
        _ = try register.file([filing("a")], at: "2026-03-12T00:00:00Z")
        #expect(try export(register) == [])
        let path = folder.path + "/stopped.sqlite"
        do {
            let stopped = try Register(path: path, access: .write)
            _ = try stopped.file([filing("a")], at: "2026-03-12T00:00:00Z")
        }
        let again = try Register(path: path, access: .write)
        try again.reconcile(at: "2026-03-12T00:00:00Z")
        #expect(try export(again).count == 1)
    }

    @Test("problems are kept, each once")
    func problems() throws {
        let problem = Problem(input: "file", line: 3, code: "no-json", message: "expected JSON")
        let tally = try register.file([], problems: [problem, problem], at: "2026-03-12T00:00:00Z")
        #expect(tally.failed == 2)
        #expect(try register.problems() == [problem])
    }

    @Test("another SQLite file, no file, and a newer register are refused in words")
    func refusals() throws {
        #expect(throws: RegisterError.self) { try Register(path: folder.path + "/none.sqlite", access: .read) }
        let text = folder.path + "/text.sqlite"
        try Data(String(repeating: "no database ", count: 100).utf8).write(to: URL(filePath: text))
        let error = #expect(throws: RegisterError.self) { try Register(path: text, access: .write) }
        #expect(error?.code == .notARegister)
        try register.write { db in
            try db.execute(sql: "INSERT INTO grdb_migrations VALUES ('99 something newer')")
        }
        let newer = #expect(throws: RegisterError.self) { try Register(path: folder.register, access: .read) }
        #expect(newer?.code == .newerSchema)
    }
}

@Suite("The stamp of an exported encounter")
struct StampTests {
    @Test("its members stand among the sorted keys, deeper keys left alone")
    func members() {
        let stamp = EncounterStamp(firstSeen: "F", changed: "C", version: 3)
        let json = #"{"about":[{"zone":"a\"b"}],"date":{"end":"x"},"status":"held"}"#
        let expected =
            #"{"about":[{"zone":"a\"b"}],"changed":"C","date":{"end":"x"},"first_seen":"F","status":"held","version":3}"#
        #expect(String(decoding: stamp.put(into: Array(json.utf8)), as: UTF8.self) == expected)
        let related =
            #"{"changed":"C","first_seen":"F","relations":[{"encounter":"enc_1","kind":"part-of"}],"version":3}"#
        let relations = [Relation(kind: .partOf, encounter: "enc_1")]
        #expect(String(decoding: stamp.put(into: Array("{}".utf8), relations: relations), as: UTF8.self) == related)
    }
}
