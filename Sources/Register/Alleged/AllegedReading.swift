public import Corroboration
public import Datasets
public import Diplomacy
import FoundationEssentials
import GRDB

/// How many rows a format of event data has of a dyad in some days, and what they rest on.
public struct AllegedSummary: Sendable, Hashable {
    public var format: EventFormat
    public var rows: Int
    /// As the rows count them; 0 where the format does not.
    public var articles: Int
    public var mentions: Int
    /// Mentions of these rows that the register has; of GDELT 2.0 alone.
    public var mentionRows: Int
    /// Different publishers of such mentions.
    public var publishers: Int
    /// Different addresses.
    public var urls: Int
}

/// How many rows a format of event data has of a month.
public struct AllegedMonth: Sendable, Hashable {
    public var format: EventFormat
    /// Months since the year 0.
    public var month: Int
    public var rows: Int
}

extension Register {
    /// The rows of event data that speak of a dyad in some days, in either direction, in the order of days.
    ///
    /// - Parameter limit: the first of them.
    public func alleged(dyad: Dyad, days: ClosedRange<Day>, limit: Int = 10_000) throws -> [AllegedEvent] {
        var found: [AllegedEvent] = []
        try eachAlleged(dyad, days) { _, _, event in
            found.append(event)
            return found.count < limit
        }
        return found
    }

    /// How many rows speak of a dyad in some days, by format.
    public func allegedSummary(dyad: Dyad, days: ClosedRange<Day>) throws -> [AllegedSummary] {
        var summaries: [EventFormat: (summary: AllegedSummary, urls: Set<UInt64>)] = [:]
        var mentions = MentionCount()
        try eachAlleged(dyad, days) { db, _, event in
            try mentions.add(event, db)
            var entry =
                summaries[event.format]
                ?? (
                    AllegedSummary(
                        format: event.format, rows: 0, articles: 0, mentions: 0, mentionRows: 0, publishers: 0, urls: 0),
                    []
                )
            entry.summary.rows += 1
            entry.summary.articles += event.articles ?? 0
            entry.summary.mentions += event.mentions ?? 0
            if var url = event.url {
                var hash = ContentHash()
                url.withUTF8 { hash.update(UnsafeRawBufferPointer($0)) }
                entry.urls.insert(hash.value)
            }
            summaries[event.format] = entry
            return true
        }
        return EventFormat.allCases.compactMap { format in
            summaries[format].map { entry in
                var summary = entry.summary
                summary.urls = entry.urls.count
                if format == MentionCount.format {
                    summary.mentionRows = mentions.rows
                    summary.publishers = mentions.publishers
                }
                return summary
            }
        }
    }

    /// How many rows there are by format and month, in order.
    ///
    /// - Parameter dyad: of which; `nil` for all rows.
    public func allegedMonths(of dyad: Dyad? = nil) throws -> [AllegedMonth] {
        guard let dyad else {
            return try read { db in
                try Row.fetchAll(
                    db.cachedStatement(
                        sql: "SELECT format, month, rows FROM alleged_month WHERE rows > 0 ORDER BY 1, 2")
                ).compactMap { row in
                    AllegedKey.format(numbered: row[0]).map { AllegedMonth(format: $0, month: row[1], rows: row[2]) }
                }
            }
        }
        var counts: [EventFormat: [Int: Int]] = [:]
        try eachAlleged(dyad, nil) { _, month, event in
            counts[event.format, default: [:]][month, default: 0] += 1
            return true
        }
        return EventFormat.allCases.flatMap { format in
            (counts[format] ?? [:]).sorted { $0.key < $1.key }
                .map { AllegedMonth(format: format, month: $0.key, rows: $0.value) }
        }
    }

    /// Goes through the rows of a dyad, month by month.
    ///
    /// - Parameter take: is given what is read, the month and the row; false ends it.
    private func eachAlleged(
        _ dyad: Dyad, _ days: ClosedRange<Day>?, _ take: (Database, Int, AllegedEvent) throws -> Bool
    ) throws {
        try read { db in
            let names = AllegedNames(db)
            guard let first = try names.number(of: dyad.first), let second = try names.number(of: dyad.second) else {
                return
            }
            for month in try AllegedScope.months(days, db) {
                let pair = AllegedPair.pair(month: month, first, second)
                for entry in try names.entries(of: pair) {
                    let day = Int(entry.day)
                    if let days, !days.contains(Day(number: day)) { continue }
                    guard let event = try names.row(entry.key, pair: pair, day: day) else { continue }
                    guard try take(db, month, event) else { return }
                }
            }
        }
    }

    /// The files of event data that were imported, the newest first.
    public func allegedFiles(limit: Int = 1_000) throws -> [(name: String, number: Int64, tally: AllegedTally)] {
        try read { db in
            try Row.fetchAll(
                db.cachedStatement(sql: "SELECT * FROM alleged_file ORDER BY id DESC LIMIT ?"), arguments: [limit]
            ).map { row in
                let known = KnownFile(row)
                return (row["name"], known.id, known.tally)
            }
        }
    }

    /// How many rows of a file could not be read, by reason.
    public func allegedFaults(ofFile file: Int64) throws -> [(fault: RowFault, rows: Int)] {
        try read { db in
            try Row.fetchAll(
                db.cachedStatement(
                    sql: "SELECT fault, rows FROM alleged_fault WHERE file = ? ORDER BY rows DESC, fault"),
                arguments: [file]
            ).compactMap { row in RowFault(rawValue: row[0]).map { ($0, row[1]) } }
        }
    }

    /// Rows of a file that could not be read, by lines: of each reason the first thousand are kept.
    public func allegedProblems(ofFile file: Int64, limit: Int = 1_000) throws -> [RowProblem] {
        try read { db in
            try Row.fetchAll(
                db.cachedStatement(
                    sql: """
                        SELECT fault, line, detail, bytes FROM alleged_problem WHERE file = ? ORDER BY line LIMIT ?
                        """), arguments: [file, limit]
            ).compactMap { row in
                RowFault(rawValue: row[0]).map {
                    RowProblem($0, line: row[1], detail: row[2], bytes: Array(row[3] as Data))
                }
            }
        }
    }

    /// Codes of parties and places that rows have and that are not known, each behind a question mark.
    public func allegedUnknownCodes(limit: Int = 1_000) throws -> [String] {
        try read { db in
            try Data.fetchAll(
                db.cachedStatement(
                    sql: "SELECT code FROM alleged_party WHERE code >= x'3F' AND code < x'40' ORDER BY code LIMIT ?"),
                arguments: [limit]
            ).map { String(decoding: $0, as: UTF8.self) }
        }
    }
}

/// Which rows of event data are meant.
public struct AllegedScope: Sendable, Hashable {
    /// `nil` for all.
    public var dyad: Dyad?
    public var days: ClosedRange<Day>?
    public var format: EventFormat?
    /// The number of an imported file.
    public var file: Int64?

    public init(
        dyad: Dyad? = nil, days: ClosedRange<Day>? = nil, format: EventFormat? = nil, file: Int64? = nil
    ) {
        self.dyad = dyad
        self.days = days
        self.format = format
        self.file = file
    }

    /// The months that have rows, since the year 0, in order.
    static func months(_ days: ClosedRange<Day>?, _ db: Database) throws -> [Int] {
        // days of the years 1 to 9999
        func month(_ day: Day) -> Int {
            let civil = Day(number: min(max(day.number, -719_162), 2_932_896)).civil
            return civil.year * 12 + civil.month - 1
        }
        return try Int.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT DISTINCT month FROM alleged_month WHERE rows > 0 AND month BETWEEN ? AND ? ORDER BY month
                    """),
            arguments: [days.map { month($0.lowerBound) } ?? 0, days.map { month($0.upperBound) } ?? Int.max >> 1])
    }
}
