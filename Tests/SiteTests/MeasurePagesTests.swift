import Corroboration
import Diplomacy
import Dossier
import FoundationEssentials
import Register
import Testing

@testable import Site

@Suite("Pages of measures")
struct MeasurePagesTests {
    @Test("a dialogue's measures come as page, JSON, table and figure")
    func dyad() throws {
        let sample = try Sample()
        let page = sample.get("/dyads/RUS-USA/measures")
        #expect(page.status == 200)
        #expect(page.text.contains("<svg") && page.text.contains("What is counted"))
        #expect(page.text.contains("no votes in the register"))
        let json = sample.get("/dyads/RUS-USA/measures.json")
        #expect(json.text.contains("\"schema\":\"rapporteur.dyad/1\""))
        #expect(sample.get("/dyads/RUS-USA/measures.csv").text.hasPrefix("month,"))
        let figure = sample.get("/dyads/RUS-USA/measures.svg")
        #expect(figure.header("Content-Type") == "image/svg+xml" && figure.text.hasPrefix("<?xml"))
        #expect(sample.get("/dyads/RUS-USA").text.contains("/dyads/RUS-USA/measures"))
        #expect(sample.get("/dyads/RUS-FRA/measures").text.contains("Undefined: no contacts."))
        #expect(sample.get("/dyads/RUS/measures").status == 404)
    }

    @Test("an encounter's context lists what stood around it")
    func context() throws {
        let sample = try Sample([
            filing("a"), filing("b", day: "2026-01-20"), filing("c", day: "2025-10-01"),
            filing("d", day: "2026-03-11", persons: [("Li Na", "CHN"), ("Ann Lee", "USA")]),
        ])
        let id = try #require(try sample.register.held(.dyad(Dyad("RUS", "USA"))).last?.id)
        let page = sample.get("/encounters/\(id)/context")
        #expect(page.status == 200)
        #expect(page.text.contains("this one") && page.text.contains("20 January 2026"))
        #expect(!page.text.contains("1 October 2025"))
        #expect(sample.get("/encounters/\(id)").text.contains("/encounters/\(id)/context"))
        #expect(sample.get("/encounters/\(id)/context.json").text.contains("rapporteur.contexts/1"))
        #expect(sample.get("/encounters/enc_0/context").status == 404)
    }

    @Test("the network takes days and a projection, and refuses what is none")
    func network() throws {
        let sample = try Sample()
        let page = sample.get("/network?from=2024-01-01&to=2026-12-31")
        #expect(
            page.text.contains("United States") && page.text.contains("China") == false && page.text.contains("CHN"))
        let json = sample.get("/network.json?from=2024-01-01&to=2026-12-31&projection=bilateral")
        #expect(json.text.contains("\"schema\":\"rapporteur.network/1\""))
        #expect(sample.get("/network.json?projection=none").text.contains("bad-projection"))
        #expect(
            sample.get("/network.json?from=2026-12-31&to=2024-01-01").text
                == sample.get("/network.json?from=2024-01-01&to=2026-12-31").text)
        #expect(sample.get("/network.json?from=2026-13-01").text.contains("bad-day"))
        #expect(sample.get("/network?from=1900-01-01&to=1900-02-01").text.contains("Undefined"))
        #expect(sample.get("/network.svg?from=2024-01-01&to=2026-12-31").text.contains("<svg"))
    }

    @Test("beyond alignment says why there is nothing")
    func beyond() throws {
        let sample = try Sample()
        #expect(sample.get("/beyond").text.contains("no votes in the register"))
        #expect(sample.get("/beyond.json?measure=friendship").text.contains("bad-measure"))
        #expect(sample.get("/beyond.json?measure=pi").text.contains("\"schema\":\"rapporteur.beyond/1\""))
    }

    @Test("the calendar tells likely contacts; measures are made again when the register changes")
    func calendar() throws {
        let sample = try Sample()
        #expect(sample.get("/calendar").text.contains("Likely contacts"))
        let before = try sample.site.measures.outlook(sample.register).rows.count
        let writer = try Register(path: sample.folder + "/register.sqlite", access: .write)
        _ = try writer.file(
            [filing("new", day: "2026-03-01", persons: [("Li Na", "CHN"), ("Igor Petrov", "RUS")])], at: Sample.clock)
        try writer.reconcile(at: Sample.clock)
        try writer.close()
        #expect(try sample.site.measures.outlook(sample.register).rows.count == before + 1)
    }
}
