/// What the coder makes of one document.
public struct Record: Sendable, Codable {
    public static let schema = "rapporteur.record/1"

    public var schema = Record.schema
    public var id: String
    public var document: DocumentSummary
    public var encounters: [Encounter]
    public var events: [Event]
    public var quotations: [Quotation]
    public var diagnostics: [Diagnostic]

    public init(
        id: String, document: DocumentSummary, encounters: [Encounter] = [], events: [Event] = [],
        quotations: [Quotation] = [],
        diagnostics: [Diagnostic] = []
    ) {
        self.id = id
        self.document = document
        self.encounters = encounters
        self.events = events
        self.quotations = quotations
        self.diagnostics = diagnostics
    }

    /// The encounter that is this report's main news.
    public var principal: Encounter? { encounters.first(where: \.principal) }
}

/// The document of a record without its text.
public struct DocumentSummary: Sendable, Codable {
    public var title: String?
    public var published: String?
    public var language: String?
    public var source: Source?
    public var url: String?
    public var sha256: String
    /// Length of the spanned text in Unicode scalars.
    public var characters: Int
    /// What the text looks like, to find copies by; `nil` for a text of fewer than four words.
    public var sketch: Sketch?
    /// Publishers whose report this one passes on, or says that it does.
    public var credits: [Credit]?
    public var extra: [String: JSONValue]?

    public init(_ document: Document, characters: Int) {
        title = document.title
        published = document.publishedText
        language = document.language
        source = document.source
        url = document.url
        sha256 = document.sha256
        self.characters = characters
        extra = document.extra.isEmpty ? nil : document.extra
    }
}

/// Words that the report puts in quotation marks, and who said them.
public struct Quotation: Sendable, Codable {
    public var text: String
    public var span: Span
    /// The verb of saying ("said", "told").
    public var verb: String?
    public var speaker: Speaker?
    /// The encounter that the words belong to.
    public var encounter: String?
    /// `true` where the report gives the sense and not the words: "said that talks would go on".
    public var indirect: Bool?

    public init(
        text: String, span: Span, verb: String? = nil, speaker: Speaker? = nil, encounter: String? = nil,
        indirect: Bool? = nil
    ) {
        self.text = text
        self.span = span
        self.verb = verb
        self.speaker = speaker
        self.encounter = encounter
        self.indirect = indirect
    }
}

/// Who said a quotation.
public struct Speaker: Hashable, Sendable, Codable {
    public var person: String?
    /// The wording, where no person is named ("a senior official familiar with the discussions").
    public var name: String?
    public var party: String?
    public var grade: Grade

    public init(person: String? = nil, name: String? = nil, party: String? = nil, grade: Grade) {
        self.person = person
        self.name = name
        self.party = party
        self.grade = grade
    }
}

/// Something that a reader of the record should know about how it was made.
public struct Diagnostic: Hashable, Sendable, Codable {
    /// A stable code: `no-parties`, `no-trigger`, `venue-from-host` and so on.
    public var code: String
    public var severity: Severity
    public var message: String
    public var span: Span?

    public init(code: String, severity: Severity = .note, message: String, span: Span? = nil) {
        self.code = code
        self.severity = severity
        self.message = message
        self.span = span
    }
}

/// The record of an input line that is no document.
public struct RecordFailure: Sendable, Codable {
    /// What went wrong, with the line of the input (from 1).
    public struct Failure: Sendable, Codable {
        public var code: String
        public var message: String
        public var line: Int
    }

    public var schema = Record.schema
    public var error: Failure

    public init(code: String, message: String, line: Int) {
        error = Failure(code: code, message: message, line: line)
    }

    enum CodingKeys: String, CodingKey { case schema, id, error }

    public func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: CodingKeys.self)
        try values.encode(schema, forKey: .schema)
        try values.encodeNil(forKey: .id)
        try values.encode(error, forKey: .error)
    }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        schema = try values.decode(String.self, forKey: .schema)
        error = try values.decode(Failure.self, forKey: .error)
    }
}
