import Diplomacy

// A row as a report: its sentence, its publisher, and the fields beside.
extension VisitRow {
    /// The row as a document: one sentence of its facts and the remarks as they stand, and the fields under `extra.visit`.
    var document: Document {
        let text = remarks.map { "\(sentence) \($0)" } ?? sentence
        let origin = publication
        var document = Document(
            id: id, text: text, language: "en", source: origin.source, url: url, sha256: Document.sha256(of: text))
        document.extra = ["visit": .object(fields(origin.licence))]
        return document
    }

    private func fields(_ licence: String) -> [String: JSONValue] {
        var fields: [String: JSONValue] = [
            "table": .string(table.rawValue), "start": .string(start.iso), "end": .string(end.iso),
            "visitor": .string(visitor), "from": .string(from), "to": .string(to), "licence": .string(licence),
            "status": .string(isAnnouncement ? "announced" : "held"),
        ]
        func put(_ key: String, _ text: String?) { if let text { fields[key] = .string(text) } }
        put("row", number)
        put("visitor_title", office)
        put("locale", place)
        put("remarks", remarks)
        put("visit_type", kind)
        put("origin", origin)
        put("gathering", gathering?.name)
        if !beside.isEmpty { fields["columns"] = .object(beside.mapValues { .string($0) }) }
        return fields
    }

    // MARK: - The sentence

    /// "Joseph R. Biden, President of the United States, travelled to the United Kingdom (London, Cornwall), 9 to 13 June 2021."
    var sentence: String {
        let stay = days
        switch table {
        case .usTravels, .outbound:
            let who = office.map { "\(visitor), \($0)," } ?? "\(visitor) of \(VisitWording.country(from))"
            return "\(who) travelled to \(VisitWording.country(to))\(locale.map { " (\($0))" } ?? ""), \(stay)."
        case .toUS, .inboundUS:
            return "\(visitor) of \(VisitWording.country(from)) visited the United States, \(stay)."
        case .inboundChina:
            let who = office.map { "\(visitor) (\($0))" } ?? visitor
            let act = isAnnouncement ? "was to visit" : "visited"
            let purpose = kind.map { "; \(VisitWording.purpose($0) ?? "purpose") (\($0))" } ?? ""
            let event = gathering.map { "; \($0.name)" } ?? ""
            return "\(who) of \(from) \(act) China\(place.map { " (\($0))" } ?? ""), \(stay)\(purpose)\(event)."
        }
    }

    private var days: String { VisitWording.days(start, end) }

    /// Where within the country: the table's own words, else the city of the gathering.
    private var place: String? { locale ?? gathering?.city }

    /// The gathering that brought the visitor, where the row comes from a list of those who came to it.
    private var gathering: VisitWording.Gathering? { origin.flatMap { VisitWording.gathering(in: $0) } }

    /// Whether the source is an announcement of what was to come.
    private var isAnnouncement: Bool { table == .inboundChina && origin?.contains("预告") ?? false }

    // MARK: - Who published it

    /// The page of the Office of the Historian that lists the row: the traveller's, or the visitor's country's.
    private var url: String? {
        func page(_ path: String, _ name: String) -> String? {
            let isPlain = !name.isEmpty && name.utf8.allSatisfy { (0x61...0x7A).contains($0) || $0 == 0x2D }
            return isPlain ? "https://history.state.gov/departmenthistory/\(path)/\(name)" : nil
        }
        switch table {
        case .usTravels:
            let paths = ["President": "travels/president", "Secretary": "travels/secretary"]
            guard let role = office?.split(separator: " ").first, let path = paths[String(role)] else { return nil }
            return beside["who"].flatMap { page(path, $0) }
        case .toUS: return beside["from_id"].flatMap { page("visits", $0) }
        case .inboundUS, .inboundChina, .outbound: return nil
        }
    }

    private var publication: (source: Source, licence: String) {
        let historian = Source(name: "Office of the Historian", kind: .official, country: "USA")
        switch table {
        case .usTravels, .toUS, .inboundUS: return (historian, "CC0-1.0")
        case .outbound:
            if origin?.contains("Office of the Historian") ?? false { return (historian, "CC0-1.0") }
            let name = origin.map { $0.contains("Wikipedia") ? "Wikipedia" : $0 } ?? "List of trips"
            return (Source(name: name, kind: .aggregator), "CC-BY-SA-4.0")
        case .inboundChina:
            let facts = "facts; no text of the source"
            guard let origin else { return (Source(name: "List of visits", kind: .aggregator), facts) }
            if origin.hasPrefix("PRC MFA") {
                let ministry = "Ministry of Foreign Affairs of the People's Republic of China"
                return (Source(name: ministry, kind: .official, country: "CHN"), facts)
            }
            if origin.hasPrefix("gov.cn") {
                return (Source(name: "Government of China", kind: .official, country: "CHN"), facts)
            }
            if origin.hasPrefix("人民日报") {
                return (Source(name: "People's Daily", kind: .newspaper, country: "CHN"), facts)
            }
            return (Source(name: "Lists of participants in summits", kind: .aggregator), facts)
        }
    }
}
