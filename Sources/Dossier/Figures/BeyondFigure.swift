package import Charts
package import Corroboration
import Diplomacy
import Register

extension BeyondDossier {
    /// Paths that are drawn where no dyads are named.
    static let usualPaths = 6

    /// Alignment across, dialogue up, each dyad a point.
    ///
    /// - Parameters:
    ///   - paths: dyads whose course over the years is drawn; `nil` for the six with the most contacts.
    ///   - name: of a party, by its code.
    package func figure(paths: [Dyad]? = nil, name: (String) -> String) -> PointsFigure {
        let chosen = Set(paths ?? points.prefix(Self.usualPaths).map(\.dyad))
        let shown = points.map { point in
            PointsFigure.Point(
                label: "\(name(point.dyad.first)) – \(name(point.dyad.second))", x: point.station.alignment,
                y: point.station.dialogue, size: Double(point.station.contacts),
                path: chosen.contains(point.dyad) && point.path.count > 1
                    ? point.path.map {
                        PointsFigure.Station(year: $0.years.upperBound, x: $0.alignment, y: $0.dialogue)
                    } : [])
        }
        var figure = PointsFigure(
            caption: Caption(
                title: "How dyads vote, and how much they talk", subtitle: subtitle, notes: notes, emptiness: undefined),
            x: measure.axis, y: Axis("Counted contacts", unit: "a year"), points: shown)
        figure.size = Axis("Contacts in these years")
        figure.isYLogarithmic = true
        return figure
    }

    private var subtitle: String {
        guard let years else { return measure.formula }
        let told = years.count == 1 ? "\(years.lowerBound)" : "\(years.lowerBound) to \(years.upperBound)"
        return
            "\(measure.formula), against counted contacts a year (logarithmic), both \(told). Dyads with at least \(least) contacts in all. Lines: windows of \(Self.pathYears) years."
    }

    private var notes: [String] {
        var notes = [
            "n = \(counted(points.count, "dyad")). The two axes measure two things and are not made into one index: parties may talk much because they agree, or because they do not."
        ]
        if let voteYears {
            notes.append(
                "Votes: recorded votes of the General Assembly, \(voteYears.lowerBound) to \(voteYears.upperBound)\(dataSet?.last.map { " (the last on \($0.iso))" } ?? ""); no session that opened after \(voteYears.upperBound) is known. A session counts for the year in which it opened; resolutions adopted by consensus are not in it.\(dataSet.map { " Source: \($0.title), \($0.publisher) (\($0.licence))." } ?? "")"
            )
        }
        if let contactDays {
            notes.append(
                "Contacts are covered \(contactDays.words); a dyad's from the first day of a source that tells of it, and rates are by covered days. \(ContactBook.rule)"
            )
        }
        for (dyads, why) in [
            (silent, "without a contact in these years, which a logarithmic axis has no place for"),
            (unaligned, "for which the measure is undefined: no common votes in these years"),
            (uncovered, "of which less than half a year is covered"),
        ] where !dyads.isEmpty {
            notes.append("Not drawn: \(counted(dyads.count, "dyad")) \(why) (\(Self.list(dyads))).")
        }
        return notes
    }

    private static func list(_ dyads: [Dyad]) -> String {
        let rest = dyads.count - 8
        return dyads.prefix(8).map(\.code).joined(separator: ", ") + (rest > 0 ? " and \(counted(rest, "other"))" : "")
    }
}

extension BeyondDossier.Measure {
    /// What it is, in a sentence's beginning.
    package var formula: String {
        switch self {
        case .agreement: "Agreement, the mean of 1 − |x − y|/2 over common votes (yes 1, abstain 2, no 3)"
        case .pi: "Scott's π with linear weights over common votes"
        case .distance: "Distance of ideal points, the mean over sessions"
        }
    }

    fileprivate var axis: Axis {
        switch self {
        case .agreement: Axis("Agreement in votes", unit: "0 to 1")
        case .pi: Axis("Scott's π of votes", unit: "−1 to 1")
        case .distance: Axis("Distance of ideal points")
        }
    }
}
