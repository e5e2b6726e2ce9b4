import Diplomacy
public import FoundationEssentials

/// Reads one JSON document of the contract.
///
/// Linear in the bytes. One decoder may serve one thread after another; make one for each worker.
public struct DocumentDecoder: Sendable {
    private let decoder = JSONDecoder()

    public init() {}

    /// The document that the bytes hold, a slice of a larger buffer included.
    ///
    /// - Throws: ``ReadingError`` where the bytes are no UTF-8, no JSON, no object, or an object without a `text`, or
    ///   with a key of the contract whose value has another type.
    public func intake(_ bytes: Data) throws(ReadingError) -> Intake {
        do {
            return try decoder.decode(JSONDocument.self, from: bytes).intake
        } catch let error as ReadingError {
            throw error
        } catch {
            if let repaired = LoneSurrogates.replaced(in: bytes), isUTF8(repaired),
                var intake = try? decoder.decode(JSONDocument.self, from: repaired).intake
            {
                intake.diagnostics.append(LoneSurrogates.diagnostic)
                return intake
            }
            throw JSONFault.error(for: error, in: bytes)
        }
    }

    private func isUTF8(_ bytes: Data) -> Bool { UTF8Fault.offset(in: bytes) == nil }
}

/// A key of any name: those that the contract knows are constants, the rest goes to `extra`.
private struct Key: CodingKey, Hashable {
    let stringValue: String
    var intValue: Int? { nil }

    init(_ name: String) { stringValue = name }
    init?(stringValue: String) { self.init(stringValue) }
    init?(intValue: Int) { nil }

    static let id = Key("id")
    static let title = Key("title")
    static let text = Key("text")
    static let published = Key("published")
    static let language = Key("language")
    static let source = Key("source")
    static let url = Key("url")
    static let place = Key("place")
    static let actors = Key("actors")
    static let name = Key("name")
    static let kind = Key("kind")
    static let country = Key("country")
    static let known: Set<Key> = [id, title, text, published, language, source, url, place, actors]
}

/// The decoding of one document: known keys first, `extra` only where there are others.
private struct JSONDocument: Decodable {
    var intake: Intake

    init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: Key.self)
        guard let text = try values.text(.text, allowingEmpty: true) else {
            let found = values.contains(.text) ? "null" : "no such key"
            throw ReadingError(
                .missingText, "expected a string under \"text\", found \(found); put the report's text there")
        }
        let sha256 = Document.sha256(of: text)
        var document = Document(id: try values.identifier() ?? sha256, text: text, sha256: sha256)
        document.title = try values.text(.title)
        document.language = try values.text(.language)
        document.url = try values.text(.url)
        document.place = try values.text(.place)
        document.publishedText = try values.text(.published)
        document.published = document.publishedText.flatMap(Document.day(ofPublication:))
        intake = Intake(document: document)
        if document.published == nil, let given = document.publishedText {
            intake.diagnostics.append(
                Diagnostic(
                    code: "published-not-read", severity: .warning,
                    message:
                        "The day of publication \"\(given)\" is neither a date (2026-03-12) nor a time of RFC 3339; "
                        + "days such as \"Wednesday\" stay without a date."))
        }
        try readSource(values)
        if values.contains(.actors), try !values.decodeNil(forKey: .actors) {
            intake.document.actors = try values.checked(.actors, expected: "a list of {\"role\",\"start\",\"end\"}") {
                try values.decode([ActorMark].self, forKey: .actors)
            }
        }
        readExtra(values)
    }

    /// A source is an object of the contract, or the bare name of a publisher.
    private mutating func readSource(_ values: KeyedDecodingContainer<Key>) throws {
        guard values.contains(.source), try !values.decodeNil(forKey: .source) else { return }
        if let name = try? values.decode(String.self, forKey: .source) {
            intake.document.source = name.isEmpty ? nil : Source(name: name)
            return
        }
        let parts = try values.checked(.source, expected: "an object or a name") {
            try values.nestedContainer(keyedBy: Key.self, forKey: .source)
        }
        var source = Source(name: try parts.text(.name), country: try parts.text(.country))
        if let kind = try parts.text(.kind) {
            source.kind = SourceKind(rawValue: kind)
            if source.kind == nil {
                let kinds = SourceKind.allCases.map(\.rawValue).joined(separator: ", ")
                intake.diagnostics.append(
                    Diagnostic(
                        code: "source-kind-unknown", severity: .warning,
                        message: "The source's kind \"\(kind)\" is none of \(kinds); it was left out."))
            }
        }
        intake.document.source = source == Source() ? nil : source
    }

    private mutating func readExtra(_ values: KeyedDecodingContainer<Key>) {
        for key in values.allKeys where !Key.known.contains(key) {
            if let value = try? values.decode(JSONValue.self, forKey: key) {
                intake.document.extra[key.stringValue] = value
            } else {
                intake.diagnostics.append(
                    Diagnostic(
                        code: "extra-not-read", severity: .warning,
                        message: "The value of the unknown key \"\(key.stringValue)\" cannot be kept; it was left out.")
                )
            }
        }
    }
}

extension KeyedDecodingContainer<Key> {
    /// A string, or `nil` where the key is missing, `null` or (unless allowed) empty.
    fileprivate func text(_ key: Key, allowingEmpty: Bool = false) throws -> String? {
        let value = try checked(key, expected: "a string") { try decodeIfPresent(String.self, forKey: key) }
        return value == "" && !allowingEmpty ? nil : value
    }

    /// The document's id: a string, or a number as its text.
    fileprivate func identifier() throws -> String? {
        guard contains(.id), try !decodeNil(forKey: .id) else { return nil }
        if let integer = try? decode(Int.self, forKey: .id) { return String(integer) }
        if let number = try? decode(Decimal.self, forKey: .id) { return number.description }
        let id = try checked(.id, expected: "a string or a number") { try decode(String.self, forKey: .id) }
        return id.isEmpty ? nil : id
    }

    /// Runs a decoding step and puts a mismatch of types into the contract's words.
    fileprivate func checked<Value>(_ key: Key, expected: String, _ step: () throws -> Value) throws -> Value {
        do {
            return try step()
        } catch DecodingError.dataCorrupted(let context) {
            throw DecodingError.dataCorrupted(context)
        } catch is DecodingError {
            let found = (try? decode(JSONValue.self, forKey: key)).map(JSONFault.words) ?? "something else"
            let path = (codingPath.map(\.stringValue) + [key.stringValue]).joined(separator: ".")
            throw ReadingError(
                .wrongType, "expected \(expected) under \"\(path)\", found \(found); mend or leave out the key")
        }
    }
}
