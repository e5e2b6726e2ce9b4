import ArgumentParser
import Diplomacy
import FoundationEssentials
import Register
import Testing
import Wording

@testable import rapporteur

@Suite struct WordingTests {
    private let before = ComparedText(
        title: nil, text: "Both sides reaffirmed the one-China principle without reserve. They spoke of fish.")
    private let after = ComparedText(
        title: nil, text: "In Beijing both sides REAFFIRMED the one-China principle without reserve, and left.")

    @Test func aStretchIsTheLongestWithinASentence() {
        #expect(
            after.stretches(sharedWith: [before])
                == ["both sides REAFFIRMED the one-China principle without reserve"])
        #expect(after.stretches(sharedWith: [before], butNot: [before]) == [])
        #expect(after.stretches(sharedWith: []) == [])
    }

    @Test func fiveWordsAreNoStretch() {
        let short = ComparedText(title: nil, text: "Ministers welcomed closer trade relations.")
        #expect(short.stretches(sharedWith: [short]) == [])
    }

    @Test func aSentenceIsNewWhereNoOtherHasAThirdOfItsWords() {
        let other = ComparedText(
            title: nil, text: "Both sides reaffirmed the principle. China welcomed railway bridges warmly.")
        #expect(other.sentences(without: [before]) == ["China welcomed railway bridges warmly."])
    }
}

@Suite struct ComparisonTests {
    private static let pages = [
        ("c1", "2026-01-10", "CHN", "Russia reaffirmed its firm commitment to the one-China principle."),
        ("c2", "2026-02-10", "CHN", "Russia reaffirmed its firm commitment to the one-China principle. All was well."),
        (
            "c3", "2026-03-10", "CHN",
            "The two sides will expand trade in energy and grain. China welcomed railway bridges warmly."
        ),
        ("r3", "2026-03-10", "RUS", "The two sides will expand trade in energy and grain."),
    ]

    private func comparison() throws -> Comparison {
        let folder = try TemporaryFolder()
        let lines = Self.pages.map { page in
            let (id, day, party, text) = page
            let (year, month, number) = (Day(iso: day) ?? Day(number: 0)).civil
            let date = "\(Phrases.months[month - 1]) \(number), \(year)"
            let first =
                "On \(date), Foreign Minister Wang Yi met with Russian Foreign Minister Sergey Lavrov in Beijing."
            let source = "{\"name\":\"Ministry of \(party)\",\"kind\":\"official\",\"country\":\"\(party)\"}"
            return "{\"id\":\"\(id)\",\"published\":\"\(day)\",\"text\":\"\(first) \(text)\",\"source\":\(source)}\n"
        }
        let file = try folder.write("in.jsonl", lines.joined())
        let path = "\(folder.path)/r.sqlite"
        try AddCommand.parse(["--register", path, file]).run()
        let register = try Register(path: path, access: .read)
        let ids = try register.ids(matching: try SearchParser.query("date:2026-03-10"))
        let id = try #require(ids.first)
        let view = try #require(try register.encounter(id))
        return try Comparison(view.encounter, in: register)
    }

    @Test func eachSideIsAVoiceAndItsFormulasAreFollowed() throws {
        let comparison = try comparison()
        #expect(comparison.sides.map(\.party) == ["CHN", "RUS"])
        let chinese = try #require(comparison.formulas.first)
        #expect(chinese.last?.text.document == "c2")
        #expect(chinese.gone == ["Russia reaffirmed its firm commitment to the one-China principle"])
        #expect(chinese.kept.count == 1)
        #expect(chinese.new == [])
        #expect(comparison.formulas.last?.last?.encounter == nil)
    }

    @Test func theTableFitsItsWidth() throws {
        let lines = ComparisonPrinter(try comparison(), width: 100, color: false, partyName: { $0 }).lines()
        #expect(lines.allSatisfy { $0.columns <= 100 })
        let text = lines.map { $0.rendered(color: false) }
        #expect(text.contains { $0.contains("“The two sides will expand trade in energy and grain”") })
        #expect(text.contains { $0.contains("“China welcomed railway bridges warmly.”") })
    }
}
