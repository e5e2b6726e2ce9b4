import Diplomacy

/// A decimal number as it is written: `mantissa` / 10^`scale`.
package struct DecimalNumber: Hashable, Sendable {
    package var mantissa: Int64
    /// Digits behind the point, 0 to 18.
    package var scale: UInt8

    package init(mantissa: Int64, scale: UInt8) {
        self.mantissa = mantissa
        self.scale = min(scale, 18)
    }

    /// Exact where the mantissa has at most 15 digits.
    package var value: Double { Double(mantissa) / Self.powers[Int(scale)] }

    private static let powers: [Double] = (0...18).map { exponent in
        (0..<exponent).reduce(1.0) { power, _ in power * 10 }
    }
}

// Numbers are read from bytes; whatever is no number gives `nil`, and so does one that has no room.
extension Cell {
    /// Digits alone, at least one and at most 18.
    package var digits: Int64? {
        guard count > 0, count <= 18 else { return nil }
        var value: Int64 = 0
        for place in 0..<count {
            let digit = start[place] &- 0x30
            guard digit < 10 else { return nil }
            value = value &* 10 &+ Int64(digit)
        }
        return value
    }

    /// A whole number from 0 to 2^31 - 1.
    var count32: Int32? { digits.flatMap { Int32(exactly: $0) } }

    /// A number with a sign, a point and an exponent where it has them ("-30.3098", "5", "1e-05"). Digits behind the seventeenth are
    /// dropped where they stand behind the point.
    var decimal: DecimalNumber? {
        var place = 0
        var isNegative = false
        if count > 0, start[0] == 0x2D || start[0] == 0x2B {
            isNegative = start[0] == 0x2D
            place = 1
        }
        var (mantissa, kept, scale, seen) = (Int64(0), 0, 0, 0)
        var isBehindPoint = false
        scan: while place < count {
            let byte = start[place]
            switch byte {
            case 0x30...0x39:
                seen += 1
                if kept < 17 {
                    mantissa = mantissa &* 10 &+ Int64(byte &- 0x30)
                    if mantissa != 0 { kept += 1 }
                    if isBehindPoint { scale += 1 }
                } else if !isBehindPoint {
                    return nil
                }
            case 0x2E where !isBehindPoint: isBehindPoint = true
            case 0x65, 0x45: break scan
            default: return nil
            }
            place += 1
        }
        guard seen > 0, scale <= 40 else { return nil }
        if place < count {
            guard let exponent = dropFirst(place + 1).exponent else { return nil }
            scale -= exponent
        }
        while scale > 18 {
            mantissa /= 10
            scale -= 1
        }
        while scale < 0 {
            let (product, overflows) = mantissa.multipliedReportingOverflow(by: 10)
            guard !overflows else { return nil }
            mantissa = product
            scale += 1
        }
        return DecimalNumber(mantissa: isNegative ? -mantissa : mantissa, scale: UInt8(scale))
    }

    /// A whole number from -99 to 99.
    private var exponent: Int? {
        let isSigned = count > 0 && (start[0] == 0x2D || start[0] == 0x2B)
        let digits = isSigned ? dropFirst(1) : self
        guard digits.count <= 2, let value = digits.digits else { return nil }
        return isSigned && start[0] == 0x2D ? -Int(value) : Int(value)
    }

    /// The day of `YYYYMMDD` with or without digits of a time behind it.
    var compactDay: Day? {
        guard count == 8 || count == 14, digits != nil, let year = prefix(4).digits,
            let month = dropFirst(4).prefix(2).digits, let day = dropFirst(6).prefix(2).digits
        else { return nil }
        return Day(year: Int(year), month: Int(month), day: Int(day))
    }

    /// The seconds since midnight of the six digits behind the day of `YYYYMMDDHHMMSS`; 0 of `YYYYMMDD`.
    var compactSecond: Int32? {
        guard count == 14 else { return count == 8 ? 0 : nil }
        guard let hour = dropFirst(8).prefix(2).digits, let minute = dropFirst(10).prefix(2).digits,
            let second = dropFirst(12).digits, hour < 24, minute < 60, second < 60
        else { return nil }
        return Int32(hour * 3_600 + minute * 60 + second)
    }

    /// The day of `YYYY-MM-DD` with or without a time behind a space or a `T`.
    var isoDay: Day? {
        guard count >= 10, start[4] == 0x2D, start[7] == 0x2D, count == 10 || start[10] == 0x20 || start[10] == 0x54,
            let year = prefix(4).digits, let month = dropFirst(5).prefix(2).digits,
            let day = dropFirst(8).prefix(2).digits
        else { return nil }
        return Day(year: Int(year), month: Int(month), day: Int(day))
    }

    /// A day in either form.
    var day: Day? { isoDay ?? compactDay }
}
