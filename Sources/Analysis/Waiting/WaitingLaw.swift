import Glibc

/// A law of waiting times with two parameters, in days.
public enum WaitingLaw: Hashable, Sendable {
    /// S(t) = exp(−(t / scale)^shape). A shape below 1 is bursts, 1 has no memory, above 1 is regular.
    case weibull(shape: Double, scale: Double)
    /// ln T is normal with this mean and standard deviation.
    case logNormal(mean: Double, deviation: Double)

    /// ln P(T > t); 0 for t ≤ 0.
    public func logSurvival(at time: Double) -> Double {
        guard time > 0 else { return 0 }
        switch self {
        case .weibull(let shape, let scale): return -pow(time / scale, shape)
        case .logNormal(let mean, let deviation): return Self.logUpperNormal((log(time) - mean) / deviation)
        }
    }

    /// ln of the density, t > 0.
    public func logDensity(at time: Double) -> Double {
        switch self {
        case .weibull(let shape, let scale):
            let ratio = log(time / scale)
            return log(shape / scale) + (shape - 1) * ratio - exp(shape * ratio)
        case .logNormal(let mean, let deviation):
            let z = (log(time) - mean) / deviation
            return -z * z / 2 - log(deviation * time) - log(2 * Double.pi) / 2
        }
    }

    /// The share of waits that last longer than `time`, 0 to 1.
    public func survival(at time: Double) -> Double { exp(logSurvival(at: time)) }

    /// The time by which the share `p` has ended, 0 < p < 1; `nil` for other `p`.
    public func quantile(_ p: Double) -> Double? {
        guard p > 0, p < 1 else { return nil }
        switch self {
        case .weibull(let shape, let scale): return scale * pow(-log1p(-p), 1 / shape)
        case .logNormal(let mean, let deviation): return exp(mean + deviation * Special.normalQuantile(p))
        }
    }

    /// The probability that a wait that has lasted `silence` days ends within `horizon` more days, 0 to 1.
    public func chance(within horizon: Double, silentFor silence: Double) -> Double {
        guard horizon > 0 else { return 0 }
        let silence = max(0, silence)
        let now = logSurvival(at: silence)
        // Beyond what numbers hold, only a law whose hazard grows without bound gets there.
        return now.isFinite ? -expm1(logSurvival(at: silence + horizon) - now) : 1
    }

    /// What an interval adds to the logarithm of the likelihood: its end's density or its survival, given that it lasted to its entry.
    public func logLikelihood(of interval: Interval) -> Double {
        (interval.ended ? logDensity(at: interval.time) : logSurvival(at: interval.time))
            - logSurvival(at: interval.entry)
    }

    /// ln of the upper tail of the normal law: beyond 30 by the first terms of its asymptotic series (DLMF 7.12.1).
    static func logUpperNormal(_ z: Double) -> Double {
        guard z > 30 else { return log(erfc(z / 2.0.squareRoot()) / 2) }
        return -z * z / 2 - log(z * (2 * Double.pi).squareRoot()) + log1p(-1 / (z * z))
    }
}
