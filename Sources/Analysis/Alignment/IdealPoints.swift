public import Diplomacy

/// Where members of an assembly stand on the one dimension that best tells their recorded votes apart.
///
/// An ordinal item-response model (M. A. Bailey, A. Strezhnev and E. Voeten, "Estimating Dynamic State Preferences from United Nations
/// Voting Data", Journal of Conflict Resolution 61:2, 2017): each roll call has a discrimination and two cuts of its own, each member a
/// position in each session. Estimated by expectation and maximization in turn, as K. Imai, J. Lo and J. Olmsted do ("Fast Estimation of
/// Ideal Points with Massive Data", American Political Science Review 110:4, 2016), not by simulation: positions by Newton's steps on each
/// member's path, curves by Newton's steps over three points of each position's distribution.
///
/// In each session the positions have mean 0 and standard deviation 1 over the members placed, and the sign is that of the anchor. So a
/// change of one member's position is a change against the others; that all move together cannot be told. The data decide what the
/// dimension is.
public struct IdealPoints: Sendable {
    /// What the estimate depends on beside the votes.
    public struct Settings: Hashable, Sendable {
        /// A member that cast fewer votes in a session is not placed in it.
        public var leastVotes = 5
        /// A session with fewer roll calls on which the vote was divided is left out.
        public var leastRollCalls = 5
        /// A session with fewer members is left out.
        public var leastMembers = 5
        /// The party whose position is positive.
        public var anchor = "USA"
        /// The correlation of a member's positions in successive sessions before any vote is seen, 0 to below 1.
        public var persistence = 0.9
        /// The standard deviation of the normal prior on discriminations. A small one keeps blocs that vote as one from running away.
        public var discriminationSpread = 0.3
        /// The estimate has converged when no position moves by more in a round, in standard deviations of a session.
        public var tolerance = 0.002
        public var mostRounds = 100

        public init() {}
    }

    /// What one roll call tells of positions.
    public struct RollCallEstimate: Hashable, Sendable {
        public var session: Int
        /// As in `RollCall.id`.
        public var id: Int
        /// How fast the vote turns with the position. Positive: who stands on the anchor's side votes no.
        public var discrimination: Double
        /// With position x, yes has the share Φ(yesCut − discrimination · x); `nil` where nobody voted yes.
        public var yesCut: Double?
        /// No has the share 1 − Φ(noCut − discrimination · x); `nil` where nobody voted no. Without abstentions the cuts are the same.
        public var noCut: Double?
    }

    /// A member or, where `party` is `nil`, a whole session that is not placed.
    public struct LeftOut: Hashable, Sendable {
        public var session: Int
        public var party: String?
        /// The votes that the party cast, or the roll calls of the session on which the vote was divided.
        public var count: Int
    }

    /// A position each: whose it is, by session and within it by code.
    public private(set) var parties: [String] = []
    public private(set) var sessions: [Int] = []
    public private(set) var positions: [Double] = []
    /// The quantiles of 5 % and 95 %. They hold the curves for known, so they are a little too narrow.
    public private(set) var lower: [Double] = []
    public private(set) var upper: [Double] = []
    /// By session and id; roll calls on which all votes were the same have none.
    public private(set) var rollCalls: [RollCallEstimate] = []
    /// In the order of sessions and codes.
    public private(set) var leftOut: [LeftOut] = []
    /// The sum of the logarithms of the shares that the model gives to the votes, at the positions found.
    public private(set) var logLikelihood = 0.0
    public private(set) var rounds = 0
    public private(set) var hasConverged = false

    /// Estimates positions from sessions.
    ///
    /// The same sessions give the same numbers, however many threads there are; at most two are used. A round takes time linear in the
    /// votes. Of sessions that share a number the first is used.
    public static func estimate(_ sessions: [VoteSession], settings: Settings = Settings()) async -> IdealPoints {
        var result = IdealPoints()
        var codes: [String] = []
        var fits = result.place(sessions, settings, &codes)
        guard !fits.isEmpty else { return result }
        let spread = max(settings.discriminationSpread, 1e-3)
        let paths = PositionPaths(fits, parties: codes.count, persistence: min(max(settings.persistence, 0), 0.999))
        fits = await inTwo(fits) { $0.start() }
        orient(&fits, anchor: codes.firstIndex(of: settings.anchor))
        while result.rounds < settings.mostRounds, !result.hasConverged {
            let steps = result.rounds == 0 ? 6 : 2
            let before = fits.map(\.positions)
            fits = await inTwo(fits) {
                $0.fitCurves(steps: steps, spread: spread)
                $0.gatherEvidence()
            }
            paths.smooth(&fits)
            fits = await inTwo(fits) { $0.gatherEvidence() }
            paths.smooth(&fits)
            for i in fits.indices { fits[i].standardize() }
            result.rounds += 1
            let moved = zip(before, fits).map { old, fit in zip(old, fit.positions).map { abs($0 - $1) }.max() ?? 0 }
            result.hasConverged = (moved.max() ?? 0) <= settings.tolerance
        }
        fits = await inTwo(fits) { $0.gatherEvidence() }
        if let anchor = codes.firstIndex(of: settings.anchor) {
            let sum = paths.stations[anchor].reduce(0) { $0 + fits[$1.session].positions[$1.member] }
            if sum < 0 { for i in fits.indices { fits[i].reverse() } }
        }
        result.take(fits, codes)
        return result
    }

    /// Sets aside what is not placed and gives each party a number.
    private mutating func place(
        _ sessions: [VoteSession], _ settings: Settings, _ codes: inout [String]
    ) -> [SessionFit] {
        let ordered = sessions.enumerated().sorted {
            ($0.element.number, $0.offset) < ($1.element.number, $1.offset)
        }.map(\.element)
        codes = Set(ordered.flatMap(\.parties)).sorted()
        let numbers = Dictionary(uniqueKeysWithValues: codes.enumerated().map { ($1, $0) })
        var fits: [SessionFit] = []
        var last: Int?
        for session in ordered where session.number != last {
            last = session.number
            var places: [Int] = []
            var few: [LeftOut] = []
            for party in session.parties.indices {
                let cast = session.row(party).count { (1...3).contains($0) }
                if cast >= settings.leastVotes {
                    places.append(party)
                } else {
                    few.append(LeftOut(session: session.number, party: session.parties[party], count: cast))
                }
            }
            let fit = SessionFit(
                session, places: places, numbers: places.map { numbers[session.parties[$0]] ?? 0 })
            if fit.rollCalls.count >= max(settings.leastRollCalls, 1), places.count >= max(settings.leastMembers, 2) {
                fits.append(fit)
                leftOut += few
            } else {
                leftOut.append(LeftOut(session: session.number, party: nil, count: fit.rollCalls.count))
            }
        }
        return fits
    }

    /// Gives the starting positions one sign: the anchor's where it stands clear of the middle, else that of the session before.
    private static func orient(_ fits: inout [SessionFit], anchor: Int?) {
        var former: [Int: Double] = [:]
        for i in fits.indices {
            let now = zip(fits[i].members, fits[i].positions)
            var sign = now.first { $0.0 == anchor }.map(\.1) ?? 0
            if abs(sign) < 0.5 {
                let alike = now.reduce(0) { $0 + (former[$1.0] ?? 0) * $1.1 }
                if alike != 0 { sign = alike }
            }
            if sign < 0 { fits[i].reverse() }
            for (member, position) in zip(fits[i].members, fits[i].positions) { former[member] = position }
        }
    }

    /// Does the same to every session, half of the work beside the other half.
    private static func inTwo(
        _ fits: [SessionFit], _ work: @escaping @Sendable (inout SessionFit) -> Void
    ) async -> [SessionFit] {
        let sizes = fits.map { $0.members.count * $0.rollCalls.count }
        let half = sizes.reduce(0, +) / 2
        var (cut, sum) = (0, 0)
        while cut < fits.count, sum < half {
            sum += sizes[cut]
            cut += 1
        }
        let second = Array(fits[cut...])
        async let later = worked(second, work)
        let earlier = worked(Array(fits[..<cut]), work)
        return await earlier + later
    }

    @Sendable private static func worked(
        _ fits: [SessionFit], _ work: @Sendable (inout SessionFit) -> Void
    ) -> [SessionFit] {
        var fits = fits
        for i in fits.indices { work(&fits[i]) }
        return fits
    }

    private mutating func take(_ fits: [SessionFit], _ codes: [String]) {
        for fit in fits {
            logLikelihood += fit.logLikelihood
            // members stand in the order of their codes
            for (member, party) in fit.members.enumerated() {
                let away = 1.6448536269514722 * fit.variances[member].squareRoot()
                parties.append(codes[party])
                sessions.append(fit.number)
                positions.append(fit.positions[member])
                lower.append(fit.positions[member] - away)
                upper.append(fit.positions[member] + away)
            }
            for (id, curve) in zip(fit.rollCalls, fit.curves) {
                rollCalls.append(
                    RollCallEstimate(
                        session: fit.number, id: id, discrimination: curve.slope, yesCut: curve.yesCut,
                        noCut: curve.noCut))
            }
        }
    }
}
