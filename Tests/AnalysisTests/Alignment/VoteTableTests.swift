import Diplomacy
import Glibc
import Testing

@testable import Analysis

/// A dyad's session with what an independent script found in it: the nine counts (yes-yes, yes-abstain, and so on) and the measures.
struct KnownDyad: CustomTestStringConvertible, Sendable {
    var session: Int
    var first: String
    var second: String
    var counts: [Int]
    var n: Int
    var agreement: Double
    var absolute: Double
    var squared: Double
    /// Unweighted, linear, squared.
    var kappa: [Double]
    var piLinear: Double
    var tauB: Double

    var testDescription: String { "\(session) \(first)-\(second)" }

    /// Votes of the General Assembly (`../shared/data/votes/unga`), measured as `../shared/design/measures.md` gives them.
    static let all = [
        KnownDyad(
            session: 42, first: "USA", second: "RUS", counts: [13, 1, 3, 37, 1, 0, 83, 0, 0], n: 138,
            agreement: 0.239130, absolute: -0.521739, squared: -0.384058, kappa: [-0.039738, -0.051982, -0.060087],
            piLinear: -0.644722, tauB: -0.295735),
        KnownDyad(
            session: 42, first: "CHN", second: "RUS", counts: [120, 2, 3, 13, 0, 0, 0, 0, 0], n: 138,
            agreement: 0.923913, absolute: 0.847826, squared: 0.902174, kappa: [-0.038028, -0.046965, -0.059125],
            piLinear: -0.060956, tauB: -0.062248),
        KnownDyad(
            session: 42, first: "GBR", second: "FRA", counts: [52, 4, 0, 7, 39, 5, 2, 3, 29], n: 141,
            agreement: 0.918440, absolute: 0.836879, squared: 0.904255, kappa: [0.771581, 0.808571, 0.847090],
            piLinear: 0.808430, tauB: 0.819916),
        KnownDyad(
            session: 45, first: "USA", second: "RUS", counts: [12, 1, 0, 16, 0, 0, 52, 3, 0], n: 84,
            agreement: 0.261905, absolute: -0.476190, squared: -0.357143, kappa: [-0.016129, -0.006182, 0],
            piLinear: -0.579378, tauB: 0.021064),
        KnownDyad(
            session: 71, first: "USA", second: "CHN", counts: [31, 9, 12, 10, 1, 0, 45, 8, 1], n: 117,
            agreement: 0.397436, absolute: -0.205128, squared: -0.089744, kappa: [-0.181676, -0.209724, -0.228941],
            piLinear: -0.350166, tauB: -0.264523),
        KnownDyad(
            session: 71, first: "CHN", second: "RUS", counts: [59, 17, 6, 3, 6, 9, 1, 0, 12], n: 113,
            agreement: 0.809735, absolute: 0.619469, squared: 0.747788, kappa: [0.405089, 0.507750, 0.595846],
            piLinear: 0.493458, tauB: 0.591876),
        KnownDyad(
            session: 71, first: "IRN", second: "ISR", counts: [5, 12, 50, 18, 6, 3, 13, 0, 0], n: 107,
            agreement: 0.257009, absolute: -0.485981, squared: -0.331776, kappa: [-0.306538, -0.431950, -0.530950],
            piLinear: -0.604924, tauB: -0.692273),
        KnownDyad(
            session: 74, first: "USA", second: "RUS", counts: [7, 2, 8, 4, 2, 2, 47, 6, 9], n: 87,
            agreement: 0.287356, absolute: -0.425287, squared: -0.344828, kappa: [-0.127324, -0.167027, -0.191781],
            piLinear: -0.442439, tauB: -0.304520),
        KnownDyad(
            session: 74, first: "USA", second: "ISR", counts: [18, 0, 0, 1, 6, 1, 2, 1, 60], n: 89,
            agreement: 0.960674, absolute: 0.921348, squared: 0.938202, kappa: [0.877881, 0.897279, 0.910241],
            piLinear: 0.897169, tauB: 0.896524),
        KnownDyad(
            session: 74, first: "IND", second: "PAK", counts: [68, 4, 0, 5, 8, 0, 1, 2, 2], n: 90,
            agreement: 0.927778, absolute: 0.855556, squared: 0.916667, kappa: [0.581395, 0.621849, 0.672489],
            piLinear: 0.621053, tauB: 0.644689),
    ]

    func check(_ table: VoteTable) {
        func near(_ value: Double?, _ expected: Double) -> Bool { value.map { abs($0 - expected) <= 1e-6 } ?? false }
        #expect(table.n == n)
        #expect(near(table.agreement, agreement))
        #expect(near(table.absoluteSimilarity, absolute))
        #expect(near(table.squaredSimilarity, squared))
        for (weights, value) in zip(VoteTable.Weights.allCases, kappa) { #expect(near(table.kappa(weights), value)) }
        #expect(near(table.pi(.linear), piLinear))
        #expect(near(table.tauB, tauB))
    }
}

@Suite struct VoteTableTests {
    private let near = { (a: Double?, b: Double) in a.map { abs($0 - b) < 1e-9 } ?? false }

    @Test(arguments: KnownDyad.all) func knownDyads(dyad: KnownDyad) { dyad.check(VoteTable(dyad.counts)) }

    @Test(arguments: KnownDyad.all) func theOrderOfTheTwoPartiesDoesNotMatter(dyad: KnownDyad) {
        let exchanged = VoteTable(dyad.counts).exchanged
        dyad.check(exchanged)
        #expect(exchanged[.no, .yes] == VoteTable(dyad.counts)[.yes, .no])
        #expect(exchanged.exchanged == VoteTable(dyad.counts))
    }

    /// 1 − Σ w c / n over Σ w p q with pooled margins, worked out by another program from the counts.
    @Test func otherWeightsOfPi() {
        let table = VoteTable(KnownDyad.all[2].counts)
        #expect(near(table.pi(.unweighted), 0.7713601791436624))
        #expect(near(table.pi(.squared), 0.8470132009885671))
    }

    @Test func votesAreCountedWhereBothVoted() {
        let table = VoteTable([1, 2, 3, 0, 1, 3, 7], [1, 1, 1, 2, 0, 3, 2])
        #expect(table.n == 4)
        #expect(table[.yes, .yes] == 1 && table[.abstain, .yes] == 1 && table[.no, .yes] == 1 && table[.no, .no] == 1)
        #expect(near(table.agreement, 2.5 / 4))
        #expect(table.votes(apart: 0) == 2 && table.votes(apart: 1) == 1 && table.votes(apart: 2) == 1)
        #expect(table.votes(apart: 3) == 0)
    }

    @Test func nothingIsUndefinedAndNeverZero() {
        let empty = VoteTable()
        #expect(empty.n == 0 && empty.agreement == nil && empty.absoluteSimilarity == nil && empty.tauB == nil)
        #expect(empty.squaredSimilarity == nil && empty.agreementInterval == nil)
        for weights in VoteTable.Weights.allCases {
            #expect(empty.pi(weights) == nil && empty.kappa(weights) == nil)
        }
    }

    @Test func withoutVarianceThereIsNoMeasureCorrectedForChance() {
        // both always yes
        let same = VoteTable([7, 0, 0, 0, 0, 0, 0, 0, 0])
        #expect(same.agreement == 1 && same.pi(.linear) == nil && same.kappa(.squared) == nil && same.tauB == nil)
        // one always yes: κ is what chance gives, τ_b cannot order
        let one = VoteTable([4, 2, 3, 0, 0, 0, 0, 0, 0])
        #expect(near(one.kappa(.linear), 0) && one.tauB == nil && one.pi(.linear) != nil)
        // always opposed: pooled margins are halves
        let opposed = VoteTable([0, 0, 5, 0, 0, 0, 0, 0, 0])
        #expect(opposed.agreement == 0 && near(opposed.pi(.unweighted), -1) && near(opposed.kappa(.unweighted), 0))
    }

    @Test func aPartyWithItself() {
        let votes: [UInt8] = [1, 2, 3, 0, 1, 1, 3]
        let table = VoteTable(votes, votes)
        #expect(table.n == 6 && table.agreement == 1 && table.absoluteSimilarity == 1 && table.squaredSimilarity == 1)
        for weights in VoteTable.Weights.allCases { #expect(table.pi(weights) == 1 && table.kappa(weights) == 1) }
        #expect(near(table.tauB, 1))
    }

    /// S with absolute distances is twice the agreement less one, in every table.
    @Test func similarityIsAgreementOnAnotherScale() throws {
        var chance = SeededChance(seed: 3)
        for _ in 0..<200 {
            let table = VoteTable((0..<9).map { _ in Int(chance.next() % 20) })
            guard let agreement = table.agreement else { continue }
            #expect(near(table.absoluteSimilarity, 2 * agreement - 1))
            // linear disagreement lies between squared and unweighted, so the similarities do the other way round
            #expect(try #require(table.squaredSimilarity) >= 2 * agreement - 1)
            for weights in VoteTable.Weights.allCases {
                if let pi = table.pi(weights) { #expect(pi <= 1 && pi >= -1 - 1e-12) }
                if let kappa = table.kappa(weights) { #expect(kappa <= 1 && kappa.isFinite) }
            }
            if let tau = table.tauB { #expect(abs(tau) <= 1 + 1e-12) }
        }
    }

    @Test func oddCountsDoNoHarm() {
        #expect(VoteTable([-3, 2]).n == 2)
        #expect(VoteTable([Int.max, Int.max, 1]).n == 2 * Int(UInt32.max) + 1)
        #expect(VoteTable([Int](repeating: 1, count: 30)).n == 9)
        let large = VoteTable([Int](repeating: .max, count: 9))
        #expect((large + large).n == 9 * Int(UInt32.max) && near(large.agreement, 5.0 / 9) && near(large.tauB, 0))
    }
}

@Suite struct AgreementIntervalTests {
    /// With all votes the same the likelihood of a mean m is mⁿ, so the bound is exp(−3.8415 / 2n).
    @Test(arguments: [1, 5, 20, 100]) func allVotesTheSame(votes: Int) throws {
        let lower = exp(-3.841458820694124 / Double(2 * votes))
        let interval = try #require(VoteTable([votes]).agreementInterval)
        #expect(abs(interval.lowerBound - lower) < 1e-9 && interval.upperBound == 1)
        let opposed = try #require(VoteTable([0, 0, votes]).agreementInterval)
        #expect(abs(opposed.upperBound - (1 - lower)) < 1e-9 && opposed.lowerBound == 0)
    }

    @Test(arguments: KnownDyad.all) func itHoldsTheAgreementAndIsAboutTwoStandardErrors(dyad: KnownDyad) throws {
        let table = VoteTable(dyad.counts)
        let interval = try #require(table.agreementInterval)
        #expect(interval.contains(dyad.agreement) && interval.lowerBound >= 0 && interval.upperBound <= 1)
        let n = Double(dyad.n)
        let squares = (Double(table.votes(apart: 0)) + Double(table.votes(apart: 1)) / 4) / n
        let error = ((squares - dyad.agreement * dyad.agreement) / n).squareRoot()
        let width = interval.upperBound - interval.lowerBound
        #expect(width > 3.5 * error && width < 4.5 * error)
    }

    /// Of many samples of known shares about 95 of a hundred intervals hold the true mean.
    @Test(arguments: [(0.1, 0.2, 60), (0.02, 0.1, 100), (0.4, 0.3, 30)])
    func coverage(opposed: Double, apart: Double, votes: Int) throws {
        let truth = 1 - opposed - apart / 2
        var chance = SeededChance(seed: 11)
        var held = 0
        for _ in 0..<1000 {
            var counts = [0, 0, 0]
            for _ in 0..<votes {
                let draw = chance.unit()
                counts[draw < opposed ? 2 : draw < opposed + apart ? 1 : 0] += 1
            }
            held += try #require(VoteTable(counts).agreementInterval).contains(truth) ? 1 : 0
        }
        #expect((915...980).contains(held))
    }
}
