import Diplomacy

/// Writes rows as PETRARCH2 puts out its events: date, code of the source, of the target and of the event, issues (none), the id of
/// the sentence, the address where there is one, and the publisher.
public struct PETRARCHWriter: Sendable {
    public init() {}

    /// One row, with its line feed; `nil` where there are not two actors and a code, without which the format has no event.
    public func row(_ event: OutgoingEvent) -> [UInt8]? {
        guard let source = code(event.source), let target = code(event.target), let cameo = event.cameo else {
            return nil
        }
        var line = TableLine()
        line.put(TableLine.compact(event.day))
        line.put(source)
        line.put(target)
        line.put(cameo)
        line.putNothing(1)
        line.put((event.document ?? event.id) + (event.sentence.map { "_\($0)" } ?? ""))
        if let url = event.url, !url.isEmpty { line.put(url) }
        line.put(event.publisher ?? "NULL")
        return line.end()
    }

    /// The country's code with the sector's behind it, a group's behind `IGO`; `nil` where neither is known.
    private func code(_ actor: OutgoingActor) -> String? {
        let (country, group) = CodesOut.standing.cameo(actor.party)
        let code = (country ?? group.map { "IGO" + $0 } ?? "") + (group == nil ? actor.sector ?? "" : "")
        return code.isEmpty ? nil : code
    }
}
