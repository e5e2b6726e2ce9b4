/// The ways in which mails write bytes as text (RFC 2045, section 6). Linear; what is none of it is passed over or kept.
enum TransferEncoding {
    /// The bytes of a body.
    ///
    /// - Parameter encoding: the value of `Content-Transfer-Encoding`; what is not known is left as it is.
    /// - Returns: the bytes, and how many characters belonged to no encoding.
    static func decoded(_ bytes: ArraySlice<UInt8>, _ encoding: String) -> (bytes: [UInt8], strays: Int) {
        switch encoding.lowercased().split(whereSeparator: { $0 == " " || $0 == ";" }).first {
        case "base64"?: base64(bytes)
        case "quoted-printable"?: quotedPrintable(bytes)
        default: (Array(bytes), 0)
        }
    }

    /// Sextets by bytes; 64 is padding, 65 white space, 66 a stray.
    private static let sextets: [UInt8] = {
        var table = [UInt8](repeating: 66, count: 256)
        let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
        for (value, letter) in letters.enumerated() { table[Int(letter)] = UInt8(value) }
        table[0x3D] = 64
        for space in [0x20, 0x09, 0x0D, 0x0A] { table[space] = 65 }
        return table
    }()

    static func base64(_ text: ArraySlice<UInt8>) -> (bytes: [UInt8], strays: Int) {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.count / 4 * 3)
        var (group, count, strays): (UInt32, Int, Int) = (0, 0, 0)
        func flush() {
            if count == 2 { bytes.append(UInt8(truncatingIfNeeded: group >> 4)) }
            if count == 3 {
                bytes.append(UInt8(truncatingIfNeeded: group >> 10))
                bytes.append(UInt8(truncatingIfNeeded: group >> 2))
            }
            (group, count) = (0, 0)
        }
        for letter in text {
            let sextet = sextets[Int(letter)]
            switch sextet {
            case 0..<64:
                group = group << 6 | UInt32(sextet)
                count += 1
                if count == 4 {
                    bytes.append(UInt8(truncatingIfNeeded: group >> 16))
                    bytes.append(UInt8(truncatingIfNeeded: group >> 8))
                    bytes.append(UInt8(truncatingIfNeeded: group))
                    (group, count) = (0, 0)
                }
            case 64: flush()
            case 65: break
            default: strays += 1
            }
        }
        flush()
        return (bytes, strays)
    }

    static func quotedPrintable(_ text: ArraySlice<UInt8>) -> (bytes: [UInt8], strays: Int) {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.count)
        var strays = 0
        var at = text.startIndex
        while at < text.endIndex {
            let byte = text[at]
            if byte == 0x0A {
                // white space at the end of a line was added on the way
                let hasReturn = bytes.last == 0x0D
                if hasReturn { bytes.removeLast() }
                while let last = bytes.last, HeaderFields.isBlank(last), isLiteral(text, before: at) {
                    bytes.removeLast()
                }
                if hasReturn { bytes.append(0x0D) }
                bytes.append(byte)
                at += 1
                continue
            }
            guard byte == 0x3D else {
                bytes.append(byte)
                at += 1
                continue
            }
            if at + 2 < text.endIndex, let high = HTTPBody.hexDigit(text[at + 1]),
                let low = HTTPBody.hexDigit(text[at + 2])
            {
                bytes.append(UInt8(high << 4 | low))
                at += 3
                continue
            }
            // a line that goes on, with white space before its end
            var end = at + 1
            while end < text.endIndex, HeaderFields.isBlank(text[end]) || text[end] == 0x0D { end += 1 }
            if end >= text.endIndex || text[end] == 0x0A {
                at = min(end + 1, text.endIndex)
            } else {
                strays += 1
                bytes.append(byte)
                at += 1
            }
        }
        return (bytes, strays)
    }

    /// Whether the byte before the end of a line was written as itself and not as `=20` or `=09`.
    private static func isLiteral(_ text: ArraySlice<UInt8>, before feed: Int) -> Bool {
        var last = feed - 1
        if last >= text.startIndex, text[last] == 0x0D { last -= 1 }
        return last >= text.startIndex && HeaderFields.isBlank(text[last])
    }

    /// `%E2` of RFC 2231.
    static func percentDecoded(_ text: [UInt8]) -> [UInt8] {
        var bytes: [UInt8] = []
        var at = 0
        while at < text.count {
            if text[at] == 0x25, at + 2 < text.count, let high = HTTPBody.hexDigit(text[at + 1]),
                let low = HTTPBody.hexDigit(text[at + 2])
            {
                bytes.append(UInt8(high << 4 | low))
                at += 3
            } else {
                bytes.append(text[at])
                at += 1
            }
        }
        return bytes
    }
}
