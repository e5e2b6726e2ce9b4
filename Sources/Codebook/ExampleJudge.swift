public import Diplomacy

/// Judges what was coded of a frame's example against what the frame expects.
public enum ExampleJudge {
    /// What is wrong; `nil` where all is right.
    ///
    /// Every expected event must be there. Beyond them no other affirmed and actual event between the same two may stand, and
    /// none at all where none is expected.
    public static func problem(_ events: [Event], expected: [ExpectedEvent]) -> String? {
        if expected.isEmpty {
            return events.isEmpty ? nil : "expected no event, found \(events.map(describe).joined(separator: "; "))"
        }
        for one in expected where !events.contains(where: one.fits) {
            let found = events.isEmpty ? "none" : events.map(describe).joined(separator: "; ")
            return "expected \(one), found \(found)"
        }
        for event in events where event.happened {
            let pair = expected.filter { $0.source.fits(event.source) && $0.target.fits(event.target) }
            guard let first = pair.first, !pair.contains(where: { $0.type == event.type }) else { continue }
            return "expected \(first) alone, found \(describe(event)) beside it"
        }
        return nil
    }

    /// What is wrong with what was coded of a counter-example: an event of the frame.
    public static func problem(_ events: [Event], forbidding frame: String) -> String? {
        events.first { $0.rule == frame }.map { "expected no event of \(frame), found \(describe($0))" }
    }

    /// `SANCTION CAN > BLR negated planned`, with wordings where no party is known.
    public static func describe(_ event: Event) -> String {
        func name(_ actor: EventActor?) -> String {
            guard let actor else { return "-" }
            return actor.authority ?? actor.party ?? "\"\(actor.text)\""
        }
        return "\(event.type.rawValue) \(name(event.source)) > \(name(event.target))"
            + (event.polarity == .negated ? " negated" : "")
            + (event.modality == .actual ? "" : " \(event.modality.rawValue)")
    }
}
