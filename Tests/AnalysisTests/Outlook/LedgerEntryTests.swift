import Diplomacy
import Glibc
import Testing

@testable import Analysis

@Suite struct LedgerEntryTests {
    private let made = Day(number: 20_000)

    private func history(_ offsets: [Int], rounds: [Int] = []) -> ContactHistory {
        ContactHistory(
            dyad: "a", days: offsets.map { made + $0 }, began: made - 4000,
            rounds: rounds.isEmpty ? [:] : ["dialogue": rounds.map { made + $0 }])
    }

    private func written(_ probability: Double, horizon: Int = 30, expected: Double? = 1.5, series: String? = nil)
        -> LedgerEntry?
    {
        LedgerEntry(
            made: made, dyad: "a", series: series, horizon: horizon, probability: probability, expected: expected,
            forecaster: .pooled, version: 1, contacts: 2, last: made - 3)
    }

    @Test func entriesAreScoredAfterTheirDay() throws {
        let entry = try #require(written(0.8))
        let known = history([-50, -3, 10, 30, 31])
        #expect(entry.due == made + 30 && entry.score(known, through: made + 29) == nil)
        let score = try #require(entry.score(known, through: made + 30))
        #expect(score.count == 2 && score.first == made + 10 && score.toldLater == 0)
        #expect(abs(score.brier - 0.04) < 1e-12 && abs(score.logarithmic + log(0.8)) < 1e-12)
        #expect(score.countError == 0.5)
        let quiet = try #require(entry.score(history([-50, -20, -3]), through: made + 99))
        #expect(quiet.count == 0 && quiet.first == nil && abs(quiet.brier - 0.64) < 1e-12 && quiet.toldLater == 1)
    }

    @Test func aDialogueIsScoredByItsRounds() throws {
        let entry = try #require(written(1, expected: nil, series: "dialogue"))
        #expect(entry.score(history([5, 9], rounds: [9]), through: made + 60)?.count == 1)
        let missed = try #require(entry.score(history([5]), through: made + 60))
        #expect(missed.count == 0 && missed.logarithmic == .infinity && missed.countError == nil)
    }

    @Test func whatIsNoForecastIsNoEntry() {
        #expect(
            written(1.2) == nil && written(.nan) == nil && written(0.5, horizon: 0) == nil
                && written(0.5, horizon: 366) == nil)
        #expect(written(0.5, expected: -1) == nil && written(0.5, expected: .infinity) == nil && written(0.5) != nil)
        let other = ContactHistory(dyad: "b", days: [], began: made - 10)
        #expect(written(0.5)?.score(other, through: made + 400) == nil)
        let late = ContactHistory(dyad: "a", days: [], began: made + 1)
        #expect(written(0.5)?.score(late, through: made + 400) == nil)
    }

    @Test func anOutlookIsWrittenAsItIs() throws {
        let history = history([-50, -3])
        let outlook = try #require(Forecaster.decadeRate.outlook(of: history, on: made))
        let entry = try #require(LedgerEntry(outlook, horizon: 90, selection: ContactSelection(level: .leader)))
        #expect(entry.probability == outlook.chance(within: 90) && entry.expected == outlook.count(within: 90)?.mean)
        #expect(entry.contacts == 2 && entry.last == made - 3 && entry.forecaster == .decadeRate && entry.version == 1)
        #expect(LedgerEntry(outlook, horizon: 45)?.expected == nil && LedgerEntry(outlook, horizon: 400) == nil)
    }
}
