package import Analysis
package import Corroboration
package import Diplomacy
package import Register

/// What the register holds of a dyad's contacts: those that count, and those that are shown apart.
package struct ContactBook: Sendable {
    /// As they are counted (`[Contact].counted()`), in the order of days.
    package var contacts: [Contact] = []
    /// Encounters that took place and do not count: parliaments, parties, business, those who were not in office.
    package var apart: [String] = []
    /// Encounters that count before visits and days were put together.
    package var encounters = 0

    /// - Parameter briefs: encounters that were held.
    package init(of dyad: Dyad, in briefs: [EncounterBrief]) {
        var found: [Contact] = []
        for brief in briefs where brief.status.happened {
            guard let date = brief.date, date.precision != .unknown else { continue }
            let official = brief.acting(official: true)
            guard official.contains(dyad.first), official.contains(dyad.second) else {
                apart.append(brief.id)
                continue
            }
            found.append(Contact(brief, date: date, carriers: [dyad.first, dyad.second], parties: official.count))
        }
        encounters = found.count
        contacts = found.counted()
    }
}

extension Contact {
    /// - Parameter carriers: parties whose leads are named as those who carried it.
    init(_ brief: EncounterBrief, date: PartialDate, carriers: [String], parties: Int) {
        let leads = brief.people.filter(\.lead)
        self.init(
            encounter: brief.id, date: date, kind: brief.kind, medium: brief.medium, level: brief.level,
            parties: max(2, parties), issues: Set(brief.issues).sorted(),
            carriers: (leads.isEmpty ? brief.people : leads).compactMap { person in
                guard let name = person.name, let party = person.party, carriers.contains(party) else { return nil }
                return Carrier(person: name, party: party)
            }, series: brief.series, round: brief.round)
    }
}

extension Register {
    /// The contacts of a dyad.
    ///
    /// - Parameter asOf: encounters that begin later are no part of the account; `nil` for all.
    package func contacts(of dyad: Dyad, asOf: Day? = nil) throws -> ContactBook {
        let held = try held(.dyad(dyad))
        guard let asOf else { return ContactBook(of: dyad, in: held) }
        return ContactBook(of: dyad, in: held.filter { $0.date.map { $0.start <= asOf } ?? false })
    }

    /// The day up to which the register goes, by which what is due and overdue is told: that of its reports, else the last day of its
    /// tables, else that of its last encounter; `nil` for an empty register.
    package func accountDay() throws -> Day? {
        let tables = try dataSets().compactMap(\.last).max()
        let reports = try clock()
        if let day = [tables, reports].compactMap({ $0 }).max() { return day }
        return try state().last
    }

    /// Which sources tell of a dyad, and when each reports: publishers by the months in which they have reports (two months without are no
    /// end), tables by the days that they cover.
    ///
    /// - Parameter limit: the publishers with the most claims; what only others cover would be taken for uncovered, so it is not few.
    package func coverage(of dyad: Dyad, asOf: Day, limit: Int = 60) throws -> Coverage {
        let tables = try dataSets()
        let spans = try publishers(of: dyad, limit: limit).flatMap { publisher -> [Coverage.Stretch] in
            let own = tables.filter { $0.publisher == publisher.publisher }.compactMap { table -> Coverage.Stretch? in
                guard let first = table.first, let last = table.last, first <= last else { return nil }
                return Coverage.Stretch(source: publisher.publisher, days: first...last)
            }
            return own + Self.stretches(of: publisher)
        }
        return Coverage(spans: spans, asOf: asOf)
    }

    /// Months without a report that are no end of a publisher's coverage.
    private static let longestPause = 2

    private static func stretches(of publisher: PublisherCoverage) -> [Coverage.Stretch] {
        var runs: [(first: Int, last: Int, reports: Int)] = []
        for (month, reports) in publisher.months {
            if let run = runs.last, month - run.last <= longestPause + 1 {
                runs[runs.count - 1] = (run.first, month, run.reports + reports)
            } else {
                runs.append((month, month, reports))
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
