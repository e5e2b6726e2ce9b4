public import Diplomacy
import GRDB

/// What the encounters that match a query come to: how many of what, when, by whom, about what.
public struct Profile: Sendable {
    /// A value and how many encounters have it.
    public struct Tally: Sendable, Hashable {
        public var value: String
        public var count: Int
    }

    /// The encounters of a month by their course.
    public struct Month: Sendable, Hashable {
        /// Months since the year 0.
        public var number: Int
        public var held: Int
        /// Proposed and announced.
        public var planned: Int
        /// Postponed, called off, declined, denied, lapsed.
        public var failed: Int

        public init(number: Int, held: Int = 0, planned: Int = 0, failed: Int = 0) {
            self.number = number
            self.held = held
            self.planned = planned
            self.failed = failed
        }

        public var all: Int { held + planned + failed }
        public var year: Int { number / 12 }
        /// 1 to 12.
        public var month: Int { number % 12 + 1 }
    }

    /// Encounters that were looked at: the newest, ``mostProfiled`` at most.
    public var count = 0
    /// Whether there are older ones that were not.
    public var isMore = false
    public var disputed = 0
    /// From the first month to the last, none left out; without encounters that have no date.
    public var months: [Month] = []
    public var statuses: [Tally] = []
    public var kinds: [Tally] = []
    public var levels: [Tally] = []
    public var mediums: [Tally] = []
    public var issues: [Tally] = []
    /// The issues of each year, the newest first.
    public var issuesByYear: [(year: Int, issues: [Tally])] = []
    public var parties: [Tally] = []
    /// "CHN-RUS".
    public var dyads: [Tally] = []
    /// "Name\tparty".
    public var persons: [Tally] = []
    /// "Place\tcountry".
    public var places: [Tally] = []
    /// Where the places lie, degrees north and east, in the order of ``places``.
    public var coordinates: [String: (latitude: Double, longitude: Double)] = [:]
    public var series: [Tally] = []
    /// Days between one encounter that took place and the next, the newest last, 60 at most; for the rhythm.
    public var gaps: [Int] = []
    /// The days of the last ones that took place, the newest first.
    public var lastHeld: Day?
    /// The newest of them, as many as were asked for.
    public var newest: [EncounterBrief] = []
    /// Where each of ``newest`` stands, for the page after it.
    var rows: [Int64] = []

    public static let mostProfiled = 5000
}

extension Profile {
    /// The first page of a list of the newest; what is counted is what was looked at.
    ///
    /// - Parameter limit: no more than are kept.
    public func page(limit: Int) -> BriefPage {
        let hits = newest.prefix(limit).map { BriefPage.Hit(brief: $0) }
        return BriefPage(
            hits: hits, count: count, isMore: isMore,
            next: count > hits.count && !hits.isEmpty ? rows[hits.count - 1] : nil)
    }
}

extension Register {
    /// What the encounters that match a query come to.
    ///
    /// - Parameter keeping: how many of the newest are given with it.
    public func profile(of query: SearchQuery, keeping count: Int = 0) throws -> Profile {
        try read { db in
            let rows = try briefs(
                try statement(for: query, db), order: "DESC", limit: Profile.mostProfiled + 1, db)
            var census = Census()
            for row in rows.prefix(Profile.mostProfiled) { census.take(row.brief) }
            var profile = census.profile()
            profile.isMore = rows.count > Profile.mostProfiled
            profile.newest = rows.prefix(count).map(\.brief)
            profile.rows = rows.prefix(count).map(\.row)
            return profile
        }
    }
}

/// Counts encounters.
private struct Census {
    private var sums = Profile()
    private var months: [Int: Profile.Month] = [:]
    private var counts: [String: [String: Int]] = [:]
    private var years: [Int: [String: Int]] = [:]
    private var held: Set<Int> = []

    mutating func take(_ brief: EncounterBrief) {
        sums.count += 1
        if !brief.disputes.isEmpty { sums.disputed += 1 }
        count("status", brief.status.rawValue)
        count("kind", brief.kind.rawValue)
        if let level = brief.level { count("level", level.rawValue) }
        count("medium", brief.medium.rawValue)
        for issue in brief.issues { count("issue", issue) }
        for party in brief.parties { count("party", party) }
        for dyad in brief.dyads { count("dyad", dyad) }
        var seen: Set<String> = []
        for person in brief.people {
            guard let name = person.name, seen.insert(name).inserted else { continue }
            count("person", "\(name)\t\(person.party ?? "")")
        }
        if let series = brief.series { count("series", series) }
        if let place = brief.place {
            let key = "\(place)\t\(brief.country ?? "")"
            count("place", key)
            if let latitude = brief.latitude, let longitude = brief.longitude {
                sums.coordinates[key] = (latitude, longitude)
            }
        }
        guard let date = brief.date else { return }
        let (year, month, _) = date.start.civil
        let number = year * 12 + month - 1
        var counted = months[number] ?? Profile.Month(number: number)
        switch brief.status {
        case .held, .underWay:
            counted.held += 1
            if date.precision == .day { held.insert(date.start.number) }
        case .proposed, .announced: counted.planned += 1
        case .postponed, .suspended, .cancelled, .declined, .denied, .lapsed: counted.failed += 1
        }
        months[number] = counted
        for issue in brief.issues { years[year, default: [:]][issue, default: 0] += 1 }
    }

    private mutating func count(_ facet: String, _ value: String) {
        counts[facet, default: [:]][value, default: 0] += 1
    }

    func profile() -> Profile {
        var profile = sums
        func tallies(_ facet: String) -> [Profile.Tally] { Self.sorted(counts[facet] ?? [:]) }
        profile.statuses = tallies("status")
        profile.kinds = tallies("kind")
        profile.levels = tallies("level")
        profile.mediums = tallies("medium")
        profile.issues = tallies("issue")
        profile.parties = tallies("party")
        profile.dyads = tallies("dyad")
        profile.persons = tallies("person")
        profile.places = tallies("place")
        profile.series = tallies("series")
        profile.issuesByYear = years.keys.sorted(by: >).map { ($0, Self.sorted(years[$0] ?? [:])) }
        if let first = months.keys.min(), let last = months.keys.max() {
            profile.months = (first...last).map {
                months[$0] ?? Profile.Month(number: $0)
            }
        }
        let days = held.sorted()
        profile.gaps = Array(zip(days.dropFirst(), days).map { $0 - $1 }.suffix(60))
        profile.lastHeld = days.last.map { Day(number: $0) }
        return profile
    }

    /// The most first, equal ones by name.
    private static func sorted(_ counts: [String: Int]) -> [Profile.Tally] {
        counts.map { Profile.Tally(value: $0.key, count: $0.value) }
            .sorted { ($1.count, $0.value) < ($0.count, $1.value) }
    }
}
