public import Diplomacy

/// How a dyad's contacts, or those of one series, run through time, as of a given day.
///
/// A pure function of the contacts: their order changes nothing, an encounter that is given twice counts once, and what lies after the
/// day is left out. Time O(n log n) for n contacts.
public struct Rhythm: Sendable {
    /// How many of the contacts given were not counted, and why.
    public struct LeftOut: Hashable, Sendable {
        /// They start after the day.
        public var later = 0
        /// The date is less precise than a year, ends before it starts, or lies outside the years 1 to 9999.
        public var undated = 0
        /// The same encounter again.
        public var repeated = 0
    }

    /// The newest contact.
    public struct Last: Hashable, Sendable {
        public var day: Day
        /// The encounters of that day.
        public var encounters: [String]
        /// Days from it to the day of the account; 0 for a contact of that day.
        public var days: Int
        /// Whether the date is known to the day; else `day` is the first that it may have been.
        public var isExact: Bool
    }

    /// The day of the account.
    public let asOf: Day
    /// The contacts that count, by day and encounter.
    public let contacts: [Contact]
    public let leftOut: LeftOut
    /// `nil` where there is no contact.
    public let last: Last?
    public let gaps: Gaps
    public let silence: Silence
    public let carriers: [PartyCarriers]
    public let agenda: Agenda
    public let levels: LevelMix

    public init(of contacts: [Contact], asOf: Day) {
        let asOf = CalendarPeriod.clamped(asOf)
        self.asOf = asOf
        (self.contacts, leftOut) = Self.counted(contacts, asOf: asOf)
        last = Self.last(self.contacts, asOf: asOf)
        gaps = Gaps(of: self.contacts)
        silence = Silence(gaps: gaps, last: last)
        carriers = PartyCarriers.all(of: self.contacts)
        agenda = Agenda(of: self.contacts, asOf: asOf)
        levels = LevelMix(of: self.contacts, asOf: asOf)
    }

    /// How many contacts count.
    public var n: Int { contacts.count }

    /// From the first contact to the day of the account; `nil` where there is no contact.
    public var window: ClosedRange<Day>? { contacts.first.map { $0.day...asOf } }

    /// The encounters that the account rests on, in the order of time.
    public var encounters: [String] { contacts.map(\.encounter) }

    /// Counts by period over the whole window.
    public func counts(by unit: CalendarPeriod.Unit, split: PeriodCounts.Split? = nil) -> PeriodCounts {
        PeriodCounts(of: contacts, by: unit, split: split, through: asOf)
    }

    /// The contacts that count as of a day, by day and encounter, and what was left out.
    static func counted(_ contacts: [Contact], asOf: Day) -> ([Contact], LeftOut) {
        var leftOut = LeftOut()
        var usable: [Int] = []
        usable.reserveCapacity(contacts.count)
        for i in contacts.indices {
            if !contacts[i].date.isWithinAYear {
                leftOut.undated += 1
            } else if contacts[i].day > asOf {
                leftOut.later += 1
            } else {
                usable.append(i)
            }
        }
        let order = DayOrder(usable, day: { contacts[$0].day }) {
            (contacts[$0].encounter, contacts[$0].date.end) < (contacts[$1].encounter, contacts[$1].date.end)
        }
        // one encounter may come with two dates: the earliest counts
        var seen = Set<String>(minimumCapacity: usable.count)
        let kept = order.places.filter { seen.insert(contacts[$0].encounter).inserted }
        leftOut.repeated = usable.count - kept.count
        // what is in order already is not copied
        if kept.count == contacts.count, kept.elementsEqual(contacts.indices) { return (contacts, leftOut) }
        return (kept.map { contacts[$0] }, leftOut)
    }

    private static func last(_ contacts: [Contact], asOf: Day) -> Last? {
        guard let day = contacts.last?.day else { return nil }
        let same = contacts.suffix(while: { $0.day == day })
        return Last(
            day: day, encounters: same.map(\.encounter), days: asOf - day,
            isExact: same.contains { $0.date.isExact })
    }
}

extension Array {
    /// The elements at the end that all satisfy a condition, in order.
    fileprivate func suffix(while holds: (Element) -> Bool) -> ArraySlice<Element> {
        var start = endIndex
        while start > startIndex, holds(self[start - 1]) { start -= 1 }
        return self[start...]
    }
}

extension PartialDate {
    /// Whether it tells the year at least, and is an interval of the calendar's days.
    var isWithinAYear: Bool {
        precision != .unknown && start <= end && start >= CalendarPeriod.first && end <= CalendarPeriod.last
            && end - start < 366
    }

    /// Whether it is known to the day.
    var isExact: Bool { precision == .day }
}
