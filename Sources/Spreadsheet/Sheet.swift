/// One cell that holds something.
package struct SheetCell: Hashable, Sendable {
    package enum Kind: String, Sendable {
        case text, number
        /// A day, a moment or a time of day: `2026-02-01`, `2026-02-01T09:30:00`, `09:30:00`.
        case date
        /// `true` or `false`.
        case boolean
        case empty
        /// What Excel shows where a formula failed: `#N/A`.
        case error
    }

    /// From 0.
    package var column: Int
    package var kind: Kind
    /// As the table holds it, not as it is shown: `0.1`, not `10 %`.
    package var text: String

    package init(column: Int, kind: Kind, text: String) {
        self.column = column
        self.kind = kind
        self.text = text
    }
}

/// A row with its cells from left to right; columns without a cell are left out.
package struct SheetRow: Hashable, Sendable {
    /// From 1.
    package var number: Int
    package var cells: [SheetCell]

    package init(number: Int, cells: [SheetCell]) {
        self.number = number
        self.cells = cells
    }

    /// The cell of a column, from 0; `nil` where there is none. Logarithmic in the cells.
    package subscript(column: Int) -> SheetCell? {
        var (low, high) = (0, cells.count)
        while low < high {
            let middle = (low + high) / 2
            if cells[middle].column < column { low = middle + 1 } else { high = middle }
        }
        return low < cells.count && cells[low].column == column ? cells[low] : nil
    }
}

/// A sheet of a workbook by its name and whether it is seen.
package struct SheetListing: Hashable, Sendable {
    package enum Visibility: String, Sendable {
        case visible, hidden
        /// Hidden in a way that only a program can undo.
        case veryHidden
    }

    package var name: String
    package var visibility: Visibility

    package var isHidden: Bool { visibility != .visible }
}

/// A sheet that was read.
package struct Sheet: Sendable {
    package var name: String
    package var visibility: SheetListing.Visibility
    /// Rows that hold something, in the order of their numbers unless a note says otherwise.
    package var rows: [SheetRow]
    /// Merged ranges; their cells stand as they are, which is in the first one alone.
    package var merged: [CellRange]
    package var notes: [SpreadsheetNote]
    /// How many notes there were.
    package var noteCount: Int
}
