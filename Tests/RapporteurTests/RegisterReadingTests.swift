import Contract
import Diplomacy
import FoundationEssentials
import Register
import Testing

@testable import rapporteur

/// Encounters of the register, written, read and written again.
@Suite struct RegisterReadingTests {
    private func written(_ encounter: RegisteredEncounter) -> [UInt8] {
        var out = JSONOutput()
        encounter.write(to: &out)
        return out.bytes
    }

    @Test func theSamplesEncountersAreReadAsTheyWereWritten() throws {
        let folder = try TemporaryFolder()
        let register = try Register(path: folder.path + "/r.sqlite", access: .write)
        _ = try register.file(try sampleFilings(), at: "2026-03-12T00:00:00Z")
        try register.reconcile(at: "2026-03-12T00:00:00Z")
        var count = 0
        try register.exportEncounters { line in
            let encounter = try JSONDecoder().decode(RegisteredEncounter.self, from: line)
            let stamp = EncounterStamp(firstSeen: "2026-03-12T00:00:00Z", changed: "2026-03-12T00:00:00Z", version: 1)
            #expect(stamp.put(into: written(encounter)) == Array(line))
            #expect(!encounter.reports.isEmpty)
            let head = try JSONDecoder().decode(EncounterHead.self, from: line)
            #expect(head.reportCount == encounter.reports.count)
            #expect(head.encounter.reports.isEmpty && head.encounter.disputes == encounter.disputes)
            count += 1
        }
        #expect(count >= 2)
    }

    @Test func everyFieldIsReadBack() throws {
        var claim = Encounter(
            id: "e2", principal: true, reported: true, kind: .call, medium: .unknown, format: .indirect, via: ["OMN"],
            status: .held, level: .minister, participants: [Participant(person: "A", party: "USA")], confidence: 0.5,
            evidence: [Evidence(sentence: 1, span: Span(0, 4), text: "\"Said\"\n", rule: "call.speak")])
        claim.date = PartialDate(
            start: Day(number: 20_000), end: Day(number: 20_030), precision: .month)
        claim.place = Place(name: "Geneva", country: "CHE", basis: .hostCapital, latitude: 46.2, longitude: 6)
        claim.attributedTo = Attribution(name: "B", party: "RUS", grade: .briefedSource)
        claim.within = Gathering(name: "G20")
        var encounter = RegisteredEncounter(
            id: "enc_0", kind: .call, medium: .phone, status: .held, outcome: Outcome(kind: .commitment, by: ["USA"]))
        encounter.via = ["OMN"]
        encounter.about = ["JPN"]
        encounter.date = PartialDate(day: Day(number: 20_001))
        encounter.series = Series(name: "Dialogue", round: 3)
        encounter.issues = [RegisteredIssue(code: "energy", raisedBy: ["USA"], documents: ["a"])]
        encounter.reports = [EncounterReport(document: "a", origin: 1, claim: claim)]
        encounter.progress = [ProgressStep(status: .announced, date: nil, documents: ["a"])]
        encounter.disputes = [
            Dispute(
                field: .place, nature: .denial, values: [DisputeValue(value: "x", documents: ["a"], weight: 0.25)],
                resolved: nil, reason: "No.")
        ]
        encounter.reasons = [FieldReason(field: "kind", reason: "Why.")]
        let bytes = written(encounter)
        let again = try JSONDecoder().decode(RegisteredEncounter.self, from: Data(bytes))
        #expect(written(again) == bytes)
        #expect(again.reports[0].claim.via == ["OMN"])
        #expect(again.disputes == encounter.disputes)
    }

    @Test func aValueOutsideTheVocabularyIsRefused() {
        let text = #"{"id":"enc_0","kind":"dance","medium":"phone","status":"held","outcome":{"kind":"not-stated"}}"#
        #expect(throws: DecodingError.self) {
            try JSONDecoder().decode(RegisteredEncounter.self, from: Data(text.utf8))
        }
    }
}
