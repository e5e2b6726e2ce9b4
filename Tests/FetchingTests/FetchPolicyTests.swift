import Hypertext
import Loopback
import NIOCore
import Testing

@testable import Fetching

@Suite("Where fetches may go", .serialized)
struct FetchPolicyTests {
    private func address(_ text: String) throws -> IPAddress { try #require(IPAddress(text)) }

    /// First and last addresses of the blocks, from the registries of IANA for special purposes.
    @Test(
        "What addresses are for",
        arguments: [
            ("0.0.0.0", .unspecified), ("0.255.255.255", .unspecified), ("1.0.0.0", .global),
            ("9.255.255.255", .global),
            ("10.0.0.0", .private), ("10.255.255.255", .private), ("11.0.0.0", .global), ("100.63.255.255", .global),
            ("100.64.0.0", .private), ("100.127.255.255", .private), ("100.128.0.0", .global),
            ("126.255.255.255", .global),
            ("127.0.0.0", .loopback), ("127.255.255.255", .loopback), ("128.0.0.0", .global),
            ("169.253.255.255", .global),
            ("169.254.0.0", .linkLocal), ("169.254.169.254", .linkLocal), ("169.254.255.255", .linkLocal),
            ("169.255.0.0", .global),
            ("172.15.255.255", .global), ("172.16.0.0", .private), ("172.31.255.255", .private),
            ("172.32.0.0", .global),
            ("192.0.0.0", .reserved), ("192.0.0.255", .reserved), ("192.0.1.0", .global), ("192.0.2.1", .documentation),
            ("192.0.3.0", .global), ("192.88.99.1", .reserved), ("192.167.255.255", .global), ("192.168.0.0", .private),
            ("192.168.255.255", .private), ("192.169.0.0", .global), ("198.17.255.255", .global),
            ("198.18.0.0", .benchmark),
            ("198.19.255.255", .benchmark), ("198.20.0.0", .global), ("198.51.100.1", .documentation),
            ("203.0.113.255", .documentation),
            ("203.0.114.0", .global), ("223.255.255.255", .global), ("224.0.0.0", .multicast),
            ("239.255.255.255", .multicast),
            ("240.0.0.0", .reserved), ("255.255.255.255", .reserved),
        ] as [(String, AddressReach)])
    func version4(_ text: String, _ reach: AddressReach) throws {
        #expect(AddressReach.of(try address(text)) == reach)
    }

    @Test(
        "What addresses of version 6 are for, and what those are for that they carry",
        arguments: [
            ("::", .unspecified), ("::1", .loopback), ("::2", .unspecified), ("2001:4860:4860::8888", .global),
            ("2606:2800:21f::1", .global), ("fe80::1", .linkLocal), ("febf:ffff::", .linkLocal), ("fec0::1", .private),
            ("fc00::", .private), ("fdff:ffff::1", .private), ("ff02::1", .multicast), ("2001:db8::1", .documentation),
            ("3fff:fff::1", .documentation), ("3fff:1000::1", .global), ("100::1", .reserved),
            ("2001:2::1", .benchmark),
            ("2001:10::1", .reserved), ("2001:20::1", .reserved), ("2001:1ff:ffff::", .reserved),
            ("2001:200::1", .global),
            ("5f00::1", .reserved), ("4000::1", .reserved), ("64:ff9b:1::1", .private), ("e000::1", .reserved),
            ("::ffff:8.8.8.8", .global), ("::ffff:127.0.0.1", .loopback), ("::ffff:10.0.0.1", .private),
            ("::8.8.8.8", .global), ("::127.0.0.1", .loopback), ("::169.254.169.254", .linkLocal),
            ("64:ff9b::808:808", .global), ("64:ff9b::a9fe:a9fe", .linkLocal), ("64:ff9b::1:0:0", .reserved),
            ("2002:808:808::1", .global), ("2002:7f00:1::1", .loopback), ("2002:c0a8:101::1", .private),
            // Teredo: the server in the open, the client with all bits turned.
            ("2001:0:808:808:0:0:f7f7:f7f7", .global), ("2001:0:808:808:0:0:80ff:fffe", .loopback),
            ("2001:0:7f00:1:0:0:f7f7:f7f7", .loopback),
            // ISATAP
            ("2606:2800:21f:0:0:5efe:7f00:1", .loopback), ("2606:2800:21f:0:200:5efe:a00:1", .private),
            ("2606:2800:21f:0:0:5efe:808:808", .global), ("fe80::5efe:808:808", .linkLocal),
        ] as [(String, AddressReach)])
    func version6(_ text: String, _ reach: AddressReach) throws {
        #expect(AddressReach.of(try address(text)) == reach)
    }

    @Test("What is not routed everywhere is refused, unless it is allowed by kind or by network")
    func policies() throws {
        let strict = FetchPolicy()
        var loopback = FetchPolicy()
        loopback.allowsLoopback = true
        var inside = FetchPolicy()
        inside.allowsPrivate = true
        var listed = FetchPolicy()
        listed.allowedNetworks = [try #require(Network("10.8.0.0/16")), try #require(Network("fe80::/10"))]
        for (text, allowing) in [
            ("8.8.8.8", [strict, loopback, inside, listed]), ("127.0.0.1", [loopback]), ("::1", [loopback]),
            ("::ffff:127.0.0.1", [loopback]), ("10.1.1.1", [inside]), ("10.8.1.1", [inside, listed]),
            ("fd00::1", [inside]),
            ("fe80::1", [listed]), ("169.254.169.254", []), ("224.0.0.1", []), ("0.0.0.0", []), ("255.255.255.255", []),
        ] as [(String, [FetchPolicy])] {
            for policy in [strict, loopback, inside, listed] {
                let refusal = policy.refusal(of: try address(text), host: "x.example")
                #expect((refusal == nil) == allowing.contains(policy), "\(text)")
                if let refusal { #expect(refusal.code == .addressRefused && refusal.message.contains("x.example")) }
            }
        }
    }

    @Test("Ports")
    func ports() {
        var policy = FetchPolicy()
        for port in [80, 443, 1024, 8000, 8080, 8443, 65535] as [UInt16] {
            #expect(policy.isAllowed(port: port), "\(port)")
        }
        for port in [0, 1, 21, 22, 25, 53, 79, 81, 110, 143, 445, 587, 993, 1023, 3306, 5432, 6000, 6379, 6667, 11211]
            as [UInt16]
        {
            #expect(!policy.isAllowed(port: port), "\(port)")
        }
        policy.allowedPorts = [81, 6000]
        #expect(policy.isAllowed(port: 81) && policy.isAllowed(port: 6000) && !policy.isAllowed(port: 82))
    }

    @Test(
        "Networks",
        arguments: [
            ("10.0.0.0/8", "10.255.0.1", true), ("10.0.0.0/8", "11.0.0.0", false), ("10.9.9.9/8", "10.0.0.1", true),
            ("0.0.0.0/0", "255.1.2.3", true), ("1.2.3.4", "1.2.3.4", true), ("1.2.3.4", "1.2.3.5", false),
            ("::/0", "ff::1", true),
            ("::/0", "1.2.3.4", false), ("0.0.0.0/0", "::1", false), ("fc00::/7", "fdff::1", true),
            ("fc00::/7", "fe00::1", false),
            ("2001:db8::/64", "2001:db8::ffff:0:0:1", true), ("2001:db8::/64", "2001:db8:0:1::", false),
            ("2001:db8::80/121", "2001:db8::ff", true), ("2001:db8::80/121", "2001:db8::7f", false),
            ("::1/128", "::1", true),
        ])
    func networks(_ network: String, _ text: String, _ isIn: Bool) throws {
        #expect(try #require(Network(network)).contains(try address(text)) == isIn)
    }

    @Test(
        "Texts that are no network",
        arguments: ["", "/", "10.0.0.0/", "10.0.0.0/33", "::/129", "10.0.0.0/-1", "10/8", "x/8", "1.2.3.4/8/8"])
    func noNetwork(_ text: String) {
        #expect(Network(text) == nil)
    }

    @Test(
        "Names that the domain name system could hold",
        arguments: [
            ("a.example", true), ("a_b.example", true), ("a.example.", true), ("localhost", true),
            ("a..example", false), (".example", false),
            ("a!b.example", false), ("a$.example", false), (String(repeating: "a", count: 63) + ".example", true),
            (String(repeating: "a", count: 64) + ".example", false),
            (String(repeating: "a.", count: 130) + "example", false),
        ])
    func names(_ name: String, _ isName: Bool) throws {
        let refusal = FetchPolicy().refusal(of: try WebAddress.parse("https://\(name)/"))
        #expect(refusal?.code == (isName ? nil : .hostRefused))
    }

    @Test(
        "Literal addresses are led to where the dialer says",
        arguments: ["93.184.215.14", "[2606:2800:21f::1]", "0x5db8d70e"])
    func literals(_ host: String) async throws {
        let web = try await Web { _ in .answer(text: "x") }
        #expect(try await web.fetch(host: host).get().text == "x")
        #expect(web.resolved.isEmpty && web.checked.count == 1 && web.staysHere)
    }

    @Test("Loopback is fetched from where it is allowed", arguments: ["127.0.0.1", "127.1", "2130706433"])
    func loopback(_ host: String) async throws {
        let web = try await Web { _ in .answer(text: "x") }
        var policy = FetchPolicy()
        policy.allowsLoopback = true
        #expect(try await web.fetcher().fetch(FetchRequest(try web.address(host: host))).error?.code == .addressRefused)
        #expect(web.server.connections == 0)
        let fetcher = try Fetcher(agent: UserAgent(version: "1", contact: "x"), policy: policy)
        #expect(try await fetcher.fetch(FetchRequest(try web.address(host: host))).get().text == "x")
        await web.server.stop()
    }
}
