/// Undoes what a server did to a body on its way: chunks and compression.
///
/// Where a head says what is not so, the body is left as it is, and a note tells it. A body that is cut short is kept as
/// far as it goes.
struct HTTPBody {
    private(set) var bytes: [UInt8]
    private(set) var notes: [ArchiveFault] = []
    private let ledger: Ledger
    private let name: String

    init(_ bytes: [UInt8], ledger: Ledger, name: String) {
        self.bytes = bytes
        self.ledger = ledger
        self.name = name
    }

    /// - Throws: ``ArchiveFault`` where the body is a bomb or larger than an entry may be.
    mutating func decode(_ fields: HeaderFields) throws(ArchiveFault) {
        if let coding = fields.value("Transfer-Encoding")?.lowercased(), coding.contains("chunked") { joinChunks() }
        guard let codings = fields.value("Content-Encoding")?.lowercased() else { return }
        // a list longer than this is an attack
        let words = codings.split(whereSeparator: { $0 == "," || $0 == " " }).suffix(4)
        for coding in words.reversed() { try undo(String(coding)) }
    }

    /// RFC 9112, section 7.1. Linear.
    private mutating func joinChunks() {
        guard !bytes.isEmpty else { return }
        var joined: [UInt8] = []
        joined.reserveCapacity(bytes.count)
        var place = 0
        while let (size, start) = Self.chunk(bytes, at: place) {
            if size == 0 {
                bytes = joined
                return
            }
            if size > bytes.count - start {
                joined += bytes[start...]
                note(.truncated, "expected a chunk of \(size) bytes, found \(bytes.count - start)", at: place)
                bytes = joined
                return
            }
            joined += bytes[start..<start + size]
            place = start + size
            if place < bytes.count, bytes[place] == 0x0D { place += 1 }
            if place < bytes.count, bytes[place] == 0x0A { place += 1 }
        }
        if place >= bytes.count {
            note(
                .truncated, "expected a last chunk of 0 bytes, found the end; all that came before was kept", at: place)
            bytes = joined
        } else if place == 0 {
            note(
                .chunksWrong, "expected a body in chunks as its head says, found one that is not; it was left as it is",
                at: 0)
        } else {
            note(
                .chunksWrong, "expected the size of a chunk, found something else; the rest was left as it is",
                at: place)
            bytes = joined + bytes[place...]
        }
    }

    /// The size of a chunk and where it starts; `nil` where no such line stands.
    private static func chunk(_ bytes: [UInt8], at place: Int) -> (size: Int, start: Int)? {
        var size = 0
        var at = place
        while at < bytes.count, let digit = hexDigit(bytes[at]) {
            guard size >> 56 == 0 else { return nil }
            size = size << 4 | digit
            at += 1
        }
        guard at > place else { return nil }
        // an extension of the chunk, and white space, are passed over
        let limit = min(bytes.count, at + 1024)
        while at < limit {
            switch bytes[at] {
            case 0x0A: return (size, at + 1)
            case 0x0D, 0x20, 0x09: at += 1
            case 0x3B:
                guard let feed = bytes[at..<limit].firstIndex(of: 0x0A) else { return nil }
                return (size, feed + 1)
            default: return nil
            }
        }
        // the last line of a body that is cut short
        return at == bytes.count && size == 0 ? (0, at) : nil
    }

    static func hexDigit(_ byte: UInt8) -> Int? {
        switch byte {
        case 0x30...0x39: Int(byte) - 0x30
        case 0x41...0x46: Int(byte) - 0x37
        case 0x61...0x66: Int(byte) - 0x57
        default: nil
        }
    }

    private mutating func undo(_ coding: String) throws(ArchiveFault) {
        guard !bytes.isEmpty, let compression = compression(of: coding) else { return }
        let window = Window(DecodingStream(compression, of: Window(bytes), ledger: ledger, name: name))
        let limit = ledger.limits.entrySize
        let decoded = window.take(limit)
        if decoded.count == limit, window.fill(1) {
            throw ArchiveFault(
                .entryTooLarge,
                "expected a body of at most \(limit) bytes, found more once its \(coding) is undone; "
                    + "raise entry-size", in: name)
        }
        guard let failure = window.failure else {
            bytes = decoded
            return
        }
        switch failure.code {
        case .expansionRatio, .totalExpanded: throw failure
        case .truncated where !decoded.isEmpty:
            note(.truncated, "expected a whole body in \(coding), found a part of one; that much was read", at: nil)
            bytes = decoded
        case .truncated, .damaged, .checksumMismatch, .windowTooLarge:
            if failure.code == .windowTooLarge || decoded.isEmpty || compression == .brotli {
                note(
                    .encodingWrong,
                    "expected a body in \(coding) as its head says, found: \(failure.message); "
                        + "it was left as it is", at: nil)
            } else {
                note(failure.code, failure.message, at: failure.offset)
                bytes = decoded
            }
        default: throw failure
        }
    }

    /// How a body is compressed; `nil`, with a note, where it is not as it is said to be.
    private mutating func compression(of coding: String) -> Compression? {
        func starts(_ mark: [UInt8]) -> Bool { bytes.starts(with: mark) }
        var found: Compression?
        switch coding {
        case "identity", "none", "utf-8": return nil
        case "gzip", "x-gzip": found = starts([0x1F, 0x8B]) ? .gzip : nil
        case "zstd": found = starts([0x28, 0xB5, 0x2F, 0xFD]) ? .zstd : nil
        case "br": found = .brotli
        case "deflate":
            // the standard says zlib; some servers send the bare kind
            let isZlib = bytes.count > 1 && bytes[0] & 0x0F == 8 && (Int(bytes[0]) << 8 | Int(bytes[1])) % 31 == 0
            found = isZlib ? .zlib : .deflate
        default:
            note(
                .encodingWrong, "expected gzip, deflate, br or zstd, found \"\(coding)\"; it was left as it is", at: nil
            )
            return nil
        }
        if found == nil {
            note(
                .encodingWrong,
                "expected a body in \(coding) as its head says, found one that is not; "
                    + "it was left as it is", at: nil)
        }
        return found
    }

    private mutating func note(_ code: ArchiveFault.Code, _ message: String, at offset: Int?) {
        notes.append(ArchiveFault(code, message, in: name, at: offset, severity: .warning))
    }
}
