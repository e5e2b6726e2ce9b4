public import Diplomacy
import Glibc

/// How often a standing dialogue meets, and when its next round is due.
///
/// The time between two rounds that miss `m` rounds between them counts once, as `time / (m + 1)`. The next round is due one median gap
/// after the last. The interval takes the gaps for exchangeable and assumes no distribution: of `n` gaps the next lies between the
/// `j`th least and the `j`th greatest with probability (n + 1 − 2j) / (n + 1), and `j` is the greatest that keeps 80 %, else 1.
public struct Cadence: Hashable, Sendable {
    /// One gap in so many is left out at either end of the interval, where there are gaps enough for it.
    public static let leftOutOneIn = 10
    /// Days in a month of the calendar, on average over 400 years.
    public static let daysPerMonth = 30.436875

    /// How many gaps it rests on.
    public let n: Int
    /// How many of them were divided because rounds are missing.
    public let divided: Int
    /// In months.
    public let median: Double
    /// From the lower to the upper quartile, in months.
    public let quartiles: ClosedRange<Double>
    /// From the shortest gap to the longest, in months.
    public let spread: ClosedRange<Double>
    /// The last round.
    public let last: Day
    /// One median gap after the last round.
    public let due: Day
    /// The days between which the next round is to be expected.
    public let dueRange: ClosedRange<Day>
    /// How likely it is that the next round falls into `dueRange`, 0 to 1, if the dialogue goes on as it did.
    public let coverage: Double
    /// Days from the end of `dueRange` to the day of the account; 0 where it has not passed.
    public let overdue: Int

    /// `nil` below three rounds on different days.
    init?(rounds: [StandingDialogue.Round], missing: [StandingDialogue.Missing], asOf: Day) {
        guard rounds.count >= StandingDialogue.fewestRounds, let last = rounds.last?.day else { return nil }
        let skipped = Dictionary(missing.compactMap { gap in gap.after.map { ($0, gap.count) } }, uniquingKeysWith: +)
        let gaps = zip(rounds, rounds.dropFirst()).map { first, second in
            Double(second.day - first.day) / Double((skipped[first.day] ?? 0) + 1)
        }.sorted()
        guard let least = gaps.first, let most = gaps.last, let median = Gaps.quantile(gaps, 0.5),
            let lower = Gaps.quantile(gaps, 0.25), let upper = Gaps.quantile(gaps, 0.75)
        else { return nil }
        n = gaps.count
        divided = skipped.count
        self.median = median / Self.daysPerMonth
        quartiles = lower / Self.daysPerMonth...upper / Self.daysPerMonth
        spread = least / Self.daysPerMonth...most / Self.daysPerMonth
        self.last = last
        due = last + Int(median.rounded())
        let j = max(1, (gaps.count + 1) / Self.leftOutOneIn)
        let range = last + Int(gaps[j - 1].rounded(.down))...last + Int(gaps[gaps.count - j].rounded(.up))
        dueRange = range
        coverage = Double(gaps.count + 1 - 2 * j) / Double(gaps.count + 1)
        overdue = max(0, asOf - range.upperBound)
    }
}
