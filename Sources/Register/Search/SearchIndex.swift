import Contract
import Corroboration
import Diplomacy
import FoundationEssentials
import GRDB

/// What is searched: for each encounter one row of `facet` (days and numbers) and one of `search` (facets as tokens, names,
/// the text of its reports).
///
/// Rows are numbered by the encounter's day, so that the newest come first without sorting.
enum SearchIndex {
    /// Goes up with each change of what stands in the index; an older one is made anew.
    static let version = 2

    /// Goes up with each change of what stands in a brief alone; those of an older version are written anew, without the rest.
    static let briefVersion = 1

    /// Columns of `search`, in order.
    enum Column: String, CaseIterable {
        case facets, person, office, place, series, source, says, text

        /// Where words without a facet are looked for.
        static let named: [Column] = [.person, .office, .place, .series, .text]
    }

    /// Stands in every row: what is not something is all but that.
    static let everything = "all"
    /// Stands between two values of a column, so that no phrase runs from one to the next.
    static let separator = "0x1e0"

    static func isUpToDate(_ db: Database) throws -> Bool {
        try Int.fetchOne(db, sql: "SELECT version FROM derived WHERE name = 'search'") == version
    }

    static func hasPresentBriefs(_ db: Database) throws -> Bool {
        try Int.fetchOne(db, sql: "SELECT version FROM derived WHERE name = 'briefs'") == briefVersion
    }

    /// Writes every brief anew: a fraction of a millisecond for each encounter. Who told of it is taken from the one that stands there.
    static func renewBriefs(_ db: Database) throws {
        let decoder = JSONDecoder()
        for facet in try Int64.fetchAll(db, sql: "SELECT id FROM facet ORDER BY id") {
            let row = try Row.fetchOne(
                db.cachedStatement(
                    sql: """
                        SELECT json, facet.encounter, brief FROM facet JOIN encounter ON encounter.id = facet.encounter
                        WHERE facet.id = ?
                        """), arguments: [facet])
            guard let row, let sides = Register.brief(row, 1)?.sides else { continue }
            let brief = EncounterBrief(try decoder.encounter(row[0]), sides: sides)
            try db.cachedStatement(sql: "UPDATE facet SET brief = ? WHERE id = ?")
                .execute(arguments: [brief.line, facet])
        }
        try noteBriefs(db)
    }

    private static func noteBriefs(_ db: Database) throws {
        try db.execute(
            sql: "INSERT OR REPLACE INTO derived (name, version) VALUES ('briefs', ?)", arguments: [briefVersion])
    }

    /// Makes the index anew: a millisecond or two for each encounter.
    static func fill(_ db: Database) throws {
        try db.execute(sql: "DELETE FROM search; DELETE FROM facet")
        let decoder = JSONDecoder()
        for id in try String.fetchAll(db, sql: "SELECT id FROM encounter ORDER BY id") {
            guard
                let row = try Row.fetchOne(
                    db.cachedStatement(sql: "SELECT json, first_seen FROM encounter WHERE id = ?"), arguments: [id])
            else { continue }
            try put(try decoder.encounter(row[0]), added: row[1], db)
        }
        try db.execute(sql: "INSERT OR REPLACE INTO derived (name, version) VALUES ('search', ?)", arguments: [version])
        try noteBriefs(db)
    }

    /// Puts an encounter in the index, in place of what stands there of it.
    static func put(_ encounter: RegisteredEncounter, added: String, _ db: Database) throws {
        let old = try Int64.fetchOne(
            db.cachedStatement(sql: "SELECT id FROM facet WHERE encounter = ?"), arguments: [encounter.id])
        if let old {
            try db.cachedStatement(sql: "DELETE FROM search WHERE rowid = ?").execute(arguments: [old])
            try db.cachedStatement(sql: "DELETE FROM facet WHERE id = ?").execute(arguments: [old])
        }
        let reports = try encounter.reports.compactMap { try IndexedReport($0, db) }
        let published = reports.compactMap(\.day)
        let day = encounter.date?.start.number ?? published.min()
        let id = try freeID(encounter.id, day: day, db)
        try db.cachedStatement(
            sql: """
                INSERT INTO facet (id, encounter, first, last, first_published, last_published, added, origins, brief)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """
        ).execute(arguments: [
            id, encounter.id, encounter.date?.start.number, encounter.date?.end.number, published.min(),
            published.max(), added, encounter.origins,
            EncounterBrief(encounter, sides: distinct(reports.compactMap(\.side))).line,
        ])
        let columns = Column.allCases.map { values($0, encounter, reports).joined(separator: " \(separator) ") }
        try db.cachedStatement(
            sql: """
                INSERT INTO search (rowid, facets, person, office, place, series, source, says, text)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """
        ).execute(arguments: [id] + StatementArguments(columns))
    }

    // MARK: - Numbers of rows

    /// The least number of a row of a day: 20 bits below the day are of the encounter's id.
    static func firstID(of day: Int) -> Int64 { Int64(max(0, min(day + 719_163, 1 << 40))) << 20 }

    /// The number of an encounter's row: its day, then a part of its id; the next free one where that is taken.
    private static func freeID(_ encounter: String, day: Int?, _ db: Database) throws -> Int64 {
        let hash = Int64((UInt64(encounter.dropFirst(4), radix: 16) ?? 0) & 0xFFFFF)
        var id = firstID(of: day ?? -719_163) | hash
        while try Bool.fetchOne(
            db.cachedStatement(sql: "SELECT EXISTS (SELECT 1 FROM facet WHERE id = ?)"), arguments: [id]) == true
        {
            id += 1
        }
        return id
    }

    // MARK: - What stands in the columns

    private static func values(
        _ column: Column, _ encounter: RegisteredEncounter, _ reports: [IndexedReport]
    ) -> [String] {
        let people = encounter.participants
        switch column {
        case .facets: return [tokens(encounter, reports).joined(separator: " ")]
        case .person: return distinct(people.compactMap(\.person))
        case .office: return distinct(people.flatMap { [$0.office].compactMap { $0 } + $0.offices.map(\.title) })
        case .place:
            return [encounter.place?.name, encounter.place?.venue, encounter.place?.country].compactMap { $0 }
        case .series: return [encounter.series?.name, encounter.within?.name].compactMap { $0 }
        case .source: return distinct(reports.compactMap(\.publisher))
        case .says:
            return distinct(
                encounter.reports.compactMap(\.claim.attributedTo).flatMap {
                    [$0.name, $0.grade.rawValue] + [$0.party].compactMap { $0 }
                })
        case .text: return reports.map(\.text)
        }
    }

    private static func tokens(_ encounter: RegisteredEncounter, _ reports: [IndexedReport]) -> [String] {
        typealias Facet = SearchQuery.Facet
        let present = Set(encounter.participants.flatMap { [$0.party, $0.authority].compactMap { $0 } }).sorted()
        let outcomes = distinct([encounter.outcome.kind.rawValue] + encounter.outcomes.map(\.kind.rawValue))
        let disputed = encounter.disputes.map(\.field.rawValue)
        return [everything]
            + present.map(Facet.party.token)
            + encounter.dyads.map(\.token)
            + encounter.issues.map { Facet.issue.token($0.code) }
            + [
                Facet.kind.token(encounter.kind.rawValue), Facet.medium.token(encounter.medium.rawValue),
                Facet.status.token(encounter.status.rawValue),
            ]
            + (encounter.level.map { [Facet.level.token($0.rawValue)] } ?? [])
            + outcomes.map(Facet.outcome.token)
            + distinct((disputed.isEmpty ? ["no"] : ["yes"]) + disputed).map(Facet.disputed.token)
            + distinct(reports.compactMap(\.side)).map(readout)
    }

    /// The token of an encounter of which a party's own officials have told.
    static func readout(of party: String) -> String { "readout" + SearchQuery.Facet.bare(party) }

    /// Each value once, in the order of their first.
    private static func distinct(_ values: [String]) -> [String] {
        var seen: Set<String> = []
        return values.filter { seen.insert($0).inserted }
    }
}

/// What the index takes of a report: of one for which the encounter is news the whole text, of another the sentences that tell
/// of it.
private struct IndexedReport {
    var text: String
    var day: Int?
    var publisher: String?
    /// The party whose officials publish it.
    var side: String?

    init?(_ report: EncounterReport, _ db: Database) throws {
        guard
            let row = try Row.fetchOne(
                db.cachedStatement(
                    sql: "SELECT title, text, published, name, kind, country FROM present WHERE document = ?"),
                arguments: [report.document])
        else { return nil }
        let title: String? = row[0]
        let body: String = report.claim.reported ? row[1] : report.claim.evidence.map(\.text).joined(separator: "\n")
        text = (title.map { $0 + "\n" } ?? "") + body
        day = (row[2] as String?).flatMap { Day(iso: $0)?.number }
        publisher = row[3]
        side = (row[4] as String?) == SourceKind.official.rawValue ? row[5] : nil
    }
}

extension JSONDecoder {
    /// Reads an encounter as it is stored.
    func encounter(_ json: Data) throws -> RegisteredEncounter {
        do {
            return try decode(RegisteredEncounter.self, from: json)
        } catch {
            throw RegisterError(
                .broken,
                "expected an encounter as this program stores it, found \"\(error)\"; restore a backup or rebuild")
        }
    }
}
