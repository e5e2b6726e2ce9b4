/// Writes a workbook of Office Open XML (ECMA-376) to a sink while its rows arrive.
///
/// Each sheet has a bold head that stays in sight, a filter on it, and columns as wide as their content. Texts stand within
/// their cells, so that no table of strings grows; sizes stand behind the zip file's entries (``ZipWriter``). Memory: the
/// first ``sample`` rows of a sheet, whose widths its columns take, or ``sampleBytes`` of them; the addresses of its links, of
/// which Excel allows 65,530; and a block of 64 KiB. Sheets are written one after another:
///
///     var writer = try XLSXWriter { bytes in file.write(bytes) }
///     try writer.begin(sheet: "Encounters", columns: [SheetColumn("date"), SheetColumn("url", isLink: true)])
///     try writer.append([.date("2026-02-01"), .text("https://example.org/")])
///     let tally = try writer.finish()
package struct XLSXWriter: ~Copyable {
    /// Rows whose content the widths of columns are taken from.
    package static let sample = 500
    /// Bytes of them that are kept at most.
    package static let sampleBytes = 1 << 20
    /// In characters: of the narrowest and of the widest column.
    package static let widths = 8...60

    private var zip: ZipWriter
    private var sheets: [(name: String, filter: String)] = []
    private var open: OpenSheet?
    private var tally = SpreadsheetTally()

    private struct OpenSheet {
        var name: String
        var columns: [SheetColumn]
        /// Rows with the head, written or waiting.
        var rows = 1
        /// The rows that wait for the widths; `nil` once those are written.
        var waiting: [UInt8]? = []
        var widths: [Int]
        var links: [(cell: String, target: String)] = []
    }

    /// - Parameter sink: takes the bytes of the file, front to back.
    package init(_ sink: @escaping ([UInt8]) throws -> Void) throws(SpreadsheetError) { zip = try ZipWriter(sink) }

    /// Begins a sheet and writes its head; the sheet before ends.
    ///
    /// - Parameter name: characters that no sheet's name may have become spaces, a name that is taken gets a number.
    /// - Throws: ``SpreadsheetError`` (`not-writable`) where there is no column or more than a sheet has.
    package mutating func begin(sheet name: String, columns: [SheetColumn]) throws {
        try endSheet()
        guard (1...SpreadsheetLimits.columns).contains(columns.count), sheets.count < SpreadsheetLimits().sheets else {
            throw SpreadsheetError(
                .notWritable,
                "expected 1 to \(SpreadsheetLimits.columns) columns and at most \(SpreadsheetLimits().sheets) sheets, "
                    + "found \(columns.count) columns in sheet \(sheets.count + 1)")
        }
        var sheet = OpenSheet(name: SheetName.free(name, beside: sheets.map(\.name)), columns: columns, widths: [])
        sheet.widths = columns.map { SheetValue.text($0.name).width }
        var bytes = Array("<row r=\"1\">".utf8)
        for (i, column) in columns.enumerated() {
            put(column.name, at: CellReference(column: i, row: 1), style: .head, &bytes)
        }
        bytes.append(contentsOf: "</row>".utf8)
        sheet.waiting = bytes
        open = sheet
    }

    /// Adds a row. Cells beyond the columns of the sheet are refused, missing ones are empty.
    ///
    /// - Throws: ``SpreadsheetError``, and what the sink throws.
    package mutating func append(_ values: [SheetValue]) throws {
        guard var sheet = open else {
            throw SpreadsheetError(.notWritable, "expected a sheet to be begun, found a row before any")
        }
        guard values.count <= sheet.columns.count, sheet.rows < SpreadsheetLimits.rows else {
            throw SpreadsheetError(
                .notWritable,
                "expected at most \(sheet.columns.count) cells in each of \(SpreadsheetLimits.rows) rows, "
                    + "found \(values.count) in row \(sheet.rows + 1); write several sheets")
        }
        open = nil
        sheet.rows += 1
        tally.rows += 1
        var bytes = Array("<row r=\"\(sheet.rows)\">".utf8)
        for (i, value) in values.enumerated() {
            put(value, at: CellReference(column: i, row: sheet.rows), &sheet, &bytes)
        }
        bytes.append(contentsOf: "</row>".utf8)
        if sheet.waiting != nil {
            for (i, value) in values.enumerated() { sheet.widths[i] = max(sheet.widths[i], value.width) }
            sheet.waiting?.append(contentsOf: bytes)
            if sheet.rows > Self.sample || (sheet.waiting?.count ?? 0) > Self.sampleBytes { try start(&sheet) }
        } else {
            try zip.append(bytes)
        }
        open = sheet
    }

    /// Ends the file.
    ///
    /// - Returns: how many rows there were, and what could not be written as it was given.
    /// - Throws: ``SpreadsheetError`` where no sheet was begun; what the sink throws.
    package mutating func finish() throws -> SpreadsheetTally {
        try endSheet()
        guard !sheets.isEmpty else {
            throw SpreadsheetError(.notWritable, "expected a sheet at least, found none")
        }
        try part("xl/workbook.xml", WorkbookText.workbook(sheets))
        try part("xl/_rels/workbook.xml.rels", WorkbookText.workbookRelations(sheets: sheets.count))
        try part("xl/styles.xml", WorkbookText.styles)
        try part("_rels/.rels", WorkbookText.packageRelations)
        try part("[Content_Types].xml", WorkbookText.contentTypes(sheets: sheets.count))
        try zip.finish()
        return tally
    }

    // MARK: - Parts

    private mutating func part(_ name: String, _ text: String) throws {
        try zip.begin(name)
        try zip.append(Array(text.utf8))
        try zip.end()
    }

    /// Begins the part of a sheet with what waits for the widths.
    private mutating func start(_ sheet: inout OpenSheet) throws {
        let waiting = sheet.waiting ?? []
        sheet.waiting = nil
        let widths = sheet.widths.map { min(max($0 + 2, Self.widths.lowerBound), Self.widths.upperBound) }
        try zip.begin("xl/worksheets/sheet\(sheets.count + 1).xml")
        try zip.append(Array(WorkbookText.sheetStart(widths: widths).utf8))
        try zip.append(waiting)
    }

    private mutating func endSheet() throws {
        guard var sheet = open else { return }
        open = nil
        if sheet.waiting != nil { try start(&sheet) }
        let last = CellReference(column: sheet.columns.count - 1, row: sheet.rows)
        try zip.append(
            Array(WorkbookText.sheetEnd(filter: "A1:\(last.text)", links: sheet.links.map(\.cell)).utf8))
        try zip.end()
        if !sheet.links.isEmpty {
            try part(
                "xl/worksheets/_rels/sheet\(sheets.count + 1).xml.rels",
                WorkbookText.linkRelations(sheet.links.map(\.target)))
        }
        sheets.append((sheet.name, "$A$1:$\(CellReference.letters(last.column))$\(last.row)"))
    }

    // MARK: - Cells

    private mutating func put(
        _ value: SheetValue, at place: CellReference, _ sheet: inout OpenSheet, _ out: inout [UInt8]
    ) {
        switch value {
        case .empty: break
        case .text(let text):
            guard sheet.columns[place.column].isLink, !text.isEmpty else {
                return put(text, at: place, style: nil, &out)
            }
            guard let target = LinkTarget.target(text), sheet.links.count < SpreadsheetLimits.links else {
                tally.plainLinks += 1
                return put(text, at: place, style: nil, &out)
            }
            sheet.links.append((place.text, target))
            put(text, at: place, style: .link, &out)
        case .number(let number):
            guard number.isFinite else { return put(number.description, at: place, style: nil, &out) }
            out.append(contentsOf: "<c r=\"\(place.text)\"><v>\(CellValue.shortest(number))</v></c>".utf8)
        case .date(let text):
            guard let serial = SerialDate.serial(iso: text) else { return put(text, at: place, style: nil, &out) }
            let style = serial.hasTime ? WorkbookText.Style.moment : .date
            let value = CellValue.shortest(serial.value)
            out.append(contentsOf: "<c r=\"\(place.text)\" s=\"\(style.rawValue)\"><v>\(value)</v></c>".utf8)
        case .boolean(let truth):
            out.append(contentsOf: "<c r=\"\(place.text)\" t=\"b\"><v>\(truth ? 1 : 0)</v></c>".utf8)
        }
    }

    /// Writes a text within its cell. Behind what a spreadsheet would take for a formula when the cell is edited, the cell's
    /// format says that it is text.
    private mutating func put(
        _ text: String, at place: CellReference, style: WorkbookText.Style?, _ out: inout [UInt8]
    ) {
        guard let first = text.unicodeScalars.first else { return }
        let style = style ?? (["=", "+", "-", "@"].contains(first) ? .guarded : .plain)
        let fitting = fitted(text)
        let mark = style == .plain ? "" : " s=\"\(style.rawValue)\""
        out.append(contentsOf: "<c r=\"\(place.text)\"\(mark) t=\"inlineStr\"><is><t".utf8)
        var content: [UInt8] = []
        if XStringText.append(fitting, to: &content) { out.append(contentsOf: " xml:space=\"preserve\"".utf8) }
        out.append(UInt8(ascii: ">"))
        out.append(contentsOf: content)
        out.append(contentsOf: "</t></is></c>".utf8)
    }

    /// The text as far as a cell holds it.
    private mutating func fitted(_ text: String) -> String {
        // no text has more units of UTF-16 than bytes
        guard text.utf8.count > SpreadsheetLimits.cellText, text.utf16.count > SpreadsheetLimits.cellText else {
            return text
        }
        tally.cut += 1
        var units = 0
        var kept = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            units += UTF16.width(scalar)
            guard units < SpreadsheetLimits.cellText else { break }
            kept.append(scalar)
        }
        return String(kept) + "…"
    }
}
