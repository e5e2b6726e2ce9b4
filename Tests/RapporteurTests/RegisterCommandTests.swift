import ArgumentParser
import Diplomacy
import FoundationEssentials
import Lexicon
import Register
import Testing
import Wording

@testable import rapporteur

/// The commands that read a register.
@Suite struct RegisterCommandTests {
    private let folder: TemporaryFolder
    private let path: String

    init() throws {
        folder = try TemporaryFolder()
        path = "\(folder.path)/r.sqlite"
        let register = try Register(path: path, access: .write)
        _ = try register.file(try sampleFilings(), at: "2026-03-12T00:00:00Z")
        try register.reconcile(at: "2026-03-12T00:00:00Z")
    }

    private func view(_ query: String) throws -> EncounterView {
        let register = try Register(path: path, access: .read)
        let ids = try register.ids(matching: try SearchParser.query(query))
        let id = try #require(ids.first)
        #expect(ids.count == 1)
        return try #require(try register.encounter(id))
    }

    @Test func theExitStatusTellsWhetherSomethingWasFound() throws {
        let id = try view("disputed:place").encounter.id
        #expect(exitStatus { try ShowCommand.parse([id, "--register", path, "--format", "json"]).run() } == 0)
        #expect(exitStatus { try ShowCommand.parse(["enc_0000", "--register", path]).run() } == 1)
        #expect(exitStatus { try ShowCommand.parse(["zzz", "--register", path]).run() } == 1)
        #expect(exitStatus { try SearchCommand.parse(["zzz", "--register", path]).run() } == 1)
        #expect(exitStatus { try SearchCommand.parse(["kind:dance", "--register", path]).run() } == 64)
        #expect(exitStatus { try SearchCommand.parse(["-zzz", "--format", "ids", "--register", path]).run() } == 0)
        #expect(exitStatus { _ = try SearchCommand.parse(["a", "--limt", "3", "--register", path]) } == 64)
        #expect(exitStatus { _ = try ShowCommand.parse(["a", "--formt", "json", "--register", path]) } == 64)
        #expect(exitStatus { try VersionsCommand.parse(["none", "--register", path]).run() } == 1)
        #expect(exitStatus { _ = try LogCommand.parse(["--since", "soon", "--register", path]) } == 64)
    }

    @Test(arguments: [40, 80, 120]) func aShownEncounterFitsItsWidthAndPutsDisputesFirst(_ width: Int) throws {
        let printer = ViewPrinter(try view("disputed:place"), width: width, color: false, partyName: { $0 })
        #expect(printer.lines().allSatisfy { $0.columns <= width })
        let text = printer.text()
        let dispute = try #require(text.firstRange(of: "Disputed: place — kept: Beijing"))
        let facts = try #require(text.firstRange(of: "When"))
        #expect(dispute.lowerBound < facts.lowerBound)
        for part in ["Parliament News", "c01-r6", "How the record grew", "Why"] { #expect(text.contains(part)) }
    }

    @Test func publishersAreListedWithHowTheirWordFared() throws {
        let records = try Register(path: path, access: .read).sources()
        let outlier = try #require(records.first { $0.source.name == "Parliament News" })
        #expect(outlier.reports == 1)
        #expect(outlier.overruled == 1)
        #expect(outlier.upheld == 0)
        let reports = try records.map(\.reports).reduce(0, +)
        #expect(try reports == sampleFilings().count)
        #expect(zip(records, records.dropFirst()).allSatisfy { $0.reports >= $1.reports })
        let lines = SourcesCommand.table(records).split(separator: "\n")
        #expect(lines.count == records.count + 1)
        #expect(Set(lines.map(\.count)).count == 1)
    }

    @Test func aHitIsOneLineWithItsPassage() throws {
        let register = try Register(path: path, access: .read)
        let result = try register.search(try SearchParser.query("\"arms control\" disputed:place"))
        let text = HitPrinter(width: 200, color: false, partyName: { $0 }).text(result)
        let lines = text.split(separator: "\n")
        #expect(lines.count == 3)
        #expect(lines[0].hasPrefix("2026-02-01  "))
        #expect(lines[0].contains(" · disputed: place · enc_"))
        #expect(lines[1].contains("«arms control»"))
        #expect(lines[2] == "1 encounter")
    }

    @Test(arguments: [40, 100]) func aKnownReportIsToldWithinItsWidth(_ width: Int) throws {
        let register = try Register(path: path, access: .read)
        let filing = try #require(try sampleFilings().first { $0.document.id == "c01-r6" })
        let known = try register.known(filing)
        #expect(known.standing == .same)
        let text = KnownPrinter(width: width, color: false, partyName: { $0 }).text(known, title: "Talks")
        let lines = text.split(separator: "\n")
        #expect(lines.allSatisfy { Columns.width(of: $0) <= width })
        #expect(text.contains("Against  place Moscow; others: Beijing"))
        let file = try folder.write("report.txt", "Nothing happened.\n")
        #expect(exitStatus { try KnownCommand.parse([file, "--register", path, "--format", "json"]).run() } == 0)
        #expect(exitStatus { try KnownCommand.parse(["\(file).none", "--register", path]).run() } == 66)
    }

    @Test func aVersionTellsDroppedAndNewSentences() {
        let one = ReportVersion(number: 1, title: "T", text: "They met. They ate.", added: "2026-03-12T00:00:00Z")
        let two = ReportVersion(number: 2, title: "T", text: "They met. They slept.", added: "2026-03-13T00:00:00Z")
        let changes = two.changes(since: one)
        #expect(changes.map(\.text) == ["They ate.", "They slept."])
        #expect(changes.map(\.isAdded) == [false, true])
        #expect(one.changes(since: one).isEmpty)
    }

    @Test func theLexiconNamesPartiesButNoCapitals() throws {
        let lexicon = try Lexicon.program()
        #expect(lexicon.partyCode("Russia") == "RUS")
        #expect(lexicon.partyCode("rus") == "RUS")
        #expect(lexicon.partyCode("Moscow") == nil)
        #expect(lexicon.partyCode("zzz") == nil)
    }
}
