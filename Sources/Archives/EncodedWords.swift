import Hypertext

/// The value of a field of a mail as text: `=?charset?B?…?=` and `=?charset?Q?…?=` decoded (RFC 2047), other bytes as
/// UTF-8 or Windows-1252. Linear.
enum EncodedWords {
    /// One stretch of a value.
    private struct Piece {
        var bytes: [UInt8]
        /// `nil` for plain text.
        var charset: String?
    }

    /// - Parameter value: with the line breaks of its folding.
    static func text(_ value: ArraySlice<UInt8>) -> String {
        let bytes = HeaderFields.unfolded(value)
        var pieces: [Piece] = []
        var plain: [UInt8] = []
        var at = 0
        while at < bytes.count {
            guard bytes[at] == 0x3D, let (piece, end) = word(bytes, at: at) else {
                plain.append(bytes[at])
                at += 1
                continue
            }
            // white space between two encoded words is no text
            if !plain.isEmpty, pieces.isEmpty || !plain.allSatisfy(HeaderFields.isBlank) {
                pieces.append(Piece(bytes: plain))
            }
            plain = []
            // a character may be cut by the border of two words
            if let last = pieces.last, last.charset == piece.charset {
                pieces[pieces.count - 1].bytes += piece.bytes
            } else {
                pieces.append(piece)
            }
            at = end
        }
        if !plain.isEmpty { pieces.append(Piece(bytes: plain)) }
        return pieces.map { piece in
            decoded(piece.bytes, charset: piece.charset)
        }.joined()
    }

    /// Text of a character set as a mail names it; of none, UTF-8, or Windows-1252 where it is none: what most old programs
    /// sent without a word.
    static func decoded(_ bytes: [UInt8], charset: String?) -> String {
        if charset == nil, let text = String(validating: bytes, as: UTF8.self) { return text }
        let decoded = CharacterEncoding.decode(bytes, transport: charset ?? "windows-1252", syntax: .text)
        return String(decoding: decoded.utf8, as: UTF8.self)
    }

    /// The encoded word that starts at `=`; `nil` where none does.
    private static func word(_ bytes: [UInt8], at start: Int) -> (Piece, end: Int)? {
        guard start + 1 < bytes.count, bytes[start + 1] == 0x3F else { return nil }
        // longer words than the standard's 75 bytes are seen, but not without end
        let limit = min(bytes.count, start + 1024)
        guard let second = bytes[(start + 2)..<limit].firstIndex(of: 0x3F), second + 2 < limit,
            bytes[second + 2] == 0x3F, second > start + 2
        else { return nil }
        var end = second + 3
        while end + 1 < limit, !(bytes[end] == 0x3F && bytes[end + 1] == 0x3D) { end += 1 }
        guard end + 1 < limit else { return nil }
        // a language may follow the character set (RFC 2231, section 5)
        let label = bytes[(start + 2)..<second]
        let charset = String(decoding: label.prefix { $0 != 0x2A }, as: UTF8.self).lowercased()
        let text = bytes[(second + 3)..<end]
        switch bytes[second + 1] | 0x20 {
        case 0x62: return (Piece(bytes: TransferEncoding.base64(text).bytes, charset: charset), end + 2)
        case 0x71:
            let spaced = text.map { $0 == 0x5F ? 0x20 : $0 }
            return (Piece(bytes: TransferEncoding.quotedPrintable(spaced[...]).bytes, charset: charset), end + 2)
        default: return nil
        }
    }
}
