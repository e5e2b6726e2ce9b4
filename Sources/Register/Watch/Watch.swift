public import Diplomacy
import GRDB

/// What polling came to, stored in one transaction with the reports that it brought.
public struct WatchResult: Sendable {
    /// Sources as they stand now.
    public var sources: [WatchedSource] = []
    /// Pages that sources named.
    public var found: [WatchedPage] = []
    /// Pages as they stand now.
    public var pages: [WatchedPage] = []
    public var filings: [Filing] = []
    public var problems: [Problem] = []

    public init() {}
}

extension Register {
    /// Adds sources; gives those that were not there.
    public func watch(_ sources: [WatchedSource]) throws -> [WatchedSource] {
        try write { db in
            try sources.compactMap { source in
                guard try source.insert(db) else { return nil }
                var source = source
                source.id = Int(db.lastInsertedRowID)
                return source
            }
        }
    }

    /// All sources, by their addresses.
    public func watchedSources() throws -> [WatchedSource] {
        try read { db in
            try Row.fetchAll(db, sql: "SELECT * FROM watched ORDER BY address").map(WatchedSource.init)
        }
    }

    /// Changes a source in place.
    ///
    /// - Returns: whether it is there.
    public func change(source address: String, _ change: (inout WatchedSource) -> Void) throws -> Bool {
        try write { db in
            guard let row = try Row.fetchOne(db, sql: "SELECT * FROM watched WHERE address = ?", arguments: [address])
            else {
                return false
            }
            var source = WatchedSource(row)
            change(&source)
            try source.update(db)
            return true
        }
    }

    /// Takes a source and what is known of its pages away; its reports stay.
    public func unwatch(_ address: String) throws -> Bool {
        try write { db in
            try db.execute(sql: "DELETE FROM watched WHERE address = ?", arguments: [address])
            return db.changesCount > 0
        }
    }

    /// Sources and pages that are due, those that have waited longest first; of each source a few pages.
    ///
    /// - Parameter limit: of each.
    public func due(at now: Double, limit: Int) throws -> (sources: [WatchedSource], pages: [WatchedPage]) {
        try read { db in
            let sources = try Row.fetchAll(
                db, sql: "SELECT * FROM watched WHERE state = 'active' AND next <= ? ORDER BY next, id LIMIT ?",
                arguments: [now, limit])
            let pages = try Row.fetchAll(
                db,
                sql: """
                    SELECT * FROM (
                        SELECT watched_page.*, row_number() OVER (
                            PARTITION BY source ORDER BY watched_page.next, watched_page.id) AS turn
                        FROM watched_page JOIN watched ON watched.id = source
                        WHERE watched_page.next <= ? AND watched.state <> 'paused')
                    WHERE turn <= ? ORDER BY next, id LIMIT ?
                    """, arguments: [now, Self.turns, limit])
            return (sources.map(WatchedSource.init), pages.map(WatchedPage.init))
        }
    }

    /// Pages of one source that are looked at together: the others wait, whatever else is due goes on.
    private static let turns = 16

    /// Which pages a source has named already, by their identities.
    public func knownPages(of source: Int, among identities: [String]) throws -> Set<String> {
        try read { db in
            let known = try db.cachedStatement(sql: "SELECT 1 FROM watched_page WHERE source = ? AND identity = ?")
            return Set(
                try identities.filter { try Int.fetchOne(known, arguments: [source, $0]) != nil })
        }
    }

    /// When the next source or page is due, in seconds since 1970; `nil` where nothing is.
    public func nextDue() throws -> Double? {
        try read { db in
            try Double.fetchOne(
                db,
                sql: """
                    SELECT min(next) FROM (
                        SELECT min(next) AS next FROM watched WHERE state = 'active'
                        UNION ALL
                        SELECT min(watched_page.next) FROM watched_page JOIN watched ON watched.id = source
                        WHERE watched.state <> 'paused')
                    """)
        }
    }

    /// Stores what polling came to, all or nothing. A page that another source has named already is not read again.
    ///
    /// - Returns: what came of the reports, and how many pages are new.
    public func store(_ result: WatchResult, at time: String) throws -> (tally: FilingTally, found: Int) {
        try write { db in
            var tally = FilingTally()
            for filing in result.filings { try file(filing, at: time, db, &tally) }
            for problem in result.problems { try note(problem, at: time, db, &tally) }
            for source in result.sources { try source.update(db, keepsPause: true) }
            var found = 0
            for page in result.found {
                let isKnown =
                    try Int.fetchOne(
                        db, sql: "SELECT 1 FROM watched_page WHERE identity = ? AND source <> ?",
                        arguments: [page.identity, page.source]) != nil
                guard try !isKnown && page.insert(db) else { continue }
                found += 1
                try db.execute(
                    sql: "UPDATE watched SET last_new = ? WHERE id = ?", arguments: [time, page.source])
            }
            for page in result.pages { try page.update(db) }
            return (tally, found)
        }
    }

    /// All sources with how they are doing.
    ///
    /// - Parameter today: the day against which silence is measured.
    public func watchedStandings(today: Day) throws -> [WatchedStanding] {
        let sources = try watchedSources()
        return try read { db in
            try sources.map { source in
                var standing = WatchedStanding(source: source)
                let counts = try Row.fetchAll(
                    db, sql: "SELECT state, count(*) AS count FROM watched_page WHERE source = ? GROUP BY state",
                    arguments: [source.id])
                for row in counts {
                    switch WatchedPage.State(rawValue: row["state"]) {
                    case .waiting: standing.waiting = row["count"]
                    case .read: standing.read = row["count"]
                    case .lost: standing.lost = row["count"]
                    case nil: break
                    }
                }
                let days = try String.fetchAll(
                    db,
                    sql: "SELECT DISTINCT substr(found, 1, 10) AS day FROM watched_page WHERE source = ? ORDER BY day",
                    arguments: [source.id]
                ).compactMap { Day(iso: $0)?.number }
                if let last = days.last { standing.silence = today.number - last }
                if days.count > 2 { standing.longestSilence = zip(days.dropFirst(), days).map { $0 - $1 }.max() }
                return standing
            }
        }
    }
}
