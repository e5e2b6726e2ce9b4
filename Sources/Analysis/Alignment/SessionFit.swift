import Diplomacy

/// One session while positions are estimated: its votes, its roll calls' curves, where its members stand.
struct SessionFit: Sendable {
    let number: Int
    /// Numbers of the members that are placed, among all parties.
    let members: [Int]
    /// Ids of the roll calls that tell something.
    let rollCalls: [Int]
    /// A row a roll call, a column a member: raw values of `Vote`, or 0.
    private let votes: [UInt8]
    private(set) var curves: [RollCallCurve]
    /// A member each.
    var positions: [Double]
    var variances: [Double]
    /// The slope and the curvature of the log-likelihood in each member's position.
    private(set) var slopes: [Double]
    private(set) var curvatures: [Double]
    private(set) var logLikelihood = 0.0

    /// A session's votes of some of its members.
    ///
    /// - Parameters:
    ///   - places: the members' places in `session.parties`.
    ///   - numbers: the same members' numbers among all parties.
    init(_ session: VoteSession, places: [Int], numbers: [Int]) {
        number = session.number
        members = numbers
        var votes: [UInt8] = []
        var curves: [RollCallCurve] = []
        var ids: [Int] = []
        let width = session.rollCalls.count
        /// A vote, or 0 for whatever is none.
        func cast(_ place: Int, _ call: Int) -> UInt8 {
            let vote = session.votes[place * width + call]
            return vote <= 3 ? vote : 0
        }
        for call in session.rollCalls.indices {
            var counts = [0, 0, 0, 0]
            for place in places { counts[Int(cast(place, call))] += 1 }
            guard let curve = RollCallCurve(yes: counts[1], abstain: counts[2], no: counts[3]) else { continue }
            curves.append(curve)
            ids.append(session.rollCalls[call].id)
            for place in places { votes.append(cast(place, call)) }
        }
        self.votes = votes
        self.curves = curves
        rollCalls = ids
        positions = [Double](repeating: 0, count: numbers.count)
        variances = [Double](repeating: 0.1, count: numbers.count)
        slopes = positions
        curvatures = positions
    }

    // MARK: - Start

    /// Places the members by the first singular vector of the votes less each roll call's mean; an absence is 0. Mean 0, deviation 1.
    mutating func start() {
        let (n, m) = (members.count, rollCalls.count)
        var centred = [Double](repeating: 0, count: n * m)
        for call in 0..<m {
            var (sum, count) = (0.0, 0.0)
            for vote in votes[call * n..<(call + 1) * n] where vote != 0 {
                sum += Double(vote)
                count += 1
            }
            for member in 0..<n where votes[call * n + member] != 0 {
                centred[call * n + member] = Double(votes[call * n + member]) - sum / count
            }
        }
        var chance = SeededChance(seed: UInt64(truncatingIfNeeded: number))
        var vector = (0..<n).map { _ in chance.unit() - 0.5 }
        for _ in 0..<Self.powerSteps {
            var next = [Double](repeating: 0, count: n)
            for call in 0..<m {
                var product = 0.0
                for member in 0..<n { product += centred[call * n + member] * vector[member] }
                for member in 0..<n { next[member] += product * centred[call * n + member] }
            }
            let norm = next.reduce(0) { $0 + $1 * $1 }.squareRoot()
            guard norm > 0 else { break }
            vector = next.map { $0 / norm }
        }
        positions = vector
        _ = standardize()
    }

    private static let powerSteps = 60

    /// Gives the positions mean 0 and deviation 1, and the curves what goes with it.
    ///
    /// - Returns: whether the positions differ at all; else nothing is done.
    @discardableResult
    mutating func standardize() -> Bool {
        let n = Double(members.count)
        let mean = positions.reduce(0, +) / n
        let deviation = (positions.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / n).squareRoot()
        guard deviation > 1e-9, deviation.isFinite else { return false }
        for i in positions.indices {
            positions[i] = (positions[i] - mean) / deviation
            variances[i] /= deviation * deviation
        }
        for i in curves.indices { curves[i].rescale(mean: mean, deviation: deviation) }
        return true
    }

    mutating func reverse() {
        for i in positions.indices { positions[i] = -positions[i] }
        for i in curves.indices { curves[i].reverse() }
    }

    // MARK: - Steps

    /// Moves the curves towards their mode given the members' positions and how uncertain these are (Gauss and Hermite's rule of three
    /// points).
    mutating func fitCurves(steps: Int, spread: Double) {
        let n = members.count
        let root = 3.0.squareRoot()
        let deviations = variances.map { $0.squareRoot() }
        for call in curves.indices {
            for _ in 0..<steps {
                var sums = RollCallCurve.Sums()
                let curve = curves[call]
                for member in 0..<n {
                    guard let side = curve.side(votes[call * n + member]) else { continue }
                    let (x, away) = (positions[member], root * deviations[member])
                    sums.add(curve.evidence(side, at: x), at: x, weight: 2.0 / 3)
                    sums.add(curve.evidence(side, at: x - away), at: x - away, weight: 1.0 / 6)
                    sums.add(curve.evidence(side, at: x + away), at: x + away, weight: 1.0 / 6)
                }
                curves[call].step(sums, spread: spread)
            }
        }
    }

    /// Finds what the votes say of each member's position.
    mutating func gatherEvidence() {
        let n = members.count
        for i in 0..<n {
            slopes[i] = 0
            curvatures[i] = 0
        }
        logLikelihood = 0
        for call in curves.indices {
            let curve = curves[call]
            for member in 0..<n {
                guard let side = curve.side(votes[call * n + member]) else { continue }
                let evidence = curve.evidence(side, at: positions[member])
                logLikelihood += evidence.logShare
                slopes[member] -= curve.slope * evidence.slope
                curvatures[member] += curve.slope * curve.slope * evidence.curvature
            }
        }
    }
}
