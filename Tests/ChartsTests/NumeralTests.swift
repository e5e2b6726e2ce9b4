import Testing

@testable import Charts

@Suite struct NumeralTests {
    @Test func coordinatesAreShort() {
        #expect(Numeral.coordinate(0) == "0")
        #expect(Numeral.coordinate(-0.0) == "0")
        #expect(Numeral.coordinate(-0.001) == "0")
        #expect(Numeral.coordinate(12) == "12")
        #expect(Numeral.coordinate(12.5) == "12.5")
        #expect(Numeral.coordinate(-12.05) == "-12.05")
        #expect(Numeral.coordinate(0.999) == "1")
        #expect(Numeral.coordinate(1_234_567.25) == "1234567.25")
        #expect(Numeral.coordinate(.nan) == nil)
        #expect(Numeral.coordinate(.infinity) == nil)
        #expect(Numeral.coordinate(1e15) == nil)
        #expect(Numeral.coordinate(-999_999_999_999_999) == "-999999999999999")
    }

    @Test func fixedDecimalsAreFixed() {
        #expect(Numeral.fixed(2, decimals: 2) == "2.00")
        #expect(Numeral.fixed(-0.5, decimals: 1) == "\u{2212}0.5")
        #expect(Numeral.fixed(-0.004, decimals: 2) == "0.00")
        #expect(Numeral.fixed(0.05, decimals: 3) == "0.050")
        #expect(Numeral.fixed(9.99, decimals: 1) == "10.0")
        #expect(Numeral.fixed(1234, decimals: 0) == "1234")
        #expect(Numeral.fixed(12_345, decimals: 0) == "12,345")
        #expect(Numeral.fixed(1_234_567.5, decimals: 1) == "1,234,567.5")
        #expect(Numeral.fixed(1, decimals: 99) == "1.000000")
        #expect(Numeral.fixed(1.5, decimals: -1) == "2")
        #expect(Numeral.fixed(.nan, decimals: 2) == nil)
    }

    @Test func briefNumbersHaveDecimalsAfterTheirSize() {
        #expect(Numeral.brief(3.0) == "3")
        #expect(Numeral.brief(15.24) == "15.2")
        #expect(Numeral.brief(0.256) == "0.26")
        #expect(Numeral.brief(0.0042) == "0.0042")
        #expect(Numeral.brief(250.4) == "250")
        #expect(Numeral.brief(1e-9) == "< 0.0001")
        #expect(Numeral.brief(-1e-9) == "> \u{2212}0.0001")
        #expect(Numeral.brief(Double.nan) == nil)
        #expect(Numeral.brief(Int.min) == "\u{2212}9,223,372,036,854,775,807")
        #expect(counted(1, "value") == "1 value")
        #expect(counted(0, "value") == "0 values")
        #expect(counted(2, "series", "series") == "2 series")
    }
}

@Suite struct EscapeTests {
    private func escaped(_ text: String) -> String {
        var bytes: [UInt8] = []
        Escape.append(text, to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    @Test func theFiveSignsAreReferences() {
        #expect(escaped("<a href=\"x\">'&'</a>") == "&lt;a href=&quot;x&quot;&gt;&#39;&amp;&#39;&lt;/a&gt;")
        #expect(escaped("&amp;") == "&amp;amp;")
    }

    /// XML 1.0, production 2 (Char): tab, line feed, carriage return, and from U+0020 on all but surrogates, U+FFFE and U+FFFF.
    @Test func whatXMLForbidsIsDropped() {
        for value in UInt32(0)...0x9F {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let text = escaped("a\(scalar)b")
            if value == 9 || value == 10 || value == 13 {
                #expect(text == "a b")
            } else if value < 0x20 || value >= 0x7F {
                #expect(text == "ab")
            } else {
                #expect(text.hasPrefix("a") && text.hasSuffix("b") && text != "ab")
            }
        }
        for value in [0xFFFE, 0xFFFF, 0x1FFFE, 0x10FFFF, 0xFDD0] as [UInt32] {
            let scalar = Unicode.Scalar(value)
            #expect(scalar.map { escaped("a\($0)b") } == "ab")
        }
        #expect(escaped("é外😀\u{FFFD}") == "é外😀\u{FFFD}")
    }

    @Test func runsOfSpaceAreOne() {
        #expect(Escape.plain("  a \n\t b\u{2028}c\u{0}  ") == "a b c")
        #expect(Escape.plain(" \n ") == "")
    }
}

@Suite struct CivilDayTests {
    @Test func knownDays() {
        #expect(CivilDay(0) == CivilDay(year: 1970, month: 1, day: 1))
        #expect(CivilDay(11_016) == CivilDay(year: 2000, month: 2, day: 29))
        #expect(CivilDay(year: 2000, month: 2, day: 29).number == 11_016)
        #expect(CivilDay(-1).iso == "1969-12-31")
        #expect(CivilDay(-719_468).iso == "0000-03-01")
        #expect(CivilDay(year: 1900, month: 3, day: 1).number - CivilDay(year: 1900, month: 2, day: 28).number == 1)
        #expect(CivilDay(year: 2026, month: 11, day: 27).number == 20_784)
    }

    /// Day by day over 800 years, counted with the rules of the calendar alone.
    @Test func everyDayFollowsTheOneBefore() {
        var (year, month, day) = (1600, 1, 1)
        let first = CivilDay(year: 1600, month: 1, day: 1).number
        for number in first..<first + 292_194 {
            let civil = CivilDay(number)
            guard civil == CivilDay(year: year, month: month, day: day), civil.number == number else {
                Issue.record("\(number) is not \(year)-\(month)-\(day)")
                return
            }
            let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
            let length = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
            day += 1
            if day > length { (month, day) = (month + 1, 1) }
            if month > 12 { (year, month) = (year + 1, 1) }
        }
        #expect((year, month, day) == (2400, 1, 1))
    }

    @Test func monthsAreCountedOverYears() {
        let start = CivilDay(year: 2014, month: 11, day: 30)
        #expect(start.month(after: 3) == CivilDay(year: 2015, month: 2, day: 1))
        #expect(start.month(after: -11) == CivilDay(year: 2013, month: 12, day: 1))
        #expect(CivilDay(year: 0, month: 1, day: 1).month(after: -1) == CivilDay(year: -1, month: 12, day: 1))
    }

    @Test func nothingOverflows() {
        for number in [Int.min, Int.max] { #expect(CivilDay.range.contains(CivilDay(number).number)) }
        _ = CivilDay(year: .max, month: .max, day: .max).number
        _ = CivilDay(year: .min, month: .min, day: .min).number
    }
}
