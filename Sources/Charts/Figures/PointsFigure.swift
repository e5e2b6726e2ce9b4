/// Points on two axes, such as alignment across and dialogue up, with their courses over years where they have some.
public struct PointsFigure: Figure {
    public struct Station: Sendable, Hashable {
        public var year: Int
        public var x: Double
        public var y: Double

        public init(year: Int, x: Double, y: Double) {
            self.year = year
            self.x = x
            self.y = y
        }
    }

    public struct Point: Sendable, Hashable {
        public var label: String
        public var x: Double
        public var y: Double
        /// 0 or more; the area of the mark. `nil` for a mark of one size.
        public var size: Double?
        /// Where the point was before, the earliest first; the last may be where it is.
        public var path: [Station]

        public init(label: String, x: Double, y: Double, size: Double? = nil, path: [Station] = []) {
            self.label = label
            self.x = x
            self.y = y
            self.size = size
            self.path = path
        }
    }

    /// Where the plane is parted, and what each part is called.
    public struct Quadrants: Sendable, Hashable {
        public var x: Double
        public var y: Double
        public var upperLeft: String
        public var upperRight: String
        public var lowerLeft: String
        public var lowerRight: String

        public init(
            x: Double, y: Double, upperLeft: String = "", upperRight: String = "", lowerLeft: String = "",
            lowerRight: String = ""
        ) {
            self.x = x
            self.y = y
            self.upperLeft = upperLeft
            self.upperRight = upperRight
            self.lowerLeft = lowerLeft
            self.lowerRight = lowerRight
        }
    }

    /// The most points that are drawn, and the most that are tried for a label.
    public static let mostPoints = 5_000
    public static let mostLabels = 300

    public var caption: Caption
    public var x: Axis
    public var y: Axis
    public var points: [Point]
    /// What the area of a mark counts.
    public var size: Axis?
    public var quadrants: Quadrants?
    /// Where an axis is logarithmic, points at 0 and below are left out and counted.
    public var isXLogarithmic = false
    public var isYLogarithmic = false

    public init(caption: Caption, x: Axis, y: Axis, points: [Point]) {
        self.caption = caption
        self.x = x
        self.y = y
        self.points = points
    }

    public func svg(width: Double) -> String {
        var sheet = Sheet(caption, width: width)
        let shown = points.filter(isDrawable)
        guard !shown.isEmpty else {
            sheet.remark(points.count, "point", "left out: no number\(logarithmicExcuse)")
            sheet.empty()
            return sheet.finish("No data. \(caption.emptiness ?? "")")
        }
        var drawing = PointsDrawing(figure: self, points: Array(shown.prefix(Self.mostPoints)), sheet: sheet)
        drawing.sheet.remark(points.count - shown.count, "point", "left out: no number\(logarithmicExcuse)")
        drawing.sheet.remark(shown.count - Self.mostPoints, "point", "beyond \(Self.mostPoints) not shown")
        drawing.draw()
        var summary = "\(counted(shown.count, "point")): \(x.text) across, \(y.text) up."
        for point in shown.prefix(40) {
            summary +=
                " \(Sheet.short(point.label)): \(Numeral.brief(point.x) ?? "?"), \(Numeral.brief(point.y) ?? "?")."
        }
        return drawing.sheet.finish(summary)
    }

    private var logarithmicExcuse: String {
        isXLogarithmic || isYLogarithmic ? ", or not above 0 on a logarithmic axis" : ""
    }

    private func isDrawable(_ point: Point) -> Bool { isOnAxes(point.x, point.y) }

    func isOnAxes(_ x: Double, _ y: Double) -> Bool {
        Numeral.isDrawable(x) && Numeral.isDrawable(y) && (!isXLogarithmic || x > 1e-9) && (!isYLogarithmic || y > 1e-9)
    }
}
