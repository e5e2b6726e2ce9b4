import Hypertext
import Reading

/// The reader as the program uses it.
private let reader = FeedReader(
    plainText: { HTMLText.text(ofFragment: $0) },
    resolve: { address, base in
        guard let base = try? WebAddress.parse(base) else { return (try? WebAddress.parse(address))?.href }
        return (try? WebAddress.parse(address, base: base))?.href
    })

/// Reads a feed twice, once more with few items, and as a list of feeds.
func checkFeed(_ bytes: [UInt8]) {
    let address = "https://example.org/feed"
    let read = outcome { () throws(FeedError) in try reader.feed(bytes, address: address) }
    let again = outcome { () throws(FeedError) in try reader.feed(bytes, address: address) }
    expect(read == again, "a feed reads the same twice")
    if case .success(let feed) = read { check(feed, bytes, address) }
    if case .failure(let error) = read { expect(!error.message.isEmpty, "an error has a message") }
    let list = outcome { () throws(FeedError) in try reader.list(bytes, address: address) }
    let listAgain = outcome { () throws(FeedError) in try reader.list(bytes, address: address) }
    expect(list == listAgain, "a list reads the same twice")
    if case .success(let list) = list {
        expect(list.entries.allSatisfy { !$0.address.isEmpty }, "every feed of a list has an address")
        expect(list.entries.count <= bytes.count, "a list has no more feeds than bytes")
    }
    expect(Feed.kind(of: bytes) == Feed.kind(of: bytes), "a kind is the same twice")
}

private func check(_ feed: Feed, _ bytes: [UInt8], _ address: String) {
    expect(feed.items.count <= bytes.count, "a feed has no more items than bytes")
    for item in feed.items {
        expect(item.published == nil || item.publishedText != nil, "a date of publication comes with its text")
        expect(item.enclosures.allSatisfy { ($0.length ?? 0) >= 0 }, "no file has a negative length")
        if let published = item.published { checkRange(of: published) }
        if let updated = item.updated { checkRange(of: updated) }
    }
    var small = reader
    small.mostItems = 2
    let few = outcome { () throws(FeedError) in try small.feed(bytes, address: address) }
    guard case .success(let cut) = few else { return expect(false, "a feed with few items is one") }
    expect(cut.items.count <= 2, "no more items than allowed are kept")
    if feed.items.count > 2 {
        expect(cut.faults.contains { $0.code == "too-many-items" }, "items that are left out are told of")
    }
}
