import Coding
import Diplomacy
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
    private let lines: LineIntake
    private let publicationReader = PublicationReader()

    init(coder: Coder, register: Register, longestLine: Int) {
        self.coder = coder
        session = CodingSession(coder)
        self.register = register
        lines = LineIntake(longestLine: longestLine)
    }

    func file(_ batch: ReportBatch) -> FinishedBatch<FiledBatch> {
        var done = FiledBatch()
        let intakes = read(batch.content, &done)
        // where the register cannot be read, storing will say so
        let held = (try? register.holds(intakes.map(\.document))) ?? intakes.map { _ in false }
        done.filings = zip(intakes, held).map { intake, isHeld in
            if isHeld {
                return Filing(document: intake.document, noticed: intake.diagnostics) { [coder] in
                    CodingSession(coder).record(for: intake)
                }
            }
            return Filing(
                document: intake.document, record: session.record(for: intake), noticed: intake.diagnostics)
        }
        let tally = Tally(documents: intakes.count, errors: done.problems.count)
        return FinishedBatch(index: batch.index, output: done, tally: tally)
    }

    private func read(_ content: ReportBatch.Content, _ done: inout FiledBatch) -> [Intake] {
        switch content {
        case .lines(let batch, of: let input):
            var intakes: [Intake] = []
            for (number, line) in batch.lines {
                switch line {
                case .bytes(let range): done.bytes += range.count + 1
                case .tooLong(let length): done.bytes += length + 1
                }
                do throws(ReadingError) {
                    intakes.append(try lines.intake(of: line, in: batch))
                } catch {
                    done.problems.append(
                        Problem(input: input, line: number, code: error.code.rawValue, message: error.message))
                }
            }
            return intakes
        case .publications(let publications, let problems):
            done.problems += problems
            return publications.flatMap { publication in
                done.bytes += publication.bytes.count
                return publicationReader.parts(of: publication).compactMap { part in
                    switch part.result {
                    case .success(let intake): return intake
                    case .failure(let error):
                        done.problems.append(
                            Problem(
                                input: publication.id, line: part.line, code: error.code.rawValue, message: error.message))
                        return nil
                    }
                }
            }
        }
    }
}
