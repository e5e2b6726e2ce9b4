import Testing

@testable import Analysis

@Suite struct WaitForecastTests {
    @Test func sharesNeverFallAndStayProbabilities() {
        let wild = WaitForecast { $0 == 3 ? 0.5 : $0 == 9 ? .nan : $0 > 100 ? 7 : 0.1 }
        #expect(wild.shares.count == 366 && wild.shares[0] == 0 && wild.shares[2] == 0.1 && wild.shares[50] == 0.5)
        #expect(wild.chance(within: 365) == 1 && wild.chance(within: 9999) == 1 && wild.chance(within: -4) == 0)
        #expect(wild.quantile(0.5) == 3 && wild.quantile(0.6) == 101)
    }

    @Test func theScoreIsInDays() {
        let sure = WaitForecast { $0 >= 40 ? 1 : 0 }
        #expect(sure.crps(40) == 0 && sure.crps(50) == 10 && sure.crps(1) == 39)
        #expect(sure.crps(nil) == 325 && sure.crps(800) == 325)
        let never = WaitForecast { _ in 0 }
        #expect(never.crps(nil) == 0 && never.crps(365) == 0 && never.crps(5) == 360 && never.quantile(0.1) == nil)
        let even = WaitForecast { _ in 0.5 }
        #expect(abs(even.crps(nil) - 0.25 * 364) < 1e-9)
    }
}
