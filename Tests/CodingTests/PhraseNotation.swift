import Coding
import Diplomacy
import Lexicon
import Testing

/// A phrase of a test, the day and the context in which it is read, and whom it shall give.
///
///     DEU GOV Angela Merkel, Federal Chancellor
///     DEU ELI Angela Merkel, Federal Chancellor!former
///     PSE/HAMAS UAF
///
/// Party and, within it, group, each `-` where it is absent; sectors, the main one first; person, institution or place,
/// with the office; the standing of those who are not incumbent.
struct Phrase: Sendable, CustomTestStringConvertible {
    var words: String
    var day: String
    var isDated: Bool
    var context: String
    var expected: [String]

    /// Whom the phrase gives on a day; `also` are the candidates after the first, where the test cares for them.
    init(_ words: String, on day: String = "2014-02-03", context: String = "", _ first: String?, also: [String] = []) {
        self.words = words
        self.day = day
        self.context = context
        isDated = true
        expected = (first.map { [$0] } ?? []) + also
    }

    /// A phrase of which nobody has told the day.
    init(_ words: String, readOn day: String, _ first: String?) {
        self.init(words, on: day, first)
        isDated = false
    }

    var candidates: [Candidate] {
        guard let day = Day(iso: day) else { return [] }
        return WhoReader(lexicon: Embedded.lexicon).candidates(for: words, on: day, isDated: isDated, context: context)
    }

    /// As many lines as the test expects, all of them where it expects none.
    var found: [String] {
        let lines = candidates.map(\.line)
        return expected.isEmpty ? lines : Array(lines.prefix(expected.count))
    }

    var testDescription: String { "\(words.prefix(60)) (\(day)\(context.isEmpty ? "" : ", \(context)"))" }
}

extension Candidate {
    var line: String {
        let name = person ?? body ?? place ?? ""
        var line = (party ?? "-") + (group.map { "/" + $0 } ?? "")
        line += " " + (sectors.isEmpty ? "-" : sectors.joined(separator: "+"))
        if !name.isEmpty { line += " " + name }
        if let office { line += ", " + office }
        if let standing, standing != .incumbent { line += "!" + standing.rawValue }
        return line
    }

    /// The rows that the candidate rests on.
    var origins: [Lexicon.Origin] { seats.map(\.origin) + basis.map(\.origin) }
}
