import Datasets
import Diplomacy
import GRDB
import GRDBSQLite

/// Writes mentions, sorted by their keys and many at once, so that a page of the table is written once for all of a transaction that
/// belong there.
///
/// Of mentions in the same sentence of a document, of which GDELT has some, one is kept in whatever order they come: the most
/// confident, of such as are equal in that one of the text as it stood, then the earliest.
final class MentionWriter {
    /// What became of mentions.
    struct Outcome {
        var rows = 0
        var duplicates = 0
        var replaced = 0
        var problems: [RowProblem] = []
    }

    /// The most mentions, and the most bytes of their bodies, that wait in memory.
    private static let mostWaiting = 1 << 17
    private static let mostBytes = 1 << 24

    /// A mention that waits; its body stands in `bodies`.
    private struct Waiting {
        var time: Int64
        var publisher: Int64
        var start: Int
        var count: Int32
        /// The bytes of the address at the body's beginning.
        var address: Int32
        var line: Int
        var kind: Int32?
        var sentence: Int32?
        var confidence: Int32?
        var isInRawText: Bool?
    }

    /// A mention's key and its place in `waiting`.
    private struct Key: Comparable {
        var event: Int64
        var hash: Int64
        var place: Int

        static func < (one: Key, other: Key) -> Bool {
            if one.event != other.event { return one.event < other.event }
            return one.hash != other.hash ? one.hash < other.hash : one.place < other.place
        }
    }

    private let db: Database
    private let file: Int64
    private var insert: OpaquePointer?
    private var select: OpaquePointer?
    private var update: OpaquePointer?
    private var keys: [Key] = []
    private var waiting: [Waiting] = []
    private var bodies: [UInt8] = []

    init(_ db: Database, file: Int64) throws {
        (self.db, self.file) = (db, file)
        insert = try db.prepared(
            """
            INSERT OR IGNORE INTO alleged_mention
                (event, hash, time, file, kind, publisher, sentence, confidence, in_raw_text, body)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        select = try db.prepared(
            """
            SELECT time, sentence, confidence, in_raw_text, body FROM alleged_mention WHERE event = ? AND hash = ?
            """)
        update = try db.prepared(
            """
            UPDATE alleged_mention SET time = ?3, file = ?4, kind = ?5, publisher = ?6, sentence = ?7, confidence = ?8,
                in_raw_text = ?9, body = ?10
            WHERE event = ?1 AND hash = ?2
            """)
    }

    deinit {
        for statement in [insert, select, update] { sqlite3_finalize(statement) }
    }

    /// Whether as many wait as may.
    var isFull: Bool { waiting.count >= Self.mostWaiting || bodies.count >= Self.mostBytes }

    /// Takes a mention, to be stored by the next ``flush()``.
    func take(_ mention: MentionRow, line: Int, _ packing: inout RowPacking) {
        let (address, publisher) = packing.pack(mention)
        let hash = MentionKey.hash(UnsafeRawBufferPointer(mention.url.bytes), sentence: mention.sentence)
        keys.append(Key(event: mention.event, hash: hash, place: waiting.count))
        waiting.append(
            Waiting(
                time: Int64(mention.seen.number) * 86_400 + Int64(mention.second), publisher: publisher,
                start: bodies.count, count: Int32(packing.count), address: Int32(address), line: line,
                kind: mention.kind, sentence: mention.sentence, confidence: mention.confidence,
                isInRawText: mention.isInRawText))
        bodies.append(contentsOf: packing.bytes)
    }

    /// Stores what waits.
    func flush() throws -> Outcome {
        var outcome = Outcome()
        keys.sort()
        for key in keys { try store(key, &outcome) }
        keys.removeAll(keepingCapacity: true)
        waiting.removeAll(keepingCapacity: true)
        bodies.removeAll(keepingCapacity: true)
        return outcome
    }

    private func store(_ key: Key, _ outcome: inout Outcome) throws {
        let mention = waiting[key.place]
        var hash = key.hash
        for _ in 0..<MentionKey.mostProbes {
            try run(insert, key.event, hash, mention)
            if sqlite3_changes(db.sqliteConnection) == 1 {
                outcome.rows += 1
                return
            }
            switch try standing(key.event, hash, mention) {
            case .known:
                outcome.duplicates += 1
                return
            case .better:
                try run(update, key.event, hash, mention)
                outcome.replaced += 1
                return
            case .other: hash = MentionKey.next(hash)
            }
        }
        let body = bodies[mention.start..<mention.start + Int(mention.count)]
        outcome.problems.append(
            RowProblem(
                .noID, line: mention.line,
                detail: "expected an identifier that can be told from others, found one that cannot",
                bytes: Array("\(key.event)\t".utf8) + body))
    }

    private func run(_ statement: OpaquePointer?, _ event: Int64, _ hash: Int64, _ mention: Waiting) throws {
        sqlite3_bind_int64(statement, 1, event)
        sqlite3_bind_int64(statement, 2, hash)
        sqlite3_bind_int64(statement, 3, mention.time)
        sqlite3_bind_int64(statement, 4, file)
        bind(statement, 5, mention.kind)
        bind(statement, 6, mention.publisher == 0 ? nil : mention.publisher)
        bind(statement, 7, mention.sentence)
        bind(statement, 8, mention.confidence)
        bind(statement, 9, mention.isInRawText.map { $0 ? 1 : 0 })
        let code = bodies.withUnsafeBytes { bytes in
            // the memory stands until the statement has run
            let code = sqlite3_bind_blob(
                statement, 10, bytes.baseAddress.map { $0 + mention.start }, mention.count, nil)
            guard code == SQLITE_OK else { return code }
            let result = sqlite3_step(statement)
            sqlite3_reset(statement)
            return result
        }
        guard code == SQLITE_DONE else { throw db.failure(code) }
    }

    private func bind(_ statement: OpaquePointer?, _ column: Int32, _ value: (some BinaryInteger)?) {
        if let value {
            sqlite3_bind_int64(statement, column, Int64(truncatingIfNeeded: value))
        } else {
            sqlite3_bind_null(statement, column)
        }
    }

    /// How a mention stands to the one that has its key.
    private enum Standing {
        /// Of the same sentence of the same document, and tells no more.
        case known
        /// Of the same sentence of the same document, and tells more.
        case better
        /// Of another sentence or document.
        case other
    }

    private func standing(_ event: Int64, _ hash: Int64, _ mention: Waiting) throws -> Standing {
        sqlite3_bind_int64(select, 1, event)
        sqlite3_bind_int64(select, 2, hash)
        defer { sqlite3_reset(select) }
        let code = sqlite3_step(select)
        guard code == SQLITE_ROW else { throw db.failure(code == SQLITE_DONE ? SQLITE_CONSTRAINT : code) }
        let old = UnsafeRawBufferPointer(
            start: sqlite3_column_blob(select, 4), count: Int(sqlite3_column_bytes(select, 4)))
        let isOther = bodies.withUnsafeBytes { bytes in
            // a packed address tells where it ends, so that none is the beginning of another
            !old.starts(with: bytes[mention.start..<mention.start + Int(mention.address)])
        }
        if isOther || column(1) != mention.sentence.map(Int64.init) { return .other }
        let (confidence, oldConfidence) = (mention.confidence.map(Int64.init) ?? -1, column(2) ?? -1)
        if confidence != oldConfidence { return confidence > oldConfidence ? .better : .known }
        let (raw, oldRaw) = (mention.isInRawText.map { $0 ? 1 : 0 } ?? -1, column(3) ?? -1)
        if raw != oldRaw { return raw > oldRaw ? .better : .known }
        return mention.time < sqlite3_column_int64(select, 0) ? .better : .known
    }

    private func column(_ place: Int32) -> Int64? {
        sqlite3_column_type(select, place) == SQLITE_NULL ? nil : sqlite3_column_int64(select, place)
    }
}
