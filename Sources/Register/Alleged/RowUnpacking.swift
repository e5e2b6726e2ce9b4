import Datasets
import Diplomacy

/// Reads what `RowPacking` has written; whatever else stands there gives `nil`.
struct RowUnpacking {
    private let bytes: UnsafeRawBufferPointer
    private var place = 0
    private var isBroken = false
    private let word: (Int64) -> String?
    private let party: (Int64) -> String?

    /// - Parameters:
    ///   - word: the text of a word's number.
    ///   - party: the code of a party's number.
    init(_ bytes: UnsafeRawBufferPointer, word: @escaping (Int64) -> String?, party: @escaping (Int64) -> String?) {
        self.bytes = bytes
        self.word = word
        self.party = party
    }

    mutating func event(key: Int64, day: Day) -> AllegedEvent? {
        guard bytes.count >= 4, let format = AllegedKey.format(of: key) else { return nil }
        let head = UInt32(littleEndian: bytes.loadUnaligned(as: UInt32.self))
        let fields = PackedField(rawValue: head)
        place = 4
        let id = fields.contains(.id) ? string() : AllegedKey.id(of: key).map { String($0) }
        var event = AllegedEvent(format: format, id: id ?? "", day: day)
        if fields.contains(.added) {
            let days = signed()
            event.added = (-4_000_000...4_000_000).contains(days) ? day + Int(days) : nil
        }
        event.source = AllegedActor(
            party: partyCode(fields, .sourceParty), sector: text(fields, .sourceSector),
            name: text(fields, .sourceName))
        event.target = AllegedActor(
            party: partyCode(fields, .targetParty), sector: text(fields, .targetSector),
            name: text(fields, .targetName))
        event.cameo = text(fields, .code)
        event.type = text(fields, .type)
        event.mode = text(fields, .mode)
        event.scale = decimal(fields, .scale)
        event.mentions = count(fields, .mentions)
        event.sources = count(fields, .sources)
        event.articles = count(fields, .articles)
        event.place = text(fields, .place)
        event.country = partyCode(fields, .country)
        event.latitude = decimal(fields, .latitude)
        event.longitude = decimal(fields, .longitude)
        if fields.contains(.url) { event.url = text() + string() }
        event.publisher = text(fields, .publisher)
        if fields.contains(.story) { event.story = string() }
        event.sentence = count(fields, .sentence)
        let quad = Int(head >> PackedField.quadShift & 7)
        event.quad = quad == 0 ? nil : quad
        return isBroken ? nil : event
    }

    /// The row's own id where that is no number and stands in the body.
    mutating func id() -> String? {
        guard bytes.count >= 4 else { return nil }
        let head = UInt32(littleEndian: bytes.loadUnaligned(as: UInt32.self))
        place = 4
        return PackedField(rawValue: head).contains(.id) ? string() : nil
    }

    /// What a mention's body has.
    ///
    /// - Parameter publisher: its number; `nil` where the text stands in the body, or nowhere.
    mutating func mention(publisher: Int64?) -> (identifier: String, publisher: String?)? {
        place = 0
        let identifier = text() + string()
        var name: String?
        if let publisher {
            name = word(publisher)
            if name == nil { isBroken = true }
        } else if place < bytes.count {
            name = string()
        }
        return isBroken || place != bytes.count ? nil : (identifier, name)
    }

    private mutating func number() -> UInt64 {
        var value: UInt64 = 0
        var shift: UInt64 = 0
        while place < bytes.count, shift < 64 {
            let byte = bytes[place]
            place += 1
            value |= UInt64(byte & 0x7F) << shift
            if byte < 0x80 { return value }
            shift += 7
        }
        isBroken = true
        return 0
    }

    private mutating func signed() -> Int64 {
        let value = number()
        return Int64(bitPattern: value >> 1) ^ -Int64(bitPattern: value & 1)
    }

    private mutating func string(_ length: UInt64) -> String {
        guard length <= UInt64(bytes.count - place) else {
            isBroken = true
            return ""
        }
        defer { place += Int(length) }
        return String(decoding: bytes[place..<place + Int(length)], as: UTF8.self)
    }

    private mutating func string() -> String { string(number()) }

    private mutating func text() -> String {
        let value = number()
        if value & 1 == 1 { return string(value >> 1) }
        guard let word = word(Int64(value >> 1)) else {
            isBroken = true
            return ""
        }
        return word
    }

    private mutating func text(_ fields: PackedField, _ field: PackedField) -> String? {
        fields.contains(field) ? text() : nil
    }

    private mutating func partyCode(_ fields: PackedField, _ field: PackedField) -> String? {
        guard fields.contains(field) else { return nil }
        guard let code = party(Int64(truncatingIfNeeded: number())) else {
            isBroken = true
            return nil
        }
        return code
    }

    private mutating func count(_ fields: PackedField, _ field: PackedField) -> Int? {
        fields.contains(field) ? Int(truncatingIfNeeded: number()) : nil
    }

    private mutating func decimal(_ fields: PackedField, _ field: PackedField) -> Double? {
        guard fields.contains(field) else { return nil }
        let mantissa = signed()
        guard place < bytes.count else {
            isBroken = true
            return nil
        }
        defer { place += 1 }
        return DecimalNumber(mantissa: mantissa, scale: bytes[place]).value
    }
}
