import Diplomacy

/// Ids that an export gives to encounters, reports, persons and parties: the same in each export and each format.
///
/// ASCII letters, digits, "-" and ".", beginning and ending with a letter or digit: FollowTheMoney's rule for ids, a name token of
/// XML and a part of an address at once.
package enum ExportKey {
    /// `rapporteur-encounter-f2ad018f0138c97d`
    static func encounter(_ id: String) -> String { "rapporteur-encounter-" + safe(id, dropping: "enc_") }

    static func report(_ document: String) -> String { "rapporteur-report-" + safe(document) }

    static func party(_ code: String) -> String { "rapporteur-party-" + safe(code.lowercased()) }

    /// The id that the lexicon's export gives to a person whom it knows; of another, one made of name and party: two of one name
    /// in one party are one.
    static func person(_ name: String, party: String?, _ names: ExportNames) -> String {
        if let key = names.personKey(name, party) { return "rapporteur-person-\(safe(key))" }
        return "rapporteur-named-" + safe([name, party ?? ""].joined(separator: " ").lowercased())
    }

    /// A text as a part of an id. One that is of safe signs and not too long stays as it is; any other keeps what it can
    /// and ends with its FNV-1a hash, so that two texts hardly ever share a key.
    static func safe(_ text: String, dropping start: String = "", longest: Int = longest) -> String {
        let text = text.hasPrefix(start) ? String(text.dropFirst(start.count)) : text
        let parts = text.utf8.split { !isSafe($0) }.map { String(decoding: $0, as: UTF8.self) }
        let edges = text.utf8.first.map(isAlphanumeric) == true && text.utf8.last.map(isAlphanumeric) == true
        if parts == [text], edges, text.utf8.count <= longest { return text }
        // an end that is no letter or digit is followed by the hash, a beginning is not
        let kept = parts.joined(separator: "-").drop { $0 == "-" || $0 == "." }.prefix(longest - 17)
        let hash = String(fnv(text), radix: 16)
        return kept.isEmpty ? "x\(hash)" : "\(kept)-\(hash)"
    }

    private static let longest = 64

    /// FNV-1a of 64 bits (Fowler, Noll, Vo).
    static func fnv(_ text: String) -> UInt64 {
        text.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    }

    private static func isSafe(_ byte: UInt8) -> Bool {
        isAlphanumeric(byte) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
    }

    private static func isAlphanumeric(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: false
        }
    }

    /// Words of ASCII letters and digits with "-" between, in lower case, as the lexicon's export makes ids of titles.
    package static func slug(_ text: String) -> String {
        let words = text.lowercased().split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
        return words.joined(separator: "-")
    }
}
