/// A treaty or arrangement that a report speaks of.
public struct InstrumentMention: Hashable, Sendable, Codable {
    /// The lexicon's code ("NEW-START").
    public var code: String
    /// How it stood on the day of the encounter: not-yet, signed, adopted, provisional, in-force, suspended, expired,
    /// terminated, collapsed, superseded.
    public var statusOnDay: String?
    public var span: Span

    public init(code: String, statusOnDay: String? = nil, span: Span) {
        self.code = code
        self.statusOnDay = statusOnDay
        self.span = span
    }

    enum CodingKeys: String, CodingKey {
        case code, span
        case statusOnDay = "status_on_day"
    }
}

/// A region that a report speaks of.
public struct RegionMention: Hashable, Sendable, Codable {
    /// The lexicon's code ("central-asia").
    public var code: String
    public var span: Span

    public init(code: String, span: Span) {
        self.code = code
        self.span = span
    }
}
