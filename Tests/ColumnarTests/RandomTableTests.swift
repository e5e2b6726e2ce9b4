import Glibc
import Testing

@testable import Columnar

/// What the surroundings ask of tests that write files.
enum Surroundings {
    static func text(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }
    static func number(_ name: String) -> Int? { text(name).flatMap { Int($0) } }

    /// The folder for files that other readers are to read; nothing is written where it is not named.
    static let folder = text("PARQUET_FOLDER")

    static func write(_ bytes: UnsafeRawBufferPointer, to file: UnsafeMutablePointer<FILE>) throws {
        struct Unwritable: Error {}
        guard fwrite(bytes.baseAddress, 1, bytes.count, file) == bytes.count else { throw Unwritable() }
    }
}

@Suite("Random tables")
struct RandomTableTests {
    /// 200 tables, or as many as PARQUET_TABLES says; each also goes to the folder PARQUET_FOLDER for
    /// `Evaluation/parquet_readers.py`.
    @Test("whatever the table, it comes back to the bit")
    func comeBack() throws {
        for seed in 0..<UInt64(max(Surroundings.number("PARQUET_TABLES") ?? 200, 0)) {
            let table = RandomTable(seed: seed)
            let file = try table.file()
            let read = try TableReader(file)
            if !read.rows.isSame(table.rows) { Issue.record("table \(seed) comes back as another") }
            guard let folder = Surroundings.folder, let target = fopen("\(folder)/random-\(seed).parquet", "wb") else {
                continue
            }
            try file.withUnsafeBytes { try Surroundings.write($0, to: target) }
            #expect(fclose(target) == 0)
        }
    }
}
