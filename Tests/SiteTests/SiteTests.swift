import Diplomacy
import FoundationEssentials
import Register
import Testing

@testable import Site

@Suite("What the site answers")
struct SiteTests {
    private let sample: Sample

    init() throws { sample = try Sample() }

    private func object(_ target: String) throws -> [String: JSONValue] {
        let answer = sample.get(target)
        #expect(answer.status == 200, "\(target): \(answer.text.prefix(200))")
        return try JSONDecoder().decode([String: JSONValue].self, from: Data(answer.body))
    }

    /// The encounter on which reports differ.
    private func disputed() throws -> EncounterBrief {
        try #require(try register().page(of: .facet(.disputed, "yes", isPrefix: false), limit: 2).hits.first).brief
    }

    private func register() -> Register { sample.register }

    @Test("the first page begins with the dispute, and has what is expected")
    func today() throws {
        let html = sample.get("/").text
        let place = try #require(html.firstRange(of: "place disputed"))
        let latest = try #require(html.firstRange(of: "Latest encounters"))
        #expect(place.lowerBound < latest.lowerBound)
        #expect(html.contains("20 April 2026"))
        #expect(
            html.contains("3 encounters from 5 reports, up to 11 March 2026")
                || html.contains("3 encounters from 5 reports"))
    }

    @Test("a value of an encounter leads to its sentence in the report")
    func sentence() throws {
        let html = sample.get("/encounters/\(try disputed().id)").text
        let links = Tags(html).attribute("href", of: "a").filter { $0.hasPrefix("/reports/") && $0.contains("#s") }
        #expect(links.count > 3)
        for link in links {
            let parts = link.split(separator: "#").map(String.init)
            let report = sample.get(parts[0]).text
            #expect(Tags(report).all.contains { $0.attributes["id"] == parts[1] }, "\(link)")
        }
    }

    @Test("a dispute tells its values with their weights, the kept one first, and the reason")
    func dispute() throws {
        let html = sample.get("/encounters/\(try disputed().id)").text
        let kept = try #require(html.firstRange(of: "(kept)"))
        let other = try #require(html.firstRange(of: "Oslo"))
        #expect(kept.lowerBound < other.lowerBound)
        #expect(html.contains("% of the weight"))
    }

    @Test("a list is given page by page, each encounter once")
    func pages() throws {
        var target: String? = "/search.json?limit=1"
        var found: [String] = []
        while let next = target {
            let page = try object(next)
            guard case .array(let hits) = page["encounters"] else { break }
            for case .object(let hit) in hits {
                guard case .object(let brief) = hit["encounter"], case .string(let id) = brief["id"] else { continue }
                found.append(id)
            }
            if case .string(let cursor) = page["next"] {
                target = "/search.json?limit=1&after=\(cursor)"
            } else {
                target = nil
            }
        }
        #expect(found.sorted() == (try sample.ids))
        #expect(Set(found).count == found.count)
    }

    @Test(
        "JSON tells the encounters that the page links to, in the same order",
        arguments: [
            "/search", "/search?q=Geneva", "/dyads/RUS-USA", "/parties/USA", "/persons/Ann%20Lee",
            "/issues/arms-control",
            "/places/Geneva", "/sources/Paper%20a", "/calendar", "/",
        ])
    func twins(target: String) throws {
        let parts = target.split(separator: "?", maxSplits: 1).map(String.init)
        let path = target == "/" ? "/index" : parts[0]
        let json = sample.get(path + ".json" + (parts.count > 1 ? "?\(parts[1])" : "")).text
        func distinct(_ ids: [Substring]) -> [String] {
            ids.map(String.init).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
        }
        let linked = Tags(sample.get(target).text).attribute("href", of: "a").compactMap { address in
            address.hasPrefix("/encounters/") ? address.dropFirst("/encounters/".count).prefix { $0 != "#" } : nil
        }
        let told = json.matches(of: /"id":"(enc_[0-9a-f]{16})"/).map(\.1)
        #expect(!told.isEmpty)
        #expect(distinct(linked).sorted() == distinct(told).sorted())
    }

    @Test("JSON of an encounter and a report tells what the page tells")
    func twinsOfOne() throws {
        let id = try disputed().id
        let (page, json) = (sample.get("/encounters/\(id)").text, sample.get("/encounters/\(id).json").text)
        for words in ["Paper a", "Geneva", "Oslo", "Nothing else", "Igor Petrov", "origins say so"] {
            #expect(page.contains(words), "\(words)")
            #expect(json.contains(words), "\(words)")
        }
        let (report, record) = (sample.get("/reports/a").text, sample.get("/reports/a.json").text)
        for words in ["Talks of a", "meet.talks", "Nothing else was told", "Paper a", id] {
            #expect(report.contains(words), "\(words)")
            #expect(record.contains(words), "\(words)")
        }
    }

    @Test("an answer that has not changed is not sent again")
    func tags() throws {
        let first = sample.get("/")
        let tag = try #require(first.header("ETag"))
        let again = sample.get("/", ifNoneMatch: "\"x\", \(tag)")
        #expect(again.status == 304)
        #expect(again.body.isEmpty)
        #expect(sample.get("/", ifNoneMatch: "\"x\"").status == 200)
    }

    @Test("what is added shows without a new start")
    func fresh() throws {
        #expect(!sample.get("/").text.contains("Stockholm"))
        let writer = try Register(path: sample.folder + "/register.sqlite", access: .write)
        _ = try writer.file(
            [filing("f", city: "Stockholm", country: "SWE", persons: [("Bo Ek", "SWE"), ("Li Na", "CHN")])],
            at: "2026-03-13T00:00:00Z")
        try writer.reconcile(at: "2026-03-13T00:00:00Z")
        try writer.close()
        #expect(sample.get("/").text.contains("Stockholm"))
    }

    @Test(
        "what cannot be answered is told in one shape",
        arguments: [
            ("/nowhere", 404, "not-found"), ("/encounters/enc_0000000000000000", 404, "not-found"),
            ("/encounters/x", 404, "not-found"), ("/reports/none", 404, "not-found"),
            ("/issues/none", 404, "not-found"),
            ("/parties/none", 404, "not-found"), ("/dyads/USA", 404, "not-found"), ("/dyads/USA-USA", 404, "not-found"),
            ("/search?q=kind:nothing", 400, "bad-query"), ("/search?q=(a", 400, "bad-query"),
            ("/search?after=c!", 400, "bad-cursor"), ("/search?limit=0", 400, "bad-limit"),
            ("/search?limit=201", 400, "bad-limit"), ("/dyads/USA-RUS?from=2026-13-01", 400, "bad-day"),
            ("/dyads/USA-RUS?from=", 400, "bad-day"),
            ("/persons/%FF", 400, "bad-path"),
            ("/search?q=" + String(repeating: "a", count: 1001), 400, "query-too-long"),
            ("/calendar.bib", 404, "no-such-form"), ("/encounters", 404, "not-found"), ("/a/b/c/d", 404, "not-found"),
        ])
    func errors(target: String, status: Int, code: String) throws {
        let answer = sample.get(target)
        #expect(answer.status == status)
        if target.hasSuffix(".bib") { return }
        _ = Tags(answer.text)
        #expect(answer.text.contains(code))
        let parts = target.split(separator: "?", maxSplits: 1)
        let json = sample.get("\(parts[0]).json" + (parts.count > 1 ? "?\(parts[1])" : ""))
        #expect(json.status == status)
        #expect(json.header("Content-Type") == "application/problem+json")
        let problem = try JSONDecoder().decode([String: JSONValue].self, from: Data(json.body))
        #expect(problem["code"] == .string(code))
        #expect(Set(problem.keys) == ["code", "detail", "status", "title", "type"])
    }

    @Test("a parameter that means nothing is told to programs and overlooked on pages")
    func parameters() {
        #expect(sample.get("/calendar?utm_source=x").status == 200)
        let answer = sample.get("/calendar.json?utm_source=x")
        #expect(answer.status == 400)
        #expect(answer.text.contains("unknown-parameter"))
    }

    @Test("only reading is allowed")
    func methods() {
        let answer = sample.site.answer(SiteRequest(method: "POST", target: "/search"))
        #expect(answer.status == 405)
        #expect(answer.header("Allow") == "GET, HEAD")
    }

    @Test("a page that takes too long is given up, and the limit is named")
    func slow() throws {
        var limits = SiteLimits()
        limits.queryTime = -1
        let sample = try Sample(limits: limits)
        let answer = sample.get("/search.json?q=arms")
        // a reading that is over before SQLite asks for the time may be answered
        #expect([200, 503].contains(answer.status))
        if answer.status == 503 { #expect(answer.text.contains("query-time")) }
    }

    @Test("the old address of a merged encounter leads to the present one")
    func permalink() throws {
        let path = sample.folder + "/register.sqlite"
        let before = try sample.ids
        let writer = try Register(path: path, access: .write)
        // a further report changes the id of the encounter that it joins, or leaves it
        _ = try writer.file([filing("0"), filing("zz")], at: "2026-03-14T00:00:00Z")
        try writer.reconcile(at: "2026-03-14T00:00:00Z")
        try writer.close()
        for id in before {
            let answer = sample.get("/encounters/\(id)")
            guard answer.status != 200 else { continue }
            #expect(answer.status == 308)
            let address = try #require(answer.header("Location"))
            #expect(sample.get(address).status == 200)
        }
        #expect(try sample.ids != before, "no id changed: this test tells nothing")
    }

    @Test("a person has offices by date")
    func offices() {
        let html = sample.get("/persons/Ann%20Lee").text
        #expect(html.contains("2024-01"))
        #expect(html.contains("Envoy"))
    }

    @Test("the figures of the program are there")
    func floors() {
        #expect(!AboutPage.floors.measurements.isEmpty)
        #expect(sample.get("/about").text.contains("macro f1"))
    }

    @Test("feeds, calendars, tables and citations are what they say")
    func forms() throws {
        let id = try disputed().id
        #expect(sample.get("/index.atom").text.contains("https://register.example/encounters/\(id)"))
        #expect(sample.get("/calendar.ics").text.contains("DTSTART;VALUE=DATE:20260420"))
        #expect(sample.get("/search.csv?q=Geneva").text.contains(id))
        #expect(sample.get("/encounters/\(id).bib").text.hasPrefix("@misc{\(id),"))
        #expect(sample.get("/encounters/\(id).ris").text.contains("ID  - \(id)"))
        #expect(sample.get("/encounters/\(id).csl.json").text.contains("\"id\":\"\(id)\""))
        #expect(sample.get("/reports/a.bib").text.contains("Paper a"))
        let card = sample.get("/encounters/\(id).card")
        #expect(card.header("Content-Security-Policy")?.contains("frame-ancestors *") == true)
        #expect(card.header("X-Frame-Options") == nil)
    }
}
