import Contract
import Diplomacy
import FoundationEssentials

@testable import Exchange
@testable import Register

/// Talks of our own making, from which the expected values of the tests of exports come.
enum Sample {
    static let id = "enc_00112233445566ff"

    static let names = ExportNames(
        party: { code in
            switch code {
            case "NOR": .init(name: "Norway", alpha2: "no", isState: true)
            case "CHE": .init(name: "Switzerland", alpha2: "ch", isState: true)
            case "UNO": .init(name: "United Nations", isState: false)
            default: .init(name: code, isState: code.utf8.count == 3)
            }
        },
        personKey: { name, _ in name == "Ann Lee" ? "ann-lee" : nil },
        headline: {
            "\($0.kind.rawValue) of \($0.participants.compactMap { $0.person ?? $0.party }.joined(separator: " and "))"
        }
    )

    static let note = ExportNote(
        query: "party:NOR", changed: "2026-03-14T09:00:00Z", encounters: 7, program: "rapporteur 0.1.0",
        made: "2026-03-15T10:00:00Z", owner: "The Desk")

    static func day(_ text: String) -> Day { Day(iso: text) ?? Day(number: 0) }

    static func dates(_ first: String, _ last: String, _ precision: DatePrecision = .day) -> PartialDate {
        PartialDate(start: day(first), end: day(last), precision: precision)
    }

    /// Talks in Geneva on 10 March 2026 between Ann Lee (Norway, whom the lexicon knows), who came, and Urs Frei (Switzerland), who was
    /// the host; an envoy of old of the United Nations was there. Three reports of two origins; the day is disputed and settled.
    static func encounter(_ text: String? = nil) -> RegisteredEncounter {
        var talks = RegisteredEncounter(
            id: id, kind: .talks, medium: .inPerson, status: .held,
            outcome: Outcome(kind: .understanding, text: text ?? "They agreed to go on."))
        talks.level = .minister
        talks.date = dates("2026-03-10", "2026-03-10")
        talks.place = Place(name: text ?? "Geneva", country: "CHE", latitude: 46.2, longitude: 6.15)
        talks.series = Series(name: text ?? "Fjord dialogue", code: "FJORD", round: 3)
        talks.participants = [
            Participant(
                person: text ?? "Ann Lee", office: text ?? "Foreign Minister", party: "NOR", sector: "GOV",
                level: .minister, standing: .incumbent, role: .guest, lead: true),
            Participant(
                person: "Urs Frei", office: "President", party: "CHE", sector: "GOV", standing: .incumbent, role: .host,
                lead: true),
            Participant(person: "Old Envoy", office: "Envoy", party: "UNO", standing: .former, role: .mediator),
        ]
        talks.about = ["ISL"]
        talks.issues = [
            RegisteredIssue(code: "energy", raisedBy: ["NOR"], documents: ["d1"]),
            RegisteredIssue(code: "arms-control", raisedBy: [], documents: ["d1", "d 2"]),
        ]
        talks.origins = 2
        talks.confidence = 0.75
        talks.disputes = [
            Dispute(
                field: .date, nature: .contradiction,
                values: [
                    DisputeValue(value: "2026-03-10", documents: ["d1", "d 2"], weight: 0.8),
                    DisputeValue(value: text ?? "2026-03-11", documents: ["d3"], weight: 0.2),
                ], resolved: "2026-03-10", reason: text ?? "Two origins say so.")
        ]
        talks.relations = [Relation(kind: .partOf, encounter: "enc_aaaaaaaaaaaaaaaa")]
        let claim = Encounter(
            id: "e1", kind: .talks, medium: .inPerson, status: .held, participants: [], confidence: 1, evidence: [])
        talks.reports = [("d1", 1), ("d 2", 1), ("d3", 2), ("d3", 2)].map {
            EncounterReport(document: $0.0, origin: $0.1, claim: claim)
        }
        return talks
    }

    static func item(_ encounter: RegisteredEncounter = encounter()) -> ExportedEncounter {
        ExportedEncounter(
            encounter: encounter,
            stamp: EncounterStamp(firstSeen: "2026-03-11T00:00:00Z", changed: "2026-03-14T09:00:00Z", version: 2))
    }

    static func report(_ document: String = "d1", _ text: String? = nil) -> ExportedReport {
        ExportedReport(
            document: document, language: text ?? "en", url: text ?? "https://news.example/1",
            source: Source(name: text ?? "The Daily", kind: .newspaper, country: "NOR"), state: "read",
            encounters: [id],
            versions: [
                ReportVersion(
                    number: 1, title: "Early", text: "Early words.", published: "2026-03-10",
                    added: "2026-03-10T12:00:00Z"),
                ReportVersion(
                    number: 2, title: text ?? "Talks in Geneva", text: text ?? "Late words.",
                    published: text ?? "2026-03-11T08:00:00+01:00", added: "2026-03-11T12:00:00Z"),
            ])
    }

    /// All that a writer gives for an encounter and a report.
    static func written(
        _ format: ExportFormat, _ items: [ExportedEncounter] = [item()], _ reports: [ExportedReport] = [report()],
        note: ExportNote = note, site: String? = nil
    ) -> String {
        var writer = format.writer(note, names, site: site)
        var bytes = writer.head()
        for item in items { bytes += writer.encounter(item) }
        for report in reports { bytes += writer.report(report) }
        return String(decoding: bytes + writer.tail(), as: UTF8.self)
    }
}

/// JSON as the tests ask it.
enum JSON: Decodable {
    case object([String: JSON])
    case array([JSON])
    case text(String)
    case number(Double)
    case truth(Bool)
    case null

    init(from decoder: any Decoder) throws {
        let value = try decoder.singleValueContainer()
        if let found = try? value.decode([String: JSON].self) {
            self = .object(found)
        } else if let found = try? value.decode([JSON].self) {
            self = .array(found)
        } else if let found = try? value.decode(Bool.self) {
            self = .truth(found)
        } else if let found = try? value.decode(Double.self) {
            self = .number(found)
        } else if let found = try? value.decode(String.self) {
            self = .text(found)
        } else {
            self = .null
        }
    }

    init(_ text: String) throws { self = try JSONDecoder().decode(JSON.self, from: Data(text.utf8)) }

    subscript(_ key: String) -> JSON {
        if case .object(let members) = self { members[key] ?? .null } else { .null }
    }

    /// The values of a list; one that is none for itself; none for null.
    var list: [JSON] {
        switch self {
        case .array(let values): values
        case .null: []
        default: [self]
        }
    }

    var text: String? { if case .text(let text) = self { text } else { nil } }
    var texts: [String] { list.compactMap(\.text) }
    var number: Double? { if case .number(let number) = self { number } else { nil } }
    var truth: Bool? { if case .truth(let truth) = self { truth } else { nil } }
    var keys: [String] { if case .object(let members) = self { members.keys.sorted() } else { [] } }
}
