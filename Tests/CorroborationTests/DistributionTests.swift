import Diplomacy
import Testing

@testable import Corroboration

@Suite("Corroboration in shares")
struct DistributionTests {
    /// Throws of dice that are the same every time.
    struct Dice {
        var state: UInt64

        mutating func below(_ count: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % count
        }

        mutating func pick<Item>(_ items: [Item]) -> Item { items[below(items.count)] }
    }

    static let people = [
        "USA": ["Ann Lee", "Bo Grant"], "RUS": ["Igor Petrov", "Oleg Orlov"], "CHN": ["Wu Han", "Li Wen"],
        "NOR": ["Jon Berg"], "AFG": ["Amir Khan"],
    ]

    /// A claim of anything: of a day, a month or no time, of two to five parties, news or not.
    static func anyClaim(_ dice: inout Dice, on day: Day) -> Encounter {
        let parties = people.keys.sorted()
        var chosen: [(String?, String)] = []
        for _ in 0..<dice.pick([2, 2, 2, 3, 5]) {
            let party = dice.pick(parties)
            chosen.append((dice.below(4) == 0 ? nil : dice.pick(people[party] ?? []), party))
        }
        let statuses: [Status] = [.held, .held, .held, .announced, .proposed, .postponed, .denied]
        let kind: EncounterKind = dice.pick([.talks, .meeting, .visit, .summit])
        let isNews = dice.below(3) > 0
        var told = claim(
            chosen, kind: kind, medium: dice.pick([.inPerson, .inPerson, .phone, .unknown]),
            status: dice.pick(statuses),
            day: nil, city: dice.pick(["Geneva", "Oslo"]), country: dice.pick(["CHE", "NOR", nil]),
            isPrincipal: isNews && dice.below(2) == 0, isReported: isNews,
            series: dice.below(9) == 0 ? Series(name: "Dialogue", code: "D", round: dice.pick([4, 5, nil])) : nil)
        switch dice.below(10) {
        case 0..<6: told.date = PartialDate(day: day + dice.below(3))
        case 6: told.date = PartialDate(start: day - 10, end: day + 20, precision: .month)
        case 7: told.date = PartialDate(start: day - 300, end: day + 65, precision: .year)
        default: break
        }
        if kind == .visit, let date = told.date {
            told.date = PartialDate(start: date.start, end: date.end + 2, precision: .day)
        }
        return told
    }

    static func anyReports(_ count: Int, days: Int, seed: UInt64) -> [Report] {
        var dice = Dice(state: seed)
        return (0..<count).map { i in
            let day = Day(number: 20_000 + dice.below(days))
            let claims = (0..<dice.pick([1, 1, 2, 3])).map { _ in anyClaim(&dice, on: day) }
            let paper = "Paper \(dice.below(6))"
            return report(
                "r\(dice.below(40) == 0 ? i / 2 : i)", claims, source: paper,
                published: dice.below(6) == 0 ? nil : (day + dice.below(3)).iso,
                credits: dice.below(8) == 0 ? ["Paper 1"] : [])
        }
    }

    @Test(
        "the encounters are those of one run, whatever the reports tell",
        arguments: [(60, 10), (120, 60), (200, 400), (150, 3000)])
    func identical(count: Int, days: Int) {
        for seed: UInt64 in 1...3 {
            let reports = Self.anyReports(count, days: days, seed: seed)
            let expected = Corroborator().encounters(of: reports)
            #expect(expected.contains { $0.reports.count > 1 }, "reports that share nothing test nothing")
            let found = Shares(reports).encounters()
            let same = zip(found, expected).prefix { "\($0)" == "\($1)" }.count
            #expect(found.count == expected.count && same == found.count, "seed \(seed): \(same) encounters agree")
        }
    }

    @Test("what the shares are tested with has every kind of claim, disputes, visits and what lapsed")
    func variety() {
        let reports = (1...6).flatMap { Self.anyReports(200, days: 400, seed: $0) }
        let facts = reports.flatMap(\.facts).compactMap { $0 }
        for role in [ClaimFacts.Role.founder, .undated, .remembered] {
            #expect(facts.contains { $0.role == role && $0.window.basis == (role == .founder ? .day : .open) })
        }
        #expect(facts.contains { $0.role == .undated && $0.isBoundless })
        let encounters = Corroborator().encounters(of: reports)
        #expect(encounters.contains { !$0.disputes.isEmpty })
        #expect(encounters.contains { !$0.relations.isEmpty })
        #expect(encounters.contains { $0.status == .lapsed })
        #expect(
            encounters.contains {
                $0.reasons.isEmpty == false && $0.disputes.contains { $0.reason.contains("By its record") }
            })
    }

    @Test("two claims are compared in one block alone, however many they share")
    func once() throws {
        // a summit of five parties: fifteen dyads, in two stretches of days
        let parties: [(String?, String)] = ["USA", "RUS", "CHN", "NOR", "AFG"].map { (nil, $0) }
        let reports = ["a", "b"].map { report($0, [claim(parties, kind: .summit, day: "2026-03-10")]) }
        let facts = try #require(reports[0].facts[0])
        #expect(facts.tieBlocks.count == 15)
        #expect(Shares(reports).ties == 1)
    }

    @Test("a tie is found over the end of a stretch of days, and within reach")
    func stretches() throws {
        // 32 days: 640 of them end with day 20479
        let days = [20_477, 20_480].map { Day(number: $0).iso }
        let reports = days.enumerated().map { i, day in
            report("r\(i)", [claim(status: .announced, day: day)], published: "2026-01-01")
        }
        #expect(try #require(reports[0].facts[0]).tieBlocks.map(\.label) == ["RUS-USA 639", "RUS-USA 640"])
        #expect(try #require(reports[1].facts[0]).tieBlocks.map(\.label) == ["RUS-USA 640"])
        #expect(Shares(reports).ties == 1)
        #expect(Corroborator().encounters(of: reports).count == 1)
    }

    @Test("the blocks of claims without a time")
    func guests() throws {
        let remembered = claim(day: nil, isPrincipal: false, isReported: false)
        let dated = try #require(report("a", [remembered], published: "2026-03-10").facts[0])
        #expect(dated.tieBlocks == [])
        // 400 days before the report to 200 after, in stretches of 64: day 20522 is in 320
        let day = try #require(Day(iso: "2026-03-10")).number
        #expect(dated.homeBlocks.map(\.stretch) == Array(((day - 400) / 64)...((day + 200) / 64)))
        let boundless = try #require(report("b", [claim(day: nil)], published: nil).facts[0])
        #expect(boundless.homeBlocks.map(\.label) == ["RUS-USA *"])
        #expect(boundless.tieBlocks.map(\.label) == ["RUS-USA *"])
        let founder = try #require(report("c", [claim()]).facts[0])
        #expect(founder.homeBlocks == [])
        #expect(ClaimFacts.homeBlocks(of: [founder]).last?.label == "RUS-USA *")
        #expect(ClaimFacts.homeBlocks(of: []) == [])
    }

    @Test(
        "a claim joins the group that it fits clearly best",
        arguments: [
            ([(1, 4.0)], 1), ([(1, 2.5)], nil), ([(1, 4.0), (2, 3.5)], nil), ([(1, 4.0), (2, 3.0)], 1), ([], nil),
            // two blocks may tell of one group
            ([(1, 4.0), (1, 4.0), (2, 2.0)], 1), ([(2, 4.0), (1, 4.0)], nil),
        ] as [([(Int64, Double)], Int64?)])
    func home(fits: [(Int64, Double)], expected: Int64?) {
        let candidates = fits.map { Candidate(claim: 9, group: $0.0, points: $0.1) }
        #expect(Corroborator.home(among: candidates) == expected)
        #expect(Corroborator.home(among: candidates.reversed()) == expected)
    }

    @Test("a block that no claim has, and a block without claims, give nothing")
    func strangers() throws {
        let facts = try #require(report("a", [claim()]).facts[0])
        let claims = [PlacedClaim(number: 0, facts: facts), PlacedClaim(number: 1, facts: facts)]
        #expect(Corroborator().ties(in: "CHN-NOR 640", of: claims).isEmpty)
        #expect(Corroborator().ties(in: "RUS-USA 641", of: []).isEmpty)
        #expect(Corroborator().candidates(in: "RUS-USA *", of: claims).isEmpty)
    }

    @Test("facts are the same when they were packed, whatever characters names have")
    func packing() throws {
        var odd = claim([("Ann\tLee", "US\nA"), ("Igor Petrov", "RUS")], city: "New\u{1F} York", country: "")
        odd.series = Series(name: "Dia\tlogue", code: "", round: 3)
        let facts = try #require(report("a", [odd]).facts[0])
        let packed = facts.packed
        #expect(!packed.contains("\t") && !packed.contains("\n"))
        let read = try #require(ClaimFacts(packed: packed, key: facts.key))
        #expect(read.packed == packed)
        #expect(read.parties == facts.parties && facts.parties == ["RUS", "US A"])
        #expect(read.city == facts.city && read.country == nil && facts.country == nil)
        #expect(read.series?.code == nil && facts.series?.code == nil)
    }

    @Test("facts with days that no claim has are none")
    func wrongDays() throws {
        let facts = try #require(report("a", [claim(day: "2026-03-10")]).facts[0])
        let fields = facts.packed.split(separator: "\u{1F}", omittingEmptySubsequences: false).map(String.init)
        for (first, last) in [("20522", "20521"), ("0", "9000"), ("99999999999", "99999999999"), ("x", "1")] {
            var wrong = fields
            (wrong[3], wrong[4]) = (first, last)
            #expect(ClaimFacts(packed: wrong.joined(separator: "\u{1F}"), key: facts.key) == nil)
        }
        var far = fields
        far[5] = "\(Int.max)"
        #expect(try #require(ClaimFacts(packed: far.joined(separator: "\u{1F}"), key: facts.key)).published == nil)
    }

    @Test("a claim whose days end before they begin is one without a time")
    func backwards() throws {
        var told = claim(isPrincipal: false, isReported: false)
        told.date = PartialDate(start: Day(number: 20_522), end: Day(number: 20_500), precision: .day)
        let facts = try #require(report("a", [told]).facts[0])
        #expect(facts.window.basis == .open)
        #expect(Corroborator().encounters(of: [report("a", [told]), report("b", [claim()])]).count == 1)
    }
}
