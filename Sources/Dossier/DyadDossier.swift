package import Analysis
package import Corroboration
package import Diplomacy
package import Register

/// What a dialogue is doing: every measure of one dyad as of a day, each number with the encounters it rests on.
package struct DyadDossier: Sendable {
    package let dyad: Dyad
    package let asOf: Day
    package let book: ContactBook
    package let rhythm: Rhythm
    package let coverage: Coverage
    /// By month from the first day covered; `nil` where nothing is covered.
    package let phases: Phases?
    package let bursts: BatchBursts?
    /// The last whole month against the months before it; `nil` where there are too few.
    package let baseline: BaselineReading?
    /// The standing dialogues that the two hold, those with the most rounds first.
    package let series: [StandingDialogue]
    /// Those of the last year.
    package let deeds: [DyadEvent]
    package let alignment: AlignmentDossier
    package let positions: [IssuePositions]
    package let outlook: OutlookDossier

    package static let mostSeries = 8

    package var contacts: [Contact] { rhythm.contacts }
    package var isEmpty: Bool { contacts.isEmpty && book.apart.isEmpty && deeds.isEmpty }

    /// What is bounded below by coverage and above by the day of the account.
    package var window: ClosedRange<Day>? {
        let first = [rhythm.window?.lowerBound, coverage.window?.lowerBound].compactMap { $0 }.min()
        return first.map { min($0, asOf)...asOf }
    }
}

extension Register {
    /// The dossier of a dyad.
    ///
    /// - Parameters:
    ///   - asOf: the day of the account; `nil` for the register's.
    ///   - model: what was fitted to all dyads; `nil` to leave the common model out.
    ///   - votes: `nil` to read those of the two.
    ///   - calendar: of all sources; `nil` to read that of those that tell of the two.
    package func dossier(
        of dyad: Dyad, asOf: Day? = nil, model: OutlookModel? = nil, votes: VoteHistory? = nil,
        calendar: SourceCalendar? = nil
    ) throws -> DyadDossier {
        let asOf = try asOf ?? accountDay() ?? Day(number: 0)
        let book = try contacts(of: dyad, asOf: asOf)
        let rhythm = Rhythm(of: book.contacts, asOf: asOf)
        let coverage = try coverage(of: dyad, asOf: asOf, calendar: calendar)
        let items = rhythm.contacts.map { (day: $0.day, key: $0.encounter) }
        let first = [coverage.window?.lowerBound, rhythm.window?.lowerBound].compactMap { $0 }.min()
        let months = first.map { coverage.months(from: min($0, asOf), through: asOf, of: items) } ?? []
        let deeds = try deeds(of: dyad, from: asOf - 364, to: asOf).map { DyadEvent($0) }
        return DyadDossier(
            dyad: dyad, asOf: asOf, book: book, rhythm: rhythm, coverage: coverage,
            phases: months.isEmpty
                ? nil
                : Phases(
                    of: months.map { month in
                        let exposure = Int((month.exposure * Double(month.period.days)).rounded())
                        return Phases.Cell(
                            days: month.period.start...month.period.end, keys: month.keys, exposure: exposure)
                    }),
            bursts: months.isEmpty ? nil : BatchBursts(of: try batches(months)),
            baseline: Self.lastWholeMonth(of: months, asOf: asOf).flatMap { Baseline(months).reading(of: $0) },
            series: Self.series(of: rhythm.contacts, asOf: asOf), deeds: deeds,
            alignment: try votes?.alignment(of: dyad) ?? alignment(of: dyad), positions: try positions(of: dyad),
            outlook: try outlook(of: dyad, book: book, coverage: coverage, asOf: asOf, model: model))
    }

    private static func lastWholeMonth(of months: [Baseline.Month], asOf: Day) -> CalendarPeriod? {
        months.last { $0.period.end <= asOf }?.period
    }

    /// The dyad's months beside all that the register has of them.
    private func batches(_ months: [Baseline.Month]) throws -> [BatchBursts.Batch] {
        let all = Dictionary(uniqueKeysWithValues: try abundance().map { ($0.month, $0.encounters) })
        return months.map { month in
            let known = all[month.period.year * 12 + month.period.part - 1] ?? 0
            return BatchBursts.Batch(period: month.period, keys: month.keys, all: max(known, month.keys.count))
        }
    }

    private static func series(of contacts: [Contact], asOf: Day) -> [StandingDialogue] {
        let names = Set(contacts.compactMap(\.series))
        return names.map { StandingDialogue($0, of: contacts, asOf: asOf) }
            .sorted { $0.n != $1.n ? $0.n > $1.n : $0.series < $1.series }
            .prefix(DyadDossier.mostSeries).map { $0 }
    }
}

extension DyadEvent {
    init(_ deed: DyadDeed) {
        self.init(
            day: deed.day, type: deed.type, source: deed.source, target: deed.target, reports: deed.reports,
            key: "\(deed.document) \(deed.type.rawValue) \(deed.source) \(deed.day.iso)")
    }
}
