/// The labels of the Encoding Standard (WHATWG, section 4.2, CC0 where a list of facts), and UTF-32's names.
enum EncodingLabels {
    static let table: [String: KnownEncoding] = {
        var table: [String: KnownEncoding] = [:]
        for (encoding, labels) in lists {
            table[encoding.name] = encoding
            for label in labels.split(separator: " ") { table[String(label)] = encoding }
        }
        return table
    }()

    private static func single(_ name: String, _ iconv: String) -> KnownEncoding {
        KnownEncoding(name: name, iconv: iconv)
    }

    private static let lists: [(KnownEncoding, String)] = unicode + western + eastern + asian

    private static let unicode: [(KnownEncoding, String)] = [
        (.utf8, "unicode-1-1-utf-8 unicode11utf8 unicode20utf8 utf8 x-unicode20utf8"),
        (.utf16le, "csunicode iso-10646-ucs-2 ucs-2 unicode unicodefeff utf-16 utf16 utf16le ucs-2le"),
        (.utf16be, "unicodefffe utf16be ucs-2be"),
        (.utf32le, "utf32le ucs-4le"),
        (.utf32be, "utf-32 utf32 ucs-4 iso-10646-ucs-4 utf32be ucs-4be"),
    ]

    private static let western: [(KnownEncoding, String)] = [
        (
            .windows1252,
            "ansi_x3.4-1968 ascii us-ascii cp1252 cp819 csisolatin1 ibm819 iso-8859-1 iso-ir-100 iso8859-1 iso88591 "
                + "iso_8859-1 iso_8859-1:1987 l1 latin1 x-cp1252"
        ),
        (
            single("iso-8859-2", "ISO-8859-2"),
            "csisolatin2 iso-ir-101 iso8859-2 iso88592 iso_8859-2 iso_8859-2:1987 l2 latin2"
        ),
        (
            single("iso-8859-3", "ISO-8859-3"),
            "csisolatin3 iso-ir-109 iso8859-3 iso88593 iso_8859-3 iso_8859-3:1988 l3 latin3"
        ),
        (
            single("iso-8859-4", "ISO-8859-4"),
            "csisolatin4 iso-ir-110 iso8859-4 iso88594 iso_8859-4 iso_8859-4:1988 l4 latin4"
        ),
        (single("iso-8859-10", "ISO-8859-10"), "csisolatin6 iso-ir-157 iso8859-10 iso885910 l6 latin6"),
        (single("iso-8859-13", "ISO-8859-13"), "iso8859-13 iso885913"),
        (single("iso-8859-14", "ISO-8859-14"), "iso8859-14 iso885914"),
        (single("iso-8859-15", "ISO-8859-15"), "csisolatin9 iso8859-15 iso885915 iso_8859-15 l9"),
        (single("iso-8859-16", "ISO-8859-16"), ""),
        (single("macintosh", "MACINTOSH"), "csmacintosh mac x-mac-roman"),
        (single("windows-1250", "CP1250"), "cp1250 x-cp1250"),
        (
            single("windows-1254", "CP1254"),
            "cp1254 csisolatin5 iso-8859-9 iso-ir-148 iso8859-9 iso88599 iso_8859-9 iso_8859-9:1989 l5 latin5 x-cp1254"
        ),
        (single("windows-1257", "CP1257"), "cp1257 x-cp1257"),
        (single("windows-1258", "CP1258"), "cp1258 x-cp1258"),
    ]

    private static let eastern: [(KnownEncoding, String)] = [
        (single("ibm866", "IBM866"), "866 cp866 csibm866"),
        (
            single("iso-8859-5", "ISO-8859-5"),
            "csisolatincyrillic cyrillic iso-ir-144 iso8859-5 iso88595 iso_8859-5 iso_8859-5:1988"
        ),
        (
            single("iso-8859-6", "ISO-8859-6"),
            "arabic asmo-708 csiso88596e csiso88596i csisolatinarabic ecma-114 iso-8859-6-e iso-8859-6-i iso-ir-127 "
                + "iso8859-6 iso88596 iso_8859-6 iso_8859-6:1987"
        ),
        (
            single("iso-8859-7", "ISO-8859-7"),
            "csisolatingreek ecma-118 elot_928 greek greek8 iso-ir-126 iso8859-7 iso88597 iso_8859-7 iso_8859-7:1987 "
                + "sun_eu_greek"
        ),
        (
            single("iso-8859-8", "ISO-8859-8"),
            "csiso88598e csisolatinhebrew hebrew iso-8859-8-e iso-ir-138 iso8859-8 iso88598 iso_8859-8 iso_8859-8:1988 "
                + "visual"
        ),
        (single("iso-8859-8-i", "ISO-8859-8"), "csiso88598i logical"),
        (single("koi8-r", "KOI8-R"), "cskoi8r koi koi8 koi8_r"),
        (single("koi8-u", "KOI8-U"), "koi8-ru"),
        (single("windows-874", "CP874"), "dos-874 iso-8859-11 iso8859-11 iso885911 tis-620"),
        (single("windows-1251", "CP1251"), "cp1251 x-cp1251"),
        (single("windows-1253", "CP1253"), "cp1253 x-cp1253"),
        (single("windows-1255", "CP1255"), "cp1255 x-cp1255"),
        (single("windows-1256", "CP1256"), "cp1256 x-cp1256"),
        (single("x-mac-cyrillic", "MAC-CYRILLIC"), "x-mac-ukrainian"),
    ]

    private static let asian: [(KnownEncoding, String)] = [
        (
            KnownEncoding(name: "gbk", iconv: "GB18030", isMultibyte: true),
            "chinese csgb2312 csiso58gb231280 gb2312 gb_2312 gb_2312-80 iso-ir-58 x-gbk cp936"
        ),
        (.gb18030, ""),
        (.big5, "big5-hkscs cn-big5 csbig5 x-x-big5"),
        (.eucJP, "cseucpkdfmtjapanese x-euc-jp eucjp"),
        (.iso2022JP, "csiso2022jp"),
        (.shiftJIS, "csshiftjis ms932 ms_kanji shift-jis sjis windows-31j x-sjis"),
        (
            .eucKR,
            "cseuckr csksc56011987 iso-ir-149 korean ks_c_5601-1987 ks_c_5601-1989 ksc5601 ksc_5601 windows-949"
        ),
    ]
}
