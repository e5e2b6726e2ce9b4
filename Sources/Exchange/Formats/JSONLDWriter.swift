import Contract
import Diplomacy
package import Register

/// Encounters as events of schema.org: one JSON-LD document with a `@graph`, whose first node is the export as a `Dataset`.
///
/// What schema.org has no word for (kind, status, medium, origins, what is disputed) stands in `additionalProperty`. Dates are cut to
/// what is told ("2025-05"); a clock time, whose zone is seldom told, is left out. A node is told of wherever it is met: equal
/// statements of one `@id` are one when the document is read as a graph.
package struct JSONLDWriter: ExportWriter {
    private let note: ExportNote
    private let names: ExportNames
    private let site: String?

    /// - Parameter site: the address of the register's site, without a slash at its end: ids of encounters are the addresses of their
    ///   pages. Without one all ids are names of the export's own (`urn:rapporteur:…`).
    package init(_ note: ExportNote, _ names: ExportNames, site: String? = nil) {
        self.note = note
        self.names = names
        self.site = site
    }

    package mutating func head() -> [UInt8] {
        Array(#"{"@context":{"@vocab":"https://schema.org/"},"@graph":["#.utf8) + [0x0A] + bytes(dataset)
    }

    package mutating func encounter(_ item: ExportedEncounter) -> [UInt8] {
        Array(",\n".utf8) + bytes(event(item.encounter, item.stamp))
    }

    package mutating func report(_ item: ExportedReport) -> [UInt8] { Array(",\n".utf8) + bytes(article(item)) }

    package mutating func tail() -> [UInt8] { Array("\n]}\n".utf8) }

    private func bytes(_ node: JSONLDNode) -> [UInt8] {
        var out = JSONOutput()
        node.write(to: &out)
        return out.bytes
    }

    // MARK: - Ids

    private func id(encounter: String) -> String {
        site.map { "\($0)/encounters/\(encounter)".bareLink } ?? id(ExportKey.encounter(encounter))
    }

    private func id(_ key: String) -> String {
        "urn:rapporteur:" + (key.hasPrefix("rapporteur-") ? key.dropFirst("rapporteur-".count) : key[...])
    }

    private static let dataset = "urn:rapporteur:export"

    // MARK: - Nodes

    private var dataset: JSONLDNode {
        var node = JSONLDNode("Dataset", id: Self.dataset)
        node.add("name", note.title)
        node.add("version", note.version)
        node.add("dateModified", note.changed)
        node.add("dateCreated", note.made)
        node.add("license", note.licence.url?.bareLink ?? note.licence.text)
        node.add("usageInfo", note.licence.text)
        node.add("creditText", note.sentence)
        node.add("creator", note.owner.map { JSONLDNode("Organization").adding("name", $0) })
        node.add("url", note.url?.bareLink)
        node.add("description", note.text)
        node.add("measurementTechnique", note.program)
        for (name, value) in note.statements where name == "query" || name.hasPrefix("register_") {
            node.add("additionalProperty", JSONLDNode.property(name, value))
        }
        return node
    }

    private func event(_ encounter: RegisteredEncounter, _ stamp: EncounterStamp) -> JSONLDNode {
        var node = JSONLDNode("Event", id: id(encounter: encounter.id))
        node.add("identifier", encounter.id)
        node.add("name", names.headline(encounter))
        node.add("description", encounter.outcome.text)
        node.add("eventStatus", encounter.status.schema.map { JSONLDNode(id: "https://schema.org/\($0)") })
        node.add("eventAttendanceMode", encounter.medium.schema.map { JSONLDNode(id: "https://schema.org/\($0)") })
        if let date = encounter.date, date.precision != .unknown {
            node.add("startDate", date.text(date.start))
            if date.text(date.end) != date.text(date.start) { node.add("endDate", date.text(date.end)) }
        }
        node.add("location", encounter.place.flatMap(place))
        for participant in encounter.participants {
            guard let who = actor(participant) else { continue }
            node.add("attendee", who)
            if participant.role?.invites == true { node.add("organizer", who.reference) }
        }
        for issue in encounter.issues {
            node.add(
                "about",
                JSONLDNode("DefinedTerm", id: id("issue-\(ExportKey.safe(issue.code))")).adding("termCode", issue.code)
                    .adding("name", Issue.words(issue.code)))
        }
        for party in encounter.about { node.add("about", organization(party)) }
        superEvents(encounter, &node)
        var documents: Set<String> = []
        for report in encounter.reports where documents.insert(report.document).inserted {
            node.add("subjectOf", JSONLDNode(id: id(ExportKey.report(report.document))))
        }
        for (name, value) in properties(encounter) { node.add("additionalProperty", JSONLDNode.property(name, value)) }
        node.add("url", site.map { "\($0)/encounters/\(encounter.id)".bareLink })
        node.add("dateModified", stamp.changed)
        node.add("isPartOf", JSONLDNode(id: Self.dataset))
        return node
    }

    private func superEvents(_ encounter: RegisteredEncounter, _ node: inout JSONLDNode) {
        for relation in encounter.relations where relation.kind == .partOf {
            node.add("superEvent", JSONLDNode("Event", id: id(encounter: relation.encounter)))
        }
        if let within = encounter.within?.name {
            node.add("superEvent", JSONLDNode("Event").adding("name", within))
        }
        if let series = encounter.series {
            node.add(
                "superEvent",
                JSONLDNode("EventSeries", id: id("series-\(ExportKey.safe(series.code ?? series.name))"))
                    .adding("name", series.name))
        }
    }

    private func properties(_ encounter: RegisteredEncounter) -> [(String, String)] {
        var properties = [
            ("kind", encounter.kind.rawValue), ("status", encounter.status.rawValue),
            ("medium", encounter.medium.rawValue), ("format", encounter.format.rawValue),
            ("outcome", encounter.outcome.kind.rawValue), ("origins", String(encounter.origins)),
            ("reports", String(encounter.reports.count)),
        ]
        if let level = encounter.level { properties.append(("level", level.rawValue)) }
        if let date = encounter.date { properties.append(("date_precision", date.precision.rawValue)) }
        if let round = encounter.series?.round { properties.append(("round", String(round))) }
        for party in encounter.via { properties.append(("via", party)) }
        for dispute in encounter.disputes { properties.append(("disputed", dispute.field.rawValue)) }
        return properties
    }

    private func place(_ place: Place) -> JSONLDNode? {
        guard let name = names.location(place) else { return nil }
        var node = JSONLDNode("Place").adding("name", name)
        var address = JSONLDNode("PostalAddress")
        address.add("addressLocality", place.name)
        address.add("addressCountry", place.country.map { names.party($0).alpha2?.uppercased() ?? $0 })
        node.add("address", address)
        if let latitude = place.latitude, let longitude = place.longitude, latitude.isFinite, longitude.isFinite {
            var geo = JSONLDNode("GeoCoordinates")
            geo.add("latitude", latitude)
            geo.add("longitude", longitude)
            node.add("geo", geo)
        }
        return node
    }

    /// A person with the party, or the party alone; `nil` where neither is told.
    private func actor(_ participant: Participant) -> JSONLDNode? {
        let party = participant.party.map(organization)
        guard let name = participant.person?.oneLine, !name.isEmpty else { return party }
        var person = JSONLDNode("Person", id: id(ExportKey.person(name, party: participant.party, names)))
        person.add("name", name)
        if participant.serves { person.add("jobTitle", participant.office) }
        person.add(participant.serves ? "worksFor" : "affiliation", party)
        return person
    }

    private func organization(_ code: String) -> JSONLDNode {
        let known = names.party(code)
        return JSONLDNode(known.isState ? "GovernmentOrganization" : "Organization", id: id(ExportKey.party(code)))
            .adding("name", known.name).adding("identifier", code)
    }

    private func article(_ report: ExportedReport) -> JSONLDNode {
        var node = JSONLDNode("NewsArticle", id: id(ExportKey.report(report.document)))
        node.add("identifier", report.document)
        node.add("headline", report.versions.last?.title)
        node.add("url", report.url?.bareLink)
        node.add("datePublished", report.versions.last?.published.flatMap { Day(iso: $0)?.iso })
        node.add("inLanguage", report.language)
        if let source = report.source, let name = source.name {
            let kind = source.kind == .official ? "GovernmentOrganization" : "Organization"
            let publisher = JSONLDNode(kind, id: id("source-\(ExportKey.safe(name))")).adding("name", name)
            node.add("publisher", publisher)
        }
        for encounter in report.encounters { node.add("about", JSONLDNode(id: id(encounter: encounter))) }
        return node
    }
}

extension Status {
    /// A value of schema.org's EventStatusType; `nil` for a course that it has no word for.
    fileprivate var schema: String? {
        switch self {
        case .announced, .underWay, .held: "EventScheduled"
        case .postponed, .suspended: "EventPostponed"
        case .cancelled, .declined: "EventCancelled"
        case .proposed, .denied, .lapsed: nil
        }
    }
}

extension Medium {
    /// A value of schema.org's EventAttendanceModeEnumeration.
    fileprivate var schema: String? {
        switch self {
        case .inPerson: "OfflineEventAttendanceMode"
        case .phone, .video: "OnlineEventAttendanceMode"
        case .hybrid: "MixedEventAttendanceMode"
        case .letter, .unknown: nil
        }
    }
}
