import FoundationEssentials
import Testing

@testable import Hypertext

/// The documents of `../shared/data/hostile/xml-recurse`.
enum Bombs {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "shared/data/hostile/xml-recurse")

    static let isThere = FileManager.default.fileExists(atPath: folder.appending(path: "good.xml").path)

    static let names =
        (try? FileManager.default.contentsOfDirectory(atPath: folder.path))?.filter {
            $0.hasSuffix(".xml")
        }.sorted() ?? []

    static func document(_ name: String) throws -> String {
        String(
            decoding: try #require(FileManager.default.contents(atPath: folder.appending(path: name).path)),
            as: UTF8.self)
    }
}

@Suite("XML bombs", .enabled(if: Bombs.isThere, "needs ../shared/data/hostile"))
struct XMLBombTests {
    @Test func goodDocumentsAreReadWhole() throws {
        let data = "some internal data"
        let good = try Bombs.document("good.xml")
        let text = try xmlEvents(good).events.filter { $0.hasPrefix("'") }.joined()
        let references = good.components("&d;") - 1
        #expect(references > 2000)
        #expect(text.components(data) - 1 == references * 4)
        let attribute = try Bombs.document("good_attr.xml")
        let found = try xmlEvents(attribute)
        #expect(found.events.joined().components("taking quite some room") - 1 == (attribute.components("&d;") - 1) * 4)
        #expect(found.faults.isEmpty)
    }

    /// What is laid for a reader yields less than the limit, or is refused with the limit named.
    @Test(arguments: Bombs.names.filter { !$0.hasPrefix("good") })
    func bombsDoNotGoOff(name: String) throws {
        do {
            let found = try xmlEvents(try Bombs.document(name))
            #expect(found.events.joined().utf8.count < 1 << 21, "\(name)")
        } catch let error as XMLError {
            #expect(error.message.contains("1048576") || error.message.contains("16 deep"), "\(name): \(error)")
        }
    }

    @Test(arguments: ["lol_classic.xml", "lol_ig_attr.xml", "lol_ig_content.xml"])
    func internalLaughsAreRefused(name: String) throws {
        let document = try Bombs.document(name)
        #expect(throws: XMLError.self) { try xmlEvents(document) }
    }
}

extension String {
    /// The number of parts between occurrences of a text.
    fileprivate func components(_ separator: String) -> Int {
        split(separator: separator, omittingEmptySubsequences: false).count
    }
}
