import Diplomacy

/// Makes one record of the claims of one encounter: each field by the votes of its independent origins, each difference that
/// cannot be true on both sides as a dispute, each choice with its reason.
struct Resolution {
    /// In the order of publication.
    private(set) var witnesses: [Witness]
    /// The origin of each witness, from 0.
    let origins: [Int]
    private var sources = SourceRecords()

    init(_ witnesses: [Witness]) {
        self.witnesses = witnesses.sorted { $0.order < $1.order }
        origins = Origins.numbers(self.witnesses)
    }

    /// The same with each publisher weighed by its record as well.
    func weighed(by sources: SourceRecords) -> Resolution {
        var result = self
        result.sources = sources
        for i in witnesses.indices { result.witnesses[i].weight *= sources.factor(of: witnesses[i].report.source) }
        return result
    }

    func encounter(id: String) -> RegisteredEncounter {
        var result = RegisteredEncounter(
            id: id, kind: .meeting, medium: .unknown, status: .held, outcome: Outcome(kind: .notStated))
        // who mentions an encounter in passing counts only where nobody reports it
        let news = witnesses.indices.filter(isNews)
        result.origins = Set((news.isEmpty ? Array(witnesses.indices) : news).map { origins[$0] }).count
        result.reports = witnesses.indices.map { i in
            EncounterReport(document: witnesses[i].report.document, origin: origins[i] + 1, claim: witnesses[i].claim)
        }
        resolveStatus(&result)
        resolveMedium(&result)
        resolveKind(&result)
        resolveDate(&result)
        resolvePlace(&result)
        resolveParticipants(&result)
        resolveSeries(&result)
        resolveOutcome(&result)
        resolveIssues(&result)
        result.confidence = confidence(result)
        return result
    }

    // MARK: - Words and weights

    func explain(_ result: inout RegisteredEncounter, _ field: String, _ reason: String) {
        result.reasons.append(FieldReason(field: field, reason: reason))
    }

    /// Gives the reason of a value: how many origins of the witnesses that agree with it tell it.
    func explain(_ result: inout RegisteredEncounter, _ field: String, _ value: String, toldBy agreeing: [Int]) {
        let count = Set(agreeing.map { origins[$0] }).count
        explain(&result, field, "\(value): \(origin(count)) \(count == 1 ? "says" : "say") so.")
    }

    /// Whether a report tells the encounter as its news.
    func isNews(_ witness: Int) -> Bool { witnesses[witness].claim.principal || witnesses[witness].claim.reported }

    /// "one origin", "3 origins"
    func origin(_ count: Int) -> String { count == 1 ? "one origin" : "\(count) origins" }

    /// The weight of the origins of some witnesses, each origin by its heaviest.
    func weight(_ members: [Int]) -> Double {
        Dictionary(grouping: members, by: { origins[$0] }).sorted { $0.key < $1.key }
            .reduce(0) { $0 + ($1.value.map { witnesses[$0].weight }.max() ?? 0) }
    }

    /// A value in dispute with its share of the weight of all who tell the field.
    func value(_ value: String, _ members: [Int], of everyone: [Int]) -> DisputeValue {
        let total = weight(everyone)
        let share = total > 0 ? min(1, weight(members) / total) : 0
        return DisputeValue(
            value: value, documents: members.sorted().map { witnesses[$0].report.document },
            weight: (share * 100).rounded() / 100)
    }

    /// Adds a dispute; it stays open where no value has more than three fifths of the weight.
    func add(
        _ field: DisputeField, _ values: [DisputeValue], keeping winner: String, nature: DisputeNature? = nil,
        _ result: inout RegisteredEncounter
    ) {
        let told = values.filter { !$0.documents.isEmpty }
            .sorted { ($1.weight, $0.value) < ($0.weight, $1.value) }
        guard told.count > 1 else { return }
        let kept = told.first { $0.value == winner }
        let isSettled = (kept?.weight ?? 0) >= 0.6 || kept != nil && nature != nil
        result.disputes.append(
            Dispute(
                field: field, nature: nature ?? .contradiction, values: told, resolved: isSettled ? winner : nil,
                reason: reason(told, kept: isSettled ? kept : nil)))
    }

    private func reason(_ values: [DisputeValue], kept: DisputeValue?) -> String {
        func count(_ value: DisputeValue) -> Int {
            Set(
                witnesses.indices.filter { value.documents.contains(witnesses[$0].report.document) }.map { origins[$0] }
            )
            .count
        }
        func words(_ value: DisputeValue) -> String {
            let names = value.documents.prefix(3).map { document in
                witnesses.first { $0.report.document == document }?.report.source?.name ?? document
            }
            let more = value.documents.count > 3 ? " and \(value.documents.count - 3) more" : ""
            return "\(names.joined(separator: ", "))\(more)"
        }
        guard let kept else {
            return values.map { "\($0.value) by \(origin(count($0))) (\(words($0)))" }.joined(separator: "; ")
                + ". Neither side has enough weight to settle it." + records(values)
        }
        let others = values.filter { $0 != kept }.map { "\($0.value) by \(words($0))" }.joined(separator: ", ")
        return "\(kept.value) is told by \(origin(count(kept))) (\(words(kept))), \(others); "
            + "\(kept.value) has \(Int((kept.weight * 100).rounded())) of 100 of the weight." + records(values)
    }

    /// Which publishers of some values count for less by their records: " By its record the Globe counts .8 of its kind."
    private func records(_ values: [DisputeValue]) -> String {
        let documents = Set(values.flatMap(\.documents))
        var told: Set<String> = []
        return witnesses.filter { documents.contains($0.report.document) }.compactMap { witness in
            let step = Int((sources.factor(of: witness.report.source) * 100).rounded())
            guard step < 90, let name = witness.report.source?.name, told.insert(name).inserted else { return nil }
            return " By its record \(name) counts \(step) of 100."
        }.joined()
    }

    // MARK: - Confidence

    /// From the best report's weight, the number of origins and the disputes.
    private func confidence(_ result: RegisteredEncounter) -> Double {
        var doubt = 1.0
        for group in Dictionary(grouping: witnesses.indices, by: { origins[$0] }).sorted(by: { $0.key < $1.key }) {
            let best = group.value.map { witnesses[$0].weight }.max() ?? 0
            doubt *= 1 - min(0.85, best * 0.8)
        }
        for dispute in result.disputes where dispute.resolved == nil { doubt = min(1, doubt + 0.1) }
        return min(0.99, ((1 - doubt) * 100).rounded() / 100)
    }
}
