/// Guesses the encoding of text that declares none and is no UTF-8.
///
/// Encodings of several bytes a character are told by how many pairs fall where that language's common characters are;
/// encodings of one byte by the commonest letters of a language. Facts: the code tables of the encodings, and the
/// usual order of letters by frequency.
enum EncodingGuess {
    /// Bytes that are looked at.
    static let reach = 1 << 16
    /// The least share of pairs that must be common ones.
    static let commonPairs = 0.85
    /// The least share of bytes above 127 that must be a language's commonest letters.
    static let commonLetters = 0.5

    /// ISO-2022-JP by its escapes "ESC $ B" and "ESC $ @".
    static func escaped(_ bytes: [UInt8]) -> KnownEncoding? {
        var i = 0
        while let k = bytes[i...].firstIndex(of: 0x1B), k < reach {
            if bytes[k...].starts(with: [0x1B, 0x24, 0x42]) || bytes[k...].starts(with: [0x1B, 0x24, 0x40]) {
                return .iso2022JP
            }
            i = k + 1
        }
        return nil
    }

    /// The encoding of bytes above 127 by frequency; `nil` where none stands out. Linear in the first 65,536 bytes.
    static func encoding(of bytes: [UInt8]) -> KnownEncoding? {
        let head = bytes.count > reach ? Array(bytes[..<reach]) : bytes
        return pairs(head) ?? letters(head)
    }

    // MARK: - Several bytes a character

    private struct Pairs: Sendable {
        var encoding: KnownEncoding
        var isLead: @Sendable (UInt8) -> Bool
        var isTrail: @Sendable (UInt8) -> Bool
        /// Whether a pair is among the language's common characters; ideographs or syllables, or kana.
        var isCommon: @Sendable (UInt8, UInt8) -> Bool
        /// Marks of the language: hiragana and katakana for Japanese.
        var isMark: @Sendable (UInt8, UInt8) -> Bool = { _, _ in false }
    }

    /// In this order: a later one wins only by more points.
    private static let candidates: [Pairs] = [
        Pairs(
            encoding: .eucKR, isLead: { $0 >= 0x81 && $0 < 0xFF }, isTrail: { $0 >= 0x41 && $0 < 0xFF },
            isCommon: { lead, trail in trail >= 0xA1 && ((0xB0...0xC8).contains(lead) || lead == 0xA1) }),
        Pairs(
            encoding: .eucJP, isLead: { ($0 >= 0xA1 && $0 < 0xFF) || $0 == 0x8E },
            isTrail: { $0 >= 0xA1 && $0 < 0xFF },
            isCommon: { lead, _ in lead == 0xA4 || lead == 0xA5 || lead == 0xA1 || (0xB0...0xCF).contains(lead) },
            isMark: { lead, _ in lead == 0xA4 || lead == 0xA5 }),
        Pairs(
            encoding: .gb18030, isLead: { $0 >= 0x81 && $0 < 0xFF }, isTrail: { $0 >= 0x40 && $0 < 0xFF && $0 != 0x7F },
            isCommon: { lead, trail in
                trail >= 0xA1 && ((0xB0...0xD7).contains(lead) || lead == 0xA1 || lead == 0xA3)
            }),
        Pairs(
            encoding: .big5, isLead: { $0 >= 0x81 && $0 < 0xFF },
            isTrail: { (0x40...0x7E).contains($0) || ($0 >= 0xA1 && $0 < 0xFF) },
            isCommon: { lead, _ in (0xA4...0xC6).contains(lead) || lead == 0xA1 }),
        Pairs(
            encoding: .shiftJIS, isLead: { (0x81...0x9F).contains($0) || (0xE0...0xFC).contains($0) },
            isTrail: { ($0 >= 0x40 && $0 < 0xFD && $0 != 0x7F) },
            isCommon: { lead, _ in (0x81...0x83).contains(lead) || (0x88...0x97).contains(lead) },
            isMark: { lead, trail in (lead == 0x82 && trail >= 0x9F) || lead == 0x83 }),
    ]

    private static func pairs(_ bytes: [UInt8]) -> KnownEncoding? {
        var best: (encoding: KnownEncoding, points: Double)?
        for candidate in candidates {
            let points = points(bytes, candidate)
            if points >= commonPairs, points > (best?.points ?? 0) { best = (candidate.encoding, points) }
        }
        return best?.encoding
    }

    /// The share of common pairs, less five for each byte that begins no pair.
    private static func points(_ bytes: [UInt8], _ candidate: Pairs) -> Double {
        var (common, pairs, marks, broken) = (0, 0, 0, 0)
        var i = 0
        while i < bytes.count {
            let lead = bytes[i]
            i += 1
            guard lead >= 0x80 else { continue }
            // the last byte may have been cut off
            guard i < bytes.count else { break }
            let trail = bytes[i]
            guard candidate.isLead(lead), candidate.isTrail(trail) else {
                broken += 1
                continue
            }
            pairs += 1
            if candidate.isCommon(lead, trail) { common += 1 }
            if candidate.isMark(lead, trail) { marks += 1 }
            i += 1
        }
        guard pairs >= 2 else { return 0 }
        let isJapanese = candidate.encoding == .eucJP || candidate.encoding == .shiftJIS
        if isJapanese, marks * 10 < pairs { return 0 }
        return Double(common - 5 * broken) / Double(pairs)
    }

    // MARK: - One byte a character

    /// The commonest letters of a language in an encoding: ten, of Thai's many fourteen.
    private static let alphabets: [(encoding: String, letters: Set<UInt8>)] = [
        ("windows-1251", [0xEE, 0xE5, 0xE0, 0xE8, 0xED, 0xF2, 0xF1, 0xF0, 0xE2, 0xEB]),
        ("koi8-r", [0xCF, 0xC5, 0xC1, 0xC9, 0xCE, 0xD4, 0xD3, 0xD2, 0xD7, 0xCC]),
        ("windows-1255", [0xE9, 0xE5, 0xE4, 0xEC, 0xE0, 0xF8, 0xFA, 0xEE, 0xE1, 0xF9]),
        ("windows-1253", [0xE1, 0xEF, 0xE9, 0xE5, 0xF4, 0xF3, 0xED, 0xE7, 0xF5, 0xF1]),
        ("windows-1256", [0xC7, 0xE1, 0xED, 0xE3, 0xE4, 0xE6, 0xD1, 0xCA, 0xC8, 0xDA]),
        (
            "windows-874",
            [0xD2, 0xB9, 0xC3, 0xCD, 0xA1, 0xE0, 0xA7, 0xC1, 0xC2, 0xE8, 0xE9, 0xC7, 0xCA, 0xD1]
        ),
    ]

    private static func letters(_ bytes: [UInt8]) -> KnownEncoding? {
        var counts = [Int](repeating: 0, count: 256)
        var (high, joined) = (0, 0)
        for i in bytes.indices where bytes[i] >= 0x80 {
            high += 1
            counts[Int(bytes[i])] += 1
            let before = i > 0 && bytes[i - 1] >= 0x80
            let after = i + 1 < bytes.count && bytes[i + 1] >= 0x80
            if before || after { joined += 1 }
        }
        // in Latin scripts letters above 127 stand alone among ASCII
        guard high >= 4, joined * 10 >= high * 7 else { return nil }
        let scored = alphabets.map { alphabet in
            (name: alphabet.encoding, share: Double(alphabet.letters.reduce(0) { $0 + counts[Int($1)] }) / Double(high))
        }
        guard let best = scored.max(by: { $0.share < $1.share }), best.share >= commonLetters else { return nil }
        return KnownEncoding.named(best.name)
    }
}
