import Diplomacy
import FoundationEssentials
import Testing

/// `Documentation/Record.md` names every field and every value of the record.
@Suite struct DocumentationTests {
    let documentation: String

    init() throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        documentation = try String(contentsOf: root.appending(path: "Documentation/Record.md"), encoding: .utf8)
    }

    /// The words of the document: letters, digits, `-` and `_`.
    var words: Set<Substring> {
        Set(documentation.split { !($0.isLetter || $0.isNumber || $0 == "-" || $0 == "_") })
    }

    func missing<Value: RawRepresentable & CaseIterable>(_ type: Value.Type) -> [String]
    where Value.RawValue == String {
        type.allCases.map(\.rawValue).filter { !words.contains($0[...]) }
    }

    @Test func everyValueIsDescribed() {
        #expect(missing(EncounterKind.self) == [])
        #expect(missing(Medium.self) == [])
        #expect(missing(Format.self) == [])
        #expect(missing(Status.self) == [])
        #expect(missing(Level.self) == [])
        #expect(missing(Standing.self) == [])
        #expect(missing(Role.self) == [])
        #expect(missing(OutcomeKind.self) == [])
        #expect(missing(PlaceBasis.self) == [])
        #expect(missing(Grade.self) == [])
        #expect(missing(SourceKind.self) == [])
        #expect(missing(RelationKind.self) == [])
        #expect(missing(Severity.self) == [])
        #expect(missing(DatePrecision.self) == [])
        #expect(missing(EventType.self) == [])
        #expect(missing(DisputeField.self) == [])
        #expect(missing(DisputeNature.self) == [])
        #expect(missing(Polarity.self) == [])
        #expect(missing(Modality.self) == [])
        #expect(missing(Stance.self) == [])
        #expect(Diplomacy.Issue.codes.filter { !words.contains($0[...]) } == [])
    }

    /// The values in the order in which they first stand in the line of values that begins with a name.
    func order(_ values: [String], in name: String) -> [String] {
        let paragraph = documentation.split(separator: "\n\n").last { $0.hasPrefix("**\(name)**") } ?? ""
        var found: [String] = []
        for word in paragraph.split(whereSeparator: { !($0.isLetter || $0 == "-") }).dropFirst().map(String.init)
        where values.contains(word) && !found.contains(word) { found.append(word) }
        return found
    }

    @Test func outcomesKindsAndLevelsStandInTheirOrder() {
        let outcomes = OutcomeKind.allCases.map(\.rawValue)
        #expect(order(outcomes, in: "outcome") == outcomes)
        let kinds = EncounterKind.allCases.map(\.rawValue)
        #expect(order(kinds, in: "kind") == kinds)
        let levels = Level.allCases.map(\.rawValue)
        #expect(order(levels, in: "level") == levels)
    }

    @Test func everyFieldIsDescribed() throws {
        let data = try JSONEncoder().encode(try full())
        let known = try JSONDecoder().decode(JSONValue.self, from: data)
        #expect(fields(known).subtracting(words.map(String.init)).sorted() == [])
    }

    func fields(_ value: JSONValue) -> Set<String> {
        switch value {
        case .object(let members): members.reduce(into: []) { $0.formUnion(fields($1.value).union([$1.key])) }
        case .array(let elements): elements.reduce(into: []) { $0.formUnion(fields($1)) }
        default: []
        }
    }

    /// A record in which nothing is absent.
    func full() throws -> Record {
        let span = Span(0, 1)
        var date = PartialDate(day: Day(number: 0))
        (date.time, date.zone, date.durationMinutes) = ("10:00", "UTC", 90)
        var encounter = Encounter(
            id: "e1", kind: .talks, medium: .inPerson, via: ["QAT"], status: .held, level: .minister, date: date,
            place: Place(name: "n", country: "c", venue: "v", latitude: 1, longitude: 1, span: span),
            series: Series(name: "s", code: "S", round: 1), within: Gathering(name: "g", span: span),
            participants: [
                Participant(
                    person: "p", office: "o", offices: [OfficeClaim(title: "o", basis: "text")], party: "AFG",
                    authority: "TALIBAN", sector: "GOV", level: .minister, standing: .acting, role: .host, lead: true,
                    span: span, basis: "lexicon")
            ],
            about: [About(party: "JPN", span: span)],
            issues: [IssueMention(code: "energy", raisedBy: ["CHN"], span: span)],
            outcome: Outcome(
                kind: .commitment, by: ["RUS"], text: "t", span: span, next: NextRound(date: date, place: "p")),
            attributedTo: Attribution(name: "n", party: "p", grade: .named, span: span),
            relations: [Relation(kind: .partOf, encounter: "e2")], confidence: 1,
            evidence: [Evidence(sentence: 0, span: span, text: "t", rule: "r")])
        encounter.instruments = [InstrumentMention(code: "i", statusOnDay: "in-force", span: span)]
        encounter.regions = [RegionMention(code: "r", span: span)]
        let document = Document(
            id: "d", title: "t", text: "t", publishedText: "2026", language: "en",
            source: Source(name: "n", kind: .agency, country: "FRA"), url: "u", sha256: "s",
            extra: ["extra": .bool(true)])
        let actor = EventActor(
            party: "AFG", authority: "TALIBAN", sector: "GOV", person: "p", office: "o", text: "t", span: span)
        var event = Event(
            type: .accuse, mode: "allege", contexts: ["legal"], cameo: "112", goldstein: -2, source: actor,
            target: actor,
            sentence: 0, span: span, rule: "r", confidence: 1)
        (event.date, event.place, event.encounter) = (date, encounter.place, "e1")
        (event.attributedTo, event.issue, event.stance) = (encounter.attributedTo, "energy", .opposes)
        event.proposition = span
        event.alternative = Event.Alternative(type: .reject, by: "rule", probability: 0.1)
        return Record(
            id: "d", document: DocumentSummary(document, characters: 1), encounters: [encounter], events: [event],
            quotations: [
                Quotation(
                    text: "t", span: span, verb: "said",
                    speaker: Speaker(person: "p", name: "n", party: "p", grade: .named), encounter: "e1",
                    indirect: true)
            ],
            diagnostics: [Diagnostic(code: "c", message: "m", span: span)])
    }
}
