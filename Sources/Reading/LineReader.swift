public import FoundationEssentials
import Glibc

/// Whole lines of an input, in order, as they are handed to a worker.
public struct LineBatch: Sendable {
    /// One line that is not blank.
    public enum Line: Sendable {
        /// A range of `bytes`, without the line feed.
        case bytes(Range<Int>)
        /// A line over the limit, of which only the length was kept.
        case tooLong(length: Int)
    }

    /// Position of the batch in the input, from 0.
    public var index: Int
    public var bytes: Data
    /// The lines with their numbers in the input, from 1.
    public var lines: [(number: Int, line: Line)]
}

/// Cuts an input into batches of whole lines while it arrives, in bounded memory.
///
/// A batch ends after 256 lines, after one mebibyte, or where the input pauses, so that a slow feed is served line by
/// line. A line over the limit is skipped through. Blank lines and a byte-order mark at the very start are dropped.
public struct LineReader: Sendable {
    /// Where bytes come from.
    public struct Source: Sendable {
        /// Fills a buffer and returns how many bytes it wrote; 0 at the end of the input.
        public var read: @Sendable (UnsafeMutableRawBufferPointer) throws -> Int
        /// Whether more can be read at once, without waiting.
        public var isReady: @Sendable () -> Bool

        public init(
            read: @escaping @Sendable (UnsafeMutableRawBufferPointer) throws -> Int,
            isReady: @escaping @Sendable () -> Bool = { true }
        ) {
            self.read = read
            self.isReady = isReady
        }
    }

    private let source: Source
    private let longestLine: Int
    private let block: Int
    private let mostLines: Int
    private var buffer: Data
    /// Bytes of `buffer` that were read.
    private var filled = 0
    /// Bytes of `buffer` that were searched for line feeds.
    private var searched = 0
    private var lineStart = 0
    private var lineNumber = 1
    private var batchIndex = 0
    private var lines: [(number: Int, line: LineBatch.Line)] = []
    /// Bytes of a line over the limit that were already thrown away.
    private var skipped = 0
    private var atStart = true
    private var ended = false

    /// A reader of lines of at most `longestLine` bytes, by blocks of `block` bytes.
    public init(_ source: Source, longestLine: Int = 64 << 20, block: Int = 1 << 20, mostLines: Int = 256) {
        self.source = source
        self.longestLine = min(max(1, longestLine), 1 << 40)
        self.block = max(1, block)
        self.mostLines = max(1, mostLines)
        buffer = Data(count: self.block)
    }

    /// The next lines; `nil` at the end of the input.
    ///
    /// - Throws: what the source throws.
    public mutating func next() throws -> LineBatch? {
        while true {
            search()
            if lines.count >= mostLines || (!lines.isEmpty && (filled >= block || ended || !source.isReady())) {
                return cut()
            }
            if ended { return nil }
            try fill()
        }
    }

    /// Reads once into the free part of the buffer.
    private mutating func fill() throws {
        if searched - lineStart > longestLine { skip() }
        if lines.isEmpty, lineStart > 0 { renew() }
        if filled == buffer.count { buffer.count += max(block, min(filled, longestLine + block - filled)) }
        let start = filled
        let count = try buffer.withUnsafeMutableBytes { bytes in
            try source.read(UnsafeMutableRawBufferPointer(rebasing: bytes[start...]))
        }
        filled += count
        if atStart, filled >= 3 || count == 0 {
            atStart = false
            if buffer.prefix(filled).starts(with: [0xEF, 0xBB, 0xBF]) { (lineStart, searched) = (3, 3) }
        }
        if count == 0 { endInput() }
    }

    /// The last line need not end in a line feed.
    private mutating func endInput() {
        search()
        ended = true
        addLine(to: filled)
        searched = filled
        lineStart = filled
    }

    /// Finds the lines in what was read, up to the most that a batch holds.
    private mutating func search() {
        guard !atStart || filled >= 3 else { return }
        while searched < filled, lines.count < mostLines {
            let from = searched
            let length = filled - from
            let found = buffer.withUnsafeBytes { bytes -> Int? in
                guard let base = bytes.baseAddress, let hit = memchr(base + from, 0x0A, length) else { return nil }
                return UnsafeRawPointer(hit) - base
            }
            guard let end = found else {
                searched = filled
                return
            }
            addLine(to: end)
            lineNumber += 1
            searched = end + 1
            lineStart = searched
        }
    }

    private mutating func addLine(to end: Int) {
        let length = skipped + end - lineStart
        defer { skipped = 0 }
        if length > longestLine {
            lines.append((lineNumber, .tooLong(length: length)))
        } else if buffer[lineStart..<end].contains(where: { $0 != 0x20 && $0 != 0x09 && $0 != 0x0D }) {
            lines.append((lineNumber, .bytes(lineStart..<end)))
        }
    }

    /// Throws away the part of an overlong line that was read.
    private mutating func skip() {
        skipped += filled - lineStart
        if lines.isEmpty {
            buffer = Data(count: block)
            (filled, searched, lineStart) = (0, 0, 0)
        } else {
            (filled, searched) = (lineStart, lineStart)
        }
    }

    /// Goes on in a buffer of its own with the beginning of the next line.
    private mutating func renew() {
        let rest = lineStart..<filled
        var next = Data(count: max(block, rest.count))
        if !rest.isEmpty { next.replaceSubrange(0..<rest.count, with: buffer[rest]) }
        buffer = next
        (filled, searched, lineStart) = (rest.count, searched - lineStart, 0)
    }

    /// Hands out the lines found. What was not searched yet stays where it is, shared with the batch.
    private mutating func cut() -> LineBatch {
        let batch = LineBatch(index: batchIndex, bytes: buffer, lines: lines)
        batchIndex += 1
        lines = []
        if searched == filled { renew() }
        return batch
    }
}
