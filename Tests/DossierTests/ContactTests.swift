import Analysis
import Charts
import Corroboration
import Diplomacy
import Register
import Testing

@testable import Dossier

@Suite("The contacts of a dyad")
struct ContactTests {
    private let sample: SampleRegister
    private let dyad = Dyad("CHN", "RUS")
    private let both = [Guest("CHN"), Guest("RUS")]

    init() throws { sample = try SampleRegister() }

    private var register: Register { sample.register }

    @Test("a visit and the talks in its course are one contact, talks after it another")
    func visit() throws {
        try sample.add([
            report(
                "visit", on: "2026-03-10", days: 3, of: both, kind: .visit, level: .leader, city: "Moscow",
                country: "RUS"),
            report(
                "talks", on: "2026-03-11", of: [Guest("CHN", "Wang Yi"), Guest("RUS", "Sergei Lavrov")], city: "Kazan",
                country: "RUS"),
            report("later", on: "2026-03-20", of: both),
        ])
        let book = try register.contacts(of: dyad)
        #expect(book.contacts.map(\.day) == [day("2026-03-10"), day("2026-03-20")])
        #expect(book.contacts.map(\.encounters.count).reduce(0, +) == book.encounters)
        #expect(book.encounters == 3)
        let dossier = try register.dossier(of: dyad)
        let rounds = String(decoding: dossier.bytes(), as: UTF8.self)
        let talks = try #require(dossier.contacts.first?.also.first)
        // among the contacts, those of the phase and those of the carriers
        #expect(rounds.split(separator: talks, omittingEmptySubsequences: false).count > 3)
        #expect(book.apart.isEmpty)
    }

    @Test(
        "who is not in office, or of no government, makes no contact and is shown apart",
        arguments: [
            Guest("RUS", "Igor Petrov", sector: "BUS"), Guest("RUS", "Igor Petrov", sector: "LEG"),
            Guest("RUS", "Igor Petrov", standing: .former), Guest("RUS", "Igor Petrov", standing: .elect),
        ])
    func apart(guest: Guest) throws {
        try sample.add([
            report("other", on: "2026-02-01", of: [Guest("CHN"), guest]), report("one", on: "2026-03-01", of: both),
        ])
        let book = try register.contacts(of: dyad)
        #expect(book.contacts.map(\.day) == [day("2026-03-01")])
        #expect(book.apart.count == 1)
        #expect(book.apartSentence.hasPrefix("1 encounter is shown apart"))
    }

    @Test("forces and those who act for somebody in office count; what is announced does not")
    func counted() throws {
        try sample.add([
            report("forces", on: "2026-01-05", of: [Guest("CHN", sector: "MIL"), Guest("RUS")]),
            report("acting", on: "2026-02-05", of: [Guest("CHN", standing: .acting), Guest("RUS")]),
            report("silent", on: "2026-03-05", of: [Guest("CHN", sector: nil, standing: nil), Guest("RUS")]),
            report("ahead", on: "2026-09-05", of: both, status: .announced, published: "2026-03-06"),
            report("off", on: "2026-03-02", of: both, status: .cancelled),
        ])
        let book = try register.contacts(of: dyad)
        #expect(book.contacts.map(\.day.iso) == ["2026-01-05", "2026-02-05", "2026-03-05"])
        #expect(book.apart.isEmpty)
    }

    @Test("an account of an earlier day knows nothing of later encounters")
    func earlier() throws {
        try sample.add([
            report("one", on: "2026-01-05", of: both), report("two", on: "2026-03-05", of: both),
            report("three", on: "2026-03-09", of: [Guest("CHN"), Guest("RUS", sector: "BUS")]),
        ])
        let then = try register.dossier(of: dyad, asOf: day("2026-02-01"))
        #expect(then.contacts.map(\.day.iso) == ["2026-01-05"])
        #expect(then.book.encounters == 1 && then.book.apart.isEmpty)
        #expect(then.window == day("2026-01-01")...day("2026-02-01"))
        let now = try register.dossier(of: dyad)
        #expect(now.contacts.count == 2 && now.book.apart.count == 1)
    }

    // MARK: - Coverage

    @Test("a publisher covers the months of its reports, two months without are no end, three are")
    func months() throws {
        try sample.add([
            report("a", on: "2025-01-10", of: both), report("b", on: "2025-04-10", of: both),
            report("c", on: "2025-08-10", of: both),
        ])
        let coverage = try register.coverage(of: dyad, asOf: day("2025-08-20"))
        #expect(
            coverage.covered == [
                day("2025-01-01")...day("2025-04-30"), day("2025-08-01")...day("2025-08-20"),
            ])
        #expect(
            coverage.gaps(in: day("2024-12-30")...day("2025-09-01")) == [
                day("2024-12-30")...day("2024-12-31"), day("2025-05-01")...day("2025-07-31"),
                day("2025-08-21")...day("2025-09-01"),
            ])
        #expect(coverage.gaps(in: day("2025-02-01")...day("2025-03-01")).isEmpty)
        let sentence = coverage.sentence(in: day("2025-01-01")...day("2025-08-20"))
        #expect(sentence.contains("Not covered are 92 of 232 days: 2025-05-01 to 2025-07-31."))
        #expect(sentence.contains("last day covered 2025-08-20"))
    }

    @Test("a table of the publisher covers the days that it says")
    func table() throws {
        try sample.add([report("a", on: "2025-06-10", of: both, source: "Office")])
        try register.put(
            DataSet(
                name: "visits/x", title: "Visits", publisher: "Office", licence: "CC0", digest: "d",
                first: day("2001-02-03"), last: day("2025-12-31"), rows: 1, imported: "2026-01-01T00:00:00Z"))
        let coverage = try register.coverage(of: dyad, asOf: day("2026-01-31"))
        #expect(coverage.covered == [day("2001-02-03")...day("2025-12-31")])
        #expect(coverage.sources == ["Office"])
        #expect(coverage.stretches.map(\.reports) == [nil])
    }

    @Test("what only a seventh source covers is covered")
    func manySources() throws {
        let crowd = (1...6).flatMap { source in
            (1...2).map { i in report("r\(source)\(i)", on: "2025-01-0\(source)", of: both, source: "Paper \(source)") }
        }
        try sample.add(crowd + [report("late", on: "2026-02-10", of: both, source: "Small paper")])
        let dossier = try register.dossier(of: dyad, asOf: day("2026-02-10"))
        #expect(dossier.coverage.exposure(from: day("2026-02-01"), through: day("2026-02-10")) == 10)
        let strips = dossier.timelineFigure { $0 }.coverage
        #expect(strips.count == 6)
        #expect(strips.last?.name == "2 other sources")
    }
}
