import Corroboration
import Diplomacy
import GRDB

/// What all reports of a register together tell that bears on each encounter, and what changes it in one transaction.
struct StoredPerspective {
    private let db: Database
    /// What the bearings that came and went since ``present(_:)`` come to.
    private var changes: [String: (agreed: Int, disagreed: Int)] = [:]

    init(_ db: Database) { self.db = db }

    /// That by which the encounters are made at present.
    static func present(_ db: Database) throws -> Perspective {
        let rows = try Row.fetchAll(db.cachedStatement(sql: "SELECT name, step FROM publisher"))
        return Perspective(
            sources: SourceRecords(steps: Dictionary(uniqueKeysWithValues: rows.map { ($0[0], $0[1]) })),
            clock: try Int.fetchOne(db.cachedStatement(sql: "SELECT day FROM clock")).map { Day(number: $0) })
    }

    // MARK: - What it is made of

    /// Notes the day and the publisher of a report's present version.
    static func note(_ filed: Report, _ report: Int64, _ db: Database) throws {
        try db.cachedStatement(sql: "UPDATE report SET day = ?, publisher = ? WHERE id = ?")
            .execute(arguments: [filed.published?.number, filed.source?.name ?? "", report])
    }

    /// Stores how the publishers of an encounter stand to one another.
    mutating func put(_ group: EncounterGroup) throws {
        try remove(group.encounter.id)
        for (publisher, tally) in group.bearings.sorted(by: { $0.key < $1.key }) {
            try db.cachedStatement(
                sql: "INSERT INTO bearing (encounter, publisher, agreed, disagreed, contested) VALUES (?, ?, ?, ?, ?)"
            ).execute(arguments: [group.encounter.id, publisher, tally.agreed, tally.disagreed, group.isContested])
            change(publisher, tally.agreed, tally.disagreed)
        }
    }

    /// Forgets an encounter.
    mutating func remove(_ encounter: String) throws {
        let old = try Row.fetchAll(
            db.cachedStatement(
                sql: "SELECT publisher, agreed, disagreed FROM bearing WHERE encounter = ? ORDER BY publisher"),
            arguments: [encounter])
        guard !old.isEmpty else { return }
        for row in old { change(row[0], -row[1], -row[2]) }
        try db.cachedStatement(sql: "DELETE FROM bearing WHERE encounter = ?").execute(arguments: [encounter])
    }

    private mutating func change(_ publisher: String, _ agreed: Int, _ disagreed: Int) {
        let known = changes[publisher] ?? (0, 0)
        changes[publisher] = (known.agreed + agreed, known.disagreed + disagreed)
    }

    // MARK: - Learning

    /// Adds what came and went to the publishers' sums. Their weights stay as they are until ``learn()``.
    mutating func addUp() throws {
        for (name, change) in changes.sorted(by: { $0.key < $1.key }) {
            try db.cachedStatement(
                sql: """
                    INSERT INTO publisher (name, agreed, disagreed, step) VALUES (?, ?, ?, ?)
                    ON CONFLICT (name) DO UPDATE SET agreed = agreed + excluded.agreed,
                        disagreed = disagreed + excluded.disagreed
                    """
            ).execute(arguments: [name, change.agreed, change.disagreed, SourceRecords.full])
        }
        changes = [:]
    }

    /// Puts what the reports tell now in the place of what they told.
    ///
    /// - Returns: the encounters that may come out otherwise, in order: contested ones with a publisher whose weight is another
    ///   now, and announced ones that the clock has passed.
    func learn() throws -> [String] {
        var found: Set<String> = []
        for row in try Row.fetchAll(db, sql: "SELECT name, agreed, disagreed, step FROM publisher ORDER BY name") {
            let name: String = row[0]
            let step = SourceRecords.Tally(agreed: row[1], disagreed: row[2]).step
            guard step != row[3] else { continue }
            try db.cachedStatement(sql: "UPDATE publisher SET step = ? WHERE name = ?").execute(arguments: [step, name])
            found.formUnion(
                try String.fetchAll(
                    db.cachedStatement(sql: "SELECT encounter FROM bearing WHERE publisher = ? AND contested"),
                    arguments: [name]))
        }
        try db.execute(sql: "DELETE FROM derived WHERE name = 'unlearned'")
        return try found.union(moveClock()).sorted()
    }

    /// Whether the encounters were made by weights and a clock that are not yet what the reports tell.
    static func isWaiting(_ db: Database) throws -> Bool {
        try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM derived WHERE name = 'unlearned')") ?? false
    }

    static func wait(_ db: Database) throws {
        try db.execute(sql: "INSERT OR REPLACE INTO derived (name, version) VALUES ('unlearned', 1)")
    }

    /// Brings the clock up to date.
    ///
    /// - Returns: encounters that it may have passed, or passed back.
    private func moveClock() throws -> [String] {
        let before = try Int.fetchOne(db.cachedStatement(sql: "SELECT day FROM clock"))
        let clock = try self.clock()
        guard clock != before else { return [] }
        try db.execute(sql: "DELETE FROM clock")
        if let clock { try db.execute(sql: "INSERT INTO clock (day) VALUES (?)", arguments: [clock]) }
        // one is overdue when its day is less than the clock
        let (first, last) = (min(clock ?? .min, before ?? .min), max(clock ?? .min, before ?? .min))
        return try String.fetchAll(
            db, sql: "SELECT id FROM encounter WHERE due >= ? AND due < ?", arguments: [first, last])
    }

    /// By the latest reports of the first three publishers from the end.
    private func clock() throws -> Int? {
        var latest: [String: Day] = [:]
        let rows = try Row.fetchCursor(
            db.cachedStatement(
                sql: "SELECT publisher, day FROM report WHERE day IS NOT NULL ORDER BY day DESC, publisher DESC"))
        while latest.count < Perspective.voices, let row = try rows.next() {
            let name: String = row[0]
            if latest[name] == nil { latest[name] = Day(number: row[1]) }
        }
        return Perspective.clock(Array(latest.values))?.number
    }
}
