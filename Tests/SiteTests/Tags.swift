import Testing

/// The elements of a page, read strictly and byte by byte, as a browser does: every attribute quoted, every element closed in its
/// order, no id twice.
struct Tags {
    struct Tag {
        var name: String
        var attributes: [String: String]
    }

    private(set) var all: [Tag] = []
    private var open: [String] = []

    private static let void: Set<String> = ["meta", "link", "input", "br", "hr", "wbr", "img"]

    init(_ html: String, _ location: SourceLocation = #_sourceLocation) {
        let bytes = Array(html.utf8)
        var at = 0
        while let start = bytes[at...].firstIndex(of: UInt8(ascii: "<")) {
            var end = start + 1
            var isQuoted = false
            while end < bytes.count, isQuoted || bytes[end] != UInt8(ascii: ">") {
                if bytes[end] == UInt8(ascii: "\"") { isQuoted.toggle() }
                end += 1
            }
            guard end < bytes.count else {
                Issue.record("a tag that does not end at byte \(start)", sourceLocation: location)
                return
            }
            let inside = String(decoding: bytes[(start + 1)..<end], as: UTF8.self)
            if !take(bytes[(start + 1)..<end]) {
                Issue.record("no tag here: <\(inside.prefix(200))>", sourceLocation: location)
                return
            }
            at = end + 1
        }
        if !open.isEmpty { Issue.record("never closed: \(open)", sourceLocation: location) }
        let ids = all.compactMap { $0.attributes["id"] }
        if Set(ids).count != ids.count { Issue.record("an id twice", sourceLocation: location) }
    }

    /// Reads what stands between the brackets of a tag; whether it is one.
    private mutating func take(_ bytes: ArraySlice<UInt8>) -> Bool {
        var rest = bytes
        if rest.first == UInt8(ascii: "!") { return true }
        if rest.first == UInt8(ascii: "/") {
            return open.popLast() == String(decoding: rest.dropFirst(), as: UTF8.self)
        }
        func isName(_ byte: UInt8) -> Bool {
            (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte) || byte == 0x2D || byte == 0x3A
        }
        func name() -> String {
            let name = rest.prefix(while: isName)
            rest = rest.dropFirst(name.count)
            return String(decoding: name, as: UTF8.self)
        }
        let element = name()
        if element.isEmpty { return false }
        var attributes: [String: String] = [:]
        // within a drawing an element may close itself
        let isClosed = rest.last == UInt8(ascii: "/") && open.contains("svg")
        if isClosed { rest.removeLast() }
        while !rest.isEmpty {
            guard rest.popFirst() == UInt8(ascii: " ") else { return false }
            let key = name()
            if key.isEmpty || attributes[key] != nil { return false }
            var value: ArraySlice<UInt8> = []
            if rest.first == UInt8(ascii: "=") {
                guard rest.dropFirst().first == UInt8(ascii: "\"") else { return false }
                rest = rest.dropFirst(2)
                value = rest.prefix { $0 != UInt8(ascii: "\"") }
                rest = rest.dropFirst(value.count)
                guard rest.popFirst() == UInt8(ascii: "\"") else { return false }
                if value.contains(UInt8(ascii: "<")) || value.contains(UInt8(ascii: ">")) { return false }
            }
            attributes[key] = String(decoding: value, as: UTF8.self)
        }
        all.append(Tag(name: element, attributes: attributes))
        if !isClosed, !Self.void.contains(element) { open.append(element) }
        return true
    }

    func attribute(_ name: String, of element: String) -> [String] {
        all.filter { $0.name == element }.compactMap { $0.attributes[name] }
    }
}
