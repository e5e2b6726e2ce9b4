/// The best of several sources of one value: the lowest rank, and of equals the first.
struct Best<Value: Sendable>: Sendable {
    private(set) var value: Value?
    private var rank = Int.max

    mutating func offer(_ new: Value?, rank new_rank: Int) {
        guard let new, new_rank < rank else { return }
        (value, rank) = (new, new_rank)
    }
}

/// A date as it was given, and what it was read as.
struct GivenDate: Sendable {
    var text: String
    var time: PublicationTime?
}

/// What a feed or an item has said of itself so far.
struct FeedDraft: Sendable {
    var title = Best<String>()
    var link = Best<String>()
    var id = Best<String>()
    var published = Best<GivenDate>()
    var updated = Best<GivenDate>()
    var summary = Best<FeedContent>()
    var content = Best<FeedContent>()
    var language: String?
    var rights: String?
    var categories: [FeedCategory] = []
    var enclosures: [FeedEnclosure] = []
    var links: [FeedLink] = []
    var source: FeedSource?
    private var authors: [FeedPerson] = []
    private var authorRank = Int.max

    /// Authors of the best rank that was told; all of that rank count.
    mutating func offer(_ person: FeedPerson, rank: Int) {
        guard person != FeedPerson(), rank <= authorRank else { return }
        if rank < authorRank { authors = [] }
        authorRank = rank
        authors.append(person)
    }

    /// The item that the draft is.
    var item: FeedItem {
        var item = FeedItem()
        item.id = id.value
        item.title = title.value
        item.link = link.value
        item.published = published.value?.time
        item.publishedText = published.value?.text
        item.updated = updated.value?.time
        item.authors = authors
        item.summary = summary.value
        item.content = content.value
        item.language = language
        item.rights = rights
        item.categories = categories
        item.enclosures = enclosures
        item.links = links
        item.source = source
        return item
    }

    /// Fills a feed; the description becomes text.
    func fill(_ feed: inout Feed, plainText: (FeedContent) -> String?) {
        feed.id = id.value
        feed.title = title.value
        feed.link = link.value
        feed.published = published.value?.time
        feed.updated = updated.value?.time
        feed.authors = authors
        feed.description = (summary.value ?? content.value).flatMap(plainText)
        feed.language = language
        feed.rights = rights
        feed.categories = categories
        feed.links = links
    }
}
