import Diplomacy
import Testing

@testable import Datasets

@Suite("Tables with a header")
struct HeadedTests {
    /// A table of POLECAT with one row: empty but for some columns.
    private func polecat(_ columns: [String: String]) throws -> ReadTable {
        var fields = [String](repeating: "", count: 40)
        for (name, text) in columns {
            fields[try #require(POLECATWriter.columns.firstIndex(of: name))] = text
        }
        let header = String(decoding: POLECATWriter().header, as: UTF8.self)
        return try ReadTable(header + fields.joined(separator: "\t") + "\n", as: .polecat)
    }

    private let least = ["Event ID": "20180101_1", "Event Date": "2018-01-01"]

    private func row(_ more: [String: String]) throws -> AllegedEvent {
        let table = try polecat(least.merging(more) { $1 })
        #expect(table.problems.isEmpty)
        return try #require(table.events.first)
    }

    @Test("POLECAT: each column that is read goes to its place")
    func polecatColumns() throws {
        let row = try row([
            "Event Type": "CONSULT", "Event Mode": "visit", "Intensity": "1.5", "Quad Code": "VERBAL COOPERATION",
            "Contexts": "diplomatic;military", "Actor Name": "Angela Merkel", "Actor Country": "DEU",
            "Actor COW": "255", "Primary Actor Sector": "GOV", "Actor Sectors": "GOV;EXE", "Actor Title": "Chancellor",
            "Recipient Name": "Commission", "Recipient Country": "European Union", "Primary Recipient Sector": "IGO",
            "Placename": "Berlin", "City": "Berlin-Mitte", "Country": "Germany", "Latitude": "52.5",
            "Longitude": "13.4", "Source": "DPA", "Publication Date": "2018-01-03", "Version": "NGEC_1.0",
        ])
        var expected = AllegedEvent(format: .polecat, id: "20180101_1", day: try #require(Day(iso: "2018-01-01")))
        expected.added = Day(iso: "2018-01-03")
        expected.source = AllegedActor(party: "DEU", sector: "GOV", name: "Angela Merkel")
        expected.target = AllegedActor(party: "EUR", sector: "IGO", name: "Commission")
        (expected.type, expected.mode, expected.quad, expected.scale) = ("CONSULT", "visit", 1, 1.5)
        (expected.place, expected.country) = ("Berlin", "DEU")
        (expected.latitude, expected.longitude, expected.publisher) = (52.5, 13.4, "DPA")
        #expect(row == expected)
    }

    @Test(
        "POLECAT: quads by number, with a Q, and by name in whatever case",
        arguments: [
            ("1", 1), ("4", 4), ("Q3", 3), ("q2", 2), ("VERBAL COOPERATION", 1), ("Material Cooperation", 2),
            ("verbal_conflict", 3), ("material conflict", 4), ("None", nil), ("", nil),
        ])
    func quads(_ text: String, _ quad: Int?) throws { #expect(try row(["Quad Code": text]).quad == quad) }

    @Test(
        "POLECAT: what is none of what is expected is a problem",
        arguments: [
            ("Quad Code", "5", RowFault.badNumber), ("Quad Code", "COOPERATION", .badNumber),
            ("Intensity", "high", .badNumber), ("Latitude", "52,5", .badNumber),
            ("Publication Date", "yesterday", .badNumber), ("Event ID", "NULL", .noID), ("Event ID", "", .noID),
            ("Event Date", "01/02/2018", .noDate), ("Event Date", "2018-02-30", .noDate),
            ("Event Date", "None", .noDate),
        ])
    func problems(_ column: String, _ text: String, _ fault: RowFault) throws {
        let table = try polecat(least.merging([column: text]) { $1 })
        #expect(table.events.isEmpty && table.problems.map(\.fault) == [fault])
        #expect(table.problems.first?.line == 2)
        #expect(table.problems.first?.detail.contains(column) == true)
    }

    @Test("a place is the narrowest that is named")
    func places() throws {
        #expect(try row(["City": "A", "District": "B", "Province": "C"]).place == "A")
        #expect(try row(["City": "NULL", "District": "B", "Province": "C"]).place == "B")
        #expect(try row(["Province": "C", "Country": "Narnia"]).place == "C")
        #expect(try row(["Province": "C", "Country": "Narnia"]).country == "?Narnia")
    }

    @Test("a row with too few fields is a problem, one with more is read")
    func widths() throws {
        let header = String(decoding: ICEWSWriter().header, as: UTF8.self)
        let whole = ["1", "2018-01-01"] + [String](repeating: "NA", count: 18)
        let few = whole.dropLast().joined(separator: "\t") + "\n"
        let more = (whole + ["x", "y"]).joined(separator: "\t") + "\n"
        let table = try ReadTable(header + few + more + whole.joined(separator: "\t"), as: .icews)
        #expect(table.events.map(\.id) == ["1", "1"] && table.problems.map(\.fault) == [.tooFewColumns])
        let event = try #require(table.events.first)
        #expect(event.source == AllegedActor() && event.place == nil && event.country == nil && event.story == nil)
    }

    @Test("an id is a number only where it is written as one")
    func ids() throws {
        for (id, number) in [
            ("12", 12 as Int64?), ("0", 0), ("012", nil), ("1a", nil), ("9999999999999999", 9_999_999_999_999_999),
            ("10000000000000000", nil),
        ] {
            try Array(id.utf8).withUnsafeBufferPointer { buffer in
                let cell = Cell(start: try #require(buffer.baseAddress), count: buffer.count)
                let row = EventRow(format: .icews, id: cell, day: Day(number: 0))
                #expect(row.number == number && row.value.id == id)
            }
        }
    }
}
