/// A reader of XML that knows what the writers may write, and nothing else.
struct XMLReader {
    struct Failure: Error {}
    struct Element: Equatable {
        /// The names of the elements that it stands in, and its own.
        var path: String
        var attributes: [String: String] = [:]
        var text = ""
    }

    static func read(_ xml: String) throws -> [Element] {
        var rest = Substring.UnicodeScalarView(xml.unicodeScalars[...])
        var open: [Int] = []
        var names: [String] = []
        var found: [Element] = []
        let head = "<?xml version=\"1.0\" encoding=\"utf-8\"?>"
        guard xml.hasPrefix(head) else { throw Failure() }
        rest = rest.dropFirst(head.unicodeScalars.count)
        while let start = rest.firstIndex(of: "<") {
            let text = String(rest[rest.startIndex..<start])
            if let last = open.last { found[last].text += try unescaped(text) }
            guard let end = rest[start...].firstIndex(of: ">") else { throw Failure() }
            var tag = String(rest[rest.index(after: start)..<end])
            rest = rest[rest.index(after: end)...]
            if tag.hasPrefix("/") {
                guard names.popLast() == String(tag.dropFirst()), open.popLast() != nil else { throw Failure() }
                continue
            }
            let isEmpty = tag.hasSuffix("/")
            if isEmpty { tag.removeLast() }
            let name = String(tag.prefix { $0 != " " })
            var element = Element(path: (names + [name]).joined(separator: "/"))
            let pieces = tag.dropFirst(name.count).split(separator: "\"", omittingEmptySubsequences: false)
            guard pieces.count % 2 == 1 else { throw Failure() }
            for i in stride(from: 0, to: pieces.count - 1, by: 2) {
                guard pieces[i].hasPrefix(" "), pieces[i].hasSuffix("=") else { throw Failure() }
                element.attributes[String(pieces[i].dropFirst().dropLast())] = try unescaped(String(pieces[i + 1]))
            }
            found.append(element)
            if !isEmpty {
                names.append(name)
                open.append(found.count - 1)
            }
        }
        guard open.isEmpty else { throw Failure() }
        return found
    }

    static func unescaped(_ text: String) throws -> String {
        var out = ""
        var rest = text.unicodeScalars[...]
        while let scalar = rest.popFirst() {
            guard scalar == "&" else {
                guard scalar != "<", scalar != ">", scalar != "\r" else { throw Failure() }
                out.unicodeScalars.append(scalar)
                continue
            }
            guard let end = rest.firstIndex(of: ";") else { throw Failure() }
            let names: [String: Unicode.Scalar] = [
                "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "#39": "'", "#9": "\t", "#10": "\n", "#13": "\r",
            ]
            guard let named = names[String(rest[..<end])] else { throw Failure() }
            out.unicodeScalars.append(named)
            rest = rest[rest.index(after: end)...]
        }
        return out
    }
}

/// What a text is after it was written: scalars without a place in XML are replaced.
func clean(_ text: String) -> String {
    var out = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
        switch scalar.value {
        case 0x9, 0xA, 0xD, 0x20...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF: out.append(scalar)
        default: out.append("\u{FFFD}")
        }
    }
    return String(out)
}
