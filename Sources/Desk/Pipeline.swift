import Glibc
import Synchronization

/// Takes batches of input, works on them on several threads and writes what comes of them in the order of the input.
///
/// Memory is bounded: each worker holds one batch, and finished batches wait for their turn in a window. With one job everything runs on the caller's thread.
package final class Pipeline<Batch: Sendable, Output: Sendable>: Sendable {
    private let input: Mutex<() throws -> Batch?>
    private let worker: @Sendable () -> (Batch) -> FinishedBatch<Output>
    private let write: @Sendable (Output) throws -> Void
    /// Told of the tally so far after each write.
    private let progress: @Sendable (Tally) -> Void
    private let turnstile: Turnstile<Output>

    /// A pipeline of `jobs` workers: `next` gives the batches one after another and is called by one at a time; each
    /// worker makes one function of its own by `worker`.
    ///
    /// - Parameter window: finished batches a worker that may wait for their turn: more where writing takes long now and then.
    package init(
        next: sending @escaping () throws -> Batch?, jobs: Int, window: Int = 4,
        worker: @escaping @Sendable () -> (Batch) -> FinishedBatch<Output>,
        write: @escaping @Sendable (Output) throws -> Void, progress: @escaping @Sendable (Tally) -> Void = { _ in }
    ) {
        input = Mutex(next)
        self.worker = worker
        self.write = write
        self.progress = progress
        turnstile = Turnstile(workers: max(1, jobs), window: window)
    }

    /// Runs to the end of the input.
    ///
    /// - Throws: what reading or writing threw first. Workers may then still wait for input: end the program.
    package func run() throws -> Tally {
        guard turnstile.workers > 1 else {
            work()
            return try turnstile.waitForEnd()
        }
        for _ in 0..<turnstile.workers { try Thread.start { self.work() } }
        return try turnstile.waitForEnd()
    }

    /// One worker: take, work, write in turn, until the input or the program ends.
    private func work() {
        let finish = worker()
        do {
            while !turnstile.isStopped, let batch = try input.withLock({ try $0() }) {
                try turnstile.pass(finish(batch)) { tally, output in
                    try write(output)
                    progress(tally)
                }
            }
            turnstile.leave()
        } catch {
            turnstile.stop(error)
        }
    }
}

/// A thread of the C library that runs a step and ends.
private final class Thread: Sendable {
    /// Stack of a worker: twice what the first thread has on Linux.
    private static let stackBytes = 16 << 20
    private let work: @Sendable () -> Void

    private init(_ work: @escaping @Sendable () -> Void) { self.work = work }

    static func start(_ work: @escaping @Sendable () -> Void) throws {
        let thread = Thread(work)
        // no `pthread_attr_t()`: which C module brings that initializer depends on what else is imported
        let code = withUnsafeTemporaryAllocation(of: pthread_attr_t.self, capacity: 1) { attributes in
            pthread_attr_init(&attributes[0])
            defer { pthread_attr_destroy(&attributes[0]) }
            pthread_attr_setstacksize(&attributes[0], stackBytes)
            pthread_attr_setdetachstate(&attributes[0], Int32(PTHREAD_CREATE_DETACHED))
            var identifier = pthread_t()
            return pthread_create(
                &identifier, &attributes[0],
                { argument in
                    guard let argument else { return nil }
                    Unmanaged<Thread>.fromOpaque(argument).takeRetainedValue().work()
                    return nil
                }, Unmanaged.passRetained(thread).toOpaque())
        }
        guard code == 0 else {
            Unmanaged.passUnretained(thread).release()
            throw ThreadFailure(reason: String(cString: strerror(code)))
        }
    }
}

/// The system gave no thread.
package struct ThreadFailure: Error, CustomStringConvertible {
    package var reason: String
    package var description: String { "expected to start a thread, found \"\(reason)\"; try --jobs 1" }
}

/// What came of one batch.
package struct FinishedBatch<Output: Sendable>: Sendable {
    /// Place of the batch in the input, from 0.
    package var index: Int
    package var output: Output
    package var tally: Tally

    package init(index: Int, output: Output, tally: Tally) {
        self.index = index
        self.output = output
        self.tally = tally
    }
}

/// How many pieces of input were read, and how many could not be.
package struct Tally: Sendable, Equatable {
    package var documents: Int
    package var errors: Int

    package init(documents: Int = 0, errors: Int = 0) {
        self.documents = documents
        self.errors = errors
    }

    package static func += (a: inout Tally, b: Tally) {
        a.documents += b.documents
        a.errors += b.errors
    }
}

/// Lets finished batches out in the order of the input.
private final class Turnstile<Output: Sendable>: Sendable {
    private struct State {
        var next = 0
        /// Whether a worker is writing.
        var isWriting = false
        var waiting: [Int: FinishedBatch<Output>] = [:]
        var working: Int
        var tally = Tally()
        var failure: (any Error)?
    }

    let workers: Int
    private let window: Int
    private let monitor: Monitor<State>

    init(workers: Int, window: Int) {
        self.workers = workers
        self.window = workers * window
        monitor = Monitor(State(working: workers))
    }

    var isStopped: Bool { monitor.locked { $0.failure != nil } }

    /// Parks a batch, writes whatever is due, and waits while too many are parked.
    func pass(_ batch: FinishedBatch<Output>, write: (Tally, Output) throws -> Void) throws {
        monitor.locked { $0.waiting[batch.index] = batch }
        while let due = monitor.locked({ Self.takeDue(&$0) }) {
            try write(due.tally, due.output)
            monitor.locked { $0.isWriting = false }
            monitor.wakeAll()
        }
        monitor.wait { $0.failure != nil || batch.index < $0.next + window }
    }

    /// The batch whose turn it is, unless another worker is writing; that one will find it.
    private static func takeDue(_ state: inout State) -> (tally: Tally, output: Output)? {
        guard !state.isWriting, state.failure == nil, let batch = state.waiting.removeValue(forKey: state.next) else {
            return nil
        }
        state.isWriting = true
        state.next += 1
        state.tally += batch.tally
        return (state.tally, batch.output)
    }

    func leave() {
        monitor.locked { $0.working -= 1 }
        monitor.wakeAll()
    }

    func stop(_ error: any Error) {
        monitor.locked { state in
            if state.failure == nil { state.failure = error }
            state.working -= 1
        }
        monitor.wakeAll()
    }

    /// Waits until all workers left or one failed.
    func waitForEnd() throws -> Tally {
        monitor.wait { $0.failure != nil || $0.working == 0 }
        return try monitor.locked { state in
            if let failure = state.failure { throw failure }
            return state.tally
        }
    }
}
