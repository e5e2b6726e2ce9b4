import FoundationEssentials

/// The time that watching goes by. A test gives one that it moves itself.
package struct WatchClock: Sendable {
    /// Seconds since 1970.
    package var now: @Sendable () -> Double
    /// Waits until a time; ends early where its task is cancelled.
    package var sleep: @Sendable (_ until: Double) async throws -> Void
    /// From 0 to 1, drawn anew each time.
    package var random: @Sendable () -> Double

    package init(
        now: @escaping @Sendable () -> Double, sleep: @escaping @Sendable (_ until: Double) async throws -> Void,
        random: @escaping @Sendable () -> Double
    ) {
        self.now = now
        self.sleep = sleep
        self.random = random
    }

    /// The system's.
    package static let system = WatchClock(
        now: { Date().timeIntervalSince1970 },
        sleep: { until in try await Task.sleep(for: .seconds(max(0, until - Date().timeIntervalSince1970))) },
        random: { Double.random(in: 0...1) })

    /// RFC 3339, to the second, in UTC.
    var time: String { Date(timeIntervalSince1970: now().rounded(.down)).ISO8601Format() }
}
