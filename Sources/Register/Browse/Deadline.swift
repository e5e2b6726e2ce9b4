import GRDB
import GRDBSQLite
import Glibc

/// A bound on the time that reading may take, for the thread that reads.
enum Deadline {
    /// The thread's slot: the end, in milliseconds of the monotonic clock, as the bits of a pointer; none for no bound.
    private static let slot: pthread_key_t = {
        var key = pthread_key_t()
        pthread_key_create(&key, nil)
        return key
    }()

    static var now: Int {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
    }

    /// The end for this thread.
    static var end: Int? {
        get { pthread_getspecific(slot).map { Int(bitPattern: $0) } }
        set { pthread_setspecific(slot, newValue.flatMap { UnsafeRawPointer(bitPattern: $0) }) }
    }

    private static var isOver: Bool { end.map { now > $0 } ?? false }

    /// Lets SQLite ask, every ten thousand steps of a connection's programs, whether the thread's time is up.
    static func watch(_ db: Database) {
        sqlite3_progress_handler(db.sqliteConnection, 10_000, { _ in Deadline.isOver ? 1 : 0 }, nil)
    }
}
