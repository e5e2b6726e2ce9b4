import FoundationEssentials
import Synchronization
import Testing

@testable import Reading

@Suite struct LineReaderTests {
    /// A source that gives at most `step` bytes a read, and says how many reads it took.
    final class Feed: Sendable {
        let rest: Mutex<(bytes: ArraySlice<UInt8>, reads: Int)>
        let step: Int

        init(_ bytes: [UInt8], step: Int) {
            rest = Mutex((bytes[...], 0))
            self.step = step
        }

        var source: LineReader.Source {
            LineReader.Source(read: { buffer in
                self.rest.withLock { rest in
                    let part = rest.bytes.prefix(min(self.step, buffer.count))
                    buffer.copyBytes(from: part)
                    rest.bytes.removeFirst(part.count)
                    rest.reads += 1
                    return part.count
                }
            })
        }
    }

    /// "3:text" for a line, "3#9" for one of nine bytes that was too long.
    func lines(_ text: String, limit: Int = 100, step: Int = 7, block: Int = 16, most: Int = 256) throws -> [String] {
        var reader = LineReader(
            Feed(Array(text.utf8), step: step).source, longestLine: limit, block: block, mostLines: most)
        var out: [String] = []
        var index = 0
        while let batch = try reader.next() {
            #expect(batch.index == index)
            #expect(batch.lines.count <= most)
            index += 1
            for (number, line) in batch.lines {
                switch line {
                case .bytes(let range): out.append("\(number):" + String(decoding: batch.bytes[range], as: UTF8.self))
                case .tooLong(let length): out.append("\(number)#\(length)")
                }
            }
        }
        #expect(try reader.next() == nil)
        return out
    }

    @Test func readsLinesHoweverTheyArrive() throws {
        let text = "one\ntwo\n\n  \r\nthree is somewhat longer than a block\nfour"
        for step in 1...40 {
            for block in [1, 2, 3, 5, 16, 64] {
                for most in [1, 2, 256] {
                    let found = try lines(text, step: step, block: block, most: most)
                    #expect(found == ["1:one", "2:two", "5:three is somewhat longer than a block", "6:four"])
                }
            }
        }
    }

    @Test func longLinesAreSkippedAndCounted() throws {
        let long = String(repeating: "x", count: 1000)
        for step in [1, 3, 7, 64, 5000] {
            for block in [1, 4, 16, 4096] {
                #expect(
                    try lines("a\n\(long)\nb\n\(long)", limit: 10, step: step, block: block) == [
                        "1:a", "2#1000", "3:b", "4#1000",
                    ])
            }
        }
        #expect(try lines(String(repeating: "x", count: 10), limit: 10) == ["1:xxxxxxxxxx"])
        #expect(try lines(String(repeating: "x", count: 11), limit: 10) == ["1#11"])
    }

    @Test func anInputOfNothingHasNoLines() throws {
        #expect(try lines("") == [])
        #expect(try lines("\n\n \n\t\r\n") == [])
    }

    @Test func aMarkAtTheStartIsDropped() throws {
        for step in 1...4 {
            #expect(try lines("\u{FEFF}a\n\u{FEFF}b", step: step) == ["1:a", "2:\u{FEFF}b"])
            #expect(try lines("\u{FEFF}", step: step) == [])
            #expect(try lines("a", step: step) == ["1:a"])
        }
    }

    @Test func aPauseOfTheInputHandsOutWhatIsThere() throws {
        let feed = Feed(Array("a\nb\nc\n".utf8), step: 4)
        let source = LineReader.Source(read: feed.source.read, isReady: { false })
        var reader = LineReader(source)
        #expect(try reader.next()?.lines.map(\.number) == [1, 2])
        #expect(feed.rest.withLock { $0.reads } == 1)
    }

    @Test func aSkippedLineIsNotHeld() throws {
        // 64 MiB through a limit of 1 KiB: the reader asks for no more than its block at a time.
        let left = Mutex(64 << 20)
        let largest = Mutex(0)
        let source = LineReader.Source(read: { buffer in
            largest.withLock { $0 = max($0, buffer.count) }
            let count = left.withLock { rest in
                let part = min(rest, buffer.count)
                rest -= part
                return part
            }
            buffer.prefix(count).initializeMemory(as: UInt8.self, repeating: 0x78)
            return count
        })
        var reader = LineReader(source, longestLine: 1 << 10, block: 1 << 16)
        guard case .tooLong(let length)? = try reader.next()?.lines.first?.line else {
            Issue.record("expected a line over the limit")
            return
        }
        #expect(length == 64 << 20)
        #expect(largest.withLock { $0 } <= 1 << 17)
    }
}
