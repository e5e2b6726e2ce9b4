/// What the value of a cell stands for, by the cell's type and format.
struct CellValue {
    let workbook: XLSXReader
    /// What was odd.
    private(set) var note: SpreadsheetNote.Code?

    init(workbook: XLSXReader) { self.workbook = workbook }

    /// - Parameters:
    ///   - bytes: what stands in `<v>`.
    ///   - type: ECMA-376, part 1, 18.18.11.
    ///   - format: the number of the cell's format.
    mutating func read(_ bytes: [UInt8], type: String, format: Int) -> (SheetCell.Kind, String) {
        if type == "str" { return (.text, XStringText.decoded(bytes)) }
        let text = Self.trimmed(bytes)
        guard !text.isEmpty else { return (.empty, "") }
        switch type {
        case "s":
            guard let index = Int(text), workbook.strings.indices.contains(index) else {
                note = .missingString
                return (.empty, "")
            }
            return (.text, workbook.strings[index])
        case "b": return (.boolean, text == "1" || text == "true" ? "true" : "false")
        case "e": return (.error, text)
        case "d": return (.date, Self.shortened(text))
        default: return number(text, format: format)
        }
    }

    private mutating func number(_ text: String, format: Int) -> (SheetCell.Kind, String) {
        guard let value = Double(text), value.isFinite else {
            note = .badNumber
            return (.text, text)
        }
        let shown = workbook.formats.indices.contains(format) ? workbook.formats[format] : .number
        if shown.hasDate || shown.hasTime, let date = date(value, shown) { return (.date, date) }
        return (.number, Self.shortest(value))
    }

    /// `nil` where the number is no date that there is.
    private func date(_ value: Double, _ shown: NumberFormat) -> String? {
        guard let serial = SerialDate(value, system: workbook.dates) else { return nil }
        if !shown.hasDate, serial.day == 0 { return serial.isoTime }
        guard let day = serial.isoDay(workbook.dates) else { return serial.second > 0 ? serial.isoTime : nil }
        return shown.hasTime || serial.second > 0 ? "\(day)T\(serial.isoTime)" : day
    }

    /// The shortest text that reads back as the number: whole numbers in digits as far as those are exact.
    static func shortest(_ value: Double) -> String {
        if value == value.rounded(), abs(value) < 1e15 { return String(Int(value)) }
        let text = value.description
        return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    }

    /// A date of ISO 8601 without a time that is midnight, a fraction of zeros and a zone of its own.
    private static func shortened(_ text: String) -> String {
        guard let serial = SerialDate.serial(iso: text), let date = SerialDate(serial.value, system: .from1900),
            let day = date.isoDay(.from1900)
        else { return text }
        return date.second == 0 ? day : "\(day)T\(date.isoTime)"
    }

    private static func trimmed(_ bytes: [UInt8]) -> String {
        let start = bytes.firstIndex { $0 > 0x20 } ?? bytes.count
        let end = (bytes.lastIndex { $0 > 0x20 } ?? -1) + 1
        return start < end ? String(decoding: bytes[start..<end], as: UTF8.self) : ""
    }
}
