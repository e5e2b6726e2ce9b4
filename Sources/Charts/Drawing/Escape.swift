/// Text as XML 1.0 admits it: the five signs of markup as references; control characters, surrogates' remains and non-characters are
/// dropped, and so is what turns the direction of the text around it (embeddings, overrides and isolates).
enum Escape {
    static func append(_ text: String, to bytes: inout [UInt8]) {
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": bytes.append(contentsOf: "&amp;".utf8)
            case "<": bytes.append(contentsOf: "&lt;".utf8)
            case ">": bytes.append(contentsOf: "&gt;".utf8)
            case "\"": bytes.append(contentsOf: "&quot;".utf8)
            case "'": bytes.append(contentsOf: "&#39;".utf8)
            case "\t", "\n", "\r": bytes.append(UInt8(ascii: " "))
            default:
                if !isForbidden(scalar), let encoded = UTF8.encode(scalar) { bytes.append(contentsOf: encoded) }
            }
        }
    }

    static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x00...0x1F, 0x7F...0x9F, 0xFDD0...0xFDEF, 0x202A...0x202E, 0x2066...0x2069: true
        default: scalar.value & 0xFFFE == 0xFFFE
        }
    }

    /// The text without what is forbidden, with one space for each run of white space and none at its ends.
    static func plain(_ text: String) -> String {
        var out = String.UnicodeScalarView()
        var isSpace = true
        for scalar in text.unicodeScalars {
            switch scalar {
            case " ", "\t", "\n", "\r", "\u{2028}", "\u{2029}":
                if !isSpace { out.append(" ") }
                isSpace = true
            default:
                if isForbidden(scalar) { continue }
                out.append(scalar)
                isSpace = false
            }
        }
        if isSpace, !out.isEmpty { out.removeLast() }
        return String(out)
    }
}
