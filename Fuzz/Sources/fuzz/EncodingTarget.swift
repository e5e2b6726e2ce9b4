import Hypertext

/// Decodes bytes in each syntax, with the charset in their first line and without, and what came out once more.
func checkEncoding(_ bytes: [UInt8]) {
    let (first, rest) = parted(bytes)
    let transport = first.count <= 60 ? String(decoding: first, as: UTF8.self) : nil
    for syntax in [CharacterEncoding.Syntax.html, .xml, .text] {
        check(rest, transport: transport, syntax)
        check(bytes, transport: nil, syntax)
    }
}

private func check(_ bytes: [UInt8], transport: String?, _ syntax: CharacterEncoding.Syntax) {
    let decoded = CharacterEncoding.decode(bytes, transport: transport, syntax: syntax)
    let again = CharacterEncoding.decode(bytes, transport: transport, syntax: syntax)
    expect(
        decoded.utf8 == again.utf8 && decoded.encoding == again.encoding && decoded.source == again.source
            && decoded.isRepaired == again.isRepaired, "bytes decode the same twice")
    expect(isUTF8(decoded.utf8), "what comes out is UTF-8 (\(decoded.encoding))")
    expect(
        decoded.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D },
        "no control characters come out (\(decoded.encoding))")
    expect(!decoded.utf8.starts(with: [0xEF, 0xBB, 0xBF]), "no byte-order mark comes out (\(decoded.encoding))")
    expect(decoded.utf8.count <= 6 * bytes.count + 6, "a text is no longer than its bytes by much")
    expect(!decoded.encoding.isEmpty, "the encoding has a name")
}
