import Contract
public import Diplomacy
public import FoundationEssentials
import GRDB

/// An encounter with all that the register knows of it.
public struct EncounterView: Sendable {
    public var encounter: RegisteredEncounter
    /// One line of JSON (`rapporteur.encounter/1`).
    public var line: Data
    /// Its reports by their documents.
    public var reports: [String: ReportHead]
    /// What became of it and of those that became it, the first first.
    public var history: [Change]
    /// Of a visit, what took place in its course; of another, the visits that it was part of. Without their reports, in the
    /// order of days.
    public var related: [RegisteredEncounter]
    /// Rows of event data that allege it.
    public var eventData: [EventDataBeside] = []
}

/// A report without its text.
public struct ReportHead: Sendable {
    public var document: String
    public var title: String?
    /// As the report gives it.
    public var published: String?
    public var source: Source?
    public var url: String?
    /// When each of its texts came in, the first first; RFC 3339.
    public var added: [String]
}

/// What became of an encounter at a time.
public struct Change: Sendable, Hashable {
    /// RFC 3339.
    public var time: String
    public var encounter: String
    /// "new", "changed place, origins", "became enc_…", "withdrawn".
    public var change: String

    /// `new`, `changed`, `became` or `withdrawn`.
    public var kind: String { String(change.prefix { $0 != " " }) }
    /// The fields that changed, in order.
    public var fields: [String] {
        kind == "changed" ? change.dropFirst(kind.count + 1).split(separator: ", ").map(String.init) : []
    }
    /// The encounter that it became.
    public var heir: String? { kind == "became" ? String(change.dropFirst(kind.count + 1)) : nil }

    init(_ row: Row) {
        time = row[0]
        encounter = row[1]
        change = row[2]
    }
}

extension Register {
    /// The ids of the encounters that an id, an old id or the beginning of one means, sorted.
    ///
    /// - Parameter limit: the most that are given.
    public func presentIDs(beginning start: String, limit: Int = 20) throws -> [String] {
        if let present = try presentID(of: start) { return [present] }
        return try read { db in
            // the letters of an id end with f
            try String.fetchAll(
                db,
                sql: """
                    SELECT id FROM encounter WHERE id >= ?1 AND id < ?1 || 'g'
                    UNION SELECT present FROM alias WHERE old >= ?1 AND old < ?1 || 'g' ORDER BY 1 LIMIT ?2
                    """, arguments: [start, limit])
        }
    }

    /// An encounter by its present id; `nil` for none.
    public func encounter(_ id: String) throws -> EncounterView? {
        var view = try view(of: id)
        if let encounter = view?.encounter { view?.eventData = try eventData(beside: encounter) }
        return view
    }

    private func view(of id: String) throws -> EncounterView? {
        try read { db in
            guard
                let row = try Row.fetchOne(
                    db, sql: "SELECT json, first_seen, changed, version FROM encounter WHERE id = ?", arguments: [id])
            else { return nil }
            let decoder = JSONDecoder()
            var encounter = try decoder.encounter(row[0])
            let relations = Relations(db)
            encounter.relations = try relations.relations(of: encounter)
            let visits = try encounter.relations.compactMap { relation in
                try Data.fetchOne(db, sql: "SELECT json FROM encounter WHERE id = ?", arguments: [relation.encounter])
            }
            let related = try visits.map(decoder.head) + relations.parts(of: encounter)
            var reports: [String: ReportHead] = [:]
            for report in encounter.reports { reports[report.document] = try head(report.document, db) }
            let history = try Row.fetchAll(
                db,
                sql: """
                    SELECT time, encounter, change FROM history
                    WHERE encounter = ?1 OR encounter IN (SELECT old FROM alias WHERE present = ?1) ORDER BY id
                    """, arguments: [id])
            return EncounterView(
                encounter: encounter, line: Self.line(row, encounter.relations), reports: reports,
                history: history.map { Change($0) }, related: related)
        }
    }

    /// What became of an encounter that is no more, the first first; the id may be a beginning.
    public func changes(of id: String) throws -> [Change] {
        try read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT time, encounter, change FROM history WHERE encounter >= ?1 AND encounter < ?1 || 'g' ORDER BY id
                    """, arguments: [id]
            ).map { Change($0) }
        }
    }

    /// Gives what became of all encounters, the first first, each with the encounter where that still is, without its reports.
    ///
    /// - Parameter since: a day or a time in RFC 3339 (UTC) from which on; `nil` for all.
    public func log(since: String?, _ take: (Change, RegisteredEncounter?) throws -> Void) throws {
        try read { db in
            let decoder = JSONDecoder()
            let rows = try Row.fetchCursor(
                db,
                sql: """
                    SELECT time, encounter, change, json FROM history
                    LEFT JOIN encounter ON encounter.id = history.encounter WHERE time >= ? ORDER BY history.id
                    """, arguments: [since ?? ""])
            while let row = try rows.next() {
                let json: Data? = row[3]
                try take(Change(row), try json.map(decoder.head))
            }
        }
    }

    func head(_ document: String, _ db: Database) throws -> ReportHead? {
        guard
            let row = try Row.fetchOne(
                db.cachedStatement(
                    sql: "SELECT title, published, url, name, kind, country, report FROM present WHERE document = ?"),
                arguments: [document])
        else { return nil }
        let added = try String.fetchAll(
            db.cachedStatement(sql: "SELECT added FROM version WHERE report = ? ORDER BY number"), arguments: [row[6]])
        return ReportHead(
            document: document, title: row[0], published: row[1], source: Source(row: row), url: row[2], added: added)
    }
}

extension Source {
    /// The columns `name`, `kind` and `country` of a row; `nil` where there is no source.
    init?(row: Row) {
        guard let name: String = row["name"], let kind: String = row["kind"], let country: String = row["country"]
        else {
            return nil
        }
        self.init(
            name: name.isEmpty ? nil : name, kind: SourceKind(rawValue: kind), country: country.isEmpty ? nil : country)
    }
}
