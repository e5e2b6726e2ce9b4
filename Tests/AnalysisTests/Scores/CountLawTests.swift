import Glibc
import Testing

@testable import Analysis

@Suite struct CountLawTests {
    private func near(_ a: Double?, _ b: Double, _ tolerance: Double = 1e-10) -> Bool {
        a.map { abs($0 - b) <= tolerance * max(1, abs(b)) } ?? false
    }

    /// Values of published packages, used as oracles of numbers.
    @Test(arguments: [
        (5, 100.0, 0.95, 0.53215257681), (44, 200.1, 0.82, 1.70859687251), (41, 200.1, 0.83, 1.63833674721),
        (222, 2000.1, 0.9, 3.66926727576),
    ]) func negativeBinomial(came: Int, size: Double, prob: Double, crps: Double) throws {
        let law = try #require(CountLaw.negativeBinomial(size: size, prob: prob))
        #expect(near(law.crps(came), crps, 1e-11))
        #expect(near(law.mean, size * (1 - prob) / prob, 1e-10))
    }

    @Test func poisson() throws {
        let law = try #require(CountLaw.poisson(mean: 3.2))
        #expect(near(law.crps(5), 1.1611051878) && near(law.logScore(5), 2.1717376938))
        #expect(
            near(law.mean, 3.2) && near(law.mass(0), exp(-3.2), 1e-12) && near(law.chance(atLeast: 1), 1 - exp(-3.2)))
        #expect(law.quantile(0.5) == 3 && law.quantile(0) == 0 && law.mass(-1) == 0 && law.mass(10_000) == 0)
    }

    @Test func surePredictionsScoreTheirError() throws {
        let law = try #require(CountLaw(weights: [0, 0, 4]))
        #expect(law.crps(2) == 0 && law.crps(0) == 2 && law.crps(7) == 5 && law.crps(-1) == 3)
        #expect(law.logScore(2) == 0 && law.logScore(1) == .infinity && law.logScore(9) == .infinity)
        #expect(
            law.quantile(0.2) == 2 && law.quantile(2) == 2 && law.chance(atLeast: 0) == 1 && law.chance(atLeast: 3) == 0
        )
    }

    /// The score is E|X − y| − ½ E|X − X′|, summed here over all pairs.
    @Test func theScoreIsItsKernelForm() throws {
        let weights = [0.2, 0.5, 0, 0.1, 0.2]
        let law = try #require(CountLaw(weights: weights))
        for came in 0...6 {
            var value = 0.0
            for i in 0..<5 {
                value += weights[i] * Double(abs(i - came))
                for j in 0..<5 { value -= weights[i] * weights[j] * Double(abs(i - j)) / 2 }
            }
            #expect(near(law.crps(came), value, 1e-12))
        }
    }

    @Test func edgesOfTheLaws() throws {
        #expect(CountLaw.poisson(mean: 0)?.masses == [1])
        #expect(CountLaw.negativeBinomial(size: 3, prob: 1)?.mass(0) == 1)
        #expect(near(CountLaw.poisson(mean: 5000)?.mean, 5000, 1e-9))
        #expect(near(CountLaw.negativeBinomial(size: 0.01, prob: 0.01)?.mean, 0.99, 1e-9))
        for bad in [-1.0, .nan, .infinity, 1e300] { #expect(CountLaw.poisson(mean: bad) == nil) }
        #expect(CountLaw.negativeBinomial(size: 0, prob: 0.5) == nil)
        #expect(CountLaw.negativeBinomial(size: 1, prob: 0) == nil)
        #expect(CountLaw.negativeBinomial(size: 1e12, prob: 0.1) == nil)
        #expect(CountLaw.negativeBinomial(size: .nan, prob: 0.1) == nil)
        for bad in [[], [0, 0], [1, -1], [.nan], [.infinity, 1]] { #expect(CountLaw(weights: bad) == nil) }
    }
}
