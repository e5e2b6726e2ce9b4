/// The area within axes.
struct Plot {
    var box: Box
    var x: Scale
    var y: Scale

    /// About how many marks an upright axis of a height has room for.
    static func rows(_ height: Double) -> Int { max(2, Int(min(max(height, 0), 4_000) / 42)) }
}

/// A mark of an axis with its label.
struct Mark: Equatable, Sendable {
    var value: Double
    var label: String

    static func all(_ ticks: Ticks) -> [Mark] {
        zip(ticks.values, ticks.labels).map { Mark(value: $0, label: $1) }
    }

    static func of(_ scale: Scale, count: Int) -> [Mark] {
        scale.isLogarithmic
            ? Ticks.logarithmic(scale.low, scale.high, count: count).map { Mark(value: $0.value, label: $0.label) }
            : all(Ticks(scale.low, scale.high, count: count))
    }

    /// The widest label, in pixels.
    static func width(_ marks: [Mark]) -> Double { marks.map { Font.tick.width($0.label) }.max() ?? 0 }
}

extension Sheet {
    /// The name of the upright axis, above it; takes its height.
    mutating func yName(_ axis: Axis) {
        let lines = Wrapping.lines(Self.short(axis.text), .axis, inner, most: 2)
        top = drawing.lines(lines, left, top + 12, .axis) - Font.axis.leading + 9
    }

    /// Lines across the plot and their labels on its left.
    mutating func rows(_ plot: Plot, _ marks: [Mark]) {
        for mark in marks where plot.y.holds(mark.value) {
            let y = plot.y(mark.value)
            drawing.line(plot.box.x, y, plot.box.right, y, .grid)
            drawing.text(mark.label, plot.box.x - 6, y + 3.8, .tick, .end)
        }
    }

    /// Marks below the plot, the labels that have room, and the name of the axis; goes below them.
    mutating func columns(_ plot: Plot, _ marks: [Mark], _ axis: Axis, grid: Bool = false) {
        let foot = plot.box.bottom
        drawing.line(plot.box.x, foot, plot.box.right, foot, .axis)
        var last = -Double.infinity
        for mark in marks where plot.x.holds(mark.value) {
            let x = plot.x(mark.value)
            if grid { drawing.line(x, plot.box.y, x, foot, .grid) }
            drawing.line(x, foot, x, foot + 4, .tick)
            let width = Font.tick.width(mark.label)
            let middle = min(max(x, left + width / 2), right - width / 2)
            guard middle - width / 2 > last + 6 else { continue }
            last = middle + width / 2
            drawing.text(mark.label, middle, foot + 16, .tick, .middle)
        }
        top = foot + 20
        xName(axis, plot.box)
    }

    /// The name of the level axis, below its labels, at its right end.
    mutating func xName(_ axis: Axis, _ box: Box) {
        let lines = Wrapping.lines(Self.short(axis.text), .axis, box.width, most: 2)
        guard !lines.isEmpty else { return }
        top = drawing.lines(lines, box.right, top + 12, .axis, .end) - Font.axis.leading + 4
    }
}
