import Diplomacy
import Language
import Lexicon

// "The two leaders agreed ...", "A and B confirmed ...": who acts as one has talked, by whatever means.
extension DocumentCoding {
    /// The encounter that a sentence implies whose subject is two sides at once, of a text that names a trigger elsewhere or
    /// is an official page. On such a page its publisher and another official who say something as one have talked, too.
    /// `known` are the two whom the opening names, once they have been looked for.
    mutating func jointAct(_ view: SentenceView, opening known: inout [Figure]?) -> Claim? {
        // "Would they acknowledge each other?"
        if view.range.last.map({ view.key($0) == Self.questionMark }) ?? false { return nil }
        if let pair = view.groups.first(where: { group in
            group.actors.contains { $0.kind == .pair } && view.tree?.isSubject(group.tokens) ?? true
                && !Self.peoples.contains(view.key(group.tokens.upperBound - 1))
        }) {
            let figures = known ?? opening()
            known = figures
            return figures.count == 2 ? talk(of: figures, at: pair.tokens, "pair.talk", view) : nil
        }
        guard
            let couple = view.groups.first(where: { group in
                let end = group.tokens.upperBound
                return group.actors.count == 2
                    && (end...end + 1).contains { isJoint(view.key($0)) }
            })
        else { return nil }
        let figures = couple.actors.filter { $0.kind == .person || $0.kind == .office }.compactMap { cast.resolve($0) }
        guard figures.count == 2, Set(figures.compactMap(\.party)).count == 2,
            figures.allSatisfy({ $0.name != nil && !$0.offices.isEmpty })
        else { return nil }
        return talk(of: figures, at: couple.tokens, "pair.talk", view)
    }

    /// Whether a sentence of an official page may tell of an encounter without a word for one.
    func mayBeJoint(_ sentence: Int, _ cues: [Cue]) -> Bool {
        guard cast.houseParty != nil, sentence <= 6 else { return false }
        return mayBeDirect(sentence) || cues.contains { $0.classes.contains(.pair) }
            || text.sentences[sentence].tokens.contains {
                let key = text.tokens[$0].key
                return Self.jointActs.contains(key) || Self.jointWords.contains(key)
            }
    }

    private func isJoint(_ verb: UInt64) -> Bool {
        Self.jointActs.contains(verb) || house != nil && Self.jointWords.contains(verb)
    }

    private static let questionMark = Folding.key("?")
    /// What two do together.
    private static let jointActs = Word.set(
        """
        agreed undertook signed initialled initialed pledged decided confirmed reaffirmed praised exchanged resolved settled
        """)
    /// What two say or show together.
    private static let jointWords = Word.set(
        """
        expressed stressed noted emphasised emphasized underscored underlined highlighted voiced stated denounced condemned
        welcomed considered examined reviewed touched focused focussed spoke pointed reached
        """)
    /// "Both countries face ..." tells of no talk.
    private static let peoples = Word.set("countries nations states peoples economies")

    /// "The two leaders agreed ...": they talked, by whatever means.
    func talk(of figures: [Figure], at tokens: Range<Int>, _ rule: String, _ view: SentenceView) -> Claim {
        let sighting = Sighting(
            sentence: view.index, trigger: tokens, rule: rule, kind: .meeting, medium: .unknown, actors: [],
            isWeak: true, clause: tokens)
        return Claim(
            figures: figures, kind: .meeting, medium: .unknown, status: .held, statusIsStated: false,
            isBackground: false,
            inSpeech: false, sightings: [sighting])
    }
}
