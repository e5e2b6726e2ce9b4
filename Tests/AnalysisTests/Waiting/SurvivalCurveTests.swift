import Testing

@testable import Analysis

@Suite struct SurvivalCurveTests {
    private func near(_ a: Double?, _ b: Double, _ tolerance: Double = 1e-6) -> Bool {
        a.map { abs($0 - b) <= tolerance } ?? false
    }

    private func intervals(_ rows: [(Double, Double, Bool)]) -> [Interval] {
        rows.compactMap { Interval(entry: $0.0, time: $0.1, ended: $0.2) }
    }

    /// Therneau's small test data (survival, `validity`): times 9 3 1 1 6 6 8, events 1 NA 1 0 1 1 0.
    private var therneau: [Interval] {
        intervals([(0, 9, true), (0, 1, true), (0, 1, false), (0, 6, true), (0, 6, true), (0, 8, false)])
    }

    @Test func publishedValues() throws {
        let curve = try #require(SurvivalCurve(therneau))
        #expect(curve.steps.map(\.time) == [1, 6, 9])
        #expect(curve.steps.map(\.atRisk) == [6, 4, 1])
        #expect(curve.steps.map(\.ends) == [1, 2, 1])
        for (step, value) in zip(curve.steps, [(0.833333, 0.166667), (0.416667, 0.666667), (0, 1.666667)]) {
            #expect(near(step.survival, value.0) && near(step.hazard, value.1))
        }
        #expect(curve.waits == 6 && curve.ends == 4)
    }

    /// By hand: Greenwood's sum is 1/(6·5) = 1/30 at 1 and 1/30 + 2/(4·2) = 17/60 at 6; on the scale log(−log S) the half width is
    /// 1.959964·√(1/30) / ln(5/6) there.
    @Test func intervalsAreThoseOfTheLogLogScale() throws {
        let curve = try #require(SurvivalCurve(therneau, share: 0.95))
        let first = try #require(curve.steps[0].interval)
        // (5/6)^exp(±1.9626741): exponents 7.118336 and 0.140482
        #expect(near(first.lowerBound, 0.273, 1e-3) && near(first.upperBound, 0.975, 1e-3))
        #expect(first.contains(0.833333) && curve.steps[2].interval == nil)
    }

    /// Entries: 2 enters at 3, so that at 2 only the first is at risk, at 5 both of the others.
    @Test func delayedEntryCountsThoseWhoAreWatched() throws {
        let curve = try #require(SurvivalCurve(intervals([(0, 2, false), (3, 5, true), (1, 6, true), (5, 7, true)])))
        #expect(curve.steps.map(\.atRisk) == [2, 2, 1])  // an entry at 5 is not yet at risk for an end at 5
        #expect(near(curve.survival(at: 5), 0.5) && near(curve.survival(at: 6.5), 0.25))
    }

    @Test func chancesFollowTheSilence() throws {
        let curve = try #require(SurvivalCurve(therneau))
        #expect(near(curve.chance(within: 5, silentFor: 1), 0.5))
        #expect(near(curve.chance(within: 0.5, silentFor: 0), 0))
        #expect(curve.chance(within: 1, silentFor: 9) == nil)  // none lasted longer
        #expect(curve.quantile(0.5) == 6 && curve.quantile(0.1) == 1 && curve.quantile(0) == nil)
        let open = try #require(SurvivalCurve(intervals([(0, 4, true), (0, 9, false)])))
        #expect(open.survival(at: 10) == nil && open.chance(within: 20, silentFor: 2) == nil)
        #expect(open.quantile(0.9) == nil && near(open.survival(at: 9), 0.5))
    }

    @Test func nothingIsSaidOfNothing() {
        #expect(SurvivalCurve([]) == nil && SurvivalCurve(therneau, share: 1) == nil)
        let censored = SurvivalCurve(intervals([(0, 4, false)]))
        #expect(censored?.steps.isEmpty == true && censored?.survival(at: 3) == 1)
    }
}
