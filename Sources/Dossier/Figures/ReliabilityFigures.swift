package import Analysis
package import Charts

extension OutlookEvaluation {
    /// How often what a forecaster held probable came about.
    ///
    /// - Parameters:
    ///   - forecaster: one of the plan's.
    ///   - horizon: in days, one of ``Outlook/horizons``.
    package func figure(of forecaster: Forecaster, within horizon: Int) -> ReliabilityFigure {
        let result = result(forecaster)
        let bins = result?.reliability[horizon]?.bins ?? []
        let emptiness: String? =
            if result == nil {
                "undefined: \(forecaster.words) was not evaluated"
            } else if !Outlook.horizons.contains(horizon) {
                "undefined: forecasts are scored for \(Outlook.horizons.map(String.init).joined(separator: ", ")) days"
            } else if bins.isEmpty {
                "undefined: no span of \(horizon) days is over"
            } else {
                nil
            }
        return ReliabilityFigure(
            caption: Caption(
                title: "Reliability of forecasts: \(forecaster.words), \(horizon) days",
                subtitle:
                    "Forecast probability of at least one contact within \(horizon) days against how often one came, in ten ranges of about equally many forecasts, Wilson's 90\u{A0}% interval.",
                notes: result.map { notes($0, horizon) } ?? [], emptiness: emptiness), bins: bins)
    }

    private func notes(_ result: Result, _ horizon: Int) -> [String] {
        let scored = result.reliability[horizon]?.lines.reduce(0) { $0 + $1.count } ?? 0
        var first =
            "n = \(counted(scored, "forecast")), each from what was known on its day. \(result.forecaster.statement)"
        if result.own < result.count {
            first +=
                " In \(Numeral.brief(result.count - result.own)) of \(Numeral.brief(result.count)) cases it had nothing to go by and climatology stands in."
        }
        var notes = [first]
        let measure: Measure? =
            switch horizon {
            case 30: .brier30
            case 90: .brier90
            case 180: .brier180
            default: nil
            }
        if let measure, let brier = result.means[measure] {
            var text = "Brier score \(decimal(brier, 4))"
            if let skill = result.skills[measure], let best = bestBaselines[measure] {
                let value =
                    skill.interval.map { decimal(skill.value, $0, 3, share: 90) } ?? decimal(skill.value, 3)
                text += "; skill against \(best.words), the best baseline in hindsight: \(value)"
            }
            notes.append(text + ".")
        }
        if let error = result.reliability[horizon]?.meanError, scored > 0 {
            notes.append(
                "Mean distance from the diagonal \(decimal(error, 3)). Forecasts of overlapping spans are not independent: the intervals are too narrow."
            )
        }
        return notes
    }
}

extension Reliability {
    /// Its lines as a figure has them.
    var bins: [ReliabilityFigure.Bin] {
        lines.map { line in
            ReliabilityFigure.Bin(
                range: line.forecasts, forecast: line.meanForecast, observed: line.share, count: line.count,
                low: line.interval.lowerBound, high: line.interval.upperBound)
        }
    }
}
