import Glibc

/// Cuts chunks of bytes, wherever they were cut, into lines: a line that lies in one chunk is given where it stands, one that lies
/// in several is put together.
struct LineCutter {
    /// A line and what is said of it.
    struct Line {
        /// Without line feed and carriage return; of one over the limit its beginning.
        var bytes: Cell
        /// From 1.
        var number: Int
        var isTooLong: Bool
    }

    /// The most bytes of a line.
    static let longest = 256 << 10

    private var carry: [UInt8] = []
    private var isTooLong = false
    /// The bytes of lines that were given whole.
    private(set) var offset: Int
    /// The lines that were given.
    private(set) var lines: Int
    private var waiting = 0

    init(offset: Int = 0, lines: Int = 0) {
        self.offset = offset
        self.lines = lines
    }

    mutating func feed(_ chunk: UnsafeRawBufferPointer, _ give: (Line) throws -> Void) throws {
        guard let base = chunk.baseAddress?.assumingMemoryBound(to: UInt8.self) else { return }
        var place = 0
        while place < chunk.count {
            guard let feed = memchr(base + place, 0x0A, chunk.count - place) else { break }
            let end = UnsafeRawPointer(feed) - UnsafeRawPointer(base)
            if waiting == 0 {
                try pass(Cell(start: base + place, count: end - place), end - place + 1, give)
            } else {
                keep(base + place, end - place)
                try passCarried(feedLength: 1, give)
            }
            place = end + 1
        }
        if place < chunk.count { keep(base + place, chunk.count - place) }
    }

    /// Gives the last line where no line feed ends it.
    mutating func finish(_ give: (Line) throws -> Void) throws {
        if waiting > 0 { try passCarried(feedLength: 0, give) }
    }

    private mutating func keep(_ start: UnsafePointer<UInt8>, _ length: Int) {
        waiting += length
        let room = Self.longest - carry.count
        if length > room { isTooLong = true }
        carry.append(contentsOf: UnsafeBufferPointer(start: start, count: min(length, max(0, room))))
    }

    private mutating func passCarried(feedLength: Int, _ give: (Line) throws -> Void) throws {
        let length = waiting + feedLength
        let wasTooLong = isTooLong
        let bytes = carry
        carry.removeAll(keepingCapacity: true)
        isTooLong = false
        waiting = 0
        try bytes.withUnsafeBufferPointer { buffer in
            let cell = buffer.baseAddress.map { Cell(start: $0, count: buffer.count) } ?? .empty
            try pass(cell, length, isTooLong: wasTooLong, give)
        }
    }

    private mutating func pass(
        _ bytes: Cell, _ length: Int, isTooLong: Bool = false, _ give: (Line) throws -> Void
    ) throws {
        offset += length
        lines += 1
        let isCut = bytes.count > 0 && bytes.start[bytes.count - 1] == 0x0D
        let line = isCut ? bytes.prefix(bytes.count - 1) : bytes
        try give(Line(bytes: line, number: lines, isTooLong: isTooLong || line.count > Self.longest))
    }
}
