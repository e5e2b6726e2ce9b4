import Language

/// Regular endings of English verbs and nouns.
enum WordEnding {
    /// The word of a set of which a word is a regular form, the likeliest first: "based" of "base", not of "bas"; `nil` where
    /// it is of none.
    static func stem(of word: ArraySlice<UInt8>, among words: WordSet) -> UInt64? {
        let count = word.count
        guard count > 3, count <= 40 else { return nil }
        return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: count + 1) { letters -> UInt64? in
            for (i, byte) in word.enumerated() { letters[i] = (0x41...0x5A).contains(byte) ? byte | 0x20 : byte }
            /// Whether so many letters off the end, with another behind, are a known word.
            func known(_ cut: Int, _ ending: UInt8? = nil) -> UInt64? {
                var length = count - cut
                let kept = letters[length]
                defer { letters[count - cut] = kept }
                if let ending {
                    letters[length] = ending
                    length += 1
                }
                let key = Folding.key(UnsafeBufferPointer(rebasing: letters[..<length])[...])
                return words.contains(key) ? key : nil
            }
            func undoubled(_ cut: Int) -> UInt64? {
                let last = count - cut - 1
                return last > 1 && letters[last] == letters[last - 1] ? known(cut + 1) : nil
            }
            switch (letters[count - 3], letters[count - 2], letters[count - 1]) {
            case (i, e, s): return known(3, y) ?? known(1) ?? known(2)
            case (_, e, s): return known(1) ?? known(2)
            case (_, s, s): return nil
            case (_, _, s): return known(1)
            case (i, e, d): return known(3, y) ?? known(1)
            case (_, e, d): return known(2) ?? known(1) ?? undoubled(2)
            case (i, n, g) where count > 4: return known(3) ?? known(3, e) ?? undoubled(3)
            default: return nil
            }
        }
    }

    private static let s = UInt8(ascii: "s")
    private static let e = UInt8(ascii: "e")
    private static let d = UInt8(ascii: "d")
    private static let y = UInt8(ascii: "y")
    private static let i = UInt8(ascii: "i")
    private static let n = UInt8(ascii: "n")
    private static let g = UInt8(ascii: "g")
}
