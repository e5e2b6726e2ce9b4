import GRDB

/// A tag and how many encounters have it.
public struct TagCount: Hashable, Sendable {
    public var tag: String
    /// Encounters that are there.
    public var encounters: Int
    /// Encounters that are gone.
    public var gone: Int
}

extension Register {
    /// Puts a tag on an encounter.
    ///
    /// - Parameters:
    ///   - id: the encounter's present id, or an old one.
    ///   - word: capitals are made small; see ``TagWord``.
    /// - Returns: whether the encounter was without it.
    /// - Throws: ``RegisterError``: `not-in-the-register` for an id that is none, `bad-note` for a word that is no tag.
    @discardableResult
    public func tag(_ id: String, _ word: String) throws -> Bool {
        try tag(id, [word]) == 1
    }

    /// Puts several tags on an encounter: all, or none where one of the words is no tag.
    ///
    /// - Returns: how many of them it was without.
    @discardableResult
    public func tag(_ id: String, _ words: [String]) throws -> Int {
        let tags = try words.map { try TagWord.demand($0) }
        let id = try annotatable(id)
        return try write { db in
            let anchor = try Self.anchor(of: id, db)
            var held = Set(try Self.tags(of: id, db))
            var new = 0
            for tag in tags where held.insert(tag).inserted {
                try db.execute(
                    sql: "INSERT INTO tag (encounter, tag, document, ordinal) VALUES (?, ?, ?, ?)",
                    arguments: [id, tag, anchor.document, anchor.ordinal ?? -1])
                new += 1
            }
            return new
        }
    }

    /// Takes a tag off an encounter, from whichever of those that became it it comes.
    ///
    /// - Parameter id: its present id, an old one, or that of an encounter that is gone.
    /// - Throws: ``RegisterError``: `not-in-the-register` where it has no such tag, `bad-note` for a word that is no tag.
    public func untag(_ id: String, _ word: String) throws {
        let tag = try TagWord.demand(word)
        let id = try presentID(of: id) ?? id
        try write { db in
            try db.execute(
                sql: """
                    DELETE FROM tag WHERE tag = ?1 AND encounter IN
                        (SELECT encounter FROM placed_tag WHERE tag = ?1 AND coalesce(present, encounter) = ?2)
                    """, arguments: [tag, id])
            if db.changesCount == 0 {
                throw RegisterError(
                    .notHere,
                    "expected a tag of \(id), found \"\(tag)\", which it has not; `rapporteur tag \(id)` lists them")
            }
        }
    }

    /// The tags of an encounter, sorted: those of all encounters that became it. Reads every tag once.
    ///
    /// - Parameter id: its present id, an old one, or that of an encounter that is gone.
    public func tags(of id: String) throws -> [String] {
        let id = try presentID(of: id) ?? id
        return try read { try Self.tags(of: id, $0) }
    }

    private static func tags(of id: String, _ db: Database) throws -> [String] {
        try String.fetchAll(
            db, sql: "SELECT DISTINCT tag FROM placed_tag WHERE coalesce(present, encounter) = ? ORDER BY tag",
            arguments: [id])
    }

    /// Every tag with the number of its encounters, sorted by the tag.
    public func tags() throws -> [TagCount] {
        try read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT tag, count(DISTINCT present), count(DISTINCT CASE WHEN present IS NULL THEN encounter END)
                    FROM placed_tag GROUP BY tag ORDER BY tag
                    """
            ).map { TagCount(tag: $0[0], encounters: $0[1], gone: $0[2]) }
        }
    }

    /// The ids of the encounters that have a tag, sorted; none of those that are gone.
    ///
    /// - Throws: ``RegisterError`` with `bad-note` for a word that is no tag.
    public func encounters(tagged word: String) throws -> [String] {
        let tag = try TagWord.demand(word)
        return try read { db in
            try String.fetchAll(
                db,
                sql: "SELECT DISTINCT present FROM placed_tag WHERE tag = ? AND present IS NOT NULL ORDER BY present",
                arguments: [tag])
        }
    }
}
