import Testing

@testable import Spreadsheet

@Suite struct FormatTests {
    /// Codes of Excel's own lists and of programs that write workbooks.
    @Test(arguments: [
        ("General", false, false), ("0.00", false, false), ("#,##0;[Red]-#,##0", false, false),
        ("0.00E+00", false, false),
        ("@", false, false), ("", false, false), ("0%", false, false), ("# ?/?", false, false), ("0\\d", false, false),
        ("0\" days\"", false, false), ("_-* #,##0.00\\ \"€\"_-", false, false), ("[$-409]General", false, false),
        ("[>=100]0;[Red]0.0", false, false), ("[h]:mm:ss", false, false), ("[mm]:ss", false, false),
        ("0.0g", false, false),
        ("yyyy-mm-dd", true, false), ("dd/mm/yyyy;@", true, false), ("d mmm yyyy", true, false), ("mmm", true, false),
        ("mm", true, false), ("[$-407]d. mmmm yyyy", true, false), ("YYYY\\-MM\\-DD", true, false),
        ("yyyy\"年\"m\"月\"d\"日\"", true, false), ("[$-411]ge.m.d", true, false), ("aaa", true, false),
        ("dddd", true, false),
        ("h:mm", false, true), ("h:mm AM/PM", false, true), ("mm:ss.0", false, true), ("hh:mm A/P", false, true),
        ("ss", false, true), ("m/d/yy h:mm", true, true), ("yyyy-mm-dd\\Thh:mm:ss", true, true),
        ("d.m. hh:mm", true, true),
        ("mmm hh", true, true), ("\"open", false, false), ("\\", false, false), ("[", false, false),
        ("\"x\";yyyy", true, false),
    ])
    func codes(code: String, date: Bool, time: Bool) {
        let format = NumberFormat(code: code)
        #expect(format.hasDate == date)
        #expect(format.hasTime == time)
    }

    @Test func builtInFormats() throws {
        for id in [14, 15, 16, 17, 22, 27, 36, 50, 58] { #expect(NumberFormat(builtIn: id)?.hasDate == true) }
        for id in [18, 19, 20, 21, 22, 32, 45, 47] { #expect(NumberFormat(builtIn: id)?.hasTime == true) }
        for id in [0, 1, 13, 37, 46, 48, 49] { #expect(NumberFormat(builtIn: id) == .number) }
        #expect(NumberFormat(builtIn: 164) == nil && NumberFormat(builtIn: -1) == nil)
    }

    /// Serial numbers that ECMA-376, part 1, 18.17.4 names, and the ends of both systems.
    @Test(arguments: [
        (1.0, "1900-01-01", "00:00:00"), (1.5, "1900-01-01", "12:00:00"), (59, "1900-02-28", "00:00:00"),
        (60, "1900-02-29", "00:00:00"), (61, "1900-03-01", "00:00:00"), (3687.4207639, "1910-02-03", "10:05:54"),
        (36_526, "2000-01-01", "00:00:00"), (46_054, "2026-02-01", "00:00:00"),
        (2_958_465.9999884, "9999-12-31", "23:59:59"), (46_053.999_999_99, "2026-02-01", "00:00:00"),
    ])
    func daysSince1900(value: Double, day: String, time: String) throws {
        let serial = try #require(SerialDate(value, system: .from1900))
        #expect(serial.isoDay(.from1900) == day)
        #expect(serial.isoTime == time)
    }

    @Test func daysSince1904() throws {
        let first = try #require(SerialDate(0, system: .from1904))
        #expect(first.isoDay(.from1904) == "1904-01-01")
        let last = try #require(SerialDate(2_957_003, system: .from1904))
        #expect(last.isoDay(.from1904) == "9999-12-31")
        for value in [-0.1, -1, 2_957_004, .infinity, .nan, 1e300, -.infinity] {
            #expect(SerialDate(value, system: .from1904) == nil)
        }
    }

    @Test func everyDayThereAndBack() throws {
        let lost = (1...73_000).filter { number in
            guard number != 60 else { return false }
            let day = SerialDate(Double(number), system: .from1900)?.isoDay(.from1900)
            return day.flatMap { SerialDate.serial(iso: $0)?.value } != Double(number)
        }
        #expect(lost.isEmpty)
    }

    @Test(arguments: [
        "1899-12-31", "2026-02-30", "2026-13-01", "2026-2-1", "2026-02", "", "2026-02-01T24:00:00", "2026-02-01T09:30",
        "2026-02-01T09:30:00+01:00", "2026-02-01 ", "x026-02-01", "２０２６-02-01",
    ])
    func whatIsNoDate(text: String) { #expect(SerialDate.serial(iso: text) == nil) }

    @Test func references() {
        for (text, column, row) in [
            ("A1", 0, 1), ("z9", 25, 9), ("AA10", 26, 10), ("XFD1048576", 16_383, 1_048_576), ("$B$7", 1, 7),
        ] {
            #expect(CellReference(text) == CellReference(column: column, row: row))
        }
        for text in ["", "A", "1", "A0", "XFE1", "A1048577", "A1B", "AAAA1", "A99999999", "Ä1", "A-1", "1A"] {
            #expect(CellReference(text) == nil)
        }
        let lost = (0..<SpreadsheetLimits.columns).filter {
            CellReference("\(CellReference.letters($0))1")?.column != $0
        }
        #expect(lost.isEmpty)
        #expect(CellRange("A1")?.last == CellReference(column: 0, row: 1))
        for text in ["", ":", "A1:", "B1:A1", "A2:A1", "A1:B2:C3"] { #expect(CellRange(text) == nil) }
    }
}
