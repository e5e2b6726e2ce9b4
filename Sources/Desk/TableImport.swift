import Diplomacy
package import Reading
package import Register

/// Tables of visits and desks' own tables as batches of reports, and what is to be recorded of each table.
package struct TableImport {
    /// Documents of one batch.
    private static let most = 256

    private var batches: [ReportBatch] = []
    /// What the tables are, by publisher, once they are filed.
    package private(set) var dataSets: [DataSet] = []

    package init() {}

    /// Takes a table of visits. One that cannot be read is a problem, and the others go on.
    ///
    /// - Parameters:
    ///   - bytes: the file's.
    ///   - time: of the import, RFC 3339.
    package mutating func take(_ bytes: some Sequence<UInt8>, named name: String, at time: String) {
        var documents: [Document] = []
        var problems: [Problem] = []
        let bytes = Array(bytes)
        var reader = VisitTableReader()
        func keep(_ result: VisitTableReader.Result) {
            switch result {
            case .document(let document): documents.append(document)
            case .problem(let fault): problems.append(Problem(fault, in: name))
            }
        }
        do {
            try bytes.withUnsafeBytes { try reader.take($0, keep) }
            try reader.end(keep)
        } catch let error as ReadingError {
            problems.append(Problem(error, in: name, line: 1))
        } catch {
            problems.append(Problem(input: name, line: 1, code: "unreadable", message: "\(error)"))
        }
        add(documents, problems)
        guard let table = reader.table else { return }
        let digest = bytes.withUnsafeBytes { Document.sha256(of: $0) }
        let byPublisher = Dictionary(grouping: documents) { $0.source?.name ?? "" }
        for (publisher, rows) in byPublisher.sorted(by: { $0.key < $1.key }) {
            func days(_ key: String) -> [Day] { rows.compactMap { $0.row(key, of: "visit").flatMap { Day(iso: $0) } } }
            let suffix = byPublisher.count > 1 ? "/\(publisher)" : ""
            dataSets.append(
                DataSet(
                    name: "visits/\(table.rawValue)\(suffix)", title: "Visits (\(table.rawValue))",
                    publisher: publisher,
                    licence: rows.first?.row("licence", of: "visit") ?? "", digest: digest, first: days("start").min(),
                    last: days("end").max(),
                    rows: rows.count, imported: time))
        }
    }

    /// Takes a desk's own table by its map. One that cannot be read is a problem, and the others go on.
    ///
    /// - Parameters:
    ///   - bytes: the file's, CSV or XLSX.
    ///   - time: of the import, RFC 3339.
    package mutating func take(_ bytes: [UInt8], named name: String, map: TableMap, at time: String) {
        do throws(ReadingError) {
            let file = try TableFile(bytes, sheet: map.sheet, separator: map.separatorByte)
            take(file, digest: bytes.withUnsafeBytes { Document.sha256(of: $0) }, named: name, map: map, at: time)
        } catch {
            add([], [Problem(error, in: name, line: 1)])
        }
    }

    /// Takes a desk's own table that is read already.
    ///
    /// - Parameter digest: SHA-256 of the file's bytes, in hexadecimal digits.
    package mutating func take(
        _ file: TableFile, digest: String, named name: String, map: TableMap, at time: String
    ) {
        var documents: [Document] = []
        var problems: [Problem] = []
        do throws(ReadingError) {
            var reader = try TableRowReader(map, header: file.header)
            for line in file.rows {
                switch reader.read(line) {
                case .document(let document): documents.append(document)
                case .problem(let fault): problems.append(Problem(fault, in: name))
                case nil: break
                }
            }
        } catch {
            problems.append(Problem(error, in: name, line: 1))
        }
        add(documents, problems)
        guard !documents.isEmpty else { return }
        func days(_ key: String) -> [Day] { documents.compactMap { $0.row(key, of: "row").flatMap { Day(iso: $0) } } }
        dataSets.append(
            DataSet(
                name: "tables/\(map.name)", title: map.title ?? name,
                publisher: map.publisher ?? documents.first?.source?.name ?? "", licence: map.licence ?? "",
                digest: digest, first: days("start").min(),
                last: days("end").max(), rows: documents.count, imported: time))
    }

    private mutating func add(_ documents: [Document], _ problems: [Problem]) {
        for start in stride(from: 0, to: max(1, documents.count), by: Self.most) {
            let part = Array(documents[start..<min(documents.count, start + Self.most)])
            batches.append(
                ReportBatch(index: batches.count, content: .documents(part, start == 0 ? problems : [])))
        }
    }

    /// The batches one after another, for ``FilingDesk/add(next:progress:)``.
    package consuming func next() -> () -> ReportBatch? {
        var rest = batches[...]
        return { rest.popFirst() }
    }
}

extension Document {
    /// A field of the row that it was made of, which stands under a key of `extra`.
    fileprivate func row(_ field: String, of key: String) -> String? {
        guard case .object(let fields) = extra[key], case .string(let text) = fields[field] else { return nil }
        return text
    }
}

extension Problem {
    fileprivate init(_ fault: VisitRowProblem, in input: String) {
        let words = "expected \(fault.expected), found \(fault.found)"
        self.init(input: input, line: fault.line, code: fault.code.rawValue, message: words)
    }
}
