import Hypertext
import Loopback
import Testing

@testable import Fetching

@Suite("Redirects", .serialized)
struct RedirectTests {
    @Test("Every kind is followed, relative or not, and each hop is told", arguments: [301, 302, 303, 307, 308])
    func followed(_ status: Int) async throws {
        let web = try await Web { asked in
            switch asked.target {
            case "/a/b": .redirect("\(status) Moved", to: "../c?d")
            default: .answer(text: "there")
            }
        }
        let fetched = try await web.fetch("/a/b#part").get()
        #expect(fetched.text == "there")
        #expect(fetched.hops.map(\.status) == [status, 200])
        #expect(fetched.hops.map(\.address.requestTarget) == ["/a/b", "/c?d"])
        #expect(fetched.address.fragment == "part")
        #expect(fetched.movedTo?.path == (status == 301 || status == 308 ? "/c" : nil))
        #expect(web.resolved == ["public.example", "public.example"] && web.staysHere)
    }

    @Test("A move for good counts up to the first that is not")
    func moved() async throws {
        let web = try await Web { asked in
            switch asked.target {
            case "/1": .redirect("301 Moved", to: "/2")
            case "/2": .redirect("308 Moved", to: "/3")
            case "/3": .redirect("302 Found", to: "/4")
            default: .answer(text: "there")
            }
        }
        let fetched = try await web.fetch("/1").get()
        #expect(fetched.movedTo?.path == "/3" && fetched.address.path == "/4")
    }

    @Test("Validators go along, and nothing else does")
    func validators() async throws {
        let web = try await Web { asked in
            asked.place == 0
                ? .answer("302 Found", ["Location: /2", "Set-Cookie: a=b"])
                : [.text("HTTP/1.1 304 Not Modified\r\n\r\n")]
        }
        var request = FetchRequest(try web.address())
        request.etag = "\"x\""
        #expect(try await web.fetcher().fetch(request).get().isNotModified)
        #expect(web.server.asked.map { $0.fields["if-none-match"] } == ["\"x\"", "\"x\""])
        #expect(web.server.asked.allSatisfy { $0.fields["cookie"] == nil && $0.fields["referer"] == nil })
        await web.server.stop()
    }

    @Test("A circle ends where it closes")
    func circle() async throws {
        let web = try await Web { .redirect(to: $0.target == "/1" ? "/2" : "/1#\($0.place)") }
        let error = try await web.fetch("/1").error
        #expect(error?.code == .redirectLoop)
        #expect(error?.hops.map(\.address.path) == ["/1", "/2"])
        #expect(web.server.asked.count == 2)
    }

    @Test("A chain without end ends at its limit")
    func chain() async throws {
        let web = try await Web { .redirect(to: "/\($0.place)") }
        let error = try await web.fetch("/start") { $0.redirects = 3 }.error
        #expect(error?.limit == .redirects && error?.description.contains("'redirects'") == true)
        #expect(web.server.asked.count == 4)
    }

    @Test(
        "Nothing behind a redirect is asked that may not be asked",
        arguments: [
            ("http://127.0.0.1:6000/", FetchError.Code.portRefused), ("http://127.0.0.1:8080/", .addressRefused),
            ("http://2130706433:8080/", .addressRefused), ("http://0x7f.1:8080/", .addressRefused),
            ("http://0177.0.0.1/", .addressRefused), ("http://[::1]:8080/", .addressRefused),
            ("http://[::ffff:127.0.0.1]/", .addressRefused), ("http://[::127.0.0.1]/", .addressRefused),
            ("http://[64:ff9b::7f00:1]/", .addressRefused), ("http://[2002:a01:203::]/", .addressRefused),
            ("http://169.254.169.254/latest/meta-data/", .addressRefused), ("//169.254.43518/", .addressRefused),
            ("http://private.example/", .addressRefused), ("http://mixed.example/", .addressRefused),
            ("http://mapped.example/", .addressRefused), ("http://１０.1.2.3/", .addressRefused),
            ("http://0/", .addressRefused), ("http://[fe80::1]/", .addressRefused),
            ("http://[fc00::1]/", .addressRefused),
            ("ftp://public.example/", .schemeRefused), ("file:///etc/passwd", .schemeRefused),
            ("javascript:alert(1)", .schemeRefused), ("gopher://public.example:70/", .schemeRefused),
            ("http://user:word@public.example/", .credentialsRefused), ("http://public.example:22/", .portRefused),
            ("http://public.example:25/", .portRefused), ("http://a\"b.example/", .hostRefused),
            ("http://\(String(repeating: "a", count: 64)).example/", .hostRefused),
            ("http://empty.example/", .cannotResolve),
            ("http://", .badRedirect), ("http://a b/", .badRedirect), ("http://public.example:99999/", .badRedirect),
        ])
    func refused(_ place: String, _ code: FetchError.Code) async throws {
        let web = try await Web { _ in .redirect(to: place) }
        let error = try await web.fetch().error
        #expect(error?.code == code)
        #expect(error?.hops.count == 1)
        #expect(web.server.connections == 1)
        #expect(web.checked == ["93.184.215.14"] && web.staysHere)
    }

    @Test("A redirect that leads nowhere")
    func nowhere() async throws {
        let web = try await Web { _ in .answer("302 Found", ["Content-Type: text/html"]) }
        #expect(try await web.fetch().error?.code == .badRedirect)
    }

    @Test("Statuses of the third hundred that are no redirects are only told", arguments: [300, 305, 306, 399])
    func others(_ status: Int) async throws {
        let web = try await Web { _ in .redirect("\(status) What", to: "/else") }
        #expect(try await web.fetch().get().status == status)
        #expect(web.server.asked.count == 1)
    }

    @Test("A Location that would break out of its line stays in it")
    func injection() async throws {
        let web = try await Web { asked in
            asked.place == 0 ? .redirect(to: "/%0d%0aX-Evil:%201\t\u{1}é ") : .answer(text: "x")
        }
        let fetched = try await web.fetch()
        if case .success = fetched {
            #expect(web.server.asked.last?.target == "/%0d%0aX-Evil:%201%01%C3%A9")
            #expect(web.server.asked.last?.fields["x-evil"] == nil)
        } else {
            #expect(fetched.error?.code == .badResponse)
        }
    }

    @Test("A fetch that a policy lets through goes through")
    func allowed() async throws {
        let web = try await Web { asked in
            asked.place == 0
                ? .redirect(to: "http://private.example:\(asked.fields["host"]?.split(separator: ":").last ?? "")/")
                : .answer(text: "inside")
        }
        var policy = FetchPolicy()
        policy.allowsPrivate = true
        let fetched = try await web.fetch(policy: policy).get()
        #expect(fetched.text == "inside")
        #expect(web.checked == ["93.184.215.14", "10.1.2.3"] && web.staysHere)
    }

    @Test("A name that leads elsewhere a moment later is not asked a second time")
    func rebinding() async throws {
        let web = try await Web { _ in .answer(text: "x") }
        let server = web.server
        let first = IPAddress.v4(0x5DB8_D70E)
        let turn = Turn()
        let dialled = Turn()
        let fetcher = try Fetcher(
            agent: UserAgent(version: "1", contact: "x"),
            resolver: Resolver { _ in turn.next() == 0 ? [first] : [Web.loopback] },
            dialer: Dialer { checked in
                #expect(checked == first)
                _ = dialled.next()
                return Web.loopback
            })
        let address = try web.address()
        #expect(try await fetcher.fetch(FetchRequest(address)).get().hops.map(\.server) == [first])
        #expect(turn.count == 1 && dialled.count == 1)
        // Asked again, the name leads to this machine: now it is refused, and nothing is dialled.
        #expect(await fetcher.fetch(FetchRequest(address)).error?.code == .addressRefused)
        #expect(dialled.count == 1 && server.connections == 1)
        await server.stop()
    }
}
