import Diplomacy

/// The votes of an encounter's origins on one field: each origin has one, shared by nobody.
struct Ballot<Value: Hashable> {
    struct Option {
        var value: Value
        var weight: Double
        /// Indices of the witnesses that say so.
        var witnesses: [Int]
        var origins: Int
    }

    /// The heaviest first; equal ones by their first witness.
    let options: [Option]

    /// - Parameter votes: for each witness that tells the field, its value and the weight of its telling.
    init(_ votes: [(witness: Int, value: Value, weight: Double)], origins: [Int]) {
        var heaviest: [Int: (value: Value, weight: Double)] = [:]
        for vote in votes where vote.weight > heaviest[origins[vote.witness]]?.weight ?? -1 {
            heaviest[origins[vote.witness]] = (vote.value, vote.weight)
        }
        var found: [Value: Option] = [:]
        for vote in votes {
            found[vote.value, default: Option(value: vote.value, weight: 0, witnesses: [], origins: 0)].witnesses
                .append(vote.witness)
        }
        for (_, vote) in heaviest.sorted(by: { $0.key < $1.key }) {
            found[vote.value]?.weight += vote.weight
            found[vote.value]?.origins += 1
        }
        options = found.values.sorted { ($1.weight, $0.witnesses[0]) < ($0.weight, $1.witnesses[0]) }
    }

    var winner: Option? { options.first }
}
