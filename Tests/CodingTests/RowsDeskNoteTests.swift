import Diplomacy
import Testing

@testable import Coding

/// The free text of a row, and rows of any shape.
@Suite struct RowsDeskNoteTests {
    private let sides = ["start": "2023-03-01", "party_a": "Germany", "party_b": "France", "kind": "talks"]

    @Test func theNoteTellsOfTheRowsEncounter() throws {
        let note = "Discussed energy supply and migration. Germany and France signed a memorandum of understanding."
        let document = DeskRows.document(sides, note: note)
        let record = Embedded.coder.record(for: document)
        let talks = try #require(record.principal)
        #expect(Set(talks.issues.map(\.code)).isSuperset(of: ["energy", "migration-refugees"]))
        for issue in talks.issues {
            #expect(issue.span.start >= document.text.unicodeScalars.count - note.unicodeScalars.count)
        }
    }

    @Test func cellsGoBeforeTheNote() throws {
        let record = DeskRows.record(
            sides.merging(["outcome": "none-reported"]) { $1 }, lists: ["issues": ["health"]],
            note: "Germany and France held talks and signed an agreement on energy.")
        let talks = try #require(record.principal)
        #expect(talks.issues.first?.code == "health" && talks.outcome.kind == .noneReported)
    }

    /// A meeting of others is an encounter of its own.
    @Test func othersOfTheNote() throws {
        let record = DeskRows.record(sides, note: "Poland and Hungary held talks in Warsaw on 3 March 2023.")
        #expect(record.encounters.first?.participants.map(\.party) == ["DEU", "FRA"])
        #expect(
            record.encounters.contains { Set($0.participants.compactMap(\.party)) == ["POL", "HUN"] && !$0.principal })
        #expect(record.encounters.map(\.id) == (1...record.encounters.count).map { "e\($0)" })
    }

    @Test func meetingsWithinAVisitAreItsParts() throws {
        let record = DeskRows.record(
            [
                "start": "2023-09-10", "end": "2023-09-11", "party_a": "United States", "person_a": "Joe Biden",
                "party_b": "Vietnam", "kind": "visit",
                "place": "Hanoi", "host": "Vietnam",
            ],
            note: "Met with Prime Minister Pham Minh Chinh.")
        #expect(record.encounters.map(\.kind) == [.visit, .meeting])
        #expect(record.encounters.last?.relations == [Relation(kind: .partOf, encounter: "e1")])
        #expect(record.encounters.last?.participants.map(\.person) == ["Joe Biden", "Pham Minh Chinh"])
    }

    @Test func whatIsNoRow() {
        var document = DeskRows.document(sides)
        for value: JSONValue in [
            .integer(3), .null, .string("x"), .array([]), .object(["start": .string("2023-03-01")]),
        ] {
            document.extra = ["row": value]
            #expect(!Embedded.coder.record(for: document).diagnostics.contains { $0.code == "row-not-read" })
        }
        for fields in [
            ["table": "t"], ["table": "t", "start": "2023-03-02", "end": "2023-03-01"],
            ["table": "t", "start": "x", "end": "x"],
        ] {
            document.extra = ["row": .object(fields.mapValues { .string($0) })]
            #expect(Embedded.coder.record(for: document).diagnostics.contains { $0.code == "row-not-read" })
        }
    }

    /// Cells without words, in other scripts, very long: nothing traps, and spans lie within the text.
    @Test func oddCells() throws {
        let odd = [
            ".", "()", "\u{0}", "\u{202E}abc", "President", "🇫🇷", "å" + String(repeating: "\u{301}", count: 300), "萨塔",
            "-", "1",
            String(repeating: "Foreign Minister John Smith and ", count: 100),
        ]
        for cell in odd {
            var fields = ["start": "2023-03-01", "party_a": "DEU", "party_b": "FRA"]
            for key in [
                "person_a", "office_b", "host", "kind", "medium", "level", "status", "place", "country", "outcome",
                "series", "round",
            ] {
                fields[key] = cell
            }
            let document = DeskRows.document(
                fields, lists: ["issues": [cell, cell], "persons": [cell], "parties": [cell]], note: cell)
            let record = Embedded.coder.record(for: document)
            let encounter = try #require(record.principal)
            #expect(Set(encounter.participants.compactMap(\.party)).isSuperset(of: ["DEU", "FRA"]))
            let count = document.text.unicodeScalars.count
            for encounter in record.encounters {
                let spans =
                    encounter.participants.compactMap(\.span) + encounter.evidence.map(\.span)
                    + encounter.issues.map(\.span)
                    + [encounter.place?.span, encounter.outcome.span].compactMap { $0 }
                #expect(spans.allSatisfy { 0 <= $0.start && $0.start <= $0.end && $0.end <= count })
            }
        }
    }

    @Test func listsBeyondTheLimitAreTold() {
        let many = (0..<80).map { "Person\($0) Someone\($0)" }
        let record = DeskRows.record(sides, lists: ["persons": many])
        #expect(record.diagnostics.contains { $0.code == "list-cut" })
    }

    @Test func theSameDocumentGivesTheSameRecord() {
        let document = DeskRows.document(sides, lists: ["issues": ["energy"]], note: "Met again with Emmanuel Macron.")
        let (a, b) = (Embedded.coder.record(for: document), Embedded.coder.record(for: document))
        #expect(
            a.encounters.map(\.participants.count) == b.encounters.map(\.participants.count)
                && a.diagnostics == b.diagnostics)
    }
}
