import FoundationEssentials
import Hypertext

@testable import Reading

/// What tests of feeds need of HTML and of addresses: the simplest that does.
enum FeedSamples {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "shared/data/feeds")

    static let areThere = FileManager.default.fileExists(atPath: folder.appending(path: "feedparser").path)

    /// Files below a folder, in order.
    static func files(_ name: String, suffix: String = ".xml") -> [String] {
        let root = folder.appending(path: name).path
        guard let names = try? FileManager.default.subpathsOfDirectory(atPath: root) else { return [] }
        return names.filter { $0.hasSuffix(suffix) }.sorted().map { name + "/" + $0 }
    }

    static func bytes(_ name: String) -> [UInt8] {
        FileManager.default.contents(atPath: folder.appending(path: name).path).map { Array($0) } ?? []
    }

    static let reader = FeedReader(plainText: text, resolve: resolved)

    /// The text of markup: no tags, no comments, no scripts and styles; references replaced.
    static func text(_ markup: String) -> String {
        var out: [UInt8] = []
        let bytes = Array(markup.utf8)
        var i = 0
        func isAt(_ text: String, _ i: Int) -> Bool {
            let text = Array(text.utf8)
            return i + text.count <= bytes.count && zip(bytes[i...], text).allSatisfy { $0 | 0x20 == $1 | 0x20 }
        }
        func skip(past text: String) {
            while i < bytes.count, !isAt(text, i) { i += 1 }
            i = min(bytes.count, i + text.utf8.count)
        }
        func skipTag() {
            var quote: UInt8?
            while i < bytes.count {
                let byte = bytes[i]
                i += 1
                if byte == quote {
                    quote = nil
                } else if quote == nil, byte == UInt8(ascii: ">") {
                    return
                } else if quote == nil, byte == 0x22 || byte == 0x27, bytes[max(0, i - 2)] == UInt8(ascii: "=") {
                    quote = byte
                }
            }
        }
        while i < bytes.count {
            if bytes[i] == UInt8(ascii: "<"), i + 1 < bytes.count,
                bytes[i + 1] == UInt8(ascii: "/") || bytes[i + 1] == UInt8(ascii: "!")
                    || bytes[i + 1] == UInt8(ascii: "?")
                    || (bytes[i + 1] | 0x20 >= 0x61 && bytes[i + 1] | 0x20 <= 0x7A)
            {
                if isAt("<!--", i) {
                    skip(past: "-->")
                } else if let name = ["script", "style", "applet"].first(where: { isAt("<" + $0, i) }) {
                    skip(past: "</" + name)
                    skip(past: ">")
                } else {
                    skipTag()
                }
            } else if bytes[i] == UInt8(ascii: "&"), let end = bytes[i...].prefix(33).firstIndex(of: UInt8(ascii: ";")),
                let found = reference(bytes[(i + 1)..<end])
            {
                out.append(contentsOf: found)
                i = end + 1
            } else {
                out.append(bytes[i])
                i += 1
            }
        }
        return String(decoding: out, as: UTF8.self)
    }

    private static func reference(_ name: ArraySlice<UInt8>) -> [UInt8]? {
        let text = String(decoding: name, as: UTF8.self)
        if text.hasPrefix("#") {
            let isHex = text.dropFirst().first.map { "xX".contains($0) } ?? false
            guard var value = isHex ? UInt32(text.dropFirst(2), radix: 16) : UInt32(text.dropFirst()) else {
                return nil
            }
            if (145...148).contains(value) { value += 0x2018 - 145 + (value > 146 ? 2 : 0) }
            return Unicode.Scalar(value).map { Array(String($0).utf8) }
        }
        return HTMLEntities.entity(named: name)?.utf8
    }

    /// Resolution by RFC 3986, section 5.2, for addresses with an authority.
    static func resolved(_ address: String, base: String) -> String? {
        let schemeEnd = address.firstIndex(of: ":")
        if let schemeEnd, address[..<schemeEnd].allSatisfy({ $0.isLetter || $0.isNumber || "+-.".contains($0) }),
            address.first?.isLetter == true
        {
            return address
        }
        guard let authority = base.range(of: "://") else { return nil }
        let scheme = base[..<authority.lowerBound]
        let rest = base[authority.upperBound...]
        let host = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
        var path = String(rest.dropFirst(host.count).prefix { $0 != "?" && $0 != "#" })
        if address.hasPrefix("//") { return scheme + ":" + address }
        if address.hasPrefix("#") { return String(base.prefix { $0 != "#" }) + address }
        if address.hasPrefix("?") { return scheme + "://" + host + path + address }
        if address.hasPrefix("/") {
            path = address
        } else {
            path = String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)]) + "/" + address
        }
        let tail = path.firstIndex { $0 == "?" || $0 == "#" } ?? path.endIndex
        var segments: [Substring] = []
        let parts = path[..<tail].split(separator: "/", omittingEmptySubsequences: false).dropFirst()
        for (i, part) in parts.enumerated() {
            let isLast = i == parts.count - 1
            if part == ".." {
                _ = segments.popLast()
                if isLast { segments.append("") }
            } else if part == "." {
                if isLast { segments.append("") }
            } else {
                segments.append(part)
            }
        }
        return scheme + "://" + host + "/" + segments.joined(separator: "/") + path[tail...]
    }
}

extension String {
    fileprivate func range(of text: String) -> Range<String.Index>? { ranges(of: text).first }
}
