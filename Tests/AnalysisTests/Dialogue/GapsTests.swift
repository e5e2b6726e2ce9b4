import Diplomacy
import Testing

@testable import Analysis

@Suite struct GapsTests {
    private func gaps(_ days: [Int]) -> Gaps { Gaps(of: DialogueSamples.contacts(from: "2000-01-01", gaps: days)) }

    private func near(_ a: Double?, _ b: Double) -> Bool { DialogueSamples.near(a, b) }

    @Test func byHand() {
        // mean 25, deviations -15 -5 5 15: variance 125
        let four = gaps([20, 10, 40, 30])
        #expect(four.n == 4 && four.mean == 25 && four.median == 25)
        #expect(four.lowerQuartile == 17.5 && four.upperQuartile == 32.5 && four.longest?.days == 40)
        let ratio = 125.0.squareRoot() / 25
        #expect(near(four.variation, ratio) && near(four.burstiness, (ratio - 1) / (ratio + 1)))
        let (five, three) = (5.0.squareRoot(), 3.0.squareRoot())
        #expect(near(four.burstinessForFew, (five * ratio - three) / ((five - 2) * ratio + three)))
        // pairs (20,10) (10,40) (40,30): means 70/3 and 80/3, Σ = 1800 − 3·70/3·80/3, squares 2100 − 4900/3 and 2600 − 6400/3
        let product = 200.0 + 400 + 1200 - 70 * 80 / 3.0
        let squares = (2100 - 4900 / 3.0) * (2600 - 6400 / 3.0)
        #expect(near(four.memory, product / squares.squareRoot()))
    }

    @Test func burstinessHasItsThreeLandmarks() {
        // a clock
        #expect(gaps([30, 30, 30, 30]).burstiness == -1 && gaps([30, 30, 30, 30]).burstinessForFew == -1)
        // σ/μ = √((n − 1) / (n + 1)) is what uniform days give for n gaps: n = 2, σ/μ = 1/√3, gaps 1 ± 1/√3
        #expect(abs(gaps([1_577_350, 422_650]).burstinessForFew ?? 9) < 1e-5)
        // all but one at one moment, as near as days allow
        let extreme = gaps([Int](repeating: 1, count: 19) + [1_000_000])
        #expect((extreme.burstinessForFew ?? 0) > 0.999 && (extreme.burstiness ?? 1) < 0.7)
    }

    @Test func courseFollowsItsRule() {
        #expect(gaps([Int](repeating: 30, count: 9)).course == .tooFew)
        #expect(gaps([Int](repeating: 30, count: 10)).course == .steady)
        #expect(gaps([1, 1, 2, 1, 1, 300, 1, 1, 2, 1, 400]).course == .inBursts)
        #expect(Gaps.rule.contains("\(Gaps.fewestForCourse) gaps") && Gaps.rule.contains("\(Gaps.courseThreshold)"))
    }

    /// Contacts on days that chance chose are called irregular nine times in ten.
    @Test func chanceIsIrregular() {
        var chance = SeededChance(seed: 11)
        var irregular = 0
        for _ in 0..<200 {
            let days = Set((0..<25).map { _ in Int.random(in: 0..<9000, using: &chance) }).sorted()
            if gaps(zip(days, days.dropFirst()).map { $1 - $0 }).course == .irregular { irregular += 1 }
        }
        #expect(irregular >= 180)
    }

    @Test func sameDayIsNoGap() {
        let contacts = [
            DialogueSamples.contact("a", "2024-01-01"), DialogueSamples.contact("b", "2024-01-01"),
            DialogueSamples.contact("c", "2024-01-11"), DialogueSamples.contact("d", "2024-01-11"),
        ]
        let gaps = Rhythm(of: contacts, asOf: DialogueSamples.day("2024-02-01")).gaps
        #expect(
            gaps.all.map(\.days) == [10]
                && gaps.window == DialogueSamples.day("2024-01-01")...DialogueSamples.day("2024-01-11"))
        // one gap has a median and no scatter
        #expect(gaps.median == 10 && gaps.upperQuartile == 10 && gaps.variation == nil && gaps.burstinessForFew == nil)
    }

    @Test func memoryTellsOrderFromScatter() {
        #expect((gaps([1, 2, 4, 8, 16, 32, 64]).memory ?? 0) > 0.9)
        #expect(near(gaps([5, 50, 5, 50, 5, 50]).memory, -1))
        #expect(gaps([7, 7, 7, 7, 7]).memory == nil && gaps([1, 2, 3]).memory == nil)
    }
}
