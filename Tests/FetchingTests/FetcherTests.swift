import Hypertext
import Loopback
import Testing

@testable import Fetching

@Suite("A fetch", .serialized)
struct FetcherTests {
    @Test("A page, with what it says of itself, asked by a request that says no more than it must")
    func page() async throws {
        let web = try await Web { _ in
            .answer(
                "200 OK",
                [
                    "Content-Type: Text/HTML; charset=\"UTF-8\"", "ETag: W/\"7\"", "Cache-Control: max-age=60",
                    "Cache-Control: public", "Last-Modified: Sun, 06 Nov 1994 08:49:37 GMT",
                    "Link: </feed>; rel=alternate",
                    "Link: </hub>; rel=hub", "Set-Cookie: follow=me",
                ], text: "<p>Bonjour</p>")
        }
        let fetched = try await web.fetch("/news%20of?day=%31#top").get()
        #expect(fetched.text == "<p>Bonjour</p>")
        #expect(fetched.status == 200)
        #expect(fetched.isSuccess && !fetched.isNotModified && !fetched.isCut && !fetched.wasDowngraded)
        #expect(fetched.fields.contentType == "Text/HTML; charset=\"UTF-8\"")
        #expect(fetched.fields.etag == "W/\"7\"")
        #expect(fetched.fields.cacheControl == "max-age=60, public")
        #expect(fetched.fields.lastModified == "Sun, 06 Nov 1994 08:49:37 GMT")
        #expect(fetched.fields.links == ["</feed>; rel=alternate", "</hub>; rel=hub"])
        #expect(fetched.hops.map(\.status) == [200])
        #expect(fetched.hops.first?.server == IPAddress("93.184.215.14"))
        #expect(fetched.movedTo == nil)
        #expect(fetched.elapsed > .zero && fetched.elapsed < .seconds(50))

        let asked = try #require(web.server.asked.first)
        #expect(asked.target == "/news%20of?day=%31")
        #expect(asked.fields["host"] == "public.example:\(web.server.port)")
        #expect(asked.fields["user-agent"] == "Rapporteur/1.0 (+https://reader.example/)")
        #expect(asked.fields["accept-encoding"] == "gzip")
        #expect(
            Set(asked.fields.keys).subtracting(["host", "user-agent", "accept", "accept-encoding", "connection"]) == [])
        #expect(web.resolved == ["public.example"])
        #expect(web.checked == ["93.184.215.14"] && web.staysHere)
    }

    @Test("What browsers send bare is sent as it is", arguments: ["/a|b?c^d{e}", "/[x]?q=%zz&y=\\", "/%E4%B8%AD/'"])
    func target(_ path: String) async throws {
        let web = try await Web { _ in .answer(text: "x") }
        _ = try await web.fetch(path).get()
        #expect(web.server.asked.map(\.target) == [try web.address(path).requestTarget])
    }

    @Test("A page that did not change is told apart, compressed or not", arguments: ["identity", "gzip"])
    func notModified(_ coding: String) async throws {
        let web = try await Web { asked in
            let isKnown =
                asked.fields["if-none-match"] == "\"a\""
                && asked.fields["if-modified-since"] == "Sun, 06 Nov 1994 08:49:37 GMT"
            return isKnown
                ? [.text("HTTP/1.1 304 Not Modified\r\nETag: \"a\"\r\nContent-Encoding: \(coding)\r\n\r\n")]
                : .answer(text: "changed")
        }
        var request = FetchRequest(try web.address())
        request.etag = "\"a\""
        request.lastModified = "Sun, 06 Nov 1994 08:49:37 GMT"
        let fetched = try await web.fetcher().fetch(request).get()
        #expect(fetched.isNotModified && fetched.body.isEmpty && fetched.fields.etag == "\"a\"")
        request.etag = "\"b\""
        #expect(try await web.fetcher().fetch(request).get().text == "changed")
        await web.server.stop()
    }

    @Test("A page that changes from one fetch to the next")
    func changing() async throws {
        let web = try await Web { .answer("200 OK", ["ETag: \"\($0.place)\""], text: "edition \($0.place)") }
        for place in 0..<3 {
            let fetched = try await web.fetcher().fetch(FetchRequest(try web.address())).get()
            #expect(fetched.text == "edition \(place)" && fetched.fields.etag == "\"\(place)\"")
        }
        await web.server.stop()
    }

    @Test("A status that is no success is told, its body left", arguments: [404, 410, 429, 503])
    func status(_ status: Int) async throws {
        let web = try await Web { _ in .answer("\(status) No", ["Retry-After: 120"], text: "<html>…") }
        let fetched = try await web.fetch().get()
        #expect(fetched.status == status && fetched.body.isEmpty && fetched.fields.retryAfter == "120")
    }

    @Test("A body that ends with its connection, and one of no bytes")
    func untilTheEnd() async throws {
        let web = try await Web { asked in
            asked.target == "/none"
                ? [.text("HTTP/1.1 204 No Content\r\n\r\n")]
                : [.text("HTTP/1.1 200 OK\r\n\r\nto the "), .wait(20), .text("end"), .close]
        }
        #expect(try await web.fetcher().fetch(FetchRequest(try web.address())).get().text == "to the end")
        #expect(try await web.fetch("/none").get().status == 204)
    }

    @Test("Where the first address of a host has no server, the next is tried")
    func secondAddress() async throws {
        let web = try await Web { _ in .answer(text: "here") }
        let fetched = try await web.fetch(host: "two.example").get()
        #expect(fetched.text == "here" && fetched.hops.map(\.server) == [IPAddress("93.184.215.14")])
        #expect(web.checked == ["93.184.215.15", "93.184.215.14"] && web.staysHere)
        #expect(web.resolved == ["two.example"])
    }

    @Test("A host where nobody answers")
    func noServer() async throws {
        let web = try await Web { _ in [] }
        let error = try await web.fetch(host: "two.example") { $0.attempts = 1 }.error
        #expect(error?.code == .cannotConnect)
        #expect(error?.isTransient == true)
        #expect(web.staysHere)
    }

    @Test("A name without address, and a resolver that fails")
    func noName() async throws {
        let web = try await Web { _ in [] }
        #expect(try await web.fetch(host: "empty.example").error?.code == .cannotResolve)
        struct Broken: Error {}
        let fetcher = try Fetcher(
            agent: UserAgent(version: "", contact: ""), resolver: Resolver { _ in throw Broken() },
            dialer: Dialer { _ in Web.loopback })
        #expect(await fetcher.fetch(FetchRequest(try web.address())).error?.code == .cannotResolve)
        #expect(web.server.connections == 0)
    }

    @Test("A task that is cancelled ends its fetch")
    func cancelled() async throws {
        let web = try await Web { _ in [.text("HTTP/1.1 200 OK\r\n\r\n"), .forever([0x2E], every: 20)] }
        let (fetcher, address) = (try web.fetcher(), try web.address())
        let task = Task { await fetcher.fetch(FetchRequest(address)) }
        try await Task.sleep(for: .milliseconds(200))
        task.cancel()
        #expect(await task.value.error?.code == .cancelled)
        await web.server.stop()
    }

    @Test("The system's resolver reads literals and knows this machine")
    func systemResolver() async throws {
        #expect(try await Resolver.system.addresses("127.0.0.1") == [Web.loopback])
        #expect(try await Resolver.system.addresses("::1") == [.v6(high: 0, low: 1)])
    }
}
