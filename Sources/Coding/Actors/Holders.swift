import Diplomacy
import Language
import Lexicon

extension Lexicon {
    /// Who holds an office on a day, where the office and its title leave no doubt: one holder, or of the heads of several
    /// services or bodies the one whose title has the words that the text has.
    ///
    /// - Parameter words: the text's words for the office and what stands around it.
    func holder(party: Int, office: Int, on day: Day, words: String) -> Term? {
        let kind = self.office(office).holders
        guard kind != .many else { return nil }
        let holders = holders(party: party, office: office, on: day)
        guard kind == .title, holders.count > 1 else { return holders.first }
        let told = Self.tellingWords(words)
        func agreement(_ term: Term) -> Int { Self.tellingWords(term.title).intersection(told).count }
        let ranked = holders.map { (term: $0, words: agreement($0)) }.sorted { $0.words > $1.words }
        // words such as "head" and "of" that all titles share tell nothing
        guard ranked[0].words > ranked[1].words else { return nil }
        return ranked[0].term
    }

    private static func tellingWords(_ title: String) -> Set<String> {
        Set(Figure.folded(title).flatMap { $0.split(separator: "-").map(String.init) })
            .subtracting(["the", "of", "for", "and", "to", "in", "on", "a"])
    }
}
