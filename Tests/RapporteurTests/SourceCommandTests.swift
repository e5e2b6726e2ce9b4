import ArgumentParser
import FoundationEssentials
import Register
import Testing

@testable import rapporteur

@Suite struct SourceCommandTests {
    private let folder: TemporaryFolder
    private let program: Program
    private let path: String

    init() throws {
        folder = try TemporaryFolder()
        program = try Program(folder)
        path = "\(folder.path)/r.sqlite"
    }

    private func run(_ arguments: String...) throws -> Program.Run {
        try program.run(["source", arguments[0], "--register", path] + arguments.dropFirst())
    }

    /// A line of `source list --format jsonl`.
    private struct Line: Decodable {
        struct Publisher: Decodable {
            var name: String?
            var kind: String?
            var country: String?
        }

        var address: String
        var added: String
        var state: String
        var reason: String?
        var title: String?
        var publisher: Publisher?
        var failures: Int
        var read: Int
        var waiting: Int
        var lost: Int
        var unusually_silent: Bool
    }

    private func list() throws -> [Line] {
        let run = try run("list", "--format", "jsonl")
        #expect(run.status == 0 && run.errors.isEmpty)
        return try run.output.split(separator: "\n").map { try JSONDecoder().decode(Line.self, from: Data($0.utf8)) }
    }

    @Test func sourcesAreAddedOnceAndListedByAddress() throws {
        let added = try run(
            "add", "https://example.org/rss.xml#top", "example.com/feed", "--name", "Example", "--kind", "official",
            "--country", "NOR")
        #expect(added.status == 0 && added.output == "2 sources added; `rapporteur watch` asks them\n")
        let again = try run("add", "https://EXAMPLE.org/rss.xml", "http://example.net/")
        #expect(again.output == "1 source added, 1 were there already; `rapporteur watch` asks them\n")
        let all = try list()
        #expect(
            all.map(\.address) == ["http://example.net/", "https://example.com/feed", "https://example.org/rss.xml"])
        #expect(all.allSatisfy { $0.state == "active" && $0.failures == 0 && $0.read == 0 && !$0.unusually_silent })
        #expect(all.map { $0.publisher?.kind } == [nil, "official", "official"] && all[1].publisher?.country == "NOR")
        #expect(all[0].publisher == nil && all[0].added.hasSuffix("Z") && all[0].added.utf8.count == 20)
        let text = try run("list").output
        #expect(
            text.contains(
                "https://example.org/rss.xml\n  active · no answer yet · no new report yet\n  0 read, 0 waiting"))
    }

    @Test func whatIsNoAddressIsRefusedAndNothingIsAdded() throws {
        for bad in [
            "ftp://example.org/", "https://user:secret@example.org/", "https://", "mailto:a@example.org",
            "https://exa mple/",
        ] {
            let run = try run("add", "https://example.org/good", bad)
            #expect(run.status == 64 && run.errors.contains("expected an address"), "\(bad)")
        }
        #expect(
            exitStatus { _ = try SourceAddCommand.parse(["--register", path, "--kind", "rumour", "https://a.org"]) }
                == 64)
        #expect(
            exitStatus { _ = try SourceAddCommand.parse(["--register", path, "--country", "no", "https://a.org"]) }
                == 64)
        #expect(exitStatus { _ = try SourceAddCommand.parse(["--register", path]) } == 64)
        #expect(try run("list").status == 66)
    }

    @Test func aListOfFeedsIsImportedWithItsTitles() throws {
        let opml = try folder.write(
            "feeds.opml",
            """
            <opml version="2.0"><head><title>x</title></head><body><outline text="News">
            <outline type="rss" text="Example" xmlUrl="https://example.org/rss"/>
            <outline type="rss" title="Other" xmlUrl="https://example.com/rss"/>
            <outline type="rss" text="Bad" xmlUrl="ftp://example.com/rss"/></outline></body></opml>
            """)
        let imported = try run("import", opml, "--kind", "agency")
        #expect(imported.status == 0 && imported.output.hasPrefix("2 sources added"))
        #expect(imported.errors.contains("left out") && imported.errors.contains("ftp://example.com/rss"))
        let all = try list()
        #expect(all.map(\.title) == ["Other", "Example"] && all.allSatisfy { $0.publisher?.kind == "agency" })
        #expect(try run("import", opml).output.hasPrefix("0 sources added, 2 were there already"))
        let noList = try folder.write("no.opml", "They met.")
        #expect(try run("import", noList).status == 65)
        #expect(try run("import", "\(folder.path)/none").status == 66)
    }

    @Test func sourcesArePausedResumedAndRemoved() throws {
        _ = try run("add", "https://example.org/a", "https://example.org/b")
        let paused = try run("pause", "https://example.org/a", "--reason", "too much")
        #expect(paused.status == 0)
        #expect(try list().map(\.state) == ["paused", "active"] && list().first?.reason == "too much")
        #expect(try run("list").output.contains("paused · ") && run("list").output.contains("  too much\n"))
        #expect(try run("resume", "https://example.org/a").status == 0)
        #expect(try list().map(\.state) == ["active", "active"] && list().first?.reason == nil)
        #expect(try run("remove", "https://example.org/a").status == 0)
        #expect(try list().map(\.address) == ["https://example.org/b"])
        for command in ["pause", "resume", "remove"] {
            let none = try run(command, "https://example.org/none")
            #expect(none.status == 1 && none.errors.contains("https://example.org/none"), "\(command)")
        }
    }

    @Test func withoutARegisterOnlyAddingMakesOne() throws {
        for command in ["pause", "resume", "remove"] {
            #expect(try run(command, "https://example.org/a").status == 66, "\(command)")
        }
        #expect(try run("list").status == 66)
        _ = try run("add", "https://example.org/a")
        _ = try run("remove", "https://example.org/a")
        #expect(try run("list").output == "No sources; add one by `rapporteur source add`.\n")
    }

    @Test func addressesArePausedAsUsersWriteThem() throws {
        _ = try run("add", "example.org/a")
        let paused = try run("pause", "example.org/a")
        #expect(paused.status == 0)
    }

    @Test func controlCharactersOfATitleDoNotReachTheTerminal() throws {
        let register = try Register(path: path, access: .write)
        var source = WatchedSource(address: "https://example.org/a", added: "2026-03-12T10:00:00Z", next: 0)
        source.title = "Wire \u{1B}[2J\u{7}\nof news"
        (source.reason, source.state) = ("a\u{1B}b", .paused)
        _ = try register.watch([source])
        _ = try register.change(source: source.address) { ($0.title, $0.reason) = (source.title, source.reason) }
        try register.close()
        let text = try run("list").output
        #expect(!text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" } && text.contains("Wire"))
        #expect(try list().first?.title == source.title)
    }
}
