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

/// What one report tells of deeds and of positions, as it is filed beside it.
struct Doings {
    /// Of two parties, affirmed and actual.
    struct Deed: Hashable {
        var dyad: Dyad
        var day: Day
        var type: EventType
        var source: String
    }

    struct Statement {
        var party: String
        var issue: String
        var day: Day
        var stance: Stance
    }

    var deeds: [Deed] = []
    /// With the ordinals of their events.
    var statements: [(ordinal: Int, Statement)] = []

    /// What has neither a day of its own nor one of its report is left out.
    init(of record: Diplomacy.Record) {
        let published = record.document.published.flatMap { Day(iso: $0) }
        for (ordinal, event) in record.events.enumerated() {
            let told = event.date.flatMap { $0.precision == .day ? $0.start : nil }
            guard let day = told ?? published, let source = event.source?.party else { continue }
            if let issue = event.issue, let stance = event.stance {
                let statement = Statement(party: source, issue: issue, day: published ?? day, stance: stance)
                statements.append((ordinal, statement))
            }
            guard event.happened, let target = event.target?.party, source != target else { continue }
            deeds.append(Deed(dyad: Dyad(source, target), day: day, type: event.type, source: source))
        }
    }
}

/// What a party said on an issue, as one report has it.
public struct Told: Hashable, Sendable {
    public var party: String
    public var issue: String
    public var stance: Stance
    public var day: Day
    public var publisher: String
    public var document: String
}

extension Register {
    /// The deeds of a dyad in a stretch of days, in their order.
    public func deeds(of dyad: Dyad, from first: Day? = nil, to last: Day? = nil) throws -> [DyadDeed] {
        try read { db in
            try Row.fetchAll(
                db.cachedStatement(
                    sql: """
                        SELECT deed.day, type, deed.source, count(*), min(document) FROM deed JOIN report ON report.id = deed.report
                        WHERE dyad = ? AND deed.day >= ? AND deed.day <= ? GROUP BY deed.day, type, deed.source
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

    /// What parties said on issues, the newest first.
    ///
    /// - Parameter limit: of each party; the others of the day on which the last of them was made are there too.
    public func told(by parties: [String], limit: Int = 500) throws -> [Told] {
        try read { db in
            try parties.flatMap { party in
                try Row.fetchAll(
                    db.cachedStatement(
                        sql: """
                            SELECT issue, stance, statement.day, publisher, document FROM statement
                            JOIN report ON report.id = statement.report
                            WHERE party = ?1 AND statement.day >= coalesce(
                                (SELECT day FROM statement WHERE party = ?1 ORDER BY day DESC LIMIT 1 OFFSET ?2), ?3)
                            ORDER BY statement.day DESC, document, ordinal
                            """), arguments: [party, max(1, limit) - 1, BlockKey.earliest]
                ).compactMap { row in
                    Stance(rawValue: row[1]).map {
                        Told(
                            party: party, issue: row[0], stance: $0, day: Day(number: row[2]), publisher: row[3] ?? "",
                            document: row[4])
                    }
                }
            }
        }
    }
}
