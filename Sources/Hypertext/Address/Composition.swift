/// Letters composed with the marks that follow them, as far as domains need it.
enum Composition {
    /// The letters with marks of the Latin, Greek, Cyrillic, kana and Vietnamese blocks, each found by every sequence
    /// that is canonically equivalent to it: so does `String` compare.
    private static let letters: [String: Unicode.Scalar] = {
        var letters: [String: Unicode.Scalar] = [:]
        for range in [0xC0...0x24F, 0x386...0x3CE, 0x400...0x4FF, 0x3041...0x30FF, 0x1E00...0x1FFF]
            as [ClosedRange<UInt32>]
        {
            for scalar in range.lazy.compactMap(Unicode.Scalar.init)
            where scalar.properties.generalCategory != .unassigned && letters[String(scalar)] == nil {
                letters[String(scalar)] = scalar
            }
        }
        return letters
    }()

    /// The scalars with each letter and the marks after it in one, where there is such a letter.
    ///
    /// Linear in the scalars, of which every mark is tried once. Marks of more than one position that stand out of
    /// their canonical order compose as far as they are in it.
    static func composed(_ scalars: [Unicode.Scalar]) -> [Unicode.Scalar] {
        guard scalars.contains(where: { $0.properties.canonicalCombiningClass != .notReordered }) else {
            return scalars
        }
        var out: [Unicode.Scalar] = []
        for scalar in scalars {
            if scalar.properties.canonicalCombiningClass != .notReordered, let last = out.last {
                var pair = String(last)
                pair.unicodeScalars.append(scalar)
                if let letter = letters[pair] {
                    out[out.count - 1] = letter
                    continue
                }
            }
            out.append(scalar)
        }
        return out
    }
}
