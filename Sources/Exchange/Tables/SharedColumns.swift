import Diplomacy

// Columns that several tables have.

extension CSV {
    /// - Parameter what: of what the days are: "the encounter".
    static func dates<Row>(_ what: String, _ date: @escaping @Sendable (Row) -> PartialDate?) -> [Column<Row>] {
        [
            Column(
                "date_start", .day,
                "The first day on which \(what) can have been, or its first day; empty where nothing is told."
            ) { .plain(date($0)?.start.iso) },
            Column("date_end", .day, "The last such day; the same as date_start for a single day.") {
                .plain(date($0)?.end.iso)
            },
            Column(
                "date_precision", .one(of: DatePrecision.self),
                "How much of the date is told: a day means that date_start to date_end is how long it lasted, all else that it was some day between."
            ) { .plain(date($0)?.precision.rawValue) },
        ]
    }

    static func places<Row>(_ what: String, _ place: @escaping @Sendable (Row) -> Place?) -> [Column<Row>] {
        [
            Column("place", .text, "The town or place of \(what), as the gazetteer writes it.") {
                .text(place($0)?.name)
            },
            Column("country", .text, "The country of the place: ISO 3166-1 alpha-3, or the code of a territory.") {
                .text(place($0)?.country)
            },
            Column("latitude", .number, "Degrees north of the place, -90 to 90; of a country nothing is told.") {
                .number(place($0)?.latitude)
            },
            Column("longitude", .number, "Degrees east of the place, -180 to 180.") { .number(place($0)?.longitude) },
        ]
    }

    static func actor<Row>(
        _ name: String, _ what: String, _ actor: @escaping @Sendable (Row) -> EventActor?
    ) -> [Column<Row>] {
        [
            Column("\(name)_party", .text, "The party \(what): ISO 3166-1 alpha-3, or the code of an organisation.") {
                .text(actor($0)?.party)
            },
            Column("\(name)_sector", .text, "PLOVER's sector of the actor \(what): GOV, MIL, REB, CVL and so on.") {
                .text(actor($0)?.sector)
            },
            Column("\(name)_person", .text, "The person \(what), where one is named.") { .text(actor($0)?.person) },
            Column("\(name)_text", .text, "The words of the report that name the actor \(what).") {
                .text(actor($0)?.text)
            },
        ]
    }

    /// What an encounter of the register and a report's claim of one have in common.
    static func course<Row>(_ status: @escaping @Sendable (Row) -> (Status, EncounterKind, Medium, Format, Level?))
        -> [Column<Row>]
    {
        [
            Column(
                "status", .one(of: Status.self), "How far it came: announced, held, cancelled and so on.",
                isRequired: true
            ) {
                .plain(status($0).0.rawValue)
            },
            Column("kind", .one(of: EncounterKind.self), "What sort of contact it was.", isRequired: true) {
                .plain(status($0).1.rawValue)
            },
            Column("medium", .one(of: Medium.self), "By what means the parties were in contact.", isRequired: true) {
                .plain(status($0).2.rawValue)
            },
            Column(
                "format", .one(of: Format.self),
                "Whether the parties dealt with each other directly or through others.",
                isRequired: true
            ) { .plain(status($0).3.rawValue) },
            Column("level", .one(of: Level.self), "The rank of the encounter: the lower of its two leads.") {
                .plain(status($0).4?.rawValue)
            },
        ]
    }

    static func substance<Row>(
        _ told: @escaping @Sendable (Row) -> (participants: [Participant], issues: [String], outcome: OutcomeKind)
    ) -> [Column<Row>] {
        [
            Column(
                "parties", .list,
                "The codes of the parties that took part, each once, in the order of the participants."
            ) {
                .list(parties(told($0).participants))
            },
            Column("persons", .list, "The persons who took part, where they are named.") {
                .list(told($0).participants.compactMap(\.person))
            },
            Column("issues", .list, "The codes of the issues that were on the agenda.") { .list(told($0).issues) },
            Column("outcome", .one(of: OutcomeKind.self), "The weightiest thing that came of it.", isRequired: true) {
                .plain(told($0).outcome.rawValue)
            },
        ]
    }

    /// Each party once, in the order of the participants.
    static func parties(_ participants: [Participant]) -> [String] {
        participants.compactMap(\.party).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }
}
