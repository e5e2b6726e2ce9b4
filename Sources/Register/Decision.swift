import Contract
import Diplomacy
public import FoundationEssentials

/// A claim by its report: the document's id, and the id of the encounter in its record ("e1").
public struct ClaimAnchor: Hashable, Comparable, Sendable, Codable {
    public var document: String
    public var claim: String

    public init(document: String, claim: String) {
        self.document = document
        self.claim = claim
    }

    init(document: String, ordinal: Int) { self.init(document: document, claim: "e\(ordinal + 1)") }

    /// The place of the claim in its record, from 0; `nil` where the id is none of a record ("e1", "e2").
    var ordinal: Int? {
        guard claim.hasPrefix("e"), let number = Int(claim.dropFirst()), number > 0 else { return nil }
        return number - 1
    }

    public static func < (a: ClaimAnchor, b: ClaimAnchor) -> Bool {
        a.document == b.document ? (a.ordinal ?? 0) < (b.ordinal ?? 0) : a.document < b.document
    }
}

/// What a curator decided: who, when, why, and what it does. Never deleted; another decision undoes it.
public struct Decision: Hashable, Sendable {
    public static let schema = "rapporteur.decision/1"

    /// What a decision does. It names claims, never encounters: an encounter's id changes with its reports.
    public enum Act: Hashable, Sendable {
        /// The claims of two encounters are of one.
        case merge([ClaimAnchor], [ClaimAnchor])
        /// The first claims make an encounter of their own, apart from the others.
        case split([ClaimAnchor], from: [ClaimAnchor])
        /// The claims of two encounters are not of one.
        case notSame([ClaimAnchor], [ClaimAnchor])
        /// A field of the encounter of the first of the claims that is part of one.
        case correct([ClaimAnchor], Correction)
        case rejectClaim(ClaimAnchor)
        /// All claims of a document.
        case rejectReport(String)
        /// Another decision, by its name.
        case undo(String)
    }

    public var act: Act
    public var author: String
    public var reason: String
    /// RFC 3339, to the second, in UTC.
    public var time: String
    /// Its place among the decisions of one second, from 0. Later decisions outrank earlier ones.
    public var serial: Int

    public init(_ act: Act, author: String, reason: String, time: String, serial: Int = 0) {
        self.act = act
        self.author = author
        self.reason = reason
        self.time = time
        self.serial = serial
    }

    /// `dec_` and 16 hexadecimal digits of a hash (FNV-1a) of all it says: the same in every register.
    public var name: String {
        let hash = JSONValue.object(members).line.reduce(0xCBF2_9CE4_8422_2325 as UInt64) {
            ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3
        }
        let digits = String(hash, radix: 16)
        return "dec_" + String(repeating: "0", count: 16 - digits.count) + digits
    }

    /// One line of JSON (`rapporteur.decision/1`), without the line feed.
    public var json: Data {
        var members = members
        members["id"] = .string(name)
        return Data(JSONValue.object(members).line)
    }

    /// The claims that it names, the first first.
    var anchors: [ClaimAnchor] {
        switch act {
        case .merge(let a, let b), .split(let a, from: let b), .notSame(let a, let b): a + b
        case .correct(let claims, _): claims
        case .rejectClaim(let claim): [claim]
        case .rejectReport, .undo: []
        }
    }
}

// MARK: - JSON

extension Decision {
    private var members: [String: JSONValue] {
        var members: [String: JSONValue] = [
            "schema": .string(Self.schema), "author": .string(author), "reason": .string(reason),
            "time": .string(time), "serial": .integer(serial), "act": .string(act.kind),
        ]
        switch act {
        case .merge(let a, let b), .split(let a, from: let b), .notSame(let a, let b):
            members["claims"] = Self.list(a)
            members["others"] = Self.list(b)
        case .correct(let claims, let correction):
            members["claims"] = Self.list(claims)
            members["field"] = .string(correction.field)
            members["value"] = correction.value.map { .string($0) } ?? .null
            members["person"] = correction.person.map { .string($0) }
        case .rejectClaim(let claim): members["claims"] = Self.list([claim])
        case .rejectReport(let document): members["document"] = .string(document)
        case .undo(let name): members["undoes"] = .string(name)
        }
        return members
    }

    private static func list(_ claims: [ClaimAnchor]) -> JSONValue {
        .array(claims.map { .object(["document": .string($0.document), "claim": .string($0.claim)]) })
    }

    /// A line of an export as it was read.
    private struct Line: Decodable {
        var schema, author, reason, time, act: String
        var serial: Int
        var claims, others: [ClaimAnchor]?
        var field, value, person, document, undoes: String?
    }

    /// Reads one line of JSON.
    ///
    /// - Throws: ``RegisterError`` that says what was expected.
    public init(json: Data) throws {
        let line: Line
        do {
            line = try JSONDecoder().decode(Line.self, from: json)
        } catch {
            throw RegisterError(
                .wrongDecision,
                "expected a decision (\(Self.schema)), found something else (\(Self.words(error))); mend the line")
        }
        guard line.schema == Self.schema else {
            throw RegisterError(
                .wrongDecision, "expected the schema \(Self.schema), found \"\(line.schema)\"; update rapporteur")
        }
        guard !line.author.isEmpty, !line.reason.isEmpty, line.serial >= 0, Day(iso: line.time) != nil,
            line.time.hasSuffix("Z")
        else {
            throw RegisterError(
                .wrongDecision,
                "expected an author, a reason, a time in UTC and a serial of 0 or more, found \"\(line.author)\", "
                    + "\"\(line.reason)\", \"\(line.time)\" and \(line.serial); mend the line")
        }
        self.init(
            try Self.act(line), author: line.author, reason: line.reason, time: line.time, serial: line.serial)
    }

    private static func words(_ error: any Error) -> String {
        switch error as? DecodingError {
        case .keyNotFound(let key, _): "no \"\(key.stringValue)\""
        case .typeMismatch(_, let context), .valueNotFound(_, let context):
            "another type of \"\(context.codingPath.map(\.stringValue).joined(separator: "."))\""
        default: "no JSON"
        }
    }

    private static func act(_ line: Line) throws -> Act {
        func claims(_ list: [ClaimAnchor]?, _ key: String) throws -> [ClaimAnchor] {
            guard let list, !list.isEmpty, list.allSatisfy({ $0.ordinal != nil }) else {
                throw RegisterError(
                    .wrongDecision,
                    "expected under \"\(key)\" claims, each with a document and a claim such as e1, found none or "
                        + "others; mend the line")
            }
            return list
        }
        func text(_ value: String?, _ key: String) throws -> String {
            guard let value, !value.isEmpty else {
                throw RegisterError(.wrongDecision, "expected a \"\(key)\", found none; mend the line")
            }
            return value
        }
        switch line.act {
        case "merge": return .merge(try claims(line.claims, "claims"), try claims(line.others, "others"))
        case "split": return .split(try claims(line.claims, "claims"), from: try claims(line.others, "others"))
        case "not-same": return .notSame(try claims(line.claims, "claims"), try claims(line.others, "others"))
        case "correct":
            let correction = try Correction(
                field: try text(line.field, "field"), value: line.value, person: line.person)
            return .correct(try claims(line.claims, "claims"), correction)
        case "reject-claim": return .rejectClaim(try claims(line.claims, "claims")[0])
        case "reject-report": return .rejectReport(try text(line.document, "document"))
        case "undo": return .undo(try text(line.undoes, "undoes"))
        default:
            throw RegisterError(
                .wrongDecision,
                "expected merge, split, not-same, correct, reject-claim, reject-report or undo under \"act\", found "
                    + "\"\(line.act)\"; mend the line")
        }
    }
}

extension Decision.Act {
    /// The contract's word for it.
    public var kind: String {
        switch self {
        case .merge: "merge"
        case .split: "split"
        case .notSame: "not-same"
        case .correct: "correct"
        case .rejectClaim: "reject-claim"
        case .rejectReport: "reject-report"
        case .undo: "undo"
        }
    }
}
