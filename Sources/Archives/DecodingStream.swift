import Glibc

/// What comes out of a compressed stream, member after member.
///
/// Zeros between members are padding; anything else there is skipped and told. After a member that does not decode, is
/// cut short or is out of proportion, ``recover()`` finds the next one.
final class DecodingStream: ByteStream {
    private enum State {
        case start
        case between
        case inside
        case ended
        case failed(ArchiveFault)
    }

    /// The most output of one step, so that a bomb is seen early, in bytes.
    private static let stride = 256 << 10

    private let source: Window
    private let codec: any Codec
    private let ledger: Ledger
    private let name: String
    /// What a person calls the format.
    private let format: String
    private var state = State.start
    /// Where the member starts in the source.
    private var memberStart = 0
    private var memberOutput = 0
    private var wholeOutput = 0

    init(_ compression: Compression, of source: Window, ledger: Ledger, name: String) {
        self.source = source
        self.ledger = ledger
        self.name = name
        format = compression.rawValue
        codec = compression.codec(ledger.limits)
    }

    func read(into buffer: UnsafeMutableRawBufferPointer) throws(ArchiveFault) -> Int {
        guard !buffer.isEmpty else { return 0 }
        while true {
            switch state {
            case .ended: return 0
            case .failed(let fault): throw fault
            case .start:
                try loadDictionary()
                memberStart = source.offset
                state = .inside
            case .between: nextMember()
            case .inside:
                let count = try step(
                    into: UnsafeMutableRawBufferPointer(rebasing: buffer.prefix(Self.stride)))
                if count > 0 { return count }
            }
        }
    }

    /// One step within a member.
    private func step(into buffer: UnsafeMutableRawBufferPointer) throws(ArchiveFault) -> Int {
        source.fill(1)
        let hadInput = source.count > 0
        let step = codec.step(source.bytes, buffer)
        source.drop(step.consumed)
        memberOutput += step.produced
        wholeOutput += step.produced
        if step.produced > 0 {
            do throws(ArchiveFault) {
                try ledger.expand(by: step.produced, in: name)
                try ledger.weigh(
                    input: source.offset - memberStart, output: memberOutput, in: name, at: memberStart)
                try ledger.weigh(input: source.offset, output: wholeOutput, in: name, at: memberStart)
            } catch {
                state = .failed(error)
                throw error
            }
        }
        switch step.state {
        case .endOfMember: state = .between
        case .failed(let code, let reason):
            state = .failed(
                ArchiveFault(
                    code, "expected \(format) data, found: \(reason); what came before was read", in: name,
                    at: source.offset))
        case .inside where step.produced == 0 && step.consumed == 0 && !hadInput:
            state = .failed(source.failure ?? shortfall)
        case .inside where step.produced == 0 && step.consumed == 0:
            state = .failed(
                ArchiveFault(
                    .damaged, "expected \(format) data, found bytes that lead nowhere; what came before was read",
                    in: name, at: source.offset))
        case .inside: break
        }
        return step.produced
    }

    private var shortfall: ArchiveFault {
        ArchiveFault(
            .truncated,
            "expected the rest of a \(format) member that starts at byte \(memberStart), found the end; "
                + "what was there was read", in: name, at: source.offset)
    }

    /// Goes to the next member, or to the end.
    private func nextMember() {
        state = .ended
        guard let mark = codec.mark else {
            if source.fill(1) { tellJunk(from: source.offset, length: countRest()) }
            return
        }
        while source.fill(1), source.bytes[0] == 0 { source.drop(1) }
        guard source.fill(1) else {
            if let failure = source.failure { state = .failed(failure) }
            return
        }
        if source.fill(mark.length), mark.starts(source.bytes) {
            begin()
            return
        }
        let from = source.offset
        let found = seek(mark)
        tellJunk(from: from, length: source.offset - from)
        if found { begin() }
    }

    private func begin() {
        codec.restart()
        memberStart = source.offset
        memberOutput = 0
        state = .inside
    }

    private func countRest() -> Int {
        var count = 0
        while source.fill(1) {
            count += source.count
            source.drop(source.count)
        }
        return count
    }

    private func tellJunk(from offset: Int, length: Int) {
        ledger.report(
            ArchiveFault(
                .junkBetweenMembers,
                "expected another \(format) member or the end, found \(length) bytes that are neither; they were skipped",
                in: name, at: offset, severity: .warning))
    }

    /// Looks for a member. Linear in what is passed.
    private func seek(_ mark: MemberMark) -> Bool {
        while source.fill(mark.length), let base = source.bytes.baseAddress {
            guard let hit = memchr(base, Int32(mark.first), source.count) else {
                source.drop(source.count)
                continue
            }
            source.drop(UnsafeRawPointer(hit) - base)
            if source.fill(mark.length), mark.starts(source.bytes), !mark.isFiller(source.bytes) { return true }
            source.drop(1)
        }
        source.drop(source.count)
        return false
    }

    /// A `.warc.zst` starts with a skippable frame that holds the dictionary of all frames, compressed itself or not
    /// (IIPC, WARC-ZSTD 1.0).
    private func loadDictionary() throws(ArchiveFault) {
        guard let codec = codec as? ZstdCodec, source.fill(8) else { return }
        let head = source.bytes
        guard head[0] == 0x5D, ZstdCodec.isSkippable(head) else { return }
        let size = (4..<8).reduce(0) { $0 | Int(head[$1]) << (8 * ($1 - 4)) }
        guard size <= ledger.limits.dictionarySize else {
            let fault = ArchiveFault(
                .windowTooLarge,
                "expected a dictionary of at most \(ledger.limits.dictionarySize) bytes, found one of \(size); "
                    + "raise dictionary-size", in: name, at: source.offset)
            state = .failed(fault)
            throw fault
        }
        guard source.fill(8 + size) else { return }
        var dictionary = [UInt8](source.bytes[8..<8 + size])
        if dictionary.starts(with: [0x28, 0xB5, 0x2F, 0xFD]) {
            let inner = DecodingStream(.zstd, of: Window(dictionary), ledger: ledger, name: name)
            let window = Window(inner)
            dictionary = window.take(ledger.limits.dictionarySize)
            if let failure = window.failure {
                state = .failed(failure)
                throw failure
            }
        }
        if !codec.load(dictionary: dictionary) {
            ledger.report(
                ArchiveFault(
                    .damaged,
                    "expected a dictionary of zstd, found \(size) bytes that are none; "
                        + "records that need it cannot be read", in: name, at: source.offset))
        }
        source.drop(8 + size)
    }

    func recover() -> Bool {
        guard case .failed = state, !ledger.isSpent, let mark = codec.mark else { return false }
        if source.failure != nil, !source.recover() { return false }
        // what the failed member made does not count against the others
        wholeOutput -= memberOutput
        // a member whose first bytes were refused is not found again
        if source.offset <= memberStart { source.drop(1) }
        guard seek(mark) else {
            state = .ended
            return false
        }
        begin()
        return true
    }
}

/// The formats of compression by the names that people and HTTP give them.
enum Compression: String {
    case gzip
    case zlib
    case deflate
    case zstd
    case brotli

    func codec(_ limits: ArchiveLimits) -> any Codec {
        switch self {
        case .gzip: InflateCodec(.gzip)
        case .zlib: InflateCodec(.zlib)
        case .deflate: InflateCodec(.bare)
        case .zstd: ZstdCodec(windowSize: limits.windowSize)
        case .brotli: BrotliCodec()
        }
    }
}
