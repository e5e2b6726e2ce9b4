import Coding
import Diplomacy
import Testing

/// The record of a text of ours.
func record(
    _ text: String, title: String? = nil, published: String = "2026-03-12", source: Source? = nil
) throws -> Record {
    let document = Document(id: "test", title: title, text: text, published: Day(iso: published), source: source)
    return Embedded.coder.record(for: document)
}

/// The principal encounter of a text of ours.
func principal(
    _ text: String, title: String? = nil, published: String = "2026-03-12", source: Source? = nil
) throws -> Encounter {
    try #require(try record(text, title: title, published: published, source: source).principal)
}

/// The words of a text that a span covers.
func words(_ span: Span?, of text: String) -> String? {
    guard let span else { return nil }
    let scalars = Array(text.unicodeScalars)
    guard span.start >= 0, span.end <= scalars.count, span.start <= span.end else { return nil }
    return String(String.UnicodeScalarView(scalars[span.start..<span.end]))
}
