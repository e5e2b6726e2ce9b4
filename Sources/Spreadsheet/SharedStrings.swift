import Hypertext

/// Reads the text of a shared string or of a string within a cell: its runs joined, readings of its characters left out.
struct RichText {
    private var bytes: [UInt8] = []
    /// Elements that are open within the string, and how many of them are readings ("rPh").
    private var isText = false
    private var readings = 0

    mutating func start(_ local: String) {
        if local == "rPh" { readings += 1 }
        isText = local == "t"
    }

    mutating func end(_ local: String) {
        if local == "rPh" { readings -= 1 }
        isText = false
    }

    mutating func text(_ reader: inout XMLReader) { if isText, readings == 0 { reader.appendText(to: &bytes) } }

    /// What was gathered, for the next string to begin anew.
    mutating func take() -> String {
        defer { self = RichText() }
        return XStringText.decoded(bytes)
    }
}

extension WorkbookParts {
    /// The table of shared strings, by number.
    func sharedStrings(_ part: String, limits: SpreadsheetLimits) throws(SpreadsheetError) -> [String] {
        guard var reader = xml(part) else { return [] }
        var strings: [String] = []
        var current = RichText()
        var depth = 0
        while let event = try reader.step() {
            switch event {
            case .start(let number):
                let local = reader.name(number).local
                if local == "si" {
                    depth = reader.depth
                    current = RichText()
                } else if depth > 0 {
                    current.start(local)
                }
            case .end(let number):
                let local = reader.name(number).local
                if local == "si", depth > 0 {
                    depth = 0
                    guard strings.count < limits.sharedStrings else {
                        throw SpreadsheetError(
                            .tooLarge,
                            "expected at most \(limits.sharedStrings) shared strings, found more; save the sheet as CSV, "
                                + "or raise sharedStrings")
                    }
                    strings.append(current.take())
                } else if depth > 0 {
                    current.end(local)
                }
            case .text, .cdata: if depth > 0 { current.text(&reader) }
            case .comment, .instruction, .doctype: break
            }
        }
        return strings
    }

    /// The formats of cells, by the number that a cell gives.
    func formats(_ part: String, limits: SpreadsheetLimits) throws(SpreadsheetError) -> [NumberFormat] {
        guard var reader = xml(part) else { return [] }
        var custom: [Int: NumberFormat] = [:]
        var formats: [NumberFormat] = []
        var isCellFormats = false
        while let event = try reader.step() {
            switch event {
            case .start(let number):
                switch reader.name(number).local {
                case "numFmt":
                    guard let id = reader.attribute("numFmtId").flatMap({ Int($0) }), custom.count < limits.formats
                    else {
                        continue
                    }
                    custom[id] = NumberFormat(code: reader.attribute("formatCode") ?? "")
                case "cellXfs": isCellFormats = true
                case "xf":
                    guard isCellFormats, formats.count < limits.formats else { continue }
                    let id = reader.attribute("numFmtId").flatMap { Int($0) } ?? 0
                    formats.append(custom[id] ?? NumberFormat(builtIn: id) ?? .number)
                default: break
                }
            case .end(let number): if reader.name(number).local == "cellXfs" { isCellFormats = false }
            default: break
            }
        }
        return formats
    }
}
