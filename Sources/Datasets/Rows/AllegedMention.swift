public import Diplomacy

/// A mention of an event of GDELT 2.0 in a report, as a machine has read it.
public struct AllegedMention: Sendable, Hashable {
    /// The event's own id (``AllegedEvent/id``).
    public var event: String
    /// On which the mention was found.
    public var day: Day
    /// When on that day, in seconds from 0 to 86,399, UTC; 0 where only the day is told.
    public var second: Int
    /// 1 web, 2 citation only, 3 CORE, 4 DTIC, 5 JSTOR, 6 not textual.
    public var kind: Int?
    public var publisher: String?
    /// The report's address; of one that is on no web a citation or a DOI.
    public var identifier: String
    /// The sentence of the report, from 1.
    public var sentence: Int?
    /// In percent.
    public var confidence: Int?
    /// Whether the event was found in the text as it stood, not only in one rewritten by a machine.
    public var isInRawText: Bool?

    public init(event: String, day: Day, second: Int = 0, identifier: String) {
        self.event = event
        self.day = day
        self.second = second
        self.identifier = identifier
    }
}
