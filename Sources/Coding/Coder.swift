public import Diplomacy
public import Language
public import Lexicon

/// Reads documents into records. A value type without state: one coder may serve any number of threads.
public struct Coder: Sendable {
    public let lexicon: Lexicon
    private let language: LanguageModel
    private let relations: [Dependency]
    let classes: CueClasses
    let contextClasses: ContextClasses

    public init(lexicon: Lexicon, language: LanguageModel) {
        self.lexicon = lexicon
        self.language = language
        relations = TreeReader.relations(of: language)
        classes = CueClasses(lexicon)
        contextClasses = ContextClasses(lexicon)
    }

    /// The record of one document. Never fails: what cannot be read gives a record with a diagnostic that says why.
    public func record(for document: Document) -> Record {
        let text = Text(title: document.title, text: document.text)
        var record = Record(id: document.id, document: DocumentSummary(document, characters: text.scalarCount))
        if let reason = unread(document, text) {
            record.diagnostics = [reason]
            return record
        }
        var coding = DocumentCoding(
            document: document, text: text, lexicon: lexicon, trees: TreeReader(language, relations: relations),
            classes: classes, contextClasses: contextClasses)
        coding.run(into: &record)
        return record
    }

    /// Why a document is not read at all.
    private func unread(_ document: Document, _ text: Text) -> Diagnostic? {
        if text.tokens.isEmpty {
            return Diagnostic(code: "no-text", severity: .warning, message: "The document has no words.")
        }
        if let language = document.language, !language.lowercased().hasPrefix("en") {
            return Diagnostic(
                code: "language-not-read", severity: .warning,
                message: "The document is said to be in \"\(language)\"; only English is read so far.")
        }
        if document.language == nil, let language = LanguageGuess.code(of: text), language != "en" {
            return Diagnostic(
                code: "language-not-read", severity: .warning,
                message: "The document seems to be in \"\(language)\"; only English is read so far. "
                    + "Give its language where that is wrong.")
        }
        return nil
    }
}
