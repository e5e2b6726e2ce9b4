/// A day of the Gregorian calendar, reckoned forward and backward without an end. After Howard Hinnant, "chrono-compatible low-level
/// date algorithms".
struct CivilDay: Equatable, Sendable {
    /// Days since 1970-01-01 that a figure shows; others are left out.
    static let range = -1_000_000...10_000_000

    var year: Int
    /// 1 to 12.
    var month: Int
    var day: Int

    init(year: Int, month: Int, day: Int) {
        (self.year, self.month, self.day) = (year, month, day)
    }

    /// - Parameter number: days since 1970-01-01; beyond ``range`` its nearer end is meant.
    init(_ number: Int) {
        let shifted = min(max(number, Self.range.lowerBound), Self.range.upperBound) + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let part = (5 * dayOfYear + 2) / 153
        day = dayOfYear - (153 * part + 2) / 5 + 1
        month = part < 10 ? part + 3 : part - 9
        year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    }

    /// Days since 1970-01-01. Years beyond ±100,000 and months beyond 1 to 12 are taken as the nearest.
    var number: Int {
        let month = min(max(month, 1), 12)
        let shifted = min(max(year, -100_000), 100_000) - (month <= 2 ? 1 : 0)
        let era = (shifted >= 0 ? shifted : shifted - 399) / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + min(max(day, 1), 31) - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    /// The first day of the month that is so many months after this one's.
    func month(after months: Int) -> CivilDay {
        let sum = year * 12 + month - 1 + months
        let year = (sum >= 0 ? sum : sum - 11) / 12
        return CivilDay(year: year, month: sum - year * 12 + 1, day: 1)
    }

    /// `2014-03-18`.
    var iso: String {
        func two(_ number: Int) -> String { (number < 10 ? "0" : "") + String(number) }
        return "\(Self.text(year: year))-\(two(month))-\(two(day))"
    }

    static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]

    /// A year in four figures or more, before the year 0 with a minus.
    static func text(year: Int) -> String {
        let digits = String(year.magnitude)
        return (year < 0 ? Numeral.minus : "") + String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
    }
}
