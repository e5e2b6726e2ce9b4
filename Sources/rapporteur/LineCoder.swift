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
    private let withClaims: Bool

    /// - Parameter withClaims: writes lines of columns, their type first: the claims of a record before it.
    init(coder: Coder, longestLine: Int, withClaims: Bool = false) {
        session = CodingSession(coder)
        lines = LineIntake(longestLine: longestLine)
        self.withClaims = withClaims
    }

    func code(_ batch: LineBatch) -> FinishedBatch<Data> {
        var coded = FinishedBatch(index: batch.index, output: Data(), tally: Tally())
        var out = JSONOutput()
        var claims: [UInt8] = []
        for (number, line) in batch.lines {
            out.removeAll()
            claims.removeAll(keepingCapacity: true)
            if let failure = write(line, number, of: batch, to: &out, &claims) {
                out.removeAll()
                claims.removeAll()
                failure.write(to: &out)
                coded.tally.errors += 1
            } else {
                coded.tally.documents += 1
            }
            if withClaims { claims.append(contentsOf: "record\t".utf8) }
            coded.output.append(contentsOf: claims)
            coded.output.append(contentsOf: out.bytes)
            coded.output.append(0x0A)
        }
        return coded
    }

    /// Writes the record of a line; gives the failure where there is none.
    private func write(
        _ line: LineBatch.Line, _ number: Int, of batch: LineBatch, to out: inout JSONOutput, _ claims: inout [UInt8]
    ) -> RecordFailure? {
        do throws(ReadingError) {
            let record = session.record(for: try lines.intake(of: line, in: batch))
            record.write(to: &out)
            if withClaims {
                guard let lines = ClaimLines.lines(of: record, number: 0) else {
                    return RecordFailure(
                        code: "too-many-claims", message: "expected at most \(ClaimLines.perRecord) claims, found more",
                        line: number)
                }
                for line in lines { ClaimLines.append(line, to: &claims) }
            }
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
