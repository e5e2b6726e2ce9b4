import Archives
import Hypertext

/// Reads a workbook of Office Open XML (ECMA-376): its sheets by name, their rows, their cells as text with a type.
///
/// Read are shared strings and strings within cells (runs of rich text joined, readings of characters left out), numbers in the
/// shortest form that reads back, dates by the format of their cells, and of formulas the value that they last had. Nothing is
/// computed, loaded from elsewhere or run. Memory: the parts unpacked (``SpreadsheetLimits/inflated`` at most), the shared
/// strings and one row; time: linear in the bytes unpacked.
package struct XLSXReader: Sendable {
    /// The sheets of cells in the order of their tabs; charts and dialogues are left out.
    package let sheets: [SheetListing]
    /// How the workbook counts days.
    package let dates: SerialDate.System

    let limits: SpreadsheetLimits
    let parts: WorkbookParts
    let strings: [String]
    let formats: [NumberFormat]
    /// The part of each sheet.
    private let places: [String]

    /// Opens a workbook: reads everything but the cells.
    package init(_ bytes: [UInt8], limits: SpreadsheetLimits = SpreadsheetLimits()) throws(SpreadsheetError) {
        self.limits = limits
        let parts = try WorkbookParts(bytes, limits: limits)
        self.parts = parts
        let main = try parts.relations(of: "").first { $0.type == "officeDocument" }?.target ?? "xl/workbook.xml"
        guard parts[main] != nil, !main.hasSuffix(".bin") else { throw Self.noWorkbook(parts) }
        let relations = try parts.relations(of: main)
        let book = try Self.book(main, parts, limits)
        dates = book.dates
        var sheets: [SheetListing] = []
        var places: [String] = []
        for sheet in book.sheets {
            guard let relation = relations.first(where: { $0.id == sheet.relation }), relation.type == "worksheet"
            else {
                continue
            }
            guard parts[relation.target] != nil else {
                throw SpreadsheetError(
                    .damaged,
                    "expected the part \(relation.target) of the sheet \"\(sheet.listing.name)\", found none; "
                        + "open the workbook and save it again")
            }
            sheets.append(sheet.listing)
            places.append(relation.target)
        }
        self.sheets = sheets
        self.places = places
        func part(_ type: String) -> String? { relations.first { $0.type == type }?.target }
        strings =
            try part("sharedStrings").map { part throws(SpreadsheetError) in
                try parts.sharedStrings(part, limits: limits)
            } ?? []
        formats =
            try part("styles").map { part throws(SpreadsheetError) in
                try parts.formats(part, limits: limits)
            } ?? []
    }

    /// Reads a sheet as a whole.
    package func sheet(named name: String) throws(SpreadsheetError) -> Sheet {
        guard let index = sheets.firstIndex(where: { $0.name == name }) else {
            throw SpreadsheetError(
                .noSheet,
                "expected one of the sheets \(sheets.prefix(20).map { "\"\($0.name)\"" }.joined(separator: ", ")), "
                    + "found \"\(name)\"")
        }
        return try sheet(at: index)
    }

    /// Reads a sheet as a whole, by its place in ``sheets``.
    package func sheet(at index: Int) throws(SpreadsheetError) -> Sheet {
        var rows: [SheetRow] = []
        var rest = try eachRow(ofSheet: index) { rows.append($0) }
        rest.rows = rows
        return rest
    }

    /// Gives the rows of a sheet one after another.
    ///
    /// - Returns: the sheet without its rows.
    package func eachRow(
        ofSheet index: Int, _ give: (SheetRow) -> Void
    ) throws(SpreadsheetError) -> Sheet {
        guard sheets.indices.contains(index), let reader = parts.xml(places[index]) else {
            throw SpreadsheetError(
                .noSheet, "expected a sheet from 0 to \(sheets.count - 1), found \(index)")
        }
        var scan = SheetScan(workbook: self, reader: reader)
        try scan.run(give)
        return Sheet(
            name: sheets[index].name, visibility: sheets[index].visibility, rows: [], merged: scan.merged,
            notes: scan.notes, noteCount: scan.noteCount)
    }

    // MARK: - The workbook's own part

    private struct Book {
        var sheets: [(listing: SheetListing, relation: String)] = []
        var dates = SerialDate.System.from1900
    }

    private static func book(
        _ part: String, _ parts: WorkbookParts, _ limits: SpreadsheetLimits
    ) throws(SpreadsheetError) -> Book {
        var book = Book()
        guard var reader = parts.xml(part) else { return book }
        while let event = try reader.step() {
            guard case .start(let number) = event else { continue }
            switch reader.name(number).local {
            case "workbookPr":
                if ["1", "true"].contains(reader.attribute("date1904")) { book.dates = .from1904 }
            case "sheet":
                guard book.sheets.count < limits.sheets else {
                    throw SpreadsheetError(
                        .tooLarge, "expected at most \(limits.sheets) sheets, found more; raise sheets")
                }
                let state = reader.attribute("state").flatMap { SheetListing.Visibility(rawValue: $0) } ?? .visible
                let name = XStringText.decoded(Array((reader.attribute("name") ?? "").utf8))
                // "r:id", whatever the prefix; "sheetId" is another
                let relation = reader.attributes.first { $0.name.local == "id" }?.value ?? ""
                book.sheets.append((SheetListing(name: name, visibility: state), relation))
            default: break
            }
        }
        return book
    }

    private static func noWorkbook(_ parts: WorkbookParts) -> SpreadsheetError {
        if parts["xl/workbook.bin"] != nil {
            return SpreadsheetError(
                .otherForm,
                "expected a workbook of XML parts (.xlsx), found a binary one (.xlsb); open it and save it as .xlsx")
        }
        if parts["content.xml"] != nil {
            return SpreadsheetError(
                .otherForm,
                "expected a workbook of Office Open XML (.xlsx), found one of OpenDocument (.ods); save it as .xlsx or CSV"
            )
        }
        return SpreadsheetError(
            .notWorkbook, "expected a workbook with a part xl/workbook.xml, found a zip file without one; save as .xlsx"
        )
    }
}
