import Datasets
import Diplomacy
import FoundationEssentials

@testable import Register

/// A row of GDELT 2.0 as text.
func gdeltRow(
    _ id: Int, _ day: String = "20260310", _ source: String = "USA", _ target: String = "RUS", code: String = "040",
    country: String = "SZ", url: String = "http://example.org/a", articles: Int = 1
) -> String {
    var fields = [String](repeating: "", count: 61)
    fields[0] = String(id)
    fields[1] = day
    (fields[5], fields[6], fields[7]) = (source + "GOV", "A NAME", source)
    fields[12] = "GOV"
    (fields[15], fields[17]) = (target, target)
    (fields[25], fields[26], fields[29], fields[30]) = ("1", code, "1", "4.0")
    (fields[31], fields[32], fields[33]) = (String(articles * 2), "1", String(articles))
    (fields[51], fields[52], fields[53], fields[56], fields[57]) = ("1", "A place", country, "46.2", "6.15")
    (fields[59], fields[60]) = (day + "120000", url)
    return fields.joined(separator: "\t") + "\n"
}

/// What a test breaks off with.
struct BrokenOff: Error {}

extension Register {
    /// Imports a text, some bytes at once.
    ///
    /// - Parameter failsAt: the byte from which on reading fails.
    @discardableResult
    func alleged(
        _ text: String, name: String = "rows.csv", as dataSet: EventDataSet = .gdelt, step: Int = 4_096,
        failsAt: Int = .max, batch: Int = 65_536, goesOn: (AllegedTally) -> Bool = { _ in true }
    ) throws -> AllegedTally {
        let bytes = Array(text.utf8)
        return try importAlleged(
            AllegedFile(name: name, dataSet: dataSet), at: "2026-06-01T00:00:00Z",
            open: {
                var place = 0
                return { buffer in
                    if place >= failsAt { throw BrokenOff() }
                    let count = min(buffer.count, step, bytes.count - place)
                    bytes.withUnsafeBytes {
                        buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[place..<place + count]))
                    }
                    place += count
                    return count
                }
            }, batch: batch, goesOn: goesOn)
    }
}

/// All days.
let allDays = Day(number: -700_000)...Day(number: 2_000_000)

/// Numbers that are the same in each run.
struct Dice: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
