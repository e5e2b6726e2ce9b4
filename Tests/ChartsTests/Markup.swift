@testable import Charts

/// An element of a figure, read by a check of its own: what is not well formed XML 1.0 is an error.
final class Element {
    let name: String
    let attributes: [String: String]
    var children: [Element] = []
    var text = ""

    init(_ name: String, _ attributes: [String: String]) {
        self.name = name
        self.attributes = attributes
    }

    func number(_ key: String) -> Double? { attributes[key].flatMap { Double($0) } }

    var classes: [Substring] { (attributes["class"] ?? "").split(separator: " ") }

    /// This element and all within it, in the order of the document.
    var all: [Element] {
        var found: [Element] = []
        var waiting = [self]
        while let next = waiting.popLast() {
            found.append(next)
            waiting += next.children.reversed()
        }
        return found
    }

    func all(_ name: String, class style: Substring? = nil) -> [Element] {
        all.filter { $0.name == name && (style.map($0.classes.contains) ?? true) }
    }

    var title: String? { children.first { $0.name == "title" }?.text }
}

struct MarkupError: Error, CustomStringConvertible {
    var description: String
}

/// Reads one element and all that is in it.
struct MarkupReader {
    private let bytes: [UInt8]
    private var at = 0

    static func read(_ text: String) throws -> Element {
        var reader = MarkupReader(bytes: Array(text.utf8))
        if text.hasPrefix("<?xml") {
            guard text.hasPrefix("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n") else {
                throw MarkupError(description: "declaration")
            }
            reader.at = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".utf8.count
        }
        return try reader.document()
    }

    private init(bytes: [UInt8]) { self.bytes = bytes }

    private func fault(_ what: String) -> MarkupError {
        let near = String(decoding: bytes[max(0, at - 40)..<min(bytes.count, at + 40)], as: UTF8.self)
        return MarkupError(description: "\(what) at byte \(at): \(near)")
    }

    private mutating func document() throws -> Element {
        var open: [Element] = []
        var root: Element?
        var text: [UInt8] = []
        while at < bytes.count {
            guard bytes[at] == UInt8(ascii: "<") else {
                text += try character()
                continue
            }
            if let last = open.last { last.text += String(decoding: text, as: UTF8.self) }
            if open.isEmpty, text.contains(where: { $0 > 0x20 }) { throw fault("text outside the element") }
            text = []
            at += 1
            if at < bytes.count, bytes[at] == UInt8(ascii: "/") {
                at += 1
                let name = try name()
                guard let last = open.popLast(), last.name == name else { throw fault("end of \(name)") }
                try expect(">")
                continue
            }
            let (element, isWhole) = try start()
            if let last = open.last {
                last.children.append(element)
            } else {
                guard root == nil else { throw fault("a second element") }
                root = element
            }
            if !isWhole { open.append(element) }
        }
        guard let root, open.isEmpty else { throw fault("the end") }
        return root
    }

    private mutating func start() throws -> (Element, isWhole: Bool) {
        let name = try name()
        var attributes: [String: String] = [:]
        while at < bytes.count {
            switch bytes[at] {
            case UInt8(ascii: ">"):
                at += 1
                return (Element(name, attributes), false)
            case UInt8(ascii: "/"):
                at += 1
                try expect(">")
                return (Element(name, attributes), true)
            case UInt8(ascii: " "):
                at += 1
                let key = try self.name()
                try expect("=\"")
                var value: [UInt8] = []
                while at < bytes.count, bytes[at] != UInt8(ascii: "\"") {
                    guard bytes[at] != UInt8(ascii: "<") else { throw fault("a bracket in an attribute") }
                    value += try character()
                }
                at += 1
                guard attributes.updateValue(String(decoding: value, as: UTF8.self), forKey: key) == nil else {
                    throw fault("\(key) twice")
                }
            default: throw fault("an attribute")
            }
        }
        throw fault("the end of a tag")
    }

    private mutating func expect(_ text: StaticString) throws {
        for byte in "\(text)".utf8 {
            guard at < bytes.count, bytes[at] == byte else { throw fault("expected \(text)") }
            at += 1
        }
    }

    private mutating func name() throws -> String {
        let start = at
        while at < bytes.count, bytes[at].isNameByte { at += 1 }
        guard at > start else { throw fault("a name") }
        return String(decoding: bytes[start..<at], as: UTF8.self)
    }

    private mutating func character() throws -> [UInt8] {
        let byte = bytes[at]
        guard byte == UInt8(ascii: "&") else {
            guard byte >= 0x20 || byte == 0x0A else { throw fault("a control character") }
            at += 1
            return [byte]
        }
        for (reference, letter) in [("&amp;", "&"), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'")]
        where bytes[at...].starts(with: reference.utf8) {
            at += reference.utf8.count
            return Array(letter.utf8)
        }
        throw fault("a reference")
    }
}

extension UInt8 {
    fileprivate var isNameByte: Bool {
        switch self {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"),
            UInt8(ascii: "-"), UInt8(ascii: "?"):
            true
        default: false
        }
    }
}

/// A text of a figure and the box that it covers.
struct Label {
    let text: String
    let box: Box

    init?(_ element: Element) {
        guard element.name == "text", let x = element.number("x"), let y = element.number("y"),
            let size = element.number("font-size")
        else { return nil }
        text = element.text
        let anchor: Anchor =
            switch element.attributes["text-anchor"] {
            case "middle": .middle
            case "end": .end
            default: .start
            }
        box = .text(text, x, y, Font(size: size, isBold: element.attributes["font-weight"] != nil), anchor)
    }
}
