/// What a workbook may ask for.
///
/// A reader holds the inflated parts that tell of cells, the shared strings, and the row that is read.
package struct SpreadsheetLimits: Hashable, Sendable {
    /// Bytes that all parts of the workbook together may come to when they are unpacked.
    package var inflated = 256 << 20
    /// Bytes that one packed byte may come to, from ``inflatedFloor`` on. Rows of equal cells pack well: a sheet of a million
    /// of them comes to some 60.
    package var expansionRatio = 300
    /// Bytes of a part that are let through whatever their proportion.
    package var inflatedFloor = 8 << 20
    /// Parts of the workbook.
    package var parts = 10_000
    /// Cells of one sheet that hold something.
    package var cells = 5_000_000
    /// Strings of the shared table.
    package var sharedStrings = 5_000_000
    /// Sheets that are listed.
    package var sheets = 1_000
    /// Formats of cells.
    package var formats = 100_000
    /// Merged ranges of a sheet.
    package var merged = 100_000
    /// Notes that are kept of a sheet; more are counted.
    package var notes = 64

    package init() {}

    /// Columns of a sheet: XFD is the last (ECMA-376, part 1, section 18.3.1.73 and Excel's own limits).
    package static let columns = 16_384
    /// Rows of a sheet.
    package static let rows = 1_048_576
    /// The longest text of a cell, in UTF-16 units.
    package static let cellText = 32_767
    /// Hyperlinks of a sheet.
    package static let links = 65_530
    /// The longest name of a sheet, in UTF-16 units.
    package static let sheetName = 31
}
