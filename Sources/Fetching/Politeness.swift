/// How often hosts and sources are asked. All times are in seconds.
package struct Politeness: Hashable, Sendable {
    /// Between two requests to one host, at least.
    package var hostPace = 2.0
    /// A host may ask for a longer pace in its robots.txt, up to this.
    package var longestCrawlDelay = 60.0
    /// A host may ask to be left alone, up to this.
    package var longestRetryAfter = 86_400.0
    /// Between two polls of a source, at least.
    package var shortestInterval = 300.0
    /// Between two polls of a source that never changes.
    package var longestInterval = 43_200.0
    /// Before anything is known of a source.
    package var firstInterval = 1800.0
    /// After the first failure of a source; each further one doubles it.
    package var shortestBackOff = 900.0
    /// After many failures of a source.
    package var longestBackOff = 86_400.0
    /// By what part of itself a wait may be longer, so that sources do not come at once.
    package var jitter = 0.1

    package init() {}

    /// The wait after a number of failures in a row, from 1.
    package func backOff(after failures: Int) -> Double {
        // 2^40 times any wait is beyond the longest.
        let doublings = Double(1 << min(max(0, failures - 1), 40))
        return min(longestBackOff, shortestBackOff * doublings)
    }

    /// A wait made longer by a random part.
    ///
    /// - Parameter random: from 0 to 1.
    package func jittered(_ wait: Double, _ random: Double) -> Double { wait * (1 + jitter * min(max(random, 0), 1)) }
}
