import Diplomacy
import Language
import Lexicon

/// Reads what came of each encounter: what was signed, adopted, agreed, pledged, or that nothing was.
struct OutcomeReader {
    let context: ContextReader

    func fill(_ record: inout Record) {
        for passage in context.narrative {
            guard let owner = bearer(of: passage) else { continue }
            guard passage.isPast == context.claims[owner].isBackground || !passage.isPast else { continue }
            let clauses = OutcomeClauses(passage: passage, context: context, claim: context.claims[owner])
            for outcome in clauses.outcomes() { add(outcome, to: &record.encounters[owner]) }
        }
        for i in record.encounters.indices where record.encounters[i].status.happened { settle(&record.encounters[i]) }
    }

    /// The encounter that a sentence's outcome is of: its own, where that was held; where it is a next one of the same
    /// sides ("agreed to meet again in May"), the one that the report is about.
    private func bearer(of passage: Passage) -> Int? {
        guard let owner = passage.owner else { return nil }
        if context.claims[owner].status.happened { return owner }
        guard let principal = context.principal, context.claims[principal].status.happened,
            ContextReader.isSameDyad(owner, principal, context.claims)
        else { return nil }
        return principal
    }

    /// One outcome of a kind for the same words; titles repeat what the text says.
    private func add(_ outcome: Outcome, to encounter: inout Encounter) {
        if let i = encounter.outcomes.firstIndex(where: {
            $0.kind == outcome.kind && ($0.by ?? []) == (outcome.by ?? [])
        }) {
            let known = encounter.outcomes[i]
            let isTitle = (known.span?.start ?? 0) < context.text.scalars(before: context.text.titleBytes)
            if known.next == nil, outcome.next != nil || isTitle { encounter.outcomes[i] = outcome }
        } else {
            encounter.outcomes.append(outcome)
        }
    }

    /// The weightiest is the outcome; a single one needs no list of its own beside it.
    private func settle(_ encounter: inout Encounter) {
        // a title claims what its text does not tell only where the text is silent
        let told = encounter.outcomes.filter {
            ($0.span?.start ?? 0) >= context.text.scalars(before: context.text.titleBytes)
        }
        if !told.isEmpty { encounter.outcomes = told }
        encounter.outcomes.sort { ($0.kind.weight, $0.span?.start ?? 0) < ($1.kind.weight, $1.span?.start ?? 0) }
        encounter.outcome = encounter.outcomes.first ?? Outcome(kind: .notStated)
    }
}
