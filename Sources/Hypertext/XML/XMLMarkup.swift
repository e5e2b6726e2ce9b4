extension XMLReader {
    /// The namespace of XHTML.
    package static let xhtml = "http://www.w3.org/1999/xhtml"

    /// Elements of HTML that have no end tag.
    private static let void: Set<String> = [
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr",
    ]

    /// What the element whose start was last come upon holds, as markup; reads to its end.
    ///
    /// Names in XHTML's namespace lose their prefix. Elements come out as HTML writes them ("<br />", "<p></p>"), without
    /// comments and instructions.
    ///
    /// - Parameters:
    ///   - keepsText: whether the element's own text, outside its inner elements, stands as it is, being markup itself (as
    ///     in RSS), or is escaped (as in XHTML).
    ///   - opensDivision: whether a "div" around everything is left out, as Atom has it (RFC 4287, section 3.1.1.3).
    package mutating func innerMarkup(
        keepsText: Bool, opensDivision: Bool = false
    ) throws(XMLError) -> (utf8: [UInt8], hasElements: Bool) {
        var out: [UInt8] = []
        var inner = 0
        var hasElements = false
        // whether that division is open
        var isOpen = false
        var piece: [UInt8] = []
        while let event = try next() {
            switch event {
            case .start(let number):
                inner += 1
                if opensDivision, inner == 1, !hasElements, tag(number) == "div", !out.contains(where: { $0 > 0x20 }) {
                    isOpen = true
                } else {
                    appendStart(number, to: &out)
                }
                hasElements = true
            case .end(let number):
                if inner == 0 { return (out, hasElements) }
                inner -= 1
                if inner == 0, isOpen {
                    isOpen = false
                    continue
                }
                let name = tag(number)
                if !Self.void.contains(name) { out.append(contentsOf: "</\(name)>".utf8) }
            case .text, .cdata:
                if keepsText, inner == 0 || (inner == 1 && isOpen) {
                    appendText(to: &out)
                } else {
                    piece.removeAll(keepingCapacity: true)
                    appendText(to: &piece)
                    Self.escape(piece, to: &out)
                }
            case .comment, .instruction, .doctype: continue
            }
        }
        return (out, hasElements)
    }

    private func tag(_ number: Int) -> String {
        let name = name(number)
        return name.prefix.isEmpty || name.namespace == Self.xhtml ? name.local : name.prefix + ":" + name.local
    }

    private mutating func appendStart(_ number: Int, to out: inout [UInt8]) {
        let name = tag(number)
        out.append(UInt8(ascii: "<"))
        out.append(contentsOf: name.utf8)
        for attribute in attributes {
            out.append(UInt8(ascii: " "))
            if !attribute.name.prefix.isEmpty { out.append(contentsOf: "\(attribute.name.prefix):".utf8) }
            out.append(contentsOf: attribute.name.local.utf8)
            out.append(contentsOf: "=\"".utf8)
            Self.escape(Array(attribute.value.utf8), isAttribute: true, to: &out)
            out.append(UInt8(ascii: "\""))
        }
        out.append(contentsOf: (Self.void.contains(name) ? " />" : ">").utf8)
    }

    private static func escape(_ bytes: [UInt8], isAttribute: Bool = false, to out: inout [UInt8]) {
        var plain = 0
        for (i, byte) in bytes.enumerated() {
            let name: StaticString
            switch byte {
            case UInt8(ascii: "&"): name = "&amp;"
            case UInt8(ascii: "<"): name = "&lt;"
            case UInt8(ascii: ">"): name = "&gt;"
            case 0x22 where isAttribute: name = "&quot;"
            default: continue
            }
            out.append(contentsOf: bytes[plain..<i])
            out.append(contentsOf: UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount))
            plain = i + 1
        }
        out.append(contentsOf: bytes[plain...])
    }
}
