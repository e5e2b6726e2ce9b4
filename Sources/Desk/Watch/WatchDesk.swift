package import Coding
package import Fetching
import Hypertext
package import Register

/// Watches the sources of a register: asks each when it is due and its host may be asked, reads the pages that they name,
/// and files what is new or changed.
///
/// The register is opened for writing only while something is stored, so that others may write in between. What a round
/// found is stored in one transaction: a stop at any moment loses nothing, and nothing is read twice for it. One loop,
/// many hosts at once, one request to a host at a time.
package final class WatchDesk {
    /// Hosts that are asked at once.
    package static let mostAtOnce = 16
    /// Seconds for which the loop sleeps at most before it looks for sources that were added meanwhile.
    static let longestSleep = 60.0
    /// Seconds after which another writer's turn is asked for again.
    static let patience = 5.0
    /// Seconds between two weighings of all publishers anew.
    static let learning = 86_400.0

    private let path: String
    private let coder: Coder
    private let fetcher: Fetcher
    private let politeness: Politeness
    private let clock: WatchClock
    private let tell: @Sendable (WatchEvent) -> Void
    private var paces: HostPaces
    private var robots: [String: RobotsRecord] = [:]
    private var nextLearning: Double

    /// - Parameter tell: is told what happens, line by line.
    /// - Throws: what is wrong with the register, which is brought up to date.
    package init(
        register path: String, coder: Coder, fetcher: Fetcher, politeness: Politeness = Politeness(),
        clock: WatchClock = .system, tell: @escaping @Sendable (WatchEvent) -> Void
    ) throws {
        self.path = path
        self.coder = coder
        self.fetcher = fetcher
        self.politeness = politeness
        self.clock = clock
        self.tell = tell
        paces = HostPaces(politeness)
        nextLearning = clock.now() + Self.learning
        try Register(path: path, access: .write).close()
    }

    /// Watches until its task is cancelled; what is under way is stored first.
    package func run() async throws {
        do {
            while !Task.isCancelled {
                let next = try await round()
                try await clock.sleep(min(next ?? .infinity, clock.now() + Self.longestSleep))
            }
        } catch is CancellationError {
            // stopped: what waited for another writer is found again
        }
    }

    /// Asks what is due and reads what it names, until nothing is due any more.
    package func runOnce() async throws {
        do {
            while !Task.isCancelled, let next = try await round(), next <= clock.now() + politeness.longestCrawlDelay {
                try await clock.sleep(next)
            }
        } catch is CancellationError {
            // stopped
        }
    }

    /// Asks whatever is due and may be asked, once.
    ///
    /// - Returns: when the next is due, in seconds since 1970; `nil` where nothing is.
    package func round() async throws -> Double? {
        let due = try due()
        guard !due.requests.isEmpty || !due.unreadable.isEmpty else { return try nextTime() }
        var round = WatchRound(
            coder: coder, politeness: politeness, now: clock.now(), time: clock.time, random: clock.random,
            known: { source, identities in
                (try? self.reading { try $0.knownPages(of: source, among: identities) }) ?? []
            })
        for subject in due.unreadable {
            let refusal = Refusal(reason: "expected an address, found what is none", passes: false)
            take(.failure(refusal), of: subject, due.sources, &round)
        }
        for (request, answer) in await answers(to: due.requests) where !answer.isCancelled {
            heed(answer, of: request)
            take(answer.result, of: request.subject, due.sources, &round)
        }
        for event in round.events { tell(event) }
        try await store(round.result)
        paces.forget(at: clock.now())
        return try nextTime()
    }

    private func take(
        _ answer: Result<Result<Fetched, FetchError>, Refusal>, of subject: Subject, _ sources: [Int: WatchedSource],
        _ round: inout WatchRound
    ) {
        switch (subject, answer) {
        case (.source(let source), .success(let result)): round.take(result, of: source)
        case (.source(let source), .failure(let refusal)): round.take(refusal, of: source)
        case (.page(let page), let result):
            guard let source = sources[page.source] else { return }
            switch result {
            case .success(let result): round.take(result, of: page, from: source)
            case .failure(let refusal): round.take(refusal, of: page, from: source)
            }
        }
    }

    // MARK: - What is due

    private enum Subject {
        case source(WatchedSource)
        case page(WatchedPage)
    }

    private struct Request {
        var subject: Subject
        var request: FetchRequest
        var origin: String
    }

    /// Reads the register as it stands now.
    private func reading<Result>(_ read: (Register) throws -> Result) throws -> Result {
        let register = try Register(path: path, access: .read)
        defer { try? register.close() }
        return try read(register)
    }

    private struct Due {
        /// Requests that may go now, one to a host.
        var requests: [Request] = []
        /// What has no address that can be read.
        var unreadable: [Subject] = []
        /// The sources that pages are of, by their rows.
        var sources: [Int: WatchedSource] = [:]
    }

    private func due() throws -> Due { try reading(due) }

    private func due(in register: Register) throws -> Due {
        let now = clock.now()
        let (sources, pages) = try register.due(at: now, limit: 4096)
        var taken: Set<String> = []
        var requests: [Request] = []
        var unreadable: [Subject] = []
        func take(_ subject: Subject, _ address: String, etag: String?, lastModified: String?) {
            guard requests.count < Self.mostAtOnce else { return }
            guard let address = try? WebAddress.parse(address) else {
                unreadable.append(subject)
                return
            }
            let origin = address.origin ?? address.href
            guard !taken.contains(origin), paces.next(origin, at: now) <= now else { return }
            taken.insert(origin)
            _ = paces.reserve(origin, at: now)
            var request = FetchRequest(address)
            (request.etag, request.lastModified) = (etag, lastModified)
            requests.append(Request(subject: subject, request: request, origin: origin))
        }
        for source in sources {
            take(.source(source), source.address, etag: source.etag, lastModified: source.lastModified)
        }
        for page in pages { take(.page(page), page.address, etag: page.etag, lastModified: page.lastModified) }
        guard !requests.isEmpty || !unreadable.isEmpty else { return Due() }
        let all = try register.watchedSources()
        return Due(
            requests: requests, unreadable: unreadable,
            sources: Dictionary(uniqueKeysWithValues: all.map { ($0.id, $0) }))
    }

    /// When something is due whose host may be asked.
    private func nextTime() throws -> Double? { try reading(nextTime) }

    private func nextTime(in register: Register) throws -> Double? {
        guard let next = try register.nextDue() else { return nil }
        let now = clock.now()
        if next > now { return next }
        let (sources, pages) = try register.due(at: now, limit: 4096)
        let free = (sources.map(\.address) + pages.map(\.address)).map { address in
            guard let address = try? WebAddress.parse(address) else { return now }
            return paces.next(address.origin ?? address.href, at: now)
        }
        return max(free.min() ?? now, now)
    }

    // MARK: - Asking

    private struct Answer {
        /// What came, or why the host's robots.txt forbids asking.
        var result: Result<Result<Fetched, FetchError>, Refusal>
        var robots: RobotsRecord

        /// Whether the loop was stopped before it came: then it tells nothing of the host.
        var isCancelled: Bool {
            switch result {
            case .success(.failure(let error)): error.code == .cancelled
            case .success(.success): false
            case .failure: Task.isCancelled
            }
        }
    }

    /// Answers to requests, in the order of the requests whatever came first.
    private func answers(to requests: [Request]) async -> [(Request, Answer)] {
        let (fetcher, clock, known) = (fetcher, clock, robots)
        return await withTaskGroup(of: (Int, Answer).self) { group in
            for (i, request) in requests.enumerated() {
                group.addTask {
                    let record: RobotsRecord
                    if let rules = known[request.origin], rules.isFresh(at: clock.now()) {
                        record = rules
                    } else {
                        record = await fetcher.robots(
                            of: request.request.address, previous: known[request.origin], at: clock.now())
                    }
                    if case .refused(let reason) = record.state {
                        return (i, Answer(result: .failure(Refusal(reason: reason, passes: false)), robots: record))
                    }
                    if case .unreachable(let reason) = record.state {
                        return (i, Answer(result: .failure(Refusal(reason: reason, passes: true)), robots: record))
                    }
                    guard record.allows(request.request.address) else {
                        let reason = "its host's robots.txt asks programs not to fetch it"
                        return (i, Answer(result: .failure(Refusal(reason: reason, passes: false)), robots: record))
                    }
                    return (i, Answer(result: .success(await fetcher.fetch(request.request)), robots: record))
                }
            }
            var answers: [Int: Answer] = [:]
            for await (i, answer) in group { answers[i] = answer }
            return requests.indices.compactMap { i in answers[i].map { (requests[i], $0) } }
        }
    }

    /// Takes over how a host wants to be asked.
    private func heed(_ answer: Answer, of request: Request) {
        let now = clock.now()
        robots[request.origin] = answer.robots
        paces.setCrawlDelay(answer.robots.crawlDelay, of: request.origin, at: now)
        guard case .success(.success(let fetched)) = answer.result, [429, 503].contains(fetched.status),
            let wait = Patience.retryAfter(fetched.fields.retryAfter, at: now)
        else { return }
        paces.leave(request.origin, for: wait, at: now)
    }

    // MARK: - Storing

    /// Stores what a round found and brings the encounters up to date; waits while another program writes.
    private func store(_ result: WatchResult) async throws {
        while true {
            do {
                let register = try Register(path: path, access: .write)
                defer { try? register.close() }
                let time = clock.time
                let (tally, found) = try register.store(result, at: time)
                if tally.new + tally.changed > 0 {
                    let learns = clock.now() >= nextLearning
                    try register.reconcile(at: time, learns: learns)
                    if learns { nextLearning = clock.now() + Self.learning }
                }
                if tally != FilingTally() || found > 0 {
                    tell(
                        WatchEvent(
                            .stored, nil,
                            "\(found) named, \(tally.new) new, \(tally.changed) changed, \(tally.failed) failed"))
                }
                return
            } catch let error as RegisterError where error.code == .locked {
                tell(WatchEvent(.waiting, nil, error.message))
                try await clock.sleep(clock.now() + Self.patience)
            }
        }
    }
}
