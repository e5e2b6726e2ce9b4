/// What a file is, told by its bytes first and by its name second.
enum ArchiveKind: Hashable {
    case compressed(Compression)
    case zip
    case warc
    case arc
    case mbox
    case mail
    /// No container: a document, or a zip file that is one, such as a text of a word processor.
    case plain

    /// How many bytes are looked at.
    static let reach = 8 << 10

    /// The suffixes of compressed files.
    static let compressions: Set<String> = ["gz", "gzip", "zst", "zstd", "br"]

    /// - Parameters:
    ///   - bytes: of which the first ``reach`` are looked at, so that a file and a stream are told alike.
    ///   - about: what is known of the file otherwise.
    init(_ bytes: UnsafeRawBufferPointer, about: ArchiveEntry) {
        let head = UnsafeRawBufferPointer(rebasing: bytes.prefix(Self.reach))
        let suffix = FileName.suffix(of: about.fileName)
        if about.mediaType == "message/rfc822", about.kind == .file {
            self = .mail
        } else if let kind = Self.marked(head) {
            self = kind
        } else if head.starts(with: Array("filedesc://".utf8)) {
            self = .arc
        } else if Self.envelope(head) {
            self = .mbox
        } else if Self.isMail(head, needed: ["eml", "mht", "mhtml"].contains(suffix) ? 1 : 3) {
            self = .mail
        } else {
            switch suffix {
            case "br": self = .compressed(.brotli)
            case "zip", "wacz": self = .zip
            case "warc" where Self.hasRecord(head): self = .warc
            case "mbox" where head.starts(with: Array("From ".utf8)): self = .mbox
            default: self = .plain
            }
        }
    }

    /// What carries a mark that nothing else has.
    static func marked(_ head: UnsafeRawBufferPointer) -> ArchiveKind? {
        guard head.count >= 4 else { return nil }
        if head[0] == 0x1F, head[1] == 0x8B, head[2] == 0x08 { return .compressed(.gzip) }
        if ZstdCodec.frameMark.starts(head) { return .compressed(.zstd) }
        if head[0] == 0x50, head[1] == 0x4B {
            if head[2] == 3, head[3] == 4 { return isDocument(head) ? .plain : .zip }
            if head[2] == 5, head[3] == 6 { return .zip }
        }
        return WARCReader.starts(head) ? .warc : nil
    }

    /// Whether the suffix of a name promises a container that the bytes are not.
    static func isMisnamed(_ suffix: String, found: ArchiveKind) -> Bool {
        found == .plain && ["gz", "gzip", "zst", "zstd", "warc", "arc", "mbox"].contains(suffix)
    }

    /// Whether the first entry of a zip file is one with which documents and programs start.
    private static func isDocument(_ head: UnsafeRawBufferPointer) -> Bool {
        guard head.count >= 30 else { return false }
        let length = Int(head[26]) | Int(head[27]) << 8
        guard head.count >= 30 + length else { return false }
        let name = String(decoding: head[30..<30 + length], as: UTF8.self)
        return ["[Content_Types].xml", "mimetype", "_rels/.rels", "META-INF/", "META-INF/MANIFEST.MF"].contains(name)
    }

    private static func envelope(_ head: UnsafeRawBufferPointer) -> Bool {
        let end = head.firstIndex(of: 0x0A) ?? head.count
        return MailReader.isEnvelope(UnsafeRawBufferPointer(rebasing: head[..<end]))
    }

    private static func hasRecord(_ head: UnsafeRawBufferPointer) -> Bool {
        head.indices.contains { at in
            head[at] == 0x0A && WARCReader.starts(UnsafeRawBufferPointer(rebasing: head[(at + 1)...]))
        }
    }

    /// Whether bytes start with fields, some of them of those that every mail has.
    private static func isMail(_ head: UnsafeRawBufferPointer, needed: Int) -> Bool {
        let bytes = Array(head)
        var found = 0
        var isFirst = true
        for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
            if line.isEmpty || line.first == 0x0D { break }
            defer { isFirst = false }
            if let first = line.first, HeaderFields.isBlank(first), !isFirst { continue }
            guard MailTree.isField(line) else { return found >= needed && !isFirst }
            let name = line.prefix { $0 != 0x3A && $0 > 0x20 }
            if fields.contains(String(decoding: name, as: UTF8.self).lowercased()) { found += 1 }
        }
        return found >= needed
    }

    private static let fields: Set<String> = [
        "received", "return-path", "message-id", "mime-version", "from", "to", "date", "subject", "delivered-to",
        "dkim-signature", "list-id", "references", "in-reply-to", "reply-to", "content-type", "sender",
    ]
}
