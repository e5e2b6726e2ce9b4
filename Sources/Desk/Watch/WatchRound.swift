import Coding
import Contract
import Diplomacy
import Fetching
import FoundationEssentials
import Hypertext
import Reading
import Register

/// Why something may not be asked for: its host's robots.txt, or that it could not be had.
struct Refusal: Error, Sendable {
    var reason: String
    /// Whether it may be otherwise later.
    var passes: Bool
}

/// Turns what servers answered into what the register stores: which pages a source names, what a page says, when each is
/// asked again. A value for one round; it asks nobody.
struct WatchRound {
    /// Seconds after which a page that was read is looked at again for changes.
    static let checks: [Double] = [3600, 6 * 3600, 86_400, 3 * 86_400, 7 * 86_400]
    /// A page that failed so often in a row is given up.
    static let mostFailures = 8

    private let session: CodingSession
    private let politeness: Politeness
    private let now: Double
    private let time: String
    private let random: () -> Double
    private let reader = PublicationReader()
    private(set) var result = WatchResult()
    private(set) var events: [WatchEvent] = []

    /// Which of some identities a source has named before.
    private let known: (_ source: Int, _ identities: [String]) -> Set<String>

    init(
        coder: Coder, politeness: Politeness, now: Double, time: String, random: @escaping () -> Double,
        known: @escaping (_ source: Int, _ identities: [String]) -> Set<String>
    ) {
        self.known = known
        session = CodingSession(coder)
        self.politeness = politeness
        self.now = now
        self.time = time
        self.random = random
    }

    // MARK: - Sources

    /// Takes in what a source answered.
    mutating func take(_ answer: Result<Fetched, FetchError>, of source: WatchedSource) {
        var source = source
        source.lastAttempt = time
        var found = 0
        var hasChanged = false
        if case .success(let fetched) = answer, fetched.isSuccess {
            let digest = fetched.body.withUnsafeBytes { Document.sha256(of: $0) }
            hasChanged = digest != source.digest
            let filed = result.filings.count
            let before = source.digest
            source.digest = digest
            if hasChanged { found = read(fetched, of: &source, before: before) }
            if result.filings.count > filed { source.lastNew = time }
            (source.etag, source.lastModified) = (fetched.fields.etag, fetched.fields.lastModified)
        }
        var schedule = SourceSchedule(source, politeness, at: now)
        schedule.record(PollOutcome(answer, hasChanged: found > 0, at: now), politeness, at: now, random: random())
        schedule.write(to: &source)
        if let reason = schedule.pause {
            (source.state, source.reason) = (.gone, reason)
        } else if schedule.failures == 0 {
            source.lastSuccess = time
        }
        result.sources.append(source)
        if let failure = schedule.lastFailure {
            events.append(WatchEvent(.failed, source.address, failure))
        } else {
            events.append(WatchEvent(.polled, source.address, hasChanged ? "\(found) named" : "as it was"))
        }
    }

    /// Reads the body of a source: how many reports it names that are new.
    ///
    /// - Parameter before: the digest of what it was last time.
    private mutating func read(_ fetched: Fetched, of source: inout WatchedSource, before: String?) -> Int {
        let publication = Publication(
            id: fetched.address.pageID, name: fetched.address.path, address: fetched.address.href,
            mediaType: fetched.fields.contentType, bytes: fetched.body)
        switch PublicationKind(publication) {
        case .feed:
            guard let feed = try? reader.feed(publication) else { return 0 }
            source.title = feed.title ?? source.title
            let start = result.found.count
            let filed = feed.items.enumerated().reduce(0) { $0 + take($1.element, number: $1.offset, of: feed, source) }
            let named = known(source.id, result.found[start...].map(\.identity))
            let new = result.found[start...].filter { !named.contains($0.identity) }
            result.found.replaceSubrange(start..., with: new)
            return filed + new.count
        case .page:
            let intake = reader.page(publication)
            source.title = source.title ?? intake.document.title
            // pages are made anew for each who asks: their text tells whether they changed
            let text = WatchRound.digest(of: intake)
            defer { source.digest = text }
            if text == before { return 0 }
            file(intake, of: source, as: publication.id)
            return 1
        case .addresses:
            note(source.address, .noDocument, "expected a feed or a page, found a list of addresses; add those in it")
            return 0
        case .documents, .text, .other:
            let parts = reader.parts(of: publication)
            for part in parts {
                switch part.result {
                case .success(let intake): file(intake, of: source, as: nil)
                case .failure(let error): note(source.address, error.code, error.message)
                }
            }
            return parts.count
        }
    }

    /// Takes in one item of a feed; 1 where it is a report itself, without a page.
    private mutating func take(_ item: FeedItem, number: Int, of feed: Feed, _ source: WatchedSource) -> Int {
        let page = item.link.flatMap { try? WebAddress.parse($0) }.flatMap { address in
            ["http", "https"].contains(address.scheme) ? address : nil
        }
        let identity = page?.pageID ?? "\(source.address)#\(item.id ?? item.title ?? "\(number + 1)")"
        let document = item.document(of: feed, id: identity)
        guard let page else {
            guard !document.text.isEmpty else { return 0 }
            file(Intake(document: document), of: source, as: identity)
            return 1
        }
        result.found.append(
            WatchedPage(
                source: source.id, identity: identity, address: page.text(withFragment: false),
                item: DocumentLine.json(document), next: now, found: time))
        return 0
    }

    /// Takes in that a source may not be asked for.
    mutating func take(_ refusal: Refusal, of source: WatchedSource) {
        var source = source
        source.lastAttempt = time
        var schedule = SourceSchedule(source, politeness, at: now)
        schedule.record(.failed(reason: refusal.reason), politeness, at: now, random: random())
        schedule.write(to: &source)
        result.sources.append(source)
        events.append(WatchEvent(.failed, source.address, refusal.reason))
    }

    // MARK: - Pages

    /// Takes in what a page's server answered.
    mutating func take(_ answer: Result<Fetched, FetchError>, of page: WatchedPage, from source: WatchedSource) {
        var page = page
        switch answer {
        case .success(let fetched) where fetched.isNotModified: rest(&page, "not modified")
        case .success(let fetched) where fetched.isSuccess: read(fetched, of: &page, from: source)
        case .success(let fetched) where [404, 410, 451].contains(fetched.status):
            lose(&page, from: source, "its host answered \(fetched.status)")
        case .success(let fetched):
            let wait = Patience.retryAfter(fetched.fields.retryAfter, at: now)
            fail(&page, from: source, "its host answered \(fetched.status)", wait: wait)
        case .failure(let error) where error.isTransient: fail(&page, from: source, error.description, wait: nil)
        case .failure(let error): lose(&page, from: source, error.description)
        }
        result.pages.append(page)
    }

    /// Takes in that a page may not be asked for.
    mutating func take(_ refusal: Refusal, of page: WatchedPage, from source: WatchedSource) {
        var page = page
        if refusal.passes {
            fail(&page, from: source, refusal.reason, wait: nil)
        } else {
            lose(&page, from: source, refusal.reason)
        }
        result.pages.append(page)
    }

    private mutating func read(_ fetched: Fetched, of page: inout WatchedPage, from source: WatchedSource) {
        (page.etag, page.lastModified) = (fetched.fields.etag, fetched.fields.lastModified)
        let publication = Publication(
            id: page.identity, name: fetched.address.path, address: page.address,
            mediaType: fetched.fields.contentType, bytes: fetched.body)
        let item = DocumentLine.document(page.item)
        guard let part = reader.parts(of: publication).first, let read = try? part.result.get() else {
            return lose(
                &page, from: source, "found what is no page: \(fetched.fields.contentType ?? "no type told")")
        }
        var intake = completed(read, by: item)
        let digest = WatchRound.digest(of: intake)
        guard digest != page.digest else { return rest(&page, "as it was") }
        page.digest = digest
        if intake.document.text.isEmpty, let item { intake = Intake(document: item, diagnostics: intake.diagnostics) }
        file(intake, of: source, as: page.identity)
        events.append(WatchEvent(.read, page.address, page.state == .read ? "changed" : "new"))
        rest(&page, nil)
    }

    /// What a page says, with what only the feed said of it.
    private func completed(_ intake: Intake, by item: Document?) -> Intake {
        guard let item else { return intake }
        var intake = intake
        intake.document.title = intake.document.title ?? item.title
        intake.document.language = intake.document.language ?? item.language
        if intake.document.publishedText == nil {
            (intake.document.published, intake.document.publishedText) = (item.published, item.publishedText)
        }
        return intake
    }

    /// A page that is as it was, or was read now: it is looked at again later, a few times.
    private mutating func rest(_ page: inout WatchedPage, _ detail: String?) {
        if page.read == nil { page.read = time }
        if page.state == .read { page.checks += 1 }
        (page.state, page.failures, page.failure) = (.read, 0, nil)
        page.next = page.checks < WatchRound.checks.count ? now + WatchRound.checks[page.checks] : nil
        if let detail { events.append(WatchEvent(.unchanged, page.address, detail)) }
    }

    private mutating func fail(_ page: inout WatchedPage, from source: WatchedSource, _ reason: String, wait: Double?) {
        page.failures += 1
        guard page.failures < WatchRound.mostFailures else { return lose(&page, from: source, reason) }
        page.failure = reason
        page.next = now + politeness.jittered(max(wait ?? 0, politeness.backOff(after: page.failures)), random())
        events.append(WatchEvent(.failed, page.address, reason))
    }

    /// Gives a page up; what the feed said of it is read in its place where it never was read itself.
    private mutating func lose(_ page: inout WatchedPage, from source: WatchedSource, _ reason: String) {
        (page.failure, page.next) = (reason, nil)
        events.append(WatchEvent(.lost, page.address, reason))
        guard page.state != .read else { return }
        page.state = .lost
        if let item = DocumentLine.document(page.item), !item.text.isEmpty {
            file(Intake(document: item), of: source, as: page.identity)
        } else {
            note(page.address, .noDocument, "expected a page, \(reason)")
        }
    }

    // MARK: - Reports

    /// Files a report under a name, with the publisher that its source is given.
    private mutating func file(_ intake: Intake, of source: WatchedSource, as id: String?) {
        var intake = intake
        if let id { intake.document.id = id }
        if let publisher = source.publisher {
            var told = intake.document.source ?? Source()
            told.name = told.name ?? publisher.name
            told.kind = publisher.kind ?? told.kind
            told.country = publisher.country ?? told.country
            intake.document.source = told
        }
        if intake.document.source?.name == nil, let title = source.title {
            intake.document.source = Source(
                name: title, kind: intake.document.source?.kind, country: intake.document.source?.country)
        }
        result.filings.append(
            Filing(
                document: intake.document, record: session.record(for: intake), noticed: intake.diagnostics
            ))
    }

    private mutating func note(_ input: String, _ code: ReadingError.Code, _ message: String) {
        result.problems.append(Problem(input: input, line: 1, code: code.rawValue, message: message))
    }

    /// SHA-256 of what a page says: its title, text and time of publication.
    private static func digest(of intake: Intake) -> String {
        let document = intake.document
        return Document.sha256(of: "\(document.publishedText ?? "")\n\(document.spanned)")
    }
}
