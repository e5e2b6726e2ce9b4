import Diplomacy

/// Makes the forecasts of a plan and keeps their scores, case by case: a case is a dyad at an origin.
struct OutlookScorer {
    typealias Measure = OutlookEvaluation.Measure

    /// The scores and chances of one forecaster; a score is `nil` where the span has not passed.
    private struct Track {
        var own = 0
        var scores: [[Double?]] = Measure.allCases.map { _ in [] }
        var chances: [[Double]] = Outlook.horizons.map { _ in [] }
    }

    private let plan: OutlookEvaluation.Plan
    private let forecasters: [Forecaster]
    /// One for each of `forecasters`.
    private var tracks: [Track]
    /// The number of the origin of each case.
    private(set) var months: [Int] = []
    /// Whether a contact came within each of the horizons; `nil` where the span has not passed.
    private var came: [[Bool?]] = Outlook.horizons.map { _ in [] }

    init(_ plan: OutlookEvaluation.Plan) {
        self.plan = plan
        // Climatology first: it stands in for the others.
        forecasters =
            Forecaster.baselines + plan.forecasters.filter { !Forecaster.baselines.contains($0) }
        tracks = forecasters.map { _ in Track() }
    }

    mutating func run(_ panel: Panel) {
        var fit: PooledFit?
        let chosen = panel.histories.filter { plan.dyads.contains($0.dyad) }
        for (number, origin) in plan.origins.enumerated() where origin < plan.through {
            var context: Forecaster.Context?
            if forecasters.contains(.pooled) || forecasters.contains(.combined) {
                if number % plan.refit == 0 || fit == nil { fit = PooledFit(panel, before: origin + 1) }
                context = fit.flatMap { Forecaster.Context(panel, fit: $0, on: origin) }
            }
            for history in chosen { score(history, origin, number, context) }
        }
    }

    private mutating func score(_ history: ContactHistory, _ origin: Day, _ number: Int, _ context: Forecaster.Context?)
    {
        guard let fallback = Forecaster.climatology.outlook(of: history, on: origin) else { return }
        months.append(number)
        for (place, horizon) in Outlook.horizons.enumerated() {
            let isPast = origin + horizon <= plan.through
            came[place].append(isPast ? history.count(from: origin + 1, through: origin + horizon) > 0 : nil)
        }
        let wait = history.next(after: origin).map { $0 - origin }
        for (number, forecaster) in forecasters.enumerated() {
            let outlook = forecaster.outlook(of: history, on: origin, in: context)
            tracks[number].own += outlook == nil ? 0 : 1
            for (place, measure) in Measure.allCases.enumerated() {
                let isPast = origin + measure.span <= plan.through
                tracks[number].scores[place].append(
                    isPast ? Self.value(measure, outlook ?? fallback, history, origin, wait) : nil)
            }
            for (place, horizon) in Outlook.horizons.enumerated() {
                tracks[number].chances[place].append((outlook ?? fallback).chance(within: horizon))
            }
        }
    }

    private static func value(
        _ measure: Measure, _ outlook: Outlook, _ history: ContactHistory, _ origin: Day, _ wait: Int?
    ) -> Double? {
        let chance = outlook.chance(within: measure.span)
        let came = wait.map { $0 <= measure.span } ?? false
        switch measure {
        case .brier30, .brier90, .brier180: return ProbabilityScore.brier(chance, came)
        case .log30, .log90, .log180: return ProbabilityScore.log(min(max(chance, 0.001), 0.999), came)
        case .count30, .count180:
            let count = history.count(from: origin + 1, through: origin + measure.span)
            return outlook.count(within: measure.span)?.crps(count)
        case .wait: return outlook.wait.crps(wait)
        }
    }

    func mean(_ forecaster: Forecaster, _ measure: Measure) -> Double? {
        let values = scores(forecaster, measure).compactMap { $0 }
        return values.isEmpty ? nil : values.reduce(0, +) / Double(values.count)
    }

    func count(_ measure: Measure) -> Int { scores(.climatology, measure).count { $0 != nil } }

    private func track(_ forecaster: Forecaster) -> Track? {
        forecasters.firstIndex(of: forecaster).map { tracks[$0] }
    }

    private func scores(_ forecaster: Forecaster, _ measure: Measure) -> [Double?] {
        guard let place = Measure.allCases.firstIndex(of: measure) else { return [] }
        return track(forecaster)?.scores[place] ?? []
    }

    func result(_ forecaster: Forecaster, against best: [Measure: Forecaster]) -> OutlookEvaluation.Result {
        var means: [Measure: Double] = [:]
        var skills: [Measure: Skill] = [:]
        for measure in Measure.allCases {
            means[measure] = mean(forecaster, measure)
            if let baseline = best[measure] { skills[measure] = skill(forecaster, baseline, measure) }
        }
        var reliability: [Int: Reliability] = [:]
        for (place, horizon) in Outlook.horizons.enumerated() {
            let chances = track(forecaster)?.chances[place] ?? []
            let cases = chances.indices.filter { came[place][$0] != nil }
            reliability[horizon] = Reliability(
                cases.map { chances[$0] }, cases.map { came[place][$0] == true }, bins: .equalCounts(10))
        }
        return OutlookEvaluation.Result(
            forecaster: forecaster, count: months.count, own: track(forecaster)?.own ?? 0, means: means,
            skills: skills,
            reliability: reliability)
    }

    /// Blocks are months; spans that overlap are drawn together.
    private func skill(_ forecaster: Forecaster, _ baseline: Forecaster, _ measure: Measure) -> Skill? {
        let (mine, theirs) = (scores(forecaster, measure), scores(baseline, measure))
        var (scores, reference, blocks): ([Double], [Double], [Int]) = ([], [], [])
        for i in months.indices {
            guard let score = mine[i], let other = theirs[i] else { continue }
            scores.append(score)
            reference.append(other)
            blocks.append(months[i])
        }
        return Skill(scores, reference: reference, blocks: blocks, length: max(1, measure.span / 30), seed: plan.seed)
    }
}
