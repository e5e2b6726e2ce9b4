import Analysis
package import Charts
import Corroboration
package import Diplomacy
import Register

extension AlignmentDossier {
    /// Agreement and Scott's π with linear weights by session, from -1 to 1; the time after the last vote is marked.
    ///
    /// - Parameters:
    ///   - asOf: how far the axis of years goes at least; `nil` for no farther than the votes.
    ///   - name: of a party, by its code.
    package func figure(asOf: Day? = nil, name: (String) -> String) -> LinesFigure {
        let agreement = points { session in
            let interval = session.table.agreementInterval
            return session.table.agreement.map { ($0, interval?.lowerBound, interval?.upperBound) }
        }
        let pi = points { session in session.table.pi(.linear).map { ($0, nil, nil) } }
        var figure = LinesFigure(
            caption: Caption(
                title: "Votes of \(name(dyad.first)) and \(name(dyad.second)) in the General Assembly",
                subtitle:
                    "By session: agreement, the mean of 1 − |x − y|/2 over common votes (yes 1, abstain 2, no 3), 0 to 1, and Scott's π with linear weights, which takes off what chance gives, −1 to 1\(yearsWords).",
                notes: voteNotes, emptiness: undefined), course: .years, x: Axis("Year in which the session opened"),
            y: Axis("Agreement and π"),
            series: sessions.isEmpty
                ? []
                : [
                    LinesFigure.Series(name: "agreement (95\u{A0}%)", points: agreement),
                    LinesFigure.Series(name: "Scott's π", points: pi),
                ])
        figure.extent = .fixed(-1...1)
        figure.hasZeroLine = true
        markEnd(&figure, asOf)
        return figure
    }

    /// Where the two stand on the first dimension of the votes, with the middle 90 % of the estimate.
    package func positionsFigure(asOf: Day? = nil, name: (String) -> String) -> LinesFigure {
        let placed = sessions.contains { $0.positions != nil }
        func line(_ side: @escaping (Session) -> StoredIdealPoint?) -> [LinesFigure.Point] {
            points { session in side(session).map { ($0.position, $0.lower, $0.upper) } }
        }
        let reason = undefined ?? (placed ? nil : "undefined: no session in which both are placed")
        var figure = LinesFigure(
            caption: Caption(
                title: "Positions of \(name(dyad.first)) and \(name(dyad.second)) in the General Assembly",
                subtitle:
                    "Ideal points on the first dimension of recorded votes, by session, with bounds of 5 and 95\u{A0}%\(yearsWords).",
                notes: [
                    "Higher and lower have no meaning of their own: the scale is that of all members' votes (mean 0, deviation about 1)."
                ] + voteNotes, emptiness: reason), course: .years, x: Axis("Year in which the session opened"),
            y: Axis("Ideal point"),
            series: placed
                ? [
                    LinesFigure.Series(name: name(dyad.first), points: line { $0.positions?.first }),
                    LinesFigure.Series(name: name(dyad.second), points: line { $0.positions?.second }),
                ] : [])
        figure.hasZeroLine = true
        markEnd(&figure, asOf)
        return figure
    }

    /// One point a session; where sessions are missing between two, the line is broken.
    private func points(_ value: (Session) -> (Double, Double?, Double?)?) -> [LinesFigure.Point] {
        var points: [LinesFigure.Point] = []
        var last: Int?
        for session in sessions {
            if let last, session.year - last > 1 { points.append(LinesFigure.Point(x: Double(last + 1), y: nil)) }
            last = session.year
            let found = value(session)
            points.append(
                LinesFigure.Point(x: Double(session.year), y: found?.0, low: found?.1, high: found?.2))
        }
        return points
    }

    private func markEnd(_ figure: inout LinesFigure, _ asOf: Day?) {
        guard let first = sessions.first?.year, let last = sessions.last?.year, let covered else { return }
        let end = max(last, covered.upperBound.civil.year)
        let shown = max(end, asOf?.civil.year ?? end)
        figure.span = Double(first)...Double(max(shown, first + 1))
        if shown > end {
            figure.unknown = LinesFigure.Unknown(after: Double(end), label: "no votes after \(end)")
        }
    }

    private var yearsWords: String {
        guard let first = sessions.first, let last = sessions.last else { return "" }
        return "; sessions \(first.number) to \(last.number) (\(first.year) to \(last.year))"
    }

    private var voteNotes: [String] {
        var notes: [String] = []
        let n = sessions.reduce(0) { $0 + $1.table.n }
        let all = sessions.reduce(0) { $0 + $1.rollCalls }
        notes.append(
            "n = \(counted(n, "common vote")) of \(counted(all, "roll call")) in \(counted(sessions.count, "session")). A vote counts where both cast one."
        )
        if let dataSet { notes.append("Source: \(dataSet.title), \(dataSet.publisher) (\(dataSet.licence)).") }
        notes.append("Coverage: \(coverage).")
        return notes
    }
}
