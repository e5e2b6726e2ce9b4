import GRDB

extension Register {
    // MARK: - Notes

    /// Puts a note on an encounter.
    ///
    /// - Parameters:
    ///   - id: the encounter's present id, or an old one.
    ///   - time: RFC 3339, to the second, in UTC.
    /// - Throws: ``RegisterError``: `not-in-the-register` for an id that is none, `bad-note` for a text or an author that is
    ///   empty, too long or has control characters.
    @discardableResult
    public func note(_ id: String, text: String, author: String, at time: String) throws -> EncounterNote {
        try EncounterNote.demand(text: text, author: author, time: time)
        let id = try annotatable(id)
        return try write { db in
            let anchor = try Self.anchor(of: id, db)
            try db.execute(
                sql: "INSERT INTO note (encounter, document, ordinal, author, time, text) VALUES (?, ?, ?, ?, ?, ?)",
                arguments: [id, anchor.document, anchor.ordinal ?? -1, author, time, text])
            return EncounterNote(
                id: db.lastInsertedRowID, encounter: id, isGone: false, author: author, time: time, text: text)
        }
    }

    /// Takes a note away for good.
    ///
    /// - Returns: the note that was.
    /// - Throws: ``RegisterError`` with `not-in-the-register` where there is none of that number.
    @discardableResult
    public func removeNote(_ number: Int64) throws -> EncounterNote {
        try write { db in
            guard let note = try Self.notes("WHERE id = ?", [number], db).first else {
                throw RegisterError(
                    .notHere, "expected the number of a note, found \(number); `rapporteur note` lists them")
            }
            try db.execute(sql: "DELETE FROM note WHERE id = ?", arguments: [number])
            return note
        }
    }

    /// The notes on an encounter, the earliest first: those of all encounters that became it. Reads every note once.
    ///
    /// - Parameter id: its present id, an old one, or that of an encounter that is gone.
    public func notes(of id: String) throws -> [EncounterNote] {
        let id = try presentID(of: id) ?? id
        return try read { try Self.notes("WHERE coalesce(present, encounter) = ?", [id], $0) }
    }

    /// Every note, those on encounters that are gone too, the earliest first.
    public func notes() throws -> [EncounterNote] { try read { try Self.notes("", [], $0) } }

    static func notes(_ condition: String, _ arguments: StatementArguments, _ db: Database) throws -> [EncounterNote] {
        try Row.fetchAll(
            db,
            sql: """
                SELECT id, coalesce(present, encounter), present IS NULL, author, time, text FROM placed_note \(condition)
                ORDER BY time, id
                """, arguments: arguments
        ).map {
            EncounterNote(id: $0[0], encounter: $0[1], isGone: $0[2], author: $0[3], time: $0[4], text: $0[5])
        }
    }

    // MARK: - What is written on

    /// The present id that an id means.
    func annotatable(_ id: String) throws -> String {
        guard let present = try presentID(of: id) else {
            throw RegisterError(
                .notHere,
                "expected the id of an encounter, found \"\(id)\"; `rapporteur search` finds encounters and their ids")
        }
        return present
    }

    /// The first of an encounter's claims.
    static func anchor(of encounter: String, _ db: Database) throws -> ClaimAnchor {
        let row = try Row.fetchOne(
            db,
            sql: """
                SELECT document, ordinal FROM claim JOIN report ON report.id = claim.report WHERE encounter = ?
                ORDER BY document, ordinal LIMIT 1
                """, arguments: [encounter])
        guard let row else {
            throw RegisterError(
                .broken, "expected a claim of \(encounter), found none; restore a backup or rebuild")
        }
        return ClaimAnchor(document: row[0], ordinal: row[1])
    }
}
