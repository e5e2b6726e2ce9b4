internal import CArchives

/// Brotli (RFC 7932) by way of libbrotlidec.
final class BrotliCodec: Codec {
    let mark: MemberMark? = nil
    private let state: OpaquePointer?

    init() { state = BrotliDecoderCreateInstance(nil, nil, nil) }

    deinit { BrotliDecoderDestroyInstance(state) }

    /// A stream of brotli has one member.
    func restart() {}

    func step(_ input: UnsafeRawBufferPointer, _ output: UnsafeMutableRawBufferPointer) -> CodecStep {
        guard let state else {
            return CodecStep(consumed: 0, produced: 0, state: .failed(.damaged, "no memory for the decompressor"))
        }
        var given = input.count
        var next = input.baseAddress?.assumingMemoryBound(to: UInt8.self)
        var room = output.count
        var target = output.baseAddress?.assumingMemoryBound(to: UInt8.self)
        let result = BrotliDecoderDecompressStream(state, &given, &next, &room, &target, nil)
        var step = CodecStep(consumed: input.count - given, produced: output.count - room, state: .inside)
        switch result {
        case BROTLI_DECODER_RESULT_SUCCESS: step.state = .endOfMember
        case BROTLI_DECODER_RESULT_ERROR:
            let reason = BrotliDecoderErrorString(BrotliDecoderGetErrorCode(state)).map { String(cString: $0) }
            step.state = .failed(.damaged, reason ?? "an error of libbrotlidec")
        default: break
        }
        return step
    }
}
