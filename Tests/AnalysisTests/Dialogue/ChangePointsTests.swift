import Diplomacy
import Testing

@testable import Analysis

/// The flow of the Nile at Aswan, 1871 to 1970 (R's `datasets::Nile`; Cobb 1978, Biometrika 65:243).
@Suite struct ChangePointsTests {
    static let nile: [Double] = [
        1120, 1160, 963, 1210, 1160, 1160, 813, 1230, 1370, 1140, 995, 935, 1110, 994, 1020, 960, 1180, 799, 958, 1140,
        1100, 1210, 1150, 1250, 1260, 1220, 1030, 1100, 774, 840, 874, 694, 940, 833, 701, 916, 692, 1020, 1050, 969,
        831, 726, 456, 824, 702, 1120, 1100, 832, 764, 821, 768, 845, 864, 862, 698, 845, 744, 796, 1040, 759,
        781, 865, 845, 944, 984, 897, 822, 1010, 771, 676, 649, 846, 812, 742, 801, 1040, 860, 874, 848, 890,
        744, 749, 838, 1050, 918, 986, 797, 923, 975, 815, 1020, 906, 901, 1170, 912, 746, 919, 718, 714, 740,
    ]

    @Test func nileHasItsMean() {
        #expect(Self.nile.count == 100 && DialogueSamples.near(Self.nile.reduce(0, +) / 100, 919.35))
    }

    @Test func nileWithOneChange() throws {
        let none = try #require(ChangePoints(values: Self.nile, mostChanges: 0))
        #expect(none.changes.isEmpty && DialogueSamples.near(none.fit, 2_835_156.75, 1e-12))
        let one = try #require(ChangePoints(values: Self.nile, mostChanges: 1))
        #expect(one.changes == [28] && abs(one.fit - 1_597_457.194444) < 1e-5)
        let means = one.parts.map { Self.nile[$0].reduce(0, +) / Double($0.count) }
        #expect(DialogueSamples.near(means[0], 1097.75) && abs(means[1] - 849.972222) < 1e-6)
    }

    @Test func nileByPenalty() throws {
        // the scale 115.319 is 1.4826 times the median distance of the year-on-year changes from their median, by √2
        let changes = zip(Self.nile, Self.nile.dropFirst()).map { $1 - $0 }
        func median(_ values: [Double]) -> Double { values.sorted()[values.count / 2] }
        let middle = median(changes)
        let scale = 1.4826 * median(changes.map { abs($0 - middle) }) / 2.0.squareRoot()
        #expect(abs(scale - 115.319) < 5e-4)
        let scaled = Self.nile.map { $0 / scale }
        let n = 100.0.logarithm
        let two = try #require(ChangePoints(values: scaled, penalty: 2 * n))
        #expect(two.changes == [28] && abs(two.cost - 129.333256) < 1e-6)
        let three = try #require(ChangePoints(values: scaled, penalty: 3 * n))
        #expect(three.changes == [28] && abs(three.cost - 133.938426) < 1e-6)
        let one = try #require(ChangePoints(values: scaled, penalty: n))
        #expect(one.parts.count == 12)
    }

    /// The partition of least cost, found by trying all of them.
    @Test func partitionIsTheCheapestOfAll() throws {
        var chance = SeededChance(seed: 9)
        for round in 0..<40 {
            let n = 9
            let counts = (0..<n).map { _ in Int.random(in: 0..<(round % 2 == 0 ? 3 : 12), using: &chance) }
            let exposures = (0..<n).map { _ in Int.random(in: 1..<40, using: &chance) }
            let poisson = PoissonCost(counts: counts, exposures: exposures)
            let error = SquaredErrorCost(counts.map(Double.init))
            let penalty = Double.random(in: 0.5..<4, using: &chance)
            func least(_ cost: some SegmentCost, atMost most: Int = 9, _ penalty: Double) -> Double {
                (0..<(1 << (n - 1))).filter { $0.nonzeroBitCount <= most }.map { mask in
                    let ends = (1..<n).filter { mask >> ($0 - 1) & 1 == 1 } + [n]
                    return zip([0] + ends, ends).reduce(-penalty) { $0 + cost.cost($1.0, $1.1) + penalty }
                }.min() ?? .nan
            }
            #expect(abs(ChangePoints(poisson, penalty: penalty).cost - least(poisson, penalty)) < 1e-9)
            #expect(abs(ChangePoints(error, penalty: penalty).cost - least(error, penalty)) < 1e-9)
            for most in 0..<4 {
                #expect(abs(ChangePoints(poisson, mostChanges: most).cost - least(poisson, atMost: most, 0)) < 1e-9)
                #expect(abs(ChangePoints(error, mostChanges: most).cost - least(error, atMost: most, 0)) < 1e-9)
                #expect(ChangePoints(poisson, mostChanges: most).changes.count <= most)
            }
        }
    }

    /// Longer series against the plain optimal partition, which tries every beginning.
    @Test func pruningLosesNothing() {
        func plain(_ costs: some SegmentCost, _ penalty: Double) -> Double {
            var least = [-penalty]
            for end in 1...costs.count {
                least.append((0..<end).map { least[$0] + costs.cost($0, end) + penalty }.min() ?? .nan)
            }
            return least[costs.count]
        }
        var chance = SeededChance(seed: 17)
        for round in 0..<12 {
            let counts = (0..<250).map { i in
                DialogueSamples.poisson([[1, 1, 1], [0.02, 2, 0.4], [0, 0.1, 9]][round % 3][i / 84], &chance)
            }
            let exposures = (0..<250).map { _ in Int.random(in: 1..<32, using: &chance) }
            for penalty in [0, 1.5, 16] {
                let poisson = PoissonCost(counts: counts, exposures: exposures)
                #expect(abs(ChangePoints(poisson, penalty: penalty).cost - plain(poisson, penalty)) < 1e-7)
                let error = SquaredErrorCost(counts.map(Double.init))
                #expect(abs(ChangePoints(error, penalty: penalty).cost - plain(error, penalty)) < 1e-7)
            }
        }
    }

    @Test func levelsThatCostAtMost() throws {
        let cost = PoissonCost(counts: [3, 0, 5, 40], exposures: [10, 20, 10, 10])
        // 8 in 40 days: at the ends of what costs at most 1 more than the best
        let best = cost.cost(0, 3)
        let found = try #require(cost.levels(from: 0, to: 3, costing: best + 1, within: cost.levels))
        for rate in [found.lowerBound, found.upperBound] {
            #expect(DialogueSamples.near(2 * (40 * rate - 8 * rate.logarithm), best + 1))
        }
        #expect(found.contains(0.2) && cost.levels(from: 0, to: 3, costing: best - 1e-6, within: cost.levels) == nil)
        // nothing in 20 days: any rate up to 1/40 costs at most 1
        let none = try #require(cost.levels(from: 1, to: 2, costing: 1, within: cost.levels))
        #expect(none.lowerBound == cost.levels.lowerBound && DialogueSamples.near(none.upperBound, 1 / 40.0))
        #expect(
            cost.least(from: 0, to: 3, within: 0.3...0.4) > best
                && cost.least(from: 0, to: 3, within: 0.1...0.4) == best)
    }

    @Test func costOfPoissonCountsByHand() {
        let cost = PoissonCost(counts: [3, 0, 5], exposures: [10, 20, 10])
        // 8 in 40: 2 (8 − 8 ln 0.2)
        #expect(DialogueSamples.near(cost.cost(0, 3), 16 - 16 * 0.2.logarithm))
        #expect(cost.cost(1, 2) == 0 && cost.count == 3)
    }

    @Test func emptySingleAndBad() throws {
        let empty = try #require(ChangePoints(values: [], penalty: 1))
        #expect(empty.parts.isEmpty && empty.cost == 0 && ChangePoints(values: [], mostChanges: 3)?.parts == [])
        #expect(ChangePoints(values: [4], penalty: 1)?.parts == [0..<1])
        #expect(ChangePoints(values: [4], mostChanges: 9)?.parts == [0..<1])
        #expect(ChangePoints(values: [.nan], penalty: 1) == nil && ChangePoints(values: [1], penalty: -1) == nil)
        #expect(
            ChangePoints(values: [.infinity], mostChanges: 1) == nil
                && ChangePoints(values: [-1e101], penalty: 1) == nil)
        #expect(ChangePoints(values: [Double](repeating: 1, count: 2001), mostChanges: 1) == nil)
        // an offset of ten thousand million does not hide a step of one
        #expect(ChangePoints(values: [1e10, 1e10, 1e10 + 1, 1e10 + 1], mostChanges: 1)?.changes == [2])
    }
}
