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
    /// - Parameter keepsText: whether the element's own text, outside its inner elements, stands as it is, being markup
    ///   itself (as in RSS), or is escaped (as in XHTML).
    package mutating func innerMarkup(keepsText: Bool) throws(XMLError) -> [UInt8] {
        var out: [UInt8] = []
        var inner = 0
        var piece: [UInt8] = []
        while let event = try next() {
            switch event {
            case .start(let number):
                inner += 1
                appendStart(number, to: &out)
            case .end(let number):
                if inner == 0 { return out }
                inner -= 1
                let name = tag(number)
                if !Self.void.contains(name) { out.append(contentsOf: "</\(name)>".utf8) }
            case .text, .cdata:
                if inner == 0, keepsText {
                    appendText(to: &out)
                } else {
                    piece.removeAll(keepingCapacity: true)
                    appendText(to: &piece)
                    Self.escape(piece, to: &out)
                }
            case .comment, .instruction, .doctype: continue
            }
        }
        return out
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
