/// Draws a figure of lines: areas of which nothing is known, intervals, lines, names at their ends.
struct LinesDrawing {
    let figure: LinesFigure
    let curves: Curves
    var sheet: Sheet

    private static let stub = 16.0

    mutating func draw() {
        let height = min(max(sheet.width * 0.42, 180), 400).rounded()
        let rows = Plot.rows(height)
        var (low, high) = (curves.y.lowerBound, curves.y.upperBound)
        var ticks = Ticks(low, high, count: rows)
        if case .fitted = figure.extent {
            ticks = Ticks(fitting: low, high, count: rows)
            (low, high) = (ticks.low, ticks.high)
        }
        let marks = Mark.all(ticks)
        let left = sheet.left + Mark.width(marks) + 8
        let names = names(height: height)
        var keys: [Sheet.Key] = []
        if names == nil, curves.curves.count > 1 {
            keys += curves.curves.enumerated().map { Sheet.Key(sign: .line(.line($0)), label: $1.name) }
        }
        if hasIntervals { keys.append(Sheet.Key(sign: .area(.area(0, opacity: 0.2)), label: "interval")) }
        if let unknown = figure.unknown, unknown.after < curves.x.upperBound {
            keys.append(Sheet.Key(sign: .hatched, label: unknown.label))
        }
        sheet.legend(keys)
        sheet.yName(figure.y)
        let right = sheet.right - 8 - (names.map { $0 + Self.stub + 8 } ?? 0)
        let box = Box(x: left, y: sheet.top, width: right - left, height: height)
        let plot = Plot(
            box: box, x: Scale(curves.x.lowerBound, curves.x.upperBound, from: left, to: right),
            y: Scale(low, high, from: box.bottom, to: box.y))
        unknown(plot)
        sheet.rows(plot, marks)
        if figure.hasZeroLine, plot.y.holds(0) {
            let zero = plot.y(0)
            sheet.drawing.line(box.x, zero, box.right, zero, .axis)
        }
        inside(plot)
        let count = max(2, Int(box.width / 56))
        sheet.columns(plot, figure.course.marks(plot.x.low, plot.x.high, count: count), figure.x)
        if names != nil { ends(plot) }
        remarks(plot)
    }

    private var hasIntervals: Bool {
        curves.curves.contains { $0.points.contains { $0.low != nil && $0.high != nil } }
    }

    /// The width of the names at the ends of the lines; `nil` where there is no room or no need.
    private func names(height: Double) -> Double? {
        guard curves.curves.count > 1, curves.curves.allSatisfy({ $0.last != nil }) else { return nil }
        guard Double(curves.curves.count) * 14 <= height else { return nil }
        let width = curves.curves.map { Font.label.width(Sheet.short($0.name)) }.max() ?? 0
        return width <= sheet.inner * 0.28 ? width : nil
    }

    private mutating func unknown(_ plot: Plot) {
        guard let unknown = figure.unknown, Numeral.isDrawable(unknown.after), unknown.after < plot.x.high else {
            return
        }
        let from = max(plot.x(unknown.after), plot.box.x)
        sheet.hatch(Box(x: from, y: plot.box.y, width: plot.box.right - from, height: plot.box.height))
    }

    /// Lines and intervals, cut off at the edges of the plot by an `svg` of their own.
    private mutating func inside(_ plot: Plot) {
        let box = plot.box
        let edge = 3.0
        let view = [box.x - edge, box.y - edge, box.width + 2 * edge, box.height + 2 * edge]
        let numbers = view.map { Numeral.coordinate($0) ?? "0" }
        let curves = curves.curves
        sheet.drawing.element(
            "svg",
            [
                "x": .number(view[0]), "y": .number(view[1]), "width": .number(view[2]), "height": .number(view[3]),
                "viewBox": .text(numbers.joined(separator: " ")), "overflow": "hidden",
            ]
        ) { out in
            for (place, curve) in curves.enumerated() {
                out.path(Self.interval(curve, plot), .area(place, opacity: 0.2))
            }
            for (place, curve) in curves.enumerated() {
                out.path(Self.line(curve, plot), .line(place))
                Self.dots(curve, plot, place, &out)
            }
        }
    }

    private static func line(_ curve: Curves.Curve, _ plot: Plot) -> Path {
        var path = Path()
        var before: Double?
        for point in curve.points {
            guard let y = point.y else {
                path.lift()
                before = nil
                continue
            }
            if curve.isStepped, let before { path.to(plot.x(point.x), before) }
            before = plot.y(y)
            path.to(plot.x(point.x), plot.y(y))
        }
        return path
    }

    private static func interval(_ curve: Curves.Curve, _ plot: Plot) -> Path {
        var path = Path()
        var run: [(x: Double, low: Double, high: Double)] = []
        func finish() {
            guard run.count > 1 else { return run.removeAll() }
            for (index, point) in run.enumerated() {
                if curve.isStepped, index > 0 { path.to(point.x, run[index - 1].high) }
                path.to(point.x, point.high)
            }
            for (index, point) in run.enumerated().reversed() {
                path.to(point.x, point.low)
                if curve.isStepped, index > 0 { path.to(point.x, run[index - 1].low) }
            }
            path.close()
            run.removeAll()
        }
        for point in curve.points {
            guard let low = point.low, let high = point.high else {
                finish()
                continue
            }
            run.append((plot.x(point.x), plot.y(low), plot.y(high)))
        }
        finish()
        return path
    }

    /// Dots where there are few points, and on every point that stands alone, with its interval upright.
    private static func dots(_ curve: Curves.Curve, _ plot: Plot, _ place: Int, _ out: inout Drawing) {
        let isSparse = !curve.isStepped && Double(curve.points.count) * 12 <= plot.box.width
        for (index, point) in curve.points.enumerated() {
            guard let y = point.y else { continue }
            let isAlone =
                (index == 0 || curve.points[index - 1].y == nil)
                && (index + 1 == curve.points.count || curve.points[index + 1].y == nil)
            guard isSparse || isAlone else { continue }
            let x = plot.x(point.x)
            if isAlone, let low = point.low, let high = point.high {
                out.line(x, plot.y(low), x, plot.y(high), .line(place, isPlain: true))
            }
            out.circle(x, plot.y(y), isAlone ? 3 : 2.2, .mark(place))
        }
    }

    /// Names at the right, each at the height of its line's end as far as they do not cover one another.
    private mutating func ends(_ plot: Plot) {
        let box = plot.box
        let wanted = curves.curves.map { curve in
            min(max(plot.y(curve.last?.y ?? 0), box.y), box.bottom)
        }
        let heights = Spreading.spread(wanted, gap: 14, low: box.y, high: box.bottom) ?? wanted
        for (place, curve) in curves.curves.enumerated() {
            let y = heights[place]
            let end = plot.x(curve.last?.x ?? 0)
            if end > box.right - 40, end <= box.right + 1, abs(y - wanted[place]) > 2 {
                sheet.drawing.line(min(end, box.right), wanted[place], box.right + 6, y, .leader)
            }
            sheet.drawing.line(box.right + 6, y, box.right + 6 + Self.stub, y, .line(place))
            sheet.drawing.text(
                Sheet.short(curve.name), box.right + 10 + Self.stub, y + 3.8, .label)
        }
    }

    private mutating func remarks(_ plot: Plot) {
        sheet.remark(curves.refused, "value", "left out: no number, or beyond the limits")
        sheet.remark(curves.omitted, "line", "beyond \(LinesFigure.mostSeries) not shown")
        let outside = curves.curves.reduce(0) { sum, curve in
            sum + curve.points.count { !plot.x.holds($0.x) || !($0.y.map { plot.y.holds($0) } ?? true) }
        }
        sheet.remark(outside, "point", "beyond the axes")
    }
}
