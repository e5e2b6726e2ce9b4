import Coding
import Diplomacy
import FoundationEssentials
import Reading

/// The records of one batch of lines.
struct CodedBatch: Sendable {
    var index: Int
    /// One line a record.
    var output: Data
    var tally: Tally
}

/// How many lines became documents, and how many did not.
struct Tally: Sendable, Equatable {
    var documents = 0
    var errors = 0

    static func += (a: inout Tally, b: Tally) {
        a.documents += b.documents
        a.errors += b.errors
    }
}

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

    func code(_ batch: LineBatch) -> CodedBatch {
        var coded = CodedBatch(index: batch.index, output: Data(), tally: Tally())
        for (number, line) in batch.lines {
            do throws(ReadingError) {
                try append(line, of: batch, to: &coded)
                coded.tally.documents += 1
            } catch {
                coded.tally.errors += 1
                append(RecordFailure(code: error.code.rawValue, message: error.message, line: number), to: &coded)
            }
        }
        return coded
    }

    private func append(
        _ line: LineBatch.Line, of batch: LineBatch, to coded: inout CodedBatch
    ) throws(ReadingError) {
        switch line {
        case .tooLong(let length):
            throw ReadingError(
                .lineTooLong,
                "expected a line of at most \(longestLine) bytes, found \(length); split it or raise --max-line")
        case .bytes(let range):
            let intake = try decoder.intake(batch.bytes[range])
            append(coder.record(for: intake), to: &coded)
        }
    }

    /// A record is made of strings, finite numbers and lists, which always encode; were one not to, its line would be
    /// told as a failure rather than lost.
    private func append(_ value: some Encodable, to coded: inout CodedBatch) {
        do {
            coded.output.append(try encoder.encode(value))
        } catch {
            coded.output.append(
                contentsOf: #"{"error":{"code":"not-encoded","line":0,"message":"internal"},"id":null}"#.utf8)
        }
        coded.output.append(0x0A)
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
