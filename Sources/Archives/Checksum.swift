internal import CArchives

/// CRC-32 as gzip and zip have it.
struct Checksum {
    private(set) var value: UInt32 = 0

    mutating func add(_ bytes: UnsafeRawBufferPointer) {
        var at = 0
        while at < bytes.count {
            let length = min(bytes.count - at, Int(Int32.max))
            let part = UnsafeRawBufferPointer(rebasing: bytes[at..<at + length])
            value = UInt32(
                truncatingIfNeeded: CArchives.crc32(
                    UInt(value), part.baseAddress?.assumingMemoryBound(to: UInt8.self), UInt32(length)))
            at += length
        }
    }

    static func crc32(_ bytes: [UInt8]) -> UInt32 {
        var checksum = Checksum()
        bytes.withUnsafeBytes { checksum.add($0) }
        return checksum.value
    }
}
