import Corroboration
import Diplomacy
import Testing

@testable import Register

@Suite("Whether a report is known")
struct KnownTests {
    private let folder: Folder
    private let register: Register

    init() throws {
        folder = try Folder()
        register = try Register(path: folder.register, access: .write)
        _ = try register.file([filing("a"), filing("b")], at: "2026-03-12T00:00:00Z")
        try register.reconcile(at: "2026-03-12T00:00:00Z")
    }

    @Test("another encounter is new")
    func new() throws {
        let known = try register.known(filing("c", day: "2026-06-01"))
        #expect(known.standing == .new)
        #expect(known.encounters.count == 1)
        #expect(known.encounters.first?.stored?.id == nil)
    }

    @Test("a report of a stored encounter names it and what it adds and contradicts")
    func known() throws {
        let report = filing(
            "c", city: "Oslo", country: "NOR", issues: [IssueMention(code: "energy", span: Span(0, 1))])
        let known = try register.known(report)
        let encounter = try #require(known.encounters.first)
        #expect(encounter.stored?.reports.map(\.document) == ["a", "b"])
        #expect(encounter.adds == [FieldValue(field: "issues", value: "energy")])
        #expect(encounter.contradicts.map(\.field) == ["place"])
        #expect(encounter.contradicts.first?.value == "Oslo")
        #expect(encounter.contradicts.first?.others.map(\.documents) == [["a", "b"]])
        #expect(encounter.sameOrigin.isEmpty)
    }

    @Test("a copy names whose text it is")
    func copy() throws {
        let sketch = try #require(Sketch(words: Array(1...40)))
        _ = try register.file([filing("d", sketch: sketch)], at: "2026-03-13T00:00:00Z")
        try register.reconcile(at: "2026-03-13T00:00:00Z")
        let copy = filing("e", sketch: sketch)
        let encounter = try #require(try register.known(copy).encounters.first)
        #expect(encounter.sameOrigin == [OriginSibling(document: "d", publisher: "Paper d", similarity: 1)])
    }

    @Test("a report that is there already is found by itself, whatever its text")
    func again() throws {
        let same = try register.known(filing("a"))
        #expect(same.standing == .same)
        #expect(same.encounters.first?.stored?.reports.count == 2)
        #expect(same.encounters.first?.adds == [])
        #expect(try register.known(filing("a", text: "Other.")).standing == .changed)
    }

    @Test("nothing is stored")
    func pure() throws {
        let before = try export(register)
        _ = try register.known(filing("c"))
        #expect(try export(register) == before)
        #expect(try register.known(filing("c")).standing == .new)
    }
}
