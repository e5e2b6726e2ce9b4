import Diplomacy

/// Encounters that are announced or proposed for later days, as they stood on a day.
struct Announced: Hashable, Sendable {
    /// What is expected of one word before any is known, and the number of encounters that it counts for: of announced ones four in
    /// five take place at their time, of proposed ones three in ten. A prior that is stated, not measured.
    private static let priorShare: [Status: Double] = [.announced: 0.8, .proposed: 0.3]
    private static let priorWeight = 10.0
    /// How many days before or after its time an encounter may be held and still be the one that was announced.
    static let tolerance = 2

    /// One that is to come.
    struct Pending: Hashable, Sendable {
        /// The days after the origin on which it may begin.
        let days: ClosedRange<Int>
        /// The probability that it takes place.
        let share: Double
    }

    let pending: [Pending]

    /// What was last told by the origin of each encounter counts; one that was put off or called off is gone.
    init(_ history: ContactHistory, by origin: Day) {
        var latest: [String: Announcement] = [:]
        for word in history.announced where word.told <= origin { latest[word.encounter] = word }
        var tally: [Status: (came: Double, all: Double)] = [:]
        let last = latest.values.sorted { ($0.date.start, $0.encounter) < ($1.date.start, $1.encounter) }
        for word in last where word.date.end + Self.tolerance <= origin {
            let came =
                history.count(from: word.date.start - Self.tolerance, through: word.date.end + Self.tolerance) > 0
            tally[word.status, default: (0, 0)].all += 1
            tally[word.status, default: (0, 0)].came += came ? 1 : 0
        }
        pending = last.compactMap { word in
            guard word.date.end > origin, let prior = Self.priorShare[word.status],
                history.count(from: max(word.date.start, word.told), through: origin) == 0
            else { return nil }
            let record = tally[word.status] ?? (0, 0)
            let share = (record.came + prior * Self.priorWeight) / (record.all + Self.priorWeight)
            let first = max(1, word.date.start - origin)
            return Pending(days: first...max(first, word.date.end - origin), share: share)
        }
    }

    /// The probability that none of them is held within days; evenly over the days for which one is told.
    func quiet(within days: Int) -> Double {
        pending.reduce(1) { quiet, one in
            let passed = min(max(0, days - one.days.lowerBound + 1), one.days.count)
            return quiet * (1 - one.share * Double(passed) / Double(one.days.count))
        }
    }
}

extension Forecaster {
    /// Announced encounters, and others at the rate of ten years.
    func announced(_ history: ContactHistory, _ origin: Day) -> Outlook? {
        let announced = Announced(history, by: origin)
        guard !announced.pending.isEmpty else { return nil }
        let rate = Rates.recent(history, by: origin, years: 10)
        return outlook(
            history, origin,
            WaitForecast { day in 1 - announced.quiet(within: day) * (1 - Rates.chance(rate, days: day)) })
    }

    /// The pooled model with what is announced.
    func pooled(_ history: ContactHistory, _ origin: Day, _ context: Context) -> Outlook? {
        guard context.surroundings.origin == origin,
            let traits = Traits(history, context.surroundings, context.panel, strength: context.fit.strength)
        else { return nil }
        let pressures = context.fit.chances(traits).map { Rates.pressure($0) }
        let announced = Announced(history, by: origin)
        let wait = WaitForecast { day in
            let pressure = Self.between(pressures, day)
            return 1 - announced.quiet(within: day) * (1 - Rates.chance(pressure, days: 1))
        }
        let spreads = Outlook.horizons.map { horizon in
            PooledFit.spans.firstIndex(of: horizon).map { context.fit.spreads[$0] } ?? 0
        }
        let lengths = RunLengths(history, by: origin, prior: context.fit.lengths)
        return outlook(history, origin, wait, lengths, spreads: spreads)
    }

    /// The pressure up to a day: on a line between those of ``PooledFit/spans``.
    private static func between(_ pressures: [Double], _ day: Int) -> Double {
        var (start, low) = (0, 0.0)
        for (end, high) in zip(PooledFit.spans, pressures) {
            if day <= end { return low + (high - low) * Double(day - start) / Double(end - start) }
            (start, low) = (end, high)
        }
        return low
    }
}
