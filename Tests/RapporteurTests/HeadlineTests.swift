import Diplomacy
import Testing
import Wording

@testable import rapporteur

@Suite struct HeadlineTests {
    func headline(_ change: (inout Encounter) -> Void = { _ in }) -> String {
        var encounter = Samples.talks
        encounter.participants = [
            Participant(person: "Sergei Shoigu", office: "Secretary of the Security Council", party: "RUS", lead: true),
            Participant(person: "Wang Yi", office: "Foreign Minister", party: "CHN", lead: true),
        ]
        change(&encounter)
        return Headline(
            encounter: encounter, partyName: { ["RUS": "Russia", "CHN": "China", "OMN": "Oman"][$0] ?? $0 }
        )
        .pieces().map(\.text).joined()
    }

    func verb(_ kind: EncounterKind, _ status: Status = .held, _ medium: Medium = .inPerson) -> String {
        let text = headline {
            $0.kind = kind
            $0.status = status
            $0.medium = medium
            $0.participants = [Participant(person: "A", party: "RUS"), Participant(person: "B", party: "CHN")]
        }
        return text.replacing("A (Russia) ", with: "").replacing("B (China)", with: "B")
    }

    @Test func namesEachSideWithPartyAndOffice() {
        #expect(
            headline { $0.kind = .meeting }
                == "Sergei Shoigu (Russia, Secretary of the Security Council) met Wang Yi (China, Foreign Minister)")
    }

    @Test func everyKindHasItsVerb() {
        #expect(verb(.talks) == "held talks with B")
        #expect(verb(.call, .held, .phone) == "spoke by telephone with B")
        #expect(verb(.call, .held, .video) == "spoke by video link with B")
        #expect(verb(.videoConference) == "spoke by video link with B")
        #expect(verb(.letter) == "wrote to B")
        #expect(verb(.visit) == "visited B")
        #expect(verb(.demarche) == "made a démarche to B")
        #expect(verb(.summit) == "held a summit with B")
        for kind in EncounterKind.allCases { #expect(!verb(kind).contains("  "), "\(kind)") }
    }

    @Test func everyStatusIsTold() {
        #expect(verb(.meeting, .announced) == "will meet B — announced")
        #expect(verb(.meeting, .proposed) == "may meet B — proposed")
        #expect(verb(.talks, .underWay) == "is holding talks with B")
        #expect(verb(.meeting, .postponed) == "was to meet B — postponed")
        #expect(verb(.meeting, .cancelled) == "was to meet B — called off")
        #expect(verb(.meeting, .declined) == "will not meet B — the invitation was declined")
        #expect(verb(.meeting, .denied) == "did not meet B — denied")
        #expect(verb(.meeting, .lapsed) == "was to meet B — the day passed without a report of it")
        let all = Set(Status.allCases.map { verb(.meeting, $0) })
        #expect(all.count == Status.allCases.count)
    }

    @Test func sidesOfSeveralAndOfNone() {
        let two = headline { encounter in
            encounter.kind = .meeting
            encounter.status = .postponed
            encounter.participants.insert(Participant(person: "Anna Other", party: "RUS", lead: true), at: 1)
            encounter.participants.append(Participant(person: "A Delegate", party: "CHN"))
        }
        #expect(
            two.hasPrefix(
                "Sergei Shoigu (Russia, Secretary of the Security Council) and Anna Other (Russia) were to meet"))
        #expect(!two.contains("A Delegate"))
        #expect(headline { $0.participants = [] } == "An encounter whose participants are not told (held)")
    }

    @Test func officesAndPartiesStandForPeople() {
        let text = headline { encounter in
            encounter.kind = .meeting
            encounter.format = .indirect
            encounter.via = ["OMN"]
            encounter.participants = [Participant(office: "Foreign Minister", party: "RUS"), Participant(party: "CHN")]
        }
        #expect(text == "Foreign Minister of Russia met indirectly with China through Oman")
        #expect(headline { $0.participants[0].standing = .former }.contains("Russia, former Secretary"))
        #expect(headline { $0.participants[0].basis = "lexicon" }.contains("by the lexicon"))
    }

    @Test func theGuestVisitsTheHost() {
        #expect(
            Headline(encounter: Samples.visit, partyName: Samples.partyName).pieces().map(\.text).joined()
                == "Sergei Lavrov (Russia, Foreign Minister) will visit Azerbaijan — announced")
    }
}
