package import Analysis
package import Corroboration
package import Diplomacy
package import Register

/// What led up to an encounter and what followed it, for one of its dyads.
package struct ContextDossier: Sendable {
    package let dyad: Dyad
    package let context: EncounterContext
    package let contacts: [Contact]
    package let deeds: [DyadEvent]
}

extension Register {
    /// The context of an encounter, for each of its dyads; the first three where there are more.
    ///
    /// - Parameter window: days on either side; taken as the nearest from 1 to ``EncounterContext/longestWindow``.
    package func contexts(
        of encounter: RegisteredEncounter, window: Int = EncounterContext.usualWindow
    ) throws -> [ContextDossier] {
        guard let date = encounter.date else { return [] }
        let window = min(max(1, window), EncounterContext.longestWindow)
        let asOf = try accountDay() ?? date.end
        return try encounter.dyads.prefix(3).map { dyad in
            let contacts = try contacts(of: dyad).contacts
            let deeds = try deeds(of: dyad).map { DyadEvent($0) }
            let context = EncounterContext(
                of: contacts.first { $0.encounters.contains(encounter.id) }?.encounter ?? encounter.id, on: date.start,
                contacts: contacts, events: deeds, coverage: try coverage(of: dyad, asOf: asOf), asOf: asOf,
                window: window)
            let days = date.start - window...date.start + window
            return ContextDossier(
                dyad: dyad, context: context, contacts: contacts.filter { days.contains($0.day) },
                deeds: deeds.filter { days.contains($0.day) })
        }
    }
}
