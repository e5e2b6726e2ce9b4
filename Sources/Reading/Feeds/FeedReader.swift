import Hypertext

/// Reads feeds, sitemaps and lists of feeds. Linear in the bytes.
package struct FeedReader: Sendable {
    /// Turns markup of HTML into text.
    package var plainText: @Sendable (_ markup: String) -> String
    /// Resolves an address against a base; `nil` where it cannot.
    package var resolve: @Sendable (_ address: String, _ base: String) -> String?
    /// How the publisher writes 03/04/2012; without it such dates are not read.
    package var order: PublicationTime.Order?
    /// Items that are kept of one document; more are left out, with a fault.
    package var mostItems = 100_000

    package init(
        plainText: @escaping @Sendable (_ markup: String) -> String,
        resolve: @escaping @Sendable (_ address: String, _ base: String) -> String?
    ) {
        self.plainText = plainText
        self.resolve = resolve
    }

    /// The feed that a document is, broken ones as far as they can be read.
    ///
    /// - Parameters:
    ///   - address: where the document was found; relative addresses are resolved against it.
    ///   - transport: the `Content-Type` that it came with.
    package func feed(
        _ bytes: [UInt8], address: String? = nil, transport: String? = nil
    ) throws(FeedError) -> Feed {
        let decoded = CharacterEncoding.decode(bytes, transport: transport, syntax: .xml)
        var feed: Feed
        if FeedKind.startsAsJSON(decoded.utf8) {
            feed = try JSONFeed(reader: self, address: address).feed(decoded.utf8)
        } else {
            var parser = XMLFeedParser(decoded.utf8, reader: self, address: address)
            guard let found = parser.read() else { throw FeedError.notAFeed }
            feed = found
        }
        feed.encoding = decoded.encoding
        if decoded.isRepaired {
            feed.faults.append(
                FeedFault(code: "encoding-repaired", detail: "bytes that are no characters of \(decoded.encoding)"))
        }
        return feed
    }

    /// The list of feeds that a document is.
    package func list(
        _ bytes: [UInt8], address: String? = nil, transport: String? = nil
    ) throws(FeedError) -> FeedList {
        let decoded = CharacterEncoding.decode(bytes, transport: transport, syntax: .xml)
        var parser = OutlineParser(decoded.utf8, reader: self, address: address)
        guard let list = parser.read() else { throw FeedError.notAFeed }
        return list
    }

    /// An address without space around it, resolved; as it is written where it cannot be.
    func resolved(_ address: String, base: String?) -> String? {
        let address = FeedText.trimmed(address)
        guard !address.isEmpty else { return nil }
        guard let base else { return address }
        return resolve(address, base) ?? address
    }

    /// Markup or text as one line of text; `nil` where there is none.
    func line(_ text: String, isMarkup: Bool) -> String? {
        let hasMarks = isMarkup && text.utf8.contains { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "&") }
        let line = FeedText.collapsed(hasMarks ? plainText(text) : text)
        return line.isEmpty ? nil : line
    }
}

extension FeedError {
    static let notAFeed = FeedError(
        code: .notAFeed,
        message: "expected RSS, Atom, CDF, JSON Feed, a sitemap or OPML, found none of them; "
            + "give the address of the feed itself, not of a page")
}

/// White space in texts of feeds.
enum FeedText {
    private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

    /// The text without white space at its ends.
    static func trimmed(_ text: String) -> String {
        let bytes = text.utf8
        guard let first = bytes.first, let last = bytes.last, isSpace(first) || isSpace(last) else { return text }
        guard let start = bytes.firstIndex(where: { !isSpace($0) }), let end = bytes.lastIndex(where: { !isSpace($0) })
        else { return "" }
        return String(text[start...end])
    }

    /// A language's tag (BCP 47), its parts joined by hyphens; `nil` where there is none.
    static func languageTag(_ text: String) -> String? {
        let tag = trimmed(text)
        return tag.isEmpty ? nil : tag.replacing("_", with: "-")
    }

    /// The text with each run of white space as one space, and none at its ends.
    static func collapsed(_ text: String) -> String {
        var out: [UInt8] = []
        out.reserveCapacity(text.utf8.count)
        var isClean = true
        var previous: UInt8 = 0x20
        for byte in text.utf8 {
            if isSpace(byte) {
                if isSpace(previous) || byte != 0x20 { isClean = false }
                if !isSpace(previous) { out.append(0x20) }
            } else {
                out.append(byte)
            }
            previous = byte
        }
        if out.last == 0x20 {
            out.removeLast()
            isClean = false
        }
        return isClean ? text : String(decoding: out, as: UTF8.self)
    }
}
