import Coding
import Contract
import Diplomacy
import FoundationEssentials
import Testing
import Exchange

@testable import rapporteur

/// The program's own writer gives the library's bytes.
@Suite struct RecordJSONTests {
    func bytes(_ value: some JSONWritable) -> String {
        var out = JSONOutput()
        value.write(to: &out)
        return String(decoding: out.bytes, as: UTF8.self)
    }

    func encoded(_ value: some Encodable) throws -> String {
        String(decoding: try JSONEncoder.forRecords().encode(value), as: UTF8.self)
    }

    @Test func aRecordOfTheCoder() throws {
        let record = try Coder.program().record(for: Samples.document)
        #expect(record.encounters.count > 1 && record.events.count > 1)
        #expect(try bytes(record) == encoded(record))
    }

    /// A record in which nothing is absent.
    @Test func everyField() throws {
        let span = Span(0, 1)
        var date = PartialDate(day: Day(number: 0))
        (date.time, date.zone, date.durationMinutes) = ("10:00", "UTC", 90)
        var month = PartialDate(start: Day(number: 0), end: Day(number: 30), precision: .month)
        month.zone = "Z"
        let place = Place(name: "n", country: "c", venue: "v", latitude: 1.5, longitude: -7, span: span)
        let attribution = Attribution(name: "n", party: "p", grade: .named, span: span)
        let outcome = Outcome(
            kind: .commitment, by: ["RUS"], text: "t", span: span, next: NextRound(date: month, place: "p"))
        var encounter = Encounter(
            id: "e1", principal: true, reported: true, kind: .talks, medium: .inPerson, via: ["QAT", "OMN"],
            status: .held,
            level: .minister, date: date, place: place, series: Series(name: "s", code: "S", round: 12),
            within: Gathering(name: "g", span: span),
            participants: [
                Participant(
                    person: "p", office: "o", offices: [OfficeClaim(title: "o", basis: "text")], party: "AFG",
                    authority: "TALIBAN", sector: "GOV", level: .minister, standing: .acting, role: .host, lead: true,
                    span: span, basis: "lexicon")
            ], about: [About(party: "JPN", span: span)],
            issues: [IssueMention(code: "energy", raisedBy: ["CHN"], span: span)], outcome: outcome,
            outcomes: [outcome],
            attributedTo: attribution, relations: [Relation(kind: .partOf, encounter: "e2")], confidence: 0.93,
            evidence: [Evidence(sentence: 0, span: span, text: "t", rule: "r")])
        encounter.instruments = [InstrumentMention(code: "i", statusOnDay: "in-force", span: span)]
        encounter.regions = [RegionMention(code: "r", span: span)]
        let actor = EventActor(
            party: "AFG", authority: "TALIBAN", sector: "GOV", person: "p", office: "o", text: "t", span: span)
        var event = Event(
            type: .accuse, mode: "allege", contexts: ["legal"], cameo: "112", goldstein: -2, source: actor,
            target: actor,
            polarity: .negated, modality: .denied, sentence: 3, span: span, rule: "r", confidence: 1)
        (event.date, event.place, event.encounter, event.attributedTo) = (date, place, "e1", attribution)
        (event.issue, event.stance, event.proposition) = ("energy", .callsFor, span)
        event.alternative = Event.Alternative(type: .reject, by: "rule", probability: 0.25)
        let document = Document(
            id: "d", title: "t", text: "t", publishedText: "2026", language: "en",
            source: Source(name: "n", kind: .agency, country: "FRA"), url: "https://a.example/b", sha256: "s",
            extra: [
                "é": .bool(true), "a": .array([.null, .integer(-3), .number(2.5e-9)]), "b": .object(["z": .string("")]),
            ])
        let record = Record(
            id: "d", document: DocumentSummary(document, characters: 100), encounters: [encounter], events: [event],
            quotations: [
                Quotation(
                    text: "t", span: span, verb: "said",
                    speaker: Speaker(person: "p", name: "n", party: "p", grade: .briefedSource), encounter: "e1",
                    indirect: true)
            ], diagnostics: [Diagnostic(code: "c", severity: .warning, message: "m", span: span)])
        #expect(try bytes(record) == encoded(record))
        let failure = RecordFailure(code: "malformed-json", message: "x", line: 17)
        #expect(try bytes(failure) == encoded(failure))
    }

    @Test(arguments: [
        "", "plain", "\"quoted\" and \\ back", "tab\tline\nreturn\r\u{08}\u{0C}", "\u{00}\u{01}\u{1F}\u{7F}",
        "naïve Шойгу 王毅 😀",
        "slash / and </script>", "\u{2028}\u{2029}",
    ])
    func strings(text: String) throws { #expect(try bytes(text) == encoded(text)) }

    @Test(arguments: [0, 0.1, -0.5, 1e21, 1.25e-7, 123456.789, 37.62, -7, 1e100])
    func numbers(value: Double) throws { #expect(try bytes(value) == encoded(value)) }

    @Test func aNumberThatIsNoneBreaksTheOutput() {
        var out = JSONOutput()
        Double.nan.write(to: &out)
        #expect(out.isBroken)
        out.removeAll()
        #expect(!out.isBroken && out.bytes.isEmpty)
    }
}
