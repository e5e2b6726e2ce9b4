/// Case and diacritics folding, and the hash that names a word to the lexicon.
///
/// Latin letters lose case and marks; full stops and combining marks inside a word are dropped ("U.S." and "US" are one
/// key); other scripts are hashed as they stand.
public enum Folding {
    /// Base letters of U+00C0 to U+024F; `?` where there is none.
    static let latin: [UInt8] = Array(
        ("aaaaaaaceeeeiiiidnooooo?ouuuuytsaaaaaaaceeeeiiiidnooooo?ouuuuytyaaaaaaccccccccddddeeeeeeeeeegggggggg"
            + "hhhhiiiiiiiiiiiijjkkkllllllllllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs????????"
            + "???????e????????????????oo?????????????uu???????????????????dddlllnnnaaiioouuuuuuuuuu?aaaa????ggkkoo"
            + "oo??jdddgg??nnaa????aaaaeeeeiiiioooorrrruuuusstt??hh??????aaeeooooooooyy????????????????????????????")
            .utf8)
    /// Base letters of U+1E00 to U+1EFF.
    static let latinAdditional: [UInt8] = Array(
        ("aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmmmmmmnnnnnnnnoooooooopppprrrrrrrrssss"
            + "ssssssttttttttuuuuuuuuuuvvvvwwwwwwwwwwxxxxyyzzzzzzhtwyas????aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeeeeeeeeeee"
            + "iiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy??????").utf8)

    /// The folded base letter of a scalar, `nil` where the scalar is kept as it is, 0 where it is dropped.
    @inline(__always)
    static func base(_ scalar: UInt32) -> UInt8? {
        switch scalar {
        case 0xC0...0x24F:
            let letter = latin[Int(scalar - 0xC0)]
            return letter == UInt8(ascii: "?") ? nil : letter
        case 0x1E00...0x1EFF:
            let letter = latinAdditional[Int(scalar - 0x1E00)]
            return letter == UInt8(ascii: "?") ? nil : letter
        case 0x259: return UInt8(ascii: "e")
        case 0x300...0x36F, 0x2019, 0x2018, 0x2BC, 0x2BB: return 0
        default: return nil
        }
    }

    /// The key of one word.
    public static func key(_ word: some StringProtocol) -> UInt64 {
        var word = String(word)
        return word.withUTF8 { key($0[...]) }
    }

    /// The key of the bytes of one word.
    public static func key(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> UInt64 {
        var hash = KeyHash()
        var i = bytes.startIndex
        while i < bytes.endIndex {
            let byte = bytes[i]
            if byte < 0x80 {
                i += 1
                switch byte {
                case 0x41...0x5A: hash.add(byte | 0x20)
                case 0x2E, 0x27: break
                default: hash.add(byte)
                }
                continue
            }
            let (scalar, width) = UTF8Scalar.decode(bytes, i)
            switch base(scalar) {
            case .some(0): break
            case .some(let letter): hash.add(letter)
            case .none: for j in i..<min(i + width, bytes.endIndex) { hash.add(bytes[j]) }
            }
            i += width
        }
        return hash.value
    }

    /// The first three letters of a word without case and marks, packed into the low 24 bits.
    public static func start(of word: some StringProtocol) -> UInt32 {
        var packed: UInt32 = 0
        for byte in fold(word.prefix(6)).utf8.filter({ $0 >= 0x61 }).prefix(3) { packed = packed << 8 | UInt32(byte) }
        return packed
    }

    /// A word in lower case without diacritics, for comparison of names.
    public static func fold(_ text: some StringProtocol) -> String {
        var out: [UInt8] = []
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x41...0x5A: out.append(UInt8(scalar.value) | 0x20)
            case ..<0x80: out.append(UInt8(scalar.value))
            default:
                switch base(scalar.value) {
                case .some(0): break
                case .some(let letter): out.append(letter)
                case .none: out.append(contentsOf: Array(String(scalar).utf8))
                }
            }
        }
        return String(decoding: out, as: UTF8.self)
    }
}

/// A word's key: its folded bytes, eight at a time, each eight multiplied into 128 bits that are folded to 64 (after W. Yi,
/// wyhash, 2019), and their number.
struct KeyHash {
    private var state: UInt64 = 0x9E37_79B9_7F4A_7C15
    private var chunk: UInt64 = 0
    private var count: UInt64 = 0

    @inline(__always)
    mutating func add(_ byte: UInt8) {
        chunk |= UInt64(byte) << (8 * (count & 7))
        count &+= 1
        if count & 7 == 0 {
            state = Self.mix(state, chunk)
            chunk = 0
        }
    }

    /// Adds eight bytes at once, or with fewer the last of a word; only where a multiple of eight was added before.
    @inline(__always)
    mutating func add(_ bytes: UInt64, count new: UInt64) {
        count &+= new
        if new == 8 { state = Self.mix(state, bytes) } else { chunk = bytes }
    }

    var value: UInt64 {
        @inline(__always) get { Self.mix(state ^ count, chunk) }
    }

    @inline(__always)
    private static func mix(_ state: UInt64, _ chunk: UInt64) -> UInt64 {
        let (high, low) = (state ^ chunk).multipliedFullWidth(by: 0xE703_7ED1_A0B4_28DB)
        return high ^ low ^ state >> 29
    }
}

/// Decoding of one scalar from valid UTF-8.
enum UTF8Scalar {
    /// The scalar at `i` and its width in bytes; a stray byte gives U+FFFD and width 1.
    @inline(__always)
    static func decode(_ bytes: Slice<UnsafeBufferPointer<UInt8>>, _ i: Int) -> (UInt32, Int) {
        let first = UInt32(bytes[i])
        if first < 0x80 { return (first, 1) }
        func tail(_ k: Int) -> UInt32? {
            guard i + k < bytes.endIndex, bytes[i + k] & 0xC0 == 0x80 else { return nil }
            return UInt32(bytes[i + k] & 0x3F)
        }
        if first >= 0xF0, let a = tail(1), let b = tail(2), let c = tail(3) {
            return ((first & 0x07) << 18 | a << 12 | b << 6 | c, 4)
        }
        if first >= 0xE0, let a = tail(1), let b = tail(2) { return ((first & 0x0F) << 12 | a << 6 | b, 3) }
        if first >= 0xC0, let a = tail(1) { return ((first & 0x1F) << 6 | a, 2) }
        return (0xFFFD, 1)
    }
}
