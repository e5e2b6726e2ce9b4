/// Where an axis of numbers is marked, and how the marks are labelled: after Heckbert 1990, "Nice numbers for graph labels" (Graphics
/// Gems I): steps of 1, 2 or 5 times a power of ten.
struct Ticks: Equatable, Sendable {
    /// The most marks of an axis.
    static let most = 40

    let values: [Double]
    let step: Double
    /// Decimals of every label.
    let decimals: Int

    /// Marks at the multiples of a nice step that lie from `low` to `high`.
    /// - Parameters:
    ///   - count: marks wanted, about; at most 24.
    ///   - isWhole: whether only whole numbers are marked, as for counts.
    init(_ low: Double, _ high: Double, count: Int, isWhole: Bool = false) {
        self.init(Scale(low, high, from: 0, to: 1), count, isWhole, (1, .up, .down))
    }

    /// Marks from the last multiple of a nice step that is not above `low` to the first that is not below `high`: an axis from the
    /// first mark to the last holds both.
    init(fitting low: Double, _ high: Double, count: Int, isWhole: Bool = false) {
        self.init(Scale(low, high, from: 0, to: 1), count, isWhole, (-1, .down, .up))
    }

    private init(
        _ scale: Scale, _ count: Int, _ isWhole: Bool,
        _ ends: (slack: Double, low: FloatingPointRoundingRule, high: FloatingPointRoundingRule)
    ) {
        let gaps = Double(min(max(count, 2), 24) - 1)
        let (step, decimals) = Self.step((scale.high - scale.low) / gaps, isWhole: isWhole)
        // a multiple that is missed by a rounding error is met
        var at = (scale.low / step - ends.slack * 1e-7).rounded(ends.low)
        let last = (scale.high / step + ends.slack * 1e-7).rounded(ends.high)
        var values: [Double] = []
        while at <= last, values.count < Self.most {
            values.append(Self.product(at, step, decimals))
            at += 1
        }
        (self.values, self.step, self.decimals) = (values, step, decimals)
    }

    /// The first and the last mark.
    var low: Double { values.first ?? 0 }
    var high: Double { values.last ?? 1 }

    var labels: [String] { values.map { Numeral.fixed($0, decimals: decimals) ?? "" } }

    /// A product of whole numbers over a power of ten, so that 3 times 0.1 is 0.3.
    private static func product(_ times: Double, _ step: Double, _ decimals: Int) -> Double {
        let unit = Double(Numeral.power(decimals))
        return times == 0 ? 0 : times * (step * unit).rounded() / unit
    }

    private static func step(_ rough: Double, isWhole: Bool) -> (step: Double, decimals: Int) {
        var (power, decimals) = (1.0, 0)
        while rough >= power * 10, power < Numeral.greatest { power *= 10 }
        while rough < power, decimals < Numeral.mostDecimals {
            decimals += 1
            power = 1 / Double(Numeral.power(decimals))
        }
        let share = rough / power
        var step = (share < 1.5 ? 1 : share < 3 ? 2 : share < 7 ? 5 : 10) * power
        if share >= 7, decimals > 0 { decimals -= 1 }
        if isWhole, step < 1 { (step, decimals) = (1, 0) }
        return (step, decimals)
    }

    /// Marks of a logarithmic axis: powers of ten, and where they are few also their double and their fivefold; where there are none
    /// of these, those of a linear one.
    static func logarithmic(_ low: Double, _ high: Double, count: Int) -> [(value: Double, label: String)] {
        guard low > 0, high > low, Numeral.isDrawable(high) else { return [] }
        var powers: [Double] = []
        var power = 1.0
        while power > low, power > 1e-12 { power /= 10 }
        while power <= high, powers.count < 40 {
            powers.append(power)
            power *= 10
        }
        let whole = powers.filter { $0 >= low * (1 - 1e-9) }
        var marks = whole
        if whole.count <= max(2, count / 2) {
            let parts = powers.flatMap { power in [1, 2, 5].map { $0 * power } }
            marks = parts.filter { $0 >= low * (1 - 1e-9) && $0 <= high * (1 + 1e-9) }
        }
        if marks.count < 2 {
            let linear = Ticks(low, high, count: count)
            return zip(linear.values, linear.labels).filter { $0.0 > 0 }.map { ($0, $1) }
        }
        let every = max(1, (marks.count + count) / max(1, count + 1))
        return marks.enumerated().filter { $0.offset % every == 0 }.compactMap { _, mark in
            Numeral.brief(mark).map { (mark, $0) }
        }
    }
}
