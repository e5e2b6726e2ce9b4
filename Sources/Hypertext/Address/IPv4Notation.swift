/// The notations of an address of version 4 that the URL Standard reads (section 3.5): one to four numbers, each
/// decimal, octal (`0177`) or hexadecimal (`0x7f`), of which the last fills the bytes that are left.
enum IPv4Notation {
    /// Whether a domain must be an address of version 4, or nothing: its last label is a number.
    static func endsInNumber(_ domain: ArraySlice<UInt8>) -> Bool {
        var parts = domain.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        if parts.last?.isEmpty == true {
            if parts.count == 1 { return false }
            parts.removeLast()
        }
        guard let last = parts.last else { return false }
        return !last.isEmpty && last.allSatisfy(\.isDigit) || number(last) != nil
    }

    /// The address; `nil` where the bytes write none.
    static func parse(_ domain: ArraySlice<UInt8>) -> UInt32? {
        var parts = domain.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        if parts.count > 1, parts.last?.isEmpty == true { parts.removeLast() }
        guard parts.count <= 4 else { return nil }
        let numbers = parts.map(number)
        guard let last = numbers.last ?? nil, last < 1 << UInt64(8 * (5 - numbers.count)) else { return nil }
        var address = last
        for (place, number) in numbers.dropLast().enumerated() {
            guard let number, number <= 255 else { return nil }
            address |= number << UInt64(8 * (3 - place))
        }
        return UInt32(exactly: address)
    }

    /// A number in its own base; what is over 33 bits is kept as 2^33, which no place takes.
    private static func number(_ part: ArraySlice<UInt8>) -> UInt64? {
        guard let first = part.first else { return nil }
        var digits = part
        var base: UInt64 = 10
        if part.count >= 2, first == UInt8(ascii: "0") {
            let isHex = part.dropFirst().first?.lowered == UInt8(ascii: "x")
            digits = part.dropFirst(isHex ? 2 : 1)
            base = isHex ? 16 : 8
        }
        var value: UInt64 = 0
        for digit in digits {
            guard let digit = digit.hexValue, UInt64(digit) < base else { return nil }
            value = min(value * base + UInt64(digit), 1 << 33)
        }
        return value
    }
}
