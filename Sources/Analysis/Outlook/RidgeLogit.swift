import Glibc

/// A logistic regression with an offset, its coefficients drawn to 0 (Hoerl and Kennard's ridge), by Newton's steps.
struct RidgeLogit: Hashable, Sendable {
    /// The coefficient of each column, for columns as they are; the first column is 1.
    let coefficients: [Double]

    init(coefficients: [Double]) { self.coefficients = coefficients }

    /// The regression with its first coefficient moved to where it fits rows best under other weights, drawn to where it is by a
    /// penalty of 25 times the square of the move.
    func levelled(to rows: Rows, weights: [Double]) -> RidgeLogit {
        let prior = 50.0
        let points = (0..<rows.count).map { row in
            rows.values[row * rows.width..<(row + 1) * rows.width].enumerated().reduce(rows.offsets[row]) {
                $0 + coefficients[$1.offset] * $1.element
            }
        }
        var shift = 0.0
        for _ in 0..<6 {
            var (slope, curvature) = (-prior * shift, prior)
            for row in 0..<rows.count {
                let share = Self.logistic(points[row] + shift)
                slope += weights[row] * (rows.outcomes[row] - share)
                curvature += weights[row] * share * (1 - share)
            }
            shift += min(max(slope / curvature, -1), 1)
        }
        return RidgeLogit(coefficients: [coefficients[0] + shift] + coefficients.dropFirst())
    }

    /// The rows of a regression, one after the other.
    struct Rows: Sendable {
        let width: Int
        var values: [Double] = []
        var offsets: [Double] = []
        var outcomes: [Double] = []
        var weights: [Double] = []

        init(width: Int) { self.width = width }

        var count: Int { offsets.count }
    }

    /// The steps after which the search ends: it is concave, and settles in about six.
    static let mostSteps = 30

    /// - Parameter ridge: half the penalty of a squared coefficient of a column that is scaled to a deviation of 1.
    /// - Returns: `nil` without rows. O(rows · columns²) a step.
    init?(_ rows: Rows, ridge: Double) {
        let (means, scales) = Self.scales(rows)
        guard rows.count > 0, rows.weights.contains(where: { $0 > 0 }) else { return nil }
        let width = rows.width
        var scaled = rows.values
        scaled.withUnsafeMutableBufferPointer { cells in
            for row in 0..<rows.count {
                for column in 0..<width {
                    cells[row * width + column] = (cells[row * width + column] - means[column]) / scales[column]
                }
            }
        }
        var penalties = [Double](repeating: ridge, count: width)
        penalties[0] = 1e-3
        var point = [Double](repeating: 0, count: width)
        var value = Self.objective(rows, scaled, point, penalties)
        for _ in 0..<Self.mostSteps {
            let (slope, curvature) = Self.derivatives(rows, scaled, point, penalties)
            guard let step = Self.solve(curvature, slope) else { break }
            var size = 1.0
            var next = zip(point, step).map { $0 + $1 }
            var nextValue = Self.objective(rows, scaled, next, penalties)
            while !(nextValue >= value), size > 1e-6 {
                size /= 2
                next = zip(point, step).map { $0 + size * $1 }
                nextValue = Self.objective(rows, scaled, next, penalties)
            }
            guard nextValue >= value else { break }
            let gain = nextValue - value
            (point, value) = (next, nextValue)
            if gain < 1e-7 * (1 + abs(value)) { break }
        }
        var result = zip(point, scales).map { $0 / $1 }
        for column in 1..<width { result[0] -= result[column] * means[column] }
        coefficients = result
    }

    /// The probability of a row.
    func probability(_ row: [Double], offset: Double) -> Double {
        Self.logistic(zip(coefficients, row).reduce(offset) { $0 + $1.0 * $1.1 })
    }

    static func logistic(_ x: Double) -> Double { x >= 0 ? 1 / (1 + exp(-x)) : exp(x) / (1 + exp(x)) }

    /// Weighted means and deviations; 0 and 1 for the first column and for those that do not vary.
    private static func scales(_ rows: Rows) -> ([Double], [Double]) {
        let width = rows.width
        var (sums, squares, total) = ([Double](repeating: 0, count: width), [Double](repeating: 0, count: width), 0.0)
        for row in 0..<rows.count {
            let weight = rows.weights[row]
            total += weight
            for column in 0..<width {
                let value = rows.values[row * width + column]
                sums[column] += weight * value
                squares[column] += weight * value * value
            }
        }
        var means = sums.map { total > 0 ? $0 / total : 0 }
        means[0] = 0
        var scales = zip(squares, means).map { total > 0 ? max(0, $0 / total - $1 * $1).squareRoot() : 1 }
        for column in 0..<width where column == 0 || !(scales[column] > 1e-9) { scales[column] = 1 }
        return (means, scales)
    }

    /// The logarithm of the likelihood less the penalty.
    private static func objective(_ rows: Rows, _ cells: [Double], _ point: [Double], _ penalties: [Double]) -> Double {
        let width = rows.width
        var sum = -zip(point, penalties).reduce(0) { $0 + $1.0 * $1.0 * $1.1 } / 2
        cells.withUnsafeBufferPointer { cells in
            for row in 0..<rows.count {
                var x = rows.offsets[row]
                for column in 0..<width { x += cells[row * width + column] * point[column] }
                // ln(1 + eˣ) without overflow
                sum += rows.weights[row] * (rows.outcomes[row] * x - max(x, 0) - log1p(exp(-abs(x))))
            }
        }
        return sum
    }

    private static func derivatives(
        _ rows: Rows, _ cells: [Double], _ point: [Double], _ penalties: [Double]
    ) -> ([Double], [Double]) {
        let width = rows.width
        var slope = zip(point, penalties).map { -$0 * $1 }
        var curvature = [Double](repeating: 0, count: width * width)
        slope.withUnsafeMutableBufferPointer { slope in
            curvature.withUnsafeMutableBufferPointer { curvature in
                cells.withUnsafeBufferPointer { cells in
                    for row in 0..<rows.count {
                        let start = row * width
                        var x = rows.offsets[row]
                        for column in 0..<width { x += cells[start + column] * point[column] }
                        let share = logistic(x)
                        let off = rows.weights[row] * (rows.outcomes[row] - share)
                        let weight = rows.weights[row] * share * (1 - share)
                        for column in 0..<width {
                            let cell = cells[start + column]
                            slope[column] += off * cell
                            let product = weight * cell
                            for other in 0...column {
                                curvature[column * width + other] += product * cells[start + other]
                            }
                        }
                    }
                }
            }
        }
        for column in 0..<width { curvature[column * width + column] += penalties[column] }
        return (slope, curvature)
    }

    /// Solves for a positive definite matrix of which the lower half is given (Cholesky); `nil` where it is not.
    static func solve(_ lower: [Double], _ right: [Double]) -> [Double]? {
        let width = right.count
        var factor = lower
        for i in 0..<width {
            for j in 0...i {
                var sum = factor[i * width + j]
                for k in 0..<j { sum -= factor[i * width + k] * factor[j * width + k] }
                if i == j {
                    guard sum > 1e-12, sum.isFinite else { return nil }
                    factor[i * width + i] = sum.squareRoot()
                } else {
                    factor[i * width + j] = sum / factor[j * width + j]
                }
            }
        }
        var result = right
        for i in 0..<width {
            for k in 0..<i { result[i] -= factor[i * width + k] * result[k] }
            result[i] /= factor[i * width + i]
        }
        for i in stride(from: width - 1, through: 0, by: -1) {
            for k in stride(from: i + 1, to: width, by: 1) { result[i] -= factor[k * width + i] * result[k] }
            result[i] /= factor[i * width + i]
        }
        return result
    }
}
