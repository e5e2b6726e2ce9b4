import Glibc

/// From values to pixels, linear or by powers of ten.
struct Scale: Sendable {
    /// Ends of this magnitude are none; an axis may reach a step beyond the greatest value that is drawn.
    private static let greatest = 100 * Numeral.greatest

    let low: Double
    let high: Double
    /// Pixels of `low` and of `high`.
    let from: Double
    let to: Double
    let isLogarithmic: Bool

    /// A stretch without length is widened; one that is not drawable is 0 to 1 (1 to 10 on a logarithmic axis).
    init(_ low: Double, _ high: Double, from: Double, to: Double, isLogarithmic: Bool = false) {
        var (low, high) = (min(low, high), max(low, high))
        if !(low.magnitude < Self.greatest && high.magnitude < Self.greatest) || (isLogarithmic && low <= 0) {
            (low, high) = isLogarithmic ? (1, 10) : (0, 1)
        }
        let least = max(1e-5, max(low.magnitude, high.magnitude) * 1e-9)
        if isLogarithmic {
            if high / low < 1.001 { (low, high) = (low / 2, high * 2) }
        } else if low == high {
            // a value alone stands in the middle of a stretch of its own size
            let room = max(0.5, low.magnitude * 0.05)
            (low, high) = (low - room, high + room)
        } else if high - low < least {
            (low, high) = (low - least / 2, high + least / 2)
        }
        (self.low, self.high) = (low, high)
        (self.from, self.to) = (from, to)
        self.isLogarithmic = isLogarithmic
    }

    /// The pixel of a value, also of one beyond the ends; not a number where a logarithm has none.
    func callAsFunction(_ value: Double) -> Double {
        let share =
            isLogarithmic
            ? (log10(value) - log10(low)) / (log10(high) - log10(low))
            : (value - low) / (high - low)
        return from + share * (to - from)
    }

    /// Whether a value lies on the axis.
    func holds(_ value: Double) -> Bool { value >= low && value <= high }
}
