/// The entities that a document declares.
struct XMLEntities {
    enum Entity {
        /// The replacement text: references to characters replaced, those to entities not yet.
        case text([UInt8])
        /// It lies outside the document.
        case external
    }

    private(set) var declared: [[UInt8]: Entity] = [:]
    /// Bytes that references have yielded so far.
    var expanded = 0

    var isEmpty: Bool { declared.isEmpty }

    /// The first declaration of a name counts (XML 1.0, section 4.2).
    mutating func declare(_ name: [UInt8], _ entity: Entity) {
        if declared[name] == nil { declared[name] = entity }
    }
}

extension XMLReader {
    /// Reads a document type declaration from behind "<!DOCTYPE" and its entities; where it ends.
    mutating func readDoctype(from start: Int) -> Int {
        var i = start
        while i < bytes.count {
            switch bytes[i] {
            case UInt8(ascii: "["):
                i = readSubset(from: i + 1)
            case UInt8(ascii: ">"): return i + 1
            case UInt8(ascii: "<"):
                // a declaration that was never closed
                note(.earlyEnd, at: start)
                return i
            case 0x22, 0x27: i = endOfLiteral(at: i) ?? i + 1
            default: i += 1
            }
        }
        note(.earlyEnd, at: start)
        return bytes.count
    }

    /// Behind the literal that begins with a quotation mark; `nil` where it does not end.
    private func endOfLiteral(at i: Int) -> Int? { find(bytes[i], from: i + 1).map { $0 + 1 } }

    /// Reads the declarations between brackets; where they end.
    private mutating func readSubset(from start: Int) -> Int {
        var i = start
        while i < bytes.count {
            if bytes[i] == UInt8(ascii: "]") { return i + 1 }
            if starts(with: "<!--", at: i) {
                i = find([0x2D, 0x2D, 0x3E], from: i + 4).map { $0 + 3 } ?? bytes.count
            } else if starts(with: "<!ENTITY", at: i) {
                i = readEntity(from: i + 8)
            } else if bytes[i] == UInt8(ascii: "<") {
                i = endOfDeclaration(from: i + 1)
            } else {
                if bytes[i] == UInt8(ascii: "%") { note(.entityNotFollowed, at: i) }
                i += 1
            }
        }
        return i
    }

    private func endOfDeclaration(from start: Int) -> Int {
        var i = start
        while i < bytes.count {
            if bytes[i] == UInt8(ascii: ">") { return i + 1 }
            i = bytes[i] == 0x22 || bytes[i] == 0x27 ? endOfLiteral(at: i) ?? bytes.count : i + 1
        }
        return i
    }

    private mutating func readEntity(from start: Int) -> Int {
        let end = endOfDeclaration(from: start)
        var i = start
        func skipSpace() { while i < end, bytes[i] <= 0x20 { i += 1 } }
        skipSpace()
        guard i < end, bytes[i] != UInt8(ascii: "%") else {
            note(.entityNotFollowed, at: start)
            return end
        }
        let nameStart = i
        while i < end, bytes[i] > 0x20, bytes[i] != UInt8(ascii: ">") { i += 1 }
        let name = Array(bytes[nameStart..<i])
        skipSpace()
        guard i < end, bytes[i] == 0x22 || bytes[i] == 0x27, let close = find(bytes[i], from: i + 1), close < end else {
            entities.declare(name, .external)
            return end
        }
        entities.declare(name, .text(replacementText((i + 1)..<close)))
        return end
    }

    /// The literal with its references to characters replaced.
    private mutating func replacementText(_ range: Range<Int>) -> [UInt8] {
        var out: [UInt8] = []
        var i = range.lowerBound
        while i < range.upperBound {
            if bytes[i] == UInt8(ascii: "&"), i + 1 < range.upperBound, bytes[i + 1] == UInt8(ascii: "#"),
                let (scalar, end, isFault) = CharacterReference.read(bytes, at: i, end: range.upperBound)
            {
                if isFault { note(.badCharacter, at: i) }
                out.append(contentsOf: String(scalar).utf8)
                i = end
            } else {
                out.append(bytes[i])
                i += 1
            }
        }
        return out
    }
}
