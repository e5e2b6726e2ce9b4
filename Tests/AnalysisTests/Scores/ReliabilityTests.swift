import Testing

@testable import Analysis

@Suite struct ReliabilityTests {
    /// Wilson's interval of 3 of 10 at 95 %: .1078 to .6032 (Newcombe 1998, by the formula).
    @Test func wilson() {
        let interval = Reliability.wilson(3, 10, 1.959963984540054)
        #expect(abs(interval.lowerBound - 0.10779) < 1e-4 && abs(interval.upperBound - 0.60322) < 1e-4)
        #expect(Reliability.wilson(0, 5, 1.6).lowerBound == 0 && Reliability.wilson(5, 5, 1.6).upperBound > 0.999)
    }

    @Test func fixedRanges() throws {
        let table = try #require(
            Reliability([0.05, 0.1, 0.95, 1, 0.15], [false, true, true, true, false], bins: .fixed(10)))
        #expect(table.lines.map(\.count) == [1, 2, 2])
        #expect(table.lines[1].forecasts == 0.1...0.15 && table.lines[1].share == 0.5)
        #expect(abs(table.lines[2].meanForecast - 0.975) < 1e-12)
    }

    @Test func equalCountsNeverPartEqualForecasts() throws {
        let forecasts = [0.1, 0.1, 0.1, 0.1, 0.1, 0.4, 0.5, 0.9]
        let table = try #require(Reliability(forecasts, forecasts.map { $0 > 0.3 }, bins: .equalCounts(4)))
        #expect(table.lines.map(\.count) == [5, 1, 2])
        #expect(table.lines.map(\.count).reduce(0, +) == 8)
        let many = try #require(Reliability([0.3, 0.6], [true, false], bins: .equalCounts(50)))
        #expect(many.lines.count == 2)
    }

    @Test func calibratedForecastsLieOnTheDiagonal() throws {
        var chance = SeededChance(seed: 2)
        let forecasts = (0..<20_000).map { _ in chance.unit() }
        let honest = try #require(Reliability(forecasts, forecasts.map { chance.unit() < $0 }, bins: .equalCounts(10)))
        #expect(honest.meanError < 0.015)
        #expect(honest.lines.count { $0.interval.contains($0.meanForecast) } >= 7)
        let bold = try #require(Reliability(forecasts, forecasts.map { chance.unit() < 0.5 + ($0 - 0.5) / 2 }))
        #expect(bold.meanError > 0.1)
    }

    @Test func noForecastsNoTable() {
        #expect(Reliability([], []) == nil && Reliability([0.5], []) == nil && Reliability([2], [true]) == nil)
        #expect(Reliability([0.5], [true], bins: .fixed(0)) == nil && Reliability([0.5], [true], share: 0) == nil)
        #expect(Reliability([0.5], [true], bins: .equalCounts(.max)) == nil)
    }
}
