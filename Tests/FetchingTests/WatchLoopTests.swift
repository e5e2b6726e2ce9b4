import Hypertext
import Testing

@testable import Fetching

/// A loop over sources under a clock of its own, as the program's would be.
@Suite("Sources polled under a virtual clock")
struct WatchLoopTests {
    /// A source of a host: how often it changes, and for how long its host fails from the start.
    private struct Source {
        var host: String
        var changesEvery: Double
        var failsUntil = 0.0
        var goneAt = Double.infinity
        var schedule: SourceSchedule
        var lastSeen = 0.0
        var polls: [Double] = []
    }

    @Test("A week of six sources on two hosts: no host is asked too often, nobody is forgotten")
    func week() {
        let (start, week) = (1_700_000_000.0, 7 * 86_400.0)
        var random = SeededGenerator(seed: 4)
        var paces = HostPaces()
        paces.setCrawlDelay(7, of: "slow", at: start)
        var sources = [
            Source(host: "fast", changesEvery: 60, schedule: SourceSchedule(at: start)),
            Source(host: "fast", changesEvery: 3600, schedule: SourceSchedule(at: start)),
            Source(host: "fast", changesEvery: 1e9, schedule: SourceSchedule(at: start)),
            Source(host: "slow", changesEvery: 3600, schedule: SourceSchedule(at: start)),
            Source(host: "slow", changesEvery: 3600, failsUntil: 2 * 86_400, schedule: SourceSchedule(at: start)),
            Source(host: "slow", changesEvery: 3600, goneAt: 86_400, schedule: SourceSchedule(at: start)),
        ]
        var requests: [String: [Double]] = [:]
        var now = start
        while let next = sources.indices.filter({ sources[$0].schedule.pause == nil })
            .min(by: { sources[$0].schedule.nextPoll < sources[$1].schedule.nextPoll }),
            sources[next].schedule.nextPoll < start + week
        {
            now = paces.reserve(sources[next].host, at: max(now, sources[next].schedule.nextPoll))
            requests[sources[next].host, default: []].append(now)
            let since = now - start
            let edition = (since / sources[next].changesEvery).rounded(.down)
            let outcome: PollOutcome =
                if since >= sources[next].goneAt {
                    .ended(reason: "gone")
                } else if since < sources[next].failsUntil {
                    .failed(reason: "down")
                } else if edition > sources[next].lastSeen {
                    .changed(freshFor: nil)
                } else {
                    .unchanged(freshFor: nil)
                }
            sources[next].lastSeen = edition
            sources[next].polls.append(since)
            sources[next].schedule.record(outcome, at: now, random: Double.random(in: 0...1, using: &random))
        }
        for (host, pace) in [("fast", 2.0), ("slow", 7.0)] {
            let times = requests[host] ?? []
            #expect(zip(times, times.dropFirst()).allSatisfy { $1 - $0 >= pace - 1e-6 }, "\(host)")
        }
        // One that changes every minute: every five minutes, and a part of a tenth.
        #expect((1800...2020).contains(sources[0].polls.count))
        // One that never changes: the interval grows to twelve hours.
        #expect((20...40).contains(sources[2].polls.count))
        // One that fails for two days: the back-off has come to a day by then, and is over when it is back.
        let failing = sources[4].polls.filter { $0 < 2 * 86_400 }
        #expect((8...9).contains(failing.count))
        #expect(sources[4].polls.count > 100 && sources[4].schedule.failures == 0)
        #expect(sources[5].schedule.pause == "gone" && (sources[5].polls.last ?? 0) < 86_400 + 3 * 3600)
    }
}
