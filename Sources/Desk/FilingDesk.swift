package import Coding
import Corroboration
import Diplomacy
import FoundationEssentials
import Reading
package import Register
import Synchronization

/// The work of a day, joined up: reads reports, codes them, files them and brings the encounters up to date.
package struct FilingDesk: Sendable {
    private let register: Register
    private let coder: Coder
    private let jobs: Int

    private let reconcilesEvery: Int
    private let hasRecords: Bool

    /// A line of a document that is longer than so many bytes is a problem.
    package static let longestLine = 64 << 20

    /// - Parameters:
    ///   - jobs: threads that read and code at once, from 1.
    ///   - reconcilesEvery: after so many reports the encounters are brought up to date, so that memory stays bounded.
    ///   - hasRecords: whether lines of input hold a record of this program, a tab and its document. A record of another text or of
    ///     another program is not taken: the document is coded.
    package init(
        register: Register, coder: Coder, jobs: Int, reconcilesEvery: Int = 4_000, hasRecords: Bool = false
    ) {
        self.register = register
        self.coder = coder
        self.jobs = jobs
        self.reconcilesEvery = reconcilesEvery
        self.hasRecords = hasRecords
    }

    /// The time of the register's clock: RFC 3339, to the second, in UTC.
    package static func now() -> String {
        Date(timeIntervalSince1970: Date().timeIntervalSince1970.rounded(.down)).ISO8601Format()
    }

    /// Files batches of reports, each in one transaction, in their order, and reconciles now and then and at the end.
    ///
    /// - Parameters:
    ///   - next: gives one batch after another; called by one thread at a time.
    ///   - progress: is told of what was filed so far, and how many bytes of input that was, after each batch.
    package func add(
        next: sending @escaping () throws -> ReportBatch?,
        progress: @escaping @Sendable (FilingTally, _ bytes: Int) -> Void
    ) throws -> FilingTally {
        let (register, coder, reconcilesEvery, hasRecords) = (register, coder, reconcilesEvery, hasRecords)
        let state = Mutex((tally: FilingTally(), bytes: 0, waiting: 0))
        let pipeline = Pipeline(
            next: next, jobs: jobs, window: 24,
            worker: {
                ReportFiler(
                    coder: coder, register: register, longestLine: Self.longestLine, hasRecords: hasRecords
                ).file
            },
            write: { (batch: FiledBatch) in
                let done = try register.file(batch.filings, problems: batch.problems, at: Self.now())
                let (tally, bytes, waiting) = state.withLock { state in
                    state.tally += done
                    state.bytes += batch.bytes
                    state.waiting += done.new + done.changed
                    defer { if state.waiting >= reconcilesEvery { state.waiting = 0 } }
                    return state
                }
                if waiting >= reconcilesEvery { try register.reconcile(at: Self.now(), learns: false) }
                progress(tally, bytes)
            })
        _ = try pipeline.run()
        try register.reconcile(at: Self.now())
        return state.withLock { $0.tally }
    }

    /// Makes all that is derived in the register anew: records of every version, claims, encounters.
    ///
    /// - Parameter progress: is told how many versions were coded.
    /// - Returns: how many records came out otherwise, and what became of encounters.
    package func rebuild(
        progress: @escaping @Sendable (Int) -> Void
    ) throws -> (records: Int, changes: [EncounterChange]) {
        let register = register
        try register.beginRebuild()
        try codeAnew(progress: progress) { try register.stage($0) }
        return try register.finishRebuild(at: Self.now())
    }

    /// What ``rebuild(progress:)`` would change, in words; changes nothing.
    package func differences(progress: @escaping @Sendable (Int) -> Void) throws -> (records: Int, faults: [String]) {
        let found = Mutex((records: 0, reports: [Report]()))
        try codeAnew(progress: progress) { versions in
            found.withLock { found in
                found.records += versions.count(where: \.isOther)
                found.reports += versions.compactMap(\.report)
            }
        }
        let (records, reports) = found.withLock { $0 }
        return (records, try register.differences(from: reports))
    }

    /// Codes every version that the register holds, by several workers; `take` gets them in order.
    private func codeAnew(
        progress: @escaping @Sendable (Int) -> Void, _ take: @escaping @Sendable ([RebuiltVersion]) throws -> Void
    ) throws {
        let (register, coder) = (register, coder)
        let count = Mutex(0)
        var last: Int64 = 0
        var index = 0
        let pipeline = Pipeline(
            next: { () throws -> (index: Int, versions: [StoredVersion])? in
                let versions = try register.versions(after: last, limit: 128, day: Document.day(ofPublication:))
                guard let end = versions.last else { return nil }
                last = end.id
                defer { index += 1 }
                return (index, versions)
            }, jobs: jobs,
            worker: {
                let session = CodingSession(coder)
                return { batch in
                    let rebuilt = batch.versions.map { version in
                        let intake = Intake(document: version.document, diagnostics: version.noticed)
                        return RebuiltVersion(version, record: session.record(for: intake))
                    }
                    return FinishedBatch(
                        index: batch.index, output: rebuilt, tally: Tally(documents: rebuilt.count))
                }
            },
            write: { (versions: [RebuiltVersion]) in
                try take(versions)
                progress(
                    count.withLock { count in
                        count += versions.count
                        return count
                    })
            })
        _ = try pipeline.run()
    }
}
