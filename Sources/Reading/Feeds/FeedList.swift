/// A list of feeds (OPML).
package struct FeedList: Sendable, Hashable {
    package struct Entry: Sendable, Hashable {
        /// Text, without markup.
        package var title: String?
        /// The feed's address.
        package var address: String
        /// The site's address.
        package var site: String?
        package var language: String?
        /// Titles of the outlines around it, the outermost first.
        package var folders: [String] = []
    }

    package var title: String?
    package var entries: [Entry] = []
    package var faults: [FeedFault] = []

    package init() {}
}
