import Analysis
import Charts
import Contract
import Corroboration
import Diplomacy
import Register
import Testing

@testable import Dossier

@Suite("Dossiers as JSON and as rows")
struct JSONTests {
    private let sample: SampleRegister
    private let dyad = Dyad("CHN", "RUS")
    private let both = [Guest("CHN", "Wang \"Yi\""), Guest("RUS", "Sergei Lavrov")]

    init() throws { sample = try SampleRegister() }

    private var register: Register { sample.register }

    private func fill() throws {
        let days = [3, 20, 31, 60, 90, 130, 150, 200, 260, 300, 420, 500]
        var filings = days.enumerated().map { i, later in
            report(
                "d\(i)", on: (day("2024-09-01") + later).iso, of: both,
                level: i == 3 ? nil : i == 5 ? .leader : .minister,
                issues: i % 2 == 0 ? ["energy"] : [],
                series: i % 4 == 0 ? Series(name: "Round table", round: i / 4 + 1) : nil,
                events: i == 6 ? [threat(day("2024-09-01") + later)] : [])
        }
        filings.append(
            report(
                "apart", on: "2025-12-20", of: [Guest("CHN"), Guest("RUS", "Igor Petrov", sector: "BUS")], city: "Sochi"
            ))
        filings.append(
            report("ahead", on: "2026-06-01", of: both, kind: .summit, status: .announced, published: "2026-01-10"))
        try sample.add(filings)
    }

    private func threat(_ day: Day) -> Event {
        var event = Event(
            type: .threaten, source: EventActor(party: "RUS", text: "RUS", span: Span(0, 1)),
            target: EventActor(party: "CHN", text: "CHN", span: Span(2, 3)), polarity: .affirmed, modality: .actual,
            sentence: 0, span: Span(0, 4), rule: "test", confidence: 1)
        event.date = PartialDate(day: day)
        return event
    }

    @Test("a dossier is one well-formed text with sorted keys, the same each time")
    func dossier() throws {
        try fill()
        let model = try register.outlookModel(try register.dyads())
        let dossier = try register.dossier(of: dyad, model: model)
        let bytes = dossier.bytes()
        let json = JSONCheck(bytes)
        #expect(json.fault == nil)
        #expect(
            json.keys == [
                "agenda", "alignment", "apart", "as_of", "bursts", "carriers", "contact_rule", "contacts", "coverage",
                "deeds", "dyad", "encounters", "left_out", "measures", "outlook", "parties", "phases", "positions",
                "schema",
                "series", "window",
            ])
        #expect(try register.dossier(of: dyad, model: model).bytes() == bytes)
        let text = String(decoding: bytes, as: UTF8.self)
        for contact in dossier.contacts { for id in contact.encounters { #expect(text.contains(id)) } }
        for id in dossier.book.apart { #expect(text.contains(id)) }
        #expect(dossier.book.apart.count == 1 && dossier.deeds.count == 1)
        #expect(text.contains(#""schema":"rapporteur.dyad/1""#) && text.contains(#""type":"THREATEN""#))
        #expect(
            text.contains(#""schema":"rapporteur.outlook/1""#) && text.contains(#""schema":"rapporteur.alignment/1""#))
        #expect(text.contains("undefined: no votes in the register"))
    }

    @Test("a measure has a value or a reason, never both, and says what it rests on")
    func measures() throws {
        func text(_ measure: MeasureJSON) -> String { String(decoding: measure.bytes(), as: UTF8.self) }
        let window = day("2025-01-01")...day("2025-01-31")
        let given = MeasureJSON(
            .number(2.5), undefined: "undefined: x", n: 3, window: window, formula: "f", unit: "days", interval: 1...4,
            basis: .encounters(["a", "b"]))
        #expect(
            text(given)
                == #"{"encounters":["a","b"],"formula":"f","interval":[1,4],"n":3,"unit":"days","value":2.5,"window":{"from":"2025-01-01","to":"2025-01-31"}}"#
        )
        for value in [nil, MeasureJSON.Value.number(.nan), .number(.infinity)] {
            let none = MeasureJSON(
                value, undefined: "undefined: x", n: 0, window: nil, formula: "f", interval: 0...1,
                basis: .list("contacts"))
            #expect(text(none) == #"{"formula":"f","n":0,"rests_on":"contacts","undefined":"undefined: x"}"#)
        }
        let endless = MeasureJSON(
            .count(1), undefined: "", n: 1, window: nil, formula: "f", interval: 0 ... .infinity, basis: .none)
        #expect(text(endless) == #"{"formula":"f","n":1,"value":1}"#)
    }

    @Test("a dyad without anything has reasons in place of values")
    func nothing() throws {
        try fill()
        let bytes = try register.dossier(of: Dyad("AAA", "BBB")).bytes()
        #expect(JSONCheck(bytes).fault == nil)
        let text = String(decoding: bytes, as: UTF8.self)
        #expect(text.contains(#""contacts":[]"#))
        #expect(text.contains("undefined: no contacts on two different days"))
        #expect(text.contains("undefined: no covered months"))
        #expect(!text.contains("null") && !text.contains("nan"))
    }

    @Test("the table of dyads, with what is not defined")
    func dyads() throws {
        try fill()
        try sample.add([report("once", on: "2025-05-05", of: [Guest("GBR"), Guest("USA")], level: nil)])
        let table = try register.dyads()
        #expect(JSONCheck(table.bytes()).fault == nil)
        let text = String(decoding: table.bytes(), as: UTF8.self)
        #expect(text.contains("median_gap_days: no contacts on two different days"))
        let rows = table.csv()
        #expect(rows.rows.map { $0[0] } == ["CHN-RUS", "GBR-USA"])
        #expect(rows.rows.allSatisfy { $0.count == rows.head.count })
        let gap = try #require(rows.head.firstIndex(of: "median_gap_days"))
        #expect(rows.rows[1][gap] == nil && rows.rows[0][3] == "12")
    }

    @Test("rows by month sum to the contacts, level by level")
    func months() throws {
        try fill()
        let dossier = try register.dossier(of: dyad)
        let table = dossier.csv()
        #expect(table.rows.first?[0] == "2024-09" && table.rows.last?[0] == String(dossier.asOf.iso.prefix(7)))
        func sum(_ column: String) throws -> Int {
            let place = try #require(table.head.firstIndex(of: column))
            return table.rows.reduce(0) { $0 + ($1[place].flatMap { Int($0) } ?? 0) }
        }
        #expect(try sum("contacts") == dossier.contacts.count)
        #expect(try sum("level_leader") == 1 && sum("level_untold") == 1)
        #expect(try sum("level_minister") == dossier.contacts.count - 2)
    }

    @Test("an outlook tells why a forecaster has none, and its rows go to a year")
    func outlook() throws {
        try fill()
        let outlook = try register.dossier(of: dyad).outlook
        #expect(outlook.undefined(.pooled)?.contains("was not fitted") == true)
        #expect(outlook.undefined(.climatology) == nil)
        #expect(outlook.announced.map(\.brief.status) == [.announced])
        let table = outlook.csv()
        #expect(table.rows.count == outlook.forecasts.count * 365)
        #expect(table.rows.first?[3] == "1" && table.rows.last?[3] == "365")
        for row in table.rows {
            let chance = try #require(row[4].flatMap(Double.init))
            #expect((0...1).contains(chance))
        }
        #expect(JSONCheck(outlook.bytes()).fault == nil)
    }

    @Test("what came before and after an encounter")
    func context() throws {
        try fill()
        let dossier = try register.dossier(of: dyad)
        let middle = try #require(dossier.contacts.first { $0.day == day("2024-09-01") + 150 })
        let context = EncounterContext(
            of: middle.encounter, on: middle.day, contacts: dossier.contacts, events: dossier.deeds,
            coverage: dossier.coverage, asOf: dossier.asOf, window: 60)
        #expect(JSONCheck(context.bytes()).fault == nil)
        let text = String(decoding: context.bytes(), as: UTF8.self)
        #expect(text.contains(#""schema":"rapporteur.context/1""#) && text.contains(#""subject":"conflictual events""#))
        // two contacts in the sixty days before, one in those after
        let contacts = try #require(context.comparisons.first)
        #expect(contacts.before.n == 2 && contacts.after?.n == 1)
        for key in context.keys { #expect(text.contains(key)) }
    }

    @Test("reliability figures of what was evaluated, and reasons for what was not")
    func reliability() throws {
        try fill()
        let panel = Panel(try register.dyads().histories(try register.coveredSpans()))
        let origins = (0..<12).map { day("2025-01-01") + $0 * 15 }
        let evaluation = try #require(
            OutlookEvaluation(
                panel,
                OutlookEvaluation.Plan(
                    dyads: [dyad.code], origins: origins, through: day("2025-10-01"), forecasters: [.climatology])))
        let figure = evaluation.figure(of: .climatology, within: 30)
        #expect(figure.bins.reduce(0) { $0 + $1.count } == 12)
        #expect(figure.caption.notes[0].hasPrefix("n = 12 forecasts"))
        #expect(XMLCheck.fault(of: figure.standalone(width: 700)) == nil)
        #expect(evaluation.figure(of: .pooled, within: 30).caption.emptiness?.hasSuffix("was not evaluated") == true)
        #expect(evaluation.figure(of: .climatology, within: 31).caption.emptiness?.contains("30, 90, 180 days") == true)
    }
}
