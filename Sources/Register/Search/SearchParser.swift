import Corroboration
import Diplomacy

/// Reads the search language: words, "phrases", beginnings*, facets (`dyad:RUS-CHN`), `OR`, `NOT` and a leading `-`,
/// parentheses; what stands side by side must all hold. Pure; time is linear in the length of the query.
public struct SearchParser {
    /// Unicode scalars of the longest query.
    public static let longest = 4000
    /// Parentheses, `NOT`s and `-`s within each other.
    public static let deepest = 20

    private let scalars: [Unicode.Scalar]
    private let partyCode: (String) -> String?
    private let hasTags: Bool
    private var at = 0
    private var depth = 0

    /// Reads a query.
    ///
    /// - Parameters:
    ///   - partyCode: gives the code of a party by its name ("Russia").
    ///   - hasTags: whether the desk itself asks, which alone may ask for its private tags (`tag:`).
    /// - Throws: ``RegisterError`` with the code `bad-query`: what was expected at which character, from 1.
    public static func query(
        _ text: String, partyCode: @escaping (String) -> String? = { _ in nil }, hasTags: Bool = false
    ) throws(RegisterError) -> SearchQuery {
        var parser = SearchParser(scalars: Array(text.unicodeScalars), partyCode: partyCode, hasTags: hasTags)
        return try parser.query()
    }

    private init(scalars: [Unicode.Scalar], partyCode: @escaping (String) -> String?, hasTags: Bool) {
        self.hasTags = hasTags
        self.scalars = scalars
        self.partyCode = partyCode
    }

    // MARK: - The tree

    private mutating func query() throws(RegisterError) -> SearchQuery {
        if scalars.count > Self.longest {
            throw error("a query of at most \(Self.longest) characters", found: "\(scalars.count)", at: 0)
        }
        let query = try alternatives(after: nil)
        if at < scalars.count { throw error("a \"(\" before it", found: "\")\"", at: at) }
        return query
    }

    private mutating func alternatives(after word: String?) throws(RegisterError) -> SearchQuery {
        var parts = [try conjunction(after: word)]
        while let end = keyword("OR") {
            at = end
            parts.append(try conjunction(after: "OR"))
        }
        return parts.count == 1 ? parts[0] : .any(parts)
    }

    private mutating func conjunction(after word: String?) throws(RegisterError) -> SearchQuery {
        var parts = [try term(after: word)]
        while true {
            if let end = keyword("AND") {
                at = end
                parts.append(try term(after: "AND"))
                continue
            }
            skipSpace()
            if at == scalars.count || scalars[at] == ")" || keyword("OR") != nil { break }
            parts.append(try term(after: nil))
        }
        return parts.count == 1 ? parts[0] : .all(parts)
    }

    private mutating func term(after word: String?) throws(RegisterError) -> SearchQuery {
        skipSpace()
        if let end = keyword("NOT") { return try negation(from: end, "NOT") }
        guard at < scalars.count, scalars[at] != ")", keyword("OR") == nil, keyword("AND") == nil else {
            let found = at < scalars.count ? scalars[at] == ")" ? "\")\"" : "\"\(string(at, wordEnd()))\"" : "the end"
            throw error("a word or a facet" + (word.map { " after \($0)" } ?? ""), found: found, at: at)
        }
        if scalars[at] == "-", at + 1 < scalars.count, !Self.isSpace(scalars[at + 1]) {
            return try negation(from: at + 1, "-")
        }
        guard scalars[at] == "(" else { return try leaf() }
        let start = at
        try enter()
        at += 1
        let inner = try alternatives(after: "(")
        skipSpace()
        guard at < scalars.count, scalars[at] == ")" else {
            throw error("a \")\" for the \"(\"", found: "the end", at: start)
        }
        at += 1
        depth -= 1
        return inner
    }

    private mutating func negation(from end: Int, _ word: String) throws(RegisterError) -> SearchQuery {
        try enter()
        at = end
        let inner = try term(after: word)
        depth -= 1
        return .not(inner)
    }

    private mutating func enter() throws(RegisterError) {
        depth += 1
        if depth > Self.deepest {
            throw error("at most \(Self.deepest) parentheses within each other", found: "more", at: at)
        }
    }

    // MARK: - Leaves

    private mutating func leaf() throws(RegisterError) -> SearchQuery {
        let start = at
        var colon = at
        while colon < scalars.count, scalars[colon].properties.isAlphabetic { colon += 1 }
        let isFacet = colon > at && colon < scalars.count && scalars[colon] == ":"
        if isFacet { at = colon + 1 }
        let valueStart = at
        let (value, isPrefix) = try value(of: isFacet ? string(start, colon) : nil)
        if isPrefix, value.unicodeScalars.count < 2 {
            throw error("two letters or more before a star", found: "\"\(value)*\"", at: valueStart)
        }
        guard isFacet else {
            try demandLetters(value, at: start)
            return .words(value, isPrefix: isPrefix)
        }
        let name = string(start, colon).lowercased()
        return try facet(name, value, isPrefix, nameAt: start, valueAt: valueStart)
    }

    /// A word up to white space or a parenthesis, or what stands between quotation marks; then perhaps a star.
    private mutating func value(of facet: String?) throws(RegisterError) -> (String, isPrefix: Bool) {
        let start = at
        if at < scalars.count, scalars[at] == "\"" {
            guard let close = scalars[(at + 1)...].firstIndex(of: "\"") else {
                throw error("another quotation mark for the one", found: "the end", at: start)
            }
            at = close + 1
            let text = string(start + 1, close)
            let isPrefix = at < scalars.count && scalars[at] == "*"
            if isPrefix { at += 1 }
            return (text, isPrefix)
        }
        let end = wordEnd()
        at = end
        if end == start {
            throw error("a value after \(facet ?? ""):", found: end < scalars.count ? "none" : "the end", at: start)
        }
        let isPrefix = end - start > 1 && scalars[end - 1] == "*"
        let text = string(start, isPrefix ? end - 1 : end)
        if let star = text.unicodeScalars.firstIndex(of: "*") {
            let offset = text.unicodeScalars.distance(from: text.unicodeScalars.startIndex, to: star)
            throw error("* only at the end of a word", found: "\"\(text)\"", at: start + offset)
        }
        return (text, isPrefix)
    }

    private func facet(
        _ name: String, _ value: String, _ isPrefix: Bool, nameAt: Int, valueAt: Int
    ) throws(RegisterError) -> SearchQuery {
        if let axis = SearchQuery.Axis(rawValue: name) {
            return try days(axis, value, at: valueAt)
        }
        try demandLetters(value, at: valueAt)
        switch name {
        case "origins": return .origins(try count(value, at: valueAt))
        case "dyad": return try dyad(value, at: valueAt)
        case SearchQuery.tagName where hasTags:
            guard let tag = TagWord.normal(value) else {
                throw error("a tag of letters a to z, digits and - after tag:", found: "\"\(value)\"", at: valueAt)
            }
            return .tag(tag, isPrefix: isPrefix)
        default: break
        }
        guard let facet = SearchQuery.Facet(rawValue: name) else {
            throw error(
                "one of \((SearchQuery.names + (hasTags ? [SearchQuery.tagName] : [])).joined(separator: ", "))"
                    + " before the colon", found: "\"\(name)\"",
                at: nameAt)
        }
        if let vocabulary = facet.vocabulary {
            let bare = SearchQuery.Facet.bare(value)
            let isKnown = vocabulary.contains { known in
                let known = SearchQuery.Facet.bare(known)
                return isPrefix ? known.hasPrefix(bare) : known == bare
            }
            if !isKnown {
                throw error(
                    "one of \(vocabulary.joined(separator: ", ")) after \(name):", found: "\"\(value)\"", at: valueAt)
            }
        }
        guard !isPrefix, let code = partyCode(value) else { return .facet(facet, value, isPrefix: isPrefix) }
        switch facet {
        case .party: return .facet(.party, code, isPrefix: false)
        case .place, .says:
            return .any([.facet(facet, value, isPrefix: false), .facet(facet, code, isPrefix: false)])
        default: return .facet(facet, value, isPrefix: false)
        }
    }

    /// "RUS-CHN", in either order; names of parties may stand for their codes.
    private func dyad(_ value: String, at start: Int) throws(RegisterError) -> SearchQuery {
        let parts = value.split(separator: "-", omittingEmptySubsequences: false).map {
            $0.split(separator: " ").joined(separator: " ")
        }
        guard parts.count == 2, parts.allSatisfy({ !SearchQuery.Facet.bare($0).isEmpty }) else {
            throw error("two parties such as RUS-CHN after dyad:", found: "\"\(value)\"", at: start)
        }
        let codes = parts.map { partyCode($0) ?? $0.uppercased() }
        return .dyad(Dyad(codes[0], codes[1]))
    }

    /// ">1", ">=2", "<3", "<=3", "=2", "2", "2..5".
    private func count(_ value: String, at start: Int) throws(RegisterError) -> ClosedRange<Int> {
        let most = 1_000_000_000
        func number(_ text: some StringProtocol) -> Int? {
            guard text.count <= 9, text.unicodeScalars.allSatisfy(\.isDigit) else { return nil }
            return Int(text)
        }
        if let dots = value.firstRange(of: ".."),
            let low = number(value[..<dots.lowerBound]), let high = number(value[dots.upperBound...]), low <= high
        {
            return low...high
        }
        let sign = value.prefix { "<>=".contains($0) }
        if let number = number(value.dropFirst(sign.count)) {
            switch sign {
            case "", "=": return number...number
            case ">": return (number + 1)...most
            case ">=": return number...most
            case "<" where number > 0: return 0...(number - 1)
            case "<=": return 0...number
            default: break
            }
        }
        throw error("a number of origins such as >1, <=3, 2 or 2..5 after origins:", found: "\"\(value)\"", at: start)
    }

    private func demandLetters(_ value: String, at start: Int) throws(RegisterError) {
        let hasLetters = value.unicodeScalars.contains {
            $0.properties.isAlphabetic || $0.properties.numericType != nil
        }
        if !hasLetters { throw error("a word with letters or digits", found: "\"\(value)\"", at: start) }
    }

    // MARK: - Days

    /// An ISO 8601 interval of years, months or days: "2025-12/2026-02", "2026", "../2026-02-01".
    private func days(_ axis: SearchQuery.Axis, _ value: String, at start: Int) throws(RegisterError) -> SearchQuery {
        let parts = value.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        let (first, last) = (parts[0], parts[parts.count - 1])
        func isOpen(_ text: String) -> Bool { text.isEmpty || text == ".." }
        let low = Self.period(first)
        let high = Self.period(last)
        let isWhole =
            parts.count == 1
            ? low != nil
            : parts.count == 2 && (low != nil || high != nil) && (low != nil || isOpen(first))
                && (high != nil || isOpen(last))
        guard isWhole else {
            throw error(
                "a day, month or year or two of them such as 2025-12/2026-02 or ../2026 after \(axis.rawValue):",
                found: "\"\(value)\"", at: start)
        }
        if let low, let high, low.first > high.last {
            throw error("the earlier day before the /", found: "\"\(value)\"", at: start)
        }
        return .days(axis, first: low?.first, last: high?.last)
    }

    /// The first and last day of "2026", "2026-02" or "2026-02-01".
    static func period(_ text: String) -> (first: Day, last: Day)? {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count <= 3, parts[0].count == 4, parts.dropFirst().allSatisfy({ $0.count == 2 }),
            parts.allSatisfy({ $0.unicodeScalars.allSatisfy(\.isDigit) })
        else { return nil }
        let numbers = parts.compactMap { Int($0) }
        let year = numbers[0]
        let month = numbers.count > 1 ? numbers[1] : nil
        let length = month.map { (1...12).contains($0) ? Day.length(year: year, month: $0) : 0 } ?? 31
        guard let first = Day(year: year, month: month ?? 1, day: numbers.count > 2 ? numbers[2] : 1),
            let last = Day(year: year, month: month ?? 12, day: numbers.count > 2 ? numbers[2] : length)
        else { return nil }
        return (first, last)
    }

    // MARK: - Characters

    private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isWhitespace || scalar.value < 0x20 || scalar.value == 0x7F
    }

    private mutating func skipSpace() {
        while at < scalars.count, Self.isSpace(scalars[at]) { at += 1 }
    }

    private func wordEnd() -> Int {
        var end = at
        while end < scalars.count, !Self.isSpace(scalars[end]), !["(", ")", "\""].contains(scalars[end]) { end += 1 }
        return end
    }

    /// Where a keyword ends that comes next; `nil` where another word does.
    private func keyword(_ word: String) -> Int? {
        var start = at
        while start < scalars.count, Self.isSpace(scalars[start]) { start += 1 }
        let end = start + word.unicodeScalars.count
        guard end <= scalars.count, scalars[start..<end].elementsEqual(word.unicodeScalars),
            end == scalars.count || Self.isSpace(scalars[end]) || ["(", ")", "\""].contains(scalars[end])
        else { return nil }
        return end
    }

    private func string(_ start: Int, _ end: Int) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars[start..<end].map { $0.value == 0 ? " " : $0 })
        return String(view)
    }

    private func error(_ expected: String, found: String, at place: Int) -> RegisterError {
        RegisterError(
            .badQuery,
            "expected \(expected) at character \(place + 1) of the query, found \(found); `rapporteur search --help` has the"
                + " language")
    }
}
