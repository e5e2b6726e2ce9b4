package import Diplomacy

/// One mention of an event of GDELT 2.0 in a report; valid only while its line is.
package struct MentionRow {
    /// The most digits of an event's number: as many as one by which a row of events is known has.
    private static let mostDigits = 16

    /// GLOBALEVENTID.
    package var event: Int64
    /// On which the event was first seen, and on which this report was.
    package var eventAdded: Day
    package var seen: Day
    /// When on that day, in seconds from 0 to 86,399, UTC; 0 where only the day is told.
    package var second: Int32
    /// 1 web, 2 citation only, 3 CORE, 4 DTIC, 5 JSTOR, 6 not textual.
    package var kind: Int32?
    package var publisher: Cell
    /// The address; of what is on no web a citation or a DOI.
    package var url: Cell
    /// From 1.
    package var sentence: Int32?
    /// Whether the event was found in the text as it stood, not only in one rewritten by a machine.
    package var isInRawText: Bool?
    /// In percent.
    package var confidence: Int32?
    /// In characters.
    package var length: Int32?
    /// -100 to 100.
    package var tone: DecimalNumber?

    init(_ columns: Columns) throws(RowError) {
        guard columns[0].count <= Self.mostDigits, let event = columns[0].digits else {
            throw RowError(
                .noID, expected: "a number of at most \(Self.mostDigits) digits", column: "GLOBALEVENTID",
                found: columns[0])
        }
        guard let added = columns[1].compactDay else {
            throw RowError(.noDate, expected: "YYYYMMDDHHMMSS", column: "EventTimeDate", found: columns[1])
        }
        guard let seen = columns[2].compactDay, let second = columns[2].compactSecond else {
            throw RowError(.noDate, expected: "YYYYMMDDHHMMSS", column: "MentionTimeDate", found: columns[2])
        }
        self.event = event
        eventAdded = added
        self.seen = seen
        self.second = second
        kind = try columns[3].optionalCount("MentionType")
        publisher = columns[4]
        url = columns[5]
        sentence = try columns[6].optionalCount("SentenceID")
        let inRawText = try columns[10].optionalCount("InRawText")
        guard inRawText.map({ $0 <= 1 }) ?? true else {
            throw RowError(.badNumber, expected: "0 or 1", column: "InRawText", found: columns[10])
        }
        isInRawText = inRawText.map { $0 == 1 }
        confidence = try columns[11].optionalCount("Confidence")
        length = try columns[12].optionalCount("MentionDocLen")
        tone = try columns[13].optionalDecimal("MentionDocTone")
    }
}
