import Contract
import Diplomacy
package import Register

/// Entities of FollowTheMoney (followthemoney.tech, model of version 4), one JSON object a line.
///
/// - Event: an encounter, with everybody involved and the reports as proof.
/// - Person, PublicBody (a state) and Organization (any other party): those involved, where first met.
/// - Position and Occupancy: an office in which somebody took part, as incumbent or acting; without dates, which a report does not
///   tell.
/// - Representation: for which party a person acted; UnknownLink for one who was out of office or had none.
/// - Article: a report, without its text.
///
/// Ids of persons and positions are those of `rapporteur lexicon export --format ftm` where the lexicon knows the person. The export
/// states its note nowhere: every line is an entity, and programs that merge entities would take a note for one.
package struct FollowTheMoneyWriter: ExportWriter {
    private let names: ExportNames
    private let site: String?
    /// Ids of persons, parties, positions and links that are written: as many as the register has of these.
    private var written: Set<String> = []

    package init(_ names: ExportNames, site: String? = nil) {
        self.names = names
        self.site = site
    }

    package mutating func head() -> [UInt8] { [] }
    package mutating func tail() -> [UInt8] { [] }

    package mutating func encounter(_ item: ExportedEncounter) -> [UInt8] {
        let encounter = item.encounter
        var lines: [UInt8] = []
        var involved: [String] = []
        var organizers: [String] = []
        for participant in encounter.participants {
            let ids = actors(participant, &lines)
            for id in ids where !involved.contains(id) { involved.append(id) }
            if let first = ids.first, participant.role?.invites == true, !organizers.contains(first) {
                organizers.append(first)
            }
        }
        var event = FollowTheMoneyEntity(ExportKey.encounter(encounter.id), "Event")
        event.add("name", names.headline(encounter), most: .name)
        event.add(encounter.date)
        event.add("location", names.location(encounter.place), most: .address)
        event.add("country", encounter.place?.country.flatMap { names.party($0).alpha2 })
        event.add("summary", names.summary(encounter), most: .text)
        event.add("description", encounter.outcome.text, most: .text)
        for issue in encounter.issues { event.add("keywords", Issue.words(issue.code)) }
        event.add("recordId", encounter.id)
        event.add("sourceUrl", site.map { "\($0)/encounters/\(encounter.id)".bareLink }, most: .url)
        for id in involved { event.add("involved", id, most: .id) }
        for id in organizers { event.add("organizer", id, most: .id) }
        var documents: Set<String> = []
        for report in encounter.reports where documents.insert(report.document).inserted {
            event.add("proof", ExportKey.report(report.document), most: .id)
        }
        return lines + event.line
    }

    package mutating func report(_ item: ExportedReport) -> [UInt8] {
        var article = FollowTheMoneyEntity(ExportKey.report(item.document), "Article")
        let title = item.versions.last?.title?.oneLine ?? ""
        article.add("title", title.isEmpty ? item.document : title)
        article.add("fileName", item.document)
        article.add("publisher", item.source?.name)
        article.add("country", item.source?.country.flatMap { names.party($0).alpha2 })
        article.add("publishedAt", item.versions.last?.published.flatMap { Day(iso: $0)?.iso })
        article.add("language", item.language.flatMap(FollowTheMoneyEntity.language))
        if let url = item.url?.bareLink, url.hasPrefix("http://") || url.hasPrefix("https://") {
            article.add("sourceUrl", url, most: .url)
        }
        return article.line
    }

    // MARK: - Who took part

    /// The ids of those that a participant stands for, the person first; adds the lines of what was not written before.
    private mutating func actors(_ participant: Participant, _ lines: inout [UInt8]) -> [String] {
        let party = participant.party.map { self.party($0, &lines) }
        guard let name = participant.person?.oneLine, !name.isEmpty else { return party.map { [$0] } ?? [] }
        let id = ExportKey.person(name, party: participant.party, names)
        if written.insert(id).inserted {
            var person = FollowTheMoneyEntity(id, "Person")
            person.add("name", name, most: .name)
            person.add("country", participant.party.flatMap { names.party($0).alpha2 })
            lines += person.line
        }
        guard let code = participant.party, let party else { return [id] }
        let serves = participant.serves
        link(id, to: party, participant.office, serves: serves, &lines)
        if serves, let office = participant.office { term(of: id, office, code, &lines) }
        return [id, party]
    }

    private mutating func party(_ code: String, _ lines: inout [UInt8]) -> String {
        let id = ExportKey.party(code)
        guard written.insert(id).inserted else { return id }
        let known = names.party(code)
        var party = FollowTheMoneyEntity(id, known.isState ? "PublicBody" : "Organization")
        party.add("name", known.name, most: .name)
        party.add("country", known.alpha2)
        lines += party.line
        return id
    }

    /// Who acted for a party represents it, one link for each two.
    private mutating func link(
        _ person: String, to party: String, _ office: String?, serves: Bool, _ lines: inout [UInt8]
    ) {
        let ends = person.dropFirst("rapporteur-".count) + "-" + party.dropFirst("rapporteur-party-".count)
        let id = "rapporteur-\(serves ? "acts" : "link")-\(ExportKey.safe(String(ends), longest: 160))"
        guard written.insert(id).inserted else { return }
        var link = FollowTheMoneyEntity(id, serves ? "Representation" : "UnknownLink")
        link.add(serves ? "agent" : "subject", person, most: .id)
        link.add(serves ? "client" : "object", party, most: .id)
        link.add("role", office)
        lines += link.line
    }

    private mutating func term(of person: String, _ office: String, _ party: String, _ lines: inout [UInt8]) {
        let slug = ExportKey.slug(office)
        guard !slug.isEmpty else { return }
        // as the lexicon's export has it; what is too long for an id, or no part of one, is cut
        let seat = ExportKey.safe("\(ExportKey.slug(party))-\(slug)", longest: 96)
        let position = "rapporteur-position-\(seat)"
        if written.insert(position).inserted {
            let known = names.party(party)
            var post = FollowTheMoneyEntity(position, "Position")
            post.add("name", "\(office), \(known.name)", most: .name)
            post.add("country", known.alpha2)
            lines += post.line
        }
        let id = "rapporteur-office-\(ExportKey.safe("\(person.dropFirst("rapporteur-".count))-\(seat)", longest: 160))"
        guard written.insert(id).inserted else { return }
        var term = FollowTheMoneyEntity(id, "Occupancy")
        term.add("holder", person, most: .id)
        term.add("post", position, most: .id)
        lines += term.line
    }
}

extension Participant {
    /// Whether the participant acts for the party in an office of it, as far as is told.
    var serves: Bool {
        level != .nonOfficial && (standing == nil || standing == .incumbent || standing == .acting)
    }
}

extension Role {
    /// Whether who plays the part has the others come.
    var invites: Bool {
        switch self {
        case .host, .chair, .coChair, .convener: true
        default: false
        }
    }
}
