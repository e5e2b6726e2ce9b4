import Contract
import Corroboration
import Diplomacy
import GRDB
import Testing

@testable import Register

@Suite("Browsing the register")
struct BrowseTests {
    private let folder: Folder
    private let register: Register

    init() throws {
        folder = try Folder()
        register = try Register(path: folder.register, access: .write)
    }

    private func add(_ filings: [Filing], at time: String = "2026-06-01T00:00:00Z") throws {
        _ = try register.file(filings, at: time)
        try register.reconcile(at: time)
    }

    private func all() throws -> [EncounterBrief] { try register.page(of: .all([]), limit: 100).hits.map(\.brief) }

    @Test("a brief is read as it was written, whatever its names hold")
    func brief() throws {
        var encounter = RegisteredEncounter(
            id: "enc_0123456789abcdef", kind: .visit, medium: .hybrid, status: .postponed,
            outcome: Outcome(kind: .brokeDown))
        var date = PartialDate(start: Day(number: -400), end: Day(number: 20_000), precision: .partOfMonth)
        date.time = "14:30"
        date.zone = "Moscow\ttime"
        encounter.date = date
        encounter.level = .envoy
        encounter.place = Place(name: "Nu\u{1F}uk\n", country: "GRL", latitude: 64.18, longitude: -51.7)
        encounter.series = Series(name: "Talks | of \u{1E}two", round: 7)
        encounter.participants = [
            Participant(person: "Ann \u{1F}Lee", office: "envoy", party: "USA", role: .host, lead: true),
            Participant(party: "DNK"), Participant(office: "clerk"),
        ]
        encounter.via = ["QAT"]
        encounter.issues = [RegisteredIssue(code: "energy", raisedBy: [], documents: [])]
        encounter.disputes = [
            Dispute(field: .date, nature: .denial, values: [], resolved: nil, reason: ""),
            Dispute(field: .place, nature: .omission, values: [], resolved: nil, reason: ""),
        ]
        encounter.origins = 3
        let brief = EncounterBrief(encounter, sides: ["USA"])
        var expected = brief
        // signs that hold the line together are blanks in names
        expected.place = "Nu uk "
        expected.series = "Talks | of  two"
        expected.people[0].name = "Ann  Lee"
        expected.date?.zone = "Moscow time"
        #expect(EncounterBrief(id: brief.id, line: brief.line) == expected)
        #expect(EncounterBrief(id: "x", line: "held\tcall") == nil)
        let bare = EncounterBrief(
            RegisteredEncounter(
                id: "e", kind: .call, medium: .phone, status: .held, outcome: Outcome(kind: .notStated)), sides: [])
        #expect(EncounterBrief(id: "e", line: bare.line) == bare)
    }

    @Test("pages follow one another, the newest encounter first, each once")
    func pages() throws {
        try add((1...9).map { filing("r\($0)", day: "2026-0\($0)-10") })
        let whole = try all()
        #expect(whole.compactMap { $0.date?.iso } == (1...9).reversed().map { "2026-0\($0)-10" })
        var found: [EncounterBrief] = []
        var after: Int64?
        repeat {
            let page = try register.page(of: .all([]), after: after, limit: 2)
            found += page.hits.map(\.brief)
            after = page.next
            #expect(page.count == 9)
        } while after != nil
        #expect(found == whole)
    }

    @Test("what stands around an encounter is the nearest on both sides")
    func neighbours() throws {
        try add((1...9).map { filing("r\($0)", day: "2026-0\($0)-10") })
        let middle = try #require(try all().first { $0.date?.iso == "2026-05-10" })
        let found = try register.neighbours(of: middle.id, matching: .dyad(Dyad("USA", "RUS")), limit: 2)
        #expect(found.before.compactMap { $0.date?.iso } == ["2026-04-10", "2026-03-10"])
        #expect(found.after.compactMap { $0.date?.iso } == ["2026-06-10", "2026-07-10"])
    }

    @Test("a profile counts every encounter once in each of its facets, and leaves no month out")
    func profile() throws {
        try add([
            filing("a", day: "2026-01-10"), filing("b", day: "2026-01-20"),
            filing("c", day: "2026-04-10", persons: [("Li Na", "CHN"), ("Ann Lee", "USA")], status: .cancelled),
            filing("d", day: "2026-04-12", city: "Oslo", country: "NOR", status: .announced),
        ])
        let profile = try register.profile(of: .all([]))
        #expect(profile.count == 4)
        #expect(profile.months.map(\.all) == [2, 0, 0, 2])
        #expect(profile.months.map(\.held) == [2, 0, 0, 0])
        #expect(profile.months.last?.failed == 1)
        #expect(profile.parties.map(\.value) == ["USA", "RUS", "CHN"])
        #expect(profile.parties.map(\.count) == [4, 3, 1])
        #expect(profile.dyads.map(\.value) == ["RUS-USA", "CHN-USA"])
        #expect(profile.persons.first == Profile.Tally(value: "Ann Lee\tUSA", count: 4))
        #expect(profile.gaps == [10])
        #expect(profile.lastHeld?.iso == "2026-01-20")
        #expect(try register.profile(of: .dyad(Dyad("CHN", "USA"))).count == 1)
        // its own first page goes on where a page of the list does
        for limit in 1...4 {
            let own = try register.profile(of: .all([]), keeping: 4).page(limit: limit)
            let other = try register.page(of: .all([]), limit: limit)
            #expect(own.hits.map(\.brief) == other.hits.map(\.brief))
            #expect(own.next == other.next)
        }
    }

    @Test("what is ahead begins at the register's day, the nearest first")
    func ahead() throws {
        let published = Day(iso: "2026-03-01")
        try add([
            filing("a", day: "2026-05-10", published: published, status: .announced),
            filing("b", day: "2026-04-10", city: "Oslo", country: "NOR", published: published, status: .proposed),
            filing(
                "c", day: "2026-04-20", city: "Bern", persons: [("A B", "CHE"), ("C D", "NOR")], published: published,
                status: .announced),
            filing("d", day: "2026-02-10", city: "Paris", published: published),
        ])
        #expect(
            try register.ahead(limit: 10).compactMap { $0.date?.iso } == ["2026-04-10", "2026-04-20", "2026-05-10"])
        #expect(
            try register.ahead(of: .dyad(Dyad("CHE", "NOR")), limit: 1).compactMap { $0.date?.iso } == ["2026-04-20"])
        #expect(
            try register.ahead(of: .dyad(Dyad("RUS", "USA")), limit: 1).compactMap { $0.date?.iso } == ["2026-04-10"])
        #expect(try register.today(limit: 10).latest.compactMap { $0.date?.iso } == ["2026-02-10"])
    }

    @Test("a source that is silent longer than ever before is told, and one that keeps its pace is not")
    func silence() throws {
        var filings: [Filing] = []
        for (i, day) in (0..<60).map({ (Day(iso: "2026-01-01") ?? Day(number: 0)) + $0 }).enumerated() {
            for (name, every, end) in [("Daily", 1, 60), ("Evening", 1, 60), ("Weekly", 7, 60), ("Gone", 2, 40)]
            where i % every == 0 && i < end {
                filings.append(
                    filing("\(name) \(i)", day: day.iso, city: "\(name)", published: day, source: name))
            }
        }
        try add(filings)
        let silent = try register.today(limit: 10).silent
        #expect(silent.map(\.publisher) == ["Gone"])
        #expect(silent.first?.usual == 2)
        // the third of the publishers was heard last on the 57th day, this one on the 39th
        #expect(silent.first?.days == 18)
    }

    @Test("reading ends when its time is up, and the next reading has its own")
    func deadline() throws {
        let endless = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"
        #expect {
            try register.reading(within: 30) { try register.read { try Int.fetchOne($0, sql: endless) } }
        } throws: { ($0 as? RegisterError)?.code == .tooSlow }
        #expect(try register.reading(within: 10_000) { try all() }.isEmpty)
        #expect(try all().isEmpty)
    }

    @Test("a report has its record, its versions and the encounters it became part of")
    func report() throws {
        try add([filing("a")])
        try add([filing("a", text: "Another text.")], at: "2026-06-02T00:00:00Z")
        let view = try #require(try register.report("a"))
        #expect(view.versions.map(\.number) == [1, 2])
        #expect(view.head.added.count == 2)
        #expect(view.encounters.map { $0?.id } == (try all().map(\.id)))
        #expect(view.record.encounters.count == 1)
        #expect(try register.report("b")?.state == nil)
    }

    @Test("the revision changes with every change, and with nothing else")
    func revision() throws {
        let empty = try register.revision()
        try add([filing("a")])
        let one = try register.revision()
        try add([filing("a")])
        #expect(try register.revision() == one)
        try add([filing("b")])
        #expect(Set([empty, one, try register.revision()]).count == 3)
    }
}
