/// Lines over years, days or numbers, with intervals around them where they have some; also in steps, as survival curves are.
public struct LinesFigure: Figure {
    /// What the level axis counts in.
    public enum Course: Sendable, Hashable {
        case years
        /// Days since 1970-01-01.
        case days
        case numbers
    }

    public struct Point: Sendable, Hashable {
        public var x: Double
        /// `nil` where nothing is known: the line is broken.
        public var y: Double?
        /// The interval, where there is one.
        public var low: Double?
        public var high: Double?

        public init(x: Double, y: Double?, low: Double? = nil, high: Double? = nil) {
            self.x = x
            self.y = y
            self.low = low
            self.high = high
        }
    }

    public struct Series: Sendable, Hashable {
        public var name: String
        public var points: [Point]
        /// Whether a value holds until the next one.
        public var isStepped: Bool

        public init(name: String, points: [Point], isStepped: Bool = false) {
            self.name = name
            self.points = points
            self.isStepped = isStepped
        }
    }

    /// How far the upright axis reaches.
    public enum Extent: Sendable, Hashable {
        case fitted
        case fixed(ClosedRange<Double>)
    }

    /// The stretch at the end of which nothing is known yet.
    public struct Unknown: Sendable, Hashable {
        public var after: Double
        /// "no data after 2019".
        public var label: String

        public init(after: Double, label: String) {
            self.after = after
            self.label = label
        }
    }

    /// The most lines of one figure; those beyond are counted in the footer.
    public static let mostSeries = 12

    public var caption: Caption
    public var course: Course
    public var x: Axis
    public var y: Axis
    public var series: [Series]
    public var extent = Extent.fitted
    /// What the level axis shows; `nil` for the points and no more.
    public var span: ClosedRange<Double>?
    public var hasZeroLine = false
    public var unknown: Unknown?

    public init(caption: Caption, course: Course, x: Axis, y: Axis, series: [Series]) {
        self.caption = caption
        self.course = course
        self.x = x
        self.y = y
        self.series = series
    }

    public func svg(width: Double) -> String {
        var sheet = Sheet(caption, width: width)
        let curves = Curves(self)
        guard !curves.isEmpty else {
            sheet.empty()
            return sheet.finish("No data. \(caption.emptiness ?? "")")
        }
        var drawing = LinesDrawing(figure: self, curves: curves, sheet: sheet)
        drawing.draw()
        return drawing.sheet.finish(curves.summary(self))
    }
}

/// The points of a figure of lines that can be drawn, in order, and how many cannot.
struct Curves {
    struct Curve {
        var name: String
        var isStepped: Bool
        var points: [LinesFigure.Point]

        /// The last point with a value.
        var last: LinesFigure.Point? { points.last { $0.y != nil } }
    }

    private(set) var curves: [Curve] = []
    private(set) var refused = 0
    private(set) var omitted = 0
    private(set) var x: ClosedRange<Double> = 0...1
    private(set) var y: ClosedRange<Double> = 0...1

    init(_ figure: LinesFigure) {
        omitted = max(0, figure.series.count - LinesFigure.mostSeries)
        for one in figure.series.prefix(LinesFigure.mostSeries) {
            refused += max(0, one.points.count - Limit.marks)
            var points: [LinesFigure.Point] = []
            for point in one.points.prefix(Limit.marks) {
                guard Numeral.isDrawable(point.x) else {
                    refused += 1
                    continue
                }
                var kept = point
                kept.y = drawable(point.y)
                kept.low = drawable(point.low)
                kept.high = drawable(point.high)
                if kept.y == nil { (kept.low, kept.high) = (nil, nil) }
                if let low = kept.low, let high = kept.high, low > high { (kept.low, kept.high) = (high, low) }
                points.append(kept)
            }
            let ordered = points.indices.sorted { (points[$0].x, $0) < (points[$1].x, $1) }.map { points[$0] }
            curves.append(Curve(name: one.name, isStepped: one.isStepped, points: ordered))
        }
        measure(figure)
    }

    private mutating func drawable(_ value: Double?) -> Double? {
        guard let value else { return nil }
        if Numeral.isDrawable(value) { return value }
        refused += 1
        return nil
    }

    private mutating func measure(_ figure: LinesFigure) {
        let told = curves.flatMap(\.points)
        let known = told.filter { $0.y != nil }
        if let span = figure.span, Numeral.isDrawable(span.lowerBound), Numeral.isDrawable(span.upperBound) {
            x = span
        } else if let first = told.map(\.x).min(), let last = told.map(\.x).max() {
            x = first...last
        }
        var values = known.filter { x.contains($0.x) }.flatMap { [$0.y, $0.low, $0.high].compactMap(\.self) }
        if figure.hasZeroLine { values.append(0) }
        if let low = values.min(), let high = values.max() { y = low...high }
        if case .fixed(let range) = figure.extent, Numeral.isDrawable(range.lowerBound),
            Numeral.isDrawable(range.upperBound)
        {
            y = range
        }
    }

    var isEmpty: Bool { !curves.contains { $0.points.contains { $0.y != nil && x.contains($0.x) } } }

    func summary(_ figure: LinesFigure) -> String {
        var text = "Lines: \(figure.y.text) by \(figure.x.text)."
        for curve in curves {
            let known = curve.points.filter { $0.y != nil }
            guard let last = curve.last, let y = last.y else {
                text += " \(curve.name): no data."
                continue
            }
            text += " \(curve.name): \(counted(known.count, "point")), last \(Numeral.brief(y) ?? "?")"
            if let low = last.low, let high = last.high, let from = Numeral.brief(low), let to = Numeral.brief(high) {
                text += " (\(from) to \(to))"
            }
            text += " at \(figure.course.label(last.x))."
        }
        return text
    }
}

extension LinesFigure.Course {
    func label(_ value: Double) -> String {
        switch self {
        case .years: value == value.rounded() ? CivilDay.text(year: Int(value)) : Numeral.brief(value) ?? "?"
        case .days: CivilDay(Int(value.rounded())).iso
        case .numbers: Numeral.brief(value) ?? "?"
        }
    }

    /// - Parameter count: the most marks there is room for.
    func marks(_ low: Double, _ high: Double, count: Int) -> [Mark] {
        switch self {
        case .numbers: return Mark.all(Ticks(low, high, count: count))
        case .years:
            let ticks = Ticks(low, high, count: count, isWhole: true)
            return ticks.values.map { Mark(value: $0, label: CivilDay.text(year: Int($0))) }
        case .days:
            return DayTicks(Int(low.rounded(.down)), Int(high.rounded(.up)), count: count).ticks.map {
                Mark(value: Double($0.day), label: $0.label)
            }
        }
    }
}
