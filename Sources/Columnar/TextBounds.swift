/// The least and the greatest text of a column chunk, byte by byte without sign, as readers order UTF-8 and JSON.
///
/// Only the first ``longest`` bytes of each are held.
struct TextBounds {
    /// The longest bound that is written whole.
    static let longest = 64

    /// A text, or its first ``longest`` bytes.
    private struct Head {
        var bytes: [UInt8]
        var isWhole: Bool
    }

    private var least: Head?
    private var greatest: Head?

    /// Takes a text into account. Constant time.
    mutating func add(_ text: UnsafeRawBufferPointer) {
        let head = UnsafeRawBufferPointer(rebasing: text.prefix(Self.longest))
        let isWhole = text.count <= Self.longest
        if least.map({ Self.order(head, isWhole, $0) < 0 }) ?? true {
            least = Head(bytes: Array(head), isWhole: isWhole)
        }
        if greatest.map({ Self.order(head, isWhole, $0) > 0 }) ?? true {
            greatest = Head(bytes: Array(head), isWhole: isWhole)
        }
    }

    /// Below, equal to or above 0 as a text comes before, at or after another; one that is cut comes after its head.
    private static func order(_ bytes: UnsafeRawBufferPointer, _ isWhole: Bool, _ other: Head) -> Int {
        let shared = min(bytes.count, other.bytes.count)
        for i in 0..<shared where bytes[i] != other.bytes[i] { return Int(bytes[i]) - Int(other.bytes[i]) }
        if bytes.count != other.bytes.count { return bytes.count - other.bytes.count }
        return (isWhole ? 0 : 1) - (other.isWhole ? 0 : 1)
    }

    /// The bounds; `nil` where there is no text, or where no short bound is both valid and right.
    ///
    /// A text that is cut is no JSON any more, so only whole values bound a column of JSON.
    func bounds(canCut: Bool) -> Bounds? {
        guard let least, let greatest, canCut || (least.isWhole && greatest.isWhole) else { return nil }
        let lower = least.isWhole ? least.bytes : Self.wholeCharacters(least.bytes)
        guard let upper = greatest.isWhole ? greatest.bytes : Self.above(Self.wholeCharacters(greatest.bytes)) else {
            return nil
        }
        return Bounds(lower: lower, upper: upper, isLowerExact: least.isWhole, isUpperExact: greatest.isWhole)
    }

    /// The bytes without a last character that is cut.
    static func wholeCharacters(_ bytes: [UInt8]) -> [UInt8] {
        guard let start = bytes.lastIndex(where: { $0 & 0xC0 != 0x80 }) else { return [] }
        let length =
            switch bytes[start] {
            case 0xF0...: 4
            case 0xE0...: 3
            case 0xC0...: 2
            default: 1
            }
        return start + length <= bytes.count ? bytes : Array(bytes[..<start])
    }

    /// The least text without more characters that comes after all texts which start with these; `nil` where none does.
    static func above(_ bytes: [UInt8]) -> [UInt8]? {
        var kept = bytes[...]
        while let start = kept.lastIndex(where: { $0 & 0xC0 != 0x80 }) {
            let last = String(decoding: kept[start...], as: UTF8.self).unicodeScalars.first?.value ?? 0x10FFFF
            kept = kept[..<start]
            // after U+D7FF come surrogates, which are no characters
            if let next = UnicodeScalar(last == 0xD7FF ? 0xE000 : last + 1) { return kept + Array(String(next).utf8) }
        }
        return nil
    }
}
