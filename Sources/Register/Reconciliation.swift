import Contract
import Corroboration
import Diplomacy
import FoundationEssentials
import GRDB
import Synchronization

extension Register {
    /// Brings the encounters up to date with the reports that were stored since the last time, in one transaction.
    ///
    /// Only claims are grouped again that may be of another encounter now (``Neighbourhood``), and only encounters whose claims
    /// are others are made again; what comes out is what all reports give together.
    ///
    /// - Parameters:
    ///   - time: the time of the register's clock, RFC 3339.
    ///   - learns: whether the publishers' weights and the clock are brought up to date as well. Where much is added that is done
    ///     once at the end: a weight that goes back and forth has every contested encounter of the publisher made again.
    public func reconcile(at time: String, learns: Bool = true) throws {
        try write { db in try reconcile(at: time, learns: learns, db) }
        Boundary.reconciliationAfterCommit.pass()
    }

    func reconcile(at time: String, learns: Bool = true, _ db: Database) throws {
        let renewed = try Set(Int64.fetchAll(db, sql: "SELECT report FROM pending"))
        let pending = try Int64.fetchAll(
            db,
            sql: """
                SELECT claim.id FROM pending JOIN claim ON claim.report = pending.report WHERE facts IS NOT NULL
                ORDER BY claim.id
                """)
        let stale = try String.fetchAll(db, sql: "SELECT encounter FROM stale ORDER BY encounter")
        try db.execute(sql: "DELETE FROM pending; DELETE FROM stale")
        guard try !renewed.isEmpty || !stale.isEmpty || learns && StoredPerspective.isWaiting(db) else { return }
        var near = try Neighbourhood(db)
        try near.gather(from: pending, dissolving: stale)
        let work = try Regrouping(near, renewed: renewed, db)
        for id in work.homeless {
            try db.cachedStatement(sql: "UPDATE claim SET encounter = NULL WHERE id = ?").execute(arguments: [id])
        }
        var reports = ReportCache(db, known: recent.withLock { $0.turn() })
        var perspective = StoredPerspective(db)
        let present = try work.kept.union(make(work, &reports, renewed: renewed, at: time, &perspective, db))
        for (id, claims) in work.former.sorted(by: { $0.key < $1.key }) where !present.contains(id) {
            try retire(id, claims, at: time, db)
            try perspective.remove(id)
        }
        try perspective.addUp()
        if learns {
            let moved = try perspective.learn()
            if !moved.isEmpty {
                _ = try make(Regrouping(remaking: moved, near, db), &reports, renewed: [], at: time, &perspective, db)
                // the same bearings went and came
                try perspective.addUp()
            }
        } else {
            try StoredPerspective.wait(db)
        }
        Boundary.reconciliationBeforeCommit.pass()
    }

    /// Makes encounters of groups of claims and stores them.
    ///
    /// - Returns: their ids.
    private func make(
        _ work: Regrouping, _ reports: inout ReportCache, renewed: Set<Int64>, at time: String,
        _ perspective: inout StoredPerspective, _ db: Database
    ) throws -> Set<String> {
        var made: Set<String> = []
        for (number, claims) in work.groups.enumerated() {
            let group = try work.encounter(number, &reports)
            made.insert(group.encounter.id)
            let old = try stored(group.encounter.id, db)
            let isOther = try put(group.encounter, due: group.due, replacing: old, at: time, db)
            if isOther || claims.contains(where: { renewed.contains($0.report) }) {
                let added = try old?.stamp.firstSeen ?? stored(group.encounter.id, db)?.stamp.firstSeen ?? time
                try SearchIndex.put(group.encounter, added: added, db)
                try perspective.put(group)
            }
            for claim in claims where claim.encounter != group.encounter.id {
                try db.cachedStatement(sql: "UPDATE claim SET encounter = ? WHERE id = ?")
                    .execute(arguments: [group.encounter.id, claim.id])
            }
            Boundary.reconciliationMiddle.pass()
        }
        return made
    }

    func report(_ id: Int64, _ db: Database) throws -> Report { Report(try record(id, db)) }

    /// What was read from a report's present text.
    func record(_ id: Int64, _ db: Database) throws -> Diplomacy.Record {
        try ReportCache.record(id, db)
    }

    private func stored(_ id: String, _ db: Database) throws -> StoredEncounter? {
        try Row.fetchOne(
            db.cachedStatement(sql: "SELECT json, first_seen, changed, version, due FROM encounter WHERE id = ?"),
            arguments: [id]
        ).map {
            StoredEncounter(
                json: $0[0], stamp: EncounterStamp(firstSeen: $0[1], changed: $0[2], version: $0[3]), due: $0[4])
        }
    }

    /// Stores an encounter and tells whether that is another than before; one that is as it was keeps its stamp.
    private func put(
        _ encounter: RegisteredEncounter, due: Day?, replacing old: StoredEncounter?, at time: String, _ db: Database
    ) throws -> Bool {
        var out = JSONOutput()
        encounter.write(to: &out)
        let json = Data(out.bytes)
        if old?.json == json {
            if old?.due != due?.number {
                try db.cachedStatement(sql: "UPDATE encounter SET due = ? WHERE id = ?")
                    .execute(arguments: [due?.number, encounter.id])
            }
            return false
        }
        let day = encounter.date?.start.iso
        if let old {
            try db.cachedStatement(
                sql:
                    "UPDATE encounter SET json = ?, status = ?, day = ?, due = ?, changed = ?, version = ? WHERE id = ?"
            ).execute(arguments: [
                json, encounter.status.rawValue, day, due?.number, time, old.stamp.version + 1, encounter.id,
            ])
        } else {
            try db.cachedStatement(
                sql: """
                    INSERT INTO encounter (id, json, status, day, due, first_seen, changed, version)
                    VALUES (?1, ?2, ?3, ?4, ?6, coalesce((SELECT min(time) FROM history WHERE encounter = ?1), ?5), ?5, 1)
                    """
            ).execute(arguments: [
                encounter.id, json, encounter.status.rawValue, day, time, due?.number,
            ])
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
    private func retire(_ id: String, _ claims: [Int64], at time: String, _ db: Database) throws {
        try db.cachedStatement(sql: "DELETE FROM encounter WHERE id = ?").execute(arguments: [id])
        var heirs: [String: Int] = [:]
        for claim in claims {
            let heir = try String.fetchOne(
                db.cachedStatement(sql: "SELECT encounter FROM claim WHERE id = ?"), arguments: [claim])
            if let heir, heir != id { heirs[heir, default: 0] += 1 }
        }
        let heir = heirs.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
        if let heir {
            try db.cachedStatement(sql: "UPDATE alias SET present = ? WHERE present = ?").execute(arguments: [heir, id])
            try db.cachedStatement(sql: "INSERT OR REPLACE INTO alias (old, present) VALUES (?, ?)")
                .execute(arguments: [id, heir])
        } else {
            try db.cachedStatement(sql: "DELETE FROM alias WHERE present = ?").execute(arguments: [id])
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
    /// Days since 1970-01-01: the last day on which somebody might report what was announced.
    var due: Int?
}

/// What was read of the reports that were filed since the encounters were last brought up to date, and of those before them: what
/// is filed together is mostly of the same encounters.
struct RecentReports {
    private var present: [Int64: Report] = [:]
    private var former: [Int64: Report] = [:]

    mutating func put(_ filed: Report, _ report: Int64) { present[report] = filed }

    /// All of them; those filed last are the former ones from now on.
    mutating func turn() -> [Int64: Report] {
        let all = former.merging(present) { _, new in new }
        former = present
        present = [:]
        return all
    }
}

/// The reports of a register, decoded when they are first asked for.
struct ReportCache {
    private let db: Database
    private var reports: [Int64: Report]
    /// So many are kept; a record takes some ten kilobytes.
    private static let most = 20_000

    init(_ db: Database, known: [Int64: Report] = [:]) {
        self.db = db
        reports = known
    }

    mutating func report(_ id: Int64) throws -> Report {
        if let known = reports[id] { return known }
        if reports.count >= Self.most { reports = [:] }
        let report = Report(try Self.record(id, db))
        reports[id] = report
        return report
    }

    static func record(_ id: Int64, _ db: Database) throws -> Diplomacy.Record {
        let json =
            try Data.fetchOne(
                db.cachedStatement(
                    sql: "SELECT record FROM present WHERE report = ?"), arguments: [id]) ?? Data()
        do {
            return try JSONDecoder().decode(Diplomacy.Record.self, from: json)
        } catch {
            throw RegisterError(
                .broken, "expected a record of report \(id), found \"\(error)\"; restore a backup or rebuild")
        }
    }
}
