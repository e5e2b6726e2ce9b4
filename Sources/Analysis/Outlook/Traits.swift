import Diplomacy
import Glibc

/// What a dyad's past says of its next contact, on a day: numbers from which the pooled model makes its chances.
struct Traits {
    /// Runs a day at the reference pace, drawn to the rate of all dyads.
    let rate: Double
    /// What does not depend on the span.
    private let common: [Double]
    /// For each of ``PooledFit/spans``: how the same part of the year went in earlier years.
    private let anniversaries: [Double]
    private let surroundings: Surroundings

    /// The columns of a row.
    static let names = [
        "one", "rate of a quarter", "rate of a year", "rate of three years", "rate of twenty years", "rate",
        "contact today", "silence", "silence in waits", "summits", "apart from summits", "days a run",
        "rate of all time", "anniversary",
        "season", "anniversary × rate", "silence × rate", "rate of a year × rate",
    ]

    private static let years = 20
    private static let anniversaryHalfLife = 6.0

    /// - Parameter strength: the days of watching that the rate of all dyads counts for.
    /// - Returns: `nil` before the sources began.
    init?(_ history: ContactHistory, _ surroundings: Surroundings, _ panel: Panel, strength: Double) {
        let origin = surroundings.origin
        guard history.began <= origin else { return nil }
        let watched = origin - history.began + 1
        let past = Self.past(history, panel, by: origin.number)
        let exposures = (0..<Decay.count).map { Decay.exposure($0, days: watched) }
        func rate(_ sum: Double, _ exposure: Double, _ prior: Double) -> Double {
            (sum + prior * strength) / (exposure + strength)
        }
        let reference = Decay.reference
        let base = rate(past.runs[reference], exposures[reference], surroundings.rates[reference])
        self.rate = base
        func ratio(_ scale: Int) -> Double {
            log(rate(past.runs[scale], exposures[scale], surroundings.rates[scale]) / base)
        }
        let known = history.known(by: origin)
        let silence = known > 0 ? origin - history.days[known - 1] : watched
        let quiet = past.runs[reference] - past.crowded
        let level = log(100 * base)
        common = [
            1, ratio(0), ratio(1), ratio(2), ratio(4), level, silence == 0 ? 1 : 0, log(2 + Double(min(silence, 3650))),
            log(0.05 + Double(silence + 1) * base),
            log(rate(past.crowded, exposures[reference], surroundings.crowdedRate) / base),
            log(rate(quiet, exposures[reference], surroundings.quietRate) / base),
            log((past.days + 4) / (past.runs[reference] + 2)),
            log(rate(Double(history.runs(by: origin)), Double(watched), surroundings.overall) / base),
        ]
        var anniversaries: [Double] = []
        for span in PooledFit.spans {
            let span = min(span, 180)
            if span == 180, PooledFit.spans.firstIndex(of: 180).map({ $0 < anniversaries.count }) ?? false {
                anniversaries.append(anniversaries[anniversaries.count - 1])
            } else {
                anniversaries.append(Self.anniversary(history, origin, span, base))
            }
        }
        self.anniversaries = anniversaries
        self.surroundings = surroundings
    }

    /// Sums over the runs and days known by a day, weighted by age.
    private static func past(
        _ history: ContactHistory, _ panel: Panel, by origin: Int
    ) -> (runs: [Double], crowded: Double, days: Double) {
        var runs = [Double](repeating: 0, count: Decay.count)
        var (crowded, days) = (0.0, 0.0)
        for start in history.starts {
            guard start <= origin else { break }
            for scale in 0..<Decay.count { runs[scale] += Decay.weight(scale, age: origin - start) }
            if panel.isCrowded(start, by: origin) { crowded += Decay.weight(Decay.reference, age: origin - start) }
        }
        for day in history.days {
            guard day.number <= origin else { break }
            days += Decay.weight(Decay.reference, age: origin - day.number)
        }
        return (runs, crowded, days)
    }

    /// ln(−ln(1 − q)) of the share q of earlier years with a contact in the window's part of the year, against what the rate alone
    /// gives: later years weigh more, and the rate counts for two of the latest.
    private static func anniversary(_ history: ContactHistory, _ origin: Day, _ span: Int, _ rate: Double) -> Double {
        let expected = min(max(-expm1(-rate * Double(span)), 1e-5), 0.9999)
        var (came, all) = (2 * expected, 2.0)
        for year in 1...years {
            let start = origin + (1 - Int((365.25 * Double(year)).rounded()))
            guard start >= history.began else { break }
            let weight = exp2(-Double(year) / anniversaryHalfLife)
            all += weight
            if history.count(from: start, through: min(start + (span - 1), origin)) > 0 { came += weight }
        }
        let share = min(max(came / all, 1e-4), 0.9999)
        return log(-log1p(-share)) - log(-log1p(-expected))
    }

    /// The row of the span at a place in ``PooledFit/spans``.
    func row(_ span: Int) -> [Double] {
        let (anniversary, level) = (anniversaries[span], common[5])
        return common + [
            anniversary, surroundings.seasons[span], anniversary * level, common[7] * level, common[2] * level,
        ]
    }

    /// ln of the odds of at least one run within a span at the rate alone, with what is left of a common shock.
    func offset(_ days: Int) -> Double {
        log(expm1(min(rate * exp(surroundings.shock(over: days)) * Double(days), 500)))
    }
}
