import Contract
import Diplomacy
import Exchange
import Register
import Wording

// Lists of encounters as feeds, tables and calendars.

extension Site {
    /// An Atom feed.
    func feed(_ briefs: [EncounterBrief], title: String, address: String) -> [UInt8] {
        let stamps = (try? register.stamps(of: briefs.map(\.id))) ?? [:]
        let entries = briefs.map { brief in
            let stamp = stamps[brief.id]
            let told = [
                brief.date.map(Phrases.shortDate),
                [brief.place, brief.country.map(names.party)].compactMap { $0 }.joined(separator: ", "),
                Phrases.status(brief.status), Phrases.count(brief.origins, "independent origin"),
                brief.disputes.isEmpty ? nil : "disputed: \(Phrases.list(brief.disputes.map(\.rawValue)))",
            ].compactMap { $0 }.filter { !$0.isEmpty }
            return AtomFeed.Entry(
                id: "urn:rapporteur:\(brief.id)", title: headline(brief), link: origin + links.encounter(brief.id),
                updated: stamp?.changed ?? Self.epoch, published: stamp?.firstSeen,
                summary: told.joined(separator: " · "),
                author: nil)
        }
        let newest = entries.map(\.updated).max() ?? Self.epoch
        return Array(
            AtomFeed(
                id: origin + address, title: "\(Frame.name): \(title)",
                selfLink: origin + Frame.address(address, .atom),
                alternate: origin + address, updated: newest, entries: entries
            ).xml().utf8)
    }

    private static let epoch = "1970-01-01T00:00:00Z"

    /// A table.
    func table(_ briefs: [EncounterBrief]) -> [UInt8] {
        Array((CSV.head(Self.columns) + briefs.map { CSV.line($0, Self.columns) }.joined()).utf8)
    }

    private static let columns: [CSV.Column<EncounterBrief>] = [
        CSV.Column("id") { .plain($0.id) },
        CSV.Column("date_start") { .plain($0.date?.start.iso) },
        CSV.Column("date_end") { .plain($0.date?.end.iso) },
        CSV.Column("status") { .plain($0.status.rawValue) },
        CSV.Column("kind") { .plain($0.kind.rawValue) },
        CSV.Column("medium") { .plain($0.medium.rawValue) },
        CSV.Column("level") { .plain($0.level?.rawValue) },
        CSV.Column("parties") { .list($0.parties) },
        CSV.Column("persons") { .list($0.people.compactMap(\.name)) },
        CSV.Column("place") { .text($0.place) },
        CSV.Column("country") { .text($0.country) },
        CSV.Column("issues") { .list($0.issues) },
        CSV.Column("outcome") { .plain($0.outcome.rawValue) },
        CSV.Column("series") { .text($0.series) },
        CSV.Column("reports") { .number($0.reports) },
        CSV.Column("origins") { .number($0.origins) },
        CSV.Column("disputed") { .list($0.disputes.map(\.rawValue)) },
    ]

    /// A calendar of encounters that have a day.
    func calendar(_ briefs: [EncounterBrief], name: String) -> [UInt8] {
        let stamps = (try? register.stamps(of: briefs.map(\.id))) ?? [:]
        let events = briefs.compactMap { brief in
            CalendarEvent(
                brief, headline: headline(brief),
                description: "\(Phrases.status(brief.status)); \(Phrases.count(brief.origins, "independent origin")).",
                location: brief.place.map {
                    [$0, brief.country.map(names.party)].compactMap { $0 }.joined(separator: ", ")
                },
                url: origin + links.encounter(brief.id), stamp: stamps[brief.id])
        }
        return Array(CalendarEvent.calendar(events, name: name).utf8)
    }
}
