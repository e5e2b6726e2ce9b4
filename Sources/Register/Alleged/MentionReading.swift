public import Datasets
import Diplomacy
import FoundationEssentials
import GRDB

extension Register {
    /// The mentions of an event of GDELT 2.0 in reports, in the order of time; also of one whose row the register has not.
    ///
    /// - Parameters:
    ///   - id: the event's own (``AllegedEvent/id``).
    ///   - limit: the first of them.
    public func allegedMentions(of id: String, limit: Int = 1_000) throws -> [AllegedMention] {
        guard let event = MentionRecord.event(id) else { return [] }
        return try read { db in
            let names = AllegedNames(db)
            let rows = try Row.fetchCursor(
                db.cachedStatement(
                    sql: """
                        SELECT \(MentionRecord.columns) FROM alleged_mention WHERE event = ? ORDER BY time, hash LIMIT ?
                        """), arguments: [event, max(0, limit)])
            var mentions: [AllegedMention] = []
            while let row = try rows.next() { mentions.append(try names.mention(row)) }
            return mentions
        }
    }
}

/// The columns of a row of `alleged_mention`.
struct MentionRecord {
    static let columns = "event, hash, time, kind, publisher, sentence, confidence, in_raw_text, body"
    /// The place of the body.
    static let body = 8
    private static let secondsADay: Int64 = 86_400
    /// Of the years 1 to 9999, in seconds since 1970.
    static let times: ClosedRange<Int64> = -719_162 * secondsADay...2_932_897 * secondsADay - 1
    private static let counts: ClosedRange<Int64> = 0...Int64(Int32.max)

    var event: Int64
    var hash: Int64
    var time: Int64
    var kind: Int64?
    var publisher: Int64?
    var sentence: Int64?
    var confidence: Int64?
    var isInRawText: Int64?

    init(_ row: Row) {
        (event, hash, time) = (row[0], row[1], row[2])
        (kind, publisher, sentence) = (row[3], row[4], row[5])
        (confidence, isInRawText) = (row[6], row[7])
    }

    /// The number of an event by its id; `nil` where it is no number as GDELT gives them.
    static func event(_ id: String) -> Int64? {
        let bytes = Array(id.utf8)
        return bytes.withUnsafeBufferPointer { buffer in
            guard let start = buffer.baseAddress, buffer.count <= 16, start[0] != 0x30 || buffer.count == 1 else {
                return nil
            }
            return Cell(start: start, count: buffer.count).digits
        }
    }

    /// The mention; `nil` where a column has what none is stored with.
    func mention(identifier: String, publisher: String?) -> AllegedMention? {
        let isWhole = [kind, sentence, confidence].allSatisfy { $0.map(Self.counts.contains) ?? true }
        guard isWhole, event >= 0, hash >= 0, Self.times.contains(time), isInRawText.map({ 0...1 ~= $0 }) ?? true else {
            return nil
        }
        // towards the earlier day before 1970 as well
        let second = ((time % Self.secondsADay) + Self.secondsADay) % Self.secondsADay
        let day = (time - second) / Self.secondsADay
        var mention = AllegedMention(
            event: String(event), day: Day(number: Int(day)), second: Int(second), identifier: identifier)
        mention.kind = kind.map(Int.init)
        mention.publisher = publisher
        mention.sentence = sentence.map(Int.init)
        mention.confidence = confidence.map(Int.init)
        mention.isInRawText = isInRawText.map { $0 == 1 }
        return mention
    }
}

/// Counts the mentions of events, and their publishers: in memory eight bytes for each of these, and some.
struct MentionCount {
    /// Whose rows have mentions.
    static let format = EventFormat.gdelt2

    private(set) var rows = 0
    /// Numbers of words.
    private var numbered: Set<Int64> = []
    /// Texts that have no number.
    private var named: Set<String> = []

    var publishers: Int { numbered.count + named.count }

    /// Counts those of an event, where they are of its format.
    mutating func add(_ event: AllegedEvent, _ db: Database) throws {
        guard event.format == Self.format, let number = MentionRecord.event(event.id) else { return }
        let found = try Row.fetchCursor(
            db.cachedStatement(sql: "SELECT publisher, body FROM alleged_mention WHERE event = ?"), arguments: [number])
        while let row = try found.next() {
            rows += 1
            if let publisher = row[0] as Int64? {
                numbered.insert(publisher)
                continue
            }
            let name = try row.withUnsafeData(atIndex: 1) { data in
                data?.withUnsafeBytes { bytes in
                    // which words the address has does not matter here
                    var unpacking = RowUnpacking(bytes, word: { _ in "" }, party: { _ in "" })
                    return unpacking.mention(publisher: nil)?.publisher
                }
            }
            if let name = name ?? nil { named.insert(name) }
        }
    }
}
