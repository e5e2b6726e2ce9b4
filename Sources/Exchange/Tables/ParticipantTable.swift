package import Diplomacy

/// One who took part in an encounter.
package struct ParticipantRow: Sendable {
    package var encounter: String
    /// The place among the participants of the encounter, from 1.
    package var number: Int
    package var participant: Participant

    /// The rows of an encounter, in its order.
    package static func rows(of encounter: RegisteredEncounter) -> [ParticipantRow] {
        encounter.participants.enumerated().map {
            ParticipantRow(encounter: encounter.id, number: $0 + 1, participant: $1)
        }
    }

    package static let table = ExportTable(
        "participants", "One row for each person, or each party without a named person, in an encounter.", columns,
        key: ["encounter", "number"], links: [.init("encounter", to: "encounters", "id")])

    package static let columns: [CSV.Column<ParticipantRow>] = [
        CSV.Column("encounter", .text, "The encounter: an id of `encounters`.", isRequired: true) {
            .plain($0.encounter)
        },
        CSV.Column(
            "number", .integer, "The place among the participants of the encounter, from 1.", isRequired: true
        ) { .number($0.number) },
        CSV.Column("party", .text, "The party: ISO 3166-1 alpha-3, or the code of an organisation or group.") {
            .text($0.participant.party)
        },
        CSV.Column("authority", .text, "The de facto government that acts for the party, where there is one.") {
            .text($0.participant.authority)
        },
        CSV.Column("person", .text, "The person's name as the lexicon writes it; empty for a party without one.") {
            .text($0.participant.person)
        },
        CSV.Column("office", .text, "The office in which the person takes part.") { .text($0.participant.office) },
        CSV.Column("sector", .text, "PLOVER's sector of the participant: GOV, MIL, IGO and so on.") {
            .plain($0.participant.sector)
        },
        CSV.Column("level", .one(of: Level.self), "The rank of the participant.") {
            .plain($0.participant.level?.rawValue)
        },
        CSV.Column("standing", .one(of: Standing.self), "How the person stands to the office.") {
            .plain($0.participant.standing?.rawValue)
        },
        CSV.Column("role", .one(of: Role.self), "The part that the participant plays.") {
            .plain($0.participant.role?.rawValue)
        },
        CSV.Column("lead", .boolean, "Whether the participant leads its side.", isRequired: true) {
            .plain("\($0.participant.lead)")
        },
        CSV.Column(
            "basis", .text,
            "`lexicon` where reports name the office alone and the lexicon its holder on that day, `curated` by decision."
        ) { .plain($0.participant.basis) },
    ]
}
