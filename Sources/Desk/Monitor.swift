import Glibc

/// A value that threads share, with a way to wait until it has changed.
final class Monitor<State>: @unchecked Sendable {
    // Unchecked: `state` is only touched while `mutex` is held.
    private var state: State
    private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
    private let condition = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)

    init(_ state: State) {
        self.state = state
        mutex.initialize(to: pthread_mutex_t())
        condition.initialize(to: pthread_cond_t())
        pthread_mutex_init(mutex, nil)
        pthread_cond_init(condition, nil)
    }

    deinit {
        pthread_cond_destroy(condition)
        pthread_mutex_destroy(mutex)
        condition.deallocate()
        mutex.deallocate()
    }

    /// Runs a step alone.
    func locked<Result>(_ step: (inout State) throws -> Result) rethrows -> Result {
        pthread_mutex_lock(mutex)
        defer { pthread_mutex_unlock(mutex) }
        return try step(&state)
    }

    /// Waits until a condition holds; it is asked again after each ``wakeAll()``.
    func wait(until holds: (State) -> Bool) {
        pthread_mutex_lock(mutex)
        defer { pthread_mutex_unlock(mutex) }
        while !holds(state) { pthread_cond_wait(condition, mutex) }
    }

    func wakeAll() { pthread_cond_broadcast(condition) }
}
