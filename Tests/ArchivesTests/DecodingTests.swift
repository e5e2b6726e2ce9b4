import Compressing
import Testing

@testable import Archives

@Suite("Compressed streams")
struct DecodingTests {
    /// What comes out of a stream, with what it says besides.
    private func decode(
        _ compression: Compression, _ bytes: [UInt8], limits: ArchiveLimits = ArchiveLimits()
    ) -> (bytes: [UInt8], failure: ArchiveFault?, warnings: [ArchiveFault], ledger: Ledger) {
        let ledger = Ledger(limits)
        let window = Window(DecodingStream(compression, of: Window(Dribble(bytes)), ledger: ledger, name: "x"))
        let out = window.take(.max)
        return (out, window.failure, ledger.waiting, ledger)
    }

    private let text = Array(String(repeating: "The foreign minister received the envoy. ", count: 3000).utf8)

    @Test("each format gives back what was packed")
    func roundTrips() {
        let packed: [(Compression, [UInt8])] = [
            (.gzip, Packing.gzip(text)), (.zlib, Packing.zlib(text)), (.deflate, Packing.bare(text)),
            (.zstd, Packing.zstd(text)), (.zstd, Packing.zstd(text, checksum: false)),
        ]
        for (compression, bytes) in packed {
            let found = decode(compression, bytes)
            #expect(found.bytes == text)
            #expect(found.failure == nil)
            #expect(found.warnings == [])
            #expect(found.ledger.tally.expanded == text.count)
        }
        let found = decode(.brotli, Packing.brotli)
        #expect(String(decoding: found.bytes, as: UTF8.self) == Packing.brotliText)
        #expect(found.failure == nil)
    }

    @Test("an empty member is no bytes")
    func empty() {
        #expect(decode(.gzip, Packing.gzip("")).bytes == [])
        #expect(decode(.zstd, Packing.zstd([])).bytes == [])
        #expect(decode(.zstd, Packing.skippable([1, 2, 3])).failure == nil)
    }

    @Test("all members of gzip are read, zeros between them are padding")
    func members() {
        let found = decode(.gzip, Packing.gzip("one ") + Packing.gzip("") + [0, 0, 0] + Packing.gzip("two"))
        #expect(String(decoding: found.bytes, as: UTF8.self) == "one two")
        #expect(found.warnings == [])
        #expect(found.failure == nil)
    }

    @Test("a member with extra fields, a name, a comment and a checksum of its head is read")
    func gzipFields() {
        let plain = Packing.gzip("text")
        // FHCRC, FEXTRA, FNAME and FCOMMENT of RFC 1952
        var head: [UInt8] = [0x1F, 0x8B, 8, 0x1E, 0, 0, 0, 0, 0, 3, 8, 0]
        head += Array("sl".utf8) + [4, 0, 1, 2, 3, 4] + Array("name\0comment\0".utf8)
        head += Packing.little(Int(Packing.crc(head) & 0xFFFF), 2)
        let found = decode(.gzip, head + plain[10...])
        #expect(String(decoding: found.bytes, as: UTF8.self) == "text")
    }

    @Test("junk after the last member is told with its place and its length")
    func trailingJunk() {
        let packed = Packing.gzip("text")
        let found = decode(.gzip, packed + Array("not packed".utf8))
        #expect(String(decoding: found.bytes, as: UTF8.self) == "text")
        #expect(found.failure == nil)
        #expect(found.warnings.map(\.code) == [.junkBetweenMembers])
        #expect(found.warnings.first?.offset == packed.count)
        #expect(found.warnings.first?.severity == .warning)
        #expect(found.warnings.first?.message.contains("10 bytes") == true)
    }

    @Test("junk between members is passed over")
    func junkBetween() {
        for (compression, pack) in [(Compression.gzip, Packing.gzip), (.zstd, { Packing.zstd($0) })] {
            let bytes = pack(Array("one ".utf8)) + Array("junk (\u{1F}".utf8) + pack(Array("two".utf8))
            let found = decode(compression, bytes)
            #expect(String(decoding: found.bytes, as: UTF8.self) == "one two")
            #expect(found.warnings.map(\.code) == [.junkBetweenMembers])
        }
    }

    @Test("what is left after a stream without a mark is told")
    func junkAfterZlib() {
        let found = decode(.zlib, Packing.zlib(text) + [1, 2, 3])
        #expect(found.bytes == text)
        #expect(found.warnings.map(\.code) == [.junkBetweenMembers])
    }

    @Test("a stream that is cut short gives what is there, and says so")
    func truncated() {
        var dice = Dice(state: 1)
        let noise = dice.bytes(50_000)
        for (compression, packed) in [
            (Compression.gzip, Packing.gzip(noise)), (.zlib, Packing.zlib(noise)), (.deflate, Packing.bare(noise)),
        ] {
            let found = decode(compression, Array(packed[..<30_000]))
            #expect(found.failure?.code == .truncated)
            #expect(found.bytes.count > 20_000)
            #expect(noise.starts(with: found.bytes))
        }
        #expect(decode(.zstd, Array(Packing.zstd(noise)[..<30_000])).failure?.code == .truncated)
        #expect(decode(.brotli, Array(Packing.brotli.dropLast(3))).failure?.code == .truncated)
        #expect(decode(.gzip, [0x1F, 0x8B]).failure?.code == .truncated)
    }

    @Test("a wrong checksum is told")
    func checksum() {
        var packed = Packing.gzip(text)
        packed[packed.count - 6] ^= 1
        #expect(decode(.gzip, packed).failure?.code == .checksumMismatch)
        var frame = Packing.zstd(text)
        frame[frame.count - 1] ^= 1
        #expect(decode(.zstd, frame).failure?.code == .checksumMismatch)
    }

    @Test("bytes that are no deflate are told with their place")
    func damaged() {
        let found = decode(.gzip, Array(Packing.gzip(text)[..<10]) + [0xFF, 0xFF, 0xFF, 0xFF])
        #expect(found.failure?.code == .damaged)
        #expect((10...14).contains(found.failure?.offset ?? 0))
        #expect(found.failure?.name == "x")
    }

    @Test("after damage, reading goes on with the next member")
    func recovery() {
        var broken = Packing.gzip(text)
        for i in 20..<40 { broken[i] = 0xFF }
        let ledger = Ledger(ArchiveLimits())
        let bytes = Packing.gzip("one ") + broken + Packing.gzip("three")
        let window = Window(DecodingStream(.gzip, of: Window(bytes), ledger: ledger, name: "x"))
        #expect(window.take(4) == Array("one ".utf8))
        _ = window.take(.max)
        #expect(window.failure != nil)
        #expect(window.recover())
        #expect(String(decoding: window.take(.max), as: UTF8.self) == "three")
        #expect(window.failure == nil)
    }

    @Test("a member that is refused at its first byte is not tried again")
    func progress() {
        let refused: [UInt8] = [0x28, 0xB5, 0x2F, 0xFD, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF]
        let bytes = refused + refused + Packing.zstd(Array("text".utf8))
        let window = Window(DecodingStream(.zstd, of: Window(bytes), ledger: Ledger(ArchiveLimits()), name: "x"))
        var rounds = 0
        var found: [UInt8] = []
        repeat {
            found += window.take(.max)
            rounds += 1
        } while rounds < 10 && window.recover()
        #expect(String(decoding: found, as: UTF8.self) == "text")
        #expect(rounds == 3)
    }

    @Test("skippable frames and several frames of zstd are one stream")
    func zstdFrames() {
        let bytes =
            Packing.skippable([1, 2, 3]) + Packing.zstd(Array("one ".utf8)) + Packing.skippable([], kind: 0x5F)
            + Packing.zstd(Array("two".utf8)) + Packing.skippable([9])
        let found = decode(.zstd, bytes)
        #expect(String(decoding: found.bytes, as: UTF8.self) == "one two")
        #expect(found.failure == nil)
        #expect(found.warnings == [])
    }

    @Test("the first skippable frame of a .warc.zst is the dictionary of the others, packed or not")
    func zstdDictionary() {
        let dictionary = Array("The foreign minister received the envoy of the neighbouring country. ".utf8)
        let text = Array("The foreign minister received the envoy of the neighbouring country. Again.".utf8)
        let frame = Packing.zstd(text, dictionary: dictionary)
        #expect(decode(.zstd, frame).bytes != text, "the frame should need its dictionary")
        #expect(decode(.zstd, Packing.skippable(dictionary, kind: 0x5D) + frame + frame).bytes == text + text)
        #expect(decode(.zstd, Packing.skippable(Packing.zstd(dictionary), kind: 0x5D) + frame).bytes == text)
        var limits = ArchiveLimits()
        limits.dictionarySize = 10
        let found = decode(.zstd, Packing.skippable(dictionary, kind: 0x5D) + frame, limits: limits)
        #expect(found.failure?.code == .windowTooLarge)
        #expect(found.failure?.message.contains("dictionary-size") == true)
    }

    @Test("a frame that asks for more memory than allowed is refused")
    func zstdWindow() {
        // magic, a descriptor without a single segment, a window of 2^37 bytes (RFC 8878, section 3.1.1.1.2)
        let bytes: [UInt8] = [0x28, 0xB5, 0x2F, 0xFD, 0x00, 0xD8, 0x01, 0x00, 0x00]
        let found = decode(.zstd, bytes)
        #expect(found.failure?.code == .windowTooLarge)
        #expect(found.failure?.message.contains("window-size") == true)
    }

    @Test("bombs are refused after the first megabyte")
    func bombs() {
        let zeros = [UInt8](repeating: 0, count: 30 << 20)
        for (compression, packed) in [
            (Compression.gzip, Packing.gzip(zeros)), (.zlib, Packing.zlib(zeros)), (.zstd, Packing.zstd(zeros)),
        ] {
            let found = decode(compression, packed)
            #expect(found.failure?.code == .expansionRatio)
            #expect(found.failure?.message.contains("expansion-ratio") == true)
            #expect(found.bytes.count <= 2 << 20)
        }
        var limits = ArchiveLimits()
        limits.expansionRatio = 100_000
        #expect(decode(.gzip, Packing.gzip(zeros), limits: limits).bytes == zeros)
    }

    @Test("a stream of well packed but small members passes")
    func floor() {
        let member = Packing.gzip([UInt8](repeating: 0, count: 500_000))
        #expect(decode(.gzip, member).failure == nil)
    }

    @Test("the sum of all that comes out is bounded, and nothing is read after that")
    func total() {
        var limits = ArchiveLimits()
        limits.totalExpanded = 100_000
        let bytes = Packing.gzip(text)
        let found = decode(.gzip, bytes + bytes, limits: limits)
        #expect(found.failure?.code == .totalExpanded)
        #expect(found.failure?.message.contains("total-expanded") == true)
        #expect(found.ledger.isSpent)
    }
}
