public import Diplomacy
import Glibc

/// The days between one day with contacts and the next.
///
/// Contacts of one day have no gap between them. Time O(n log n).
public struct Gaps: Hashable, Sendable {
    /// The time from one contact to the next.
    public struct Gap: Hashable, Sendable {
        public var from: Day
        public var to: Day
        public var days: Int { to - from }
    }

    /// The course of contacts in one word. ``Gaps/rule`` says how it is found.
    public enum Course: String, Sendable, CaseIterable {
        case steady, irregular
        case inBursts = "in bursts"
        case tooFew = "too few to tell"
    }

    /// Fewer gaps than this have no course.
    public static let fewestForCourse = 10
    /// How far the burstiness must be from that of chance.
    public static let courseThreshold = 0.3
    /// The rule of the course, in words.
    public static let rule =
        "steady where the burstiness for few events is -0.3 or less, in bursts where it is 0.3 or more, "
        + "irregular between; below 10 gaps too few to tell"

    /// In the order of time.
    public let all: [Gap]
    /// How many of them begin or end with a contact whose day is not known, only its month or year.
    public let uncertain: Int
    /// The lengths in days, least first.
    let sorted: [Double]

    /// - Parameter contacts: in the order of time.
    public init(of contacts: [Contact]) {
        var gaps: [Gap] = []
        var uncertain = 0
        var previous: (day: Day, isExact: Bool)?
        var i = 0
        while i < contacts.count {
            let day = contacts[i].day
            var isExact = false
            while i < contacts.count, contacts[i].day == day {
                isExact = isExact || contacts[i].date.isExact
                i += 1
            }
            if let previous {
                gaps.append(Gap(from: previous.day, to: day))
                if !previous.isExact || !isExact { uncertain += 1 }
            }
            previous = (day, isExact)
        }
        all = gaps
        self.uncertain = uncertain
        sorted = gaps.map { Double($0.days) }.sorted()
    }

    public var n: Int { all.count }
    /// From the first contact to the last; `nil` without a gap.
    public var window: ClosedRange<Day>? {
        guard let first = all.first, let last = all.last else { return nil }
        return first.from...last.to
    }

    /// Why there is nothing to say; `nil` where there is.
    public var undefined: String? { all.isEmpty ? "undefined: no contacts on two different days" : nil }

    /// Mean in days.
    public var mean: Double? { all.isEmpty ? nil : sorted.reduce(0, +) / Double(n) }
    /// In days.
    public var median: Double? { Self.quantile(sorted, 0.5) }
    /// A quarter of the gaps are no longer; in days.
    public var lowerQuartile: Double? { Self.quantile(sorted, 0.25) }
    /// A quarter of the gaps are no shorter; in days.
    public var upperQuartile: Double? { Self.quantile(sorted, 0.75) }
    /// The first of the longest.
    public var longest: Gap? {
        guard let most = sorted.last else { return nil }
        return all.first { Double($0.days) == most }
    }

    /// Standard deviation, of the gaps as they are, by mean; 0 where all are alike. `nil` below two gaps.
    public var variation: Double? {
        guard n >= 2, let mean else { return nil }
        let square = sorted.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(n)
        return square.squareRoot() / mean
    }

    /// (σ − μ) / (σ + μ), from -1 for a clock over 0 for chance to 1 (Goh and Barabási 2008, EPL 81:48002). `nil` below two gaps.
    public var burstiness: Double? { variation.map { ($0 - 1) / ($0 + 1) } }

    /// Burstiness that does not depend on how few the gaps are: -1 for a clock, 0 for chance, 1 for all contacts but one at one moment
    /// (Kim and Jo 2016, Physical Review E 94:032311), with n the number of gaps. `nil` below two gaps.
    public var burstinessForFew: Double? {
        guard let variation else { return nil }
        let more = Double(n + 1).squareRoot()
        let less = Double(n - 1).squareRoot()
        return (more * variation - less) / ((more - 2) * variation + less)
    }

    /// The correlation of each gap with the next, -1 to 1 (Goh and Barabási 2008): above 0 where short follows short and long
    /// long. `nil` below four gaps, or where all are alike.
    public var memory: Double? {
        guard n >= 4 else { return nil }
        let first = all.dropLast().map { Double($0.days) }
        let second = all.dropFirst().map { Double($0.days) }
        let count = Double(first.count)
        let (a, b) = (first.reduce(0, +) / count, second.reduce(0, +) / count)
        var (product, left, right) = (0.0, 0.0, 0.0)
        for (x, y) in zip(first, second) {
            product += (x - a) * (y - b)
            left += (x - a) * (x - a)
            right += (y - b) * (y - b)
        }
        guard left > 0, right > 0 else { return nil }
        return min(1, max(-1, product / (left * right).squareRoot()))
    }

    /// The course of the contacts, by ``rule``.
    public var course: Course {
        guard n >= Self.fewestForCourse, let burstinessForFew else { return .tooFew }
        if burstinessForFew <= -Self.courseThreshold { return .steady }
        return burstinessForFew >= Self.courseThreshold ? .inBursts : .irregular
    }

    /// A quantile, linear between the order statistics (Hyndman and Fan 1996, definition 7); `nil` where there is none.
    static func quantile(_ sorted: [Double], _ p: Double) -> Double? {
        guard let last = sorted.last else { return nil }
        let place = p * Double(sorted.count - 1)
        let below = min(max(0, Int(place)), sorted.count - 1)
        guard below + 1 < sorted.count else { return last }
        return sorted[below] + (place - Double(below)) * (sorted[below + 1] - sorted[below])
    }
}
