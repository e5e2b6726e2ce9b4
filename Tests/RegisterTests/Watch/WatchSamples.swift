import Diplomacy
import Testing

@testable import Register

/// A register with sources of ours.
struct WatchSamples {
    let folder: Folder
    let register: Register

    init() throws {
        folder = try Folder()
        register = try Register(path: folder.register, access: .write)
    }

    static let added = "2026-03-01T00:00:00Z"

    static func address(_ name: String) -> String { "https://\(name).example/feed" }

    /// Adds a source and gives it as it is stored.
    @discardableResult
    func add(_ name: String, next: Double = 0, publisher: Source? = nil) throws -> WatchedSource {
        let source = WatchedSource(
            address: Self.address(name), publisher: publisher, added: Self.added, next: next)
        _ = try register.watch([source])
        return try self.source(name)
    }

    func source(_ name: String) throws -> WatchedSource {
        try #require(try register.watchedSources().first { $0.address == Self.address(name) })
    }

    /// A page that a source named.
    static func page(
        _ identity: String, of source: WatchedSource, next: Double? = 0, found: String = "2026-03-02T08:00:00Z",
        item: String? = nil
    ) -> WatchedPage {
        WatchedPage(
            source: source.id, identity: identity, address: "https://pages.example/\(identity)", item: item, next: next,
            found: found)
    }

    /// Stores that sources named pages.
    @discardableResult
    func find(_ pages: [WatchedPage]) throws -> Int {
        var result = WatchResult()
        result.found = pages
        return try register.store(result, at: "2026-03-02T08:00:00Z").found
    }

    /// Every page that waits for anything, whenever it is due.
    func pages() throws -> [WatchedPage] { try register.due(at: .infinity, limit: 10_000).pages }

    func page(_ identity: String) throws -> WatchedPage { try #require(try pages().first { $0.identity == identity }) }
}
