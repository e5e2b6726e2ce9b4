import Contract
import Diplomacy
import Testing

@testable import Register

@Suite("The log of changes")
struct LogTests {
    private let folder: Folder
    private let register: Register

    init() throws {
        folder = try Folder()
        register = try Register(path: folder.register, access: .write)
    }

    private func add(_ filing: Filing, at time: String) throws {
        _ = try register.file([filing], at: time)
        try register.reconcile(at: time)
    }

    private func log(since: String? = nil) throws -> [(change: Change, isThere: Bool)] {
        var found: [(change: Change, isThere: Bool)] = []
        try register.log(since: since) { found.append(($0, $1 != nil)) }
        return found
    }

    @Test("tells which fields changed, what an encounter became, and what was withdrawn")
    func changes() throws {
        try add(filing("b"), at: "2026-03-12T00:00:00Z")
        try add(filing("c", city: "Oslo", country: "NOR"), at: "2026-03-13T00:00:00Z")
        try add(filing("a"), at: "2026-03-14T00:00:00Z")
        for id in ["a", "b", "c"] {
            try add(filing(id, text: "No more.", persons: [("Ann Lee", "USA")]), at: "2026-03-15T00:00:00Z")
        }
        let log = try log()
        #expect(log.first?.change.kind == "new")
        let changed = try #require(log.first { $0.change.kind == "changed" }).change
        #expect(changed.time == "2026-03-13T00:00:00Z")
        #expect(changed.fields.contains("disputes") && changed.fields.contains("origins"))
        #expect(!changed.fields.contains("date") && !changed.fields.contains("reasons"))
        let became = try #require(log.first { $0.change.kind == "became" }).change
        #expect(became.heir?.hasPrefix("enc_") == true)
        #expect(log.last?.change.kind == "withdrawn")
        #expect(log.last?.isThere == false)
        #expect(log.map(\.change.time) == log.map(\.change.time).sorted())
    }

    @Test("since a day or a time")
    func since() throws {
        try add(filing("a"), at: "2026-03-12T08:00:00Z")
        try add(filing("b", day: "2026-05-01"), at: "2026-03-13T09:00:00Z")
        #expect(try log(since: "2026-03-13").count == 1)
        #expect(try log(since: "2026-03-13T09:00:00Z").count == 1)
        #expect(try log(since: "2026-03-13T09:00:01Z").isEmpty)
        #expect(try log(since: "2026-03-12").count == 2)
    }

    @Test("a report keeps every text it has had")
    func versions() throws {
        try add(filing("a"), at: "2026-03-12T00:00:00Z")
        try add(filing("a", text: "Another."), at: "2026-03-13T00:00:00Z")
        let versions = try register.versions(of: "a")
        #expect(versions.map(\.number) == [1, 2])
        #expect(versions.map(\.text) == ["A text of a.", "Another."])
        #expect(try register.versions(of: "none").isEmpty)
    }
}

@Suite("Members of written JSON")
struct JSONMembersTests {
    @Test(
        "differences by key, whatever strings and depths hold",
        arguments: [
            (#"{"a":1,"b":[1,{"c":2}]}"#, #"{"a":1,"b":[1,{"c":2}]}"#, []),
            (#"{"a":1,"b":[1,{"c":2}]}"#, #"{"a":2,"b":[1,{"c":3}]}"#, ["a", "b"]),
            (#"{"a":"x,\"b\":1}","b":1}"#, #"{"a":"x,\"b\":2}","b":1}"#, ["a"]),
            (#"{"a":1}"#, #"{"a":1,"b":null}"#, ["b"]), (#"{}"#, #"{"a":{}}"#, ["a"]), (#"{}"#, #"{}"#, []),
            (#"{"a":"\\"}"#, #"{"a":"\\","z":"}"}"#, ["z"]),
        ])
    func changed(_ old: String, _ new: String, _ keys: [String]) {
        #expect(JSONMembers.changed(from: Array(old.utf8), to: Array(new.utf8)) == keys)
        #expect(JSONMembers.changed(from: Array(new.utf8), to: Array(old.utf8)) == keys)
    }
}
