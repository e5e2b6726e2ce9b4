import Diplomacy
import FoundationEssentials
import Register
import Testing

@testable import Site

/// A site over a register of ours, which is gone when the test is.
final class Sample {
    let folder: String
    let register: Register
    let site: Site

    static let clock = "2026-03-12T00:00:00Z"

    init(_ filings: [Filing] = Sample.reports, prefix: String = "", limits: SiteLimits = SiteLimits()) throws {
        folder = "/tmp/rapporteur-site-\(UInt64.random(in: 0 ... .max))"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let path = folder + "/register.sqlite"
        let writer = try Register(path: path, access: .write)
        _ = try writer.file(filings, at: Self.clock)
        try writer.reconcile(at: Self.clock)
        try writer.close()
        register = try Register(path: path, access: .read)
        site = Site(
            register: register, names: Self.names, prefix: prefix, origin: "https://register.example", limits: limits)
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    func get(_ target: String, ifNoneMatch: String? = nil) -> SiteResponse {
        site.answer(SiteRequest(target: target, ifNoneMatch: ifNoneMatch))
    }

    /// The ids of its encounters, sorted.
    var ids: [String] {
        get throws {
            try register.page(of: .all([]), limit: 100).hits.map(\.brief.id).sorted()
        }
    }

    static let names = Names(
        party: { ["USA": "United States", "RUS": "Russia", "CHE": "Switzerland", "NOR": "Norway"][$0] ?? $0 },
        code: { name in
            let codes = ["USA", "RUS", "CHN", "CHE", "NOR", "FRA"]
            return codes.contains(name.uppercased()) ? name.uppercased() : name == "Russia" ? "RUS" : nil
        },
        terms: { $0 == "Ann Lee" ? [Names.Term(office: "Envoy", party: "USA", from: "2024-01", to: nil)] : [] })

    /// Two reports of talks that differ on the place, an announcement, and a meeting of an earlier year.
    static let reports = [
        filing("a", city: "Geneva"), filing("b", city: "Geneva"), filing("c", city: "Oslo", country: "NOR"),
        filing("d", day: "2026-04-20", published: "2026-03-11", status: .announced),
        filing("e", day: "2024-05-02", city: "Paris", country: "FRA", persons: [("Li Na", "CHN"), ("Ann Lee", "USA")]),
    ]
}

/// A report of ours: talks of two persons.
func filing(
    _ id: String, day: String = "2026-03-10", city: String = "Geneva", country: String = "CHE",
    persons: [(String, String)] = [("Ann Lee", "USA"), ("Igor Petrov", "RUS")], published: String? = nil,
    status: Status = .held, title: String? = nil, text: String? = nil, source: String? = nil, url: String? = nil
) -> Filing {
    let title = title ?? "Talks of \(id)"
    let text = text ?? "The two spoke in \(city) of arms, as \(id) has it.\nNothing else was told."
    let document = Document(
        id: id, title: title, text: text, published: Day(iso: published ?? day),
        source: Source(name: source ?? "Paper \(id)", kind: .newspaper, country: "NOR"), url: url,
        sha256: "sha of \(id) \(text)")
    let start = title.unicodeScalars.count + 1
    let sentence = Span(start, start + (text.split(separator: "\n").first?.unicodeScalars.count ?? 0))
    var claim = Encounter(
        id: "e1", principal: true, reported: true, kind: .talks, medium: .inPerson, status: status, level: .minister,
        date: Day(iso: day).map { PartialDate(day: $0) },
        place: Place(
            name: city, country: country, latitude: 46.2, longitude: 6.1,
            span: Span(start + 18, start + 18 + city.unicodeScalars.count)),
        participants: persons.map { Participant(person: $0.0, office: "envoy", party: $0.1, lead: true) },
        confidence: 0.9,
        evidence: [
            Evidence(
                sentence: 1, span: sentence, text: String(text.split(separator: "\n").first ?? ""), rule: "meet.talks")
        ])
    claim.issues = [IssueMention(code: "arms-control", span: sentence)]
    var record = Diplomacy.Record(
        id: id, document: DocumentSummary(document, characters: start + text.unicodeScalars.count))
    record.encounters = [claim]
    record.quotations = [
        Quotation(
            text: "Nothing else", span: sentence, verb: "said",
            speaker: Speaker(person: persons.first?.0, party: persons.first?.1, grade: .named), encounter: "e1")
    ]
    return Filing(document: document, record: record)
}
