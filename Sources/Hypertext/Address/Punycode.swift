/// Unicode in the letters of a domain's label (RFC 3492), without the `xn--` that announces it.
///
/// Quadratic in the length of a label at worst, so labels are at most ``longest`` scalars or digits.
enum Punycode {
    /// A label that the domain name system carries has at most 63 bytes; longer ones are read for the parser's sake.
    static let longest = 256

    private static let base: UInt32 = 36
    private static let smallest: UInt32 = 1
    private static let largest: UInt32 = 26
    private static let first: UInt32 = 0x80
    private static let firstBias: UInt32 = 72

    /// The scalars of a label; `nil` where its digits write none.
    static func decode(_ label: ArraySlice<UInt8>) -> [Unicode.Scalar]? {
        guard label.count <= longest else { return nil }
        var scalars: [Unicode.Scalar] = []
        var digits = label
        if let mark = label.lastIndex(of: UInt8(ascii: "-")) {
            for byte in label[..<mark] {
                guard byte < 0x80 else { return nil }
                scalars.append(Unicode.Scalar(byte))
            }
            digits = label[(mark + 1)...]
        }
        var (code, place, bias) = (first, UInt32(0), firstBias)
        while !digits.isEmpty {
            let before = place
            var weight: UInt32 = 1
            var k = base
            while true {
                guard let digit = digits.popFirst().flatMap(value) else { return nil }
                let (step, tooBig) = digit.multipliedReportingOverflow(by: weight)
                let (sum, overflow) = place.addingReportingOverflow(step)
                if tooBig || overflow { return nil }
                place = sum
                let threshold = threshold(k, bias)
                if digit < threshold { break }
                let (next, tooHeavy) = weight.multipliedReportingOverflow(by: base - threshold)
                if tooHeavy { return nil }
                weight = next
                k += base
            }
            let count = UInt32(scalars.count + 1)
            bias = adapted(place - before, count, isFirst: before == 0)
            let (next, overflow) = code.addingReportingOverflow(place / count)
            guard !overflow, let scalar = Unicode.Scalar(next) else { return nil }
            code = next
            place %= count
            scalars.insert(scalar, at: Int(place))
            place += 1
        }
        return scalars
    }

    /// The digits of a label; `nil` where it is too long.
    static func encode(_ scalars: [Unicode.Scalar]) -> [UInt8]? {
        guard scalars.count <= longest else { return nil }
        var out = scalars.compactMap { $0.isASCII ? UInt8(truncatingIfNeeded: $0.value) : nil }
        let basic = UInt32(out.count)
        if basic > 0 { out.append(UInt8(ascii: "-")) }
        var (code, delta, bias, done) = (first, UInt32(0), firstBias, basic)
        while done < scalars.count {
            guard let next = scalars.lazy.map(\.value).filter({ $0 >= code }).min() else { return nil }
            // At most 257 places times 0x110000 scalars, which is below 2^29.
            delta += (next - code) * (done + 1)
            code = next
            for scalar in scalars {
                if scalar.value < code { delta += 1 }
                guard scalar.value == code else { continue }
                var rest = delta
                var k = base
                while true {
                    let threshold = threshold(k, bias)
                    if rest < threshold { break }
                    out.append(digit(threshold + (rest - threshold) % (base - threshold)))
                    rest = (rest - threshold) / (base - threshold)
                    k += base
                }
                out.append(digit(rest))
                bias = adapted(delta, done + 1, isFirst: done == basic)
                delta = 0
                done += 1
            }
            delta += 1
            code += 1
        }
        return out
    }

    private static func threshold(_ k: UInt32, _ bias: UInt32) -> UInt32 {
        k <= bias ? smallest : min(k - bias, largest)
    }

    /// RFC 3492, section 6.1.
    private static func adapted(_ delta: UInt32, _ count: UInt32, isFirst: Bool) -> UInt32 {
        var delta = isFirst ? delta / 700 : delta / 2
        delta += delta / count
        var k: UInt32 = 0
        while delta > (base - smallest) * largest / 2 {
            delta /= base - smallest
            k += base
        }
        return k + (base - smallest + 1) * delta / (delta + 38)
    }

    private static func value(_ digit: UInt8) -> UInt32? {
        if digit.isLetter { return UInt32(digit.lowered - 0x61) }
        return digit.isDigit ? UInt32(digit - 0x30) + 26 : nil
    }

    private static func digit(_ value: UInt32) -> UInt8 {
        UInt8(truncatingIfNeeded: value < 26 ? value + 0x61 : value - 26 + 0x30)
    }
}
