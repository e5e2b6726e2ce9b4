import Coding
import Contract
package import Diplomacy
package import FoundationEssentials
package import Reading
package import Register

/// Some reports as they came, to be read and coded by one worker.
package struct ReportBatch: Sendable {
    package enum Content: Sendable {
        /// Lines of documents, of an input by its name.
        case lines(LineBatch, of: String)
        /// Pages, texts, mails and feeds, and what could not be opened. Their names are their addresses: another text there
        /// is a new version.
        case publications([Publication], [Problem])
        /// Rows of tables as documents, and rows that are none.
        case documents([Document], [Problem])
    }

    /// Place of the batch among all, from 0.
    package var index: Int
    package var content: Content

    package init(index: Int, content: Content) {
        self.index = index
        self.content = content
    }
}

/// What was read of one batch.
package struct FiledBatch: Sendable {
    var filings: [Filing] = []
    var problems: [Problem] = []
    /// Bytes of the input.
    var bytes = 0
}

/// Reads reports and codes those that the register does not hold. One for each worker.
struct ReportFiler {
    private let coder: Coder
    private let session: CodingSession
    private let register: Register
    private let reader: BatchReader

    /// - Parameter hasRecords: whether lines hold a record, a tab and its document.
    init(coder: Coder, register: Register, longestLine: Int, hasRecords: Bool = false) {
        self.coder = coder
        session = CodingSession(coder)
        self.register = register
        reader = BatchReader(longestLine: longestLine, hasRecords: hasRecords)
    }

    func file(_ batch: ReportBatch) -> FinishedBatch<FiledBatch> {
        let read = reader.read(batch.content)
        var done = FiledBatch(problems: read.problems, bytes: read.bytes)
        let intakes = read.intakes
        // where the register cannot be read, storing will say so
        let held = (try? register.holds(intakes.map(\.document))) ?? intakes.map { _ in false }
        let records = trusted(read.records.filter { !held[$0.key] }, of: intakes)
        done.filings = intakes.indices.map { i in
            let intake = intakes[i]
            if held[i] {
                return Filing(document: intake.document, noticed: intake.diagnostics) { [coder] in
                    CodingSession(coder).record(for: intake)
                }
            }
            return Filing(
                document: intake.document, record: records[i] ?? session.record(for: intake),
                noticed: intake.diagnostics)
        }
        let tally = Tally(documents: intakes.count, errors: done.problems.count)
        return FinishedBatch(index: batch.index, output: done, tally: tally)
    }

    /// The records that came with documents, by the places of these, if this program made them: the first is made anew to see
    /// that.
    private func trusted(_ records: [Int: Record], of intakes: [Intake]) -> [Int: Record] {
        guard let (place, record) = records.min(by: { $0.key < $1.key }) else { return [:] }
        return JSONOutput.text(record) == JSONOutput.text(session.record(for: intakes[place])) ? records : [:]
    }
}
