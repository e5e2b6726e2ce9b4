/// A stand-in for swift-crypto's SHA-256 (FIPS 180-4), with what ``Reading`` asks of it.
///
/// BoringSSL takes longer to build than all else, and a fuzzer would spend its time in it. What the fuzzer looks at hangs
/// on no digest but for its being the same twice.
public struct SHA256 {
    private var state: [UInt32] = [
        0x6A09_E667, 0xBB67_AE85, 0x3C6E_F372, 0xA54F_F53A, 0x510E_527F, 0x9B05_688C, 0x1F83_D9AB, 0x5BE0_CD19,
    ]
    private var block: [UInt8] = []
    private var count: UInt64 = 0

    public init() { block.reserveCapacity(64) }

    public mutating func update(bufferPointer bytes: UnsafeRawBufferPointer) {
        for byte in bytes { take(byte) }
        count &+= UInt64(bytes.count)
    }

    /// The 32 bytes of the digest.
    public func finalize() -> [UInt8] {
        var hash = self
        let bits = count &* 8
        hash.take(0x80)
        while hash.block.count != 56 { hash.take(0) }
        for shift in stride(from: UInt64(56), through: 0, by: -8) {
            hash.take(UInt8(truncatingIfNeeded: bits >> shift))
        }
        return hash.state.flatMap { word in
            [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: word >> $0) }
        }
    }

    private mutating func take(_ byte: UInt8) {
        block.append(byte)
        guard block.count == 64 else { return }
        mix()
        block.removeAll(keepingCapacity: true)
    }

    private mutating func mix() {
        var words = [UInt32](repeating: 0, count: 64)
        for i in 0..<16 { words[i] = block[4 * i..<4 * i + 4].reduce(0) { $0 << 8 | UInt32($1) } }
        for i in 16..<64 {
            let (early, late) = (words[i - 15], words[i - 2])
            let small = turned(early, 7) ^ turned(early, 18) ^ early >> 3
            let large = turned(late, 17) ^ turned(late, 19) ^ late >> 10
            words[i] = words[i - 16] &+ small &+ words[i - 7] &+ large
        }
        var now = state
        for i in 0..<64 {
            let choice = now[4] & now[5] ^ ~now[4] & now[6]
            let majority = now[0] & now[1] ^ now[0] & now[2] ^ now[1] & now[2]
            let fourth = turned(now[4], 6) ^ turned(now[4], 11) ^ turned(now[4], 25)
            let first = turned(now[0], 2) ^ turned(now[0], 13) ^ turned(now[0], 22)
            let one = now[7] &+ fourth &+ choice &+ Self.constants[i] &+ words[i]
            now = [one &+ first &+ majority, now[0], now[1], now[2], now[3] &+ one, now[4], now[5], now[6]]
        }
        for i in 0..<8 { state[i] &+= now[i] }
    }

    private func turned(_ word: UInt32, _ by: UInt32) -> UInt32 { word >> by | word << (32 - by) }
}

extension SHA256 {
    /// The first 32 bits of the fractions of the cube roots of the first 64 primes.
    private static let constants: [UInt32] = [
        0x428A_2F98, 0x7137_4491, 0xB5C0_FBCF, 0xE9B5_DBA5, 0x3956_C25B, 0x59F1_11F1, 0x923F_82A4, 0xAB1C_5ED5,
        0xD807_AA98, 0x1283_5B01, 0x2431_85BE, 0x550C_7DC3, 0x72BE_5D74, 0x80DE_B1FE, 0x9BDC_06A7, 0xC19B_F174,
        0xE49B_69C1, 0xEFBE_4786, 0x0FC1_9DC6, 0x240C_A1CC, 0x2DE9_2C6F, 0x4A74_84AA, 0x5CB0_A9DC, 0x76F9_88DA,
        0x983E_5152, 0xA831_C66D, 0xB003_27C8, 0xBF59_7FC7, 0xC6E0_0BF3, 0xD5A7_9147, 0x06CA_6351, 0x1429_2967,
        0x27B7_0A85, 0x2E1B_2138, 0x4D2C_6DFC, 0x5338_0D13, 0x650A_7354, 0x766A_0ABB, 0x81C2_C92E, 0x9272_2C85,
        0xA2BF_E8A1, 0xA81A_664B, 0xC24B_8B70, 0xC76C_51A3, 0xD192_E819, 0xD699_0624, 0xF40E_3585, 0x106A_A070,
        0x19A4_C116, 0x1E37_6C08, 0x2748_774C, 0x34B0_BCB5, 0x391C_0CB3, 0x4ED8_AA4A, 0x5B9C_CA4F, 0x682E_6FF3,
        0x748F_82EE, 0x78A5_636F, 0x84C8_7814, 0x8CC7_0208, 0x90BE_FFFA, 0xA450_6CEB, 0xBEF9_A3F7, 0xC671_78F2,
    ]
}
