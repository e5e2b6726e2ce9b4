public import Diplomacy

/// A forecast as it is written to a ledger to which lines are only added, and scored after its day.
public struct LedgerEntry: Hashable, Sendable {
    /// The day on which it was made, from what was known at its end.
    public let made: Day
    public let dyad: String
    public let selection: ContactSelection
    /// The standing dialogue of which it is; `nil` for all contacts.
    public let series: String?
    /// Days after `made`, 1 to 365.
    public let horizon: Int
    /// Of at least one contact within the horizon, 0 to 1.
    public let probability: Double
    /// The expected number of days with a contact; `nil` where it was not told for that horizon.
    public let expected: Double?
    public let forecaster: Forecaster
    public let version: Int
    /// How many contacts it rests on, and the last of them.
    public let contacts: Int
    public let last: Day?

    /// The last day that it is about.
    public var due: Day { made + horizon }

    /// `nil` for a horizon that is not 1 to 365, a number that is no probability or no count, or a day beyond the calendar.
    public init?(
        made: Day, dyad: String, selection: ContactSelection = ContactSelection(), series: String? = nil, horizon: Int,
        probability: Double, expected: Double?, forecaster: Forecaster, version: Int, contacts: Int, last: Day?
    ) {
        guard (1...WaitForecast.longest).contains(horizon), ContactHistory.calendar.contains(made), probability >= 0,
            probability <= 1, contacts >= 0,
            expected.map({ $0 >= 0 && $0.isFinite }) ?? true
        else { return nil }
        self.made = made
        self.dyad = dyad
        self.selection = selection
        self.series = series
        self.horizon = horizon
        self.probability = probability
        self.expected = expected
        self.forecaster = forecaster
        self.version = version
        self.contacts = contacts
        self.last = last
    }

    /// The entry of an outlook for one horizon; `nil` where that is not 1 to 365.
    public init?(
        _ outlook: Outlook, horizon: Int, selection: ContactSelection = ContactSelection(), series: String? = nil
    ) {
        self.init(
            made: outlook.origin, dyad: outlook.dyad, selection: selection, series: series, horizon: horizon,
            probability: outlook.chance(within: horizon), expected: outlook.count(within: horizon)?.mean,
            forecaster: outlook.forecaster, version: outlook.forecaster.version, contacts: outlook.contacts,
            last: outlook.last)
    }

    /// What came of a forecast.
    public struct Score: Hashable, Sendable {
        /// How many days with a contact there were within the horizon, and the first of them.
        public let count: Int
        public let first: Day?
        public let brier: Double
        /// In nats; infinite where what came was held impossible.
        public let logarithmic: Double
        /// |expected − count|; `nil` where no number was told.
        public let countError: Double?
        /// Contacts on or before the day on which it was made that it did not know: sources told of them later.
        public let toldLater: Int
    }

    /// Scores it by what is known now.
    ///
    /// - Parameters:
    ///   - history: of the same dyad and selection.
    ///   - through: the last day that the sources cover.
    /// - Returns: `nil` before its day has passed, or where the history is of another dyad or began later. O(log n).
    public func score(_ history: ContactHistory, through: Day) -> Score? {
        guard history.dyad == dyad, history.began <= made, due <= through else { return nil }
        let days = series.map { name in history.rounds[name] ?? [] } ?? history.days
        let before = ContactHistory.rank(days, made)
        let count = ContactHistory.rank(days, due) - before
        return Score(
            count: count, first: count > 0 ? days[before] : nil, brier: ProbabilityScore.brier(probability, count > 0),
            logarithmic: ProbabilityScore.log(probability, count > 0),
            countError: expected.map { abs($0 - Double(count)) }, toldLater: max(0, before - contacts))
    }
}
