import Compressing
import Glibc
import Testing

@testable import Archives

/// Hands out bytes, then fails; after ``recover()`` it hands out more.
private final class Failing: ByteStream {
    private var parts: [[UInt8]]
    private var hasFailed = false

    init(_ parts: [UInt8]...) { self.parts = parts }

    func read(into buffer: UnsafeMutableRawBufferPointer) throws(ArchiveFault) -> Int {
        guard !hasFailed, let part = parts.first else { throw ArchiveFault(.damaged, "here", in: "x") }
        if part.isEmpty {
            hasFailed = true
            throw ArchiveFault(.damaged, "here", in: "x")
        }
        let length = min(part.count, buffer.count)
        buffer.copyBytes(from: part[..<length])
        parts[0] = Array(part[length...])
        return length
    }

    func recover() -> Bool {
        guard hasFailed, parts.count > 1 else { return false }
        parts.removeFirst()
        hasFailed = false
        return true
    }
}

@Suite("The window on a stream")
struct WindowTests {
    private let text = Array("one\r\ntwo\n\nrest".utf8)

    @Test("bytes can be looked at before they are taken, whatever the size of the pieces")
    func takeAndDrop() {
        for block in [1, 2, 7, 64] {
            let window = Window(Dribble(text), block: block)
            #expect(window.fill(3))
            #expect(window.hasPrefix("one"))
            #expect(!window.hasPrefix("two"))
            #expect(window.offset == 0)
            window.drop(3)
            #expect(window.offset == 3)
            window.dropSpace()
            #expect(window.offset == 5)
            #expect(window.take(3) == Array("two".utf8))
            #expect(window.skip(2) == 2)
            #expect(window.take(100) == Array("rest".utf8))
            #expect(window.offset == text.count)
            #expect(window.skip(5) == 0)
            #expect(!window.fill(1))
            #expect(window.hasEnded)
            #expect(window.failure == nil)
        }
    }

    @Test("more is never dropped than is at hand, nor less than nothing")
    func bounds() {
        let window = Window(text)
        window.drop(5)
        #expect(window.offset == 0, "nothing was at hand yet")
        window.fill(1)
        window.drop(-3)
        #expect(window.offset == 0)
        window.drop(.max)
        #expect(window.offset == text.count)
        #expect(window.skip(-1) == 0)
        #expect(Window(text).skip(.max) == text.count)
        #expect(Window(text).take(.max) == text)
        #expect(Window([]).take(10) == [])
    }

    @Test("the length of a head counts up to and with the empty line")
    func heads() {
        for (head, length) in [
            ("a: 1\r\n\r\nbody", 8), ("a: 1\n\nbody", 6), ("\nbody", 1), ("\r\nbody", 2), ("a\r\r\n\r\r\nx", 7),
            ("a: 1\r\nb", nil), ("", nil), ("a\n \n\n", 5),
        ] as [(String, Int?)] {
            for block in [1, 3, 64] {
                #expect(Window(Dribble(Array(head.utf8)), block: block).headLength(limit: 1000) == length, "\(head)")
            }
        }
        #expect(Window(Array("a: 1\n\nbody".utf8)).headLength(limit: 6) == 6)
        #expect(Window(Array("a: 1\n\nbody".utf8)).headLength(limit: 5) == nil)
    }

    @Test("the length of a line counts its end, or what is left without one")
    func lines() {
        #expect(Window(text).lineLength(limit: 100) == 5)
        #expect(Window(text).lineLength(limit: 5) == 5)
        #expect(Window(text).lineLength(limit: 4) == nil)
        #expect(Window(Array("rest".utf8)).lineLength(limit: 100) == 4)
        #expect(Window([]).lineLength(limit: 100) == nil)
    }

    @Test("a line that matches is found from its start, across blocks")
    func seeking() {
        let text = Array("WARC no\n  WARC/ no\nWARD/\nWARC/1.0 yes".utf8)
        for block in [1, 4, 64] {
            let window = Window(Dribble(text), block: block)
            #expect(window.seekLine(reach: 5, WARCReader.starts))
            #expect(window.hasPrefix("WARC/1.0"))
            #expect(window.offset == 25)
            #expect(!window.seekLine(reach: 5, WARCReader.starts))
            #expect(window.offset == text.count)
        }
    }

    @Test("a fault comes after the bytes before it, and reading goes on where the stream can")
    func failures() {
        let window = Window(Failing(Array("one".utf8), Array("two".utf8)))
        #expect(window.take(10) == Array("one".utf8))
        #expect(window.failure?.code == .damaged)
        #expect(window.recover())
        #expect(window.failure == nil)
        #expect(window.take(10) == Array("two".utf8))
        #expect(window.failure != nil)
        #expect(!window.recover())
        #expect(!Window(text).recover(), "nothing failed")
    }

    @Test("a window is a stream itself, with the same bytes and the same fault")
    func asStream() {
        var bytes: [UInt8] = []
        let error = #expect(throws: ArchiveFault.self) {
            try Reading.drain(Window(Failing(Array("one".utf8))), into: &bytes)
        }
        #expect(error?.code == .damaged)
        #expect(bytes == Array("one".utf8))
        var dice = Dice(state: 5)
        let noise = dice.bytes(700_000)
        for block in [1000, 256 << 10] {
            let window = Window(SequentialStream(noise), block: block)
            window.fill(10)
            var read: [UInt8] = []
            #expect(throws: Never.self) { try Reading.drain(window, into: &read) }
            #expect(read == noise)
            #expect(window.offset == noise.count)
        }
    }

    @Test("a slice is cut to what there is")
    func slices() throws {
        let slice = SliceBytes(MemoryBytes(text), 5..<1000)
        #expect(slice.count == text.count - 5)
        #expect(Window(SequentialStream(slice)).take(3) == Array("two".utf8))
        #expect(SliceBytes(MemoryBytes(text), 100..<200).count == 0)
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 8, alignment: 1)
        defer { buffer.deallocate() }
        #expect(try slice.read(at: -1, into: buffer) == 0)
        #expect(try slice.read(at: .max, into: buffer) == 0)
        #expect(MemoryBytes(text).read(at: -1, into: buffer) == 0)
    }

    @Test("a pipe is read to its end")
    func pipes() {
        var ends: [Int32] = [0, 0]
        #expect(pipe(&ends) == 0)
        let packed = Packing.gzip("through a pipe")
        #expect(write(ends[1], packed, packed.count) == packed.count)
        close(ends[1])
        let items = ArchiveReader(DescriptorStream(ends[0], name: "stdin"), name: "stdin").map { $0 }
        close(ends[0])
        guard case .entry(let entry)? = items.first, items.count == 1 else {
            Issue.record("expected one entry")
            return
        }
        #expect(entry.bytes == Array("through a pipe".utf8))
        let closed = ArchiveReader(DescriptorStream(-1, name: "stdin"), name: "stdin").map { $0 }
        guard case .fault(let fault)? = closed.first, closed.count == 1 else {
            Issue.record("expected one fault")
            return
        }
        #expect(fault.code == .unreadable)
    }
}

@Suite("The ledger")
struct LedgerTests {
    @Test("faults come out in order; of a flood only the first hundred, and the number of the others")
    func flood() {
        let ledger = Ledger(ArchiveLimits())
        for i in 0..<250 { ledger.report(ArchiveFault(.damaged, "fault \(i)", in: "x")) }
        var told: [String] = []
        while let fault = ledger.nextFault() { told.append(fault.message) }
        #expect(told.count == 100)
        #expect(told.first == "fault 0")
        #expect(told.last == "fault 99; 150 more of this kind or others were left out here")
        #expect(ledger.nextFault() == nil)
    }

    @Test("the proportion counts above the floor only, and huge limits do not overflow")
    func proportions() {
        var limits = ArchiveLimits()
        limits.ratioFloor = 1000
        limits.expansionRatio = 10
        let ledger = Ledger(limits)
        #expect(throws: Never.self) { try ledger.weigh(input: 1, output: 1000, in: "x", at: 0) }
        #expect(throws: Never.self) { try ledger.weigh(input: 101, output: 1010, in: "x", at: 0) }
        #expect(throws: ArchiveFault.self) { try ledger.weigh(input: 100, output: 1001, in: "x", at: 0) }
        #expect(throws: ArchiveFault.self) { try ledger.weigh(input: 0, output: 1001, in: "x", at: 0) }
        limits.expansionRatio = .max
        limits.totalExpanded = .max
        let free = Ledger(limits)
        #expect(throws: Never.self) { try free.weigh(input: 100, output: .max, in: "x", at: 0) }
        #expect(throws: Never.self) { try free.expand(by: .max, in: "x") }
        #expect(throws: Never.self) { try free.expand(by: .max, in: "x") }
        #expect(free.tally.expanded == .max)
    }
}
