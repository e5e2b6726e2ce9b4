import Glibc

/// Reads a page into a tree, however broken it is. Linear in the bytes; no recursion.
///
/// The rules are those of the standard (WHATWG HTML, 13.2) as far as they decide where text stands: implied ends, void
/// and raw elements, scopes of lists and tables. Not followed: the adoption agency (an end tag of words does not reach
/// past a block) and foster parenting (text stays in its table), which only move marks of style.
package struct HTMLParser {
    /// Deeper elements are read as children of the deepest.
    package static let deepest = 512
    /// Pages with more nodes are read so far.
    package static let mostNodes = 4_000_000

    private let bytes: UnsafeBufferPointer<UInt8>
    private let count: Int
    private let tags = HTMLNames.tags
    private let attributeNames = HTMLNames.attributes
    let traits = HTMLTag.allTraits
    private var i = 0
    var nodes: [HTMLTree.Node] = []
    private var attributes: [HTMLTree.Attribute] = []
    /// The open elements, the root first.
    var open: [Int32] = [0]
    var openTags: [HTMLTag] = [.other]
    var (hasRoot, hasBody) = (false, false)
    private var hasCommentEnds = true

    private init(_ bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes = bytes
        count = min(bytes.count, Int(UInt32.max) - 1)
        nodes.reserveCapacity(count / 48 + 16)
        attributes.reserveCapacity(count / 64 + 16)
        nodes.append(HTMLTree.Node(tag: .other, depth: 0, parent: 0, end: 0, start: 0, stop: 0, attributes: 0))
    }

    /// The tree of a page that is UTF-8.
    package static func tree(of page: [UInt8]) -> HTMLTree {
        page.withUnsafeBufferPointer { bytes in
            var parser = HTMLParser(bytes)
            parser.read()
            return HTMLTree(
                bytes: page, nodes: parser.nodes, attributes: parser.attributes, isCut: parser.i < parser.count)
        }
    }

    private mutating func read() {
        while i < count, nodes.count < HTMLParser.mostNodes {
            let next = find(UInt8(ascii: "<"), from: i) ?? count
            if next > i { addText(i, next) }
            i = next
            if i < count { readMarkup() }
        }
        while open.count > 1 { close() }
        nodes[0].end = Int32(nodes.count)
    }

    private func find(_ byte: UInt8, from start: Int) -> Int? {
        guard start < count, let base = bytes.baseAddress,
            let hit = memchr(base + start, Int32(byte), count - start)
        else { return nil }
        return hit - UnsafeMutableRawPointer(mutating: base)
    }

    /// Where two bytes stand next to each other.
    private func find(_ first: UInt8, _ second: UInt8, from start: Int) -> Int? {
        var j = start
        while let hit = find(first, from: j) {
            if byte(hit + 1) == second { return hit }
            j = hit + 1
        }
        return nil
    }

    /// The end of a comment, "-->".
    private mutating func endOfComment(from start: Int) -> Int? {
        // where one comment has no end, no later one has
        guard hasCommentEnds else { return nil }
        var j = start
        while let hit = find(UInt8(ascii: ">"), from: j) {
            let last = bytes[hit - 1] == UInt8(ascii: "!") ? hit - 2 : hit - 1
            if last > start, bytes[last] == UInt8(ascii: "-"), bytes[last - 1] == UInt8(ascii: "-") { return hit + 1 }
            j = hit + 1
        }
        hasCommentEnds = false
        return nil
    }

    private func byte(_ at: Int) -> UInt8 { at < count ? bytes[at] : 0 }

    private mutating func addText(_ start: Int, _ stop: Int) {
        if nodes[nodes.count - 1].tag == .text, Int(nodes[nodes.count - 1].stop) == start {
            nodes[nodes.count - 1].stop = UInt32(stop)
            return
        }
        if openTags.count > 1, openTags[openTags.count - 1] == .head || openTags[openTags.count - 1] == .html {
            guard bytes[start..<stop].contains(where: { $0 > 0x20 }) else { return }
            if openTags[openTags.count - 1] == .head { close() }
        }
        add(.text, start, stop)
        nodes[nodes.count - 1].end = Int32(nodes.count)
    }

    private mutating func add(_ tag: HTMLTag, _ start: Int, _ stop: Int) {
        nodes.append(
            HTMLTree.Node(
                tag: tag, depth: UInt16(open.count), parent: open[open.count - 1], end: 0, start: UInt32(start),
                stop: UInt32(stop), attributes: UInt32(attributes.count)))
    }

    mutating func close() {
        nodes[Int(open.removeLast())].end = Int32(nodes.count)
        openTags.removeLast()
    }

    // MARK: - Markup

    /// Reads what begins with "<".
    private mutating func readMarkup() {
        switch byte(i + 1) {
        case UInt8(ascii: "!"):
            if byte(i + 2) == UInt8(ascii: "-"), byte(i + 3) == UInt8(ascii: "-") {
                if byte(i + 4) == UInt8(ascii: ">") {
                    i += 5
                } else if byte(i + 4) == UInt8(ascii: "-"), byte(i + 5) == UInt8(ascii: ">") {
                    i += 6
                } else {
                    i = endOfComment(from: i + 4) ?? endOfOpenComment()
                }
            } else {
                i = find(UInt8(ascii: ">"), from: i + 2).map { $0 + 1 } ?? count
            }
        case UInt8(ascii: "?"): i = find(UInt8(ascii: ">"), from: i + 2).map { $0 + 1 } ?? count
        case UInt8(ascii: "/"):
            if byte(i + 2).isLetter {
                readEndTag()
            } else {
                i = find(UInt8(ascii: ">"), from: i + 2).map { $0 + 1 } ?? count
            }
        default:
            if byte(i + 1).isLetter {
                readStartTag()
            } else {
                addText(i, i + 1)
                i += 1
            }
        }
    }

    /// A comment that never ends hides the rest of the page; readers would rather have it from the next ">".
    private func endOfOpenComment() -> Int { find(UInt8(ascii: ">"), from: i + 4).map { $0 + 1 } ?? count }

    private func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

    /// Reads a name up to a delimiter: its first eight bytes as a word in lower case, and where it ends.
    private func name(from start: Int, endsAtEquals: Bool) -> (word: UInt64, end: Int) {
        var word: UInt64 = 0
        var j = start
        while j < count {
            let byte = bytes[j]
            if byte <= 0x20 || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/") { break }
            if endsAtEquals, byte == UInt8(ascii: "="), j > start { break }
            if j - start < 8 { word = word << 8 | UInt64(byte.lowered) }
            j += 1
        }
        return (word, j)
    }

    private func tag(_ word: UInt64, length: Int) -> HTMLTag {
        tags.value(word, length: length).flatMap(HTMLTag.init(rawValue:)) ?? .other
    }

    private mutating func readEndTag() {
        let start = i + 2
        let (word, end) = name(from: start, endsAtEquals: false)
        guard let close = find(UInt8(ascii: ">"), from: end) else {
            i = count
            return
        }
        i = close + 1
        let tag = tag(word, length: end - start)
        switch tag {
        case .body, .html: return
        case .br: insert(.br, start, end)
        // as the standard has it, a paragraph that was never opened ends here all the same
        case .p where !openTags.contains(.p): insert(.p, start, end)
        case .h1, .h2, .h3, .h4, .h5, .h6: closeHeading()
        case .other: closeOther(start, end)
        default: closeUpTo(tag)
        }
    }

    /// Adds an element that is closed at once.
    private mutating func insert(_ tag: HTMLTag, _ start: Int, _ stop: Int) {
        add(tag, start, stop)
        nodes[nodes.count - 1].end = Int32(nodes.count)
    }

    /// Closes elements up to one of a tag, unless something stands between that its end does not reach past.
    mutating func closeUpTo(_ tag: HTMLTag) {
        let isInline = traits[Int(tag.rawValue)].contains(.inline)
        var k = open.count - 1
        while k > 0, openTags[k] != tag {
            let between = openTags[k]
            if isInline, traits[Int(between.rawValue)].contains(.block) { return }
            if isBoundary(between, to: tag) { return }
            k -= 1
        }
        guard k > 0 else { return }
        while open.count > k { close() }
    }

    /// Whether an end tag, or an implied end, stops at an element.
    private func isBoundary(_ element: HTMLTag, to tag: HTMLTag) -> Bool {
        switch element {
        case .html, .body: true
        case .table: tag != .table && !isTableOuter(tag)
        case .td, .th, .caption: !isTable(tag) && !isTableOuter(tag)
        case .button, .object, .template: tag == .p || tag == .li
        default: false
        }
    }

    private func isTable(_ tag: HTMLTag) -> Bool {
        switch tag {
        case .table, .tr, .td, .th, .tbody, .thead, .tfoot, .caption: true
        default: false
        }
    }

    /// Elements of a page's frame: their end tag closes an open table, which a page forgot to close.
    private func isTableOuter(_ tag: HTMLTag) -> Bool { tag == .article || tag == .main }

    private mutating func closeHeading() {
        guard let k = openTags.lastIndex(where: { (HTMLTag.h1.rawValue...HTMLTag.h6.rawValue).contains($0.rawValue) }),
            k > 0
        else { return }
        while open.count > k { close() }
    }

    private mutating func closeOther(_ start: Int, _ stop: Int) {
        for k in stride(from: open.count - 1, to: 0, by: -1) {
            if openTags[k] == .other {
                let node = nodes[Int(open[k])]
                if equalNames(Int(node.start)..<Int(node.stop), start..<stop) {
                    while open.count > k { close() }
                    return
                }
            } else if isBoundary(openTags[k], to: .other) {
                return
            }
        }
    }

    private func equalNames(_ a: Range<Int>, _ b: Range<Int>) -> Bool {
        a.count == b.count
            && zip(bytes[a], bytes[b]).allSatisfy { $0 == $1 || ($0 | 0x20 == $1 | 0x20 && $0.isLetter) }
    }

    // MARK: - Start tags

    private mutating func readStartTag() {
        let start = i + 1
        let (word, end) = name(from: start, endsAtEquals: false)
        let tag = tag(word, length: end - start)
        let isNew = prepare(for: tag)
        let firstAttribute = attributes.count
        i = end
        let isSelfClosed = readAttributes()
        guard isNew else {
            attributes.removeLast(attributes.count - firstAttribute)
            return
        }
        add(tag, start, end)
        let node = nodes.count - 1
        nodes[node].attributes = UInt32(firstAttribute)
        nodes[node].attributeCount = UInt8(min(255, attributes.count - firstAttribute))
        let traits = traits[Int(tag.rawValue)]
        if traits.contains(.void) {
            nodes[node].end = Int32(nodes.count)
        } else if isSelfClosed, tag == .other || tag == .svg || openTags.contains(.svg) || openTags.contains(.math) {
            nodes[node].end = Int32(nodes.count)
        } else if traits.contains(.raw) {
            readRaw(node, word, length: end - start)
        } else if open.count < HTMLParser.deepest {
            open.append(Int32(node))
            openTags.append(tag)
        } else {
            nodes[node].end = Int32(nodes.count)
        }
    }

    /// Reads attributes up to the tag's end; whether the tag ends in "/>".
    private mutating func readAttributes() -> Bool {
        var endsInSlash = false
        while i < count {
            while i < count, isSpace(bytes[i]) { i += 1 }
            guard i < count else { return false }
            if bytes[i] == UInt8(ascii: ">") {
                i += 1
                return endsInSlash
            }
            endsInSlash = bytes[i] == UInt8(ascii: "/")
            if endsInSlash {
                i += 1
                continue
            }
            let start = i
            let (word, end) = name(from: start, endsAtEquals: true)
            i = max(end, start + 1)
            let value = readValue()
            guard let number = attributeNames.value(word, length: end - start),
                let name = HTMLAttribute(rawValue: number)
            else { continue }
            attributes.append(
                HTMLTree.Attribute(name: name, start: UInt32(value.lowerBound), stop: UInt32(value.upperBound)))
        }
        return false
    }

    private mutating func readValue() -> Range<Int> {
        var j = i
        while j < count, isSpace(bytes[j]) { j += 1 }
        guard byte(j) == UInt8(ascii: "=") else { return i..<i }
        j += 1
        while j < count, isSpace(bytes[j]) { j += 1 }
        let quote = byte(j)
        if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
            let end = find(quote, from: j + 1) ?? count
            i = min(end + 1, count)
            return min(j + 1, count)..<end
        }
        let start = j
        while j < count, !isSpace(bytes[j]), bytes[j] != UInt8(ascii: ">") { j += 1 }
        i = j
        return start..<j
    }

    /// Reads the characters of a script or the like up to its end tag.
    private mutating func readRaw(_ node: Int, _ word: UInt64, length: Int) {
        let start = i
        var end = count
        var next = count
        var j = i
        while let hit = find(UInt8(ascii: "<"), UInt8(ascii: "/"), from: j) {
            let (found, stop) = name(from: hit + 2, endsAtEquals: false)
            if found == word, stop - hit - 2 == length {
                end = hit
                next = find(UInt8(ascii: ">"), from: stop).map { $0 + 1 } ?? count
                break
            }
            j = hit + 2
        }
        i = next
        nodes[node].start = UInt32(start)
        nodes[node].stop = UInt32(end)
        nodes[node].end = Int32(nodes.count)
    }
}
