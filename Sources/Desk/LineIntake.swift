package import Coding
package import Diplomacy
import FoundationEssentials
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
        try decoder.intake(try bytes(of: line, in: batch))
    }

    /// The document of a line that holds its record, a tab and the document, and the record; no record where the line holds none of
    /// this text.
    ///
    /// - Throws: ``Reading/ReadingError`` where the line holds no document, or is too long.
    package func coded(of line: LineBatch.Line, in batch: LineBatch) throws(ReadingError) -> (Intake, Record?) {
        let bytes = try bytes(of: line, in: batch)
        // a record that the program wrote has no tab between its tokens
        let parts = bytes.split(separator: 0x09, maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2 else {
            throw ReadingError(
                .notAnObject, "expected a record of `rapporteur code`, a tab and its document, found no tab")
        }
        let intake = try decoder.intake(parts[1])
        let record = try? JSONDecoder().decode(Record.self, from: parts[0])
        let isOfText = record.map { record in
            record.schema == Record.schema && record.id == intake.document.id
                && record.document.sha256 == intake.document.sha256 && record.document.title == intake.document.title
                && record.document.published == intake.document.publishedText
        }
        return (intake, isOfText == true ? record : nil)
    }

    private func bytes(of line: LineBatch.Line, in batch: LineBatch) throws(ReadingError) -> Data {
        switch line {
        case .tooLong(let length):
            throw ReadingError(
                .lineTooLong,
                "expected a line of at most \(longestLine) bytes, found \(length); split it or allow longer ones")
        case .bytes(let range): return batch.bytes[range]
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
