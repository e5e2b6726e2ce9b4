/// Words by which a line shows that it is none of the article: invitations to read on, to share, to subscribe; credits of
/// pictures; notes of the house.
enum PagePhrases {
    /// Longer blocks, in letters, are never judged by their first words.
    static let longest: Float = 260

    /// Whether a block begins with such words.
    ///
    /// - Parameters:
    ///   - utf8: the block's text.
    ///   - isSentence: whether it is a sentence: then only words count that begin none of an article.
    static func begin(_ utf8: ArraySlice<UInt8>, isSentence: Bool = false) -> Bool {
        let head = small(utf8.prefix(48))
        let bare = withoutSigns(head)
        guard let first = bare.first else { return !isSentence }
        return (byFirst[first] ?? []).contains { (!isSentence || $0.isCertain) && bare.starts(with: $0.phrase) }
    }

    /// Letters of ASCII and Latin-1 in lower case.
    private static func small(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        var small: [UInt8] = []
        for byte in bytes {
            let isCapital = (0x41...0x5A).contains(byte) || small.last == 0xC3 && (0x80...0x9E).contains(byte)
            small.append(isCapital ? byte | 0x20 : byte)
        }
        return small
    }

    /// Arrows, bullets, brackets and the like before the words are taken off.
    private static func withoutSigns(_ bytes: [UInt8]) -> ArraySlice<UInt8> {
        var rest = bytes[...]
        while let byte = rest.first {
            if byte < 0x41 || byte == 0x5B || byte == 0x5D {
                rest = rest.dropFirst()
            } else if byte == 0xE2, rest.count > 2 {
                rest = rest.dropFirst(3)
            } else if byte == 0xC2, rest.count > 1, rest[rest.startIndex + 1] != 0xA9 {
                rest = rest.dropFirst(2)
            } else {
                break
            }
        }
        return rest
    }

    private static let byFirst: [UInt8: [(phrase: [UInt8], isCertain: Bool)]] = {
        var table: [UInt8: [(phrase: [UInt8], isCertain: Bool)]] = [:]
        for line in phrases.split(separator: "\n") {
            let isCertain = line.hasPrefix("!")
            let bytes = Array((isCertain ? line.dropFirst() : line).utf8)
            if let first = bytes.first { table[first, default: []].append((bytes, isCertain)) }
        }
        return table
    }()

    // "!": also where it begins a sentence
    private static let phrases = """
        !read more
        !read also
        !also read
        read next
        read:
        read |
        more on this
        more from
        more stories
        more like this
        related:
        related article
        related stor
        related topic
        related content
        see also
        watch:
        watch |
        listen:
        !photo:
        !photo by
        photos:
        !photo credit
        photograph:
        !image:
        !image source
        !image caption
        !image credit
        picture:
        pictured:
        credit:
        source:
        video:
        file photo
        !placeholder image
        !follow us
        !follow bbc
        follow the
        !sign up
        !subscribe to our
        !subscribe now
        !subscribe for
        !subscribe here
        subscribe
        !click here
        click to
        !tap here
        !advertisement
        !article continues
        !story continues
        continue reading
        share this
        share on
        share via
        !copyright
        !\u{A9}
        !all rights reserved
        !get the latest
        !get all the
        !get our
        !get real-time
        !get in touch
        !our website is
        !stay informed
        !would you like to comment
        !you have full access
        !with reporting by
        !with reports from
        !additional reporting
        join our
        join us
        !download the
        !download our
        !have you got a
        !got a story
        !got a tip
        !do you have a
        !for more stor
        !for more news
        !for the latest
        !for unlimited access
        !our community members
        what do you think
        !tell us in the
        let us know
        !leave a comment
        comments
        comment below
        !this article was originally
        !this article first
        !this story first
        this story has been
        !enable javascript
        !please enable
        your browser
        you need to
        !already a subscriber
        !log in
        support our
        print this
        email this
        !skip to
        back to top
        topics:
        tags:
        filed under
        posted in
        last updated
        updated:
        published:
        first published
        most read
        recommended
        trending
        mehr zum thema
        mehr zu
        mehr dazu
        !lesen sie auch
        !lesen sie mehr
        !lesen sie hier
        lesen sie dazu
        auch interessant
        das k\u{F6}nnte sie
        anzeige
        !foto:
        fotos:
        !bild:
        quelle:
        newsletter
        themen:
        schlagw
        zur startseite
        wie hat ihnen
        !empfohlener redaktioneller
        !externen inhalt
        !aktuelle nachrichten aufs
        !hier geht es
        hier finden sie
        teilen und
        !leer m\u{E1}s
        !lea tambi
        lea adem
        !lee tambi
        tambi\u{E9}n te puede
        te puede interesar
        m\u{E1}s informaci
        publicidad
        !tu suscripci
        !suscr\u{ED}b
        sobre la firma
        !lire aussi
        !\u{E0} lire aussi
        lire la suite
        !il vous reste
        publicit\u{E9}
        cr\u{E9}dit
        leggi anche
        leia tamb
        leia mais
        saiba mais
        lees ook
        l\u{E6}s ogs
        les ogs
        l\u{E4}s mer
        l\u{E4}s ocks
        \u{447}\u{438}\u{442}\u{430}\u{439}\u{442}\u{435} \u{442}\u{430}\u{43A}\u{436}\u{435}
        \u{427}\u{438}\u{442}\u{430}\u{439}\u{442}\u{435} \u{442}\u{430}\u{43A}\u{436}\u{435}
        \u{444}\u{43E}\u{442}\u{43E}:
        \u{424}\u{43E}\u{442}\u{43E}:
        \u{8D23}\u{4EFB}\u{7F16}\u{8F91}
        \u{7F16}\u{8F91}\u{FF1A}
        \u{76F8}\u{5173}\u{9605}\u{8BFB}
        \u{5173}\u{952E}\u{8BCD}
        """
}
