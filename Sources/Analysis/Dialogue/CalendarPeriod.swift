public import Diplomacy

/// A month, a quarter or a year of the calendar, of the years 1 to 9999.
public struct CalendarPeriod: Hashable, Comparable, Sendable {
    /// How long a period is.
    public enum Unit: String, Sendable, CaseIterable {
        case month, quarter, year

        /// How many of them make a year.
        var perYear: Int {
            switch self {
            case .month: 12
            case .quarter: 4
            case .year: 1
            }
        }
    }

    public let unit: Unit
    /// Position among the periods of its unit: `year × periods a year + position in the year from 0`.
    public let index: Int

    private init(unit: Unit, clamping index: Int) {
        self.unit = unit
        self.index = min(max(index, unit.perYear), 10_000 * unit.perYear - 1)
    }

    /// The period that holds a day; a day before the year 1 or after 9999 is taken for the first or the last day of that span.
    public init(_ unit: Unit, containing day: Day) {
        let (year, month, _) = Self.clamped(day).civil
        self.init(unit: unit, clamping: year * unit.perYear + (month - 1) * unit.perYear / 12)
    }

    /// The `part`th period of a year, from 1; `nil` where there is no such period.
    public init?(_ unit: Unit, year: Int, part: Int = 1) {
        guard (1...9999).contains(year), (1...unit.perYear).contains(part) else { return nil }
        self.init(unit: unit, clamping: year * unit.perYear + part - 1)
    }

    public var year: Int { index / unit.perYear }
    /// Position in its year, from 1.
    public var part: Int { index % unit.perYear + 1 }

    /// Its first day.
    public var start: Day {
        Day(year: year, month: (part - 1) * 12 / unit.perYear + 1, day: 1) ?? Self.first
    }

    /// Its last day.
    public var end: Day {
        let month = part * 12 / unit.perYear
        return Day(year: year, month: month, day: Day.length(year: year, month: month)) ?? Self.last
    }

    /// How many days it has, 28 to 366.
    public var days: Int { end - start + 1 }

    public func contains(_ day: Day) -> Bool { start <= day && day <= end }

    /// The period so many later, or earlier where `periods` is negative; never outside the years 1 to 9999.
    public func advanced(by periods: Int) -> Self {
        let (sum, overflow) = index.addingReportingOverflow(periods)
        return Self(unit: unit, clamping: overflow ? (periods < 0 ? 0 : .max) : sum)
    }

    /// How many periods of the same unit lie from this to another; `nil` for another unit.
    public func distance(to other: Self) -> Int? { unit == other.unit ? other.index - index : nil }

    /// The periods that hold the days of a span, in order; none where the span ends before it starts. At most 119,988.
    public static func all(_ unit: Unit, from first: Day, through last: Day) -> [Self] {
        guard first <= last else { return [] }
        let indices = Self(unit, containing: first).index...Self(unit, containing: last).index
        return indices.map { Self(unit: unit, clamping: $0) }
    }

    /// `2025-03`, `2025-Q1` or `2025`.
    public var label: String {
        switch unit {
        case .month: String(start.iso.prefix(7))
        case .quarter: "\(start.iso.prefix(4))-Q\(part)"
        case .year: String(start.iso.prefix(4))
        }
    }

    /// By unit, then in the order of time.
    public static func < (a: Self, b: Self) -> Bool {
        a.unit == b.unit ? a.index < b.index : a.unit.perYear > b.unit.perYear
    }

    /// 0001-01-01 and 9999-12-31.
    static let first = Day(number: -719_162)
    static let last = Day(number: 2_932_896)

    /// The day itself, or the nearest that the calendar has.
    static func clamped(_ day: Day) -> Day { min(max(day, first), last) }
}
