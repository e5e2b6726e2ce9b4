import Diplomacy
import Glibc
import Testing

@testable import Analysis

@Suite struct OutlookEvaluationTests {
    private func planned(_ histories: [ContactHistory], _ years: ClosedRange<Int>, _ forecasters: [Forecaster])
        -> OutlookEvaluation.Plan
    {
        let origins = (years.lowerBound * 12..<years.upperBound * 12).map { Worlds.day(Double($0) / 12) }
        return OutlookEvaluation.Plan(
            dyads: Set(histories.map(\.dyad)), origins: origins, through: Worlds.day(Double(years.upperBound)),
            forecasters: forecasters)
    }

    /// Where contacts come by chance at steady rates nothing beats the rate of all time; the pooled model must be calibrated and lose
    /// next to nothing.
    @Test func inASteadyWorldThePooledModelIsCalibrated() throws {
        let (histories, rates) = Worlds.poisson(dyads: 120, years: 15, seed: 31)
        let plan = planned(histories, 12...15, Forecaster.baselines + [.pooled])
        let evaluation = try #require(OutlookEvaluation(Panel(histories), plan))
        let pooled = try #require(evaluation.result(.pooled))
        #expect(pooled.count == 36 * 120 && pooled.own == pooled.count)
        for horizon in Outlook.horizons { #expect((pooled.reliability[horizon]?.meanError ?? 1) < 0.05) }
        #expect((pooled.skills[.brier90]?.value ?? -1) > -0.02 && (pooled.skills[.count180]?.value ?? -1) > -0.03)
        // no forecaster can be better than the truth by more than luck
        var truth: [Double] = []
        for origin in plan.origins where origin + 90 <= plan.through {
            for (history, rate) in zip(histories, rates) {
                let came = history.count(from: origin + 1, through: origin + 90) > 0
                truth.append(ProbabilityScore.brier(1 - exp(-90 * rate), came))
            }
        }
        let least = truth.reduce(0, +) / Double(truth.count)
        #expect(truth.count == evaluation.counts[.brier90])
        let score = try #require(pooled.means[.brier90])
        #expect(score > least - 0.002 && score < least + 0.008)
    }

    @Test func regularDyadsAreLearnedFromSilence() throws {
        var chance = SeededChance(seed: 77)
        let histories = (0..<30).map { number -> ContactHistory in
            let wait = 150 + 250 * chance.unit()
            return Worlds.history("r\(number)", years: 10) { wait * (0.85 + 0.3 * chance.unit()) }
        }
        let evaluation = try #require(
            OutlookEvaluation(Panel(histories), planned(histories, 8...10, [.weibull, .pooled])))
        #expect((evaluation.result(.pooled)?.skills[.brier90]?.interval?.lowerBound ?? -1) > 0.1)
        #expect((evaluation.result(.weibull)?.skills[.wait]?.interval?.lowerBound ?? -1) > 0.1)
    }

    @Test func burstsAreLearnedFromSilence() throws {
        var chance = SeededChance(seed: 78)
        let histories = (0..<40).map { number in
            Worlds.history("b\(number)", years: 10) { -log1p(-chance.unit()) * (chance.unit() < 0.8 ? 12 : 900) }
        }
        let evaluation = try #require(OutlookEvaluation(Panel(histories), planned(histories, 9...10, [.pooled])))
        let pooled = try #require(evaluation.result(.pooled))
        #expect((pooled.skills[.brier30]?.interval?.lowerBound ?? -1) > 0.1)
        #expect((pooled.reliability[30]?.meanError ?? 1) < 0.06)
    }

    @Test func resultsRepeatAndSpansThatHaveNotPassedAreNotScored() throws {
        let histories = Worlds.poisson(dyads: 20, years: 10, seed: 6).histories
        let plan = planned(histories, 9...10, [.kaplanMeier, .pooled, .cadence])
        let (first, second) = (
            try #require(OutlookEvaluation(Panel(histories), plan)),
            try #require(OutlookEvaluation(Panel(histories), plan))
        )
        for (a, b) in zip(first.results, second.results) {
            #expect(a.means == b.means && a.skills == b.skills && a.reliability == b.reliability)
        }
        #expect(first.results.map(\.forecaster) == [.kaplanMeier, .pooled, .cadence])
        // a year has passed since the first origin alone, ninety days since ten of twelve
        #expect(first.counts[.wait] == 20 && first.counts[.brier90] == 200)
        let cadence = try #require(first.result(.cadence))
        #expect(cadence.own == 0 && cadence.count == 240)
        let later = OutlookEvaluation.Plan(dyads: plan.dyads, origins: [plan.through + 5], through: plan.through)
        #expect(OutlookEvaluation(Panel(histories), later) == nil)
    }
}
