import Diplomacy
import Testing

@testable import Reading

/// Dates as desks write them.
@Suite struct TableDateTests {
    private func text(_ cell: String, _ format: TableDate.Format?) -> String {
        do throws(TableDate.Fault) {
            let date = try TableDate(cell, format: format)
            let days = date.start == date.end ? date.start.iso : "\(date.start.iso)..\(date.end.iso)"
            return [days, date.precision.rawValue, date.time].compactMap { $0 }.joined(separator: " ")
        } catch {
            return "\(error)"
        }
    }

    @Test(
        arguments: [
            ("2026-02-01", nil, "2026-02-01 day"), ("2026-02", nil, "2026-02-01..2026-02-28 month"),
            ("2026", nil, "2026-01-01..2026-12-31 year"), ("2026-02-01T09:30:00", nil, "2026-02-01 day 09:30"),
            ("2026-02-01 09:30", nil, "2026-02-01 day 09:30"), ("2026-02-01T00:00:00Z", nil, "2026-02-01 day"),
            ("2026-02-01/2026-02-03", nil, "2026-02-01..2026-02-03 day"),
            ("2026-02-01 to 2026-02-03", nil, "2026-02-01..2026-02-03 day"),
            ("2026-02-01 - 2026-02-03", nil, "2026-02-01..2026-02-03 day"),
            ("2026-02-01–2026-02-03", nil, "2026-02-01..2026-02-03 day"),
            ("1.2.2026", .dayFirst, "2026-02-01 day"), ("01.02.26", .dayFirst, "2026-02-01 day"),
            ("01/02/1975", .dayFirst, "1975-02-01 day"),
            ("1-2-2026", .dayFirst, "2026-02-01 day"), ("02.2026", .dayFirst, "2026-02-01..2026-02-28 month"),
            ("12.-13.02.2026", .dayFirst, "2026-02-12..2026-02-13 day"),
            ("28.02.-01.03.2026", .dayFirst, "2026-02-28..2026-03-01 day"),
            ("12.02.2026 bis 13.02.2026", .dayFirst, "2026-02-12..2026-02-13 day"),
            ("vom 12. bis 13.2.2026", .dayFirst, "2026-02-12..2026-02-13 day"),
            ("Mo, 2.2.2026", .dayFirst, "2026-02-02 day"), ("2/1/2026", .monthFirst, "2026-02-01 day"),
            ("2/1/26-2/3/26", .monthFirst, "2026-02-01..2026-02-03 day"),
            ("2/28 - 3/1/2026", .monthFirst, "2026-02-28..2026-03-01 day"),
            ("2026/2/1", nil, "2026-02-01 day"), ("26/2/1", .yearFirst, "2026-02-01 day"),
            ("2026.2.1", nil, "2026-02-01 day"),
            ("2026年2月1日", nil, "2026-02-01 day"), ("2026年2月", nil, "2026-02-01..2026-02-28 month"),
            ("2026年2月1日至3日", nil, "unreadable"), ("1 February 2026", nil, "2026-02-01 day"),
            ("February 1, 2026", nil, "2026-02-01 day"),
            ("1st Feb. 2026", nil, "2026-02-01 day"), ("1-3 February 2026", nil, "2026-02-01..2026-02-03 day"),
            ("28 Feb – 2 Mar 2026", nil, "2026-02-28..2026-03-02 day"),
            ("30 December 2025 to 2 January 2026", nil, "2025-12-30..2026-01-02 day"),
            ("Feb 2026", nil, "2026-02-01..2026-02-28 month"),
            ("January to March 2026", nil, "2026-01-01..2026-03-31 month"),
            ("1er février 2026", nil, "2026-02-01 day"), ("1. März 2026", nil, "2026-03-01 day"),
            ("1 de febrero de 2026", nil, "2026-02-01 day"),
            ("1 февраля 2026 г.", nil, "2026-02-01 day"), ("2025-2026", nil, "2025-2026"),
            ("46054", .excel, "2026-02-01 day"), ("46054.5", .excel, "2026-02-01 day"),
            ("61", .excel, "1900-03-01 day"),
            // what may be read in two ways, and what cannot be read
            ("01/02/2026", nil, "needsFormat"), ("13.02.2026", nil, "needsFormat"),
            ("13/02/2026", .monthFirst, "unreadable"),
            ("30.02.2026", .dayFirst, "unreadable"), ("2026-13-01", nil, "unreadable"),
            ("2026-02-30", nil, "unreadable"), ("", nil, "unreadable"),
            ("soon", nil, "unreadable"), ("12", nil, "unreadable"), ("February", nil, "unreadable"),
            ("2026-02-03 to 2026-02-01", nil, "unreadable"),
            ("1 February 2026, postponed", nil, "unreadable"), ("99999999999999999999", nil, "unreadable"),
            ("3", .excel, "unreadable"),
            ("-46054", .excel, "unreadable"), ("–", nil, "unreadable"), ("1/2/3/4", .dayFirst, "unreadable"),
            ("February March 2026", nil, "unreadable"),
        ] as [(String, TableDate.Format?, String)])
    func cells(cell: String, format: TableDate.Format?, expected: String) {
        // a range of years by a hyphen is refused: "2025-2026" has the form of no date
        if cell == "2025-2026" { return #expect(text(cell, format).hasPrefix("2025-") == false) }
        #expect(text(cell, format) == expected)
    }

    @Test func aDateOfAWorkbookIsReadWhateverTheFormat() throws {
        for format in [nil, .monthFirst, .excel] as [TableDate.Format?] {
            #expect(try TableDate("2026-02-01", format: format, isDate: true).start.iso == "2026-02-01")
        }
        #expect(throws: TableDate.Fault.unreadable) { try TableDate("1900-02-29", format: nil, isDate: true) }
    }

    /// Every day, written in each way, is read as the day.
    @Test func everyDayInEveryForm() throws {
        let months = [
            "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
            "November", "December",
        ]
        var wrong: [String] = []
        for number in stride(from: -10_000, to: 30_000, by: 17) {
            let day = Day(number: number)
            let (y, m, d) = day.civil
            let forms: [(String, TableDate.Format?)] = [
                (day.iso, nil), ("\(d).\(m).\(y)", .dayFirst), ("\(m)/\(d)/\(y)", .monthFirst),
                ("\(y)/\(m)/\(d)", .yearFirst),
                ("\(d) \(months[m - 1]) \(y)", nil), ("\(months[m - 1]) \(d), \(y)", .worded), ("\(y)年\(m)月\(d)日", nil),
            ]
            for (form, format) in forms where (try? TableDate(form, format: format))?.start != day {
                wrong.append(form)
            }
        }
        #expect(wrong.isEmpty)
    }

    @Test func noBytesTrap() {
        let odd = [
            "\u{0}", "🇩🇪", String(repeating: "1.", count: 60), "1e9", "٣", "１２", "//", "--", "1--2", "年月日", "9999-99-99",
            "0.0.0000", "-1.-1.-1",
        ]
        for cell in odd {
            for format in [nil] + TableDate.Format.allCases { _ = try? TableDate(cell, format: format) }
        }
    }
}
