public import Diplomacy

/// Who carried the contacts for one party.
public struct PartyCarriers: Hashable, Sendable {
    /// One person.
    public struct Person: Hashable, Sendable {
        public var name: String
        /// Contacts that the person led for the party.
        public var count: Int { encounters.count }
        public var first: Day
        public var last: Day
        /// In the order of time.
        public var encounters: [String]
    }

    public let party: String
    /// By number of contacts, the most first; of equal numbers the one who was there last, then by name.
    public let people: [Person]
    /// Contacts for which the reports name somebody of the party.
    public let named: Int
    /// All contacts, whether or not they name somebody.
    public let n: Int
    /// From the first contact with somebody named to the last.
    public let window: ClosedRange<Day>

    /// Every party with somebody named, by its code. Time O(n log n).
    ///
    /// - Parameter contacts: in the order of time.
    static func all(of contacts: [Contact]) -> [PartyCarriers] {
        var slots: [Contact.Carrier: Int] = [:]
        var found: [(party: String, person: Person)] = []
        var parties: [String: (named: Int, first: Day, last: Day)] = [:]
        for contact in contacts {
            for (i, carrier) in contact.carriers.enumerated() where !contact.carriers[..<i].contains(carrier) {
                if let slot = slots[carrier] {
                    found[slot].person.encounters.append(contact.encounter)
                    found[slot].person.last = contact.day
                } else {
                    slots[carrier] = found.count
                    let person = Person(
                        name: carrier.person, first: contact.day, last: contact.day, encounters: [contact.encounter])
                    found.append((carrier.party, person))
                }
                if !contact.carriers[..<i].contains(where: { $0.party == carrier.party }) {
                    parties[carrier.party, default: (0, contact.day, contact.day)].named += 1
                    parties[carrier.party]?.last = contact.day
                }
            }
        }
        let people = Dictionary(grouping: found, by: \.party)
        return parties.sorted { $0.key < $1.key }.map { party, tally in
            let sorted = (people[party] ?? []).map(\.person).sorted {
                ($1.count, $1.last, $0.name) < ($0.count, $0.last, $1.name)
            }
            return PartyCarriers(
                party: party, people: sorted, named: tally.named, n: contacts.count, window: tally.first...tally.last)
        }
    }
}
