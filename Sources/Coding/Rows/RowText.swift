import Diplomacy
import Language

/// The text of a row's document: the sentence of its facts, then the free text that the row has.
struct RowText {
    let coding: DocumentCoding
    /// The free text, which ends the document.
    let note: String?
    private var text: Text { coding.text }

    /// The first byte of the free text; `nil` where the document does not end in it.
    var noteStart: Int? {
        guard let note, coding.document.title == nil, coding.document.text.hasSuffix(note) else { return nil }
        return text.bytes.count - note.utf8.count
    }

    /// The sentence of the row's facts, as what the rule rests on.
    func evidence(_ rule: String) -> [Evidence] {
        guard let first = text.sentences.first else { return [] }
        // names with full stops may be cut: the sentence goes on to the free text
        let end = noteStart ?? text.bytes.count
        let tokens = first.tokens.lowerBound..<(text.tokens.firstIndex { Int($0.start) >= end } ?? text.tokens.count)
        guard let bytes = text.byteRange(tokens) else { return [] }
        return [Evidence(sentence: 0, span: text.span(tokens), text: text.string(bytes: bytes), rule: rule)]
    }

    /// Where some words of the row first stand.
    func span(of words: String) -> Span? {
        text.bytes.range(of: Array(words.utf8)).map { text.span(bytes: $0) }
    }
}

extension ToldByRemarks {
    /// Adds encounters of a row's free text behind the row's own, numbered on, with what else the text tells.
    ///
    /// - Parameters:
    ///   - own: those that stand for themselves.
    ///   - merged: ids of those that are the row's own encounter, told once more.
    ///   - isPart: whether one is a part of the row's encounter.
    func append(_ own: [Encounter], merged: Set<String> = [], to record: inout Record, isPart: (Encounter) -> Bool) {
        var numbers = Dictionary(
            own.enumerated().map { ($1.id, "e\($0 + 2)") }, uniquingKeysWith: { first, _ in first })
        for id in merged { numbers[id] = "e1" }
        for var encounter in own {
            encounter.relations = encounter.relations.compactMap { relation in
                numbers[relation.encounter].map { Relation(kind: relation.kind, encounter: $0) }
            }
            if isPart(encounter) { encounter.relations.insert(Relation(kind: .partOf, encounter: "e1"), at: 0) }
            encounter.id = numbers[encounter.id] ?? encounter.id
            record.encounters.append(encounter)
        }
        record.quotations = quotations.map { quotation in
            var quotation = quotation
            quotation.encounter = quotation.encounter.flatMap { numbers[$0] }
            return quotation
        }
        record.diagnostics += diagnostics
    }
}
