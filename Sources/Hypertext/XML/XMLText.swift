import Glibc

extension XMLReader {
    /// Whether the text or section last come upon is white space.
    package var textIsBlank: Bool { bytes.withUnsafeBufferPointer { $0[textRange].allSatisfy { $0 <= 0x20 } } }

    /// Adds the text or section last come upon: references replaced, line ends as line feeds.
    ///
    /// Where entities pass a limit, what there is so far stays, and the next call of ``next()`` throws.
    package mutating func appendText(to out: inout [UInt8]) {
        if textIsPlain { appendPlain(textRange, to: &out) } else { append(textRange, isAttribute: false, to: &out) }
    }

    /// Adds bytes with their line ends as line feeds.
    private func appendPlain(_ range: Range<Int>, to out: inout [UInt8]) {
        bytes.withUnsafeBufferPointer { all in
            var rest = all[range]
            while let mark = Self.find(0x0D, in: rest) {
                out.append(contentsOf: rest[..<mark])
                out.append(0x0A)
                let next = mark + 1
                rest = rest[(next < rest.endIndex && all[next] == 0x0A ? next + 1 : next)...]
            }
            out.append(contentsOf: rest)
        }
    }

    private static func find(_ byte: UInt8, in bytes: UnsafeBufferPointer<UInt8>.SubSequence) -> Int? {
        let rest = UnsafeBufferPointer(rebasing: bytes)
        guard let base = rest.baseAddress, let hit = memchr(base, Int32(byte), rest.count) else { return nil }
        return bytes.startIndex + (UnsafeRawPointer(hit) - UnsafeRawPointer(base))
    }

    /// Adds bytes with their references replaced.
    mutating func append(_ range: Range<Int>, isAttribute: Bool, to out: inout [UInt8]) {
        let first = out.count
        var i = range.lowerBound
        while i < range.upperBound {
            let mark = find(UInt8(ascii: "&"), from: i, to: range.upperBound) ?? range.upperBound
            appendPlain(i..<mark, to: &out)
            i = mark
            if i < range.upperBound { i = appendReference(bytes, at: i, end: range.upperBound, to: &out) }
        }
        guard isAttribute else { return }
        for k in first..<out.count where out[k] < 0x20 { out[k] = 0x20 }
    }

    /// A replacement text that is being read.
    private struct Expansion {
        var text: [UInt8]
        var i = 0
    }

    /// Adds what the reference at an ampersand stands for; where it ends. Entities in entities are followed without recursion.
    private mutating func appendReference(_ source: [UInt8], at i: Int, end: Int, to out: inout [UInt8]) -> Int {
        let (after, entity) = resolve(source, at: i, end: end, place: i, to: &out)
        guard let entity else { return after }
        var stack = [Expansion(text: entity)]
        charge(entity, at: i)
        while refusal == nil, var top = stack.popLast() {
            let rest = top.text[top.i...]
            guard let mark = rest.firstIndex(of: UInt8(ascii: "&")) else {
                out.append(contentsOf: rest)
                continue
            }
            out.append(contentsOf: rest[..<mark])
            let (next, inner) = resolve(top.text, at: mark, end: top.text.count, place: i, to: &out)
            top.i = next
            stack.append(top)
            guard let inner else { continue }
            guard stack.count < limits.entityDepth else {
                refuse(.entityDepth, "entities at most \(limits.entityDepth) deep", at: i)
                return after
            }
            charge(inner, at: i)
            stack.append(Expansion(text: inner))
        }
        return after
    }

    private mutating func charge(_ text: [UInt8], at i: Int) {
        entities.expanded += text.count + 1
        if text.contains(UInt8(ascii: "<")) { note(.entityNotFollowed, at: i) }
        if entities.expanded > limits.expansion {
            refuse(.entityExpansion, "entities of at most \(limits.expansion) bytes in all", at: i)
        }
    }

    private mutating func refuse(_ code: XMLError.Code, _ expected: String, at i: Int) {
        guard refusal == nil else { return }
        refusal = XMLError(
            code: code, message: "expected \(expected), found more at byte \(i); the document is read no further")
    }

    /// Names longer than this are no entities.
    private static let longestName = 256

    /// Adds the character of a reference, or gives the entity to follow; and where the reference ends.
    private mutating func resolve(
        _ source: [UInt8], at i: Int, end: Int, place: Int, to out: inout [UInt8]
    ) -> (end: Int, entity: [UInt8]?) {
        if i + 1 < end, source[i + 1] == UInt8(ascii: "#") {
            if let (scalar, after, isFault) = CharacterReference.read(source, at: i, end: end) {
                if isFault { note(.badCharacter, at: place) }
                out.append(contentsOf: UTF8.encode(scalar) ?? UTF8.EncodedScalar())
                return (after, nil)
            }
        } else if let close = source[i..<min(end, i + Self.longestName)].firstIndex(of: UInt8(ascii: ";")),
            close > i + 1
        {
            let name = source[(i + 1)..<close]
            if let byte = Self.predefined(name) {
                out.append(byte)
                return (close + 1, nil)
            }
            if !entities.isEmpty, let entity = entities.declared[Array(name)] {
                if case .text(let text) = entity { return (close + 1, text) }
                note(.externalEntity, at: place)
                out.append(contentsOf: source[i...close])
                return (close + 1, nil)
            }
            if name.count <= HTMLEntities.longestName, let entity = HTMLEntities.entity(named: name) {
                note(.undeclaredEntity, at: place)
                out.append(contentsOf: entity.utf8)
                return (close + 1, nil)
            }
            let isName = !name.contains { $0 <= 0x20 || $0 == UInt8(ascii: "&") || $0 == UInt8(ascii: "<") }
            note(isName ? .unknownEntity : .unescapedMark, at: place)
            out.append(UInt8(ascii: "&"))
            return (i + 1, nil)
        }
        note(.unescapedMark, at: place)
        out.append(UInt8(ascii: "&"))
        return (i + 1, nil)
    }

    private static func predefined(_ name: ArraySlice<UInt8>) -> UInt8? {
        switch name.count {
        case 2 where name.elementsEqual("lt".utf8): UInt8(ascii: "<")
        case 2 where name.elementsEqual("gt".utf8): UInt8(ascii: ">")
        case 3 where name.elementsEqual("amp".utf8): UInt8(ascii: "&")
        case 4 where name.elementsEqual("quot".utf8): UInt8(ascii: "\"")
        case 4 where name.elementsEqual("apos".utf8): UInt8(ascii: "'")
        default: nil
        }
    }
}
