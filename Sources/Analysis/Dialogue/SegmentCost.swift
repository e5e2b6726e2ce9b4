import Glibc

/// What a part of a series costs: twice its minus log likelihood, but for what is the same for every partition.
protocol SegmentCost {
    /// How many elements there are.
    var count: Int { get }
    /// The cost of the elements `start..<end`, at least one.
    func cost(_ start: Int, _ end: Int) -> Double
    /// Into `values[i]`, the least cost up to the `i`th candidate and that of the part from there to `end`.
    func add(_ candidates: [Int], _ least: [Double], to end: Int, into values: inout [Double])
}

/// The squared error about the mean.
struct SquaredErrorCost: SegmentCost {
    private let sums: [Double]
    private let squares: [Double]
    let count: Int

    /// The mean of all is taken off first, so that large values with small differences keep their digits.
    init(_ values: [Double]) {
        let mean = values.isEmpty ? 0 : values.reduce(0) { $0 + $1 / Double(values.count) }
        var (sum, square) = (0.0, 0.0)
        var sums = [0.0]
        var squares = [0.0]
        for value in values {
            sum += value - mean
            square += (value - mean) * (value - mean)
            sums.append(sum)
            squares.append(square)
        }
        self.sums = sums
        self.squares = squares
        count = values.count
    }

    @inline(__always)
    func cost(_ start: Int, _ end: Int) -> Double {
        let sum = sums[end] - sums[start]
        return max(0, squares[end] - squares[start] - sum * sum / Double(end - start))
    }

    func add(_ candidates: [Int], _ least: [Double], to end: Int, into values: inout [Double]) {
        for i in candidates.indices { values[i] = least[candidates[i]] + cost(candidates[i], end) }
    }
}

/// The deviance of Poisson counts at the rate of their part: 2 (S − S ln(S / E)) for S counts in E days.
struct PoissonCost: SegmentCost {
    private let counts: [Int]
    private let exposures: [Int]
    /// ln n of whole numbers, up to the greatest sum that is kept in a table.
    private let logs: [Double]
    let count: Int

    private static let mostInTable = 1 << 20

    /// - Parameters:
    ///   - counts: none negative.
    ///   - exposures: in days, each above 0.
    init(counts: [Int], exposures: [Int]) {
        var sums = [0]
        var days = [0]
        for (count, exposure) in zip(counts, exposures) {
            sums.append((sums.last ?? 0) + count)
            days.append((days.last ?? 0) + exposure)
        }
        self.counts = sums
        self.exposures = days
        count = sums.count - 1
        let most = min(max(sums.last ?? 0, days.last ?? 0), Self.mostInTable)
        logs = [0] + (0..<most).map { log(Double($0 + 1)) }
    }

    @inline(__always)
    private func logarithm(_ n: Int) -> Double { n < logs.count ? logs[n] : log(Double(n)) }

    @inline(__always)
    func cost(_ start: Int, _ end: Int) -> Double {
        let sum = counts[end] - counts[start]
        let days = exposures[end] - exposures[start]
        return 2 * Double(sum) * (1 - logarithm(sum) + logarithm(days))
    }

    func add(_ candidates: [Int], _ least: [Double], to end: Int, into values: inout [Double]) {
        for i in candidates.indices { values[i] = least[candidates[i]] + cost(candidates[i], end) }
    }
}
