import Coding
import Diplomacy
import Testing

/// A document of a test, published on Thursday, 12 March 2026 where nothing else is said.
func document(_ text: String, title: String? = nil, published: String? = "2026-03-12", source: Source? = nil)
    -> Document
{
    Document(id: "test", title: title, text: text, published: published.flatMap { Day(iso: $0) }, source: source)
}

func read(_ text: String, title: String? = nil, published: String? = "2026-03-12", source: Source? = nil) -> Record {
    Embedded.coder.record(for: document(text, title: title, published: published, source: source))
}

extension Source {
    /// The site of a head of state or a ministry.
    static func official(_ name: String, _ country: String) -> Source {
        Source(name: name, kind: .official, country: country)
    }
}

/// A record in lines that a test can state:
///
///     *meeting in-person held 2026-03-11 Antalya/TUR RUS:Sergei Lavrov TUR:Hakan Fidan
///
/// `*` marks the principal, `+` another that is news, `-` one that is not. Then kind, medium, status, date and place, each
/// `?` where it is absent, and the participants as party and person, with the standing of those who are not incumbent
/// (`USA:Barack Obama!former`). A place that was inferred ends in `(host)`.
extension Record {
    var lines: [String] { encounters.map(\.line) }
    var codes: [String] { diagnostics.map(\.code) }
    /// The principal's line without the star; empty where there is none.
    var main: String { principal.map { String($0.line.dropFirst()) } ?? "" }
    /// Parties and persons of the principal.
    var cast: String { principal?.cast ?? "" }
}

extension Encounter {
    var line: String {
        let mark = principal ? "*" : reported ? "+" : "-"
        return mark + [kind.rawValue, medium.rawValue, status.rawValue, day, venue, cast].joined(separator: " ")
    }

    var day: String {
        guard let date else { return "?" }
        switch date.precision {
        case .day: return date.start.iso
        case .month: return String(date.start.iso.prefix(7))
        case .year: return String(date.start.iso.prefix(4))
        default: return "\(date.start.iso)..\(date.end.iso)"
        }
    }

    var venue: String {
        guard let place else { return "?" }
        return (place.name ?? "") + "/" + (place.country ?? "") + (place.basis == .hostCapital ? "(host)" : "")
    }

    var cast: String { participants.map(\.note).joined(separator: " ") }

    /// "kind medium status", for tests of one of them.
    var manner: String { [kind.rawValue, medium.rawValue, status.rawValue].joined(separator: " ") }
}

extension Participant {
    var note: String {
        let name = (party ?? "?") + (person.map { ":" + $0 } ?? "")
        guard let standing, standing != .incumbent else { return name }
        return name + "!" + standing.rawValue
    }
}

/// A document of a test and what its record shall say: its lines, or where it tells of no encounter, its diagnostics.
struct Reading: Sendable, CustomTestStringConvertible {
    var document: Document
    var expected: [String]

    init(
        title: String? = nil, _ text: String, published: String? = "2026-03-12", source: Source? = nil, expect: [String]
    ) {
        document = CodingTests.document(text, title: title, published: published, source: source)
        expected = expect
    }

    var found: [String] {
        let record = Embedded.coder.record(for: document)
        return record.encounters.isEmpty ? record.codes : record.lines
    }

    var testDescription: String { String(document.spanned.prefix(70)) }
}
