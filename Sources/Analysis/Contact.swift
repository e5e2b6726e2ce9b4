public import Diplomacy

/// One contact of a dyad or of a standing dialogue, as the register counts it: an encounter that was held, between officials (sector GOV or
/// MIL) who were incumbent or acting on both sides. A visit and what took place in its course are one contact a day.
public struct Contact: Hashable, Sendable {
    /// Somebody who carried a contact for one of the parties.
    public struct Carrier: Hashable, Sendable {
        public var person: String
        public var party: String

        public init(person: String, party: String) {
            self.person = person
            self.party = party
        }
    }

    /// The id of the encounter that it rests on.
    public var encounter: String
    /// When; contacts whose date is less precise than a year are not counted.
    public var date: PartialDate
    public var kind: EncounterKind
    public var medium: Medium
    /// The lower of the two leads' levels; `nil` where the reports do not tell it.
    public var level: Level?
    /// How many parties took part, at least two.
    public var parties: Int
    /// Codes of the issues that were on the table, sorted.
    public var issues: [String]
    /// The leads of the sides, where they are named.
    public var carriers: [Carrier]
    /// The standing dialogue that it is a round of, and the round's number.
    public var series: String?
    public var round: Int?

    public init(
        encounter: String, date: PartialDate, kind: EncounterKind, medium: Medium, level: Level? = nil,
        parties: Int = 2,
        issues: [String] = [], carriers: [Carrier] = [], series: String? = nil, round: Int? = nil
    ) {
        self.encounter = encounter
        self.date = date
        self.kind = kind
        self.medium = medium
        self.level = level
        self.parties = parties
        self.issues = issues
        self.carriers = carriers
        self.series = series
        self.round = round
    }

    /// The first day of its date, by which it is ordered and counted.
    public var day: Day { date.start }
}
