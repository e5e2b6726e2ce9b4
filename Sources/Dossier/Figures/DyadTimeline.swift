package import Analysis
package import Charts
import Corroboration
package import Diplomacy

extension DyadDossier {
    /// Windows shorter than this are shown by month where nothing else is asked for, in days.
    static let longestByMonth = 4 * 365
    /// Years without a contact that are shown before the first, at most.
    static let mostYearsBefore = 5
    /// Sources that have a strip of their own; those beyond share one.
    static let mostStrips = 6

    /// The dyad's counted contacts over time, stacked by level, above the days that each source covers.
    ///
    /// - Parameters:
    ///   - unit: how long a bar is; `nil` for months below four years, else years.
    ///   - first: the first day that is drawn; `nil` for a few years before the first contact, or the first day covered.
    ///   - name: of a party, by its code.
    package func timelineFigure(
        by unit: CalendarPeriod.Unit? = nil, from first: Day? = nil, name: (String) -> String
    ) -> TimelineFigure {
        let window = drawnWindow(from: first)
        let unit = unit ?? (window.map { $0.length < Self.longestByMonth } ?? false ? .month : .year)
        let counts = levelCounts(by: unit, within: window)
        let perYear = Double(12) / Double(unit.months)
        var figure = TimelineFigure(
            caption: Caption(
                title: "Contacts of \(name(dyad.first)) and \(name(dyad.second))",
                subtitle: timelineSubtitle(unit, counts.groups.map(\.group), window), notes: timelineNotes,
                emptiness: contacts.isEmpty ? "undefined: no contacts up to \(asOf.iso)" : nil),
            unit: unit.bar, counts: Axis("Contacts", unit: "a \(unit.rawValue)"),
            periods: counts.periods.map { TimelineFigure.Period(label: $0.label, startDay: $0.start.number) },
            series: contacts.isEmpty
                ? []
                : counts.groups.map {
                    TimelineFigure.Series(name: $0.group.rawValue, values: $0.counts.map(Double.init))
                },
            coverage: strips)
        let begin = counts.periods.first?.start ?? asOf
        figure.phases = (phases?.phases ?? []).filter { $0.days.upperBound > begin }.map { phase in
            let start = max(begin, phase.days.lowerBound)
            return TimelineFigure.Phase(
                days: start.number...max(start, min(phase.days.upperBound, asOf)).number,
                rate: phase.rate / perYear, low: phase.interval.lowerBound / perYear,
                high: phase.interval.upperBound / perYear)
        }
        figure.rateName = "mean a \(unit.rawValue) of covered days, by phase (95\u{A0}%)"
        figure.bursts = (bursts?.bursts ?? []).filter { $0.level > 1 && $0.end.end >= begin }.map { burst in
            let start = max(begin, burst.start.start)
            return TimelineFigure.Burst(days: start.number...max(start, burst.end.end).number, level: burst.level)
        }
        return figure
    }

    /// How many contacts of each group of levels every period of the window holds; groups without contacts left out.
    func levelCounts(
        by unit: CalendarPeriod.Unit, within window: ClosedRange<Day>?
    ) -> (periods: [CalendarPeriod], groups: [(group: LevelGroup, counts: [Int])]) {
        guard let window else { return ([], []) }
        let periods = CalendarPeriod.all(unit, from: window.lowerBound, through: window.upperBound)
        guard let first = periods.first else { return ([], []) }
        var counts = LevelGroup.allCases.map { (group: $0, counts: [Int](repeating: 0, count: periods.count)) }
        for contact in contacts {
            let place = CalendarPeriod(unit, containing: contact.day).index - first.index
            let group = LevelGroup.allCases.firstIndex(of: LevelGroup(contact.level))
            guard let group, periods.indices.contains(place) else { continue }
            counts[group].counts[place] += 1
        }
        return (periods, counts.filter { $0.counts.contains { $0 > 0 } })
    }

    /// What is drawn of ``window``.
    private func drawnWindow(from first: Day?) -> ClosedRange<Day>? {
        guard let window else { return nil }
        let usual = contacts.first.map { contact in
            let year = CalendarPeriod(.year, containing: contact.day).advanced(by: -Self.mostYearsBefore)
            return max(window.lowerBound, min(year.start, window.upperBound))
        }
        let begin = first.map { max($0, window.lowerBound) } ?? usual ?? window.lowerBound
        return min(begin, window.upperBound)...window.upperBound
    }

    private func timelineSubtitle(
        _ unit: CalendarPeriod.Unit, _ groups: [LevelGroup], _ window: ClosedRange<Day>?
    ) -> String {
        // a legend tells several groups apart, and one is named here
        let level =
            groups.count == 1
            ? "all of one level (\(groups[0].rawValue))" : "stacked by the lower level of the two sides"
        return "Counted contacts by \(unit.rawValue), \(level)\(window.map { ", \($0.words)" } ?? "")."
    }

    /// What stands under every figure of the dyad's contacts.
    var contactNotes: [String] {
        var notes = [
            "n = \(counted(contacts.count, "contact")) from \(counted(book.encounters, "encounter")). \(ContactBook.rule) \(book.apartSentence)"
        ]
        if let window { notes.append(coverage.sentence(in: window)) }
        return notes
    }

    private var timelineNotes: [String] {
        var notes = contactNotes
        if let phases, !phases.phases.isEmpty {
            let shown = phases.phases.suffix(Self.mostPhasesTold)
            let told = shown.map { phase in
                let days = "\(phase.days.lowerBound.iso.prefix(7)) to \(min(phase.days.upperBound, asOf).iso.prefix(7))"
                return "\(days) \(decimal(phase.rate, phase.interval, 1, share: 95))"
            }
            let more = phases.phases.count > shown.count ? " (the last \(shown.count) of \(phases.phases.count))" : ""
            notes.append(
                "Phases\(more), contacts a year of covered days: \(told.joined(separator: "; ")). Change points of Poisson counts by month, a change costs 3 ln n."
            )
        }
        if let undefined = bursts?.undefined {
            notes.append("Bursts: \(undefined).")
        } else if bursts != nil {
            notes.append(
                "Bursts: Kleinberg's automaton on the dyad's share of all encounters by month (s = 2, γ = 1), level 2 and above."
            )
        }
        return notes
    }

    /// The phases that the notes tell.
    private static let mostPhasesTold = 8

    /// The sources with the most days first; those beyond the limit in one strip.
    private var strips: [TimelineFigure.Source] {
        let bySource = Dictionary(grouping: coverage.stretches, by: \.source)
        let order = bySource.map { (name: $0.key, days: $0.value.map(\.days)) }.sorted { a, b in
            let (one, other) = (a.days.reduce(0) { $0 + $1.length }, b.days.reduce(0) { $0 + $1.length })
            return one != other ? one > other : a.name < b.name
        }
        func strip(_ name: String, _ days: [ClosedRange<Day>]) -> TimelineFigure.Source {
            TimelineFigure.Source(
                name: name.isEmpty ? "source not told" : name,
                stretches: days.map { $0.lowerBound.number...$0.upperBound.number })
        }
        guard order.count > Self.mostStrips else { return order.map { strip($0.name, $0.days) } }
        let own = order.prefix(Self.mostStrips - 1)
        let rest = order.dropFirst(own.count)
        return own.map { strip($0.name, $0.days) } + [strip("\(rest.count) other sources", rest.flatMap(\.days))]
    }
}

extension CalendarPeriod.Unit {
    var months: Int {
        switch self {
        case .month: 1
        case .quarter: 3
        case .year: 12
        }
    }

    fileprivate var bar: TimelineFigure.Unit {
        switch self {
        case .month: .month
        case .quarter: .quarter
        case .year: .year
        }
    }
}
