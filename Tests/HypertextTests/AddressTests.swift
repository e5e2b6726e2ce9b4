import Testing

@testable import Hypertext

@Suite("Addresses")
struct AddressTests {
    private func read(_ text: String, _ base: String? = nil) throws -> WebAddress {
        try WebAddress.parse(text, base: base.map { try WebAddress.parse($0) })
    }

    @Test("Parts of an address")
    func parts() throws {
        let address = try read("HTTPS://Reader:s%65cret@WWW.Example.ORG:8443/a/../b c?x='1'#top part")
        #expect(address.scheme == "https")
        #expect(address.username == "Reader")
        #expect(address.password == "s%65cret")
        #expect(address.host == .domain("www.example.org"))
        #expect(address.port == 8443)
        #expect(address.path == "/b%20c")
        #expect(address.query == "x=%271%27")
        #expect(address.fragment == "top%20part")
        #expect(address.requestTarget == "/b%20c?x=%271%27")
        #expect(address.origin == "https://www.example.org:8443")
        #expect(address.text(withFragment: false).hasSuffix("?x=%271%27"))
    }

    @Test("Ports: the scheme's own is left out and still known")
    func ports() throws {
        #expect(try read("http://example.org:80/").href == "http://example.org/")
        #expect(try read("http://example.org:80/").effectivePort == 80)
        #expect(try read("https://example.org/").effectivePort == 443)
        #expect(try read("https://example.org:00000443/").port == nil)
        #expect(try read("mailto:a@example.org").effectivePort == nil)
        #expect(throws: WebAddressFault.badPort("65536")) { try read("http://example.org:65536/") }
        #expect(throws: WebAddressFault.badPort("8o")) { try read("http://example.org:8o/") }
    }

    @Test(
        "Every notation of a loopback address is read as it",
        arguments: [
            "127.0.0.1", "127.1", "127.0.1", "2130706433", "017700000001", "0x7f000001", "0x7f.1", "0177.0.0.1",
            "127.0.0.0x1", "127.0.0.1.", "%31%32%37.0.0.1", "１２７.0.0.1", "127。0。0。1",
        ])
    func loopbackNotations(_ host: String) throws {
        #expect(try read("http://\(host)/").host == .address(.v4(0x7F00_0001)))
    }

    @Test(
        "Addresses of version 4 that are none",
        arguments: ["256.1.1.1", "1.2.3.4.5", "0x1.2.3.09", "1..2", "4294967296"])
    func noAddress(_ host: String) {
        #expect(throws: WebAddressFault.badHost(host)) { try read("http://\(host)/") }
    }

    @Test(
        "Version 6 is written as RFC 5952 asks",
        arguments: [
            ("2001:DB8:0:0:8:800:200C:417A", "2001:db8::8:800:200c:417a"), ("0:0:0:0:0:0:0:1", "::1"), ("::", "::"),
            ("2001:db8:0:1:1:1:1:1", "2001:db8:0:1:1:1:1:1"), ("2001:0:0:1:0:0:0:1", "2001:0:0:1::1"),
            ("2001:db8:0:0:1:0:0:1", "2001:db8::1:0:0:1"), ("::ffff:192.0.2.33", "::ffff:c000:221"),
            ("1:2:3:4:5:6:7::", "1:2:3:4:5:6:7:0"),
        ])
    func version6(_ text: String, _ written: String) throws {
        #expect(IPAddress(text)?.description == written)
        #expect(try read("http://[\(text)]/").host?.text == "[\(written)]")
    }

    @Test(
        "Texts that are no address",
        arguments: [
            "", ":", ":::", "1:2:3:4:5:6:7:8:9", "1::2::3", "12345::", "::1%eth0", "::1.2.3", "::1.2.3.256",
            "::01.2.3.4",
            "1:2:3:4:5:6:7:1.2.3.4", "1.2.3", "1.2.3.4.", "01.2.3.4", "0x1.2.3.4", "1.2.3.1111", "a.b.c.d", "1.2.3.-4",
        ])
    func noIPAddress(_ text: String) {
        #expect(IPAddress(text) == nil)
    }

    @Test("Faults say what was expected")
    func faults() {
        #expect(throws: WebAddressFault.relativeWithoutBase) { try read("/just/a/path") }
        #expect(throws: WebAddressFault.noHost) { try read("https://") }
        #expect(throws: WebAddressFault.noHost) { try read("https://user@/") }
        #expect(throws: WebAddressFault.badHost("a<b")) { try read("https://a<b/") }
        let long = "https://example.org/" + String(repeating: "a", count: WebAddress.longest)
        #expect(throws: WebAddressFault.tooLong(long.utf8.count)) { try read(long) }
        let faults: [WebAddressFault] = [.tooLong(70000), .relativeWithoutBase, .noHost, .badHost("x"), .badPort("x")]
        for fault in faults { #expect(fault.description.hasPrefix("expected ")) }
    }

    @Test("Bytes of any kind are read or refused", arguments: 0...255)
    func anyByte(_ number: Int) {
        let byte = UInt8(truncatingIfNeeded: number)
        for text in [
            "http://a~b/", "~", "http://~", "http://[~", "http://1.~/", "file:~|/", "x:~", "https://xn--~/", "http:/%~",
        ] {
            let bytes = text.utf8.map { $0 == UInt8(ascii: "~") ? byte : $0 }
            for base in [nil, try? read("http://example.org/a/b?c#d"), try? read("file:///C:/x")] {
                guard let address = try? WebAddress.parse(bytes: bytes, base: base) else { continue }
                #expect(address.href.utf8.allSatisfy { $0 < 0x80 })
            }
        }
    }

    @Test("Many segments and many dots take no time that grows faster than they do")
    func deep() throws {
        let up = "http://example.org/" + String(repeating: "a/../", count: 10_000)
        #expect(try read(up).path == "/")
        let dots = String(repeating: "../", count: 20_000)
        #expect(try read(dots, "http://example.org/a/b/c").href == "http://example.org/")
    }

    @Test("Addresses changed at random are refused, or read again as what they were written out as")
    func changed() throws {
        // SplitMix64 (G. Steele et al. 2014), for the same bytes in every run.
        var state: UInt64 = 7
        func random(_ count: Int) -> Int {
            state &+= 0x9E37_79B9_7F4A_7C15
            var z = (state ^ state >> 30) &* 0xBF58_476D_1CE4_E5B9
            z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
            return Int(truncatingIfNeeded: (z ^ z >> 31) % UInt64(count))
        }
        let seeds = [
            "http://user:pass@example.org:8080/a/../b?c=d#e", "file:///C|/x/..", "//xn--bcher-kva.de/%2e%2e",
            "non-special://[::1]/",
            "http://0x7f.0.1/?'\"", "mailto:a b?c", "https://[1:2::7.8.9.10]:99/", "\\\\h\\..\\p", "http://bücher。de/",
            "..//.", "a:///./b//..",
        ].map { Array($0.utf8) }
        let bytes = Array("/\\:@?#[]%.0|xX~ \t\nC\u{E9}-".utf8)
        let bases = [
            try read("http://example.org/a/b?c#d"), try read("file:///C:/a/b"), try read("x://h/a/b"),
            try read("x:/a//b"),
        ]
        for _ in 0..<20_000 {
            var input = seeds[random(seeds.count)]
            for _ in 0...random(3) {
                let place = random(input.count)
                switch random(3) {
                case 0: input[place] = bytes[random(bytes.count)]
                case 1: input.insert(bytes[random(bytes.count)], at: place)
                default: if input.count > 1 { input.remove(at: place) }
                }
            }
            guard let address = try? WebAddress.parse(bytes: input, base: bases[random(bases.count)]) else { continue }
            let again = try? WebAddress.parse(address.href)
            #expect(again == address, "\(String(decoding: input, as: UTF8.self).debugDescription) \(address.href)")
            #expect(address.identity.description.utf8.allSatisfy { $0 < 0x80 })
        }
    }
}
