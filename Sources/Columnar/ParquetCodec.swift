/// How pages are compressed.
package enum ParquetCodec: String, Sendable, CaseIterable {
    case uncompressed
    /// RFC 1952, by zlib at its level 6.
    case gzip
    /// RFC 8878, by libzstd at its level 3.
    case zstd

    /// The number of `CompressionCodec`.
    var number: Int32 {
        switch self {
        case .uncompressed: 0
        case .gzip: 2
        case .zstd: 6
        }
    }
}
