import Diplomacy
import FoundationEssentials
import Glibc
import Reading
import Register
import Testing

/// What a register holds, in a form that two registers can be compared by.
struct RegisterContents: Equatable {
    /// The texts of every report by its id, the first version first.
    var reports: [String: [String]] = [:]
    /// The reports of each encounter.
    var encounters: [[String]] = []
    var problems: Int

    init(_ path: String) throws {
        let register = try Register(path: path, access: .read)
        defer { try? register.close() }
        for version in try register.versions(after: 0, limit: 10_000, day: Document.day(ofPublication:)) {
            reports[version.document.id, default: []].append(version.document.text)
        }
        var encounters: [[String]] = []
        try register.exportEncounters { line in
            let text = String(decoding: line, as: UTF8.self)
            encounters.append(Set(text.matches(of: /"document":"([^"]*)"/).map { String($0.1) }).sorted())
        }
        self.encounters = encounters.sorted { $0.lexicographicallyPrecedes($1) }
        problems = try register.problems().count
    }

    /// The texts of the report with a path's mark, whatever its id; one list for each report that has it.
    func texts(_ path: String) -> [[String]] {
        reports.values.filter { $0.contains { $0.contains(Newsroom.mark(path)) } }
    }
}

/// A file that is removed with what stands beside it, when its test ends.
final class RegisterFile: Sendable {
    let path: String
    private let folder: String

    init() throws {
        var template = Array("/tmp/rapporteur-desk-XXXXXX\0".utf8).map { CChar(bitPattern: $0) }
        let isMade = template.withUnsafeMutableBufferPointer { $0.baseAddress.flatMap { mkdtemp($0) } != nil }
        try #require(isMade, "expected a folder below /tmp")
        folder = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        path = folder + "/register.sqlite"
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    /// What a source is like now.
    func source(_ address: String) throws -> WatchedSource {
        let register = try Register(path: path, access: .read)
        defer { try? register.close() }
        return try #require(try register.watchedSources().first { $0.address == address })
    }

    /// The register's bytes, all of them in its one file.
    func bytes() throws -> Data {
        var info = stat()
        try #require(stat(path + "-wal", &info) != 0 || info.st_size == 0, "expected no log beside the register")
        return try Data(contentsOf: URL(filePath: path))
    }

    /// Puts an earlier state in place, as if what came after had never been stored.
    func restore(_ bytes: Data) throws {
        for ending in ["-wal", "-shm"] { unlink(path + ending) }
        try bytes.write(to: URL(filePath: path))
    }
}
