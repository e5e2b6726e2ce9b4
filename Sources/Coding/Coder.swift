public import Diplomacy
import Language
public import Lexicon

/// Reads documents into records. A value type without state: one coder may serve any number of threads.
public struct Coder: Sendable {
    public let lexicon: Lexicon

    public init(lexicon: Lexicon) { self.lexicon = lexicon }

    /// The record of one document. Never fails: what cannot be read gives a record with a diagnostic that says why.
    public func record(for document: Document) -> Record {
        let text = Text(document.spanned, titleBytes: document.title.map { $0.utf8.count + 1 } ?? 0)
        let summary = DocumentSummary(document, characters: text.scalarCount)
        return Record(id: document.id, document: summary)
    }
}
