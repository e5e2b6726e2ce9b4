/// One rule of robots.txt: a beginning of paths, in which `*` stands for any bytes and a `$` at the end for the end
/// (RFC 9309, section 2.2.3).
struct RobotsPattern: Hashable, Sendable {
    /// Patterns are compared by as many bytes.
    static let longest = 2048
    /// Comparisons of bytes that one question may take. What the files of the world need stays far below.
    static let mostSteps = 4_000_000

    let allows: Bool
    /// Bytes of the pattern, by which the longest is found.
    let length: Int
    private let bytes: [UInt8]
    private let endsAtEnd: Bool

    /// The rule of a value; `nil` where it is empty and so says nothing, and for an overlong one that allows. An overlong
    /// one that disallows is cut, and so forbids more.
    init?(_ value: ArraySlice<UInt8>, allows: Bool) {
        if value.isEmpty || allows && value.count > Self.longest { return nil }
        let isWhole = value.count <= Self.longest
        endsAtEnd = isWhole && value.last == UInt8(ascii: "$")
        let pattern = value.prefix(Self.longest).dropLast(endsAtEnd ? 1 : 0)
        bytes = Self.normal(pattern, isPattern: true)
        length = bytes.count + (endsAtEnd ? 1 : 0)
        self.allows = allows
    }

    /// Whether a path in its normal form begins as the pattern says; `nil` where the steps are used up.
    ///
    /// A `*` takes as little as it can, and one byte more each time that what follows does not fit.
    func matches(_ path: [UInt8], steps: inout Int) -> Bool? {
        var (i, j) = (0, 0)
        /// The place after the last `*`, and where the path goes on after what it takes.
        var retry: (pattern: Int, path: Int)?
        while true {
            steps -= 1
            if steps < 0 { return nil }
            if i == bytes.count, !endsAtEnd || j == path.count { return true }
            if i < bytes.count, bytes[i] == UInt8(ascii: "*") {
                i += 1
                retry = (i, j)
            } else if i < bytes.count, j < path.count, bytes[i] == path[j] {
                i += 1
                j += 1
            } else if let last = retry, last.path < path.count {
                retry = (last.pattern, last.path + 1)
                (i, j) = (last.pattern, last.path + 1)
            } else {
                return false
            }
        }
    }

    /// The form in which patterns and paths are compared: what is not ASCII as `%XX`, capital digits, and characters that
    /// need no encoding without it. The two signs of patterns are encoded where they stand for themselves.
    static func normal(_ bytes: ArraySlice<UInt8>, isPattern: Bool) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(bytes.count)
        var rest = bytes
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "%"), rest.count >= 2, let high = value(rest[rest.startIndex]),
                let low = value(rest[rest.startIndex + 1])
            {
                rest = rest.dropFirst(2)
                let decoded = high << 4 | low
                if isUnreserved(decoded) { out.append(decoded) } else { append(decoded, to: &out) }
            } else if byte > 0x7E || byte <= 0x20 || byte == UInt8(ascii: "$")
                || byte == UInt8(ascii: "*") && !isPattern
            {
                append(byte, to: &out)
            } else {
                out.append(byte)
            }
        }
        return out
    }

    private static func append(_ byte: UInt8, to out: inout [UInt8]) {
        let digits = Array("0123456789ABCDEF".utf8)
        out += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 0x0F)]]
    }

    private static func value(_ digit: UInt8) -> UInt8? {
        switch digit {
        case 0x30...0x39: digit & 0x0F
        case 0x41...0x46, 0x61...0x66: (digit & 0x0F) + 9
        default: nil
        }
    }

    private static func isUnreserved(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
            || "-._~".utf8.contains(byte)
    }
}
