import Glibc

/// The leaves of a mail's tree of parts (RFC 2046), in order, as ranges of its bytes.
///
/// Read as far as a mail goes: where a border is missing, a part ends with the one around it; where the empty line after a
/// head is missing, the body starts at the first line that is no field. Linear in the bytes times the depth.
struct MailTree {
    /// A part without parts.
    struct Leaf {
        var fields: HeaderFields
        var type: MediaType
        var body: Range<Int>
        /// `2.1` is the first part of the second.
        var number: String
        /// Which multipart/alternative it stands in, the outermost; `nil` outside of any.
        var choice: Int?
    }

    private(set) var fields = HeaderFields()
    private(set) var leaves: [Leaf] = []
    /// What is wrong, in words.
    private(set) var complaints: [String] = []

    /// A part that is not taken apart yet.
    private struct Branch {
        var range: Range<Int>
        var number: String
        var depth: Int
        var choice: Int?
        var preset: String
    }

    init(_ bytes: [UInt8], limits: ArchiveLimits) {
        var branches = [Branch(range: bytes.indices, number: "", depth: 0, choice: nil, preset: "text/plain")]
        var count = 0
        while let branch = branches.popLast() {
            guard count < limits.mailParts else {
                complaints.append("more than \(limits.mailParts) parts; the rest was left out; raise mail-parts")
                break
            }
            count += 1
            let (head, body) = Self.split(bytes, branch.range, limit: limits.headerSize)
            let fields = HeaderFields(Array(bytes[head]))
            if branch.depth == 0 { self.fields = fields }
            var type = MediaType(fields.value("Content-Type") ?? "")
            if !type.essence.contains("/") { type.essence = branch.preset }
            if type.essence.hasPrefix("multipart/") {
                let ranges =
                    type.parameters["boundary"].map { Self.parts(bytes, body, Array($0.utf8), limit: limits.mailParts) }
                    ?? []
                if branch.depth >= limits.mailDepth {
                    complaints.append("parts nested deeper than \(limits.mailDepth); raise mail-depth")
                } else if !ranges.isEmpty {
                    let isChoice = type.essence == "multipart/alternative"
                    for (i, range) in ranges.enumerated().reversed() {
                        branches.append(
                            Branch(
                                range: range, number: branch.number.isEmpty ? "\(i + 1)" : "\(branch.number).\(i + 1)",
                                depth: branch.depth + 1, choice: branch.choice ?? (isChoice ? count : nil),
                                preset: type.essence == "multipart/digest" ? "message/rfc822" : "text/plain"))
                    }
                    continue
                } else {
                    complaints.append("a \(type.essence) without its borders; it was read as plain text")
                }
                type.essence = "text/plain"
            }
            leaves.append(
                Leaf(
                    fields: fields, type: type, body: body, number: branch.number.isEmpty ? "1" : branch.number,
                    choice: branch.choice))
        }
    }

    /// Where the head of a part ends and its body starts.
    private static func split(
        _ bytes: [UInt8], _ range: Range<Int>, limit: Int
    ) -> (head: Range<Int>, body: Range<Int>) {
        var at = range.lowerBound
        let edge = min(range.upperBound, range.lowerBound + limit)
        while at < edge {
            let feed = feed(bytes, from: at, to: range.upperBound)
            let next = min(feed + 1, range.upperBound)
            let end = feed > at && bytes[feed - 1] == 0x0D ? feed - 1 : feed
            if end == at { return (range.lowerBound..<at, next..<range.upperBound) }
            let isContinuation = at > range.lowerBound && HeaderFields.isBlank(bytes[at])
            let isEnvelope = at == range.lowerBound && bytes[at..<end].starts(with: Array("From ".utf8))
            if !isContinuation, !isEnvelope, !isField(bytes[at..<end]) {
                return (range.lowerBound..<at, at..<range.upperBound)
            }
            at = next
        }
        return (range.lowerBound..<at, at..<range.upperBound)
    }

    /// Whether a line is a field: visible characters, white space perhaps, and a colon.
    static func isField(_ line: ArraySlice<UInt8>) -> Bool {
        guard let colon = line.firstIndex(of: 0x3A), colon > line.startIndex else { return false }
        var name = line[..<colon]
        while let last = name.last, HeaderFields.isBlank(last) { name.removeLast() }
        return !name.isEmpty && name.allSatisfy { 0x21...0x7E ~= $0 }
    }

    private static func feed(_ bytes: [UInt8], from start: Int, to end: Int) -> Int {
        bytes.withUnsafeBytes { raw in
            guard start < end, let base = raw.baseAddress, let hit = memchr(base + start, 0x0A, end - start) else {
                return end
            }
            return UnsafeRawPointer(hit) - base
        }
    }

    /// The stretches between the lines of a border (RFC 2046, section 5.1.1). What stands before the first is no part.
    private static func parts(
        _ bytes: [UInt8], _ range: Range<Int>, _ border: [UInt8], limit: Int
    ) -> [Range<Int>] {
        var parts: [Range<Int>] = []
        var start: Int?
        var at = range.lowerBound
        func close(_ line: Int) {
            guard let start else { return }
            var end = line
            if end > start, bytes[end - 1] == 0x0A { end -= 1 }
            if end > start, bytes[end - 1] == 0x0D { end -= 1 }
            parts.append(start..<max(start, end))
        }
        // one more than the limit tells the caller that there are too many
        while at < range.upperBound, parts.count <= limit {
            let feed = feed(bytes, from: at, to: range.upperBound)
            let next = min(feed + 1, range.upperBound)
            if bytes[at] == 0x2D, let isLast = borderLine(bytes[at..<feed], border) {
                close(at)
                if isLast { return parts }
                start = next
            }
            at = next
        }
        if let start, start < range.upperBound { parts.append(start..<range.upperBound) }
        return parts
    }

    /// Whether a border ends the last part; `nil` where a line is no border.
    private static func borderLine(_ line: ArraySlice<UInt8>, _ border: [UInt8]) -> Bool? {
        guard line.count >= border.count + 2, line.starts(with: [0x2D, 0x2D]),
            line.dropFirst(2).starts(with: border)
        else { return nil }
        var rest = line.dropFirst(2 + border.count)
        let isLast = rest.starts(with: [0x2D, 0x2D])
        if isLast { rest = rest.dropFirst(2) }
        return rest.allSatisfy({ $0 <= 0x20 }) ? isLast : nil
    }
}
