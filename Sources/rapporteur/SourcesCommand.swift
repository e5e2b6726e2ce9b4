import ArgumentParser
import Contract
import Diplomacy
import FoundationEssentials
import Register
import Wording
import Exchange

/// `rapporteur sources`: the publishers of a register and how they fared where reports differ.
struct SourcesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sources",
        abstract: "Lists the publishers of a register, and how their word fared where reports differ.",
        discussion: """
            Those with most reports first. Agreed and differed: its first word on a day, a country or a course, where \
            most of at least two other origins say the same. That is its record, and gives the weight, of 100, that its \
            word keeps where reports contradict one another. A value in dispute was upheld where it was kept, overruled \
            where another was, open where nothing settles it.
            """)

    enum OutputFormat: String, ExpressibleByArgument, CaseIterable { case text, jsonl }

    @OptionGroup var file: RegisterOption

    @Option(help: "What is printed: text for people, jsonl for programs.")
    var format = OutputFormat.text

    func run() throws {
        try reporting {
            let records = try Register(path: file.register, access: .read).sources()
            switch format {
            case .jsonl:
                for record in records {
                    try Output.standard.write(line: record)
                }
            case .text: try Output.standard.write(Self.table(records))
            }
        }
    }

    /// A row a publisher, the columns as wide as they need be.
    static func table(_ records: [SourceRecord]) -> String {
        let heads = [
            "publisher", "kind", "country", "reports", "encounters", "agreed", "differed", "weight", "upheld",
            "overruled", "open",
        ]
        let rows =
            [heads]
            + records.map { record in
                let source = record.source
                let numbers = [
                    record.reports, record.encounters, record.agreed, record.disagreed, record.weight, record.upheld,
                    record.overruled, record.open,
                ]
                return [
                    source.name.map { Columns.safe($0) } ?? "(no name)", source.kind?.rawValue ?? "",
                    source.country ?? "",
                ]
                    + numbers.map { "\($0)" }
            }
        let widths = heads.indices.map { column in rows.map { Columns.width(of: $0[column]) }.max() ?? 0 }
        return rows.map { row in
            let cells = row.indices.map { column in
                let space = String(repeating: " ", count: widths[column] - Columns.width(of: row[column]))
                return column < 3 ? row[column] + space : space + row[column]
            }
            return cells.joined(separator: "  ") + "\n"
        }.joined()
    }
}
