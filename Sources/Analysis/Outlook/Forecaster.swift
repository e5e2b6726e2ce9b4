public import Diplomacy

/// A way to forecast the contacts of a dyad.
public enum Forecaster: String, Hashable, Sendable, CaseIterable {
    case climatology
    case lastInterval = "last-interval"
    case recentRate = "recent-rate"
    case decadeRate = "decade-rate"
    case kaplanMeier = "kaplan-meier"
    case weibull
    case logNormal = "log-normal"
    case cadence
    case announced
    case pooled
    case combined

    /// Changes whenever the same contacts would give another forecast.
    public var version: Int { 1 }

    /// The baselines, against which skill is told.
    public static let baselines: [Forecaster] = [.climatology, .lastInterval, .recentRate, .decadeRate]

    /// What it supposes, in one sentence.
    public var statement: String {
        switch self {
        case .climatology: "Contacts go on at the dyad's rate over all the time that the sources cover."
        case .lastInterval: "The next wait is as long as the last one on average."
        case .recentRate: "Contacts go on at the dyad's rate over the last two years."
        case .decadeRate: "Contacts go on at the dyad's rate over the last ten years."
        case .kaplanMeier: "The present silence ends as the dyad's earlier ones did that lasted as long."
        case .weibull: "The dyad's waits follow a Weibull law, given the present silence."
        case .logNormal: "The dyad's waits follow a log-normal law, given the present silence."
        case .cadence:
            "The rounds of standing dialogues keep their pace, and other contacts go on at the rate of ten years."
        case .announced:
            "Announced encounters take place as often as earlier ones did, and others come at the rate of ten years."
        case .pooled:
            "What the past of all dyads says of one with this dyad's rates, silence, season and anniversaries, with announced encounters."
        case .combined:
            "The mean of the model of all dyads, as pooled has it, and of the log-normal law of the dyad's own waits."
        }
    }

    /// The outlook of a dyad from a day on, from what was known at that day's end.
    ///
    /// - Parameters:
    ///   - history: may go on after the origin: nothing after it is looked at.
    ///   - context: what the pooled model needs; the others do without.
    /// - Returns: `nil` where the forecaster has nothing to go by: the sources began after the origin; for waiting laws fewer than five
    ///   waits; no dialogue of three rounds; nothing announced; for the pooled model no context. O(contacts) and under a millisecond.
    public func outlook(of history: ContactHistory, on origin: Day, in context: Context? = nil) -> Outlook? {
        guard history.began <= origin, ContactHistory.calendar.contains(origin) else { return nil }
        switch self {
        case .climatology: return steady(history, origin, rate: Rates.overall(history, by: origin))
        case .lastInterval: return steady(history, origin, rate: Rates.ofLastInterval(history, by: origin))
        case .recentRate: return steady(history, origin, years: 2)
        case .decadeRate: return steady(history, origin, years: 10)
        case .kaplanMeier, .weibull, .logNormal: return waiting(history, origin)
        case .cadence: return cadence(history, origin)
        case .announced: return announced(history, origin)
        case .pooled: return context.flatMap { pooled(history, origin, $0) }
        case .combined: return context.flatMap { combined(history, origin, $0) }
        }
    }

    /// What is common to the outlooks of all dyads on one day.
    public struct Context: Sendable {
        public let panel: Panel
        public let fit: PooledFit
        public let surroundings: Surroundings

        /// - Returns: `nil` where the fit looked at the origin's future.
        public init?(_ panel: Panel, fit: PooledFit, on origin: Day) {
            guard ContactHistory.calendar.contains(origin), fit.before <= origin + 1 else { return nil }
            self.panel = panel
            self.fit = fit
            surroundings = panel.surroundings(on: origin)
        }
    }

    /// Runs that come by Poisson's law at the rate, and last as long, as those of the last years did.
    private func steady(_ history: ContactHistory, _ origin: Day, years: Int) -> Outlook? {
        let rate = Rates.recent(history, by: origin, years: years)
        return outlook(
            history, origin, WaitForecast { day in Rates.chance(rate, days: day) },
            RunLengths(history, by: origin, within: Rates.days(years)), spreads: Outlook.horizons.map { _ in 0 })
    }

    private func steady(_ history: ContactHistory, _ origin: Day, rate: Double) -> Outlook? {
        outlook(history, origin, WaitForecast { day in Rates.chance(rate, days: day) })
    }

    /// An outlook in which runs come by Poisson's law with the chances of a wait, and last as the dyad's earlier ones did.
    func outlook(_ history: ContactHistory, _ origin: Day, _ wait: WaitForecast) -> Outlook? {
        outlook(history, origin, wait, RunLengths(history, by: origin), spreads: Outlook.horizons.map { _ in 0 })
    }

    func outlook(
        _ history: ContactHistory, _ origin: Day, _ wait: WaitForecast, _ lengths: RunLengths, spreads: [Double]
    ) -> Outlook? {
        var counts: [CountLaw] = []
        for (horizon, spread) in zip(Outlook.horizons, spreads) {
            let pressure = Rates.pressure(wait.chance(within: horizon))
            guard let law = lengths.count(pressure: pressure, spread: spread, most: horizon) else { return nil }
            counts.append(law)
        }
        return Outlook(history, origin, self, wait: wait, counts: counts)
    }
}
