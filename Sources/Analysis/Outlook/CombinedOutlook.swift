import Diplomacy

extension Forecaster {
    /// The weight of the pooled model in the mean; the rest is the log-normal law's.
    private static let pooledWeight = 0.7

    /// A weighted mean of two laws, of the wait and of the counts; the pooled model alone where the dyad has too few waits of its own.
    ///
    /// A mean of forecasts with different errors is better than most of them (J. M. Bates and C. W. J. Granger 1969, Operational Research
    /// Quarterly 20:4).
    func combined(_ history: ContactHistory, _ origin: Day, _ context: Context) -> Outlook? {
        guard let common = Forecaster.pooled.outlook(of: history, on: origin, in: context) else { return nil }
        let own = Forecaster.logNormal.outlook(of: history, on: origin)
        let weight = own == nil ? 1 : Self.pooledWeight
        let wait = WaitForecast { weight * common.chance(within: $0) + (1 - weight) * (own?.chance(within: $0) ?? 0) }
        let counts = Outlook.horizons.compactMap { horizon -> CountLaw? in
            guard let one = common.count(within: horizon) else { return nil }
            let other = own?.count(within: horizon)
            let most = max(one.masses.count, other?.masses.count ?? 0)
            return CountLaw(weights: (0..<most).map { weight * one.mass($0) + (1 - weight) * (other?.mass($0) ?? 0) })
        }
        guard counts.count == Outlook.horizons.count else { return nil }
        return Outlook(history, origin, self, wait: wait, counts: counts)
    }
}
