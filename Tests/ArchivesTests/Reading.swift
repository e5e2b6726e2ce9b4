import Testing

@testable import Archives

/// All that a reader hands out, streams read to their ends.
struct Reading {
    var entries: [ArchiveEntry] = []
    /// Names of the entries that came as streams.
    var streams: [String] = []
    var revisits: [ArchiveRevisit] = []
    var faults: [ArchiveFault] = []
    var tally = ArchiveTally()

    /// - Parameter asStream: whether the bytes come as a stream, a few at a time, and not as a file.
    init(_ bytes: [UInt8], name: String, limits: ArchiveLimits = ArchiveLimits(), asStream: Bool = false) {
        let reader =
            asStream
            ? ArchiveReader(Dribble(bytes), name: name, limits: limits)
            : ArchiveReader(MemoryBytes(bytes), name: name, limits: limits)
        // a reader that does not end is a fault of its own
        for _ in 0..<1_000_000 {
            guard let item = reader.next() else { break }
            switch item {
            case .entry(let entry): entries.append(entry)
            case .stream(var entry, let stream):
                streams.append(entry.name)
                do throws(ArchiveFault) { try Self.drain(stream, into: &entry.bytes) } catch { faults.append(error) }
                entries.append(entry)
            case .revisit(let revisit): revisits.append(revisit)
            case .fault(let fault): faults.append(fault)
            }
        }
        let hasEnded = reader.next() == nil
        #expect(hasEnded, "the reader should have ended")
        tally = reader.tally
    }

    init(_ text: String, name: String, limits: ArchiveLimits = ArchiveLimits(), asStream: Bool = false) {
        self.init(Array(text.utf8), name: name, limits: limits, asStream: asStream)
    }

    static func drain(_ stream: any ByteStream, into bytes: inout [UInt8]) throws(ArchiveFault) {
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 100_000, alignment: 1)
        defer { buffer.deallocate() }
        while true {
            let count = try stream.read(into: buffer)
            if count == 0 { return }
            bytes.append(contentsOf: buffer[..<count])
        }
    }

    var texts: [String] { entries.map { String(decoding: $0.bytes, as: UTF8.self) } }
    var names: [String] { entries.map(\.name) }
    var codes: [ArchiveFault.Code] { faults.map(\.code) }
    var notes: [ArchiveFault.Code] { entries.flatMap(\.notes).map(\.code) }
}

/// A stream that hands out a prime number of bytes at a time.
final class Dribble: ByteStream {
    private let bytes: [UInt8]
    private var place = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
        let length = min(buffer.count, 97, bytes.count - place)
        buffer.copyBytes(from: bytes[place..<place + length])
        place += length
        return length
    }
}

/// Writes records of web archives.
enum Records {
    static func record(
        _ type: String, _ block: String, url: String? = "http://example.org/", fields: [String] = [],
        length: Int? = nil,
        version: String = "WARC/1.1"
    ) -> [UInt8] {
        record(type, Array(block.utf8), url: url, fields: fields, length: length, version: version)
    }

    static func record(
        _ type: String, _ block: [UInt8], url: String? = "http://example.org/", fields: [String] = [],
        length: Int? = nil, version: String = "WARC/1.1"
    ) -> [UInt8] {
        var lines = [version, "WARC-Type: \(type)", "WARC-Date: 2026-03-12T10:00:00Z"]
        if let url { lines.append("WARC-Target-URI: \(url)") }
        if type == "response" { lines.append("Content-Type: application/http; msgtype=response") }
        lines += fields + ["Content-Length: \(length ?? block.count)", "", ""]
        return Array(lines.joined(separator: "\r\n").utf8) + block + Array("\r\n\r\n".utf8)
    }

    /// An answer of HTTP.
    static func answer(_ body: [UInt8], status: String = "200 OK", fields: [String] = []) -> [UInt8] {
        Array((["HTTP/1.1 \(status)"] + fields + ["", ""]).joined(separator: "\r\n").utf8) + body
    }

    static func response(_ body: [UInt8], fields: [String] = ["Content-Type: text/html; charset=UTF-8"]) -> [UInt8] {
        record("response", answer(body, fields: fields))
    }

    static func response(_ body: String, fields: [String] = ["Content-Type: text/html; charset=UTF-8"]) -> [UInt8] {
        response(Array(body.utf8), fields: fields)
    }
}
