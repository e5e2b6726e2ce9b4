import Diplomacy
import Glibc
import Testing

@testable import Analysis

@Suite struct PanelTests {
    private func history(_ name: String, _ days: [Int]) -> ContactHistory {
        ContactHistory(dyad: name, days: days.map { Worlds.began + $0 }, began: Worlds.began)
    }

    @Test func runsOfAllDyadsAreCounted() {
        let panel = Panel([history("a", [5, 6, 9]), history("b", [5, 40])])
        let began = Worlds.began.number
        #expect(panel.runs(from: began + 5, through: began + 9) == 3)
        #expect(panel.runs(from: began, through: began + 4) == 0)
        #expect(panel.runs(from: began + 10, through: began + 99_999) == 1 && panel.runs(by: began + 5) == 2)
        #expect(panel.runs(from: 9, through: 3) == 0 && Panel([]).runs(from: 0, through: 10) == 0)
    }

    @Test func aCrowdIsKnownOnlyFromWhatHasBegun() {
        let panel = Panel((0..<8).map { history("\($0)", [$0 < 5 ? 10 : 11]) })
        let day = Worlds.began.number + 10
        #expect(panel.isCrowded(day, by: day + 1) && !panel.isCrowded(day, by: day))
        #expect(!panel.isCrowded(day + 5, by: day + 9))
    }

    /// Weights halve: of a day three years ago at the pace of three years a half.
    @Test func decay() {
        #expect(Decay.weight(2, age: 0) == 1 && abs(Decay.weight(2, age: 1096) - 0.5) < 2e-4)
        #expect(Decay.weight(0, age: -1) == 0 && Decay.weight(4, age: .max) == 0)
        for scale in 0..<Decay.count {
            let sum = (0..<500).reduce(0) { $0 + Decay.weight(scale, age: $1) }
            #expect(abs(Decay.exposure(scale, days: 500) - sum) < 1e-6)
        }
        #expect(Decay.halfLives.count == Decay.count)
    }

    @Test func seasonsAreLearned() {
        // every dyad meets in its year's first fifty days, twice
        let histories = (0..<20).map { dyad -> ContactHistory in
            let starts: [Int] = (0..<15).map { Int(365.25 * Double($0)) + dyad }
            return history("\(dyad)", starts + starts.map { $0 + 25 })
        }
        let panel = Panel(histories)
        let before = panel.surroundings(on: Worlds.day(12) - 1)
        let after = panel.surroundings(on: Worlds.day(12) + 80)
        #expect(before.seasons[0] > 1 && after.seasons[0] < -1 && before.seasons[3] == 0)
    }

    /// Six years of ordinary chance, then nothing for half a year.
    @Test func aShockIsSeenAndPasses() {
        let (all, _) = Worlds.poisson(dyads: 60, years: 9, seed: 12)
        let closed = Worlds.day(7)..<Worlds.day(7.5)
        let panel = Panel(
            all.map { history in
                ContactHistory(
                    dyad: history.dyad, days: history.days.filter { !closed.contains($0) }, began: history.began)
            })
        let shut = panel.surroundings(on: Worlds.day(7.5))
        #expect(panel.surroundings(on: Worlds.day(7)).shock == 0 && shut.shock < -2)
        #expect(panel.surroundings(on: Worlds.day(8.2)).shock == 0)
        #expect(shut.shock(over: 30) < shut.shock(over: 180) && shut.shock(over: 180) < -0.3)
        // few contacts tell no shock from chance
        #expect(Panel([all[0]]).surroundings(on: Worlds.day(8)).shock == 0)
    }
}
