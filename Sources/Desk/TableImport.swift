package import Diplomacy
package import Reading
package import Register

/// Tables of visits as batches of reports, and what is to be recorded of each table.
package struct TableImport {
    /// Documents of one batch.
    private static let most = 256

    private var batches: [ReportBatch] = []
    /// What the tables are, by publisher, once they are filed.
    package private(set) var dataSets: [DataSet] = []

    package init() {}

    /// Takes a table. One that cannot be read is a problem, and the others go on.
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
            case .problem(let fault):
                let words = "expected \(fault.expected), found \(fault.found)"
                problems.append(Problem(input: name, line: fault.line, code: fault.code.rawValue, message: words))
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
        for start in stride(from: 0, to: max(1, documents.count), by: Self.most) {
            let part = Array(documents[start..<min(documents.count, start + Self.most)])
            batches.append(
                ReportBatch(index: batches.count, content: .documents(part, start == 0 ? problems : [])))
        }
        guard let table = reader.table else { return }
        let digest = bytes.withUnsafeBytes { Document.sha256(of: $0) }
        let byPublisher = Dictionary(grouping: documents) { $0.source?.name ?? "" }
        for (publisher, rows) in byPublisher.sorted(by: { $0.key < $1.key }) {
            func days(_ key: String) -> [Day] { rows.compactMap { $0.visit(key).flatMap { Day(iso: $0) } } }
            let suffix = byPublisher.count > 1 ? "/\(publisher)" : ""
            dataSets.append(
                DataSet(
                    name: "visits/\(table.rawValue)\(suffix)", title: "Visits (\(table.rawValue))",
                    publisher: publisher,
                    licence: rows.first?.visit("licence") ?? "", digest: digest, first: days("start").min(),
                    last: days("end").max(),
                    rows: rows.count, imported: time))
        }
    }

    /// The batches one after another, for ``FilingDesk/add(next:progress:)``.
    package consuming func next() -> () -> ReportBatch? {
        var rest = batches[...]
        return { rest.popFirst() }
    }
}

extension Document {
    /// A field of the row that it was made of.
    fileprivate func visit(_ key: String) -> String? {
        guard case .object(let fields) = extra["visit"], case .string(let text) = fields[key] else { return nil }
        return text
    }
}
