import Diplomacy
import Testing

@testable import Analysis

@Suite struct PhasesTests {
    /// Months from January 2000 on with so many contacts, covered whole.
    private func months(_ counts: [Int], from first: Int = 0) -> [Phases.Cell] {
        counts.enumerated().map { i, count in
            let month = CalendarPeriod(.month, containing: DialogueSamples.day("2000-01-01")).advanced(by: first + i)
            return .init(
                days: month.start...month.end, keys: (0..<count).map { "m\(first + i)e\($0)" }, exposure: month.days)
        }
    }

    @Test func twoRatesByHand() throws {
        let counts = [Int](repeating: 1, count: 24) + [Int](repeating: 6, count: 12)
        let phases = Phases(of: months(counts))
        #expect(phases.changes == [DialogueSamples.day("2002-01-01")] && phases.n == 36)
        let first = try #require(phases.phases.first)
        // 24 in the 731 days of 2000 and 2001
        #expect(first.n == 24 && first.exposure == 731 && DialogueSamples.near(first.rate, 24 / 731.0 * 365.2425))
        let garwood = CountInterval.garwood(24)
        #expect(DialogueSamples.near(first.interval.lowerBound, garwood.lowerBound / 731 * 365.2425))
        #expect(first.days == DialogueSamples.day("2000-01-01")...DialogueSamples.day("2001-12-31"))
        #expect(phases.phases[1].n == 72 && phases.phases[1].exposure == 365)
        // 2 Σ (S − S ln(S / E)) and one penalty of 3 ln 36
        let cost = 2 * (96 - 24 * (24 / 731.0).logarithm - 72 * (72 / 365.0).logarithm) + 3 * 36.0.logarithm
        #expect(DialogueSamples.near(phases.cost, cost) && phases.penalty == 3 * 36.0.logarithm)
    }

    @Test func halfCoveredYearsDoNotLookQuiet() {
        let whole = months([Int](repeating: 10, count: 60))
        let half = whole.enumerated().map { i, cell in
            (24..<36).contains(i)
                ? Phases.Cell(days: cell.days, keys: Array(cell.keys.prefix(5)), exposure: cell.exposure / 2) : cell
        }
        #expect(Phases(of: half).phases.count == 1)
        // the same counts without a word of coverage
        let blind = half.map { Phases.Cell(days: $0.days, keys: $0.keys, exposure: 31) }
        #expect(Phases(of: blind).phases.count == 3)
    }

    @Test func uncoveredStretchesChangeNothing() {
        let told = months([1, 0, 2, 1, 0, 1, 9, 7, 8, 9, 6, 8])
        let later =
            told.prefix(6)
            + told.suffix(6).map { cell in
                Phases.Cell(
                    days: cell.days.lowerBound + 1000...cell.days.upperBound + 1000, keys: cell.keys,
                    exposure: cell.exposure)
            }
        let silent = (0..<10).map { i in
            let start = DialogueSamples.day("2000-08-01") + 30 * i
            return Phases.Cell(days: start...start + 29, keys: i == 3 ? ["stray"] : [], exposure: 0)
        }
        let (first, second) = (Phases(of: told), Phases(of: (later + silent).reversed()))
        #expect(first.phases.map(\.rate) == second.phases.map(\.rate) && first.phases.count == 2)
        #expect(first.cost == second.cost && second.n == 12 && second.leftOut == ["stray"])
    }

    /// Putting empty neighbours together changes no cost: the cells as they are, by the engine itself.
    @Test func emptyCellsMayBePutTogether() {
        var chance = SeededChance(seed: 21)
        for _ in 0..<20 {
            let counts = (0..<80).map { i in DialogueSamples.poisson(i < 40 ? 0.15 : 0.6, &chance) }
            let cells = months(counts)
            let plain = ChangePoints(
                PoissonCost(counts: counts, exposures: cells.map(\.exposure)), penalty: 5)
            #expect(DialogueSamples.near(Phases(of: cells, penalty: 5).cost, plain.cost))
        }
    }

    /// Of a hundred dyads whose rate never changes, at most five are said to have more than one phase.
    @Test func aSteadyRateIsOnePhase() {
        var chance = SeededChance(seed: 2)
        var changed = 0
        for round in 0..<100 {
            let rate = [0.3, 1, 4, 12][round % 4]
            let counts = (0..<120).map { _ in DialogueSamples.poisson(rate, &chance) }
            if Phases(of: months(counts)).phases.count > 1 { changed += 1 }
        }
        #expect(changed <= 5)
    }

    @Test func fewestChangesGiven() throws {
        let counts = [Int](repeating: 0, count: 10) + [5, 5, 5, 5, 5, 5] + [Int](repeating: 1, count: 10)
        let two = try #require(Phases(of: months(counts), mostChanges: 2))
        #expect(two.phases.map(\.n) == [0, 30, 10] && two.penalty == nil)
        // nothing in 305 days: at most 3.69 a 305 days
        #expect(two.phases[0].rate == 0 && two.phases[0].interval.lowerBound == 0)
        #expect(DialogueSamples.near(two.phases[0].interval.upperBound, 3.6888794541139354 / 305 * 365.2425))
        #expect(try #require(Phases(of: months(counts), mostChanges: 0)).phases.count == 1)
    }

    @Test func emptyAndSingle() {
        let empty = Phases(of: [])
        #expect(empty.phases.isEmpty && empty.window == nil && empty.changes.isEmpty && empty.n == 0)
        #expect(Phases(of: [], mostChanges: 3)?.phases.isEmpty == true)
        let single = Phases(of: months([2]))
        #expect(single.phases.map(\.n) == [2] && single.phases[0].keys == ["m0e0", "m0e1"])
        let uncovered = Phases(of: [Phases.Cell(days: Day(number: 0)...Day(number: 9), keys: ["a"], exposure: -4)])
        #expect(uncovered.phases.isEmpty && uncovered.leftOut == ["a"])
        let wild = Phases.Cell(days: Day(number: .min)...Day(number: .max), keys: [], exposure: .max)
        #expect(wild.exposure == 3_652_059)
    }
}
