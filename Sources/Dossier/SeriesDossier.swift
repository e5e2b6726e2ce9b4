package import Analysis
package import Diplomacy
package import Register

/// The standing dialogues of a register as of a day.
package struct SeriesList: Sendable {
    package let asOf: Day
    /// Those whose next round is overdue first, then those with the most rounds.
    package let dialogues: [StandingDialogue]
    /// The contacts of each, by its name.
    let contacts: [String: [Contact]]

    /// The one of a name, or the only one whose name begins so; case does not count.
    package func named(_ name: String) -> StandingDialogue? {
        let wanted = name.lowercased()
        if let exact = dialogues.first(where: { $0.series.lowercased() == wanted }) { return exact }
        let found = dialogues.filter { $0.series.lowercased().hasPrefix(wanted) }
        return found.count == 1 ? found.first : nil
    }
}

/// One standing dialogue: its rounds and its rhythm.
package struct SeriesDossier: Sendable {
    package let dialogue: StandingDialogue
    package let rhythm: Rhythm

    package init(_ dialogue: StandingDialogue, in list: SeriesList) {
        self.dialogue = dialogue
        rhythm = Rhythm(of: list.contacts[dialogue.series] ?? [], asOf: list.asOf)
    }
}

extension Register {
    /// All standing dialogues that held a round. One goes through all encounters.
    package func standingDialogues(asOf: Day? = nil) throws -> SeriesList {
        let asOf = try asOf ?? accountDay() ?? Day(number: 0)
        var rounds = Rounds()
        try eachBrief(to: asOf) { rounds.take($0) }
        let dialogues = rounds.contacts.map { StandingDialogue($0, of: $1, asOf: asOf, hosts: rounds.hosts) }
        return SeriesList(
            asOf: asOf,
            dialogues: dialogues.sorted { a, b in
                let (late, later) = (a.cadence?.overdue ?? 0, b.cadence?.overdue ?? 0)
                if late != later { return late > later }
                return a.n != b.n ? a.n > b.n : a.series < b.series
            }, contacts: rounds.contacts)
    }

    /// One standing dialogue by its whole name; `nil` where it held no round.
    package func standingDialogue(_ name: String) throws -> StandingDialogue? {
        let asOf = try accountDay() ?? Day(number: 0)
        var rounds = Rounds()
        for brief in try held(.facet(.series, name, isPrefix: false)) where brief.series == name { rounds.take(brief) }
        return rounds.contacts[name].map { StandingDialogue(name, of: $0, asOf: asOf, hosts: rounds.hosts) }
    }
}

/// Gathers the rounds of standing dialogues.
private struct Rounds {
    /// By the dialogue's name.
    var contacts: [String: [Contact]] = [:]
    /// The host of each encounter, or the country that it took place in.
    var hosts: [String: String] = [:]

    mutating func take(_ brief: EncounterBrief) {
        guard let series = brief.series, brief.status.happened, let date = brief.date, date.precision != .unknown else {
            return
        }
        let parties = brief.acting(official: true)
        guard parties.count > 1 else { return }
        contacts[series, default: []].append(
            Contact(brief, date: date, carriers: parties, parties: parties.count))
        hosts[brief.id] = brief.people.first { $0.role == .host }?.party ?? brief.country
    }
}
