public import Codebook
public import Diplomacy
public import Language
public import Lexicon

/// Reads documents into records. A value type without state: one coder may serve any number of threads.
public struct Coder: Sendable {
    public let lexicon: Lexicon
    private let trees: TreeTables
    let classes: CueClasses
    let contextClasses: ContextClasses
    let patterns: EventPatterns

    private let classifier: EventClassifier?

    /// - Parameter classifier: judges the types of events; without one the codebook's rules stand alone.
    public init(lexicon: Lexicon, language: LanguageModel, codebook: Codebook, classifier: EventClassifier?) {
        self.classifier = classifier
        self.lexicon = lexicon
        classes = CueClasses(lexicon)
        contextClasses = ContextClasses(lexicon)
        patterns = EventPatterns(codebook)
        trees = TreeTables(language, lemmas: patterns.lemmas)
    }

    /// The record of one document. Never fails: what cannot be read gives a record with a diagnostic that says why.
    public func record(for document: Document) -> Record { CodingSession(self).record(for: document) }

    fileprivate func record(for document: Document, trees: TreeReader) -> Record {
        let text = Text(title: document.title, text: document.text)
        var record = Record(id: document.id, document: DocumentSummary(document, characters: text.scalarCount))
        record.document.sketch = Sketch(words: text.words)
        if let reason = unread(document, text) {
            record.diagnostics = [reason]
            return record
        }
        var coding = coding(of: document, text, trees)
        record.document.credits = CreditReader(coding: coding).credits()
        if document.extra["visit"] != nil {
            if let fields = VisitFields(document) {
                RowCoder(coder: self, trees: trees, document: document, fields: fields).fill(&record, coding)
                return record
            }
            record.diagnostics.append(
                Diagnostic(
                    code: "visit-not-read", severity: .warning,
                    message:
                        "The document's \"visit\" is no row of a table of visits (an object with table, start, "
                        + "end, visitor, from and to); its text was read as any other."))
        }
        if case .object(let row)? = document.extra["row"], row["table"] != nil {
            if let fields = DeskFields(document) {
                DeskRowCoder(coder: self, trees: trees, document: document, fields: fields).fill(&record, coding)
                return record
            }
            record.diagnostics.append(
                Diagnostic(
                    code: "row-not-read", severity: .warning,
                    message:
                        "The document's \"row\" is no row of a desk's table (an object with table, start and end); "
                        + "its text was read as any other."))
        }
        coding.run(into: &record)
        if record.encounters.isEmpty { record.quotations = coding.quotations() }
        EventReader(coding: coding, patterns: patterns, classifier: classifier).fill(&record)
        return record
    }

    func coding(
        of document: Document, _ text: Text, _ trees: TreeReader, setting: RowSetting? = nil
    ) -> DocumentCoding {
        trees.dateline = 0..<0
        return DocumentCoding(
            document: document, text: text, lexicon: lexicon, trees: trees, classes: classes,
            contextClasses: contextClasses, setting: setting)
    }

    /// What the classifier of events is trained on: the features of the first sentence for the document's actors.
    package func eventFeatures(of document: Document) -> [UInt64] {
        let text = Text(title: document.title, text: document.text)
        let coding = coding(of: document, text, treeReader())
        return EventReader(coding: coding, patterns: patterns, classifier: nil).features()
    }

    func treeReader() -> TreeReader { TreeReader(trees) }

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

extension Text {
    /// The identities of its words and numbers, in order.
    fileprivate var words: [UInt64] { tokens.filter { $0.has([.word, .number]) }.map(\.key) }
}

/// A coder with memory that it uses again for one document after another. Not to be shared between threads.
public final class CodingSession {
    private let coder: Coder
    private let trees: TreeReader

    public init(_ coder: Coder) {
        self.coder = coder
        trees = coder.treeReader()
    }

    /// The record of one document, the same as ``Coder/record(for:)`` gives.
    public func record(for document: Document) -> Record { coder.record(for: document, trees: trees) }
}
