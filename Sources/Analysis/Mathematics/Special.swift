import Glibc

/// The special functions that counts, waiting times and their scores are made of.
///
/// Relative error about 1e-12 in the ranges that occur here; arguments outside a function's domain give NaN, as in the C library.
public enum Special {
    /// ln Γ(x), x > 0.
    public static func logGamma(_ x: Double) -> Double {
        var sign: Int32 = 0
        return lgamma_r(x, &sign)
    }

    /// ln n!, n ≥ 0.
    public static func logFactorial(_ n: Int) -> Double { logGamma(Double(n) + 1) }

    /// ψ(x) = d/dx ln Γ(x), x > 0: the recurrence up to 8, then the asymptotic series (DLMF 5.11.2).
    public static func digamma(_ x: Double) -> Double {
        guard x > 0 else { return .nan }
        var x = x
        var result = 0.0
        while x < 8 {
            result -= 1 / x
            x += 1
        }
        let square = 1 / (x * x)
        let small = 1 / 252.0 - square * (1 / 240.0 - square / 132)
        let series = square * (1 / 12.0 - square * (1 / 120.0 - square * small))
        return result + log(x) - 0.5 / x - series
    }

    /// ψ′(x), x > 0 (DLMF 5.15.8).
    public static func trigamma(_ x: Double) -> Double {
        guard x > 0 else { return .nan }
        var x = x
        var result = 0.0
        while x < 10 {
            result += 1 / (x * x)
            x += 1
        }
        let square = 1 / (x * x)
        let series = 1 / 6.0 - square * (1 / 30.0 - square * (1 / 42.0 - square * (1 / 30.0 - square * 5 / 66)))
        return result + 1 / x + square / 2 + square / x * series
    }

    /// The share P(a, x) of the gamma function up to `x`; a > 0, x ≥ 0 (DLMF 8.11.4 below a + 1, else the continued fraction 8.9.2).
    public static func gammaShare(_ a: Double, _ x: Double) -> Double {
        guard a > 0, x >= 0 else { return .nan }
        guard x > 0 else { return 0 }
        guard x.isFinite else { return 1 }
        let front = exp(a * log(x) - x - logGamma(a))
        if x < a + 1 {
            var term = 1 / a
            var sum = term
            var k = a
            repeat {
                k += 1
                term *= x / k
                sum += term
            } while term > sum * 1e-16
            return min(1, front * sum)
        }
        return max(0, 1 - front * fraction(first: x + 1 - a) { n in (-n * (n - a), x + 2 * n + 1 - a) })
    }

    /// The share I_x(a, b) of the beta function up to `x`; a, b > 0, 0 ≤ x ≤ 1 (DLMF 8.17.22).
    public static func betaShare(_ x: Double, _ a: Double, _ b: Double) -> Double {
        guard a > 0, b > 0, x >= 0, x <= 1 else { return .nan }
        guard x > 0 else { return 0 }
        guard x < 1 else { return 1 }
        if x > (a + 1) / (a + b + 2) { return 1 - betaShare(1 - x, b, a) }
        let front = exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * log(x) + b * log1p(-x)) / a
        let value = fraction(first: 1) { n in
            let m = (n / 2).rounded(.down)
            let odd = n.truncatingRemainder(dividingBy: 2) == 1
            let numerator =
                odd
                ? -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
                : m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
            return (numerator, 1)
        }
        return min(1, front * value)
    }

    /// The standard normal density.
    public static func normalDensity(_ x: Double) -> Double { exp(-x * x / 2) / (2 * Double.pi).squareRoot() }

    /// The standard normal distribution function.
    public static func normalShare(_ x: Double) -> Double { erfc(-x / 2.0.squareRoot()) / 2 }

    /// The standard normal quantile, 0 < p < 1: Abramowitz and Stegun 26.2.23, then Halley's steps on the distribution function.
    public static func normalQuantile(_ p: Double) -> Double {
        guard p > 0, p < 1 else { return p == 0 ? -.infinity : p == 1 ? .infinity : .nan }
        if p > 0.5 { return -normalQuantile(1 - p) }
        let t = (-2 * log(p)).squareRoot()
        let upper = 2.515517 + t * (0.802853 + t * 0.010328)
        var x = -(t - upper / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308))))
        for _ in 0..<3 {
            let step = (normalShare(x) - p) / normalDensity(x)
            x -= step / (1 + x * step / 2)
        }
        return x
    }

    /// 1 / (first + a₁ / (b₁ + a₂ / (b₂ + ...))), by Lentz's method in Thompson and Barnett's form.
    private static func fraction(first: Double, term: (Double) -> (a: Double, b: Double)) -> Double {
        let tiny = 1e-300
        var c = 1 / tiny
        var d = first == 0 ? 1 / tiny : 1 / first
        var value = d
        for n in 1...500 {
            let (a, b) = term(Double(n))
            d = b + a * d
            d = 1 / (abs(d) < tiny ? tiny : d)
            c = b + a / c
            if abs(c) < tiny { c = tiny }
            value *= c * d
            if abs(c * d - 1) < 1e-15 { break }
        }
        return value
    }
}

/// Chance that can be repeated: the same seed gives the same numbers on every machine (Steele, Lea and Flood 2014, SplitMix64).
public struct SeededChance: RandomNumberGenerator, Sendable {
    private var state: UInt64

    public init(seed: UInt64) { state = seed }

    public mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    /// Uniform in [0, 1).
    public mutating func unit() -> Double { Double(next() >> 11) * 0x1p-53 }
}
