package import Analysis
package import Corroboration
package import Diplomacy
package import Register

/// Every dialogue of the register in one line each: how much, how lately, how regularly.
package struct DyadTable: Sendable {
    package struct Row: Sendable {
        package var dyad: Dyad
        /// All counted contacts.
        package var contacts: Int
        package var first: Day
        package var last: Day
        /// The encounter of the last contact.
        package var lastEncounter: String
        /// In the 365 days up to the day of the account, and in those before.
        package var recent: Int
        package var before: Int
        package var highest: Level?
        /// Days from one contact to the next, in the middle.
        package var medianGap: Double?
        /// Whether the present silence is longer than all but one in twenty.
        package var isSilent: Bool?

        package func silence(asOf: Day) -> Int { asOf - last }
    }

    package let asOf: Day
    /// Those with the most contacts of the last year first.
    package let rows: [Row]
    /// The contacts of each dyad, in the order of days.
    package let contacts: [Dyad: [Contact]]
}

extension Register {
    /// All dyads with at least one counted contact. Gatherings of more than twelve parties make no dyads.
    package func dyads(asOf: Day? = nil) throws -> DyadTable {
        let asOf = try asOf ?? accountDay() ?? Day(number: 0)
        var found: [Dyad: [Contact]] = [:]
        try eachBrief(to: asOf) { brief in
            guard brief.status.happened, let date = brief.date, date.precision != .unknown else { return }
            let parties = brief.acting(official: true)
            guard (2...12).contains(parties.count) else { return }
            let contact = Contact(brief, date: date, carriers: [], parties: parties.count)
            for (i, first) in parties.enumerated() {
                for second in parties[(i + 1)...] { found[Dyad(first, second), default: []].append(contact) }
            }
        }
        let contacts = found.mapValues { $0.counted() }
        let rows = contacts.compactMap { dyad, contacts in DyadTable.Row(dyad, contacts, asOf: asOf) }
            .sorted { a, b in
                if a.recent != b.recent { return a.recent > b.recent }
                return a.contacts != b.contacts ? a.contacts > b.contacts : a.dyad < b.dyad
            }
        return DyadTable(asOf: asOf, rows: rows, contacts: contacts)
    }
}

extension DyadTable.Row {
    /// - Parameter contacts: in the order of days.
    init?(_ dyad: Dyad, _ contacts: [Contact], asOf: Day) {
        guard let first = contacts.first, let last = contacts.last else { return nil }
        let gaps = Gaps(of: contacts)
        self.init(
            dyad: dyad, contacts: contacts.count, first: first.day, last: last.day, lastEncounter: last.encounter,
            recent: contacts.count { asOf - $0.day < 365 },
            before: contacts.count { (365..<730).contains(asOf - $0.day) },
            highest: contacts.compactMap(\.level).min { $0.rank < $1.rank }, medianGap: gaps.median,
            isSilent: Silence.isUnusual(asOf - last.day, among: gaps))
    }
}
