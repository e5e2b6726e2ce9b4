/// The hybrid of run lengths and bit-packing (apache/parquet-format, Encodings.md, RLE = 3) of levels and of places in
/// dictionaries.
enum HybridEncoding {
    /// Runs of one value from this length on are written as such; shorter ones are packed.
    static let shortestRun = 8

    /// The bits of numbers up to `greatest`, 1 at least: some readers stumble over 0.
    static func width(upTo greatest: Int) -> Int { max(1, Int.bitWidth - max(greatest, 0).leadingZeroBitCount) }

    /// Appends numbers that fit in `width` bits, 1 to 32, without a length in front. Linear in the numbers.
    static func append<Value: FixedWidthInteger & UnsignedInteger>(
        _ values: [Value], width: Int, to output: inout [UInt8]
    ) {
        values.withUnsafeBufferPointer { values in
            var i = 0
            /// Where the numbers start that are to be packed.
            var packed = 0
            while i < values.count {
                var end = i + 1
                while end < values.count, values[end] == values[i] { end += 1 }
                // numbers are packed by eights, so those before take what they lack from this run
                let lack = (8 - (i - packed) & 7) & 7
                if end - i - lack >= shortestRun {
                    let start = i + lack
                    pack(values[packed..<start], width: width, to: &output)
                    output.appendVariable(UInt64(end - start) << 1)
                    var rest = UInt64(values[i])
                    for _ in 0..<(width + 7) / 8 {
                        output.append(UInt8(truncatingIfNeeded: rest))
                        rest >>= 8
                    }
                    packed = end
                }
                i = end
            }
            pack(values[packed...], width: width, to: &output)
        }
    }

    /// One run of packed numbers; those that lack to a multiple of eight are zeros.
    private static func pack<Value: FixedWidthInteger & UnsignedInteger>(
        _ values: Slice<UnsafeBufferPointer<Value>>, width: Int, to output: inout [UInt8]
    ) {
        guard !values.isEmpty else { return }
        let eights = (values.count + 7) / 8
        output.appendVariable(UInt64(eights) << 1 | 1)
        let end = output.count + eights * width
        var bits: UInt64 = 0
        var held = 0
        for value in values {
            bits |= UInt64(value) << UInt64(held)
            held += width
            while held >= 8 {
                output.append(UInt8(truncatingIfNeeded: bits))
                bits >>= 8
                held -= 8
            }
        }
        while output.count < end {
            output.append(UInt8(truncatingIfNeeded: bits))
            bits >>= 8
        }
    }
}
