/// The records of a web archive that a revisit can be traced back to, by what it may call them.
///
/// Keys are hashes of 64 bits (FNV-1a): at most ``ArchiveLimits/revisitIndex`` of them, some 32 bytes each. The first
/// record of a key stays.
struct RevisitIndex {
    private let limit: Int
    private var offsets: [UInt64: Int] = [:]

    init(limit: Int) { self.limit = limit }

    /// Remembers a record that has bytes.
    ///
    /// - Parameter offset: what its entry is called by.
    mutating func insert(_ fields: HeaderFields, at offset: Int) {
        insert(Self.key(0, fields.raw("WARC-Record-ID")), offset)
        insert(Self.key(1, fields.raw("WARC-Payload-Digest")), offset)
        insert(Self.key(2, fields.raw("WARC-Target-URI"), fields.raw("WARC-Date")), offset)
    }

    /// The record that a revisit was found equal to: by its id, by its address and time, or by its digest.
    func original(of fields: HeaderFields) -> Int? {
        let keys = [
            Self.key(0, fields.raw("WARC-Refers-To")),
            Self.key(2, fields.raw("WARC-Refers-To-Target-URI"), fields.raw("WARC-Refers-To-Date")),
            Self.key(1, fields.raw("WARC-Payload-Digest")),
        ]
        for case .some(let key) in keys {
            if let offset = offsets[key] { return offset }
        }
        return nil
    }

    private mutating func insert(_ key: UInt64?, _ offset: Int) {
        guard let key, offsets.count < limit, offsets[key] == nil else { return }
        offsets[key] = offset
    }

    private static func key(_ kind: UInt8, _ parts: ArraySlice<UInt8>?...) -> UInt64? {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        func add(_ byte: UInt8) { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        add(kind)
        for part in parts {
            guard let part, !part.isEmpty else { return nil }
            // wget writes addresses in angle brackets
            for byte in part where byte != 0x3C && byte != 0x3E { add(byte) }
            add(0)
        }
        return hash
    }
}
