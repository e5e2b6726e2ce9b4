import Synchronization

/// A short name for bytes, for the tag by which a reader asks whether they changed (FNV-1a, 64 bits, over the length and eight
/// bytes at a time; no defence against forgery, which a tag needs none of).
enum ContentTag {
    static func of(_ bytes: [UInt8]) -> String {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325 ^ UInt64(bytes.count)
        bytes.withUnsafeBytes { raw in
            var i = 0
            while i + 8 <= raw.count {
                hash = (hash ^ raw.loadUnaligned(fromByteOffset: i, as: UInt64.self)) &* 0x0000_0100_0000_01B3
                hash ^= hash >> 29
                i += 8
            }
            while i < raw.count {
                hash = (hash ^ UInt64(raw[i])) &* 0x0000_0100_0000_01B3
                i += 1
            }
        }
        return String(hash, radix: 36)
    }
}

/// Answers that were made of the register's present revision. They are forgotten when the register changes, and the older half
/// where they take more than ``AnswerCache/mostBytes``.
final class AnswerCache: Sendable {
    static let mostBytes = 256 << 20

    fileprivate struct State {
        var revision = ""
        var young: [String: SiteResponse] = [:]
        var old: [String: SiteResponse] = [:]
        var bytes = 0
    }

    private let state = Mutex(State())

    func answer(_ key: String, _ revision: String) -> SiteResponse? {
        state.withLock { state -> SiteResponse? in
            guard state.revision == revision else { return nil }
            if let answer = state.young[key] { return answer }
            guard let answer = state.old.removeValue(forKey: key) else { return nil }
            state.keep(answer, key)
            return answer
        }
    }

    func keep(_ answer: SiteResponse, _ key: String, _ revision: String) {
        state.withLock { state in
            if state.revision != revision { state = State(revision: revision) }
            state.keep(answer, key)
        }
    }
}

extension AnswerCache.State {
    fileprivate mutating func keep(_ answer: SiteResponse, _ key: String) {
        let size = answer.body.count + key.utf8.count + 500
        if bytes + size > AnswerCache.mostBytes / 2 {
            old = young
            young = [:]
            bytes = 0
        }
        if young.updateValue(answer, forKey: key) == nil { bytes += size }
    }
}
