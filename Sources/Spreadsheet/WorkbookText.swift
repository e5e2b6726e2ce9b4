/// The parts of a workbook that are the same but for the names of its sheets.
enum WorkbookText {
    private static let head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
    static let namespace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    static let relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    private static let package = "http://schemas.openxmlformats.org/package/2006"
    private static let type = "application/vnd.openxmlformats-officedocument.spreadsheetml"

    /// Formats of cells, by their numbers in `styles`.
    enum Style: Int {
        case plain, head, date, moment, link, guarded
    }

    static func contentTypes(sheets: Int) -> String {
        var text = head + "<Types xmlns=\"\(package)/content-types\">"
        text += "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
        text += "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
        text += "<Override PartName=\"/xl/workbook.xml\" ContentType=\"\(type).sheet.main+xml\"/>"
        text += "<Override PartName=\"/xl/styles.xml\" ContentType=\"\(type).styles+xml\"/>"
        for number in 1..<(sheets + 1) {
            text +=
                "<Override PartName=\"/xl/worksheets/sheet\(number).xml\" ContentType=\"\(type).worksheet+xml\"/>"
        }
        return text + "</Types>"
    }

    static var packageRelations: String {
        relationships([("rId1", "\(relations)/officeDocument", "xl/workbook.xml", false)])
    }

    static func workbookRelations(sheets: Int) -> String {
        relationships(
            (1..<(sheets + 1)).map { ("rId\($0)", "\(relations)/worksheet", "worksheets/sheet\($0).xml", false) }
                + [("rId\(sheets + 1)", "\(relations)/styles", "styles.xml", false)])
    }

    static func linkRelations(_ targets: [String]) -> String {
        relationships(targets.enumerated().map { ("rId\($0 + 1)", "\(relations)/hyperlink", $1, true) })
    }

    private static func relationships(_ all: [(id: String, type: String, target: String, isExternal: Bool)]) -> String {
        var text = head + "<Relationships xmlns=\"\(package)/relationships\">"
        for one in all {
            let mode = one.isExternal ? " TargetMode=\"External\"" : ""
            text += "<Relationship Id=\"\(one.id)\" Type=\"\(one.type)\" Target=\"\(escaped(one.target))\"\(mode)/>"
        }
        return text + "</Relationships>"
    }

    /// - Parameter sheets: their names, and the range that the filter of each is on ("$A$1:$C$9").
    static func workbook(_ sheets: [(name: String, filter: String)]) -> String {
        var text = head + "<workbook xmlns=\"\(namespace)\" xmlns:r=\"\(relations)\"><sheets>"
        for (i, sheet) in sheets.enumerated() {
            text += "<sheet name=\"\(escaped(sheet.name))\" sheetId=\"\(i + 1)\" r:id=\"rId\(i + 1)\"/>"
        }
        text += "</sheets><definedNames>"
        for (i, sheet) in sheets.enumerated() {
            let quoted = sheet.name.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''")
            text += "<definedName name=\"_xlnm._FilterDatabase\" localSheetId=\"\(i)\" hidden=\"1\">"
            text += "'\(escaped(quoted))'!\(sheet.filter)</definedName>"
        }
        return text + "</definedNames></workbook>"
    }

    static let styles =
        head + "<styleSheet xmlns=\"\(namespace)\"><numFmts count=\"2\">"
        + "<numFmt numFmtId=\"164\" formatCode=\"yyyy\\-mm\\-dd\"/>"
        + "<numFmt numFmtId=\"165\" formatCode=\"yyyy\\-mm\\-dd\\ hh:mm:ss\"/></numFmts>"
        + "<fonts count=\"3\">" + font("") + font("<b/>") + font("<u/>", color: "<color rgb=\"FF0563C1\"/>")
        + "</fonts>"
        + "<fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill>"
        + "<fill><patternFill patternType=\"gray125\"/></fill></fills>"
        + "<borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>"
        + "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>"
        + "<cellXfs count=\"6\">" + format() + format(font: 1) + format(number: 164) + format(number: 165)
        + format(font: 2) + format(extra: " quotePrefix=\"1\"") + "</cellXfs>"
        + "<cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles></styleSheet>"

    private static func font(_ mark: String, color: String = "") -> String {
        "<font>\(mark)<sz val=\"11\"/>\(color)<name val=\"Calibri\"/><family val=\"2\"/></font>"
    }

    private static func format(number: Int = 0, font: Int = 0, extra: String = "") -> String {
        let applies = (number > 0 ? " applyNumberFormat=\"1\"" : "") + (font > 0 ? " applyFont=\"1\"" : "")
        return
            "<xf numFmtId=\"\(number)\" fontId=\"\(font)\" fillId=\"0\" borderId=\"0\" xfId=\"0\"\(applies)\(extra)/>"
    }

    static func sheetStart(widths: [Int]) -> String {
        var text = head + "<worksheet xmlns=\"\(namespace)\" xmlns:r=\"\(relations)\"><sheetViews>"
        text +=
            "<sheetView workbookViewId=\"0\"><pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/>"
        text += "<selection pane=\"bottomLeft\"/></sheetView></sheetViews><cols>"
        for (i, width) in widths.enumerated() {
            text += "<col min=\"\(i + 1)\" max=\"\(i + 1)\" width=\"\(width)\" customWidth=\"1\"/>"
        }
        return text + "</cols><sheetData>"
    }

    static func sheetEnd(filter: String, links: [String]) -> String {
        var text = "</sheetData><autoFilter ref=\"\(filter)\"/>"
        if !links.isEmpty {
            text += "<hyperlinks>"
            for (i, cell) in links.enumerated() { text += "<hyperlink ref=\"\(cell)\" r:id=\"rId\(i + 1)\"/>" }
            text += "</hyperlinks>"
        }
        return text + "</worksheet>"
    }

    /// Text as an attribute's value.
    static func escaped(_ text: String) -> String {
        var out: [UInt8] = []
        XStringText.append(text, to: &out)
        return String(decoding: out, as: UTF8.self)
    }
}
