import Diplomacy
import Wording

/// Words of a report, what they were read as, and by which rule.
struct Note {
    var span: Span
    var what: String
    var value: String
    var rule: String?
    /// The class of its colour.
    var tone: String

    /// Everything that was read of a report and rests on words of it, in the order of the text.
    static func notes(on record: Diplomacy.Record, names: Names) -> [Note] {
        var notes = record.encounters.flatMap { Self.notes(on: $0, names: names) }
        for event in record.events {
            let actors = [event.source, event.target].map { $0?.text ?? "nobody named" }.joined(separator: " → ")
            let status = event.statusWords.isEmpty ? "" : " (\(event.statusWords))"
            notes.append(
                Note(
                    span: event.span, what: "Event", value: "\(event.type.rawValue)\(status) \(actors)",
                    rule: event.rule,
                    tone: "k-event"))
        }
        for quotation in record.quotations {
            let who = quotation.speaker?.person ?? quotation.speaker?.name ?? "speaker not told"
            notes.append(Note(span: quotation.span, what: "Words of", value: who, tone: "k-quotation"))
        }
        return sorted(notes)
    }

    /// What was read of one encounter, unsorted.
    static func notes(on claim: Encounter, names: Names) -> [Note] {
        let headline = Headline(encounter: claim, partyName: names.party)
        let told = headline.brief
        var notes = claim.evidence.map {
            Note(span: $0.span, what: "Encounter", value: told, rule: $0.rule, tone: "k-encounter")
        }
        func add(_ span: Span?, _ what: String, _ value: String?, _ tone: String) {
            if let span, let value { notes.append(Note(span: span, what: what, value: value, tone: tone)) }
        }
        for person in claim.participants {
            add(person.span, "Participant", headline.person(person, style: .plain).map(\.text).joined(), "k-person")
        }
        add(claim.place?.span, "Place", claim.place.flatMap { Phrases.place($0, partyName: names.party) }, "k-place")
        for issue in claim.issues { add(issue.span, "Issue", Issue.words(issue.code), "k-issue") }
        for outcome in [claim.outcome] + claim.outcomes.dropFirst() {
            add(outcome.span, "Outcome", Phrases.outcome(outcome.kind), "k-outcome")
        }
        return notes
    }

    /// Those that have words, by their starts, the longer first.
    static func sorted(_ notes: [Note]) -> [Note] {
        notes.filter { $0.span.start < $0.span.end }
            .sorted {
                ($0.span.start, $1.span.end, $0.what, $0.value) < ($1.span.start, $0.span.end, $1.what, $1.value)
            }
    }
}

/// A text with notes on some of its words.
struct MarkedText {
    private let scalars: [Unicode.Scalar]
    private let notes: [Note]
    /// Where a note begins or ends, sorted.
    private let bounds: [Int]

    /// - Parameter notes: sorted by their starts; spans in Unicode scalars of the text.
    init(_ text: String, notes: [Note]) {
        scalars = Array(text.unicodeScalars)
        self.notes = notes
        bounds = Set(notes.flatMap { [$0.span.start, $0.span.end] }).sorted()
    }

    /// The lines from a place on that are not empty.
    func paragraphs(from start: Int) -> [Range<Int>] {
        guard start < scalars.count else { return [] }
        var found: [Range<Int>] = []
        var first = start
        for i in start...scalars.count where i == scalars.count || scalars[i] == "\n" {
            if scalars[first..<i].contains(where: { !$0.properties.isWhitespace }) { found.append(first..<i) }
            first = i + 1
        }
        return found
    }

    /// Writes a stretch of the text. Where a note begins stands its anchor; words under notes are marked, and tell what they were
    /// read as.
    ///
    /// - Parameter isAnchored: whether anchors are written; where several texts stand on a page, none are.
    func write(_ out: inout Markup, _ range: Range<Int>, isAnchored: Bool = true) {
        let range = range.clamped(to: 0..<scalars.count)
        var anchored: Set<String> = []
        let cuts =
            [range.lowerBound] + bounds.filter { $0 > range.lowerBound && $0 < range.upperBound } + [range.upperBound]
        for (from, to) in zip(cuts, cuts.dropFirst()) where from < to {
            let here = notes.filter { $0.span.start < to && $0.span.end > from }
            for note in here where note.span.start == from {
                let anchor = "s\(note.span.start)-\(note.span.end)"
                // an anchor stands once on a page: at its note's beginning
                guard isAnchored, anchored.insert(anchor).inserted else { continue }
                out.element("span", ["id": anchor, "class": "anchor"]) { _ in }
            }
            var view = String.UnicodeScalarView()
            view.append(contentsOf: scalars[from..<to])
            // the closest reading gives the colour
            let closest = here.min { ($0.span.end - $0.span.start, $0.tone) < ($1.span.end - $1.span.start, $1.tone) }
            guard let closest else {
                out.text(String(view))
                continue
            }
            let told = here.map { "\($0.what): \($0.value)" + ($0.rule.map { " [\($0)]" } ?? "") }
            out.element("mark", ["class": closest.tone, "title": told.joined(separator: "\n")], String(view))
        }
    }
}
