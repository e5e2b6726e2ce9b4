internal import CArchives

/// Zstandard (RFC 8878) by way of libzstd: frames, skippable frames, and the dictionary that a `.warc.zst` starts with.
final class ZstdCodec: Codec {
    static let frameMark = MemberMark(
        length: 4, first: 0x28,
        starts: { bytes in
            (bytes[0] == 0x28 && bytes[1] == 0xB5 && bytes[2] == 0x2F && bytes[3] == 0xFD) || isSkippable(bytes)
        }, isFiller: isSkippable)

    /// Whether four bytes start a skippable frame.
    static func isSkippable(_ bytes: UnsafeRawBufferPointer) -> Bool {
        bytes.count >= 4 && bytes[0] & 0xF0 == 0x50 && bytes[1] == 0x2A && bytes[2] == 0x4D && bytes[3] == 0x18
    }

    let mark: MemberMark? = ZstdCodec.frameMark
    private let state: OpaquePointer?
    private let windowSize: Int

    /// - Parameter windowSize: the most memory that a frame may ask for, in bytes; rounded down to a power of two.
    init(windowSize: Int) {
        let log = min(max(Int.bitWidth - 1 - max(windowSize, 1).leadingZeroBitCount, 10), 30)
        self.windowSize = 1 << log
        state = ZSTD_createDStream()
        if let state { ZSTD_DCtx_setParameter(state, ZSTD_d_windowLogMax, Int32(log)) }
    }

    deinit { ZSTD_freeDStream(state) }

    func restart() { if let state { ZSTD_DCtx_reset(state, ZSTD_reset_session_only) } }

    /// Takes a dictionary for all frames to come.
    ///
    /// - Returns: whether the library took it.
    func load(dictionary: [UInt8]) -> Bool {
        guard let state else { return false }
        return dictionary.withUnsafeBytes {
            ZSTD_isError(ZSTD_DCtx_loadDictionary(state, $0.baseAddress, $0.count)) == 0
        }
    }

    func step(_ input: UnsafeRawBufferPointer, _ output: UnsafeMutableRawBufferPointer) -> CodecStep {
        guard let state else {
            return CodecStep(consumed: 0, produced: 0, state: .failed(.damaged, "no memory for the decompressor"))
        }
        var source = ZSTD_inBuffer(src: input.baseAddress, size: input.count, pos: 0)
        var target = ZSTD_outBuffer(dst: output.baseAddress, size: output.count, pos: 0)
        let result = ZSTD_decompressStream(state, &target, &source)
        var step = CodecStep(consumed: source.pos, produced: target.pos, state: .inside)
        if result == 0 {
            step.state = .endOfMember
        } else if ZSTD_isError(result) != 0 {
            let reason = ZSTD_getErrorName(result).map { String(cString: $0) } ?? "an error of libzstd"
            step.state =
                switch ZSTD_getErrorCode(result) {
                case ZSTD_error_frameParameter_windowTooLarge:
                    .failed(
                        .windowTooLarge,
                        "a frame that asks for more than \(windowSize) bytes of memory; raise window-size")
                case ZSTD_error_checksum_wrong: .failed(.checksumMismatch, reason)
                default: .failed(.damaged, reason)
                }
        }
        return step
    }
}
