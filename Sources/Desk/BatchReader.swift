package import Diplomacy
package import Reading
package import Register

/// Reads batches of reports, whatever they were published as. One for each worker.
package struct BatchReader {
    private let lines: LineIntake
    private let hasRecords: Bool
    private let publications = PublicationReader()

    /// What was read of a batch.
    package struct Batch: Sendable {
        package var intakes: [Intake] = []
        /// Records that came with some of the intakes, by their place.
        package var records: [Int: Record] = [:]
        package var problems: [Problem] = []
        /// Bytes of the input.
        package var bytes = 0
    }

    /// - Parameters:
    ///   - longestLine: in bytes; a longer line is a problem.
    ///   - hasRecords: whether lines hold a record, a tab and its document.
    package init(longestLine: Int, hasRecords: Bool = false) {
        lines = LineIntake(longestLine: longestLine)
        self.hasRecords = hasRecords
    }

    package func read(_ content: ReportBatch.Content) -> Batch {
        var batch = Batch()
        switch content {
        case .lines(let lines, of: let input):
            for (number, line) in lines.lines {
                switch line {
                case .bytes(let range): batch.bytes += range.count + 1
                case .tooLong(let length): batch.bytes += length + 1
                }
                do throws(ReadingError) {
                    guard hasRecords else {
                        batch.intakes.append(try self.lines.intake(of: line, in: lines))
                        continue
                    }
                    let (intake, record) = try self.lines.coded(of: line, in: lines)
                    batch.records[batch.intakes.count] = record
                    batch.intakes.append(intake)
                } catch {
                    batch.problems.append(Problem(error, in: input, line: number))
                }
            }
        case .documents(let documents, let problems):
            batch.problems += problems
            batch.intakes += documents.map { Intake(document: $0) }
            batch.bytes += documents.reduce(0) { $0 + $1.text.utf8.count }
        case .publications(let all, let problems):
            batch.problems += problems
            for publication in all {
                batch.bytes += publication.bytes.count
                for part in publications.parts(of: publication) {
                    switch part.result {
                    case .success(let intake): batch.intakes.append(intake)
                    case .failure(let error):
                        batch.problems.append(Problem(error, in: publication.id, line: part.line))
                    }
                }
            }
        }
        return batch
    }
}

extension Problem {
    init(_ error: ReadingError, in input: String, line: Int) {
        self.init(input: input, line: line, code: error.code.rawValue, message: error.message)
    }
}
