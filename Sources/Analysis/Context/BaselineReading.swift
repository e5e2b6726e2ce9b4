public import Diplomacy

/// How a count stands to what is usual.
public struct BaselineReading: Hashable, Sendable {
    /// The days that were counted.
    public let days: ClosedRange<Day>
    /// What was counted.
    public let keys: [String]
    /// How many months the sources cover of the days, above 0.
    public let exposure: Double
    /// What the expectation rests on: its months, counts and window.
    public let model: CountModel
    /// The mean of what was to be expected.
    public let expected: Double
    /// From the 5 % to the 95 % quantile of what was to be expected.
    public let interval: ClosedRange<Int>
    /// How unusual the count is on either side (mid-p), 0 to 1; small for few and for many.
    public let midP: Double

    init(days: ClosedRange<Day>, keys: [String], exposure: Double, model: CountModel) {
        let prediction = model.prediction(exposure: exposure)
        self.days = days
        self.keys = keys
        self.exposure = exposure
        self.model = model
        expected = prediction.mean
        interval = prediction.quantiles(0.05, 0.95)
        midP = prediction.midP(keys.count)
    }

    public var count: Int { keys.count }

    /// How usual it is, in words: as usual from 20 % on, somewhat more or fewer from 5 %, unusually from 1 %, below that very unusually.
    public var words: String {
        let side = Double(count) > expected ? "many" : "few"
        switch midP {
        case 0.2...: return "as usual"
        case 0.05...: return "somewhat \(side == "many" ? "more" : "fewer") than usual"
        case 0.01...: return "unusually \(side)"
        default: return "very unusually \(side)"
        }
    }
}
