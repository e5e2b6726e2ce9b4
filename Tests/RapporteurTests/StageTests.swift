import ArgumentParser
import Codebook
import Coding
import Contract
import Corroboration
import Desk
import Diplomacy
import FoundationEssentials
import Glibc
import Reading
import Register
import Testing

@testable import rapporteur

/// Coding with claims and corroboration in stages, as a job on a cluster runs them.
@Suite("Stages") struct StageTests {
    private let folder: TemporaryFolder
    /// Lines of `code --claims` for the samples, one document after another.
    private let told: [[String]]
    private let records: [String]
    private let documents: [String]

    init() throws {
        folder = try TemporaryFolder()
        documents = try ["c01.jsonl", "c02.jsonl"].flatMap { name in
            String(decoding: try Files.contents("\(samplesFolder)/\(name)", expected: "documents"), as: UTF8.self)
                .split(separator: "\n").map(String.init)
        }
        (told, records) = (
            try Self.code(documents, folder, true), try Self.code(documents, folder, false).map { $0[0] }
        )
    }

    /// The lines that are written for each document.
    private static func code(_ documents: [String], _ folder: TemporaryFolder, _ withClaims: Bool) throws -> [[String]]
    {
        let coder = try Coder.program(codebook: Codebook.program(), forMuchText: false)
        let coding = LineCoder(coder: coder, longestLine: 1 << 20, withClaims: withClaims)
        return try documents.map { line in
            let descriptor = try Files.openToRead(try folder.write("line.jsonl", line), expected: "a document")
            defer { Files.close(descriptor) }
            var reader = LineReader(LineReader.Source(read: { try readOnce(descriptor, $0) }))
            let batch = try #require(try reader.next())
            return String(decoding: coding.code(batch).output, as: UTF8.self).split(separator: "\n").map(String.init)
        }
    }

    private func run(_ stage: CorroborationStage, _ lines: [String]) throws -> [String] {
        let input = try folder.write("in.tsv", lines.joined(separator: "\n") + "\n")
        let path = "\(folder.path)/out.tsv"
        let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
        defer { close(descriptor) }
        var run = try StageRun(stage, file: input, to: Output(descriptor: descriptor))
        try run.run()
        return String(decoding: try Files.contents(path, expected: "lines"), as: UTF8.self).split(separator: "\n")
            .map(String.init)
    }

    /// The lines with claims, of documents numbered from 0.
    private var numbered: [String] {
        told.enumerated().flatMap { number, lines in
            lines.dropLast().map { line in
                var columns = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
                let own = Int64(columns[1]) ?? -1
                columns[1] = "\(columns[0] == "claim" ? Int64(number) * ClaimLines.perRecord + own : Int64(number))"
                return columns.joined(separator: "\t")
            }
        }
    }

    @Test func claimsComeBesideTheRecordsThatTheyAreOf() throws {
        #expect(told.map { $0.last } == records.map { "record\t" + $0 })
        let staged = try run(.claims, records.enumerated().map { "\($0)\t\($1)" })
        #expect(staged.count > 10)
        #expect(staged == numbered)
    }

    @Test func allClaimsAtOnceComeToTheEncountersOfTheirRecords() throws {
        let decoder = JSONDecoder()
        let reports = try records.map { Report(try decoder.decode(Record.self, from: Data($0.utf8))) }
        let expected = Corroborator().encounters(of: reports).map { JSONOutput.text($0) }
        #expect(expected.count > 2)
        #expect(try run(.whole, numbered) == expected)
        #expect(try run(.whole, numbered.reversed()) == expected)
    }

    @Test(arguments: ["record\t{}", "claim\t1\ta", "report\t0\tnobody\t2026-01-01", "report\t0\t\"A\"\tMay"])
    func whatIsNoLineOfClaimsIsRefused(line: String) {
        #expect(throws: Failure.self) { try run(.whole, [line]) }
    }

    @Test func aFailureIsARecordWithoutClaims() throws {
        let lines = try Self.code(["[]"], folder, true)
        #expect(lines.count == 1 && lines[0].count == 1)
        #expect(lines[0][0].hasPrefix("record\t{\"error\":{\"code\":\"not-an-object\""))
    }

    // MARK: - Records into a register

    private func contents(of register: String) throws -> [String] {
        var lines: [String] = []
        for kind in ["documents", "claims", "events", "encounters"] {
            let path = "\(folder.path)/\(kind)"
            try ExportCommand.parse([kind, "--register", register, "--to", path]).run()
            lines.append(
                String(decoding: try Files.contents(path, expected: kind), as: UTF8.self)
                    .replacing(/"(changed|first_seen)":"[^"]*",?/, with: ""))
        }
        return lines
    }

    private func register(_ name: String, _ lines: [String], _ more: String...) throws -> String {
        let path = "\(folder.path)/\(name).sqlite"
        let input = try folder.write(name, lines.joined(separator: "\n") + "\n")
        try AddCommand.parse(["--register", path, input] + more).run()
        return path
    }

    @Test func recordsMakeTheRegisterOfTheirDocuments() throws {
        let expected = try contents(of: try register("plain.jsonl", documents))
        let coded = zip(records, documents).map { "\($0)\t\($1)" }
        #expect(try contents(of: try register("coded.jsonl", coded, "--records")) == expected)
    }

    @Test func aRecordThatTheProgramWouldNotMakeIsNotTaken() throws {
        let expected = try contents(of: try register("plain.jsonl", documents))
        // of another program: the first differs, so none is taken
        let others = records.map { $0.replacing("\"encounters\":[{", with: "\"encounters\":[],\"was\":[{") }
        #expect(others[0] != records[0])
        let foreign = zip(others, documents).map { "\($0)\t\($1)" }
        #expect(try contents(of: try register("foreign.jsonl", foreign, "--records")) == expected)
        // of another text: each beside the document that follows
        let turned = zip(records.dropFirst() + records.prefix(1), documents).map { "\($0)\t\($1)" }
        #expect(try contents(of: try register("turned.jsonl", turned, "--records")) == expected)
    }

    @Test func aLineWithoutATabIsAProblem() throws {
        let path = try register("mixed.jsonl", [documents[0], "\(records[1])\t\(documents[1])"], "--records")
        let problems = try Register(path: path, access: .read).problems()
        #expect(problems.map(\.line) == [1] && problems.allSatisfy { $0.code == "not-an-object" })
    }
}
