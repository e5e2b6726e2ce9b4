import Diplomacy
import Testing

@testable import Analysis

@Suite struct RhythmTests {
    private func day(_ iso: String) -> Day { DialogueSamples.day(iso) }

    private let sample = [
        DialogueSamples.contact("c", "2024-02-10", kind: .call, medium: .phone, level: .leader),
        DialogueSamples.contact("a", "2023-11-05", kind: .talks, level: .minister),
        DialogueSamples.contact("b", "2024-02-10", kind: .meeting, level: .minister),
        DialogueSamples.contact("d", "2024-06-01", kind: .call, medium: .phone),
    ]

    @Test func countsOnlyWhatLiesBeforeTheDay() {
        var contacts = sample
        contacts.append(DialogueSamples.contact("later", "2024-07-02"))
        contacts.append(contacts[0])
        contacts.append(DialogueSamples.contact("vague", from: "2020-01-01", to: "2021-12-31", .unknown))
        contacts.append(DialogueSamples.contact("backwards", from: "2020-02-01", to: "2020-01-31", .month))
        let rhythm = Rhythm(of: contacts, asOf: day("2024-07-01"))
        #expect(rhythm.n == 4 && rhythm.encounters == ["a", "b", "c", "d"])
        #expect(rhythm.leftOut.later == 1 && rhythm.leftOut.repeated == 1 && rhythm.leftOut.undated == 2)
        #expect(rhythm.window == day("2023-11-05")...day("2024-07-01"))
        // June has 30 days
        #expect(rhythm.last?.days == 30 && rhythm.last?.encounters == ["d"] && rhythm.last?.isExact == true)
    }

    @Test func lastDayHoldsAllItsEncounters() {
        let rhythm = Rhythm(of: sample, asOf: day("2024-02-10"))
        #expect(rhythm.last?.encounters == ["b", "c"] && rhythm.last?.days == 0)
        // 2023-11-05 to 2024-02-10: 25 + 31 + 31 + 10
        #expect(rhythm.gaps.all.map(\.days) == [97])
    }

    @Test func countsByPeriodAndSplit() {
        let rhythm = Rhythm(of: sample, asOf: day("2024-07-01"))
        let years = rhythm.counts(by: .year)
        #expect(years.rows.map(\.count) == [1, 3] && years.rows.map(\.period.label) == ["2023", "2024"])
        #expect(years.rows.map(\.isCut) == [false, true] && years.rows[0].parts.isEmpty)
        let quarters = rhythm.counts(by: .quarter, split: .medium)
        #expect(quarters.rows.map(\.count) == [1, 2, 1, 0])
        #expect(quarters.rows[1].parts == [.init(value: "in-person", count: 1), .init(value: "phone", count: 1)])
        #expect(quarters.rows[2].encounters == ["d"])
        let levels = rhythm.counts(by: .year, split: .level).rows[1].parts
        #expect(
            levels == [
                .init(value: "leader", count: 1), .init(value: "minister", count: 1), .init(value: nil, count: 1),
            ])
        let kinds = rhythm.counts(by: .year, split: .kind).rows[1].parts
        #expect(kinds == [.init(value: "call", count: 2), .init(value: "meeting", count: 1)])
        let months = rhythm.counts(by: .month)
        #expect(months.rows.count == 9 && months.n == 4 && months.rows.last?.count == 0)
    }

    @Test func vagueDatesCountOnceWhereTheyStart() {
        let contacts = [
            DialogueSamples.contact("winter", from: "2023-12-01", to: "2024-02-29", .season),
            DialogueSamples.contact("march", from: "2024-03-01", to: "2024-03-31", .month),
        ]
        let rhythm = Rhythm(of: contacts, asOf: day("2024-04-30"))
        let years = rhythm.counts(by: .year)
        #expect(years.rows.map(\.count) == [1, 1] && years.rows.map(\.uncertain) == [1, 0] && years.uncertain == 1)
        let quarters = rhythm.counts(by: .quarter)
        #expect(quarters.rows.map(\.count) == [1, 1, 0] && quarters.rows.map(\.uncertain) == [1, 0, 0])
        #expect(rhythm.gaps.uncertain == 1 && rhythm.last?.isExact == false)
    }

    @Test func orderAndShiftChangeNothing() {
        let contacts = DialogueSamples.contacts(from: "2020-01-03", gaps: [3, 40, 9, 9, 120, 1, 2, 77, 31, 5, 60])
        let end = day("2021-06-01")
        let first = Rhythm(of: contacts, asOf: end)
        let turned = Rhythm(of: contacts.reversed(), asOf: end)
        #expect(turned.encounters == first.encounters && turned.gaps == first.gaps && turned.agenda == first.agenda)
        let moved = Rhythm(of: contacts.map { DialogueSamples.shifted($0, by: 1234) }, asOf: end + 1234)
        #expect(moved.gaps.all.map(\.days) == first.gaps.all.map(\.days) && moved.silence.share == first.silence.share)
        #expect(moved.gaps.memory == first.gaps.memory && moved.last?.days == first.last?.days)
    }

    @Test func nothingIsUndefinedAndNotZero() {
        let rhythm = Rhythm(of: [], asOf: day("2024-07-01"))
        #expect(rhythm.n == 0 && rhythm.window == nil && rhythm.last == nil && rhythm.carriers.isEmpty)
        #expect(rhythm.gaps.undefined == "undefined: no contacts on two different days" && rhythm.gaps.median == nil)
        #expect(rhythm.silence.words == "undefined: no contacts" && rhythm.silence.share == nil)
        #expect(rhythm.levels.words == "undefined: no contacts" && rhythm.agenda.years.isEmpty)
        #expect(rhythm.counts(by: .month).rows.isEmpty && rhythm.counts(by: .month).window == nil)
    }

    @Test func daysOutsideTheCalendarDoNotTrap() {
        let wild = [Int.min, Int.max, -719_163, 2_932_897].map {
            Contact(encounter: "\($0)", date: PartialDate(day: Day(number: $0)), kind: .call, medium: .phone)
        }
        for end in [Int.min, 0, Int.max] {
            let rhythm = Rhythm(of: wild + sample, asOf: Day(number: end))
            #expect(rhythm.leftOut.undated == 4)
            #expect(rhythm.n == (end == .max ? 4 : 0))
        }
    }
}

@Suite struct SilenceTests {
    private func silence(gaps: [Int], after days: Int) -> Silence {
        let contacts = DialogueSamples.contacts(from: "2020-01-01", gaps: gaps)
        let last = gaps.reduce(DialogueSamples.day("2020-01-01").number, +)
        return Rhythm(of: contacts, asOf: Day(number: last + days)).silence
    }

    @Test func shareOfGapsAsLong() {
        let quiet = silence(gaps: [10, 20, 30, 40], after: 30)
        #expect(quiet.days == 30 && quiet.n == 4 && quiet.asLong == 2 && quiet.share == 0.5 && quiet.isUnusual == nil)
        #expect(
            quiet.words
                == "30 days since the last contact; 2 of 4 earlier gaps were as long; too few gaps to call it usual or unusual"
        )
    }

    @Test func unusualNeedsTenGapsAndLessThanOneInTwenty() {
        let nine = [Int](repeating: 10, count: 9)
        #expect(silence(gaps: nine, after: 500).isUnusual == nil)
        #expect(silence(gaps: nine + [10], after: 11).isUnusual == true)
        // one of twenty is 5 %, not fewer
        let twenty = [Int](repeating: 10, count: 19) + [100]
        #expect(silence(gaps: twenty, after: 50).isUnusual == false)
        #expect(silence(gaps: twenty + [10], after: 50).isUnusual == true)
        #expect(silence(gaps: twenty, after: 101).interval?.lowerBound == 0)
    }

    @Test func oneContactHasNothingToCompareWith() {
        let single = Rhythm(of: [DialogueSamples.contact("a", "2024-01-01")], asOf: DialogueSamples.day("2024-01-02"))
        #expect(single.silence.days == 1 && single.silence.interval == nil)
        #expect(single.silence.words == "1 day since the last contact; undefined: no earlier gap to compare it with")
    }
}
