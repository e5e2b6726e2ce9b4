import Diplomacy
import FoundationEssentials
import Hypertext

/// What the structured data of a page (JSON-LD in the terms of schema.org) say of its article.
struct PageData {
    var headline: String?
    var published: String?
    var modified: String?
    var authors: [String] = []
    var publisher: String?
    var text: String?
    var language: String?
    var description: String?

    /// Types that are articles, by their ends: NewsArticle, ReportageNewsArticle, BlogPosting, Report.
    private static let ends = ["article", "posting", "report"]

    /// - Parameter scripts: what stands in the page's JSON-LD scripts.
    init(_ scripts: [ArraySlice<UInt8>]) {
        var pages: [[String: JSONValue]] = []
        var articles: [[String: JSONValue]] = []
        for script in scripts {
            guard let value = PageData.value(script) else { continue }
            PageData.walk(value) { object, types in
                if types.contains(where: { type in PageData.ends.contains { type.hasSuffix($0) } }) {
                    articles.append(object)
                } else if types.contains("webpage") || types.contains("newsmediaobject") {
                    pages.append(object)
                }
            }
        }
        for object in articles { take(object) }
        for object in pages { take(object) }
    }

    /// The first of several values stands.
    private mutating func take(_ object: [String: JSONValue]) {
        headline = headline ?? PageData.text(object["headline"])
        published = published ?? PageData.text(object["datePublished"])
        modified = modified ?? PageData.text(object["dateModified"])
        if authors.isEmpty { authors = PageData.names(object["author"] ?? object["creator"]) }
        publisher = publisher ?? PageData.names(object["publisher"]).first
        text = text ?? PageData.lines(object["articleBody"])
        language = language ?? PageData.text(object["inLanguage"])
        description = description ?? PageData.text(object["description"])
    }

    /// The value of a script; line feeds within strings and what stands around the value are forgiven.
    private static func value(_ script: ArraySlice<UInt8>) -> JSONValue? {
        // "<![CDATA[" and "]]>" hold brackets of their own
        let mark = Array("CDATA[".utf8)
        let open = script.prefix(64).indices.first { script[$0...].starts(with: mark) }
        let inner = open.map { script[($0 + mark.count)...] } ?? script
        let starts = inner.firstIndex { $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: "[") }
        let ends = inner.lastIndex { $0 == UInt8(ascii: "}") || $0 == UInt8(ascii: "]") && open == nil }
        guard let starts, let ends, starts < ends else { return nil }
        let bytes = script[starts...ends].map { $0 < 0x20 ? 0x20 : $0 }
        return try? JSONValue(json: Data(bytes))
    }

    /// Visits the objects of a value that have a type, the outer before the inner; only lists and the members that hold
    /// whole things are followed.
    private static func walk(_ value: JSONValue, _ visit: ([String: JSONValue], [String]) -> Void) {
        var waiting = [value]
        while let next = waiting.popLast() {
            switch next {
            case .array(let items): waiting.append(contentsOf: items.reversed())
            case .object(let members):
                let types = strings(members["@type"]).map { $0.lowercased() }
                if !types.isEmpty { visit(members, types) }
                for key in ["mainEntity", "mainEntityOfPage", "@graph"] {
                    if let inner = members[key] { waiting.append(inner) }
                }
            default: break
            }
        }
    }

    private static func strings(_ value: JSONValue?) -> [String] {
        switch value {
        case .string(let text)?: [text]
        case .array(let items)?: items.flatMap(strings)
        default: []
        }
    }

    /// A string, with markup and character references of a careless publisher taken out.
    private static func text(_ value: JSONValue?) -> String? {
        guard let text = strings(value).first else { return nil }
        let line = HTMLText.text(ofFragment: text)
        return line.isEmpty ? nil : line
    }

    /// A text of several paragraphs.
    private static func lines(_ value: JSONValue?) -> String? {
        guard let text = strings(value).first else { return nil }
        let lines = text.split(whereSeparator: \.isNewline).map { HTMLText.text(ofFragment: String($0)) }
        let joined = lines.filter { !$0.isEmpty }.joined(separator: "\n")
        return joined.isEmpty ? nil : joined
    }

    /// Names of persons and organisations, given as strings or as objects.
    private static func names(_ value: JSONValue?) -> [String] {
        switch value {
        case .string(let name)?: [name]
        case .array(let items)?: items.flatMap { names($0) }
        case .object(let members)?: strings(members["name"])
        default: []
        }
    }
}
