import Diplomacy
import FoundationEssentials
import Testing

@testable import Reading

@Suite struct PlainTextTests {
    func read(_ text: String, _ rule: PlainText.TitleRule = .whereItStandsAlone) -> [String?] {
        let document = PlainText.intake(Data(text.utf8), title: rule).document
        return [document.title, document.text]
    }

    @Test func aLineThatStandsAloneIsTheTitle() {
        #expect(read("A title\n\nThe text.\nMore.") == ["A title", "The text.\nMore."])
        #expect(read("\n\n A title \n \t\n\n\nThe text.") == ["A title", "The text."])
    }

    @Test func otherFirstLinesAreText() {
        #expect(read("One line.") == [nil, "One line."])
        #expect(read("A title\n\n \n") == [nil, "A title\n\n \n"])
        #expect(read("A line\nand its next.\n\nMore.") == [nil, "A line\nand its next.\n\nMore."])
        #expect(read("They met in Oslo.\n\nThen they parted.")[0] == nil)
        #expect(read(String(repeating: "a", count: 201) + "\n\nText.")[0] == nil)
        #expect(read(String(repeating: "a", count: 200) + "\n\nText.")[0] != nil)
        #expect(read("") == [nil, ""])
    }

    @Test func theCallerMayDecide() {
        #expect(read("They met in Oslo.\nThen they parted.", .firstLine) == ["They met in Oslo.", "Then they parted."])
        #expect(read("A title\n\nText.", .none) == [nil, "A title\n\nText."])
    }

    @Test func lineEndsAndByteOrderMarksAreMadeEven() {
        #expect(
            read("\u{FEFF}A title\r\n\r\nOne.\r\nTwo.\rThree.\r\r\nFour.") == [
                "A title", "One.\nTwo.\nThree.\n\nFour.",
            ])
    }

    @Test func brokenBytesAreRepairedAndTold() {
        let intake = PlainText.intake(Data([0x61, 0xFF, 0x62]))
        #expect(intake.document.text == "a\u{FFFD}b")
        #expect(intake.diagnostics.map(\.code) == ["utf8-repaired"])
        #expect(intake.diagnostics[0].message.contains("byte 1)"))
        #expect(PlainText.intake(Data([0xEF, 0xBB, 0xBF, 0x61, 0xFF])).diagnostics[0].message.contains("byte 4)"))
    }

    @Test func utf16IsReadByItsMark() {
        #expect(PlainText.intake(Data([0xFF, 0xFE, 0x61, 0, 0x3D, 0xD8, 0, 0xDE])).document.text == "a😀")
        #expect(PlainText.intake(Data([0xFE, 0xFF, 0, 0x61, 0x62])).document.text == "a")
    }

    @Test func theHashIsOfTheTextAlone() {
        let titled = PlainText.intake(Data("T\n\nabc".utf8)).document
        #expect(titled.sha256 == PlainText.intake(Data("abc".utf8)).document.sha256)
        #expect(titled.id == titled.sha256)
    }
}
