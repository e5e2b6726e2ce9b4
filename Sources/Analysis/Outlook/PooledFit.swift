public import Diplomacy
import Glibc

/// What the pooled model has learned from all dyads before a day: how far a dyad's rate is drawn to that of all, what its traits
/// mean for its chances, how runs gather, and how long they last.
public struct PooledFit: Hashable, Sendable {
    /// The spans in days for which chances are fitted; between them the hazard is taken as constant.
    public static let spans = [30, 90, 180, 365]
    /// The most rows of a regression: beyond it, rows are taken at even distances.
    public static let mostRows = 100_000
    /// Below so many rows, or so many contacts in them, the rate alone speaks.
    static let leastRows = 200
    static let leastOutcomes = 20
    /// Years of origins that are looked at, and the years after which a row counts half.
    static let years = 20
    static let rowHalfLife = 20.0
    /// The same for the level of all chances, which drifts.
    static let levelHalfLife = 3.0
    static let ridge = 5.0

    /// Nothing on or after this day was looked at.
    public let before: Day
    /// The days of watching that the rate of all dyads counts for, by empirical Bayes.
    public let strength: Double
    /// How many rows the regression of the shortest span had.
    public let rows: Int
    /// For each span; `nil` where there were too few rows.
    let regressions: [RidgeLogit?]
    /// For each span, how much the numbers of runs spread beyond Poisson's law: see ``RunLengths/count(pressure:spread:most:)``.
    let spreads: [Double]
    let lengths: RunLengths

    /// Fits on what was known before a day. O(rows · (contacts of a dyad + columns²)).
    public init(_ panel: Panel, before day: Day) {
        before = day
        let last = ContactHistory.clamped(day) - 1
        strength = Self.strength(panel, by: last)
        lengths = RunLengths(panel, by: last)
        let sample = Sample(panel, by: last, strength: strength)
        var regressions: [RidgeLogit?] = []
        var spreads: [Double] = []
        for (place, span) in Self.spans.enumerated() {
            let rows = sample.rows[place]
            let came = rows.outcomes.reduce(0, +)
            let isEnough = rows.count >= Self.leastRows && came >= Double(Self.leastOutcomes)
            let regression =
                isEnough ? RidgeLogit(rows, ridge: Self.ridge)?.levelled(to: rows, weights: sample.recent[place]) : nil
            regressions.append(regression)
            spreads.append(Self.spread(rows, sample.runs[place], regression, span))
        }
        self.regressions = regressions
        self.spreads = spreads
        rows = sample.rows[0].count
    }

    /// The strength of the common rate under which the dyads' weighted counts are likeliest: a gamma law of rates, counts of Poisson.
    private static func strength(_ panel: Panel, by day: Day) -> Double {
        let surroundings = panel.surroundings(on: day)
        let rate = surroundings.rates[Decay.reference]
        let dyads = panel.histories.filter { $0.began <= day }.map { history -> (count: Double, exposure: Double) in
            let starts = history.starts.prefix(history.runs(by: day))
            return (
                starts.reduce(0) { $0 + Decay.weight(Decay.reference, age: day.number - $1) },
                Decay.exposure(Decay.reference, days: day - history.began + 1)
            )
        }
        func likelihood(_ strength: Double) -> Double {
            let shape = rate * strength
            return dyads.reduce(0) { sum, dyad in
                sum + Special.logGamma(shape + dyad.count) - Special.logGamma(shape) + shape * log(strength)
                    - (shape + dyad.count) * log(strength + dyad.exposure)
            }
        }
        let strengths = (0...12).map { 50 * exp2(Double($0) / 2) }
        return strengths.max { likelihood($0) < likelihood($1) } ?? 400
    }

    /// The spread s under which the mean number of runs is what came: s / ln(1 + s) = runs / pressure, where pressure is −ln of
    /// the chance of none; 0 where runs are no more than that.
    private static func spread(_ rows: RidgeLogit.Rows, _ runs: [Double], _ regression: RidgeLogit?, _ span: Int)
        -> Double
    {
        var (came, pressure) = (0.0, 0.0)
        for row in 0..<rows.count {
            let cells = Array(rows.values[row * rows.width..<(row + 1) * rows.width])
            let share =
                regression?.probability(cells, offset: rows.offsets[row]) ?? RidgeLogit.logistic(rows.offsets[row])
            came += rows.weights[row] * runs[row]
            pressure += rows.weights[row] * -log1p(-min(share, 1 - 1e-9))
        }
        let ratio = pressure > 0 ? came / pressure : 1
        guard ratio > 1.001 else { return 0 }
        var (low, high) = (0.0, 100.0)
        for _ in 0..<60 {
            let middle = (low + high) / 2
            if middle / log1p(middle) < ratio { low = middle } else { high = middle }
        }
        return high
    }

    /// The chances of a dyad for each of ``spans``, never falling.
    func chances(_ traits: Traits) -> [Double] {
        var greatest = 0.0
        return Self.spans.indices.map { place in
            let offset = traits.offset(Self.spans[place])
            let chance =
                regressions[place]?.probability(traits.row(place), offset: offset) ?? RidgeLogit.logistic(offset)
            greatest = max(greatest, chance)
            return greatest
        }
    }
}

extension PooledFit {
    /// The rows of the regressions: dyads at origins about a month apart, going back from the last day.
    struct Sample {
        var rows: [RidgeLogit.Rows]
        /// How many runs began within each row's span.
        var runs: [[Double]]
        /// The weights of rows by which the level is set.
        var recent: [[Double]]

        init(_ panel: Panel, by last: Day, strength: Double) {
            rows = spans.map { _ in RidgeLogit.Rows(width: Traits.names.count) }
            runs = spans.map { _ in [] }
            recent = spans.map { _ in [] }
            let earliest = panel.histories.map(\.began).min() ?? last
            let shortest = spans[0]
            var origins: [Day] = []
            for month in 0..<years * 12 {
                let origin = last - shortest - Int((Double(month) * 30.4375).rounded())
                guard origin - earliest >= leastWatched else { break }
                origins.append(origin)
            }
            let total = origins.reduce(0) { sum, origin in
                sum + panel.histories.count { origin - $0.began >= leastWatched }
            }
            let step = max(1, (total + mostRows - 1) / mostRows)
            for (month, origin) in origins.enumerated() {
                let surroundings = panel.surroundings(on: origin)
                for (place, history) in panel.histories.enumerated()
                where (place + month) % step == 0 && origin - history.began >= leastWatched {
                    guard let traits = Traits(history, surroundings, panel, strength: strength) else { continue }
                    add(history, traits, origin, last)
                }
            }
        }

        /// Days that a dyad must have been watched before it lends a row.
        private var leastWatched: Int { 365 }

        private mutating func add(_ history: ContactHistory, _ traits: Traits, _ origin: Day, _ last: Day) {
            for (place, span) in spans.enumerated() where origin + span <= last {
                rows[place].values += traits.row(place)
                rows[place].offsets.append(traits.offset(span))
                rows[place].outcomes.append(history.count(from: origin + 1, through: origin + span) > 0 ? 1 : 0)
                let age = Double(last - origin) / 365.25
                rows[place].weights.append(exp2(-age / rowHalfLife))
                recent[place].append(exp2(-age / levelHalfLife))
                let begun = history.runs(by: origin + span) - history.runs(by: origin)
                let goesOn = history.count(from: origin, through: origin + 1) == 2
                runs[place].append(Double(begun + (goesOn ? 1 : 0)))
            }
        }
    }
}
