import Diplomacy
import Testing

@testable import Analysis

@Suite struct StandingDialogueTests {
    private func round(_ iso: String, _ number: Int? = nil, id: String? = nil) -> Contact {
        DialogueSamples.contact(id ?? "e\(iso)", iso, series: "S", round: number)
    }

    private func dialogue(_ contacts: [Contact], _ asOf: String, hosts: [String: String] = [:]) -> StandingDialogue {
        StandingDialogue("S", of: contacts, asOf: DialogueSamples.day(asOf), hosts: hosts)
    }

    @Test func roundsInOrderOfOneSeries() {
        let other = DialogueSamples.contact("x", "2021-05-05", series: "T", round: 9)
        let dialogue = dialogue(
            [round("2022-01-01", 3), other, round("2020-01-01", 1), round("2021-01-01", 2)], "2022-06-01")
        #expect(dialogue.n == 3 && dialogue.rounds.map(\.number) == [1, 2, 3] && dialogue.missing.isEmpty)
        #expect(dialogue.rounds.map(\.basis) == [.told, .told, .told])
        #expect(dialogue.encounters == ["e2020-01-01", "e2021-01-01", "e2022-01-01"])
    }

    @Test func missingRoundsAreInferredAndToldApart() {
        let dialogue = dialogue(
            [round("2010-01-01", 4), round("2012-01-01", 7), round("2013-01-01"), round("2014-01-01", 9)], "2014-06-01")
        #expect(dialogue.rounds.map(\.number) == [4, 7, 8, 9])
        #expect(dialogue.rounds.map(\.basis) == [.told, .told, .inferred, .told])
        #expect(dialogue.missing.map(\.count) == [3, 2] && dialogue.missing.map(\.numbers) == [1...3, 5...6])
        #expect(dialogue.missing[0].after == nil && dialogue.missing[1].after == DialogueSamples.day("2010-01-01"))
        #expect(dialogue.missingBetween == 2)
    }

    @Test func unnumberedRoundsTakeThePlaceOfMissingOnes() {
        let dialogue = dialogue([round("2010-01-01", 1), round("2011-01-01"), round("2014-01-01", 5)], "2014-06-01")
        // 2, 3 and 4 took place and one of them is known: which, nobody can tell
        #expect(dialogue.rounds.map(\.number) == [1, nil, 5] && dialogue.missing.map(\.count) == [2])
        #expect(dialogue.missing[0].numbers == nil)
    }

    @Test func numbersThatDoNotRiseAreShownAndNotReckonedWith() {
        let dialogue = dialogue(
            [round("2010-01-01", 1), round("2011-01-01", 2), round("2012-01-01", 300), round("2013-01-01", 4)],
            "2013-06-01")
        #expect(dialogue.rounds.map(\.basis) == [.told, .told, .outOfOrder, .told])
        #expect(dialogue.rounds[2].number == 300 && dialogue.missing.isEmpty)
    }

    @Test func contactsOfOneDayOrOneNumberAreOneRound() {
        let dialogue = dialogue(
            [
                round("2020-01-01", 1, id: "a"), round("2020-01-01", nil, id: "b"), round("2020-01-03", 1, id: "c"),
                round("2021-01-01", 2, id: "d"), round("2025-01-01", 2, id: "e"),
            ], "2025-06-01")
        #expect(dialogue.rounds.map(\.encounters) == [["a", "b", "c"], ["d"], ["e"]])
        // the same number four years later cannot be true of both
        #expect(dialogue.rounds.map(\.basis) == [.told, .told, .outOfOrder])
    }

    @Test func nextDueByHand() throws {
        // gaps 366 (2020 is a leap year), 365, 730
        let rounds = [round("2020-01-01"), round("2021-01-01"), round("2022-01-01"), round("2024-01-01")]
        let dialogue = dialogue(rounds, "2024-06-01")
        let cadence = try #require(dialogue.cadence)
        #expect(cadence.n == 3 && DialogueSamples.near(cadence.median, 366 / 30.436875))
        #expect(cadence.due == DialogueSamples.day("2024-01-01") + 366)
        #expect(cadence.dueRange == DialogueSamples.day("2024-01-01") + 365...DialogueSamples.day("2024-01-01") + 730)
        // the next of four exchangeable gaps lies between the least and the greatest of the other three half the time
        #expect(cadence.coverage == 0.5 && cadence.overdue == 0)
        #expect(self.dialogue(rounds, "2025-12-31").cadence?.overdue == 0)
        #expect(self.dialogue(rounds, "2026-01-10").cadence?.overdue == 10)
    }

    @Test func missingRoundsDivideAGap() throws {
        let dialogue = dialogue([round("2020-01-01", 1), round("2021-01-01", 2), round("2023-01-01", 4)], "2023-02-01")
        let cadence = try #require(dialogue.cadence)
        // 366 days, and 730 days for two rounds
        #expect(cadence.n == 2 && cadence.divided == 1 && DialogueSamples.near(cadence.median, 365.5 / 30.436875))
        #expect(DialogueSamples.near(cadence.spread.lowerBound, 365 / 30.436875))
    }

    /// For gaps of any one distribution the next falls into the interval as often as it says.
    @Test func intervalHoldsWhatItSays() {
        var chance = SeededChance(seed: 3)
        var (held, said, runs) = (0, 0.0, 0)
        for _ in 0..<400 {
            let gaps = (0..<13).map { _ in 100 + Int(300 * chance.unit() * chance.unit()) }
            let contacts = DialogueSamples.contacts(from: "2000-01-01", gaps: gaps).map { contact in
                var contact = contact
                contact.series = "S"
                return contact
            }
            let dialogue = dialogue(Array(contacts.dropLast()), "2100-01-01")
            guard let cadence = dialogue.cadence, let next = contacts.last?.day else { continue }
            runs += 1
            said += cadence.coverage
            if cadence.dueRange.contains(next) { held += 1 }
        }
        #expect(runs == 400)
        // 12 gaps, the least to the greatest: 11 of 13; ties of whole days make it a little more
        #expect(DialogueSamples.near(said / 400, 11.0 / 13))
        #expect(abs(Double(held) / 400 - 11.0 / 13) < 0.06)
    }

    @Test func tooFewRounds() {
        #expect(dialogue([], "2024-01-01").words == "undefined: no rounds")
        let two = dialogue([round("2020-01-01", 1), round("2021-01-01", 2)], "2024-01-01")
        #expect(two.cadence == nil && two.words == "too few rounds (2 of at least 3)")
    }

    @Test func hostsAlternate() {
        let rounds = [round("2020-01-01", 1), round("2021-01-01", 2), round("2022-01-01", 3), round("2024-01-01", 5)]
        let hosts = ["e2020-01-01": "CHN", "e2021-01-01": "RUS", "e2022-01-01": "RUS", "e2024-01-01": "CHN"]
        let told = dialogue(rounds, "2024-02-01", hosts: hosts).alternation
        // the fourth round is missing: nothing is said of the step across it
        #expect(told?.changed == 1 && told?.of == 2)
        #expect(dialogue(rounds, "2024-02-01").alternation == nil)
    }

    @Test func orderAndShiftChangeNothing() {
        let rounds = [round("2020-01-01", 1), round("2021-01-01"), round("2022-01-01", 3), round("2024-01-01", 5)]
        let first = dialogue(rounds, "2024-02-01")
        #expect(dialogue(rounds.reversed(), "2024-02-01").rounds == first.rounds)
        let moved = StandingDialogue(
            "S", of: rounds.map { DialogueSamples.shifted($0, by: -400) }, asOf: DialogueSamples.day("2024-02-01") - 400
        )
        #expect(
            moved.rounds.map(\.number) == first.rounds.map(\.number) && moved.cadence?.median == first.cadence?.median)
        #expect(first.rounds[1].basis == .inferred)
    }

    @Test func hostileNumbersDoNotTrap() {
        let rounds = [Int.min, Int.max, 0, -1, 100_000, 1].enumerated().map { i, number in
            round(Day(number: i * 40).iso, number, id: "r\(i)")
        }
        let dialogue = dialogue(rounds, "2024-01-01")
        #expect(dialogue.n == 6 && dialogue.rounds.count { $0.basis == .told } == 1)
    }
}
