import Contract
import Diplomacy
import Testing

@testable import Exchange
@testable import Register

@Suite("FollowTheMoney")
struct FollowTheMoneyTests {
    private func entities(_ text: String) throws -> [JSON] {
        try text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map { try JSON(String($0)) }
    }

    private func first(_ schema: String, _ text: String) throws -> JSON {
        try #require(try entities(text).first { $0["schema"].text == schema })["properties"]
    }

    @Test("an encounter is an event with everybody involved and its reports as proof")
    func event() throws {
        let event = try first("Event", Sample.written(.ftm, site: "https://r.example"))
        let urs = "rapporteur-named-urs-frei-che-" + String(ExportKey.fnv("urs frei che"), radix: 16)
        let envoy = "rapporteur-named-old-envoy-uno-" + String(ExportKey.fnv("old envoy uno"), radix: 16)
        #expect(event["name"].texts == ["talks of Ann Lee and Urs Frei and Old Envoy"])
        #expect(event["date"].texts == ["2026-03-10"])
        #expect(event["location"].texts == ["Geneva, Switzerland"])
        #expect(event["country"].texts == ["ch"])
        #expect(
            event["summary"].texts == [
                "held; talks; in person; outcome: understanding; 4 reports, 2 origins; disputed: date"
            ])
        #expect(event["description"].texts == ["They agreed to go on."])
        #expect(event["keywords"].texts == ["energy", "arms control"])
        #expect(event["recordId"].texts == [Sample.id])
        #expect(event["sourceUrl"].texts == ["https://r.example/encounters/\(Sample.id)"])
        #expect(
            event["involved"].texts == [
                "rapporteur-person-ann-lee", "rapporteur-party-nor", urs, "rapporteur-party-che", envoy,
                "rapporteur-party-uno",
            ])
        #expect(event["organizer"].texts == [urs])
        let second = "rapporteur-report-d-2-" + String(ExportKey.fnv("d 2"), radix: 16)
        #expect(event["proof"].texts == ["rapporteur-report-d1", second, "rapporteur-report-d3"])
    }

    @Test("persons, parties, offices and links stand once, before the first event that needs them")
    func once() throws {
        let all = try entities(Sample.written(.ftm, [Sample.item(), Sample.item()], []))
        #expect(
            all.compactMap { $0["schema"].text } == [
                "PublicBody", "Person", "Representation", "Position", "Occupancy", "PublicBody", "Person",
                "Representation", "Position", "Occupancy", "Organization", "Person", "UnknownLink", "Event", "Event",
            ])
        #expect(Set(all.dropLast().compactMap { $0["id"].text }).count == all.count - 1)
        // keys as FollowTheMoney writes them
        #expect(all.allSatisfy { $0.keys == ["id", "properties", "schema"] })
    }

    @Test("an office has the lexicon's id, the term one of the export's own")
    func office() throws {
        let all = try entities(Sample.written(.ftm, [Sample.item()], []))
        let post = try #require(all.first { $0["schema"].text == "Position" })
        #expect(post["id"].text == "rapporteur-position-nor-foreign-minister")
        #expect(post["properties"]["name"].texts == ["Foreign Minister, Norway"])
        #expect(post["properties"]["country"].texts == ["no"])
        let term = try #require(all.first { $0["schema"].text == "Occupancy" })
        #expect(term["id"].text == "rapporteur-office-person-ann-lee-nor-foreign-minister")
        #expect(term["properties"]["holder"].texts == ["rapporteur-person-ann-lee"])
        #expect(term["properties"]["post"].texts == ["rapporteur-position-nor-foreign-minister"])
    }

    @Test("who is out of office is linked to a party and does not represent it")
    func former() throws {
        let link = try first("UnknownLink", Sample.written(.ftm))
        #expect(link["object"].texts == ["rapporteur-party-uno"])
        #expect(link["role"].texts == ["Envoy"])
        let acting = try first("Representation", Sample.written(.ftm))
        #expect(acting["agent"].texts == ["rapporteur-person-ann-lee"])
        #expect(acting["client"].texts == ["rapporteur-party-nor"])
    }

    @Test(
        "dates are cut to what is told",
        arguments: [
            (Sample.dates("2026-03-01", "2026-03-31", .month), ["2026-03"], [], []),
            (Sample.dates("2026-01-01", "2026-12-31", .year), ["2026"], [], []),
            (Sample.dates("2026-03-10", "2026-03-12"), [], ["2026-03-10"], ["2026-03-12"]),
            (Sample.dates("2026-03-01", "2026-05-31", .season), [], ["2026-03-01"], ["2026-05-31"]),
            (Sample.dates("2026-03-10", "2026-03-12", .unknown), [], [], []),
        ])
    func dates(date: PartialDate, whole: [String], start: [String], end: [String]) throws {
        var encounter = Sample.encounter()
        encounter.date = date
        let event = try first("Event", Sample.written(.ftm, [Sample.item(encounter)]))
        #expect(event["date"].texts == whole)
        #expect(event["startDate"].texts == start)
        #expect(event["endDate"].texts == end)
    }

    @Test("a report is an article without its text")
    func article() throws {
        let written = Sample.written(.ftm)
        let article = try first("Article", written)
        #expect(article["title"].texts == ["Talks in Geneva"])
        #expect(article["publisher"].texts == ["The Daily"])
        #expect(article["publishedAt"].texts == ["2026-03-11"])
        #expect(article["language"].texts == ["eng"])
        #expect(article["country"].texts == ["no"])
        #expect(article["sourceUrl"].texts == ["https://news.example/1"])
        #expect(!written.contains("Late words"))
        var bare = Sample.report("d9", "")
        bare.url = "mailto:x@y.example"
        bare.language = "xx"
        let other = try first("Article", Sample.written(.ftm, [], [bare]))
        #expect(other.keys == ["country", "fileName", "title"])
        #expect(other["title"].texts == ["d9"])
    }

    @Test("a value that is too long for the model is cut and says so")
    func long() throws {
        let words = String(repeating: "word ", count: 2000)
        let event = try first("Event", Sample.written(.ftm, [Sample.item(Sample.encounter(words))]))
        let location = try #require(event["location"].texts.first)
        #expect(location.unicodeScalars.count == 250 && location.hasSuffix("…"))
        let name = try #require(event["name"].texts.first)
        #expect(name.unicodeScalars.count == 384 && name.hasSuffix("…"))
        #expect(event["description"].texts.first?.hasSuffix("word") == true)
    }

    @Test("no words make another line, whatever they are", arguments: hostile)
    func hostileWords(text: String) throws {
        let all = try entities(
            Sample.written(.ftm, [Sample.item(Sample.encounter(text))], [Sample.report(text, text)]))
        #expect(all.filter { $0["schema"].text == "Event" }.count == 1)
        #expect(all.filter { $0["schema"].text == "Article" }.count == 1)
    }

    @Test("what cannot be seen is dropped, direction stays, and spaces are spaces")
    func cleaned() throws {
        let text = "a\u{200B}b\u{AD}c\u{A0}d\u{2003}e\u{202E}f\n g"
        let event = try first("Event", Sample.written(.ftm, [Sample.item(Sample.encounter(text))]))
        #expect(event["description"].texts == ["abc d e\u{202E}f g"])
    }
}
