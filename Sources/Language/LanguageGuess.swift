/// In which language a text seems to be written, by its letters and its commonest words.
///
/// Made to tell English from what is not; among other languages it is a hint. The share of function words in running text
/// separates languages by a wide margin (Grefenstette, "Comparing Two Language Identification Schemes", JADT 1995).
public enum LanguageGuess {
    /// Words from which a guess is made at all.
    static let fewest = 8
    /// Words after which enough has been read.
    static let mostRead = 400

    /// The ISO 639-1 code of the language, `und` where the letters are none that are known here; `nil` where the text is too
    /// short to tell.
    public static func code(of text: Text) -> String? {
        var words = 0
        var scripts: [String: Int] = [:]
        var hits = [Int](repeating: 0, count: languages.count)
        for token in text.tokens where token.has(.word) {
            words += 1
            let byte = text.bytes[Int(token.start)]
            if byte >= 0xCD {
                let scalar = text.bytes.withUnsafeBufferPointer { UTF8Scalar.decode($0[...], Int(token.start)).0 }
                if let script = script(scalar) {
                    // without spaces a token is a run of words
                    scripts[script, default: 0] += max(1, token.bytes.count / 12)
                }
            }
            if let mask = index[token.key] {
                for i in hits.indices where mask & 1 << UInt32(i) != 0 { hits[i] += 1 }
            }
            if words >= mostRead { break }
        }
        let foreign = scripts.max { ($0.value, $1.key) < ($1.value, $0.key) }
        if let foreign, foreign.value * 2 > words, foreign.value >= 3 { return foreign.key }
        guard words >= fewest else { return nil }
        guard let best = hits.indices.max(by: { hits[$0] < hits[$1] }), hits[best] > 0 else { return nil }
        // English first: names and quotations of other languages stand in English texts
        if hits[0] * 10 >= words || hits[0] * 4 >= hits[best] * 3 { return "en" }
        return hits[best] * 8 >= words && hits[best] > hits[0] * 2 ? languages[best].code : nil
    }

    private static func script(_ scalar: UInt32) -> String? {
        switch scalar {
        case 0x370...0x3FF, 0x1F00...0x1FFF: "el"
        case 0x400...0x52F: "ru"
        case 0x530...0x58F: "hy"
        case 0x590...0x5FF: "he"
        case 0x600...0x77F, 0x8A0...0x8FF: "ar"
        case 0x900...0x97F: "hi"
        case 0x980...0xDFF, 0xE80...0x109F, 0x1200...0x13FF, 0x1780...0x17FF: "und"
        case 0xE00...0xE7F: "th"
        case 0x10A0...0x10FF: "ka"
        case 0x3040...0x30FF: "ja"
        case 0x3400...0x9FFF, 0x20000...0x2FFFF: "zh"
        case 0xAC00...0xD7AF, 0x1100...0x11FF: "ko"
        default: nil
        }
    }

    /// Function words that few other languages have.
    private static let languages: [(code: String, words: String)] = [
        (
            "en",
            "the of and to in that is was for it with as his on be at by had not are but from have they this which or an were she been their has would there what will all we who so said if when them about our"
        ),
        (
            "fr",
            "le la les des et du une est dans que qui pour au aux sur par ce cette avec il elle pas plus ne se sont mais ont leur nous vous entre ses été être"
        ),
        (
            "de",
            "der die das und ist den von mit dem des im nicht ein eine zu auf für sich als auch es an werden aus er hat dass sie nach bei einer um noch wie über wird sind"
        ),
        (
            "es",
            "el la los las de que en un una por con para es del se su al lo como más pero sus este esta entre ha fue son también y sobre"
        ),
        (
            "it",
            "il di che la le un una per del della dei con non sono gli dal alla nel nella anche è più ha come si ma delle tra questo"
        ),
        (
            "pt",
            "o os as da do das dos em um uma para com não que no na por mais se foi ao pela pelo sua seu são entre como também"
        ),
        (
            "nl",
            "de het een van en in dat op te zijn met voor niet aan er om ook als door maar bij uit naar heeft werd worden over nog"
        ),
        ("pl", "i w na z do nie się że jest to o jak ale po przez od za oraz dla przy był być które jego"),
        ("ro", "și în de la cu pe care nu este un o din pentru mai că au fost sau prin între lui sunt"),
        ("tr", "ve bir bu da de için ile olarak daha çok olan ise gibi kadar sonra ancak tarafından göre"),
        ("id", "yang dan di dengan untuk dari pada dalam ini itu tidak akan ke oleh juga adalah telah kepada"),
        ("sv", "och att det som en på är av för med den till inte har de ett om var sig från men han"),
        ("sr", "je i u da se na su za od koji sa o kao što će bi ali iz nije"),
        ("vi", "của và các là trong có được cho một với không những này đã người"),
    ]

    private static let index: [UInt64: UInt32] = {
        var index: [UInt64: UInt32] = [:]
        for (i, language) in languages.enumerated() {
            for word in language.words.split(separator: " ") { index[Folding.key(word), default: 0] |= 1 << UInt32(i) }
        }
        return index
    }()
}
