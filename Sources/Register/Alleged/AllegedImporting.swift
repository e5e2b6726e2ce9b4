import Datasets
import Diplomacy
import FoundationEssentials
import GRDB

/// One import of one file: reads, cuts into whole lines, stores, commits.
struct AllegedImporting: ~Copyable {
    typealias Source = (UnsafeMutableRawBufferPointer) throws -> Int

    /// The bytes that are read at once; a line that is longer is read in parts.
    private static let chunk = 1 << 20

    private let db: Database
    private let file: AllegedFile
    private let time: String
    private let read: Source
    private let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: Self.chunk, alignment: 16)
    private var reader: EventTableReader
    private var id: Int64?
    private var writer: AllegedWriter?
    /// Of the bytes that were given to the reader.
    private var hash = ContentHash()
    private var tally = AllegedTally()
    /// The register's texts with numbers, as the last import has left them.
    var tables: InternTables?

    /// Of a file that is not known, from its first byte.
    init(_ db: Database, _ file: AllegedFile, _ time: String, _ read: @escaping Source) {
        (self.db, self.file, self.time, self.read) = (db, file, time, read)
        reader = EventTableReader(file.dataSet)
    }

    /// Of a file of which the register has something; it can go on where it ``passes(_:)``.
    init(_ db: Database, _ file: AllegedFile, _ known: KnownFile, _ time: String, _ read: @escaping Source) throws {
        (self.db, self.file, self.time, self.read) = (db, file, time, read)
        reader = try EventTableReader(
            file.dataSet, firstLine: known.firstLine, offset: known.tally.bytes, lines: known.tally.lines)
        id = known.id
        tally = known.tally
    }

    deinit { buffer.deallocate() }

    /// Reads what the register has, and compares its hash.
    ///
    /// - Returns: whether it is the same.
    mutating func passes(_ known: KnownFile) throws -> Bool {
        var left = known.tally.bytes
        while left > 0 {
            let count = try read(UnsafeMutableRawBufferPointer(rebasing: buffer[..<min(left, buffer.count)]))
            guard count > 0 else { return false }
            hash.update(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
            left -= count
        }
        guard hash.value == known.digest else { return false }
        // a last line without an end that goes on now is another line than the one that is stored
        return try known.endsWhole || read(UnsafeMutableRawBufferPointer(rebasing: buffer[..<1])) == 0
    }

    /// Stores the rest.
    ///
    /// - Parameters:
    ///   - batch: lines of one transaction, about.
    ///   - goesOn: is told of each transaction; false ends it.
    mutating func run(_ batch: Int, _ goesOn: (AllegedTally) -> Bool) throws -> AllegedTally {
        let wasFinished = tally.isFinished
        var filled = 0
        var isAtStart = true
        while true {
            let count = try read(UnsafeMutableRawBufferPointer(rebasing: buffer[filled...]))
            if count <= 0 { break }
            isAtStart = false
            filled += count
            let whole = Self.wholeLines(UnsafeRawBufferPointer(rebasing: buffer[..<filled]))
            let length = whole == 0 && filled == buffer.count ? filled : whole
            if length > 0 {
                try feed(UnsafeRawBufferPointer(rebasing: buffer[..<length]))
                filled -= length
                buffer[..<filled].copyBytes(from: buffer[length..<length + filled])
            }
            if length == whole, reader.lines - tally.lines >= max(1, batch) {
                try commit(isFinished: false, endsWhole: true)
                guard goesOn(tally) else { return tally }
            }
        }
        if isAtStart, wasFinished { return tally }
        if filled > 0 { try feed(UnsafeRawBufferPointer(rebasing: buffer[..<filled])) }
        try finish()
        try commit(isFinished: true, endsWhole: filled == 0)
        _ = goesOn(tally)
        return tally
    }

    /// The texts with numbers, for the next import.
    var tablesAfterwards: InternTables? { writer?.tables ?? tables }

    /// The bytes up to the last line feed and with it.
    private static func wholeLines(_ bytes: UnsafeRawBufferPointer) -> Int {
        var end = bytes.count
        while end > 0, bytes[end - 1] != 0x0A { end -= 1 }
        return end
    }

    private mutating func feed(_ bytes: UnsafeRawBufferPointer) throws {
        let writer = try begun()
        hash.update(bytes)
        try reader.feed(
            bytes, row: { try writer.put($0, line: $1) }, mention: { try writer.put($0, line: $1) },
            problem: { try writer.put($0) })
    }

    private mutating func finish() throws {
        let writer = try begun()
        try reader.finish(
            row: { try writer.put($0, line: $1) }, mention: { try writer.put($0, line: $1) },
            problem: { try writer.put($0) })
    }

    /// Sees to it that there is a transaction, a row for the file, and what writes its rows.
    private mutating func begun() throws -> AllegedWriter {
        if !db.isInsideTransaction { try db.beginTransaction(.immediate) }
        if let writer { return writer }
        if id == nil {
            try db.execute(
                sql: """
                    INSERT INTO alleged_file (format, name, first_line, bytes, digest, ends_whole, lines, rows,
                        duplicates, replaced, bad, unknown, started)
                    VALUES ('', ?, x'', 0, ?, 1, 0, 0, 0, 0, 0, 0, ?)
                    """, arguments: [file.name, Int64(bitPattern: hash.value), time])
            id = db.lastInsertedRowID
        }
        let writer = try AllegedWriter(db, file: id ?? 0, counts: AllegedWriter.Counts(tally), tables: tables)
        tables = nil
        self.writer = writer
        return writer
    }

    private mutating func commit(isFinished: Bool, endsWhole: Bool) throws {
        guard let writer else { return }
        try writer.flush(lines: reader.lines)
        tally.format = reader.format
        tally.bytes = reader.offset
        tally.lines = reader.lines
        tally.rows = writer.counts.rows
        tally.duplicates = writer.counts.duplicates
        tally.replaced = writer.counts.replaced
        tally.bad = writer.counts.bad
        tally.unknown = writer.counts.unknown
        tally.isFinished = isFinished
        try db.cachedStatement(
            sql: """
                UPDATE alleged_file SET format = ?, first_line = ?, bytes = ?, digest = ?, ends_whole = ?, lines = ?,
                    rows = ?, duplicates = ?, replaced = ?, bad = ?, unknown = ?, finished = ? WHERE id = ?
                """
        ).execute(arguments: [
            tally.format?.rawValue ?? "", Data(reader.firstLine), tally.bytes, Int64(bitPattern: hash.value),
            endsWhole, tally.lines, tally.rows, tally.duplicates, tally.replaced, tally.bad, tally.unknown,
            isFinished ? time : nil, id,
        ])
        Boundary.allegedBeforeCommit.pass()
        try db.commit()
    }
}
