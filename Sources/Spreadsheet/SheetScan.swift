import Hypertext

/// One walk over the part of a sheet.
struct SheetScan {
    /// The elements of a sheet that matter, by the numbers of their names.
    private enum Element {
        case row, cell, value, formula, inline, merge, other
    }

    private let workbook: XLSXReader
    private var reader: XMLReader
    private var elements: [Element] = []
    private(set) var merged: [CellRange] = []
    private(set) var notes: [SpreadsheetNote] = []
    private(set) var noteCount = 0

    private var row = SheetRow(number: 0, cells: [])
    /// The number of the last row that was given.
    private var lastRow = 0
    private var cellCount = 0
    /// The cell that is open.
    private var cell: OpenCell?
    /// The bytes of its value.
    private var value: [UInt8] = []
    private var isValue = false
    private var inlineDepth = 0

    private struct OpenCell {
        var column: Int
        var type: String
        var format: Int
        var hasFormula = false
        var inline = RichText()
    }

    init(workbook: XLSXReader, reader: XMLReader) {
        self.workbook = workbook
        self.reader = reader
    }

    mutating func run(_ give: (SheetRow) -> Void) throws(SpreadsheetError) {
        while let event = try reader.step() {
            switch event {
            case .start(let number): try start(number)
            case .end(let number): end(number, give)
            case .text, .cdata:
                if isValue { reader.appendText(to: &value) } else if inlineDepth > 0 { cell?.inline.text(&reader) }
            case .comment, .instruction, .doctype: break
            }
        }
    }

    private mutating func element(_ number: Int) -> Element {
        while elements.count <= number {
            switch reader.name(elements.count).local {
            case "row": elements.append(.row)
            case "c": elements.append(.cell)
            case "v": elements.append(.value)
            case "f": elements.append(.formula)
            case "is": elements.append(.inline)
            case "mergeCell": elements.append(.merge)
            default: elements.append(.other)
            }
        }
        return elements[number]
    }

    private mutating func start(_ number: Int) throws(SpreadsheetError) {
        if inlineDepth > 0 {
            cell?.inline.start(reader.name(number).local)
            return
        }
        switch element(number) {
        case .row: startRow()
        case .cell: try startCell()
        case .value:
            isValue = cell != nil
        case .formula: cell?.hasFormula = true
        case .inline: if cell != nil { inlineDepth = reader.depth }
        case .merge:
            guard let range = reader.attribute("ref").flatMap({ CellRange($0) }) else { return note(.badReference, "") }
            if merged.count < workbook.limits.merged { merged.append(range) }
        case .other: break
        }
    }

    private mutating func startRow() {
        row = SheetRow(number: lastRow + 1, cells: [])
        cell = nil
        guard let told = reader.attribute("r") else { return }
        guard let number = Int(told), (1...SpreadsheetLimits.rows).contains(number) else {
            return note(.badReference, told)
        }
        if number <= lastRow { note(.outOfOrder, "\(number)") }
        row.number = number
    }

    private mutating func startCell() throws(SpreadsheetError) {
        var column = (row.cells.last?.column ?? -1) + 1
        if let open = cell { column = max(column, open.column + 1) }
        if let told = reader.attribute("r") {
            if let place = CellReference(told) {
                column = place.column
            } else {
                note(.badReference, told)
            }
        } else if let last = lastColumn {
            column = max(column, last + 1)
        }
        lastColumn = column
        cell = nil
        guard column < SpreadsheetLimits.columns else {
            throw SpreadsheetError(
                .tooLarge,
                "expected at most \(SpreadsheetLimits.columns) columns, found more in row \(row.number); split the sheet"
            )
        }
        value.removeAll(keepingCapacity: true)
        cell = OpenCell(
            column: column, type: reader.attribute("t") ?? "n", format: reader.attribute("s").flatMap { Int($0) } ?? 0)
        cellCount += 1
        guard cellCount <= workbook.limits.cells else {
            throw SpreadsheetError(
                .tooLarge,
                "expected at most \(workbook.limits.cells) cells, found more; save the sheet as CSV, or raise cells")
        }
    }

    /// The column of the cell before, empty or not.
    private var lastColumn: Int?

    private mutating func end(_ number: Int, _ give: (SheetRow) -> Void) {
        if inlineDepth > 0 {
            // the depth before the end of "is" itself is one less than at its start
            if reader.depth < inlineDepth { inlineDepth = 0 } else { cell?.inline.end(reader.name(number).local) }
            return
        }
        switch element(number) {
        case .value: isValue = false
        case .cell: endCell()
        case .row:
            lastColumn = nil
            defer { row = SheetRow(number: lastRow + 1, cells: []) }
            lastRow = max(lastRow, row.number)
            guard !row.cells.isEmpty else { return }
            give(row)
        default: break
        }
    }

    private mutating func endCell() {
        guard var open = cell else { return }
        cell = nil
        isValue = false
        let place = CellReference(column: open.column, row: row.number).text
        if open.hasFormula, value.isEmpty, open.type != "inlineStr", open.type != "str" { note(.missingValue, place) }
        var values = CellValue(workbook: workbook)
        let (kind, text) =
            open.type == "inlineStr"
            ? (SheetCell.Kind.text, open.inline.take())
            : values.read(value, type: open.type, format: open.format)
        if let code = values.note { note(code, place) }
        guard kind != .empty, !(kind == .text && text.isEmpty) else { return }
        let cell = SheetCell(column: open.column, kind: kind, text: text)
        if let last = row.cells.last, last.column >= open.column {
            note(.outOfOrder, place)
            // the first of a place counts; others go where they belong
            let at = row.cells.firstIndex { $0.column >= open.column } ?? row.cells.count
            if at < row.cells.count, row.cells[at].column == open.column { return }
            row.cells.insert(cell, at: at)
        } else {
            row.cells.append(cell)
        }
    }

    private mutating func note(_ code: SpreadsheetNote.Code, _ cell: String) {
        noteCount += 1
        if notes.count < workbook.limits.notes {
            notes.append(SpreadsheetNote(code: code, cell: String(cell.prefix(20))))
        }
    }
}
