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
        var people: [Person] = []
        /// The place in `parties` of each of `people`.
        var partyOf: [Int] = []
        /// The last contact of each of `people`: somebody who is named twice in one counts once.
        var lastOf: [Int] = []
        var places: [String: Int] = [:]
        var parties: [(party: String, named: Int, first: Day, last: Day, contact: Int)] = []
        for i in contacts.indices {
            let day = contacts[i].day
            for carrier in contacts[i].carriers {
                let slot: Int
                if let known = slots[carrier] {
                    slot = known
                } else {
                    slot = people.count
                    slots[carrier] = slot
                    people.append(Person(name: carrier.person, first: day, last: day, encounters: []))
                    let place = places[carrier.party] ?? parties.count
                    if place == parties.count {
                        places[carrier.party] = place
                        parties.append((carrier.party, 0, day, day, -1))
                    }
                    partyOf.append(place)
                    lastOf.append(-1)
                }
                guard lastOf[slot] != i else { continue }
                lastOf[slot] = i
                people[slot].encounters.append(contacts[i].encounter)
                people[slot].last = day
                let place = partyOf[slot]
                // two people of one party in one contact are one contact with somebody named
                if parties[place].contact != i { parties[place].named += 1 }
                parties[place].contact = i
                parties[place].last = day
            }
        }
        let groups = Dictionary(grouping: people.indices, by: { partyOf[$0] })
        return parties.indices.sorted { parties[$0].party < parties[$1].party }.map { place in
            let sorted = (groups[place] ?? []).map { people[$0] }.sorted {
                ($1.count, $1.last, $0.name) < ($0.count, $0.last, $1.name)
            }
            let party = parties[place]
            return PartyCarriers(
                party: party.party, people: sorted, named: party.named, n: contacts.count,
                window: party.first...party.last)
        }
    }
}
