package import Contract
package import Diplomacy
package import Register

extension CalendarEvent {
    /// An encounter in a calendar; `nil` for one without a date.
    ///
    /// - Parameters:
    ///   - brief: the encounter.
    ///   - stamp: the register's own times; `nil` for one that the register does not know, which has the stamp of 1970.
    package init?(
        _ brief: EncounterBrief, headline: String, description: String, location: String?, url: String?,
        stamp: EncounterStamp?
    ) {
        guard let date = brief.date else { return nil }
        self.init(
            uid: "\(brief.id)@rapporteur", first: date.start, last: date.end, time: date.time, summary: headline,
            description: description, location: location, url: url, status: Status(brief.status),
            stamp: stamp?.changed ?? "1970-01-01T00:00:00Z", sequence: max(0, (stamp?.version ?? 1) - 1))
    }
}

extension CalendarEvent.Status {
    /// What a calendar makes of the course of an encounter: it has three words for it.
    package init(_ status: Diplomacy.Status) {
        self =
            switch status {
            case .held, .underWay, .announced: .confirmed
            case .proposed, .postponed, .suspended: .tentative
            case .cancelled, .declined, .denied, .lapsed: .cancelled
            }
    }
}

/// Encounters as a calendar (RFC 5545), in the order in which they come.
///
/// An encounter without a date is left out, and so is one that is told to no more than a year or not at all: a bar over a year
/// says nothing. The note stands in `X-WR-CALDESC`.
package struct CalendarWriter: ExportWriter {
    private let note: ExportNote
    private let names: ExportNames
    private let site: String?

    package init(_ note: ExportNote, _ names: ExportNames, site: String? = nil) {
        self.note = note
        self.names = names
        self.site = site
    }

    package mutating func head() -> [UInt8] {
        Array(CalendarEvent.head(name: note.title, description: note.text).utf8)
    }

    package mutating func tail() -> [UInt8] { Array(CalendarEvent.tail.utf8) }

    package mutating func encounter(_ item: ExportedEncounter) -> [UInt8] {
        let encounter = item.encounter
        switch encounter.date?.precision {
        case nil, .unknown?, .year?: return []
        default: break
        }
        let event = CalendarEvent(
            EncounterBrief(encounter, sides: []), headline: names.headline(encounter),
            description: names.summary(encounter), location: names.location(encounter.place),
            url: site.map { "\($0)/encounters/\(encounter.id)" }, stamp: item.stamp)
        return event.map { Array($0.text.utf8) } ?? []
    }
}
