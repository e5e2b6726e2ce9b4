import FoundationEssentials
import Register
import Testing

@testable import Site

@Suite("Every page of the site")
struct CrawlTests {
    /// Follows every link of the site, from the first page on.
    private func crawl(_ sample: Sample, prefix: String = "", _ visit: (String, SiteResponse) throws -> Void) rethrows
        -> Int
    {
        var seen: Set<String> = ["\(prefix)/"]
        var queue = ["\(prefix)/"]
        while let target = queue.popLast() {
            let answer = sample.get(String(target.dropFirst(prefix.count)))
            try visit(target, answer)
            guard answer.header("Content-Type")?.hasPrefix("text/html") == true else { continue }
            for link in Tags(answer.text).attribute("href", of: "a") + Tags(answer.text).attribute("href", of: "link") {
                let address = link.replacing("&amp;", with: "&").prefix { $0 != "#" }
                // a search can be narrowed for ever: two parts are enough
                let parts = address.split(separator: "%20").count
                guard address.hasPrefix("/"), !address.contains("/search") || parts <= 2,
                    seen.insert(String(address)).inserted
                else { continue }
                queue.append(String(address))
            }
        }
        return seen.count
    }

    @Test("is there, is well formed, has the headers that keep it safe, and is under 100 KB")
    func pages() throws {
        let sample = try Sample()
        let count = crawl(sample) { target, answer in
            #expect(answer.status == 200, "\(target): \(answer.text.prefix(200))")
            #expect(answer.header("X-Content-Type-Options") == "nosniff", "\(target)")
            #expect(answer.header("ETag") != nil, "\(target)")
            #expect(answer.header("Referrer-Policy") == "no-referrer", "\(target)")
            let policy = answer.header("Content-Security-Policy") ?? ""
            #expect(policy.contains("default-src 'none'"), "\(target)")
            #expect(!policy.contains("unsafe"), "\(target)")
            #expect(answer.body.count < 100_000, "\(target)")
        }
        #expect(count > 60)
    }

    @Test("holds no script and no style but the site's own files")
    func inline() throws {
        let sample = try Sample()
        _ = crawl(sample) { target, answer in
            guard answer.header("Content-Type")?.hasPrefix("text/html") == true else { return }
            let tags = Tags(answer.text)
            for tag in tags.all {
                #expect(tag.name != "style", "\(target)")
                #expect(!tag.attributes.keys.contains { $0.hasPrefix("on") || $0 == "style" }, "\(target): \(tag)")
                if tag.name == "script" { #expect(tag.attributes["src"]?.hasPrefix("/assets/") == true, "\(target)") }
            }
        }
    }

    @Test("stays under the prefix that a proxy gives it")
    func prefix() throws {
        let sample = try Sample(prefix: "/register")
        let count = crawl(sample, prefix: "/register") { target, answer in
            #expect(answer.status == 200, "\(target)")
            guard answer.header("Content-Type")?.hasPrefix("text/html") == true else { return }
            let tags = Tags(answer.text)
            for tag in tags.all {
                for name in ["href", "src", "action"] {
                    guard let address = tag.attributes[name], address.hasPrefix("/") else { continue }
                    #expect(address.hasPrefix("/register/"), "\(target): \(address)")
                }
            }
        }
        #expect(count > 60)
    }

    @Test("is described by the OpenAPI document, which describes nothing else")
    func interface() throws {
        let sample = try Sample()
        let answer = sample.get("/openapi.json")
        #expect(answer.status == 200)
        struct Interface: Decodable { var openapi: String; var paths: [String: [String: Operation]] }
        struct Operation: Decodable { var summary: String }
        let interface = try JSONDecoder().decode(Interface.self, from: Data(answer.body))
        #expect(interface.openapi == "3.1.0")
        let values = ["id": try sample.ids[0], "document": "a"]
        let names = [
            "dyads": "RUS-USA", "parties": "RUS", "persons": "Ann%20Lee", "issues": "arms-control", "places": "Geneva",
            "series": "None", "sources": "Paper%20a",
        ]
        for path in interface.paths.keys.sorted() {
            var target = path
            for (name, value) in values { target = target.replacing("{\(name)}", with: value) }
            let kind = String(path.dropFirst().prefix { $0 != "/" })
            target = target.replacing("{name}", with: names[kind] ?? "")
            if path == "/suggest.json" { target += "?q=a" }
            let answer = sample.get(target)
            #expect(answer.status == 200, "\(target): \(answer.text.prefix(200))")
        }
        // every page that has JSON is described
        _ = crawl(sample) { target, _ in
            let path = target.prefix { $0 != "?" }
            guard path.hasSuffix(".json"), path != "/openapi.json", !path.hasSuffix(".csl.json") else { return }
            let parts = path.dropLast(5).split(separator: "/")
            let isDescribed = interface.paths.keys.contains { described in
                let own = described.dropLast(described.hasSuffix(".json") ? 5 : 0).split(separator: "/")
                return own.count == parts.count && zip(own, parts).allSatisfy { $0.hasPrefix("{") || $0 == $1 }
            }
            #expect(isDescribed, "\(path)")
        }
    }
}
