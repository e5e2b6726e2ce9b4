import Diplomacy
import Language
import Lexicon

// "Had the president on the telephone", "on the phone to the president": calls told by their means, without a verb of theirs.
extension ClauseReader {
    /// Whether a means is itself what tells of a call, for no verb or noun just before it does.
    func isCallByMeans(_ cue: Cue) -> Bool {
        guard cue.classes.contains(.phone), view.key(cue.tokens.lowerBound) == Self.on else { return false }
        return !view.cues.contains { other in
            other.tokens.upperBound <= cue.tokens.lowerBound && other.tokens.upperBound + 4 > cue.tokens.lowerBound
                && other.classes.contains { $0.isEncounterVerb || $0.isEncounterNoun }
        }
    }

    /// Who had whom on the telephone.
    func heldOnTheLine(_ cue: Cue) -> (caller: ActorGroup, called: ActorGroup)? {
        guard cue.classes.contains(.phone),
            let called = groups.last(where: {
                $0.tokens.upperBound <= cue.tokens.lowerBound && $0.tokens.upperBound + 1 >= cue.tokens.lowerBound
            }), Self.have.contains(view.preceding(called.tokens.lowerBound)),
            let caller = subject(before: called.tokens.lowerBound - 1)
        else { return nil }
        return (caller, called)
    }

    private static let on = Folding.key("on")
    private static let have = Word.set("had has have having")
}
