import Coding
import Diplomacy
import FoundationEssentials
import Reading

/// Turns lines of input into lines of output. One for each worker.
struct LineCoder: Sendable {
    let coder: Coder
    let longestLine: Int
    private let decoder = DocumentDecoder()
    private let encoder = JSONEncoder.forRecords()

    init(coder: Coder, longestLine: Int) {
        self.coder = coder
        self.longestLine = longestLine
    }

    func code(_ batch: LineBatch) -> FinishedBatch {
        var coded = FinishedBatch(index: batch.index, output: Data(), tally: Tally())
        for (number, line) in batch.lines {
            let failure: RecordFailure
            do {
                coded.output.append(try encoder.encode(try record(of: line, in: batch)))
                coded.output.append(0x0A)
                coded.tally.documents += 1
                continue
            } catch let error as ReadingError {
                failure = RecordFailure(code: error.code.rawValue, message: error.message, line: number)
            } catch {
                // Only a number that is none (JSON has no NaN) could do this: a mistake of the program, not of the input.
                failure = RecordFailure(
                    code: "not-encoded",
                    message: "expected a record that can be written as JSON, found one that cannot; report this line",
                    line: number)
            }
            coded.tally.errors += 1
            if let line = try? encoder.encode(failure) { coded.output.append(line) }
            coded.output.append(0x0A)
        }
        return coded
    }

    private func record(of line: LineBatch.Line, in batch: LineBatch) throws(ReadingError) -> Record {
        switch line {
        case .tooLong(let length):
            throw ReadingError(
                .lineTooLong,
                "expected a line of at most \(longestLine) bytes, found \(length); split it or raise --max-line")
        case .bytes(let range):
            return coder.record(for: try decoder.intake(batch.bytes[range]))
        }
    }
}

extension Coder {
    /// The record of what was read, with what was noticed on reading first.
    func record(for intake: Intake) -> Record {
        var record = record(for: intake.document)
        record.diagnostics.insert(contentsOf: intake.diagnostics, at: 0)
        return record
    }
}

extension JSONEncoder {
    /// An encoder for the contract: sorted keys, so that equal records are equal bytes.
    static func forRecords(pretty: Bool = false) -> JSONEncoder {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        if pretty { encoder.outputFormatting.insert(.prettyPrinted) }
        return encoder
    }
}
