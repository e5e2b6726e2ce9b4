import CPrefetch

/// A table read in place: keys with open places between them, and a value beside each key.
package struct KeyTable<Value: BitwiseCopyable>: @unchecked Sendable {
    // Unchecked: points into `Weights`, which whoever owns this keeps.
    private let keys: UnsafePointer<UInt64>
    private let values: UnsafePointer<Value>
    private let mask: Int
    private let shift: UInt64

    /// Opens the sections `NAME.keys`, 0 where a place is free, and `NAME.values`; `nil` where they do not fit together or a
    /// value is not allowed.
    package init?(_ weights: Weights, _ name: String, allows: (Value) -> Bool) {
        let keys = weights.section(name + ".keys", of: UInt64.self)
        let values = weights.section(name + ".values", of: Value.self)
        guard keys.count > 1, keys.count & (keys.count - 1) == 0, keys.count == values.count, keys.contains(0),
            values.allSatisfy(allows), let keyBase = keys.baseAddress, let valueBase = values.baseAddress
        else { return nil }
        self.keys = keyBase
        self.values = valueBase
        mask = keys.count - 1
        shift = Self.shift(keys.count)
    }

    private static func shift(_ size: Int) -> UInt64 { UInt64(64 - size.trailingZeroBitCount) }

    @inline(__always)
    private static func place(_ key: UInt64, _ shift: UInt64) -> Int {
        Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) &>> shift)
    }

    /// The value of a key other than 0.
    @inline(__always)
    package subscript(key: UInt64) -> Value? {
        var place = Self.place(key, shift)
        while keys[place] != 0 {
            if keys[place] == key { return values[place] }
            place = (place &+ 1) & mask
        }
        return nil
    }

    /// Writes the sections of a table; free places have the value `free`. The same entries give the same bytes.
    package static func write(_ entries: [UInt64: Value], free: Value, _ name: String, to writer: inout WeightsWriter) {
        var size = 1024
        while size * 3 < entries.count * 4 { size *= 2 }
        var keys = [UInt64](repeating: 0, count: size)
        var values = [Value](repeating: free, count: size)
        for (key, value) in entries.sorted(by: { $0.key < $1.key }) {
            var at = place(key, shift(size))
            while keys[at] != 0 { at = (at + 1) & (size - 1) }
            keys[at] = key
            values[at] = value
        }
        writer.add(name + ".keys", keys)
        writer.add(name + ".values", values)
    }
}

extension KeyTable<UInt32> {
    /// The rows of keys in their order, of those that own one; at most `most`. The places of keys whose turn comes soon are
    /// asked for ahead.
    package func rows(of wanted: [UInt64], most: Int) -> [Int32] {
        let ahead = 12
        var rows: [Int32] = []
        rows.reserveCapacity(min(wanted.count, most))
        for (i, key) in wanted.enumerated() where rows.count < most {
            if i + ahead < wanted.count {
                let place = Self.place(wanted[i + ahead], shift)
                rapporteur_prefetch(keys + place)
                rapporteur_prefetch(values + place)
            }
            if let row = self[key] { rows.append(Int32(bitPattern: row)) }
        }
        return rows
    }
}
