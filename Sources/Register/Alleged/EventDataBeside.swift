import Corroboration
public import Datasets
public import Diplomacy

/// Rows of event data that allege an encounter of the register: the same two parties, a day of it or one beside it, a contact of its kind.
///
/// They add nothing to what the register holds for certain: a row is a machine's reading of an article that may be one of the reports.
public struct EventDataBeside: Sendable, Hashable {
    public var format: EventFormat
    public var rows: Int
    /// As the rows count them; 0 where the format does not.
    public var articles: Int
    /// Of some of the rows, each once, in the order of the rows.
    public var urls: [String]

    /// The most addresses that are given.
    public static let mostURLs = 5
}

extension Register {
    /// The rows of event data that allege an encounter, by format; none where no row was imported, or the encounter's days are not known.
    public func eventData(beside encounter: RegisteredEncounter) throws -> [EventDataBeside] {
        guard let date = encounter.date, date.precision == .day else { return [] }
        let brief = EncounterBrief(encounter, sides: [])
        let acting = brief.acting()
        guard acting.count <= EncounterBrief.mostPaired else { return [] }
        let reach = AuditMeasure().tolerance
        let days = (date.start - reach)...(date.end + reach)
        var found: [EventFormat: EventDataBeside] = [:]
        for (place, first) in acting.enumerated() {
            for second in acting.dropFirst(place + 1) {
                for event in try alleged(dyad: Dyad(first, second), days: days) {
                    guard let contact = ContactClass(event), contact.fits(brief) else { continue }
                    var beside =
                        found[event.format]
                        ?? EventDataBeside(format: event.format, rows: 0, articles: 0, urls: [])
                    beside.rows += 1
                    beside.articles += event.articles ?? 0
                    if let url = event.url, beside.urls.count < EventDataBeside.mostURLs, !beside.urls.contains(url) {
                        beside.urls.append(url)
                    }
                    found[event.format] = beside
                }
            }
        }
        return EventFormat.allCases.compactMap { found[$0] }
    }
}
