public import Corroboration
public import Diplomacy
import GRDB

/// What one party did to another on a day: an event that is affirmed and actual, once for all reports that tell it.
public struct DyadDeed: Hashable, Sendable {
    public var day: Day
    public var type: EventType
    public var source: String
    public var target: String
    /// How many reports tell it.
    public var reports: Int
    /// One of them.
    public var document: String
}

/// A deed as one report tells it.
struct Deed: Hashable {
    var dyad: Dyad
    var day: Day
    var type: EventType
    var source: String

    /// Those of a record: of two parties, with a day of their own or of the report's.
    static func all(of record: Diplomacy.Record) -> [Deed] {
        record.events.compactMap { event in
            guard event.happened, let source = event.source?.party, let target = event.target?.party, source != target
            else { return nil }
            let told = event.date.flatMap { $0.precision == .day ? $0.start : nil }
            guard let day = told ?? record.document.published.flatMap({ Day(iso: $0) }) else { return nil }
            return Deed(dyad: Dyad(source, target), day: day, type: event.type, source: source)
        }
    }
}

extension Register {
    /// The deeds of a dyad in a stretch of days, in their order.
    public func deeds(of dyad: Dyad, from first: Day? = nil, to last: Day? = nil) throws -> [DyadDeed] {
        try read { db in
            try Row.fetchAll(
                db.cachedStatement(
                    sql: """
                        SELECT day, type, deed.source, count(*), min(document) FROM deed JOIN report ON report.id = deed.report
                        WHERE dyad = ? AND day >= ? AND day <= ? GROUP BY day, type, deed.source
                        """),
                arguments: [
                    dyad.code, first?.number ?? BlockKey.earliest, last?.number ?? BlockKey.latest,
                ]
            ).compactMap { row in
                guard let type = EventType(rawValue: row[1]) else { return nil }
                let source: String = row[2]
                return DyadDeed(
                    day: Day(number: row[0]), type: type, source: source,
                    target: source == dyad.first ? dyad.second : dyad.first, reports: row[3], document: row[4])
            }
        }
    }
}
