import ArgumentParser
import Diplomacy
import FoundationEssentials
import Glibc
import Loopback
import Testing

@testable import rapporteur

/// The program itself, run with its output in files.
struct Program {
    /// What a run came to.
    struct Run {
        var status: Int32
        var output: String
        var errors: String

        /// The ids of documents that were printed.
        var ids: [String] {
            output.split(separator: "\n").compactMap { line in
                (try? JSONDecoder().decode(Named.self, from: Data(line.utf8)))?.id
            }
        }

        private struct Named: Decodable {
            var id: String
        }
    }

    let folder: TemporaryFolder
    private let path: String

    /// The program that was built with the tests: it stands beside their bundle.
    init(_ folder: TemporaryFolder) throws {
        self.folder = folder
        let bundles = CommandLine.arguments.filter { $0.hasSuffix(".xctest") } + [CommandLine.arguments[0]]
        let places = bundles.flatMap { bundle -> [String] in
            let parts = bundle.split(separator: "/", omittingEmptySubsequences: false)
            return [1, 2, 3].map { (parts.dropLast($0) + ["rapporteur"]).joined(separator: "/") }
        }
        path = try #require(
            places.first { access($0, X_OK) == 0 && !Files.isFolder($0) },
            "expected the program beside the tests' bundle")
    }

    /// Runs the program to its end.
    func run(_ arguments: [String], input: String = "") throws -> Run {
        let name = "\(folder.path)/run-\(UInt64.random(in: 0...UInt64.max))"
        try Files.write(Array(input.utf8), to: name + ".in")
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, name + ".in", O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 1, name + ".out", O_WRONLY | O_CREAT | O_TRUNC, 0o600)
        posix_spawn_file_actions_addopen(&actions, 2, name + ".err", O_WRONLY | O_CREAT | O_TRUNC, 0o600)
        var words: [UnsafeMutablePointer<CChar>?] = ([path] + arguments).map { strdup($0) } + [nil]
        defer { for word in words { free(word) } }
        var process = pid_t()
        let code = posix_spawn(&process, path, &actions, nil, &words, environ)
        try #require(code == 0, "expected to start \(path)")
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0, errno == EINTR {}
        func text(_ ending: String) throws -> String {
            String(decoding: try Files.contents(name + ending, expected: "output"), as: UTF8.self)
        }
        return Run(
            status: status & 0x7F == 0 ? status >> 8 & 0xFF : -(status & 0x7F), output: try text(".out"),
            errors: try text(".err"))
    }

    func run(_ arguments: String..., input: String = "") throws -> Run { try run(arguments, input: input) }
}

/// Pages and feeds as tests write them.
enum Web {
    static func page(_ title: String, _ text: String) -> String {
        """
        <!DOCTYPE html><html lang="en"><head><title>\(title)</title>
        <meta property="og:site_name" content="Example Wire"></head><body><article><h1>\(title)</h1>
        <p>\(text)</p></article></body></html>
        """
    }

    static let oslo =
        "Norwegian Foreign Minister Espen Barth Eide met Swedish Foreign Minister Maria Malmer Stenergard in Oslo on Tuesday. "
        + "They discussed trade and agreed to meet again, the ministry said."

    static func feed(_ items: [(title: String, link: String?, text: String)]) -> String {
        "<rss version=\"2.0\"><channel><title>Example Wire</title>"
            + items.map { item in
                "<item><title>\(item.title)</title>" + (item.link.map { "<link>\($0)</link>" } ?? "")
                    + "<pubDate>Thu, 12 Mar 2026 10:00:00 GMT</pubDate><description>\(item.text)</description></item>"
            }.joined() + "</channel></rss>"
    }

    static func record(_ url: String, _ body: String) -> String {
        let block = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + body
        return "WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: \(url)\r\nWARC-Date: 2026-03-12T10:00:00Z\r\n"
            + "Content-Length: \(block.utf8.count)\r\n\r\n\(block)\r\n\r\n"
    }
}

@Suite struct ExtractCommandTests {
    private let folder: TemporaryFolder
    private let program: Program

    init() throws {
        folder = try TemporaryFolder()
        program = try Program(folder)
    }

    private func writeMany() throws -> [String] {
        for number in 100..<250 {
            try folder.write("in/p\(number).html", Web.page("Page \(number)", "\(Web.oslo) This is number \(number)."))
        }
        try folder.write("in/q.jsonl", "{\"id\":\"q1\",\"text\":\"A.\"}\nnonsense\n{\"id\":\"q2\",\"text\":\"B.\"}\n")
        try folder.write("in/r/s.txt", "Ministers meet\n\n\(Web.oslo)")
        try folder.write("in/t.html", Array("%PDF-1.7".utf8))
        try folder.write("in/left-out.png", Array("\u{89}PNG".utf8))
        return (100..<250).map { "\(folder.path)/in/p\($0).html" } + ["q1", "q2", "\(folder.path)/in/r/s.txt"]
    }

    @Test func aFolderIsReadInOrderWithAnyNumberOfJobs() throws {
        let expected = try writeMany()
        var outputs: Set<String> = []
        for jobs in ["1", "2", "7"] {
            let run = try program.run("extract", "--jobs", jobs, "\(folder.path)/in")
            #expect(run.status == 0 && run.ids == expected)
            outputs.insert(run.output)
            let told = run.errors.split(separator: "\n")
            #expect(told.count == 3)
            #expect(told.contains { $0.contains("in/q.jsonl:2: malformed-json") })
            #expect(told.contains { $0.contains("in/t.html:1: no-document") })
            #expect(told.last == "rapporteur: 153 documents, 2 could not be read")
        }
        #expect(outputs.count == 1)
    }

    @Test func aMissingFileIsToldWithItsName() throws {
        let run = try program.run("extract", "\(folder.path)/none.html")
        #expect(run.status == 66 && run.output.isEmpty)
        #expect(run.errors.contains("none.html") && run.errors.contains("No such file"))
        #expect(exitStatus { try ExtractCommand.parse(["\(folder.path)/none"]).run() } == 66)
        #expect(exitStatus { _ = try ExtractCommand.parse([]) } == 64)
        #expect(exitStatus { _ = try ExtractCommand.parse(["--jobs", "0", "x"]) } == 64)
    }

    @Test func standardInputIsAPageAnArchiveOrDocuments() throws {
        let page = try program.run("extract", "-", input: Web.page("One", Web.oslo))
        #expect(page.ids == ["-"] && page.output.contains("\"title\":\"One\""))
        let archive = try program.run(
            "extract", "-",
            input: Web.record("https://example.org/a", Web.page("A", Web.oslo))
                + Web.record("https://example.org/b", Web.page("B", Web.oslo)))
        #expect(archive.ids == ["https://example.org/a", "https://example.org/b"])
        let lines = try program.run(
            "extract", "-", input: "{\"id\":\"1\",\"text\":\"A.\"}\n{\"id\":\"2\",\"text\":\"B.\"}\n")
        #expect(lines.ids == ["1", "2"] && lines.errors.isEmpty)
        let nothing = try program.run("extract", "-")
        #expect(nothing.status == 0)
        #expect(nothing.output.isEmpty)
    }

    @Test func whatIsPrintedIsReadAgainAsItWas() throws {
        let file = try folder.write(
            "feed.xml", Web.feed([("One", "https://example.org/1", Web.oslo), ("Two", nil, "They left.")]))
        let first = try program.run("extract", file)
        #expect(first.ids == [file + "#1", file + "#2"])
        #expect(try program.run("extract", "-", input: first.output).output == first.output)
    }

    @Test func anAddressIsAskedOnlyWhereItMayBe() async throws {
        let server = try await LoopbackServer { asked in
            asked.target.hasPrefix("/one") ? .answer(text: Web.page("One", Web.oslo)) : .answer("404 Not Found")
        }
        let base = "http://127.0.0.1:\(server.port)"
        let refused = try program.run("extract", base + "/one")
        #expect(refused.status == 0 && refused.output.isEmpty && refused.errors.contains("address-refused"))
        #expect(server.asked.isEmpty)
        let file = try folder.write("two.html", Web.page("Two", Web.oslo))
        let run = try program.run(
            "extract", "--allow-net", "127.0.0.0/8", base + "/one?utm_source=x", base + "/none", file)
        #expect(run.status == 0 && run.ids == ["\(base)/one", file])
        #expect(
            run.errors.contains("not-fetched") && run.errors.contains("404")
                && run.errors.contains("1 could not be read"))
        await server.stop()
    }
}
