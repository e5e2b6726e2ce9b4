import Testing

@testable import Columnar

@Suite("Encodings of Parquet")
struct EncodingTests {
    private func hybrid(_ values: [UInt32], _ width: Int) -> [UInt8] {
        var bytes: [UInt8] = []
        HybridEncoding.append(values, width: width, to: &bytes)
        return bytes
    }

    @Test("the example of Encodings.md: 0 to 7 in three bits each")
    func packedExample() {
        #expect(hybrid([0, 1, 2, 3, 4, 5, 6, 7], 3) == [1 << 1 | 1, 0b1000_1000, 0b1100_0110, 0b1111_1010])
    }

    @Test("a run is its length, doubled, and the value in whole bytes")
    func run() {
        #expect(hybrid(Array(repeating: 1, count: 100), 1) == [0xC8, 0x01, 0x01])
        #expect(hybrid(Array(repeating: 0x1234, count: 8), 13) == [8 << 1, 0x34, 0x12])
        #expect(hybrid(Array(repeating: .max, count: 9), 32) == [9 << 1, 0xFF, 0xFF, 0xFF, 0xFF])
    }

    @Test("what is packed before a run takes from it what it lacks to eight")
    func borrowed() {
        // 1 and seven of the zeros are packed; the other 13 are a run
        #expect(hybrid([1] + Array(repeating: 0, count: 20), 1) == [1 << 1 | 1, 0x01, 13 << 1, 0x00])
        // three of the zeros lack; the four left are no run
        #expect(hybrid([1, 1, 0, 1, 1] + Array(repeating: 0, count: 7), 1) == [2 << 1 | 1, 0b0001_1011, 0])
    }

    @Test("nothing is nothing")
    func none() { #expect(hybrid([], 5).isEmpty) }

    @Test("all sequences of up to 12 bits come back")
    func allShort() throws {
        for length in 1...12 {
            for bits in 0..<1 << length {
                let values = (0..<length).map { UInt32(bits >> $0 & 1) }
                var reader = ValueReader(hybrid(values, 1)[...])
                #expect(try reader.hybrid(length, width: 1) == values.map { Int($0) })
                #expect(reader.isAtEnd)
            }
        }
    }

    @Test("runs and noise come back in every width", arguments: 1...32)
    func widths(_ width: Int) throws {
        var generator = Numbers(UInt64(width))
        for _ in 0..<40 {
            var values: [UInt32] = []
            for _ in 0..<Int.random(in: 1...12, using: &generator) {
                let value = UInt32(truncatingIfNeeded: generator.next() >> UInt64(64 - width))
                values += Array(repeating: value, count: [1, 1, 2, 7, 8, 9, 70].randomElement(using: &generator) ?? 1)
            }
            var reader = ValueReader(hybrid(values, width)[...])
            #expect(try reader.hybrid(values.count, width: width) == values.map { Int($0) })
            #expect(reader.isAtEnd)
        }
    }

    @Test("the width of numbers up to one")
    func width() {
        for (greatest, width) in [(0, 1), (1, 1), (2, 2), (3, 2), (4, 3), (255, 8), (256, 9), (-1, 1)] {
            #expect(HybridEncoding.width(upTo: greatest) == width)
        }
    }

    @Test("booleans are packed with the first in the lowest bit")
    func booleans() {
        var bytes: [UInt8] = []
        bytes.appendBooleans([1, 0, 1, 1, 0, 0, 0, 0, 1])
        #expect(bytes == [0b0000_1101, 0b1])
        bytes = []
        bytes.appendBooleans([])
        #expect(bytes.isEmpty)
    }

    @Test("numbers have their least byte first")
    func little() {
        var bytes: [UInt8] = []
        bytes.appendLittle(UInt32(0x0102_0304))
        bytes.appendLittle((1.0).bitPattern)
        #expect(bytes == [4, 3, 2, 1, 0, 0, 0, 0, 0, 0, 0xF0, 0x3F])
    }

    @Test("ULEB128 and zigzag as in their definitions")
    func variable() {
        for (value, expected): (UInt64, [UInt8]) in [
            (0, [0]), (127, [0x7F]), (128, [0x80, 1]), (624_485, [0xE5, 0x8E, 0x26]),
            (.max, Array(repeating: 0xFF, count: 9) + [1]),
        ] {
            var bytes: [UInt8] = []
            bytes.appendVariable(value)
            #expect(bytes == expected)
        }
        for (value, expected): (Int64, [UInt8]) in [
            (0, [0]), (-1, [1]), (1, [2]), (-2, [3]), (2_147_483_647, [0xFE, 0xFF, 0xFF, 0xFF, 0x0F]),
            (-2_147_483_648, [0xFF, 0xFF, 0xFF, 0xFF, 0x0F]), (.min, Array(repeating: 0xFF, count: 9) + [1]),
        ] {
            var bytes: [UInt8] = []
            bytes.appendVariable(zigzag: value)
            #expect(bytes == expected)
        }
    }
}
