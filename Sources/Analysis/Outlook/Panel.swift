public import Diplomacy
import Glibc

/// The histories of all dyads together: what one dyad's outlook takes from the others.
public struct Panel: Sendable {
    public let histories: [ContactHistory]
    /// The first day on which a run begins, and for each day from it on how many had begun before; empty without runs.
    private let first: Int
    private let begunBefore: [Int]
    /// The days on which runs begin and how many do, ascending.
    private let starts: [(day: Int, count: Int)]

    /// The longest time from the first contact to the last that is looked at, in days: about 270 years, counted from the last.
    static let longest = 100_000

    /// O(n log n) in contacts, with a number for each day between the first contact and the last, ``longest`` at most.
    public init(_ histories: [ContactHistory]) {
        self.histories = histories
        let latest = histories.compactMap(\.starts.last).max() ?? 0
        let days = histories.flatMap(\.starts).filter { $0 > latest - Self.longest }.sorted()
        first = days.first ?? 0
        var counts = [Int](repeating: 0, count: days.isEmpty ? 0 : latest - first + 2)
        for day in days { counts[day - first + 1] += 1 }
        let start = first
        starts = counts.indices.compactMap { counts[$0] > 0 ? (start + $0 - 1, counts[$0]) : nil }
        for i in counts.indices.dropFirst() { counts[i] += counts[i - 1] }
        begunBefore = counts
    }

    /// How many runs begin from one day through another, over all dyads. O(1).
    func runs(from start: Int, through end: Int) -> Int {
        start > end ? 0 : begun(before: end + 1) - begun(before: start)
    }

    /// How many runs have begun by a day, over all dyads.
    func runs(by day: Int) -> Int { begun(before: day + 1) }

    private func begun(before day: Int) -> Int {
        guard !begunBefore.isEmpty, day > first else { return 0 }
        return begunBefore[min(day - first, begunBefore.count - 1)]
    }

    /// Whether a run that begins on a day is one of many: then it is taken for a summit.
    func isCrowded(_ day: Int, by origin: Int) -> Bool {
        runs(from: day - 1, through: min(day + 1, origin)) >= Surroundings.crowd
    }

    /// What is common to all dyads on a day. O(dyads + days with runs).
    public func surroundings(on origin: Day) -> Surroundings { Surroundings(self, on: origin) }

    /// Runs begun by a day, each counted with a weight that halves as ``Decay`` says; crowded ones apart.
    func decayedRuns(by origin: Int) -> (all: [Double], crowded: Double) {
        var all = [Double](repeating: 0, count: Decay.count)
        var crowded = 0.0
        for (day, count) in starts {
            guard day <= origin else { break }
            for scale in 0..<Decay.count { all[scale] += Double(count) * Decay.weight(scale, age: origin - day) }
            if isCrowded(day, by: origin) {
                crowded += Double(count) * Decay.weight(Decay.reference, age: origin - day)
            }
        }
        return (all, crowded)
    }
}

/// Weights that halve with age: what was long ago counts for less, at several paces.
enum Decay {
    /// Half-lives in years.
    static let halfLives = [0.25, 1, 3, 8, 20]
    static let count = 5
    /// The place in ``halfLives`` of the pace to which the others are compared.
    static let reference = 3
    /// The place of the pace at which lengths of visits change.
    static let quick = 1
    /// Ages in days from which weights count as nothing: more than a hundred years.
    private static let most = 40_000

    private static let tables: [[Double]] = halfLives.map { years in
        (0..<most).map { exp2(-Double($0) / (years * 365.25)) }
    }

    /// 1 on the day itself.
    static func weight(_ scale: Int, age: Int) -> Double { age < 0 || age >= most ? 0 : tables[scale][age] }

    /// The sum of the weights of the last `days` days: how long a dyad was watched.
    static func exposure(_ scale: Int, days: Int) -> Double {
        let factor = exp2(-1 / (halfLives[scale] * 365.25))
        return -expm1(Double(max(0, days)) * log(factor)) / (1 - factor)
    }
}

/// What is common to all dyads on a day: how often runs begin, and how the seasons differ.
public struct Surroundings: Sendable {
    /// So many runs that begin within three days, over all dyads, make a crowd.
    static let crowd = 8
    /// The share of a window's years that counts half.
    private static let seasonHalfLife = 12.0
    private static let seasonYears = 25

    public let origin: Day
    /// Runs a day of a dyad, with weights that halve at each pace of ``Decay``.
    let rates: [Double]
    /// Runs a day of a dyad over all the time that the sources cover.
    let overall: Double
    /// The same of crowded runs and of the others, at the reference pace.
    let crowdedRate: Double
    let quietRate: Double
    /// For each of ``PooledFit/spans``: ln of how many runs begin in that part of the year against the year around it.
    let seasons: [Double]
    /// ln of how far runs over all dyads in the last ninety days are from those of the same days in five earlier years, beyond a factor
    /// of two; 0 in ordinary times, far below 0 when borders are closed.
    let shock: Double

    init(_ panel: Panel, on day: Day) {
        let origin = ContactHistory.clamped(day)
        self.origin = origin
        let (all, crowded) = panel.decayedRuns(by: origin.number)
        var exposures = [Double](repeating: 0, count: Decay.count)
        var watched = 365.0
        for history in panel.histories where history.began <= origin {
            let days = origin - history.began + 1
            watched += Double(days)
            for scale in exposures.indices { exposures[scale] += Decay.exposure(scale, days: days) }
        }
        // One run more in a hundred years keeps every rate above 0.
        rates = zip(all, exposures).map { ($0 + 0.01) / ($1 + 365) }
        overall = (Double(panel.runs(by: origin.number)) + 0.01) / watched
        let exposure = exposures[Decay.reference] + 365
        crowdedRate = (crowded + 0.005) / exposure
        quietRate = (all[Decay.reference] - crowded + 0.005) / exposure
        shock = Self.shock(panel, origin.number)
        seasons = PooledFit.spans.map { Self.season($0, panel, origin.number) }
    }

    /// ln of the rate of runs in the days of the year that the window covers, against that of the year around each of them.
    private static func season(_ span: Int, _ panel: Panel, _ origin: Int) -> Double {
        guard span < 365 else { return 0 }
        var (within, around) = (0.0, 0.0)
        for year in 1...seasonYears {
            let start = origin + 1 - Int((365.25 * Double(year)).rounded())
            let end = start + span - 1
            guard end <= origin else { continue }
            let weight = exp2(-Double(year) / seasonHalfLife)
            within += weight * Double(panel.runs(from: start, through: end)) / Double(span)
            let first = start + span / 2 - 183
            let last = min(first + 365, origin)
            around += weight * Double(panel.runs(from: first, through: last)) / Double(last - first + 1)
        }
        return log((within + 0.01) / (around + 0.01))
    }

    private static let shockDays = 90
    private static let shockYears = 5
    /// Runs that are to be expected in so many days before a shock can be told from chance.
    private static let leastExpected = 10.0
    /// Days in which half of a shock passes: a supposition, since the past has too few to learn it from.
    private static let shockHalfLife = 180.0
    /// The share of it that is believed to go on at all: what closes at once may open at once.
    private static let shockShare = 0.5

    private static func shock(_ panel: Panel, _ origin: Int) -> Double {
        let expected =
            (1...shockYears).reduce(0.0) { sum, year in
                let end = origin - Int((365.25 * Double(year)).rounded())
                return sum + Double(panel.runs(from: end - shockDays + 1, through: end))
            } / Double(shockYears)
        guard expected >= leastExpected else { return 0 }
        let came = Double(panel.runs(from: origin - shockDays + 1, through: origin))
        let ratio = log((came + 1) / (expected + 1))
        return ratio > 0 ? max(0, ratio - log(2)) : min(0, ratio + log(2))
    }

    /// What of the shock is left on average over the days of a span, in the logarithm of a rate.
    func shock(over span: Int) -> Double {
        let halvings = Double(max(1, span)) / Self.shockHalfLife
        return Self.shockShare * shock * (1 - exp2(-halvings)) / (halvings * log(2))
    }
}
