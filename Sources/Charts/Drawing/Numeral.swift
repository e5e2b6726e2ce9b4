/// Numbers as text: fixed decimals, no exponent, the same digits for the same value everywhere.
package enum Numeral {
    /// Values of this magnitude and beyond are not drawn; they are counted with those that are no number.
    static let greatest = 1e15
    /// The most decimals that are written.
    static let mostDecimals = 6
    /// U+2212, which is as wide as a digit; in text alone, never in coordinates.
    static let minus = "\u{2212}"

    /// Whether a value has a place on an axis.
    static func isDrawable(_ value: Double) -> Bool { value.magnitude < greatest }

    /// A coordinate: at most two decimals, no trailing zeros, `-` for minus. `nil` where the value is not drawable.
    static func coordinate(_ value: Double) -> String? {
        guard let (sign, whole, fraction) = parts(value, decimals: 2) else { return nil }
        var text = sign ? "-" : ""
        text += String(whole)
        if fraction != 0 {
            text += fraction < 10 ? ".0" : "."
            text += String(fraction % 10 == 0 ? fraction / 10 : fraction)
        }
        return text
    }

    /// A number for people: exactly so many decimals (0 to 6), thousands parted from 10,000 on. `nil` where it is not drawable.
    package static func fixed(_ value: Double, decimals: Int) -> String? {
        let decimals = min(max(decimals, 0), mostDecimals)
        guard let (sign, whole, fraction) = parts(value, decimals: decimals) else { return nil }
        var text = (sign ? minus : "") + grouped(whole)
        if decimals > 0 {
            let digits = String(fraction)
            text += "." + String(repeating: "0", count: decimals - digits.utf8.count) + digits
        }
        return text
    }

    /// A number as short as its size allows: whole numbers bare, else one decimal from 1 on and two below, four below 0.01.
    package static func brief(_ value: Double) -> String? {
        guard isDrawable(value) else { return nil }
        if value == value.rounded() { return fixed(value, decimals: 0) }
        let size = value.magnitude
        if size < 0.000_05 { return value < 0 ? "> \(minus)0.0001" : "< 0.0001" }
        return fixed(value, decimals: size >= 100 ? 0 : size >= 1 ? 1 : size >= 0.01 ? 2 : 4)
    }

    package static func brief(_ count: Int) -> String {
        (count < 0 ? minus : "") + grouped(Int(clamping: count.magnitude))
    }

    /// 10 to a power from 0 to ``mostDecimals``, exactly.
    static func power(_ exponent: Int) -> Int { (0..<max(0, exponent)).reduce(1) { power, _ in power * 10 } }

    private static func parts(_ value: Double, decimals: Int) -> (isNegative: Bool, whole: Int, fraction: Int)? {
        guard isDrawable(value) else { return nil }
        let unit = power(decimals)
        let size = value.magnitude
        var whole = Int(size)
        var fraction = Int(((size - Double(whole)) * Double(unit)).rounded())
        if fraction >= unit {
            whole += 1
            fraction = 0
        }
        return (value < 0 && (whole != 0 || fraction != 0), whole, fraction)
    }

    private static func grouped(_ whole: Int) -> String {
        let digits = Array(String(whole).utf8)
        guard digits.count > 4 else { return String(whole) }
        var out: [UInt8] = []
        for (i, digit) in digits.enumerated() {
            if i > 0, (digits.count - i) % 3 == 0 { out.append(UInt8(ascii: ",")) }
            out.append(digit)
        }
        return String(decoding: out, as: UTF8.self)
    }
}
