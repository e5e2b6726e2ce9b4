/// A report as it was published: what goes into the coder.
public struct Document: Sendable {
    public var id: String
    public var title: String?
    public var text: String
    /// The day of publication, in the publisher's own calendar.
    public var published: Day?
    /// `published` as it was given, which may hold a time and a zone.
    public var publishedText: String?
    /// An ISO 639 code ("en"), where known.
    public var language: String?
    public var source: Source?
    public var url: String?
    /// The dateline or the page's own place, where the feed gives it apart from the text.
    public var place: String?
    /// Actors of the text that the caller already knows.
    public var actors: [ActorMark] = []
    /// SHA-256 of the text, in lower-case hexadecimal.
    public var sha256: String
    /// Keys that the contract does not know.
    public var extra: [String: JSONValue]

    public init(
        id: String, title: String? = nil, text: String, published: Day? = nil, publishedText: String? = nil,
        language: String? = nil, source: Source? = nil, url: String? = nil, place: String? = nil, sha256: String = "",
        extra: [String: JSONValue] = [:]
    ) {
        self.id = id
        self.title = title
        self.text = text
        self.published = published
        self.publishedText = publishedText ?? published?.iso
        self.language = language
        self.source = source
        self.url = url
        self.place = place
        self.sha256 = sha256
        self.extra = extra
    }

    /// The text that spans refer to: title, line feed, text; the text alone where there is no title.
    public var spanned: String { title.map { $0 + "\n" + text } ?? text }
}

/// Who published a report.
public struct Source: Hashable, Sendable, Codable {
    public var name: String?
    public var kind: SourceKind?
    /// ISO 3166-1 alpha-3.
    public var country: String?

    public init(name: String? = nil, kind: SourceKind? = nil, country: String? = nil) {
        self.name = name
        self.kind = kind
        self.country = country
    }
}
