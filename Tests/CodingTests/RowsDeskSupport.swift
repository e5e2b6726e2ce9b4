import Coding
import Diplomacy

/// Documents of rows of a desk's own table.
enum DeskRows {
    static func document(
        _ fields: [String: String], lists: [String: [String]] = [:], note: String? = nil, published: String? = nil
    ) -> Document {
        var values = fields.mapValues { JSONValue.string($0) }
        for (key, list) in lists { values[key] = .array(list.map { .string($0) }) }
        values["table"] = .string("desk")
        if let start = fields["start"], fields["end"] == nil { values["end"] = .string(start) }
        if let note { values["note"] = .string(note) }
        let told = fields.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" } + lists.values.flatMap { $0 }
        let sentence = "Row with \(told.joined(separator: ", "))."
        var document = Document(
            id: "table:desk:1", text: note.map { "\(sentence) \($0)" } ?? sentence,
            published: published.flatMap { Day(iso: $0) },
            language: "en", source: Source(name: "A ministry"))
        document.extra = ["row": .object(values)]
        return document
    }

    static func record(
        _ fields: [String: String], lists: [String: [String]] = [:], note: String? = nil, published: String? = nil
    ) -> Record {
        Embedded.coder.record(for: document(fields, lists: lists, note: note, published: published))
    }
}
