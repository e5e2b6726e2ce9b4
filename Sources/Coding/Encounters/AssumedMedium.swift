import Diplomacy
import Language
import Lexicon

// The means of an encounter of which the text tells no means.
extension RecordWriter {
    /// Those who "spoke" or had a "conversation" without a place were on the telephone; those who met were in one room. Of
    /// those who only "discussed" little is known, and only habits of protocol speak for a means: a diagnostic says so.
    func assumedMedium(_ index: Int, of claims: [Claim], _ diagnostics: inout [Diagnostic]) -> Medium {
        let claim = claims[index]
        if claim.kind == .call { return .phone }
        let told = claim.sightings.filter { tellsMeans($0, of: claim) }
        if told.isEmpty {
            if claim.place?.name != nil { return .inPerson }
            let medium = habitualMedium(index, of: claims)
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

    /// Remarks in front of the press and signatures need a room, and a head of state or government does not telephone another
    /// state's minister; one who congratulates, condoles or informs does it by telephone. An invitation is made face to
    /// face. Two who look back on a meeting of theirs, or ahead to the next, are apart. Else the means stays unknown.
    private func habitualMedium(_ index: Int, of claims: [Claim]) -> Medium {
        let claim = claims[index]
        if isTranscribed(claim) || signs(claim) || isBelowLeaders(claim) { return .inPerson }
        if isCourtesy(claim) || isApart(claim) { return .phone }
        let same = claims.indices.filter {
            $0 != index && claims[$0].parties == claim.parties && !claims[$0].isWeak && !claims[$0].inSpeech
        }.map { claims[$0] }
        if same.contains(where: { $0.kind == .visit && $0.status == .proposed || isFrame($0) }) { return .inPerson }
        if !same.isEmpty { return .phone }
        return tells(Self.delegations) ? .inPerson : .unknown
    }

    /// "They agreed to keep in contact", "thanked him for his hospitality": said by those who are apart.
    private func isApart(_ claim: Claim) -> Bool {
        claim.firstSentence <= 4 && tells(Self.contacts, after: Self.further)
            || tells(Self.hospitality) || tells(Self.welcomes, after: Self.warm)
    }

    /// Whether the report itself, its opening before any speech, has one of some words, and one of others shortly before it.
    private func tells(_ words: WordSet, after others: WordSet? = nil) -> Bool {
        coding.text.sentences.indices.prefix(8).contains { sentence in
            !coding.spoken[sentence]
                && coding.text.sentences[sentence].tokens.contains { i in
                    guard words.contains(coding.text.tokens[i].key) else { return false }
                    guard let others else { return true }
                    return coding.text.sentences[sentence].tokens.clamped(to: i - 5..<i).contains {
                        others.contains(coding.text.tokens[$0].key)
                    }
                }
        }
    }

    private static let contacts = Word.set("contact contacts touch")
    private static let further = Word.set(
        """
        keep keeping continue continuing maintain maintaining remain stay further future upcoming forthcoming schedule plans
        planned
        """)
    private static let hospitality = Word.set("hospitality")
    private static let warm = Word.set("warm")
    private static let welcomes = Word.set("welcome reception")
    private static let delegations = Word.set("delegation delegations")

    /// Whether the text goes on with words that one of those who take part says there.
    private func isTranscribed(_ claim: Claim) -> Bool {
        claim.figures.contains { figure in coding.labels.contains { $0.isSame(as: figure) } }
    }

    /// "After the talks, A and B visited the museum": the encounter itself, as a setting.
    private func isFrame(_ claim: Claim) -> Bool {
        claim.medium != .phone && claim.sightings.allSatisfy { $0.rule.hasSuffix(".setting") }
    }

    /// Whether a wording can say how people were together: not "they discussed", and not "the dialogue" or, of what has been
    /// called a conversation, "the talks".
    private func tellsMeans(_ sighting: Sighting, of claim: Claim) -> Bool {
        if sighting.isWeak { return false }
        guard sighting.isAnaphoric, !isConversation(sighting) else { return true }
        return sighting.kind != .consultation
            && (sighting.kind != .talks || !claim.sightings.contains { isConversation($0) && $0.kind != .talks })
    }

    private func isConversation(_ sighting: Sighting) -> Bool {
        sighting.rule.hasPrefix("noun.conversation") || sighting.rule.hasPrefix("verb.speak")
            || Self.exchanges.contains(coding.text.tokens[sighting.trigger.upperBound - 1].key)
    }

    private static let exchanges = Word.set("discussion views")
    private static let signatures = Word.set("signed signing")
    private static let informing = Word.set("informed briefed told summarised summarized wished")

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
