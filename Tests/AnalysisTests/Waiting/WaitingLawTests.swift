import Glibc
import Testing

@testable import Analysis

@Suite struct WaitingLawTests {
    private let laws: [WaitingLaw] = [
        .weibull(shape: 0.6, scale: 40), .weibull(shape: 1, scale: 40), .weibull(shape: 3, scale: 40),
        .logNormal(mean: 3, deviation: 0.8),
    ]

    @Test func quantilesAreWhereTheShareHasEnded() throws {
        for law in laws {
            for p in [0.01, 0.25, 0.5, 0.9, 0.999] {
                let time = try #require(law.quantile(p))
                #expect(abs(law.survival(at: time) - (1 - p)) < 1e-9)
            }
            #expect(law.quantile(0) == nil && law.quantile(1) == nil && law.survival(at: 0) == 1)
        }
    }

    @Test func theDensityIsTheSlopeOfTheSurvival() {
        for law in laws {
            for time in [1.0, 20, 55] {
                let slope = (law.survival(at: time - 1e-4) - law.survival(at: time + 1e-4)) / 2e-4
                #expect(abs(slope - exp(law.logDensity(at: time))) < 1e-6)
            }
        }
    }

    @Test func silenceTellsWhatTheShapeSays() {
        func chance(_ law: WaitingLaw, _ silence: Double) -> Double { law.chance(within: 30, silentFor: silence) }
        // without memory 1 − e^(−30/40), whatever the silence
        for silence in [0.0, 10, 500] { #expect(abs(chance(laws[1], silence) - 0.5276334472589853) < 1e-12) }
        #expect(chance(laws[0], 200) < chance(laws[0], 10) && chance(laws[2], 200) > chance(laws[2], 10))
        #expect(chance(laws[3], 0) >= 0 && laws[3].chance(within: 0, silentFor: 4) == 0)
        for silence in [1e5, 1e9, 1e300] {
            for law in laws { #expect((0...1).contains(chance(law, silence))) }
        }
    }

    /// ln of 1 − Φ(5) = 2.866515718791939e−7 and of 1 − Φ(40), by its asymptotic series (Abramowitz and Stegun 26.2.12).
    @Test func theUpperTailIsExactFarOut() {
        #expect(abs(WaitingLaw.logUpperNormal(5) - log(2.866515718791939e-7)) < 1e-9)
        #expect(abs(WaitingLaw.logUpperNormal(40) + 804.608442) < 1e-5)
    }
}
