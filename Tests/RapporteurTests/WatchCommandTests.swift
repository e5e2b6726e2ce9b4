import ArgumentParser
import FoundationEssentials
import Loopback
import Register
import Testing

@testable import rapporteur

@Suite struct WatchCommandTests {
    private let folder: TemporaryFolder
    private let program: Program
    private let path: String

    init() throws {
        folder = try TemporaryFolder()
        program = try Program(folder)
        path = "\(folder.path)/r.sqlite"
    }

    private static func server() async throws -> LoopbackServer {
        try await LoopbackServer { asked in
            let base = "http://\(asked.fields["host"] ?? "")"
            switch asked.target {
            case "/feed":
                return .answer(
                    "200 OK", ["Content-Type: application/rss+xml"],
                    text: Web.feed([("One", base + "/one", "Short."), ("Two", nil, Web.oslo)]))
            case "/one": return .answer(text: Web.page("One", Web.oslo))
            default: return .answer("404 Not Found")
            }
        }
    }

    @Test func onceAsksWhatIsDueReadsItAndEnds() async throws {
        let server = try await Self.server()
        let feed = "http://127.0.0.1:\(server.port)/feed"
        #expect(try program.run("source", "add", "--register", path, feed).status == 0)
        let run = try program.run(
            "watch", "--register", path, "--once", "--allow-net", "127.0.0.0/8", "--pace", "0.1", "--contact",
            "desk@example.org")
        #expect(run.status == 0 && run.output.isEmpty)
        #expect(
            run.errors.contains("polled \(feed) 2 named")
                && run.errors.contains("read http://127.0.0.1:\(server.port)/one new"))
        #expect(server.asked.map(\.target) == ["/robots.txt", "/feed", "/one"])
        let agents = Set(server.asked.compactMap { $0.fields["user-agent"] })
        #expect(agents.count == 1 && agents.first?.contains("desk@example.org") == true)
        let register = try Register(path: path, access: .read)
        let source = try #require(try register.watchedSources().first)
        #expect(source.title == "Example Wire" && source.failures == 0 && source.lastNew != nil)
        #expect(try register.versions(of: "http://127.0.0.1:\(server.port)/one").count == 1)
        #expect(try register.problems().isEmpty)
        try register.close()
        // nothing is due any more
        let again = try program.run("watch", "--register", path, "--once", "--allow-net", "127.0.0.0/8")
        #expect(again.status == 0 && again.errors.isEmpty && server.asked.count == 3)
        await server.stop()
    }

    @Test func aNetworkThatIsNotAllowedIsNotAsked() async throws {
        let server = try await Self.server()
        let feed = "http://127.0.0.1:\(server.port)/feed"
        _ = try program.run("source", "add", "--register", path, feed)
        let run = try program.run("watch", "--register", path, "--once")
        #expect(run.status == 0 && run.errors.contains("failed \(feed)"))
        #expect(server.asked.isEmpty && server.connections == 0)
        await server.stop()
        let list = try program.run("source", "list", "--register", path).output
        #expect(list.contains("failed 1 times in a row") && list.contains("127.0.0.1 (loopback)"))
    }

    @Test func quietLeavesOutWhatIsAsItWas() async throws {
        let server = try await Self.server()
        _ = try program.run("source", "add", "--register", path, "http://127.0.0.1:\(server.port)/feed")
        let run = try program.run(
            "watch", "--register", path, "--once", "--quiet", "--allow-net", "127.0.0.1", "--pace", "0.1")
        #expect(!run.errors.contains(" polled ") && run.errors.contains(" read "))
        await server.stop()
    }

    @Test func argumentsAreChecked() throws {
        for bad in ["0", "-1", "3601", "nan", "soon"] {
            #expect(exitStatus { _ = try WatchCommand.parse(["--register", path, "--pace=\(bad)"]) } == 64, "\(bad)")
        }
        #expect(exitStatus { _ = try WatchCommand.parse([]) } == 64)
        let text = try folder.write("notes.txt", String(repeating: "no register ", count: 200))
        #expect(try program.run("watch", "--once", "--register", text).status == 65)
    }

    @Test func aRegisterThatIsBeingWrittenIsToldOnStarting() throws {
        let register = try Register(path: path, access: .write)
        defer { try? register.close() }
        let run = try program.run("watch", "--once", "--register", path)
        #expect(run.status == 75 && run.errors.contains("wait for it to end"))
    }
}
