import Testing

@testable import Hypertext

@Suite("Character encoding")
struct CharacterEncodingTests {
    private func decode(
        _ bytes: [UInt8], transport: String? = nil, syntax: CharacterEncoding.Syntax = .xml
    ) -> CharacterEncoding.Decoded {
        CharacterEncoding.decode(bytes, transport: transport, syntax: syntax)
    }

    private func text(_ decoded: CharacterEncoding.Decoded) -> String { String(decoding: decoded.utf8, as: UTF8.self) }

    private func utf16(_ text: String, bigEndian: Bool) -> [UInt8] {
        text.utf16.flatMap { unit in
            let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
            return bigEndian ? [high, low] : [low, high]
        }
    }

    @Test func cleanUTF8StaysTheSameMemory() {
        let bytes = Array("<a>Zürich — 日本 👍\r\n\t</a>".utf8)
        let decoded = decode(bytes)
        #expect(decoded.utf8 == bytes)
        #expect(decoded.encoding == "utf-8")
        #expect(!decoded.isRepaired)
        let isShared = bytes.withUnsafeBufferPointer { before in
            decoded.utf8.withUnsafeBufferPointer { before.baseAddress == $0.baseAddress }
        }
        #expect(isShared)
    }

    @Test func nothingIsUTF8() {
        #expect(decode([]).utf8.isEmpty)
        #expect(decode([0xEF, 0xBB, 0xBF]).utf8.isEmpty)
        #expect(decode([0xEF, 0xBB, 0xBF]).source == .bom)
    }

    @Test func marksComeBeforeAllElse() {
        let marked: [([UInt8], String)] = [
            ([0xEF, 0xBB, 0xBF] + Array("é".utf8), "utf-8"),
            ([0xFF, 0xFE] + utf16("é", bigEndian: false), "utf-16le"),
            ([0xFE, 0xFF] + utf16("é", bigEndian: true), "utf-16be"),
            ([0xFF, 0xFE, 0, 0, 0xE9, 0, 0, 0], "utf-32le"),
            ([0, 0, 0xFE, 0xFF, 0, 0, 0, 0xE9], "utf-32be"),
        ]
        for (bytes, name) in marked {
            let decoded = decode(bytes, transport: "text/xml; charset=koi8-r")
            #expect(text(decoded) == "é", "\(name)")
            #expect(decoded.encoding == name)
            #expect(decoded.source == .bom)
        }
    }

    @Test func guisesOfAppendixF() {
        let document = "<?xml version='1.0'?><é/>"
        #expect(text(decode(utf16(document, bigEndian: true))) == document)
        #expect(text(decode(utf16(document, bigEndian: false))) == document)
        let wide = document.unicodeScalars.flatMap { [UInt8(0), 0, UInt8($0.value >> 8), UInt8($0.value & 0xFF)] }
        #expect(text(decode(wide)) == document)
        #expect(text(decode(Array(wide.reversed()))) == String(document.reversed()))
        // "<?xml encoding='ibm1047'?>[" in EBCDIC: the bracket is AD in page 1047 and BA in page 037
        let ebcdic: [UInt8] = [
            0x4C, 0x6F, 0xA7, 0x94, 0x93, 0x40, 0x85, 0x95, 0x83, 0x96, 0x84, 0x89, 0x95, 0x87, 0x7E, 0x7D, 0x89, 0x82,
            0x94, 0xF1, 0xF0, 0xF4, 0xF7, 0x7D, 0x6F, 0x6E, 0xAD,
        ]
        #expect(text(decode(ebcdic)) == "<?xml encoding='ibm1047'?>[")
        #expect(decode(ebcdic).encoding == "ibm1047")
    }

    @Test func transportBeatsDeclaration() {
        let bytes = Array("<?xml version='1.0' encoding='utf-8'?><a>".utf8) + [0xC1, 0xC2, 0xD7]
        let decoded = decode(bytes, transport: "application/xml; charset = \"KOI8-R\"")
        #expect(text(decoded).hasSuffix("абв"))
        #expect(decoded.encoding == "koi8-r")
        #expect(decoded.source == .transport)
        #expect(text(decode(bytes, transport: "koi8-r")).hasSuffix("абв"))
    }

    @Test(arguments: ["text/xml; charset:iso-8859-1", "text/xml; charset=", "text/xml; charset=x-none", "text/xml", ""])
    func transportsWithoutACharset(transport: String) {
        let bytes = Array("<?xml version='1.0' encoding='koi8-r'?><a>".utf8) + [0xC1, 0xC2, 0xD7]
        #expect(decode(bytes, transport: transport).encoding == "koi8-r")
        #expect(decode(bytes, transport: transport).source == .declaration)
    }

    @Test(
        arguments: [
            ("iso-8859-1", "windows-1252", [0x93, 0xE9, 0x94], "“é”"),
            (" Latin1", "windows-1252", [0x80], "€"),
            ("gb2312", "gbk", [0xD6, 0xD0, 0x81, 0x40], "中丂"),
            ("ks_c_5601-1987", "euc-kr", [0xB3, 0xE2], "년"),
            ("iso-8859-9", "windows-1254", [0xFE], "ş"),
            ("tis-620", "windows-874", [0xA1], "ก"),
            ("sjis", "shift_jis", [0x93, 0xFA], "日"),
            ("x-euc-jp", "euc-jp", [0xC6, 0xFC], "日"),
            ("big5-hkscs", "big5", [0xA4, 0xE9], "日"),
            ("iso-2022-jp", "iso-2022-jp", [0x1B, 0x24, 0x42, 0x46, 0x7C, 0x1B, 0x28, 0x42], "日"),
        ] as [(String, String, [UInt8], String)])
    func labelsMeanWhatTheStandardSays(label: String, name: String, bytes: [UInt8], expected: String) {
        let decoded = decode(bytes, transport: label, syntax: .text)
        #expect(text(decoded) == expected)
        #expect(decoded.encoding == name)
        #expect(!decoded.isRepaired)
    }

    @Test func everyLabelHasAConverter() {
        for (label, encoding) in EncodingLabels.table {
            #expect(Conversion.utf8(of: [], from: 0, in: encoding) != nil, "\(label): \(encoding.iconv)")
            #expect(KnownEncoding.named(" \(label.uppercased())\n") == encoding)
        }
        #expect(KnownEncoding.named("iso-2022-kr") == nil)
        #expect(KnownEncoding.named(String(repeating: "a", count: 10_000)) == nil)
    }

    @Test func metaWithinReach() {
        let cyrillic: [UInt8] = [0xE4, 0xE0]
        func page(_ head: String) -> [UInt8] { Array(head.utf8) + cyrillic }
        let declared = [
            "<meta charset=windows-1251>", "<META CHARSET = 'cp1251' />",
            "<html><meta http-equiv=\"Content-Type\" content=\"text/html; charset=windows-1251\">",
            "<!-- <meta charset=koi8-r> --><meta charset=\"windows-1251\">",
            "<meta name=a content=b><meta/charset=windows-1251>", "<?xml encoding='windows-1251'?>",
        ]
        for head in declared {
            #expect(text(decode(page(head), syntax: .html)).hasSuffix("да"), "\(head)")
            #expect(decode(page(head), syntax: .html).source == .declaration)
        }
        let late = String(repeating: " ", count: 4096) + "<meta charset=windows-1251>"
        #expect(decode(page(late), syntax: .html).encoding == "windows-1252")
        #expect(decode(page(declared[0]), syntax: .xml).encoding == "windows-1252")
        let described = "<meta name=description content='how charset=windows-1251 works'>"
        #expect(decode(page(described), syntax: .html).encoding == "windows-1252")
        #expect(decode(page("<metadata charset=windows-1251>"), syntax: .html).encoding == "windows-1252")
    }

    @Test func utf16DeclaredInASCIIMeansUTF8() {
        let bytes = Array("<?xml version='1.0' encoding='utf-16'?><a>é</a>".utf8)
        #expect(decode(bytes).utf8 == bytes)
        #expect(decode(bytes).encoding == "utf-8")
    }

    @Test func utf8WinsOnlyWhereTheDeclaredIsClearlyWorse() {
        func declared(_ label: String, _ bytes: [UInt8]) -> String {
            decode(Array("<?xml encoding='\(label)'?>".utf8) + bytes).encoding
        }
        #expect(declared("iso-8859-1", Array("Zürich, Genève".utf8)) == "utf-8")
        #expect(declared("iso-8859-1", Array("café".utf8)) == "utf-8")
        #expect(declared("us-ascii", Array("5 €".utf8)) == "utf-8")
        #expect(declared("windows-1251", Array("Москва".utf8)) == "utf-8")
        #expect(declared("iso-8859-1", [0xE9, 0x20]) == "windows-1252")
        #expect(declared("iso-8859-1", [0xDC, 0xBB]) == "windows-1252")
        // two characters of GBK that are valid UTF-8 by chance, and eight that cannot be chance
        #expect(declared("gbk", [0xC1, 0xAA, 0xCD, 0xA8]) == "gbk")
        #expect(declared("gbk", Array("中国外交部发言人".utf8)) == "utf-8")
        #expect(declared("iso-8859-1", Array("plain".utf8)) == "windows-1252")
    }

    @Test func brokenUTF8() {
        let mostlyWhole = Array("é é é é ".utf8) + [0xFF]
        let decoded = decode(mostlyWhole, transport: "utf-8")
        #expect(text(decoded) == "é é é é \u{FFFD}")
        #expect(decoded.isRepaired)
        let legacy = decode([0x63, 0x61, 0x66, 0xE9], transport: "utf-8")
        #expect(text(legacy) == "café")
        #expect(legacy.encoding == "windows-1252")
        #expect(legacy.source == .fallback)
    }

    @Test func controlsDoNotSurvive() {
        let decoded = decode([0x61, 0, 0x62, 0x1B, 0x0C, 0x7F, 0x09, 0x0A, 0x0D])
        #expect(text(decoded) == "a\u{FFFD}b\u{FFFD} \u{FFFD}\t\n\r")
        #expect(decoded.isRepaired)
        let surrogate = decode([0xFE, 0xFF, 0xD8, 0x3D, 0, 0x61])
        #expect(text(surrogate) == "\u{FFFD}a")
        #expect(surrogate.isRepaired)
        #expect(text(decode([0xFE, 0xFF, 0, 0x61, 0xD8])) == "a\u{FFFD}")
    }

    @Test func aBrokenCharacterHidesNoMarkup() {
        // a lead byte of GBK before a quotation mark
        let decoded = decode([0xD6, 0x22, 0x3E, 0xD6, 0xFF, 0x3E], transport: "gbk")
        #expect(text(decoded) == "\u{FFFD}\">\u{FFFD}>")
        #expect(decoded.isRepaired)
    }

    @Test func blocksLoseNothing() {
        let count = Conversion.block
        let decoded = decode([UInt8](repeating: 0xE9, count: count) + [0x81], transport: "windows-1252")
        #expect(decoded.utf8.count == 2 * count + 3)
        #expect(decoded.utf8.suffix(5) == [0xC3, 0xA9, 0xEF, 0xBF, 0xBD])
    }

    @Test func anyBytesAreRead() {
        var random = SplitMix(state: 7)
        let transports = [
            nil, "utf-8", "gb18030", "shift_jis", "utf-16", "utf-32", "iso-2022-jp", "big5", "windows-1253",
        ]
        for round in 0..<600 {
            let bytes = (0..<Int(random.next() % 60)).map { _ in UInt8(truncatingIfNeeded: random.next()) }
            let decoded = decode(bytes, transport: transports[round % transports.count], syntax: .html)
            #expect(UTF8Scan.scan(decoded.utf8).isClean, "\(bytes)")
        }
    }
}

/// Numbers that look random and are the same each time (Steele, Lea, Flood: SplitMix, 2014).
struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
