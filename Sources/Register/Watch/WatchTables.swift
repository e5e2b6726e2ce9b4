import Diplomacy
import GRDB

extension Schema {
    /// What is watched: kept, not derived; `rebuild` leaves it alone.
    static let watch = """
        CREATE TABLE watched (
            id INTEGER PRIMARY KEY,
            address TEXT NOT NULL UNIQUE,
            title TEXT,
            name TEXT,
            kind TEXT,
            country TEXT,
            state TEXT NOT NULL,
            reason TEXT,
            added TEXT NOT NULL,
            etag TEXT,
            last_modified TEXT,
            digest TEXT,
            next REAL NOT NULL,
            interval REAL,
            failures INTEGER NOT NULL,
            failure TEXT,
            last_attempt TEXT,
            last_success TEXT,
            last_new TEXT
        ) STRICT;

        CREATE TABLE watched_page (
            id INTEGER PRIMARY KEY,
            source INTEGER NOT NULL REFERENCES watched ON DELETE CASCADE,
            identity TEXT NOT NULL,
            address TEXT NOT NULL,
            item TEXT,
            state TEXT NOT NULL,
            etag TEXT,
            last_modified TEXT,
            digest TEXT,
            next REAL,
            checks INTEGER NOT NULL,
            failures INTEGER NOT NULL,
            failure TEXT,
            found TEXT NOT NULL,
            read TEXT,
            UNIQUE (source, identity)
        ) STRICT;
        CREATE INDEX watched_page_next ON watched_page (next) WHERE next IS NOT NULL;
        CREATE INDEX watched_page_identity ON watched_page (identity);
        """
}

extension WatchedSource {
    init(_ row: Row) {
        self.init(address: row["address"], added: row["added"], next: row["next"])
        id = row["id"]
        title = row["title"]
        let source = Source(
            name: row["name"], kind: (row["kind"] as String?).flatMap(SourceKind.init(rawValue:)),
            country: row["country"])
        publisher = source == Source() ? nil : source
        state = State(rawValue: row["state"]) ?? .paused
        reason = row["reason"]
        etag = row["etag"]
        lastModified = row["last_modified"]
        digest = row["digest"]
        interval = row["interval"]
        failures = row["failures"]
        failure = row["failure"]
        lastAttempt = row["last_attempt"]
        lastSuccess = row["last_success"]
        lastNew = row["last_new"]
    }

    /// Stores the row anew, all but its address and the time at which it was added.
    ///
    /// - Parameter keepsPause: whether a pause that was made since the row was read stands.
    func update(_ db: Database, keepsPause: Bool = false) throws {
        try db.execute(
            sql: """
                UPDATE watched SET title = ?, name = ?, kind = ?, country = ?,
                    reason = CASE WHEN state = 'paused' AND ? THEN reason ELSE ? END,
                    state = CASE WHEN state = 'paused' AND ? THEN state ELSE ? END, etag = ?,
                    last_modified = ?, digest = ?, next = ?, interval = ?, failures = ?, failure = ?, last_attempt = ?,
                    last_success = ?, last_new = ?
                WHERE id = ?
                """,
            arguments: [
                title, publisher?.name, publisher?.kind?.rawValue, publisher?.country, keepsPause, reason, keepsPause,
                state.rawValue, etag, lastModified, digest, next, interval, failures, failure, lastAttempt, lastSuccess,
                lastNew, id,
            ])
    }

    /// Stores a source that is not there yet; whether it was not.
    func insert(_ db: Database) throws -> Bool {
        try db.execute(
            sql: """
                INSERT INTO watched (address, title, name, kind, country, state, reason, added, next, failures)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 0) ON CONFLICT (address) DO NOTHING
                """,
            arguments: [
                address, title, publisher?.name, publisher?.kind?.rawValue, publisher?.country, state.rawValue, reason,
                added, next,
            ])
        return db.changesCount > 0
    }
}

extension WatchedPage {
    init(_ row: Row) {
        self.init(
            source: row["source"], identity: row["identity"], address: row["address"], item: row["item"],
            next: row["next"], found: row["found"])
        id = row["id"]
        state = State(rawValue: row["state"]) ?? .lost
        etag = row["etag"]
        lastModified = row["last_modified"]
        digest = row["digest"]
        checks = row["checks"]
        failures = row["failures"]
        failure = row["failure"]
        read = row["read"]
    }

    func update(_ db: Database) throws {
        try db.execute(
            sql: """
                UPDATE watched_page SET item = ?, state = ?, etag = ?, last_modified = ?, digest = ?, next = ?, checks = ?,
                    failures = ?, failure = ?, read = ?
                WHERE id = ?
                """,
            arguments: [
                item, state.rawValue, etag, lastModified, digest, next, checks, failures, failure, read, id,
            ])
    }

    /// Stores a page that its source, which is still there, has not named before; whether that is so.
    func insert(_ db: Database) throws -> Bool {
        try db.execute(
            sql: """
                INSERT INTO watched_page (source, identity, address, item, state, next, checks, failures, found)
                SELECT ?, ?, ?, ?, ?, ?, 0, 0, ? WHERE EXISTS (SELECT 1 FROM watched WHERE id = ?)
                ON CONFLICT (source, identity) DO NOTHING
                """,
            arguments: [source, identity, address, item, state.rawValue, next, found, source])
        return db.changesCount > 0
    }
}
