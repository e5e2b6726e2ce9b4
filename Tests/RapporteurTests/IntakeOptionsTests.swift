import Archives
import ArgumentParser
import Diplomacy
import Fetching
import FoundationEssentials
import Loopback
import Register
import Testing

@testable import rapporteur

@Suite struct IntakeOptionsTests {
    private func status(_ arguments: String...) -> Int32 {
        exitStatus { _ = try ExtractCommand.parse(arguments + ["x"]) }
    }

    @Test func limitsAreSetByTheirNames() throws {
        let options = try ExtractCommand.parse(
            [
                "--limit", "body-size=1000", "--limit", "total-time=7", "--limit", "entry-size=2000", "--limit",
                "nesting-depth=2", "--limit", "redirects=3", "x",
            ]
        ).intake
        let (fetch, archive) = (try options.fetchLimits(), try options.archiveLimits())
        #expect(fetch.bodySize == 1000 && fetch.totalTime == .seconds(7) && fetch.redirects == 3)
        #expect(archive.entrySize == 2000 && archive.nestingDepth == 2)
        // others stay
        #expect(fetch.ratio == 200 && fetch.idleTime == .seconds(15) && archive.entries == 10_000_000)
    }

    @Test func aLimitOfAnotherNameOrValueIsRefused() {
        for bad in [
            "body-size", "body-size=", "body-size=0", "body-size=-1", "body-size=1e6", "=1",
            "entry-size=99999999999999999999",
        ] {
            #expect(status("--limit", bad) == 64, "\(bad)")
        }
        #expect(status("--limit", "bodysize=1") == 64)
        #expect(status("--limit", "entry-size=1") == 0)
        do {
            _ = try ExtractCommand.parse(["--limit", "speed=1", "x"])
            Issue.record("expected a refusal")
        } catch {
            let message = ExtractCommand.message(for: error)
            #expect(message.contains("body-size") && message.contains("nesting-depth") && message.contains("\"speed\""))
        }
    }

    @Test func aNetworkIsABlockOfAddresses() {
        for bad in ["localhost", "10.0.0.0/33", "10.0.0/8", "", "::1/129"] {
            #expect(status("--allow-net", bad) == 64, "\(bad)")
        }
        for good in ["10.1.0.0/16", "127.0.0.1", "fc00::/7"] { #expect(status("--allow-net", good) == 0, "\(good)") }
    }

    @Test func aFolderStandsForItsReports() throws {
        let folder = try TemporaryFolder()
        for name in ["b.HTML", "a.txt", "c/d.warc.gz", "c/e.jpg", "f", ".hidden.html", "g.eml"] {
            try folder.write(name, "x")
        }
        let files = try IntakeOptions.files([folder.path, "-", "https://example.org/x", "\(folder.path)/f"])
        #expect(
            files == ["a.txt", "b.HTML", "c/d.warc.gz", "g.eml"].map { "\(folder.path)/\($0)" }
                + ["-", "https://example.org/x", "\(folder.path)/f"])
        #expect(
            IntakeOptions.isAddress("http://x") && !IntakeOptions.isAddress("ftp://x") && !IntakeOptions.isAddress("x"))
    }

    @Test func aLimitStopsAnArchiveWithAWordOfIt() throws {
        let folder = try TemporaryFolder()
        let program = try Program(folder)
        let archive = ["a", "b", "c"].map { Web.record("https://example.org/\($0)", Web.page($0, Web.oslo)) }.joined()
        let file = try folder.write("x.warc", archive)
        let run = try program.run("extract", "--limit", "entries=2", file)
        #expect(run.ids.count == 2 && run.errors.contains("archive-too-many-entries") && run.status == 0)
        let piped = try program.run("extract", "--limit", "entries=2", "-", input: archive)
        #expect(piped.ids.count == 2 && piped.errors.contains("archive-too-many-entries"))
    }

    @Test func aLimitOfFetchesIsNamedWhereItIsReached() async throws {
        let folder = try TemporaryFolder()
        let server = try await LoopbackServer { _ in .answer(text: Web.page("One", Web.oslo)) }
        let run = try Program(folder).run(
            "extract", "--allow-net", "127.0.0.1", "--limit", "body-size=50", "http://127.0.0.1:\(server.port)/")
        #expect(run.ids.isEmpty && run.errors.contains("limit-reached") && run.errors.contains("body-size"))
        await server.stop()
    }

    // MARK: - add and read

    @Test func pagesFeedsAndArchivesAreAddedAndAnEditIsAVersion() throws {
        let folder = try TemporaryFolder()
        let register = "\(folder.path)/r.sqlite"
        let page = try folder.write("in/page.html", Web.page("Ministers meet", Web.oslo))
        try folder.write("in/crawl.warc", Web.record("https://example.org/a", Web.page("A", Web.oslo)))
        try folder.write(
            "in/feed.xml", Web.feed([("F1", "https://example.org/f1", Web.oslo), ("F2", nil, "They left.")]))
        func add() throws { try AddCommand.parse(["--register", register, "--jobs", "2", "\(folder.path)/in"]).run() }
        try add()
        try add()
        func versions(_ id: String) throws -> Int {
            let opened = try Register(path: register, access: .read)
            defer { try? opened.close() }
            return try opened.versions(of: id).count
        }
        let feed = "\(folder.path)/in/feed.xml"
        for id in [page, "https://example.org/a", feed + "#1", feed + "#2"] { #expect(try versions(id) == 1, "\(id)") }
        try folder.write("in/page.html", Web.page("Ministers meet", Web.oslo + " The talks went on until the evening."))
        try add()
        #expect(try versions(page) == 2 && versions("https://example.org/a") == 1)
        let opened = try Register(path: register, access: .read)
        #expect(try opened.problems().isEmpty)
        var count = 0
        try opened.exportEncounters { _ in count += 1 }
        #expect(count >= 1)
        try opened.close()
    }

    @Test func whatCannotBeAddedIsAProblemOfTheRegister() throws {
        let folder = try TemporaryFolder()
        let register = "\(folder.path)/r.sqlite"
        let file = try folder.write("x.html", Array("%PDF-1.7".utf8))
        #expect(exitStatus { try AddCommand.parse(["--register", register, file]).run() } == 0)
        let opened = try Register(path: register, access: .read)
        #expect(try opened.problems().map(\.input) == [file] && opened.problems().map(\.code) == ["no-document"])
        try opened.close()
        #expect(exitStatus { try AddCommand.parse(["--register", register, "\(folder.path)/none"]).run() } == 66)
    }

    @Test func aReportWithoutAPublisherIsAdded() throws {
        let folder = try TemporaryFolder()
        let run = try Program(folder).run(
            "add", "--register", "\(folder.path)/r.sqlite", "-", input: "{\"id\":\"1\",\"text\":\"\(Web.oslo)\"}\n")
        #expect(run.status == 0)
    }

    @Test func aPageIsReadToItsRecord() async throws {
        let folder = try TemporaryFolder()
        let program = try Program(folder)
        let file = try folder.write("p.html", Web.page("Ministers meet", Web.oslo))
        let run = try program.run("read", "--published", "2026-03-12", "--format", "json", file)
        #expect(run.status == 0 && run.errors.isEmpty)
        let record = try JSONDecoder().decode(Record.self, from: Data(run.output.utf8))
        #expect(record.encounters.contains { $0.place?.name == "Oslo" })
        let server = try await LoopbackServer { _ in .answer(text: Web.page("Ministers meet", Web.oslo)) }
        let address = "http://127.0.0.1:\(server.port)/p"
        let fetched = try program.run("read", "--allow-net", "127.0.0.1", "--format", "json", address)
        #expect(fetched.status == 0 && fetched.output.contains("Oslo"))
        #expect(try program.run("read", address).status == 65)
        #expect(server.asked.count == 1)
        await server.stop()
        let picture = try folder.write("x.html", Array("GIF89a".utf8))
        #expect(try program.run("read", picture).status == 65)
        #expect(try program.run("read", "\(folder.path)/none").status == 66)
    }
}
