/// What a page says of itself in its head, bare of case, signs and spaces, to compare its blocks with.
struct PageWords {
    private let descriptions: [[UInt8]]
    private let titles: [[UInt8]]

    init(descriptions: [String], titles: [String]) {
        self.descriptions = descriptions.map { PageWords.bare(Array($0.utf8)[...]) }.filter { $0.count > 24 }
        self.titles = titles.map { PageWords.bare(Array($0.utf8)[...]) }.filter { $0.count > 3 }
    }

    /// Letters and digits only, those of ASCII in lower case.
    static func bare(_ utf8: ArraySlice<UInt8>) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(utf8.count)
        var i = utf8.startIndex
        while i < utf8.endIndex {
            let byte = utf8[i]
            switch byte {
            case 0x30...0x39, 0x61...0x7A: out.append(byte)
            case 0x41...0x5A: out.append(byte | 0x20)
            case 0xC2: i += 1
            case 0xE2: i += 2
            case 0x80...: out.append(byte)
            default: break
            }
            i += 1
        }
        return out
    }

    /// Whether bare text is what the page gives as its description, or a good part of it.
    func isDescription(_ text: [UInt8]) -> Bool {
        descriptions.contains { description in
            let least = min(description.count, text.count) * 9 / 10
            guard least > 24 else { return false }
            return text.starts(with: description.prefix(least)) || description.starts(with: text.prefix(least))
        }
    }

    /// Whether bare text is the page's title.
    func isTitle(_ text: [UInt8]) -> Bool { titles.contains { text == $0 } }
}
