import Diplomacy
import Glibc

/// Rates of runs of contacts, in runs a day.
enum Rates {
    /// Over all the time that the sources cover; half a run more than was seen, so that none is 0 (Jeffreys' prior).
    static func overall(_ history: ContactHistory, by origin: Day) -> Double {
        (Double(history.runs(by: origin)) + 0.5) / Double(origin - history.began + 1)
    }

    /// Over the last years, or all that the sources cover where that is less; half a run more than was seen.
    static func recent(_ history: ContactHistory, by origin: Day, years: Int) -> Double {
        let watched = min(days(years), origin - history.began + 1)
        let begun = history.runs(by: origin) - history.runs(by: origin - watched)
        return (Double(begun) + 0.5) / Double(watched)
    }

    static func days(_ years: Int) -> Int { Int((365.25 * Double(years)).rounded()) }

    /// One run in the time between the last two runs; the rate over all where there are not two.
    static func ofLastInterval(_ history: ContactHistory, by origin: Day) -> Double {
        let runs = history.runs(by: origin)
        guard runs > 1 else { return overall(history, by: origin) }
        return 1 / Double(history.starts[runs - 1] - history.starts[runs - 2])
    }

    /// The probability of at least one run within days.
    static func chance(_ rate: Double, days: Int) -> Double { -expm1(-rate * Double(days)) }

    /// −ln of the probability of none, finite.
    static func pressure(_ chance: Double) -> Double { -log1p(-min(max(chance, 0), 1 - 1e-15)) }
}
