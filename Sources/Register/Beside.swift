import Contract
import Diplomacy
import FoundationEssentials

/// What a document came with beside the columns of its version: with it the document can be coded again.
struct Beside: Decodable {
    var place: String?
    var actors: [ActorMark]?
    var extra: [String: JSONValue]?
    var noticed: [Diagnostic]?
    /// Title and text where they hold a zero, at which SQLite's text ends.
    var title: String?
    var text: String?

    init(_ document: Document, noticed: [Diagnostic]) {
        place = document.place
        actors = document.actors
        extra = document.extra
        self.noticed = noticed
        if document.title?.utf8.contains(0) == true { title = document.title }
        if document.text.utf8.contains(0) { text = document.text }
    }

    /// `nil` where there is nothing.
    var json: Data? {
        var members: [String: JSONValue] = [:]
        members["place"] = place.map { .string($0) }
        members["title"] = title.map { .string($0) }
        members["text"] = text.map { .string($0) }
        if let extra, !extra.isEmpty { members["extra"] = .object(extra) }
        if let actors, !actors.isEmpty {
            members["actors"] = .array(
                actors.map {
                    .object(["role": .string($0.role), "start": .integer($0.start), "end": .integer($0.end)])
                })
        }
        if let noticed, !noticed.isEmpty {
            members["noticed"] = .array(
                noticed.map {
                    .object([
                        "code": .string($0.code), "severity": .string($0.severity.rawValue),
                        "message": .string($0.message),
                    ])
                })
        }
        return members.isEmpty ? nil : Data(JSONValue.object(members).line)
    }
}

extension JSONValue {
    /// As bytes of JSON, keys sorted.
    var line: [UInt8] {
        var out = JSONOutput()
        write(to: &out)
        return out.bytes
    }
}
