public import Diplomacy

/// What a curator sets in the place of what the reports give.
public enum Correction: Hashable, Sendable {
    /// The place's name; `nil` for none.
    case place(String?)
    /// ISO 3166-1 alpha-3; `nil` for none.
    case country(String?)
    /// `nil` for none.
    case date(PartialDate?)
    case status(Status)
    case kind(EncounterKind)
    case medium(Medium)
    /// `nil` for none.
    case level(Level?)
    /// The office of a participant.
    case office(String, person: String)

    /// Fields that can be corrected.
    public static let fields = ["place", "country", "date", "status", "kind", "medium", "level", "office"]

    /// Reads a correction as it is written; a value of `nil` or "none" takes a place, country, date or level away.
    ///
    /// - Throws: ``RegisterError`` where the field or the value is none of the vocabulary.
    public init(field: String, value: String?, person: String?) throws {
        let value = value == "none" ? nil : value?.isEmpty == true ? nil : value
        switch field {
        case "place": self = .place(value)
        case "country":
            if let value, value.utf8.count != 3 || !value.utf8.allSatisfy({ (0x41...0x5A).contains($0) }) {
                throw Self.wrong(field, "a code of three capitals such as NOR", value)
            }
            self = .country(value)
        case "date":
            guard let value else { self = .date(nil); return }
            guard let date = PartialDate(text: value) else {
                throw Self.wrong(field, "2026-03-12, 2026-03-12/2026-03-14, 2026-03 or 2026", value)
            }
            self = .date(date)
        case "status": self = .status(try Self.word(field, value))
        case "kind": self = .kind(try Self.word(field, value))
        case "medium": self = .medium(try Self.word(field, value))
        case "level": self = .level(try value.map { try Self.word(field, $0) })
        case "office":
            guard let value, let person, !person.isEmpty else {
                throw RegisterError(
                    .wrongDecision,
                    "expected an office and the person who holds it, found no "
                        + (value == nil ? "office" : "person") + "; name both")
            }
            self = .office(value, person: person)
        default:
            throw RegisterError(
                .wrongDecision,
                "expected a field (\(Self.fields.joined(separator: ", "))), found \"\(field)\"; name one of them")
        }
    }

    private static func word<Value: RawRepresentable<String> & CaseIterable>(
        _ field: String, _ value: String?
    ) throws -> Value {
        guard let found = value.flatMap({ Value(rawValue: $0) }) else {
            throw wrong(field, Value.allCases.map(\.rawValue).joined(separator: ", "), value ?? "none")
        }
        return found
    }

    private static func wrong(_ field: String, _ expected: String, _ found: String) -> RegisterError {
        RegisterError(
            .wrongDecision, "expected for the \(field) \(expected), found \"\(found)\"; give one of these")
    }

    public var field: String {
        switch self {
        case .place: "place"
        case .country: "country"
        case .date: "date"
        case .status: "status"
        case .kind: "kind"
        case .medium: "medium"
        case .level: "level"
        case .office: "office"
        }
    }

    /// As it is written; `nil` for none.
    public var value: String? {
        switch self {
        case .place(let name): name
        case .country(let code): code
        case .date(let date): date?.shortest
        case .status(let status): status.rawValue
        case .kind(let kind): kind.rawValue
        case .medium(let medium): medium.rawValue
        case .level(let level): level?.rawValue
        case .office(let title, _): title
        }
    }

    public var person: String? {
        if case .office(_, let person) = self { person } else { nil }
    }
}

extension PartialDate {
    /// Reads "2026-03-12", "2026-03-12/2026-03-14", "2026-03" or "2026"; `nil` for another text.
    init?(text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        if parts.count == 2 {
            guard parts.allSatisfy({ $0.utf8.count == 10 }), let first = Day(iso: parts[0]),
                let last = Day(iso: parts[1]), first <= last
            else { return nil }
            self.init(start: first, end: last, precision: .day)
            return
        }
        switch text.utf8.count {
        case 10:
            guard let day = Day(iso: text) else { return nil }
            self.init(day: day)
        case 7:
            guard let first = Day(iso: text + "-01") else { return nil }
            let (year, month, _) = first.civil
            self.init(start: first, end: first + (Day.length(year: year, month: month) - 1), precision: .month)
        case 4:
            guard let first = Day(iso: text + "-01-01"), let last = Day(iso: text + "-12-31") else { return nil }
            self.init(start: first, end: last, precision: .year)
        default: return nil
        }
    }

    /// The shortest text that reads back as the same date.
    var shortest: String {
        precision == .month || precision == .year || start == end ? iso : "\(start.iso)/\(end.iso)"
    }
}
