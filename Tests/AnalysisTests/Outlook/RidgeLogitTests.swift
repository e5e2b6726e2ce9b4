import Glibc
import Testing

@testable import Analysis

@Suite struct RidgeLogitTests {
    private func rows(_ cells: [[Double]], _ outcomes: [Double], offset: Double = 0, weight: Double = 1)
        -> RidgeLogit.Rows
    {
        var rows = RidgeLogit.Rows(width: cells.first?.count ?? 1)
        for (cell, outcome) in zip(cells, outcomes) {
            rows.values += cell
            rows.offsets.append(offset)
            rows.outcomes.append(outcome)
            rows.weights.append(weight)
        }
        return rows
    }

    /// Thirty of a hundred: ln(.3/.7), whatever the offset.
    @Test(arguments: [0.0, -2, 5]) func oneColumnIsTheShare(offset: Double) throws {
        let cells = [[Double]](repeating: [1], count: 100)
        let fit = try #require(RidgeLogit(rows(cells, (0..<100).map { $0 < 30 ? 1 : 0 }, offset: offset), ridge: 1))
        #expect(abs(fit.coefficients[0] + offset - log(0.3 / 0.7)) < 1e-3)
        #expect(abs(fit.probability([1], offset: offset) - 0.3) < 1e-3)
    }

    /// Two groups, 20 of 100 and 60 of 100: without a penalty the shares themselves.
    @Test func twoGroupsAreTheirShares() throws {
        let cells = (0..<200).map { [1, $0 < 100 ? 3.0 : 7] }
        let outcomes = (0..<200).map { $0 < 20 || $0 >= 140 ? 1.0 : 0 }
        let fit = try #require(RidgeLogit(rows(cells, outcomes), ridge: 1e-9))
        #expect(abs(fit.probability([1, 3], offset: 0) - 0.2) < 1e-4)
        #expect(abs(fit.probability([1, 7], offset: 0) - 0.6) < 1e-4)
        // a penalty draws them together, and the mean stays
        let drawn = try #require(RidgeLogit(rows(cells, outcomes), ridge: 100))
        let (low, high) = (drawn.probability([1, 3], offset: 0), drawn.probability([1, 7], offset: 0))
        #expect(low > 0.25 && high < 0.55 && abs(low + high - 0.8) < 1e-3)
    }

    @Test func weightsCountAsRows() throws {
        let cells = (0..<40).map { [1, Double($0 % 7)] }
        let outcomes = (0..<40).map { $0 % 3 == 0 ? 1.0 : 0 }
        let once = try #require(RidgeLogit(rows(cells, outcomes, weight: 2), ridge: 3))
        let twice = try #require(RidgeLogit(rows(cells + cells, outcomes + outcomes), ridge: 3))
        for (a, b) in zip(once.coefficients, twice.coefficients) { #expect(abs(a - b) < 1e-5) }
    }

    @Test func whatSeparatesStaysFinite() throws {
        let cells = (0..<50).map { [1, Double($0), 0] }
        let fit = try #require(RidgeLogit(rows(cells, (0..<50).map { $0 < 25 ? 0 : 1 }), ridge: 1))
        #expect(fit.coefficients.allSatisfy(\.isFinite) && fit.probability([1, 49, 0], offset: 0) > 0.9)
        #expect(fit.coefficients[2] == 0)
        #expect(RidgeLogit(rows([], []), ridge: 1) == nil && RidgeLogit(rows([[1]], [1], weight: 0), ridge: 1) == nil)
    }

    @Test func theLevelFollowsLaterRows() throws {
        let cells = [[Double]](repeating: [1], count: 20_000)
        let data = rows(cells, (0..<20_000).map { $0 < 10_000 ? ($0 % 10 == 0 ? 1 : 0) : ($0 % 2 == 0 ? 1 : 0) })
        let fit = try #require(RidgeLogit(data, ridge: 1))
        #expect(abs(fit.probability([1], offset: 0) - 0.3) < 1e-3)
        let later = fit.levelled(to: data, weights: (0..<20_000).map { $0 < 10_000 ? 0 : 1 })
        #expect(abs(later.probability([1], offset: 0) - 0.5) < 0.01)
    }

    /// 2x + y = 5, x + 3y = 10: x = 1, y = 3.
    @Test func equations() throws {
        let solution = try #require(RidgeLogit.solve([2, 0, 1, 3], [5, 10]))
        #expect(abs(solution[0] - 1) < 1e-12 && abs(solution[1] - 3) < 1e-12)
        #expect(RidgeLogit.solve([1, 0, 2, 1], [1, 1]) == nil && RidgeLogit.solve([.nan], [1]) == nil)
        #expect(RidgeLogit.logistic(-800) == 0 && RidgeLogit.logistic(800) == 1 && RidgeLogit.logistic(0) == 0.5)
    }
}
