/// Whether a text is well-formed, as far as figures need it: every element closed in order, attributes in quotes, no stray sign.
enum XMLCheck {
    /// What is wrong; `nil` where nothing is.
    static func fault(of text: String) -> String? {
        var open: [Substring] = []
        var rest = text[...]
        while let start = rest.firstIndex(of: "<") {
            if let fault = entityFault(rest[..<start]) { return fault }
            guard let end = rest[start...].firstIndex(of: ">") else { return "a tag is not closed" }
            let tag = rest[rest.index(after: start)..<end]
            rest = rest[rest.index(after: end)...]
            if tag.hasPrefix("?") { continue }
            if tag.contains("<") { return "< within a tag" }
            if tag.count(where: { $0 == "\"" }) % 2 != 0 { return "an odd quotation mark in \(tag)" }
            let name = tag.drop { $0 == "/" }.prefix { $0 != " " && $0 != "/" && $0 != "\n" }
            if tag.hasPrefix("/") {
                guard open.popLast() == name else { return "\(name) closes another element" }
            } else if !tag.hasSuffix("/") {
                open.append(name)
            }
        }
        return open.isEmpty ? entityFault(rest) : "\(open) are not closed"
    }

    private static func entityFault(_ text: Substring) -> String? {
        for (place, part) in text.split(separator: "&", omittingEmptySubsequences: false).enumerated() where place > 0 {
            if !["amp;", "lt;", "gt;", "quot;", "apos;", "#"].contains(where: part.hasPrefix) { return "a bare &" }
        }
        return nil
    }
}

/// Whether bytes are one JSON text whose objects have distinct keys in the order of their bytes.
struct JSONCheck {
    private let bytes: [UInt8]
    private var at = 0
    private(set) var fault: String?
    /// Keys of the outermost object.
    private(set) var keys: [String] = []

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        value(depth: 0)
        if fault == nil, at != bytes.count { fault = "more after the text" }
    }

    private var next: UInt8? { at < bytes.count ? bytes[at] : nil }

    private mutating func take(_ sign: Character) {
        guard let byte = sign.asciiValue, next == byte else {
            fault = fault ?? "expected \(sign) at \(at)"
            return
        }
        at += 1
    }

    private mutating func value(depth: Int) {
        guard fault == nil, depth < 40 else {
            fault = fault ?? "too deep"
            return
        }
        switch next {
        case UInt8(ascii: "{"): object(depth)
        case UInt8(ascii: "["): array(depth)
        case UInt8(ascii: "\""): _ = string()
        default: word()
        }
    }

    private mutating func object(_ depth: Int) {
        take("{")
        var last: String?
        while fault == nil, next != UInt8(ascii: "}") {
            if last != nil { take(",") }
            let key = string()
            if let last, last >= key { fault = fault ?? "\(key) after \(last)" }
            last = key
            if depth == 0 { keys.append(key) }
            take(":")
            value(depth: depth + 1)
        }
        take("}")
    }

    private mutating func array(_ depth: Int) {
        take("[")
        var isFirst = true
        while fault == nil, next != UInt8(ascii: "]") {
            if !isFirst { take(",") }
            isFirst = false
            value(depth: depth + 1)
        }
        take("]")
    }

    private mutating func string() -> String {
        take("\"")
        let start = at
        while let byte = next, byte != UInt8(ascii: "\"") {
            if byte < 0x20 { fault = fault ?? "a control sign in a string" }
            at += byte == UInt8(ascii: "\\") ? 2 : 1
        }
        let text = String(decoding: bytes[min(start, bytes.count)..<min(at, bytes.count)], as: UTF8.self)
        take("\"")
        return text
    }

    private mutating func word() {
        let start = at
        while let byte = next, !",]}".utf8.contains(byte) { at += 1 }
        let text = String(decoding: bytes[start..<at], as: UTF8.self)
        if ["true", "false"].contains(text) { return }
        guard let number = Double(text), number.isFinite, text.utf8.allSatisfy({ "0123456789+-.e".utf8.contains($0) })
        else {
            fault = fault ?? "no value: \(text)"
            return
        }
    }
}
