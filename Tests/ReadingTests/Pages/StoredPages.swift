import FoundationEssentials
import Glibc
import Testing

/// Pages and hostile strings of `../shared/data`, which are not part of the repository.
enum StoredPages {
    private static let data = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "shared/data")
    private static let web = data.appending(path: "web")
    private static let naughty = data.appending(path: "hostile/blns.json")
    private static let addresses = data.appending(path: "hostile/urltestdata.json")

    static let webIsThere = FileManager.default.fileExists(atPath: web.path)
    static let hostileIsThere = FileManager.default.fileExists(atPath: naughty.path)

    /// Paths of all pages, plain and compressed, in order.
    static func paths() throws -> [String] {
        let names = try FileManager.default.subpathsOfDirectory(atPath: web.path)
        return names.filter { $0.hasSuffix(".html") || $0.hasSuffix(".html.gz") }.sorted().map { web.path + "/" + $0 }
    }

    /// The bytes of a page; a compressed one is unpacked by the system's gzip.
    static func bytes(_ path: String) throws -> [UInt8] {
        guard path.hasSuffix(".gz") else {
            return Array(try #require(FileManager.default.contents(atPath: path)))
        }
        let pipe = try #require(popen("gzip -dc '\(path)'", "r"))
        defer { pclose(pipe) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = fread(&buffer, 1, buffer.count, pipe)
            if count == 0 { return bytes }
            bytes += buffer[..<count]
        }
    }

    /// The strings of the list of naughty strings, and the addresses of the tests of URLs.
    static func hostile() throws -> [String] {
        struct Address: Decodable { var input: String }
        let strings = try JSONDecoder().decode([String].self, from: contents(naughty))
        let entries = try JSONDecoder().decode([Either<Address>].self, from: contents(addresses))
        return strings + entries.compactMap { $0.value?.input }
    }

    private static func contents(_ file: URL) throws -> Data {
        try #require(FileManager.default.contents(atPath: file.path))
    }

    /// A value, or one of another type: the list of addresses has comments among them.
    private struct Either<Value: Decodable>: Decodable {
        var value: Value?

        init(from decoder: any Decoder) throws { value = try? Value(from: decoder) }
    }
}
