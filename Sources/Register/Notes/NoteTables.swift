extension Schema {
    // Private notes and tags. Each is tied to an encounter by the id that it had and by the first of its claims; the views
    // say which encounter that is now (`present`; NULL for one that is gone): the one of that id; else the one of the claim;
    // else the one that the id leads to. Nothing here is derived, and no rebuild touches it. Numbers of notes are not used
    // twice.
    static let notes = """
        CREATE TABLE note (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            encounter TEXT NOT NULL,
            document TEXT NOT NULL,
            ordinal INTEGER NOT NULL,
            author TEXT NOT NULL,
            time TEXT NOT NULL,
            text TEXT NOT NULL
        ) STRICT;

        CREATE TABLE tag (
            encounter TEXT NOT NULL,
            tag TEXT NOT NULL,
            document TEXT NOT NULL,
            ordinal INTEGER NOT NULL,
            PRIMARY KEY (encounter, tag)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX tag_tag ON tag (tag);

        CREATE VIEW placed_note AS
            SELECT note.*, \(present(of: "note")) AS present FROM note;
        CREATE VIEW placed_tag AS
            SELECT tag.*, \(present(of: "tag")) AS present FROM tag;
        """

    private static func present(of table: String) -> String {
        """
        coalesce(
            (SELECT encounter.id FROM encounter WHERE encounter.id = \(table).encounter),
            (SELECT claim.encounter FROM report JOIN claim ON claim.report = report.id
                JOIN encounter ON encounter.id = claim.encounter
                WHERE report.document = \(table).document AND claim.ordinal = \(table).ordinal),
            (SELECT alias.present FROM alias JOIN encounter ON encounter.id = alias.present
                WHERE alias.old = \(table).encounter))
        """
    }
}
