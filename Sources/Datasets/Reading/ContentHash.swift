/// A hash of 64 bits of bytes that come in chunks, however they are cut: tells whether a file is still the one of which a part was
/// read. Against accidents, not against an adversary. Some gigabytes a second.
package struct ContentHash: Sendable, Hashable {
    private var state: UInt64 = 0x9E37_79B9_7F4A_7C15
    private var pending: UInt64 = 0
    private var pendingCount: UInt64 = 0
    private var length: UInt64 = 0

    package init() {}

    package mutating func update(_ bytes: UnsafeRawBufferPointer) {
        length &+= UInt64(bytes.count)
        var place = 0
        while pendingCount > 0, place < bytes.count {
            push(bytes[place])
            place += 1
        }
        while place &+ 8 <= bytes.count {
            mix(UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self)))
            place &+= 8
        }
        while place < bytes.count {
            push(bytes[place])
            place += 1
        }
    }

    /// Of all that came until now.
    package var value: UInt64 {
        var copy = self
        copy.mix(pending)
        copy.mix(length)
        return copy.state ^ (copy.state >> 29)
    }

    private mutating func push(_ byte: UInt8) {
        pending |= UInt64(byte) << (pendingCount &* 8)
        pendingCount &+= 1
        if pendingCount == 8 {
            mix(pending)
            pending = 0
            pendingCount = 0
        }
    }

    private mutating func mix(_ word: UInt64) {
        let product = (state ^ word).multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93)
        state = product.high ^ product.low &+ 0xA076_1D64_78BD_642F
    }
}
