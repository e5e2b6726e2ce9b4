import ArgumentParser
import Diplomacy
import Glibc
import Lexicon
import Testing

@testable import rapporteur

/// Folders and files of tables.
@Suite struct LexiconFilesTests {
    func failure(_ work: () throws -> Void) -> Failure? {
        do {
            try work()
            return nil
        } catch {
            return error as? Failure
        }
    }

    // MARK: - Files

    @Test func filesBelowAFolderAreInOrder() throws {
        let folder = try TemporaryFolder()
        for name in [
            "b.tsv", "a/z.tsv", "a/b/c.tsv", "a.tsv", "a-b.tsv", "Z.tsv", "a/.hidden.tsv", ".b/c.tsv", "c.txt", "tsv",
        ] {
            try folder.write(name, "")
        }
        let found = try Files.below(folder.path, ending: ".tsv").map { String($0.dropFirst(folder.path.count + 1)) }
        #expect(found == ["Z.tsv", "a-b.tsv", "a.tsv", "a/b/c.tsv", "a/z.tsv", "b.tsv"])
        #expect(try Files.below(folder.path + "/", ending: ".txt") == ["\(folder.path)/c.txt"])
    }

    @Test func linksToFoldersAreNotFollowed() throws {
        let folder = try TemporaryFolder()
        try folder.write("a/b.tsv", "")
        #expect(symlink(folder.path, "\(folder.path)/a/round") == 0)
        #expect(symlink("b.tsv", "\(folder.path)/a/link.tsv") == 0)
        let found = try Files.below(folder.path, ending: ".tsv").map { String($0.dropFirst(folder.path.count + 1)) }
        #expect(found == ["a/b.tsv", "a/link.tsv"])
    }

    @Test func aFolderIsMadeWithThoseAboveItAndTwice() throws {
        let folder = try TemporaryFolder()
        for _ in 0..<2 { try Files.makeFolder("\(folder.path)/a/b/c") }
        #expect(Files.isFolder("\(folder.path)/a/b/c"))
        let file = try folder.write("d", "text")
        #expect(!Files.isFolder(file))
        #expect(failure { try Files.makeFolder("\(file)/e") }?.status == .writing)
    }

    @Test func bytesComeBackAsTheyWereWritten() throws {
        let folder = try TemporaryFolder()
        let bytes = (0..<3_000_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
        let file = try folder.write("long", bytes)
        #expect(try Array(Files.contents(file, expected: "a file")) == bytes)
        try Files.write([1, 2], to: file)
        #expect(try Array(Files.contents(file, expected: "a file")) == [1, 2])
    }

    // MARK: - What is no lexicon

    @Test func aMissingFolderIsNamed() throws {
        let found = failure { _ = try LexiconStore.open("/tmp/no-such-folder-of-tables") }
        #expect(found?.status == .noInput)
        #expect(found?.message.contains("\"/tmp/no-such-folder-of-tables\"") == true)
    }

    @Test func anEmptyFolderHoldsNoTables() throws {
        let folder = try TemporaryFolder()
        try folder.write("notes.txt", "persons.tsv")
        let found = failure { _ = try LexiconStore.open(folder.path) }
        #expect(found?.status == .noInput)
        #expect(found?.message.contains("no file that ends in .tsv") == true)
    }

    @Test(arguments: [[], Array("no lexicon".utf8), Array(repeating: 0, count: 4096)] as [[UInt8]])
    func anotherFileIsNoLexicon(bytes: [UInt8]) throws {
        let folder = try TemporaryFolder()
        let file = try folder.write("lexicon.bin", bytes)
        let found = failure { _ = try LexiconStore.open(file) }
        #expect(found?.status == .notADocument)
        #expect(found?.message.contains(file) == true)
    }

    /// A mistake is shown where it stands, each of them, with what to do.
    @Test func aMistakeNamesFileLineAndColumn() throws {
        let folder = try TemporaryFolder()
        let good = "brakstad-ervin\tErvin Brakstad\t\tNOR\tambassador\t\t2014-02-01\t2015-03\t\tmine\n"
        let start = "lindquist-tova\tTova Lindquist\t\tNOR\tambassador\tAmbassador\t"
        let persons = try folder.write(
            "persons.tsv",
            try #require(LexiconBuilder.template("persons")) + good + start
                + "2014-13\t\t\tmine\nbrakstad-ervin\tErvin\n")
        let notes = try folder.write("notes.tsv", "a\tb\n")
        let found = try #require(failure { _ = try LexiconStore.open(folder.path) })
        #expect(found.status == .notADocument)
        #expect(found.message.hasPrefix("expected tables without a mistake, found 3:"))
        #expect(
            found.message.contains("\n  \(persons):4:\(start.count + 1): error: expected YYYY, YYYY-MM or YYYY-MM-DD"))
        #expect(found.message.contains("\n  \(persons):5:0: error: expected 10 fields separated by tabs, found 2"))
        #expect(found.message.contains("\n  \(notes):0:0: error: expected one of the tables"))
    }

    // MARK: - Templates

    @Test(arguments: LexiconBuilder.kindNames)
    func aTemplateIsATableWithoutRows(kind: String) throws {
        let text = try #require(LexiconBuilder.template(kind))
        #expect(text.hasPrefix("# source: mine = ") && text.hasSuffix("\tsource\n"))
        let table = try #require(
            try LexiconStore.ownTables().first { $0.file.hasSuffix("/\(kind).tsv") || $0.file.contains("/\(kind)/") })
        let header = table.text.split(separator: "\n").first { !$0.hasPrefix("#") }
        #expect(text.split(separator: "\n").last == header)
    }

    @Test func thereIsNoTemplateOfWhatIsNoTable() throws {
        #expect(LexiconBuilder.template("lighthouses") == nil)
        #expect(exitStatus { try LexiconTemplateCommand.parse(["lighthouses"]).run() } == 65)
    }

    static let refused: [[String]] = [
        ["export"], ["export", "--format", "csv", "--to", "x"], ["check", "--list", "lighthouses"],
        ["stats", "--on", "soon"], ["stats", "--on", "2014-02-03T10:00"], ["stats", "--format", "json"], ["import"],
        ["import", "wikipedia", "x"], ["import", "wikidata"], ["compile"], ["template"],
    ]

    @Test(arguments: refused)
    func argumentsThatAreNoneAreRefused(arguments: [String]) {
        #expect(exitStatus { _ = try LexiconCommand.parseAsRoot(arguments) } == 64)
    }
}
