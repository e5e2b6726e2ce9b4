public import Corroboration
public import Datasets
import Diplomacy
import GRDB

/// What the register says of a row of event data.
public enum AuditFate: Sendable, Hashable {
    /// An encounter was held that fits it; this is the first row of it.
    case borneOut(encounter: String)
    /// It tells again of an encounter that an earlier row of the same data has told of.
    case copy(encounter: String)
    case contradicted(encounter: String, AuditReason)
    /// The register has reports of those who tell of the dyad in that month, and knows no such encounter.
    case noEvent
    /// The register has no report of that month by anybody who tells of the dyad: it cannot say.
    case notCovered
    /// It alleges no contact: it is counted and not judged.
    case otherClass
}

/// In what an encounter contradicts a row.
public enum AuditReason: String, Sendable, Hashable, CaseIterable {
    /// It was cancelled, declined, denied or postponed, or never came.
    case didNotHappen = "did-not-happen"
    /// It lies in another country.
    case elsewhere
    /// It lies on another day of those around.
    case otherDay = "other-day"
}

/// A row and what the register says of it.
public struct AuditedRow: Sendable, Hashable {
    public var event: AllegedEvent
    public var dyad: Dyad
    public var fate: AuditFate
}

/// How many rows came to what.
public struct AuditCounts: Sendable, Hashable {
    public var rows = 0
    public var borneOut = 0
    public var copies = 0
    public var contradicted: [AuditReason: Int] = [:]
    public var noEvent = 0
    public var notCovered = 0
    public var otherClass = 0
    /// Rows that are not between two different parties: they are not gone through.
    public var withoutDyad = 0

    public init() {}

    public static func += (sum: inout AuditCounts, other: AuditCounts) {
        sum.rows += other.rows
        sum.borneOut += other.borneOut
        sum.copies += other.copies
        sum.contradicted.merge(other.contradicted, uniquingKeysWith: +)
        sum.noEvent += other.noEvent
        sum.notCovered += other.notCovered
        sum.otherClass += other.otherClass
        sum.withoutDyad += other.withoutDyad
    }

    mutating func count(_ fate: AuditFate) {
        rows += 1
        switch fate {
        case .borneOut: borneOut += 1
        case .copy: copies += 1
        case .contradicted(_, let reason): contradicted[reason, default: 0] += 1
        case .noEvent: noEvent += 1
        case .notCovered: notCovered += 1
        case .otherClass: otherClass += 1
        }
    }
}

/// By what measure rows are held against encounters.
public struct AuditMeasure: Sendable, Hashable {
    /// The days by which a row may miss the days of an encounter.
    public var tolerance: Int
    /// The days in which an encounter is taken for the one that a row has put on another day.
    public var nearby: Int

    public init(tolerance: Int = 1, nearby: Int = 7) {
        self.tolerance = min(max(tolerance, 0), 31)
        self.nearby = min(max(nearby, self.tolerance), 31)
    }
}

extension Register {
    /// Holds rows of event data against the encounters, in the order of months, dyads and days.
    ///
    /// Takes some ten microseconds a row, and memory for the encounters of a month and the rows of one dyad in a month.
    ///
    /// - Parameter take: is given each row that is judged; it must not ask the register.
    public func audit(
        _ scope: AllegedScope = AllegedScope(), measure: AuditMeasure = AuditMeasure(),
        _ take: (AuditedRow) throws -> Void = { _ in }
    ) throws -> AuditCounts {
        try read { db in
            var audit = try AuditRun(db, scope, measure)
            return try audit.run(take)
        }
    }
}

/// One audit.
struct AuditRun {
    private let db: Database
    private let scope: AllegedScope
    private let measure: AuditMeasure
    private let names: AllegedNames
    private var encounters: AuditWindow
    private var counts = AuditCounts()

    init(_ db: Database, _ scope: AllegedScope, _ measure: AuditMeasure) throws {
        (self.db, self.scope, self.measure) = (db, scope, measure)
        names = AllegedNames(db)
        encounters = try AuditWindow(db, margin: measure.nearby)
    }

    mutating func run(_ take: (AuditedRow) throws -> Void) throws -> AuditCounts {
        for month in try AllegedScope.months(scope.days, db) {
            try encounters.move(to: month)
            for pair in try pairs(of: month) { try judge(pair, month, take) }
        }
        counts.withoutDyad = try rowsWithoutDyad()
        return counts
    }

    /// The pairs that have rows in a month; of a register, some thousands.
    private func pairs(of month: Int) throws -> [Int64] {
        if let dyad = scope.dyad {
            guard let first = try names.number(of: dyad.first), let second = try names.number(of: dyad.second) else {
                return []
            }
            return [AllegedPair.pair(month: month, first, second)]
        }
        return try Int64.fetchAll(
            db.cachedStatement(sql: "SELECT DISTINCT pair FROM alleged_dyad WHERE pair BETWEEN ? AND ? ORDER BY pair"),
            arguments: [
                AllegedPair.pair(month: month, 0, 0),
                AllegedPair.pair(month: month, AllegedPair.mostParties, AllegedPair.mostParties),
            ])
    }

    private mutating func judge(_ pair: Int64, _ month: Int, _ take: (AuditedRow) throws -> Void) throws {
        let (first, second) = AllegedPair.parties(of: pair)
        guard let a = names.party(first), let b = names.party(second) else { return }
        let dyad = Dyad(a, b)
        let known = encounters[dyad]
        var isCovered: Bool?
        for entry in try names.entries(of: pair) {
            let day = Day(number: Int(entry.day))
            if let days = scope.days, !days.contains(day) { continue }
            if let format = scope.format, AllegedKey.format(of: entry.key) != format { continue }
            guard let event = try names.row(entry.key, pair: pair, day: day.number, file: scope.file) else { continue }
            var fate = try fate(of: event, known)
            if fate == .noEvent {
                let covers = try isCovered ?? covers(dyad, month)
                isCovered = covers
                if !covers { fate = .notCovered }
            }
            counts.count(fate)
            try take(AuditedRow(event: event, dyad: dyad, fate: fate))
        }
    }

    /// What the encounters of a dyad say of a row of it.
    private mutating func fate(of event: AllegedEvent, _ known: [EncounterBrief]) throws -> AuditFate {
        guard let contact = ContactClass(event) else { return .otherClass }
        var best: (rank: Int, distance: Int, id: String, reason: AuditReason?)?
        for brief in known where contact.fits(brief) {
            guard let date = brief.date else { continue }
            let distance = max(0, date.start - event.day, event.day - date.end)
            guard distance <= measure.nearby else { continue }
            let judged: (rank: Int, reason: AuditReason?)
            if distance <= measure.tolerance {
                switch brief.status {
                case .held, .underWay: judged = Self.isElsewhere(event, brief) ? (1, .elsewhere) : (0, nil)
                case .cancelled, .declined, .denied, .postponed, .lapsed: judged = (2, .didNotHappen)
                case .proposed, .announced, .suspended: continue
                }
            } else if brief.status.happened {
                judged = (3, .otherDay)
            } else {
                continue
            }
            let candidate = (judged.rank, distance, brief.id, judged.reason)
            if let present = best,
                (present.rank, present.distance, present.id) <= (candidate.0, candidate.1, candidate.2)
            {
                continue
            }
            best = candidate
        }
        guard let best else { return .noEvent }
        if let reason = best.reason { return .contradicted(encounter: best.id, reason) }
        return encounters.isFirst(best.id, event.format)
            ? .borneOut(encounter: best.id) : .copy(encounter: best.id)
    }

    /// Whether both name a country, and not the same; of those who met.
    private static func isElsewhere(_ event: AllegedEvent, _ brief: EncounterBrief) -> Bool {
        guard brief.medium == .inPerson, let told = brief.country, let alleged = event.country, !alleged.hasPrefix("?")
        else { return false }
        return told != alleged
    }

    /// Whether a publisher who tells of the dyad has a report of the month.
    private func covers(_ dyad: Dyad, _ month: Int) throws -> Bool {
        try Bool.fetchOne(
            db.cachedStatement(
                sql: """
                    SELECT EXISTS (SELECT 1 FROM teller JOIN covered ON covered.publisher = teller.publisher
                        WHERE dyad = ? AND claims > 0 AND month = ? AND reports > 0)
                    """), arguments: [dyad.code, month]) ?? false
    }

    private func rowsWithoutDyad() throws -> Int {
        if scope.dyad != nil { return 0 }
        let days = scope.days.map { $0.lowerBound.number...$0.upperBound.number }
        let keys = scope.format.map { AllegedKey.range(of: $0) } ?? Int64.min...Int64.max
        return try Int.fetchOne(
            db,
            sql: """
                SELECT count(*) FROM alleged WHERE pair IS NULL AND id BETWEEN ? AND ? AND day BETWEEN ? AND ?
                AND (?5 IS NULL OR file = ?5)
                """,
            arguments: [
                keys.lowerBound, keys.upperBound, days?.lowerBound ?? Int.min, days?.upperBound ?? Int.max, scope.file,
            ]) ?? 0
    }
}
