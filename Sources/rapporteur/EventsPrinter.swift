import Diplomacy
import Wording

extension RecordPrinter {
    /// Events printed of one record; the rest stand in the JSON.
    private static let mostEvents = 20

    /// The events that no encounter tells already, in the order of the text, each once.
    func events() -> [Line] {
        let told = Set(record.encounters.map(\.id))
        var seen: Set<String> = []
        let rows = record.events.compactMap { event -> [Line]? in
            if let encounter = event.encounter, told.contains(encounter) { return nil }
            let actors = "\(name(event.source)) → \(name(event.target))"
            let status = event.statusWords.isEmpty ? "" : " (\(event.statusWords))"
            guard seen.insert("\(event.type) \(status) \(actors)").inserted else { return nil }
            let day = event.date.map { " · " + Phrases.date($0) } ?? ""
            let speaker = event.attributedTo.map { " · says \($0.name)" } ?? ""
            return block(
                [Piece(event.type.rawValue, .strong), Piece(status), Piece(" \(actors)")],
                first: [Piece("  · ", .quiet)],
                indent: 4) + block([Piece(event.codeWords + day + speaker, .quiet)], first: [], indent: 6)
        }
        guard !rows.isEmpty else { return [] }
        var lines: [Line] = [[Piece(record.encounters.isEmpty ? "Events" : "Other events", .strong)]]
        lines += rows.prefix(Self.mostEvents).joined()
        if rows.count > Self.mostEvents {
            lines += block(
                [Piece("and \(rows.count - Self.mostEvents) more; --format json has them all", .quiet)], first: [],
                indent: 4)
        }
        return lines
    }

    private func name(_ actor: EventActor?) -> String {
        guard let actor else { return "(nobody named)" }
        let party = (actor.authority ?? actor.party).map(partyName)
        guard let party, party != actor.text else { return actor.text }
        return "\(actor.text) (\(party))"
    }
}
