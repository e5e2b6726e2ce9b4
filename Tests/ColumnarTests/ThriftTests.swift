import Testing

@testable import Columnar

@Suite("Thrift's compact protocol")
struct ThriftTests {
    private func bytes(_ body: (inout ThriftWriter) -> Void) -> [UInt8] {
        var writer = ThriftWriter()
        writer.structure(body)
        return writer.bytes
    }

    @Test("a field is its distance from the last one and its kind in one byte")
    func fields() {
        #expect(
            bytes {
                $0.integer32(1, 1)
                $0.integer64(3, -1)
                $0.boolean(4, true)
                $0.boolean(13, false)
            } == [0x15, 0x02, 0x26, 0x01, 0x11, 0x92, 0x00])
    }

    @Test("bytes and texts have their length in front")
    func binaries() {
        #expect(
            bytes {
                $0.text(1, "é")
                $0.binary(2, [])
            } == [0x18, 0x02, 0xC3, 0xA9, 0x18, 0x00, 0x00])
    }

    @Test("the fields of a structure are counted anew, and those after it go on")
    func structures() {
        #expect(
            bytes {
                $0.structure(5) { $0.integer32(1, 3) }
                $0.structure(6)
                $0.integer32(7, 0)
            } == [0x5C, 0x15, 0x06, 0x00, 0x1C, 0x00, 0x15, 0x00, 0x00])
    }

    @Test("up to 14 elements of a list are counted in its first byte, more after it")
    func lists() throws {
        #expect(
            bytes {
                $0.list(1, of: .integer32, count: 2)
                $0.integer32(1)
                $0.integer32(-1)
            } == [0x19, 0x25, 0x02, 0x01, 0x00])
        for count in [0, 1, 14, 15, 16, 200] {
            let written = bytes {
                $0.list(1, of: .binary, count: count)
                for i in 0..<count { $0.text("\(i)") }
            }
            #expect(written[1] == (count < 15 ? UInt8(count) << 4 | 8 : 0xF8))
            var reader = ThriftReader(written[...])
            #expect(try reader.structure()[1]?.list?.compactMap(\.text) == (0..<count).map { "\($0)" })
        }
    }

    @Test("structures in a list leave the fields around it alone")
    func structuresInLists() throws {
        let written = bytes {
            $0.list(4, of: .structure, count: 2)
            for i in 0..<2 { $0.structure { $0.integer64(9, i) } }
            $0.integer32(5, 7)
        }
        var reader = ThriftReader(written[...])
        let read = try reader.structure()
        #expect(read[4]?.list?.map { $0[9]?.integer } == [0, 1])
        #expect(read[5]?.integer == 7)
        #expect(read.fields == [4, 5])
    }
}
