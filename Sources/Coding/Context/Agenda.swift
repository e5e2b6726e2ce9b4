import Diplomacy
import Language
import Lexicon

/// Ties issues to the encounter that they belong to, and to the party that raised them.
struct Agenda {
    let context: ContextReader

    func fill(_ record: inout Record) {
        var offstage: [(owner: Int, mention: IssueMention)] = []
        let relevant = relevance()
        for passage in context.narrative {
            guard let owner = passage.owner, relevant[passage.index] else { continue }
            let matches = context.coding.scan.issues(in: passage.range)
            guard !matches.isEmpty else { continue }
            for match in matches where !isBackdrop(match, passage, owner) {
                for code in match.codes {
                    let mention = IssueMention(
                        code: code, raisedBy: raiser(of: match, passage, owner), span: context.span(match.tokens))
                    if isRemembered(passage, owner) {
                        offstage.append((owner, mention))
                    } else {
                        add(mention, to: &record.encounters[owner])
                        if let principal = sharer(owner) { add(mention, to: &record.encounters[principal]) }
                    }
                }
            }
        }
        // what only a remembering sentence names is no item of this agenda; its words count where the agenda is silent
        for (owner, mention) in offstage where record.encounters[owner].issues.isEmpty {
            add(mention, to: &record.encounters[owner])
        }
    }

    private func add(_ mention: IssueMention, to encounter: inout Encounter) {
        guard let i = encounter.issues.firstIndex(where: { $0.code == mention.code }) else {
            encounter.issues.append(mention)
            return
        }
        guard let raisers = mention.raisedBy else { return }
        encounter.issues[i].raisedBy = Set((encounter.issues[i].raisedBy ?? []) + raisers).sorted()
    }

    /// The principal encounter, where another sight of the same sides is told as news beside it.
    private func sharer(_ owner: Int) -> Int? {
        guard let principal = context.principal, principal != owner, !context.claims[owner].isBackground,
            ContextReader.isSameDyad(owner, principal, context.claims)
        else { return nil }
        return principal
    }

    // MARK: - What does not belong

    /// Sentences in which a longer report tells of the talks: with a word for them or for discussing, or beside such a one
    /// in its paragraph. A short report tells of nothing else.
    private func relevance() -> [Bool] {
        let sentences = context.text.sentences
        var tells = [Bool](repeating: context.narrative.count <= Self.short, count: sentences.count)
        guard context.narrative.count > Self.short else { return tells }
        for passage in context.narrative {
            tells[passage.index] =
                passage.has(.agenda) || passage.has(.raise)
                || passage.view.cues.contains { cue in
                    cue.classes.contains { $0.isEncounterNoun || $0.isEncounterVerb || $0 == .pair || $0 == .say }
                }
        }
        let own = tells
        let numbers = context.paragraphs.numbers
        for i in sentences.indices {
            for j in [i - 1, i + 1]
            where sentences.indices.contains(j) && numbers[j] == numbers[i] && own[j] {
                tells[i] = true
            }
        }
        return tells
    }

    /// Sentences of a report that has no room for anything but its news.
    static let short = 24

    /// A sentence about another time, without a word for discussing.
    private func isRemembered(_ passage: Passage, _ owner: Int) -> Bool {
        guard passage.isPast, !context.claims[owner].isBackground else { return false }
        return !passage.has(.agenda) && !context.claims[owner].sightings.contains { $0.sentence == passage.index }
    }

    /// "the UN Security Council", "Security Council Secretary": the words of an office or body, not an issue.
    private func isBackdrop(_ match: IssueMatch, _ passage: Passage, _ owner: Int) -> Bool {
        passage.groups.contains { group in
            group.actors.contains { actor in
                actor.offices.contains {
                    $0.tokens.lowerBound <= match.tokens.lowerBound && $0.tokens.upperBound >= match.tokens.upperBound
                }
            }
        }
            || passage.view.names.contains { name in
                name.has(.party) && name.tokens.count > match.tokens.count
                    && name.tokens.lowerBound <= match.tokens.lowerBound
                    && name.tokens.upperBound >= match.tokens.upperBound
            }
    }

    // MARK: - Who raised it

    /// The party whose verb of raising governs the issue.
    private func raiser(of match: IssueMatch, _ passage: Passage, _ owner: Int) -> [String]? {
        let view = passage.view
        let start = max(view.range.lowerBound, match.tokens.lowerBound - 26)
        let verb = passage.cues.last { cue in
            cue.has(.raise) && cue.form != .base && cue.tokens.lowerBound >= start
                && cue.tokens.upperBound <= match.tokens.lowerBound
        }
        guard let verb, !passage.contains(OutcomeClauses.breaks, in: verb.tokens.upperBound..<match.tokens.lowerBound)
        else { return nil }
        let before = passage.groups.filter {
            $0.tokens.upperBound <= verb.tokens.lowerBound && verb.tokens.lowerBound - $0.tokens.upperBound <= 5
        }
        guard let group = before.last(where: { !ClauseReader.oblique.contains(view.key($0.tokens.lowerBound - 1)) })
        else { return nil }
        var cast = context.cast
        let claim = context.claims[owner]
        if group.actors.contains(where: { $0.kind == .pair }) { return claim.parties.map { context.code($0) }.sorted() }
        let parties = group.actors.compactMap { actor in
            actor.kind == .pronoun ? subject(before: passage) : actor.party ?? cast.resolve(actor)?.party
        }.filter { claim.parties.contains($0) }
        return parties.isEmpty ? nil : Set(parties).map { context.code($0) }.sorted()
    }

    private func subject(before passage: Passage) -> Int? {
        var cast = context.cast
        return context.passage(passage.index - 1)?.groups.first?.actors.first.flatMap {
            $0.party ?? cast.resolve($0)?.party
        }
    }
}
