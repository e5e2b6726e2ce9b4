import ArgumentParser
import Diplomacy
import FoundationEssentials
import Lexicon
import Testing

@testable import rapporteur

/// `Documentation/Lexicon.md` is what the tables of today say, and the README shows commands that there are.
@Suite struct LexiconPageTests {
    func document(_ name: String) throws -> String {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        return try String(contentsOf: root.appending(path: name), encoding: .utf8)
    }

    /// The day on which the page was written is the one that it names.
    @Test func thePageIsThatOfTheTables() throws {
        let page = try document("Documentation/Lexicon.md")
        let mark = try #require(page.firstRange(of: "beginning) and "))
        let day = try #require(Day(iso: page[mark.upperBound...].prefix(10)))
        let written = LexiconPage(try Lexicon.program(), on: day).markdown()
        #expect(page == written, "run `make lexicon-page` and commit the page")
    }

    @Test func everyLexiconCommandIsInTheReadme() throws {
        let readme = try document("README.md") + document("Data/README.md")
        for command in LexiconCommand.configuration.subcommands {
            let name = command.configuration.commandName ?? ""
            #expect(readme.contains("`\(name)") || readme.contains("lexicon \(name)"), "\(name) is not described")
        }
    }

    /// The kinds of table that the builder reads are those that the tables' description lists.
    @Test func everyKindOfTableIsDescribed() throws {
        let readme = try document("Data/README.md")
        for kind in LexiconBuilder.kindNames {
            #expect(
                readme.contains("| `\(kind).tsv`") || readme.contains("| `\(kind)/*.tsv`"), "\(kind) is not described")
        }
    }
}
