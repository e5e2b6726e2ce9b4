public import Diplomacy

/// A feed, list or page that a register watches.
public struct WatchedSource: Hashable, Sendable {
    public enum State: String, Sendable, CaseIterable {
        /// It is asked when it is due.
        case active
        /// It is left alone until it is resumed.
        case paused
        /// It said that it is gone for good.
        case gone
    }

    /// Number of the row; 0 before it is stored.
    public var id = 0
    public var address: String
    /// What the feed calls itself.
    public var title: String?
    /// The publisher that its reports are given; what a page says of itself comes first, but for the kind.
    public var publisher: Source?
    public var state = State.active
    /// Why it is paused or gone.
    public var reason: String?
    /// RFC 3339.
    public var added: String
    /// What the server gave to ask by: whether it has changed since.
    public var etag: String?
    public var lastModified: String?
    /// SHA-256 of the last body.
    public var digest: String?
    /// Seconds since 1970 from which it may be asked again.
    public var next: Double
    /// Seconds between polls, as found so far; `nil` before the first.
    public var interval: Double?
    /// Failures since the last success.
    public var failures = 0
    /// Why the last poll failed, where it did.
    public var failure: String?
    /// RFC 3339; `nil` where there was none.
    public var lastAttempt: String?
    public var lastSuccess: String?
    /// When it last had a report that was new.
    public var lastNew: String?

    public init(address: String, publisher: Source? = nil, added: String, next: Double) {
        self.address = address
        self.publisher = publisher
        self.added = added
        self.next = next
    }
}

/// A page that a watched source named.
public struct WatchedPage: Hashable, Sendable {
    public enum State: String, Sendable, CaseIterable {
        /// It has still to be read.
        case waiting
        /// It was read; until its checks end it is looked at again.
        case read
        /// It cannot be had; what the feed said of it was read instead, if that was anything.
        case lost
    }

    public var id = 0
    /// The row of its source.
    public var source: Int
    /// What tells it from the other pages of its source: its address without what only tracks, or the feed's own id.
    public var identity: String
    public var address: String
    /// What the feed said of it, as a document of the contract in JSON.
    public var item: String?
    public var state = State.waiting
    public var etag: String?
    public var lastModified: String?
    public var digest: String?
    /// Seconds since 1970 from which it may be asked (again); `nil` where it is not asked any more.
    public var next: Double?
    /// How often it was looked at since it was read.
    public var checks = 0
    public var failures = 0
    public var failure: String?
    /// RFC 3339.
    public var found: String
    public var read: String?

    public init(source: Int, identity: String, address: String, item: String?, next: Double?, found: String) {
        self.source = source
        self.identity = identity
        self.address = address
        self.item = item
        self.next = next
        self.found = found
    }
}

/// How a source is doing, with what its pages tell.
public struct WatchedStanding: Hashable, Sendable {
    public var source: WatchedSource
    /// Pages by state.
    public var waiting = 0
    public var read = 0
    public var lost = 0
    /// Days between the days on which something new was found, the longest but the last; `nil` with fewer than three.
    public var longestSilence: Int?
    /// Days since the last new report.
    public var silence: Int?

    /// Whether it has been silent for longer than ever before, and for two days at least.
    public var isUnusuallySilent: Bool {
        guard let silence, let longestSilence else { return false }
        return silence > max(longestSilence, 1)
    }
}
