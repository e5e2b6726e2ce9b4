package import Analysis
package import Charts
import Corroboration
import Diplomacy

extension DyadDossier {
    /// How the dyad's waits ended: the estimate with its band, two laws beside it, and where the present silence stands.
    package func survivalFigure(name: (String) -> String) -> LinesFigure {
        let silence = rhythm.last?.days
        let title = "Waits between contacts of \(name(dyad.first)) and \(name(dyad.second))"
        let axes = (Axis("Time since the last contact", unit: "days"), Axis("Share of waits that last longer"))
        guard let curve = outlook.survival, curve.ends > 0 else {
            let reason =
                contacts.isEmpty ? "undefined: no contacts up to \(asOf.iso)" : "undefined: no wait has ended yet"
            return LinesFigure(
                caption: Caption(title: title, notes: contactNotes, emptiness: reason), course: .numbers, x: axes.0,
                y: axes.1, series: [])
        }
        let far = max(curve.quantile(0.99) ?? curve.watched, Double(silence ?? 0) * 1.1)
        let most = max(1, min(far, curve.watched))
        var series = [
            LinesFigure.Series(name: "Kaplan–Meier", points: Self.points(of: curve, until: most), isStepped: true)
        ]
        for (law, name) in [(outlook.weibull, "Weibull"), (outlook.logNormal, "log-normal")] {
            guard let law = law?.law else { continue }
            let points = (0...Self.lawPoints).map { step -> LinesFigure.Point in
                let time = most * Double(step) / Double(Self.lawPoints)
                return LinesFigure.Point(x: time, y: law.survival(at: time))
            }
            series.append(LinesFigure.Series(name: name, points: points))
        }
        if let silence {
            let x = Double(silence)
            series.append(
                LinesFigure.Series(
                    name: "present silence, \(counted(silence, "day"))",
                    points: [LinesFigure.Point(x: x, y: 0), LinesFigure.Point(x: x, y: 1)]))
        }
        var figure = LinesFigure(
            caption: Caption(
                title: title,
                subtitle:
                    "Share of waits that last longer than so many days (Kaplan and Meier, Greenwood's 90\u{A0}% band), as of \(asOf.iso).",
                notes: survivalNotes(curve, most)), course: .numbers, x: axes.0, y: axes.1, series: series)
        figure.extent = .fixed(0...1)
        figure.span = 0...most
        return figure
    }

    /// Points of a fitted law's line.
    private static let lawPoints = 160

    /// The steps of a curve up to a time, the last held until then.
    private static func points(of curve: SurvivalCurve, until most: Double) -> [LinesFigure.Point] {
        func point(_ time: Double, _ step: SurvivalCurve.Step) -> LinesFigure.Point {
            LinesFigure.Point(
                x: time, y: step.survival, low: step.interval?.lowerBound, high: step.interval?.upperBound)
        }
        let steps = curve.steps.prefix { $0.time <= most }
        let end = steps.last.flatMap { $0.time < most ? point(most, $0) : nil }
        return [LinesFigure.Point(x: 0, y: 1, low: 1, high: 1)] + steps.map { point($0.time, $0) }
            + (end.map { [$0] } ?? [])
    }

    private func survivalNotes(_ curve: SurvivalCurve, _ most: Double) -> [String] {
        var first =
            "n = \(counted(curve.waits, "wait")), \(Numeral.brief(curve.ends)) ended; the present one is cut at \(asOf.iso), not counted as ended. \(rhythm.silence.words)."
        if most < curve.watched {
            first +=
                " Waits beyond \(decimal(most, 0)) days are not shown; the longest lasted \(decimal(curve.watched, 0))."
        }
        var laws: [String] = []
        if case .weibull(let shape, let scale)? = outlook.weibull?.law {
            laws.append("Weibull: shape \(decimal(shape, 2)), scale \(decimal(scale, 1)) days")
        }
        if case .logNormal(let mean, let deviation)? = outlook.logNormal?.law {
            laws.append("log-normal: mean \(decimal(mean, 2)), deviation \(decimal(deviation, 2)) of ln days")
        }
        let fitted =
            laws.isEmpty
            ? "Laws: undefined: fewer than \(WaitingFit.leastEnds) different waits have ended."
            : "\(laws.joined(separator: "; ")) (maximum likelihood with censoring)."
        return [first, fitted] + contactNotes
    }
}

extension DyadDossier {
    /// How likely the next contact is within so many days, by the best forecaster and by two baselines.
    package func outlookFigure(name: (String) -> String) -> LinesFigure {
        let best = outlook.best
        let shown = [best?.forecaster, .climatology, .recentRate].compactMap { $0 }
            .reduce(into: [Forecaster]()) { if !$0.contains($1) { $0.append($1) } }
        let series = shown.compactMap { forecaster -> LinesFigure.Series? in
            guard let found = outlook.forecasts.first(where: { $0.forecaster == forecaster }) else { return nil }
            let points = found.wait.shares.enumerated().map { LinesFigure.Point(x: Double($0.offset), y: $0.element) }
            return LinesFigure.Series(name: forecaster.words, points: points)
        }
        var notes: [String] = []
        if let best {
            let chances = Outlook.horizons.map { "\($0) days \(decimal(best.chance(within: $0), 2))" }
            notes.append(
                "\(best.forecaster.words): \(best.forecaster.statement) Within \(chances.joined(separator: ", ")).")
        }
        notes.append(
            "Baselines: \([Forecaster.climatology, .recentRate].map { "\($0.words): \($0.statement)" }.joined(separator: " "))"
        )
        let announced =
            outlook.announced.isEmpty
            ? "Nothing is announced." : "\(counted(outlook.announced.count, "encounter")) announced or proposed."
        notes.append(
            "Rests on \(counted(outlook.history.days.count, "day")) with contacts since \(outlook.history.began.iso)\(best?.last.map { ", the last \($0.iso)" } ?? ""). \(announced) A forecast is no knowledge: its record is in the figure of reliability."
        )
        if let window { notes.append(coverage.sentence(in: window)) }
        var figure = LinesFigure(
            caption: Caption(
                title: "Next contact of \(name(dyad.first)) and \(name(dyad.second))",
                subtitle:
                    "Probability of at least one contact within so many days after \(asOf.iso), from what was known at its end.",
                notes: notes,
                emptiness: contacts.isEmpty
                    ? "undefined: no contacts up to \(asOf.iso)"
                    : series.isEmpty ? "undefined: no forecaster has anything to go by" : nil), course: .numbers,
            x: Axis("Days after \(asOf.iso)"), y: Axis("Probability of a contact"),
            series: contacts.isEmpty ? [] : series)
        figure.extent = .fixed(0...1)
        figure.span = 0...Double(WaitForecast.longest)
        return figure
    }
}

extension Forecaster {
    /// In words, for a legend.
    package var words: String {
        switch self {
        case .climatology: "climatology"
        case .lastInterval: "last interval"
        case .recentRate: "rate of two years"
        case .decadeRate: "rate of ten years"
        case .kaplanMeier: "Kaplan–Meier"
        case .weibull: "Weibull"
        case .logNormal: "log-normal"
        case .cadence: "cadence of rounds"
        case .announced: "announced encounters"
        case .pooled: "common model of all dyads"
        case .combined: "common model and own waits"
        }
    }
}
