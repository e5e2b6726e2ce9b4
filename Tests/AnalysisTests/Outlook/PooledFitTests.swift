import Diplomacy
import Testing

@testable import Analysis

@Suite struct PooledFitTests {
    /// Alike dyads are drawn together much more than unlike ones.
    @Test func dyadsAreDrawnToOneAnotherAsTheyAreAlike() {
        var chance = SeededChance(seed: 5)
        func panel(_ waits: [Double]) -> Panel {
            Panel(
                waits.enumerated().map { number, wait in
                    Worlds.history("\(number)", years: 6) { wait * 2 * max(0.01, chance.unit()) }
                })
        }
        let alike = PooledFit(panel(Array(repeating: 120, count: 40)), before: Worlds.day(6))
        let unlike = PooledFit(panel((0..<40).map { $0 % 2 == 0 ? 30 : 900 }), before: Worlds.day(6))
        #expect(alike.strength > 4 * unlike.strength)
        #expect(alike.rows > 500 && alike.before == Worlds.day(6))
    }

    @Test func withFewRowsTheRateAloneSpeaks() throws {
        let panel = Panel([Worlds.history("a", years: 3) { 100 }])
        let origin = Worlds.day(3)
        let fit = PooledFit(panel, before: origin)
        #expect(fit.rows < PooledFit.leastRows && fit.regressions.allSatisfy { $0 == nil })
        let traits = try #require(
            Traits(panel.histories[0], panel.surroundings(on: origin), panel, strength: fit.strength))
        let chances = fit.chances(traits)
        #expect(abs(chances[0] - Rates.chance(traits.rate, days: 30)) < 1e-9)
        #expect(chances == chances.sorted() && traits.row(0).count == Traits.names.count)
    }
}
