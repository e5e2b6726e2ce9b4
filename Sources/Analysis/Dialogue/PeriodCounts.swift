public import Diplomacy

/// How many contacts each month, quarter or year holds.
///
/// A date less precise than a day is counted once, in the period that holds its first day. Time O(n + periods).
public struct PeriodCounts: Hashable, Sendable {
    /// By what the contacts of a period are told apart.
    public enum Split: String, Sendable, CaseIterable {
        case kind, medium, level
    }

    /// A part of a period's contacts.
    public struct Part: Hashable, Sendable {
        /// The value of the vocabulary; `nil` for contacts whose reports do not tell it.
        public var value: String?
        public var count: Int
    }

    /// One period.
    public struct Row: Hashable, Sendable {
        public var period: CalendarPeriod
        public var count: Int { encounters.count }
        /// How many of them may have been in a later period, their dates being intervals that cross its end.
        public var uncertain = 0
        /// What there is of each value, in the vocabulary's order, values without contacts left out; empty without a split.
        public var parts: [Part] = []
        public var encounters: [String] = []
        /// Whether the window ends before the period does.
        public var isCut: Bool
    }

    public let unit: CalendarPeriod.Unit
    public let split: Split?
    /// From the first contact to the last day that was asked for; `nil` where there is no contact.
    public let window: ClosedRange<Day>?
    /// Every period of the window in order, those without contacts too.
    public let rows: [Row]

    /// - Parameter contacts: in the order of time, none after `last`.
    init(of contacts: [Contact], by unit: CalendarPeriod.Unit, split: Split?, through last: Day) {
        self.unit = unit
        self.split = split
        guard let first = contacts.first?.day, first <= last else {
            window = nil
            rows = []
            return
        }
        window = first...last
        var rows = CalendarPeriod.all(unit, from: first, through: last).map { Row(period: $0, isCut: $0.end > last) }
        let names = Self.names(split) + [nil]
        var next = 0
        for i in rows.indices {
            let end = rows[i].period.end
            var tallies = [Int](repeating: 0, count: names.count)
            while next < contacts.count, contacts[next].day <= end {
                rows[i].encounters.append(contacts[next].encounter)
                if contacts[next].date.end > end { rows[i].uncertain += 1 }
                if let split { tallies[Self.position(of: contacts[next], in: split)] += 1 }
                next += 1
            }
            rows[i].parts = zip(names, tallies).filter { $0.1 > 0 }.map { Part(value: $0, count: $1) }
        }
        self.rows = rows
    }

    /// How many contacts were counted.
    public var n: Int { rows.reduce(0) { $0 + $1.count } }
    /// How many of them may belong in a later period.
    public var uncertain: Int { rows.reduce(0) { $0 + $1.uncertain } }

    private static let kinds = EncounterKind.allCases.map { Optional($0.rawValue) }
    private static let media = Medium.allCases.map { Optional($0.rawValue) }
    private static let levels = Level.allCases.map { Optional($0.rawValue) }

    private static func names(_ split: Split?) -> [String?] {
        switch split {
        case .kind: kinds
        case .medium: media
        case .level: levels
        case nil: []
        }
    }

    /// The place of a contact's value in the vocabulary; one past the end where it is not told.
    private static func position(of contact: Contact, in split: Split) -> Int {
        switch split {
        case .kind: contact.kind.precedence
        case .medium: Medium.allCases.firstIndex(of: contact.medium) ?? media.count
        case .level: contact.level?.rank ?? levels.count
        }
    }
}
