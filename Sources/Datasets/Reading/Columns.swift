/// The fields of one line, as ranges of its bytes: cut anew for each line, without memory of its own for each.
struct Columns {
    /// The most fields that are told apart; those behind are counted.
    static let most = 128

    private let ends: UnsafeMutablePointer<UInt32>
    private var line = Cell.empty
    /// How many fields the line has.
    private(set) var count = 0
    var areQuoted = false

    init() {
        ends = .allocate(capacity: Self.most)
        ends.initialize(repeating: 0, count: Self.most)
    }

    /// Gives the memory back; nothing may be asked afterwards.
    func end() { ends.deallocate() }

    /// Cuts a line of fewer than 2^31 bytes at tabs.
    mutating func cutAtTabs(_ line: Cell) {
        self.line = line
        var found = 0
        var place = 0
        let raw = UnsafeRawPointer(line.start)
        while place &+ 8 <= line.count {
            let word = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: place, as: UInt64.self))
            let other = word ^ 0x0909_0909_0909_0909
            // the high bit of each byte that is zero, and of no other
            var hits = ~(((other & 0x7F7F_7F7F_7F7F_7F7F) &+ 0x7F7F_7F7F_7F7F_7F7F) | other | 0x7F7F_7F7F_7F7F_7F7F)
            while hits != 0 {
                if found < Self.most {
                    ends[found] = UInt32(truncatingIfNeeded: place &+ hits.trailingZeroBitCount >> 3)
                }
                found &+= 1
                hits &= hits &- 1
            }
            place &+= 8
        }
        while place < line.count {
            if line.start[place] == 0x09 {
                if found < Self.most { ends[found] = UInt32(truncatingIfNeeded: place) }
                found &+= 1
            }
            place &+= 1
        }
        finish(found)
    }

    /// Cuts a line at commas, but for those between quotation marks.
    mutating func cutAtCommas(_ line: Cell) {
        self.line = line
        var found = 0
        var isQuoted = false
        for place in 0..<line.count {
            switch line.start[place] {
            case 0x22: isQuoted.toggle()
            case 0x2C where !isQuoted:
                if found < Self.most { ends[found] = UInt32(truncatingIfNeeded: place) }
                found += 1
            default: break
            }
        }
        finish(found)
    }

    private mutating func finish(_ found: Int) {
        if found < Self.most { ends[found] = UInt32(truncatingIfNeeded: line.count) }
        count = found + 1
    }

    /// A field by its place from 0; no bytes where there is none.
    subscript(place: Int) -> Cell {
        guard place >= 0, place < count, place < Self.most else { return .empty }
        let first = place == 0 ? 0 : Int(ends[place &- 1]) &+ 1
        let cell = Cell(start: line.start + first, count: Int(ends[place]) &- first)
        return areQuoted ? cell.unquoted : cell
    }
}
