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

    /// Forms of irregular verbs and nouns with their lemmas, with prefixes too: "rebuilt", "unfrozen".
    static let irregular: [UInt64: UInt64] = Dictionary(
        forms.split(separator: ",").flatMap { pair -> [(UInt64, UInt64)] in
            let words = pair.split { $0 == " " || $0 == "\n" }
            guard words.count == 2 else { return [] }
            return prefixes.map { (Folding.key($0 + words[0]), Folding.key($0 + words[1])) }
        }, uniquingKeysWith: { first, _ in first })

    private static let prefixes = ["", "re", "un", "over", "out", "mis", "under", "fore"]
    private static let forms = """
        bled bleed, bound bind, broke break, broken break, brought bring, built build, burnt burn, bought buy, caught catch, chose choose,
        chosen choose, drew draw, drawn draw, drove drive, driven drive, fed feed, fell fall, fallen fall, felt feel, fled flee, flew fly, flown fly,
        flung fling, forbade forbid, forbidden forbid, forgave forgive, forgiven forgive, fought fight, found find, froze freeze, frozen freeze,
        gave give, given give, got get, gotten get, held hold, hid hide, hidden hide, kept keep, laid lay, led lead, left leave, lent lend, lit light,
        lost lose, made make, met meet, paid pay, rang ring, rung ring, ran run, rose rise, risen rise, said say, saw see, seen see, sent send, shook shake,
        shaken shake, shot shoot, showed show, shown show, slain slay, slew slay, sold sell, sought seek, spoke speak, spoken speak, spent spend,
        spun spin, stole steal, stolen steal, stood stand, struck strike, stricken strike, strove strive, swore swear, sworn swear, swept sweep,
        taken take, took take, taught teach, thought think, threw throw, thrown throw, told tell, tore tear, torn tear, undertook undertake,
        undertaken undertake, upheld uphold, went go, gone go, withdrew withdraw, withdrawn withdraw, withheld withhold, withstood withstand, won win,
        wrote write, written write, overthrew overthrow, overthrown overthrow, overran overrun, broadcast broadcast, beaten beat, arose arise,
        became become, began begin, begun begin, bade bid, bidden bid, bit bite, bitten bite, blew blow, blown blow, dug dig, dealt deal,
        hung hang, knelt kneel, meant mean, mistook mistake, rode ride, ridden ride, sank sink, sunk sink, slid slide, slung sling, sped speed,
        spat spit, sprang spring, stuck stick, stung sting, wore wear, worn wear, wove weave, woven weave, men man, women woman, children child,
        policemen policeman, servicemen serviceman, gunmen gunman, crises crisis, wives wife, lives life
        """

    private static let s = UInt8(ascii: "s")
    private static let e = UInt8(ascii: "e")
    private static let d = UInt8(ascii: "d")
    private static let y = UInt8(ascii: "y")
    private static let i = UInt8(ascii: "i")
    private static let n = UInt8(ascii: "n")
    private static let g = UInt8(ascii: "g")
}
