import Codebook
import Diplomacy
import Language
import Lexicon

/// Reads the events of a document: sentences that may tell one are parsed, the codebook's patterns run over their trees, and
/// the actors are named.
struct EventReader {
    let coding: DocumentCoding
    let patterns: EventPatterns
    let classifier: EventClassifier?
    var text: Text { coding.text }
    var scan: Scan { coding.scan }

    /// Events kept of one sentence, and of one document.
    static let mostInSentence = 24
    static let mostInDocument = 2000

    func fill(_ record: inout Record) {
        if let given = givenActors() {
            record.events = events(of: given)
            return
        }
        for i in text.sentences.indices where record.events.count < Self.mostInDocument {
            let sentence = text.sentences[i]
            guard !sentence.isTitle || text.sentences.count == 1, let view = view(i), let tree = view.tree else {
                continue
            }
            record.events += events(in: view, tree, record)
        }
    }

    /// The view of a sentence that may tell an event: it has all words of a pattern, and names two parties, or one beside a
    /// word of conflict. Sentences are dear to parse, and in official text most name but one's own state.
    private func view(_ i: Int) -> SentenceView? {
        let tokens = text.sentences[i].tokens
        let names = coding.views[i]?.names ?? scan.names(in: tokens)
        guard
            isShort
                || !names.isEmpty
                    && patterns.mayTell(tokens, of: text, onlyAlarms: !scan.nameTwoParties(names))
        else { return nil }
        return view(i, names)
    }

    /// The view of a sentence that the reading of encounters has, else one of its own.
    private func view(_ i: Int, _ names: @autoclosure () -> [NameMatch]) -> SentenceView {
        coding.views[i] ?? SentenceView(i, text: text, scan: scan, names: names(), cues: [])
    }

    /// A text of a few sentences is read whole.
    private var isShort: Bool { text.sentences.count <= 3 }

    // MARK: - One sentence

    private func events(in view: SentenceView, _ tree: SentenceTree, _ record: Record) -> [Event] {
        let writer = writer(view, tree, encounters: record.encounters)
        var events: [Event] = []
        for draft in writer.judge.drafts {
            for event in writer.events(of: draft) where events.count < Self.mostInSentence {
                if !events.contains(where: { Self.isSame($0, event) }) { events.append(event) }
            }
        }
        return events.isEmpty ? writer.unruled().map { [$0] } ?? [] : events
    }

    private static func isSame(_ a: Event, _ b: Event) -> Bool {
        a.type == b.type && a.polarity == b.polarity && a.modality == b.modality && a.source == b.source
            && a.target == b.target
    }

    // MARK: - Actors that the caller names

    /// The spans of the actors that the document gives, as bytes of the text; `nil` where it gives none.
    private func givenActors() -> [(role: String, bytes: Range<Int>)]? {
        guard !coding.document.actors.isEmpty else { return nil }
        let shift = text.titleBytes > 0 ? text.scalars(before: text.titleBytes) : 0
        return coding.document.actors.compactMap { mark in
            let start = byte(ofScalar: mark.start + shift)
            let end = byte(ofScalar: mark.end + shift)
            return start < end ? (mark.role, start..<end) : nil
        }
    }

    /// The first byte that has so many scalars before it, by binary search.
    private func byte(ofScalar scalar: Int) -> Int {
        var low = 0
        var high = text.bytes.count
        while low < high {
            let middle = (low + high) / 2
            if text.scalars(before: middle) < scalar { low = middle + 1 } else { high = middle }
        }
        return low
    }

    private func writer(_ view: SentenceView, _ tree: SentenceTree, encounters: [Encounter] = []) -> EventWriter {
        var reader = DraftReader(tree: tree, patterns: patterns)
        let drafts = reader.drafts()
        return EventWriter(
            coding: coding, view: view, encounters: encounters, codebook: patterns.codebook,
            judge: EventJudge(tree: tree, classifier: classifier, drafts: drafts, idioms: reader.idioms))
    }

    /// The features of the first sentence for the given actors, as the classifier sees them; empty where there is none.
    func features() -> [UInt64] {
        let given = givenActors() ?? []
        for i in text.sentences.indices {
            guard let bytes = text.byteRange(text.sentences[i].tokens) else { continue }
            let source = given.first { $0.role == "source" && $0.bytes.overlaps(bytes) }?.bytes
            let target = given.first { $0.role == "target" && $0.bytes.overlaps(bytes) }?.bytes
            guard given.isEmpty || source != nil || target != nil else { continue }
            let view = view(i, scan.names(in: text.sentences[i].tokens))
            guard let tree = view.tree else { continue }
            let writer = writer(view, tree)
            let (best, fit) = writer.best(from: source, to: target)
            return writer.judge.keys(writer.judge.words(source), writer.judge.words(target), best: best, fit: fit)
        }
        return []
    }

    /// One event for each given source and target that share a sentence; for a source or target alone, what is told of it.
    private func events(of given: [(role: String, bytes: Range<Int>)]) -> [Event] {
        let sources = given.filter { $0.role == "source" }.map(\.bytes)
        let targets = given.filter { $0.role == "target" }.map(\.bytes)
        var events: [Event] = []
        for i in text.sentences.indices {
            guard let bytes = text.byteRange(text.sentences[i].tokens) else { continue }
            let here = sources.filter { $0.overlaps(bytes) }
            let there = targets.filter { $0.overlaps(bytes) }
            guard !here.isEmpty || !there.isEmpty else { continue }
            let view = view(i, scan.names(in: text.sentences[i].tokens))
            guard let tree = view.tree else { continue }
            let writer = writer(view, tree)
            for source in here.isEmpty ? [nil] : here.map(Optional.some) {
                for target in there.isEmpty ? [nil] : there.map(Optional.some) {
                    if let event = writer.event(from: source, to: target) { events.append(event) }
                }
            }
        }
        return events
    }
}
