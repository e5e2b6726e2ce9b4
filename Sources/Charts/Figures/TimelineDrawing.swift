/// Draws a timeline from the top to the bottom: legend, names of events, bursts, bars, axis, strips of coverage.
struct TimelineDrawing {
    let figure: TimelineFigure
    let stack: Stack
    let coverage: Coverage
    var sheet: Sheet

    private static let laneHeight = 8.0
    private static let burstHeight = 7.0
    private static let burstGap = 4.0

    private var lanes: ArraySlice<Coverage.Lane> { coverage.lanes.prefix(Coverage.mostLanes) }

    mutating func draw() {
        sheet.legend(keys)
        let highest = max(stack.most, rates.map { max($0.rate, $0.high ?? 0) }.max() ?? 0)
        let height = min(max(sheet.width * 0.34, 170), 330).rounded()
        let count = Plot.rows(height)
        let ticks = Ticks(fitting: 0, highest > 0 ? highest : 1, count: count, isWhole: stack.isWhole)
        let (most, marks) = (ticks.high, Mark.all(ticks))
        let column = max(Mark.width(marks) + 8, namesFit ? namesWidth + 8 : 0)
        let left = sheet.left + column
        let days = stack.days
        let x = Scale(Double(days.lowerBound), Double(days.upperBound), from: left, to: sheet.right - 4)
        sheet.yName(figure.counts)
        let events = placedEvents(x, left)
        let rows = events.rows
        let rowsTop = sheet.top
        sheet.top += Double(rows) * EventRows.height + (rows > 0 ? 3 : 0)
        let burstTop = sheet.top
        if !figure.bursts.isEmpty { sheet.top += Self.burstHeight + Self.burstGap }
        let box = Box(x: left, y: sheet.top, width: sheet.right - 4 - left, height: height)
        let plot = Plot(box: box, x: x, y: Scale(0, most, from: box.bottom, to: box.y))
        gaps(plot)
        sheet.rows(plot, marks)
        bursts(plot, burstTop)
        bars(plot)
        axis(plot)
        let foot = strips(plot)
        changes(plot, foot)
        self.events(events, plot, rowsTop)
        phases(plot)
        remarks()
    }

    // MARK: - Legend

    private var keys: [Sheet.Key] {
        var keys: [Sheet.Key] = []
        if stack.names.count > 1 {
            keys += stack.names.enumerated().map { Sheet.Key(sign: .area(.area($0)), label: $1) }
        }
        if !rates.isEmpty { keys.append(Sheet.Key(sign: .line(.rate), label: figure.rateName)) }
        for level in 1...4 where figure.bursts.contains(where: { min(max($0.level, 1), 4) == level }) {
            keys.append(Sheet.Key(sign: .area(.burst(level)), label: "burst, level \(level)"))
        }
        if !coverage.gaps.isEmpty { keys.append(Sheet.Key(sign: .hatched, label: "no source reports")) }
        if !coverage.changes.isEmpty {
            keys.append(Sheet.Key(sign: .upright(.change), label: "set of sources changes"))
        }
        return keys
    }

    // MARK: - The plot

    /// The part of some days that the figure shows, in pixels.
    private func span(_ days: Range<Int>, _ plot: Plot) -> (left: Double, right: Double)? {
        let first = max(days.lowerBound, stack.days.lowerBound)
        let last = min(days.upperBound, stack.days.upperBound)
        guard first < last else { return nil }
        return (plot.x(Double(first)), plot.x(Double(last)))
    }

    private func open(_ days: ClosedRange<Int>) -> Range<Int> {
        let end = days.upperBound < Int.max ? days.upperBound + 1 : Int.max
        return days.lowerBound..<max(end, days.lowerBound)
    }

    private mutating func gaps(_ plot: Plot) {
        for gap in coverage.gaps {
            guard let span = span(gap, plot), span.right - span.left > 0.2 else { continue }
            sheet.hatch(
                Box(x: span.left, y: plot.box.y, width: span.right - span.left, height: plot.box.height))
        }
    }

    private mutating func bars(_ plot: Plot) {
        for bar in stack.bars where bar.isKnown {
            guard let span = span(bar.days, plot) else { continue }
            let width = span.right - span.left
            let pad = width >= 4 ? min(3, width * 0.1) : 0
            let told = telling(bar)
            let stack = bar.values
            sheet.drawing.element("g", ["class": "fig-bar"]) { out in
                out.element("title", told)
                var base = plot.y(0)
                for (place, value) in stack.enumerated() where value > 0 {
                    let height = plot.box.bottom - plot.y(value)
                    out.rectangle(
                        Box(x: span.left + pad, y: base - height, width: width - 2 * pad, height: height), .area(place))
                    base -= height
                }
            }
        }
    }

    private func telling(_ bar: Stack.Bar) -> String {
        let parts = zip(stack.names, bar.values).map { name, value in
            "\(Numeral.brief(value) ?? "?")\(name.isEmpty ? "" : " \(name)")"
        }
        return "\(bar.label): \(parts.joined(separator: ", "))"
    }

    private mutating func bursts(_ plot: Plot, _ top: Double) {
        let sorted = figure.bursts.prefix(Limit.stretches).enumerated().sorted {
            ($0.element.level, $0.offset) < ($1.element.level, $1.offset)
        }
        // the higher level over the lower
        for (_, burst) in sorted {
            guard let span = span(open(burst.days), plot) else { continue }
            sheet.drawing.rectangle(
                Box(x: span.left, y: top, width: max(span.right - span.left, 1), height: Self.burstHeight),
                .burst(burst.level))
        }
    }

    /// Names of periods below their bars where all have room, else the years.
    private mutating func axis(_ plot: Plot) {
        let foot = plot.box.bottom
        sheet.drawing.line(plot.box.x, foot, plot.box.right, foot, .axis)
        let fits = stack.bars.allSatisfy { bar in
            guard let span = span(bar.days, plot) else { return false }
            return Font.tick.width(bar.label) + 5 <= span.right - span.left
        }
        if fits {
            for bar in stack.bars {
                guard let span = span(bar.days, plot) else { continue }
                sheet.drawing.line(span.left, foot, span.left, foot + 4, .tick)
                sheet.drawing.text(
                    Sheet.short(bar.label), (span.left + span.right) / 2, foot + 16, .tick, .middle)
            }
            sheet.top = foot + 20
            return
        }
        let (first, last) = (CivilDay(stack.days.lowerBound), CivilDay(stack.days.upperBound - 1))
        let years = last.year - first.year + 1
        let step = DayTicks.yearStep(years, Int(plot.box.width / 36))
        let width = Font.tick.width("2000")
        var year = first.year
        while year <= last.year {
            defer { year += 1 }
            let isLabelled = year % step == 0
            guard isLabelled || years < 60 else { continue }
            let start = CivilDay(year: year, month: 1, day: 1).number
            let end = CivilDay(year: year + 1, month: 1, day: 1).number
            guard let span = span(start..<end, plot) else { continue }
            if start >= stack.days.lowerBound {
                sheet.drawing.line(span.left, foot, span.left, foot + (isLabelled ? 5 : 3), .tick)
            }
            guard isLabelled, span.right - span.left > 0 else { continue }
            let middle = (span.left + span.right) / 2
            // a year of which a part is shown may have less room than its name
            guard span.right - span.left >= width || step > 1 || years == 1 else { continue }
            guard middle - width / 2 > plot.box.x - 6 else { continue }
            sheet.drawing.text(
                CivilDay.text(year: year), min(middle, sheet.right - width / 2), foot + 16, .tick, .middle)
        }
        sheet.top = foot + 20
    }

    // MARK: - Coverage

    private var namesWidth: Double { lanes.map { Font.small.width(Sheet.short($0.name)) }.max() ?? 0 }
    private var namesFit: Bool { namesWidth <= min(sheet.inner * 0.22, 170) }

    /// One strip a source; returns how far down they reach.
    private mutating func strips(_ plot: Plot) -> Double {
        guard !lanes.isEmpty else { return plot.box.bottom }
        sheet.top += 8
        let fits = namesFit
        for lane in lanes {
            let name = Wrapping.cut(Sheet.short(lane.name), .small, fits ? namesWidth + 1 : plot.box.width)
            if !fits {
                sheet.drawing.text(name, plot.box.x, sheet.top + 9, .small)
                sheet.top += 12
            } else {
                sheet.drawing.text(name, plot.box.x - 8, sheet.top + 7.5, .small, .end)
            }
            let y = sheet.top
            sheet.drawing.rectangle(
                Box(x: plot.box.x, y: y, width: plot.box.width, height: Self.laneHeight), .lane)
            for stretch in lane.stretches {
                guard let span = span(stretch, plot) else { continue }
                sheet.drawing.rectangle(
                    Box(x: span.left, y: y, width: max(span.right - span.left, 0.3), height: Self.laneHeight),
                    .covered, title: "\(Sheet.short(lane.name)): \(Self.dates(stretch))")
            }
            sheet.top += Self.laneHeight + (fits ? 6 : 4)
        }
        return sheet.top - (fits ? 6 : 4)
    }

    private static func dates(_ days: Range<Int>) -> String {
        "\(CivilDay(days.lowerBound).iso) to \(CivilDay(days.upperBound - 1).iso)"
    }

    /// More marks than this go through the strips alone: through the bars they would hide them.
    private static let mostChangesThroughBars = 40

    /// Dashed lines where the set of sources changes; those that would touch are one.
    private mutating func changes(_ plot: Plot, _ foot: Double) {
        var places: [Double] = []
        for day in coverage.changes {
            let x = plot.x(Double(day))
            if x - (places.last ?? -.infinity) >= 2.5 { places.append(x) }
        }
        let top = places.count > Self.mostChangesThroughBars ? plot.box.bottom - 5 : plot.box.y
        for x in places {
            // not through the names of the years
            sheet.drawing.line(x, top, x, plot.box.bottom, .change)
            if foot > plot.box.bottom + 24 { sheet.drawing.line(x, plot.box.bottom + 24, x, foot, .change) }
        }
    }

    // MARK: - Events and phases

    private func placedEvents(_ x: Scale, _ left: Double) -> EventRows {
        let shown = figure.events.prefix(Limit.stretches).filter { stack.days.contains($0.day) }
        return EventRows(
            shown.map { (x: x(Double($0.day)), label: $0.label) }, left: sheet.left, right: sheet.right)
    }

    private mutating func events(_ rows: EventRows, _ plot: Plot, _ top: Double) {
        var unnamed: [String] = []
        for place in rows.places {
            guard let row = place.row else {
                sheet.drawing.line(place.x, plot.box.y, place.x, plot.box.bottom, .event)
                unnamed.append(place.label)
                continue
            }
            let base = top + Double(rows.rows - row) * EventRows.height - 2
            sheet.drawing.line(place.x, base - 8, place.x, plot.box.bottom, .event)
            sheet.drawing.text(
                place.label, place.anchor == .start ? place.x + 4 : place.x - 4, base, EventRows.font, place.anchor)
        }
        let named = unnamed.filter { !$0.isEmpty }
        if !named.isEmpty {
            let listed = named.prefix(8).joined(separator: ", ")
            sheet.remark(
                "Marked without room for a name: \(listed)\(named.count > 8 ? " and \(named.count - 8) more" : "")")
        }
    }

    /// The phases of which the rate can be drawn.
    private var rates: [TimelineFigure.Phase] {
        figure.phases.prefix(Limit.stretches).filter {
            Numeral.isDrawable($0.rate) && $0.rate >= 0 && ($0.high.map { Numeral.isDrawable($0) } ?? true)
                && ($0.low.map { Numeral.isDrawable($0) } ?? true)
                && $0.days.overlaps(stack.days.lowerBound...stack.days.upperBound - 1)
        }
    }

    private mutating func phases(_ plot: Plot) {
        let rates = rates.sorted { ($0.days.lowerBound, $0.days.upperBound) < ($1.days.lowerBound, $1.days.upperBound) }
        var line = Path()
        for phase in rates {
            guard let span = span(open(phase.days), plot) else { continue }
            if let low = phase.low, let high = phase.high, high > low {
                let (top, bottom) = (plot.y(high), plot.y(max(low, 0)))
                sheet.drawing.rectangle(
                    Box(x: span.left, y: top, width: span.right - span.left, height: bottom - top), .rateBand)
            }
            line.to(span.left, plot.y(phase.rate))
            line.to(span.right, plot.y(phase.rate))
        }
        sheet.drawing.path(line, .rateUnder)
        sheet.drawing.path(line, .rate)
        var field = LabelField(
            bounds: Box(x: plot.box.x, y: plot.box.y - 2, width: plot.box.width + 4, height: plot.box.height))
        var unnamed: [String] = []
        let font = Font.label.bold.haloed
        for phase in rates {
            guard let span = span(open(phase.days), plot), let label = Numeral.brief(phase.rate) else { continue }
            let width = font.width(label)
            let half = width / 2
            let middle = min(max((span.left + span.right) / 2, plot.box.x + half), plot.box.right - half)
            let y = plot.y(phase.rate)
            let box = [y - 5, y + 14, y - 18, y + 27].lazy.map { Box.text(label, middle, $0, font, .middle) }
                .first { field.isFree($0) }
            guard let box else {
                unnamed.append("\(CivilDay(phase.days.lowerBound).iso): \(label)")
                continue
            }
            field.take(box)
            sheet.drawing.text(label, middle, box.y + font.size * 0.8, font, .middle)
        }
        if !unnamed.isEmpty {
            let listed = unnamed.prefix(8).joined(separator: ", ")
            sheet.remark(
                "Rates without room for a number, from the day: \(listed)\(unnamed.count > 8 ? " and \(unnamed.count - 8) more" : "")"
            )
        }
    }

    // MARK: - What is not shown

    private mutating func remarks() {
        if coverage.lanes.isEmpty { sheet.remark("Coverage is not told: a low count may be one that nobody reported") }
        sheet.remark(stack.refused, "value", "left out: negative, no number or too great")
        sheet.remark(stack.misplaced, "period", "left out: begins on the day of another, or beyond the limits")
        sheet.remark(coverage.lanes.count - lanes.count, "source", "without a strip of its own")
        sheet.remark(coverage.refused, "stretch", "of coverage beyond the limit left out", many: "stretches")
        let outside = figure.events.filter { !stack.days.contains($0.day) }.count
        sheet.remark(outside, "event", "outside the days shown")
        sheet.remark(figure.phases.count - rates.count, "phase", "without a rate that can be drawn")
    }
}
