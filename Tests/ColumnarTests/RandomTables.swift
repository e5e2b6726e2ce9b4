@testable import Columnar

/// Tables of every kind of column with hard values in hard arrangements, one a seed.
struct RandomTable {
    var columns: [ParquetColumn] = []
    var rows: [[ParquetValue]] = []
    var codec = ParquetCodec.uncompressed
    var rowsInGroup = 1 << 20
    var limits = ParquetLimits()

    private static let characters = [
        "a", "Z", "0", " ", "\"", "\\", "\u{0}", "\n", "é", "e\u{301}", "Ж", "中", "\u{7F}", "\u{80}", "\u{D7FF}",
        "\u{E000}", "\u{FFFF}", "😀", "\u{10FFFF}",
    ]

    init(seed: UInt64) {
        var numbers = Numbers(seed)
        for i in 0..<Int.random(in: 1...8, using: &numbers) {
            let name = ["c\(i)", "naïve \(i)", "a.b\(i)", "😀\(i)"].randomElement(using: &numbers) ?? "c\(i)"
            columns.append(
                ParquetColumn(
                    name, ParquetType.allCases.randomElement(using: &numbers) ?? .utf8,
                    isRequired: Bool.random(using: &numbers)))
        }
        let most = [1, 8, 9, 50, 400, 2000].randomElement(using: &numbers) ?? 1
        let count = Int.random(in: 0...most, using: &numbers)
        let cells = columns.map { Self.cells($0, count, &numbers) }
        rows = (0..<count).map { row in cells.map { $0[row] } }
        codec = ParquetCodec.allCases.randomElement(using: &numbers) ?? .zstd
        if Bool.random(using: &numbers) { limits.pageRows = Int.random(in: 1...300, using: &numbers) }
        if Bool.random(using: &numbers) { limits.pageBytes = Int.random(in: 1...5000, using: &numbers) }
        if Bool.random(using: &numbers) { limits.dictionaryBytes = Int.random(in: 0...2000, using: &numbers) }
        if Bool.random(using: &numbers) { limits.groupBytes = Int.random(in: 500...90_000, using: &numbers) }
        if Bool.random(using: &numbers) {
            rowsInGroup = Int.random(in: max(1, count / 20)...count + 1, using: &numbers)
        }
    }

    func file() throws -> [UInt8] {
        try Table.file(
            columns, rows, metadata: [("licence", "CC0-1.0")], codec: codec, rowsInGroup: rowsInGroup, limits: limits)
    }

    /// A column's cells: drawn from a few values or ever new ones, alone or in runs, with more or fewer nulls.
    private static func cells(_ column: ParquetColumn, _ count: Int, _ numbers: inout Numbers) -> [ParquetValue] {
        let few = [0, 0, 1, 2, 3, 9, 300].randomElement(using: &numbers) ?? 0
        let pool = (0..<few).map { _ in value(column.type, &numbers) }
        let run = [1, 1, 2, 20, 500].randomElement(using: &numbers) ?? 1
        let share: Double = [0, 0.1, 0.5, 0.99, 1].randomElement(using: &numbers) ?? 0
        var cells: [ParquetValue] = []
        while cells.count < count {
            let isNull = !column.isRequired && Double.random(in: 0..<1, using: &numbers) < share
            let next = isNull ? .null : pool.randomElement(using: &numbers) ?? value(column.type, &numbers)
            let length = min(Int.random(in: 1...run, using: &numbers), count - cells.count)
            cells += Array(repeating: next, count: length)
        }
        return cells
    }

    private static func text(_ numbers: inout Numbers) -> String {
        let isLong = Int.random(in: 0..<12, using: &numbers) == 0
        let some = isLong ? [characters.randomElement(using: &numbers) ?? ""] : characters
        return (0..<Int.random(in: 0...(isLong ? 90 : 12), using: &numbers)).reduce("") { text, _ in
            text + (some.randomElement(using: &numbers) ?? "")
        }
    }

    private static func value(_ type: ParquetType, _ numbers: inout Numbers) -> ParquetValue {
        let small = Int.random(in: -5...5, using: &numbers)
        switch type {
        case .utf8: return .text(text(&numbers))
        case .json:
            let filler = String(repeating: "é", count: Int.random(in: 0...40, using: &numbers))
            let values = ["null", "\(small)", "[\(small), \"😀\"]", "{\"a\": \"\(filler)\"}"]
            return .text(values.randomElement(using: &numbers) ?? "0")
        case .int32:
            let any = Int(Int32(truncatingIfNeeded: numbers.next()))
            return .int([small, any, Int(Int32.min), Int(Int32.max)].randomElement(using: &numbers) ?? 0)
        case .int64:
            let any = Int(truncatingIfNeeded: numbers.next())
            return .int([small, any, .min, .max].randomElement(using: &numbers) ?? 0)
        // the years 1 to 9999, which all readers know
        case .date: return .int(Int.random(in: -719_162...2_932_896, using: &numbers))
        case .timestamp:
            return .int(Int.random(in: -62_135_596_800_000_000...253_402_300_799_999_999, using: &numbers))
        case .double:
            let hard: [Double] = [
                0, -0.0, .nan, .infinity, -.infinity, .leastNonzeroMagnitude, .greatestFiniteMagnitude, Double(small),
                Double(bitPattern: numbers.next()),
            ]
            return .double(hard.randomElement(using: &numbers) ?? 0)
        case .boolean: return .bool(Bool.random(using: &numbers))
        case .utf8List: return .texts((0..<max(small, 0)).map { _ in text(&numbers) })
        }
    }
}
