import Diplomacy
import Glibc

/// The pace of a standing dialogue: the waits between its rounds, as a log-normal law drawn to a spread of .35.
struct Pace: Hashable, Sendable {
    /// Rounds from which a pace can be told.
    static let leastRounds = 3
    /// The spread of ln wait that is expected before any is known, and the number of waits that it counts for.
    private static let priorDeviation = 0.35
    private static let priorWaits = 3.0

    let law: WaitingLaw
    /// Days since the last round.
    let silence: Int

    /// `nil` where fewer than ``leastRounds`` are known by the origin, or where the silence is four waits or more: the dialogue has lapsed.
    init?(_ rounds: [Day], by origin: Day) {
        let known = rounds.filter { $0 <= origin }.sorted()
        guard known.count >= Self.leastRounds, let last = known.last else { return nil }
        let waits = zip(known, known.dropFirst()).map { max(1, $1 - $0) }.map { log(Double($0)) }
        let mean = waits.reduce(0, +) / Double(waits.count)
        let square = waits.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
        let prior = Self.priorDeviation * Self.priorDeviation * Self.priorWaits
        silence = origin - last
        guard Double(silence) < 4 * exp(mean) else { return nil }
        law = .logNormal(
            mean: mean, deviation: ((square + prior) / (Double(waits.count) + Self.priorWaits)).squareRoot())
    }

    /// The probability that the next round is held within days.
    func chance(within days: Int) -> Double { law.chance(within: Double(days), silentFor: Double(silence)) }
}

extension Forecaster {
    /// Dialogues at their pace, the contacts that are no rounds at the rate of ten years.
    func cadence(_ history: ContactHistory, _ origin: Day) -> Outlook? {
        let paces = history.rounds.sorted { $0.key < $1.key }.compactMap { Pace($0.value, by: origin) }
        guard !paces.isEmpty else { return nil }
        let rounds = Set(history.rounds.values.joined())
        let others = ContactHistory(
            dyad: history.dyad, days: history.days.filter { !rounds.contains($0) && $0 <= origin }, began: history.began
        )
        let rate = Rates.recent(others, by: origin, years: 10)
        return outlook(
            history, origin,
            WaitForecast { day in
                1 - paces.reduce(1 - Rates.chance(rate, days: day)) { $0 * (1 - $1.chance(within: day)) }
            })
    }
}
