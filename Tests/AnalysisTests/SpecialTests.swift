import Testing

@testable import Analysis

/// Values of DLMF's tables and of identities that hold exactly.
@Suite struct SpecialTests {
    private func near(_ a: Double, _ b: Double, _ tolerance: Double = 1e-11) -> Bool {
        abs(a - b) <= tolerance * max(1, abs(b))
    }

    @Test func gammaFunctions() {
        #expect(near(Special.logGamma(0.5), 0.572364942924700087))
        #expect(near(Special.logFactorial(10), 15.1044125730755153))
        // ψ(1) = −γ, ψ(1/2) = −γ − 2 ln 2, ψ′(1) = π²/6, ψ′(1/2) = π²/2
        #expect(near(Special.digamma(1), -0.577215664901532861))
        #expect(near(Special.digamma(0.5), -1.96351002602142348))
        #expect(near(Special.trigamma(1), Double.pi * Double.pi / 6))
        #expect(near(Special.trigamma(0.5), Double.pi * Double.pi / 2))
        #expect(Special.digamma(0).isNaN && Special.trigamma(-1).isNaN)
    }

    @Test func shares() {
        // P(1, x) = 1 − e⁻ˣ; e⁻² = 0.135335283236612692, e⁻⁰·⁵ = 0.606530659712633424
        #expect(near(Special.gammaShare(1, 2), 1 - 0.135335283236612692))
        #expect(near(Special.gammaShare(1, 0.5), 1 - 0.606530659712633424))
        // of a Poisson count of mean 3: at most 2 are 1 − P(3, 3) = 8.5 e⁻³
        #expect(near(1 - Special.gammaShare(3, 3), 8.5 * 0.0497870683678639430))
        #expect(
            Special.gammaShare(2, 0) == 0 && Special.gammaShare(2, .infinity) == 1 && Special.gammaShare(0, 1).isNaN)
        // I_x(1, b) = 1 − (1 − x)ᵇ, I_x(a, 1) = xᵃ, I_x(2, 3) = x²(6 − 8x + 3x²)
        #expect(near(Special.betaShare(0.3, 1, 4), 1 - 0.7 * 0.7 * 0.7 * 0.7))
        #expect(near(Special.betaShare(0.8, 3, 1), 0.512))
        #expect(near(Special.betaShare(0.25, 2, 3), 0.0625 * (6 - 2 + 3 * 0.0625)))
        #expect(near(Special.betaShare(0.95, 100, 6) + Special.betaShare(0.05, 6, 100), 1))
        #expect(Special.betaShare(0, 2, 3) == 0 && Special.betaShare(1, 2, 3) == 1 && Special.betaShare(2, 2, 3).isNaN)
    }

    @Test func normal() {
        #expect(near(Special.normalShare(1.959963984540054), 0.975))
        #expect(near(Special.normalQuantile(0.975), 1.959963984540054))
        #expect(near(Special.normalQuantile(0.05), -1.6448536269514722))
        #expect(near(Special.normalQuantile(1e-10), -6.361340902404056, 1e-9))
        #expect(Special.normalQuantile(0.5).magnitude < 1e-12)
        #expect(
            Special.normalQuantile(0) == -.infinity && Special.normalQuantile(1) == .infinity
                && Special.normalQuantile(2).isNaN)
        #expect(near(Special.normalDensity(0), 0.398942280401432678))
    }

    @Test func chanceIsRepeatedAndEven() {
        var first = SeededChance(seed: 7)
        var second = SeededChance(seed: 7)
        var bins = [Int](repeating: 0, count: 10)
        for _ in 0..<10_000 {
            let value = first.unit()
            #expect(value == second.unit())
            bins[Int(value * 10)] += 1
        }
        // chi square with nine degrees of freedom is above 27.9 once in a thousand
        let square = bins.map { Double(($0 - 1000) * ($0 - 1000)) / 1000 }.reduce(0, +)
        #expect(square < 27.9)
    }
}
