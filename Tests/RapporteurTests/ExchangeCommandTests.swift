import ArgumentParser
import Compressing
import Corroboration
import Datasets
import Diplomacy
import FoundationEssentials
import Register
import Testing

@testable import rapporteur

/// What goes out in other people's formats comes in again as it was.
@Suite("Commands of exchange") struct ExchangeCommandTests {
    private let folder: TemporaryFolder
    private let register: String

    init() throws {
        folder = try TemporaryFolder()
        register = "\(folder.path)/r.sqlite"
        try AddCommand.parse([samplesFolder, "--register", register]).run()
    }

    private func export(_ arguments: String..., from source: String? = nil, to name: String) throws -> String {
        let path = "\(folder.path)/\(name)"
        try ExportCommand.parse(arguments + ["--register", source ?? register, "--to", path]).run()
        return path
    }

    /// Lines without the times of the register itself.
    private func encounters(of register: String) throws -> [String] {
        var lines: [String] = []
        try Register(path: register, access: .read).exportEncounters { line in
            lines.append(
                String(decoding: line, as: UTF8.self)
                    .replacing(/"(changed|first_seen)":"[^"]*",?/, with: ""))
        }
        return lines
    }

    @Test func documentsMakeTheSameRegister() throws {
        let documents = try export("documents", to: "d.jsonl")
        let again = "\(folder.path)/again.sqlite"
        try AddCommand.parse([documents, "--register", again]).run()
        let (before, after) = (try encounters(of: register), try encounters(of: again))
        #expect(!before.isEmpty && before == after)
        let bytes = try Files.contents(documents, expected: "documents")
        let second = try Files.contents(try export("documents", from: again, to: "e.jsonl"), expected: "documents")
        #expect(bytes == second)
    }

    @Test(arguments: ["gdelt", "icews", "polecat"])
    func eventsComeBackAsTheyWent(format: String) throws {
        let path = try export("--format", format, to: "events.\(format)")
        let text = String(decoding: try Files.contents(path, expected: "rows"), as: UTF8.self)
        let rows = text.split(separator: "\n").count - (format == "gdelt" ? 0 : 1)
        #expect(rows > 10)
        let other = "\(folder.path)/\(format).sqlite"
        for _ in 1...2 { try ImportCommand.parseAsRoot([format, path, "--register", other]).runOnce() }
        let again = try Register(path: other, access: .read)
        let tally = try #require(try again.allegedFiles().first).tally
        #expect(tally.rows == rows && tally.bad == 0)
        let dyad = Dyad("CHN", "RUS")
        let days = try #require(Day(iso: "2025-11-01"))...(try #require(Day(iso: "2026-03-01")))
        let found = try again.alleged(dyad: dyad, days: days)
        #expect(!found.isEmpty)
        let known = try #require(found.first { $0.day == Day(iso: "2026-02-01") })
        #expect([known.source.party, known.target.party].contains("RUS"))
        // the register that the rows are of bears its own rows out
        try ImportCommand.parseAsRoot([format, path, "--register", register]).runOnce()
        let counts = try Register(path: register, access: .read).audit(AllegedScope(dyad: dyad))
        #expect(counts.borneOut > 0 && counts.noEvent == 0)
    }

    @Test func aPackedFileThatBreaksOffKeepsWhatItHeldAndIsReadOnWhole() throws {
        let rows = String(
            decoding: try Files.contents(try export("--format", "gdelt", to: "events.gdelt"), expected: "rows"),
            as: UTF8.self
        ).split(separator: "\n")
        let many = (0..<4000).map { i in
            "\(1_000_000 + i)\t"
                + rows[i % rows.count].split(separator: "\t", omittingEmptySubsequences: false)
                .dropFirst().joined(separator: "\t")
        }
        let packed = Packing.gzip(many.joined(separator: "\n") + "\n")
        func read(_ bytes: [UInt8], _ name: String) throws -> Int32 {
            try Data(bytes).write(to: URL(filePath: "\(folder.path)/\(name)"))
            return exitStatus {
                try ImportCommand.parseAsRoot(["gdelt", "\(folder.path)/\(name)", "--register", register]).runOnce()
            }
        }
        func tally() throws -> AllegedTally {
            try #require(try Register(path: register, access: .read).allegedFiles().first).tally
        }
        #expect(try read(Array(packed.prefix(packed.count / 2)), "cut.csv.gz") == 65)
        let kept = try tally()
        #expect((1..<4000).contains(kept.rows))
        #expect(try read(packed, "whole.csv.gz") == 0)
        let whole = try tally()
        #expect(whole.duplicates == kept.rows && whole.rows == 4000 - kept.rows && whole.bad == 0)
    }

    @Test func tablesComeBackAsTheyWent() throws {
        for format in ["csv", "xlsx"] {
            let path = try export("encounters", "--format", format, "--query", "date:2025/2026", to: "e.\(format)")
            let other = "\(folder.path)/\(format).sqlite"
            try ImportCommand.Table.parse([path, "--register", other, "--name", "e"]).run()
            func facts(_ path: String) throws -> Set<String> {
                let register = try Register(path: path, access: .read)
                return Set(
                    try register.held(try SearchParser.query("date:2025/2026")).map { brief in
                        [
                            brief.date?.start.iso, brief.kind.rawValue, brief.medium.rawValue, brief.place,
                            brief.parties.sorted().joined(separator: " "),
                            brief.people.compactMap(\.name).sorted().joined(separator: ", "),
                            brief.issues.sorted().joined(separator: " "), brief.outcome.rawValue, brief.series,
                        ].map { $0 ?? "" }.joined(separator: "|")
                    })
            }
            let (before, after) = (try facts(register), try facts(other))
            #expect(!before.isEmpty && before == after, "\(format)")
            #expect(try Register(path: other, access: .read).tableMap(head: ["nothing"]) == nil)
        }
    }

    @Test func everyFormatIsWritten() throws {
        for format in ExportCommand.Format.allCases where format != .package {
            let path = try export("--format", format.rawValue, to: "all.\(format.rawValue)")
            #expect(try !Files.contents(path, expected: "an export").isEmpty, "\(format.rawValue)")
        }
        let package = try export("--format", "package", to: "package")
        let names = Set(
            try Files.below(package, ending: "").map { $0.split(separator: "/").last.map(String.init) ?? "" })
        #expect(names.isSuperset(of: ["datapackage.json", "dictionary.md"]))
        for table in ExportedTable.allCases {
            #expect(names.isSuperset(of: ["\(table.rawValue).csv", "\(table.rawValue).parquet"]))
        }
        #expect(!names.contains { $0.hasSuffix(".new") })
    }

    @Test func whatCannotBeAskedForIsRefused() {
        func status(_ arguments: [String]) -> Int32 {
            exitStatus { try ExportCommand.parse(arguments + ["--register", register]).run() }
        }
        #expect(throws: (any Error).self) { try ExportCommand.parse(["events", "--format", "ftm", "--register", "r"]) }
        #expect(throws: (any Error).self) { try ExportCommand.parse(["--format", "package", "--register", "r"]) }
        #expect(throws: (any Error).self) {
            try ExportCommand.parse(["documents", "--format", "csv", "--register", "r"])
        }
        #expect(throws: (any Error).self) { try ExportCommand.parse(["sources", "--register", "r"]) }
        #expect(status(["--to", "/nowhere/e.jsonl"]) == 74)
        #expect(exitStatus { try AuditCommand.parse(["gdelt", "--register", register]).run() } == 66)
        #expect(
            exitStatus {
                try ImportCommand.parseAsRoot(["icews", samplesFolder + "/README.md", "--register", register]).runOnce()
            }
                == 65)
    }
}

extension ParsableCommand {
    fileprivate func runOnce() throws {
        var command = self
        try command.run()
    }
}
