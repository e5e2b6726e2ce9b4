import Diplomacy
import Glibc

/// How many days the runs of a dyad's contacts last: the shares of 1, 2, ... days.
struct RunLengths: Hashable, Sendable {
    /// Longer runs are counted as of so many days.
    static let longest = 14
    /// The shares of 1 to ``longest`` days; they sum to 1.
    let shares: [Double]

    /// The runs that began in the last `days` known by a day, and two more of one day.
    init(_ history: ContactHistory, by day: Day, within days: Int = .max) {
        var counts = [2.0] + Array(repeating: 0, count: Self.longest - 1)
        let first = days < day - history.began ? history.runs(by: day - days) : 0
        for run in first..<history.runs(by: day) { counts[Self.place(history, run, day)] += 1 }
        self.init(counts: counts)
    }

    /// The runs known by a day, each with a weight that halves at a pace of ``Decay``, and ten more of the lengths of `prior`.
    init(_ history: ContactHistory, by day: Day, prior: RunLengths) {
        self.init(
            counts: zip(prior.shares, Self.decayed([history], by: day, scale: Decay.quick)).map { 10 * $0 + $1 })
    }

    /// The runs of all dyads known by a day; those of the last years weigh more, as visits have grown shorter.
    init(_ panel: Panel, by day: Day) {
        self.init(counts: Self.decayed(panel.histories, by: day, scale: Decay.quick))
    }

    private static func decayed(_ histories: [ContactHistory], by day: Day, scale: Int) -> [Double] {
        var counts = [Double](repeating: 0, count: longest)
        for history in histories {
            for run in 0..<history.runs(by: day) {
                counts[place(history, run, day)] += Decay.weight(scale, age: day.number - history.starts[run])
            }
        }
        return counts
    }

    private static func place(_ history: ContactHistory, _ run: Int, _ day: Day) -> Int {
        min(longest, max(1, history.length(ofRun: run, by: day))) - 1
    }

    /// - Parameter counts: of runs of 1, 2, ... days; those beyond ``longest`` are left out. Without any, all runs are of one day.
    init(counts: [Double]) {
        let counts = counts.prefix(Self.longest) + Array(repeating: 0, count: max(0, Self.longest - counts.count))
        let total = counts.reduce(0, +)
        shares = total > 0 ? counts.map { $0 / total } : [1] + Array(repeating: 0, count: Self.longest - 1)
    }

    /// The law of the number of contact days where runs come by chance, of which none comes with probability e^(−`pressure`).
    ///
    /// The number of runs is Poisson, or negative binomial where `spread` > 0, of mean pressure · spread / ln(1 + spread); their lengths
    /// are independent. Panjer's recursion (1981, ASTIN Bulletin 12:22), O(most · ``longest``).
    ///
    /// - Parameter most: counts above it are counted as it.
    func count(pressure: Double, spread: Double = 0, most: Int) -> CountLaw? {
        // e^−500 is still a number from which the recursion can start.
        let pressure = min(max(pressure, 0), 500)
        guard pressure > 0, most > 0 else { return CountLaw(weights: [1]) }
        let (a, b): (Double, Double)
        if spread > 1e-6 {
            a = spread / (1 + spread)
            b = (pressure / log1p(spread) - 1) * a
        } else {
            (a, b) = (0, pressure)
        }
        var masses = [exp(-pressure)]
        var total = masses[0]
        for count in 1..<max(2, most) {
            var mass = 0.0
            for length in 1...min(Self.longest, count) {
                mass += (a + b * Double(length) / Double(count)) * shares[length - 1] * masses[count - length]
            }
            masses.append(max(0, mass))
            total += masses[count]
        }
        masses.append(max(0, 1 - total))
        return CountLaw(weights: masses)
    }
}
