import Hypertext
import Testing

@testable import Reading

@Suite("Broken feeds", .enabled(if: FeedSamples.areThere, "needs ../shared/data/feeds"))
struct FeedCorruptionTests {
    private struct Random {
        var state: UInt64

        mutating func next(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return bound > 0 ? Int(state >> 33) % bound : 0
        }
    }

    /// Two hundred feeds, each broken five times: bytes changed, taken out, doubled, cut off.
    @Test func corruptedFeedsNeverTrap() {
        var random = Random(state: 20_121_208)
        let files =
            FeedSamples.files("feedparser/wellformed") + FeedSamples.files("gofeed")
            + FeedSamples.files("gofeed", suffix: ".json")
        var (read, unbroken) = (0, 0)
        for _ in 0..<200 {
            let whole = FeedSamples.bytes(files[random.next(files.count)])
            unbroken += 5 * ((try? FeedSamples.reader.feed(whole))?.items.count ?? 0)
            for round in 0..<5 {
                var bytes = whole
                for _ in 0...random.next(8) where !bytes.isEmpty {
                    let place = random.next(bytes.count)
                    switch (round + random.next(3)) % 4 {
                    case 0: bytes[place] = UInt8(random.next(256))
                    case 1: bytes.remove(at: place)
                    case 2:
                        bytes.insert(
                            contentsOf: bytes[place..<min(bytes.count, place + random.next(40))],
                            at: random.next(bytes.count))
                    default: bytes[place] = Array("<>&\"'[]!?/;#".utf8)[random.next(12)]
                    }
                }
                if round == 4 { bytes = Array(bytes.prefix(random.next(bytes.count))) }
                _ = Feed.kind(of: bytes)
                if let feed = try? FeedSamples.reader.feed(bytes, address: "https://example.org/") {
                    read += feed.items.count
                }
                _ = try? FeedSamples.reader.list(bytes)
            }
        }
        // breaking a few bytes leaves most items readable
        #expect(read * 10 > unbroken * 6, "\(read) of \(unbroken)")
    }

    /// What feedparser keeps as broken, and what gofeed refuses: nothing traps, and most of it gives an item or a title.
    @Test func illformedFeedsGiveWhatCanBeRead() {
        let files = FeedSamples.files("feedparser/illformed") + FeedSamples.files("feedparser/encoding")
        var (readable, promising) = (0, 0)
        var empty: [String] = []
        for name in files {
            let bytes = FeedSamples.bytes(name)
            let text = CharacterEncoding.decode(bytes, transport: nil, syntax: .xml).utf8
            guard String(decoding: text, as: UTF8.self).contains(/<(item|entry|title)/) else { continue }
            promising += 1
            let feed = try? FeedSamples.reader.feed(bytes)
            if feed?.items.isEmpty == false || feed?.title != nil { readable += 1 } else { empty.append(name) }
        }
        #expect(files.count >= 100)
        #expect(promising >= 30)
        #expect(readable * 100 >= promising * 90, "\(readable) of \(promising), not \(empty)")
        #expect(throws: FeedError.self) {
            try FeedSamples.reader.feed(FeedSamples.bytes("gofeed/parser/json/invalid/invalid.json"))
        }
        #expect(throws: FeedError.self) {
            try FeedSamples.reader.feed(FeedSamples.bytes("gofeed/parser/universal/empty_feed.xml"))
        }
    }
}
