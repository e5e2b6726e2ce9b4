/// Counts by month, quarter or year as stacked bars, above one strip for each source with the days on which it reports, so that a
/// reader sees where a count is low because nobody reported.
public struct TimelineFigure: Figure {
    /// How long a bar is.
    public enum Unit: Sendable, Hashable {
        case month, quarter, year

        var months: Int {
            switch self {
            case .month: 1
            case .quarter: 3
            case .year: 12
            }
        }

        var word: String {
            switch self {
            case .month: "month"
            case .quarter: "quarter"
            case .year: "year"
            }
        }
    }

    public struct Period: Sendable, Hashable {
        public var label: String
        /// Days since 1970-01-01. The period ends before the day that is a unit later.
        public var startDay: Int

        public init(label: String, startDay: Int) {
            self.label = label
            self.startDay = startDay
        }
    }

    public struct Series: Sendable, Hashable {
        public var name: String
        /// One for each period, in the order of the periods; 0 or more. What is missing at the end is not known.
        public var values: [Double]

        public init(name: String, values: [Double]) {
            self.name = name
            self.values = values
        }
    }

    public struct Source: Sendable, Hashable {
        public var name: String
        /// Days since 1970-01-01 on which the source reports, or would have.
        public var stretches: [ClosedRange<Int>]

        public init(name: String, stretches: [ClosedRange<Int>]) {
            self.name = name
            self.stretches = stretches
        }
    }

    /// A stretch of time of one rate, on the axis of the counts.
    public struct Phase: Sendable, Hashable {
        /// Days since 1970-01-01, both included.
        public var days: ClosedRange<Int>
        public var rate: Double
        /// The interval of the rate, where it has one.
        public var low: Double?
        public var high: Double?

        public init(days: ClosedRange<Int>, rate: Double, low: Double? = nil, high: Double? = nil) {
            self.days = days
            self.rate = rate
            self.low = low
            self.high = high
        }
    }

    public struct Burst: Sendable, Hashable {
        public var days: ClosedRange<Int>
        /// 1 to 4; others are taken as the nearest.
        public var level: Int

        public init(days: ClosedRange<Int>, level: Int) {
            self.days = days
            self.level = level
        }
    }

    public struct Event: Sendable, Hashable {
        /// Days since 1970-01-01.
        public var day: Int
        public var label: String

        public init(day: Int, label: String) {
            self.day = day
            self.label = label
        }
    }

    public var caption: Caption
    public var unit: Unit
    /// What is counted, and per what.
    public var counts: Axis
    public var periods: [Period]
    /// Up to six, the lowest of the stack first; the sixth and those after it are summed where there are more.
    public var series: [Series]
    public var coverage: [Source]
    public var phases: [Phase] = []
    /// What the line of the phases is: "mean a year, by phase".
    public var rateName = "rate by phase"
    public var bursts: [Burst] = []
    public var events: [Event] = []

    public init(
        caption: Caption, unit: Unit, counts: Axis, periods: [Period], series: [Series], coverage: [Source]
    ) {
        self.caption = caption
        self.unit = unit
        self.counts = counts
        self.periods = periods
        self.series = series
        self.coverage = coverage
    }

    public func svg(width: Double) -> String {
        var sheet = Sheet(caption, width: width)
        let stack = Stack(self)
        guard stack.hasValues else {
            sheet.empty()
            return sheet.finish("No data. \(caption.emptiness ?? "")")
        }
        let coverage = Coverage(self.coverage, days: stack.days)
        var drawing = TimelineDrawing(figure: self, stack: stack, coverage: coverage, sheet: sheet)
        drawing.draw()
        return drawing.sheet.finish(stack.summary(counts, unit))
    }
}
