import Diplomacy
import Testing

@testable import Datasets

@Suite("Writing events in other formats")
struct WriterTests {
    private func event(_ dice: inout Dice) -> OutgoingEvent {
        func maybe<Value>(_ value: Value) -> Value? { Int.random(in: 0..<4, using: &dice) == 0 ? nil : value }
        func text() -> String {
            let letters = Array("abc XYZ'é,;-/\"0.")
            let text = String(
                (0..<Int.random(in: 1...12, using: &dice)).map { _ in letters.randomElement(using: &dice) ?? "a" })
            return "t" + text + "t"
        }
        func party() -> String { ["USA", "CHN", "PSE", "XKX", "COD", "GBR"].randomElement(using: &dice) ?? "USA" }
        func degrees(_ most: Int) -> Double {
            Double(Int.random(in: -most * 10_000...most * 10_000, using: &dice)) / 10_000
        }
        var event = OutgoingEvent(
            number: Int64.random(in: 0..<1_000_000_000_000, using: &dice), id: text(),
            day: Day(number: Int.random(in: -20_000...30_000, using: &dice)))
        event.added = maybe(event.day + 3)
        event.source = OutgoingActor(
            party: maybe(party()), sector: maybe("GOV"), person: maybe(text()), office: maybe(text()))
        event.target = OutgoingActor(party: maybe(party()), sector: maybe("MIL"), person: maybe(text()))
        event.cameo = maybe(["036", "0256", "042", "057"].randomElement(using: &dice) ?? "040")
        event.type = maybe("CONSULT")
        event.mode = maybe("visit")
        event.contexts = ["military", "diplomatic"]
        event.quad = maybe(Int.random(in: 1...4, using: &dice))
        event.goldstein = maybe(Double(Int.random(in: -100...100, using: &dice)) / 10)
        event.place = maybe(
            OutgoingPlace(
                name: text(), country: maybe(party()), latitude: maybe(degrees(90)), longitude: maybe(degrees(180))))
        event.publisher = maybe(text())
        event.url = maybe("https://example.org/" + String(Int.random(in: 0...999, using: &dice)))
        event.mentions = maybe(Int.random(in: 0...500, using: &dice))
        event.sources = maybe(Int.random(in: 0...50, using: &dice))
        event.articles = maybe(Int.random(in: 0...500, using: &dice))
        event.sentence = maybe(Int.random(in: 1...90, using: &dice))
        event.document = maybe(text())
        return event
    }

    @Test("GDELT: written and read again it says the same", arguments: 1...40)
    func gdelt(seed: Int) throws {
        var dice = Dice(state: UInt64(seed))
        let event = event(&dice)
        let bytes = GDELTEventWriter().row(event)
        #expect(bytes.count { $0 == 0x09 } == 60)
        let table = try ReadTable(bytes, as: .gdelt)
        let row = try #require(table.events.first)
        #expect(table.problems.isEmpty && table.events.count == 1)
        var expected = AllegedEvent(format: .gdelt2, id: String(event.number), day: event.day)
        expected.added = event.added
        expected.source = AllegedActor(
            party: event.source.party, sector: event.source.sector, name: event.source.person)
        expected.target = AllegedActor(
            party: event.target.party, sector: event.target.sector, name: event.target.person)
        expected.cameo = event.cameo
        expected.quad = event.quad
        expected.scale = event.goldstein
        (expected.mentions, expected.sources, expected.articles) = (event.mentions, event.sources, event.articles)
        (expected.place, expected.country) = (event.place?.name, event.place?.country)
        (expected.latitude, expected.longitude) = (event.place?.latitude, event.place?.longitude)
        expected.url = event.url
        #expect(row == expected)
    }

    @Test("ICEWS: written and read again it says the same", arguments: 1...40)
    func icews(seed: Int) throws {
        var dice = Dice(state: UInt64(seed))
        var event = event(&dice)
        event.source.person = event.source.person ?? "Somebody"
        event.target.person = event.target.person ?? "Another"
        let table = try ReadTable(ICEWSWriter().header + ICEWSWriter().row(event), as: .icews)
        var expected = AllegedEvent(format: .icews, id: String(event.number), day: event.day)
        expected.source = AllegedActor(
            party: event.source.party, sector: event.source.sector, name: event.source.person)
        expected.target = AllegedActor(
            party: event.target.party, sector: event.target.sector, name: event.target.person)
        (expected.cameo, expected.scale) = (event.cameo, event.goldstein)
        (expected.story, expected.sentence, expected.publisher) = (event.document, event.sentence, event.publisher)
        (expected.place, expected.country) = (event.place?.name, event.place?.country)
        (expected.latitude, expected.longitude) = (event.place?.latitude, event.place?.longitude)
        #expect(table.events == [expected] && table.problems.isEmpty)
    }

    @Test("POLECAT: written and read again it says the same", arguments: 1...40)
    func polecat(seed: Int) throws {
        var dice = Dice(state: UInt64(seed))
        let event = event(&dice)
        let row = POLECATWriter(version: "1").row(event)
        #expect(row.count { $0 == 0x09 } == 39)
        let table = try ReadTable(POLECATWriter().header + row, as: .polecat)
        var expected = AllegedEvent(format: .polecat, id: event.id, day: event.day)
        expected.added = event.added
        expected.source = AllegedActor(
            party: event.source.party, sector: event.source.sector, name: event.source.person)
        expected.target = AllegedActor(
            party: event.target.party, sector: event.target.sector, name: event.target.person)
        (expected.type, expected.mode, expected.quad) = (event.type, event.mode, event.quad)
        (expected.scale, expected.publisher) = (event.goldstein, event.publisher)
        (expected.place, expected.country) = (event.place?.name, event.place?.country)
        (expected.latitude, expected.longitude) = (event.place?.latitude, event.place?.longitude)
        #expect(table.events == [expected] && table.problems.isEmpty)
    }

    // FractionDate of 18 February 2014 and 1 January 1979 as GDELT's own rows have them
    @Test(
        "GDELT's parts of a year are those of GDELT",
        arguments: [("2014-02-18", "2014.1315"), ("1979-01-01", "1979.0027")])
    func fraction(_ day: String, _ expected: String) throws {
        let row = GDELTEventWriter().row(OutgoingEvent(number: 1, id: "", day: try #require(Day(iso: day))))
        #expect(String(decoding: row, as: UTF8.self).split(separator: "\t")[4] == expected)
    }

    @Test("the codes of an organisation go to the column of groups, those of a party that CAMEO has not to none")
    func groups() {
        var event = OutgoingEvent(number: 1, id: "", day: Day(number: 0))
        event.source = OutgoingActor(party: "NATO", sector: "IGO", name: "NATO")
        event.target = OutgoingActor(party: "AUKUS")
        let fields = String(decoding: GDELTEventWriter().row(event), as: UTF8.self)
            .split(separator: "\t", omittingEmptySubsequences: false)
        #expect(fields[5] == "NATIGO" && fields[7] == "" && fields[8] == "NAT" && fields[12] == "IGO")
        #expect(fields[15] == "AUKUS" && fields[17] == "" && fields[18] == "")
    }

    @Test("PETRARCH's lines have seven fields, eight with an address; none without two actors and a code")
    func petrarch() throws {
        var event = OutgoingEvent(number: 1, id: "ev_1", day: try #require(Day(iso: "2014-12-05")))
        event.source = OutgoingActor(party: "ROU", sector: "GOV")
        event.target = OutgoingActor(party: "UNO", sector: "IGO")
        #expect(PETRARCHWriter().row(event) == nil)
        event.cameo = "042"
        func line() throws -> String { String(decoding: try #require(PETRARCHWriter().row(event)), as: UTF8.self) }
        #expect(try line() == "20141205\tROUGOV\tIGOUNO\t042\t\tev_1\tNULL\n")
        (event.document, event.sentence, event.publisher, event.url) = ("d1", 3, "Reuters", "http://a.org")
        #expect(try line() == "20141205\tROUGOV\tIGOUNO\t042\t\td1_3\thttp://a.org\tReuters\n")
        event.target = OutgoingActor(name: "Somebody")
        #expect(PETRARCHWriter().row(event) == nil)
    }

    @Test("tabs and line breaks of a text part nothing, and what is no number is left out")
    func controls() throws {
        var event = OutgoingEvent(number: 5, id: "a\tb\nc", day: Day(number: 0))
        event.source.person = "A\u{0}B\r\nC"
        event.goldstein = .nan
        event.place = OutgoingPlace(name: "x", latitude: 91, longitude: .infinity)
        let table = try ReadTable(POLECATWriter().header + POLECATWriter().row(event))
        let row = try #require(table.events.first)
        #expect(table.events.count == 1 && row.id == "a b c" && row.source.name == "A B  C")
        #expect(row.scale == nil && row.latitude == nil && row.longitude == nil)
    }
}
