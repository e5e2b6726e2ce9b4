import Glibc
import Testing

@testable import Analysis

@Suite struct ProbabilityScoreTests {
    private func near(_ a: Double?, _ b: Double, _ tolerance: Double = 1e-12) -> Bool {
        a.map { abs($0 - b) <= tolerance } ?? false
    }

    @Test func ofOneForecast() {
        #expect(near(ProbabilityScore.brier(0.7, true), 0.09) && near(ProbabilityScore.brier(0.7, false), 0.49))
        #expect(near(ProbabilityScore.log(0.5, true), 0.6931471805599453))
        #expect(near(ProbabilityScore.log(0.25, false), log(4.0 / 3)))
        #expect(ProbabilityScore.log(0, true) == .infinity && ProbabilityScore.log(0, false) == 0)
    }

    /// The published case: log₂(8/3).
    @Test func ignoranceByBins() {
        #expect(near(ProbabilityScore.ignorance([1, 3, 5, 7, 9], edges: [0, 4, 8, 12], came: 5), 1.415037499278844))
        // members and what came outside of the edges belong to the bins at the ends
        #expect(near(ProbabilityScore.ignorance([-9, 30], edges: [0, 4, 8], came: 99), 1))
        #expect(near(ProbabilityScore.ignorance([8], edges: [0, 4, 8], came: 8), log2(1.5)))
        #expect(near(ProbabilityScore.ignorance([], edges: [0, 4, 8], came: 1), 1))
        #expect(ProbabilityScore.ignorance([1], edges: [0], came: 1) == nil)
        #expect(ProbabilityScore.ignorance([1], edges: [0, 0], came: 1) == nil)
        #expect(ProbabilityScore.ignorance([.nan], edges: [0, 1], came: 1) == nil)
    }

    /// By hand: forecasts .2 (came 1 of 4) and .8 (came 3 of 4), share 1/2.
    @Test func murphysParts() throws {
        let forecasts = [0.2, 0.8, 0.2, 0.8, 0.2, 0.8, 0.2, 0.8]
        let outcomes = [true, true, false, true, false, true, false, false]
        let parts = try #require(BrierParts(forecasts, outcomes))
        #expect(near(parts.reliability, 0.0025) && near(parts.resolution, 0.0625) && near(parts.uncertainty, 0.25))
        #expect(near(parts.brier, 0.19) && parts.spread < 1e-15 && parts.count == 8)
    }

    @Test func thePartsAlwaysSumToTheScore() throws {
        var chance = SeededChance(seed: 5)
        let forecasts = (0..<500).map { _ in chance.unit() }
        let outcomes = forecasts.map { chance.unit() < $0 * $0 }
        let groups = forecasts.map { Int($0 * 7) }
        for parts in [BrierParts(forecasts, outcomes), BrierParts(forecasts, outcomes, groups: groups)] {
            let parts = try #require(parts)
            let sum =
                parts.reliability - parts.resolution + parts.uncertainty + parts.spread - parts.covariance
            #expect(near(sum, parts.brier))
        }
        let grouped = try #require(BrierParts(forecasts, outcomes, groups: groups))
        #expect(grouped.spread > 0.001 && grouped.covariance > 0.001)
    }

    @Test func whatIsNoForecastHasNoParts() {
        #expect(BrierParts([], []) == nil && BrierParts([0.5], []) == nil && BrierParts([1.5], [true]) == nil)
        #expect(BrierParts([.nan], [true]) == nil && BrierParts([0.5], [true], groups: []) == nil)
    }
}
