import Contract
import Corroboration
import Diplomacy
import FoundationEssentials

/// The claims of a record as lines of columns, their type first: what corroboration in stages starts from.
enum ClaimLines {
    /// The number of a claim is that of its record times so many, and its place in the record.
    static let perRecord: Int64 = 1 << 20

    /// `report NUMBER PUBLISHER DAY` where the day is known, and `claim CLAIM ROLE TIES HOMES KEY FACTS REPORT` for each claim that
    /// can be of an encounter; `nil` where a record has more claims than can be numbered.
    static func lines(of record: Record, number: Int64) -> [[String]]? {
        let report = Report(record)
        guard report.claims.count <= perRecord else { return nil }
        var lines: [[String]] = []
        if let day = report.published {
            lines.append(["report", "\(number)", JSONOutput.text(report.source?.name ?? ""), day.iso])
        }
        var alone = Record(id: record.id, document: record.document)
        alone.document.extra = nil
        for (ordinal, facts) in report.facts.enumerated() {
            guard let facts else { continue }
            alone.encounters = [record.encounters[ordinal]]
            lines.append([
                "claim", "\(number * perRecord + Int64(ordinal))", "\(facts.role)", labels(facts.tieBlocks),
                labels(facts.homeBlocks), JSONOutput.text(facts.key.document), facts.packed, JSONOutput.text(alone),
            ])
        }
        return lines
    }

    /// Labels of blocks between unit separators.
    static func labels(_ blocks: [Block]) -> String { blocks.map(\.label).joined(separator: "\u{1F}") }

    /// Appends a line, its columns between tabs.
    static func append(_ columns: [String], to bytes: inout [UInt8]) {
        for (i, column) in columns.enumerated() {
            if i > 0 { bytes.append(0x09) }
            bytes.append(contentsOf: column.utf8)
        }
        bytes.append(0x0A)
    }
}
