import Diplomacy
import Language
import Lexicon

// The means of an encounter of which the text tells no means.
extension RecordWriter {
    /// Those who "spoke" or had a "conversation" without a place were on the telephone; those who met were in one room. Of
    /// those who only "discussed" little is known: signatures need a room; a head of state or government does not telephone
    /// another state's minister; one who congratulates, condoles or informs does it by telephone. Else it stays unknown.
    /// Where no more than such habits speak for it, a diagnostic says so.
    func assumedMedium(_ claim: Claim, _ diagnostics: inout [Diagnostic]) -> Medium {
        if claim.kind == .call { return .phone }
        let told = claim.sightings.filter { !$0.isWeak }
        if told.isEmpty {
            if claim.place?.name != nil { return .inPerson }
            let medium: Medium =
                signs(claim) || isBelowLeaders(claim) ? .inPerson : isCourtesy(claim) ? .phone : .unknown
            if medium != .unknown {
                diagnostics.append(
                    Diagnostic(
                        code: "medium-assumed",
                        message: "No means is named; \(medium.rawValue) is assumed by who talked and what was done."))
            }
            return medium
        }
        if told.allSatisfy(isConversation), claim.place?.name == nil, !isBelowLeaders(claim) { return .phone }
        return .inPerson
    }

    private func isConversation(_ sighting: Sighting) -> Bool {
        sighting.rule.hasPrefix("noun.conversation")
            || Self.exchanges.contains(coding.text.tokens[sighting.trigger.upperBound - 1].key)
    }

    private static let exchanges = Word.set("discussion views")
    private static let signatures = Word.set("signed signing")
    private static let informing = Word.set("informed briefed told")

    private func signs(_ claim: Claim) -> Bool {
        claim.sightings.contains { sighting in
            let near = sighting.sentence...min(sighting.sentence + 2, coding.text.sentences.count - 1)
            return near.contains { sentence in
                coding.text.sentences[sentence].tokens.contains {
                    Self.signatures.contains(coding.text.tokens[$0].key)
                }
            }
        }
    }

    /// Whether a leader is told to have talked with somebody of a lower level.
    private func isBelowLeaders(_ claim: Claim) -> Bool {
        let levels = claim.figures.compactMap { $0.offices.first.flatMap { lexicon.office($0.office).level } }
        return levels.contains(.leader)
            && levels.contains { $0 == .minister || $0 == .viceMinister || $0 == .ambassador }
    }

    /// Whether the opening tells of congratulations, condolences or news passed on.
    private func isCourtesy(_ claim: Claim) -> Bool {
        claim.firstSentence <= 4
            && coding.text.sentences.indices.prefix(4).contains { i in
                coding.views[i]?.has(.greeting) == true
                    || coding.text.sentences[i].tokens.contains {
                        Self.informing.contains(coding.text.tokens[$0].key)
                    }
            }
    }
}
