import ArgumentParser
import Coding
import Codebook
import Desk
import Diplomacy
import FoundationEssentials
import Register
import Testing

@testable import rapporteur

/// The samples filed in a register, whatever their order.
@Suite struct AddCommandTests {
    private func export(_ batches: [[Filing]], _ folder: TemporaryFolder, _ name: String) throws -> [String] {
        let register = try Register(path: folder.path + "/" + name, access: .write)
        for batch in batches {
            _ = try register.file(batch, at: "2026-03-12T00:00:00Z")
            try register.reconcile(at: "2026-03-12T00:00:00Z")
        }
        var lines: [String] = []
        try register.exportEncounters { line in
            lines.append(String(decoding: line, as: UTF8.self).replacing(/,?"version":\d+/, with: ""))
        }
        return lines
    }

    @Test func orderAndRepetitionChangeNothing() throws {
        let folder = try TemporaryFolder()
        let reports = try sampleFilings()
        let expected = try export([reports], folder, "all")
        #expect(expected.count >= 2 && reports.count == 12)
        var state: UInt64 = 11
        for round in 0..<20 {
            var shuffled = reports
            for i in shuffled.indices.reversed() {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                shuffled.swapAt(i, Int(state >> 33) % (i + 1))
            }
            let half = shuffled.count / 2
            let batches = [Array(shuffled[..<half]), Array(shuffled[half...]), shuffled]
            #expect(try export(batches, folder, "\(round)") == expected)
        }
    }

    @Test func theFoundingCaseIsTwoEncounters() throws {
        let folder = try TemporaryFolder()
        let lines = try export([try sampleFilings()], folder, "founding").filter {
            $0.contains("\"document\":\"c01-r6\"") || $0.contains("\"document\":\"c02-r1\"")
        }
        let february = try #require(lines.first { $0.contains("\"document\":\"c01-r6\"") })
        #expect(lines.count == 2)
        #expect(february.contains("\"name\":\"Beijing\""))
        let dispute = try #require(february.firstMatch(of: /"field":"place".*?"resolved":"([A-Za-z]+)"/))
        #expect(dispute.1 == "Beijing")
        #expect(!february.contains("\"document\":\"c02-r1\""))
    }

    @Test func aReportInAnotherLanguageWaits() throws {
        let coder = try Coder.program(codebook: Codebook.program(), forMuchText: false)
        let document = Document(
            id: "x", text: "Les ministres se sont rencontrés à Genève.", language: "fr", sha256: "x")
        #expect(Filing(document: document, record: coder.record(for: document)).state == .notRead)
    }

    @Test func linesThatAreNoDocumentsAreProblems() throws {
        let folder = try TemporaryFolder()
        let file = try folder.write("in.jsonl", "{\"text\":\"A.\"}\n{\"no\":1}\nnot json\n{\"text\":\"B.\"}\n")
        let path = "\(folder.path)/register.sqlite"
        try AddCommand.parse(["--register", path, "--jobs", "2", file]).run()
        let problems = try Register(path: path, access: .read).problems()
        #expect(problems.map(\.line) == [2, 3])
        #expect(problems.allSatisfy { $0.input == file && !$0.message.isEmpty })
    }

    @Test func refusesAFileThatIsNoRegister() throws {
        let folder = try TemporaryFolder()
        let text = try folder.write("notes.txt", String(repeating: "no register ", count: 200))
        #expect(exitStatus { try AddCommand.parse(["--register", text, text]).run() } == 65)
        #expect(
            exitStatus { try ExportCommand.parse(["encounters", "--register", "\(folder.path)/none"]).run() } == 66)
    }
}
