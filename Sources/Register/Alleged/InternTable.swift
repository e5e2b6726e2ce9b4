import Datasets

/// Numbers for texts that come again and again, from 1 on in the order of their first coming. In memory: the bytes of each, and up
/// to three slots of four bytes.
struct InternTable {
    /// The most bytes of a text that gets a number.
    let longest: Int
    /// The most texts.
    let most: Int
    private(set) var count = 0
    private var bytes: [UInt8] = []
    /// Where each text ends, from the second place on.
    private var ends: [Int] = [0]
    private var slots: [UInt32] = Array(repeating: 0, count: 1024)
    /// The number of the first text that was not stored yet.
    private(set) var firstNew = 1

    init(most: Int, longest: Int) {
        self.most = min(most, 1 << 24)
        self.longest = longest
    }

    /// The number of a text, a new one where it is unknown; `nil` where it gets none.
    mutating func number(of cell: Cell) -> Int64? {
        guard cell.count <= longest else { return nil }
        let mask = slots.count &- 1
        var slot = Self.hash(cell) & mask
        while true {
            let number = Int(slots[slot])
            if number == 0 { break }
            let start = ends[number &- 1]
            if ends[number] &- start == cell.count, isSame(cell, start) { return Int64(number) }
            slot = (slot &+ 1) & mask
        }
        guard count < most else { return nil }
        append(cell, slot)
        return Int64(count)
    }

    private func isSame(_ cell: Cell, _ start: Int) -> Bool {
        bytes.withUnsafeBufferPointer { bytes in
            var place = 0
            while place < cell.count {
                if bytes[start &+ place] != cell.start[place] { return false }
                place &+= 1
            }
            return true
        }
    }

    private mutating func append(_ cell: Cell, _ slot: Int) {
        count += 1
        slots[slot] = UInt32(count)
        bytes.append(contentsOf: cell.bytes)
        ends.append(bytes.count)
        if count * 2 > slots.count { grow() }
    }

    private mutating func grow() {
        var slots = [UInt32](repeating: 0, count: slots.count * 2)
        let mask = slots.count - 1
        bytes.withUnsafeBufferPointer { bytes in
            guard let start = bytes.baseAddress else { return }
            for number in 1...max(1, count) {
                let text = Cell(start: start + ends[number - 1], count: ends[number] - ends[number - 1])
                var slot = Self.hash(text) & mask
                while slots[slot] != 0 { slot = (slot + 1) & mask }
                slots[slot] = UInt32(number)
            }
        }
        self.slots = slots
    }

    /// The texts that came since the last time, with their numbers.
    mutating func takeNew() -> [(number: Int64, text: [UInt8])] {
        guard firstNew <= count else { return [] }
        defer { firstNew = count + 1 }
        return (firstNew...count).map { (Int64($0), Array(bytes[ends[$0 - 1]..<ends[$0]])) }
    }

    /// Notes that all texts are stored.
    mutating func noteStored() { firstNew = count + 1 }

    private static func hash(_ cell: Cell) -> Int {
        var hash: UInt64 = 0x9E37_79B9_7F4A_7C15 ^ UInt64(cell.count)
        let raw = UnsafeRawPointer(cell.start)
        var place = 0
        while place &+ 8 <= cell.count {
            hash = mix(hash ^ raw.loadUnaligned(fromByteOffset: place, as: UInt64.self))
            place &+= 8
        }
        var rest: UInt64 = 0
        while place < cell.count {
            rest = rest << 8 | UInt64(cell.start[place])
            place &+= 1
        }
        hash = mix(hash ^ rest)
        return Int(truncatingIfNeeded: hash >> 1)
    }

    private static func mix(_ word: UInt64) -> UInt64 {
        let product = word.multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93)
        return product.high ^ product.low
    }
}
