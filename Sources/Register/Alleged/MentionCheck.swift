import Datasets
import GRDB

extension Register {
    /// The faults that are told one by one.
    private static let mostMentionFaults = 10

    /// Counts mentions, and looks for such as no import stores; with `isDeep`, reads each and holds its key against it. One of an event
    /// that is not there is well: files come in any order.
    static func checkMentions(_ db: Database, isDeep: Bool, _ findings: inout Findings) throws {
        let mentions = try Int.fetchOne(db, sql: "SELECT count(*) FROM alleged_mention") ?? 0
        let counted =
            try Int.fetchOne(
                db, sql: "SELECT coalesce(sum(rows), 0) FROM alleged_file WHERE format = ?",
                arguments: [EventFormat.mentions.rawValue]) ?? 0
        if counted != mentions {
            findings.faults.append("mentions that are not as many as their files count: \(mentions), \(counted)")
        }
        guard mentions > 0 else { return }
        findings.notes.append("\(mentions) mentions of rows of event data")
        for rule in mentionRules {
            if let found = try Int.fetchOne(db, sql: "SELECT count(*) FROM alleged_mention WHERE \(rule.sql)"),
                found > 0
            {
                findings.faults.append("\(rule.fault): \(found)")
            }
        }
        guard isDeep else { return }
        findings.faults += try mentionFaults(db)
        let awaited = try Int.fetchOne(
            db, sql: "SELECT count(*) FROM alleged_mention WHERE event NOT IN (SELECT id FROM alleged)")
        if let awaited, awaited > 0 {
            findings.notes.append("mentions of rows of event data that were not imported: \(awaited)")
        }
    }

    private static let mentionRules = [
        (
            fault: "mentions with a column that no import stores",
            sql: """
            event NOT BETWEEN 0 AND 9999999999999999 OR hash < 0
            OR time NOT BETWEEN \(MentionRecord.times.lowerBound) AND \(MentionRecord.times.upperBound)
            OR kind NOT BETWEEN 0 AND 2147483647 OR sentence NOT BETWEEN 0 AND 2147483647
            OR confidence NOT BETWEEN 0 AND 2147483647 OR in_raw_text NOT IN (0, 1) OR length(body) < 2
            """
        ),
        (
            fault: "mentions by a publisher whose name is not there",
            sql: "publisher IS NOT NULL AND publisher NOT IN (SELECT id FROM alleged_word)"
        ),
        (
            fault: "mentions of a file that is not there",
            sql: "file NOT IN (SELECT id FROM alleged_file)"
        ),
    ]

    private static func mentionFaults(_ db: Database) throws -> [String] {
        let names = AllegedNames(db)
        var faults: [String] = []
        let rows = try Row.fetchCursor(
            db, sql: "SELECT \(MentionRecord.columns) FROM alleged_mention ORDER BY event, hash")
        while faults.count < mostMentionFaults, let row = try rows.next() {
            do {
                let mention = try names.mention(row)
                let hash = row[1] as Int64
                if !isKey(hash, of: mention) {
                    faults.append("a mention that does not stand under its key: \(mention.event), \(hash)")
                }
            } catch let error as RegisterError {
                faults.append("a mention that cannot be read: \(error.message)")
            }
        }
        return faults
    }

    /// Whether a hash is a mention's, or one behind it. Of an identifier that is no UTF-8 the bytes are not at hand: it passes.
    private static func isKey(_ hash: Int64, of mention: AllegedMention) -> Bool {
        var identifier = mention.identifier
        if identifier.unicodeScalars.contains("\u{FFFD}") { return true }
        let sentence = mention.sentence.flatMap { Int32(exactly: $0) }
        let own = identifier.withUTF8 { MentionKey.hash(UnsafeRawBufferPointer($0), sentence: sentence) }
        return (hash &- own) & .max < MentionKey.mostProbes
    }
}
