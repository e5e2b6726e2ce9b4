/// From codes and names of event data to our codes of parties. Made once; an answer takes a few nanoseconds and no memory.
package struct PartyCodes: @unchecked Sendable {
    package static let standing = PartyCodes()

    /// By three letters: 0 for none, 1 for one that is ours as well, others the places of ours in `codes`, from 2.
    private let cameo: [UInt16]
    private let groups: [UInt16]
    /// By two letters.
    private let fips: [UInt16]
    private let names: NameTable
    private let codes: [Standing]

    private init() {
        var codes = [Standing.nothing, Standing.nothing]
        var known: [Substring: UInt16] = [:]
        func place(_ code: Substring) -> UInt16 {
            if let place = known[code] { return place }
            codes.append(Standing(code.utf8))
            known[code] = UInt16(truncatingIfNeeded: codes.count - 1)
            return UInt16(truncatingIfNeeded: codes.count - 1)
        }
        func table(_ letters: Int, _ pairs: String, same: String = "") -> [UInt16] {
            var table = [UInt16](repeating: 0, count: letters == 2 ? 26 * 26 : 26 * 26 * 26)
            for code in same.split(whereSeparator: \.isWhitespace) {
                if let index = Self.index(Array(code.utf8), letters) { table[index] = 1 }
            }
            let words = pairs.split(whereSeparator: \.isWhitespace)
            for pair in stride(from: 0, to: words.count - 1, by: 2) {
                if let index = Self.index(Array(words[pair].utf8), letters) { table[index] = place(words[pair + 1]) }
            }
            return table
        }
        cameo = table(3, CAMEOCodes.other, same: CAMEOCodes.same)
        groups = table(3, CAMEOCodes.groups)
        fips = table(2, FIPSCodes.countries)
        var entries: [(name: Substring, place: UInt16)] = []
        for item in CountryNames.codes.split(whereSeparator: { $0 == "\n" || $0 == ";" }) {
            let parts = item.split(separator: "=", maxSplits: 1)
            guard parts.count == 2 else { continue }
            entries += parts[1].split(separator: "|").map { ($0, place(parts[0])) }
        }
        names = NameTable(entries)
        self.codes = codes
    }

    /// Capital letters as a number in base 26; `nil` for others.
    private static func index(_ bytes: some Collection<UInt8>, _ letters: Int) -> Int? {
        guard bytes.count == letters else { return nil }
        var index = 0
        for byte in bytes {
            guard byte >= 0x41, byte <= 0x5A else { return nil }
            index = index * 26 + Int(byte - 0x41)
        }
        return index
    }

    private func answer(_ cell: Cell, _ table: [UInt16], _ letters: Int) -> PartyCode {
        guard let index = Self.index(cell.bytes, letters) else { return PartyCode(code: cell, isKnown: false) }
        let place = table[index]
        return place <= 1
            ? PartyCode(code: cell, isKnown: place == 1) : PartyCode(code: codes[Int(place)].cell, isKnown: true)
    }

    /// The party of CAMEO's code of a country.
    package func cameo(_ cell: Cell) -> PartyCode { answer(cell, cameo, 3) }

    /// The party of CAMEO's code of a known group.
    package func group(_ cell: Cell) -> PartyCode { answer(cell, groups, 3) }

    /// The country of a code of FIPS 10-4.
    package func fips(_ cell: Cell) -> PartyCode { answer(cell, fips, 2) }

    /// The party of a country's name, or of its code of three letters.
    package func country(_ cell: Cell) -> PartyCode {
        if cell.isEmpty { return .none }
        if cell.count == 3 {
            // the one organisation among POLECAT's countries whose code CAMEO has for a region
            if cell.equals("EUR") || cell.equals("UNO") { return PartyCode(code: cell, isKnown: true) }
            let answer = cameo(cell)
            if answer.isKnown { return answer }
        }
        let place = names[cell]
        return place == 0
            ? PartyCode(code: cell, isKnown: false) : PartyCode(code: codes[Int(place)].cell, isKnown: true)
    }
}

/// Names in lower case, found in whatever case of ASCII.
private struct NameTable: @unchecked Sendable {
    private var slots: [(name: Standing, place: UInt16)]

    init(_ entries: [(name: Substring, place: UInt16)]) {
        var size = 64
        while size < entries.count * 3 { size *= 2 }
        slots = Array(repeating: (Standing.nothing, 0), count: size)
        for entry in entries {
            let name = Standing(entry.name.utf8)
            var slot = Self.hash(name.cell) & (size - 1)
            while slots[slot].place != 0 { slot = (slot + 1) & (size - 1) }
            slots[slot] = (name, entry.place)
        }
    }

    /// The place of a name's code; 0 for none.
    subscript(cell: Cell) -> UInt16 {
        var slot = Self.hash(cell) & (slots.count - 1)
        while slots[slot].place != 0 {
            let name = slots[slot].name
            if name.count == cell.count,
                zip(cell.bytes, UnsafeBufferPointer(start: name.start, count: name.count))
                    .allSatisfy({ Self.lower($0) == $1 })
            {
                return slots[slot].place
            }
            slot = (slot + 1) & (slots.count - 1)
        }
        return 0
    }

    private static func lower(_ byte: UInt8) -> UInt8 { byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte }

    private static func hash(_ cell: Cell) -> Int {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in cell.bytes { hash = (hash ^ UInt64(lower(byte))) &* 0x100_0000_01B3 }
        return Int(truncatingIfNeeded: hash >> 20)
    }
}
