import Desk
import Synchronization

/// A time that passes only where somebody sleeps.
final class VirtualClock: Sendable {
    /// 2026-03-12T10:00:00Z.
    static let start = 1_773_309_600.0

    /// The time has come at which the test stops the loop.
    struct Stop: Error {}

    private struct State {
        var now = VirtualClock.start
        var stop = Double.infinity
        var dice: Dice?
        var sleeps = 0
        var beforeSleep: (@Sendable () throws -> Void)?
    }

    private let state = Mutex(State())

    /// - Parameter seed: of the random parts of waits; without one there are none.
    init(seed: UInt64? = nil) { state.withLock { $0.dice = seed.map { Dice(state: $0) } } }

    /// Seconds since ``start``.
    var since: Double { state.withLock { $0.now } - Self.start }

    /// How often somebody slept.
    var sleeps: Int { state.withLock { $0.sleeps } }

    /// Sets the second after ``start`` at which the next sleep ends with ``Stop``.
    func stop(at since: Double) { state.withLock { $0.stop = Self.start + since } }

    /// Has something done before each sleep.
    func beforeSleep(_ step: (@Sendable () throws -> Void)?) { state.withLock { $0.beforeSleep = step } }

    var clock: WatchClock {
        WatchClock(
            now: { self.state.withLock { $0.now } },
            sleep: { until in
                try Task.checkCancellation()
                try self.state.withLock { $0.beforeSleep }?()
                try self.state.withLock { state in
                    state.sleeps += 1
                    state.now = max(state.now, min(until, state.stop))
                    if until >= state.stop { throw Stop() }
                }
            },
            random: {
                self.state.withLock { state in
                    guard var dice = state.dice else { return 0 }
                    defer { state.dice = dice }
                    return Double.random(in: 0...1, using: &dice)
                }
            })
    }
}

/// Numbers that look random and are the same every time (SplitMix64).
struct Dice: RandomNumberGenerator, Sendable {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
