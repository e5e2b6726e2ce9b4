import Diplomacy
import Testing

@testable import Analysis

/// Standing dialogues and announced encounters.
@Suite struct DialogueTests {
    private let origin = Worlds.day(5)

    private func history(_ rounds: [Int], announced: [Announcement] = []) -> ContactHistory {
        let days = rounds.map { origin + $0 }
        return ContactHistory(
            dyad: "a", days: days, began: Worlds.began, rounds: ["strategic": days], announced: announced)
    }

    private func word(_ id: String, told: Int, for days: ClosedRange<Int>, _ status: Status = .announced)
        -> Announcement
    {
        Announcement(
            encounter: id, told: origin + told,
            date: PartialDate(start: origin + days.lowerBound, end: origin + days.upperBound, precision: .day),
            status: status)
    }

    @Test func aDialogueKeepsItsPace() throws {
        let yearly = history([-1430, -1065, -705, -340])  // the next is due about day 22
        let outlook = try #require(Forecaster.cadence.outlook(of: yearly, on: origin))
        let steady = try #require(Forecaster.decadeRate.outlook(of: yearly, on: origin))
        #expect(outlook.chance(within: 90) > 0.5 && outlook.chance(within: 90) > steady.chance(within: 90) + 0.2)
        // a month after a round the next is far away
        let early = try #require(Forecaster.cadence.outlook(of: history([-1125, -760, -395, -30]), on: origin))
        #expect(early.chance(within: 90) < 0.15)
        #expect(Forecaster.cadence.outlook(of: history([-700, -340]), on: origin) == nil)
        // silent for four times its wait: lapsed
        #expect(Forecaster.cadence.outlook(of: history([-1000, -900, -800]), on: origin) == nil)
    }

    /// Without a record four in five of those that are announced are held.
    @Test func announcedEncountersComeAtTheirTime() throws {
        let told = history([], announced: [word("x", told: -5, for: 20...20)])
        let outlook = try #require(Forecaster.announced.outlook(of: told, on: origin))
        #expect(outlook.chance(within: 19) < 0.05 && abs(outlook.chance(within: 20) - 0.8) < 0.02)
        let maybe = history([], announced: [word("x", told: -5, for: 11...20, .proposed)])
        let half = try #require(Forecaster.announced.outlook(of: maybe, on: origin))
        #expect(abs(half.chance(within: 15) - 0.15) < 0.02 && abs(half.chance(within: 20) - 0.3) < 0.02)
    }

    @Test func whatIsToldLaterOrCalledOffDoesNotCount() {
        func forecast(_ words: [Announcement]) -> Outlook? {
            Forecaster.announced.outlook(of: history([], announced: words), on: origin)
        }
        #expect(forecast([word("x", told: 1, for: 20...20)]) == nil)
        #expect(forecast([word("x", told: -9, for: 20...20), word("x", told: -2, for: 20...20, .cancelled)]) == nil)
        #expect(forecast([word("x", told: -9, for: 20...20), word("x", told: 2, for: 20...20, .cancelled)]) != nil)
        #expect(forecast([word("x", told: -90, for: -30 ... -30)]) == nil)
    }

    /// Ten announced before, two of them held: (8 + 2) / (10 + 10) is half.
    @Test func theRecordOfEarlierOnesIsLearned() throws {
        var words = [word("next", told: -1, for: 10...10)]
        for i in 0..<10 { words.append(word("p\(i)", told: -1100 + 100 * i, for: -1050 + 100 * i ... -1050 + 100 * i)) }
        let announced = Announced(history([-1051, -148], announced: words), by: origin)
        #expect(announced.pending.count == 1 && abs(announced.pending[0].share - 0.5) < 1e-12)
        #expect(abs(announced.quiet(within: 9) - 1) < 1e-12 && abs(announced.quiet(within: 10) - 0.5) < 1e-12)
    }

    @Test func thePooledModelHeedsAnnouncements() throws {
        let told = history([-900, -300], announced: [word("x", told: -5, for: 20...20)])
        let panel = Panel([told])
        let context = try #require(Forecaster.Context(panel, fit: PooledFit(panel, before: origin), on: origin))
        let outlook = try #require(Forecaster.pooled.outlook(of: told, on: origin, in: context))
        let silent = try #require(Forecaster.pooled.outlook(of: history([-900, -300]), on: origin, in: context))
        #expect(outlook.chance(within: 30) > 0.78 && silent.chance(within: 30) < 0.3)
    }
}
