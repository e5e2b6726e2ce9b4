public import Diplomacy
import Glibc

/// What one side of an encounter holds of a subject.
public struct ContextSide: Hashable, Sendable {
    public let days: ClosedRange<Day>
    /// How many of the days sources cover.
    public let exposure: Int
    /// In the order of time.
    public let keys: [String]
    /// How many events each party was the source of, by its code; empty for contacts.
    public let bySource: [String: Int]
    /// Reports of the events together; `nil` for contacts.
    public let reports: Int?
    /// How the count stands to the dyad's own rate; `nil` where fewer than twelve covered months lie before the window, or no
    /// source covers the side.
    public let usual: BaselineReading?

    public var n: Int { keys.count }

    init(_ days: ClosedRange<Day>, _ items: [ContextItem], _ coverage: Coverage, _ model: CountModel?) {
        let inside = items.filter { days.contains($0.day) }
        let exposure = coverage.exposure(from: days.lowerBound, through: days.upperBound)
        self.days = days
        self.exposure = exposure
        keys = inside.map(\.key)
        bySource = Dictionary(inside.compactMap { item in item.source.map { ($0, 1) } }, uniquingKeysWith: +)
        let told = inside.compactMap(\.reports)
        reports =
            told.isEmpty
            ? nil
            : told.reduce(0) { sum, count in
                let (next, overflow) = sum.addingReportingOverflow(max(0, count))
                return overflow ? .max : next
            }
        usual =
            exposure == 0
            ? nil
            : model.map {
                BaselineReading(
                    days: days, keys: inside.map(\.key), exposure: Double(exposure) / Cadence.daysPerMonth, model: $0)
            }
    }

    /// "12 in 90 days (unusually many)".
    var words: String {
        let length = days.upperBound - days.lowerBound + 1
        let cover = exposure == length ? "" : ", \(exposure) of them covered"
        let told = "\(n) in \(length) \(length == 1 ? "day" : "days")\(cover)"
        guard let usual else { return told }
        return "\(told) (\(usual.words): \(usual.interval.lowerBound) to \(usual.interval.upperBound) expected)"
    }
}

/// Before against after, for one subject.
public struct ContextComparison: Hashable, Sendable {
    /// Below this chance one side is said to hold more than the other.
    public static let significance = 0.05

    public let subject: EncounterContext.Subject
    public let before: ContextSide
    /// Keys of the day of the encounter itself, on neither side.
    public let sameDay: [String]
    /// `nil` where there is no day after yet.
    public let after: ContextSide?
    /// The chance that equal rates on both sides, days without coverage left out, divide the count as unevenly (binomial, two-sided mid-p),
    /// 0 to 1; `nil` where there is nothing on either side, or one side is not covered.
    public let p: Double?

    init(_ subject: EncounterContext.Subject, of items: [ContextItem], _ sides: ContextSides) {
        self.subject = subject
        let model = Self.model(items, sides)
        let before = ContextSide(sides.before, items, sides.coverage, model)
        let after = sides.after.map { ContextSide($0, items, sides.coverage, model) }
        self.before = before
        self.after = after
        sameDay = items.filter { $0.day == sides.day }.map(\.key)
        p = after.flatMap { Self.chance(before, $0) }
    }

    /// Why before and after cannot be compared; `nil` where they can.
    public var undefined: String? {
        guard let after else { return "undefined: no day after it yet" }
        if before.exposure == 0 { return "undefined: no source covers the days before" }
        if after.exposure == 0 { return "undefined: no source covers the days after" }
        return p == nil ? "undefined: nothing before or after" : nil
    }

    /// What came before and what came after, in words that tell an order in time and nothing else.
    public var words: String {
        let first = "\(subject.rawValue) before: \(before.words)"
        guard let after else { return "\(first); after: \(undefined ?? "")" }
        let both = "\(first); after: \(after.words)"
        guard let p else { return "\(both); \(undefined ?? "")" }
        guard p < Self.significance else { return "\(both); no clear difference" }
        let more = Double(after.n) * Double(before.exposure) > Double(before.n) * Double(after.exposure)
        return "\(both); \(more ? "more" : "fewer") a day after than before"
    }

    /// The dyad's rate in the months that were over before the first day of the window, so that neither side tells of itself.
    private static func model(_ items: [ContextItem], _ sides: ContextSides) -> CountModel? {
        guard let start = sides.coverage.window?.lowerBound, start < sides.before.lowerBound else { return nil }
        let first = CalendarPeriod(.month, containing: sides.before.lowerBound)
        let months = sides.coverage.months(from: start, through: first.start - 1, of: items.map { ($0.day, $0.key) })
        return Baseline(months).model(before: first)
    }

    private static func chance(_ before: ContextSide, _ after: ContextSide) -> Double? {
        let n = before.n + after.n
        guard n > 0, before.exposure > 0, after.exposure > 0 else { return nil }
        let share = Double(before.exposure) / Double(before.exposure + after.exposure)
        let k = before.n
        let ways = Special.logFactorial(n) - Special.logFactorial(k) - Special.logFactorial(n - k)
        let here = exp(ways + Double(k) * log(share) + Double(n - k) * log1p(-share)) / 2
        let below = k == 0 ? 0 : 1 - Special.betaShare(share, Double(k), Double(n - k + 1))
        return min(1, 2 * min(below + here, max(0, 1 - below - here)))
    }
}
