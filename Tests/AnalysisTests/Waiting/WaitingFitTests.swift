import Glibc
import Testing

@testable import Analysis

@Suite struct WaitingFitTests {
    private func near(_ a: Double?, _ b: Double, _ tolerance: Double) -> Bool {
        a.map { abs($0 - b) <= tolerance * max(1, abs(b)) } ?? false
    }

    private func ends(_ times: [Double]) -> [Interval] { times.compactMap { Interval(time: $0, ended: true) } }

    /// Without censoring the log-normal law has closed forms: the mean and the standard deviation of the logarithms.
    @Test func logNormalWithoutCensoring() throws {
        let times: [Double] = [3, 8, 21, 55, 144, 30]
        let fit = try #require(WaitingFit.logNormal(ends(times)))
        let logs = times.map { log($0) }
        let mean = logs.reduce(0, +) / 6
        let deviation = (logs.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 6).squareRoot()
        guard case .logNormal(let m, let s) = fit.law else { throw Failure() }
        #expect(near(m, mean, 1e-8) && near(s, deviation, 1e-8) && fit.ends == 6)
    }

    private struct Failure: Error {}

    /// At the maximum no step in any parameter raises the likelihood, with censoring and truncation.
    @Test(arguments: [true, false]) func nothingNearIsLikelier(weibull: Bool) throws {
        let rows: [(Double, Double, Bool)] = [
            (0, 12, true), (0, 40, true), (5, 9, true), (30, 90, false), (0, 3, true), (2, 61, true), (0, 15, true),
            (0, 33, false), (10, 28, true),
        ]
        let intervals = rows.compactMap { Interval(entry: $0.0, time: $0.1, ended: $0.2) }
        let fit = try #require(weibull ? WaitingFit.weibull(intervals) : WaitingFit.logNormal(intervals))
        func likelihood(_ law: WaitingLaw) -> Double { intervals.reduce(0) { $0 + law.logLikelihood(of: $1) } }
        #expect(near(fit.logLikelihood, likelihood(fit.law), 1e-9))
        for step in [0.999, 1.001] {
            switch fit.law {
            case .weibull(let shape, let scale):
                #expect(likelihood(.weibull(shape: shape * step, scale: scale)) < fit.logLikelihood)
                #expect(likelihood(.weibull(shape: shape, scale: scale * step)) < fit.logLikelihood)
            case .logNormal(let mean, let deviation):
                #expect(likelihood(.logNormal(mean: mean * step, deviation: deviation)) < fit.logLikelihood)
                #expect(likelihood(.logNormal(mean: mean, deviation: deviation * step)) < fit.logLikelihood)
            }
        }
    }

    @Test func fewDataGiveNoLaw() {
        #expect(WaitingFit.weibull(ends([1, 2, 3, 4])) == nil && WaitingFit.logNormal(ends([1, 2, 3, 4])) == nil)
        #expect(WaitingFit.weibull(ends([7, 7, 7, 7, 7, 7])) == nil && WaitingFit.best([]) == nil)
        let open = (1...30).compactMap { Interval(time: Double($0), ended: false) }
        #expect(WaitingFit.best(open) == nil)
        // hard shapes end without a trap, whatever they give
        for hard in [[1e-300, 1, 2, 3, 1e300], [1, 1, 1, 1, 1.0000001], [1e-9, 1e-9, 1e-9, 1e-9, 1e9]] {
            for fit in [WaitingFit.weibull(ends(hard)), WaitingFit.logNormal(ends(hard))] {
                #expect(fit?.logLikelihood.isFinite ?? true)
            }
        }
    }

    /// A source of four years sees the waits of many dyads; those that are under way when it begins and when it ends are cut.
    @Test(arguments: [0.7, 1.6]) func ignoringWhatIsCutIsBiased(shape: Double) throws {
        var chance = SeededChance(seed: 11)
        let truth = WaitingLaw.weibull(shape: shape, scale: 500)
        var (right, whole, naive): ([Interval], [Interval], [Interval]) = ([], [], [])
        for _ in 0..<1500 {
            var start = -9000 * chance.unit()
            while start < 1460 {
                let end = start + 500 * pow(-log1p(-chance.unit()), 1 / shape)
                defer { start = end }
                guard end > 0, end > start else { continue }
                let seen = min(end, 1460)
                let entry = max(0, -start)
                right += [Interval(entry: entry, time: seen - start, ended: end < 1460)].compactMap { $0 }
                whole += [Interval(time: seen - start, ended: end < 1460)].compactMap { $0 }  // truncation ignored
                if end < 1460 { naive += [Interval(entry: entry, time: end - start, ended: true)].compactMap { $0 } }
            }
        }
        func scale(_ intervals: [Interval]) throws -> (Double, Double) {
            guard case .weibull(let k, let s)? = WaitingFit.weibull(intervals)?.law else { throw Failure() }
            return (k, s)
        }
        let ours = try scale(right)
        #expect(near(ours.0, shape, 0.05) && abs(ours.1 - 500) < 25)
        #expect(try scale(whole).1 > 550 && scale(naive).1 < 450)
        let curve = try #require(SurvivalCurve(right)?.survival(at: 500))
        let truncationIgnored = try #require(SurvivalCurve(whole)?.survival(at: 500))
        let censoringIgnored = try #require(SurvivalCurve(naive)?.survival(at: 500))
        #expect(abs(curve - truth.survival(at: 500)) < 0.03)
        #expect(truncationIgnored > curve + 0.04 && censoringIgnored < curve - 0.04)
    }

    @Test func theBetterLawIsFound() throws {
        var chance = SeededChance(seed: 3)
        var (regular, heavy): ([Interval], [Interval]) = ([], [])
        for _ in 0..<2000 {
            regular += [Interval(time: 100 * pow(-log1p(-chance.unit()), 1 / 2.5), ended: true)].compactMap { $0 }
            let z = Special.normalQuantile(max(1e-9, chance.unit()))
            heavy += [Interval(time: exp(3 + 1.4 * z), ended: true)].compactMap { $0 }
        }
        guard case .weibull(let shape, let scale)? = WaitingFit.best(regular)?.law,
            case .logNormal(let mean, let deviation)? = WaitingFit.best(heavy)?.law
        else { throw Failure() }
        #expect(near(shape, 2.5, 0.05) && near(scale, 100, 0.05))
        #expect(near(mean, 3, 0.05) && near(deviation, 1.4, 0.05))
    }
}
