import Diplomacy
import Exchange
import FoundationEssentials
import Reading
import Register

/// A folder of tables with a descriptor and a dictionary: a Frictionless data package.
struct ExportFolder {
    let path: String
    let part: ExportedPart
    let note: ExportNote

    /// Writes all tables as CSV and as Parquet, `datapackage.json` and `dictionary.md`; the descriptor last, so that a folder that has one is
    /// whole.
    func write() throws {
        try Files.makeFolder(path)
        let files = try ExportedTable.allCases.map(files)
        let publishers = try part.register.sources().compactMap(\.source.name)
        try put(Array(DataDictionary.markdown(ExportTables.package, note: note).utf8), "dictionary.md")
        try put(
            DataPackage(note: note, files: files.map(\.csv) + files.map(\.parquet), publishers: publishers).json(),
            "datapackage.json")
    }

    /// Writes a table in both forms.
    private func files(_ table: ExportedTable) throws -> (csv: DataPackage.File, parquet: DataPackage.File) {
        let (csv, parquet) = (try sink(table, .csv), try sink(table, .parquet))
        var lines = try CSVTableWriter(table.shape, sink: csv.write)
        let columns = try ParquetTableWriter(table.shape, note: note, sink: parquet.write)
        let rows = try table.rows(of: part) { cells in
            try lines.row(cells)
            try columns.row(cells)
        }
        try columns.finish()
        try csv.finish()
        try parquet.finish()
        return (try file(table, .csv, rows), try file(table, .parquet, rows))
    }

    private func name(_ table: ExportedTable, _ format: DataPackage.File.Format) -> String {
        "\(table.shape.name).\(format.rawValue)"
    }

    private func sink(_ table: ExportedTable, _ format: DataPackage.File.Format) throws -> ExportSink {
        try ExportSink("\(path)/\(name(table, format))")
    }

    private func file(
        _ table: ExportedTable, _ format: DataPackage.File.Format, _ rows: Int
    ) throws -> DataPackage.File {
        let name = name(table, format)
        let bytes = try Data(contentsOf: URL(filePath: "\(path)/\(name)"), options: .mappedIfSafe)
        return DataPackage.File(
            table: table.shape, format: format, path: name, bytes: bytes.count,
            sha256: bytes.withUnsafeBytes { Document.sha256(of: $0) }, rows: rows)
    }

    private func put(_ bytes: [UInt8], _ name: String) throws {
        let sink = try ExportSink("\(path)/\(name)")
        try sink.write(bytes)
        try sink.finish()
    }
}
