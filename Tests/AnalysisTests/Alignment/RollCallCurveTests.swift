import Glibc
import Testing

@testable import Analysis

@Suite struct RollCallCurveTests {
    private func curve(_ yes: Int = 10, _ abstain: Int = 5, _ no: Int = 10) throws -> RollCallCurve {
        try #require(RollCallCurve(yes: yes, abstain: abstain, no: no))
    }

    /// Moves a curve so that it has a slope.
    private func tilted(_ yes: Int = 10, _ abstain: Int = 5, _ no: Int = 10) throws -> RollCallCurve {
        var curve = try curve(yes, abstain, no)
        for _ in 0..<5 {
            var sums = RollCallCurve.Sums()
            for (vote, x) in [(1, -1.0), (1, -0.5), (2, 0.2), (2, -0.3), (3, 1.0), (3, -0.1)] {
                guard let side = curve.side(UInt8(vote)) else { continue }
                sums.add(curve.evidence(side, at: x), at: x, weight: 1)
            }
            curve.step(sums, spread: 1)
        }
        return curve
    }

    @Test func aVoteWithoutDivisionHasNoCurve() {
        #expect(RollCallCurve(yes: 9, abstain: 0, no: 0) == nil && RollCallCurve(yes: 0, abstain: 0, no: 0) == nil)
        #expect(RollCallCurve(yes: 0, abstain: 3, no: 0) == nil && RollCallCurve(yes: 0, abstain: 0, no: 1) == nil)
    }

    @Test func sidesFollowTheVotesThatWereCast() throws {
        #expect(try curve().side(2) == .between && curve().side(0) == nil && curve().side(1) == .below)
        #expect(try curve(5, 5, 0).side(2) == .above && curve(0, 5, 5).side(2) == .below)
        #expect(try curve(5, 5, 0).noCut == nil && curve(0, 5, 5).yesCut == nil)
        #expect(try curve(5, 0, 5).yesCut == curve(5, 0, 5).noCut)
    }

    /// Without a slope the shares are those of the votes: 10, 5 and 10 of 25.
    @Test func sharesAtTheStart() throws {
        let curve = try curve()
        for (vote, share) in [(UInt8(1), 0.4), (2, 0.2), (3, 0.4)] {
            let side = try #require(curve.side(vote))
            #expect(abs(curve.evidence(side, at: 2).logShare - log(share)) < 1e-9)
        }
    }

    /// Slopes and curvatures are the differences of what they are slopes of; shares add up to one.
    @Test func slopesAreDifferences() throws {
        let curve = try tilted()
        #expect(curve.slope > 0.1)
        let h = 1e-4
        for x in [-3, -1, 0, 0.7, 2.5] {
            var sum = 0.0
            for side in [RollCallCurve.Side.below, .between, .above] {
                let (low, here, high) = (
                    curve.evidence(side, at: x - h), curve.evidence(side, at: x), curve.evidence(side, at: x + h)
                )
                let slope = (high.logShare - low.logShare) / (2 * h)
                #expect(abs(slope + curve.slope * here.slope) < 1e-6)
                let curvature = -(high.logShare - 2 * here.logShare + low.logShare) / (h * h)
                #expect(abs(curvature - curve.slope * curve.slope * here.curvature) < 1e-4)
                sum += exp(here.logShare)
            }
            #expect(abs(sum - 1) < 1e-9)
        }
    }

    @Test func farOutNothingOverflows() throws {
        let curve = try tilted()
        for x in [-1e6, -500, -80, 80, 500, 1e6] {
            for side in [RollCallCurve.Side.below, .between, .above] {
                let evidence = curve.evidence(side, at: x)
                #expect(evidence.logShare.isFinite && evidence.logShare <= 0)
                #expect(evidence.slope.isFinite && evidence.curvature.isFinite && evidence.curvature >= 0)
            }
        }
    }

    @Test(arguments: [(10, 5, 10), (10, 0, 10), (10, 5, 0), (0, 5, 10)])
    func rescalingAndReversalKeepTheShares(yes: Int, abstain: Int, no: Int) throws {
        let curve = try tilted(yes, abstain, no)
        var moved = curve
        moved.rescale(mean: 0.4, deviation: 1.7)
        var reversed = curve
        reversed.reverse()
        for vote in [UInt8(1), 2, 3] {
            guard let side = curve.side(vote) else { continue }
            let share = curve.evidence(side, at: 0.9).logShare
            #expect(abs(moved.evidence(side, at: (0.9 - 0.4) / 1.7).logShare - share) < 1e-12)
            #expect(abs(reversed.evidence(side, at: -0.9).logShare - share) < 1e-12)
        }
        #expect(curve.lower <= curve.upper)
    }
}
