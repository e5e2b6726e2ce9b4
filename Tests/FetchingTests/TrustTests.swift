import Hypertext
import Loopback
import NIOSSL
import Testing

@testable import Fetching

/// Servers that prove who they are, and others. The certificate and its key were made for these tests and open nothing.
@Suite("Trust", .serialized)
struct TrustTests {
    /// For `public.example`, by itself, until 2126.
    private static let certificate = """
        -----BEGIN CERTIFICATE-----
        MIIBmzCCAUCgAwIBAgIURFEZyz5VVadbTxKwgOsqE0HfdgcwCgYIKoZIzj0EAwIw
        FDESMBAGA1UEAwwJVGVzdCBvbmx5MCAXDTI2MTEyNzE5MTM1MloYDzIxMjYxMTAz
        MTkxMzUyWjAUMRIwEAYDVQQDDAlUZXN0IG9ubHkwWTATBgcqhkjOPQIBBggqhkjO
        PQMBBwNCAARMsUwAeuUltQtrNWcMIFmIiDAqT/ztxE+FakTPi8wzRR4x2BVTVI/L
        k/PMnXJ3pH1+AZLlwWLbCgxyB+sbAYplo24wbDAdBgNVHQ4EFgQUPB/N9yPzZI16
        7XrstLOQf8vSj0gwHwYDVR0jBBgwFoAUPB/N9yPzZI167XrstLOQf8vSj0gwDwYD
        VR0TAQH/BAUwAwEB/zAZBgNVHREEEjAQgg5wdWJsaWMuZXhhbXBsZTAKBggqhkjO
        PQQDAgNJADBGAiEA4DweSwz7XZiekwqZoOTUobl70RKywHZa16/hObSNcIsCIQDl
        k6htU2E3C+lURZdtEcPfp79gmsquIf6fkAtW7oT07A==
        -----END CERTIFICATE-----

        """
    private static let key = """
        -----BEGIN PRIVATE KEY-----
        MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQg5IvoHIiz8i9o3xu9
        lASGsiK4NtFZXcxHwpLiIMHwp4KhRANCAARMsUwAeuUltQtrNWcMIFmIiDAqT/zt
        xE+FakTPi8wzRR4x2BVTVI/Lk/PMnXJ3pH1+AZLlwWLbCgxyB+sbAYpl
        -----END PRIVATE KEY-----

        """

    private func web(_ script: @escaping LoopbackServer.Script) async throws -> Web {
        let chain = try NIOSSLCertificate.fromPEMBytes(Array(Self.certificate.utf8))
        let key = try NIOSSLPrivateKey(bytes: Array(Self.key.utf8), format: .pem)
        let configuration = TLSConfiguration.makeServerConfiguration(
            certificateChain: chain.map { .certificate($0) }, privateKey: .privateKey(key))
        return Web(try await LoopbackServer(tls: NIOSSLContext(configuration: configuration), script))
    }

    private func fetch(_ web: Web, host: String, trusting: Bool) async throws -> Result<Fetched, FetchError> {
        let fetcher = try web.fetcher(authorities: trusting ? Array(Self.certificate.utf8) : [])
        let result = await fetcher.fetch(FetchRequest(try web.address(host: host, scheme: "https")))
        await web.server.stop()
        return result
    }

    @Test(
        "The name is proved, though the connection goes to an address",
        arguments: ["public.example", "PUBLIC.example."])
    func proved(_ host: String) async throws {
        let web = try await web { _ in .answer(text: "proved") }
        #expect(try await fetch(web, host: host, trusting: true).get().text == "proved")
        #expect(web.checked == ["93.184.215.14"] && web.staysHere)
        #expect(web.server.asked.first?.fields["host"] == "public.example:\(web.server.port)")
    }

    @Test("Another name is not")
    func otherName() async throws {
        let web = try await web { _ in .answer(text: "x") }
        #expect(try await fetch(web, host: "other.example", trusting: true).error?.code == .untrusted)
        #expect(web.server.asked.isEmpty)
    }

    @Test("An authority that nobody trusts is none")
    func noAuthority() async throws {
        let web = try await web { _ in .answer(text: "x") }
        let error = try await fetch(web, host: "public.example", trusting: false).error
        #expect(error?.code == .untrusted && error?.isTransient == false)
        #expect(web.server.asked.isEmpty)
    }

    @Test("A way from https to http is gone, and told")
    func downgrade() async throws {
        let plain = try await Web { _ in .answer(text: "plain") }
        let port = plain.server.port
        let secure = try await web { _ in .redirect(to: "http://public.example:\(port)/") }
        let fetched = try await fetch(secure, host: "public.example", trusting: true).get()
        #expect(fetched.text == "plain" && fetched.wasDowngraded)
        await plain.server.stop()
    }

    @Test("Authorities that cannot be read are an error")
    func badAuthorities() async throws {
        let web = try await Web { _ in [] }
        #expect(throws: (any Error).self) { try web.fetcher(authorities: Array("no certificate".utf8)) }
        await web.server.stop()
    }
}
