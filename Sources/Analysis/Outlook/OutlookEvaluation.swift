public import Diplomacy

/// How good outlooks were: each dyad forecast at each origin from what was known then, and scored by what came.
public struct OutlookEvaluation: Sendable {
    /// What is evaluated.
    public struct Plan: Sendable {
        /// Names of the dyads that are forecast; all dyads of the panel lend their past.
        public var dyads: Set<String>
        /// The days from which forecasts are made, ascending.
        public private(set) var origins: [Day]
        /// The last day that the sources cover: a span that ends after it is not scored.
        public var through: Day
        public var forecasters: [Forecaster]
        /// The pooled model is fitted anew at the first of so many origins that follow each other, at least 1.
        public var refit: Int
        public var seed: UInt64

        public init(
            dyads: Set<String>, origins: [Day], through: Day, forecasters: [Forecaster] = Forecaster.allCases,
            refit: Int = 12, seed: UInt64 = 1
        ) {
            self.dyads = dyads
            self.origins = origins.filter(ContactHistory.calendar.contains).sorted()
            self.through = through
            self.forecasters = forecasters
            self.refit = max(1, refit)
            self.seed = seed
        }
    }

    /// What a score is of.
    public enum Measure: Hashable, Sendable, CaseIterable {
        case brier30, brier90, brier180
        /// −ln of the probability of what came of 30 days, 90, 180; a probability is held to be .001 to .999.
        case log30, log90, log180
        /// The ranked score of the number of contacts in 30 days (the next month) and in 180.
        case count30, count180
        /// The ranked score of the wait, in days, capped at 365.
        case wait

        /// The span in days that must have passed.
        public var span: Int {
            switch self {
            case .brier30, .log30, .count30: 30
            case .brier90, .log90: 90
            case .brier180, .log180, .count180: 180
            case .wait: WaitForecast.longest
            }
        }
    }

    /// What came of one forecaster.
    public struct Result: Sendable {
        public let forecaster: Forecaster
        /// Forecasts, and how many of them the forecaster could make; where it could not, climatology stands in.
        public let count: Int
        public let own: Int
        /// The mean of each measure; without those of which no span has passed.
        public let means: [Measure: Double]
        /// Against the baseline that is best in that measure over the same forecasts; intervals of 90 % by drawing runs of months over
        /// all dyads.
        public let skills: [Measure: Skill]
        /// Of the chances within 30, 90 and 180 days, in ten ranges of about equally many forecasts.
        public let reliability: [Int: Reliability]
    }

    /// In the order of the plan.
    public let results: [Result]
    /// The baseline of the least mean in each measure, found in hindsight: the hardest to beat.
    public let bestBaselines: [Measure: Forecaster]
    /// How many forecasts each measure rests on.
    public let counts: [Measure: Int]

    public func result(_ forecaster: Forecaster) -> Result? { results.first { $0.forecaster == forecaster } }

    /// - Returns: `nil` where nothing was forecast. O(origins · dyads · (contacts of a dyad + 180 · 14)) and a fit a year.
    public init?(_ panel: Panel, _ plan: Plan) {
        var scorer = OutlookScorer(plan)
        scorer.run(panel)
        guard !scorer.months.isEmpty else { return nil }
        var best: [Measure: Forecaster] = [:]
        for measure in Measure.allCases {
            best[measure] =
                Forecaster.baselines.compactMap { baseline in
                    scorer.mean(baseline, measure).map { (baseline, $0) }
                }.min { $0.1 < $1.1 }?.0
        }
        results = plan.forecasters.map { scorer.result($0, against: best) }
        bestBaselines = best
        counts = Dictionary(uniqueKeysWithValues: Measure.allCases.map { ($0, scorer.count($0)) })
    }
}
