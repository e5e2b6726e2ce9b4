public import Diplomacy
import GRDB

/// A forecast as it was written down before its day.
public struct WrittenForecast: Hashable, Sendable {
    /// "dyad:CHN-RUS" or "series:NAME".
    public var subject: String
    /// The day up to which the reports went that it was made from.
    public var made: Day
    /// The last day on which what it expects may come.
    public var due: Day
    /// The level that the contact is to have at least; `nil` for any.
    public var level: Level?
    public var kind: EncounterKind?
    /// Which forecaster, with its version.
    public var forecaster: String
    /// That at least one contact comes after `made`, up to `due`.
    public var probability: Double
    /// How many are expected.
    public var expected: Double?
    /// How many contacts were known, and the day of the last.
    public var contacts: Int
    public var latest: Day?
    /// When it was written, RFC 3339; set by the register's clock.
    public var written: String

    public init(
        subject: String, made: Day, due: Day, level: Level? = nil, kind: EncounterKind? = nil, forecaster: String,
        probability: Double, expected: Double? = nil, contacts: Int, latest: Day?, written: String
    ) {
        self.subject = subject
        self.made = made
        self.due = due
        self.level = level
        self.kind = kind
        self.forecaster = forecaster
        self.probability = probability
        self.expected = expected
        self.contacts = contacts
        self.latest = latest
        self.written = written
    }
}

extension Register {
    /// Adds forecasts to the ledger. Nothing in it is ever changed or taken back; one that stands there already is left as it is.
    ///
    /// - Returns: how many are new.
    /// - Throws: ``RegisterError`` with ``RegisterError/Code/badForecast`` where one is due before it is made.
    public func write(_ forecasts: [WrittenForecast]) throws -> Int {
        if let late = forecasts.first(where: { $0.due <= $0.made }) {
            throw RegisterError(
                .badForecast, "expected a forecast of a day after \(late.made.iso), found one of \(late.due.iso)")
        }
        return try write { db in
            var new = 0
            for forecast in forecasts {
                try db.cachedStatement(
                    sql: """
                        INSERT OR IGNORE INTO forecast (subject, made, due, level, kind, forecaster, probability, expected,
                            contacts, latest, written)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """
                ).execute(arguments: [
                    forecast.subject, forecast.made.number, forecast.due.number, forecast.level?.rawValue ?? "",
                    forecast.kind?.rawValue ?? "", forecast.forecaster, forecast.probability, forecast.expected,
                    forecast.contacts, forecast.latest?.number, forecast.written,
                ])
                new += db.changesCount
            }
            return new
        }
    }

    /// The ledger's forecasts in the order in which they were written.
    ///
    /// - Parameter subject: of what; `nil` for all.
    public func forecasts(of subject: String? = nil) throws -> [WrittenForecast] {
        try read { db in
            try Row.fetchAll(
                db.cachedStatement(sql: "SELECT * FROM forecast WHERE ?1 IS NULL OR subject = ?1 ORDER BY id"),
                arguments: [subject]
            ).map { row in
                WrittenForecast(
                    subject: row["subject"], made: Day(number: row["made"]), due: Day(number: row["due"]),
                    level: Level(rawValue: row["level"]), kind: EncounterKind(rawValue: row["kind"]),
                    forecaster: row["forecaster"], probability: row["probability"], expected: row["expected"],
                    contacts: row["contacts"], latest: (row["latest"] as Int?).map { Day(number: $0) },
                    written: row["written"])
            }
        }
    }
}
