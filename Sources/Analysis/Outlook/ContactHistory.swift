public import Diplomacy

/// An encounter that was announced or proposed for a later day.
public struct Announcement: Hashable, Sendable {
    /// The encounter's id: later words on it have the same.
    public var encounter: String
    /// The day on which it was told.
    public var told: Day
    /// For when; several days where that is all that was told.
    public var date: PartialDate
    /// What was told: `announced`, `proposed`, or that it will not be (`postponed`, `cancelled` and the like).
    public var status: Status

    public init(encounter: String, told: Day, date: PartialDate, status: Status) {
        self.encounter = encounter
        self.told = told
        self.date = date
        self.status = status
    }
}

/// Which contacts of a dyad are counted: all, or those of one level or kind.
public struct ContactSelection: Hashable, Sendable {
    public var level: Level?
    public var kind: EncounterKind?

    public init(level: Level? = nil, kind: EncounterKind? = nil) {
        self.level = level
        self.kind = kind
    }

    /// Whether a contact is of the level and the kind, where they are given.
    public func admits(_ contact: Contact) -> Bool {
        (level == nil || contact.level == level) && (kind == nil || contact.kind == kind)
    }
}

/// The contacts of one dyad, as forecasts see them: days, one contact a day, and runs of days that follow each other.
///
/// A run is one visit or one conference; it is runs that come by chance, not their days.
public struct ContactHistory: Hashable, Sendable {
    /// The caller's name of the dyad.
    public let dyad: String
    /// The first day that the sources cover.
    public let began: Day
    /// Days with a contact from `began` on, ascending.
    public let days: [Day]
    /// The days of rounds of each standing dialogue, ascending.
    public let rounds: [String: [Day]]
    /// In the order in which they were told.
    public let announced: [Announcement]
    /// The first days of the runs, ascending.
    let starts: [Int]
    /// How many of ``days`` are before each run.
    let offsets: [Int]

    /// The days that are looked at, beyond all that a date can tell (years 1 to 9999), so that no sum of days overflows.
    static let calendar = Day(number: -1_000_000)...Day(number: 4_000_000)

    /// The nearest day of ``calendar``.
    static func clamped(_ day: Day) -> Day { min(max(day, calendar.lowerBound), calendar.upperBound) }

    /// - Parameters:
    ///   - dates: days with a contact, in any order; those before `began` are left out.
    ///   - rounds: by the dialogue's name.
    public init(
        dyad: String, days dates: [Day], began: Day, rounds: [String: [Day]] = [:], announced: [Announcement] = []
    ) {
        self.dyad = dyad
        let began = Self.clamped(began)
        self.began = began
        func isCovered(_ day: Day) -> Bool { day >= began && day <= Self.calendar.upperBound }
        days = Set(dates.lazy.filter(isCovered)).sorted()
        self.rounds = rounds.mapValues { Set($0.filter(isCovered)).sorted() }
        self.announced = announced.filter { word in
            [word.told, word.date.start, word.date.end].allSatisfy(Self.calendar.contains)
        }.sorted { ($0.told, $0.encounter) < ($1.told, $1.encounter) }
        var starts: [Int] = []
        var offsets: [Int] = []
        for (i, day) in days.enumerated() where i == 0 || day - days[i - 1] > 1 {
            starts.append(day.number)
            offsets.append(i)
        }
        self.starts = starts
        self.offsets = offsets
    }

    /// The history of the contacts that a selection admits.
    public init(
        dyad: String, contacts: [Contact], began: Day, announced: [Announcement] = [],
        selection: ContactSelection = ContactSelection()
    ) {
        let chosen = contacts.filter(selection.admits)
        var rounds: [String: [Day]] = [:]
        for contact in chosen {
            if let series = contact.series { rounds[series, default: []].append(contact.day) }
        }
        self.init(dyad: dyad, days: chosen.map(\.day), began: began, rounds: rounds, announced: announced)
    }

    /// How many contacts there are from one day to another, both counted. O(log n).
    public func count(from first: Day, through last: Day) -> Int {
        first > last ? 0 : max(0, known(by: last) - known(by: Self.clamped(first) - 1))
    }

    /// The first contact after a day; `nil` where there is none. O(log n).
    public func next(after day: Day) -> Day? {
        let index = known(by: day)
        return index < days.count ? days[index] : nil
    }

    /// How many of ``days`` are not after a day.
    func known(by day: Day) -> Int { Self.rank(days, day) }

    /// How many runs begin by a day.
    func runs(by day: Day) -> Int { Self.rank(starts, day.number) }

    /// How many days of a run are known by a day; `run` must be one that has begun by then.
    func length(ofRun run: Int, by day: Day) -> Int {
        let end = run + 1 < offsets.count ? offsets[run + 1] : days.count
        return min(end, known(by: day)) - offsets[run]
    }

    /// The number of elements of an ascending array that are not greater than a value.
    static func rank<Value: Comparable>(_ values: [Value], _ value: Value) -> Int {
        var (low, high) = (0, values.count)
        while low < high {
            let middle = (low + high) / 2
            if values[middle] <= value { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
