import Testing

@testable import Analysis

@Suite struct RankedScoreTests {
    private func near(_ a: Double?, _ b: Double, _ tolerance: Double = 1e-12) -> Bool {
        a.map { abs($0 - b) <= tolerance } ?? false
    }

    private struct Case: Sendable {
        var came: Double
        var members: [Double]
        var empirical: Double
        var fair: Double
    }

    private static let cases = [
        Case(came: 0, members: [0, 1], empirical: 0.25, fair: 0),
        Case(came: 2, members: [0, 1], empirical: 1.25, fair: 1),
        Case(came: 1, members: [0, 0, 1], empirical: 4.0 / 9, fair: 1.0 / 3),
        Case(came: 0, members: [-1, 0, 0, 1], empirical: 0.125, fair: 0),
    ]

    @Test(arguments: cases) private func publishedEnsembles(_ one: Case) {
        #expect(near(RankedScore.ensemble(one.members, came: one.came), one.empirical))
        #expect(near(RankedScore.ensemble(one.members.reversed(), came: one.came), one.empirical))
        #expect(near(RankedScore.fairEnsemble(one.members, came: one.came), one.fair))
    }

    @Test func weights() {
        #expect(near(RankedScore.ensemble([0, 2], weights: [0.8, 0.2], came: 1), 0.68))
        #expect(near(RankedScore.ensemble([2, 0], weights: [1, 4], came: 1), 0.68))
        // a member counted twice is a member of twice the weight
        #expect(near(RankedScore.ensemble([0, 1], weights: [2, 1], came: 1), 4.0 / 9))
    }

    /// Of the uniform law on 0...1 the score is y² − y + 1/3 (Gneiting and Raftery's integral by hand).
    @Test func aLineIsIntegratedExactly() {
        for came in [0.0, 0.3, 0.5, 1] {
            #expect(near(RankedScore.piecewise([0, 1], [0, 1], came: came), came * came - came + 1.0 / 3))
            #expect(near(RankedScore.piecewise([0, 0.25, 1], [0, 0.25, 1], came: came), came * came - came + 1.0 / 3))
        }
        #expect(near(RankedScore.piecewise([0, 1], [0, 1], came: -2), 2 + 1.0 / 3))
        // half of the forecast lies beyond the range, and so does what came
        #expect(near(RankedScore.piecewise([0, 2], [0.5, 0.5], came: 9), 0.5))
    }

    @Test func stepsAreThoseOfAnEnsemble() {
        for came in [-1.0, 0, 0.4, 1, 3, 5] {
            let members = RankedScore.ensemble([0, 1, 1, 5], came: came)
            let steps = RankedScore.steps([0, 1, 5], [0.25, 0.75, 1], came: came)
            #expect(near(steps, members ?? .nan))
        }
    }

    @Test func whatIsNoForecastHasNoScore() {
        #expect(RankedScore.ensemble([], came: 0) == nil && RankedScore.fairEnsemble([1], came: 0) == nil)
        #expect(RankedScore.ensemble([1, .nan], came: 0) == nil && RankedScore.ensemble([1], came: .infinity) == nil)
        #expect(RankedScore.ensemble([1, 2], weights: [1], came: 0) == nil)
        #expect(RankedScore.ensemble([1, 2], weights: [0, 0], came: 0) == nil)
        #expect(RankedScore.ensemble([1, 2], weights: [2, -1], came: 0) == nil)
        #expect(
            RankedScore.piecewise([], [], came: 0) == nil && RankedScore.piecewise([1, 1], [0, 1], came: 0) == nil)
        #expect(
            RankedScore.piecewise([0, 1], [0.5, 0.4], came: 0) == nil && RankedScore.steps([0], [1.5], came: 0) == nil)
    }
}
