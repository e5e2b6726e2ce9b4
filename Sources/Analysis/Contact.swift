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
    /// Other encounters of that day or visit that are counted with it.
    public var also: [String] = []

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

    /// All encounters that it rests on.
    public var encounters: [String] { [encounter] + also }
}

extension [Contact] {
    /// Contacts of one dyad as they are counted, in the order of days: what took place in person in the days of a visit is a part of
    /// it, and of one day there is one contact, of the highest level among those it is made of.
    ///
    /// What is less precise than a day stands for itself. O(n log n).
    public func counted() -> [Contact] {
        let order = sorted { a, b in
            if a.day != b.day { return a.day < b.day }
            if (a.kind == .visit) != (b.kind == .visit) { return a.kind == .visit }
            let (high, low) = (a.level?.rank ?? .max, b.level?.rank ?? .max)
            return high != low ? high < low : a.encounter < b.encounter
        }
        var counted: [Contact] = []
        // the visit that reaches farthest of those that have begun
        var visit: Int?
        for contact in order {
            guard contact.date.precision == .day else {
                counted.append(contact)
                continue
            }
            let isInPerson = [.inPerson, .unknown].contains(contact.medium) && contact.kind != .visit
            if let place = visit, isInPerson, contact.date.end <= counted[place].date.end {
                counted[place].take(contact)
            } else if let place = counted.lastIndex(where: { $0.date.precision == .day }),
                counted[place].day == contact.day
            {
                counted[place].take(contact)
                if contact.date.end > counted[place].date.end { counted[place].date = contact.date }
            } else {
                counted.append(contact)
            }
            if contact.kind == .visit, let last = counted.lastIndex(where: { $0.date.precision == .day }),
                visit.map({ counted[$0].date.end < counted[last].date.end }) ?? true
            {
                visit = last
            }
        }
        return counted
    }
}

extension Contact {
    fileprivate mutating func take(_ other: Contact) {
        also += other.encounters
        if let level = other.level, level.rank < self.level?.rank ?? .max { self.level = level }
        issues = Set(issues + other.issues).sorted()
        for carrier in other.carriers where !carriers.contains(carrier) { carriers.append(carrier) }
        if series == nil { (series, round) = (other.series, other.round) }
    }
}
