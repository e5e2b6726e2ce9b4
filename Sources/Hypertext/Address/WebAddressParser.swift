/// The basic URL parser (URL Standard, section 4.4), with a function for what its states do between two delimiters.
struct WebAddressParser {
    private let bytes: [UInt8]
    private var i = 0
    private var address: WebAddress
    private var isSpecial: Bool
    private var path = PathBuilder()

    static func parse(_ input: [UInt8], base: WebAddress?) throws(WebAddressFault) -> WebAddress {
        let bytes = cleaned(input)
        if let scheme = scheme(of: bytes) {
            var parser = WebAddressParser(bytes, at: scheme.utf8.count + 1, scheme: scheme)
            try parser.afterScheme(base)
            return parser.finished()
        }
        guard let base else { throw .relativeWithoutBase }
        var parser = WebAddressParser(bytes, at: 0, scheme: base.scheme)
        if base.isOpaque {
            guard bytes.first == UInt8(ascii: "#") else { throw .relativeWithoutBase }
            parser.address = base
            parser.path = PathBuilder(of: base)
            parser.fragment()
        } else if base.scheme == "file" {
            try parser.file(base)
        } else {
            try parser.relative(to: base)
        }
        return parser.finished()
    }

    private init(_ bytes: [UInt8], at start: Int, scheme: String) {
        self.bytes = bytes
        i = start
        address = WebAddress(scheme: scheme)
        isSpecial = WebAddress.Scheme.isSpecial(scheme)
    }

    private func finished() -> WebAddress {
        var address = address
        if !address.isOpaque { address.path = path.text }
        return address
    }

    /// Without controls and spaces at the ends, tabs and line ends anywhere; what is no UTF-8 becomes U+FFFD.
    private static func cleaned(_ input: [UInt8]) -> [UInt8] {
        var rest = input[...]
        while let first = rest.first, first <= 0x20 { rest = rest.dropFirst() }
        while let last = rest.last, last <= 0x20 { rest = rest.dropLast() }
        let plain = rest.filter { $0 != 0x09 && $0 != 0x0A && $0 != 0x0D }
        return plain.allSatisfy({ $0 < 0x80 }) ? plain : Array(String(decoding: plain, as: UTF8.self).utf8)
    }

    private static func scheme(of bytes: [UInt8]) -> String? {
        guard let first = bytes.first, first.isLetter, let end = bytes.firstIndex(of: UInt8(ascii: ":")) else {
            return nil
        }
        let isScheme = bytes[..<end].allSatisfy { byte in
            byte.isLetter || byte.isDigit || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-")
                || byte == UInt8(ascii: ".")
        }
        return isScheme ? String(decoding: bytes[..<end].map(\.lowered), as: UTF8.self) : nil
    }

    // MARK: - Reading

    private var byte: UInt8? { i < bytes.count ? bytes[i] : nil }

    /// Whether the byte parts segments: a slash, in special addresses a backslash too.
    private func isSlash(_ byte: UInt8?) -> Bool {
        byte == UInt8(ascii: "/") || isSpecial && byte == UInt8(ascii: "\\")
    }

    private func isEnd(_ byte: UInt8) -> Bool {
        isSlash(byte) || byte == UInt8(ascii: "?") || byte == UInt8(ascii: "#")
    }

    /// The bytes up to a slash, a question mark, a number sign or the end.
    private func run() -> ArraySlice<UInt8> { bytes[i...].prefix { !isEnd($0) } }

    // MARK: - Before the path

    private mutating func afterScheme(_ base: WebAddress?) throws(WebAddressFault) {
        let hasTwoSlashes = bytes[i...].starts(with: "//".utf8)
        if address.scheme == "file" {
            try file(base?.scheme == "file" ? base : nil)
        } else if isSpecial {
            if let base, base.scheme == address.scheme, !hasTwoSlashes {
                try relative(to: base)
            } else {
                try authorityAfterSlashes()
            }
        } else if hasTwoSlashes {
            i += 2
            try authority()
        } else if byte == UInt8(ascii: "/") {
            pathAndRest()
        } else {
            opaquePath()
        }
    }

    private mutating func relative(to base: WebAddress) throws(WebAddressFault) {
        if isSlash(byte) {
            let next = i + 1 < bytes.count ? bytes[i + 1] : nil
            if isSlash(next) {
                i += 2
                if isSpecial { try authorityAfterSlashes() } else { try authority() }
                return
            }
            takeAuthority(of: base)
            pathAndRest()
            return
        }
        takeAuthority(of: base)
        takePath(of: base)
    }

    private mutating func takeAuthority(of base: WebAddress) {
        (address.username, address.password) = (base.username, base.password)
        (address.host, address.port) = (base.host, base.port)
    }

    /// The base's path for a query, a fragment or nothing; for more, all of it but its last segment.
    private mutating func takePath(of base: WebAddress) {
        path = PathBuilder(of: base)
        address.query = base.query
        if byte == UInt8(ascii: "?") {
            query()
        } else if byte == UInt8(ascii: "#") {
            fragment()
        } else if byte != nil {
            address.query = nil
            path.shorten()
            pathAndRest(hasSlash: false)
        }
    }

    /// Special addresses take any number of slashes.
    private mutating func authorityAfterSlashes() throws(WebAddressFault) {
        while isSlash(byte) { i += 1 }
        try authority()
    }

    private mutating func authority() throws(WebAddressFault) {
        let all = run()
        var hostAndPort = all
        if let at = all.lastIndex(of: UInt8(ascii: "@")) {
            let credentials = all[..<at]
            hostAndPort = all[(at + 1)...]
            if hostAndPort.isEmpty { throw .noHost }
            let name = credentials.prefix { $0 != UInt8(ascii: ":") }
            address.username = PercentEncoding.encoded(name, .userinfo)
            address.password = PercentEncoding.encoded(credentials.dropFirst(name.count + 1), .userinfo)
        }
        var isInBrackets = false
        let host = hostAndPort.prefix { byte in
            if byte == UInt8(ascii: "[") { isInBrackets = true }
            if byte == UInt8(ascii: "]") { isInBrackets = false }
            return isInBrackets || byte != UInt8(ascii: ":")
        }
        let hasPort = host.count < hostAndPort.count
        if host.isEmpty, isSpecial || hasPort { throw .noHost }
        address.host = host.isEmpty ? .empty : try self.host(host)
        if hasPort { address.port = try port(hostAndPort.dropFirst(host.count + 1)) }
        i = all.endIndex
        pathAndRest()
    }

    private func host(_ bytes: ArraySlice<UInt8>) throws(WebAddressFault) -> WebHost {
        guard let host = WebHost.parse(bytes, isSpecial: isSpecial) else {
            throw .badHost(String(decoding: bytes.prefix(253), as: UTF8.self))
        }
        return host
    }

    /// A port that is not the scheme's own.
    private func port(_ digits: ArraySlice<UInt8>) throws(WebAddressFault) -> UInt16? {
        guard !digits.isEmpty else { return nil }
        let significant = digits.drop { $0 == UInt8(ascii: "0") }
        guard digits.allSatisfy(\.isDigit), significant.count <= 5,
            let port = UInt16(exactly: significant.reduce(0) { $0 * 10 + Int($1 & 0x0F) })
        else { throw .badPort(String(decoding: digits.prefix(20), as: UTF8.self)) }
        return port == WebAddress.Scheme.defaultPort(address.scheme) ? nil : port
    }

    // MARK: - Files

    private mutating func file(_ base: WebAddress?) throws(WebAddressFault) {
        address.host = .empty
        path.isFile = true
        if isSlash(byte) {
            i += 1
            if isSlash(byte) {
                i += 1
                return try fileHost()
            }
            if let base {
                address.host = base.host
                let drive = PathBuilder(of: base).segments.first
                if !DriveLetter.begins(bytes[i...]), let drive, DriveLetter.isNormal(drive[...]) { path.append(drive) }
            }
            pathAndRest(hasSlash: false)
        } else if let base {
            address.host = base.host
            if DriveLetter.begins(bytes[i...]) { pathAndRest(hasSlash: false) } else { takePath(of: base) }
        } else {
            pathAndRest(hasSlash: false)
        }
    }

    private mutating func fileHost() throws(WebAddressFault) {
        let name = run()
        if DriveLetter.isOne(name) {
            pathAndRest(hasSlash: false)
            return
        }
        if !name.isEmpty {
            let host = try host(name)
            address.host = host == .domain("localhost") ? .empty : host
        }
        i = name.endIndex
        pathAndRest()
    }

    // MARK: - The path and what follows

    /// Reads segments up to a question mark or a number sign, and what follows these.
    ///
    /// - Parameter hasSlash: whether a slash stands before the first segment, to be skipped.
    private mutating func pathAndRest(hasSlash: Bool = true) {
        path.isFile = address.scheme == "file"
        if hasSlash, !isSpecial, byte == nil || byte == UInt8(ascii: "?") || byte == UInt8(ascii: "#") {
            return queryAndFragment()
        }
        if hasSlash, isSlash(byte) { i += 1 }
        while true {
            let segment = run()
            i = segment.endIndex
            let isLast = !isSlash(byte)
            path.read(segment, isLast: isLast)
            if isLast { return queryAndFragment() }
            i += 1
        }
    }

    private mutating func queryAndFragment() {
        if byte == UInt8(ascii: "?") { query() } else if byte == UInt8(ascii: "#") { fragment() }
    }

    private mutating func opaquePath() {
        address.isOpaque = true
        let text = bytes[i...].prefix { $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") }
        i = text.endIndex
        var out: [UInt8] = []
        PercentEncoding.append(text, .control, to: &out)
        // A space at the end would be lost when the address is read again.
        if byte != nil, out.last == 0x20 {
            out.removeLast()
            out += Array("%20".utf8)
        }
        address.path = String(decoding: out, as: UTF8.self)
        queryAndFragment()
    }

    /// From a question mark on.
    private mutating func query() {
        let text = bytes[(i + 1)...].prefix { $0 != UInt8(ascii: "#") }
        address.query = PercentEncoding.encoded(text, isSpecial ? .specialQuery : .query)
        i = text.endIndex
        if byte != nil { fragment() }
    }

    /// From a number sign on.
    private mutating func fragment() {
        address.fragment = PercentEncoding.encoded(bytes[(i + 1)...], .fragment)
    }
}
