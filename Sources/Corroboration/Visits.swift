public import Diplomacy

extension RegisteredEncounter {
    /// The pairs of the parties that take part themselves, de facto governments beside their states: neither mediators nor
    /// hosts of a venue.
    public var dyads: [Dyad] {
        let acting = participants.filter { $0.role != .mediator && $0.role != .venueHost }
        let parties = Set(acting.flatMap { [$0.party, $0.authority].compactMap { $0 } }).sorted()
        return parties.indices.flatMap { i in parties[(i + 1)...].map { Dyad(parties[i], $0) } }
    }

    /// The most days between the first and the last of a visit that has others in its course.
    public static let longestVisit = 31

    /// Whether it takes place in the course of a visit: in its days and its country, face to face, between two of its parties,
    /// and both took place or neither did.
    public func isPart(of visit: RegisteredEncounter) -> Bool {
        guard visit.kind == .visit, kind != .visit, let ours = Stay(self), let theirs = Stay(visit) else {
            return false
        }
        return ours.isPart(of: theirs)
    }

    /// The relations of an encounter to the visits that it is part of, by their ids.
    public static func relations(toVisits ids: some Sequence<String>) -> [Relation] {
        ids.sorted().map { Relation(kind: .partOf, encounter: $0) }
    }
}

extension [RegisteredEncounter] {
    /// Relates encounters to the visits among them.
    mutating func relateVisits() {
        let visits = Visits(compactMap { $0.kind == .visit ? Stay($0) : nil })
        guard !visits.isEmpty else { return }
        for i in indices { self[i].relations = Stay(self[i]).map(visits.relations) ?? [] }
    }
}
