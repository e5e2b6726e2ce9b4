import Diplomacy

/// The fields of a row of a desk's own table, as a document carries them under `extra.row`.
struct DeskFields {
    /// One of the two sides of a row that has its sides apart.
    struct Side {
        var party: String?
        var person: String?
        var office: String?

        var isEmpty: Bool { party == nil && person == nil && office == nil }
    }

    let dates: PartialDate
    /// `party_a` and what belongs to it, then `party_b`; empty ones are left out.
    let sides: [Side]
    /// Parties and persons of rows that list them.
    let parties: [String]
    let persons: [String]
    let issues: [String]
    private let single: [String: String]
    /// Whether a list was longer than is read.
    let isCut: Bool

    /// Values of a list that are read.
    static let longestList = 64

    /// The fields of a document; `nil` where it has none, or no dates in order.
    init?(_ document: Document) {
        guard case .object(let fields)? = document.extra["row"] else { return nil }
        func text(_ key: String) -> String? { fields[key]?.text.map(\.trimmed).flatMap { $0.isEmpty ? nil : $0 } }
        var isCut = false
        func list(_ key: String) -> [String] {
            guard case .array(let values)? = fields[key] else { return text(key).map { [$0] } ?? [] }
            let words = values.compactMap { $0.text?.trimmed }.filter { !$0.isEmpty }
            isCut = isCut || words.count > Self.longestList
            return Array(words.prefix(Self.longestList))
        }
        guard text("table") != nil, let start = text("start").flatMap({ Day(iso: $0) }),
            let end = text("end").flatMap({ Day(iso: $0) }), start <= end
        else { return nil }
        var dates = PartialDate(
            start: start, end: end, precision: text("precision").flatMap { DatePrecision(rawValue: $0) } ?? .day)
        dates.time = text("time")
        self.dates = dates
        sides = ["a", "b"].map {
            Side(party: text("party_\($0)"), person: text("person_\($0)"), office: text("office_\($0)"))
        }.filter { !$0.isEmpty }
        parties = list("parties")
        persons = list("persons")
        issues = list("issues")
        single = Dictionary(
            uniqueKeysWithValues: fields.keys.compactMap { key in text(key).map { (key, $0) } })
        self.isCut = isCut
    }

    /// A field that has one value: "host", "kind", "note".
    subscript(_ key: String) -> String? { single[key] }
}
