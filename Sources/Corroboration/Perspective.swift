public import Diplomacy

/// What all reports together tell that bears on each encounter: the records of the publishers, and how far the reports go.
public struct Perspective: Sendable {
    public var sources: SourceRecords
    /// The day up to which what happened would have been reported.
    public var clock: Day?

    public init(sources: SourceRecords = SourceRecords(), clock: Day? = nil) {
        self.sources = sources
        self.clock = clock
    }

    /// - Parameters:
    ///   - tallies: how often the word of each publisher was borne out, by its name; those that are part of a contested group.
    ///   - latest: the last day of publication of each publisher; of reports without one, under the empty name.
    public init(tallies: [String: SourceRecords.Tally], latest: [String: Day]) {
        self.init(sources: SourceRecords(steps: tallies.mapValues(\.step)), clock: Self.clock(Array(latest.values)))
    }

    init(of groups: [EncounterGroup], latest: [String: Day]) {
        var tallies: [String: SourceRecords.Tally] = [:]
        for group in groups {
            for (name, tally) in group.bearings { tallies[name, default: .init()] += tally }
        }
        self.init(tallies: tallies, latest: latest)
    }

    /// The last day of publication of each publisher, by its name.
    static func latest(of reports: [Report]) -> [String: Day] {
        var latest: [String: Day] = [:]
        for report in reports {
            guard let day = report.published else { continue }
            let name = report.source?.name ?? ""
            latest[name] = max(latest[name] ?? day, day)
        }
        return latest
    }

    /// So many publishers have to have published by the day of the clock.
    public static let voices = 3

    /// The latest day by which ``voices`` publishers have published, or all where they are fewer: one report with a wrong date moves
    /// no clock.
    ///
    /// - Parameter latest: the last day of publication of each publisher.
    public static func clock(_ latest: [Day]) -> Day? { latest.sorted(by: >).prefix(voices).last }
}

extension RegisteredEncounter {
    /// Days after its own within which what was announced would be reported.
    public static let grace = 30

    /// Says of an encounter that was announced for a day long past that it lapsed: nobody has reported it by a day.
    mutating func lapse(on due: Day) {
        status = .lapsed
        reasons.removeAll { $0.field == "status" }
        reasons.append(
            FieldReason(
                field: "status",
                reason:
                    "lapsed: announced for \(date?.text ?? "a day"), and no report of the \(Self.grace) days after tells of it."
            ))
        progress.append(ProgressStep(status: .lapsed, date: due, documents: []))
    }
}
