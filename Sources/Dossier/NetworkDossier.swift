package import Analysis
package import Diplomacy
package import Register

/// Who talked to whom in a stretch of days.
package struct NetworkDossier: Sendable {
    package let days: ClosedRange<Day>
    package let network: ContactNetwork
    package let summary: NetworkSummary
    /// Encounters that were held in these days, counted or not.
    package let encounters: Int
    /// The contacts behind the network's keys, with what was counted with each; only those of more than one encounter.
    package let folded: [Contact]
}

extension Register {
    /// The network of contacts between officials in a stretch of days.
    ///
    /// - Parameter days: `nil` for the last year of the register's account.
    package func network(
        of days: ClosedRange<Day>? = nil, projection: Analysis.Projection = .shared
    ) throws -> NetworkDossier {
        let asOf = try accountDay() ?? Day(number: 0)
        let days = days ?? asOf - 364...asOf
        var meetings: [[String]: [Contact]] = [:]
        var held = 0
        try eachBrief(from: days.lowerBound, to: days.upperBound) { brief in
            guard brief.status.happened, let date = brief.date else { return }
            held += 1
            let parties = brief.acting(official: true)
            guard parties.count > 1 else { return }
            meetings[parties, default: []].append(Contact(brief, date: date, carriers: [], parties: parties.count))
        }
        // a visit and the talks in its course are one contact
        var folded: [Contact] = []
        let gatherings = meetings.flatMap { parties, contacts in
            let counted = contacts.counted()
            folded += counted.filter { !$0.also.isEmpty }
            return counted.map { Analysis.Gathering(key: $0.encounter, parties: parties) }
        }
        let network = ContactNetwork(gatherings, projection: projection)
        return NetworkDossier(
            days: days, network: network, summary: network.summary(), encounters: held,
            folded: folded.sorted { $0.encounter < $1.encounter })
    }
}
