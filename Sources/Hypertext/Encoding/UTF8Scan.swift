/// What one pass over bytes finds when it takes them for UTF-8.
struct UTF8Scan {
    /// Sequences of two bytes and more that are whole.
    private(set) var whole = 0
    /// Of these, sequences of three or four bytes.
    private(set) var long = 0
    /// Maximal parts of sequences that are no UTF-8 (The Unicode Standard, section 3.9).
    private(set) var broken = 0
    /// Control characters other than tab, line feed and return.
    private(set) var controls = 0
    /// Whether an escape (1B) is among them.
    private(set) var hasEscape = false

    var isASCII: Bool { whole == 0 && broken == 0 }
    /// Whether the bytes can stand as they are.
    var isClean: Bool { broken == 0 && controls == 0 }

    /// Looks at all bytes once, eight at a time where they are plain.
    static func scan(_ bytes: [UInt8]) -> UTF8Scan {
        var scan = UTF8Scan()
        bytes.withUnsafeBytes { raw in
            var i = 0
            while i < raw.count {
                i = endOfPlain(raw, from: i)
                guard i < raw.count else { return }
                let byte = raw[i]
                if byte < 0x80 {
                    scan.controls += 1
                    if byte == 0x1B { scan.hasEscape = true }
                    i += 1
                } else {
                    let (length, isWhole) = sequence(raw, at: i)
                    if isWhole {
                        scan.whole += 1
                        if length > 2 { scan.long += 1 }
                    } else {
                        scan.broken += 1
                    }
                    i += length
                }
            }
        }
        return scan
    }

    /// The bytes with U+FFFD for what is no UTF-8 and for control characters; form feeds and vertical tabs become spaces.
    static func repaired(_ bytes: [UInt8]) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(bytes.count + bytes.count / 16)
        bytes.withUnsafeBytes { raw in
            var i = 0
            while i < raw.count {
                let end = endOfPlain(raw, from: i)
                out.append(contentsOf: raw[i..<end])
                i = end
                guard i < raw.count else { return }
                let byte = raw[i]
                var (length, isWhole) = (1, false)
                if byte >= 0x80 { (length, isWhole) = sequence(raw, at: i) }
                if isWhole {
                    out.append(contentsOf: raw[i..<(i + length)])
                } else if byte == 0x0B || byte == 0x0C {
                    out.append(0x20)
                } else {
                    out.append(contentsOf: replacement)
                }
                i += length
            }
        }
        return out
    }

    /// U+FFFD in UTF-8.
    static let replacement: [UInt8] = [0xEF, 0xBF, 0xBD]

    /// Where the run of printable ASCII, tabs, line feeds and returns that begins at a byte ends.
    private static func endOfPlain(_ raw: UnsafeRawBufferPointer, from start: Int) -> Int {
        var i = start
        while i < raw.count {
            while i + 8 <= raw.count {
                let word = raw.loadUnaligned(fromByteOffset: i, as: UInt64.self)
                let below = (word &- 0x2020_2020_2020_2020) & ~word
                // 7F is a control character too: adding one to it sets the high bit.
                let above = word | (word &+ 0x0101_0101_0101_0101)
                if (below | above) & 0x8080_8080_8080_8080 != 0 { break }
                i += 8
            }
            let end = min(i + 8, raw.count)
            while i < end {
                let byte = raw[i]
                guard byte >= 0x20 ? byte < 0x7F : (byte == 0x0A || byte == 0x0D || byte == 0x09) else { return i }
                i += 1
            }
        }
        return i
    }

    /// The length of the sequence that begins with a byte above 127, or of the broken part of one.
    private static func sequence(_ raw: UnsafeRawBufferPointer, at i: Int) -> (length: Int, isWhole: Bool) {
        let lead = raw[i]
        let length: Int
        var (lowest, highest) = (UInt8(0x80), UInt8(0xBF))
        switch lead {
        case 0xC2...0xDF: length = 2
        case 0xE0...0xEF:
            length = 3
            if lead == 0xE0 { lowest = 0xA0 }
            if lead == 0xED { highest = 0x9F }
        case 0xF0...0xF4:
            length = 4
            if lead == 0xF0 { lowest = 0x90 }
            if lead == 0xF4 { highest = 0x8F }
        default: return (1, false)
        }
        for k in 1..<length {
            guard i + k < raw.count, raw[i + k] >= lowest, raw[i + k] <= highest else { return (k, false) }
            (lowest, highest) = (0x80, 0xBF)
        }
        return (length, true)
    }
}
