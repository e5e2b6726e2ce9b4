import Glibc

/// Conversion of whole documents by the C library's iconv.
enum Conversion {
    /// Bytes that are converted at a time.
    static let block = 1 << 16

    /// The bytes from `start` on in UTF-8, U+FFFD for what stands for nothing; `nil` where the C library lacks the encoding.
    ///
    /// A broken character of several bytes takes its second byte with it unless that is ASCII, as in the Encoding
    /// Standard, so that a broken byte cannot hide a quotation mark or a tag.
    static func utf8(of bytes: [UInt8], from start: Int, in encoding: KnownEncoding) -> (
        utf8: [UInt8], isRepaired: Bool
    )? {
        let converter = iconv_open("UTF-8", encoding.iconv)
        guard converter != iconv_t(bitPattern: -1) else { return nil }
        defer { iconv_close(converter) }
        var out: [UInt8] = []
        out.reserveCapacity(bytes.count - start + (bytes.count - start) / 4 + 16)
        var isRepaired = false
        // iconv takes its input as a mutable pointer and does not write to it
        var input = Array(bytes[min(start, bytes.count)...])
        var buffer = [CChar](repeating: 0, count: block)
        input.withUnsafeMutableBytes { raw in
            guard let base = raw.baseAddress?.assumingMemoryBound(to: CChar.self) else { return }
            var next: UnsafeMutablePointer<CChar>? = base
            var left = raw.count
            while left > 0 {
                let status = convert(converter, &next, &left, &buffer, into: &out)
                guard status != E2BIG, left > 0 else { continue }
                guard status == EILSEQ || status == EINVAL else { break }
                isRepaired = true
                out.append(contentsOf: UTF8Scan.replacement)
                let skipped = skip(raw, at: raw.count - left, encoding, isCut: status == EINVAL)
                next = next.map { $0 + skipped }
                left -= skipped
                if status == EINVAL { left = 0 }
            }
            // characters that wait for a combining one
            _ = flush(converter, &buffer, into: &out)
        }
        return (out, isRepaired)
    }

    /// Converts what fits a block; 0 or the error number.
    private static func convert(
        _ converter: iconv_t?, _ next: inout UnsafeMutablePointer<CChar>?, _ left: inout Int, _ buffer: inout [CChar],
        into out: inout [UInt8]
    ) -> Int32 {
        buffer.withUnsafeMutableBytes { room in
            var target = room.baseAddress?.assumingMemoryBound(to: CChar.self)
            var free = room.count
            let result = iconv(converter, &next, &left, &target, &free)
            let status = result == -1 ? errno : 0
            out.append(contentsOf: room[..<(room.count - free)])
            return status
        }
    }

    private static func flush(_ converter: iconv_t?, _ buffer: inout [CChar], into out: inout [UInt8]) -> Int {
        buffer.withUnsafeMutableBytes { room in
            var target = room.baseAddress?.assumingMemoryBound(to: CChar.self)
            var free = room.count
            let result = iconv(converter, nil, nil, &target, &free)
            out.append(contentsOf: room[..<(room.count - free)])
            return result
        }
    }

    /// How many bytes a broken character takes.
    private static func skip(
        _ raw: UnsafeMutableRawBufferPointer, at i: Int, _ encoding: KnownEncoding, isCut: Bool
    ) -> Int {
        let left = raw.count - i
        if isCut { return left }
        if encoding.unit > 1 { return min(encoding.unit, left) }
        return encoding.isMultibyte && left > 1 && raw[i + 1] >= 0x80 ? 2 : 1
    }
}
