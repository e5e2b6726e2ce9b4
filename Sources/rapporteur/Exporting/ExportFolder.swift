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
        var files: [DataPackage.File] = []
        for format in [DataPackage.File.Format.csv, .parquet] {
            for table in ExportedTable.allCases { files.append(try file(table, format)) }
        }
        let publishers = try part.register.sources().compactMap(\.source.name)
        try put(Array(DataDictionary.markdown(ExportTables.package, note: note).utf8), "dictionary.md")
        try put(DataPackage(note: note, files: files, publishers: publishers).json(), "datapackage.json")
    }

    private func file(_ table: ExportedTable, _ format: DataPackage.File.Format) throws -> DataPackage.File {
        let name = "\(table.shape.name).\(format.rawValue)"
        let sink = try ExportSink("\(path)/\(name)")
        var writer: any TableRowWriter =
            switch format {
            case .csv: try CSVTableWriter(table.shape, sink: sink.write)
            case .parquet: try ParquetTableWriter(table.shape, note: note, sink: sink.write)
            }
        let rows = try table.rows(of: part) { try writer.row($0) }
        try writer.finish()
        try sink.finish()
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
