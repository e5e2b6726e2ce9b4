import Diplomacy
import Testing

@testable import Analysis

@Suite struct BurstsTests {
    /// The 71 offsets of the example of the CRAN package bursts (its manual, `kleinberg`).
    static let offsets =
        Array(stride(from: 0, through: 400, by: 100)) + Array(stride(from: 410, through: 450, by: 5))
        + Array(stride(from: 451, through: 470, by: 2)) + Array(stride(from: 480, through: 600, by: 5)) + [700]
        + Array(stride(from: 710, through: 800, by: 5)) + [900, 1000]

    private func bursts(_ days: [Int], scale: BurstScale = .standard) -> Bursts {
        Bursts(of: days.map { (Day(number: $0), "e\($0)") }, scale: scale)
    }

    private func rows(_ bursts: Bursts) -> [[Int]] { bursts.bursts.map { [$0.level, $0.start.number, $0.end.number] } }

    @Test func publishedExample() throws {
        #expect(Self.offsets.count == 71)
        let found = bursts(Self.offsets)
        #expect(found.stateCount == 11)
        let cost = try #require(found.cost)
        #expect(abs(cost - 241.940238) < 1e-6)
        #expect(rows(found) == [[1, 0, 1000], [2, 410, 600], [3, 450, 469], [2, 710, 800]])
        #expect(found.bursts.map(\.parent) == [nil, 0, 1, 0])
        #expect(found.n == 71 && found.window == Day(number: 0)...Day(number: 1000))
        // 450, 451, 453 and so on to 469
        #expect(found.keys(of: found.bursts[2]) == ["e450"] + stride(from: 451, through: 469, by: 2).map { "e\($0)" })
    }

    /// A burst within a burst has weight: without it the path would be dearer, by at least what its rise costs.
    @Test func everyBurstPaysForItsRise() {
        let found = bursts(Self.offsets)
        #expect(found.bursts[0].weight == 0)
        for burst in found.bursts.dropFirst() { #expect(burst.weight > 70.0.logarithm * found.scale.step) }
    }

    /// The path of least cost, found by trying all of them.
    @Test func pathIsTheCheapestOfAll() {
        var chance = SeededChance(seed: 5)
        for _ in 0..<40 {
            let states = 3
            let elements = 6
            let costs = (0..<elements).map { _ in (0..<states).map { _ in Double.random(in: 0..<5, using: &chance) } }
            let rise = Double.random(in: 0.1..<2, using: &chance)
            let automaton = BurstAutomaton(elements: elements, states: states, rise: rise) { costs[$0][$1] }
            var least = Double.infinity
            for code in 0..<729 {
                var (rest, before, sum) = (code, 0, 0.0)
                for element in 0..<elements {
                    let state = rest % states
                    rest /= states
                    sum += costs[element][state] + rise * Double(max(0, state - before))
                    before = state
                }
                least = min(least, sum)
            }
            #expect(abs(automaton.cost - least) < 1e-9)
            var (before, sum) = (0, 0.0)
            for (element, state) in automaton.states.enumerated() {
                sum += costs[element][state] + rise * Double(max(0, state - before))
                before = state
            }
            #expect(abs(sum - least) < 1e-9)
        }
    }

    @Test func runsAreNested() {
        let automaton = BurstAutomaton(elements: 6, states: 3, rise: 1) { element, state in
            state == [0, 2, 2, 1, 0, 1][element] ? 0 : 100
        }
        let expected =
            [(0, 0...5, nil), (1, 1...3, 0), (2, 1...2, 1), (1, 5...5, 0)] as [(Int, ClosedRange<Int>, Int?)]
        #expect(automaton.runs.map(\.state) == expected.map(\.0))
        #expect(
            automaton.runs.map(\.elements) == expected.map(\.1) && automaton.runs.map(\.parent) == expected.map(\.2))
    }

    @Test func orderShiftAndTiesChangeNothing() {
        let first = bursts(Self.offsets)
        #expect(rows(bursts(Self.offsets.reversed())) == rows(first))
        #expect(
            rows(bursts(Self.offsets.map { $0 + 15_000 }))
                == rows(first).map { [$0[0], $0[1] + 15_000, $0[2] + 15_000] })
        // two events on one day are one event
        let tied = Bursts(of: (Self.offsets + [450, 450]).enumerated().map { (Day(number: $1), "e\($0)") })
        #expect(rows(tied) == rows(first) && tied.cost == first.cost && tied.moments[13].keys.count == 3)
    }

    @Test func emptySingleAndEven() {
        #expect(bursts([]).bursts.isEmpty && bursts([]).cost == nil && bursts([]).window == nil)
        #expect(rows(bursts([7])) == [[0, 7, 7]] && rows(bursts([7, 7])) == [[0, 7, 7]])
        #expect(rows(bursts([7, 9])) == [[1, 7, 9]])
        #expect(rows(bursts(Array(stride(from: 0, to: 900, by: 30)))) == [[1, 0, 870]])
        #expect(bursts([.min, .max]).n == 0)
    }

    @Test func ofARhythm() {
        let contacts = DialogueSamples.contacts(from: "2020-01-01", gaps: [90, 90, 1, 1, 1, 1, 1, 1, 1, 1, 90, 90])
        let found = Bursts(of: Rhythm(of: contacts + contacts, asOf: DialogueSamples.day("2021-12-31")))
        // 2020-01-01 and 180 days, to 8 days later
        #expect(found.n == 13 && found.bursts.count > 1 && found.bursts[1].start == DialogueSamples.day("2020-06-29"))
        #expect(
            found.bursts[1].end == DialogueSamples.day("2020-07-07") && found.keys(of: found.bursts[1]).first == "e002")
    }

    @Test func scaleIsChecked() throws {
        #expect(BurstScale(base: 1, step: 1) == nil && BurstScale(base: 2, step: 0) == nil)
        #expect(BurstScale(base: .nan, step: 1) == nil && BurstScale(base: 2, step: .infinity) == nil)
        let dear = try #require(BurstScale(base: 2, step: 50))
        #expect(rows(bursts(Self.offsets, scale: dear)) == [[1, 0, 1000]])
        let fine = try #require(BurstScale(base: 1.01, step: 0.1))
        #expect(bursts(Self.offsets, scale: fine).stateCount == BurstAutomaton.mostStates)
    }
}

@Suite struct BatchBurstsTests {
    private func batches(_ counts: [(own: Int, all: Int)]) -> [BatchBursts.Batch] {
        counts.enumerated().map { i, count in
            let month = CalendarPeriod(.month, containing: Day(number: 0)).advanced(by: i)
            return .init(period: month, keys: (0..<count.own).map { "m\(i)e\($0)" }, all: count.all)
        }
    }

    @Test func weightByHand() {
        // share 14/100 + states .14 and .28 and .56: batches of 10 with 0 or 1 of the dyad's, and two with 5
        let found = BatchBursts(of: batches([(1, 20), (0, 20), (6, 20), (6, 20), (1, 20)]))
        #expect(found.share == 0.14 && found.states == [0, 0, 1, 1, 0] && found.bursts.map(\.level) == [1, 2])
        // −ln of the ratio of the likelihoods at .28 and .14: 12 of 40
        let weight = 12 * 2.0.logarithm + 28 * (0.72 / 0.86).logarithm
        #expect(DialogueSamples.near(found.bursts[1].weight, weight) && weight > 5.0.logarithm)
        #expect(found.bursts[1].places == 2...3 && found.keys(of: found.bursts[1]).count == 12)
        #expect(found.bursts[1].start.label == "1970-03" && found.bursts[1].end.label == "1970-04")
    }

    @Test func aRiseOfCoverageAloneIsNoBurst() {
        let thin = [(own: Int, all: Int)](repeating: (1, 20), count: 20)
        let thick = [(own: Int, all: Int)](repeating: (10, 200), count: 20)
        #expect(BatchBursts(of: batches(thin + thick + thin)).bursts.map(\.level) == [1])
        // the contacts alone would show one
        let days = (0..<60).flatMap { month in (0..<((20..<40).contains(month) ? 10 : 1)).map { month * 30 + $0 * 3 } }
        #expect(Bursts(of: days.map { (Day(number: $0), "e\($0)") }).bursts.count > 1)
    }

    @Test func emptyBatchesChangeNoState() {
        let told = batches([(1, 20), (0, 20), (6, 20), (6, 20), (1, 20)])
        var gaps = told
        for i in 2..<gaps.count { gaps[i].period = gaps[i].period.advanced(by: 12) }
        gaps += (2..<14).map { .init(period: told[0].period.advanced(by: $0), keys: [], all: 0) }
        let found = BatchBursts(of: gaps.reversed())
        #expect(
            found.states == BatchBursts(of: told).states && found.cost == BatchBursts(of: told).cost && found.n == 5)
    }

    @Test func undefined() {
        #expect(
            BatchBursts(of: []).undefined == "undefined: fewer than two periods of which the register knows anything")
        #expect(BatchBursts(of: batches([(0, 5), (0, 9)])).undefined == "undefined: nothing of the dyad")
        #expect(
            BatchBursts(of: batches([(6, 5), (0, 9)])).undefined
                == "undefined: a period holds more of the dyad than of all")
        #expect(BatchBursts(of: batches([(6, 5), (0, 9)])).bursts.isEmpty)
        // where everything is the dyad's there is no greater share
        #expect(BatchBursts(of: batches([(5, 5), (9, 9)])).bursts.map(\.level) == [1])
    }
}
