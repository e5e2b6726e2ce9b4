import Diplomacy
import Language

/// What a row of a table tells of the text in it that the text itself leaves out: who "met with", and at whose place.
struct RowSetting {
    /// Who acts where a sentence has no subject.
    var visitor: Figure
    /// The party for which officials without a party act: the host.
    var host: Int

    /// The party of an official of whom neither the text nor the lexicon tells one: of "accompanied President Ford" the visitor's,
    /// else the host's.
    func party(of actor: Actor, in text: Text) -> Int? {
        let before = actor.tokens.lowerBound - 1
        let isCompanion = text.tokens.indices.contains(before) && Self.companions.contains(text.tokens[before].key)
        return isCompanion ? visitor.party : host
    }

    private static let companions = Word.set("accompanied accompanying joined represented")
}
