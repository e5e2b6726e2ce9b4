import FoundationEssentials
import Testing

@testable import Hypertext

/// The cases that browsers share (web-platform-tests, `url/resources/urltestdata.json`), in `../shared/data/hostile`.
private enum Standard {
    struct Case: Decodable {
        var input: String
        var base: String?
        var failure: Bool?
        var href: String?
        var `protocol`: String?
        var username: String?
        var password: String?
        var host: String?
        var hostname: String?
        var port: String?
        var pathname: String?
        var search: String?
        var hash: String?
        var origin: String?
    }

    /// A case, or a heading between them.
    private enum Entry: Decodable {
        case heading
        case one(Case)

        init(from decoder: any Decoder) throws {
            if (try? decoder.singleValueContainer().decode(String.self)) != nil {
                self = .heading
            } else {
                self = .one(try Case(from: decoder))
            }
        }
    }

    private static let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "shared/data/hostile/urltestdata.json").path

    static let isThere = FileManager.default.fileExists(atPath: file)

    /// The cases by their places in the file, from 0, headings counted.
    static func cases() throws -> [(place: Int, value: Case)] {
        let data = try #require(FileManager.default.contents(atPath: file))
        return try JSONDecoder().decode([Entry].self, from: data).enumerated().compactMap { place, entry in
            if case .one(let value) = entry { (place, value) } else { nil }
        }
    }
}

@Suite("Addresses as browsers read them", .enabled(if: Standard.isThere, "needs ../shared/data/hostile"))
struct AddressStandardTests {
    /// What differs, by the case's place in the file, and why.
    private static let exceptions: [Int: String] = [:]

    private func read(_ text: String, base: String?) -> WebAddress? {
        guard let base else { return try? WebAddress.parse(text) }
        guard let base = try? WebAddress.parse(base) else { return nil }
        return try? WebAddress.parse(text, base: base)
    }

    /// The parts of an address as the interface of browsers names them.
    private func parts(_ address: WebAddress) -> [String: String] {
        let port = address.port.map { "\($0)" } ?? ""
        let host = address.host?.text ?? ""
        func part(_ mark: String, _ text: String?) -> String { text.map { $0.isEmpty ? "" : mark + $0 } ?? "" }
        return [
            "href": address.href, "protocol": address.scheme + ":", "username": address.username,
            "password": address.password, "host": port.isEmpty ? host : "\(host):\(port)", "hostname": host,
            "port": port, "pathname": address.path, "search": part("?", address.query),
            "hash": part("#", address.fragment),
        ]
    }

    private func wanted(_ value: Standard.Case) -> [String: String?] {
        [
            "href": value.href, "protocol": value.protocol, "username": value.username, "password": value.password,
            "host": value.host, "hostname": value.hostname, "port": value.port, "pathname": value.pathname,
            "search": value.search, "hash": value.hash,
        ]
    }

    @Test("Each case comes out as the standard says, but for the exceptions listed")
    func everyCase() throws {
        let cases = try Standard.cases()
        #expect(cases.count == 869)
        var differing: [Int: String] = [:]
        for (place, value) in cases {
            let found = read(value.input, base: value.base)
            if value.failure == true {
                if let found { differing[place] = "\(value.input.debugDescription) read as \(found.href)" }
                continue
            }
            guard let found else {
                differing[place] = "\(value.input.debugDescription) refused, \(value.href ?? "") wanted"
                continue
            }
            let parts = parts(found)
            for (name, want) in wanted(value) where want != nil && want != parts[name] {
                differing[place, default: "\(value.input.debugDescription):"] +=
                    " \(name) \(parts[name] ?? "") for \(want ?? "")"
            }
        }
        for (place, what) in differing.sorted(by: { $0.key < $1.key }) where Self.exceptions[place] == nil {
            Issue.record("\(place): \(what)")
        }
        #expect(Set(differing.keys) == Set(Self.exceptions.keys))
    }

    @Test("An address written out reads as itself")
    func stable() throws {
        for (place, value) in try Standard.cases() where value.failure != true && Self.exceptions[place] == nil {
            guard let address = read(value.input, base: value.base) else { continue }
            #expect(try WebAddress.parse(address.href) == address, "\(place)")
        }
    }

    @Test("Origins of the web's schemes")
    func origins() throws {
        for (place, value) in try Standard.cases() where Self.exceptions[place] == nil {
            guard let origin = value.origin, let address = read(value.input, base: value.base),
                ["http", "https", "ws", "wss", "ftp"].contains(address.scheme)
            else { continue }
            #expect(address.origin == origin, "\(place)")
        }
    }
}
