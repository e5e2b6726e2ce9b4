/// The head of what a server answered (RFC 9112), read leniently.
struct HTTPHead {
    /// `nil` where the first line has no number of three digits.
    var status: Int?
    var fields: HeaderFields

    /// Whether bytes start like an answer. Versions that do not exist count.
    static func starts(_ bytes: UnsafeRawBufferPointer) -> Bool {
        bytes.count >= 5 && bytes[0] == 0x48 && bytes[1] == 0x54 && bytes[2] == 0x54 && bytes[3] == 0x50
    }

    /// - Parameter bytes: from the line of the status up to and with the empty line.
    init(_ bytes: [UInt8]) {
        let end = bytes.firstIndex(of: 0x0A) ?? bytes.count
        let words = bytes[..<end].split(whereSeparator: { $0 <= 0x20 })
        if words.count > 1, words[1].count == 3, words[1].allSatisfy({ 0x30...0x39 ~= $0 }) {
            status = words[1].reduce(0) { $0 * 10 + Int($1 - 0x30) }
        }
        fields = HeaderFields(bytes, from: min(end + 1, bytes.count))
    }
}
