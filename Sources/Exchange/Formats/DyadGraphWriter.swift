import Diplomacy
import Register

/// The network of encounters projected to pairs of parties, as GraphML: a node a party, an edge a pair with its counts.
///
/// Mediators and hosts of a venue are no side, and an encounter of more than twelve parties counts for no pair, as in
/// ``EncounterBrief/dyads``. Everything is written at the end: what is kept grows with the number of pairs, not of encounters.
package struct DyadGraphWriter: ExportWriter {
    private struct Count {
        var encounters = 0
        var held = 0
        var disputed = 0
        var reports = 0
        var first: Day?
        var last: Day?

        mutating func add(_ brief: EncounterBrief) {
            encounters += 1
            reports += brief.reports
            if brief.status.happened { held += 1 }
            if !brief.disputes.isEmpty { disputed += 1 }
            guard let date = brief.date, date.precision != .unknown else { return }
            first = min(first ?? date.start, date.start)
            last = max(last ?? date.end, date.end)
        }
    }

    private struct Pair: Hashable, Comparable {
        var first: String
        var second: String

        static func < (a: Pair, b: Pair) -> Bool { (a.first, a.second) < (b.first, b.second) }
    }

    private let note: ExportNote
    private let names: ExportNames
    private var pairs: [Pair: Count] = [:]
    private var parties: [String: Count] = [:]

    package init(_ note: ExportNote, _ names: ExportNames) {
        self.note = note
        self.names = names
    }

    private static let keys: [GraphMLKey] = [
        .init("type", of: .node, .string), .init("label", of: .node, .string), .init("party", of: .node, .string),
        .init("encounters", of: .node, .long), .init("held", of: .node, .long), .init("encounters", of: .edge, .long),
        .init("held", of: .edge, .long), .init("disputed", of: .edge, .long), .init("reports", of: .edge, .long),
        .init("first", of: .edge, .string), .init("last", of: .edge, .string),
    ]

    package mutating func head() -> [UInt8] { GraphML.head(note, Self.keys, id: "dyads") }

    package mutating func encounter(_ item: ExportedEncounter) -> [UInt8] {
        let brief = EncounterBrief(item.encounter, sides: [])
        let acting = brief.acting()
        for party in acting { parties[party, default: Count()].add(brief) }
        guard acting.count <= EncounterBrief.mostPaired else { return [] }
        for (i, first) in acting.enumerated() {
            for second in acting[(i + 1)...] { pairs[Pair(first: first, second: second), default: Count()].add(brief) }
        }
        return []
    }

    package mutating func tail() -> [UInt8] {
        var out = ""
        for (code, count) in parties.sorted(by: { $0.key < $1.key }) {
            out += GraphML.node(
                ExportKey.party(code),
                [
                    ("type", "party"), ("label", names.party(code).name), ("party", code),
                    ("encounters", String(count.encounters)), ("held", String(count.held)),
                ])
        }
        for (pair, count) in pairs.sorted(by: { $0.key < $1.key }) {
            out += GraphML.edge(
                ExportKey.party(pair.first), ExportKey.party(pair.second),
                [
                    ("encounters", String(count.encounters)), ("held", String(count.held)),
                    ("disputed", String(count.disputed)), ("reports", String(count.reports)),
                    ("first", count.first?.iso), ("last", count.last?.iso),
                ])
        }
        return Array(out.utf8) + GraphML.tail
    }
}
