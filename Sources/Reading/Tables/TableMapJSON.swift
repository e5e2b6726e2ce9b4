package import Diplomacy
import FoundationEssentials

extension TableMap {
    /// Reads a map that was written by hand or by ``json``.
    ///
    /// - Throws: ``ReadingError`` for what is no JSON, and (`wrong-type`) for keys, fields, formats and types that are none; the
    ///   message says which are.
    package init(json bytes: [UInt8]) throws(ReadingError) { try self.init(try JSONValue(json: Data(bytes))) }

    /// As ``init(json:)`` does, of a value that was read.
    package init(_ value: JSONValue) throws(ReadingError) {
        guard case .object(let values) = value else { throw Self.fault("an object", "another value", "") }
        var map = TableMap(name: "table")
        var hasName = false
        for (key, value) in values.sorted(by: { $0.key < $1.key }) {
            switch key {
            case "schema":
                guard try Self.text(value, key) == Self.schema else {
                    throw Self.fault(Self.schema, "another schema", key)
                }
            case "name":
                map.name = try Self.text(value, key)
                hasName = true
            case "title": map.title = try Self.text(value, key)
            case "publisher": map.publisher = try Self.text(value, key)
            case "country": map.country = try Self.text(value, key)
            case "licence": map.licence = try Self.text(value, key)
            case "sheet": map.sheet = try Self.text(value, key)
            case "separator":
                map.separator = try Self.text(value, key)
                guard map.separatorByte.map({ $0 < 0x80 }) ?? false else {
                    throw Self.fault("one character of ASCII", "another text", key)
                }
            case "fields":
                guard case .object(let fields) = value else { throw Self.fault("an object", "another value", key) }
                for (name, value) in fields.sorted(by: { $0.key < $1.key }) {
                    guard let field = Field(rawValue: name) else {
                        throw Self.fault(
                            "one of \(Field.allCases.map(\.rawValue).joined(separator: ", "))", "\"\(name)\"", key)
                    }
                    map.rules[field] = try Self.rule(value, name)
                }
            default:
                throw Self.fault(
                    "schema, name, title, publisher, country, licence, sheet, separator and fields", "\"\(key)\"", "")
            }
        }
        guard hasName, !map.name.isEmpty, map.name.utf8.count <= 60, map.name.utf8.allSatisfy(Self.isPlain) else {
            throw Self.fault("a name of letters, digits, - and _ (at most 60)", "\"\(map.name.prefix(60))\"", "name")
        }
        guard map.rules[.start] != nil || map.rules[.date] != nil else {
            throw Self.fault("a field start or date", "neither", "fields")
        }
        self = map
    }

    private static func rule(_ value: JSONValue, _ field: String) throws(ReadingError) -> Rule {
        if case .string(let column) = value { return Rule(.named(column)) }
        guard case .object(let values) = value else {
            throw fault(
                "a column's head or an object with column, constant, format, separator, words", "another value", field)
        }
        var rule = Rule()
        for (key, value) in values {
            switch key {
            case "column":
                if case .integer(let number) = value, number >= 1 {
                    rule.column = .numbered(number)
                } else {
                    rule.column = .named(try text(value, "\(field).\(key)"))
                }
            case "constant": rule.constant = try text(value, "\(field).\(key)")
            case "separator": rule.separator = try text(value, "\(field).\(key)")
            case "format":
                let name = try text(value, "\(field).\(key)")
                guard let format = TableDate.Format(rawValue: name) else {
                    let known = TableDate.Format.allCases.map { "\"\($0.rawValue)\"" }.joined(separator: ", ")
                    throw fault("one of \(known)", "\"\(name)\"", "\(field).\(key)")
                }
                rule.format = format
            case "words":
                guard case .object(let words) = value else {
                    throw fault("an object", "another value", "\(field).\(key)")
                }
                for (word, meaning) in words { rule.words[word] = try text(meaning, "\(field).\(key)") }
            default: throw fault("column, constant, format, separator, words", "\"\(key)\"", field)
            }
        }
        guard rule.column != nil || rule.constant != nil else {
            throw fault("a column or a constant", "neither", field)
        }
        return rule
    }

    private static func text(_ value: JSONValue, _ key: String) throws(ReadingError) -> String {
        guard case .string(let text) = value else { throw fault("a text", "another value", key) }
        return text
    }

    private static func fault(_ expected: String, _ found: String, _ place: String) -> ReadingError {
        let at = place.isEmpty ? "in the map of the table" : "at \"\(place)\" of the map of the table"
        return ReadingError(.wrongType, "expected \(expected) \(at), found \(found); see Documentation/Tables.md")
    }

    // MARK: - Writing

    /// The map as a value: what ``init(_:)`` reads.
    package var value: JSONValue {
        var values: [String: JSONValue] = ["schema": .string(Self.schema), "name": .string(name)]
        values["title"] = title.map { .string($0) }
        values["publisher"] = publisher.map { .string($0) }
        values["country"] = country.map { .string($0) }
        values["licence"] = licence.map { .string($0) }
        values["sheet"] = sheet.map { .string($0) }
        values["separator"] = separator.map { .string($0) }
        values["fields"] = .object(
            Dictionary(uniqueKeysWithValues: rules.map { ($0.rawValue, Self.value(of: $1)) }))
        return .object(values)
    }

    private static func value(of rule: Rule) -> JSONValue {
        var values: [String: JSONValue] = [:]
        switch rule.column {
        case .named(let name): values["column"] = .string(name)
        case .numbered(let number): values["column"] = .integer(number)
        case nil: break
        }
        values["constant"] = rule.constant.map { .string($0) }
        values["format"] = rule.format.map { .string($0.rawValue) }
        values["separator"] = rule.separator.map { .string($0) }
        if !rule.words.isEmpty { values["words"] = .object(rule.words.mapValues { .string($0) }) }
        return .object(values)
    }

    /// The map as JSON with its keys in order, the same for the same map; ends with a line feed.
    package var json: [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        // values of JSON are always written
        guard let data = try? encoder.encode(value) else { return [] }
        return Array(data) + [0x0A]
    }
}
