import Analysis
import Charts
import Contract
import Corroboration
import Diplomacy
import Register
import Testing

@testable import Dossier

@Suite("Overviews of a register")
struct OverviewTests {
    private let sample: SampleRegister
    private let dyad = Dyad("CHN", "RUS")

    init() throws {
        sample = try SampleRegister()
        let both = [Guest("CHN"), Guest("RUS")]
        try sample.add(
            (0..<14).map { i in
                report(
                    "d\(i)", on: (day("2024-01-10") + i * 37).iso, of: both,
                    series: i % 3 == 0 ? Series(name: "Round table", round: i / 3 + 1) : nil)
            } + [report("usa", on: "2025-01-05", of: [Guest("GBR"), Guest("USA")])])
    }

    private var register: Register { sample.register }

    private func isSound(_ json: some JSONWritable, _ schema: String) -> Bool {
        let bytes = json.bytes()
        return JSONCheck(bytes).fault == nil
            && String(decoding: bytes, as: UTF8.self).contains("\"schema\":\"\(schema)\"")
    }

    @Test("every answer is well-formed JSON with sorted keys, and its rows are as long as their head")
    func answers() throws {
        let table = try register.dyads()
        let spans = try register.coveredSpans()
        let outlooks = OutlookList(table, model: try register.outlookModel(table), spans: spans)
        let series = try register.standingDialogues()
        let one = SeriesDossier(try #require(series.named("round table")), in: series)
        let evaluation = try #require(
            try register.evaluation(table, from: day("2024-08-01"), through: day("2025-01-31"), least: 3))
        #expect(isSound(outlooks, "rapporteur.outlooks/1"))
        #expect(isSound(series, "rapporteur.serieslist/1"))
        #expect(isSound(one, "rapporteur.series/1"))
        #expect(isSound(evaluation, "rapporteur.evaluation/1"))
        let positions = PositionsDossier(dyad: dyad, issues: try register.positions(of: dyad))
        #expect(isSound(positions, "rapporteur.positions/1"))
        for rows in [outlooks.csv(), series.csv(), one.csv(), evaluation.csv(), positions.csv()] {
            #expect(rows.rows.allSatisfy { $0.count == rows.head.count })
        }
        #expect(outlooks.rows.map(\.dyad.code).sorted() == ["CHN-RUS", "GBR-USA"])
        #expect(one.dialogue.rounds.map(\.number) == [1, 2, 3, 4, 5])
        #expect(series.csv().head.contains("median_gap_months"))
        let median = try #require(series.csv().rows.first?[3].flatMap(Double.init))
        #expect(abs(median - 111 / 30.436875) < 1e-9)
    }

    @Test("the ledger is scored once its day has passed")
    func ledger() throws {
        let early = try register.dossier(of: dyad, asOf: day("2024-12-01"))
        let late = try register.dossier(of: dyad)
        let entries = early.outlook.entries() + late.outlook.entries()
        #expect(
            try register.write(entries.map { WrittenForecast($0, written: "2026-06-01T00:00:00Z") }) == entries.count)
        let ledger = try register.ledger(of: dyad)
        #expect(ledger.lines.count == entries.count)
        #expect(isSound(ledger, "rapporteur.ledger/1"))
        #expect(ledger.csv().rows.allSatisfy { $0.count == ledger.csv().head.count })
        // of those made on the last day none is past
        #expect(ledger.scored.allSatisfy { $0.entry.made == early.asOf } && !ledger.scored.isEmpty)
        let brier = try #require(ledger.brier)
        #expect((0...1).contains(brier))
    }

    @Test("a context's window is never longer than it may be, nor less than a day", arguments: [-5, 0, 30, Int.max])
    func contexts(window: Int) throws {
        let id = try #require(try register.contacts(of: dyad).contacts.dropFirst(5).first).encounter
        let encounter = try #require(try register.encounter(id)).encounter
        let context = try #require(try register.contexts(of: encounter, window: window).first)
        #expect(context.dyad == dyad)
        #expect(isSound(context.context, "rapporteur.context/1"))
        #expect(context.contacts.contains { $0.encounter == id })
    }
}
