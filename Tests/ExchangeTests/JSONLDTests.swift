import Contract
import Diplomacy
import Testing

@testable import Exchange
@testable import Register

@Suite("JSON-LD")
struct JSONLDTests {
    private func nodes(_ text: String) throws -> [JSON] {
        let document = try JSON(text)
        #expect(document.keys == ["@context", "@graph"])
        #expect(document["@context"]["@vocab"].text == "https://schema.org/")
        return document["@graph"].list
    }

    private func event(_ encounter: RegisteredEncounter = Sample.encounter(), site: String? = nil) throws -> JSON {
        let all = try nodes(Sample.written(.jsonld, [Sample.item(encounter)], site: site))
        return try #require(all.first { $0["@type"].text == "Event" })
    }

    /// The values of what schema.org has no word for.
    private func property(_ name: String, _ node: JSON) -> [String] {
        node["additionalProperty"].list.filter { $0["name"].text == name }.flatMap { $0["value"].texts }
    }

    @Test("an encounter is an event of schema.org")
    func event() throws {
        let event: JSON = try event()
        #expect(event["@id"].text == "urn:rapporteur:encounter-00112233445566ff")
        #expect(event["identifier"].text == Sample.id)
        #expect(event["name"].text == "talks of Ann Lee and Urs Frei and Old Envoy")
        #expect(event["description"].text == "They agreed to go on.")
        #expect(event["eventStatus"]["@id"].text == "https://schema.org/EventScheduled")
        #expect(event["eventAttendanceMode"]["@id"].text == "https://schema.org/OfflineEventAttendanceMode")
        #expect(event["startDate"].text == "2026-03-10" && event["endDate"].list.isEmpty)
        #expect(event["dateModified"].text == "2026-03-14T09:00:00Z")
        #expect(event["isPartOf"]["@id"].text == "urn:rapporteur:export")
        let place = event["location"]
        #expect(place["@type"].text == "Place" && place["name"].text == "Geneva, Switzerland")
        #expect(place["address"]["addressLocality"].text == "Geneva")
        #expect(place["address"]["addressCountry"].text == "CH")
        #expect(place["geo"]["latitude"].number == 46.2 && place["geo"]["longitude"].number == 6.15)
        #expect(property("status", event) == ["held"] && property("origins", event) == ["2"])
        #expect(property("round", event) == ["3"] && property("disputed", event) == ["date"])
    }

    @Test("who serves works for a party, who does not is affiliated; the host invites")
    func people() throws {
        let event: JSON = try event()
        let people = event["attendee"].list
        #expect(people.map { $0["name"].text } == ["Ann Lee", "Urs Frei", "Old Envoy"])
        #expect(people[0]["@id"].text == "urn:rapporteur:person-ann-lee")
        #expect(people[0]["jobTitle"].text == "Foreign Minister")
        #expect(people[0]["worksFor"]["@type"].text == "GovernmentOrganization")
        #expect(people[0]["worksFor"]["name"].text == "Norway" && people[0]["worksFor"]["identifier"].text == "NOR")
        #expect(people[2]["affiliation"]["@type"].text == "Organization")
        #expect(people[2]["worksFor"].list.isEmpty && people[2]["jobTitle"].list.isEmpty)
        #expect(event["organizer"]["@id"].text == people[1]["@id"].text)
        #expect(event["organizer"].keys == ["@id"])
    }

    @Test("what it was about, what it was part of, and what tells of it")
    func context() throws {
        let event: JSON = try event()
        #expect(event["about"].list.map { $0["termCode"].text } == ["energy", "arms-control", nil])
        #expect(event["about"].list.map { $0["name"].text } == ["energy", "arms control", "ISL"])
        let above = event["superEvent"].list
        #expect(above.map { $0["@type"].text } == ["Event", "EventSeries"])
        #expect(above[0]["@id"].text == "urn:rapporteur:encounter-aaaaaaaaaaaaaaaa")
        #expect(above[1]["name"].text == "Fjord dialogue")
        #expect(event["subjectOf"].list.count == 3)
        #expect(event["subjectOf"].list[0]["@id"].text == "urn:rapporteur:report-d1")
    }

    @Test(
        "dates are cut to what is told",
        arguments: [
            (Sample.dates("2026-03-01", "2026-03-31", .month), "2026-03", nil),
            (Sample.dates("2026-01-01", "2027-12-31", .year), "2026", "2027"),
            (Sample.dates("2026-03-10", "2026-03-12"), "2026-03-10", "2026-03-12"),
            (Sample.dates("2026-03-10", "2026-03-12", .unknown), nil, nil),
        ] as [(PartialDate, String?, String?)])
    func dates(date: PartialDate, start: String?, end: String?) throws {
        var encounter = Sample.encounter()
        encounter.date = date
        let event: JSON = try event(encounter)
        #expect(event["startDate"].text == start && event["endDate"].text == end)
        #expect(property("date_precision", event) == [date.precision.rawValue])
    }

    @Test(
        "the course of an encounter where schema.org has a word for it",
        arguments: [
            (.cancelled, "https://schema.org/EventCancelled"), (.postponed, "https://schema.org/EventPostponed"),
            (.announced, "https://schema.org/EventScheduled"), (.denied, nil), (.lapsed, nil), (.proposed, nil),
        ] as [(Status, String?)])
    func course(status: Status, word: String?) throws {
        var encounter = Sample.encounter()
        encounter.status = status
        let event: JSON = try event(encounter)
        #expect(event["eventStatus"]["@id"].text == word)
        #expect(property("status", event) == [status.rawValue])
    }

    @Test("under a site's address encounters have the ids of their pages")
    func site() throws {
        let all = try nodes(Sample.written(.jsonld, site: "https://r.example"))
        let event = try #require(all.first { $0["@type"].text == "Event" })
        #expect(event["@id"].text == "https://r.example/encounters/\(Sample.id)")
        #expect(event["url"].text == "https://r.example/encounters/\(Sample.id)")
        let article = try #require(all.last)
        #expect(article["about"]["@id"].text == "https://r.example/encounters/\(Sample.id)")
    }

    @Test("a report is an article, without its text")
    func article() throws {
        let written = Sample.written(.jsonld)
        let article = try #require(try nodes(written).last)
        #expect(article["@type"].text == "NewsArticle")
        #expect(article["@id"].text == "urn:rapporteur:report-d1")
        #expect(article["headline"].text == "Talks in Geneva")
        #expect(article["datePublished"].text == "2026-03-11")
        #expect(article["url"].text == "https://news.example/1" && article["inLanguage"].text == "en")
        #expect(article["publisher"]["name"].text == "The Daily")
        #expect(!written.contains("Late words"))
    }

    @Test("the export itself is a data set that states its note")
    func dataset() throws {
        let all = try nodes(Sample.written(.jsonld, [], []))
        #expect(all.count == 1)
        #expect(all[0]["@type"].text == "Dataset" && all[0]["version"].text == "2026.3.14+7")
        #expect(all[0]["license"].text == ExportNote.Licence.unstated.text)
        #expect(all[0]["creditText"].text == Sample.note.sentence)
        #expect(property("query", all[0]) == ["party:NOR"])
        var note = Sample.note
        note.licence = .init(name: "CC BY", url: "https://l.example/by", text: "Name us.")
        #expect(try nodes(Sample.written(.jsonld, [], [], note: note))[0]["license"].text == "https://l.example/by")
    }

    @Test("no words break the document, whatever they are", arguments: hostile)
    func hostileWords(text: String) throws {
        let all = try nodes(
            Sample.written(
                .jsonld, [Sample.item(Sample.encounter(text)), Sample.item()],
                [Sample.report(text, text), Sample.report("d2")]))
        #expect(all.compactMap { $0["@type"].text } == ["Dataset", "Event", "Event", "NewsArticle", "NewsArticle"])
        #expect(all[1]["description"].text == (text.isEmpty ? nil : text))
    }
}
