package import Analysis
package import Corroboration
package import Diplomacy
package import Register

/// What all dyads of a register have in common on a day, for outlooks.
package struct OutlookModel: Sendable {
    package let asOf: Day
    package let context: Forecaster.Context

    /// - Parameters:
    ///   - table: the contacts of all dyads.
    ///   - spans: the days that each is covered.
    package init?(_ table: DyadTable, spans: [Dyad: ClosedRange<Day>]) {
        let panel = Panel(table.histories(spans))
        guard let context = Forecaster.Context(panel, fit: PooledFit(panel, before: table.asOf + 1), on: table.asOf)
        else {
            return nil
        }
        asOf = table.asOf
        self.context = context
    }
}

extension DyadTable {
    /// Days after the end of a dyad's coverage from which on its silence says nothing.
    package static let longestUncovered = 60

    /// The contacts of all dyads as forecasts see them, by dyad; without those that no source covers any longer.
    ///
    /// - Parameters:
    ///   - spans: the days that each is covered.
    ///   - day: up to which day coverage is asked for; `nil` for the day of the account.
    package func histories(_ spans: [Dyad: ClosedRange<Day>], coveredTo day: Day? = nil) -> [ContactHistory] {
        let least = (day ?? asOf) - Self.longestUncovered
        return contacts.sorted { $0.key < $1.key }.compactMap { (dyad, contacts) -> ContactHistory? in
            guard let first = contacts.first?.day else { return nil }
            if let end = spans[dyad]?.upperBound, max(end, contacts.last?.day ?? end) < least { return nil }
            let began = min(first, spans[dyad]?.lowerBound ?? first)
            return ContactHistory(dyad: dyad.code, contacts: contacts, began: began)
        }
    }
}

/// What is expected of a dyad, from its contacts, what is announced, and what all dyads have in common.
package struct OutlookDossier: Sendable {
    package let dyad: Dyad
    package let asOf: Day
    package let history: ContactHistory
    /// That of each forecaster that has something to go by, in their order.
    package let forecasts: [Outlook]
    /// By level, of those that had contacts, the highest first.
    package let levels: [(level: Level, outlook: Outlook)]
    package let kinds: [(kind: EncounterKind, outlook: Outlook)]
    /// Encounters that are announced or proposed for later days, the nearest first.
    package let announced: [FollowedEncounter]
    /// How the dyad's waits ended; `nil` without waits.
    package let survival: SurvivalCurve?
    package let weibull: WaitingFit?
    package let logNormal: WaitingFit?
    /// The last day that a source covers, where that is too long ago for the silence since to say anything.
    package let uncoveredSince: Day?

    /// Why there is no outlook; `nil` where there is.
    package var undefined: String? {
        if let uncoveredSince { return "undefined: no source covers the two after \(uncoveredSince.iso)" }
        return best == nil ? "undefined: no forecaster has anything to go by" : nil
    }

    /// The one that the program goes by: what all dyads tell where that was fitted, else the dyad's own past.
    package var best: Outlook? {
        for forecaster in [Forecaster.combined, .announced, .cadence, .decadeRate] {
            if let found = forecasts.first(where: { $0.forecaster == forecaster }) { return found }
        }
        return nil
    }

    /// What is written to the ledger: for each horizon the best outlook of the dyad and of each level and kind.
    package func entries() -> [LedgerEntry] {
        let all = best.map { [($0, ContactSelection())] } ?? []
        let parts =
            levels.map { ($0.outlook, ContactSelection(level: $0.level)) }
            + kinds.map { ($0.outlook, ContactSelection(kind: $0.kind)) }
        return (all + parts).flatMap { outlook, selection in
            Outlook.horizons.compactMap { LedgerEntry(outlook, horizon: $0, selection: selection) }
        }
    }
}

extension Register {
    /// The model of all dyads; `nil` for a register without contacts.
    package func outlookModel(_ table: DyadTable) throws -> OutlookModel? {
        OutlookModel(table, spans: try coveredSpans())
    }

    /// The outlook of a dyad.
    ///
    /// - Parameter model: of the same day; `nil` to go by the dyad alone.
    package func outlook(
        of dyad: Dyad, book: ContactBook, coverage: Coverage, asOf: Day, model: OutlookModel?
    ) throws -> OutlookDossier {
        let contacts = book.contacts.filter { $0.day <= asOf }
        let first = contacts.first?.day ?? asOf
        let end = coverage.window.map { max($0.upperBound, contacts.last?.day ?? $0.upperBound) }
        let uncovered = end.flatMap { $0 < asOf - DyadTable.longestUncovered ? $0 : nil }
        let began = min(first, coverage.window?.lowerBound ?? first)
        let announcements =
            book.foretold.compactMap { encounter in
                guard let date = encounter.brief.date, let told = encounter.foretold else { return nil }
                return Announcement(
                    encounter: encounter.brief.id, told: told, date: date, status: encounter.brief.status.asTold)
            } as [Announcement]
        func outlooks(_ selection: ContactSelection, by forecasters: [Forecaster]) -> (ContactHistory, [Outlook]) {
            let isWhole = selection == ContactSelection()
            let history = ContactHistory(
                dyad: dyad.code, contacts: contacts, began: began, announced: isWhole ? announcements : [],
                selection: selection)
            guard uncovered == nil else { return (history, []) }
            let context = isWhole && model?.asOf == asOf ? model?.context : nil
            return (history, forecasters.compactMap { $0.outlook(of: history, on: asOf, in: context) })
        }
        func own(_ selection: ContactSelection) -> Outlook? {
            guard contacts.contains(where: selection.admits) else { return nil }
            return outlooks(selection, by: [.logNormal, .decadeRate]).1.first
        }
        let (history, forecasts) = outlooks(ContactSelection(), by: Forecaster.allCases)
        let waits = Interval.waits(of: history.days, began: began, today: uncovered ?? asOf)
        return OutlookDossier(
            dyad: dyad, asOf: asOf, history: history, forecasts: forecasts,
            levels: Level.allCases.compactMap { level in own(ContactSelection(level: level)).map { (level, $0) } },
            kinds: EncounterKind.allCases.compactMap { kind in own(ContactSelection(kind: kind)).map { (kind, $0) } },
            announced: book.foretold.filter { told in
                told.foretold.map { $0 <= asOf } ?? false && (told.brief.date?.end).map { $0 > asOf } ?? false
                    && [.announced, .proposed].contains(told.brief.status)
            }, survival: SurvivalCurve(waits), weibull: WaitingFit.weibull(waits),
            logNormal: WaitingFit.logNormal(waits),
            uncoveredSince: uncovered)
    }
}

extension Status {
    /// How it stood when it was first told of: what took place or lapsed had been announced.
    fileprivate var asTold: Status {
        switch self {
        case .held, .underWay, .lapsed, .announced: .announced
        case .proposed: .proposed
        case .postponed, .suspended, .cancelled, .declined, .denied: self
        }
    }
}
