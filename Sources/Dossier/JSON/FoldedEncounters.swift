import Analysis

/// Encounters that were counted with others: what a contact or a meeting rests on besides the one that names it.
struct FoldedEncounters: Sendable {
    private let also: [String: [String]]

    init(_ contacts: [Contact]) {
        also = Dictionary(
            contacts.filter { !$0.also.isEmpty }.map { ($0.encounter, $0.also) },
            uniquingKeysWith: { first, _ in first })
    }

    /// All encounters that some contacts rest on, those that name them first each.
    func all(_ encounters: [String]) -> [String] {
        also.isEmpty ? encounters : encounters.flatMap { [$0] + (also[$0] ?? []) }
    }
}
