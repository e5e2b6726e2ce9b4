import Glibc
import Testing

@testable import Columnar

/// Writes PARQUET_ROWS rows like those of encounters to PARQUET_FOLDER, and prints what it took:
/// `swift test -c release -Xswiftc -enable-testing --filter ColumnarTests.SpeedTests`. Beside it goes
/// `Evaluation/parquet_speed.py`.
@Suite(
    "Speed of writing", .serialized,
    .enabled(
        if: Surroundings.number("PARQUET_ROWS") != nil && Surroundings.folder != nil,
        "needs PARQUET_ROWS and PARQUET_FOLDER"))
struct SpeedTests {
    private static let columns: [ParquetColumn] = [
        ParquetColumn("id", .utf8, isRequired: true), ParquetColumn("status", .utf8, isRequired: true),
        ParquetColumn("kind", .utf8, isRequired: true), ParquetColumn("date", .date),
        ParquetColumn("country", .utf8), ParquetColumn("city", .utf8),
        ParquetColumn("parties", .utf8List, isRequired: true), ParquetColumn("persons", .utf8List),
        ParquetColumn("outcome", .utf8), ParquetColumn("reports", .int32, isRequired: true),
        ParquetColumn("confidence", .double), ParquetColumn("first_seen", .timestamp, isRequired: true),
    ]
    private static let countries = [
        "DEU", "FRA", "USA", "CHN", "RUS", "IND", "BRA", "TUR", "GBR", "JPN", "ZAF", "EGY", "IRN", "SAU", "POL", "UKR",
    ]
    private static let kinds = ["meeting", "call", "visit", "summit"]

    /// A row of hexadecimal ids that never return, days in order, some hundreds of cities and persons, and nulls.
    private static func row(_ i: Int, _ numbers: inout Numbers) -> [ParquetValue] {
        let bits = numbers.next()
        func part(_ from: UInt64, _ count: UInt64) -> Int { Int((bits >> from) % count) }
        let id = String(numbers.next(), radix: 16)
        let parties = [countries[part(0, 16)], countries[part(4, 16)]]
        return [
            .text(id), .text(part(8, 8) == 0 ? "disputed" : "confirmed"), .text(kinds[part(11, 4)]),
            part(13, 64) == 0 ? .null : .int(10_000 + i / 100),
            part(19, 4) == 0 ? .null : .text(countries[part(21, 16)]),
            part(25, 4) == 0 ? .null : .text("City \(part(27, 700))"), .texts(parties),
            part(37, 2) == 0 ? .null : .texts(["Person \(part(38, 900))"]),
            part(48, 4) == 0 ? .null : .text("agreed"), .int(1 + part(50, 15)), .double(Double(part(54, 1000)) / 1000),
            .timestamp(i, part(30, 1_000_000)),
        ]
    }

    @Test("rows like those of encounters", arguments: ParquetCodec.allCases)
    func encounters(_ codec: ParquetCodec) throws {
        let count = Surroundings.number("PARQUET_ROWS") ?? 0
        let path = "\(Surroundings.folder ?? "")/encounters-\(codec.rawValue).parquet"
        let file = try #require(fopen(path, "wb"))
        var numbers = Numbers(42)
        var seconds = 0.0
        do {
            var writer = try ParquetWriter(columns: Self.columns, codec: codec) {
                try Surroundings.write($0, to: file)
            }
            // rows are made between the measurements
            var batch: [[ParquetValue]] = []
            for start in stride(from: 0, to: count, by: 1000) {
                batch.removeAll(keepingCapacity: true)
                for i in start..<min(start + 1000, count) { batch.append(Self.row(i, &numbers)) }
                let from = Self.processorTime
                for row in batch { try writer.append(row) }
                seconds += Self.processorTime - from
            }
            let from = Self.processorTime
            try writer.finish()
            seconds += Self.processorTime - from
        }
        #expect(fclose(file) == 0)
        print("\(codec.rawValue): \(count) rows, \(Int(seconds * 1000)) ms of one core, peak \(Self.peak) KiB")
    }

    private static var processorTime: Double {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    /// The most memory of the process so far, in KiB; `getrusage` would tell that of the program that started it too.
    private static var peak: Int {
        guard let file = fopen("/proc/self/status", "r") else { return 0 }
        defer { fclose(file) }
        var line = [CChar](repeating: 0, count: 256)
        while fgets(&line, Int32(line.count), file) != nil {
            let words = String(decoding: line.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
                .split(whereSeparator: \.isWhitespace)
            if words.first == "VmHWM:", words.count > 1 { return Int(words[1]) ?? 0 }
        }
        return 0
    }
}

extension ParquetValue {
    /// A time some seconds after another, as times of a register are.
    fileprivate static func timestamp(_ i: Int, _ micros: Int) -> ParquetValue {
        .int(1_500_000_000_000_000 + i * 9_000_000 + micros)
    }
}
