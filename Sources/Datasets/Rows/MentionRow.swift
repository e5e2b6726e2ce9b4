package import Diplomacy

/// One mention of an event of GDELT 2.0 in a report; valid only while its line is.
package struct MentionRow {
    /// GLOBALEVENTID.
    package var event: Int64
    /// On which the event was first seen, and on which this report was.
    package var eventAdded: Day
    package var seen: Day
    /// 1 web, 2 citation only, 3 CORE, 4 DTIC, 5 JSTOR, 6 not textual.
    package var kind: Int32?
    package var publisher: Cell
    package var url: Cell
    /// From 1.
    package var sentence: Int32?
    /// In percent.
    package var confidence: Int32?
    /// In characters.
    package var length: Int32?
    /// -100 to 100.
    package var tone: DecimalNumber?

    init(_ columns: Columns) throws(RowError) {
        guard let event = columns[0].digits else {
            throw RowError(.noID, expected: "a number", column: "GLOBALEVENTID", found: columns[0])
        }
        guard let added = columns[1].compactDay else {
            throw RowError(.noDate, expected: "YYYYMMDDHHMMSS", column: "EventTimeDate", found: columns[1])
        }
        guard let seen = columns[2].compactDay else {
            throw RowError(.noDate, expected: "YYYYMMDDHHMMSS", column: "MentionTimeDate", found: columns[2])
        }
        self.event = event
        eventAdded = added
        self.seen = seen
        kind = try columns[3].optionalCount("MentionType")
        publisher = columns[4]
        url = columns[5]
        sentence = try columns[6].optionalCount("SentenceID")
        confidence = try columns[11].optionalCount("Confidence")
        length = try columns[12].optionalCount("MentionDocLen")
        tone = try columns[13].optionalDecimal("MentionDocTone")
    }
}
