import Diplomacy

/// A private note on an encounter, for a desk's own use: it is in no export, no feed and on no page.
public struct EncounterNote: Hashable, Sendable {
    /// Bytes of the longest text.
    public static let longestText = 65_536
    /// Bytes of the longest author.
    public static let longestAuthor = 256

    /// Its number in this register, from 1; never given to another one.
    public var id: Int64
    /// The present id of its encounter; where that is gone, the id that it had.
    public var encounter: String
    /// Whether no encounter is left that the note is on.
    public var isGone: Bool
    public var author: String
    /// RFC 3339, to the second, in UTC.
    public var time: String
    public var text: String

    /// Refuses what is no author, no time or no text.
    ///
    /// - Throws: ``RegisterError`` with ``RegisterError/Code/badNote``.
    static func demand(text: String, author: String, time: String) throws {
        for (what, value, longest) in [("a text", text, longestText), ("an author", author, longestAuthor)] {
            if !value.unicodeScalars.contains(where: { !$0.properties.isWhitespace }) {
                throw RegisterError(.badNote, "expected \(what), found none; give one")
            }
            if value.utf8.count > longest {
                throw RegisterError(
                    .badNote, "expected \(what) of at most \(longest) bytes, found \(value.utf8.count); shorten it")
            }
            if let control = value.unicodeScalars.first(where: isControl) {
                throw RegisterError(
                    .badNote,
                    "expected \(what) of printable characters, found U+00\(control.value < 16 ? "0" : "")"
                        + "\(String(control.value, radix: 16, uppercase: true)); leave it out")
            }
        }
        if !isTime(time) {
            throw RegisterError(.badNote, "expected a time such as 2026-03-12T09:00:00Z, found \"\(time.prefix(80))\"")
        }
    }

    /// Control characters but the tab and the line feed: a terminal might obey them.
    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        (scalar.value < 0x20 && scalar != "\t" && scalar != "\n") || (0x7F...0x9F).contains(scalar.value)
    }

    /// Whether a text is a day and a time to the second in UTC, such as 2026-03-12T09:00:00Z.
    static func isTime(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        let form = Array("0000-00-00T00:00:00Z".utf8)
        guard bytes.count == form.count,
            zip(bytes, form).allSatisfy({ $1 == 0x30 ? (0x30...0x39).contains($0) : $0 == $1 }),
            let hour = Int(text.dropFirst(11).prefix(2)), let minute = Int(text.dropFirst(14).prefix(2)),
            let second = Int(text.dropFirst(17).prefix(2))
        else { return false }
        return Day(iso: String(text.prefix(10))) != nil && hour < 24 && minute < 60 && second < 61
    }
}
