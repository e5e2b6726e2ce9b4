public import Diplomacy

/// What came before and what came after an encounter of a dyad: its other contacts and its events within a window of days.
///
/// It tells what followed what, never what came of what. Each side is compared with the other and with the dyad's own rate in the months
/// before the window. Time O(n log n) for n contacts and events.
public struct EncounterContext: Sendable {
    /// Days on either side.
    public static let usualWindow = 90
    /// No window is longer.
    public static let longestWindow = 3660

    /// What is counted: contacts, then the classes of ``DyadEvent`` in their order.
    public enum Subject: String, Sendable, CaseIterable {
        case contacts
        case conflictual = "conflictual events"
        case conciliatory = "conciliatory events"
        case other = "other events"
    }

    public let encounter: String
    public let day: Day
    /// The days before, as many as the window has.
    public let before: ClosedRange<Day>
    /// The days after up to the day of the account; `nil` where that is the day of the encounter or lies before it.
    public let after: ClosedRange<Day>?
    /// Whether the days after are not over yet.
    public let isCut: Bool
    /// One for each subject, in the order of ``Subject``.
    public let comparisons: [ContextComparison]

    /// - Parameters:
    ///   - contacts: of the dyad, the encounter with or without; in any order, one that is given twice counts once.
    ///   - events: of the dyad, in either direction; in any order, a key that is given twice counts once.
    ///   - window: in days, 1 to 3660.
    public init(
        of encounter: String, on day: Day, contacts: [Contact], events: [DyadEvent], coverage: Coverage, asOf: Day,
        window: Int = usualWindow
    ) {
        let asOf = CalendarPeriod.clamped(asOf)
        let day = CalendarPeriod.clamped(day)
        let window = min(max(1, window), Self.longestWindow)
        self.encounter = encounter
        self.day = day
        let sides = ContextSides(
            before: day - window...day - 1, day: day,
            after: asOf > day ? day + 1...min(day + window, asOf) : nil, coverage: coverage)
        before = sides.before
        after = sides.after
        isCut = asOf < day + window
        let items = Self.items(contacts, events, without: encounter, asOf: asOf)
        comparisons = zip(Subject.allCases, items).map { ContextComparison($0, of: $1, sides) }
    }

    /// How many contacts and events lie on the two sides and on the day.
    public var n: Int { keys.count }

    /// From the first day before to the last day after.
    public var window: ClosedRange<Day> { before.lowerBound...max(day, after?.upperBound ?? day) }

    /// The encounters and events that it rests on.
    public var keys: [String] { comparisons.flatMap { $0.before.keys + $0.sameDay + ($0.after?.keys ?? []) } }

    /// For each subject what counts, in the order of time.
    private static func items(
        _ contacts: [Contact], _ events: [DyadEvent], without encounter: String, asOf: Day
    ) -> [[ContextItem]] {
        let counted = Rhythm.counted(contacts, asOf: asOf).0
        var others: [ContextItem] = []
        for i in counted.indices where counted[i].encounter != encounter {
            others.append(ContextItem(day: counted[i].day, key: counted[i].encounter))
        }
        let dated = events.indices.filter {
            events[$0].day <= asOf && CalendarPeriod.clamped(events[$0].day) == events[$0].day
        }
        let order = DayOrder(dated, day: { events[$0].day }) { events[$0].key < events[$1].key }
        var items: [DyadEvent.Class: [ContextItem]] = [:]
        var seen = Set<String>(minimumCapacity: dated.count)
        for i in order.places where seen.insert(events[i].key).inserted {
            let item = ContextItem(
                day: events[i].day, key: events[i].key, source: events[i].source, reports: events[i].reports)
            items[events[i].eventClass, default: []].append(item)
        }
        return [others] + DyadEvent.Class.allCases.map { items[$0] ?? [] }
    }
}

/// A contact or an event, as far as it is counted.
struct ContextItem {
    var day: Day
    var key: String
    /// The party that acted; `nil` for a contact.
    var source: String?
    var reports: Int?
}

/// The days on either side of an encounter.
struct ContextSides {
    var before: ClosedRange<Day>
    var day: Day
    var after: ClosedRange<Day>?
    var coverage: Coverage
}
