package import Diplomacy

/// A document as a line of the contract, as `rapporteur extract` prints it: what was read beyond the contract's keys stands
/// beside them.
package struct DocumentLine: JSONWritable {
    private let document: Document

    package init(_ document: Document) { self.document = document }

    package func write(to out: inout JSONOutput) {
        var members = document.extra
        members["id"] = .string(document.id)
        members["text"] = .string(document.text)
        members["title"] = document.title.map { .string($0) }
        members["published"] = document.publishedText.map { .string($0) }
        members["language"] = document.language.map { .string($0) }
        members["url"] = document.url.map { .string($0) }
        members["place"] = document.place.map { .string($0) }
        if let source = document.source {
            var parts: [String: JSONValue] = [:]
            parts["name"] = source.name.map { .string($0) }
            parts["kind"] = (source.kind?.rawValue).map { .string($0) }
            parts["country"] = source.country.map { .string($0) }
            members["source"] = .object(parts)
        }
        if !document.actors.isEmpty {
            members["actors"] = .array(
                document.actors.map {
                    .object(["role": .string($0.role), "start": .integer($0.start), "end": .integer($0.end)])
                })
        }
        JSONValue.object(members).write(to: &out)
    }
}
