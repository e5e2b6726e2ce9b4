import Diplomacy
import Testing

@testable import Analysis

/// Expected values from SciPy 1.x: `nbinom` with its likelihood maximised, `poisson`, χ² of one degree.
@Suite struct BaselineTests {
    static let start = CalendarPeriod(.month, containing: DialogueSamples.day("2010-01-01"))

    private func months(_ counts: [Int], exposures: [Double]? = nil) -> [Baseline.Month] {
        counts.enumerated().map { i, count in
            Baseline.Month(
                period: Self.start.advanced(by: i), keys: (0..<count).map { "m\(i)e\($0)" },
                exposure: exposures.map { $0[i] } ?? 1)
        }
    }

    private let scattered = [0, 3, 1, 0, 7, 2, 0, 0, 5, 1, 0, 9, 2, 0, 1, 4]

    @Test func overDispersedCounts() throws {
        let baseline = Baseline(months(scattered + [12]))
        let reading = try #require(baseline.reading(of: Self.start.advanced(by: 16)))
        let model = reading.model
        #expect(model.rate == 2.1875 && model.n == 16 && model.total == 35 && model.leftOut == 0)
        #expect(DialogueSamples.near(model.size, 0.7310427559629118, 1e-6))
        #expect(DialogueSamples.near(model.dispersionP, 1.8734140817753265e-05, 1e-6))
        #expect(model.window == DialogueSamples.day("2010-01-01")...DialogueSamples.day("2011-04-30"))
        // (35 + 1/2) / 16, size 1 / (1/35.5 + 1/(16 r) + 1/r)
        #expect(reading.expected == 2.21875 && reading.interval == 0...8)
        #expect(DialogueSamples.near(reading.midP, 0.03579460814172466, 1e-6) && reading.words == "unusually many")
        #expect(baseline.keys(of: model).count == 35 && reading.keys.count == 12)
    }

    @Test func wordsFollowTheirRule() throws {
        func reading(_ count: Int) throws -> BaselineReading {
            try #require(Baseline(months(scattered + [count])).reading(of: Self.start.advanced(by: 16)))
        }
        #expect(try reading(0).words == "as usual" && DialogueSamples.near(reading(0).midP, 0.37437449625914504, 1e-6))
        #expect(try DialogueSamples.near(reading(2).midP, 0.7393425749815317, 1e-6))
        #expect(try reading(8).words == "somewhat more than usual" && reading(40).words == "very unusually many")
        let busy = try #require(
            Baseline(months([Int](repeating: 30, count: 24) + [0])).reading(of: Self.start.advanced(by: 24)))
        #expect(busy.words == "very unusually few" && busy.midP > 0 && busy.interval.lowerBound > 15)
    }

    @Test func sizeWithHalfCoveredMonths() throws {
        let counts = [2, 9, 0, 4, 12, 1, 3, 0, 8, 15, 2, 5]
        let exposures = [1, 0.5, 1, 0.5, 1, 1, 0.5, 1, 1, 1, 0.5, 1]
        let model = try #require(
            Baseline(months(counts, exposures: exposures)).model(before: Self.start.advanced(by: 12)))
        #expect(DialogueSamples.near(model.rate, 6.1) && DialogueSamples.near(model.size, 1.0812522569428564, 1e-6))
        // twice the gain of log likelihood is 25.42147658702082
        #expect(DialogueSamples.near(model.dispersionP, Special.normalShare(-25.42147658702082.squareRoot()), 1e-6))
    }

    /// Counts of hundreds, which are not kept apart one by one, and a window of three months.
    @Test func greatCounts() throws {
        let counts = [300, 150, 520, 90, 410, 260, 700, 120, 330, 280, 45, 610]
        func reading(_ count: Int) throws -> BaselineReading {
            try #require(Baseline(months(counts + [count])).reading(of: Self.start.advanced(by: 12)))
        }
        let few = try reading(20)
        #expect(DialogueSamples.near(few.model.size, 2.1042468865717314, 1e-6) && few.interval == 54...763)
        #expect(DialogueSamples.near(few.midP, 0.017833106837164655, 1e-5) && few.words == "unusually few")
        #expect(try DialogueSamples.near(reading(315).midP, 0.8191442577251156, 1e-5))
        #expect(try DialogueSamples.near(reading(1500).midP, 0.0019502567991193632, 1e-5))
        #expect(few.model.prediction(exposure: 3).quantiles(0.05, 0.95) == 376...1745)
    }

    @Test func evenCountsArePoisson() throws {
        let model = try #require(
            Baseline(months([3, 4, 3, 4, 3, 4, 3, 4, 3, 4, 3, 4])).model(before: Self.start.advanced(by: 12)))
        #expect(model.size == nil && model.dispersionP == 1 && model.rate == 3.5)
    }

    /// Of Poisson counts about one in twenty is called over-dispersed, and month by month about nine in ten lie in the interval.
    @Test func levelsHoldForPoissonCounts() {
        var chance = SeededChance(seed: 4)
        var (dispersed, runs, inside) = (0, 0, 0)
        for _ in 0..<300 {
            let counts = (0..<61).map { _ in DialogueSamples.poisson(6, &chance) }
            guard let reading = Baseline(months(counts)).reading(of: Self.start.advanced(by: 60)) else { continue }
            runs += 1
            if reading.model.size != nil { dispersed += 1 }
            if reading.interval.contains(reading.count) { inside += 1 }
        }
        #expect(runs == 300 && dispersed <= 30)
        // at least 90 %, and more because counts are whole numbers; three standard errors are 5 %
        #expect(Double(inside) / 300 > 0.85)
    }

    @Test func aDyadWithoutContactsIsNotCertainToStaySo() throws {
        let silent = try #require(
            Baseline(months([Int](repeating: 0, count: 60) + [1])).reading(of: Self.start.advanced(by: 60)))
        #expect(silent.expected == 0.5 / 60 && silent.interval == 0...0 && silent.midP > 0 && silent.midP < 0.05)
    }

    @Test func uncoveredMonthsAreLeftOutAndNeverZeros() throws {
        let counts = [Int](repeating: 5, count: 12) + [Int](repeating: 0, count: 12) + [5]
        let exposures = [Double](repeating: 1, count: 12) + [Double](repeating: 0, count: 12) + [1]
        let after = Self.start.advanced(by: 24)
        let baseline = Baseline(months(counts, exposures: exposures))
        let covered = try #require(baseline.reading(of: after))
        #expect(covered.model.rate == 5 && covered.model.n == 12 && covered.model.leftOut == 0)
        #expect(covered.words == "as usual")
        let blind = try #require(Baseline(months(counts)).reading(of: after))
        #expect(blind.model.rate == 2.5)
        #expect(baseline.reading(of: Self.start.advanced(by: 13)) == nil)
        #expect(baseline.undefined(Self.start.advanced(by: 13)) == "undefined: no source covers 2011-02")
        #expect(
            baseline.undefined(Self.start.advanced(by: 5)) == "undefined: fewer than 12 covered months before 2010-06")
        #expect(baseline.undefined(after) == nil && baseline.readings.map(\.count) == [5])
    }

    @Test func windowIsTheLastSixtyCoveredMonths() throws {
        let baseline = Baseline(months([Int](repeating: 100, count: 40) + [Int](repeating: 2, count: 60)).shuffled())
        let model = try #require(baseline.model(before: Self.start.advanced(by: 100)))
        #expect(model.n == 60 && model.rate == 2 && model.window.lowerBound == Self.start.advanced(by: 40).start)
    }

    @Test func badMonths() {
        let month = Baseline.Month(period: Self.start, keys: [], exposure: .nan)
        #expect(month.exposure == 0 && Baseline.Month(period: Self.start, keys: [], exposure: 7).exposure == 1)
        let year = Baseline.Month(period: CalendarPeriod(.year, containing: Self.start.start), keys: ["a"], exposure: 1)
        #expect(Baseline([year, month, month]).months.count == 1)
        #expect(Baseline([]).readings.isEmpty && Baseline([]).reading(of: Self.start) == nil)
        #expect(Baseline([year]).model(before: year.period) == nil)
    }
}

@Suite struct CountDistributionTests {
    @Test func smallMeansAreWalked() {
        let counts = CountDistribution(mean: 4, size: 2.5)
        #expect(DialogueSamples.near(counts.share(upTo: 0), 0.0917416675955684))
        #expect(DialogueSamples.near(counts.share(upTo: 3), 0.525186596881868))
        #expect(DialogueSamples.near(counts.share(upTo: 10), 0.9553431285566808))
        #expect(counts.quantiles(0.05, 0.95) == 0...10 && counts.share(upTo: -1) == 0)
        #expect(DialogueSamples.near(counts.logProbability(3), 0.14030587306377323.logarithm))
    }

    @Test func greatMeansAreSearched() {
        let counts = CountDistribution(mean: 1000, size: 50)
        #expect(counts.quantiles(0.05, 0.95) == 774...1249)
        #expect(DialogueSamples.near(counts.share(upTo: 1000), 0.5201878628490921, 1e-9))
        let nearPoisson = CountDistribution(mean: 1e4, size: 6e5)
        #expect(nearPoisson.quantiles(0.05, 0.95) == 9834...10166)
        #expect(DialogueSamples.near(nearPoisson.share(upTo: 10_000), 0.5026596720505125, 1e-6))
    }

    @Test func bothWaysGiveTheSame() {
        for size in [0.05, 0.7, 3, 80] {
            for mean in [0.01, 1, 30, 199] {
                let counts = CountDistribution(mean: mean, size: size)
                let walked = counts.quantiles(0.05, 0.95)
                for (share, count) in [(0.05, walked.lowerBound), (0.95, walked.upperBound)] {
                    #expect(counts.share(upTo: count) >= share - 1e-9)
                    #expect(count == 0 || counts.share(upTo: count - 1) < share + 1e-9)
                }
            }
        }
    }

    @Test func nothingExpected() {
        let none = CountDistribution(mean: 0, size: 1)
        #expect(none.quantiles(0.05, 0.95) == 0...0 && none.midP(0) == 1 && none.midP(2) == 0)
    }
}
