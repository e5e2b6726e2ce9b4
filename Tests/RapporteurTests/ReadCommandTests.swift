import ArgumentParser
import Diplomacy
import FoundationEssentials
import Reading
import Testing

@testable import rapporteur

@Suite struct ReadCommandTests {
    func read(_ text: String, _ arguments: String...) throws -> Intake {
        try ReadCommand.parse(arguments.isEmpty ? ["-"] : arguments).intake(Data(text.utf8))
    }

    /// The exit status with which a text is refused; 0 where it is read.
    func status(_ text: String, _ arguments: String...) -> Int32 {
        do {
            _ = try ReadCommand.parse(arguments.isEmpty ? ["-"] : arguments).intake(Data(text.utf8))
            return 0
        } catch let failure as Failure {
            return failure.status.rawValue
        } catch {
            return ReadCommand.exitCode(for: error).rawValue
        }
    }

    @Test func plainTextHasItsTitle() throws {
        #expect(try read("A title\n\nThe text.").document.title == "A title")
        #expect(try read("A title.\nThe text.", "-", "--title-line").document.title == "A title.")
        let given = try read("A title\n\nThe text.", "-", "--title", "Another").document
        #expect(given.title == "Another")
        #expect(given.text == "A title\n\nThe text.")
    }

    @Test func aJSONObjectIsADocumentOfTheContract() throws {
        let json = #" {"text":"abc","title":"T","published":"soon","source":{"name":"N","kind":"agency"}}"#
        let plain = try read(json)
        #expect(plain.document.title == "T")
        #expect(plain.diagnostics.map(\.code) == ["published-not-read"])
        let document = try read(
            json, "-", "--title", "U", "--published", "2026-03-12T10:00:00Z", "--source", "M", "--url",
            "https://example.org",
            "--language", "en")
        #expect(document.document.title == "U")
        #expect(document.document.published == Day(iso: "2026-03-12"))
        #expect(document.document.publishedText == "2026-03-12T10:00:00Z")
        #expect(document.document.source == Source(name: "M"))
        #expect(document.document.url == "https://example.org")
        #expect(document.document.language == "en")
        #expect(document.diagnostics.isEmpty)
    }

    @Test func refusalsHaveTheirStatus() {
        #expect(status("text") == 0)
        #expect(status(#"{"text":1}"#) == 65)
        #expect(status(#"{"text":"a""#) == 65)
        #expect(status("[1]", "report.json") == 65)
        #expect(status("[1] is how lists of notes begin.", "report.txt") == 0)
        #expect(status("text", "-", "--published", "soon") == 64)
        #expect(status("text", "-", "--width", "39") == 64)
        #expect(status("text", "-", "--title", "T", "--title-line") == 64)
        #expect(status("text", "-", "--color", "sometimes") == 64)
    }
}
