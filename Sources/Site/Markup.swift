import Charts

/// HTML under construction. Text goes in by ``text(_:)`` and as values of attributes alone, and is escaped on the way: there is no
/// call that takes markup as a string of a document.
struct Markup {
    private(set) var bytes: [UInt8] = []

    init() { bytes.reserveCapacity(1 << 15) }

    var html: String { String(decoding: bytes, as: UTF8.self) }

    // MARK: - Elements

    /// Names and values of attributes; one with `nil` is left out, one with "" stands alone ("hidden").
    typealias Attributes = KeyValuePairs<StaticString, String?>

    mutating func element(_ name: StaticString, _ attributes: Attributes = [:], _ fill: (inout Markup) -> Void) {
        open(name, attributes)
        fill(&self)
        bytes.append(contentsOf: "</".utf8)
        append(name)
        bytes.append(UInt8(ascii: ">"))
    }

    mutating func element(_ name: StaticString, _ attributes: Attributes = [:], _ text: String) {
        element(name, attributes) { $0.text(text) }
    }

    mutating func element(_ name: StaticString, _ text: String) { element(name) { $0.text(text) } }

    /// An element that has no end tag: `meta`, `link`, `input`, `br`, `hr`, `wbr`.
    mutating func void(_ name: StaticString, _ attributes: Attributes = [:]) { open(name, attributes) }

    /// An element of SVG without content.
    mutating func shape(_ name: StaticString, _ attributes: Attributes) { element(name, attributes) { _ in } }

    mutating func doctype() { bytes.append(contentsOf: "<!DOCTYPE html>".utf8) }

    private mutating func open(_ name: StaticString, _ attributes: Attributes) {
        bytes.append(UInt8(ascii: "<"))
        append(name)
        for (key, value) in attributes {
            guard let value else { continue }
            bytes.append(UInt8(ascii: " "))
            append(key)
            guard !value.isEmpty || !Self.isFlag(key) else { continue }
            bytes.append(contentsOf: "=\"".utf8)
            escape(value)
            bytes.append(UInt8(ascii: "\""))
        }
        bytes.append(UInt8(ascii: ">"))
    }

    private static func isFlag(_ name: StaticString) -> Bool {
        ["hidden", "selected", "checked", "defer", "open", "autofocus", "disabled"].contains("\(name)")
    }

    private mutating func append(_ text: StaticString) {
        text.withUTF8Buffer { bytes.append(contentsOf: $0) }
    }

    // MARK: - Text

    mutating func text(_ text: String) { escape(text) }

    private mutating func escape(_ text: String) {
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": bytes.append(contentsOf: "&amp;".utf8)
            case "<": bytes.append(contentsOf: "&lt;".utf8)
            case ">": bytes.append(contentsOf: "&gt;".utf8)
            case "\"": bytes.append(contentsOf: "&quot;".utf8)
            case "'": bytes.append(contentsOf: "&#39;".utf8)
            default:
                if Self.isForbidden(scalar) {
                    bytes.append(contentsOf: "\u{FFFD}".utf8)
                } else {
                    bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
                }
            }
        }
    }

    /// What HTML does not admit (control characters and non-characters), and what turns the direction of the text around it:
    /// embeddings, overrides and isolates.
    private static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x0A, 0x0C, 0x0D: false
        case 0x00...0x1F, 0x7F...0x9F, 0xFDD0...0xFDEF, 0x202A...0x202E, 0x2066...0x2069: true
        default: scalar.value & 0xFFFE == 0xFFFE
        }
    }
}

extension Markup {
    /// A figure, whose own drawing escapes what it shows. The halo of letters is left to the style sheet: as an attribute HTML does not
    /// know it.
    mutating func figure(_ figure: some Figure, width: Double = 720) {
        let halo = Array(#" paint-order="stroke""#.utf8)
        let drawing = Array(figure.svg(width: width).utf8)
        element("figure", ["class": "drawn"]) { out in
            var start = 0
            for place in drawing.indices where drawing[place] == halo[0] && drawing[place...].starts(with: halo) {
                out.bytes.append(contentsOf: drawing[start..<place])
                start = place + halo.count
            }
            out.bytes.append(contentsOf: drawing[start...])
        }
    }

    mutating func link(_ address: String, _ text: String, class style: String? = nil) {
        element("a", ["href": address, "class": style], text)
    }

    /// A link to an address that a report gives: only to the web, else its text alone.
    mutating func outside(_ address: String, _ text: String) {
        let start = address.prefix(8).lowercased()
        guard start.hasPrefix("https://") || start.hasPrefix("http://") else { return self.text(text) }
        element("a", ["href": address, "rel": "noopener noreferrer external"], text)
    }

    mutating func paragraph(_ text: String, class style: String? = nil, id: String? = nil) {
        element("p", ["class": style, "id": id], text)
    }

    /// What is wider than a phone and scrolls by itself: a table.
    mutating func scroll(_ label: String, _ fill: (inout Markup) -> Void) {
        element("div", ["class": "scroll", "tabindex": "0", "role": "group", "aria-label": label], fill)
    }

    /// A part of a page under a heading of its own.
    mutating func part(_ id: String, _ title: String, _ fill: (inout Markup) -> Void) {
        element("section", ["aria-labelledby": id]) { out in
            out.heading(2, title, id: id)
            fill(&out)
        }
    }

    /// A heading, with the anchor by which a link reaches it.
    mutating func heading(_ level: Int, _ text: String, id: String? = nil) {
        element(level == 1 ? "h1" : level == 2 ? "h2" : "h3", ["id": id], text)
    }
}
