/// The title of a page's article, out of what the page calls it in several places.
struct PageTitle {
    /// What the publisher adds to titles: its own name.
    private let sites: [String]
    private let all: [String]

    /// - Parameters:
    ///   - candidates: titles in the order in which they are believed.
    ///   - sites: names of the publisher.
    init(_ candidates: [String?], sites: [String?]) {
        all = candidates.compactMap { $0.map(PageTitle.line) }.filter { !$0.isEmpty }
        self.sites = sites.compactMap { $0 }.map(PageTitle.letters).filter { !$0.isEmpty }
    }

    /// The first candidate, without the publisher's name.
    var title: String? { all.first.map { bare($0) } }

    /// All candidates without it.
    var titles: [String] { all.map { bare($0) } }

    /// Runs of white space become one space.
    private static func line(_ text: String) -> String {
        text.prefix(longest).split { $0.isWhitespace }.joined(separator: " ").filter {
            $0 != "\u{AD}" && $0 != "\u{200B}"
        }
    }

    private static func letters(_ text: some StringProtocol) -> String {
        text.lowercased().filter { $0.isLetter || $0.isNumber }
    }

    private func bare(_ title: String) -> String {
        var title = title
        while true {
            if let shorter = all.first(where: { isBeginning($0, of: title) }) { return shorter }
            guard let cut = PageTitle.lastSeparator(title) else { return title }
            let end = PageTitle.letters(title[cut.upperBound...])
            let isName =
                !end.isEmpty && sites.contains { $0 == end || end.contains($0) || ($0.contains(end) && end.count > 2) }
            guard isName else { return title }
            title = String(title[..<cut.lowerBound])
        }
    }

    /// No title is longer, in characters.
    private static let longest = 1000

    /// Whether a candidate is a title up to a separator.
    private func isBeginning(_ candidate: String, of title: String) -> Bool {
        guard candidate.count > 8, candidate != title, title.hasPrefix(candidate) else { return false }
        let rest = title.dropFirst(candidate.count).drop { $0 == " " }
        return rest.first.map { "|–—•ㅣ·-".contains($0) } ?? false
    }

    /// The last sign that parts a title from a publisher's name.
    private static func lastSeparator(_ title: String) -> Range<String.Index>? {
        var last: Range<String.Index>?
        for (i, character) in zip(title.indices, title) where "|–—•-".contains(character) {
            let after = title.index(after: i)
            guard i > title.startIndex, after < title.endIndex, title[title.index(before: i)] == " ",
                title[after] == " "
            else { continue }
            last = title.index(before: i)..<title.index(after: after)
        }
        return last
    }
}
