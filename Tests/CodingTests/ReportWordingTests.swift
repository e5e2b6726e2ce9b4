import Coding
import Diplomacy
import Testing

/// Wordings in which newspapers tell of an encounter aside from its plain verbs and nouns.
@Suite struct ReportWordingTests {
    private func parties(_ encounter: Encounter) -> Set<String> { Set(encounter.participants.compactMap(\.party)) }

    private func persons(_ encounter: Encounter) -> Set<String> { Set(encounter.participants.compactMap(\.person)) }

    @Test(arguments: [
        "Emmanuel Macron telephoned with Vladimir Putin on Tuesday.",
        "Emmanuel Macron, on the phone to Vladimir Putin, asked for a truce.",
        "The French president had the Russian president, Vladimir Putin, on the telephone on Tuesday.",
    ])
    func callsToldByTheirMeans(text: String) throws {
        let call = try principal(text)
        #expect(call.kind == .call)
        #expect(call.medium == .phone)
        #expect(persons(call) == ["Emmanuel Macron", "Vladimir Putin"])
    }

    @Test func whoSpeaksOnThePhoneIsToldOnce() throws {
        let found = try record("Emmanuel Macron spoke on the phone with Vladimir Putin on Tuesday.")
        #expect(found.encounters.count == 1)
    }

    @Test(arguments: [
        "Meeting Sergei Lavrov in Doha on Tuesday, Hakan Fidan said that trade would grow.",
        "Doha, March 11 (Agency): Meeting Sergei Lavrov here on Tuesday, Hakan Fidan said that trade would grow.",
    ])
    func aParticipleOpens(text: String) throws {
        let meeting = try principal(text)
        #expect(persons(meeting) == ["Sergei Lavrov", "Hakan Fidan"])
        #expect(meeting.date?.start.iso == "2026-03-10")
    }

    @Test func whatTalksLedToNamesTheSides() throws {
        let talks = try principal("Talks in Doha have led to an exchange of prisoners between Armenia and Azerbaijan.")
        #expect(parties(talks) == ["ARM", "AZE"])
        #expect(talks.place?.name == "Doha")
    }

    @Test func aClauseStandsBetweenASummitAndItsSides() throws {
        let summit = try principal(
            "The summit that should have taken place on Monday in Doha between Armenia and Azerbaijan was cancelled.")
        #expect(parties(summit) == ["ARM", "AZE"])
        #expect(summit.status == .cancelled)
    }

    @Test func whoHostsForOthersIsTold() throws {
        let meeting = try principal(
            "Hakan Fidan spoke to reporters after a session of talks that he had hosted at his ministry in the evening for "
                + "Sergei Lavrov and Abbas Araghchi.")
        #expect(parties(meeting).isSuperset(of: ["RUS", "IRN"]))
    }

    @Test func aJourneyForTalksThatWereHeld() throws {
        let text =
            "Hakan Fidan flew to Moscow yesterday to begin consultations with Sergei Lavrov. The two talked for an hour."
        let found = try record(text)
        #expect(found.encounters.count == 1)
        #expect(found.principal?.status == .held)
        #expect(found.principal?.medium == .inPerson)
    }

    @Test func aPossessivePointsToTheSentenceBefore() throws {
        let meeting = try principal(
            "Emmanuel Macron left the forum early. His meeting with President Xi Jinping never took place.")
        #expect(persons(meeting) == ["Emmanuel Macron", "Xi Jinping"])
        #expect(meeting.status == .denied)
    }

    @Test func talksOfWhichThereWereNone() throws {
        let talks = try principal("Formal talks between Marco Rubio and Sergei Lavrov there were none.")
        #expect(talks.status == .denied)
    }

    @Test(arguments: [
        "Marco Rubio told reporters on Tuesday that he had cancelled the meeting with Sergei Lavrov.",
        "The meeting of Marco Rubio with Sergei Lavrov has been cancelled, the agency wrote on Tuesday.",
    ])
    func theDayOfTheTellingIsNotTheEncounters(text: String) throws {
        let meeting = try principal(text)
        #expect(meeting.status == .cancelled)
        #expect(meeting.date == nil)
    }

    @Test func thePlaceOfTheTellingIsNotTheEncounters() throws {
        let meeting = try principal(
            "Marco Rubio told reporters in Doha on Tuesday that he has dropped the meeting planned with Sergei Lavrov.")
        #expect(meeting.place == nil)
    }

    @Test func aSentenceOfAnotherTimeNamesNoPlace() throws {
        let meeting = try principal(
            "Marco Rubio met Sergei Lavrov on Tuesday. In November 2024 the two ran into each other at a dinner in Bali, before "
                + "the talks there.")
        #expect(meeting.place?.name != "Bali")
    }

    @Test func aDaySinceWhichSomebodyIsInOffice() throws {
        let talks = try principal(
            "Sergei Lavrov held talks with Hakan Fidan, since 4 June 2023 the foreign minister of Türkiye.")
        #expect(talks.date?.start.iso != "2023-06-04")
    }

    @Test func twoDaysOfOneEncounter() throws {
        let meeting = try principal(
            "Hakan Fidan received Sergei Lavrov on Monday, March 9, and again on Tuesday, March 10.")
        #expect(meeting.date?.start.iso == "2026-03-09")
        #expect(meeting.date?.end.iso == "2026-03-10")
    }

    @Test func officesAreSharedOutInOrder() throws {
        let meeting = try principal(
            "Ilham Aliyev and Nikol Pashinyan, the president of Azerbaijan and the prime minister of Armenia, met in Doha."
        )
        let found = Dictionary(
            uniqueKeysWithValues: meeting.participants.compactMap { one in one.person.map { ($0, one) } })
        #expect(found["Ilham Aliyev"]?.office == "President")
        #expect(found["Nikol Pashinyan"]?.office == "Prime Minister")
        #expect(found["Nikol Pashinyan"]?.party == "ARM")
    }

    @Test func leadersOfKingdomsAreTheirPrimeMinisters() throws {
        let call = try principal("The leaders of Japan and France spoke by phone on Tuesday.")
        let japan = try #require(call.participants.first { $0.party == "JPN" })
        let france = try #require(call.participants.first { $0.party == "FRA" })
        #expect(japan.office == "Prime Minister")
        #expect(france.office == "President")
    }

    @Test func theStateWhosePlaceItIsIsTheOtherSide() throws {
        let talks = try principal(
            "Prisoners are free after Belarus and Poland came to terms. It followed talks in Minsk with Marco Rubio, the "
                + "US secretary of state.")
        #expect(parties(talks) == ["BLR", "USA"])
    }

    @Test func whoseEnvoyItIsTakesNoPart() throws {
        let talks = try principal("Sergei Lavrov held talks with Steve Witkoff, Donald Trump's special envoy, in Doha.")
        #expect(persons(talks) == ["Sergei Lavrov", "Steve Witkoff"])
    }

    @Test func whoAnnouncesAMeetingTakesNoPart() throws {
        let meeting = try principal(
            "Sergei Lavrov and Hakan Fidan will meet in Baku on Monday, Azerbaijani Foreign Minister Jeyhun Bayramov said."
        )
        #expect(persons(meeting) == ["Sergei Lavrov", "Hakan Fidan"])
    }

    @Test func whoInvitesIsTheHost() throws {
        let visit = try principal(
            "At the invitation of King Felipe VI, the President of France, Emmanuel Macron, will pay a visit to the "
                + "Kingdom on April 4-5.")
        #expect(visit.kind == .visit)
        #expect(parties(visit) == ["ESP", "FRA"])
        #expect(visit.date?.start.iso == "2026-04-04")
    }

    @Test func aDatelineIsNoSpeaker() throws {
        let call = try principal(
            "NEW DELHI: Sergei Lavrov and Hakan Fidan spoke by phone on Tuesday.", title: "A call between ministers")
        #expect(parties(call) == ["RUS", "TUR"])
    }

    @Test func aQuestionTellsOfNoTalk() throws {
        let found = try record(
            "Sergei Lavrov and Marco Rubio were at one dinner. Would the two agree on anything? A meeting was not planned."
        )
        #expect(found.encounters.allSatisfy { encounter in encounter.evidence.allSatisfy { $0.rule != "pair.talk" } })
    }

    @Test func anotherWayOfWritingANameIsKept() throws {
        let call = try principal("Emmanuel Macron spoke by phone with Sergey Lavrov on Tuesday.")
        let lavrov = try #require(call.participants.first { $0.party == "RUS" })
        #expect(lavrov.person == "Sergei Lavrov")
        #expect(lavrov.written == "Sergey Lavrov")
    }

    @Test func figuresNearTheReportsDayAreReadAsItsCountryWritesThem() {
        let probe = DateProbe(reference: Day(iso: "2026-08-08"))
        #expect(probe.values("It was said on 7/8/2026 in Doha.") == ["2026-08-07"])
        #expect(probe.values("It was said on 7/20/2026 in Doha.") == ["2026-07-20"])
    }
}
