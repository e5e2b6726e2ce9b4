/// What a writer puts into a cell.
package enum SheetValue: Hashable, Sendable {
    case empty
    /// Text, whatever it begins with: "=1+1" is no formula.
    case text(String)
    case number(Double)
    /// A day or moment in ISO 8601, `2026-02-01` or `2026-02-01T09:30:00` (also with `Z`), written as a real date. What is no
    /// such date ("2026-02", a day before 1900) is written as text.
    case date(String)
    case boolean(Bool)

    /// Characters that the cell takes, those of East Asian writing counted twice.
    var width: Int {
        switch self {
        case .empty: 0
        case .text(let text): Self.width(text)
        case .number(let number): CellValue.shortest(number).utf8.count
        case .date(let text): text.utf8.count
        case .boolean: 5
        }
    }

    /// Of the longest line, as far as anybody makes a column.
    private static func width(_ text: String) -> Int {
        var longest = 0
        var current = 0
        for scalar in text.unicodeScalars.prefix(1_000) {
            if scalar == "\n" {
                longest = max(longest, current)
                current = 0
            } else if scalar.properties.generalCategory != .nonspacingMark {
                current += isWide(scalar.value) ? 2 : 1
            }
        }
        return max(longest, current)
    }

    /// Hangul, kana, ideographs and full-width forms (Unicode, UAX #11, in blocks).
    private static func isWide(_ value: UInt32) -> Bool {
        (0x1100...0x115F).contains(value) || (0x2E80...0xA4CF).contains(value) || (0xAC00...0xD7A3).contains(value)
            || (0xF900...0xFAFF).contains(value) || (0xFE30...0xFE6F).contains(value)
            || (0xFF00...0xFF60).contains(value) || (0x1F300...0x1FAFF).contains(value)
            || (0x20000...0x3FFFD).contains(value)
    }
}

/// A column of a sheet that is written.
package struct SheetColumn: Hashable, Sendable {
    /// What stands in the head.
    package var name: String
    /// Whether cells with an address of the web lead there.
    package var isLink: Bool

    package init(_ name: String, isLink: Bool = false) {
        self.name = name
        self.isLink = isLink
    }
}

/// What a writer could not write as it was given.
package struct SpreadsheetTally: Hashable, Sendable {
    /// Rows without the heads.
    package var rows = 0
    /// Texts that were longer than a cell holds (``SpreadsheetLimits/cellText``) and end in "…".
    package var cut = 0
    /// Addresses beyond ``SpreadsheetLimits/links`` of a sheet, or that no workbook can hold; they stand as text.
    package var plainLinks = 0
}
