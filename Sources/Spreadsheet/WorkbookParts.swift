import Archives
import Hypertext

/// The parts of a workbook that tell of its cells, unpacked.
///
/// Pictures, macros, themes and the like are unpacked to be counted against the limits, and let go.
struct WorkbookParts {
    /// By their names in the package, without a slash at the start, in lower case: names do not differ by case alone (ECMA-376,
    /// part 2, 6.2.2.3).
    private var parts: [String: [UInt8]] = [:]

    init(_ bytes: [UInt8], limits: SpreadsheetLimits) throws(SpreadsheetError) {
        try Self.checkForm(bytes)
        var packed = ArchiveLimits()
        packed.inlineSize = limits.inflated
        packed.entrySize = limits.inflated
        packed.totalExpanded = limits.inflated
        packed.expansionRatio = limits.expansionRatio
        packed.ratioFloor = limits.inflatedFloor
        packed.nestingDepth = 1
        packed.entries = limits.parts
        // Archives hands a zip file that is a document out as it is, told by its first entry. With bytes before it, which a zip
        // file may have, it is opened by its name.
        let reader = ArchiveReader(MemoryBytes([0, 0, 0, 0] + bytes), name: Self.name, limits: packed)
        while let item = reader.next() {
            switch item {
            case .entry(let entry):
                guard let name = Self.partName(entry.name) else { continue }
                if let fault = entry.notes.first(where: { $0.severity == .error }) { throw Self.error(fault) }
                parts[name] = parts[name] ?? entry.bytes
            case .stream(let entry, _):
                guard Self.partName(entry.name) != nil else { continue }
                throw SpreadsheetError(
                    .tooLarge,
                    "expected parts of at most \(limits.inflated) bytes, found a larger one (\(entry.name)); "
                        + "save the sheet as CSV, or raise inflated")
            case .fault(let fault):
                // what holds no cells may be as broken as it likes, unless it is a bomb
                let isPart = fault.name == Self.name || Self.partName(fault.name) != nil
                if isPart || Self.isRefusal(fault.code) { throw Self.error(fault) }
            case .revisit: break
            }
        }
    }

    private static let name = "workbook.zip"

    /// The bytes of a part.
    subscript(_ name: String) -> [UInt8]? { parts[name.lowercased()] }

    func has(prefix: String) -> Bool { parts.keys.contains { $0.hasPrefix(prefix) } }

    /// A part as a reader of XML; `nil` where it is not there.
    func xml(_ name: String) -> XMLReader? {
        self[name].map { XMLReader(CharacterEncoding.decode($0, syntax: .xml).utf8) }
    }

    /// The name of a part that may tell of cells; `nil` for others.
    private static func partName(_ path: String) -> String? {
        guard path.hasPrefix(name + "!/") else { return nil }
        let part = path.dropFirst(name.utf8.count + 2).lowercased().drop { $0 == "/" }
        guard !part.contains("!/"), part.hasSuffix(".xml") || part.hasSuffix(".rels") || part == "xl/workbook.bin"
        else {
            return nil
        }
        return part.contains("/media/") || part.contains("/theme/") ? nil : String(part)
    }

    private static func isRefusal(_ code: ArchiveFault.Code) -> Bool {
        [.expansionRatio, .totalExpanded, .tooManyEntries].contains(code)
    }

    private static func error(_ fault: ArchiveFault) -> SpreadsheetError {
        switch fault.code {
        case .expansionRatio, .totalExpanded, .tooManyEntries, .entryTooLarge:
            SpreadsheetError(.tooLarge, "\(fault.name): \(fault.message)")
        case .zipDirectory: SpreadsheetError(.notWorkbook, fault.message)
        default: SpreadsheetError(.damaged, "\(fault.name): \(fault.message)")
        }
    }

    /// Tells by the first bytes what is no zip file at all.
    private static func checkForm(_ bytes: [UInt8]) throws(SpreadsheetError) {
        if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) {
            throw SpreadsheetError(
                .otherForm,
                "expected a workbook of Office Open XML (.xlsx), found one of an older Excel (.xls) or one behind a password; "
                    + "open it and save it as .xlsx without a password")
        }
        guard bytes.starts(with: [0x50, 0x4B]) else {
            throw SpreadsheetError(
                .notWorkbook,
                "expected a workbook of Office Open XML (.xlsx), found bytes that are no zip file; "
                    + "save the sheet as .xlsx or CSV")
        }
    }
}

extension WorkbookParts {
    /// A relation from one part to another.
    struct Relation {
        var id: String
        /// The last part of its type: "worksheet", "sharedStrings".
        var type: String
        /// The other part's name.
        var target: String
    }

    /// The relations of a part; none where it has none. External ones are left out.
    func relations(of part: String) throws(SpreadsheetError) -> [Relation] {
        let cut = part.lastIndex(of: "/").map { part.index(after: $0) } ?? part.startIndex
        guard var reader = xml("\(part[..<cut])_rels/\(part[cut...]).rels") else { return [] }
        var found: [Relation] = []
        while let event = try reader.step() {
            guard case .start(let number) = event, reader.name(number).local == "Relationship",
                reader.attribute("TargetMode") != "External", let target = reader.attribute("Target"),
                let type = reader.attribute("Type"), found.count < Self.mostRelations
            else { continue }
            let last = type.split(separator: "/").last.map(String.init) ?? ""
            found.append(
                Relation(
                    id: reader.attribute("Id") ?? "", type: last,
                    target: Self.resolved(target, from: String(part[..<cut]))))
        }
        return found
    }

    private static let mostRelations = 10_000

    /// The name of a part that is named from within a folder: "../styles.xml", "/xl/styles.xml".
    private static func resolved(_ target: String, from folder: String) -> String {
        var path = target.hasPrefix("/") ? [] : folder.split(separator: "/")
        for step in target.split(separator: "/") where step != "." {
            if step == ".." { _ = path.popLast() } else { path.append(step) }
        }
        return path.joined(separator: "/")
    }
}

extension XMLReader {
    /// The next event, with entities without end told as a workbook's fault.
    mutating func step() throws(SpreadsheetError) -> XMLEvent? {
        do throws(XMLError) {
            return try next()
        } catch {
            throw SpreadsheetError(.damaged, "expected plain XML, found a document that is refused: \(error.message)")
        }
    }

}
