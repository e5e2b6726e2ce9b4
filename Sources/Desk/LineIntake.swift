package import Coding
package import Diplomacy
package import Reading

/// Reads lines of documents, one by one.
package struct LineIntake: Sendable {
    /// In bytes.
    private let longestLine: Int
    private let decoder = DocumentDecoder()

    package init(longestLine: Int) { self.longestLine = longestLine }

    /// The document of a line of a batch.
    ///
    /// - Throws: ``Reading/ReadingError`` where the line is none, or too long.
    package func intake(of line: LineBatch.Line, in batch: LineBatch) throws(ReadingError) -> Intake {
        switch line {
        case .tooLong(let length):
            throw ReadingError(
                .lineTooLong,
                "expected a line of at most \(longestLine) bytes, found \(length); split it or allow longer ones")
        case .bytes(let range): return try decoder.intake(batch.bytes[range])
        }
    }
}

extension CodingSession {
    /// The record of what was read, with what was noticed on reading first.
    package func record(for intake: Intake) -> Record {
        var record = record(for: intake.document)
        record.diagnostics.insert(contentsOf: intake.diagnostics, at: 0)
        return record
    }
}
