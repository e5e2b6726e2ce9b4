import Diplomacy
import Language

/// Reads a pattern as frames write it: `SOURCE hold talk|meeting with TARGET`.
struct PatternSyntax {
    /// What is wrong with a pattern.
    struct Mistake: Error {
        var message: String
    }

    private static let bar = UInt8(ascii: "|")
    private static let slots: [(name: StaticString, slot: Pattern.Slot)] = [
        ("SOURCE", .source), ("TARGET", .target), ("BOTH", .both), ("THING", .thing), ("TOPIC", .topic),
        ("PLACE", .place), ("ACT", .act),
    ]
    private static let to = Folding.key("to")
    private static let that = Folding.key("that")

    /// One word of a pattern's text.
    private enum Piece {
        case slot(Pattern.Slot, isOwner: Bool, isOptional: Bool)
        case words(Range<Int>, isOptional: Bool)
    }

    /// The pattern of a text; `isNoun` where its head is a noun.
    static func pattern(_ text: String, isNoun: Bool, frame: Int) throws(Mistake) -> Pattern {
        var text = text
        let bytes = text.withUTF8 { Array($0) }
        var pattern = Pattern(
            text: text, frame: frame, isNoun: isNoun, heads: [], subject: nil, elements: [], mode: nil, contexts: [],
            cameo: nil, goldstein: nil)
        let pieces = bytes.split(separator: UInt8(ascii: " ")).map { piece(bytes, $0.indices) }
        var i = 0
        if case .slot(let slot, let isOwner, _)? = pieces.first {
            guard isOwner == isNoun else {
                throw Mistake(
                    message: isNoun
                        ? "expected SOURCE's before a noun, found a subject in \"\(text)\""
                        : "expected a subject before a verb, found an owner in \"\(text)\"")
            }
            pattern.subject = slot
            i = 1
        }
        guard i < pieces.count, case .words(let range, _) = pieces[i] else {
            throw Mistake(message: "expected a \(isNoun ? "noun" : "verb") in \"\(text)\", found none")
        }
        pattern.heads = alternatives(bytes, range).map { alternative in
            let plus = alternative.first { bytes[$0] == UInt8(ascii: "+") }
            guard let plus else { return Pattern.Head(word: lexeme(bytes, alternative)) }
            return Pattern.Head(
                word: lexeme(bytes, alternative.lowerBound..<plus),
                particle: key(bytes, plus + 1..<alternative.upperBound))
        }
        i += 1
        // "of TARGET's plane": the preposition stands before the thing, whoever owns it
        var carried: [UInt64] = []
        while i < pieces.count {
            var element = try element(bytes, pieces, &i, text)
            if !carried.isEmpty {
                element.prepositions = carried
                carried = []
            }
            if element.isOwner { swap(&carried, &element.prepositions) }
            pattern.elements.append(element)
        }
        guard pattern.elements.last?.isOwner != true else {
            throw Mistake(message: "expected a thing behind its owner in \"\(text)\", found none")
        }
        guard pattern.subject != nil || pattern.elements.contains(where: { $0.slot != nil }) else {
            throw Mistake(message: "expected at least one slot in \"\(text)\", found none")
        }
        return pattern
    }

    /// One element: a slot or a noun, with the preposition before it.
    private static func element(
        _ bytes: [UInt8], _ pieces: [Piece], _ i: inout Int, _ text: String
    ) throws(Mistake) -> Pattern.Element {
        var element = Pattern.Element()
        if case .words(let range, let isOptional) = pieces[i] {
            let keys = alternatives(bytes, range).map { key(bytes, $0) }
            // a word before a slot is its preposition, before another word too; a last word is an object
            guard i + 1 < pieces.count, case .slot(_, false, _) = pieces[i + 1], isPreposition(keys) else {
                if i + 1 < pieces.count, isPreposition(keys) {
                    element.prepositions = keys
                    i += 1
                    guard case .words(let noun, let optional) = pieces[i] else {
                        return try slot(bytes, pieces, &i, element, text)
                    }
                    element.words = alternatives(bytes, noun).map { lexeme(bytes, $0) }
                    element.isOptional = optional
                    i += 1
                    return element
                }
                element.words = alternatives(bytes, range).map { lexeme(bytes, $0) }
                element.isOptional = isOptional
                i += 1
                return element
            }
            element.prepositions = keys
            i += 1
        }
        return try slot(bytes, pieces, &i, element, text)
    }

    private static func slot(
        _ bytes: [UInt8], _ pieces: [Piece], _ i: inout Int, _ started: Pattern.Element, _ text: String
    ) throws(Mistake) -> Pattern.Element {
        guard case .slot(let slot, let isOwner, let isOptional) = pieces[i] else {
            throw Mistake(message: "expected a slot after a preposition in \"\(text)\"")
        }
        var element = started
        element.slot = slot
        element.isOwner = isOwner
        element.isOptional = isOptional
        if slot == .act {
            if element.prepositions == [to] { element.mark = .to }
            if element.prepositions == [that] { element.mark = .that }
            if element.mark != .none { element.prepositions = [] }
        }
        i += 1
        return element
    }

    private static func isPreposition(_ keys: [UInt64]) -> Bool { keys.allSatisfy { prepositions.contains($0) } }

    private static let prepositions = Set(
        """
        about above after against along amid among around as at before behind between by concerning despite during for from
        in inside into near of off on onto out outside over regarding since through throughout to toward towards under
        until up upon with within without that because across beyond unless if alongside past
        """.split { $0 == " " || $0 == "\n" }.map { Folding.key($0) })

    private static func piece(_ bytes: [UInt8], _ range: Range<Int>) -> Piece {
        var range = range
        let isOptional = bytes[range.upperBound - 1] == UInt8(ascii: "?")
        if isOptional { range.removeLast() }
        var name = range
        let isOwner = range.count > 2 && bytes[range.upperBound - 2] == UInt8(ascii: "'")
        if isOwner { name = range.lowerBound..<range.upperBound - 2 }
        for (text, slot) in slots where text.utf8CodeUnitCount == name.count {
            let start = text.utf8Start
            if name.enumerated().allSatisfy({ bytes[$1] == start[$0] }) {
                return .slot(slot, isOwner: isOwner, isOptional: isOptional)
            }
        }
        return .words(range, isOptional: isOptional)
    }

    private static func alternatives(_ bytes: [UInt8], _ range: Range<Int>) -> [Range<Int>] {
        var found: [Range<Int>] = []
        var start = range.lowerBound
        for i in range where bytes[i] == bar {
            if i > start { found.append(start..<i) }
            start = i + 1
        }
        if start < range.upperBound { found.append(start..<range.upperBound) }
        return found
    }

    private static func lexeme(_ bytes: [UInt8], _ range: Range<Int>) -> Pattern.Lexeme {
        let whole = key(bytes, range)
        guard let hyphen = range.last(where: { bytes[$0] == UInt8(ascii: "-") }), hyphen > range.lowerBound,
            hyphen + 1 < range.upperBound
        else { return Pattern.Lexeme(lemma: whole, whole: whole) }
        return Pattern.Lexeme(
            lemma: key(bytes, hyphen + 1..<range.upperBound), modifier: key(bytes, range.lowerBound..<hyphen),
            whole: whole)
    }

    private static func key(_ bytes: [UInt8], _ range: Range<Int>) -> UInt64 {
        bytes.withUnsafeBufferPointer { Folding.key($0[range]) }
    }
}

extension Range<Int> {
    fileprivate mutating func removeLast() { self = lowerBound..<upperBound - 1 }
}
