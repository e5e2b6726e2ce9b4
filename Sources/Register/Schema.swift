import GRDB

/// The tables of a register. Migrations are only ever added; each is described in `Documentation/Register.md`.
enum Schema {
    /// "RAPP" in ASCII: tells a register from any other SQLite file.
    static let application: Int32 = 0x5241_5050

    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1 reports, claims, encounters") { db in
            try db.execute(sql: first)
            try db.execute(sql: "PRAGMA application_id = \(application)")
        }
        migrator.registerMigration("2 search") { db in try db.execute(sql: search) }
        migrator.registerMigration("3 decisions") { db in try db.execute(sql: decisions) }
        migrator.registerMigration("4 facts of claims") { db in try db.execute(sql: facts) }
        migrator.registerMigration("5 perspective") { db in try db.execute(sql: perspective) }
        // what lists show of an encounter (`EncounterBrief`); the index is made anew (`SearchIndex.version`)
        migrator.registerMigration("6 brief") { db in try db.execute(sql: "ALTER TABLE facet ADD COLUMN brief TEXT") }
        migrator.registerMigration("7 watched sources") { db in try db.execute(sql: watch) }
        migrator.registerMigration("8 measures") { db in try db.execute(sql: measures) }
        migrator.registerMigration("9 alleged") { db in try db.execute(sql: alleged) }
        migrator.registerMigration("10 notes") { db in try db.execute(sql: notes) }
        migrator.registerMigration("11 table maps") { db in try db.execute(sql: tableMaps) }
        migrator.registerMigration("12 mentions") { db in try db.execute(sql: mentions) }
        return migrator
    }

    private static let decisions = """
        ALTER TABLE version ADD COLUMN beside BLOB;

        CREATE TABLE decision (
            id INTEGER PRIMARY KEY,
            name TEXT NOT NULL UNIQUE,
            time TEXT NOT NULL,
            serial INTEGER NOT NULL,
            author TEXT NOT NULL,
            reason TEXT NOT NULL,
            act BLOB NOT NULL,
            undoes TEXT REFERENCES decision (name) DEFERRABLE INITIALLY DEFERRED,
            active INTEGER NOT NULL
        ) STRICT;

        CREATE TABLE anchor (
            document TEXT NOT NULL,
            ordinal INTEGER NOT NULL,
            decision INTEGER NOT NULL REFERENCES decision,
            PRIMARY KEY (document, ordinal, decision)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX anchor_decision ON anchor (decision);

        CREATE TABLE rebuilt (
            version INTEGER PRIMARY KEY REFERENCES version,
            record BLOB NOT NULL,
            state TEXT NOT NULL
        ) STRICT;
        """

    // The columns of a primary key stand first: SQLite 3.40's integrity_check misreads a table WITHOUT ROWID that has others
    // between them.
    private static let first = """
        CREATE TABLE source (
            id INTEGER PRIMARY KEY,
            name TEXT NOT NULL DEFAULT '',
            kind TEXT NOT NULL DEFAULT '',
            country TEXT NOT NULL DEFAULT '',
            UNIQUE (name, kind, country)
        ) STRICT;

        CREATE TABLE report (
            id INTEGER PRIMARY KEY,
            document TEXT NOT NULL UNIQUE,
            version INTEGER NOT NULL
        ) STRICT;

        CREATE TABLE version (
            id INTEGER PRIMARY KEY,
            report INTEGER NOT NULL REFERENCES report,
            number INTEGER NOT NULL,
            fingerprint TEXT NOT NULL,
            title TEXT,
            text TEXT NOT NULL,
            published TEXT,
            language TEXT,
            url TEXT,
            source INTEGER REFERENCES source,
            record BLOB NOT NULL,
            state TEXT NOT NULL,
            added TEXT NOT NULL,
            UNIQUE (report, number)
        ) STRICT;

        CREATE TABLE claim (
            id INTEGER PRIMARY KEY,
            report INTEGER NOT NULL REFERENCES report,
            ordinal INTEGER NOT NULL,
            encounter TEXT,
            UNIQUE (report, ordinal)
        ) STRICT;
        CREATE INDEX claim_encounter ON claim (encounter);

        CREATE TABLE claim_key (
            dyad TEXT NOT NULL,
            first INTEGER NOT NULL,
            claim INTEGER NOT NULL REFERENCES claim,
            last INTEGER NOT NULL,
            PRIMARY KEY (dyad, first, claim)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX claim_key_claim ON claim_key (claim);

        CREATE TABLE pending (report INTEGER PRIMARY KEY) STRICT;
        CREATE TABLE stale (encounter TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;

        CREATE TABLE encounter (
            id TEXT PRIMARY KEY,
            json BLOB NOT NULL,
            status TEXT NOT NULL,
            day TEXT,
            first_seen TEXT NOT NULL,
            changed TEXT NOT NULL,
            version INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE alias (
            old TEXT PRIMARY KEY,
            present TEXT NOT NULL
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE history (
            id INTEGER PRIMARY KEY,
            time TEXT NOT NULL,
            encounter TEXT NOT NULL,
            change TEXT NOT NULL
        ) STRICT;
        CREATE INDEX history_encounter ON history (encounter);

        CREATE TABLE problem (
            id INTEGER PRIMARY KEY,
            input TEXT NOT NULL,
            line INTEGER NOT NULL,
            code TEXT NOT NULL,
            message TEXT NOT NULL,
            time TEXT NOT NULL,
            UNIQUE (input, line, code, message)
        ) STRICT;
        """

    // What is searched: derived from encounters and reports (`SearchIndex`). An encounter that is taken away takes its rows along.
    private static let search = """
        CREATE TABLE facet (
            id INTEGER PRIMARY KEY,
            encounter TEXT NOT NULL UNIQUE,
            first INTEGER,
            last INTEGER,
            first_published INTEGER,
            last_published INTEGER,
            added TEXT NOT NULL,
            origins INTEGER NOT NULL
        ) STRICT;
        CREATE INDEX facet_added ON facet (added);
        CREATE INDEX facet_origins ON facet (origins);
        CREATE INDEX facet_published ON facet (last_published, first_published);
        CREATE INDEX facet_length ON facet (last - first);

        CREATE VIRTUAL TABLE search USING fts5(
            facets, person, office, place, series, source, says, text,
            tokenize = 'unicode61 remove_diacritics 2'
        );

        CREATE TRIGGER encounter_gone AFTER DELETE ON encounter BEGIN
            DELETE FROM search WHERE rowid = (SELECT id FROM facet WHERE encounter = old.id);
            DELETE FROM facet WHERE encounter = old.id;
        END;

        CREATE TABLE derived (
            name TEXT PRIMARY KEY,
            version INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;
        """

    // What is compared of claims, beside them, and their role in the key. The rows are made anew (`Register.bringClaimsUpToDate`).
    private static let facts = """
        ALTER TABLE claim ADD COLUMN facts TEXT;
        DROP TABLE claim_key;
        CREATE TABLE claim_key (
            dyad TEXT NOT NULL,
            role INTEGER NOT NULL,
            first INTEGER NOT NULL,
            claim INTEGER NOT NULL REFERENCES claim,
            last INTEGER NOT NULL,
            PRIMARY KEY (dyad, role, first, claim)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX claim_key_claim ON claim_key (claim);
        """

    // What all reports together tell that bears on each encounter: how the word of each publisher stands to that of others, and
    // what that comes to; the day and the publisher of each report; the day up to which the reports go. Encounters are long, and
    // get a table with row numbers: a tree without has them in its inner nodes as well.
    private static let perspective = """
        CREATE TABLE bearing (
            encounter TEXT NOT NULL,
            publisher TEXT NOT NULL,
            agreed INTEGER NOT NULL,
            disagreed INTEGER NOT NULL,
            contested INTEGER NOT NULL,
            PRIMARY KEY (encounter, publisher)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX bearing_contested ON bearing (publisher) WHERE contested;

        CREATE TABLE publisher (
            name TEXT PRIMARY KEY,
            agreed INTEGER NOT NULL,
            disagreed INTEGER NOT NULL,
            step INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;

        ALTER TABLE report ADD COLUMN day INTEGER;
        ALTER TABLE report ADD COLUMN publisher TEXT;
        CREATE INDEX report_day ON report (day, publisher) WHERE day IS NOT NULL;
        CREATE TABLE clock (day INTEGER PRIMARY KEY) STRICT;

        DROP TRIGGER encounter_gone;
        ALTER TABLE encounter RENAME TO former;
        CREATE TABLE encounter (
            id TEXT NOT NULL UNIQUE,
            json BLOB NOT NULL,
            status TEXT NOT NULL,
            day TEXT,
            first_seen TEXT NOT NULL,
            changed TEXT NOT NULL,
            version INTEGER NOT NULL,
            due INTEGER
        ) STRICT;
        INSERT INTO encounter SELECT *, NULL FROM former ORDER BY id;
        DROP TABLE former;
        CREATE INDEX encounter_due ON encounter (due) WHERE due IS NOT NULL;
        CREATE TRIGGER encounter_gone AFTER DELETE ON encounter BEGIN
            DELETE FROM search WHERE rowid = (SELECT id FROM facet WHERE encounter = old.id);
            DELETE FROM facet WHERE encounter = old.id;
        END;

        CREATE VIEW present AS
            SELECT report.id AS report, document, number, fingerprint, title, text, published, language, url, version.source,
                name, kind, country, record, state
            FROM report JOIN version ON version.report = report.id AND version.number = report.version
            LEFT JOIN source ON source.id = version.source;

        CREATE VIEW event AS
            SELECT document, key AS ordinal, value ->> '$.encounter' AS claim, value ->> '$.type' AS type,
                value ->> '$.mode' AS mode, value ->> '$.cameo' AS cameo, value ->> '$.quad' AS quad,
                value ->> '$.goldstein' AS goldstein, value ->> '$.source.party' AS source,
                value ->> '$.target.party' AS target, value ->> '$.date.start' AS day,
                value ->> '$.place.country' AS country, value ->> '$.polarity' AS polarity,
                value ->> '$.modality' AS modality, value ->> '$.issue' AS issue, value ->> '$.stance' AS stance,
                value ->> '$.confidence' AS confidence, value AS json
            FROM present, json_each(CAST(record AS TEXT), '$.events');

        CREATE VIEW quotation AS
            SELECT document, key AS ordinal, value ->> '$.encounter' AS claim, value ->> '$.speaker.party' AS party,
                value ->> '$.speaker.person' AS person, value ->> '$.verb' AS verb, value ->> '$.text' AS quoted,
                value AS json
            FROM present, json_each(CAST(record AS TEXT), '$.quotations');
        """
}
