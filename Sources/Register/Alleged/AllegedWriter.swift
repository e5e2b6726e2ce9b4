import Datasets
import Diplomacy
import FoundationEssentials
import GRDB
import GRDBSQLite

/// Writes rows of event data, in transactions of many rows: SQLite's own calls on statements that are prepared once, with texts
/// bound where they stand.
final class AllegedWriter {
    /// What a transaction and a file count.
    struct Counts: Hashable, Sendable {
        var rows = 0
        var duplicates = 0
        var replaced = 0
        var bad = 0
        var unknown = 0

        init(_ tally: AllegedTally) {
            rows = tally.rows
            duplicates = tally.duplicates
            replaced = tally.replaced
            bad = tally.bad
            unknown = tally.unknown
        }
    }

    /// The most problems of a file and a fault that are kept; all are counted.
    static let mostProblems = 1_000
    /// The most keys that are tried for an id whose hash other ids have.
    private static let mostProbes = 64

    private let db: Database
    private let file: Int64
    private var packing: RowPacking
    private var insert: OpaquePointer?
    private var select: OpaquePointer?
    private var update: OpaquePointer?
    /// By format and month since the year 0, since the last commit.
    private var months: [MonthKey: Int] = [:]
    private var lastMonth: (format: EventFormat, range: ClosedRange<Int>, month: Int, rows: Int)?
    /// Of rows that were stored since the last commit.
    private var entries: [DyadEntry] = []
    /// Where the file has any.
    private var mentions: MentionWriter?
    private var faults: [RowFault: Int] = [:]
    private var newFaults: [RowFault: Int] = [:]
    private(set) var counts: Counts

    private struct MonthKey: Hashable {
        var format: Int64
        var month: Int
    }

    /// - Parameter tables: the register's texts with numbers, where they are at hand.
    init(_ db: Database, file: Int64, counts: Counts, tables: InternTables?) throws {
        self.db = db
        packing = RowPacking(longest: EventTableReader.longestLine, tables ?? InternTables())
        self.file = file
        self.counts = counts
        for row in try Row.fetchAll(db, sql: "SELECT fault, rows FROM alleged_fault WHERE file = ?", arguments: [file])
        {
            if let fault = RowFault(rawValue: row[0]) { faults[fault] = row[1] }
        }
        if tables == nil {
            try load("SELECT bytes FROM alleged_word ORDER BY id") { packing.tables.words.number(of: $0) }
            try load("SELECT code FROM alleged_party ORDER BY id") { packing.tables.parties.number(of: $0) }
            packing.tables.words.noteStored()
            packing.tables.parties.noteStored()
        }
        insert = try db.prepared("INSERT OR IGNORE INTO alleged (id, pair, day, file, body) VALUES (?, ?, ?, ?, ?)")
        select = try db.prepared("SELECT pair, day, body FROM alleged WHERE id = ?")
        update = try db.prepared("UPDATE alleged SET pair = ?2, day = ?3, file = ?4, body = ?5 WHERE id = ?1")
    }

    /// The texts that have numbers, all stored after a commit.
    var tables: InternTables { packing.tables }

    deinit {
        for statement in [insert, select, update] { sqlite3_finalize(statement) }
    }

    private func load(_ sql: String, _ put: (Cell) -> Int64?) throws {
        let rows = try Row.fetchCursor(db, sql: sql)
        while let row = try rows.next() {
            try row.withUnsafeData(atIndex: 0) { data in
                data?.withUnsafeBytes { bytes in
                    guard let start = bytes.baseAddress?.assumingMemoryBound(to: UInt8.self) else { return }
                    _ = put(Cell(start: start, count: bytes.count))
                }
            }
        }
    }

    // MARK: - Rows

    /// Stores a row. The same again is a duplicate; another one with the id of a stored row takes its place.
    func put(_ row: EventRow, line: Int) throws {
        guard packing.pack(row) else {
            return try put(
                RowProblem(
                    .tooManyParties, line: line,
                    detail: "expected at most \(AllegedPair.mostParties) codes of parties, found more", row: row.id))
        }
        if !row.source.party.isKnown && !row.source.party.isEmpty
            || !row.target.party.isKnown && !row.target.party.isEmpty
            || !row.country.isKnown && !row.country.isEmpty
        {
            counts.unknown += 1
        }
        let month = count(row)
        let (source, target) = (packing.source, packing.target)
        let pair =
            source != 0 && target != 0 && source != target
            ? AllegedPair.pair(month: month, source, target) : nil
        var key = AllegedKey.key(row)
        for _ in 0..<Self.mostProbes {
            try bind(insert, key, pair, row.day)
            try run(insert)
            if sqlite3_changes(db.sqliteConnection) == 1 {
                counts.rows += 1
                list(key, pair, row.day)
                return
            }
            if try settle(key, pair, row) { return }
            key = AllegedKey.next(key)
        }
        uncount(format: row.format, day: row.day)
        try put(
            RowProblem(
                .noID, line: line, detail: "expected an id that can be told from others, found one that cannot",
                row: row.id))
    }

    /// Takes a mention, to be stored with others. The same again is a duplicate; one that tells more of the
    /// same sentence takes its place (`MentionWriter`).
    func put(_ mention: MentionRow, line: Int) throws {
        let writer = try mentions ?? MentionWriter(db, file: file)
        mentions = writer
        writer.take(mention, line: line, &packing)
        if writer.isFull { try flushMentions() }
    }

    private func flushMentions() throws {
        guard let mentions else { return }
        let outcome = try mentions.flush()
        counts.rows += outcome.rows
        counts.duplicates += outcome.duplicates
        counts.replaced += outcome.replaced
        for problem in outcome.problems { try put(problem) }
    }

    private func bind(_ statement: OpaquePointer?, _ key: Int64, _ pair: Int64?, _ day: Day) throws {
        sqlite3_bind_int64(statement, 1, key)
        if let pair { sqlite3_bind_int64(statement, 2, pair) } else { sqlite3_bind_null(statement, 2) }
        sqlite3_bind_int64(statement, 3, Int64(day.number))
        sqlite3_bind_int64(statement, 4, file)
        let body = packing.bytes
        let code = sqlite3_bind_blob(statement, 5, body.baseAddress, Int32(body.count), nil)
        guard code == SQLITE_OK else { throw db.failure(code) }
    }

    private func run(_ statement: OpaquePointer?) throws {
        let code = sqlite3_step(statement)
        sqlite3_reset(statement)
        guard code == SQLITE_DONE else { throw db.failure(code) }
    }

    /// Deals with a row whose key is taken.
    ///
    /// - Returns: false where the key is another id's.
    private func settle(_ key: Int64, _ pair: Int64?, _ row: EventRow) throws -> Bool {
        sqlite3_bind_int64(select, 1, key)
        let code = sqlite3_step(select)
        guard code == SQLITE_ROW else {
            sqlite3_reset(select)
            throw db.failure(code == SQLITE_DONE ? SQLITE_CONSTRAINT : code)
        }
        let oldPair = sqlite3_column_type(select, 0) == SQLITE_NULL ? nil : sqlite3_column_int64(select, 0)
        let oldDay = Day(number: min(max(Int(sqlite3_column_int64(select, 1)), -4_000_000), 4_000_000))
        let old = UnsafeRawBufferPointer(
            start: sqlite3_column_blob(select, 2), count: Int(sqlite3_column_bytes(select, 2)))
        let body = packing.bytes
        let isSame = oldPair == pair && oldDay == row.day && old.elementsEqual(body)
        let isOther = AllegedKey.isHashed(key) && !Self.hasID(old, row.id)
        sqlite3_reset(select)
        if isOther { return false }
        if isSame {
            counts.duplicates += 1
            uncount(format: row.format, day: row.day)
            return true
        }
        uncount(format: row.format, day: oldDay)
        try bind(update, key, pair, row.day)
        try run(update)
        counts.replaced += 1
        if oldPair != pair || oldDay != row.day { list(key, pair, row.day) }
        return true
    }

    private func list(_ key: Int64, _ pair: Int64?, _ day: Day) {
        guard let pair else { return }
        entries.append(DyadEntry(pair: pair, day: Int32(truncatingIfNeeded: day.number), key: key))
    }

    /// Whether a body begins with an id.
    private static func hasID(_ body: UnsafeRawBufferPointer, _ id: Cell) -> Bool {
        var event = RowUnpacking(body, word: { _ in "" }, party: { _ in "" })
        return event.id() == id.text
    }

    // MARK: - Months

    /// Counts a row, and gives its month since the year 0.
    private func count(_ row: EventRow) -> Int {
        if let last = lastMonth, last.format == row.format, last.range.contains(row.day.number) {
            lastMonth?.rows += 1
            return last.month
        }
        settleMonth()
        let civil = row.day.civil
        let first = row.day.number - (civil.day - 1)
        let range = first...(first + Day.length(year: civil.year, month: civil.month) - 1)
        let month = civil.year * 12 + civil.month - 1
        lastMonth = (row.format, range, month, 1)
        return month
    }

    private func settleMonth() {
        guard let last = lastMonth else { return }
        months[MonthKey(format: AllegedKey.number(of: last.format), month: last.month), default: 0] += last.rows
        lastMonth = nil
    }

    private func uncount(format: EventFormat, day: Day) {
        let civil = day.civil
        let key = MonthKey(format: AllegedKey.number(of: format), month: civil.year * 12 + civil.month - 1)
        months[key, default: 0] -= 1
    }

    // MARK: - Problems

    /// Counts a problem, and keeps it where there are not too many of its kind.
    func put(_ problem: RowProblem) throws {
        counts.bad += 1
        newFaults[problem.fault, default: 0] += 1
        guard faults[problem.fault, default: 0] + newFaults[problem.fault, default: 0] <= Self.mostProblems else {
            return
        }
        try db.cachedStatement(
            sql: "INSERT OR IGNORE INTO alleged_problem (file, fault, line, detail, bytes) VALUES (?, ?, ?, ?, ?)"
        ).execute(arguments: [
            file, problem.fault.rawValue, problem.line, problem.detail, Data(problem.bytes),
        ])
    }

    // MARK: - Ends of transactions

    /// Writes what is listed, counted and named beside the rows, at the end of a transaction.
    ///
    /// - Parameter lines: of the file that are stored by then.
    func flush(lines: Int) throws {
        try flushMentions()
        try flushEntries(batch: file << 40 | Int64(lines))
        settleMonth()
        for (key, rows) in months where rows != 0 {
            try db.cachedStatement(
                sql: """
                    INSERT INTO alleged_month (format, month, rows) VALUES (?, ?, ?)
                    ON CONFLICT (format, month) DO UPDATE SET rows = rows + excluded.rows
                    """
            ).execute(arguments: [key.format, key.month, rows])
        }
        months.removeAll(keepingCapacity: true)
        for (fault, rows) in newFaults {
            try db.cachedStatement(
                sql: """
                    INSERT INTO alleged_fault (file, fault, rows) VALUES (?, ?, ?)
                    ON CONFLICT (file, fault) DO UPDATE SET rows = rows + excluded.rows
                    """
            ).execute(arguments: [file, fault.rawValue, rows])
            faults[fault, default: 0] += rows
        }
        newFaults.removeAll()
        for word in packing.tables.words.takeNew() {
            try db.cachedStatement(sql: "INSERT INTO alleged_word (id, bytes) VALUES (?, ?)")
                .execute(arguments: [word.number, Data(word.text)])
        }
        for party in packing.tables.parties.takeNew() {
            try db.cachedStatement(sql: "INSERT INTO alleged_party (id, code) VALUES (?, ?)")
                .execute(arguments: [party.number, Data(party.text)])
        }
    }

    private func flushEntries(batch: Int64) throws {
        entries.sort()
        var start = 0
        while start < entries.count {
            var end = start + 1
            while end < entries.count, entries[end].pair == entries[start].pair { end += 1 }
            try db.cachedStatement(sql: "INSERT INTO alleged_dyad (pair, batch, list) VALUES (?, ?, ?)")
                .execute(arguments: [entries[start].pair, batch, Data(DyadList.pack(entries[start..<end]))])
            start = end
        }
        entries.removeAll(keepingCapacity: true)
    }
}
