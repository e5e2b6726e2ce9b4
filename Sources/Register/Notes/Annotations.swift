import GRDB

/// What a desk has written on an encounter: its tags and its notes.
public struct Annotations: Hashable, Sendable {
    /// The present id of the encounter; where that is gone, the id that it had.
    public var encounter: String
    /// Whether the encounter is gone.
    public var isGone = false
    /// Sorted.
    public var tags: [String] = []
    /// The earliest first.
    public var notes: [EncounterNote] = []

    public var isEmpty: Bool { tags.isEmpty && notes.isEmpty }
}

extension Register {
    /// Every encounter that has a tag or a note, by its id, with these. Private: for a desk's own file alone, and only where
    /// it asks for it.
    public func annotations() throws -> [Annotations] {
        try read { db in
            var found: [String: Annotations] = [:]
            for note in try Self.notes("", [], db) {
                found[note.encounter, default: Annotations(encounter: note.encounter, isGone: note.isGone)].notes
                    .append(note)
            }
            let rows = try Row.fetchAll(
                db,
                sql: """
                    SELECT DISTINCT coalesce(present, encounter), present IS NULL, tag FROM placed_tag ORDER BY tag
                    """)
            for row in rows {
                let id: String = row[0]
                found[id, default: Annotations(encounter: id, isGone: row[1])].tags.append(row[2])
            }
            return found.values.sorted { $0.encounter < $1.encounter }
        }
    }

    /// What is written on one encounter, by its present id, an old one, or that of one that is gone.
    public func annotations(of id: String) throws -> Annotations {
        let present = try presentID(of: id)
        return Annotations(
            encounter: present ?? id, isGone: present == nil, tags: try tags(of: id), notes: try notes(of: id))
    }

    /// Counts notes and tags, and finds those that the program would not have written.
    static func checkNotes(_ db: Database, _ findings: inout Findings) throws {
        for row in try Row.fetchAll(db, sql: "SELECT id, author, time, text, ordinal FROM note ORDER BY id") {
            let id: Int64 = row[0]
            do {
                try EncounterNote.demand(text: row[3], author: row[1], time: row[2])
                if (row[4] as Int) < 0 { findings.faults.append("a note that is tied to no claim: \(id)") }
            } catch let error as RegisterError {
                findings.faults.append("a note that is none: \(id): \(error.message)")
            }
        }
        for row in try Row.fetchAll(db, sql: "SELECT encounter, tag, ordinal FROM tag ORDER BY encounter, tag") {
            let (encounter, tag): (String, String) = (row[0], row[1])
            if TagWord.normal(tag) != tag { findings.faults.append("a tag that is none: \(encounter) \"\(tag)\"") }
            if (row[2] as Int) < 0 { findings.faults.append("a tag that is tied to no claim: \(encounter) \(tag)") }
        }
        for (one, name) in [("note", "notes"), ("tag", "tags")] {
            let row = try Row.fetchOne(
                db, sql: "SELECT count(*), count(*) - count(present) FROM placed_\(one)")
            guard let row, (row[0] as Int) > 0 else { continue }
            let gone = (row[1] as Int) > 0 ? ", \(row[1] as Int) on encounters that are gone" : ""
            findings.notes.append("\(row[0] as Int) \(name)\(gone)")
        }
    }
}
