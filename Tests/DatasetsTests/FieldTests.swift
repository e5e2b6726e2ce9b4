import Diplomacy
import Testing

@testable import Datasets

@Suite("Fields of a line")
struct FieldTests {
    private func with<Result>(_ text: String, _ body: (Cell) -> Result) -> Result {
        Array(text.utf8).withUnsafeBufferPointer { buffer in
            body(buffer.baseAddress.map { Cell(start: $0, count: buffer.count) } ?? .empty)
        }
    }

    @Test(
        "decimals are kept as they are written",
        arguments: [
            ("0", 0, 0), ("-30.3098", -303_098, 4), ("+5", 5, 0), ("5.", 5, 0), (".5", 5, 1), ("1e-05", 1, 5),
            ("-4.5E-05", -45, 6), ("2e3", 2_000, 0), ("1.25e1", 125, 1), ("105.841", 105_841, 3), ("0.000001", 1, 6),
            ("-0", 0, 0),
        ])
    func decimals(_ text: String, _ mantissa: Int64, _ scale: UInt8) throws {
        let number = try #require(with(text) { $0.decimal })
        #expect(number.mantissa == mantissa && number.scale == scale)
        #expect(number.value == Double(text.hasSuffix(".") ? text + "0" : text.hasPrefix(".") ? "0" + text : text))
    }

    @Test(
        "what is no number is none",
        arguments: [
            "", "-", "+", ".", "1.2.3", "1e", "1e+", "e5", "1 ", " 1", "0x1", "1e999", "nan", "inf", "1,5",
            "123456789012345678", "1e20", "--1",
        ])
    func noDecimals(_ text: String) { #expect(with(text) { $0.decimal } == nil) }

    @Test("many digits behind the point are cut, not refused")
    func longDecimals() throws {
        let number = try #require(with("35.61490000000000123") { $0.decimal })
        #expect((number.value - 35.6149).magnitude < 1e-12)
        #expect(with("1e-99") { $0.decimal?.value } == 0)
    }

    @Test("whole numbers have their bounds")
    func counts() {
        #expect(with("2147483647") { $0.count32 } == Int32.max && with("2147483648") { $0.count32 } == nil)
        #expect(with("999999999999999999") { $0.digits } == 999_999_999_999_999_999)
        #expect(with("1000000000000000000") { $0.digits } == nil && with("-1") { $0.digits } == nil)
    }

    @Test("days are days of the calendar")
    func days() {
        #expect(with("20150218") { $0.compactDay?.iso } == "2015-02-18")
        #expect(with("20150218230000") { $0.compactDay?.iso } == "2015-02-18")
        #expect(with("2018-06-01 00:00:00") { $0.isoDay?.iso } == "2018-06-01")
        for text in ["20150229", "20151301", "2015021", "2015-02-18", "2015021a", "00000101"] {
            #expect(with(text) { $0.compactDay } == nil)
        }
        for text in ["20150218", "2015-2-18", "2015-02-30", "2015-02-18x"] { #expect(with(text) { $0.isoDay } == nil) }
    }

    @Test("lines are cut as a plain cutting at tabs does", arguments: 1...30)
    func tabs(seed: Int) {
        var dice = Dice(state: UInt64(seed))
        let length = Int.random(in: 0...200, using: &dice)
        let bytes = (0..<length).map { _ -> UInt8 in
            [0x09, 0x08, 0x0A, 0x89, 0x61, 0x00, 0xFF].randomElement(using: &dice) ?? 0
        }
        var columns = Columns()
        defer { columns.end() }
        bytes.withUnsafeBufferPointer { buffer in
            columns.cutAtTabs(buffer.baseAddress.map { Cell(start: $0, count: buffer.count) } ?? .empty)
            let expected = bytes.split(separator: 0x09, omittingEmptySubsequences: false).map { Array($0) }
            #expect(columns.count == expected.count)
            for (place, field) in expected.prefix(Columns.most).enumerated() {
                #expect(Array(columns[place].bytes) == field)
            }
            #expect(columns[expected.count].isEmpty && columns[-1].isEmpty)
        }
    }

    @Test("commas between quotation marks part nothing")
    func commas() {
        var columns = Columns()
        defer { columns.end() }
        columns.areQuoted = true
        with("a,\"b,c\",,\"d\"") { cell in
            columns.cutAtCommas(cell)
            #expect((0..<columns.count).map { columns[$0].text } == ["a", "b,c", "", "d"])
        }
    }

    @Test("a hash is of the bytes, not of the chunks", arguments: 1...10)
    func hashes(seed: Int) {
        var dice = Dice(state: UInt64(seed))
        let bytes = (0..<1_000).map { _ in UInt8.random(in: 0...255, using: &dice) }
        var whole = ContentHash()
        bytes.withUnsafeBytes { whole.update($0) }
        var parts = ContentHash()
        var place = 0
        while place < bytes.count {
            let end = min(bytes.count, place + Int.random(in: 1...37, using: &dice))
            Array(bytes[place..<end]).withUnsafeBytes { parts.update($0) }
            place = end
        }
        #expect(parts.value == whole.value)
        var other = bytes
        other[Int.random(in: 0..<1_000, using: &dice)] ^= 1
        var changed = ContentHash()
        other.withUnsafeBytes { changed.update($0) }
        #expect(changed.value != whole.value)
        var longer = whole
        [UInt8(0)].withUnsafeBytes { longer.update($0) }
        #expect(longer.value != whole.value)
    }
}
