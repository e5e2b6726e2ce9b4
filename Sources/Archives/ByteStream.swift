/// Bytes that are pulled, front to back.
package protocol ByteStream: AnyObject {
    /// Fills a buffer as far as bytes are at hand, with at least one unless the stream ends.
    ///
    /// - Returns: how many bytes were written; 0 at the end and where the buffer is empty.
    func read(into buffer: UnsafeMutableRawBufferPointer) throws(ArchiveFault) -> Int

    /// After a fault: goes to the next place from which reading can go on.
    ///
    /// - Returns: whether there is one.
    func recover() -> Bool
}

extension ByteStream {
    package func recover() -> Bool { false }
}

/// Bytes that are read at any place.
package protocol SeekableBytes: AnyObject {
    var count: Int { get }

    /// Fills a buffer from an offset on; 0 at the end.
    func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) throws(ArchiveFault) -> Int
}

/// Bytes in memory.
package final class MemoryBytes: SeekableBytes {
    private let bytes: [UInt8]

    package init(_ bytes: [UInt8]) { self.bytes = bytes }

    package var count: Int { bytes.count }

    package func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) -> Int {
        guard offset >= 0, offset < bytes.count else { return 0 }
        let length = min(buffer.count, bytes.count - offset)
        bytes.withUnsafeBytes {
            buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[offset..<offset + length]))
        }
        return length
    }
}

/// A stretch of other bytes.
final class SliceBytes: SeekableBytes {
    private let whole: any SeekableBytes
    private let range: Range<Int>

    /// - Parameter range: cut to what there is.
    init(_ whole: any SeekableBytes, _ range: Range<Int>) {
        self.whole = whole
        self.range = range.clamped(to: 0..<whole.count)
    }

    var count: Int { range.count }

    func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) throws(ArchiveFault) -> Int {
        guard offset >= 0, offset < range.count else { return 0 }
        let length = min(buffer.count, range.count - offset)
        return try whole.read(
            at: range.lowerBound + offset, into: UnsafeMutableRawBufferPointer(rebasing: buffer[..<length]))
    }
}

/// Seekable bytes, front to back.
package final class SequentialStream: ByteStream {
    private let bytes: any SeekableBytes
    private var offset = 0

    package init(_ bytes: any SeekableBytes) { self.bytes = bytes }

    package convenience init(_ bytes: [UInt8]) { self.init(MemoryBytes(bytes)) }

    package func read(into buffer: UnsafeMutableRawBufferPointer) throws(ArchiveFault) -> Int {
        let count = try bytes.read(at: offset, into: buffer)
        offset += count
        return count
    }
}
