// Numbers as PLAIN, levels and Thrift have them.
extension [UInt8] {
    /// Four bytes, the least first.
    mutating func appendLittle(_ value: UInt32) {
        Swift.withUnsafeBytes(of: value.littleEndian) { append(contentsOf: $0) }
    }

    /// Eight bytes, the least first.
    mutating func appendLittle(_ value: UInt64) {
        Swift.withUnsafeBytes(of: value.littleEndian) { append(contentsOf: $0) }
    }

    /// ULEB128: seven bits a byte, the least first, the upper bit set in all but the last.
    mutating func appendVariable(_ value: UInt64) {
        var rest = value
        while rest >= 0x80 {
            append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        append(UInt8(truncatingIfNeeded: rest))
    }

    /// A signed number as ULEB128, with its sign in the lowest bit.
    mutating func appendVariable(zigzag value: Int64) {
        appendVariable(UInt64(bitPattern: (value << 1) ^ (value >> 63)))
    }

    /// Booleans that are bytes of 0 and 1 as PLAIN has them: eight a byte, the first in the lowest bit.
    mutating func appendBooleans(_ values: [UInt8]) {
        var byte: UInt8 = 0
        for (i, value) in values.enumerated() {
            byte |= (value & 1) << UInt8(truncatingIfNeeded: i & 7)
            if i & 7 == 7 {
                append(byte)
                byte = 0
            }
        }
        if values.count & 7 != 0 { append(byte) }
    }
}
