public import Diplomacy

/// A report with what was read from it: what corroboration works on.
public struct Report: Sendable {
    /// The id of the document.
    public var document: String
    public var source: Source?
    public var published: Day?
    /// The text's sketch, by which copies are found.
    public var sketch: Sketch?
    /// Publishers that the text credits.
    public var credits: [String]
    /// Every encounter that the text tells of, in the order of the record.
    public var claims: [Encounter]

    public init(
        document: String, source: Source? = nil, published: Day? = nil, sketch: Sketch? = nil, credits: [String] = [],
        claims: [Encounter]
    ) {
        self.document = document
        self.source = source
        self.published = published
        self.sketch = sketch
        self.credits = credits
        self.claims = claims
    }

    public init(_ record: Record) {
        self.init(
            document: record.id, source: record.document.source,
            published: record.document.published.flatMap { Day(iso: $0) }, sketch: record.document.sketch,
            credits: record.document.credits?.map(\.name) ?? [], claims: record.encounters)
    }
}

/// The place of a claim: which document, and which of its encounters, from 0.
public struct ClaimKey: Hashable, Comparable, Sendable {
    public var document: String
    public var ordinal: Int

    public init(document: String, ordinal: Int) {
        self.document = document
        self.ordinal = ordinal
    }

    public static func < (a: ClaimKey, b: ClaimKey) -> Bool {
        a.document == b.document ? a.ordinal < b.ordinal : a.document < b.document
    }
}
