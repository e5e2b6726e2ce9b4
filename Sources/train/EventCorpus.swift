import Codebook
import Coding
import Diplomacy
import FoundationEssentials

/// A sentence with the types of event that are right for it, for the classifier of events.
struct EventExample: Sendable {
    /// Numbers of the types of which one is right: one, or those of a class of which no finer type is known.
    var right: [Int]
    /// The keys of its features.
    var keys: [UInt64]
    /// The set that it comes from.
    var set: String
}

/// Reads the labelled sentences that the classifier of events learns from.
struct EventCorpus {
    /// Source and target marked in the text by `<s>…</s>` and `<t>…</t>`.
    struct Marked {
        var text: String
        var actors: [ActorMark]
    }

    let coder: Coder

    /// Rows of `TYPE<TAB>marked sentence`.
    func own(_ path: String) throws -> [EventExample] {
        try rows(path).compactMap { fields in
            guard fields.count == 2, let type = EventType(rawValue: fields[0]) else { return nil }
            return example(Self.marked(fields[1]), [Self.number(type)], set: "own")
        }
    }

    /// A table of the PLV set: sentence, marked sentence, root type; YIELD is a concession or a retreat.
    func plv(_ path: String, set: String = "plv") throws -> [EventExample] {
        try rows(path).dropFirst().compactMap { fields in
            guard fields.count >= 7 else { return nil }
            let root = fields[6]
            let right =
                root == "YIELD"
                ? [Self.number(.concede), Self.number(.retreat)]
                : EventType(rawValue: root).map { [Self.number($0)] } ?? []
            guard !right.isEmpty else { return nil }
            return example(Self.found(fields[1], fields[2], fields[3], fields[4]), right, set: set)
        }
    }

    /// Sentences with one of CAMEO's four quad classes, and no actors; class 0, a mere statement, says nothing of our types.
    func classes(_ path: String) throws -> [EventExample] {
        try rows(path).compactMap { fields in
            guard fields.count == 2, let quad = Int(fields[1]).flatMap({ Quad(rawValue: $0) }) else { return nil }
            let right = EventClassifier.types.indices.filter { EventClassifier.types[$0].quad == quad }
            return example(Marked(text: fields[0], actors: []), right, set: "cameo")
        }
    }

    /// Examples of the codebook that the rules code as they should, affirmed and actual, with source and target.
    func examples(of frames: [FrameFile]) -> [EventExample] {
        frames.flatMap(\.examples).flatMap { example -> [EventExample] in
            let plain = Document(
                id: "", text: example.sentence, published: Day(year: 2018, month: 6, day: 15), language: "en")
            let events = coder.record(for: plain).events.filter { event in
                event.happened && example.expected.contains { $0.fits(event) }
            }
            return events.compactMap { event in
                guard let source = event.source?.span, let target = event.target?.span, !source.overlaps(target) else {
                    return nil
                }
                let actors = [
                    ActorMark(role: "source", start: source.start, end: source.end),
                    ActorMark(role: "target", start: target.start, end: target.end),
                ]
                return self.example(
                    Marked(text: example.sentence, actors: actors), [Self.number(event.type)], set: "codebook")
            }
        }
    }

    private func example(_ marked: Marked, _ right: [Int], set: String) -> EventExample {
        var document = Document(
            id: "", text: marked.text, published: Day(year: 2018, month: 6, day: 15), language: "en")
        document.actors = marked.actors
        return EventExample(right: right, keys: coder.eventFeatures(of: document), set: set)
    }

    private func rows(_ path: String) throws -> [[String]] {
        try String(contentsOf: URL(filePath: path), encoding: .utf8).split(whereSeparator: \.isNewline).map {
            $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        }
    }

    private static func number(_ type: EventType) -> Int { EventClassifier.types.firstIndex(of: type) ?? 0 }

    // MARK: - Marks

    /// The text without its marks, and where they stood.
    static func marked(_ text: String) -> Marked {
        var plain: [Unicode.Scalar] = []
        var starts: [Unicode.Scalar: Int] = [:]
        var actors: [ActorMark] = []
        let scalars = Array(text.unicodeScalars)
        var i = 0
        while i < scalars.count {
            if scalars[i] == "<", i + 2 < scalars.count, scalars[i + 2] == ">",
                "st".unicodeScalars.contains(scalars[i + 1])
            {
                starts[scalars[i + 1]] = plain.count
                i += 3
            } else if scalars[i] == "<", i + 3 < scalars.count, scalars[i + 1] == "/", scalars[i + 3] == ">",
                let start = starts[scalars[i + 2]]
            {
                actors.append(
                    ActorMark(role: scalars[i + 2] == "s" ? "source" : "target", start: start, end: plain.count))
                i += 4
            } else {
                plain.append(scalars[i])
                i += 1
            }
        }
        return Marked(text: String(String.UnicodeScalarView(plain)), actors: actors)
    }

    /// The first occurrence in a sentence of what is marked, else of the given wordings.
    private static func found(_ sentence: String, _ markedText: String, _ source: String, _ target: String) -> Marked {
        let marks = marked(markedText)
        let scalars = Array(marks.text.unicodeScalars)
        func wording(_ role: String, _ given: String) -> String {
            guard let mark = marks.actors.first(where: { $0.role == role }) else { return given }
            return String(String.UnicodeScalarView(scalars[mark.start..<mark.end]))
        }
        let text = Array(sentence.unicodeScalars)
        let actors = [("source", wording("source", source)), ("target", wording("target", target))].compactMap {
            role, wording -> ActorMark? in
            let wanted = Array(wording.unicodeScalars)
            guard !wanted.isEmpty, wanted.count <= text.count,
                let at = (0...(text.count - wanted.count)).first(where: {
                    Array(text[$0..<$0 + wanted.count]) == wanted
                })
            else { return nil }
            return ActorMark(role: role, start: at, end: at + wanted.count)
        }
        return Marked(text: sentence, actors: actors)
    }
}
