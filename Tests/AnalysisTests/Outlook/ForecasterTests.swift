import Diplomacy
import Glibc
import Testing

@testable import Analysis

@Suite struct ForecasterTests {
    private let monthly = Worlds.history("a", years: 10) { 30 }

    private func given(_ histories: [ContactHistory], _ origin: Day) throws -> Forecaster.Context {
        let panel = Panel(histories)
        return try #require(Forecaster.Context(panel, fit: PooledFit(panel, before: origin + 1), on: origin))
    }

    @Test func namesAreDistinctAndSayWhatTheySuppose() {
        #expect(Set(Forecaster.allCases.map(\.statement)).count == Forecaster.allCases.count)
        for forecaster in Forecaster.allCases {
            #expect(forecaster.statement.hasSuffix(".") && forecaster.version > 0)
        }
        #expect(Forecaster.allCases.contains(.pooled) && !Forecaster.baselines.contains(.pooled))
    }

    /// By hand: 121 contacts in 3,653 days, half a run more.
    @Test func baselinesAreRates() throws {
        let origin = Worlds.day(10)
        let seen = monthly.days.count { $0 <= origin }
        let rate = (Double(seen) + 0.5) / Double(origin - Worlds.began + 1)
        let outlook = try #require(Forecaster.climatology.outlook(of: monthly, on: origin))
        #expect(abs(outlook.chance(within: 90) - (1 - exp(-90 * rate))) < 1e-12)
        #expect(abs((outlook.count(within: 90)?.mean ?? 0) - 90 * rate) < 1e-6 && outlook.count(within: 31) == nil)
        let last = try #require(Forecaster.lastInterval.outlook(of: monthly, on: origin))
        #expect(abs(last.chance(within: 30) - (1 - exp(-1))) < 1e-12)
        #expect(outlook.contacts == seen && outlook.last == monthly.days.last { $0 <= origin })
    }

    /// A contact each thirtieth day: after twenty days of silence one is due within ten.
    @Test func waitingLawsKnowTheSilence() throws {
        let jitter = Worlds.history("j", years: 12) { 30 }
        var days = jitter.days
        for i in days.indices where i % 3 == 0 { days[i] = days[i] + 2 }
        let history = ContactHistory(dyad: "j", days: days, began: Worlds.began)
        let last = days[60]
        for forecaster in [Forecaster.kaplanMeier, .weibull, .logNormal] {
            let outlook = try #require(forecaster.outlook(of: history, on: last + 20))
            #expect(outlook.chance(within: 14) > 0.75 && outlook.chance(within: 5) < 0.3)
        }
        #expect(try #require(Forecaster.decadeRate.outlook(of: history, on: last + 20)).chance(within: 14) < 0.5)
    }

    @Test func everyOutlookIsCoherent() throws {
        let histories = Worlds.poisson(dyads: 30, years: 12, seed: 8).histories
        let origin = Worlds.day(11)
        let context = try given(histories, origin)
        for history in histories {
            for forecaster in Forecaster.allCases {
                guard let outlook = forecaster.outlook(of: history, on: origin, in: context) else { continue }
                for horizon in Outlook.horizons {
                    let law = try #require(outlook.count(within: horizon))
                    #expect(abs(law.chance(atLeast: 1) - outlook.chance(within: horizon)) < 1e-9)
                }
                #expect(outlook.chance(within: 30) <= outlook.chance(within: 90))
            }
        }
    }

    @Test func nothingAfterTheOriginChangesAForecast() throws {
        let histories = Worlds.poisson(dyads: 25, years: 14, seed: 4).histories
        let origin = Worlds.day(9.3)
        let cut = histories.map { history in
            ContactHistory(dyad: history.dyad, days: history.days.filter { $0 <= origin }, began: history.began)
        }
        let (whole, past) = (try given(histories, origin), try given(cut, origin))
        #expect(whole.fit == past.fit)
        for (a, b) in zip(histories, cut) {
            for forecaster in Forecaster.allCases {
                #expect(
                    forecaster.outlook(of: a, on: origin, in: whole) == forecaster.outlook(of: b, on: origin, in: past))
            }
        }
        // a fit that has seen later days is refused
        let panel = Panel(histories)
        #expect(Forecaster.Context(panel, fit: PooledFit(panel, before: origin + 2), on: origin) == nil)
    }

    @Test func fewContactsAndNone() throws {
        let none = ContactHistory(dyad: "n", days: [], began: Worlds.began)
        let one = ContactHistory(dyad: "o", days: [Worlds.began + 3], began: Worlds.began)
        let origin = Worlds.day(2)
        let context = try given([none, one], origin)
        for history in [none, one] {
            for forecaster in Forecaster.baselines + [.pooled] {
                let outlook = try #require(forecaster.outlook(of: history, on: origin, in: context))
                #expect(outlook.chance(within: 180) > 0 && outlook.chance(within: 180) < 0.9)
            }
            for forecaster in [Forecaster.kaplanMeier, .weibull, .logNormal, .cadence, .announced] {
                #expect(forecaster.outlook(of: history, on: origin, in: context) == nil)
            }
            #expect(Forecaster.climatology.outlook(of: history, on: Worlds.began - 1) == nil)
            #expect(Forecaster.climatology.outlook(of: history, on: Worlds.began) != nil)
            #expect(Forecaster.pooled.outlook(of: history, on: origin) == nil)
        }
        let empty = Panel([])
        let nothing = try #require(Forecaster.Context(empty, fit: PooledFit(empty, before: origin), on: origin))
        #expect(Forecaster.pooled.outlook(of: one, on: origin, in: nothing) != nil)
    }

    @Test func hardHistoriesDoNotTrap() throws {
        let every = ContactHistory(dyad: "e", days: (0..<3000).map { Worlds.began + $0 }, began: Worlds.began)
        let far = ContactHistory(
            dyad: "f", days: [Day(number: -700_000), Day(number: 2_900_000)], began: Day(number: -700_000))
        for origin in [Worlds.began + 2999, Day(number: 2_900_001)] {
            let context = try given([every, far], origin)
            for history in [every, far] {
                for forecaster in Forecaster.allCases {
                    let outlook = forecaster.outlook(of: history, on: origin, in: context)
                    #expect(outlook.map { (0...1).contains($0.chance(within: 180)) } ?? true)
                }
            }
        }
    }

    /// Days that no calendar has are left out, and nothing is forecast from them.
    @Test func daysBeyondTheCalendar() throws {
        let ends = [Day(number: .min), Day(number: .max), Worlds.began + 40]
        let words = ends.map { day in
            Announcement(encounter: "x", told: day, date: PartialDate(day: day), status: .announced)
        }
        let history = ContactHistory(
            dyad: "x", days: ends, began: Day(number: .min), rounds: ["r": ends], announced: words)
        #expect(history.days == [Worlds.began + 40] && history.announced.count == 1)
        #expect(history.count(from: Day(number: .min), through: Day(number: .max)) == 1)
        let panel = Panel([history])
        for day in ends {
            let context = Forecaster.Context(panel, fit: PooledFit(panel, before: Worlds.began), on: day)
            #expect((context == nil) == (day != Worlds.began + 40))
            for forecaster in Forecaster.allCases {
                let outlook = forecaster.outlook(of: history, on: day, in: context)
                #expect(outlook == nil || day == Worlds.began + 40)
            }
            #expect(PooledFit(panel, before: day).strength > 0 && panel.surroundings(on: day).shock == 0)
        }
        #expect(Interval.waits(of: ends, began: Day(number: .min), today: Day(number: .max)).isEmpty)
        #expect(Interval.waits(of: ends, began: Worlds.began, today: Worlds.began + 50, previous: ends[0]).count == 1)
        let plan = OutlookEvaluation.Plan(dyads: ["x"], origins: ends, through: Day(number: .max))
        #expect(OutlookEvaluation(panel, plan)?.results.first?.count == 1)
    }
}
