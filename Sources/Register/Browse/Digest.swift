import Corroboration
public import Diplomacy
import GRDB

/// What became of a register since a time, for those who follow all or some of it.
public struct Digest: Sendable {
    /// An encounter that one side's officials have told of, and the other's not for a day or more.
    public struct OneSided: Sendable {
        public var brief: EncounterBrief
        public var told: String
        public var silent: String
        /// Days from the first report of it to the register's day.
        public var days: Int
    }

    /// Some encounters of many.
    public struct List: Sendable {
        public var briefs: [EncounterBrief] = []
        /// How many there are in all.
        public var count = 0

        /// The most that are looked at to find the newest.
        private static let mostSorted = 5000

        mutating func add(_ brief: EncounterBrief) {
            count += 1
            if briefs.count < Self.mostSorted { briefs.append(brief) }
        }

        /// Keeps the newest, by their days.
        mutating func keep(_ most: Int) {
            briefs.sort { ($1.date?.start.number ?? 0, $1.id) < ($0.date?.start.number ?? 0, $0.id) }
            briefs.removeLast(max(0, briefs.count - most))
        }
    }

    /// A day or a time in RFC 3339.
    public var since: String
    public var clock: Day?
    /// New in the register: what took place.
    public var new = List()
    /// New in the register: what is to come.
    public var planned = List()
    /// Those whose course changed: held after all, postponed, called off, declined.
    public var moved = List()
    /// Those in which a dispute stands, and what is disputed changed.
    public var disputed = List()
    /// Those in which no dispute is left.
    public var settled = List()
    public var oneSided: [OneSided] = []
    /// What is announced or proposed for the next fortnight.
    public var ahead: [EncounterBrief] = []
    public var silent: [SilentSource] = []

    public var isEmpty: Bool {
        new.count + planned.count + moved.count + disputed.count + settled.count + oneSided.count + ahead.count == 0
    }
}

extension Register {
    /// Days after which a side that has not told of an encounter is silent on it.
    private static let courtesy = 1
    /// Days before the register's day in which encounters told by one side are looked for, and after it what is ahead.
    private static let fortnight = 14

    /// - Parameters:
    ///   - since: a day or a time in RFC 3339 (UTC).
    ///   - query: the encounters that are followed; `nil` for all.
    ///   - limit: the most of each list.
    public func digest(since: String, of query: SearchQuery? = nil, limit: Int) throws -> Digest {
        try read { db in
            let clock = try Self.clock(db)
            var digest = Digest(since: since, clock: clock)
            let followed = try query.map { try statement(for: $0, db) }
            for change in try changes(since: since, db) {
                guard let brief = try briefs(of: [change.encounter], db).first,
                    try followed.map({ try matches($0, brief.id, db) }) != false
                else { continue }
                let isPlanned = [.announced, .proposed].contains(brief.status)
                if change.isNew {
                    if isPlanned { digest.planned.add(brief) } else { digest.new.add(brief) }
                } else if change.fields.contains("status") {
                    digest.moved.add(brief)
                }
                guard change.fields.contains("disputes") || change.isNew && !brief.disputes.isEmpty else { continue }
                if brief.disputes.isEmpty {
                    digest.settled.add(brief)
                } else {
                    digest.disputed.add(brief)
                }
            }
            for list in [\Digest.new, \.planned, \.moved, \.disputed, \.settled] { digest[keyPath: list].keep(limit) }
            guard let clock else { return digest }
            digest.ahead = try ahead(of: query, from: clock, to: clock + Self.fortnight, limit: limit, db)
            digest.oneSided = try oneSided(clock, query, limit: limit, db)
            digest.silent = query == nil ? Array(try Self.silent(on: clock, db).prefix(limit)) : []
            return digest
        }
    }

    /// What became of each encounter that is there, the one that changed last first.
    private func changes(
        since: String, _ db: Database
    ) throws -> [(encounter: String, isNew: Bool, fields: Set<String>)] {
        var order: [String] = []
        var found: [String: (isNew: Bool, fields: Set<String>)] = [:]
        let rows = try Row.fetchCursor(
            db, sql: "SELECT time, encounter, change FROM history WHERE time >= ? ORDER BY id DESC", arguments: [since])
        while let row = try rows.next() {
            let change = Change(row)
            if found[change.encounter] == nil { order.append(change.encounter) }
            var known = found[change.encounter] ?? (false, [])
            known.isNew = known.isNew || change.kind == "new"
            known.fields.formUnion(change.fields)
            found[change.encounter] = known
        }
        return order.compactMap { id in found[id].map { (id, $0.isNew, $0.fields) } }
    }

    private func matches(_ statement: SearchStatement, _ id: String, _ db: Database) throws -> Bool {
        let (sql, arguments) = statement.source
        return try Bool.fetchOne(
            db.cachedStatement(
                sql: """
                    SELECT EXISTS (SELECT 1 \(sql) AND \(statement.row) = (SELECT id FROM facet WHERE encounter = ?))
                    """), arguments: arguments + [id]) == true
    }

    private func oneSided(_ clock: Day, _ query: SearchQuery?, limit: Int, _ db: Database) throws -> [Digest.OneSided] {
        let past = SearchQuery.all([
            .facet(.status, Status.held.rawValue, isPrefix: false),
            .days(.date, first: clock - Self.fortnight, last: clock - Self.courtesy),
        ])
        let statement = try self.statement(for: query.map { .all([$0, past]) } ?? past, db)
        var found: [Digest.OneSided] = []
        for row in try briefs(statement, order: "DESC", limit: 500, db) where found.count < limit {
            let own = row.brief.parties.filter(row.brief.sides.contains)
            guard own.count == 1, let told = own.first, row.brief.dyads.count == 1,
                let silent = row.brief.parties.first(where: { $0 != told }),
                // a side of which the register has no readouts at all is not silent: it is not read
                try Bool.fetchOne(
                    db.cachedStatement(sql: "SELECT EXISTS (SELECT 1 FROM search WHERE search MATCH ?)"),
                    arguments: ["facets : \(SearchIndex.readout(of: silent))"]) == true,
                let first = try Int.fetchOne(
                    db.cachedStatement(sql: "SELECT first_published FROM facet WHERE id = ?"), arguments: [row.row])
            else { continue }
            let days = clock.number - first
            if days >= Self.courtesy {
                found.append(Digest.OneSided(brief: row.brief, told: told, silent: silent, days: days))
            }
        }
        return found
    }
}
