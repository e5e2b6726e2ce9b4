import Diplomacy
import Language

/// Moves what was read of the end of a text to where it stands in the whole.
struct SpanShift {
    /// Unicode scalars before the part that was read.
    let offset: Int
    /// The whole text.
    let text: Text

    func moved(_ span: Span) -> Span { Span(span.start + offset, span.end + offset) }

    func moved(_ quotation: Quotation) -> Quotation {
        var quotation = quotation
        quotation.span = moved(quotation.span)
        return quotation
    }

    func moved(_ diagnostic: Diagnostic) -> Diagnostic {
        var diagnostic = diagnostic
        diagnostic.span = diagnostic.span.map(moved)
        return diagnostic
    }

    func moved(_ encounter: Encounter) -> Encounter {
        var encounter = encounter
        for i in encounter.participants.indices {
            encounter.participants[i].span = encounter.participants[i].span.map(moved)
        }
        for i in encounter.about.indices { encounter.about[i].span = moved(encounter.about[i].span) }
        for i in encounter.issues.indices { encounter.issues[i].span = moved(encounter.issues[i].span) }
        encounter.instruments = encounter.instruments.map { list in
            list.map {
                var one = $0
                one.span = moved($0.span)
                return one
            }
        }
        encounter.regions = encounter.regions.map { list in
            list.map {
                var one = $0
                one.span = moved($0.span)
                return one
            }
        }
        encounter.outcome.span = encounter.outcome.span.map(moved)
        for i in encounter.outcomes.indices { encounter.outcomes[i].span = encounter.outcomes[i].span.map(moved) }
        if let span = encounter.attributedTo?.span { encounter.attributedTo?.span = moved(span) }
        if let span = encounter.within?.span { encounter.within?.span = moved(span) }
        if let span = encounter.place?.span { encounter.place?.span = moved(span) }
        for i in encounter.evidence.indices {
            encounter.evidence[i].span = moved(encounter.evidence[i].span)
            encounter.evidence[i].sentence = sentence(at: encounter.evidence[i].span.start)
        }
        return encounter
    }

    /// The sentence of the whole text in which a scalar stands; the last one where it stands behind all.
    private func sentence(at scalar: Int) -> Int {
        let after = text.sentences.firstIndex { text.span($0.tokens).end > scalar }
        return after ?? max(0, text.sentences.count - 1)
    }
}
