import Analysis
import Corroboration
import Diplomacy
import Register

/// A table for a file of comma-separated values, which the caller writes: a head, and rows as long as it; `nil` is an empty field.
package typealias Rows = (head: [String], rows: [[String?]])

/// The shortest form that reads back as the same number; `nil` for what is no number.
func field(_ value: Double?) -> String? {
    guard let value, value.isFinite else { return nil }
    let text = value.description
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
}

extension DyadDossier {
    /// The counted contacts by month and level, months without contacts too.
    package func csv() -> Rows {
        let head =
            ["month", "days", "days_covered", "contacts"] + Level.allCases.map { "level_\($0.rawValue)" } + [
                "level_untold"
            ]
        guard let window else { return (head, []) }
        let months = CalendarPeriod.all(.month, from: window.lowerBound, through: window.upperBound)
        let byMonth = Dictionary(grouping: contacts) { CalendarPeriod(.month, containing: $0.day) }
        return (
            head,
            months.map { month in
                let own = byMonth[month] ?? []
                let levels = Level.allCases.map { level in String(own.count { $0.level == level }) }
                return [month.label, String(month.days), String(coverage.exposure(of: month)), String(own.count)]
                    + levels
                    + [String(own.count { $0.level == nil })]
            }
        )
    }
}

extension DyadTable {
    package func csv() -> Rows {
        (
            [
                "dyad", "first_party", "second_party", "contacts", "recent", "before", "first", "last",
                "last_encounter",
                "highest_level", "median_gap_days", "silence_days", "silence_unusual",
            ],
            rows.map { row in
                [
                    row.dyad.code, row.dyad.first, row.dyad.second, String(row.contacts), String(row.recent),
                    String(row.before), row.first.iso, row.last.iso, row.lastEncounter, row.highest?.rawValue,
                    field(row.medianGap), String(row.silence(asOf: asOf)), row.isSilent.map { $0 ? "true" : "false" },
                ]
            }
        )
    }
}

extension AlignmentDossier {
    /// Each session, and under it each issue.
    package func csv() -> Rows {
        let names = TableJSON(table: VoteTable(), hasInterval: false).values.map(\.name)
        let head =
            ["session", "year", "issue", "common_votes"] + names + ["ideal_first", "ideal_second", "ideal_distance"]
        func cells(_ table: VoteTable) -> [String?] {
            TableJSON(table: table, hasInterval: false).values.map { field($0.value) }
        }
        return (
            head,
            sessions.flatMap { session in
                let start = [String(session.number), String(session.year)]
                let whole: [String?] =
                    start + [nil, String(session.table.n)] + cells(session.table) + [
                        field(session.positions?.first.position), field(session.positions?.second.position),
                        field(session.distance),
                    ]
                return [whole]
                    + session.issues.map { issue -> [String?] in
                        start + [issue.name, String(issue.table.n)] + cells(issue.table) + [nil, nil, nil]
                    }
            }
        )
    }
}

extension NetworkDossier {
    package func csv() -> Rows {
        (
            ["party", "degree", "strength", "betweenness", "closeness", "eigenvector", "page_rank", "community"],
            summary.rows.map { row in
                [
                    row.party, String(row.degree), field(row.strength), field(row.betweenness), field(row.closeness),
                    field(row.eigenvector), field(row.pageRank), row.community.map { String($0) },
                ]
            }
        )
    }
}

extension OutlookDossier {
    /// The probability of a contact within each number of days from 1 to 365, by forecaster.
    package func csv() -> Rows {
        (
            ["forecaster", "version", "made", "within_days", "probability", "expected_contacts"],
            forecasts.flatMap { outlook in
                (1...WaitForecast.longest).map { days -> [String?] in
                    [
                        outlook.forecaster.rawValue, String(outlook.forecaster.version), outlook.origin.iso,
                        String(days), field(outlook.chance(within: days)), field(outlook.count(within: days)?.mean),
                    ]
                }
            }
        )
    }
}

extension BeyondDossier {
    /// The points, and their paths: `part` is "point" or "path".
    package func csv() -> Rows {
        func cells(_ dyad: Dyad, _ part: String, _ station: Station) -> [String?] {
            [
                dyad.code, part, String(station.years.lowerBound), String(station.years.upperBound),
                field(station.alignment), String(station.n), String(station.contacts), field(station.exposure),
                field(station.dialogue),
            ]
        }
        return (
            [
                "dyad", "part", "from_year", "to_year", measure.rawValue, "n", "contacts", "covered_years",
                "contacts_a_year",
            ],
            points.flatMap { point in
                [cells(point.dyad, "point", point.station)] + point.path.map { cells(point.dyad, "path", $0) }
            }
        )
    }
}
