import Testing

@testable import Archives

@Suite("Fields of heads")
struct FieldTests {
    @Test("names are found whatever their case, values without the white space around them")
    func fields() {
        let fields = HeaderFields(Array("A:1\r\nb-c :  two words \r\nstray\r\nD:\r\nA: 2\r\n\r\nE: 3".utf8))
        #expect(fields.count == 4)
        #expect(fields.value("a") == "1")
        #expect(fields.value("B-C") == "two words")
        #expect(fields.value("D") == "")
        #expect(fields.value("E") == nil)
        #expect(fields.all.map(\.name) == ["A", "b-c", "D", "A"])
        #expect(fields.all.map(\.value) == ["1", "two words", "", "2"])
    }

    @Test("a folded value is one line")
    func folding() {
        let fields = HeaderFields(Array("A: one \r\n\t two\n three\n".utf8))
        #expect(fields.value("A") == "one two three")
        #expect(HeaderFields(Array(" no field\nA: 1".utf8)).value("A") == "1")
    }

    @Test("numbers are digits that fit")
    func numbers() {
        for (text, number) in [
            ("12", 12), ("0", 0), ("", nil), ("-1", nil), ("1x", nil), ("9223372036854775807", Int.max),
            ("9223372036854775808", nil), ("99999999999999999999999", nil),
        ] as [(String, Int?)] {
            #expect(HeaderFields(Array("A: \(text)\n".utf8)).number("A") == number)
        }
    }

    @Test("media types and their parameters (RFC 2045)")
    func mediaTypes() {
        var type = MediaType(" Text/HTML ; charset=\"UTF-8\"; x=\"a;\\\"b\" ; charset=other")
        #expect(type.essence == "text/html")
        #expect(type.charset == "utf-8")
        #expect(type.parameters["x"] == "a;\"b")
        type = MediaType("")
        #expect(type.essence == "")
        #expect(type.charset == nil)
        #expect(MediaType("text/plain; charset=").charset == nil)
    }

    @Test("parameters in sections and with a character set (RFC 2231)")
    func longParameters() {
        let split = MediaType("x/y; filename*1*=%e2%82%ac%20.; filename*0*=utf-8'en'five%20; filename*2=pdf")
        #expect(split.parameters["filename"] == "five € .pdf")
        #expect(MediaType("x/y; filename*=iso-8859-1''caf%E9.txt").parameters["filename"] == "café.txt")
    }

    @Test(
        "encoded words (RFC 2047, section 8, and what is seen)",
        arguments: [
            ("plain", "plain"), ("=?ISO-8859-1?Q?a?=", "a"), ("=?ISO-8859-1?Q?a?= b", "a b"),
            ("=?ISO-8859-1?Q?a?= =?ISO-8859-1?Q?b?=", "ab"), ("=?ISO-8859-1?Q?a?=  =?ISO-8859-1?Q?b?=", "ab"),
            ("=?ISO-8859-1?Q?a_b?=", "a b"), ("=?ISO-8859-1?Q?a?= =?ISO-8859-2?Q?_b?=", "a b"),
            ("=?iso-8859-1?q?caf=E9?= au lait", "café au lait"), ("=?UTF-8?B?0JvQsNCy0YDQvtCy?=", "Лавров"),
            ("=?koi8-r?B?7MHX0s/X?=", "Лавров"), ("=?windows-1251?Q?=CB=E0=E2=F0=EE=E2?=", "Лавров"),
            ("=?gb2312?B?zfXS4w==?=", "王毅"), ("=?ISO-2022-JP?B?GyRCMnFDTBsoQg==?=", "会談"),
            // a character over two words
            ("=?utf-8?B?0Js=?= =?utf-8?B?0LDQ?= =?utf-8?B?sg==?=", "Лав"),
            ("=?utf-8*en?Q?met?=", "met"), ("=?none?Q?a=20b?=", "a b"), ("=?utf-8?X?a?=", "=?utf-8?X?a?="),
            ("=?utf-8?Q?open", "=?utf-8?Q?open"), ("=?", "=?"), ("=??Q?x?=", "=??Q?x?="),
        ])
    func encodedWords(value: String, text: String) {
        #expect(EncodedWords.text(Array(value.utf8)[...]) == text)
    }

    @Test("bytes that no word marks are UTF-8, else Windows-1252")
    func rawBytes() {
        #expect(EncodedWords.text(Array("Çavuşoğlu".utf8)[...]) == "Çavuşoğlu")
        #expect(EncodedWords.text([0x93, 0x63, 0x61, 0x66, 0xE9, 0x94]) == "“café”")
    }

    @Test("names of character sets that are none are not asked of the system")
    func hostileCharsets() {
        for name in ["UTF-16//TRANSLIT", "../../x", String(repeating: "a", count: 1000), "x\u{0}y", "é"] {
            #expect(EncodedWords.decoded([0x41], charset: name) == "A")
        }
        #expect(EncodedWords.decoded([0x41, 0xFF, 0x42], charset: "euc-jp") == "A\u{FFFD}B")
    }

    @Test("base64 with line breaks, strays, and without its end (RFC 4648)")
    func base64() {
        for (text, bytes, strays) in [
            ("", "", 0), ("Zg==", "f", 0), ("Zm8=", "fo", 0), ("Zm9v", "foo", 0), ("Zm9v\r\nYmFy", "foobar", 0),
            ("Zm9vYg", "foob", 0), ("Zm9v*Ym!Fy", "foobar", 2), ("Zg==Zg==", "ff", 0), ("Z", "", 0),
        ] {
            let found = TransferEncoding.base64(Array(text.utf8)[...])
            #expect(String(decoding: found.bytes, as: UTF8.self) == bytes)
            #expect(found.strays == strays)
        }
    }

    @Test("quoted-printable with soft line breaks, trailing white space and strays (RFC 2045, section 6.7)")
    func quotedPrintable() {
        for (text, bytes, strays) in [
            ("caf=C3=A9", "café", 0), ("a=\r\nb", "ab", 0), ("a= \nb", "ab", 0), ("a  \r\nb\t\n", "a\r\nb\n", 0),
            ("a=20\r\n", "a \r\n", 0), ("a=zz", "a=zz", 1), ("a=", "a", 0), ("=3d=3D", "==", 0), ("=4", "=4", 1),
        ] {
            let found = TransferEncoding.quotedPrintable(Array(text.utf8)[...])
            #expect(String(decoding: found.bytes, as: UTF8.self) == bytes, "\(text)")
            #expect(found.strays == strays, "\(text)")
        }
    }
}
