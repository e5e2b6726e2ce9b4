import Analysis
import Charts
import Corroboration
import Diplomacy
import Register
import Testing

@testable import Dossier

@Suite("Who talked to whom")
struct NetworkTests {
    private let sample: SampleRegister

    init() throws { sample = try SampleRegister() }

    private var register: Register { sample.register }
    private let year = day("2025-01-01")...day("2025-12-31")

    @Test("a visit and the talks in its course tie two parties once")
    func folded() throws {
        let both = [Guest("CHN"), Guest("RUS")]
        try sample.add([
            report("visit", on: "2025-03-10", days: 3, of: both, kind: .visit, city: "Moscow", country: "RUS"),
            report(
                "talks", on: "2025-03-11", of: [Guest("CHN", "Wang Yi"), Guest("RUS", "Sergei Lavrov")], city: "Kazan",
                country: "RUS"),
            report("later", on: "2025-06-10", of: both), report("before", on: "2024-06-10", of: both),
            report("business", on: "2025-07-10", of: [Guest("CHN"), Guest("USA", sector: "BUS")]),
        ])
        let dossier = try register.network(of: year)
        #expect(dossier.network.parties == ["CHN", "RUS"])
        #expect(dossier.network.ties.map(\.gatherings) == [2])
        #expect(dossier.network.ties.map(\.weight) == [2])
        #expect(dossier.network.keys(between: "CHN", and: "RUS").count == 2)
        // the talks are told beside the visit that they are counted with
        let text = String(decoding: dossier.bytes(), as: UTF8.self)
        let inYear = try register.contacts(of: Dyad("CHN", "RUS")).contacts.filter { year.contains($0.day) }
        #expect(inYear.flatMap(\.encounters).count == 3)
        for id in inYear.flatMap(\.encounters) { #expect(text.contains("\"\(id)\"")) }
    }

    @Test("the figure states its projection and draws the strongest eighty at most")
    func figure() throws {
        // a ring of ninety parties, of which one meets its neighbour three times
        let codes = (0..<90).map { "P\($0 + 10)" }
        var filings = codes.indices.map { i in
            report(
                "r\(i)", on: (day("2025-01-02") + i * 4).iso, of: [Guest(codes[i]), Guest(codes[(i + 1) % 90])])
        }
        for i in 0..<2 {
            filings.append(report("x\(i)", on: "2026-01-\(10 + i * 15)", of: [Guest("P10"), Guest("P11")]))
        }
        try sample.add(filings)
        let dossier = try register.network(of: day("2025-01-01")...day("2026-01-31"), projection: .bilateral)
        let figure = dossier.figure { "Land \($0)" }
        #expect(figure.nodes.count == NetworkDossier.mostDrawn)
        #expect(figure.nodes.first?.size == 4 && figure.nodes.first?.label == "Land P10")
        #expect(figure.nodes.allSatisfy { (0...1).contains($0.x) && (0...1).contains($0.y) })
        #expect(figure.caption.subtitle.hasSuffix(Analysis.Projection.bilateral.statement))
        #expect(figure.caption.notes[0].contains("90 parties, 90 ties. Drawn are the 80 with the most contacts."))
        #expect(
            figure.edges.allSatisfy { figure.nodes.indices.contains($0.from) && figure.nodes.indices.contains($0.to) })
        #expect(figure.nodes.allSatisfy { figure.groups.indices.contains($0.group) })
        #expect(figure.groups.count <= 6)
        #expect(XMLCheck.fault(of: figure.standalone(width: 800)) == nil)
        #expect(figure.svg(width: 800) == dossier.figure { "Land \($0)" }.svg(width: 800))
    }

    @Test("JSON traces each tie to its encounters; rows are those of the table")
    func tables() throws {
        try sample.add([
            report("a", on: "2025-03-10", of: [Guest("CHN"), Guest("RUS")]),
            report("b", on: "2025-04-10", of: [Guest("CHN"), Guest("USA"), Guest("RUS")]),
        ])
        let dossier = try register.network(of: year)
        let json = JSONCheck(dossier.bytes())
        #expect(json.fault == nil && json.keys.contains("projection_rule"))
        let text = String(decoding: dossier.bytes(), as: UTF8.self)
        // one meeting of two and one of three: 1 + 1/2
        #expect(text.contains(#""meetings":2,"parties":["CHN","RUS"],"weight":1.5"#))
        for id in dossier.network.keys(of: "USA") { #expect(text.contains(id)) }
        let table = dossier.csv()
        #expect(table.rows.map { $0[0] } == ["CHN", "RUS", "USA"])
        #expect(table.rows.map { $0[2] } == ["2", "2", "1"])
        #expect(table.rows.allSatisfy { $0.count == table.head.count })
    }

    @Test("a stretch without contacts is undefined")
    func nothing() throws {
        try sample.add([report("a", on: "2025-03-10", of: [Guest("CHN"), Guest("RUS")])])
        let dossier = try register.network(of: day("2001-01-01")...day("2001-12-31"))
        let figure = dossier.figure { $0 }
        #expect(figure.caption.emptiness == "undefined: no contacts between two parties, 2001-01-01 to 2001-12-31")
        #expect(figure.svg(width: 500).contains("No data"))
        #expect(JSONCheck(dossier.bytes()).fault == nil)
    }
}
