import FoundationEssentials
import Hypertext

extension XMLFeedParser {
    /// The text of the element just begun, tags within it left out; reads to its end.
    mutating func plain() throws(XMLError) -> String {
        var out: [UInt8] = []
        var inner = 0
        while let event = try xml.next() {
            switch event {
            case .text, .cdata: xml.appendText(to: &out)
            case .start: inner += 1
            case .end:
                if inner == 0 { return String(decoding: out, as: UTF8.self) }
                inner -= 1
            default: continue
            }
        }
        return String(decoding: out, as: UTF8.self)
    }

    /// Text or markup with its type (RFC 4287, section 3.1; Atom 0.3, section 3.1); reads to the element's end.
    ///
    /// - Parameter isHTML: whether text without a type is markup: it is in RSS.
    mutating func construct(isHTML: Bool = false) throws(XMLError) -> FeedContent {
        let isAtom = feed?.format == .atom10 || feed?.format == .atom03 || feed?.format == .atom
        let told = xml.hasAttributes ? xml.attribute("type").map { FeedText.trimmed($0).lowercased() } : nil
        let mode = xml.hasAttributes ? xml.attribute("mode") : nil
        var type = told.map(Self.mediaType) ?? (isAtom || !isHTML ? "text/plain" : "text/html")
        if !isAtom, told == nil || !type.contains("/") { type = "text/html" }
        let isInline = type == "application/xhtml+xml" || type.hasSuffix("+xml") || type.hasSuffix("/xml")
        let (base, language) = (self.base, self.language)
        if let source = xml.hasAttributes ? xml.attribute("src") : nil, isAtom {
            let text = try plain()
            return FeedContent(value: text, type: type, base: reader.resolved(source, base: base), language: language)
        }
        if mode == "base64" {
            return FeedContent(value: decoded64(try plain()), type: type, base: base, language: language)
        }
        let escapes = isInline && mode != "escaped"
        let markup = try xml.innerMarkup(keepsText: !escapes, opensDivision: isAtom)
        var value = String(decoding: markup.utf8, as: UTF8.self)
        if markup.hasElements, type == "text/plain" {
            type = mode == "xml" || mode == nil ? "application/xhtml+xml" : "text/html"
        }
        let isBinary = isAtom && mode == nil && !isInline && !type.hasPrefix("text/") && !markup.hasElements
        if isBinary { value = decoded64(value) }
        return FeedContent(
            value: type == "text/plain" ? value : FeedText.trimmed(value), type: type, base: base, language: language)
    }

    private static func mediaType(_ told: String) -> String {
        switch told {
        case "text", "", "plain": "text/plain"
        case "html": "text/html"
        case "xhtml", "xml": "application/xhtml+xml"
        default: told
        }
    }

    /// What base64 holds where that is text; as it is written otherwise.
    private func decoded64(_ text: String) -> String {
        let plain = text.utf8.filter { $0 > 0x20 }
        guard let data = Data(base64Encoded: Data(plain)) else { return text }
        return String(validating: data, as: UTF8.self) ?? text
    }

    /// An item's body in XHTML.
    mutating func inlineBody() throws(XMLError) -> FeedContent {
        let (base, language) = (self.base, self.language)
        let markup = try xml.innerMarkup(keepsText: false)
        return FeedContent(
            value: FeedText.trimmed(String(decoding: markup.utf8, as: UTF8.self)), type: "application/xhtml+xml",
            base: base, language: language)
    }

    /// Text or markup as one line of text.
    func line(_ content: FeedContent) -> String? {
        reader.line(content.value, isMarkup: content.type != "text/plain")
    }

    // MARK: - People

    /// A person in elements ("name", "email", "uri") or in text ("me@example.com (Me)"); reads to the element's end.
    mutating func person() throws(XMLError) -> FeedPerson {
        var person = FeedPerson()
        var text: [UInt8] = []
        var inner: [String] = []
        while let event = try xml.next() {
            switch event {
            case .start(let number):
                inner.append(xml.name(number).local.lowercased())
            case .text, .cdata:
                guard let part = inner.last else {
                    xml.appendText(to: &text)
                    continue
                }
                var piece: [UInt8] = []
                xml.appendText(to: &piece)
                guard inner.count == 1, let value = reader.line(String(decoding: piece, as: UTF8.self), isMarkup: true)
                else { continue }
                switch part {
                case "name": person.name = (person.name ?? "") + value
                case "email": person.email = value
                case "uri", "url", "homepage": person.address = reader.resolved(value, base: base)
                default: continue
                }
            case .end:
                guard inner.popLast() == nil else { continue }
                return person == FeedPerson()
                    ? FeedPerson(reader.line(String(decoding: text, as: UTF8.self), isMarkup: false)) : person
            default: continue
            }
        }
        return person
    }
}

extension FeedPerson {
    /// The most bytes in which an address of mail is sought.
    private static let longest = 512

    /// A person as RSS names one: an address of mail, a name, or both in either order with brackets.
    init(_ text: String?) {
        self.init()
        guard let text else { return }
        guard text.utf8.count <= Self.longest else {
            name = text
            return
        }
        let separators = " ()<>,;\"[]"
        let words = text.split { separators.contains($0) }
        guard
            let mail = words.first(where: { word in
                let parts = word.split(separator: "@", omittingEmptySubsequences: false)
                return parts.count == 2 && !parts[0].isEmpty && parts[1].contains(".")
            })
        else {
            name = text
            return
        }
        email = mail.hasPrefix("mailto:") ? String(mail.dropFirst(7)) : String(mail)
        let rest = text[..<mail.startIndex] + text[mail.endIndex...]
        let brackets: Set<Character> = ["(", ")", "<", ">", "[", "]", "\"", ",", ";", " "]
        var trimmed = Substring(rest)
        while let first = trimmed.first, brackets.contains(first) { trimmed.removeFirst() }
        while let last = trimmed.last, brackets.contains(last), !(last == ")" && trimmed.contains("(")) {
            trimmed.removeLast()
        }
        let left = FeedText.trimmed(String(trimmed).replacing("()", with: "").replacing("<>", with: ""))
        name = left.isEmpty ? nil : left
    }
}
