import Diplomacy
import Language
import Wording

/// The sentences of a document by the spans within them.
struct Passages {
    /// A sentence with the parts of it that are evidence, as ranges of its Unicode scalars.
    struct Passage: Equatable {
        var index: Int
        var text: String
        var marks: [Range<Int>]
    }

    private let text: Text
    /// Span of each sentence in the document.
    private let spans: [Span]

    init(_ document: Document) {
        let text = Text(title: document.title, text: document.text)
        self.text = text
        spans = text.sentences.map { sentence in
            guard let bytes = text.byteRange(sentence.tokens) else { return Span(0, 0) }
            return Span(text.scalars(before: bytes.lowerBound), text.scalars(before: bytes.upperBound))
        }
    }

    /// The sentences in which spans begin, in the order of the text, each with its marks. A span that begins nowhere
    /// in the text has none.
    func passages(for marked: [Span]) -> [Passage] {
        var marks: [Int: [Range<Int>]] = [:]
        for span in marked where span.start < span.end {
            guard let i = sentence(at: span.start) else { continue }
            let sentence = spans[i]
            let first = max(0, span.start - sentence.start)
            let last = min(sentence.end, span.end) - sentence.start
            if first < last { marks[i, default: []].append(first..<last) }
        }
        return marks.keys.sorted().map { Passage(index: $0, text: words($0), marks: Self.merged(marks[$0] ?? [])) }
    }

    /// The span of the sentence in which a span begins.
    func sentenceSpan(of span: Span) -> Span? { sentence(at: span.start).map { spans[$0] } }

    /// The sentence that holds a span's first scalar, or the next one where it lies between two.
    private func sentence(at scalar: Int) -> Int? {
        var (low, high) = (0, spans.count)
        while low < high {
            let middle = (low + high) / 2
            if spans[middle].end <= scalar { low = middle + 1 } else { high = middle }
        }
        return low < spans.count ? low : nil
    }

    private func words(_ i: Int) -> String { text.string(text.sentences[i].tokens) }

    private static func merged(_ ranges: [Range<Int>]) -> [Range<Int>] {
        ranges.sorted { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }.reduce(into: []) {
            out, range in
            if let last = out.last, range.lowerBound <= last.upperBound {
                out[out.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
            } else {
                out.append(range)
            }
        }
    }
}

extension Passages.Passage {
    /// Unicode scalars kept on each side of the marks where a passage is cut.
    private static let margin = 26

    /// The passage in pieces, the evidence marked: by its style where there are colours, else by guillemets (by
    /// brackets where the sentence has guillemets of its own).
    func pieces(color: Bool, shortened: Bool) -> [Piece] {
        let scalars = Array(text.unicodeScalars)
        let window = shortened ? window(of: scalars) : 0..<scalars.count
        let (opening, closing) =
            color ? ("", "") : scalars.contains("«") || scalars.contains("»") ? ("[", "]") : ("«", "»")
        func string(_ range: Range<Int>) -> String {
            var view = String.UnicodeScalarView()
            view.append(contentsOf: scalars[range])
            return String(view)
        }
        var pieces: [Piece] = []
        if window.lowerBound > 0 { pieces.append(Piece("… ", .quiet)) }
        var at = window.lowerBound
        for mark in marks.map({ $0.clamped(to: window) }) where !mark.isEmpty {
            pieces.append(Piece(string(at..<mark.lowerBound), .quiet))
            pieces.append(Piece(opening + string(mark) + closing, .evidence))
            at = mark.upperBound
        }
        pieces.append(Piece(string(at..<window.upperBound), .quiet))
        if window.upperBound < scalars.count { pieces.append(Piece(" …", .quiet)) }
        return pieces.filter { !$0.text.isEmpty }
    }

    /// The part around the first mark, cut between words.
    private func window(of scalars: [Unicode.Scalar]) -> Range<Int> {
        let first = marks.first ?? 0..<0
        let last = marks.last(where: { $0.upperBound - first.lowerBound <= 4 * Self.margin }) ?? first
        var start = max(0, first.lowerBound - Self.margin)
        var end = min(scalars.count, min(last.upperBound, first.lowerBound + 16 * Self.margin) + Self.margin)
        if start > 0 {
            while start < first.lowerBound, scalars[start] != " " { start += 1 }
            if start < first.lowerBound { start += 1 }
        }
        if end < scalars.count {
            while end > last.upperBound, scalars[end] != " " { end -= 1 }
        }
        return start..<max(start, end)
    }
}
