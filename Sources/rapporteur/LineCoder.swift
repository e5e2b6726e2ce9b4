import Coding
import Contract
import Desk
import Diplomacy
import FoundationEssentials
import Reading

/// Turns lines of input into lines of output. One for each worker.
struct LineCoder {
    private let session: CodingSession
    private let lines: LineIntake

    init(coder: Coder, longestLine: Int) {
        session = CodingSession(coder)
        lines = LineIntake(longestLine: longestLine)
    }

    func code(_ batch: LineBatch) -> FinishedBatch<Data> {
        var coded = FinishedBatch(index: batch.index, output: Data(), tally: Tally())
        var out = JSONOutput()
        for (number, line) in batch.lines {
            out.removeAll()
            if let failure = write(line, number, of: batch, to: &out) {
                out.removeAll()
                failure.write(to: &out)
                coded.tally.errors += 1
            } else {
                coded.tally.documents += 1
            }
            coded.output.append(contentsOf: out.bytes)
            coded.output.append(0x0A)
        }
        return coded
    }

    /// Writes the record of a line; gives the failure where there is none.
    private func write(
        _ line: LineBatch.Line, _ number: Int, of batch: LineBatch, to out: inout JSONOutput
    ) -> RecordFailure? {
        do throws(ReadingError) {
            session.record(for: try lines.intake(of: line, in: batch)).write(to: &out)
        } catch {
            return RecordFailure(code: error.code.rawValue, message: error.message, line: number)
        }
        guard out.isBroken else { return nil }
        // Only a number that is none (JSON has no NaN) could do this: a mistake of the program, not of the input.
        return RecordFailure(
            code: "not-encoded",
            message: "expected a record that can be written as JSON, found one that cannot; report this line",
            line: number)
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
