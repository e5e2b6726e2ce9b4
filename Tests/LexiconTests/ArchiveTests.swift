import Testing

@testable import Lexicon

/// Bytes from elsewhere are read or refused, and never bring the program down.
@Suite struct ArchiveTests {
    let tables = [
        LexiconBuilder.Input(file: "Data/parties.tsv", text: "code\tname\nFRA\tFrance\n"),
        LexiconBuilder.Input(file: "Data/empty.tsv", text: ""),
        LexiconBuilder.Input(file: "Data/żółć.tsv", text: "Ilırım\t₺\nГородок\t東の湖\n🏔"),
        LexiconBuilder.Input(file: "", text: "\u{0}\r\n\u{FEFF}"),
    ]

    /// Name and text of each table in a packed archive, `nil` where it is refused.
    func unpack(_ bytes: some Sequence<UInt8>) -> [[String]]? {
        Array(bytes).withUnsafeBytes { TableArchive.unpack($0) }?.map { [$0.file, $0.text] }
    }

    @Test func whatWasPackedIsUnpacked() {
        #expect(unpack(TableArchive.pack(tables)) == tables.map { [$0.file, $0.text] })
        #expect(unpack(TableArchive.pack([])) == [])
        #expect(unpack(TableArchive.pack([.init(file: "", text: "")])) == [["", ""]])
    }

    @Test func anArchiveIsReadFromAnyByteOn() {
        let bytes = TableArchive.pack(tables)
        for shift in 1...7 {
            let found = (Array(repeating: 0, count: shift) + bytes).withUnsafeBytes {
                TableArchive.unpack(UnsafeRawBufferPointer(rebasing: $0[shift...]))
            }
            #expect(found?.map(\.text) == tables.map(\.text))
        }
    }

    @Test func lengthsAreOfBytesInLittleEndian() {
        let bytes = TableArchive.pack([.init(file: "é", text: "ab")])
        #expect(bytes == Array("RTAB0001".utf8) + [1, 0, 0, 0, 2, 0, 0, 0, 0xC3, 0xA9, 2, 0, 0, 0, 0x61, 0x62])
    }

    @Test func everyTruncationIsRefused() {
        let bytes = TableArchive.pack(tables)
        let opened = (0..<bytes.count).filter { unpack(bytes.prefix($0)) != nil }
        #expect(opened == [])
    }

    @Test(arguments: [
        "", "RTAB0001", "RTAB0002\u{0}\u{0}\u{0}\u{0}", "code\tname\tkind\tsector\n", "RLEX0002\u{0}\u{0}\u{0}\u{0}",
        "\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}",
    ])
    func foreignBytesAreRefused(text: String) {
        #expect(unpack(text.utf8) == nil)
    }

    @Test func countsAndLengthsBeyondTheEndAreRefused() {
        let bytes = TableArchive.pack(tables)
        for at in [8, 12, 16 + tables[0].file.utf8.count] {
            for top in [UInt8(0x7F), 0x80, 0xFF] {
                var other = bytes
                other[at + 3] = top
                #expect(unpack(other) == nil, "byte \(at + 3)")
            }
        }
    }

    @Test func aWrongByteAnywhereDoesNoHarm() {
        let bytes = TableArchive.pack(tables)
        for at in bytes.indices {
            var other = bytes
            other[at] ^= 0xFF
            let found = unpack(other)
            if at < 8 { #expect(found == nil) }
            #expect(found != tables.map { [$0.file, $0.text] })
        }
    }

    // MARK: - The compiled lexicon

    /// Its sections end at most seven bytes before its end, which are there to fill up.
    @Test func aCutLexiconIsRefused() throws {
        let bytes = try #require(SmallTables().builder().bytes)
        #expect(bytes.count > 970)
        let opened = stride(from: 0, to: bytes.count - 7, by: 97).filter { Lexicon(Array(bytes.prefix($0))) != nil }
        #expect(opened == [])
        #expect(Lexicon(Array(bytes.prefix(bytes.count - 8))) == nil)
    }

    @Test(arguments: 0..<8)
    func aWrongMagicIsRefused(at: Int) throws {
        var bytes = try #require(SmallTables().builder().bytes)
        bytes[at] ^= 1
        #expect(Lexicon(bytes) == nil)
    }

    @Test func anotherNumberOfSectionsIsRefused() throws {
        let bytes = try #require(SmallTables().builder().bytes)
        for change in [UInt8(1), 2, 0x40, 0xFF] {
            var other = bytes
            other[8] ^= change
            #expect(Lexicon(other) == nil)
            other = bytes
            other[11] = change
            #expect(Lexicon(other) == nil)
        }
    }

    @Test func sectionsBeyondTheEndAreRefused() throws {
        let bytes = try #require(SmallTables().builder().bytes)
        for section in Lexicon.Part.allCases.indices {
            for field in [16 + section * 8, 20 + section * 8] {
                for top in [UInt8(0x01), 0x7F, 0x80, 0xFF] {
                    var other = bytes
                    other[field + 3] = top
                    #expect(Lexicon(other) == nil, "section \(section)")
                }
            }
        }
    }

    @Test func aLexiconIsReadWhereItLies() throws {
        let bytes = try #require(SmallTables().builder().bytes)
        let place = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count + 1, alignment: 16)
        defer { place.deallocate() }
        let odd = UnsafeMutableRawBufferPointer(rebasing: place[1...])
        odd.copyBytes(from: bytes)
        let lexicon = try #require(Lexicon(staticBytes: UnsafeRawBufferPointer(odd)))
        #expect(lexicon.find("Downing Street").map { lexicon.partyCode($0.index) } == ["GBR"])
        #expect(lexicon.place(1).name == "Paris")
        #expect(Lexicon(staticBytes: UnsafeRawBufferPointer(start: nil, count: 0)) == nil)
    }
}
