import Hypertext

/// What a poll of a source came to, as far as the time of the next one hangs on it.
package enum PollOutcome: Hashable, Sendable {
    /// Something new, fresh for so many seconds; `nil` where the source does not say.
    case changed(freshFor: Double?)
    /// Nothing new.
    case unchanged(freshFor: Double?)
    /// Nothing, for a reason that may pass.
    case failed(reason: String)
    /// The host asks to wait so many seconds; `nil` where it does not say how long.
    case toldToWait(seconds: Double?)
    /// The source is no more, or will not be had: only its user can help.
    case ended(reason: String)

    /// What a fetch came to.
    ///
    /// - Parameters:
    ///   - hasChanged: whether the body holds what the last did not; of no weight without a body.
    ///   - now: seconds since 1970.
    package init(_ result: Result<Fetched, FetchError>, hasChanged: Bool, at now: Double) {
        switch result {
        case .success(let fetched):
            let wait = Patience.retryAfter(fetched.fields.retryAfter, at: now)
            let freshFor = Patience.freshFor(fetched.fields, at: now)
            switch fetched.status {
            case 200...299: self = hasChanged ? .changed(freshFor: freshFor) : .unchanged(freshFor: freshFor)
            case 304: self = .unchanged(freshFor: freshFor)
            case 410: self = .ended(reason: "its host says that \(fetched.address.href) is gone for good (410)")
            case 429, 503: self = .toldToWait(seconds: wait)
            default: self = .failed(reason: "its host answered \(fetched.status)")
            }
        case .failure(let error):
            // What is wrong with the source's own address stays so; all else may be mended elsewhere.
            let isOurs = [.schemeRefused, .credentialsRefused, .portRefused, .hostRefused].contains(error.code)
            self =
                isOurs && error.hops.isEmpty
                ? .ended(reason: error.description) : .failed(reason: error.description)
        }
    }
}

/// When a source is polled next: a value that a loop keeps by each of its sources and asks under whatever clock it has.
///
/// The interval shrinks by a third with every poll that finds something new and grows by a quarter with every other, so
/// that it settles where about one poll in three finds something (0.36, where both changes are level).
package struct SourceSchedule: Hashable, Sendable {
    /// Seconds between polls, as found so far.
    package private(set) var interval: Double
    /// Seconds since 1970.
    package private(set) var nextPoll: Double
    /// Failures in a row.
    package private(set) var failures = 0
    /// Why the last poll failed; `nil` where it did not.
    package private(set) var lastFailure: String?
    /// Why the source is not polled any more; `nil` where it is.
    package private(set) var pause: String?

    /// A source that is polled at once.
    package init(_ politeness: Politeness = Politeness(), at now: Double) {
        interval = politeness.firstInterval
        nextPoll = now
    }

    /// A source that was polled before.
    ///
    /// - Parameters:
    ///   - interval: seconds between polls, as found so far.
    ///   - nextPoll: seconds since 1970.
    ///   - failures: in a row.
    package init(interval: Double, nextPoll: Double, failures: Int) {
        self.interval = interval
        self.nextPoll = nextPoll
        self.failures = max(0, failures)
    }

    /// Whether the source is to be polled.
    package func isDue(at now: Double) -> Bool { pause == nil && nextPoll <= now }

    /// Polls a paused source again, at once.
    package mutating func resume(at now: Double) {
        (pause, lastFailure, failures, nextPoll) = (nil, nil, 0, now)
    }

    /// Takes in what a poll came to, and sets the next.
    ///
    /// - Parameters:
    ///   - now: seconds since 1970.
    ///   - random: from 0 to 1, drawn anew for each poll.
    package mutating func record(
        _ outcome: PollOutcome, _ politeness: Politeness = Politeness(), at now: Double, random: Double
    ) {
        let wait: Double
        switch outcome {
        case .changed(let freshFor):
            wait = settled(interval * 2 / 3, freshFor, politeness)
        case .unchanged(let freshFor):
            wait = settled(interval * 5 / 4, freshFor, politeness)
        case .failed(let reason):
            wait = failed(reason, politeness)
        case .toldToWait(let seconds?):
            _ = failed("its host asks to wait \(Int(min(seconds, 1e9))) s", politeness)
            wait = max(politeness.shortestInterval, min(seconds, politeness.longestRetryAfter))
        case .toldToWait(nil):
            wait = failed("its host asks to wait", politeness)
        case .ended(let reason):
            pause = reason
            lastFailure = reason
            return
        }
        nextPoll = now + politeness.jittered(wait, random)
    }

    /// The wait after a poll that went well: the new interval, or as long as the source says it stays fresh.
    private mutating func settled(_ new: Double, _ freshFor: Double?, _ politeness: Politeness) -> Double {
        (failures, lastFailure) = (0, nil)
        interval = min(max(new, politeness.shortestInterval), politeness.longestInterval)
        return max(interval, min(freshFor ?? 0, politeness.longestInterval))
    }

    private mutating func failed(_ reason: String, _ politeness: Politeness) -> Double {
        if failures < Int.max { failures += 1 }
        lastFailure = reason
        return politeness.backOff(after: failures)
    }
}
