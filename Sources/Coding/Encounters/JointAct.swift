import Diplomacy
import Language
import Lexicon

// "The two leaders agreed ...", "A and B confirmed ...": who acts as one has talked, by whatever means.
extension DocumentCoding {
    /// The encounter that a sentence implies whose subject is two sides at once, of a text that names a trigger elsewhere.
    /// `known` are the two whom the opening names, once they have been looked for.
    mutating func jointAct(_ view: SentenceView, opening known: inout [Figure]?) -> Claim? {
        if let pair = view.groups.first(where: { group in
            group.actors.contains { $0.kind == .pair } && view.tree?.isSubject(group.tokens) ?? true
                && !Self.peoples.contains(view.key(group.tokens.upperBound - 1))
        }) {
            let figures = known ?? opening()
            known = figures
            return figures.count == 2 ? talk(of: figures, pair, view) : nil
        }
        guard
            let couple = view.groups.first(where: { group in
                let end = group.tokens.upperBound
                return group.actors.count == 2
                    && (Self.jointActs.contains(view.key(end)) || Self.jointActs.contains(view.key(end + 1)))
            })
        else { return nil }
        let figures = couple.actors.filter { $0.kind == .person }.compactMap { cast.resolve($0) }
        guard figures.count == 2, Set(figures.compactMap(\.party)).count == 2,
            figures.allSatisfy({ !$0.offices.isEmpty })
        else { return nil }
        return talk(of: figures, couple, view)
    }

    /// What two do together.
    private static let jointActs = Word.set(
        """
        agreed undertook signed initialled initialed pledged decided confirmed reaffirmed praised exchanged resolved settled
        """)
    /// "Both countries face ..." tells of no talk.
    private static let peoples = Word.set("countries nations states peoples economies")

    /// "The two leaders agreed ...": they talked, by whatever means.
    private func talk(of figures: [Figure], _ pair: ActorGroup, _ view: SentenceView) -> Claim {
        let sighting = Sighting(
            sentence: view.index, trigger: pair.tokens, rule: "pair.talk", kind: .meeting, medium: .unknown,
            actors: pair.actors,
            isWeak: true, clause: pair.tokens)
        return Claim(
            figures: figures, kind: .meeting, medium: .unknown, status: .held, statusIsStated: false,
            isBackground: false,
            inSpeech: false, sightings: [sighting])
    }
}
