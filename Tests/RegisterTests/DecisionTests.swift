import Corroboration
import Diplomacy
import FoundationEssentials
import GRDB
import Testing

@testable import Register

/// Two encounters: a and b of March in Geneva, c and d of May in Oslo.
private let reports = [
    filing("a"), filing("b"), filing("c", day: "2026-05-01", city: "Oslo", country: "NOR"),
    filing("d", day: "2026-05-01", city: "Oslo", country: "NOR"),
]

@Suite("Decisions")
struct DecisionTests {
    private let folder: Folder
    private let register: Register
    private let march: String
    private let may: String

    init() throws {
        folder = try Folder()
        register = try Register(path: folder.register, access: .write)
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

    private func id(of document: String) throws -> String? { try Self.id(of: document, register) }

    @discardableResult
    private func decide(_ act: Decision.Act, reason: String = "so it was", at time: String = "2026-06-02T00:00:00Z")
        throws -> StoredDecision
    {
        try register.decide(act, author: "ann", reason: reason, at: time).0
    }

    /// The exported encounter of a document.
    private func line(of document: String) throws -> String {
        let id = try #require(try id(of: document))
        return try #require(try export(register).first { $0.contains("\"id\":\"\(id)\"") })
    }

    @Test("a merge makes one of two that lie weeks apart, and its undoing makes two of it again")
    func merge() throws {
        let before = try export(register)
        let stored = try decide(register.merging(march, may))
        #expect(try export(register).count == 1)
        #expect(try line(of: "c").contains("Put together by ann on 2026-06-02: so it was"))
        #expect(try register.presentID(of: may) == id(of: "a"))
        try decide(register.undoing("\(stored.number)"))
        #expect(try export(register) == before)
        #expect(try register.decisions().map(\.isActive) == [false, true])
    }

    @Test("a report that comes later joins a merged encounter by the half that it fits")
    func mergeGrows() throws {
        try decide(register.merging(march, may))
        _ = try register.file(
            [filing("e"), filing("f", day: "2026-05-01", city: "Oslo", country: "NOR")], at: "2026-06-03T00:00:00Z")
        try register.reconcile(at: "2026-06-03T00:00:00Z")
        #expect(try export(register).count == 1)
        #expect(try register.check(isDeep: true).faults == [])
    }

    @Test("a merge joins what shares neither parties nor a day", arguments: ["2027-01-01", nil])
    func mergeOfStrangers(_ day: String?) throws {
        let stranger = filing("s", day: day, persons: [("Li Na", "CHN"), ("Asha Rao", "IND")])
        _ = try register.file([stranger], at: "2026-06-02T00:00:00Z")
        try register.reconcile(at: "2026-06-02T00:00:00Z")
        let before = try export(register)
        #expect(before.count == 3)
        let stored = try decide(register.merging(march, #require(try id(of: "s"))))
        #expect(try export(register).count == 2)
        #expect(try id(of: "s") == id(of: "a"))
        #expect(try register.check(isDeep: true).faults == [])
        try decide(register.undoing("\(stored.number)"))
        #expect(try export(register) == before)
    }

    @Test("a split sets a report's claims apart, whatever they share")
    func split() throws {
        let before = try export(register)
        let stored = try decide(register.splitting(march, documents: ["b"]))
        #expect(try id(of: "a") != id(of: "b"))
        #expect(try line(of: "b").contains("Set apart by ann"))
        try decide(register.undoing(stored.decision.name))
        #expect(try export(register) == before)
    }

    @Test("a split names documents of the encounter, and not all of them", arguments: [["c"], ["a", "b"], []])
    func wrongSplit(_ documents: [String]) {
        #expect(throws: RegisterError.self) { try register.splitting(march, documents: documents) }
    }

    @Test("two that are not the same stay two when reports come that would join them")
    func notSame() throws {
        try decide(register.splitting(march, documents: ["b"]))
        let (one, other) = (try #require(try id(of: "a")), try #require(try id(of: "b")))
        try decide(register.undoing("1"))
        #expect(try export(register).count == 2)
        // by claims, as an export from another register names them
        let apart = Decision.Act.notSame(
            [ClaimAnchor(document: "a", claim: "e1")], [ClaimAnchor(document: "b", claim: "e1")])
        let stored = try decide(apart)
        #expect(try id(of: "a") != id(of: "b"))
        #expect(Set([try id(of: "a"), try id(of: "b")]) == [one, other])
        try decide(register.undoing("\(stored.number)"))
        #expect(try id(of: "a") == id(of: "b"))
    }

    @Test(
        "a correction takes the field, with its author and reason",
        arguments: [
            ("place", "Vienna", #""basis":"curated","country":"CHE","name":"Vienna""#),
            ("country", "AUT", #""basis":"curated","country":"AUT""#),
            ("date", "2026-03-11/2026-03-12", #""end":"2026-03-12","precision":"day","start":"2026-03-11""#),
            ("date", "2026-03", #""end":"2026-03","precision":"month","start":"2026-03""#),
            ("status", "cancelled", #""status":"cancelled""#), ("kind", "consultation", #""kind":"consultation""#),
            ("medium", "video", #""medium":"video""#), ("level", "envoy", #""level":"envoy""#),
        ])
    func correct(_ field: String, _ value: String, _ expected: String) throws {
        let before = try export(register)
        let stored = try decide(
            register.correcting(march, Correction(field: field, value: value, person: nil)), reason: "their own page")
        let line = try line(of: "a")
        let head =
            try #require(line.firstMatch(of: /^.*?"reports":/)).0
            + line[(line.firstRange(of: "\"schema\"")?.lowerBound ?? line.startIndex)...]
        #expect(head.contains(expected))
        #expect(line.contains("\(value): decided by ann on 2026-06-02: their own page"))
        #expect(try register.check(isDeep: true).faults == [])
        try decide(register.undoing("\(stored.number)"))
        #expect(try export(register) == before)
    }

    @Test("an office is corrected for one participant")
    func office() throws {
        try decide(
            register.correcting(march, Correction(field: "office", value: "Special Envoy", person: "Ann Lee")))
        let line = try line(of: "a")
        #expect(line.contains(#""basis":"curated","lead":true,"office":"Special Envoy""#))
        #expect(line.contains("Ann Lee, Special Envoy: decided by ann"))
        let stranger = try Correction(field: "office", value: "King", person: "Nobody")
        #expect(throws: RegisterError.self) { try register.correcting(march, stranger) }
    }

    @Test(
        "a value that is none of the vocabulary is refused",
        arguments: [
            ("place ", "x"), ("status", "halted"), ("date", "2026-13-01"), ("date", "12 March"),
            ("date", "2026-03-12/2026-03-01"), ("country", "Norway"), ("kind", ""), ("office", "King"),
        ])
    func vocabulary(_ field: String, _ value: String) {
        let error = #expect(throws: RegisterError.self) {
            try Correction(field: field, value: value, person: nil)
        }
        #expect(error?.code == .wrongDecision)
    }

    @Test("a rejected claim and a rejected report leave the encounter, and come back")
    func reject() throws {
        let before = try export(register)
        try decide(register.rejecting(ClaimAnchor(document: "a", claim: "e1")))
        #expect(try id(of: "a") == nil)
        #expect(try export(register).count == 2)
        try decide(register.rejecting(document: "b"))
        #expect(try export(register).count == 1)
        try decide(register.undoing("1"))
        try decide(register.undoing("2"))
        #expect(try export(register) == before)
        #expect(throws: RegisterError.self) { try register.rejecting(document: "none") }
        #expect(throws: RegisterError.self) { try register.rejecting(ClaimAnchor(document: "a", claim: "e7")) }
    }

    @Test("an encounter that comes back was first seen when it was")
    func firstSeen() throws {
        try decide(register.rejecting(document: "a"), at: "2026-06-02T00:00:00Z")
        try decide(register.undoing("1"), at: "2026-06-03T00:00:00Z")
        var lines: [String] = []
        try register.exportEncounters { lines.append(String(decoding: $0, as: UTF8.self)) }
        #expect(lines.allSatisfy { $0.contains(#""first_seen":"2026-06-01T00:00:00Z""#) })
    }

    @Test("of two that conflict the later one holds, until it is undone")
    func conflict() throws {
        try decide(register.merging(march, may))
        let merged = try #require(try id(of: "a"))
        let apart = try decide(register.splitting(merged, documents: ["c", "d"]))
        #expect(try export(register).count == 2)
        try decide(register.undoing("\(apart.number)"))
        #expect(try export(register).count == 1)
        for (value, time) in [("Bern", "2026-06-03T00:00:00Z"), ("Basel", "2026-06-03T00:00:00Z")] {
            try decide(register.correcting(merged, Correction(field: "place", value: value, person: nil)), at: time)
        }
        #expect(try line(of: "a").contains(#""name":"Basel""#))
        try decide(register.undoing("5"), at: "2026-06-04T00:00:00Z")
        #expect(try line(of: "a").contains(#""name":"Bern""#))
        // and the undoing of an undoing
        try decide(register.undoing("6"), at: "2026-06-05T00:00:00Z")
        #expect(try line(of: "a").contains(#""name":"Basel""#))
    }

    @Test("a merge and a wish to keep two apart, in either order")
    func mergeAgainstNotSame() throws {
        try decide(register.keepingApart(march, may))
        try decide(register.merging(march, may))
        #expect(try export(register).count == 1)
        let claims = { (document: String) in [ClaimAnchor(document: document, claim: "e1")] }
        try decide(.notSame(claims("a"), claims("c")))
        #expect(try id(of: "a") != id(of: "c"))
        #expect(try register.check(isDeep: true).faults == [])
    }

    @Test("decisions travel by file, whatever the order of reports and decisions")
    func travel() throws {
        try decide(register.merging(march, may))
        try decide(register.correcting(march, Correction(field: "place", value: "Bern", person: nil)))
        try decide(register.rejecting(document: "b"))
        try decide(register.undoing("3"))
        let lines = try register.decisions().map(\.decision.json)
        let expected = try export(register)
        for (number, order) in [[0, 1, 2, 3], [3, 1, 0, 2], [2, 3, 1, 0]].enumerated() {
            let other = try Register(path: "\(folder.path)/\(number).sqlite", access: .write)
            for (place, i) in order.enumerated() {
                if place == number {
                    let taken = try other.importDecisions(lines.reversed(), at: "2026-07-01T00:00:00Z")
                    #expect(taken.new == 4)
                }
                _ = try other.file([reports[i]], at: "2026-07-02T00:00:00Z")
                try other.reconcile(at: "2026-07-02T00:00:00Z")
            }
            #expect(try export(other) == expected)
            let again = try other.importDecisions(lines, at: "2026-07-03T00:00:00Z")
            #expect(again.new == 0 && again.known == 4)
            #expect(try other.decisions().map(\.decision.json) == lines)
        }
    }

    @Test(
        "a line that is no decision changes nothing and says which",
        arguments: [
            "{}", "no json", #"{"schema":"rapporteur.decision/2"}"#,
            #"{"act":"undo","author":"a","reason":"r","undoes":"dec_0",REST}"#,
            #"{"act":"merge","author":"a","claims":[],"others":[],"reason":"r",REST}"#,
            #"{"act":"reject-claim","author":"a","claims":[{"document":"a","claim":"x"}],"reason":"r",REST}"#,
            #"{"act":"reject-report","author":"","document":"a","reason":"r",REST}"#,
        ])
    func wrongLine(_ line: String) throws {
        let rest = #""schema":"rapporteur.decision/1","serial":0,"time":"2026-06-02T00:00:00Z""#
        let line = line.replacing("REST", with: rest)
        let good = Decision(.rejectReport("a"), author: "ann", reason: "x", time: "2026-06-02T00:00:00Z")
        let error = #expect(throws: RegisterError.self) {
            try register.importDecisions([good.json, Data(line.utf8)], at: "2026-06-03T00:00:00Z")
        }
        #expect(error?.code == .wrongDecision)
        #expect(try register.decisions().isEmpty)
        #expect(try id(of: "a") == march)
    }

    @Test("every kind is read as it is written")
    func json() throws {
        let (a, b) = (ClaimAnchor(document: "a", claim: "e1"), ClaimAnchor(document: "b\"\n", claim: "e12"))
        let corrections: [Correction] = [
            .place(nil), .place("Oslo"), .country("NOR"), .date(nil), .level(nil), .office("King", person: "A"),
            .date(PartialDate(text: "2026-03-01/2026-03-02")), .date(PartialDate(text: "2026")),
        ]
        let acts: [Decision.Act] =
            [
                .merge([a], [b]), .split([a], from: [b]), .notSame([b], [a]), .rejectClaim(a), .rejectReport("a"),
                .undo("dec_1"),
            ] + corrections.map { .correct([a, b], $0) }
        for act in acts {
            let decision = Decision(act, author: "ann", reason: "r", time: "2026-06-02T00:00:00Z", serial: 3)
            #expect(try Decision(json: decision.json) == decision)
        }
        #expect(Set(acts.map { Decision($0, author: "a", reason: "r", time: "t").name }).count == acts.count)
    }

    @Test("survive a rebuild")
    func rebuild() throws {
        try decide(register.merging(march, may))
        try decide(register.correcting(march, Correction(field: "place", value: "Bern", person: nil)))
        let before = try export(register)
        try register.beginRebuild()
        let done = try register.finishRebuild(at: "2026-08-01T00:00:00Z")
        #expect(done.changes.isEmpty && done.records == 0)
        #expect(try export(register) == before)
    }
}
