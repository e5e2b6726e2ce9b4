import Testing

@testable import Analysis

/// Against the quantiles of SciPy 1.x: χ² for Poisson means, beta for shares.
@Suite struct CountIntervalTests {
    @Test(arguments: [
        (0, 0, 3.6888794541139354), (1, 0.025317807984289876, 5.571643390938898),
        (7, 2.8143630515198654, 14.422675361702376), (120, 99.4919256259387, 143.49058536935226),
    ])
    func garwood(_ count: Int, _ low: Double, _ high: Double) {
        let interval = CountInterval.garwood(count)
        #expect(DialogueSamples.near(interval.lowerBound, low) && DialogueSamples.near(interval.upperBound, high))
    }

    @Test(arguments: [
        (0, 10, 0, 0.3084971078187607), (3, 10, 0.06673951117773447, 0.6524528500599973),
        (10, 10, 0.6915028921812392, 1), (2, 77, 0.0031612003000158193, 0.09069715510534071), (0, 0, 0, 1),
    ])
    func clopperPearson(_ count: Int, _ of: Int, _ low: Double, _ high: Double) {
        let interval = CountInterval.clopperPearson(count, of: of)
        #expect(DialogueSamples.near(interval.lowerBound, low) && DialogueSamples.near(interval.upperBound, high))
    }

    @Test func impossibleCountsAreCut() {
        #expect(CountInterval.garwood(-3) == CountInterval.garwood(0))
        #expect(CountInterval.clopperPearson(12, of: 10) == CountInterval.clopperPearson(10, of: 10))
    }
}
