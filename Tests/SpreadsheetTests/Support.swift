import Spreadsheet

/// Workbooks made of parts that a test writes itself.
struct Workbook {
    var parts: [(name: String, bytes: [UInt8])]

    /// A workbook of one sheet, "Data", whose rows are given as XML.
    init(
        sheet rows: String, strings: String? = nil, styles: String? = nil, properties: String = "", after: String = ""
    ) {
        self.init(
            sheets: [("Data", "", "<sheetData>\(rows)</sheetData>\(after)")], strings: strings, styles: styles,
            properties: properties)
    }

    init(
        sheets: [(name: String, attributes: String, content: String)], strings: String? = nil, styles: String? = nil,
        properties: String = ""
    ) {
        let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
        let r = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        let package = "http://schemas.openxmlformats.org/package/2006/relationships"
        var list = ""
        var relations = ""
        parts = []
        for (i, sheet) in sheets.enumerated() {
            list += "<sheet name=\"\(sheet.name)\" sheetId=\"\(i + 1)\" \(sheet.attributes) r:id=\"rId\(i + 1)\"/>"
            relations +=
                "<Relationship Id=\"rId\(i + 1)\" Type=\"\(r)/worksheet\" Target=\"worksheets/sheet\(i + 1).xml\"/>"
            add("xl/worksheets/sheet\(i + 1).xml", "<worksheet xmlns=\"\(main)\">\(sheet.content)</worksheet>")
        }
        if let strings {
            relations += "<Relationship Id=\"s\" Type=\"\(r)/sharedStrings\" Target=\"/xl/sharedStrings.xml\"/>"
            add("xl/sharedStrings.xml", "<sst xmlns=\"\(main)\">\(strings)</sst>")
        }
        if let styles {
            relations += "<Relationship Id=\"t\" Type=\"\(r)/styles\" Target=\"styles.xml\"/>"
            add("xl/styles.xml", "<styleSheet xmlns=\"\(main)\">\(styles)</styleSheet>")
        }
        add(
            "_rels/.rels",
            "<Relationships xmlns=\"\(package)\"><Relationship Id=\"rId1\" Type=\"\(r)/officeDocument\" "
                + "Target=\"xl/workbook.xml\"/></Relationships>")
        add(
            "xl/workbook.xml",
            "<workbook xmlns=\"\(main)\" xmlns:r=\"\(r)\">\(properties)<sheets>\(list)</sheets></workbook>")
        add("xl/_rels/workbook.xml.rels", "<Relationships xmlns=\"\(package)\">\(relations)</Relationships>")
    }

    mutating func add(_ name: String, _ text: String) { parts.append((name, Array(text.utf8))) }

    mutating func remove(_ name: String) { parts.removeAll { $0.name == name } }

    func bytes() throws -> [UInt8] {
        let box = Box()
        var zip = try ZipWriter { box.bytes += $0 }
        for part in parts {
            try zip.begin(part.name)
            try zip.append(part.bytes)
            try zip.end()
        }
        try zip.finish()
        return box.bytes
    }

    func read(_ limits: SpreadsheetLimits = SpreadsheetLimits()) throws -> Sheet {
        try XLSXReader(try bytes(), limits: limits).sheet(at: 0)
    }
}

/// What a sink was given.
final class Box {
    var bytes: [UInt8] = []
    var largest = 0
}

/// A workbook as the writer makes it.
func written(_ body: (inout XLSXWriter) throws -> Void) throws -> (bytes: [UInt8], tally: SpreadsheetTally) {
    let box = Box()
    var writer = try XLSXWriter {
        box.bytes += $0
        box.largest = max(box.largest, $0.count)
    }
    try body(&writer)
    let tally = try writer.finish()
    return (box.bytes, tally)
}

extension Sheet {
    /// A cell by its reference: "B7".
    func cell(_ reference: String) -> SheetCell? {
        guard let place = CellReference(reference) else { return nil }
        return rows.first { $0.number == place.row }?[place.column]
    }

    func text(_ reference: String) -> String? { cell(reference)?.text }
}

/// SplitMix64 (Steele, Lea and Flood, 2014): the same numbers for the same seed.
struct Seeded: RandomNumberGenerator {
    var state: UInt64

    init(_ seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
