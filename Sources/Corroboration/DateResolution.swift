import Diplomacy

extension Resolution {
    /// The day, by the weight of the origins whose date it fits; the narrower of two that agree.
    func resolveDate(_ result: inout RegisteredEncounter) {
        let votes = witnesses.indices.compactMap { i -> (witness: Int, value: PartialDate, weight: Double)? in
            guard var date = witnesses[i].claim.date else { return nil }
            date.time = nil
            date.zone = nil
            date.durationMinutes = nil
            var weight = witnesses[i].weight
            if let published = witnesses[i].report.published {
                // nobody reports what is still to come as held
                if witnesses[i].claim.status.happened, date.start > published { weight *= 0.2 }
                // "today" is often the report's day and not the encounter's; a plan for a day gone by is misread
                if witnesses[i].claim.status == .held, date.start == published { weight *= 0.75 }
                if !result.status.happened, date.end <= published, witnesses[i].claim.status != .announced {
                    weight *= 0.4
                }
            }
            // what was planned tells less of what took place
            if result.status.happened, !witnesses[i].claim.status.happened { weight *= 0.4 }
            return (i, date, weight)
        }
        let ballot = Ballot(votes, origins: origins)
        let candidates = ballot.options.map { option in
            (option, ballot.options.reduce(0) { $0 + $1.weight * Self.support($1.value, for: option.value) })
        }
        guard let best = candidates.max(by: { $0.1 < $1.1 }) else { return }
        result.date = best.0.value
        if let told = witnesses.map(\.claim).first(where: {
            $0.date?.time != nil && $0.date?.start == best.0.value.start
        }) {
            result.date?.time = told.date?.time
            result.date?.zone = told.date?.zone
            result.date?.durationMinutes = told.date?.durationMinutes
        }
        let agreeing = votes.filter { $0.value.overlaps(best.0.value) }.map(\.witness)
        explain(&result, "date", best.0.value.text, toldBy: agreeing)
        dispute(date: best.0.value, votes, &result)
    }

    /// How far a date that an origin tells speaks for another, 0 to 1.
    private static func support(_ told: PartialDate, for date: PartialDate) -> Double {
        if told == date { return 1 }
        if told.start <= date.start, date.end <= told.end { return 0.8 }
        if date.start <= told.start, told.end <= date.end { return told.start == date.start ? 0.6 : 0.4 }
        return told.overlaps(date) ? 0.3 : 0
    }

    private func dispute(
        date: PartialDate, _ votes: [(witness: Int, value: PartialDate, weight: Double)],
        _ result: inout RegisteredEncounter
    ) {
        guard date.precision == .day else { return }
        let others = votes.filter { vote in
            guard vote.value.precision == .day, !vote.value.overlaps(date), isNews(vote.witness) else { return false }
            // a plan that was changed is no contradiction
            return witnesses[vote.witness].claim.status.happened == result.status.happened
        }
        guard !others.isEmpty else { return }
        let groups = Dictionary(grouping: others, by: \.value.text)
        let kept = votes.filter { $0.value.overlaps(date) && !groups.keys.contains($0.value.text) }
        var values = [value(date.text, kept.map(\.witness), of: votes.map(\.witness))]
        values += groups.keys.sorted().map { value($0, (groups[$0] ?? []).map(\.witness), of: votes.map(\.witness)) }
        add(.date, values, keeping: date.text, &result)
    }
}

extension PartialDate {
    /// "2025-12-02", "2025-12-01/2025-12-02", "2025-12".
    var text: String {
        start == end || precision == .month || precision == .year ? iso : "\(start.iso)/\(end.iso)"
    }
}
