package import Diplomacy

/// One of the values of a field on which reports of an encounter contradict one another.
package struct DisputeRow: Sendable {
    package var encounter: String
    /// The place of the dispute among those of the encounter, and of the value in the dispute, both from 1.
    package var number: Int
    package var rank: Int
    package var dispute: Dispute
    package var value: DisputeValue

    /// The rows of an encounter: its disputes in its order, of each the heaviest value first.
    package static func rows(of encounter: RegisteredEncounter) -> [DisputeRow] {
        encounter.disputes.enumerated().flatMap { number, dispute in
            dispute.values.enumerated().map { rank, value in
                DisputeRow(
                    encounter: encounter.id, number: number + 1, rank: rank + 1, dispute: dispute, value: value)
            }
        }
    }

    package static let table = ExportTable(
        "disputes", "One row for each value of a field on which the reports of an encounter contradict one another.",
        columns, key: ["encounter", "dispute", "rank"], links: [.init("encounter", to: "encounters", "id")])

    package static let columns: [CSV.Column<DisputeRow>] = [
        CSV.Column("encounter", .text, "The encounter: an id of `encounters`.", isRequired: true) {
            .plain($0.encounter)
        },
        CSV.Column("dispute", .integer, "The number of the dispute in the encounter, from 1.", isRequired: true) {
            .number($0.number)
        },
        CSV.Column("rank", .integer, "The place of the value in the dispute, from 1, the heaviest.", isRequired: true) {
            .number($0.rank)
        },
        CSV.Column("field", .one(of: DisputeField.self), "What the dispute is about.", isRequired: true) {
            .plain($0.dispute.field.rawValue)
        },
        CSV.Column("nature", .one(of: DisputeNature.self), "In what way the values differ.", isRequired: true) {
            .plain($0.dispute.nature.rawValue)
        },
        CSV.Column("value", .text, "One of the values that the reports give the field.", isRequired: true) {
            .text($0.value.value)
        },
        CSV.Column(
            "weight", .number, "The share of the reports' weight that is behind the value, 0 to 1.", isRequired: true
        ) { .number($0.value.weight) },
        CSV.Column("kept", .boolean, "Whether the register keeps this value.", isRequired: true) {
            .plain("\($0.dispute.resolved == $0.value.value)")
        },
        CSV.Column("settled", .boolean, "Whether the dispute is settled: one of its values is kept.", isRequired: true)
        {
            .plain("\($0.dispute.resolved != nil)")
        },
        CSV.Column("documents", .list, "The reports that tell the value: documents of `reports`.") {
            .list($0.value.documents)
        },
        CSV.Column("reason", .text, "Why the dispute stands so, in words.") { .text($0.dispute.reason) },
    ]
}
