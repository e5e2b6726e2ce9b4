import Archives
import Diplomacy
import FoundationEssentials
import Testing

@testable import Reading

/// The archives and feeds of `../shared/data`: what webrecorder, pywb, jwarc and feedparser test themselves with.
private enum SampleFiles {
    /// The nearest folder of that name above this file's repository.
    static let root: String? = {
        var folder = URL(filePath: #filePath)
        while folder.path != "/" {
            folder = folder.deletingLastPathComponent()
            let path = folder.appending(path: "shared/data").path
            if FileManager.default.fileExists(atPath: path + "/warc") { return path }
        }
        return nil
    }()

    /// The files below a folder, in order.
    static func below(_ folder: String) throws -> [String] {
        let root = try #require(root)
        return try FileManager.default.subpathsOfDirectory(atPath: "\(root)/\(folder)").sorted()
            .map { "\(root)/\(folder)/\($0)" }
            .filter { path in
                var isFolder = false
                return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && !isFolder
            }
    }
}

@Suite("Publications of the sample files", .enabled(if: SampleFiles.root != nil, "needs ../shared/data"))
struct PublicationSampleTests {
    @Test("The page of a crawl is a document under its address, redirects and requests are none")
    func crawl() throws {
        let path = try #require(
            try SampleFiles.below("warc").first { $0.hasSuffix("pywb/warcs/example.warc.gz") })
        let handed = try Handed(PublicationSource(path: path))
        let documents = handed.documents.compactMap { $0.intake?.document }
        #expect(documents.map(\.id) == ["http://example.com/?example=1"] && handed.faults.isEmpty)
        #expect(documents.map(\.title) == ["Example Domain"])
        #expect(
            documents.first?.text.contains("This domain is established to be used for illustrative examples") == true)
    }

    @Test("Every archive is read to its end, the same as a file and as a pipe")
    func archives() throws {
        var count = 0
        for path in try SampleFiles.below("warc") {
            let handed = try Handed(PublicationSource(path: path))
            let bytes = [UInt8](try Data(contentsOf: URL(filePath: path)))
            let piped = try Handed(
                PublicationSource(pipe: Trickle(bytes, step: 1 << 15), name: path, isReady: { true }))
            let ids = handed.documents.compactMap { $0.intake?.document.id }
            #expect(piped.documents.compactMap { $0.intake?.document.id } == ids, "\(path)")
            count += ids.count
            for publication in handed.publications where publication.address != nil && publication.isIncidental {
                #expect(publication.id.contains("://"), "\(path)")
            }
        }
        #expect(count >= 20)
    }

    @Test("One in ten of feedparser's feeds: documents or a word of what is wrong, and never both ids twice")
    func feeds() throws {
        var (documents, problems) = (0, 0)
        for (index, path) in try SampleFiles.below("feeds").enumerated() where index % 10 == 0 && path.hasSuffix(".xml")
        {
            let handed = try Handed(PublicationSource(path: path))
            let parts = handed.documents
            let ids = parts.compactMap { $0.intake?.document.id }
            #expect(Set(ids).count == ids.count, "\(path)")
            #expect(ids.allSatisfy { $0.hasPrefix(path) }, "\(path)")
            documents += ids.count
            problems += parts.count - ids.count
        }
        #expect(documents > 50 && problems < documents)
    }
}
