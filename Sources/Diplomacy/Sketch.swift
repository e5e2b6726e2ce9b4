/// What a text looks like, small enough to keep with every report: two sketches tell about how many of their four-word
/// runs two texts share.
///
/// One-permutation MinHash with 64 bins, of each of which 8 bits are kept (P. Li, A. Owen and C.-H. Zhang, "One
/// Permutation Hashing", 2012; P. Li and A. C. König, "b-Bit Minwise Hashing", 2010). An empty bin takes the value of the
/// next filled one (A. Shrivastava and P. Li, "Densifying One Permutation Hashing", 2014).
public struct Sketch: Hashable, Sendable {
    public static let bins = 64
    /// Words that stand together in a shingle.
    public static let shingle = 4

    /// One byte a bin.
    public let bytes: [UInt8]

    /// The sketch of a text by the identities of its words in order; `nil` where there are too few for one shingle. Linear.
    public init?(words: [UInt64]) {
        guard words.count >= Self.shingle else { return nil }
        var least = [UInt64](repeating: .max, count: Self.bins)
        for start in 0...(words.count - Self.shingle) {
            var hash: UInt64 = 0x9E37_79B9_7F4A_7C15
            for i in start..<(start + Self.shingle) { hash = Self.mix(hash ^ words[i]) }
            let bin = Int(hash >> 58)
            least[bin] = min(least[bin], hash & (.max >> 6))
        }
        bytes = (0..<Self.bins).map { bin in
            var offset = 0
            while least[(bin + offset) % Self.bins] == .max { offset += 1 }
            let value = least[(bin + offset) % Self.bins]
            return UInt8(truncatingIfNeeded: Self.mix(value &+ UInt64(offset)) >> 56)
        }
    }

    /// Reads the form of ``hexadecimal``; `nil` where it is none.
    public init?(hexadecimal text: String) {
        let digits = text.utf8.map { byte in
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
            case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
            default: UInt8.max
            }
        }
        guard digits.count == 2 * Self.bins, !digits.contains(.max) else { return nil }
        bytes = (0..<Self.bins).map { digits[2 * $0] << 4 | digits[2 * $0 + 1] }
    }

    /// 128 digits.
    public var hexadecimal: String {
        let digits = Array("0123456789abcdef".utf8)
        return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }

    /// An estimate of the share of four-word runs that two texts have in common (Jaccard), 0 to 1; its standard error is at
    /// most .07.
    public func similarity(to other: Sketch) -> Double {
        var equal = 0
        for bin in 0..<Self.bins where bytes[bin] == other.bytes[bin] { equal += 1 }
        // one in 256 agrees by chance
        let share = Double(equal) / Double(Self.bins)
        return max(0, (share - 1.0 / 256) / (1 - 1.0 / 256))
    }

    /// The finalizer of SplitMix64 (G. Steele and others, 2014).
    private static func mix(_ value: UInt64) -> UInt64 {
        var z = value &+ 0x9E37_79B9_7F4A_7C15
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}

extension Sketch: Codable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let sketch = Sketch(hexadecimal: text) else {
            throw DecodingError.dataCorruptedError(
                in: container, debugDescription: "expected 128 hexadecimal digits, found \"\(text.prefix(140))\"")
        }
        self = sketch
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(hexadecimal)
    }
}
