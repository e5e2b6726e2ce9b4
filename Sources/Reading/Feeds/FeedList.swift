/// A list of feeds (OPML).
public struct FeedList: Sendable, Hashable {
    public struct Entry: Sendable, Hashable {
        /// Text, without markup.
        public var title: String?
        /// The feed's address.
        public var address: String
        /// The site's address.
        public var site: String?
        public var language: String?
        /// Titles of the outlines around it, the outermost first.
        public var folders: [String] = []
    }

    public var title: String?
    public var entries: [Entry] = []
    public var faults: [FeedFault] = []

    public init() {}
}
