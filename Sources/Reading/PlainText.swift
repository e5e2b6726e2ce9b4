import Diplomacy
public import FoundationEssentials

/// Reads a plain text, with its title where the text shows one.
public enum PlainText {
    /// How the first line is taken.
    public enum TitleRule: Sendable {
        /// A title where a blank line follows it, it is short and does not end as a sentence does.
        case whereItStandsAlone
        /// Always a title.
        case firstLine
        /// Never a title: the caller gives it, or there is none.
        case none
    }

    /// A title of a report is shorter, in Unicode scalars.
    public static let longestTitle = 200

    /// The document that the bytes hold. Byte-order marks are dropped, CR LF and CR become LF, bytes that are no UTF-8
    /// become U+FFFD, and a diagnostic tells so.
    public static func intake(_ bytes: Data, title rule: TitleRule = .whereItStandsAlone) -> Intake {
        var diagnostics: [Diagnostic] = []
        let text = lineFeedsOnly(decoded(bytes, &diagnostics))
        let (title, body) = parted(text, rule)
        let sha256 = Document.sha256(of: body)
        return Intake(
            document: Document(id: sha256, title: title, text: body, sha256: sha256), diagnostics: diagnostics)
    }

    private static func decoded(_ bytes: Data, _ diagnostics: inout [Diagnostic]) -> String {
        if bytes.count >= 2, let units = utf16(bytes) {
            let text = String(decoding: units, as: UTF16.self)
            diagnostics.append(Diagnostic(code: "utf16-read", message: "The input is UTF-16, by its byte-order mark."))
            return text
        }
        let bare = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes
        if let offset = UTF8Fault.offset(in: bare) {
            diagnostics.append(
                Diagnostic(
                    code: "utf8-repaired", severity: .warning,
                    message: "The input is not all UTF-8 (first at byte \(offset + bytes.count - bare.count)); "
                        + "what could not be read was replaced by U+FFFD."))
        }
        return String(decoding: bare, as: UTF8.self)
    }

    /// The code units of UTF-16 that begins with a byte-order mark; `nil` where there is none.
    private static func utf16(_ bytes: Data) -> [UInt16]? {
        let head = Array(bytes.prefix(2))
        guard head == [0xFF, 0xFE] || head == [0xFE, 0xFF] else { return nil }
        let little = head[0] == 0xFF
        return stride(from: bytes.startIndex + 2, to: bytes.endIndex - 1, by: 2).map { i in
            let (first, second) = (UInt16(bytes[i]), UInt16(bytes[i + 1]))
            return little ? second << 8 | first : first << 8 | second
        }
    }

    private static func lineFeedsOnly(_ text: String) -> String {
        guard text.utf8.contains(0x0D) else { return text }
        var out: [UInt8] = []
        out.reserveCapacity(text.utf8.count)
        var previous: UInt8 = 0
        for byte in text.utf8 {
            if byte == 0x0D {
                out.append(0x0A)
            } else if byte != 0x0A || previous != 0x0D {
                out.append(byte)
            }
            previous = byte
        }
        return String(decoding: out, as: UTF8.self)
    }

    /// Parts a title from what follows it.
    private static func parted(_ text: String, _ rule: TitleRule) -> (title: String?, body: String) {
        guard case let lines = text.unicodeScalars.drop(while: { $0.properties.isWhitespace }), rule != .none else {
            return (nil, text)
        }
        let first = lines.prefix { $0 != "\n" }
        let rest = lines.dropFirst(first.count + 1)
        let title = trimmed(first)
        guard !title.isEmpty else { return (nil, text) }
        let body = rest.drop { $0.properties.isWhitespace }
        if rule == .firstLine { return (title, String(body)) }
        let next = rest.prefix { $0 != "\n" }
        guard next.allSatisfy(\.properties.isWhitespace), !body.isEmpty, first.count <= longestTitle,
            let last = title.last, !".。;,".contains(last)
        else { return (nil, text) }
        return (title, String(body))
    }

    private static func trimmed(_ line: Substring.UnicodeScalarView) -> String {
        var line = line
        while let last = line.last, last.properties.isWhitespace { line.removeLast() }
        return String(line)
    }
}
