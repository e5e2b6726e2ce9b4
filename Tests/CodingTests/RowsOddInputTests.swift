import Coding
import Diplomacy
import Testing

/// Rows of any shape: the record never depends on anything but the document, and nothing traps.
@Suite struct RowsOddInputTests {
    @Test func aVisitThatIsNoneIsReadAsText() {
        for value: JSONValue in [.null, .string("x"), .array([]), .object([:]), .object(["start": .integer(3)])] {
            var document = Rows.travel("A", to: "France", "2011-07-15", "2011-07-17")
            document.extra = ["visit": value]
            #expect(Rows.record(document).diagnostics.contains { $0.code == "visit-not-read" })
        }
    }

    @Test func eachNeededFieldIsNeeded() {
        for key in ["table", "start", "end", "visitor", "from", "to"] {
            for value: JSONValue? in [nil, .string(""), .integer(1)] {
                var document = Rows.travel("A", to: "France", "2011-07-15", "2011-07-17")
                guard case .object(var fields)? = document.extra["visit"] else { return }
                fields[key] = value
                document.extra["visit"] = .object(fields)
                #expect(Rows.record(document).diagnostics.contains { $0.code == "visit-not-read" })
            }
        }
        let reversed = Rows.travel("A", to: "France", "2011-07-17", "2011-07-15")
        #expect(Rows.record(reversed).diagnostics.contains { $0.code == "visit-not-read" })
    }

    /// Cells without words, with marks, in other scripts, very long: one visit each, spans within the text.
    @Test func oddCells() throws {
        let odd = [
            ".", "()", ")(", "((((", "\u{0}", "\u{202E}abc", "King", "President", "President and President", "🇫🇷",
            "Prime MinisterHaidar al- Abadi", "å" + String(repeating: "\u{301}", count: 500), "萨塔",
            String(repeating: "President John Smith and ", count: 300),
        ]
        for cell in odd {
            for remarks in [nil, cell, "Met with \(cell).", "Attended \(cell)", "Attended the"] as [String?] {
                let document = Rows.visit(cell, from: "France", "2011-07-15", "2011-07-17", remarks)
                let record = Rows.record(document)
                let visit = try #require(record.principal)
                #expect(visit.participants.contains { $0.party == "FRA" })
                #expect(Set(record.encounters.map(\.id)).count == record.encounters.count)
                let count = document.text.unicodeScalars.count
                for encounter in record.encounters {
                    let spans =
                        encounter.participants.compactMap(\.span) + encounter.evidence.map(\.span)
                        + [encounter.place?.span, encounter.within?.span].compactMap { $0 }
                    #expect(spans.allSatisfy { 0 <= $0.start && $0.start <= $0.end && $0.end <= count })
                    for evidence in encounter.evidence {
                        #expect(words(evidence.span, of: document.text) == evidence.text)
                    }
                }
            }
            let place = Rows.travel("Colin Luther Powell", to: cell, locale: cell, "2002-01-01", "2002-01-02")
            _ = Rows.record(place)
        }
    }

    /// Remarks that are not the end of the text are not read a second time.
    @Test func remarksThatAreNotInTheText() throws {
        var document = Rows.travel("A", to: "France", "2011-07-15", "2011-07-17", "Met with President Sarkozy.")
        document.text = "Another text."
        #expect(Rows.record(document).encounters.count == 1)
    }

    /// Spans count Unicode scalars, whatever stands before them.
    @Test func spansBehindLettersOfSeveralBytes() throws {
        let document = Rows.visit(
            "Prime Minister Shinzō Abe", from: "Japan", "2013-02-22", "2013-02-22", "Met with President Obama.")
        let meeting = try #require(Rows.record(document).encounters.last)
        #expect(words(meeting.of("USA").first?.span, of: document.text) == "President Obama")
        #expect(words(meeting.evidence.first?.span, of: document.text) == "Met with President Obama.")
        #expect(meeting.evidence.first?.sentence == 1)
    }

    @Test func aDateOfItsOwnIsKept() throws {
        let record = Rows.record(
            Rows.visit(
                "Prime Minister Bertie Ahern", from: "Ireland", "2000-03-15", "2000-03-19",
                "Met with President Clinton on March 17."))
        #expect(record.encounters.last?.date?.start == Day(iso: "2000-03-17"))
        #expect(record.encounters.last?.date?.end == Day(iso: "2000-03-17"))
    }

    /// The same document, the same record, in one session after others as in one of its own.
    @Test func sessionsLeaveNoTrace() throws {
        let documents = [
            Rows.travel(
                "Colin Luther Powell", to: "France", locale: "Paris", "2002-01-01", "2002-01-02",
                "Met with President Chirac."),
            Rows.visit("King Hussein", from: "Jordan", "1985-05-28", "1985-05-31", "Official working visit."),
            Rows.china("德国", "总理", "默克尔", "2015-10-30", "正式访问"),
        ]
        let session = CodingSession(Embedded.coder)
        for document in documents + documents.reversed() {
            #expect("\(session.record(for: document))" == "\(Embedded.coder.record(for: document))")
        }
    }
}
