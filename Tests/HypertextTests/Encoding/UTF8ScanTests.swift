import Testing

@testable import Hypertext

@Suite("UTF-8 in one pass")
struct UTF8ScanTests {
    private func expectSame(_ bytes: [UInt8]) {
        let expected = Array(String(decoding: bytes, as: UTF8.self).utf8)
        let repaired = UTF8Scan.repaired(bytes)
        guard repaired != expected || UTF8Scan.scan(bytes).isClean != (bytes == expected) else { return }
        Issue.record("\(bytes): \(repaired), not \(expected)")
    }

    /// Every pair of bytes above 127, and every lead with edge bytes behind it, as the standard library has it.
    @Test func allShortSequences() {
        for lead in UInt8(0x80)...0xFF {
            expectSame([lead])
            for second in UInt8(0x80)...0xFF { expectSame([0x61, lead, second, 0x62]) }
        }
        let edges: [UInt8] = [0x20, 0x7E, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC2, 0xE0, 0xED, 0xF0, 0xF4, 0xFF]
        for lead in UInt8(0xC0)...0xFF {
            for a in edges { for b in edges { for c in edges { expectSame([lead, a, b, c]) } } }
        }
    }

    /// A broken byte or a control character at every place of a long run of plain bytes, which is read eight at a time.
    @Test func everyPlaceInARun() {
        for place in 0..<40 {
            var bytes = [UInt8](repeating: 0x61, count: 40)
            #expect(UTF8Scan.scan(bytes).isClean)
            bytes[place] = 0xFF
            #expect(UTF8Scan.scan(bytes).broken == 1)
            bytes[place] = 0x7F
            #expect(UTF8Scan.scan(bytes).controls == 1)
            bytes[place] = 0x1F
            #expect(UTF8Scan.scan(bytes).controls == 1)
            #expect(UTF8Scan.repaired(bytes).count == 42)
            bytes[place] = 0x0A
            #expect(UTF8Scan.scan(bytes).isClean)
        }
    }

    @Test func controlsOneByOne() {
        for control in UInt8(0)..<0x20 {
            let kept: Set<UInt8> = [0x09, 0x0A, 0x0D]
            #expect(UTF8Scan.scan([control]).isClean == kept.contains(control))
            let repaired = UTF8Scan.repaired([control])
            let space: Set<UInt8> = [0x0B, 0x0C]
            #expect(
                repaired
                    == (kept.contains(control) ? [control] : space.contains(control) ? [0x20] : UTF8Scan.replacement))
        }
    }

    @Test func counts() {
        let scan = UTF8Scan.scan(Array("aé日👍".utf8) + [0xE6, 0x97, 0x20, 0x1B])
        #expect(scan.whole == 3)
        #expect(scan.long == 2)
        #expect(scan.broken == 1)
        #expect(scan.hasEscape)
        #expect(!scan.isASCII)
    }
}

@Suite("Conversion")
struct ConversionTests {
    private func text(_ bytes: [UInt8], _ label: String) throws -> String {
        let encoding = try #require(KnownEncoding.named(label))
        let converted = try #require(Conversion.utf8(of: bytes, from: 0, in: encoding))
        return String(decoding: converted.utf8, as: UTF8.self)
    }

    /// The index of windows-1252 in the Encoding Standard, but for its five control characters.
    @Test func windows1252() throws {
        let upper = "€\u{FFFD}‚ƒ„…†‡ˆ‰Š‹Œ\u{FFFD}Ž\u{FFFD}\u{FFFD}‘’“”•–—˜™š›œ\u{FFFD}žŸ"
        #expect(try text(Array(0x80...0x9F), "latin1") == upper)
        let latin = String(String.UnicodeScalarView((UInt32(0xA0)...0xFF).compactMap(Unicode.Scalar.init)))
        #expect(try text(Array(0xA0...0xFF), "latin1") == latin)
    }

    @Test(
        arguments: [
            ("windows-1251", [0xC0, 0xDF, 0xE0, 0xFF, 0xA8, 0xB8], "АЯаяЁё"),
            ("koi8-r", [0xE1, 0xF1, 0xC1, 0xD1], "АЯая"),
            ("iso-8859-5", [0xB0, 0xEF], "Ая"), ("ibm866", [0x80, 0xEF], "Ая"), ("windows-1250", [0xB9, 0xE6], "ąć"),
            ("iso-8859-2", [0xB1, 0xE6], "ąć"), ("windows-1253", [0xC1, 0xF9], "Αω"),
            ("windows-1255", [0xE0, 0xFA], "את"),
            ("windows-1256", [0xC7, 0xED], "اي"), ("windows-874", [0xA1, 0xE0], "กเ"), ("macintosh", [0x8E], "é"),
            ("iso-8859-15", [0xA4], "€"), ("gb18030", [0x81, 0x30, 0x81, 0x30, 0x94, 0x39, 0xDA, 0x33], "\u{80}💩"),
            ("euc-jp", [0xA4, 0xA2, 0x8E, 0xB1], "あｱ"), ("shift_jis", [0x82, 0xA0, 0xB1, 0x5C], "あｱ\\"),
            ("euc-kr", [0xB0, 0xA1, 0x81, 0x41], "가갂"), ("big5", [0xA4, 0x40], "一"),
            ("utf-16le", [0x3D, 0xD8, 0x4D, 0xDC], "👍"),
            ("utf-16be", [0xD8, 0x3D, 0xDC, 0x4D], "👍"), ("utf-32le", [0x4D, 0xF4, 0x01, 0], "👍"),
        ] as [(String, [UInt8], String)])
    func characters(label: String, bytes: [UInt8], expected: String) throws {
        #expect(try text(bytes, label) == expected)
    }

    @Test(
        arguments: [
            ("utf-16le", [0x3D, 0xD8, 0x61, 0], "\u{FFFD}a"), ("utf-16le", [0x61, 0, 0x61], "a\u{FFFD}"),
            ("utf-32be", [0, 0x11, 0, 0, 0, 0, 0, 0x61], "\u{FFFD}a"), ("euc-jp", [0xA4, 0x61], "\u{FFFD}a"),
            ("shift_jis", [0x82], "\u{FFFD}"), ("big5", [0xA4, 0xFF, 0x61], "\u{FFFD}a"),
            ("gb18030", [0xFF, 0x61], "\u{FFFD}a"),
        ] as [(String, [UInt8], String)])
    func brokenCharacters(label: String, bytes: [UInt8], expected: String) throws {
        let encoding = try #require(KnownEncoding.named(label))
        let converted = try #require(Conversion.utf8(of: bytes, from: 0, in: encoding))
        #expect(String(decoding: converted.utf8, as: UTF8.self) == expected)
        #expect(converted.isRepaired)
    }

    /// The names of the Encoding Standard (WHATWG, section 4.2) are labels of themselves.
    @Test(arguments: [
        "utf-8", "ibm866", "iso-8859-2", "iso-8859-3", "iso-8859-4", "iso-8859-5", "iso-8859-6", "iso-8859-7",
        "iso-8859-8",
        "iso-8859-8-i", "iso-8859-10", "iso-8859-13", "iso-8859-14", "iso-8859-15", "iso-8859-16", "koi8-r", "koi8-u",
        "macintosh", "windows-874", "windows-1250", "windows-1251", "windows-1252", "windows-1253", "windows-1254",
        "windows-1255", "windows-1256", "windows-1257", "windows-1258", "x-mac-cyrillic", "gbk", "gb18030", "big5",
        "euc-jp",
        "iso-2022-jp", "shift_jis", "euc-kr", "utf-16be", "utf-16le",
    ])
    func namesOfTheStandard(name: String) {
        #expect(KnownEncoding.named(name)?.name == name)
        #expect(KnownEncoding.named(" \(name.uppercased())")?.name == name)
    }

    @Test func unknownEncodingsHaveNoConverter() {
        #expect(Conversion.utf8(of: [0x61], from: 0, in: KnownEncoding(name: "none", iconv: "NO-SUCH-ENCODING")) == nil)
    }

    @Test func startsWhereTold() throws {
        let encoding = try #require(KnownEncoding.named("koi8-r"))
        #expect(Conversion.utf8(of: [0xC1, 0xC2], from: 1, in: encoding)?.utf8 == Array("б".utf8))
        #expect(Conversion.utf8(of: [0xC1], from: 9, in: encoding)?.utf8 == [])
    }
}
