import Glibc

/// Members' positions over the sessions: each stays near where it was, and is drawn a little to the middle.
///
/// Before any vote a position is normal with mean 0 and variance 1 in every session, and two of a member's positions g sessions apart have
/// the correlation ρ to the power g. What the votes of a session say is taken for normal around the present estimate (Laplace); filter and
/// smoother of Kalman, and of Rauch, Tung and Striebel, bring both together, which is one step of Newton's method on the whole path.
struct PositionPaths: Sendable {
    let persistence: Double
    /// For each party, its sessions' places and its own place among that session's members, in the order of the sessions.
    let stations: [[(session: Int, member: Int)]]

    init(_ sessions: [SessionFit], parties: Int, persistence: Double) {
        self.persistence = persistence
        var stations = [[(session: Int, member: Int)]](repeating: [], count: parties)
        for (place, session) in sessions.enumerated() {
            for (member, party) in session.members.enumerated() { stations[party].append((place, member)) }
        }
        self.stations = stations
    }

    /// Moves all positions, at most 1 each, and sets their variances. Linear in the positions.
    func smooth(_ sessions: inout [SessionFit]) {
        for path in stations where !path.isEmpty { smooth(path, &sessions) }
    }

    private func smooth(_ path: [(session: Int, member: Int)], _ sessions: inout [SessionFit]) {
        // before and after the votes of each session
        var expected: [(mean: Double, variance: Double, carry: Double)] = []
        var found: [(mean: Double, variance: Double)] = []
        for (i, station) in path.enumerated() {
            let session = sessions[station.session]
            var prior = (mean: 0.0, variance: 1.0, carry: 0.0)
            if i > 0 {
                let gap = Double(session.number) - Double(sessions[path[i - 1].session].number)
                prior.carry = pow(persistence, max(gap, 0))
                prior.mean = prior.carry * found[i - 1].mean
                prior.variance =
                    prior.carry * prior.carry * found[i - 1].variance + 1 - prior.carry * prior.carry
            }
            let (slope, curvature) = (session.slopes[station.member], session.curvatures[station.member])
            let variance = prior.variance / (prior.variance * curvature + 1)
            let away = session.positions[station.member] - prior.mean
            expected.append(prior)
            found.append((prior.mean + variance * (curvature * away + slope), variance))
        }
        var later: (mean: Double, variance: Double)?
        for i in path.indices.reversed() {
            var now = found[i]
            if let next = later {
                let ahead = expected[i + 1]
                let gain = ahead.variance > 0 ? ahead.carry * now.variance / ahead.variance : 0
                now.mean += gain * (next.mean - ahead.mean)
                now.variance += gain * gain * (next.variance - ahead.variance)
            }
            later = now
            let station = path[i]
            let before = sessions[station.session].positions[station.member]
            sessions[station.session].positions[station.member] = before + min(max(now.mean - before, -1), 1)
            sessions[station.session].variances[station.member] = now.variance
        }
    }
}
