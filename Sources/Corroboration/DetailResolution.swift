import Diplomacy

// Medium, kind, series, outcome and issues of an encounter.

extension Resolution {
    private func votes<Value>(_ value: (Encounter) -> Value?) -> [(witness: Int, value: Value, weight: Double)] {
        witnesses.indices.compactMap { i in value(witnesses[i].claim).map { (i, $0, witnesses[i].weight) } }
    }

    func resolveMedium(_ result: inout RegisteredEncounter) {
        let told = votes { $0.medium == .unknown ? nil : $0.medium }
        let ballot = Ballot(told, origins: origins)
        guard let winner = ballot.winner else { return }
        result.medium = winner.value
        result.format =
            Ballot(votes { $0.format == .direct || $0.format == .unknown ? nil : $0.format }, origins: origins)
            .winner?.value ?? .direct
        result.via = Set(witnesses.flatMap { $0.claim.via ?? [] }).sorted()
        explain(
            &result, "medium",
            "\(winner.value.rawValue): \(origin(winner.origins)) of \(Set(told.map { origins[$0.witness] }).count).")
        let remote = told.filter { $0.value != winner.value && $0.value != .hybrid && isNews($0.witness) }
        guard !remote.isEmpty, winner.value != .hybrid else { return }
        let groups = Dictionary(grouping: remote, by: \.value.rawValue)
        let everyone = told.map(\.witness)
        var values = [
            value(winner.value.rawValue, told.filter { $0.value == winner.value }.map(\.witness), of: everyone)
        ]
        values += groups.keys.sorted().map { value($0, (groups[$0] ?? []).map(\.witness), of: everyone) }
        add(.kind, values, keeping: winner.value.rawValue, &result)
    }

    /// Of the kinds that fit the medium, the heaviest; a plain "meeting" gives way to a closer word.
    func resolveKind(_ result: inout RegisteredEncounter) {
        let medium = result.medium
        let told = votes { claim -> EncounterKind? in
            Self.fits(claim.kind, medium) ? claim.kind : nil
        }
        let options = Ballot(told, origins: origins).options
        guard let heaviest = options.first else {
            result.kind = medium == .phone ? .call : medium == .video ? .videoConference : .meeting
            return
        }
        let closer = options.first { ![.meeting, .contact, .multilateralMeeting].contains($0.value) }
        let plain = [.meeting, .multilateralMeeting].contains(heaviest.value)
        let kept = plain && (closer?.weight ?? 0) >= heaviest.weight * 0.5 ? closer ?? heaviest : heaviest
        result.kind = kept.value
        explain(
            &result, "kind",
            "\(kept.value.rawValue): \(origin(kept.origins)) of \(Set(told.map { origins[$0.witness] }).count).")
    }

    private static func fits(_ kind: EncounterKind, _ medium: Medium) -> Bool {
        switch kind {
        case .call: medium == .phone || medium == .unknown
        case .videoConference: medium == .video || medium == .unknown
        case .letter: medium == .letter || medium == .unknown
        case .visit, .signing, .contact, .demarche: medium != .phone && medium != .video && medium != .letter
        case .consultation, .summit, .multilateralMeeting, .talks, .meeting: medium != .phone && medium != .letter
        }
    }

    func resolveSeries(_ result: inout RegisteredEncounter) {
        let named = votes { $0.series.map { Series(name: $0.name, code: $0.code, round: nil) } }
        result.series = Ballot(named, origins: origins).winner?.value
        let code = result.series?.code
        let rounds = votes { claim in claim.series?.code == code ? claim.series?.round : nil }
        result.series?.round = Ballot(rounds, origins: origins).winner?.value
        result.within = Ballot(votes { $0.within.map { Gathering(name: $0.name) } }, origins: origins).winner?.value
    }

    // MARK: - Outcome

    func resolveOutcome(_ result: inout RegisteredEncounter) {
        guard result.status.happened else {
            result.outcome = Outcome(kind: .notApplicable)
            return
        }
        let told = votes { claim -> OutcomeKind? in
            claim.status.happened && claim.outcome.kind != .notStated && claim.outcome.kind != .notApplicable
                ? claim.outcome.kind : nil
        }
        let ballot = Ballot(told, origins: origins)
        guard let heaviest = ballot.winner else { return }
        // the weightiest of those that stand well
        let kept =
            ballot.options.filter { $0.weight >= heaviest.weight * 0.6 }
            .min { $0.value.weight < $1.value.weight } ?? heaviest
        result.outcome = witnesses[kept.witnesses[0]].claim.outcome
        result.outcome.span = nil
        result.outcomes = ballot.options.sorted { $0.value.weight < $1.value.weight }.map { option in
            var outcome = witnesses[option.witnesses[0]].claim.outcome
            outcome.span = nil
            return outcome
        }
        explain(
            &result, "outcome",
            "\(kept.value.rawValue): \(origin(kept.origins)) of \(Set(told.map { origins[$0.witness] }).count) that tell one."
        )
        disputeOutcome(told, kept.value, &result)
    }

    /// Outcomes that exclude each other: signed or only declared; agreed or nothing agreed.
    private func disputeOutcome(
        _ told: [(witness: Int, value: OutcomeKind, weight: Double)], _ kept: OutcomeKind,
        _ result: inout RegisteredEncounter
    ) {
        let news = told.filter { isNews($0.witness) }
        let groups = Dictionary(grouping: news, by: \.value)
        let kinds = Array(groups.keys)
        guard kinds.contains(where: { a in kinds.contains { Self.exclude(a, $0) } }) else {
            return disputeSilence(news, kept, &result)
        }
        let everyone = news.map(\.witness)
        let values = kinds.sorted { $0.rawValue < $1.rawValue }
            .map { value($0.rawValue, (groups[$0] ?? []).map(\.witness), of: everyone) }
        add(.outcome, values, keeping: kept.rawValue, &result)
    }

    /// An outcome that one side tells and that the other side's own account does not have.
    private func disputeSilence(
        _ told: [(witness: Int, value: OutcomeKind, weight: Double)], _ kept: OutcomeKind,
        _ result: inout RegisteredEncounter
    ) {
        let telling = told.filter { $0.value == kept }.map(\.witness)
        let sides = Set(telling.compactMap { side(of: $0) })
        let silent = witnesses.indices.filter { i in
            guard isNews(i), witnesses[i].claim.status.happened, witnesses[i].claim.outcome.kind == .notStated,
                let side = side(of: i)
            else { return false }
            return !sides.isEmpty && !sides.contains(side)
        }
        guard !silent.isEmpty else { return }
        let everyone = telling + silent
        add(
            .outcome,
            [
                value(kept.rawValue, telling, of: everyone),
                value(OutcomeKind.notStated.rawValue, silent, of: everyone),
            ], keeping: kept.rawValue, nature: .omission, &result)
    }

    /// The party whose account a report gives: an official publisher's own, or that of the office which it rests on.
    private func side(of witness: Int) -> String? {
        let (report, claim) = (witnesses[witness].report, witnesses[witness].claim)
        let parties = claim.participants.compactMap(\.party)
        let party =
            report.source?.kind == .official
            ? report.source?.country : claim.attributedTo.flatMap { $0.grade == .mediaOnly ? nil : $0.party }
        return party.flatMap { parties.contains($0) ? $0 : nil }
    }

    static func exclude(_ a: OutcomeKind, _ b: OutcomeKind) -> Bool {
        func isNothing(_ kind: OutcomeKind) -> Bool {
            kind == .noneReported || kind == .noAgreement || kind == .brokeDown
        }
        func isAgreed(_ kind: OutcomeKind) -> Bool { kind.weight < OutcomeKind.agreedToContinue.weight }
        if isNothing(a) && isAgreed(b) || isNothing(b) && isAgreed(a) { return true }
        return a == .agreementSigned && (b == .initialled || b == .jointStatement)
            || b == .agreementSigned && (a == .initialled || a == .jointStatement)
    }

    // MARK: - Issues

    /// Every issue that a third of the origins name, or that two do; all of them where there are few.
    func resolveIssues(_ result: inout RegisteredEncounter) {
        var found: [String: (origins: Set<Int>, raised: Set<String>, documents: [String])] = [:]
        for i in witnesses.indices {
            for issue in witnesses[i].claim.issues {
                found[issue.code, default: ([], [], [])].origins.insert(origins[i])
                found[issue.code]?.raised.formUnion(issue.raisedBy ?? [])
                found[issue.code]?.documents.append(witnesses[i].report.document)
            }
        }
        let needed = result.origins >= 5 ? 2 : 1
        let kept = found.filter { $0.value.origins.count >= needed }
        result.issues = kept.sorted { ($1.value.origins.count, $0.key) < ($0.value.origins.count, $1.key) }.map {
            RegisteredIssue(code: $0.key, raisedBy: $0.value.raised.sorted(), documents: $0.value.documents)
        }
        let parties = Set(result.participants.compactMap(\.party))
        result.about = Set(witnesses.flatMap { $0.claim.about.map(\.party) }).subtracting(parties).sorted()
    }
}
