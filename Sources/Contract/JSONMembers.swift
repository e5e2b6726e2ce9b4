/// The members of a written JSON object: what changed between two, and what is added to one, without reading either.
///
/// All must be objects as ``JSONOutput`` writes them. Linear.
package enum JSONMembers {
    /// The keys of two objects' members that differ, or that only one has, sorted.
    package static func changed(from old: [UInt8], to new: [UInt8]) -> [String] {
        let before = Dictionary(uniqueKeysWithValues: members(of: old).map { ($0.key, $0.value) })
        let after = Dictionary(uniqueKeysWithValues: members(of: new).map { ($0.key, $0.value) })
        return Set(before.keys).union(after.keys).filter { key in
            guard let one = before[key], let two = after[key] else { return true }
            return !old[one].elementsEqual(new[two])
        }.sorted()
    }

    /// An object with more members, put where they belong among its sorted keys.
    ///
    /// - Parameter added: keys that it does not have, sorted, with their values as JSON.
    package static func adding(_ added: [(key: String, value: String)], to json: [UInt8]) -> [UInt8] {
        var rest = added[...]
        var result: [UInt8] = []
        result.reserveCapacity(json.count + 160)
        var copied = 0
        func bytes(_ member: (key: String, value: String)) -> String { "\"\(member.key)\":\(member.value)" }
        for member in members(of: json) {
            while let next = rest.first, next.key < member.key {
                result += json[copied..<member.start]
                copied = member.start
                result += "\(bytes(next)),".utf8
                rest.removeFirst()
            }
        }
        result += json[copied..<(json.count - 1)]
        for member in rest { result += "\(result.last == UInt8(ascii: "{") ? "" : ",")\(bytes(member))".utf8 }
        return result + [UInt8(ascii: "}")]
    }

    private struct Member {
        var key: String
        /// Where the key's quotation mark stands.
        var start: Int
        var value: Range<Int>
    }

    private static func members(of json: [UInt8]) -> [Member] {
        var found: [Member] = []
        var depth = 0
        var open: (key: String, start: Int, value: Int)?
        func close(_ end: Int) {
            if let member = open {
                found.append(Member(key: member.key, start: member.start, value: member.value..<end))
            }
            open = nil
        }
        var i = 0
        while i < json.count {
            switch json[i] {
            case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                depth -= 1
                if depth == 0 { close(i) }
            case UInt8(ascii: ",") where depth == 1: close(i)
            case UInt8(ascii: "\""):
                let start = i
                i += 1
                while i < json.count, json[i] != UInt8(ascii: "\"") { i += json[i] == UInt8(ascii: "\\") ? 2 : 1 }
                if depth == 1, open == nil {
                    open = (String(decoding: json[(start + 1)..<min(i, json.count)], as: UTF8.self), start, i + 2)
                }
            default: break
            }
            i += 1
        }
        return found
    }
}
