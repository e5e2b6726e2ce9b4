import Hypertext
import Loopback
import NIOCore
import NIOPosix
import Testing

@testable import Fetching

@Suite("The terms of a connection")
struct ConnectionTermsTests {
    @Test("A connection to another server than the one checked is given up")
    func otherServer() async throws {
        let server = try await LoopbackServer { _ in .answer(text: "x") }
        let channel = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .connect(host: "127.0.0.1", port: server.port).get()
        let terms = ConnectionTerms(
            limits: FetchLimits(), deadline: .distantFuture, target: "/", server: .v4(0x7F00_0002))
        await #expect {
            try await terms.set(on: channel).get()
        } throws: { error in
            (error as? FetchError)?.code == .cannotConnect && "\(error)".contains("127.0.0.2")
        }
        try await channel.close()
        await server.stop()
    }

    @Test("Addresses of sockets", arguments: ["127.0.0.1", "::1", "2606:2800:21f::1", "::ffff:8.8.8.8"])
    func sockets(_ text: String) throws {
        #expect(IPAddress(try SocketAddress(ipAddress: text, port: 80)) == IPAddress(text))
        #expect(IPAddress(try SocketAddress(unixDomainSocketPath: "/x")) == nil)
    }
}
