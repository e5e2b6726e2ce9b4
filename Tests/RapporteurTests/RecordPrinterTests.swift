import Diplomacy
import Foundation
import Testing
import Wording

@testable import rapporteur

@Suite struct RecordPrinterTests {
    func print(
        _ record: Record = Samples.record, of document: Document = Samples.document, width: Int = 80,
        color: Bool = false
    ) -> String {
        RecordPrinter(record, of: document, width: width, color: color, partyName: Samples.partyName).text()
    }

    /// Compares with a file of `Golden/`; with RAPPORTEUR_GOLDEN=write in the environment it writes the file instead.
    func isGolden(_ text: String, _ name: String) throws -> Bool {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "Golden/\(name).txt")
        if ProcessInfo.processInfo.environment["RAPPORTEUR_GOLDEN"] == "write" { try Data(text.utf8).write(to: file) }
        let expected = String(decoding: try Data(contentsOf: file), as: UTF8.self)
        if expected != text { Issue.record("\(name).txt differs; found:\n\(text)") }
        return expected == text
    }

    func record(_ encounters: [Encounter], _ diagnostics: [Diagnostic] = []) -> Record {
        Record(
            id: "r", document: DocumentSummary(Samples.document, characters: 0), encounters: encounters,
            diagnostics: diagnostics)
    }

    @Test func theExampleOfTheContract() throws {
        #expect(try isGolden(print(), "example-80"))
        #expect(try isGolden(print(width: 40), "example-40"))
        #expect(try isGolden(print(width: 80, color: true), "example-80-color"))
    }

    @Test func aDialogueInTwoScripts() throws {
        for width in [40, 100] {
            let printer = RecordPrinter(
                DialogueSample.record, of: DialogueSample.document, width: width,
                partyName: { DialogueSample.names[$0] ?? $0 })
            #expect(try isGolden(printer.text(), "dialogue-\(width)"))
            #expect(printer.lines().allSatisfy { $0.columns <= width })
        }
    }

    @Test func noLineIsLongerThanTheWidth() {
        for width in 40...130 {
            for line in print(width: width).split(separator: "\n") {
                #expect(Columns.width(of: line) <= width, "\(line)")
            }
        }
    }

    @Test func aWidthBelowTheLeastIsTheLeast() { #expect(print(width: 3) == print(width: 40)) }

    @Test func coloursChangeNoWord() {
        let bare = print(color: true).replacing(/\u{1B}\[[0-9;]*m/, with: "")
        // Lines may break elsewhere, for guillemets take columns.
        func words(_ text: String) -> String { text.filter { !$0.isWhitespace && !"«»│".contains($0) } }
        #expect(words(bare) == words(print()))
    }

    @Test func anEmptyRecordSaysWhy() {
        let text = print(
            record([], [Diagnostic(code: "no-parties", message: "The text names fewer than two parties.")]))
        #expect(text.contains("No encounter was found."))
        #expect(text.contains("Why\n  · The text names fewer than two parties."))
        #expect(print(record([])).contains("The text tells of no contact between two parties."))
        #expect(print(record([], [Diagnostic(code: "no-trigger", message: "")])).contains("no trigger"))
    }

    @Test func nothingFromADocumentReachesTheTerminalRaw() {
        let evil = "\u{1B}[31mred\u{1B}]0;title\u{07} \u{9B}2J \u{202E}abc\u{2066} \u{7F}\u{0}\r\u{8}"
        var document = Samples.document
        document.title = evil
        document.text = evil + " met " + evil + ".\n\n" + evil
        document.url = evil
        document.source = Source(name: evil, country: evil)
        var encounter = Samples.talks
        encounter.participants = [Participant(person: evil, office: evil, party: evil, span: Span(0, 9))]
        encounter.place = Place(name: evil, country: evil, venue: evil, span: Span(3, 12))
        encounter.series = Series(name: evil)
        encounter.evidence = [Evidence(sentence: 0, span: Span(0, 60), text: evil, rule: evil)]
        encounter.attributedTo = Attribution(name: evil, party: evil, grade: .named)
        var hostile = record([encounter], [Diagnostic(code: evil, message: evil)])
        let actor = EventActor(party: evil, text: evil, span: Span(0, 5))
        var event = Event(
            type: .accuse, source: actor, target: actor, sentence: 0, span: Span(0, 5), rule: evil, confidence: 1)
        event.attributedTo = encounter.attributedTo
        hostile.events = [event]
        hostile.quotations = [Quotation(text: evil, span: Span(0, 5), speaker: Speaker(name: evil, grade: .named))]
        let text = print(hostile, of: document)
        let raw = text.unicodeScalars.filter { scalar in
            scalar != "\n"
                && (scalar.properties.generalCategory == .control || (0x202A...0x202E).contains(scalar.value)
                    || (0x2066...0x2069).contains(scalar.value))
        }
        #expect(raw.isEmpty)
        #expect(text.contains("␛[31mred"))
        #expect(text.contains("<U+202E>"))
        #expect(text.contains("<U+009B>"))
    }

    @Test func eventsThatNoEncounterTellsStandByThemselves() {
        func actor(_ party: String) -> EventActor { EventActor(party: party, text: party, span: Span(0, 3)) }
        var event = Event(
            type: .sanction, cameo: "161", source: actor("IRN"), target: actor("SWE"), polarity: .negated, sentence: 0,
            span: Span(0, 5), rule: "r", confidence: 1)
        var told = record([Samples.talks])
        event.encounter = Samples.talks.id
        told.events = [event]
        #expect(!print(told).contains("SANCTION"))
        event.encounter = nil
        told.events = [event, event]
        let text = print(told)
        #expect(text.contains("Other events\n  · SANCTION (negated) IRN"))
        #expect(text.contains("CAMEO 161") && text.split(separator: "SANCTION").count == 2)
        var many = record([])
        many.events = (0..<25).map { i in
            var one = event
            one.source = actor("A\(i)")
            return one
        }
        #expect(print(many).contains("Events\n") && print(many).contains("and 5 more; --format json has them all"))
    }

    @Test func spansOutsideTheTextAreNoTrap() {
        var encounter = Samples.talks
        encounter.evidence = [Evidence(sentence: 99, span: Span(-5, 1_000_000), text: "", rule: "x")]
        encounter.place?.span = Span(900_000, 900_001)
        encounter.outcome.span = Span(7, 3)
        encounter.confidence = .nan
        #expect(print(record([encounter])).contains("0 %"))
        #expect(!print(record([encounter]), of: Document(id: "", text: "")).isEmpty)
    }

    @Test func guillemetsOfTheTextGiveBrackets() {
        let document = Document(id: "d", text: "They met in «Antalya» on Monday.")
        var encounter = Samples.talks
        encounter.place?.span = Span(13, 20)
        encounter.evidence = []
        #expect(print(record([encounter]), of: document).contains("They met in «[Antalya]» on Monday."))
    }
}
