import Synchronization

/// Counts calls.
final class Turn: Sendable {
    private let calls = Atomic<Int>(0)

    var count: Int { calls.load(ordering: .relaxed) }

    /// How many calls came before this one.
    func next() -> Int { calls.add(1, ordering: .relaxed).oldValue }
}
