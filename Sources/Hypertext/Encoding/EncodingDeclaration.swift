/// Byte-order marks.
enum ByteOrderMark {
    /// The encoding that the mark at the beginning names, and the mark's length in bytes.
    static func found(in bytes: [UInt8]) -> (KnownEncoding, Int)? {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return (.utf8, 3) }
        if bytes.starts(with: [0xFF, 0xFE, 0, 0]), bytes.count % 4 == 0 { return (.utf32le, 4) }
        if bytes.starts(with: [0, 0, 0xFE, 0xFF]) { return (.utf32be, 4) }
        if bytes.starts(with: [0xFF, 0xFE]) { return (.utf16le, 2) }
        if bytes.starts(with: [0xFE, 0xFF]) { return (.utf16be, 2) }
        return nil
    }
}

/// Encodings in which even "<" is not one byte 3C: known by the first four bytes (XML 1.0, appendix F).
enum Guise {
    static func encoding(of bytes: [UInt8], syntax: CharacterEncoding.Syntax) -> KnownEncoding? {
        guard bytes.count >= 4 else { return nil }
        let isZero = bytes[..<4].map { $0 == 0 }
        switch isZero {
        case [false, true, true, true]: return bytes[0] < 0x80 ? .utf32le : nil
        case [true, true, true, false]: return bytes[3] < 0x80 ? .utf32be : nil
        case [false, true, false, true]: return .utf16le
        case [true, false, true, false]: return .utf16be
        default: break
        }
        guard syntax == .xml, bytes.starts(with: [0x4C, 0x6F, 0xA7, 0x94]) else { return nil }
        return ebcdic(bytes)
    }

    /// The page of EBCDIC that the declaration names; all pages agree on the characters of a declaration.
    private static func ebcdic(_ bytes: [UInt8]) -> KnownEncoding? {
        let common = KnownEncoding(name: "ibm037", iconv: "IBM037", holdsASCII: false)
        guard let head = Conversion.utf8(of: Array(bytes.prefix(256)), from: 0, in: common)?.utf8,
            let label = EncodingDeclaration.xmlLabel(in: head)
        else { return common }
        let digits = label.utf8.filter { (0x30...0x39).contains($0) }
        let name = "IBM" + String(decoding: digits, as: UTF8.self)
        let named = KnownEncoding(name: name.lowercased(), iconv: name, holdsASCII: false)
        guard label.contains("ebcdic") || label.hasPrefix("ibm") || label.hasPrefix("cp"), digits.count <= 5,
            Conversion.utf8(of: [0x40], from: 0, in: named)?.utf8 == [0x20]
        else { return common }
        return named
    }
}

/// What a document or its transport says of its encoding.
enum EncodingDeclaration {
    /// Bytes that are searched for `<meta>`.
    static let reach = 4096

    /// The encoding of a `Content-Type` or of a bare label.
    static func encoding(inTransport transport: String?) -> KnownEncoding? {
        guard let transport, transport.utf8.count <= 1024 else { return nil }
        let bytes = Array(transport.utf8)
        if let label = charset(in: bytes[...]) { return KnownEncoding.named(label) }
        return bytes.contains(UInt8(ascii: "/")) ? nil : KnownEncoding.named(transport)
    }

    /// The encoding that the document declares. UTF-16 cannot be declared in bytes that read as ASCII: it means UTF-8 then.
    static func encoding(in bytes: [UInt8], syntax: CharacterEncoding.Syntax) -> KnownEncoding? {
        guard syntax != .text else { return nil }
        var label = xmlLabel(in: bytes)
        if label == nil, syntax == .html { label = metaLabel(in: Array(bytes.prefix(reach))) }
        guard let encoding = label.flatMap(KnownEncoding.named) else { return nil }
        return encoding.unit > 1 ? .utf8 : encoding
    }

    /// The value of `encoding` in an XML declaration, which may stand after white space (feeds do that).
    static func xmlLabel(in bytes: [UInt8]) -> String? {
        var i = 0
        while i < min(bytes.count, 64), isSpace(bytes[i]) { i += 1 }
        let head = bytes[i..<min(bytes.count, i + 512)]
        guard head.starts(with: Array("<?xml".utf8)), let end = head.firstIndex(of: UInt8(ascii: ">")) else {
            return nil
        }
        return value(of: "encoding", in: head[..<end])
    }

    /// The label in the first `<meta>` that has one; comments are passed over.
    static func metaLabel(in bytes: [UInt8]) -> String? {
        var i = 0
        while let start = bytes[i...].firstIndex(of: UInt8(ascii: "<")) {
            i = start + 1
            if bytes[i...].starts(with: Array("!--".utf8)) {
                guard let end = endOfComment(bytes, from: i + 1) else { return nil }
                i = end
                continue
            }
            guard bytes.count > i + 5, lower(bytes[i..<(i + 4)]) == Array("meta".utf8),
                isSpace(bytes[i + 4]) || bytes[i + 4] == UInt8(ascii: "/")
            else { continue }
            let end = bytes[i...].firstIndex(of: UInt8(ascii: ">")) ?? bytes.count
            let tag = bytes[(i + 4)..<end]
            if let label = label(inMeta: tag), KnownEncoding.named(label) != nil { return label }
            i = end
        }
        return nil
    }

    /// The charset of a `<meta>`: its own attribute, or a part of the content of one with `http-equiv`.
    private static func label(inMeta tag: ArraySlice<UInt8>) -> String? {
        var quote: UInt8?
        let outside = tag.filter { byte in
            if byte == quote {
                quote = nil
                return true
            }
            let isOutside = quote == nil
            if isOutside, byte == 0x22 || byte == 0x27 { quote = byte }
            return isOutside
        }
        let names = String(decoding: lower(outside[...]), as: UTF8.self)
        return names.contains("charset") || names.contains("http-equiv") ? value(of: "charset", in: tag) : nil
    }

    private static func endOfComment(_ bytes: [UInt8], from start: Int) -> Int? {
        var i = start
        while i + 2 < bytes.count {
            if bytes[i] == 0x2D, bytes[i + 1] == 0x2D, bytes[i + 2] == 0x3E { return i + 3 }
            i += 1
        }
        return nil
    }

    /// The value of a `charset` parameter.
    private static func charset(in bytes: ArraySlice<UInt8>) -> String? { value(of: "charset", in: bytes) }

    /// What stands after a name and "=", without quotation marks; the name begins a word, case aside.
    private static func value(of name: String, in bytes: ArraySlice<UInt8>) -> String? {
        let name = Array(name.utf8)
        var i = bytes.startIndex
        while i + name.count < bytes.endIndex {
            defer { i += 1 }
            guard lower(bytes[i..<(i + name.count)]) == name, i == bytes.startIndex || !isWord(bytes[i - 1]) else {
                continue
            }
            var k = i + name.count
            while k < bytes.endIndex, isSpace(bytes[k]) { k += 1 }
            guard k < bytes.endIndex, bytes[k] == UInt8(ascii: "=") else { continue }
            k += 1
            while k < bytes.endIndex, isSpace(bytes[k]) || bytes[k] == 0x22 || bytes[k] == 0x27 { k += 1 }
            let value = bytes[k...].prefix { isWord($0) || $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: ".") }
            if !value.isEmpty { return String(decoding: lower(value), as: UTF8.self) }
        }
        return nil
    }

    private static func lower(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        bytes.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

    private static func isWord(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || byte == 0x2D
            || byte == 0x5F
    }
}
