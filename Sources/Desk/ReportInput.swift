package import Reading
import Register

/// The reports of some inputs, batch by batch in the order in which they are named: lines of documents as they come, pages,
/// texts and mails many at a time.
package final class ReportInput {
    /// Publications of one batch, at most, and their bytes.
    private static let (most, bytes) = (64, 1 << 20)

    private var paths: ArraySlice<String>
    private let open: (String) throws -> PublicationSource
    private var source: (input: PublicationSource, path: String)?
    private var lines: (reader: LineReader, name: String)?
    private var index = 0

    /// - Parameters:
    ///   - paths: names of inputs.
    ///   - open: opens one; what it throws ends the batch.
    package init(_ paths: [String], open: @escaping (String) throws -> PublicationSource) {
        self.paths = paths[...]
        self.open = open
    }

    /// The next batch; `nil` at the end of all.
    package func next() throws -> ReportBatch? {
        while true {
            if let content = try content() {
                defer { index += 1 }
                return ReportBatch(index: index, content: content)
            }
            if source == nil, lines == nil, paths.isEmpty { return nil }
        }
    }

    /// An input; `nil` where it cannot be opened, unless that is to be thrown.
    private func opened(_ path: String, ends: Bool) throws -> PublicationSource? {
        do { return try open(path) } catch  where !ends { return nil }
    }

    /// `nil` where an input has ended.
    private func content() throws -> ReportBatch.Content? {
        if let name = lines?.name {
            do {
                if let batch = try lines?.reader.next() { return .lines(batch, of: name) }
                lines = nil
            } catch {
                lines = nil
                let words = "expected the rest of the lines, found an input that cannot be read on: \(error)"
                return .publications([], [Problem(input: name, line: 1, code: "unreadable", message: words)])
            }
        }
        var publications: [Publication] = []
        var problems: [Problem] = []
        var size = 0
        while publications.count < Self.most, size < Self.bytes {
            if source == nil {
                guard let path = paths.first else { break }
                // what was gathered before an input that cannot be opened is handed out first
                guard let opened = try opened(path, ends: publications.isEmpty && problems.isEmpty) else { break }
                paths.removeFirst()
                source = (opened, path)
            }
            guard let (input, path) = source else { break }
            switch input.next() {
            case .publication(let publication):
                publications.append(publication)
                size += publication.bytes.count
            case .fault(let code, let message):
                problems.append(Problem(input: path, line: problems.count + 1, code: code, message: message))
            case .lines(let reader, let name):
                lines = (reader, name)
                if !publications.isEmpty || !problems.isEmpty { return .publications(publications, problems) }
                return nil
            case nil: source = nil
            }
        }
        return publications.isEmpty && problems.isEmpty ? nil : .publications(publications, problems)
    }
}
