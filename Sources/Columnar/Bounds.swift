/// The least and the greatest value of a column chunk, PLAIN without a length, and whether they are values of it.
struct Bounds: Equatable {
    var lower: [UInt8]
    var upper: [UInt8]
    var isLowerExact = true
    var isUpperExact = true
}

/// The least and the greatest whole number; 0 and 1 for booleans.
struct IntegerBounds {
    private var range: ClosedRange<Int>?

    mutating func add(_ value: Int) {
        guard let range else {
            range = value...value
            return
        }
        if value < range.lowerBound {
            self.range = value...range.upperBound
        } else if value > range.upperBound {
            self.range = range.lowerBound...value
        }
    }

    func bounds(width: Int) -> Bounds? {
        func bytes(_ value: Int) -> [UInt8] {
            (0..<width).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
        }
        return range.map { Bounds(lower: bytes($0.lowerBound), upper: bytes($0.upperBound)) }
    }
}

/// The least and the greatest double. NaN has no place in the order, so it bounds nothing and is counted.
struct DoubleBounds {
    private var range: ClosedRange<Double>?
    private(set) var notNumbers = 0

    mutating func add(_ value: Double) {
        if value.isNaN {
            notNumbers += 1
        } else if let range {
            if value < range.lowerBound {
                self.range = value...range.upperBound
            } else if value > range.upperBound {
                self.range = range.lowerBound...value
            }
        } else {
            range = value...value
        }
    }

    /// A bound of zero has the sign that lets in both zeros, as the format asks.
    func bounds() -> Bounds? {
        func bytes(_ value: Double, zero: Double) -> [UInt8] {
            var bytes: [UInt8] = []
            bytes.appendLittle((value == 0 ? zero : value).bitPattern)
            return bytes
        }
        return range.map { range in
            Bounds(
                lower: bytes(range.lowerBound, zero: -0.0), upper: bytes(range.upperBound, zero: 0.0),
                isLowerExact: range.lowerBound != 0, isUpperExact: range.upperBound != 0)
        }
    }
}
