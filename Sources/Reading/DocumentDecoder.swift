import Diplomacy
public import FoundationEssentials

/// Reads one JSON document of the contract. Linear in the bytes.
public struct DocumentDecoder: Sendable {
    public init() {}

    /// The document that the bytes hold, a slice of a larger buffer included.
    ///
    /// - Throws: ``ReadingError`` where the bytes are no UTF-8, no JSON, no object, an object without a `text`, or one
    ///   with a key of the contract whose value has another type.
    public func intake(_ bytes: Data) throws(ReadingError) -> Intake {
        if let offset = UTF8Fault.offset(in: bytes) {
            throw ReadingError(
                .notUTF8, "expected UTF-8, found a byte that is none at byte \(offset); convert the input to UTF-8")
        }
        let (value, hasRepaired) = try bytes.withUnsafeBytes { raw in
            Result { () throws(ReadingError) in
                var reader = JSONReader(raw)
                return (try reader.value(), reader.hasRepaired)
            }
        }.get()
        guard case .object(let members) = value else {
            throw ReadingError(
                .notAnObject,
                "expected one JSON object with a key \"text\", found \(value.kindInWords); wrap it in an object")
        }
        var intake = try Members(values: members).intake()
        if hasRepaired {
            intake.diagnostics.append(
                Diagnostic(
                    code: "surrogates-repaired", severity: .warning,
                    message: "The document held escapes of half a character (such as \\ud83d alone); "
                        + "each was replaced by U+FFFD."))
        }
        return intake
    }
}

/// The members of a JSON object, with the types that the contract asks for.
private struct Members {
    static let known: Set<String> = [
        "id", "title", "text", "published", "language", "source", "url", "place", "actors",
    ]

    let values: [String: JSONValue]
    /// Names of the objects around it, each followed by a full stop.
    var path = ""

    func intake() throws(ReadingError) -> Intake {
        guard let text = try text("text", allowingEmpty: true) else {
            let found = values["text"] == nil ? "no such key" : "null"
            throw ReadingError(
                .missingText, "expected a string under \"text\", found \(found); put the report's text there")
        }
        let sha256 = Document.sha256(of: text)
        var intake = Intake(document: Document(id: try self.text("id") ?? sha256, text: text, sha256: sha256))
        intake.document.title = try self.text("title")
        intake.document.language = try self.text("language")
        intake.document.url = try self.text("url")
        intake.document.place = try self.text("place")
        try readPublished(into: &intake)
        try readSource(into: &intake)
        intake.document.actors = try actors()
        if values.count > 1 { intake.document.extra = values.filter { !Self.known.contains($0.key) } }
        return intake
    }

    private func wrong(_ key: String, expected: String) -> ReadingError {
        let found = values[key]?.kindInWords ?? "no such key"
        return ReadingError(
            .wrongType, "expected \(expected) under \"\(path)\(key)\", found \(found); mend the key or leave it out")
    }

    /// A string, or `nil` where the key is missing, `null` or (unless allowed) empty.
    func text(_ key: String, allowingEmpty: Bool = false) throws(ReadingError) -> String? {
        switch values[key] {
        case nil, .null?: return nil
        case .string(let text)?: return text.isEmpty && !allowingEmpty ? nil : text
        default: throw wrong(key, expected: key == "id" ? "a string or a number" : "a string")
        }
    }

    private func readPublished(into intake: inout Intake) throws(ReadingError) {
        guard let given = try text("published") else { return }
        intake.document.publishedText = given
        intake.document.published = Document.day(ofPublication: given)
        if intake.document.published == nil {
            intake.diagnostics.append(
                Diagnostic(
                    code: "published-not-read", severity: .warning,
                    message: "The day of publication \"\(given)\" is neither a date (2026-03-12) nor a time of "
                        + "RFC 3339; days such as \"Wednesday\" stay without a date."))
        }
    }

    /// A source is an object of the contract, or the bare name of a publisher.
    private func readSource(into intake: inout Intake) throws(ReadingError) {
        let parts: Members
        switch values["source"] {
        case nil, .null?: return
        case .string(let name)?:
            intake.document.source = name.isEmpty ? nil : Source(name: name)
            return
        case .object(let values)?: parts = Members(values: values, path: "source.")
        default: throw wrong("source", expected: "an object or a name")
        }
        var source = Source(name: try parts.text("name"), country: try parts.text("country"))
        if let kind = try parts.text("kind") {
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

    private func actors() throws(ReadingError) -> [ActorMark] {
        let expected = "a list of {\"role\",\"start\",\"end\"}"
        switch values["actors"] {
        case nil, .null?: return []
        case .array(let items)?:
            var marks: [ActorMark] = []
            for item in items {
                guard case .object(let mark) = item, case .string(let role)? = mark["role"],
                    case .integer(let start)? = mark["start"], case .integer(let end)? = mark["end"]
                else { throw wrong("actors", expected: expected) }
                marks.append(ActorMark(role: role, start: start, end: end))
            }
            return marks
        default: throw wrong("actors", expected: expected)
        }
    }
}

extension JSONValue {
    /// The kind of a value: "a number".
    fileprivate var kindInWords: String {
        switch self {
        case .null: "null"
        case .bool: "a boolean"
        case .integer, .number: "a number"
        case .string: "a string"
        case .array: "an array"
        case .object: "an object"
        }
    }
}

/// Finds the first byte that is no UTF-8.
enum UTF8Fault {
    /// Offset from the first byte; `nil` where all is well. Linear.
    static func offset(in bytes: Data) -> Int? {
        bytes.withUnsafeBytes { raw in
            do throws(UTF8.ValidationError) {
                _ = try UTF8Span(validating: raw.bindMemory(to: UInt8.self).span)
                return nil
            } catch {
                return error.byteOffsets.lowerBound
            }
        }
    }
}
