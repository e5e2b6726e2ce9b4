import Contract
import Corroboration
import Diplomacy
import FoundationEssentials
import GRDB

extension Register {
    /// Brings the encounters up to date with the reports that were stored since the last time, in one transaction.
    ///
    /// Only claims are looked at again that can be of one encounter with a new one, or with one of those, and so on; what
    /// comes out is what all reports give together.
    ///
    /// - Parameter time: the time of the register's clock, RFC 3339.
    public func reconcile(at time: String) throws {
        try write { db in
            let block = try block(db)
            let renewed = try Set(
                String.fetchAll(db, sql: "SELECT document FROM pending JOIN report ON report.id = pending.report"))
            try db.execute(sql: "DELETE FROM pending")
            try db.execute(sql: "DELETE FROM stale")
            guard !block.claims.isEmpty || !block.encounters.isEmpty else {
                return
            }
            let reports = try block.reports.map { try report($0, db) }
            var old = try stored(block.encounters, db)
            for id in block.encounters.sorted() {
                try db.cachedStatement(sql: "UPDATE claim SET encounter = NULL WHERE encounter = ?").execute(
                    arguments: [id])
            }
            for group in Corroborator().groups(of: reports, where: { block.claims[$0] != nil }) {
                let stored = old.removeValue(forKey: group.encounter.id)
                let isChanged = try put(group.encounter, replacing: stored, at: time, db)
                if isChanged || group.encounter.reports.contains(where: { renewed.contains($0.document) }) {
                    try SearchIndex.put(group.encounter, added: stored?.stamp.firstSeen ?? time, db)
                }
                for key in group.claims {
                    try db.cachedStatement(sql: "UPDATE claim SET encounter = ? WHERE id = ?")
                        .execute(arguments: [group.encounter.id, block.claims[key]])
                }
            }
            for id in old.keys.sorted() { try retire(id, block, at: time, db) }
        }
    }

    /// What is looked at again: claims by their keys, the reports that make them, and the encounters that they were of.
    struct Block {
        var claims: [ClaimKey: Int64] = [:]
        /// In the order of their rows.
        var reports: [Int64] = []
        var encounters: Set<String> = []
        /// The encounter that each claim was of.
        var homes: [Int64: String] = [:]
    }

    private func block(_ db: Database) throws -> Block {
        let pending = try Int64.fetchAll(
            db, sql: "SELECT claim.id FROM pending JOIN claim ON claim.report = pending.report ORDER BY claim.id")
        var block = try block(from: pending, db)
        // a changed report may have left an encounter without a claim
        block.encounters.formUnion(try String.fetchAll(db, sql: "SELECT encounter FROM stale"))
        return block
    }

    /// The claims that can be of one encounter with some, or with one of those, and so on.
    func block(from claims: [Int64], _ db: Database) throws -> Block {
        var block = Block()
        var frontier = claims
        var found = Set(claims)
        while let claim = frontier.popLast() {
            let near = try Int64.fetchAll(
                db.cachedStatement(
                    sql: """
                        SELECT other.claim FROM claim_key AS own JOIN claim_key AS other ON other.dyad = own.dyad
                        WHERE own.claim = ?1 AND other.first <= own.last + ?2 AND other.last >= own.first - ?2
                        UNION
                        SELECT other.id FROM claim AS own JOIN claim AS other ON other.encounter = own.encounter
                        WHERE own.id = ?1
                        """), arguments: [claim, BlockKey.reach])
            for other in near where found.insert(other).inserted { frontier.append(other) }
        }
        var reports: Set<Int64> = []
        for claim in found.sorted() {
            guard
                let row = try Row.fetchOne(
                    db.cachedStatement(
                        sql: """
                            SELECT claim.report, claim.ordinal, claim.encounter, report.document FROM claim
                            JOIN report ON report.id = claim.report WHERE claim.id = ?
                            """), arguments: [claim])
            else { continue }
            block.claims[ClaimKey(document: row[3], ordinal: row[1])] = claim
            if reports.insert(row[0]).inserted { block.reports.append(row[0]) }
            if let encounter: String = row[2] {
                block.encounters.insert(encounter)
                block.homes[claim] = encounter
            }
        }
        return block
    }

    func report(_ id: Int64, _ db: Database) throws -> Report { Report(try record(id, db)) }

    /// What was read from a report's present text.
    func record(_ id: Int64, _ db: Database) throws -> Diplomacy.Record {
        let json =
            try Data.fetchOne(
                db.cachedStatement(
                    sql: """
                        SELECT record FROM version JOIN report ON report.id = version.report AND report.version = version.number
                        WHERE report.id = ?
                        """), arguments: [id]) ?? Data()
        do {
            return try JSONDecoder().decode(Diplomacy.Record.self, from: json)
        } catch {
            throw RegisterError(
                .broken, "expected a record of report \(id), found \"\(error)\"; restore a backup or rebuild")
        }
    }

    private func stored(_ ids: Set<String>, _ db: Database) throws -> [String: StoredEncounter] {
        var found: [String: StoredEncounter] = [:]
        for id in ids.sorted() {
            guard
                let row = try Row.fetchOne(
                    db.cachedStatement(sql: "SELECT json, first_seen, changed, version FROM encounter WHERE id = ?"),
                    arguments: [id])
            else { continue }
            found[id] = StoredEncounter(
                json: row[0], stamp: EncounterStamp(firstSeen: row[1], changed: row[2], version: row[3]))
        }
        return found
    }

    /// Stores an encounter and tells whether that is another than before; one that is as it was keeps its stamp.
    private func put(
        _ encounter: RegisteredEncounter, replacing old: StoredEncounter?, at time: String, _ db: Database
    ) throws -> Bool {
        var out = JSONOutput()
        encounter.write(to: &out)
        let json = Data(out.bytes)
        if old?.json == json { return false }
        let day = encounter.date?.start.iso
        if let old {
            try db.cachedStatement(
                sql: "UPDATE encounter SET json = ?, status = ?, day = ?, changed = ?, version = ? WHERE id = ?"
            ).execute(arguments: [
                json, encounter.status.rawValue, day, time, old.stamp.version + 1, encounter.id,
            ])
        } else {
            try db.cachedStatement(
                sql: """
                    INSERT INTO encounter (id, json, status, day, first_seen, changed, version)
                    VALUES (?, ?, ?, ?, ?, ?, 1)
                    """
            ).execute(arguments: [encounter.id, json, encounter.status.rawValue, day, time, time])
            try db.cachedStatement(sql: "DELETE FROM alias WHERE old = ?").execute(arguments: [encounter.id])
        }
        try note(encounter.id, old.map { Self.change(from: $0.json, to: json) } ?? "new", at: time, db)
        return true
    }

    /// "changed place, origins": which of an encounter's fields are others; reasons only where nothing else is.
    private static func change(from old: Data, to new: Data) -> String {
        let fields = JSONMembers.changed(from: [UInt8](old), to: [UInt8](new))
        let told = fields == ["reasons"] ? fields : fields.filter { $0 != "reasons" }
        return "changed \(told.joined(separator: ", "))"
    }

    /// Takes an encounter away that no claims make any longer; its id leads to the one that has most of its claims.
    private func retire(_ id: String, _ block: Block, at time: String, _ db: Database) throws {
        try db.cachedStatement(sql: "DELETE FROM encounter WHERE id = ?").execute(arguments: [id])
        var heirs: [String: Int] = [:]
        for (claim, home) in block.homes where home == id {
            let heir = try String.fetchOne(
                db.cachedStatement(sql: "SELECT encounter FROM claim WHERE id = ?"), arguments: [claim])
            if let heir { heirs[heir, default: 0] += 1 }
        }
        let heir = heirs.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
        if let heir {
            try db.execute(sql: "UPDATE alias SET present = ? WHERE present = ?", arguments: [heir, id])
            try db.execute(sql: "INSERT OR REPLACE INTO alias (old, present) VALUES (?, ?)", arguments: [id, heir])
        }
        try note(id, heir.map { "became \($0)" } ?? "withdrawn", at: time, db)
    }

    private func note(_ encounter: String, _ change: String, at time: String, _ db: Database) throws {
        try db.cachedStatement(sql: "INSERT INTO history (time, encounter, change) VALUES (?, ?, ?)")
            .execute(arguments: [time, encounter, change])
    }
}

/// An encounter as it is stored.
struct StoredEncounter {
    /// Without its stamp.
    var json: Data
    var stamp: EncounterStamp
}
