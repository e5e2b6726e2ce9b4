public import Diplomacy
import GRDB

/// What a register's first page tells.
public struct TodayView: Sendable {
    public struct Moved: Sendable {
        public var change: Change
        /// The encounter, or the one that it became; `nil` where it is no more.
        public var brief: EncounterBrief?
    }

    /// The newest encounters by their days, up to the register's day.
    public var latest: [EncounterBrief]
    /// The newest encounters of which reports disagree.
    public var disputed: [EncounterBrief]
    /// The nearest that are announced or proposed.
    public var ahead: [EncounterBrief]
    /// What changed last in the register, each encounter once, the newest change first; none that is merely new.
    public var moved: [Moved]
    public var silent: [SilentSource]
}

/// A publisher that has been silent longer than it ever was before, by the dates of what it published.
public struct SilentSource: Sendable, Hashable {
    public var publisher: String
    public var last: Day
    /// Days from its last report to the register's day.
    public var days: Int
    /// The longest that it was silent before, in days.
    public var usual: Int
}

extension Register {
    /// Days after the register's day that are not yet the future: the clock waits for three publishers.
    private static let fewDays = 14

    /// - Parameter limit: the most of each list.
    public func today(limit: Int) throws -> TodayView {
        try read { db in
            let clock = try Self.clock(db) ?? Day(number: 0)
            let past = SearchQuery.all([
                .not(.planned),
                .days(.date, first: nil, last: clock + Self.fewDays),
            ])
            let disputed = SearchQuery.facet(.disputed, "yes", isPrefix: false)
            return TodayView(
                latest: try briefs(try statement(for: past, db), order: "DESC", limit: limit, db).map(\.brief),
                disputed: try briefs(try statement(for: disputed, db), order: "DESC", limit: limit, db).map(\.brief),
                ahead: try ahead(of: nil, from: clock, to: nil, limit: limit, db), moved: try moved(limit: limit, db),
                silent: Array(try Self.silent(on: clock, db).prefix(limit)))
        }
    }

    /// Lines of the log that are looked through.
    private static let mostLooked = 500

    private func moved(limit: Int, _ db: Database) throws -> [TodayView.Moved] {
        let rows = try Row.fetchCursor(
            db,
            sql: "SELECT time, encounter, change FROM history ORDER BY id DESC LIMIT \(Self.mostLooked)")
        var seen: Set<String> = []
        var moved: [TodayView.Moved] = []
        while moved.count < limit, let row = try rows.next() {
            let change = Change(row)
            guard change.kind != "new", seen.insert(change.heir ?? change.encounter).inserted else { continue }
            let brief = try briefs(of: [change.heir ?? change.encounter], db).first
            moved.append(TodayView.Moved(change: change, brief: brief))
        }
        return moved
    }

    /// Days before the register's day that are looked at.
    private static let window = 180
    /// Days of publication below which nothing is usual.
    private static let fewest = 6
    /// Days of silence that nobody remarks on.
    private static let shortest = 7

    /// Publishers that fell silent within half a year, those with most days of publication first.
    static func silent(on clock: Day, _ db: Database) throws -> [SilentSource] {
        var days: [String: [Int]] = [:]
        let rows = try Row.fetchCursor(
            db,
            sql:
                "SELECT DISTINCT day, publisher FROM report WHERE day IS NOT NULL AND day BETWEEN ? AND ? ORDER BY day",
            arguments: [clock.number - window, clock.number])
        while let row = try rows.next() { days[row[1] ?? "", default: []].append(row[0]) }
        return days.compactMap { publisher, days -> (Int, SilentSource)? in
            guard !publisher.isEmpty, days.count >= fewest, let last = days.last else { return nil }
            let usual = zip(days.dropFirst(), days).map { $0 - $1 }.max() ?? 0
            let silence = clock.number - last
            guard silence > max(usual, shortest) else { return nil }
            return (
                days.count, SilentSource(publisher: publisher, last: Day(number: last), days: silence, usual: usual)
            )
        }.sorted { ($1.0, $0.1.publisher) < ($0.0, $1.1.publisher) }.map(\.1)
    }
}
