import Corroboration
import Diplomacy
import FoundationEssentials
import Register

/// A register in a folder that is gone when the test is.
final class SampleRegister {
    private let folder: String
    let register: Register

    init() throws {
        folder = "/tmp/rapporteur-dossier-\(UInt64.random(in: 0 ... .max))"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        register = try Register(path: "\(folder)/register.sqlite", access: .write)
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    func add(_ filings: [Filing]) throws {
        _ = try register.file(filings, at: "2026-06-01T00:00:00Z")
        try register.reconcile(at: "2026-06-01T00:00:00Z")
    }
}

func day(_ iso: String) -> Day { Day(iso: iso) ?? Day(number: 0) }

/// Who takes part: a person of a party, with what is told of their office.
struct Guest {
    var party: String
    var person: String
    var sector: String? = "GOV"
    var standing: Standing? = .incumbent

    init(_ party: String, _ person: String? = nil, sector: String? = "GOV", standing: Standing? = .incumbent) {
        self.party = party
        self.person = person ?? "Head of \(party)"
        self.sector = sector
        self.standing = standing
    }
}

/// A report of one encounter.
///
/// - Parameters:
///   - published: the day of the report; `nil` for that of the encounter.
///   - source: the paper.
func report(
    _ id: String, on first: String, days: Int = 1, of guests: [Guest], kind: EncounterKind = .talks,
    medium: Medium = .inPerson, level: Level? = .minister, status: Status = .held, issues: [String] = [],
    series: Series? = nil, published: String? = nil, source: String = "Gazette", city: String = "Geneva",
    country: String = "CHE", events: [Event] = []
) -> Filing {
    let text = "A text of \(id)."
    let document = Document(
        id: id, title: "Report", text: text, published: day(published ?? first),
        source: Source(name: source, kind: .newspaper), sha256: "sha of \(text)")
    var encounter = Encounter(
        id: "e1", principal: true, reported: true, kind: kind, medium: medium, status: status,
        date: PartialDate(start: day(first), end: day(first) + (days - 1), precision: .day),
        place: Place(name: city, country: country),
        participants: guests.map {
            Participant(
                person: $0.person, party: $0.party, sector: $0.sector, level: level, standing: $0.standing, lead: true)
        }, confidence: 0.9, evidence: [])
    encounter.level = level
    encounter.series = series
    encounter.issues = issues.map { IssueMention(code: $0, span: Span(0, 1)) }
    var record = Diplomacy.Record(id: id, document: DocumentSummary(document, characters: text.count))
    record.encounters = [encounter]
    record.events = events
    return Filing(document: document, record: record)
}

/// A table of votes as it would have been imported.
func voteTable(from first: String, to last: String) -> DataSet {
    DataSet(
        name: "votes/unga", title: "Votes", publisher: "Assembly", licence: "CC0", digest: "d", first: day(first),
        last: day(last), rows: 1, imported: "2026-01-01T00:00:00Z")
}
