import Contract
import Diplomacy
import Fetching
import FoundationEssentials
import Reading
import Register

extension SourceSchedule {
    /// The schedule that a source has been given so far.
    init(_ source: WatchedSource, _ politeness: Politeness, at now: Double) {
        if let interval = source.interval {
            self.init(interval: interval, nextPoll: source.next, failures: source.failures)
        } else {
            self.init(politeness, at: now)
        }
    }

    /// Writes the schedule to its source.
    func write(to source: inout WatchedSource) {
        source.interval = interval
        source.next = nextPoll
        source.failures = failures
        source.failure = lastFailure
    }
}

extension DocumentLine {
    /// A document as it is kept beside a page that has still to be read.
    static func json(_ document: Document) -> String { JSONOutput.text(DocumentLine(document)) }

    /// The document that was kept so.
    static func document(_ json: String?) -> Document? {
        json.flatMap { try? DocumentDecoder().intake(Data($0.utf8)).document }
    }
}
