/// Compressed bytes (RFC 1951, RFC 1952), made by hand, for tests of what decompresses them.
package enum Gzip {
    private static let head: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 255]

    /// Bytes as they are, in one block of at most 65,535.
    package static func stored(_ bytes: [UInt8]) -> [UInt8] {
        head + block(bytes) + little(checksum(bytes)) + little(UInt32(bytes.count))
    }

    /// The same in the form that HTTP calls deflate (RFC 1950).
    package static func zlib(_ bytes: [UInt8]) -> [UInt8] {
        var (a, b) = (UInt32(1), UInt32(0))
        for byte in bytes {
            a = (a + UInt32(byte)) % 65_521
            b = (b + a) % 65_521
        }
        return [0x78, 0x01] + block(bytes) + little((b << 16 | a).byteSwapped)
    }

    private static func block(_ bytes: [UInt8]) -> [UInt8] {
        let length = UInt16(bytes.count)
        return [1] + little(length) + little(~length) + bytes
    }

    /// Many bytes 0, each 258 of them in 13 bits: 158 times as many as the result has. Of more than a hundred runs the
    /// checksum is wrong, since nobody should come so far.
    package static func zeros(_ runs: Int) -> [UInt8] {
        var out = head
        var (bits, count) = (UInt64(0), UInt64(0))
        func put(_ value: UInt64, _ width: UInt64) {
            bits |= value << count
            count += width
            while count >= 8 {
                out.append(UInt8(bits & 0xFF))
                bits >>= 8
                count -= 8
            }
        }
        put(0b011, 3)  // the last block, with fixed codes
        put(0b00001100, 8)  // the byte 0: the code 00110000, its first bit first
        for _ in 0..<runs {
            put(0b10100011, 8)  // a length of 258: the code 11000101
            put(0, 5)  // from one byte before
        }
        put(0, 7)  // the end
        put(0, 7)
        let zeros = [UInt8](repeating: 0, count: min(runs, 100) * 258 + 1)
        return out + little(checksum(zeros)) + little(UInt32(runs * 258 + 1))
    }

    private static func little(_ value: some FixedWidthInteger) -> [UInt8] {
        withUnsafeBytes(of: value.littleEndian) { Array($0) }
    }

    /// CRC-32 of IEEE 802.3.
    private static func checksum(_ bytes: [UInt8]) -> UInt32 {
        var sum = ~UInt32(0)
        for byte in bytes {
            sum ^= UInt32(byte)
            for _ in 0..<8 {
                let low = sum & 1
                sum >>= 1
                if low == 1 { sum ^= 0xEDB8_8320 }
            }
        }
        return ~sum
    }
}
