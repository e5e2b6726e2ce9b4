/// A piece of a date's text.
struct TimeToken: Hashable, Sendable {
    enum Kind: Hashable, Sendable {
        /// Digits of any script: their value and count, at most 18.
        case number(Int, digits: Int)
        /// Letters, in lower case and without accents.
        case word(String)
        /// Any other character.
        case mark(Unicode.Scalar)
    }

    var kind: Kind
    /// Whether no space stands before it.
    var isAttached: Bool

    var number: (value: Int, digits: Int)? {
        if case .number(let value, let digits) = kind { return (value, digits) }
        return nil
    }

    var word: String? {
        if case .word(let word) = kind { return word }
        return nil
    }

    func isMark(_ marks: Unicode.Scalar...) -> Bool {
        if case .mark(let mark) = kind { return marks.contains(mark) }
        return false
    }
}

/// Cuts a date's text into numbers, words and marks. Linear.
enum TimeTokens {
    /// The bytes without white space at both ends.
    static func trimmed(_ bytes: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8>.SubSequence {
        var rest = bytes[...]
        while let first = rest.first, first <= 0x20 { rest.removeFirst() }
        while let last = rest.last, last <= 0x20 { rest.removeLast() }
        return rest
    }

    /// `nil` where a number has more than 18 digits.
    static func read(_ bytes: UnsafeBufferPointer<UInt8>.SubSequence) -> [TimeToken]? {
        var tokens: [TimeToken] = []
        var word = ""
        var number: (value: Int, digits: Int)?
        var isAttached = true
        func end() {
            if let (value, digits) = number {
                tokens.append(TimeToken(kind: .number(value, digits: digits), isAttached: isAttached))
                isAttached = true
            } else if !word.isEmpty {
                tokens.append(TimeToken(kind: .word(word), isAttached: isAttached))
                isAttached = true
            }
            (word, number) = ("", nil)
        }
        for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
            if let digit = digit(scalar) {
                if number == nil { end() }
                let (value, digits) = number ?? (0, 0)
                guard digits < 18 else { return nil }
                number = (value * 10 + digit, digits + 1)
            } else if isMarkOfLetter(scalar) {
                continue
            } else if isLetter(scalar) {
                if number != nil { end() }
                if scalar.isASCII {
                    word.unicodeScalars.append(Unicode.Scalar(UInt8(scalar.value | 0x20)))
                } else {
                    word.unicodeScalars.append(contentsOf: folded(scalar))
                }
            } else {
                end()
                if isSpace(scalar) {
                    isAttached = false
                } else {
                    tokens.append(TimeToken(kind: .mark(scalar), isAttached: isAttached))
                    isAttached = true
                }
            }
        }
        end()
        return tokens
    }

    private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isASCII ? (0x61...0x7A).contains(scalar.value | 0x20) : scalar.properties.isAlphabetic
    }

    private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isASCII ? scalar.value <= 0x20 : scalar.properties.isWhitespace
    }

    private static func digit(_ scalar: Unicode.Scalar) -> Int? {
        switch scalar.value {
        case 0x30...0x39: Int(scalar.value - 0x30)
        case 0x0660...0x0669: Int(scalar.value - 0x0660)
        case 0x06F0...0x06F9: Int(scalar.value - 0x06F0)
        case 0x0966...0x096F: Int(scalar.value - 0x0966)
        case 0xFF10...0xFF19: Int(scalar.value - 0xFF10)
        default: nil
        }
    }

    /// Combining accents, soft hyphens, joiners and directional marks say nothing here.
    private static func isMarkOfLetter(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0xAD, 0x0300...0x036F, 0x200B...0x200F, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF: true
        default: false
        }
    }

    /// A letter in lower case without its accents; nothing for marks that say nothing here.
    static func folded(_ scalar: Unicode.Scalar) -> String.UnicodeScalarView {
        var out = String.UnicodeScalarView()
        for lower in scalar.properties.lowercaseMapping.unicodeScalars where !isMarkOfLetter(lower) {
            out.append(bases[lower] ?? lower)
        }
        return out
    }

    /// Letters with accents and the letters that they are taken for.
    private static let bases: [Unicode.Scalar: Unicode.Scalar] = {
        let groups = [
            "aàáâãäåāă", "cçćč", "dď", "eèéêëēěę", "gğ", "iìíîïīı", "lł", "nñńň", "oòóôõöőø", "rř", "sśşšș", "tţťț",
            "uùúûüūůű", "yýÿ", "zźżž", "αά", "εέ", "ηή", "ιίϊΐ", "οό", "υύϋΰ", "ωώ", "σς", "её",
        ]
        var bases: [Unicode.Scalar: Unicode.Scalar] = [:]
        for group in groups {
            let scalars = Array(group.unicodeScalars)
            for scalar in scalars.dropFirst() { bases[scalar] = scalars[0] }
        }
        return bases
    }()
}
