/// The notation of an address of version 6 (URL Standard, section 3.5; RFC 4291, section 2.2), without brackets.
enum IPv6Notation {
    /// The address; `nil` where the bytes write none.
    static func parse(_ bytes: ArraySlice<UInt8>) -> IPAddress? {
        var groups: [UInt16] = []
        /// How many groups stand before the `::`.
        var gap: Int?
        var i = bytes.startIndex
        func byte(_ offset: Int = 0) -> UInt8? { i + offset < bytes.endIndex ? bytes[i + offset] : nil }
        let colon = UInt8(ascii: ":")
        if byte() == colon {
            guard byte(1) == colon else { return nil }
            i += 2
            gap = 0
        }
        while byte() != nil {
            if groups.count == 8 { return nil }
            if byte() == colon {
                if gap != nil { return nil }
                i += 1
                gap = groups.count
                continue
            }
            let start = i
            var value: UInt16 = 0
            while i - start < 4, let digit = byte()?.hexValue {
                value = value << 4 | UInt16(digit)
                i += 1
            }
            switch byte() {
            case UInt8(ascii: "."):
                guard i > start, groups.count <= 6, let tail = dotted(bytes[start...]) else { return nil }
                groups.append(UInt16(tail >> 16))
                groups.append(UInt16(tail & 0xFFFF))
                i = bytes.endIndex
                continue
            case colon:
                i += 1
                if byte() == nil { return nil }
            case nil: break
            default: return nil
            }
            groups.append(value)
        }
        if let gap {
            guard groups.count < 8 else { return nil }
            groups.insert(contentsOf: Array(repeating: 0, count: 8 - groups.count), at: gap)
        }
        return groups.count == 8 ? IPAddress(groups: groups) : nil
    }

    /// Four decimal numbers without leading zeros, as the last four bytes may be written.
    private static func dotted(_ bytes: ArraySlice<UInt8>) -> UInt32? {
        let parts = bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard parts.count == 4 else { return nil }
        var address: UInt32 = 0
        for part in parts {
            guard (1...3).contains(part.count), part.allSatisfy(\.isDigit),
                part.count == 1 || part.first != UInt8(ascii: "0")
            else { return nil }
            let value = part.reduce(UInt32(0)) { $0 * 10 + UInt32($1 & 0x0F) }
            guard value <= 255 else { return nil }
            address = address << 8 | value
        }
        return address
    }

    /// Eight groups in small hexadecimal digits, the first longest run of two or more zeros as `::`.
    static func text(_ groups: [UInt16]) -> String {
        var best = 0..<0
        var start = 0
        for (place, group) in groups.enumerated() {
            if group != 0 {
                start = place + 1
            } else if place + 1 - start > max(1, best.count) {
                best = start..<(place + 1)
            }
        }
        func joined(_ part: ArraySlice<UInt16>) -> String {
            part.map { String($0, radix: 16) }.joined(separator: ":")
        }
        if best.isEmpty { return joined(groups[...]) }
        return joined(groups[..<best.lowerBound]) + "::" + joined(groups[best.upperBound...])
    }
}
