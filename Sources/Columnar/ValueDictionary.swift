import Glibc

/// The distinct values of a column in a row group, in the order in which they came: an open table with linear probing.
///
/// A value is found or taken in constant time, whatever the values: where it would take longer, the dictionary refuses.
/// So neither the library's hashing, which no stranger can foresee, is needed, nor do files differ from run to run.
struct ValueDictionary {
    /// The most places of the table that are looked at for a value.
    static let longestProbe = 128

    /// The values, PLAIN.
    private(set) var bytes: [UInt8] = []
    /// Where each value ends in `bytes`.
    private var ends: [UInt32] = []
    /// Of each place the upper half a hash, the lower one the number of a value, from 1; 0 where it is empty.
    private var places = [UInt64](repeating: 0, count: 256)
    /// Bytes of a length in front of each value.
    private let lengthSize: Int
    /// The longest that `bytes` may be.
    private let limit: Int

    init(of physical: PhysicalType, limit: Int) {
        lengthSize = physical.width == nil ? 4 : 0
        self.limit = limit
    }

    var count: Int { ends.count }

    /// The PLAIN bytes of a value.
    subscript(plain index: UInt32) -> ArraySlice<UInt8> { bytes[start(Int(index))..<Int(ends[Int(index)])] }

    private func start(_ index: Int) -> Int { index == 0 ? 0 : Int(ends[index - 1]) }

    mutating func removeAll() {
        bytes.removeAll(keepingCapacity: true)
        ends.removeAll(keepingCapacity: true)
        for i in places.indices { places[i] = 0 }
    }

    /// The place of a value among the distinct ones, which it joins where it is new; `nil` where it cannot.
    mutating func index(of value: UnsafeRawBufferPointer) -> UInt32? {
        let hash = Self.hash(value)
        let mask = places.count - 1
        var place = Int(hash) & mask
        for _ in 0..<Self.longestProbe {
            let held = places[place]
            if held == 0 { return take(value, hash, at: place) }
            let index = Int(held & 0xFFFF_FFFF) - 1
            if UInt32(held >> 32) == hash, isValue(index, value) { return UInt32(index) }
            place = (place + 1) & mask
        }
        return nil
    }

    private func isValue(_ index: Int, _ value: UnsafeRawBufferPointer) -> Bool {
        let start = start(index) + lengthSize
        guard Int(ends[index]) - start == value.count else { return false }
        return bytes.withUnsafeBytes { bytes in
            guard let held = bytes.baseAddress, let wanted = value.baseAddress else { return value.isEmpty }
            return memcmp(held + start, wanted, value.count) == 0
        }
    }

    private mutating func take(_ value: UnsafeRawBufferPointer, _ hash: UInt32, at place: Int) -> UInt32? {
        guard bytes.count + lengthSize + value.count <= limit else { return nil }
        if lengthSize > 0 { bytes.appendLittle(UInt32(truncatingIfNeeded: value.count)) }
        bytes.append(contentsOf: value)
        ends.append(UInt32(truncatingIfNeeded: bytes.count))
        places[place] = UInt64(hash) << 32 | UInt64(count)
        if count * 2 > places.count { grow() }
        return UInt32(count - 1)
    }

    private mutating func grow() {
        var grown = [UInt64](repeating: 0, count: places.count * 4)
        let mask = grown.count - 1
        for held in places where held != 0 {
            var place = Int(held >> 32) & mask
            while grown[place] != 0 { place = (place + 1) & mask }
            grown[place] = held
        }
        places = grown
    }

    /// Eight bytes at a time, each time the two halves of a product by an odd constant folded into one.
    static func hash(_ value: UnsafeRawBufferPointer) -> UInt32 {
        var state = fold(UInt64(value.count) ^ 0x9E37_79B9_7F4A_7C15)
        var at = 0
        while at + 8 <= value.count {
            state = fold(state ^ UInt64(littleEndian: value.loadUnaligned(fromByteOffset: at, as: UInt64.self)))
            at += 8
        }
        var rest: UInt64 = 0
        while at < value.count {
            rest = rest << 8 | UInt64(value[at])
            at += 1
        }
        return UInt32(truncatingIfNeeded: fold(state ^ rest))
    }

    private static func fold(_ number: UInt64) -> UInt64 {
        let product = number.multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93)
        return product.high ^ product.low
    }
}
