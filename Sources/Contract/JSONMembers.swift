/// The members of a written JSON object: what changed between two, without reading either.
package enum JSONMembers {
    /// The keys of two objects' members that differ, or that only one has, sorted. Linear.
    ///
    /// Both must be objects as ``JSONOutput`` writes them.
    package static func changed(from old: [UInt8], to new: [UInt8]) -> [String] {
        let (before, after) = (members(old), members(new))
        return Set(before.keys).union(after.keys).filter { key in
            guard let one = before[key], let two = after[key] else { return true }
            return !old[one].elementsEqual(new[two])
        }.sorted()
    }

    /// Where the value of each member stands.
    private static func members(_ json: [UInt8]) -> [String: Range<Int>] {
        var found: [String: Range<Int>] = [:]
        var depth = 0
        var key = ""
        var start = 0
        var i = 0
        while i < json.count {
            switch json[i] {
            case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                depth -= 1
                if depth == 0, !key.isEmpty { found[key] = start..<i }
            case UInt8(ascii: ",") where depth == 1: found[key] = start..<i
            case UInt8(ascii: "\""):
                let opening = i
                i += 1
                while i < json.count, json[i] != UInt8(ascii: "\"") { i += json[i] == UInt8(ascii: "\\") ? 2 : 1 }
                if depth == 1, i + 1 < json.count, json[i + 1] == UInt8(ascii: ":") {
                    key = String(decoding: json[(opening + 1)..<i], as: UTF8.self)
                    start = i + 2
                }
            default: break
            }
            i += 1
        }
        return found
    }
}
