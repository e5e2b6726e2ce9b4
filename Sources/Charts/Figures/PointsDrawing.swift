/// Draws a figure of points: quadrants, courses, marks, and as many labels as have room.
struct PointsDrawing {
    let figure: PointsFigure
    let points: [PointsFigure.Point]
    var sheet: Sheet
    private let largestSize: Double

    private static let (least, largest) = (3.0, 15.0)
    /// Radius of a mark without a size.
    private static let plain = 4.0
    private static let captionRow = 14.0

    init(figure: PointsFigure, points: [PointsFigure.Point], sheet: Sheet) {
        (self.figure, self.points, self.sheet) = (figure, points, sheet)
        largestSize = points.lazy.compactMap(\.size).filter(Numeral.isDrawable).max() ?? 0
    }

    mutating func draw() {
        let height = min(max(sheet.width * 0.62, 220), 620).rounded()
        let (lowY, highY) = extent(points.map(\.y) + stations.map(\.y), figure.isYLogarithmic, figure.quadrants?.y)
        let (lowX, highX) = extent(points.map(\.x) + stations.map(\.x), figure.isXLogarithmic, figure.quadrants?.x)
        let upright = Scale(lowY, highY, from: 0, to: 1, isLogarithmic: figure.isYLogarithmic)
        let marks = Mark.of(upright, count: Plot.rows(height))
        let left = sheet.left + Mark.width(marks) + 8
        var keys: [Sheet.Key] = []
        if let size = figure.size, let most = points.compactMap(\.size).filter(Numeral.isDrawable).max() {
            let label = "area: \(size.text), the largest \(Numeral.brief(most) ?? "?")"
            keys.append(Sheet.Key(sign: .dot(.mark(0)), label: label))
        }
        if points.contains(where: { course($0).count > 1 }) {
            let label = "course over the years, from pale to strong"
            keys.append(Sheet.Key(sign: .line(.line(0, width: 1.4, isPlain: true)), label: label))
        }
        sheet.legend(keys)
        sheet.yName(figure.y)
        let box = Box(x: left, y: sheet.top, width: sheet.right - 10 - left, height: height)
        let plot = Plot(
            box: box, x: Scale(lowX, highX, from: box.x, to: box.right, isLogarithmic: figure.isXLogarithmic),
            y: Scale(lowY, highY, from: box.bottom, to: box.y, isLogarithmic: figure.isYLogarithmic))
        sheet.rows(plot, marks)
        sheet.columns(plot, Mark.of(plot.x, count: max(2, Int(box.width / 70))), figure.x, grid: true)
        var field = LabelField(bounds: Box(x: box.x, y: box.y, width: box.width + 8, height: box.height))
        split(plot)
        paths(plot)
        for point in order {
            let (x, y) = (plot.x(point.x), plot.y(point.y))
            let radius = radius(point)
            sheet.drawing.circle(x, y, radius, .mark(0), title: title(point))
            let inset = radius * 0.8
            field.take(Box(x: x - inset, y: y - inset, width: 2 * inset, height: 2 * inset))
        }
        quadrants(plot, &field)
        labels(plot, &field)
        years(plot, &field)
    }

    private var stations: [PointsFigure.Station] {
        points.flatMap { $0.path.prefix(Limit.lanes * 4) }.filter { figure.isOnAxes($0.x, $0.y) }
    }

    private func extent(_ values: [Double], _ isLogarithmic: Bool, _ split: Double?) -> (Double, Double) {
        var values = values
        if let split, Numeral.isDrawable(split), !isLogarithmic || split > 1e-9 { values.append(split) }
        guard let low = values.min(), let high = values.max() else { return (0, 1) }
        if isLogarithmic { return (low / 1.25, high * 1.25) }
        let ticks = Ticks(fitting: low, high, count: 6)
        return (ticks.low, ticks.high)
    }

    /// The largest first, so that the small ones lie on them.
    private var order: [PointsFigure.Point] {
        points.indices.sorted { (radius(points[$1]), $0) < (radius(points[$0]), $1) }.map { points[$0] }
    }

    private func radius(_ point: PointsFigure.Point) -> Double {
        guard let size = point.size, Numeral.isDrawable(size), size >= 0, largestSize > 0 else { return Self.plain }
        return Self.least + (Self.largest - Self.least) * (size / largestSize).squareRoot()
    }

    private func title(_ point: PointsFigure.Point) -> String {
        var text = "\(Sheet.short(point.label)): \(Numeral.brief(point.x) ?? "?"), \(Numeral.brief(point.y) ?? "?")"
        if let size = point.size.flatMap({ Numeral.brief($0) }) { text += "; \(size)" }
        return text
    }

    // MARK: - Quadrants

    private mutating func split(_ plot: Plot) {
        guard let split = figure.quadrants, plot.x.holds(split.x), plot.y.holds(split.y) else { return }
        let (x, y, box) = (plot.x(split.x), plot.y(split.y), plot.box)
        sheet.drawing.line(x, box.y, x, box.bottom, .reference)
        sheet.drawing.line(box.x, y, box.right, y, .reference)
    }

    /// Captions in the corners, or where marks stand there as near to them as there is room.
    private mutating func quadrants(_ plot: Plot, _ field: inout LabelField) {
        guard let split = figure.quadrants, plot.x.holds(split.x), plot.y.holds(split.y) else { return }
        let (x, y, box) = (plot.x(split.x), plot.y(split.y), plot.box)
        var font = Font.label.bold
        font.style = Font.note.style
        let corners: [(String, Bool, Bool)] = [
            (split.upperLeft, true, true), (split.upperRight, false, true), (split.lowerLeft, true, false),
            (split.lowerRight, false, false),
        ]
        for (text, isLeft, isUpper) in corners where !text.isEmpty {
            let room = (isLeft ? x - box.x : box.right - x) - 12
            let height = isUpper ? y - box.y : box.bottom - y
            let side = "\(isUpper ? "Upper" : "Lower") \(isLeft ? "left" : "right")"
            let label = Wrapping.cut(Sheet.short(text), font, room)
            // beside the cross; a caption keeps the end that it has in the corner
            let inner = isLeft ? x - 6 - font.width(label) : x + 6 + font.width(label)
            let anchor: Anchor = isLeft ? .start : .end
            // along the edge first, then away from it
            var places: [(x: Double, y: Double)] = []
            for row in 0..<4 {
                let away = Double(row) * Self.captionRow
                let base = isUpper ? box.y + 14 + away : box.bottom - 7 - away
                places.append((isLeft ? box.x + 6 : box.right - 6, base))
                places.append((inner, base))
            }
            let place = places.first { field.isFree(.text(label, $0.x, $0.y, font, anchor)) }
            guard room > 40, height > 20, let place else {
                sheet.remark("\(side): \(Sheet.short(text))")
                continue
            }
            sheet.drawing.text(label, place.x, place.y, font.haloed, anchor)
            field.take(.text(label, place.x, place.y, font, anchor))
        }
    }

    // MARK: - Courses

    /// From pale to strong: each leg is more opaque than the one before.
    private mutating func paths(_ plot: Plot) {
        for point in points {
            let legs = course(point)
            guard legs.count > 1 else { continue }
            for (index, (from, to)) in zip(legs, legs.dropFirst()).enumerated() {
                var style = Style.line(0, width: 1.4, isPlain: true)
                style.opacity = 0.2 + 0.7 * Double(index + 1) / Double(legs.count - 1)
                sheet.drawing.line(plot.x(from.x), plot.y(from.y), plot.x(to.x), plot.y(to.y), style)
            }
            for (index, leg) in legs.dropLast().enumerated() {
                let share = 0.25 + 0.65 * Double(index + 1) / Double(legs.count)
                sheet.drawing.circle(plot.x(leg.x), plot.y(leg.y), 1.8, .area(0, opacity: share))
            }
        }
    }

    private func course(_ point: PointsFigure.Point) -> [(year: Int?, x: Double, y: Double)] {
        var legs: [(year: Int?, x: Double, y: Double)] = point.path.prefix(Limit.lanes * 4)
            .filter { figure.isOnAxes($0.x, $0.y) }.map { ($0.year, $0.x, $0.y) }
        guard let last = legs.last else { return [] }
        if last.x != point.x || last.y != point.y { legs.append((nil, point.x, point.y)) }
        return legs
    }

    /// The years of the first and the last station, where they have room.
    private mutating func years(_ plot: Plot, _ field: inout LabelField) {
        var font = Font.small.haloed
        font.style.fill = Font.note.style.fill
        for point in points.prefix(PointsFigure.mostLabels) {
            let legs = course(point)
            guard legs.count > 1, let first = legs.first, let last = legs.last else { continue }
            for (leg, radius) in [(first, 2.0), (last, radius(point))] {
                guard let year = leg.year else { continue }
                let text = CivilDay.text(year: year)
                let width = font.width(text)
                guard
                    let place = field.place(
                        width: width, height: font.size, x: plot.x(leg.x), y: plot.y(leg.y), radius: radius),
                    place.leader == nil
                else { continue }
                sheet.drawing.text(text, place.box.x, place.box.y + font.size * 0.8, font)
            }
        }
    }

    // MARK: - Labels

    private mutating func labels(_ plot: Plot, _ field: inout LabelField) {
        let font = Font.label
        let named = order.filter { !$0.label.isEmpty }
        var left = max(0, named.count - PointsFigure.mostLabels)
        for point in named.prefix(PointsFigure.mostLabels) {
            let text = Wrapping.cut(Sheet.short(point.label), font, plot.box.width * 0.4)
            let (x, y) = (plot.x(point.x), plot.y(point.y))
            guard
                let place = field.place(
                    width: font.width(text), height: font.size * 1.02, x: x, y: y, radius: radius(point))
            else {
                left += 1
                continue
            }
            if let leader = place.leader {
                sheet.drawing.line(leader[0], leader[1], leader[2], leader[3], .leader)
            }
            sheet.drawing.text(text, place.box.x, place.box.y + font.size * 0.8, font.haloed)
        }
        sheet.remark(left, "label", "without room left out")
    }
}
