import CArchives
import Compressing

extension Packing {
    /// One frame of zstd.
    static func zstd(_ bytes: [UInt8], dictionary: [UInt8] = [], checksum: Bool = true) -> [UInt8] {
        guard let state = ZSTD_createCCtx() else { return [] }
        defer { ZSTD_freeCCtx(state) }
        ZSTD_CCtx_setParameter(state, ZSTD_c_checksumFlag, checksum ? 1 : 0)
        if !dictionary.isEmpty { ZSTD_CCtx_loadDictionary(state, dictionary, dictionary.count) }
        var output = [UInt8](repeating: 0, count: ZSTD_compressBound(bytes.count))
        let written = ZSTD_compress2(state, &output, output.count, bytes, bytes.count)
        return ZSTD_isError(written) != 0 ? [] : Array(output[..<written])
    }

    static func skippable(_ bytes: [UInt8], kind: UInt8 = 0x50) -> [UInt8] {
        [kind, 0x2A, 0x4D, 0x18] + little(bytes.count, 4) + bytes
    }

    /// What Brotli 1.1 made, at quality 9, of ``brotliText``.
    static let brotli: [UInt8] = [
        27, 135, 4, 0, 4, 202, 109, 169, 94, 72, 182, 36, 246, 129, 15, 46, 248, 11, 14, 4, 135, 28, 48, 127, 55, 75,
        32,
        112, 14, 140, 2, 135, 220, 118, 145, 67, 5, 84, 205, 35, 250, 23, 245, 174, 143, 171, 38, 205, 74, 217, 113,
        156,
        208, 197, 178, 233, 34, 63, 28, 129, 72, 15, 108,
    ]
    static let brotliText = String(repeating: "The two ministers met in Vienna and agreed to meet again. ", count: 20)

    /// A number with the least byte first.
    static func little(_ value: Int, _ length: Int) -> [UInt8] {
        (0..<length).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
    }

    static func crc(_ bytes: [UInt8]) -> UInt32 { UInt32(truncatingIfNeeded: crc32(0, bytes, UInt32(bytes.count))) }
}

/// Numbers that look random and are the same every time (SplitMix64).
struct Dice: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    mutating func bytes(_ count: Int) -> [UInt8] { (0..<count).map { _ in UInt8.random(in: 0...255, using: &self) } }
}
