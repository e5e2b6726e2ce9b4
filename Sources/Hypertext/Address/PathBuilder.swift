/// The path of an address while it is read (URL Standard, section 4.4, path state).
struct PathBuilder {
    /// Percent-encoded, without slashes.
    private(set) var segments: [[UInt8]] = []
    /// Whether a drive's letter at the start is kept.
    var isFile = false

    init() {}

    /// The path of an address that is not opaque.
    init(of address: WebAddress) {
        isFile = address.scheme == "file"
        guard !address.isOpaque, !address.path.isEmpty else { return }
        segments = address.path.utf8.dropFirst()
            .split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).map(Array.init)
    }

    var text: String {
        var out: [UInt8] = []
        for segment in segments {
            out.append(UInt8(ascii: "/"))
            out += segment
        }
        return String(decoding: out, as: UTF8.self)
    }

    /// Takes a segment as it is written, and resolves one or two dots.
    mutating func read(_ segment: ArraySlice<UInt8>, isLast: Bool) {
        switch Self.dots(segment) {
        case 2:
            shorten()
            if isLast { segments.append([]) }
        case 1:
            if isLast { segments.append([]) }
        default:
            if isFile, segments.isEmpty, DriveLetter.isOne(segment), let letter = segment.first {
                segments.append([letter, UInt8(ascii: ":")])
                return
            }
            var out: [UInt8] = []
            out.reserveCapacity(segment.count)
            PercentEncoding.append(segment, .path, to: &out)
            segments.append(out)
        }
    }

    mutating func append(_ segment: [UInt8]) { segments.append(segment) }

    /// Drops the last segment, but not a drive's letter that is the only one.
    mutating func shorten() {
        if isFile, segments.count == 1, DriveLetter.isNormal(segments[0][...]) { return }
        _ = segments.popLast()
    }

    /// 1 or 2 where a segment is as many dots, each plain or `%2e`; 0 for other segments.
    private static func dots(_ segment: ArraySlice<UInt8>) -> Int {
        guard segment.count <= 6 else { return 0 }
        var count = 0
        var rest = segment
        while let first = rest.first {
            if first == UInt8(ascii: ".") {
                rest = rest.dropFirst()
            } else if PercentEncoding.byte(in: rest, at: 0) == UInt8(ascii: ".") {
                rest = rest.dropFirst(3)
            } else {
                return 0
            }
            count += 1
        }
        return count <= 2 ? count : 0
    }
}

/// The letter of a drive of Windows, as paths of files may begin with it.
enum DriveLetter {
    /// A letter and a colon or a vertical line.
    static func isOne(_ bytes: ArraySlice<UInt8>) -> Bool {
        guard bytes.count == 2, let first = bytes.first, first.isLetter else { return false }
        return bytes.last == UInt8(ascii: ":") || bytes.last == UInt8(ascii: "|")
    }

    /// A letter and a colon.
    static func isNormal(_ bytes: ArraySlice<UInt8>) -> Bool { isOne(bytes) && bytes.last == UInt8(ascii: ":") }

    /// Whether a drive's letter stands first, alone or before a delimiter.
    static func begins(_ bytes: ArraySlice<UInt8>) -> Bool {
        guard isOne(bytes.prefix(2)) else { return false }
        guard let third = bytes.dropFirst(2).first else { return true }
        return [UInt8(ascii: "/"), UInt8(ascii: "\\"), UInt8(ascii: "?"), UInt8(ascii: "#")].contains(third)
    }
}
