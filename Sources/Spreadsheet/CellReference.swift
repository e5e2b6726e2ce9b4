/// Where a cell stands: "B7" is column 1 of row 7.
package struct CellReference: Hashable, Sendable {
    /// From 0.
    package var column: Int
    /// From 1, as people count.
    package var row: Int

    package init(column: Int, row: Int) {
        self.column = column
        self.row = row
    }

    /// Reads "B7" or "$B$7"; `nil` where it is no reference or lies outside a sheet.
    package init?(_ text: some StringProtocol) {
        var column = 0
        var row = 0
        var letters = 0
        var digits = 0
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "$"): continue
            case UInt8(ascii: "A")...UInt8(ascii: "Z") where digits == 0:
                column = column * 26 + Int(byte - UInt8(ascii: "A")) + 1
                letters += 1
            case UInt8(ascii: "a")...UInt8(ascii: "z") where digits == 0:
                column = column * 26 + Int(byte - UInt8(ascii: "a")) + 1
                letters += 1
            case UInt8(ascii: "0")...UInt8(ascii: "9") where letters > 0:
                row = row * 10 + Int(byte - UInt8(ascii: "0"))
                digits += 1
            default: return nil
            }
            guard letters <= 3, digits <= 7 else { return nil }
        }
        guard letters > 0, digits > 0, (1...SpreadsheetLimits.columns).contains(column),
            (1...SpreadsheetLimits.rows).contains(row)
        else { return nil }
        self.column = column - 1
        self.row = row
    }

    /// "B7".
    package var text: String { "\(Self.letters(column))\(row)" }

    /// The letters of a column: "A" for 0, "XFD" for 16,383.
    package static func letters(_ column: Int) -> String {
        var rest = max(0, column) + 1
        var letters: [UInt8] = []
        while rest > 0 {
            letters.append(UInt8(ascii: "A") + UInt8((rest - 1) % 26))
            rest = (rest - 1) / 26
        }
        return String(decoding: letters.reversed(), as: UTF8.self)
    }
}

/// A rectangle of cells: "A1:B2".
package struct CellRange: Hashable, Sendable {
    package var first: CellReference
    package var last: CellReference

    /// `nil` where it is no range, or one whose end lies before its start.
    package init?(_ text: String) {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard let head = parts.first, parts.count <= 2, let first = CellReference(head),
            let last = CellReference(parts.last ?? head), first.column <= last.column, first.row <= last.row
        else { return nil }
        self.first = first
        self.last = last
    }
}
