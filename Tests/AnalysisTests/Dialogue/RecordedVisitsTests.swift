import Diplomacy
import FoundationEssentials
import Testing

@testable import Analysis

/// Visits between the United States and another country as the Office of the Historian lists them, to the end of 2023:
/// `../shared/data/visits`, journeys of presidents and secretaries of state and visits of foreign leaders.
enum RecordedVisits {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "shared/data/visits")
    private static let files = [("us_travels.csv", "country_id"), ("foreign_leader_visits_to_us.csv", "from_id")]

    static let isThere = files.allSatisfy {
        FileManager.default.fileExists(atPath: folder.appending(path: $0.0).path)
    }

    /// One contact for each visit, on its first day.
    static func contacts(with country: String) throws -> [Contact] {
        try files.flatMap { name, column in
            let data = try #require(FileManager.default.contents(atPath: folder.appending(path: name).path))
            let rows = records([UInt8](data))
            let header = try #require(rows.first)
            let place = try #require(header.firstIndex(of: column))
            let date = try #require(header.firstIndex(of: "start_date"))
            return rows.dropFirst().filter { $0.count == header.count && $0[place] == country }.compactMap { row in
                Day(iso: row[date]).map {
                    Contact(
                        encounter: "\(name)-\(row[0])", date: PartialDate(day: $0), kind: .visit, medium: .inPerson,
                        level: .leader)
                }
            }
        }
    }

    /// The fields of each record of comma-separated values (RFC 4180).
    private static func records(_ bytes: [UInt8]) -> [[String]] {
        var rows: [[String]] = []
        var row: [String] = []
        var field: [UInt8] = []
        var isQuoted = false
        func end() {
            row.append(String(decoding: field, as: UTF8.self))
            field = []
        }
        for (i, byte) in bytes.enumerated() {
            switch byte {
            case UInt8(ascii: "\""):
                // a doubled mark is one mark
                if isQuoted || i == 0 || bytes[i - 1] != byte {
                    isQuoted.toggle()
                } else {
                    isQuoted.toggle(); field.append(byte)
                }
            case UInt8(ascii: ",") where !isQuoted: end()
            case UInt8(ascii: "\n") where !isQuoted:
                end()
                rows.append(row)
                row = []
            case UInt8(ascii: "\r") where !isQuoted: break
            default: field.append(byte)
            }
        }
        return rows
    }
}

/// Expected values by a script of its own over the same files: NumPy for the gaps, every partition's cost for the phases, all pairs of states
/// for the bursts.
@Suite(.enabled(if: RecordedVisits.isThere, "needs ../shared/data/visits"))
struct RecordedVisitsTests {
    private let asOf = DialogueSamples.day("2023-12-31")

    struct Expected: Sendable {
        var country: String
        var n: Int
        var gaps: Int
        var quartiles: [Double]
        var longest: Int
        var variation: Double
        var burstiness: Double
        var memory: Double
        var silence: Int
        var asLong: Int
        var in2009: Int
    }

    static let expected = [
        Expected(
            country: "united-kingdom", n: 395, gaps: 370, quartiles: [26, 61, 137.5], longest: 2442,
            variation: 1.9069352698089037, burstiness: 0.33612603435879235, memory: 0.20188187503821284, silence: 175,
            asLong: 68, in2009: 7),
        Expected(
            country: "japan", n: 189, gaps: 177, quartiles: [50, 105, 203], longest: 14238,
            variation: 4.650010847291404, burstiness: 0.7389154970774843, memory: 0.29211526080736305, silence: 49,
            asLong: 134, in2009: 5),
        Expected(
            country: "israel", n: 301, gaps: 288, quartiles: [15.75, 44.5, 104.25], longest: 2492,
            variation: 1.9847703674148185, burstiness: 0.35964624452249716, memory: 0.44089849496632355, silence: 31,
            asLong: 174, in2009: 6),
    ]

    @Test(arguments: expected)
    func rhythm(_ expected: Expected) throws {
        let rhythm = Rhythm(of: try RecordedVisits.contacts(with: expected.country), asOf: asOf)
        let gaps = rhythm.gaps
        #expect(rhythm.n == expected.n && gaps.n == expected.gaps && gaps.longest?.days == expected.longest)
        #expect([gaps.lowerQuartile, gaps.median, gaps.upperQuartile] == expected.quartiles)
        #expect(DialogueSamples.near(gaps.variation, expected.variation))
        #expect(DialogueSamples.near(gaps.burstinessForFew, expected.burstiness))
        #expect(DialogueSamples.near(gaps.memory, expected.memory) && gaps.course == .inBursts)
        #expect(rhythm.silence.days == expected.silence && rhythm.silence.asLong == expected.asLong)
        #expect(rhythm.counts(by: .year).rows.first { $0.period.year == 2009 }?.count == expected.in2009)
    }

    @Test(arguments: [
        ("united-kingdom", [1952], 3750.101576812111), ("japan", [1972], 2229.670009373131),
        ("israel", [1973, 1993, 1997], 3191.9872275168696),
    ])
    func phases(_ country: String, _ years: [Int], _ cost: Double) throws {
        let contacts = try RecordedVisits.contacts(with: country)
        let cells = (1946...2023).compactMap { CalendarPeriod(.year, year: $0) }.map { year in
            Phases.Cell(
                days: year.start...year.end, keys: contacts.filter { year.contains($0.day) }.map(\.encounter),
                exposure: year.days)
        }
        let phases = Phases(of: cells)
        #expect(phases.changes.map(\.civil.year) == years && DialogueSamples.near(phases.cost, cost))
    }

    @Test func bursts() throws {
        let found = Bursts(of: Rhythm(of: try RecordedVisits.contacts(with: "israel"), asOf: asOf))
        #expect(found.stateCount == 16 && DialogueSamples.near(found.cost, 1580.5355590057748))
        let bursts = found.bursts.dropFirst().map { "\($0.level) \($0.start.iso) \($0.end.iso)" }
        #expect(bursts == ["2 1991-03-11 2002-06-10", "3 1994-04-28 1996-10-06", "2 2006-05-21 2014-07-23"])
    }
}
