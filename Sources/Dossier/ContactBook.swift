package import Analysis
package import Corroboration
package import Diplomacy
package import Register

/// What the register holds of a dyad's contacts: those that count, and those that are shown apart.
package struct ContactBook: Sendable {
    /// As they are counted (`[Contact].counted()`), in the order of days.
    package var contacts: [Contact] = []
    /// Encounters that took place and do not count: parliaments, parties, business, those who were not in office.
    package var apart: [String] = []
    /// Encounters that count before visits and days were put together.
    package var encounters = 0

    /// Encounters that were told of before their day, in the order of days, whatever became of them.
    package var foretold: [FollowedEncounter] = []

    /// - Parameters:
    ///   - encounters: those of the dyad, in the order of days.
    ///   - asOf: those that begin later are no contacts of this account; `nil` for all.
    package init(of dyad: Dyad, in followed: [FollowedEncounter], asOf: Day? = nil) {
        foretold = followed.filter { $0.foretold != nil }
        var found: [Contact] = []
        for brief in followed.lazy.map(\.brief) where brief.status.happened {
            if let asOf, let date = brief.date, date.start > asOf { continue }
            guard let date = brief.date, date.precision != .unknown else { continue }
            let official = brief.acting(official: true)
            guard official.contains(dyad.first), official.contains(dyad.second) else {
                apart.append(brief.id)
                continue
            }
            found.append(Contact(brief, date: date, carriers: [dyad.first, dyad.second], parties: official.count))
        }
        encounters = found.count
        contacts = found.counted()
    }
}

extension Contact {
    /// - Parameter carriers: parties whose leads are named as those who carried it.
    init(_ brief: EncounterBrief, date: PartialDate, carriers: [String], parties: Int) {
        let leads = brief.people.filter(\.lead)
        self.init(
            encounter: brief.id, date: date, kind: brief.kind, medium: brief.medium, level: brief.level,
            parties: max(2, parties), issues: Set(brief.issues).sorted(),
            carriers: (leads.isEmpty ? brief.people : leads).compactMap { person in
                guard let name = person.name, let party = person.party, carriers.contains(party) else { return nil }
                return Carrier(person: name, party: party)
            }, series: brief.series, round: brief.round)
    }
}

extension Register {
    /// The contacts of a dyad.
    ///
    /// - Parameter asOf: encounters that begin later are no part of the account; `nil` for all.
    package func contacts(of dyad: Dyad, asOf: Day? = nil) throws -> ContactBook {
        ContactBook(of: dyad, in: try followed(.dyad(dyad)), asOf: asOf)
    }

    /// The day up to which the register goes, by which what is due and overdue is told: that of its reports, else the last day of its
    /// tables, else that of its last encounter; `nil` for an empty register.
    package func accountDay() throws -> Day? {
        let tables = try dataSets().compactMap(\.last).max()
        let reports = try clock()
        if let day = [tables, reports].compactMap({ $0 }).max() { return day }
        return try state().last
    }
}
