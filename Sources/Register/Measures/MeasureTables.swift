import Corroboration
import Diplomacy
import GRDB

extension Schema {
    /// What measures are computed from. `deed`, `statement`, `teller` and `covered` are derived from the reports' present
    /// versions (`MeasureIndex`), `abundance` counts the rows of `facet`; the tables of votes and data sets are imported; the ledger of forecasts is only ever added to.
    static let measures = """
        CREATE TABLE deed (
            dyad TEXT NOT NULL,
            day INTEGER NOT NULL,
            type TEXT NOT NULL,
            source TEXT NOT NULL,
            report INTEGER NOT NULL REFERENCES report,
            PRIMARY KEY (dyad, day, type, source, report)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX deed_report ON deed (report);

        CREATE TABLE statement (
            party TEXT NOT NULL,
            day INTEGER NOT NULL,
            report INTEGER NOT NULL REFERENCES report,
            ordinal INTEGER NOT NULL,
            issue TEXT NOT NULL,
            stance TEXT NOT NULL,
            PRIMARY KEY (party, day, report, ordinal)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX statement_report ON statement (report);

        CREATE TABLE teller (
            dyad TEXT NOT NULL,
            publisher TEXT NOT NULL,
            claims INTEGER NOT NULL,
            PRIMARY KEY (dyad, publisher)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE covered (
            publisher TEXT NOT NULL,
            month INTEGER NOT NULL,
            reports INTEGER NOT NULL,
            PRIMARY KEY (publisher, month)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE abundance (month INTEGER PRIMARY KEY, encounters INTEGER NOT NULL) STRICT;
        INSERT INTO abundance (month, encounters)
            SELECT \(MeasureIndex.month("first")), count(*) FROM facet WHERE first IS NOT NULL GROUP BY 1;
        CREATE TRIGGER facet_counts AFTER INSERT ON facet WHEN new.first IS NOT NULL BEGIN
            INSERT INTO abundance (month, encounters) VALUES (\(MeasureIndex.month("new.first")), 1)
            ON CONFLICT (month) DO UPDATE SET encounters = encounters + 1;
        END;
        CREATE TRIGGER facet_counts_not AFTER DELETE ON facet WHEN old.first IS NOT NULL BEGIN
            UPDATE abundance SET encounters = encounters - 1 WHERE month = \(MeasureIndex.month("old.first"));
        END;

        CREATE TABLE dataset (
            name TEXT PRIMARY KEY,
            title TEXT NOT NULL,
            publisher TEXT NOT NULL,
            licence TEXT NOT NULL,
            digest TEXT NOT NULL,
            first INTEGER,
            last INTEGER,
            rows INTEGER NOT NULL,
            imported TEXT NOT NULL
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE roll_call (
            session INTEGER NOT NULL,
            place INTEGER NOT NULL,
            id INTEGER NOT NULL,
            day INTEGER,
            resolution TEXT,
            title TEXT,
            issues TEXT NOT NULL,
            PRIMARY KEY (session, place)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE vote_row (
            party TEXT NOT NULL,
            session INTEGER NOT NULL,
            votes BLOB NOT NULL,
            PRIMARY KEY (party, session)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE ideal_point (
            party TEXT NOT NULL,
            session INTEGER NOT NULL,
            position REAL NOT NULL,
            lower REAL NOT NULL,
            upper REAL NOT NULL,
            PRIMARY KEY (party, session)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE forecast (
            id INTEGER PRIMARY KEY,
            subject TEXT NOT NULL,
            made INTEGER NOT NULL,
            due INTEGER NOT NULL,
            level TEXT NOT NULL,
            kind TEXT NOT NULL,
            forecaster TEXT NOT NULL,
            probability REAL NOT NULL,
            expected REAL,
            contacts INTEGER NOT NULL,
            latest INTEGER,
            written TEXT NOT NULL,
            UNIQUE (subject, made, due, level, kind, forecaster)
        ) STRICT;
        CREATE INDEX forecast_due ON forecast (due);
        CREATE TRIGGER forecast_stays BEFORE UPDATE ON forecast BEGIN
            SELECT RAISE(ABORT, 'a forecast is never changed');
        END;
        CREATE TRIGGER forecast_is_kept BEFORE DELETE ON forecast BEGIN
            SELECT RAISE(ABORT, 'a forecast is never taken back');
        END;
        """
}

/// What is kept beside the reports for measures: deeds of dyads, positions of parties, who tells of a dyad, which months a publisher covers. All of it
/// comes from the reports' present versions.
enum MeasureIndex {
    /// Goes up with each change of what stands there; an older register's is made anew.
    static let version = 1

    static func isUpToDate(_ db: Database) throws -> Bool {
        try Int.fetchOne(db, sql: "SELECT version FROM derived WHERE name = 'measures'") == version
    }

    /// Makes it anew: some hundredths of a millisecond for each report.
    static func fill(_ db: Database) throws {
        try db.execute(
            sql: """
                DELETE FROM deed; DELETE FROM statement; DELETE FROM teller; DELETE FROM covered;
                INSERT INTO teller (dyad, publisher, claims)
                    SELECT dyad, coalesce(publisher, ''), count(*) FROM claim_key JOIN claim ON claim.id = claim_key.claim
                    JOIN report ON report.id = claim.report GROUP BY 1, 2;
                INSERT INTO covered (publisher, month, reports)
                    SELECT coalesce(publisher, ''), \(month("day")), count(*) FROM report WHERE day IS NOT NULL GROUP BY 1, 2;
                """)
        // the same as `Doings`, which reads records one by one, in a tenth of the time
        let day = """
            CASE WHEN event.json ->> '$.date.precision' = 'day'
                THEN CAST(julianday(event.day) - 2440587.5 AS INTEGER) ELSE report.day END
            """
        try db.execute(
            sql: """
                INSERT OR IGNORE INTO deed (dyad, day, type, source, report)
                    SELECT min(source, target) || '-' || max(source, target), \(day), type, source, report.id
                    FROM event JOIN report ON report.document = event.document
                    WHERE polarity = 'affirmed' AND modality = 'actual' AND source <> target AND \(day) IS NOT NULL;
                INSERT INTO statement (party, day, report, ordinal, issue, stance)
                    SELECT source, coalesce(report.day, \(day)), report.id, ordinal, issue, stance
                    FROM event JOIN report ON report.document = event.document
                    WHERE source IS NOT NULL AND issue IS NOT NULL AND stance IS NOT NULL
                        AND coalesce(report.day, \(day)) IS NOT NULL;
                """)
        try db.execute(
            sql: "INSERT OR REPLACE INTO derived (name, version) VALUES ('measures', ?)", arguments: [version])
    }

    /// The deeds and statements of a report's present version in place of those of the last one.
    static func put(_ doings: Doings, _ report: Int64, _ db: Database) throws {
        try db.cachedStatement(sql: "DELETE FROM deed WHERE report = ?").execute(arguments: [report])
        try db.cachedStatement(sql: "DELETE FROM statement WHERE report = ?").execute(arguments: [report])
        for (ordinal, told) in doings.statements {
            try db.cachedStatement(
                sql: "INSERT INTO statement (party, issue, day, report, ordinal, stance) VALUES (?, ?, ?, ?, ?, ?)"
            ).execute(arguments: [told.party, told.issue, told.day.number, report, ordinal, told.stance.rawValue])
        }
        for deed in doings.deeds {
            try db.cachedStatement(
                sql: "INSERT OR IGNORE INTO deed (dyad, day, type, source, report) VALUES (?, ?, ?, ?, ?)"
            ).execute(arguments: [deed.dyad.code, deed.day.number, deed.type.rawValue, deed.source, report])
        }
    }

    /// Takes away or adds what a report that stands there counts for.
    ///
    /// - Parameter sign: -1 before its claims, day and publisher change, 1 afterwards.
    static func count(_ sign: Int, _ report: Int64, _ db: Database) throws {
        try db.cachedStatement(
            sql: """
                INSERT INTO teller (dyad, publisher, claims)
                    SELECT dyad, coalesce(publisher, ''), ?1 * count(*) FROM report JOIN claim ON claim.report = report.id
                    JOIN claim_key ON claim_key.claim = claim.id WHERE report.id = ?2 GROUP BY dyad
                ON CONFLICT (dyad, publisher) DO UPDATE SET claims = claims + excluded.claims
                """
        ).execute(arguments: [sign, report])
        try db.cachedStatement(
            sql: """
                INSERT INTO covered (publisher, month, reports)
                    SELECT coalesce(publisher, ''), \(month("day")), ?1 FROM report WHERE id = ?2 AND day IS NOT NULL
                ON CONFLICT (publisher, month) DO UPDATE SET reports = reports + excluded.reports
                """
        ).execute(arguments: [sign, report])
    }

    /// Months since the year 0 of a column of days since 1970-01-01, in SQL.
    static func month(_ day: String) -> String {
        """
        CAST(strftime('%Y', \(day) * 86400, 'unixepoch') AS INTEGER) * 12
            + CAST(strftime('%m', \(day) * 86400, 'unixepoch') AS INTEGER) - 1
        """
    }
}
