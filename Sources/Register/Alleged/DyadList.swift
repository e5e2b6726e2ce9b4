import Datasets
import Diplomacy

/// One row between two different parties, as a dyad's list has it.
struct DyadEntry: Comparable, Hashable {
    /// `AllegedPair`.
    var pair: Int64
    var day: Int32
    /// `AllegedKey`.
    var key: Int64

    static func < (a: Self, b: Self) -> Bool {
        a.pair != b.pair ? a.pair < b.pair : a.day != b.day ? a.day < b.day : a.key < b.key
    }
}

/// The rows of one dyad and month that one transaction stored, as bytes: for each, in the order of days and keys, the days since the
/// last one and the step of the key from the last one (zigzag), both LEB128. Some five bytes a row.
///
/// A list only ever grows by others beside it. A row that was replaced by one of another day or dyad stands in the lists of both: who
/// reads a list holds each row against its own columns.
enum DyadList {
    /// Packs entries of one pair, which are sorted.
    static func pack(_ entries: ArraySlice<DyadEntry>) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(entries.count * 6)
        var (day, key) = (Int64(0), Int64(0))
        for entry in entries {
            put(zigzag(Int64(entry.day) - day), &bytes)
            put(zigzag(entry.key &- key), &bytes)
            (day, key) = (Int64(entry.day), entry.key)
        }
        return bytes
    }

    /// The days and keys of a list; `nil` where the bytes are none.
    static func unpack(_ bytes: UnsafeRawBufferPointer, _ give: (Int, Int64) throws -> Void) rethrows -> Bool {
        var place = 0
        var (day, key) = (Int64(0), Int64(0))
        while place < bytes.count {
            guard let step = number(bytes, &place), let keyStep = number(bytes, &place) else { return false }
            day = day &+ step
            key = key &+ keyStep
            try give(Int(day), key)
        }
        return true
    }

    private static func zigzag(_ value: Int64) -> UInt64 { UInt64(bitPattern: value << 1 ^ value >> 63) }

    private static func put(_ value: UInt64, _ bytes: inout [UInt8]) {
        var value = value
        while value >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: value) | 0x80)
            value >>= 7
        }
        bytes.append(UInt8(truncatingIfNeeded: value))
    }

    private static func number(_ bytes: UnsafeRawBufferPointer, _ place: inout Int) -> Int64? {
        var value: UInt64 = 0
        var shift: UInt64 = 0
        while place < bytes.count, shift < 64 {
            let byte = bytes[place]
            place += 1
            value |= UInt64(byte & 0x7F) << shift
            if byte < 0x80 { return Int64(bitPattern: value >> 1) ^ -Int64(bitPattern: value & 1) }
            shift += 7
        }
        return nil
    }
}
