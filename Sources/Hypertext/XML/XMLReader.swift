import Glibc

/// What a reader of XML comes upon.
package enum XMLEvent: Hashable, Sendable {
    /// A start tag; its name by number. Its end follows in any case.
    case start(Int)
    case end(Int)
    /// Text, with references still in it: see ``XMLReader/appendText(to:)``.
    case text
    /// A CDATA section.
    case cdata
    /// The bytes of a comment, without its marks.
    case comment(Range<Int>)
    /// The bytes of a processing instruction, without its marks.
    case instruction(Range<Int>)
    /// The bytes of a document type declaration.
    case doctype(Range<Int>)
}

/// Reads XML piece by piece, and broken XML as far as a reader of feeds can wish.
///
/// What breaks the rules is noted in ``faults`` and read past; only entities without end are refused (``XMLError``).
/// Nothing outside the document is ever loaded. Start and end events pair up whatever the tags do: an end tag closes the
/// nearest element of its name and all within, one that closes nothing is passed over, the document's end closes the rest.
/// Linear in the bytes; memory for the open elements, the names and the entities.
package struct XMLReader {
    let bytes: [UInt8]
    let limits: XMLLimits
    /// Where reading goes on.
    package internal(set) var offset = 0
    /// The first faults, in order.
    package private(set) var faults: [XMLFault] = []
    /// How many faults there were.
    package private(set) var faultCount = 0

    var names = XMLNames()
    var open: [OpenElement] = []
    /// Elements beyond the depth limit that are open.
    var tooDeep = 0
    /// Elements that end before anything else is read.
    private var pendingEnds = 0
    /// The bytes of the text or section last come upon.
    var textRange = 0..<0
    var textIsPlain = false
    var attributeSpans: [AttributeSpan] = []
    /// Whether the start tag last come upon ended in "/>".
    package internal(set) var isSelfClosing = false
    var entities = XMLEntities()
    /// The error that the next call throws.
    var refusal: XMLError?
    private var hasRoot = false
    /// Marks that the rest of the document is known to lack, so that it is searched for each only once.
    private var missing: Set<[UInt8]> = []

    struct OpenElement {
        var name: Int
        /// The bytes of the name in the start tag.
        var tag: Range<Int>
        /// The scope of namespaces around the element.
        var outerScope: Int
    }

    /// The scope of namespaces in force.
    var scope = 0

    /// A reader of valid UTF-8 (see ``CharacterEncoding``).
    package init(_ utf8: [UInt8], limits: XMLLimits = XMLLimits()) {
        bytes = utf8
        self.limits = limits
    }

    /// The name of a number.
    package func name(_ number: Int) -> XMLName { names.all[number] }

    /// How many names there are: numbers are below.
    package var nameCount: Int { names.all.count }

    /// Elements that are open.
    package var depth: Int { open.count }

    mutating func note(_ kind: XMLFault.Kind, at offset: Int) {
        faultCount += 1
        if faults.count < limits.faults { faults.append(XMLFault(kind: kind, offset: offset)) }
    }

    /// The next event; `nil` at the end.
    package mutating func next() throws(XMLError) -> XMLEvent? {
        if let refusal { throw refusal }
        while true {
            if pendingEnds > 0 {
                pendingEnds -= 1
                if let element = open.popLast() {
                    scope = element.outerScope
                    return .end(element.name)
                }
            }
            guard offset < bytes.count else {
                guard !open.isEmpty else { return nil }
                note(.unclosedElement, at: offset)
                pendingEnds = open.count
                continue
            }
            if let event = bytes[offset] == UInt8(ascii: "<") ? markup() : text() { return event }
        }
    }

    // MARK: - Text

    /// Text up to the next tag.
    private mutating func text() -> XMLEvent? {
        let start = offset
        let end = endOfText(from: offset)
        offset = end
        textRange = start..<end
        textIsPlain = false
        if open.isEmpty {
            guard contains(start..<end, where: { $0 > 0x20 }) else { return nil }
            note(.besideRoot, at: start)
        }
        return .text
    }

    /// Where the next "<" stands that begins markup.
    private mutating func endOfText(from start: Int) -> Int {
        var i = start
        while let mark = find(UInt8(ascii: "<"), from: i) {
            if beginsMarkup(mark) { return mark }
            note(.unescapedMark, at: mark)
            i = mark + 1
        }
        return bytes.count
    }

    private func beginsMarkup(_ i: Int) -> Bool {
        guard i + 1 < bytes.count else { return false }
        let byte = bytes[i + 1]
        if byte == UInt8(ascii: "/") { return i + 2 < bytes.count && bytes[i + 2] > 0x20 }
        return XMLReader.isNameStart(byte) || byte == UInt8(ascii: "!") || byte == UInt8(ascii: "?")
    }

    // MARK: - Markup

    /// What begins with "<"; `nil` where it was passed over.
    private mutating func markup() -> XMLEvent? {
        guard beginsMarkup(offset) else {
            note(.unescapedMark, at: offset)
            let start = offset
            offset = endOfText(from: offset + 1)
            textRange = start..<offset
            textIsPlain = false
            return .text
        }
        switch bytes[offset + 1] {
        case UInt8(ascii: "/"): return endTag()
        case UInt8(ascii: "?"): return instruction()
        case UInt8(ascii: "!"): return declaration()
        default: return startTag()
        }
    }

    private mutating func startTag() -> XMLEvent? {
        let start = offset
        guard let tag = readStartTag() else { return nil }
        if open.isEmpty {
            if hasRoot { note(.besideRoot, at: start) }
            hasRoot = true
        }
        guard open.count < limits.depth else {
            if tooDeep == 0 { note(.tooDeep, at: start) }
            if !isSelfClosing { tooDeep += 1 }
            return nil
        }
        let outer = scope
        enterScope()
        let scope = scope
        let number = bytes.withUnsafeBufferPointer {
            names.number(UnsafeBufferPointer(rebasing: $0[tag]), scope: scope)
        }
        if !names.all[number].prefix.isEmpty, names.all[number].namespace.isEmpty { note(.undeclaredPrefix, at: start) }
        open.append(OpenElement(name: number, tag: tag, outerScope: outer))
        if isSelfClosing { pendingEnds = 1 }
        return .start(number)
    }

    private mutating func endTag() -> XMLEvent? {
        let start = offset
        var end = offset + 2
        while end < bytes.count, !XMLReader.endsName(bytes[end]) { end += 1 }
        let tag = (start + 2)..<end
        while end < bytes.count, bytes[end] <= 0x20 { end += 1 }
        if end < bytes.count, bytes[end] == UInt8(ascii: ">") {
            offset = end + 1
        } else if end < bytes.count, bytes[end] == UInt8(ascii: "<") {
            note(.earlyEnd, at: start)
            offset = end
        } else {
            note(end < bytes.count ? .badAttribute : .earlyEnd, at: start)
            offset = find(UInt8(ascii: ">"), from: end).map { $0 + 1 } ?? bytes.count
        }
        if tooDeep > 0 {
            tooDeep -= 1
            return nil
        }
        guard let place = open.lastIndex(where: { isSame($0.tag, tag) }) else {
            note(.strayEndTag, at: start)
            return nil
        }
        if place != open.count - 1 { note(.unclosedElement, at: start) }
        pendingEnds = open.count - place
        return nil
    }

    private mutating func instruction() -> XMLEvent? {
        let start = offset + 2
        let end = find([0x3F, 0x3E], from: start) ?? -1
        let closed = end >= 0 ? end : find(UInt8(ascii: ">"), from: start) ?? bytes.count
        if end < 0 { note(.earlyEnd, at: offset) }
        offset = min(bytes.count, closed + (end >= 0 ? 2 : 1))
        return .instruction(start..<closed)
    }

    private mutating func declaration() -> XMLEvent? {
        let start = offset
        if starts(with: "<!--", at: start) {
            let end = find([0x2D, 0x2D, 0x3E], from: start + 4)
            if end == nil { note(.earlyEnd, at: start) }
            let closed = end ?? find(UInt8(ascii: ">"), from: start + 4) ?? bytes.count
            offset = min(bytes.count, closed + (end == nil ? 1 : 3))
            return .comment((start + 4)..<max(start + 4, closed))
        }
        if starts(with: "<![CDATA[", at: start) {
            let end = find([0x5D, 0x5D, 0x3E], from: start + 9)
            if end == nil { note(.earlyEnd, at: start) }
            offset = min(bytes.count, (end ?? bytes.count) + 3)
            textRange = (start + 9)..<(end ?? bytes.count)
            textIsPlain = true
            if open.isEmpty { note(.besideRoot, at: start) }
            return .cdata
        }
        if startsIgnoringCase(with: "<!doctype", at: start) {
            offset = readDoctype(from: start + 9)
            return .doctype((start + 9)..<max(start + 9, offset - 1))
        }
        note(.unescapedMark, at: start)
        let end = find(UInt8(ascii: ">"), from: start) ?? bytes.count
        offset = min(bytes.count, end + 1)
        return .comment((start + 2)..<end)
    }

    // MARK: - Bytes

    /// Where a byte stands next, before an end.
    func find(_ byte: UInt8, from start: Int, to end: Int? = nil) -> Int? {
        let end = min(end ?? bytes.count, bytes.count)
        guard start < end else { return nil }
        return bytes.withUnsafeBytes { raw in
            guard let base = raw.baseAddress, let hit = memchr(base + start, Int32(byte), end - start) else {
                return nil
            }
            return UnsafeRawPointer(hit) - base
        }
    }

    /// Where marks that end in ">" stand next.
    mutating func find(_ marks: [UInt8], from start: Int) -> Int? {
        guard !missing.contains(marks) else { return nil }
        var i = start + marks.count - 1
        while let end = find(UInt8(ascii: ">"), from: i) {
            if bytes[(end - marks.count + 1)...end].elementsEqual(marks) { return end - marks.count + 1 }
            i = end + 1
        }
        missing.insert(marks)
        return nil
    }

    func starts(with text: StaticString, at i: Int) -> Bool {
        let count = text.utf8CodeUnitCount
        guard i + count <= bytes.count else { return false }
        return bytes.withUnsafeBytes { raw in
            guard let base = raw.baseAddress else { return false }
            return memcmp(base + i, text.utf8Start, count) == 0
        }
    }

    func startsIgnoringCase(with text: StaticString, at i: Int) -> Bool {
        let count = text.utf8CodeUnitCount
        guard i + count <= bytes.count else { return false }
        for k in 0..<count where bytes[i + k] | 0x20 != text.utf8Start[k] | 0x20 { return false }
        return true
    }

    private func isSame(_ a: Range<Int>, _ b: Range<Int>) -> Bool {
        guard a.count == b.count else { return false }
        return bytes.withUnsafeBytes { raw in
            guard let base = raw.baseAddress else { return true }
            return memcmp(base + a.lowerBound, base + b.lowerBound, a.count) == 0
        }
    }

    private func contains(_ range: Range<Int>, where condition: (UInt8) -> Bool) -> Bool {
        bytes.withUnsafeBufferPointer { $0[range].contains(where: condition) }
    }

    static func isNameStart(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte | 0x20) || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ":") || byte >= 0x80
    }

    static func endsName(_ byte: UInt8) -> Bool {
        byte <= 0x20 || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/") || byte == UInt8(ascii: "<")
            || byte == UInt8(ascii: "=")
    }
}
