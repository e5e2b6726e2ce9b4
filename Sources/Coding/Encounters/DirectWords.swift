import Diplomacy
import Language
import Lexicon

// "A informed B about ...", "A thanked B": on an official page, what one says to the other tells that they talked.
extension DocumentCoding {
    /// The encounter that words from one to another imply, where the opening of an official page tells of none: its
    /// publisher is one of the two, and both hold office. `claims` are those that were read.
    mutating func directTalk(beside claims: [Claim]) -> Claim? {
        guard let house,
            !claims.contains(where: { $0.status.happened && !$0.isBackground && !$0.isMention && !$0.inSpeech })
        else { return nil }
        for i in views.keys.sorted() where i <= 4 && !spoken[i] {
            guard let view = views[i], view.range.contains(where: { Self.telling.contains(view.key($0)) }),
                let tree = view.runningTree
            else { continue }
            for token in view.range where Self.telling.contains(view.key(token)) {
                guard let (teller, told) = tree.toldTo(token..<token + 1),
                    let one = figure(at: teller, of: tree, view), let other = figure(at: told, of: tree, view),
                    one.party != other.party, one.party == house.party || other.party == house.party
                else { continue }
                return talk(of: [one, other], at: token..<token + 1, "verb.tell", view)
            }
        }
        return nil
    }

    /// The office holder whom a word of a sentence's tree stands for.
    private mutating func figure(at node: Int, of tree: SentenceTree, _ view: SentenceView) -> Figure? {
        guard let actor = view.groups.first(where: { tree.node(of: $0.tokens) == node })?.actors.first,
            actor.kind == .person || actor.kind == .office, !actor.isNonOfficial,
            let figure = cast.resolve(actor), figure.name != nil, figure.party != nil, !figure.offices.isEmpty
        else { return nil }
        return figure
    }

    /// Whether a sentence of the opening may tell of such words.
    func mayBeDirect(_ sentence: Int) -> Bool {
        sentence <= 4
            && text.sentences[sentence].tokens.contains { Self.telling.contains(text.tokens[$0].key) }
    }

    /// Verbs of which one hears from the other; congratulations are sent as well.
    private static let telling = Word.set(
        "told informed briefed thanked assured reassured asked invited reminded updated")
}

extension SentenceTree {
    /// Who says something and to whom, by a verb in the active voice.
    func toldTo(_ verb: Range<Int>) -> (teller: Int, told: Int)? {
        guard let node = node(of: verb), isVerb(node), let teller = child(of: node, .subject),
            let told = child(of: node, .object)
        else { return nil }
        return (teller, told)
    }
}
