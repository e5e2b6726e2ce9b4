public import Diplomacy

/// At what level contacts were: dialogue may go on at working level while the leaders are silent.
public struct LevelMix: Hashable, Sendable {
    /// What counts as of late, in days up to and including the day of the account.
    public static let recentDays = 365

    /// The highest level of some contacts, with the contacts that were of that level.
    public struct Highest: Hashable, Sendable {
        public var level: Level
        /// In the order of time.
        public var encounters: [String]
        /// The last day that it was reached.
        public var last: Day
    }

    /// Counts by year and level, contacts of no told level apart (`value` is `nil`).
    public let byYear: PeriodCounts
    /// The highest level of the whole; `nil` where no contact's level is told. By the contract's order of levels.
    public let highest: Highest?
    /// The highest of the last 365 days; `nil` where there was none whose level is told.
    public let recent: Highest?
    /// Contacts of the last 365 days, and how many of them have a told level.
    public let recentCount: Int
    public let recentTold: Int
    /// Contacts whose level is told.
    public let told: Int

    /// - Parameter contacts: in the order of time, none after `asOf`.
    init(of contacts: [Contact], asOf: Day) {
        byYear = PeriodCounts(of: contacts, by: .year, split: .level, through: asOf)
        let late = contacts[Self.firstRecent(contacts, asOf)...]
        highest = Self.highest(of: contacts[...])
        recent = Self.highest(of: late)
        recentCount = late.count
        recentTold = late.indices.count { contacts[$0].level != nil }
        told = contacts.indices.count { contacts[$0].level != nil }
    }

    public var n: Int { byYear.n }
    public var window: ClosedRange<Day>? { byYear.window }

    /// How many steps of the contract's order the last 365 days stay below the highest level of the whole; `nil` where either is unknown.
    public var stepsBelow: Int? {
        guard let highest, let recent else { return nil }
        return recent.level.rank - highest.level.rank
    }

    /// What it says, in words.
    public var words: String {
        guard let highest else { return n == 0 ? "undefined: no contacts" : "undefined: no report tells a level" }
        guard recentCount > 0 else {
            return "no contact in the last 365 days; the highest level before was \(highest.level.rawValue)"
        }
        guard let recent else { return "contacts in the last 365 days: \(recentCount); their level is not told" }
        let told = "highest level in the last 365 days: \(recent.level.rawValue)"
        return stepsBelow == 0
            ? "\(told), as high as ever" : "\(told); ever: \(highest.level.rawValue), last on \(highest.last.iso)"
    }

    /// The place of the first contact of the last 365 days.
    private static func firstRecent(_ contacts: [Contact], _ asOf: Day) -> Int {
        var place = contacts.count
        while place > 0, asOf - contacts[place - 1].day < recentDays { place -= 1 }
        return place
    }

    private static func highest(of contacts: ArraySlice<Contact>) -> Highest? {
        var highest: Level?
        for i in contacts.indices {
            guard let level = contacts[i].level, level.rank < highest?.rank ?? .max else { continue }
            highest = level
        }
        guard let level = highest else { return nil }
        let reached = contacts.indices.filter { contacts[$0].level == level }
        guard let last = reached.last else { return nil }
        return Highest(level: level, encounters: reached.map { contacts[$0].encounter }, last: contacts[last].day)
    }
}
