package import Analysis
package import Corroboration
package import Diplomacy
package import Register

/// When each source reports: publishers by the months in which they have reports, tables by the days that they cover.
package struct SourceCalendar: Sendable {
    /// Months without a report that are no end of a publisher's coverage.
    private static let longestPause = 2

    /// By publisher.
    private let stretches: [String: [Coverage.Stretch]]

    fileprivate init(_ publishers: [PublisherCoverage], tables: [DataSet]) {
        var stretches = Dictionary(
            publishers.map { ($0.publisher, Self.stretches(of: $0)) }, uniquingKeysWith: { $0 + $1 })
        for table in tables {
            guard let first = table.first, let last = table.last, first <= last else { continue }
            stretches[table.publisher, default: []].insert(
                Coverage.Stretch(source: table.publisher, days: first...last), at: 0)
        }
        self.stretches = stretches
    }

    /// - Parameter publishers: those that tell of what is asked about.
    fileprivate func coverage(by publishers: [String], asOf: Day) -> Coverage {
        Coverage(spans: publishers.flatMap { stretches[$0] ?? [] }, asOf: asOf)
    }

    private static func stretches(of publisher: PublisherCoverage) -> [Coverage.Stretch] {
        var runs: [(first: Int, last: Int, reports: Int)] = []
        for month in publisher.months {
            if let run = runs.last, month.month - run.last <= longestPause + 1 {
                runs[runs.count - 1] = (run.first, month.month, run.reports + month.reports)
            } else {
                runs.append((month.month, month.month, month.reports))
            }
        }
        return runs.compactMap { run in
            guard let first = CalendarPeriod(.month, year: run.first / 12, part: run.first % 12 + 1),
                let last = CalendarPeriod(.month, year: run.last / 12, part: run.last % 12 + 1)
            else { return nil }
            return Coverage.Stretch(
                source: publisher.publisher, days: first.start...last.end, reports: run.reports)
        }
    }
}

extension Register {
    /// When the sources of the register report.
    ///
    /// - Parameter publishers: whose; `nil` for all.
    package func sourceCalendar(of publishers: [String]? = nil) throws -> SourceCalendar {
        SourceCalendar(try coverage(of: publishers), tables: try dataSets())
    }

    /// Which sources tell of a dyad, and when each reports.
    ///
    /// - Parameters:
    ///   - calendar: `nil` to read what is asked for.
    ///   - limit: the publishers with the most claims; what only others cover would be taken for uncovered, so it is not few.
    package func coverage(
        of dyad: Dyad, asOf: Day, calendar: SourceCalendar? = nil, limit: Int = 60
    ) throws -> Coverage {
        let publishers = try publishers(of: dyad, limit: limit)
        return try (calendar ?? sourceCalendar(of: publishers)).coverage(by: publishers, asOf: asOf)
    }
}
