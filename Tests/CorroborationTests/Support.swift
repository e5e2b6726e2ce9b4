import Diplomacy
@testable import Corroboration

/// A claim of ours: two persons of two parties.
func claim(
    _ persons: [(String?, String)] = [("Ann Lee", "USA"), ("Igor Petrov", "RUS")], kind: EncounterKind = .talks,
    medium: Medium = .inPerson, status: Status = .held, day: String? = "2026-03-10", city: String? = "Geneva",
    country: String? = "CHE", isPrincipal: Bool = true, isReported: Bool = true, series: Series? = nil,
    outcome: OutcomeKind = .notStated, by: Attribution? = nil
) -> Encounter {
    let place = country.map { Place(name: city, country: $0) }
    var claim = Encounter(
        id: "e1", principal: isPrincipal, reported: isReported, kind: kind, medium: medium, status: status,
        date: day.flatMap { Day(iso: $0) }.map { PartialDate(day: $0) }, place: medium == .phone ? nil : place,
        series: series, participants: persons.map { Participant(person: $0.0, party: $0.1, lead: true) },
        outcome: Outcome(kind: outcome), confidence: 0.9, evidence: [])
    claim.attributedTo = by
    return claim
}

/// A report of ours with its claims, which are numbered.
func report(
    _ document: String, _ claims: [Encounter], source: String? = nil, kind: SourceKind = .newspaper,
    published: String? = "2026-03-10", sketch: Sketch? = nil, credits: [String] = []
) -> Report {
    var numbered = claims
    for i in numbered.indices { numbered[i].id = "e\(i + 1)" }
    return Report(
        document: document, source: Source(name: source ?? "Paper \(document)", kind: kind),
        published: published.flatMap { Day(iso: $0) }, sketch: sketch, credits: credits, claims: numbered)
}

/// The documents of each encounter, sorted.
func groups(_ reports: [Report], _ corroborator: Corroborator = Corroborator()) -> [[String]] {
    corroborator.encounters(of: reports).map { $0.reports.map(\.document).sorted() }.sorted { $0[0] < $1[0] }
}

func only(_ reports: [Report]) throws -> RegisteredEncounter {
    let found = Corroborator().encounters(of: reports)
    guard found.count == 1 else { throw Unexpected(count: found.count) }
    return found[0]
}

struct Unexpected: Error {
    var count: Int
}
