import Diplomacy

extension Resolution {
    /// Where the encounter stands in its course. What was reported later outranks what was announced; that it took place and
    /// that it did not is a dispute.
    func resolveStatus(_ result: inout RegisteredEncounter) {
        let votes = witnesses.indices.map { i in
            (witness: i, value: witnesses[i].claim.status, weight: witnesses[i].weight)
        }
        let ballot = Ballot(votes, origins: origins)
        let held = ballot.options.filter { $0.value.happened }.reduce(0) { $0 + $1.weight }
        let fates = ballot.options.filter { $0.value.isFate }
        let fate = fates.reduce(0) { $0 + $1.weight }
        let winner: Status
        if held == 0, fate == 0 {
            winner = ballot.options.contains { $0.value == .announced } ? .announced : .proposed
        } else if held >= fate {
            let isUnderWay = ballot.options.allSatisfy { $0.value != .held } && held > 0
            winner = isUnderWay ? .underWay : .held
        } else {
            // a meeting put off is often told as called off; that a new day is looked for is the closer statement
            let moved = fates.filter { $0.value == .postponed }.reduce(0) { $0 + $1.weight * 1.3 }
            let heaviest = fates.filter { $0.value != .denied || fates.count == 1 }.first
            winner = moved >= heaviest?.weight ?? 0 && moved > 0 ? .postponed : heaviest?.value ?? .denied
        }
        result.status = winner
        explain(&result, "status", winner.rawValue, toldBy: votes.filter { $0.value == winner }.map(\.witness))
        disputeStatus(votes, &result)
        resolveProgress(&result)
    }

    private func disputeStatus(
        _ votes: [(witness: Int, value: Status, weight: Double)], _ result: inout RegisteredEncounter
    ) {
        let final = votes.filter { vote in
            (vote.value.happened || vote.value.isFate) && isNews(vote.witness)
        }
        let groups = Dictionary(grouping: final) { $0.value == .underWay ? Status.held : $0.value }
        guard groups.count > 1 else { return }
        let everyone = final.map(\.witness)
        let values = groups.keys.sorted { $0.rawValue < $1.rawValue }.map { status in
            value(status.rawValue, (groups[status] ?? []).map(\.witness), of: everyone)
        }
        // that it was no real meeting is about its kind
        let isDescription = groups.count == 2 && groups[.held] != nil && groups[.denied] != nil
        add(
            isDescription ? .kind : .status, values, keeping: result.status.rawValue,
            nature: isDescription ? .denial : nil,
            &result)
    }

    /// The course of the encounter: each status with its first report, in the order of a course.
    private func resolveProgress(_ result: inout RegisteredEncounter) {
        let groups = Dictionary(grouping: witnesses.indices) { witnesses[$0].claim.status }
        let course: [Status] = [
            .proposed, .announced, .postponed, .suspended, .cancelled, .declined, .denied, .underWay, .held, .lapsed,
        ]
        result.progress = course.compactMap { status in
            guard let members = groups[status] else { return nil }
            return ProgressStep(
                status: status, date: members.compactMap { witnesses[$0].report.published }.min(),
                documents: members.map { witnesses[$0].report.document })
        }
    }
}

extension Status {
    /// Whether it says that something came between.
    var isFate: Bool {
        switch self {
        case .postponed, .suspended, .cancelled, .declined, .denied: true
        case .held, .underWay, .announced, .proposed, .lapsed: false
        }
    }
}
