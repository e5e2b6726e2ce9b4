import Contract
import Diplomacy
public import FoundationEssentials
import GRDB

extension Register {
    /// Gives every encounter as one line of JSON (`rapporteur.encounter/1`), sorted by id, without the line feed.
    public func exportEncounters(_ take: (Data) throws -> Void) throws {
        try read { db in
            let relations = try Relations(db).all()
            let rows = try Row.fetchCursor(
                db, sql: "SELECT json, first_seen, changed, version, id FROM encounter ORDER BY id")
            while let row = try rows.next() { try take(Self.line(row, relations[row[4]] ?? [])) }
        }
    }

    /// Gives some encounters as ``exportEncounters(_:)`` does, in the order of the ids; one that is not there is left out.
    public func exportEncounters(_ ids: [String], _ take: (Data) throws -> Void) throws {
        try read { db in
            for id in ids {
                let row = try Row.fetchOne(
                    db.cachedStatement(sql: "SELECT json, first_seen, changed, version FROM encounter WHERE id = ?"),
                    arguments: [id])
                guard let row else { continue }
                let relations = try Relations(db).relations(of: JSONDecoder().head(row[0]))
                try take(Self.line(row, relations))
            }
        }
    }

    static func line(_ row: Row, _ relations: [Relation]) -> Data {
        let stamp = EncounterStamp(firstSeen: row[1], changed: row[2], version: row[3])
        return Data(stamp.put(into: [UInt8](row[0] as Data), relations: relations))
    }

    /// The present id of an encounter: its own, or the one that an alias leads to; `nil` for none.
    public func presentID(of id: String) throws -> String? {
        try read { db in
            if try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM encounter WHERE id = ?)", arguments: [id])
                == true
            {
                return id
            }
            return try String.fetchOne(db, sql: "SELECT present FROM alias WHERE old = ?", arguments: [id])
        }
    }

    /// What could not be filed, the first first.
    public func problems() throws -> [Problem] {
        try read { db in
            try Row.fetchAll(db, sql: "SELECT input, line, code, message FROM problem ORDER BY id").map {
                Problem(input: $0[0], line: $0[1], code: $0[2], message: $0[3])
            }
        }
    }
}
