/// The names of a zip file's entries as text.
enum ZipName {
    /// The upper half of code page 437, the character set of zip where an entry does not say UTF-8
    /// (PKWARE APPNOTE 6.3, appendix D).
    private static let upperHalf = Array(
        ("ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀"
            + "αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u{A0}").unicodeScalars)

    /// - Parameters:
    ///   - isUTF8: whether the entry says so.
    ///   - isUnix: whether a Unix system wrote it, where names are UTF-8 although many programs do not say so.
    static func text(_ bytes: [UInt8], isUTF8: Bool, isUnix: Bool) -> String {
        let isASCII = bytes.allSatisfy { $0 < 0x80 }
        if isASCII || isUTF8 { return visible(String(decoding: bytes, as: UTF8.self)) }
        if isUnix, let text = String(validating: bytes, as: UTF8.self) { return visible(text) }
        var scalars = String.UnicodeScalarView()
        for byte in bytes {
            let upper = Int(byte) - 0x80
            scalars.append(upperHalf.indices.contains(upper) ? upperHalf[upper] : Unicode.Scalar(byte))
        }
        return visible(String(scalars))
    }

    /// Control characters would break lines of a log: each becomes U+FFFD.
    private static func visible(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F }) else { return text }
        var scalars = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            scalars.append(scalar.value < 0x20 || scalar.value == 0x7F ? "\u{FFFD}" : scalar)
        }
        return String(scalars)
    }
}
