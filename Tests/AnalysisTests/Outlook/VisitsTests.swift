import Diplomacy
import FoundationEssentials
import Testing

@testable import Analysis

/// Visits to and travels from the United States in `../shared/data/visits`, by the Office of the Historian.
enum Visits {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "shared/data/visits")

    static let isThere = FileManager.default.fileExists(atPath: folder.appending(path: "us_travels.csv").path)

    /// The dyads of the United States, from 1950 through 2018.
    static func histories() throws -> [ContactHistory] {
        let began = try #require(Day(iso: "1950-01-01"))
        let through = try #require(Day(iso: "2018-12-31"))
        var days: [String: [Day]] = [:]
        for (name, start, end, country) in [("us_travels", 4, 5, 6), ("foreign_leader_visits_to_us", 1, 2, 4)] {
            let data = try #require(FileManager.default.contents(atPath: folder.appending(path: name + ".csv").path))
            for line in data.split(separator: UInt8(ascii: "\n")).dropFirst() {
                let cells = cells(line)
                guard cells.count > country, let first = Day(iso: cells[start]), first >= began else { continue }
                let last = max(first, Day(iso: cells[end]) ?? first)
                for day in 0..<min(14, last - first + 1) where first + day <= through {
                    days[cells[country], default: []].append(first + day)
                }
            }
        }
        return days.sorted { $0.key < $1.key }.map { ContactHistory(dyad: $0.key, days: $0.value, began: began) }
    }

    /// The cells of a line; commas within quotes part none.
    private static func cells(_ line: Data) -> [String] {
        var cells: [[UInt8]] = [[]]
        var isQuoted = false
        for byte in line {
            if byte == UInt8(ascii: "\"") {
                isQuoted.toggle()
            } else if byte == UInt8(ascii: ","), !isQuoted {
                cells.append([])
            } else {
                cells[cells.count - 1].append(byte)
            }
        }
        return cells.map { String(decoding: $0, as: UTF8.self) }
    }
}

@Suite("Visits", .enabled(if: Visits.isThere, "needs ../shared/data/visits"))
struct VisitsTests {
    @Test func thePooledModelBeatsTheBestBaseline() throws {
        let histories = try Visits.histories()
        let first = try #require(Day(iso: "2016-01-01"))
        let frequent = histories.filter { $0.count(from: $0.began, through: first - 1) >= 10 }
        #expect(frequent.count > 130)
        var origins: [Day] = []
        for month in 0..<36 {
            let day = try #require(Day(year: 2016 + month / 12, month: month % 12 + 1, day: 1))
            origins.append(day - 1)
        }
        let plan = OutlookEvaluation.Plan(
            dyads: Set(frequent.map(\.dyad)), origins: origins, through: first + 1095,
            forecasters: Forecaster.baselines + [.pooled], refit: 36)
        let evaluation = try #require(OutlookEvaluation(Panel(frequent), plan))
        let pooled = try #require(evaluation.result(.pooled))
        for measure in [OutlookEvaluation.Measure.brier30, .brier90, .brier180, .count180] {
            #expect((pooled.skills[measure]?.value ?? -1) > 0, "\(measure): \(pooled.skills[measure]?.value ?? .nan)")
        }
        #expect((pooled.reliability[90]?.meanError ?? 1) < 0.06)
    }
}
