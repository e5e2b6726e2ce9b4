internal import CArchives

/// Compresses pages, one after the other, each for itself.
final class Compressor {
    private enum State {
        case none
        // zlib remembers where its state stands, so it must not move
        case gzip(UnsafeMutablePointer<z_stream>)
        case zstd(OpaquePointer)
    }

    private static let gzipLevel: Int32 = 6
    private static let zstdLevel: Int32 = 3
    /// `windowBits` of zlib for gzip's wrapping.
    private static let gzipWindow: Int32 = 31

    private let state: State
    private var output: [UInt8] = []

    /// - Throws: ``ParquetError/Code/compressor`` where there is no memory.
    init(_ codec: ParquetCodec) throws(ParquetError) {
        switch codec {
        case .uncompressed: state = .none
        case .gzip:
            let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
            stream.initialize(to: z_stream())
            let size = Int32(MemoryLayout<z_stream>.size)
            let result = deflateInit2_(
                stream, Self.gzipLevel, Z_DEFLATED, Self.gzipWindow, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, size)
            guard result == Z_OK else {
                stream.deallocate()
                throw Self.failure("error \(result) of zlib at its start")
            }
            state = .gzip(stream)
        case .zstd:
            guard let context = ZSTD_createCCtx() else { throw Self.failure("no memory for libzstd") }
            state = .zstd(context)
        }
    }

    deinit {
        switch state {
        case .none: break
        case .gzip(let stream):
            deflateEnd(stream)
            stream.deinitialize(count: 1)
            stream.deallocate()
        case .zstd(let context): ZSTD_freeCCtx(context)
        }
    }

    /// Appends what a page becomes to `target`, and returns how long that is; `head` writes what stands before it.
    ///
    /// Linear in the page. Beside the page it needs the memory for what it becomes.
    /// - Throws: ``ParquetError/Code/compressor``.
    func compress(
        _ page: [UInt8], to target: inout [UInt8], head: (_ size: Int, _ bytes: UnsafeRawBufferPointer) -> [UInt8]
    ) throws(ParquetError) {
        let size =
            switch state {
            case .none: page.count
            case .gzip(let stream): try gzip(page, stream)
            case .zstd(let context): try zstd(page, context)
            }
        let isCompressed = if case .none = state { false } else { true }
        (isCompressed ? output : page).withUnsafeBytes { bytes in
            let bytes = UnsafeRawBufferPointer(rebasing: bytes.prefix(size))
            target.append(contentsOf: head(size, bytes))
            target.append(contentsOf: bytes)
        }
    }

    private func gzip(_ page: [UInt8], _ stream: UnsafeMutablePointer<z_stream>) throws(ParquetError) -> Int {
        guard deflateReset(stream) == Z_OK else { throw Self.failure("a state of zlib that cannot be used again") }
        makeRoom(Int(deflateBound(stream, UInt(page.count))))
        guard let given = UInt32(exactly: page.count), let room = UInt32(exactly: output.count) else {
            throw Self.failure("a page of \(page.count) bytes, which zlib does not take")
        }
        let result = page.withUnsafeBufferPointer { source in
            output.withUnsafeMutableBufferPointer { target in
                // zlib does not write through `next_in`
                stream.pointee.next_in = UnsafeMutablePointer(mutating: source.baseAddress)
                stream.pointee.avail_in = given
                stream.pointee.next_out = target.baseAddress
                stream.pointee.avail_out = room
                return deflate(stream, Z_FINISH)
            }
        }
        guard result == Z_STREAM_END else { throw Self.failure("error \(result) of zlib") }
        return Int(room - stream.pointee.avail_out)
    }

    private func zstd(_ page: [UInt8], _ context: OpaquePointer) throws(ParquetError) -> Int {
        makeRoom(ZSTD_compressBound(page.count))
        let result = page.withUnsafeBytes { source in
            output.withUnsafeMutableBytes { target in
                ZSTD_compressCCtx(
                    context, target.baseAddress, target.count, source.baseAddress, source.count, Self.zstdLevel)
            }
        }
        guard ZSTD_isError(result) == 0 else {
            throw Self.failure(ZSTD_getErrorName(result).map { String(cString: $0) } ?? "an error of libzstd")
        }
        return result
    }

    private func makeRoom(_ size: Int) {
        if output.count < size { output = [UInt8](repeating: 0, count: size) }
    }

    private static func failure(_ found: String) -> ParquetError {
        ParquetError(.compressor, "expected a page to be compressed, found \(found); write without compression")
    }

    /// CRC-32 as gzip and the headers of pages have it.
    static func checksum(_ bytes: UnsafeRawBufferPointer) -> UInt32 {
        UInt32(
            truncatingIfNeeded: crc32_z(0, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self), bytes.count))
    }
}
