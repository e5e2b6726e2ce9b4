/// Draws the diagram in a square, and the histogram of the forecasts below it, or beside it with a table of the bins where there is room.
struct ReliabilityDrawing {
    let figure: ReliabilityFigure
    /// By forecast.
    let bins: [ReliabilityFigure.Bin]
    var sheet: Sheet

    private static let panel = 260.0

    static func share(_ value: Double) -> String { Numeral.fixed(value, decimals: 2) ?? "?" }

    mutating func draw() {
        sheet.legend([
            Sheet.Key(sign: .line(.reference), label: "perfect calibration"),
            Sheet.Key(sign: .dot(.mark(0)), label: "observed, with its interval; area: number of forecasts"),
        ])
        sheet.yName(figure.observed)
        let marks = [0, 0.2, 0.4, 0.6, 0.8, 1].map { Mark(value: $0, label: Numeral.fixed($0, decimals: 1) ?? "") }
        let left = sheet.left + max(Mark.width(marks), Font.tick.width(Numeral.brief(most))) + 8
        let room = sheet.right - 10 - left
        let isWide = room >= Self.panel + 40 + 260
        let size = min(isWide ? room - Self.panel - 40 : room, 420)
        let box = Box(x: left, y: sheet.top, width: size, height: size)
        let plot = Plot(
            box: box, x: Scale(0, 1, from: box.x, to: box.right), y: Scale(0, 1, from: box.bottom, to: box.y))
        sheet.rows(plot, marks)
        sheet.columns(plot, marks, figure.forecast, grid: true)
        let foot = sheet.top
        sheet.drawing.line(box.x, box.bottom, box.right, box.y, .reference)
        points(plot)
        if isWide {
            let side = Box(x: box.right + 74, y: box.y + 16, width: Self.panel - 34, height: 90)
            histogram(side)
            sheet.top = max(foot, table(side))
        } else {
            sheet.top = foot + 18
            histogram(Box(x: box.x, y: sheet.top, width: size, height: 60))
            sheet.top += 66
        }
    }

    private var most: Int { bins.map(\.count).max() ?? 0 }

    private mutating func points(_ plot: Plot) {
        var line = Path()
        for bin in bins {
            guard let observed = bin.observed, bin.count > 0 else {
                line.lift()
                continue
            }
            let x = plot.x(bin.forecast)
            if let low = bin.low, let high = bin.high {
                let style = Style.line(0, width: 1.2, isPlain: true)
                sheet.drawing.line(x, plot.y(low), x, plot.y(high), style)
                for end in [low, high] { sheet.drawing.line(x - 3, plot.y(end), x + 3, plot.y(end), style) }
            }
            line.to(x, plot.y(observed))
        }
        var thin = Style.line(0, width: 1, isPlain: true)
        thin.opacity = 0.5
        sheet.drawing.path(line, thin)
        for bin in bins where bin.count > 0 {
            guard let observed = bin.observed else { continue }
            let radius = 2.5 + 5 * (Double(bin.count) / Double(max(1, most))).squareRoot()
            sheet.drawing.circle(
                plot.x(bin.forecast), plot.y(observed), radius, .mark(0),
                title:
                    "forecast \(Self.share(bin.forecast)), observed \(Self.share(observed)), n = \(Numeral.brief(bin.count))"
            )
        }
    }

    /// Bars over the ranges of the bins, as high as the bins have forecasts.
    private mutating func histogram(_ box: Box) {
        let x = Scale(0, 1, from: box.x, to: box.right)
        let y = Scale(0, Double(max(1, most)), from: box.bottom, to: box.y)
        let name = Wrapping.cut(Sheet.short(figure.counts.text), .axis, box.width)
        sheet.drawing.text(name, box.x, box.y - 8, .axis)
        sheet.drawing.line(box.x, box.bottom, box.right, box.bottom, .axis)
        sheet.drawing.line(box.x, box.y, box.right, box.y, .grid)
        sheet.drawing.text(Numeral.brief(most), box.x - 6, box.y + 3.8, .tick, .end)
        sheet.drawing.text("0", box.x - 6, box.bottom + 3.8, .tick, .end)
        for bin in bins where bin.count > 0 {
            let (from, to) = (x(bin.range.lowerBound), x(bin.range.upperBound))
            let top = y(Double(bin.count))
            sheet.drawing.rectangle(
                Box(x: from + 0.5, y: top, width: max(to - from - 1, 1), height: box.bottom - top), .covered,
                title:
                    "\(Self.share(bin.range.lowerBound)) to \(Self.share(bin.range.upperBound)): \(Numeral.brief(bin.count))"
            )
        }
    }

    /// The numbers of the bins below the histogram; returns where the table ends.
    private mutating func table(_ box: Box) -> Double {
        let columns = [box.x + 38, box.x + 94, box.x + 174, box.right]
        var y = box.bottom + 26
        for (text, x) in zip(["forecast", "observed", "interval", "n"], columns) {
            sheet.drawing.text(text, x, y, .note, .end)
        }
        sheet.drawing.line(box.x, y + 4, box.right, y + 4, .tick)
        for bin in bins {
            y += 16
            var interval = "–"
            if let low = bin.low, let high = bin.high { interval = "\(Self.share(low))–\(Self.share(high))" }
            let cells = [
                Self.share(bin.forecast), bin.observed.map(Self.share) ?? "–", interval, Numeral.brief(bin.count),
            ]
            for (text, x) in zip(cells, columns) { sheet.drawing.text(text, x, y, .small, .end) }
        }
        return y + 6
    }
}
