import ArgumentParser
import Coding
import Codebook
import Desk
import Diplomacy
import FoundationEssentials
import Register
import Testing

@testable import rapporteur

/// The commands that curate and keep a register, on the samples.
@Suite struct CurateCommandTests {
    private let folder: TemporaryFolder
    private let register: String

    init() throws {
        folder = try TemporaryFolder()
        register = folder.path + "/register.sqlite"
        try AddCommand.parse(["--register", register, samplesFolder]).run()
    }

    private func lines(_ path: String? = nil) throws -> [String] {
        var lines: [String] = []
        try Register(path: path ?? register, access: .read).exportEncounters { line in
            lines.append(
                String(decoding: line, as: UTF8.self)
                    .replacing(/"(changed|first_seen)":"[^"]*",/, with: "").replacing(/,?"version":\d+/, with: ""))
        }
        return lines
    }

    private func ids() throws -> [String] {
        try lines().compactMap { $0.firstMatch(of: /"id":"(enc_[0-9a-f]{16})"/).map { String($0.1) } }
    }

    /// The status of a command on the register.
    private func status(_ arguments: String...) -> Int32 {
        exitStatus {
            var command = try Rapporteur.parseAsRoot(arguments + ["--register", register])
            try command.run()
        }
    }

    private let words = ["--author", "ann", "--reason", "so it was"]

    private func decide(_ arguments: String...) -> Int32 {
        exitStatus {
            var command = try Rapporteur.parseAsRoot(["decide"] + arguments + ["--register", register] + words)
            try command.run()
        }
    }

    @Test func aDecisionIsStoredAndUndone() throws {
        let before = try lines()
        let ids = try ids()
        #expect(decide("merge", ids[0], ids[1]) == 0)
        #expect(try lines().count == before.count - 1)
        // an id of before still leads there
        #expect(decide("correct", ids[0], "place", "Oslo") == 0)
        #expect(decide("correct", ids[0], "country", "NOR") == 0)
        #expect(try lines().contains { $0.contains(#""basis":"curated","country":"NOR","name":"Oslo""#) })
        for number in 1...3 { #expect(decide("undo", "\(number)") == 0) }
        #expect(try lines() == before)
        #expect(try Register(path: register, access: .read).decisions().count == 6)
        #expect(status("decisions", "list") == 0)
        #expect(status("check", "--deep") == 0)
    }

    @Test func whatCannotBeDecidedIsRefused() throws {
        let id = try ids()[0]
        #expect(decide("merge", id, "enc_0") == 66)
        #expect(decide("merge", id, id) == 65)
        #expect(decide("correct", id, "status", "halted") == 65)
        #expect(decide("correct", id, "country", "QQQ") == 65)
        #expect(decide("split", id, "--documents", "none") == 66)
        #expect(decide("reject-report", "none") == 66)
        #expect(decide("reject-claim", "none", "e1") == 66)
        #expect(decide("undo", "1") == 66)
        #expect(try Register(path: register, access: .read).decisions().isEmpty)
        let none = folder.path + "/none.sqlite"
        #expect(
            exitStatus {
                try DecideCommand.Undo.parse(["1", "--register", none] + words).run()
            } == 66)
        #expect(!FileManager.default.fileExists(atPath: none))
    }

    @Test func decisionsTravelByFile() throws {
        let copy = folder.path + "/copy.sqlite"
        #expect(status("backup", copy) == 0)
        let ids = try ids()
        #expect(decide("merge", ids[0], ids[1]) == 0)
        let exported = try Register(path: register, access: .read).decisions().map(\.decision.json)
        let file = try folder.write("decisions.jsonl", exported.flatMap { Array($0) + [0x0A] })
        for _ in 1...2 {
            try DecisionsCommand.Import.parse([file, "--register", copy]).run()
            #expect(try lines(copy) == lines())
        }
        let broken = try folder.write("broken.jsonl", "{}\n")
        #expect(exitStatus { try DecisionsCommand.Import.parse([broken, "--register", copy]).run() } == 65)
    }

    @Test func aRebuildChangesNothingOfASoundRegister() throws {
        let ids = try ids()
        #expect(decide("merge", ids[0], ids[1]) == 0)
        let before = try lines()
        #expect(status("rebuild", "--check") == 0)
        #expect(status("rebuild", "--jobs", "3") == 0)
        #expect(try lines() == before)
        #expect(status("check", "--deep") == 0)
        #expect(exitStatus { try RebuildCommand.parse(["--register", folder.path + "/none"]).run() } == 66)
    }

    @Test func aRebuildMendsRecordsThatAnotherReaderMade() throws {
        let before = try lines()
        do {
            // as an older reader might have left it
            let document = Document(id: "c01-r6", text: "x")
            let register = try Register(path: register, access: .write)
            let versions = try register.versions(after: 0, limit: 1000, day: { Day(iso: $0) })
            let record = Record(id: document.id, document: DocumentSummary(document, characters: 1))
            try register.beginRebuild()
            try register.stage(versions.map { RebuiltVersion($0, record: record) })
            _ = try register.finishRebuild(at: FilingDesk.now())
            try register.close()
        }
        #expect(try lines().isEmpty)
        #expect(status("rebuild", "--check") == 65)
        #expect(status("rebuild") == 0)
        #expect(try lines() == before)
        #expect(status("rebuild", "--check") == 0)
    }

    @Test func aRegisterIsCopiedAndRestored() throws {
        let before = try lines()
        let copy = folder.path + "/copy.sqlite"
        #expect(status("backup", copy) == 0)
        let ids = try ids()
        #expect(decide("merge", ids[0], ids[1]) == 0)
        #expect(status("restore", copy) == 0)
        #expect(try lines() == before)
        #expect(try lines(register + ".before-restore").count == before.count - 1)
        #expect(status("backup", "/no/such/folder/copy") == 74)
        #expect(status("restore", folder.path + "/none") == 66)
        #expect(status("check") == 0)
    }

    @Test func aSecondWriterIsTurnedAwayAndReadersAreNot() throws {
        let writer = try Register(path: register, access: .write)
        let text = try folder.write("a.txt", "A text.")
        #expect(exitStatus { try AddCommand.parse(["--register", register, text]).run() } == 75)
        #expect(decide("undo", "1") == 75)
        #expect(status("rebuild") == 75)
        #expect(status("restore", register) == 75)
        #expect(status("check") == 0)
        #expect(status("decisions", "list") == 0)
        try writer.close()
    }

    @Test func aFolderIsNoRegister() {
        #expect(exitStatus { try CheckCommand.parse(["--register", folder.path]).run() } == 65)
    }

    // MARK: - Adding

    @Test func plainTextsAreVersionsByTheirPaths() throws {
        let path = folder.path + "/texts.sqlite"
        for name in ["c", "a", "b"] { try folder.write("texts/\(name).txt", "A text of \(name).") }
        func add() throws { try AddCommand.parse(["--register", path, folder.path + "/texts"]).run() }
        try add()
        try add()
        try folder.write("texts/b.txt", "Another text.")
        try add()
        let versions = try Register(path: path, access: .read).versions(after: 0, limit: 10, day: { Day(iso: $0) })
        #expect(versions.map { $0.document.id.suffix(5) } == ["a.txt", "b.txt", "c.txt", "b.txt"])
        #expect(versions.map(\.isPresent) == [true, false, true, true])
        #expect(versions.last?.document.text == "Another text.")
    }

    @Test func aReportThatChangesAndChangesBackInOneInputHasThreeVersions() throws {
        let path = folder.path + "/back.sqlite"
        let first = "{\"id\":\"x\",\"text\":\"One.\"}\n"
        let file = try folder.write("in.jsonl", first)
        try AddCommand.parse(["--register", path, file]).run()
        // the last line is the text that the register holds when it is looked up, and another when it is filed
        try folder.write("in.jsonl", first + "{\"id\":\"x\",\"text\":\"Two.\"}\n" + first)
        try AddCommand.parse(["--register", path, "--jobs", "4", file]).run()
        let versions = try Register(path: path, access: .read).versions(after: 0, limit: 10, day: { Day(iso: $0) })
        #expect(versions.map(\.document.text) == ["One.", "Two.", "One."])
        #expect(exitStatus { try RebuildCommand.parse(["--register", path, "--check"]).run() } == 0)
    }
}
