import Datasets
import Diplomacy
import FoundationEssentials
import GRDB

/// Reads rows of event data, and keeps the words and codes that they name by number: at most as many as the register has.
final class AllegedNames {
    private let db: Database
    private var words: [Int64: String] = [:]
    private var parties: [Int64: String] = [:]
    /// Why the last text could not be read.
    private var failure: (any Error)?

    init(_ db: Database) { self.db = db }

    private func word(_ number: Int64) -> String? {
        if let word = words[number] { return word }
        let word = text("SELECT bytes FROM alleged_word WHERE id = ?", number)
        words[number] = word
        return word
    }

    func party(_ number: Int64) -> String? {
        if let party = parties[number] { return party }
        let party = text("SELECT code FROM alleged_party WHERE id = ?", number)
        parties[number] = party
        return party
    }

    private func text(_ sql: String, _ number: Int64) -> String? {
        do {
            let bytes = try Data.fetchOne(db.cachedStatement(sql: sql), arguments: [number])
            return bytes.map { String(decoding: $0, as: UTF8.self) }
        } catch {
            failure = error
            return nil
        }
    }

    /// The number of a party; `nil` where no row has it.
    func number(of party: String) throws -> Int64? {
        try Int64.fetchOne(
            db.cachedStatement(sql: "SELECT id FROM alleged_party WHERE code = ?"), arguments: [Data(party.utf8)])
    }

    /// A row by its key; `nil` where it is no longer one of the pair.
    ///
    /// - Parameters:
    ///   - pair: `AllegedPair`.
    ///   - day: on which it is listed.
    ///   - file: which it must come from; `nil` for any.
    func row(_ key: Int64, pair: Int64, day: Int, file: Int64? = nil) throws -> AllegedEvent? {
        let statement = try db.cachedStatement(sql: "SELECT pair, day, file, body FROM alleged WHERE id = ?")
        guard let row = try Row.fetchOne(statement, arguments: [key]) else { return nil }
        guard row[0] as Int64? == pair, row[1] == day, file.map({ $0 == row[2] }) ?? true else { return nil }
        let event = try row.withUnsafeData(atIndex: 3) { data in
            data?.withUnsafeBytes { bytes in
                var unpacking = RowUnpacking(bytes, word: word, party: party)
                return unpacking.event(key: key, day: Day(number: day))
            }
        }
        if let failure { throw failure }
        guard let event else {
            throw RegisterError(
                .broken,
                "expected a row of event data as this program stores it under \(key), found another; restore a backup")
        }
        return event
    }

    /// A mention of a row of `alleged_mention` (`MentionRecord.columns`).
    ///
    /// - Throws: ``RegisterError`` with the code `broken` where a column or the body is none that this program stores.
    func mention(_ row: Row) throws -> AllegedMention {
        let record = MentionRecord(row)
        let body = try row.withUnsafeData(atIndex: MentionRecord.body) { data in
            data?.withUnsafeBytes { bytes in
                var unpacking = RowUnpacking(bytes, word: word, party: party)
                return unpacking.mention(publisher: record.publisher)
            }
        }
        if let failure { throw failure }
        guard let body, let mention = record.mention(identifier: body.identifier, publisher: body.publisher) else {
            throw RegisterError(
                .broken,
                "expected a mention as this program stores it under \(record.event) and \(record.hash), found another;"
                    + " restore a backup")
        }
        return mention
    }

    /// The rows of a pair, in the order of days and keys, each once.
    func entries(of pair: Int64) throws -> [DyadEntry] {
        let lists = try Row.fetchCursor(
            db.cachedStatement(sql: "SELECT list FROM alleged_dyad WHERE pair = ? ORDER BY batch"), arguments: [pair])
        var entries: [DyadEntry] = []
        while let row = try lists.next() {
            let isWhole = try row.withUnsafeData(atIndex: 0) { data in
                data?.withUnsafeBytes { bytes in
                    DyadList.unpack(bytes) { day, key in
                        entries.append(DyadEntry(pair: pair, day: Int32(truncatingIfNeeded: day), key: key))
                    }
                } ?? true
            }
            guard isWhole else {
                throw RegisterError(
                    .broken, "expected a list of rows under \(pair), found other bytes; restore a backup")
            }
        }
        entries.sort()
        var last: DyadEntry?
        return entries.filter { entry in
            defer { last = entry }
            return entry != last
        }
    }
}
