public import Diplomacy

/// How the votes of two parties fall together: a table of three by three.
///
/// A vote counts where both parties cast one; absences are not votes. Measures are those of F. M. Häge, "Choice or Circumstance? Adjusting
/// Measures of Foreign Policy Similarity for Chance Agreement", Political Analysis 19:3 (2011), on the scale yes 1, abstain 2, no 3. A
/// measure that is not defined is `nil`, never 0 and never NaN. All take constant time.
public struct VoteTable: Hashable, Sendable {
    /// How far apart two votes are held to be, 0 for the same and 1 for yes against no.
    public enum Weights: Sendable, CaseIterable {
        /// Whatever differs is 1.
        case unweighted
        /// Abstention and yes or no are ½.
        case linear
        /// Abstention and yes or no are ¼.
        case squared

        /// The distance in quarters.
        func quarters(_ steps: Int) -> Int {
            switch self {
            case .unweighted: steps == 0 ? 0 : 4
            case .linear: 2 * steps
            case .squared: steps * steps
            }
        }
    }

    /// Row by row, the first party's vote before the second's; lanes from 9 on are 0.
    private var cells: SIMD16<UInt32>

    /// A table without a vote.
    public init() { cells = .zero }

    /// The counts of nine cells: yes-yes, yes-abstain, yes-no, abstain-yes and so on. What is missing or negative is 0, what is more than
    /// `UInt32.max` is that.
    public init(_ counts: [Int]) {
        cells = .zero
        for (cell, count) in counts.prefix(9).enumerated() { cells[cell] = UInt32(clamping: count) }
    }

    /// Nine counts; the other lanes are 0.
    init(cells: SIMD16<UInt32>) { self.cells = cells }

    /// The votes of two parties, roll call by roll call: raw values of `Vote`, anything else where none was cast.
    public init(_ first: some Sequence<UInt8>, _ second: some Sequence<UInt8>) {
        cells = .zero
        for (x, y) in zip(first, second) where (1...3).contains(x) && (1...3).contains(y) {
            cells[Int(x - 1) * 3 + Int(y - 1)] += 1
        }
    }

    /// How often the first party voted one way and the second another.
    public subscript(_ first: Vote, _ second: Vote) -> Int {
        Int(cells[Int(first.rawValue - 1) * 3 + Int(second.rawValue - 1)])
    }

    /// The same with the parties exchanged.
    public var exchanged: VoteTable {
        VoteTable((0..<9).map { Int(cells[$0 % 3 * 3 + $0 / 3]) })
    }

    /// The votes of two tables together. A cell holds at most `UInt32.max`.
    public static func + (one: VoteTable, other: VoteTable) -> VoteTable {
        VoteTable((0..<9).map { Int(one.cells[$0]) + Int(other.cells[$0]) })
    }

    /// How many votes both parties cast.
    public var n: Int { (0..<9).reduce(0) { $0 + Int(cells[$1]) } }

    /// How many votes lie so many steps apart, 0 to 2.
    public func votes(apart steps: Int) -> Int {
        (0..<9).reduce(0) { abs($1 / 3 - $1 % 3) == steps ? $0 + Int(cells[$1]) : $0 }
    }

    /// How often the first party voted yes, abstained and voted no.
    var rows: [Int] { (0..<3).map { row in (0..<3).reduce(0) { $0 + Int(cells[row * 3 + $1]) } } }

    /// How often the second party voted yes, abstained and voted no.
    var columns: [Int] { (0..<3).map { column in (0..<3).reduce(0) { $0 + Int(cells[$1 * 3 + column]) } } }

    // MARK: - Without correction

    /// The mean of 1 − |x − y| / 2, 0 to 1; `nil` without common votes.
    public var agreement: Double? {
        let n = n
        return n == 0 ? nil : Double(2 * votes(apart: 0) + votes(apart: 1)) / Double(2 * n)
    }

    /// S with absolute distances (Signorino and Ritter 1999), −1 to 1: twice the agreement less 1, so never a finding beside it.
    public var absoluteSimilarity: Double? { similarity(.linear) }

    /// S with squared distances, −1 to 1.
    public var squaredSimilarity: Double? { similarity(.squared) }

    private func similarity(_ weights: Weights) -> Double? {
        let n = n
        return n == 0 ? nil : 1 - 2 * Double(observed(weights)) / Double(4 * n)
    }

    // MARK: - Corrected for chance

    /// Scott's π: 1 less the distance found over the distance that chance would give if both parties voted by their pooled margins. At most
    /// 1; 0 is what chance gives. `nil` without common votes and where all votes are the same.
    public func pi(_ weights: Weights) -> Double? {
        let pooled = zip(rows, columns).map { Double($0 + $1) / 2 }
        return corrected(weights, pooled, pooled)
    }

    /// Cohen's κ: as π, with each party's own margins. `nil` without common votes and where both always cast one and the same vote.
    public func kappa(_ weights: Weights) -> Double? {
        corrected(weights, rows.map(Double.init), columns.map(Double.init))
    }

    private func corrected(_ weights: Weights, _ one: [Double], _ other: [Double]) -> Double? {
        let n = Double(n)
        var expected = 0.0
        for x in 0..<3 {
            for y in 0..<3 where x != y {
                expected += one[x] * other[y] * Double(weights.quarters(abs(x - y)))
            }
        }
        return expected > 0 ? 1 - Double(observed(weights)) * n / expected : nil
    }

    /// The sum of the distances, in quarters.
    private func observed(_ weights: Weights) -> Int {
        votes(apart: 1) * weights.quarters(1) + votes(apart: 2) * weights.quarters(2)
    }

    /// Kendall's τ_b, −1 to 1: whether the two parties order the roll calls alike. `nil` where one of them always voted the same.
    public var tauB: Double? {
        var balance = 0.0
        for cell in 0..<9 where cells[cell] > 0 {
            for other in cell + 1..<9 {
                let sign = (other / 3 - cell / 3).signum() * (other % 3 - cell % 3).signum()
                balance += Double(sign) * Double(cells[cell]) * Double(cells[other])
            }
        }
        let untied = Self.untiedPairs(rows) * Self.untiedPairs(columns)
        return untied > 0 ? balance / untied.squareRoot() : nil
    }

    /// The pairs of roll calls in which one party voted differently.
    private static func untiedPairs(_ margin: [Int]) -> Double {
        let (a, b, c) = (Double(margin[0]), Double(margin[1]), Double(margin[2]))
        return a * b + a * c + b * c
    }
}
