import Glibc

/// A law of waiting times with what it was fitted on, by maximum likelihood with right censoring and left truncation.
public struct WaitingFit: Hashable, Sendable {
    public let law: WaitingLaw
    /// At the maximum.
    public let logLikelihood: Double
    /// How many waits, and how many of them ended.
    public let waits: Int
    public let ends: Int

    /// The least number of ended waits on which two parameters are fitted.
    public static let leastEnds = 5
    /// The steps after which a fit that has not settled is given up.
    static let mostSteps = 100

    /// Akaike's criterion: the law with the lesser one is preferred.
    public var akaike: Double { 4 - 2 * logLikelihood }

    /// `nil` where fewer than ``leastEnds`` waits ended, where all that ended lasted equally long, or where the likelihood has no
    /// maximum between the shapes .05 and 100. O(n) a step.
    public static func weibull(_ intervals: [Interval]) -> WaitingFit? {
        guard let data = Data(intervals) else { return nil }
        // For each shape the best scale is known in closed form; the derivative by ln shape of what remains is made 0, by Newton's
        // steps within a bracket that shrinks.
        var (low, high) = (log(0.05), log(100.0))
        guard data.weibullSlope(low).slope > 0, data.weibullSlope(high).slope < 0 else { return nil }
        var point = 0.0
        for _ in 0..<mostSteps {
            let (slope, curvature) = data.weibullSlope(point)
            if slope > 0 { low = point } else { high = point }
            var next = point - slope / curvature
            if !(next > low && next < high) { next = (low + high) / 2 }
            let settled = abs(next - point) < 1e-11
            point = next
            if settled { break }
        }
        let shape = exp(point)
        let total = data.powers(shape).sum
        return finished(
            .weibull(shape: shape, scale: data.unit * pow(total / Double(data.ends), 1 / shape)), intervals, data)
    }

    /// `nil` as for ``weibull(_:)``, or where the standard deviation of the logarithm leaves .01 to 20. O(n) a step.
    public static func logNormal(_ intervals: [Interval]) -> WaitingFit? {
        guard let data = Data(intervals) else { return nil }
        var point = data.start
        var value = data.normal(point)
        for _ in 0..<mostSteps {
            let (a, b, c) = (value.hessian.0, value.hessian.1, value.hessian.2)
            let determinant = a * c - b * b
            var step: (Double, Double)
            if a < 0, determinant > 0 {
                step = (
                    (b * value.slope.1 - c * value.slope.0) / determinant,
                    (b * value.slope.0 - a * value.slope.1) / determinant
                )
            } else {
                let length = hypot(value.slope.0, value.slope.1)
                step = (value.slope.0 / max(length, 1e-12) * 0.5, value.slope.1 / max(length, 1e-12) * 0.5)
            }
            let size = max(abs(step.0), abs(step.1))
            if size > 2 { step = (step.0 * 2 / size, step.1 * 2 / size) }
            var halvings = 0
            var next = data.normal((point.0 + step.0, point.1 + step.1))
            while !(next.likelihood >= value.likelihood), halvings < 40 {
                step = (step.0 / 2, step.1 / 2)
                next = data.normal((point.0 + step.0, point.1 + step.1))
                halvings += 1
            }
            guard next.likelihood >= value.likelihood else { break }
            point = (point.0 + step.0, point.1 + step.1)
            value = next
            if max(abs(step.0), abs(step.1)) < 1e-10 { break }
        }
        let deviation = exp(point.1)
        guard deviation > 0.01, deviation < 20, hypot(value.slope.0, value.slope.1) < 1e-4 * Double(data.ends) else {
            return nil
        }
        return finished(.logNormal(mean: point.0 + log(data.unit), deviation: deviation), intervals, data)
    }

    /// The law of the two with the lesser criterion of Akaike; `nil` where neither can be fitted.
    public static func best(_ intervals: [Interval]) -> WaitingFit? {
        [weibull(intervals), logNormal(intervals)].compactMap { $0 }.min { $0.akaike < $1.akaike }
    }

    private static func finished(_ law: WaitingLaw, _ intervals: [Interval], _ data: Data) -> WaitingFit? {
        let likelihood = intervals.reduce(0) { $0 + law.logLikelihood(of: $1) }
        guard likelihood.isFinite else { return nil }
        return WaitingFit(law: law, logLikelihood: likelihood, waits: intervals.count, ends: data.ends)
    }
}

extension WaitingFit {
    /// The intervals with times as logarithms, in units of the longest so that no power overflows.
    struct Data {
        let unit: Double
        let ends: Int
        /// ln of each time, whether it is an end, and ln of the entry where there is one.
        private let rows: [(time: Double, ended: Bool, entry: Double?)]
        private let sumOfEnds: Double
        /// Mean and ln standard deviation of the logarithms of the ended times.
        let start: (Double, Double)

        init?(_ intervals: [Interval]) {
            guard let longest = intervals.map(\.time).max() else { return nil }
            let ended = intervals.filter(\.ended).map { log($0.time / longest) }
            guard ended.count >= leastEnds, let least = ended.min(), let most = ended.max(), most - least > 1e-9 else {
                return nil
            }
            unit = longest
            ends = ended.count
            rows = intervals.map { interval in
                (log(interval.time / longest), interval.ended, interval.entry > 0 ? log(interval.entry / longest) : nil)
            }
            sumOfEnds = ended.reduce(0, +)
            let mean = sumOfEnds / Double(ended.count)
            let variance = ended.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(ended.count)
            start = (mean, log(max(0.05, variance.squareRoot())))
        }

        /// Σ(t^k − e^k) and its derivatives by k.
        func powers(_ shape: Double) -> (sum: Double, first: Double, second: Double) {
            var (sum, first, second) = (0.0, 0.0, 0.0)
            for row in rows {
                let power = exp(shape * row.time)
                sum += power
                first += power * row.time
                second += power * row.time * row.time
                guard let entry = row.entry else { continue }
                let before = exp(shape * entry)
                sum -= before
                first -= before * entry
                second -= before * entry * entry
            }
            return (sum, first, second)
        }

        /// The derivative of the profile likelihood by ln shape, and the derivative of that.
        func weibullSlope(_ logShape: Double) -> (slope: Double, curvature: Double) {
            let shape = exp(logShape)
            let (sum, first, second) = powers(shape)
            let count = Double(ends)
            let slope = count / shape + sumOfEnds - count * first / sum
            let curvature = -count / (shape * shape) - count * (second / sum - first / sum * (first / sum))
            return (shape * slope, shape * slope + shape * shape * curvature)
        }

        /// The likelihood of a normal law of the logarithms at (mean, ln deviation), its gradient and its Hessian (mean twice, both,
        /// deviation twice).
        func normal(_ point: (Double, Double)) -> (
            likelihood: Double, slope: (Double, Double), hessian: (Double, Double, Double)
        ) {
            let deviation = exp(point.1)
            var likelihood = 0.0
            var slope = (0.0, 0.0)
            var hessian = (0.0, 0.0, 0.0)
            /// Adds a function of z with its derivatives by z: dz/dmean = −1/deviation, dz/dln deviation = −z.
            func add(_ z: Double, _ value: Double, _ first: Double, _ second: Double) {
                likelihood += value
                slope.0 -= first / deviation
                slope.1 -= first * z
                hessian.0 += second / (deviation * deviation)
                hessian.1 += (second * z + first) / deviation
                hessian.2 += (second * z + first) * z
            }
            for row in rows {
                let z = (row.time - point.0) / deviation
                if row.ended {
                    add(z, -z * z / 2 - point.1, -z, -1)
                    slope.1 -= 1
                } else {
                    let tail = Self.tail(z)
                    add(z, tail.log, -tail.ratio, -tail.ratio * (tail.ratio - z))
                }
                if let entry = row.entry {
                    let z = (entry - point.0) / deviation
                    let tail = Self.tail(z)
                    add(z, -tail.log, tail.ratio, tail.ratio * (tail.ratio - z))
                }
            }
            return (likelihood, slope, hessian)
        }

        /// ln of the upper tail of the normal law, and the density over that tail.
        private static func tail(_ z: Double) -> (log: Double, ratio: Double) {
            let tail = WaitingLaw.logUpperNormal(z)
            return (tail, exp(-z * z / 2 - Glibc.log(2 * Double.pi) / 2 - tail))
        }
    }
}
