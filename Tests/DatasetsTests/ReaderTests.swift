import Diplomacy
import Testing

@testable import Datasets

@Suite("Reading tables of events")
struct ReaderTests {
    @Test("a bad row has a reason, its line and its first bytes, and the next row is read")
    func problems() throws {
        let long = String(repeating: "x", count: 300)
        let text =
            gdelt2([:]) + "1\t2\n" + gdelt2([60: "http://a.org\tmore"]) + gdelt2([0: "x1"]) + gdelt2([1: "20150230"])
            + gdelt2([31: "-4"]) + gdelt2([51: "1", 52: "Here", 56: "1.2.3"]) + gdelt2([29: "5"])
            + gdelt2([59: "2015"]) + gdelt2([0: "8", 60: long])
        let table = try ReadTable(text, as: .gdelt)
        #expect(table.events.map(\.id) == ["7", "8"])
        #expect(
            table.problems.map(\.fault) == [
                .tooFewColumns, .tooManyColumns, .noID, .noDate, .badNumber, .badNumber, .badNumber, .badNumber,
            ])
        #expect(table.problems.map(\.line) == Array(2...9))
        #expect(table.problems[0].bytes == Array("1\t2".utf8))
        #expect(table.problems[4].detail.contains("NumMentions") && table.problems[4].detail.contains("\"-4\""))
        #expect(table.problems.allSatisfy { $0.bytes.count <= 200 })
    }

    @Test("a line over the limit is a problem, and memory is not taken for it")
    func longLine() throws {
        let bytes =
            Array(gdelt2([:]).utf8) + [UInt8](repeating: 0x61, count: 600_000) + [0x0A] + Array(gdelt2([0: "9"]).utf8)
        for cuts in [[1 << 20], [10_000], [65_537]] {
            let table = try ReadTable(bytes, cuts: cuts)
            #expect(table.events.map(\.id) == ["7", "9"])
            #expect(table.problems.map(\.fault) == [.lineTooLong] && table.problems[0].bytes.count == 200)
            #expect(table.offset == bytes.count)
        }
    }

    @Test("carriage returns, blank lines, a mark at the start and no end of the last line do no harm")
    func ends() throws {
        let row = gdelt2([60: "http://a.org/b"]).dropLast()
        let table = try ReadTable("\u{FEFF}" + row + "\r\n\r\n\n" + row)
        try #require(table.events.count == 2 && table.problems.isEmpty)
        #expect(table.events[0] == table.events[1] && table.events[0].url == "http://a.org/b")
    }

    @Test("what is not the data set that was asked for is refused with what was expected")
    func wrong() throws {
        let icews = ICEWSWriter().header
        for (bytes, set, expected) in [
            (icews, EventDataSet.gdelt, "61 columns"), (Array(gdelt2([:]).utf8), .icews, "20 columns"),
            (icews, .polecat, "40 columns"), (Array("a,b\n".utf8), .gdelt, "57 or 58"),
            (Array("\n\n".utf8), .icews, "empty"), ([], .gdelt, "empty"),
        ] {
            let error = #expect(throws: DatasetError.self) { try ReadTable(bytes, as: set) }
            #expect(error?.message.contains(expected) == true)
        }
    }

    @Test("headed tables are read by the names of their columns, quoted or not, and more columns do no harm")
    func headers() throws {
        let head = "\"Event ID\"\t\"Event Date\"\t\"Source Country\"\t\"Target Country\"\t\"CAMEO Code\"\t\"Latitude\""
        let fill = String(repeating: "\t\"x\"", count: 15)
        let row = "\"a-1\"\t\"2020-01-02 00:00:00\"\t\"Viet Nam\"\t\"NULL\"\t\"042\"\t1.5"
        let table = try ReadTable(head + fill.replacing("x", with: "Y") + "\n" + row + fill + "\n", as: .icews)
        #expect(table.events.count == 1 && table.problems.isEmpty)
        let event = try #require(table.events.first)
        #expect(event.id == "a-1" && event.source.party == "VNM" && event.target.party == nil)
        #expect(event.day.iso == "2020-01-02" && event.latitude == 1.5 && event.cameo == "042")
    }

    @Test("a reader that goes on where another was reads the rest alone")
    func resumes() throws {
        let header = ICEWSWriter().header
        let rows = (1...5).map { ICEWSWriter().row(OutgoingEvent(number: $0, id: "", day: Day(number: 17_000))) }
        let bytes = header + rows.flatMap { $0 }
        var first = EventTableReader(.icews)
        var ids: [String] = []
        try Array(bytes[..<(header.count + rows[0].count + 4)]).withUnsafeBytes {
            try first.feed($0, row: { event, _ in ids.append(event.id.text) }, problem: { _ in })
        }
        #expect(ids == ["1"] && first.offset == header.count + rows[0].count && first.lines == 2)
        var second = try EventTableReader(.icews, firstLine: first.firstLine, offset: first.offset, lines: first.lines)
        var lines: [Int] = []
        try Array(bytes[first.offset...]).withUnsafeBytes {
            try second.feed(
                $0,
                row: { event, line in
                    ids.append(event.id.text)
                    lines.append(line)
                }, problem: { _ in })
        }
        #expect(ids == ["1", "2", "3", "4", "5"] && lines == [3, 4, 5, 6] && second.offset == bytes.count)
    }

    @Test("no bytes bring a reader down: rows with random changes, and noise", arguments: 1...20)
    func noise(seed: Int) throws {
        var dice = Dice(state: UInt64(seed))
        let starts = [
            Array(gdelt2([5: "USAGOV", 7: "USA", 51: "4", 56: "-1.5", 57: "2e-3", 60: "http://a/b"]).utf8),
            ICEWSWriter().header + ICEWSWriter().row(OutgoingEvent(number: 1, id: "", day: Day(number: 1))),
            POLECATWriter().header + POLECATWriter().row(OutgoingEvent(number: 1, id: "x", day: Day(number: 1))),
        ]
        for start in starts {
            let isHeaded = start[0] == 0x45
            var bytes = start
            for _ in 0..<200 {
                var row = isHeaded ? Array(start.drop { $0 != 0x0A }.dropFirst()) : start
                for _ in 0..<Int.random(in: 1...8, using: &dice) {
                    let place = Int.random(in: 0..<row.count, using: &dice)
                    switch Int.random(in: 0..<3, using: &dice) {
                    case 0: row[place] = UInt8.random(in: 0...255, using: &dice)
                    case 1: row.insert(UInt8.random(in: 0x2B...0x3A, using: &dice), at: place)
                    default: row.remove(at: place)
                    }
                }
                bytes += row
            }
            let table = try ReadTable(bytes, cuts: [Int.random(in: 1...5_000, using: &dice)])
            #expect(table.offset == bytes.count && table.events.count + table.problems.count > 0)
        }
        let noise = (0..<5_000).map { _ in UInt8.random(in: 0...255, using: &dice) }
        _ = try? ReadTable(noise)
        _ = try? ReadTable(Array(gdelt2([:]).utf8) + noise, cuts: [333])
    }
}
