import FoundationEssentials
import Hypertext

@testable import Reading

/// One file of feedparser's, with the clauses of its expectation.
struct FeedparserCase: Sendable {
    /// `path == value`, as far as a clause is of that shape.
    struct Clause: Sendable {
        var path: [String]
        var value: Value
        var text: String
    }

    enum Value: Sendable, Hashable {
        case text(String)
        case number(Int)
        case time([Int])
    }

    var name: String
    var bytes: [UInt8]
    var clauses: [Clause] = []
    /// Clauses of other shapes.
    var unread = 0
    var transport: String?
    var address: String?

    /// Reads the comment at a file's head.
    init(_ name: String) {
        self.name = name
        bytes = FeedSamples.bytes(name)
        let text = String(decoding: CharacterEncoding.decode(bytes, transport: nil, syntax: .xml).utf8, as: UTF8.self)
        let lines = text.prefix(6000).split(whereSeparator: \.isNewline)
        for line in lines {
            let line = line.trimmed
            if line.hasPrefix("Header:") {
                let header = line.dropFirst(7).trimmed
                if header.lowercased().hasPrefix("content-type:") { transport = String(header.dropFirst(13)).trimmed }
                if header.lowercased().hasPrefix("content-location:") { address = String(header.dropFirst(17)).trimmed }
            }
        }
        guard let expect = text.ranges(of: "Expect:").first else { return }
        let line = text[expect.upperBound...].prefix { !$0.isNewline }
        for part in String(line).split(separator: " and ") {
            let part = String(part).trimmed
            if part == "not bozo" || part == "bozo" || part == "1" { continue }
            if let clause = Self.clause(part) { clauses.append(clause) } else { unread += 1 }
        }
    }

    private static func clause(_ text: String) -> Clause? {
        var text = text
        if text.hasPrefix("("), text.hasSuffix(")"), !text.contains("== (") {
            text = String(text.dropFirst().dropLast())
        }
        guard let equals = text.ranges(of: " == ").first else { return nil }
        guard let value = value(String(text[equals.upperBound...]).trimmed) else { return nil }
        var path: [String] = []
        for piece in text[..<equals.lowerBound].split(whereSeparator: { "[].'\"() ".contains($0) }) {
            path.append(String(piece))
        }
        guard let first = path.first, ["feed", "entries", "version", "encoding", "ord"].contains(first) else {
            return nil
        }
        if first == "ord" { return nil }
        return Clause(path: path, value: value, text: text)
    }

    private static func value(_ text: String) -> Value? {
        if let number = Int(text) { return .number(number) }
        if text.hasPrefix("("), text.hasSuffix(")") {
            let parts = text.dropFirst().dropLast().split(separator: ",").map { Int(String($0).trimmed) }
            let numbers = parts.compactMap { $0 }
            return numbers.count == 9 && parts.count == 9 ? .time(numbers) : nil
        }
        return Python.string(text).map(Value.text)
    }
}

/// Literals of Python.
enum Python {
    /// The text of one literal or of several added up.
    static func string(_ text: String) -> String? {
        var rest = Substring(text)
        var out = ""
        while true {
            rest = rest.drop { $0 == " " || $0 == "u" || $0 == "+" }
            guard let quote = rest.first else { return out }
            guard quote == "'" || quote == "\"" else { return nil }
            rest = rest.dropFirst()
            if rest.hasPrefix(String([quote, quote])) {
                rest = rest.dropFirst(2)
                guard let end = rest.ranges(of: String([quote, quote, quote])).first else { return nil }
                out += unescaped(String(rest[..<end.lowerBound]))
                rest = rest[end.upperBound...]
                continue
            }
            var literal = ""
            var isEscaped = false
            while let character = rest.first {
                rest = rest.dropFirst()
                if isEscaped {
                    literal += "\\" + String(character)
                    isEscaped = false
                } else if character == "\\" {
                    isEscaped = true
                } else if character == quote {
                    break
                } else {
                    literal.append(character)
                }
            }
            out += unescaped(literal)
        }
    }

    private static func unescaped(_ text: String) -> String {
        var out = ""
        var rest = Substring(text)
        while let character = rest.first {
            rest = rest.dropFirst()
            guard character == "\\", let mark = rest.first else {
                out.append(character)
                continue
            }
            rest = rest.dropFirst()
            switch mark {
            case "n": out += "\n"
            case "t": out += "\t"
            case "r": out += "\r"
            case "u", "x", "U":
                let count = mark == "u" ? 4 : mark == "x" ? 2 : 8
                if let value = UInt32(rest.prefix(count), radix: 16), let scalar = Unicode.Scalar(value) {
                    out.unicodeScalars.append(scalar)
                }
                rest = rest.dropFirst(count)
            default: out.append(mark)
            }
        }
        return out
    }
}

extension StringProtocol {
    var trimmed: String { FeedText.trimmed(String(self)) }
}
