import Datasets
import Diplomacy

/// What stands in a row's body, in this order, as far as its bit is set in the first four bytes (little endian).
///
/// Whole numbers are LEB128, those with a sign zigzag; decimals a mantissa with a sign and a byte for the scale. A text is a number
/// times two: of a word where that is even, of bytes that follow where it is odd. An address is the text of its beginning up to the
/// host's slash, and the bytes of the rest.
struct PackedField: OptionSet {
    let rawValue: UInt32

    static let id = Self(rawValue: 1 << 0)
    static let added = Self(rawValue: 1 << 1)
    static let sourceParty = Self(rawValue: 1 << 2)
    static let sourceSector = Self(rawValue: 1 << 3)
    static let sourceName = Self(rawValue: 1 << 4)
    static let targetParty = Self(rawValue: 1 << 5)
    static let targetSector = Self(rawValue: 1 << 6)
    static let targetName = Self(rawValue: 1 << 7)
    static let code = Self(rawValue: 1 << 8)
    static let type = Self(rawValue: 1 << 9)
    static let mode = Self(rawValue: 1 << 10)
    static let scale = Self(rawValue: 1 << 11)
    static let mentions = Self(rawValue: 1 << 12)
    static let sources = Self(rawValue: 1 << 13)
    static let articles = Self(rawValue: 1 << 14)
    static let place = Self(rawValue: 1 << 15)
    static let country = Self(rawValue: 1 << 16)
    static let latitude = Self(rawValue: 1 << 17)
    static let longitude = Self(rawValue: 1 << 18)
    static let url = Self(rawValue: 1 << 19)
    static let publisher = Self(rawValue: 1 << 20)
    static let story = Self(rawValue: 1 << 21)
    static let sentence = Self(rawValue: 1 << 22)
    /// Three bits: 0 for none.
    static let quadShift: UInt32 = 24
}

/// The texts of a register's rows that have numbers. What is not stored yet is known to the writer that has it.
struct InternTables: Sendable {
    /// Words beyond these, and longer ones, are written out in each row.
    static let mostWords = 1 << 18
    static let longestWord = 64
    /// The bytes of a party's code that are kept.
    static let longestParty = 255

    var words = InternTable(most: mostWords, longest: longestWord)
    var parties = InternTable(most: Int(AllegedPair.mostParties), longest: longestParty)
}

/// Packs the columns of a row that are not asked for by themselves: into one stretch of memory, again and again.
struct RowPacking: ~Copyable {
    private let buffer: UnsafeMutablePointer<UInt8>
    private(set) var count = 0
    private var fields = PackedField()
    var tables: InternTables
    /// The numbers of the two parties of the row that was packed last; 0 for none.
    private(set) var source: Int64 = 0
    private(set) var target: Int64 = 0

    /// - Parameters:
    ///   - longest: the most bytes of a line; what is packed of one has at most twice these and some numbers.
    ///   - tables: the texts that have numbers.
    init(longest: Int, _ tables: InternTables) {
        self.tables = tables
        buffer = .allocate(capacity: 2 * longest + 1024)
    }

    deinit { buffer.deallocate() }

    var bytes: UnsafeRawBufferPointer { UnsafeRawBufferPointer(start: buffer, count: count) }

    /// Packs a row.
    ///
    /// - Returns: false where there is no number left for a party.
    mutating func pack(_ row: EventRow) -> Bool {
        count = 4
        fields = []
        if row.number == nil {
            fields.insert(.id)
            putBytes(row.id)
        }
        if let added = row.added { putSigned(Int64(added - row.day), .added) }
        guard let source = party(row.source.party, .sourceParty) else { return false }
        put(row.source.sector, .sourceSector)
        put(row.source.name, .sourceName)
        guard let target = party(row.target.party, .targetParty) else { return false }
        (self.source, self.target) = (source, target)
        put(row.target.sector, .targetSector)
        put(row.target.name, .targetName)
        put(row.code, .code)
        put(row.type, .type)
        put(row.mode, .mode)
        put(row.scale, .scale)
        put(row.mentions, .mentions)
        put(row.sources, .sources)
        put(row.articles, .articles)
        put(row.place, .place)
        guard party(row.country, .country) != nil else { return false }
        put(row.latitude, .latitude)
        put(row.longitude, .longitude)
        putAddress(row.url)
        put(row.publisher, .publisher)
        if !row.story.isEmpty {
            fields.insert(.story)
            putBytes(row.story)
        }
        put(row.sentence, .sentence)
        let head = fields.rawValue | UInt32(row.quad) << PackedField.quadShift
        UnsafeMutableRawPointer(buffer).storeBytes(of: head.littleEndian, as: UInt32.self)
        return true
    }

    /// Packs what is not asked for by itself of a mention: the two parts of its address, and its publisher where that has no number.
    ///
    /// - Returns: the bytes of the address, and the publisher's number; 0 for none.
    mutating func pack(_ mention: MentionRow) -> (address: Int, publisher: Int64) {
        count = 0
        putParts(mention.url)
        let address = count
        if mention.publisher.isEmpty { return (address, 0) }
        if let number = tables.words.number(of: mention.publisher) { return (address, number) }
        putBytes(mention.publisher)
        return (address, 0)
    }

    private mutating func putNumber(_ value: UInt64) {
        var value = value
        while value >= 0x80 {
            buffer[count] = UInt8(truncatingIfNeeded: value) | 0x80
            count &+= 1
            value >>= 7
        }
        buffer[count] = UInt8(truncatingIfNeeded: value)
        count &+= 1
    }

    private mutating func putSigned(_ value: Int64, _ field: PackedField) {
        fields.insert(field)
        putNumber(UInt64(bitPattern: value << 1 ^ value >> 63))
    }

    private mutating func putBytes(_ cell: Cell) {
        putNumber(UInt64(cell.count))
        copy(cell)
    }

    private mutating func copy(_ cell: Cell) {
        (buffer + count).update(from: cell.start, count: cell.count)
        count &+= cell.count
    }

    private mutating func putText(_ cell: Cell) {
        if let number = tables.words.number(of: cell) {
            putNumber(UInt64(number) << 1)
        } else {
            putNumber(UInt64(cell.count) << 1 | 1)
            copy(cell)
        }
    }

    private mutating func put(_ cell: Cell, _ field: PackedField) {
        if cell.isEmpty { return }
        fields.insert(field)
        putText(cell)
    }

    private mutating func put(_ value: Int32?, _ field: PackedField) {
        guard let value else { return }
        fields.insert(field)
        putNumber(UInt64(UInt32(bitPattern: value)))
    }

    private mutating func put(_ value: DecimalNumber?, _ field: PackedField) {
        guard let value else { return }
        putSigned(value.mantissa, field)
        buffer[count] = value.scale
        count &+= 1
    }

    private mutating func putAddress(_ cell: Cell) {
        if cell.isEmpty { return }
        fields.insert(.url)
        putParts(cell)
    }

    private mutating func putParts(_ cell: Cell) {
        var place = 0
        var slashes = 0
        let most = min(cell.count, InternTables.longestWord)
        while place < most, slashes < 3 {
            if cell.start[place] == 0x2F { slashes &+= 1 }
            place &+= 1
        }
        let host = slashes == 3 ? place : 0
        putText(cell.prefix(host))
        putBytes(cell.dropFirst(host))
    }

    /// The number of a party; 0 for none, `nil` where there is no number left.
    private mutating func party(_ code: PartyCode, _ field: PackedField) -> Int64? {
        if code.isEmpty { return 0 }
        let number: Int64?
        if code.isKnown {
            number = tables.parties.number(of: code.code)
        } else {
            let text: [UInt8] = [0x3F] + code.code.prefix(InternTables.longestParty - 1).bytes
            number = text.withUnsafeBufferPointer { buffer in
                buffer.baseAddress.flatMap { tables.parties.number(of: Cell(start: $0, count: buffer.count)) }
            }
        }
        guard let number else { return nil }
        fields.insert(field)
        putNumber(UInt64(number))
        return number
    }
}
