/// Gathers text as a page would show it: runs of white space are one space, blocks and `<br>` end a line.
package struct HTMLText {
    private let tree: HTMLTree
    package private(set) var utf8: [UInt8] = []
    private var needsSpace = false
    private var needsLine = false

    package init(_ tree: HTMLTree) { self.tree = tree }

    /// Adds nodes in order; scripts, styles and the like are left out.
    package mutating func append(_ range: Range<Int>) {
        var i = range.lowerBound
        while i < range.upperBound {
            let node = tree.nodes[i]
            switch node.tag {
            case .text: append(textNode: i)
            case .script, .style, .template, .noscript, .iframe, .head, .textarea, .svg:
                if i != range.lowerBound { i = Int(node.end) - 1 }
            default: if node.tag.traits.contains(.block) { breakLine() }
            }
            i += 1
            if node.tag.traits.contains(.block), Int(node.end) == i, !node.tag.isWithinLine { breakLine() }
            // blocks that end here
            var parent = Int(node.parent)
            while parent > range.lowerBound, Int(tree.nodes[parent].end) == i {
                if tree.nodes[parent].tag.traits.contains(.block) { breakLine() }
                parent = Int(tree.nodes[parent].parent)
            }
        }
    }

    /// The next words begin a line of their own.
    package mutating func breakLine() { needsLine = !utf8.isEmpty }

    /// Adds a text node.
    package mutating func append(textNode i: Int) {
        let node = tree.nodes[i]
        tree.bytes.withUnsafeBufferPointer { bytes in
            append(UnsafeBufferPointer(rebasing: bytes[Int(node.start)..<Int(node.stop)]))
        }
    }

    private mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
        var i = 0
        while i < bytes.count {
            let byte = bytes[i]
            if byte <= 0x20 {
                needsSpace = true
                i += 1
            } else if byte == UInt8(ascii: "&"), let (entity, length) = Self.reference(bytes, at: i) {
                append(resolved: entity)
                i += length
            } else if byte == 0xC2, i + 1 < bytes.count, bytes[i + 1] == 0xA0 || bytes[i + 1] == 0xAD {
                needsSpace = needsSpace || bytes[i + 1] == 0xA0
                i += 2
            } else if byte == 0xE2, i + 2 < bytes.count, bytes[i + 1] == 0x80,
                bytes[i + 2] == 0x8B || bytes[i + 2] == 0xA8 || bytes[i + 2] == 0xA9
            {
                // the space of no width parts nothing, the separators of lines and paragraphs do
                needsSpace = needsSpace || bytes[i + 2] != 0x8B
                i += 3
            } else {
                flush()
                var end = i + 1
                while end < bytes.count, bytes[end] > 0x20, bytes[end] != UInt8(ascii: "&"), bytes[end] != 0xC2,
                    bytes[end] != 0xE2
                {
                    end += 1
                }
                utf8.append(contentsOf: bytes[i..<end])
                i = end
            }
        }
    }

    private mutating func append(resolved entity: [UInt8]) {
        if entity == [0xC2, 0xA0] || entity.allSatisfy({ $0 <= 0x20 }) {
            needsSpace = true
        } else if entity != [0xC2, 0xAD], entity != [0xE2, 0x80, 0x8B] {
            flush()
            utf8.append(contentsOf: entity)
        }
    }

    private mutating func flush() {
        if needsLine { utf8.append(0x0A) } else if needsSpace, !utf8.isEmpty { utf8.append(0x20) }
        (needsLine, needsSpace) = (false, false)
    }

    package mutating func finish() -> String { String(decoding: utf8, as: UTF8.self) }

    /// The character reference that begins at an ampersand, and its length; `nil` where there is none.
    static func reference(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> (utf8: [UInt8], length: Int)? {
        var i = start + 1
        guard i < bytes.count else { return nil }
        if bytes[i] == UInt8(ascii: "#") { return numericReference(bytes, at: start) }
        while i < bytes.count, i - start <= HTMLEntities.longestName, isAlphanumeric(bytes[i]) { i += 1 }
        let name = bytes[(start + 1)..<i]
        if i < bytes.count, bytes[i] == UInt8(ascii: ";"), let entity = HTMLEntities.entity(named: name) {
            return (entity.utf8, i + 1 - start)
        }
        // "&copy2026" and the like, of the names that old pages left open
        for length in stride(from: min(6, name.count), to: 1, by: -1) {
            if let entity = HTMLEntities.entity(named: name.prefix(length)), entity.needsNoSemicolon {
                return (entity.utf8, length + 1)
            }
        }
        return nil
    }

    private static func numericReference(
        _ bytes: UnsafeBufferPointer<UInt8>, at start: Int
    ) -> (utf8: [UInt8], length: Int)? {
        guard let (value, digitsEnd) = CharacterReference.number(in: bytes, at: start, end: bytes.count) else {
            return nil
        }
        let hasEnd = digitsEnd < bytes.count && bytes[digitsEnd] == UInt8(ascii: ";")
        let utf8 = Array(UTF8.encode(scalar(value)) ?? UTF8.EncodedScalar())
        return (utf8, digitsEnd + (hasEnd ? 1 : 0) - start)
    }

    /// What a number stands for in HTML: none that text cannot hold.
    private static func scalar(_ value: UInt32) -> Unicode.Scalar {
        if let meant = CharacterReference.windows1252(value) { return meant }
        guard value >= 0x20 || value == 0x09 || value == 0x0A || value == 0x0D else {
            return value == 0 ? "\u{FFFD}" : " "
        }
        return Unicode.Scalar(value) ?? "\u{FFFD}"
    }

    private static func isAlphanumeric(_ byte: UInt8) -> Bool { byte.isLetter || byte.isDigit }

    /// The text of a piece of markup, as the page would show it.
    package static func text(ofFragment markup: String) -> String {
        let bytes = Array(markup.utf8)
        guard bytes.contains(UInt8(ascii: "<")) || bytes.contains(UInt8(ascii: "&")) else { return line(bytes[...]) }
        return HTMLParser.tree(of: bytes).text(of: 0)
    }

    /// Bytes as one line of text: character references resolved, runs of white space one space.
    package static func line(_ bytes: ArraySlice<UInt8>) -> String {
        var text = HTMLText(HTMLTree(bytes: [], nodes: [], attributes: []))
        bytes.withUnsafeBufferPointer { text.append($0) }
        return text.finish()
    }

    /// An attribute's bytes with their character references resolved, white space as it is. A name without its semicolon
    /// that goes on ("?a=1&section=2") is none there.
    package static func resolved(attribute bytes: UnsafeBufferPointer<UInt8>) -> String {
        guard bytes.contains(UInt8(ascii: "&")) else { return String(decoding: bytes, as: UTF8.self) }
        var out: [UInt8] = []
        out.reserveCapacity(bytes.count)
        var i = 0
        while i < bytes.count {
            if bytes[i] == UInt8(ascii: "&"), let (entity, length) = reference(bytes, at: i),
                isWhole(bytes, i, length)
            {
                out.append(contentsOf: entity)
                i += length
            } else {
                out.append(bytes[i])
                i += 1
            }
        }
        return String(decoding: out, as: UTF8.self)
    }

    /// Whether a reference within an attribute is one: it has its semicolon, or what follows goes on neither with a letter
    /// nor with "=".
    private static func isWhole(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ length: Int) -> Bool {
        let end = start + length
        if bytes[end - 1] == UInt8(ascii: ";") || bytes[start + 1] == UInt8(ascii: "#") || end == bytes.count {
            return true
        }
        return bytes[end] != UInt8(ascii: "=") && !isAlphanumeric(bytes[end])
    }
}
