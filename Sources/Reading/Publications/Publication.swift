package import Archives
package import Diplomacy
import FoundationEssentials
import Hypertext

/// Something as it was published, with what its carrier (a server, an archive, a folder) says of it.
package struct Publication: Sendable {
    /// The id of its document, and the beginning of those where it holds several.
    package var id: String
    /// A name whose suffix tells what the bytes do not: "readout.html".
    package var name: String
    package var address: String?
    /// The `Content-Type` with which it came.
    package var mediaType: String?
    package var bytes: [UInt8]
    /// What a mail says of itself; its body is `bytes`.
    package var mail: MailFacts?
    /// When it was sent, as a mail says.
    package var date: String?
    /// Whether it came along with others, as a picture does in an archive of the web: it is left out without a word where
    /// it is no report.
    package var isIncidental = false

    package init(id: String, name: String, address: String? = nil, mediaType: String? = nil, bytes: [UInt8]) {
        self.id = id
        self.name = name
        self.address = address
        self.mediaType = mediaType
        self.bytes = bytes
    }
}

extension Publication {
    fileprivate var suffix: String { name.split(separator: ".").last.map { $0.lowercased() } ?? "" }
    fileprivate var essence: String { mediaType?.lowercased() ?? "" }
}

/// What a publication holds, told by its bytes first and by its name second.
package enum PublicationKind: Hashable, Sendable {
    case page
    case feed
    /// Addresses only: OPML, an index of sitemaps.
    case addresses
    /// Documents of the contract, JSON or JSON Lines.
    case documents
    case text
    /// A picture, a program, a PDF: nothing that is read.
    case other

    package init(_ publication: Publication) {
        let bytes = publication.bytes
        switch Feed.kind(of: bytes, transport: publication.mediaType) {
        case .opml?, .sitemapIndex?: self = .addresses
        case .some: self = .feed
        case nil:
            let (suffix, essence) = (publication.suffix, publication.essence)
            if Self.isBinary(bytes) || Self.isForMachines(essence) {
                self = .other
            } else if Self.isMarkup(bytes) || essence.hasPrefix("text/html") || essence.contains("xhtml") {
                self = .page
            } else if bytes.prefix(64).starts(with: Array("<?xml".utf8)) || essence.contains("xml") {
                self = .other
            } else if Self.firstByte(of: bytes) == UInt8(ascii: "{") {
                self = .documents
            } else if ["html", "htm", "xhtml", "shtml"].contains(suffix) {
                self = .page
            } else if Self.isNamedJSON(suffix, essence) {
                self = .documents
            } else {
                self = .text
            }
        }
    }

    /// The first byte that is no space and of no byte-order mark; `nil` where there is none.
    static func firstByte(of bytes: [UInt8]) -> UInt8? {
        bytes.first { $0 > 0x20 && $0 != 0xEF && $0 != 0xBB && $0 != 0xBF }
    }

    private static func isNamedJSON(_ suffix: String, _ essence: String) -> Bool {
        ["json", "jsonl", "ndjson"].contains(suffix) || essence.hasPrefix("application/json")
    }

    /// Whether a publication may hold documents; what else it may be is not looked at.
    static func mayHoldDocuments(_ publication: Publication) -> Bool {
        firstByte(of: publication.bytes) == UInt8(ascii: "{") || isNamedJSON(publication.suffix, publication.essence)
    }

    /// Types that servers give what is no report.
    private static func isForMachines(_ essence: String) -> Bool {
        [
            "image/", "video/", "audio/", "font/", "text/css", "text/javascript", "application/javascript",
            "application/x-javascript", "application/wasm", "application/pdf",
        ].contains { essence.hasPrefix($0) }
    }

    /// Marks of well-known files that are no text.
    private static let marks: [[UInt8]] = [
        Array("%PDF-".utf8), [0x89, 0x50, 0x4E, 0x47], [0xFF, 0xD8, 0xFF], Array("GIF8".utf8), Array("RIFF".utf8),
        [0x50, 0x4B, 0x03, 0x04], [0x7F, 0x45, 0x4C, 0x46], Array("OggS".utf8), [0x00, 0x00, 0x00],
    ]

    private static func isBinary(_ bytes: [UInt8]) -> Bool {
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { return false }
        let head = bytes.prefix(1024)
        return marks.contains { head.starts(with: $0) } || head.count { $0 == 0 } > head.count / 32 && !isWide(head)
    }

    /// Whether every other byte is zero, as in UTF-16 without its mark.
    private static func isWide(_ head: ArraySlice<UInt8>) -> Bool {
        let zeros = head.indices.filter { head[$0] == 0 }
        return zeros.allSatisfy { $0 % 2 == 0 } || zeros.allSatisfy { $0 % 2 == 1 }
    }

    /// Whether the bytes begin, after white space and comments, with a tag of HTML.
    private static func isMarkup(_ bytes: [UInt8]) -> Bool {
        let head = Array(bytes.prefix(4096).filter { $0 != 0 }.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 })
        guard let first = head.firstIndex(where: { $0 > 0x20 && $0 < 0x7F }), head[first] == UInt8(ascii: "<") else {
            return false
        }
        return [
            "<!doctype html", "<html", "<head", "<body", "<!--", "<title", "<meta", "<div", "<p>", "<table", "<article",
        ]
        .contains { tag in head.count >= tag.utf8.count && contains(head, Array(tag.utf8)) }
    }

    private static func contains(_ bytes: [UInt8], _ pattern: [UInt8]) -> Bool {
        (0...(bytes.count - pattern.count)).contains { bytes[$0] == pattern[0] && bytes[$0...].starts(with: pattern) }
    }
}

/// A document of a publication, or why a part of it is none.
package struct PublishedPart: Sendable {
    package var result: Result<Intake, ReadingError>
    /// The line on which a document of JSON Lines stands, from 1; else the number of the part.
    package var line: Int
}

/// Reads publications of every kind.
package struct PublicationReader: Sendable {
    private let feeds = FeedReader(
        plainText: { HTMLText.text(ofFragment: $0) },
        resolve: { address, base in
            guard let base = try? WebAddress.parse(base) else { return (try? WebAddress.parse(address))?.href }
            return (try? WebAddress.parse(address, base: base))?.href
        })

    package init() {}

    /// The documents of a publication, in order.
    package func parts(of publication: Publication) -> [PublishedPart] {
        if let mail = publication.mail {
            return [PublishedPart(result: .success(self.mail(publication, mail)), line: 1)]
        }
        let kind = PublicationKind(publication)
        if publication.isIncidental, kind == .other || kind == .addresses { return [] }
        return switch kind {
        case .page:
            [PublishedPart(result: .success(page(publication)), line: 1)]
        case .feed: items(publication)
        case .documents where publication.isIncidental:
            documents(publication).filter { if case .success = $0.result { true } else { false } }
        case .documents: documents(publication)
        case .text where publication.bytes.allSatisfy({ $0 <= 0x20 }):
            publication.isIncidental ? [] : [problem(.noDocument, "expected a report, found nothing; name another")]
        case .text: [PublishedPart(result: .success(text(publication)), line: 1)]
        case .addresses:
            [problem(.noDocument, "expected a report, found a list of addresses; import it as sources to watch")]
        case .other:
            [problem(.noDocument, "expected text, found a file of another kind; convert it to text or HTML")]
        }
    }

    private func problem(_ code: ReadingError.Code, _ message: String) -> PublishedPart {
        PublishedPart(result: .failure(ReadingError(code, message)), line: 1)
    }

    /// The document of a page.
    package func page(_ publication: Publication) -> Intake {
        Page.intake(
            publication.bytes, id: publication.id, charset: publication.mediaType, address: publication.address)
    }

    private func text(_ publication: Publication) -> Intake {
        let decoded = CharacterEncoding.decode(publication.bytes, transport: publication.mediaType, syntax: .text)
        var intake = PlainText.intake(Data(decoded.utf8))
        intake.document.id = publication.id
        intake.document.url = publication.address
        intake.note(decoded, of: "text")
        return intake
    }

    /// One object, or one on each line.
    private func documents(_ publication: Publication) -> [PublishedPart] {
        let decoder = DocumentDecoder()
        let lines = publication.bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
        let filled = lines.indices.filter { lines[$0].contains { $0 > 0x20 } }
        let whole = Result { () throws(ReadingError) in try decoder.intake(Data(publication.bytes)) }
        let isWhole = if case .success = whole { true } else { false }
        if filled.count == 1 || isWhole {
            return [PublishedPart(result: whole.map { named($0, publication.id) }, line: (filled.first ?? 0) + 1)]
        }
        return filled.map { i in
            let result = Result { () throws(ReadingError) in try decoder.intake(Data(lines[i])) }
            return PublishedPart(result: result, line: i + 1)
        }
    }

    /// A document without a name is called as its file is.
    private func named(_ intake: Intake, _ id: String) -> Intake {
        var intake = intake
        if intake.document.id == intake.document.sha256 { intake.document.id = id }
        return intake
    }

    /// A mail, by its plain text where it has one: newsletters are no articles, all of their text is theirs.
    private func mail(_ publication: Publication, _ facts: MailFacts) -> Intake {
        let type = facts.plain?.mediaType ?? publication.mediaType ?? "text/plain"
        let isMarkup = type.hasPrefix("text/html")
        let decoded = CharacterEncoding.decode(
            facts.plain?.bytes ?? publication.bytes, transport: facts.plain?.charset ?? publication.mediaType,
            syntax: isMarkup ? .html : .text)
        let text =
            isMarkup
            ? HTMLParser.tree(of: decoded.utf8).text(of: 0)
            : PlainText.intake(Data(decoded.utf8), title: .none).document.text
        let sent = publication.date.flatMap { PublicationTime($0) }
        var document = Document(
            id: publication.id, title: facts.subject, text: text, published: sent?.day,
            publishedText: sent?.contractText,
            source: facts.from.map { Source(name: Self.sender($0)) }, sha256: Document.sha256(of: text))
        document.extra["message_id"] = facts.messageID.map { JSONValue.string($0) }
        document.extra["list_id"] = facts.listID.map { JSONValue.string($0) }
        return Intake(document: document)
    }

    /// The name of a sender, without the address: "Press Office <press@example.org>".
    private static func sender(_ from: String) -> String {
        let name = from.prefix { $0 != "<" }.filter { $0 != "\"" }.split(separator: " ").joined(separator: " ")
        return name.isEmpty ? from : name
    }

    // MARK: - Feeds

    private func items(_ publication: Publication) -> [PublishedPart] {
        do throws(FeedError) {
            let feed = try feed(publication)
            return feed.items.enumerated().map { i, item in
                PublishedPart(
                    result: .success(Intake(document: item.document(of: feed, id: "\(publication.id)#\(i + 1)"))),
                    line: i + 1)
            }
        } catch {
            return [problem(.noDocument, error.message)]
        }
    }

    /// The feed that a publication is.
    package func feed(_ publication: Publication) throws(FeedError) -> Feed {
        try feeds.feed(publication.bytes, address: publication.address, transport: publication.mediaType)
    }

    /// The list of feeds that a publication is.
    package func list(_ publication: Publication) throws(FeedError) -> FeedList {
        try feeds.list(publication.bytes, address: publication.address, transport: publication.mediaType)
    }
}

extension Intake {
    /// Notes that bytes of what was decoded stood for no character.
    mutating func note(_ decoded: CharacterEncoding.Decoded, of what: String) {
        guard decoded.isRepaired else { return }
        diagnostics.append(
            Diagnostic(
                code: "encoding-repaired", severity: .warning,
                message: "Some bytes of the \(what) are no \(decoded.encoding); they were replaced by U+FFFD."))
    }
}

extension FeedItem {
    /// What the item itself says, as a document.
    package func document(of feed: Feed, id: String) -> Document {
        let text = (content ?? summary).map(\.text) ?? ""
        var document = Document(
            id: id, title: title, text: text, published: (published ?? updated)?.day,
            publishedText: (published ?? updated)?.contractText, language: language ?? feed.language,
            source: (source?.title ?? feed.title).map { Source(name: $0) }, url: link, sha256: Document.sha256(of: text)
        )
        let names = authors.compactMap { $0.name ?? $0.email }
        if !names.isEmpty { document.extra["authors"] = .array(names.map { .string($0) }) }
        if let updated, published != nil { document.extra["modified"] = .string(updated.contractText) }
        return document
    }
}

extension FeedContent {
    /// Text, without markup.
    var text: String { type.hasPrefix("text/plain") ? value : HTMLText.text(ofFragment: value) }
}

extension PublicationTime {
    /// RFC 3339 where a zone was told, else the day: a clock without a zone is no time of the contract.
    var contractText: String { clock?.zone == nil ? day.iso : rfc3339 }
}
