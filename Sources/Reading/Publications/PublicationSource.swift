package import Archives
import Hypertext

/// The publications of one input: a file, an archive of any kind, or a stream.
package final class PublicationSource {
    /// What an input gives next.
    package enum Item {
        case publication(Publication)
        /// Lines of documents, to be read in pieces.
        case lines(LineReader, name: String)
        /// A part that could not be opened; the rest goes on.
        case fault(code: String, message: String)
    }

    private let archive: ArchiveReader?
    /// What comes before anything else.
    private var first: Item?
    /// What is told after the part that was handed out last.
    private var waiting: [Item] = []

    /// Opens a file.
    ///
    /// - Throws: what is wrong with the file.
    package init(path: String, limits: ArchiveLimits = ArchiveLimits()) throws(ArchiveFault) {
        archive = ArchiveReader(try FileBytes(path: path), name: path, limits: limits)
    }

    /// What a server answered: a page, a feed, an archive.
    package init(
        body: [UInt8], id: String, name: String, address: String, mediaType: String?,
        limits: ArchiveLimits = ArchiveLimits()
    ) {
        if ArchiveReader.isContainer(body, name: name) {
            archive = ArchiveReader(MemoryBytes(body), name: id, limits: limits)
        } else {
            archive = nil
            first = .publication(
                Publication(id: id, name: name, address: address, mediaType: mediaType, bytes: body))
        }
    }

    /// Reads bytes that are at hand.
    package init(bytes: [UInt8], name: String, limits: ArchiveLimits = ArchiveLimits()) {
        archive = ArchiveReader(MemoryBytes(bytes), name: name, limits: limits)
    }

    /// An input that cannot be had.
    package init(faultCode code: String, _ message: String) {
        archive = nil
        first = .fault(code: code, message: message)
    }

    /// Reads a pipe. Documents are served line by line as they come, all else when enough of it is there.
    ///
    /// - Parameter isReady: whether more can be read without waiting.
    package init(
        pipe: any ByteStream, name: String, limits: ArchiveLimits = ArchiveLimits(),
        isReady: @escaping @Sendable () -> Bool
    ) {
        let input = PulledBytes(pipe)
        if input.startsAsDocument {
            archive = nil
            first = .lines(LineReader(input.source(isReady: isReady)), name: name)
        } else {
            archive = ArchiveReader(input, name: name, limits: limits)
        }
    }

    /// The next part; `nil` after the last. What was handed out as lines is read before the next is asked for.
    package func next() -> Item? {
        if let item = first {
            first = nil
            return item
        }
        if !waiting.isEmpty { return waiting.removeFirst() }
        while let item = archive?.next() {
            switch item {
            case .entry(let entry):
                if let read = read(entry) { return read }
            case .stream(let entry, let stream): return read(entry, stream)
            case .fault(let fault): return .fault(code: fault.code.rawValue, message: fault.message)
            case .revisit: continue
            }
        }
        return nil
    }

    private func read(_ entry: ArchiveEntry) -> Item? {
        let isAnswer = entry.kind == .webRecord
        if isAnswer, let status = entry.web?.status, status != 200 { return nil }
        let address = entry.url.flatMap { url in (try? WebAddress.parse(url)).flatMap { $0.host == nil ? nil : $0 } }
        let type = entry.mediaType.map { type in entry.charset.map { "\(type); charset=\($0)" } ?? type }
        var publication = Publication(
            id: isAnswer ? address?.pageID ?? entry.name : entry.name, name: entry.fileName, address: address?.href,
            mediaType: type, bytes: entry.bytes)
        publication.mail = entry.mail
        publication.date = entry.date
        publication.isIncidental = isAnswer || entry.name.contains("!/")
        for note in entry.notes where note.code == .truncated || note.severity == .error {
            waiting.append(.fault(code: note.code.rawValue, message: note.message))
        }
        let isOne = entry.fileName.hasSuffix(".json")
        if !isAnswer, entry.mail == nil, !isOne, PublicationKind.mayHoldDocuments(publication),
            PublicationKind(publication) == .documents
        {
            return .lines(LineReader(.memory(entry.bytes)), name: entry.name)
        }
        return .publication(publication)
    }

    /// A large file: lines of documents are read as they come, all else is held as far as it is read at all.
    private func read(_ entry: ArchiveEntry, _ stream: any ByteStream) -> Item {
        let input = PulledBytes(stream)
        if input.startsAsDocument { return .lines(LineReader(input.source()), name: entry.name) }
        let publication = Publication(
            id: entry.name, name: entry.fileName, mediaType: entry.mediaType, bytes: input.peek(Page.longest + 1))
        if let fault = input.fault { waiting.append(.fault(code: fault.code.rawValue, message: fault.message)) }
        return .publication(publication)
    }
}

extension WebAddress {
    /// The name of a page as a report: its address without what only tracks or points into it.
    package var pageID: String { identity.description }
}

/// A stream whose beginning was looked at.
private final class PulledBytes: ByteStream, @unchecked Sendable {
    // Unchecked: one reader at a time asks, as of every stream.
    private let stream: any ByteStream
    private var head: [UInt8] = []
    private var taken = 0
    private var hasEnded = false
    /// A fault met while looking ahead is thrown where it stands.
    private(set) var fault: ArchiveFault?

    init(_ stream: any ByteStream) { self.stream = stream }

    /// The first bytes, up to a limit.
    func peek(_ limit: Int) -> [UInt8] {
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while head.count < limit, !hasEnded, fault == nil {
            do {
                let count = try buffer.withUnsafeMutableBytes { try stream.read(into: $0) }
                hasEnded = count == 0
                head.append(contentsOf: buffer[..<count])
            } catch {
                fault = error as? ArchiveFault
                hasEnded = fault == nil
            }
        }
        return head.count > limit ? Array(head[..<limit]) : head
    }

    /// Whether the first byte that is no space opens an object of JSON.
    var startsAsDocument: Bool {
        var count = 1
        while true {
            let start = peek(count)
            if let byte = PublicationKind.firstByte(of: start) { return byte == UInt8(ascii: "{") }
            if start.count < count || count > 1 << 16 { return false }
            count = head.count + 1
        }
    }

    func read(into buffer: UnsafeMutableRawBufferPointer) throws(ArchiveFault) -> Int {
        if taken < head.count {
            let count = min(buffer.count, head.count - taken)
            head.withUnsafeBytes {
                buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[taken..<(taken + count)]))
            }
            taken += count
            return count
        }
        if let fault { throw fault }
        return try stream.read(into: buffer)
    }

    func source(isReady: @escaping @Sendable () -> Bool = { true }) -> LineReader.Source {
        LineReader.Source(
            read: { [self] in try read(into: $0) }, isReady: { [self] in taken < head.count || isReady() })
    }
}

extension LineReader.Source {
    /// Bytes that are at hand.
    package static func memory(_ bytes: [UInt8]) -> Self { PulledBytes(SequentialStream(bytes)).source() }
}
