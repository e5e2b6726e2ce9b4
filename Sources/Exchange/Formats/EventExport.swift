package import Datasets
package import Diplomacy
package import Register

/// The formats of other people's event data in which events go out.
package enum EventExportFormat: String, Sendable, CaseIterable {
    /// GDELT 2.0 events, 61 columns.
    case gdelt
    /// ICEWS, 20 columns under a header.
    case icews
    /// POLECAT, 40 columns under a header.
    case polecat
    /// The lines that PETRARCH2 puts out.
    case petrarch

    package func header(version: String) -> [UInt8] {
        switch self {
        case .gdelt, .petrarch: []
        case .icews: ICEWSWriter().header
        case .polecat: POLECATWriter(version: version).header
        }
    }

    /// A row; `nil` for an event for which the format has no place.
    package func row(_ event: OutgoingEvent, version: String) -> [UInt8]? {
        switch self {
        case .gdelt: GDELTEventWriter().row(event)
        case .icews: ICEWSWriter().row(event)
        case .polecat: POLECATWriter(version: version).row(event)
        case .petrarch: PETRARCHWriter().row(event)
        }
    }
}

/// Gathers the events of reports for other people's formats: what happened once is one row, with the number of sentences, publishers and
/// reports that tell it.
///
/// Such formats take every row for something that has happened: what is denied, planned or demanded is left out, and so is what has neither a
/// day of its own nor one of its report. Two sentences tell the same where their parties, sectors, code and day are the same, and the encounter
/// of the register where they have one. In memory: what goes out, once.
package struct EventExport {
    private struct Key: Hashable {
        var day: Day
        var source: String
        var target: String
        var code: String
        var encounter: String?
    }

    private struct Gathered {
        var event: OutgoingEvent
        var publishers: Set<String>
        var lastReport: String
    }

    private var gathered: [Key: Gathered] = [:]
    /// Sentences that tell of something that did not happen, or of no day.
    package private(set) var leftOut = 0

    package init() {}

    /// Adds the events of a report.
    ///
    /// - Parameter exported: records come in the order of their documents.
    package mutating func add(_ exported: ExportedRecord) {
        let record = exported.record
        let published = record.document.published.flatMap { Day(iso: $0) }
        let homes = exported.homes
        for event in record.events {
            guard event.happened, let day = Self.day(event) ?? published else {
                leftOut += 1
                continue
            }
            let encounter = event.encounter.flatMap { homes[$0] }
            let key = Key(
                day: day, source: Self.side(event.source), target: Self.side(event.target),
                code: "\(event.type.rawValue) \(event.mode ?? "") \(event.cameo ?? "")", encounter: encounter)
            add(event, key, record, published)
        }
    }

    private mutating func add(_ event: Event, _ key: Key, _ record: Diplomacy.Record, _ published: Day?) {
        let publisher = record.document.source?.name
        if var known = gathered[key] {
            known.event.mentions = (known.event.mentions ?? 0) + 1
            if known.lastReport != record.id {
                known.event.articles = (known.event.articles ?? 0) + 1
                known.lastReport = record.id
            }
            if let publisher, known.publishers.insert(publisher).inserted {
                known.event.sources = known.publishers.count
            }
            if let published { known.event.added = min(known.event.added ?? published, published) }
            gathered[key] = known
            return
        }
        var out = OutgoingEvent(number: 0, id: "", day: key.day)
        out.added = published
        out.source = Self.actor(event.source)
        out.target = Self.actor(event.target)
        out.cameo = event.cameo
        out.type = event.type.rawValue
        out.mode = event.mode
        out.contexts = event.contexts
        out.quad = event.quad.rawValue
        out.goldstein = event.goldstein
        out.place = event.place.map {
            OutgoingPlace(name: $0.name, country: $0.country, latitude: $0.latitude, longitude: $0.longitude)
        }
        out.publisher = publisher
        out.url = record.document.url
        (out.mentions, out.sources, out.articles) = (1, 1, 1)
        out.sentence = event.sentence + 1
        out.document = record.id
        out.encounter = key.encounter
        out.language = record.document.language
        gathered[key] = Gathered(event: out, publishers: publisher.map { [$0] } ?? [], lastReport: record.id)
    }

    /// What was gathered, in the order of days; numbers and ids are a function of what an event is, whatever the reports.
    package func events() -> [OutgoingEvent] {
        var taken: Set<Int64> = []
        return gathered.map { (words: Self.words($0.key), event: $0.value.event) }
            .sorted { ($0.event.day, $0.words) < ($1.event.day, $1.words) }
            .map { words, event in
                var event = event
                var number = Int64(ExportKey.fnv(words) % 10_000_000_000_000_000)
                // two of one number are as good as never; the later one takes the next
                while !taken.insert(number).inserted { number = (number + 1) % 10_000_000_000_000_000 }
                event.number = number
                event.id = "rapporteur-\(number)"
                return event
            }
    }

    private static func words(_ key: Key) -> String {
        [key.day.iso, key.source, key.target, key.code, key.encounter ?? ""].joined(separator: "\t")
    }

    private static func day(_ event: Event) -> Day? {
        event.date.flatMap { $0.precision == .day ? $0.start : nil }
    }

    private static func side(_ actor: EventActor?) -> String {
        guard let actor else { return "" }
        return "\(actor.party ?? actor.text) \(actor.sector ?? "")"
    }

    private static func actor(_ actor: EventActor?) -> OutgoingActor {
        OutgoingActor(
            party: actor?.party, sector: actor?.sector, person: actor?.person, name: actor?.text, office: actor?.office)
    }
}
