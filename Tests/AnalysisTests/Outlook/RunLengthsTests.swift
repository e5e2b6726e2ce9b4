import Diplomacy
import Glibc
import Testing

@testable import Analysis

@Suite struct RunLengthsTests {
    @Test func runsOfOneDayArePoisson() throws {
        let law = try #require(RunLengths(counts: [1]).count(pressure: 3.2, most: 60))
        let poisson = try #require(CountLaw.poisson(mean: 3.2))
        for count in 0...20 { #expect(abs(law.mass(count) - poisson.mass(count)) < 1e-12) }
    }

    /// With spread s the numbers of runs are negative binomial of size pressure / ln(1 + s) and prob 1 / (1 + s).
    @Test func spreadIsNegativeBinomial() throws {
        let law = try #require(RunLengths(counts: [1]).count(pressure: 1.5, spread: 0.8, most: 120))
        let other = try #require(CountLaw.negativeBinomial(size: 1.5 / log1p(0.8), prob: 1 / 1.8))
        for count in 0...20 { #expect(abs(law.mass(count) - other.mass(count)) < 1e-12) }
    }

    @Test func longerRunsKeepTheChanceOfNone() throws {
        let lengths = RunLengths(counts: [1, 2, 1])
        let law = try #require(lengths.count(pressure: 0.7, most: 90))
        #expect(abs(law.mass(0) - exp(-0.7)) < 1e-12 && abs(law.mean - 1.4) < 1e-9)
        // two days: one run of two, or two runs of one
        #expect(abs(law.mass(2) - exp(-0.7) * (0.7 * 0.5 + 0.245 * 0.0625)) < 1e-12)
    }

    @Test func extremesStayLaws() {
        let lengths = RunLengths(counts: [])
        #expect(lengths.count(pressure: 0, most: 30)?.mass(0) == 1)
        #expect(lengths.count(pressure: 1e9, most: 30)?.masses.count == 31)
        #expect(lengths.count(pressure: -3, most: 30)?.mean == 0 && lengths.count(pressure: 1, most: 0)?.mean == 0)
    }

    @Test func lengthsAreThoseOfTheRunsKnown() {
        let history = ContactHistory(
            dyad: "a", days: [0, 1, 2, 10, 20, 21].map { Day(number: $0) }, began: Day(number: 0))
        // by day 20 three runs of 3, 1 and (so far) 1 days, and two more of one day
        #expect(RunLengths(history, by: Day(number: 20)).shares.prefix(3) == [0.8, 0, 0.2])
        #expect(RunLengths(history, by: Day(number: 20), within: 15).shares.prefix(3) == [1, 0, 0])
    }
}
