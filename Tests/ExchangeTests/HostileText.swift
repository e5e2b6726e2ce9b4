/// Text that tries to end its field, its line or its document in each of the formats.
let hostile = [
    "two\nlines", "two\r\nlines", "\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\n", "ER  - \r\nTY  - JOUR",
    "\u{85}\u{2028}\u{2029}",
    "}", "{", "}}}{{{", #"\}"#, #"\"#, #"\{\}"#, "}\n@misc{x,", "\" # \"", "%comment", "a & b_c^d~e #1 100% $5",
    "]]>", "<![CDATA[", "</summary><script>alert('x')</script>", "&amp; &#0;", "a;b,c:d", "\0",
    "a\u{0}b\u{7}\u{1B}[31m", "\u{7F}\u{9B}", "\u{FFFE}\u{FFFF}", "\u{200F}שלום\u{202E}\u{2067}",
    "👨‍👩‍👧‍👦🇺🇳", "e\u{301}\u{301}", "\"\u{301}", "", "   ",
]

extension String {
    /// Lines between CR LF, by scalars; `nil` where the last does not end so or where one has a line break within.
    var crlfLines: [String]? {
        var bytes = Array(utf8)[...]
        var lines: [String] = []
        while let end = bytes.firstIndex(of: 13) {
            let line = bytes[bytes.startIndex..<end]
            guard end + 1 < bytes.endIndex, bytes[end + 1] == 10, !line.contains(10) else { return nil }
            lines.append(String(decoding: line, as: UTF8.self))
            bytes = bytes[(end + 2)...]
        }
        return bytes.isEmpty ? lines : nil
    }

    func hasScalar(_ scalar: Unicode.Scalar) -> Bool { unicodeScalars.contains(scalar) }
}
