import Diplomacy

/// The network of encounters as GraphML (graphml.graphdrawing.org): encounters on one side, persons and parties on the other.
///
/// An undirected edge leads from an encounter to each person who took part, with role and lead, and to each party that did, with the
/// number of its people. Nodes stand before the edges that need them; a person or party stands where it is first met.
package struct GraphMLWriter: ExportWriter {
    private let note: ExportNote
    private let names: ExportNames
    /// Ids of persons and parties that are written.
    private var written: Set<String> = []

    package init(_ note: ExportNote, _ names: ExportNames) {
        self.note = note
        self.names = names
    }

    private static let keys: [GraphMLKey] = [
        .init("type", of: .node, .string), .init("label", of: .node, .string), .init("party", of: .node, .string),
        .init("kind", of: .node, .string),
        .init("status", of: .node, .string), .init("medium", of: .node, .string), .init("level", of: .node, .string),
        .init("date", of: .node, .string), .init("date_end", of: .node, .string),
        .init("date_precision", of: .node, .string), .init("place", of: .node, .string),
        .init("country", of: .node, .string), .init("latitude", of: .node, .double),
        .init("longitude", of: .node, .double), .init("issues", of: .node, .string),
        .init("outcome", of: .node, .string), .init("reports", of: .node, .long), .init("origins", of: .node, .long),
        .init("disputed", of: .node, .boolean), .init("confidence", of: .node, .double),
        .init("role", of: .edge, .string), .init("office", of: .edge, .string), .init("lead", of: .edge, .boolean),
        .init("people", of: .edge, .long),
    ]

    package mutating func head() -> [UInt8] { GraphML.head(note, Self.keys, id: "encounters") }
    package mutating func tail() -> [UInt8] { GraphML.tail }

    package mutating func encounter(_ item: ExportedEncounter) -> [UInt8] {
        let encounter = item.encounter
        let id = ExportKey.encounter(encounter.id)
        var out = GraphML.node(
            id,
            [
                ("type", "encounter"), ("label", names.headline(encounter)), ("kind", encounter.kind.rawValue),
                ("status", encounter.status.rawValue), ("medium", encounter.medium.rawValue),
                ("level", encounter.level?.rawValue), ("date", encounter.date?.iso),
                ("date_end", encounter.date.map { $0.text($0.end) }),
                ("date_precision", encounter.date?.precision.rawValue), ("place", encounter.place?.name),
                ("country", encounter.place?.country), ("latitude", encounter.place?.latitude.flatMap(GraphML.number)),
                ("longitude", encounter.place?.longitude.flatMap(GraphML.number)),
                ("issues", encounter.issues.map(\.code).joined(separator: "; ")),
                ("outcome", encounter.outcome.kind.rawValue), ("reports", String(encounter.reports.count)),
                ("origins", String(encounter.origins)), ("disputed", "\(!encounter.disputes.isEmpty)"),
                ("confidence", GraphML.number(encounter.confidence)),
            ])
        var persons: Set<String> = []
        for participant in encounter.participants {
            guard let name = participant.person?.oneLine, !name.isEmpty else { continue }
            let person = ExportKey.person(name, party: participant.party, names)
            if written.insert(person).inserted {
                out += GraphML.node(person, [("type", "person"), ("label", name), ("party", participant.party)])
            }
            guard persons.insert(person).inserted else { continue }
            out += GraphML.edge(
                id, person,
                [
                    ("role", participant.role?.rawValue), ("office", participant.office),
                    ("lead", "\(participant.lead)"),
                ])
        }
        for code in CSV.parties(encounter.participants) {
            out += party(code)
            let people = encounter.participants.filter { $0.party == code }
            let role = people.first(where: \.lead)?.role ?? people.compactMap(\.role).first
            out += GraphML.edge(
                id, ExportKey.party(code),
                [
                    ("role", role?.rawValue), ("lead", "\(people.contains(where: \.lead))"),
                    ("people", String(people.count { $0.person != nil })),
                ])
        }
        return Array(out.utf8)
    }

    private mutating func party(_ code: String) -> String {
        let id = ExportKey.party(code)
        guard written.insert(id).inserted else { return "" }
        return GraphML.node(id, [("type", "party"), ("label", names.party(code).name), ("party", code)])
    }
}
