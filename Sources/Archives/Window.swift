import Glibc

/// The part of a stream that is at hand: bytes can be looked at before they are taken.
///
/// A fault of the stream ends the window after the bytes before it; ``failure`` tells it.
final class Window: ByteStream {
    private let source: any ByteStream
    private let block: Int
    private var storage: UnsafeMutableRawBufferPointer
    private var start = 0
    private var end = 0
    /// Offset in the stream of the first byte at hand.
    private(set) var offset = 0
    /// Whether the stream has nothing after what is at hand.
    private(set) var hasEnded = false
    /// Why the stream ended before its time.
    private(set) var failure: ArchiveFault?

    init(_ source: any ByteStream, block: Int = 256 << 10) {
        self.source = source
        self.block = block
        storage = .allocate(byteCount: block, alignment: 16)
    }

    convenience init(_ bytes: [UInt8]) {
        self.init(SequentialStream(bytes), block: min(max(bytes.count, 64), 256 << 10))
    }

    deinit { storage.deallocate() }

    /// The bytes at hand, good until the window is asked for anything else.
    var bytes: UnsafeRawBufferPointer { UnsafeRawBufferPointer(rebasing: storage[start..<end]) }

    var count: Int { end - start }

    /// Sees to it that some bytes are at hand.
    ///
    /// - Returns: whether that many are; else the stream ends before.
    @discardableResult
    func fill(_ wanted: Int) -> Bool {
        while end - start < wanted, !hasEnded {
            makeRoom(for: wanted)
            do throws(ArchiveFault) {
                let free = UnsafeMutableRawBufferPointer(rebasing: storage[end...])
                let count = try source.read(into: free)
                end += count
                if count == 0 { hasEnded = true }
            } catch {
                failure = error
                hasEnded = true
            }
        }
        return end - start >= wanted
    }

    private func makeRoom(for wanted: Int) {
        if start == end { (start, end) = (0, 0) }
        if storage.count - start >= wanted, end < storage.count { return }
        if wanted <= storage.count, start > 0 {
            if let base = storage.baseAddress { memmove(base, base + start, end - start) }
        } else {
            let larger = UnsafeMutableRawBufferPointer.allocate(
                byteCount: max(wanted, storage.count * 2), alignment: 16)
            larger.copyMemory(from: UnsafeRawBufferPointer(rebasing: storage[start..<end]))
            storage.deallocate()
            storage = larger
        }
        (start, end) = (0, end - start)
    }

    /// Takes bytes that are at hand away.
    func drop(_ count: Int) {
        let count = min(max(count, 0), end - start)
        start += count
        offset += count
    }

    /// Takes line feeds, carriage returns, spaces and tabs away.
    func dropSpace() {
        while fill(1) {
            let step = bytes.prefix { $0 == 0x0A || $0 == 0x0D || $0 == 0x20 || $0 == 0x09 }.count
            drop(step)
            if count > 0 { return }
        }
    }

    /// Goes on by a number of bytes.
    ///
    /// - Returns: how many there were.
    @discardableResult
    func skip(_ count: Int) -> Int {
        var left = max(count, 0)
        while left > 0, fill(1) {
            let step = min(left, self.count)
            drop(step)
            left -= step
        }
        return max(count, 0) - left
    }

    /// The next bytes, taken; fewer where the stream ends before.
    func take(_ count: Int) -> [UInt8] {
        var taken: [UInt8] = []
        taken.reserveCapacity(min(count, max(1 << 20, self.count)))
        while taken.count < count, fill(1) {
            let step = min(count - taken.count, self.count)
            taken.append(contentsOf: bytes[..<step])
            drop(step)
        }
        return taken
    }

    func hasPrefix(_ prefix: StaticString) -> Bool {
        let length = prefix.utf8CodeUnitCount
        guard fill(length), let base = bytes.baseAddress else { return false }
        return memcmp(base, prefix.utf8Start, length) == 0
    }

    /// The length of a head: lines up to and with the first empty one.
    ///
    /// - Parameters:
    ///   - limit: where to stop looking.
    ///   - isOther: whether a line, given from its start with what is at hand after it, starts something else.
    /// - Returns: `nil` where no empty line ends within the limit and before something else. Linear in the head.
    func headLength(limit: Int, before isOther: (UnsafeRawBufferPointer) -> Bool = { _ in false }) -> Int? {
        var lineStart = 0
        var searched = 0
        while true {
            let edge = min(count, limit)
            while searched < edge, let base = bytes.baseAddress,
                let hit = memchr(base + searched, 0x0A, edge - searched)
            {
                let lineEnd = UnsafeRawPointer(hit) - base
                searched = lineEnd + 1
                if (lineStart..<lineEnd).allSatisfy({ bytes[$0] == 0x0D }) { return searched }
                lineStart = searched
                fill(searched + 8)
                if isOther(UnsafeRawBufferPointer(rebasing: bytes[searched...])) { return nil }
            }
            searched = edge
            if edge >= limit { return nil }
            // looking at a line's start may have brought more near
            if count == edge, !fill(count + 1) { return nil }
        }
    }

    /// The length of the next line with its line feed, or of the rest where none follows.
    ///
    /// - Returns: `nil` at the end and where the line is longer than the limit.
    func lineLength(limit: Int) -> Int? {
        var searched = 0
        while true {
            let edge = min(count, limit)
            if searched < edge, let base = bytes.baseAddress, let hit = memchr(base + searched, 0x0A, edge - searched) {
                return UnsafeRawPointer(hit) - base + 1
            }
            searched = edge
            if edge >= limit { return nil }
            if !fill(count + 1) { return count == 0 ? nil : count }
        }
    }

    /// Drops bytes until a line starts for which the test holds.
    ///
    /// - Parameter matches: is given the bytes at hand from the line's start on, `reach` of them but at the end.
    /// - Returns: whether there is such a line.
    func seekLine(reach: Int, _ matches: (UnsafeRawBufferPointer) -> Bool) -> Bool {
        while fill(1) {
            guard let base = bytes.baseAddress, let hit = memchr(base, 0x0A, count) else {
                drop(count)
                continue
            }
            drop(UnsafeRawPointer(hit) - base + 1)
            fill(reach)
            if count > 0, matches(bytes) { return true }
        }
        return false
    }

    func read(into buffer: UnsafeMutableRawBufferPointer) throws(ArchiveFault) -> Int {
        if start == end {
            guard !hasEnded else {
                if let failure { throw failure }
                return 0
            }
            if buffer.count >= block {
                return try readThrough(into: buffer)
            }
            if !fill(1) {
                if let failure { throw failure }
                return 0
            }
        }
        let length = min(buffer.count, end - start)
        buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: storage[start..<start + length]))
        drop(length)
        return length
    }

    /// Reads past the storage, where nothing is at hand.
    private func readThrough(into buffer: UnsafeMutableRawBufferPointer) throws(ArchiveFault) -> Int {
        do throws(ArchiveFault) {
            let count = try source.read(into: buffer)
            if count == 0 { hasEnded = true }
            offset += count
            return count
        } catch {
            failure = error
            hasEnded = true
            throw error
        }
    }

    /// After a ``failure``: drops what is at hand and goes on where the stream can.
    func recover() -> Bool {
        guard failure != nil, source.recover() else { return false }
        drop(count)
        failure = nil
        hasEnded = false
        return true
    }
}
