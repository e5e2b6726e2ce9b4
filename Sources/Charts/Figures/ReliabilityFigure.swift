/// How often what was forecast at some probability came about: a calibrated forecast lies on the diagonal.
public struct ReliabilityFigure: Figure {
    public struct Bin: Sendable, Hashable {
        /// From which probability to which, within 0...1.
        public var range: ClosedRange<Double>
        /// The mean forecast of the bin.
        public var forecast: Double
        /// The share that came about; `nil` where the bin is empty.
        public var observed: Double?
        public var count: Int
        /// The interval of the share, where there is one.
        public var low: Double?
        public var high: Double?

        public init(
            range: ClosedRange<Double>, forecast: Double, observed: Double?, count: Int, low: Double? = nil,
            high: Double? = nil
        ) {
            self.range = range
            self.forecast = forecast
            self.observed = observed
            self.count = count
            self.low = low
            self.high = high
        }
    }

    /// The most bins that are drawn.
    public static let mostBins = 50

    public var caption: Caption
    public var bins: [Bin]
    public var forecast = Axis("Forecast probability")
    public var observed = Axis("Observed frequency")
    /// What a forecast is of: "pairs".
    public var counts = Axis("Forecasts")

    public init(caption: Caption, bins: [Bin]) {
        self.caption = caption
        self.bins = bins
    }

    public func svg(width: Double) -> String {
        var sheet = Sheet(caption, width: width)
        let sound = bins.filter(Self.isSound).prefix(Self.mostBins)
        sheet.remark(bins.count - sound.count, "bin", "left out: not within 0 and 1, or beyond \(Self.mostBins)")
        guard sound.contains(where: { $0.count > 0 && $0.observed != nil }) else {
            sheet.empty()
            return sheet.finish("No data. \(caption.emptiness ?? "")")
        }
        let order = sound.indices.sorted { (sound[$0].forecast, $0) < (sound[$1].forecast, $1) }
        var drawing = ReliabilityDrawing(figure: self, bins: order.map { sound[$0] }, sheet: sheet)
        drawing.draw()
        var summary = "\(observed.text) against \(forecast.text)."
        for bin in drawing.bins {
            summary += " Forecast \(ReliabilityDrawing.share(bin.forecast)): observed "
            summary += "\(bin.observed.map(ReliabilityDrawing.share) ?? "nothing"), \(Numeral.brief(bin.count))."
        }
        return drawing.sheet.finish(summary)
    }

    private static func isSound(_ bin: Bin) -> Bool {
        let values = [bin.range.lowerBound, bin.range.upperBound, bin.forecast, bin.observed, bin.low, bin.high]
        return bin.count >= 0 && values.allSatisfy { $0.map { (0...1).contains($0) } ?? true }
    }
}
