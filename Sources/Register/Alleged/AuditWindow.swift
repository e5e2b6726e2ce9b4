import Corroboration
import Datasets
import Diplomacy
import GRDB

/// The encounters around a month, by dyad, while an audit goes from month to month: those that end before it are let go.
///
/// Only encounters whose days are known take part: one of which a month is told bears out nothing.
struct AuditWindow {
    private let db: Database
    private let margin: Int
    private let longest: Int
    private var dyads: [Dyad: [EncounterBrief]] = [:]
    private var loadedTo: Int?
    /// The encounters that a row has told of, by format, with their last days.
    private var told: [Telling: Int] = [:]

    private struct Telling: Hashable {
        var encounter: String
        var format: EventFormat
    }

    /// - Parameter margin: days on both sides of a month.
    init(_ db: Database, margin: Int) throws {
        self.db = db
        self.margin = margin
        longest = min(try Int.fetchOne(db, sql: "SELECT max(last - first) FROM facet") ?? 0, 3_660)
    }

    subscript(dyad: Dyad) -> [EncounterBrief] { dyads[dyad] ?? [] }

    /// Whether this is the first time that a format's rows tell of an encounter.
    mutating func isFirst(_ encounter: String, _ format: EventFormat) -> Bool {
        told.updateValue(month, forKey: Telling(encounter: encounter, format: format)) == nil
    }

    private var month = 0

    /// - Parameter month: since the year 0; later than the last one.
    mutating func move(to month: Int) throws {
        self.month = month
        guard let first = Day(year: month / 12, month: month % 12 + 1, day: 1) else { return }
        let last = first + (Day.length(year: month / 12, month: month % 12 + 1) - 1)
        let (from, to) = (first.number - margin, last.number + margin)
        for (dyad, briefs) in dyads {
            let rest = briefs.filter { ($0.date?.end.number ?? Int.min) >= from }
            dyads[dyad] = rest.isEmpty ? nil : rest
        }
        told = told.filter { $0.value >= month - 2 - longest / 28 }
        let start = max(loadedTo.map { $0 + 1 } ?? Int.min, from - longest)
        loadedTo = to
        let rows = try Row.fetchCursor(
            db.cachedStatement(
                sql: "SELECT encounter, brief FROM facet WHERE id >= ? AND id < ? AND first IS NOT NULL ORDER BY id"),
            arguments: [SearchIndex.firstID(of: start), SearchIndex.firstID(of: to + 1)])
        while let row = try rows.next() {
            guard let brief = Register.brief(row, 0), let date = brief.date, date.precision == .day,
                date.end.number >= from
            else { continue }
            let acting = brief.acting()
            guard acting.count <= 12 else { continue }
            for (place, party) in acting.enumerated() {
                for other in acting[(place + 1)...] { dyads[Dyad(party, other), default: []].append(brief) }
            }
        }
    }
}
