import Diplomacy
import Glibc

extension Forecaster {
    /// From the dyad's own waits between runs, given the present silence: the curve or a law. Where the curve ends, the rate of ten
    /// years goes on.
    func waiting(_ history: ContactHistory, _ origin: Day) -> Outlook? {
        let intervals = Self.waits(history, by: origin)
        let known = history.known(by: origin)
        guard known > 0, intervals.count(where: \.ended) >= WaitingFit.leastEnds else { return nil }
        let silence = Double(origin - history.days[known - 1])
        switch self {
        case .weibull:
            guard let law = WaitingFit.weibull(intervals)?.law else { return nil }
            return outlook(history, origin, WaitForecast { law.chance(within: Double($0), silentFor: silence) })
        case .logNormal:
            guard let law = WaitingFit.logNormal(intervals)?.law else { return nil }
            return outlook(history, origin, WaitForecast { law.chance(within: Double($0), silentFor: silence) })
        default:
            guard let curve = SurvivalCurve(intervals) else { return nil }
            let rate = Rates.recent(history, by: origin, years: 10)
            var left = 1.0
            let wait = WaitForecast { day in
                if let chance = curve.chance(within: Double(day), silentFor: silence) {
                    // No dyad is sure to meet because it always has so far.
                    left = max(1 - chance, exp(-4 * rate * Double(day)) / 2)
                } else {
                    left *= exp(-rate)
                }
                return 1 - left
            }
            return outlook(history, origin, wait)
        }
    }

    /// The waits from the last day of each run to the first of the next, the last one still under way.
    private static func waits(_ history: ContactHistory, by origin: Day) -> [Interval] {
        let runs = history.runs(by: origin)
        guard runs > 0 else { return [] }
        return (0..<runs).compactMap { run in
            let last = history.starts[run] + history.length(ofRun: run, by: origin) - 1
            let isLast = run + 1 == runs
            let end = isLast ? origin.number : history.starts[run + 1]
            return Interval(time: Double(end - last), ended: !isLast)
        }
    }
}
