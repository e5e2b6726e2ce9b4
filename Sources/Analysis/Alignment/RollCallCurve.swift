import Diplomacy
import Glibc

/// How the vote on one roll call depends on the position of who casts it: an ordered probit.
///
/// With a position x, a slope b and two cuts, yes has the share Φ(yes − b x), no the share 1 − Φ(no − b x), abstention what is between.
/// Where only two of the three votes were cast there is one cut between these two, and the third vote has no share.
struct RollCallCurve: Sendable {
    /// Which votes were cast.
    enum Shape: Sendable {
        case all
        case yesAndNo
        case yesAndAbstain
        case abstainAndNo

        /// `nil` where all votes are the same: such a roll call tells nothing of positions.
        init?(yes: Int, abstain: Int, no: Int) {
            switch (yes > 0, abstain > 0, no > 0) {
            case (true, true, true): self = .all
            case (true, false, true): self = .yesAndNo
            case (true, true, false): self = .yesAndAbstain
            case (false, true, true): self = .abstainAndNo
            default: return nil
            }
        }
    }

    /// A vote as the curve knows it: below the lower cut, between the cuts, above the upper one.
    enum Side { case below, between, above }

    /// What one vote tells: the logarithm of its share, its slope and its curvature in the two cuts.
    struct Evidence {
        var logShare = 0.0
        var slopeLower = 0.0
        var slopeUpper = 0.0
        var lowerLower = 0.0
        var upperUpper = 0.0
        var lowerUpper = 0.0

        /// The slope in the position, over −b.
        var slope: Double { slopeLower + slopeUpper }
        /// The curvature in the position, over b², at least 0.
        var curvature: Double { max(0, lowerLower + 2 * lowerUpper + upperUpper) }
    }

    /// The least distance of two cuts.
    static let leastGap = 0.005
    /// The spread of the normal prior on cuts.
    static let cutSpread = 5.0

    let shape: Shape
    /// With one cut both are the same.
    private(set) var lower: Double
    private(set) var upper: Double
    private(set) var slope = 0.0

    /// A curve that fits the shares of the votes whatever the position.
    init?(yes: Int, abstain: Int, no: Int) {
        guard let shape = Shape(yes: yes, abstain: abstain, no: no) else { return nil }
        self.shape = shape
        let all = Double(yes + abstain + no)
        let below = Double(shape == .abstainAndNo ? abstain : yes) / all
        let beside = shape == .all ? below + Double(abstain) / all : below
        lower = Special.normalQuantile(min(max(below, 0.02), 0.97))
        upper = shape == .all ? Special.normalQuantile(min(max(beside, 0.03), 0.98)) : lower
        if shape == .all { upper = max(upper, lower + Self.leastGap) }
    }

    /// The cut above yes; `nil` where nobody voted yes.
    var yesCut: Double? { shape == .abstainAndNo ? nil : lower }
    /// The cut below no; `nil` where nobody voted no.
    var noCut: Double? { shape == .yesAndAbstain ? nil : upper }

    /// `nil` where no vote was cast.
    func side(_ vote: UInt8) -> Side? {
        switch vote {
        case 1: .below
        case 3: .above
        case 2: shape == .all ? .between : shape == .abstainAndNo ? .below : .above
        default: nil
        }
    }

    /// What a vote tells at a position.
    @inline(__always)
    func evidence(_ side: Side, at position: Double) -> Evidence {
        var evidence = Evidence()
        switch side {
        case .below:
            let z = lower - slope * position
            let ratio = Self.ratio(z)
            evidence.logShare = ratio.logShare
            evidence.slopeLower = ratio.value
            evidence.lowerLower = ratio.value * (ratio.value + z)
        case .above:
            let z = slope * position - upper
            let ratio = Self.ratio(z)
            evidence.logShare = ratio.logShare
            evidence.slopeUpper = -ratio.value
            evidence.upperUpper = ratio.value * (ratio.value + z)
        case .between:
            let (low, high) = (lower - slope * position, upper - slope * position)
            // the smaller tails, lest their difference be lost
            let difference =
                low > 0
                ? Special.normalShare(-low) - Special.normalShare(-high)
                : Special.normalShare(high) - Special.normalShare(low)
            let share = max(difference, 1e-290)
            let (atLow, atHigh) = (Special.normalDensity(low) / share, Special.normalDensity(high) / share)
            evidence.logShare = log(share)
            evidence.slopeLower = -atLow
            evidence.slopeUpper = atHigh
            evidence.lowerLower = atLow * atLow - low * atLow
            evidence.upperUpper = atHigh * atHigh + high * atHigh
            evidence.lowerUpper = -atLow * atHigh
        }
        return evidence
    }

    /// φ(z) / Φ(z) and ln Φ(z); far out by the first terms of the asymptotic series (DLMF 7.12.1).
    @inline(__always)
    private static func ratio(_ z: Double) -> (value: Double, logShare: Double) {
        if z < -30 {
            return (-z + 1 / -z, -z * z / 2 - log(-z) - 0.918938533204672742)
        }
        let share = Special.normalShare(z)
        return (Special.normalDensity(z) / share, log(share))
    }

    // MARK: - Fitting

    /// Sums over votes of what moves the cuts and the slope.
    struct Sums {
        var gradient = SIMD4<Double>.zero
        /// lower-lower, upper-upper, lower-upper, lower-slope; then upper-slope and slope-slope.
        var curvature = SIMD4<Double>.zero
        var slopes = SIMD2<Double>.zero

        @inline(__always)
        mutating func add(_ evidence: Evidence, at x: Double, weight: Double) {
            gradient += weight * SIMD4(evidence.slopeLower, evidence.slopeUpper, -evidence.slope * x, 0)
            curvature +=
                weight
                * SIMD4(
                    evidence.lowerLower, evidence.upperUpper, evidence.lowerUpper,
                    -(evidence.lowerLower + evidence.lowerUpper) * x)
            slopes += weight * SIMD2(-(evidence.upperUpper + evidence.lowerUpper) * x, evidence.curvature * x * x)
        }
    }

    /// One step of Newton's method towards the mode of the votes and the prior, at most 1 in each direction.
    ///
    /// - Parameter spread: the standard deviation of the normal prior on the slope.
    mutating func step(_ sums: Sums, spread: Double) {
        let cutPrior = 1 / (Self.cutSpread * Self.cutSpread)
        let slopePrior = 1 / (spread * spread)
        let slopeGradient = sums.gradient[2] - slope * slopePrior
        let slopeSlope = sums.slopes[1] + slopePrior
        guard shape == .all else {
            // one cut, which takes what both take
            let gradient = sums.gradient[0] + sums.gradient[1] - lower * cutPrior
            let cutCut = sums.curvature[0] + sums.curvature[1] + 2 * sums.curvature[2] + cutPrior
            let cross = sums.curvature[3] + sums.slopes[0]
            let determinant = cutCut * slopeSlope - cross * cross
            guard determinant > 0 else { return }
            lower += Self.bounded((slopeSlope * gradient - cross * slopeGradient) / determinant)
            upper = lower
            slope += Self.bounded((cutCut * slopeGradient - cross * gradient) / determinant)
            return
        }
        // Cholesky's factors of the three by three curvature
        let (a, b) = (sums.curvature[0] + cutPrior, sums.curvature[1] + cutPrior)
        let (ab, ac, bc) = (sums.curvature[2], sums.curvature[3], sums.slopes[0])
        let l00 = a.squareRoot()
        let (l10, l20) = (ab / l00, ac / l00)
        let l11 = (b - l10 * l10).squareRoot()
        let l21 = (bc - l20 * l10) / l11
        let l22 = (slopeSlope - l20 * l20 - l21 * l21).squareRoot()
        let y0 = (sums.gradient[0] - lower * cutPrior) / l00
        let y1 = (sums.gradient[1] - upper * cutPrior - l10 * y0) / l11
        let y2 = (slopeGradient - l20 * y0 - l21 * y1) / l22
        let dSlope = y2 / l22
        let dUpper = (y1 - l21 * dSlope) / l11
        let dLower = (y0 - l10 * dUpper - l20 * dSlope) / l00
        guard dSlope.isFinite, dUpper.isFinite, dLower.isFinite else { return }
        slope += Self.bounded(dSlope)
        var part = 1.0
        while part > 0.01, upper - lower + part * (Self.bounded(dUpper) - Self.bounded(dLower)) < Self.leastGap {
            part /= 2
        }
        guard part > 0.01 else { return }
        lower += part * Self.bounded(dLower)
        upper += part * Self.bounded(dUpper)
    }

    private static func bounded(_ step: Double) -> Double { min(max(step, -1), 1) }

    // MARK: - Scales

    /// The same curve for positions of which `mean` was taken and which were then divided by `deviation`.
    mutating func rescale(mean: Double, deviation: Double) {
        lower -= slope * mean
        upper -= slope * mean
        slope *= deviation
    }

    /// The same curve for positions of the other sign.
    mutating func reverse() { slope = -slope }
}
