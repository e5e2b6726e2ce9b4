import Diplomacy
import Language
import Lexicon

// Journeys: "flew to Moscow", "his visit to Moscow", "will pay a visit at the invitation of".
extension ClauseReader {
    /// Somebody goes where another is at home.
    func visit(_ trigger: Trigger, _ left: [Actor], _ right: [Actor]) -> Sighting? {
        let travellers = left.filter { $0.kind != .party || !$0.isMetonym }
        guard !travellers.isEmpty, travellers.count == left.count else { return nil }
        var sighting = Sighting(
            sentence: view.index, trigger: trigger.cue.tokens, rule: "\(trigger.kind.name).active", kind: .visit,
            medium: .inPerson, actors: left, guest: 0, clause: trigger.cue.tokens)
        let start = trigger.cue.tokens.upperBound
        for i in start..<min(start + 6, view.range.upperBound) {
            if let match = view.name(at: i), match.has(.place) || match.has(.party) {
                sighting.destination = match
                sighting.clause = trigger.cue.tokens.lowerBound..<match.tokens.upperBound
                return sighting
            }
            if view.shape(i).contains(.punctuation) || Word.linking.contains(view.key(i)) { break }
        }
        return nil
    }

    /// "The visit of A to B", "B's visit to A", a visit on which somebody was invited.
    func visitNoun(_ trigger: Trigger, _ left: [Actor], _ start: Int) -> Sighting? {
        let cue = trigger.cue
        guard !left.isEmpty || view.isTitle else { return nil }
        var sighting = Sighting(
            sentence: view.index, trigger: cue.tokens, rule: "noun.visit.subject", kind: .visit, medium: .inPerson,
            actors: left, guest: left.isEmpty ? nil : 0,
            clause: min(start, cue.tokens.lowerBound)..<cue.tokens.upperBound)
        for i in cue.tokens.upperBound..<min(cue.tokens.upperBound + 7, view.range.upperBound) {
            if let match = view.name(at: i), match.has(.place) || match.has(.party),
                Self.toward.contains(view.key(i - 1)) || view.key(i - 1) == Word.the
            {
                sighting.destination = match
                sighting.clause = sighting.clause.lowerBound..<match.tokens.upperBound
                return sighting
            }
            if view.shape(i).contains(.punctuation) { break }
        }
        // "will pay a visit at the invitation of the king": who invites is the host
        guard !left.isEmpty, let host = inviter() else { return nil }
        sighting.host = left.count
        sighting.actors += host.actors
        return sighting
    }

    /// Who invites: the group after "at the invitation of".
    private func inviter() -> ActorGroup? {
        guard let noun = view.range.first(where: { view.key($0) == Self.invitation }), view.key(noun + 1) == Word.of
        else { return nil }
        return groups.first { $0.tokens.lowerBound == noun + 2 }
    }

    private static let invitation = Folding.key("invitation")
    private static let toward = Word.set("to in")
}
