import Datasets
import Diplomacy
import FoundationEssentials
import Testing

@testable import Register

@Suite("How rows of event data are packed")
struct AllegedPackingTests {
    /// Gives each row of a table as it is, packed and its key.
    private func pack(
        _ text: [UInt8], _ tables: InternTables = InternTables(),
        _ look: (AllegedEvent, [UInt8], Int64, InternTables) throws -> Void
    ) throws {
        var packing = RowPacking(longest: EventTableReader.longestLine, tables)
        var reader = EventTableReader()
        try text.withUnsafeBytes { bytes in
            try reader.feed(
                bytes,
                row: { row, _ in
                    let isPacked = packing.pack(row)
                    #expect(isPacked)
                    try look(row.value, Array(packing.bytes), AllegedKey.key(row), packing.tables)
                }, problem: { Issue.record("\($0.detail)") })
        }
    }

    private func unpack(_ body: [UInt8], _ key: Int64, _ day: Day, _ tables: InternTables) -> AllegedEvent? {
        var tables = tables
        // what is new of copies that noted nothing is all
        let words = Dictionary(uniqueKeysWithValues: tables.words.takeNew())
        let parties = Dictionary(uniqueKeysWithValues: tables.parties.takeNew())
        return body.withUnsafeBytes { bytes in
            var unpacking = RowUnpacking(
                bytes, word: { words[$0].map { String(decoding: $0, as: UTF8.self) } },
                party: { parties[$0].map { String(decoding: $0, as: UTF8.self) } })
            return unpacking.event(key: key, day: day)
        }
    }

    private func events(_ dice: inout Dice) -> [OutgoingEvent] {
        (0..<40).map { number in
            func maybe<Value>(_ value: Value) -> Value? { Int.random(in: 0..<3, using: &dice) == 0 ? nil : value }
            let long = String(repeating: "a", count: Int.random(in: 1...300, using: &dice))
            var event = OutgoingEvent(
                number: Int64.random(in: 0..<10_000_000_000_000_000, using: &dice), id: "id-\(number)",
                day: Day(number: Int.random(in: -700_000...900_000, using: &dice)))
            event.added = maybe(event.day + Int.random(in: -40...40, using: &dice))
            event.source = OutgoingActor(party: maybe("USA"), sector: maybe("GOV"), person: maybe(long))
            event.target = OutgoingActor(party: maybe("XXQ"), sector: maybe("MIL"), person: maybe("Ann"))
            (event.cameo, event.quad) = (maybe("0\(number)"), maybe(1 + number % 4))
            event.goldstein = maybe(Double(Int.random(in: -100...100, using: &dice)) / 10)
            event.place = maybe(
                OutgoingPlace(
                    name: maybe("Oslo"), country: maybe("NOR"), latitude: maybe(-59.9), longitude: maybe(10.75)))
            event.mentions = maybe(Int.random(in: 0...Int(Int32.max), using: &dice))
            event.articles = maybe(number)
            event.url = maybe(["http://a.org/" + long, "https://" + long, "ftp://x", "a:b://c/d/e"][number % 4])
            (event.type, event.mode, event.publisher) = (maybe("CONSULT"), maybe("visit"), maybe(long + "x"))
            (event.document, event.sentence) = (maybe("s\(number)"), maybe(number + 1))
            return event
        }
    }

    @Test("a row comes out as it went in, in each format", arguments: 1...12)
    func whole(seed: Int) throws {
        var dice = Dice(state: UInt64(seed))
        let events = events(&dice)
        let gdelt = events.flatMap { GDELTEventWriter().row($0) }
        let icews = ICEWSWriter().header + events.flatMap { ICEWSWriter().row($0) }
        let polecat = POLECATWriter().header + events.flatMap { POLECATWriter().row($0) }
        for table in [gdelt, icews, polecat] {
            var count = 0
            try pack(table) { event, body, key, tables in
                count += 1
                #expect(AllegedKey.format(of: key) == event.format)
                #expect(unpack(body, key, event.day, tables) == event)
            }
            #expect(count == 40)
        }
    }

    @Test("words get numbers up to a limit, and rows beyond it are whole")
    func limits() throws {
        var tables = InternTables()
        tables.words = InternTable(most: 3, longest: 8)
        var dice = Dice(state: 5)
        try pack(events(&dice).flatMap { GDELTEventWriter().row($0) }, tables) { event, body, key, tables in
            #expect(tables.words.count <= 3)
            #expect(unpack(body, key, event.day, tables) == event)
        }
        tables.parties = InternTable(most: 1, longest: 255)
        var packing = RowPacking(longest: EventTableReader.longestLine, tables)
        var packed: [Bool] = []
        var reader = EventTableReader()
        try Array((gdeltRow(1, "20260310", "USA", "USA", country: "US") + gdeltRow(2)).utf8).withUnsafeBytes { bytes in
            try reader.feed(bytes, row: { row, _ in packed.append(packing.pack(row)) }, problem: { _ in })
        }
        #expect(packed == [true, false])
    }

    @Test("a body that was changed gives another row or none, and never more than that", arguments: 1...8)
    func broken(seed: Int) throws {
        var dice = Dice(state: UInt64(seed))
        try pack(events(&dice).flatMap { GDELTEventWriter().row($0) }) { event, body, key, tables in
            for length in 0..<min(body.count, 12) {
                #expect(unpack(Array(body.prefix(length)), key, event.day, tables) != event || length == body.count)
            }
            for _ in 0..<20 {
                var other = body
                other[Int.random(in: 0..<other.count, using: &dice)] = UInt8.random(in: 0...255, using: &dice)
                _ = unpack(other, key, event.day, tables)
            }
            let noise = (0..<60).map { _ in UInt8.random(in: 0...255, using: &dice) }
            _ = unpack(noise, Int64.random(in: .min ... .max, using: &dice), event.day, tables)
        }
    }

    @Test("a text has one number, whatever came in between", arguments: 1...5)
    func numbers(seed: Int) {
        var dice = Dice(state: UInt64(seed))
        var table = InternTable(most: 10_000, longest: 64)
        var known: [String: Int64] = [:]
        for _ in 0..<8_000 {
            let text =
                String(Int.random(in: 0..<3_000, using: &dice))
                + String(repeating: "x", count: Int.random(in: 0...9, using: &dice))
            let number = Array(text.utf8).withUnsafeBufferPointer { buffer in
                buffer.baseAddress.flatMap { table.number(of: Cell(start: $0, count: buffer.count)) }
            }
            if let before = known[text] { #expect(number == before) } else { #expect(number == Int64(known.count + 1)) }
            known[text] = number
        }
        let new = table.takeNew()
        #expect(
            new.count == known.count && new.allSatisfy { known[String(decoding: $0.text, as: UTF8.self)] == $0.number })
        let (none, number) = (table.takeNew(), table.number(of: .empty))
        #expect(none.isEmpty && number == Int64(known.count + 1))
        let last = table.takeNew()
        #expect(last.map(\.text) == [[]])
    }

    @Test("a dyad's list comes out as it went in, and other bytes are told", arguments: 1...10)
    func lists(seed: Int) {
        var dice = Dice(state: UInt64(seed))
        let entries = (0..<Int.random(in: 0...50, using: &dice)).map { _ in
            DyadEntry(
                pair: 7, day: Int32.random(in: .min ... .max, using: &dice),
                key: Int64.random(in: .min ... .max, using: &dice))
        }.sorted()
        let bytes = DyadList.pack(entries[...])
        var out: [DyadEntry] = []
        let isWhole = bytes.withUnsafeBytes { bytes in
            DyadList.unpack(bytes) { out.append(DyadEntry(pair: 7, day: Int32(truncatingIfNeeded: $0), key: $1)) }
        }
        #expect(isWhole && out == entries)
        for end in 1..<max(2, bytes.count) where end < bytes.count {
            out = []
            _ = bytes.prefix(end).withUnsafeBytes { bytes in
                DyadList.unpack(bytes) { out.append(DyadEntry(pair: 7, day: Int32(truncatingIfNeeded: $0), key: $1)) }
            }
            #expect(out.elementsEqual(entries.prefix(out.count)))
        }
        #expect(![0x80].withUnsafeBytes { DyadList.unpack($0) { _, _ in } })
        #expect(![UInt8](repeating: 0xFF, count: 20).withUnsafeBytes { DyadList.unpack($0) { _, _ in } })
    }

    @Test("a key has format and id, and a pair has month and parties")
    func keys() throws {
        for format in EventFormat.allCases {
            #expect(AllegedKey.format(numbered: AllegedKey.number(of: format)) == format)
            #expect(AllegedKey.format(of: AllegedKey.range(of: format).lowerBound) == format)
            #expect(AllegedKey.format(of: AllegedKey.range(of: format).upperBound) == format)
        }
        #expect(Set(EventFormat.allCases.map { AllegedKey.number(of: $0) }).count == EventFormat.allCases.count)
        #expect(AllegedKey.format(of: -1) == nil && AllegedKey.format(of: .max) == nil)
        // the next key of one that stands at the end of its format is at its beginning
        let last = AllegedKey.range(of: .icews).upperBound
        #expect(AllegedKey.format(of: AllegedKey.next(last)) == .icews && AllegedKey.isHashed(AllegedKey.next(last)))
        let most = AllegedPair.mostParties
        let pair = AllegedPair.pair(month: 9_999 * 12 + 11, most, 3)
        #expect(AllegedPair.parties(of: pair) == (3, most) && pair < 1 << 47)
        #expect(AllegedPair.pair(month: 1, 2, 3) == AllegedPair.pair(month: 1, 3, 2))
        #expect(AllegedPair.pair(month: 1, most, most) < AllegedPair.pair(month: 2, 0, 0))
    }
}
