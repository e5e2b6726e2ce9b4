import FoundationEssentials
import Testing

@testable import Hypertext

/// The UTF-8 test cases of `../shared/data/hostile/utf8tests`.
enum UTF8Cases {
    struct Case: Sendable {
        var name: String
        var bytes: [UInt8]
        /// The bytes with U+FFFD for what is broken; the bytes themselves where they are valid.
        var repaired: [UInt8]
    }

    private static let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "shared/data/hostile/utf8tests/utf8tests.txt")

    static let isThere = FileManager.default.fileExists(atPath: file.path)

    static func all() throws -> [Case] {
        let data = try #require(FileManager.default.contents(atPath: file.path))
        return String(decoding: data, as: UTF8.self).split(separator: "\n").compactMap { line in
            let fields = line.split(separator: ":", omittingEmptySubsequences: false)
            guard !line.hasPrefix("#"), fields.count >= 3 else { return nil }
            let name = String(fields[0])
            switch fields[1] {
            case "valid": return Case(name: name, bytes: Array(fields[2].utf8), repaired: Array(fields[2].utf8))
            case "valid hex": return Case(name: name, bytes: hex(fields[2]), repaired: hex(fields[2]))
            case "invalid hex": return Case(name: name, bytes: hex(fields[2]), repaired: hex(fields[4]))
            default: return nil
            }
        }
    }

    private static func hex(_ text: Substring) -> [UInt8] {
        let digits = text.utf8.compactMap { Character(UnicodeScalar($0)).hexDigitValue.map(UInt8.init) }
        return stride(from: 0, to: digits.count - 1, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
    }
}

@Suite("Repair of UTF-8", .enabled(if: UTF8Cases.isThere, "needs ../shared/data/hostile"))
struct UTF8RepairTests {
    @Test func cases() throws {
        let cases = try UTF8Cases.all()
        #expect(cases.count > 180)
        for item in cases {
            let hasControls = item.bytes.contains { $0 < 0x20 || $0 == 0x7F }
            guard !hasControls else { continue }
            #expect(UTF8Scan.repaired(item.bytes) == item.repaired, "\(item.name): \(item.bytes)")
            #expect(UTF8Scan.scan(item.bytes).isClean == (item.bytes == item.repaired), "\(item.name)")
        }
    }
}
