import Archives
import Diplomacy

@testable import Reading

/// What an input gave, its lines read to their end.
struct Handed {
    enum Part: Equatable {
        case publication(id: String)
        /// The name of the lines and the lines themselves.
        case lines(String, [String])
        case fault(String)
    }

    var parts: [Part] = []
    var publications: [Publication] = []

    init(_ source: PublicationSource) throws {
        // a source that does not end is a fault of its own
        for _ in 0..<100_000 {
            guard let item = source.next() else { return }
            switch item {
            case .publication(let publication):
                parts.append(.publication(id: publication.id))
                publications.append(publication)
            case .lines(var reader, let name):
                var lines: [String] = []
                while let batch = try reader.next() {
                    for case .bytes(let range) in batch.lines.map(\.line) {
                        lines.append(String(decoding: batch.bytes[range], as: UTF8.self))
                    }
                }
                parts.append(.lines(name, lines))
            case .fault(let code, _): parts.append(.fault(code))
            }
        }
    }

    init(_ text: String, name: String, limits: ArchiveLimits = ArchiveLimits()) throws {
        try self.init(PublicationSource(bytes: Array(text.utf8), name: name, limits: limits))
    }

    var faults: [String] {
        parts.compactMap { if case .fault(let code) = $0 { code } else { nil } }
    }

    /// The documents of all publications.
    var documents: [PublishedPart] { publications.flatMap(PublicationReader().parts) }
}

extension PublishedPart {
    /// The document, where it is one.
    var intake: Intake? { try? result.get() }

    /// The code of the error, where it is none.
    var code: ReadingError.Code? {
        if case .failure(let error) = result { error.code } else { nil }
    }
}

/// A stream that gives a few bytes at a time.
final class Trickle: ByteStream, @unchecked Sendable {
    // Unchecked: one reader at a time asks.
    private var rest: ArraySlice<UInt8>
    private let step: Int
    private let fault: ArchiveFault?

    /// - Parameter fault: thrown where the bytes end.
    init(_ bytes: [UInt8], step: Int, fault: ArchiveFault? = nil) {
        rest = bytes[...]
        self.step = step
        self.fault = fault
    }

    var isSpent: Bool { rest.isEmpty }

    func read(into buffer: UnsafeMutableRawBufferPointer) throws(ArchiveFault) -> Int {
        let part = rest.prefix(min(step, buffer.count))
        if part.isEmpty, let fault { throw fault }
        buffer.copyBytes(from: part)
        rest = rest.dropFirst(part.count)
        return part.count
    }
}

/// Web archives and compressed files, made by hand.
enum Made {
    /// A record of WARC 1.1.
    static func record(_ type: String, _ url: String, _ block: String, fields: [String] = []) -> String {
        let head =
            ["WARC/1.1", "WARC-Type: \(type)", "WARC-Target-URI: \(url)", "WARC-Date: 2026-03-12T10:00:00Z"] + fields
            + ["Content-Length: \(block.utf8.count)", "", ""]
        return head.joined(separator: "\r\n") + block + "\r\n\r\n"
    }

    /// The answer of a web server.
    static func answer(_ body: String, status: String = "200 OK", type: String = "text/html; charset=utf-8") -> String {
        "HTTP/1.1 \(status)\r\nContent-Type: \(type)\r\nContent-Length: \(body.utf8.count)\r\n\r\n\(body)"
    }

    static func page(_ title: String, _ text: String) -> String {
        """
        <!DOCTYPE html><html lang="en"><head><title>\(title)</title></head><body><article><h1>\(title)</h1>
        <p>\(text)</p></article></body></html>
        """
    }
}
