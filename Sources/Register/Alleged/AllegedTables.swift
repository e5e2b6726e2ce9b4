import Datasets
import GRDB

extension Schema {
    /// Rows of other people's event data, kept apart from what reports tell: no claim, no encounter and no measure is made of them.
    ///
    /// `alleged.id` is the number of the format in the bits from 56 on and the row's own id below (`AllegedKey`), so that rows of one
    /// format stand together in the order in which they were published. `pair` is the month and the two parties of a row between two
    /// different ones (`AllegedPair`); `alleged_dyad` has the days and ids of such rows, a list for each pair and transaction
    /// (`DyadList`). The other columns of a row are packed in `body` (`RowPacking`), names that come again and again as numbers of
    /// `alleged_word`.
    static let alleged = """
        CREATE TABLE alleged_file (
            id INTEGER PRIMARY KEY,
            format TEXT NOT NULL,
            name TEXT NOT NULL,
            first_line BLOB NOT NULL,
            bytes INTEGER NOT NULL,
            digest INTEGER NOT NULL,
            ends_whole INTEGER NOT NULL,
            lines INTEGER NOT NULL,
            rows INTEGER NOT NULL,
            duplicates INTEGER NOT NULL,
            replaced INTEGER NOT NULL,
            bad INTEGER NOT NULL,
            unknown INTEGER NOT NULL,
            started TEXT NOT NULL,
            finished TEXT
        ) STRICT;
        CREATE INDEX alleged_file_name ON alleged_file (name);

        CREATE TABLE alleged (
            id INTEGER PRIMARY KEY,
            pair INTEGER,
            day INTEGER NOT NULL,
            file INTEGER NOT NULL,
            body BLOB NOT NULL
        ) STRICT;
        CREATE TABLE alleged_dyad (
            pair INTEGER NOT NULL,
            batch INTEGER NOT NULL,
            list BLOB NOT NULL,
            PRIMARY KEY (pair, batch)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE alleged_party (id INTEGER PRIMARY KEY, code BLOB NOT NULL UNIQUE) STRICT;
        CREATE TABLE alleged_word (id INTEGER PRIMARY KEY, bytes BLOB NOT NULL) STRICT;

        CREATE TABLE alleged_month (
            format INTEGER NOT NULL,
            month INTEGER NOT NULL,
            rows INTEGER NOT NULL,
            PRIMARY KEY (format, month)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE alleged_fault (
            file INTEGER NOT NULL,
            fault TEXT NOT NULL,
            rows INTEGER NOT NULL,
            PRIMARY KEY (file, fault)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE alleged_problem (
            file INTEGER NOT NULL,
            fault TEXT NOT NULL,
            line INTEGER NOT NULL,
            detail TEXT NOT NULL,
            bytes BLOB NOT NULL,
            PRIMARY KEY (file, fault, line)
        ) STRICT, WITHOUT ROWID;
        """
}

/// The number of a row: its format above, its own id below.
enum AllegedKey {
    private static let formatShift: Int64 = 56
    /// Set in the key of a row whose id is no number: below stands a hash of it.
    private static let hashed: Int64 = 1 << 55
    private static let formats: [EventFormat] = [.gdelt2, .gdelt1, .icews, .polecat, .mentions]

    static func number(of format: EventFormat) -> Int64 {
        switch format {
        case .gdelt2: 0
        case .gdelt1: 1
        case .icews: 2
        case .polecat: 3
        case .mentions: 4
        }
    }

    static func format(of key: Int64) -> EventFormat? {
        let number = Int(key >> formatShift)
        return formats.indices.contains(number) ? formats[number] : nil
    }

    static func format(numbered number: Int64) -> EventFormat? {
        number >= 0 && number < Int64(formats.count) ? formats[Int(number)] : nil
    }

    static func key(_ row: EventRow) -> Int64 {
        let base = number(of: row.format) << formatShift
        if let number = row.number { return base | number }
        var hash = ContentHash()
        hash.update(UnsafeRawBufferPointer(row.id.bytes))
        return base | hashed | Int64(truncatingIfNeeded: hash.value & UInt64(bitPattern: hashed - 1))
    }

    /// The row's own id where it is a number.
    static func id(of key: Int64) -> Int64? {
        key & hashed != 0 ? nil : key & (hashed - 1)
    }

    static func isHashed(_ key: Int64) -> Bool { key & hashed != 0 }

    /// The next key for an id whose hash another one has.
    static func next(_ key: Int64) -> Int64 {
        let mask = hashed - 1
        return (key & ~mask) | ((key &+ 1) & mask)
    }

    /// The keys of a format.
    static func range(of format: EventFormat) -> ClosedRange<Int64> {
        let base = number(of: format) << formatShift
        return base...(base | (1 << formatShift - 1))
    }
}

/// The month and the two parties of a row as one number, that grows with the month: 17 bits of months since the year 0, 15 bits for
/// each party, the lesser number first.
enum AllegedPair {
    /// The greatest number of a party.
    static let mostParties: Int64 = 1 << 15 - 1

    static func pair(month: Int, _ a: Int64, _ b: Int64) -> Int64 {
        Int64(month) << 30 | min(a, b) << 15 | max(a, b)
    }

    static func parties(of pair: Int64) -> (Int64, Int64) { (pair >> 15 & mostParties, pair & mostParties) }
}
