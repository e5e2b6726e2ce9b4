internal import CArchives

/// Deflate in the wrappings of gzip (RFC 1952) and zlib (RFC 1950), and bare (RFC 1951), by way of zlib.
final class InflateCodec: Codec {
    enum Wrapping: Int32 {
        case gzip = 31
        case zlib = 15
        case bare = -15
    }

    static let gzipMark = MemberMark(
        length: 4, first: 0x1F,
        starts: { $0[0] == 0x1F && $0[1] == 0x8B && $0[2] == 0x08 && $0[3] & 0xE0 == 0 }, isFiller: { _ in false })

    let mark: MemberMark?
    // zlib remembers where its state stands, so it must not move
    private let state: UnsafeMutablePointer<z_stream>
    private let isReady: Bool

    init(_ wrapping: Wrapping) {
        mark = wrapping == .gzip ? Self.gzipMark : nil
        state = .allocate(capacity: 1)
        state.initialize(to: z_stream())
        isReady =
            inflateInit2_(state, wrapping.rawValue, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK
    }

    deinit {
        if isReady { inflateEnd(state) }
        state.deinitialize(count: 1)
        state.deallocate()
    }

    func restart() { if isReady { inflateReset(state) } }

    func step(_ input: UnsafeRawBufferPointer, _ output: UnsafeMutableRawBufferPointer) -> CodecStep {
        guard isReady else {
            return CodecStep(consumed: 0, produced: 0, state: .failed(.damaged, "no memory for the decompressor"))
        }
        let most = Int(Int32.max)
        let (given, room) = (min(input.count, most), min(output.count, most))
        // zlib does not write through `next_in`
        state.pointee.next_in = UnsafeMutablePointer(
            mutating: input.baseAddress?.assumingMemoryBound(to: UInt8.self))
        state.pointee.avail_in = UInt32(given)
        state.pointee.next_out = output.baseAddress?.assumingMemoryBound(to: UInt8.self)
        state.pointee.avail_out = UInt32(room)
        let result = inflate(state, Z_NO_FLUSH)
        let consumed = given - Int(state.pointee.avail_in)
        let produced = room - Int(state.pointee.avail_out)
        switch result {
        case Z_STREAM_END: return CodecStep(consumed: consumed, produced: produced, state: .endOfMember)
        case Z_OK, Z_BUF_ERROR: return CodecStep(consumed: consumed, produced: produced, state: .inside)
        case Z_NEED_DICT:
            return CodecStep(
                consumed: consumed, produced: produced, state: .failed(.damaged, "a dictionary that is not at hand"))
        default:
            let reason = state.pointee.msg.map { String(cString: $0) } ?? "error \(result) of zlib"
            let code: ArchiveFault.Code =
                reason == "incorrect data check" || reason == "incorrect length check"
                ? .checksumMismatch : .damaged
            return CodecStep(consumed: consumed, produced: produced, state: .failed(code, reason))
        }
    }
}
