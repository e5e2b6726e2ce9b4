import Diplomacy

/// The fields of a row of a table of visits, as a document carries them under `extra.visit`.
struct VisitFields {
    let table: String
    let start: Day
    let end: Day
    let visitor: String
    let title: String?
    let from: String
    let to: String
    let locale: String?
    let remarks: String?
    /// The table's own word for the kind of visit.
    let type: String?
    let gathering: String?
    /// Marks that the table gives to a trip: `private`, `stopover`, `military_base`.
    let flags: [String]
    /// Whether the row rests on an announcement of what was to come.
    let isAnnounced: Bool

    /// The fields of a document; `nil` where it has none, or one that is needed is missing or no text or date.
    init?(_ document: Document) {
        guard case .object(let fields)? = document.extra["visit"] else { return nil }
        func text(_ key: String) -> String? { fields[key]?.text.flatMap { $0.isEmpty ? nil : $0 } }
        guard let table = text("table"), let visitor = text("visitor"), let from = text("from"), let to = text("to"),
            let start = text("start").flatMap({ Day(iso: $0) }), let end = text("end").flatMap({ Day(iso: $0) }),
            start <= end
        else { return nil }
        self.table = table
        self.start = start
        self.end = end
        self.visitor = visitor
        self.from = from
        self.to = to
        title = text("visitor_title")
        locale = text("locale")
        remarks = text("remarks")
        type = text("visit_type")
        gathering = text("gathering")
        flags = fields["columns"]?["flags"]?.text?.split(separator: ";").map(String.init) ?? []
        isAnnounced = text("status") == "announced"
    }

    var dates: PartialDate { PartialDate(start: start, end: end, precision: .day) }
}
