import Archives

/// Limits that inputs of some kilobytes can reach.
private let limits: ArchiveLimits = {
    var limits = ArchiveLimits()
    limits.entrySize = 64 << 10
    limits.inlineSize = 16 << 10
    limits.expansionRatio = 50
    limits.ratioFloor = 4 << 10
    limits.totalExpanded = 1 << 20
    limits.nestingDepth = 3
    limits.headerSize = 4 << 10
    limits.entries = 64
    limits.windowSize = 1 << 20
    limits.dictionarySize = 64 << 10
    limits.revisitIndex = 64
    limits.mailParts = 16
    limits.mailDepth = 4
    return limits
}()

/// Names whose suffixes say different things of the bytes.
private let names = ["input", "input.mbox", "input.eml", "input.gz"]

/// Reads an archive as a file twice, and as a stream that comes in small pieces.
///
/// A zip file is read from its end as a file and may begin late in one, but as a stream must be one from its start; all
/// else is the same both ways.
func checkArchive(_ bytes: [UInt8]) {
    let name = names[bytes.count % names.count]
    let file = Account(ArchiveReader(MemoryBytes(bytes), name: name, limits: limits), bytes)
    expect(
        file == Account(ArchiveReader(MemoryBytes(bytes), name: name, limits: limits), bytes), "it reads the same twice"
    )
    let stream = Account(ArchiveReader(Pieces(bytes), name: name, limits: limits), bytes)
    expect(
        file.differs(from: stream) == nil,
        "a stream in pieces reads as the file does; \(file.differs(from: stream) ?? "")")
    expect(
        ArchiveReader.isContainer(bytes, name: name) == ArchiveReader.isContainer(bytes, name: name),
        "a kind is the same twice")
}

/// A stream that hands out one to seven bytes at a time, then more.
private final class Pieces: ByteStream {
    private let bytes: [UInt8]
    private var offset = 0
    private var step = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
        step += 1
        let count = min(buffer.count, bytes.count - offset, step < 200 ? 1 + step % 7 : 4096 + step % 7)
        bytes.withUnsafeBytes { all in
            buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: all[offset..<offset + count]))
        }
        offset += count
        return count
    }
}

/// All that a reader handed out.
private struct Account: Equatable {
    var entries: [ArchiveEntry] = []
    /// What came of the entries that are streams, in order.
    var streams: [[UInt8]] = []
    var revisits: [ArchiveRevisit] = []
    var faults: [ArchiveFault] = []
    var tally: ArchiveTally

    init(_ reader: ArchiveReader, _ bytes: [UInt8]) {
        tally = reader.tally
        while let item = reader.next() {
            switch item {
            case .entry(let entry): take(entry)
            case .stream(let entry, let stream):
                take(entry)
                streams.append(Self.drained(stream))
            case .revisit(let revisit): revisits.append(revisit)
            case .fault(let fault):
                expect(!fault.message.isEmpty && (fault.offset ?? 0) >= 0, "a fault has words and no place before 0")
                faults.append(fault)
            }
            expect(revisits.count + faults.count <= 1000 + 4 * bytes.count, "the items of an input come to an end")
        }
        expect(reader.next() == nil, "nothing comes after the end")
        tally = reader.tally
        expect(tally.entries == entries.count, "the tally counts the entries")
        expect(tally.faults == faults.count, "the tally counts the faults")
        expect(entries.count <= limits.entries, "no more entries than allowed are handed out")
        expect(tally.expanded <= limits.totalExpanded + (1 << 20), "no more is expanded than allowed")
    }

    private mutating func take(_ entry: ArchiveEntry) {
        expect(entry.ordinal == entries.count, "entries are numbered as they come")
        expect(entry.bytes.count <= limits.entrySize, "no entry is larger than allowed")
        expect(entry.mail?.plain.map { $0.bytes.count <= limits.entrySize } ?? true, "no part is larger than allowed")
        expect(entry.web?.status.map { $0 >= 0 } ?? true, "no status is negative")
        entries.append(entry)
    }

    private static func drained(_ stream: any ByteStream) -> [UInt8] {
        var bytes: [UInt8] = []
        let piece = UnsafeMutableRawBufferPointer.allocate(byteCount: 4096, alignment: 16)
        defer { piece.deallocate() }
        while bytes.count <= 8 << 20 {
            let result = outcome { () throws(ArchiveFault) in try stream.read(into: piece) }
            guard case .success(let count) = result, count > 0 else { return bytes }
            expect(count <= piece.count, "no more bytes come than there is room for")
            bytes += piece[..<count]
        }
        expect(false, "a stream comes to an end")
        return bytes
    }

    /// In what another account differs; `nil` where it does not, or where a zip file makes it.
    func differs(from other: Account) -> String? {
        func isOfZip(_ account: Account) -> Bool {
            account.faults.contains { $0.code == .entryTooLarge }
                || account.faults.contains { $0.message.contains("zip") }
        }
        if self == other || isOfZip(self) || isOfZip(other) { return nil }
        if entries != other.entries { return "entries differ" }
        if streams != other.streams { return "streams differ" }
        if faults != other.faults { return "faults differ: \(faults) and \(other.faults)" }
        return revisits != other.revisits ? "revisits differ" : "tallies differ: \(tally) and \(other.tally)"
    }
}
