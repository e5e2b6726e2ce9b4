/// What a host's robots.txt lets a crawler fetch (RFC 9309).
package struct RobotsRules: Hashable, Sendable {
    /// Bytes that are read; the rest is left, as the standard lets crawlers do from 500 KiB on.
    package static let mostBytes = 500 << 10

    /// Rules of the groups that are for the crawler.
    private var rules: [RobotsPattern] = []
    /// Seconds that the host asks to be left between two requests.
    package private(set) var crawlDelay: Double?

    /// Rules that allow everything.
    package static let allowsAll = RobotsRules()

    private init() {}

    /// The rules of a file for a crawler; linear in its bytes. Lines that break the syntax are passed over.
    ///
    /// - Parameter product: the crawler's name. Groups of its name count, told apart without case; where there are none,
    ///   those of `*`.
    package init(_ bytes: [UInt8], for product: String = UserAgent.product) {
        let ours = Array(product.lowercased().utf8)
        var named = RobotsRules()
        var general = RobotsRules()
        var isNamed = false
        /// Which groups the rules that follow belong to.
        var (isOurs, isForAll) = (false, false)
        var isAmongAgents = false
        var rest = bytes.prefix(Self.mostBytes)
        if rest.starts(with: [0xEF, 0xBB, 0xBF]) { rest = rest.dropFirst(3) }
        // A line that the limit cuts is no line.
        if bytes.count > Self.mostBytes, let end = rest.lastIndex(where: { $0 == 0x0A || $0 == 0x0D }) {
            rest = rest[..<end]
        }
        for line in rest.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }) {
            guard let (key, value) = Self.record(line) else { continue }
            if key == "user-agent" {
                if !isAmongAgents { (isOurs, isForAll) = (false, false) }
                isAmongAgents = true
                let agent = Self.token(value)
                if agent == ours { (isOurs, isNamed) = (true, true) }
                if value.first == UInt8(ascii: "*") { isForAll = true }
                continue
            }
            guard key != "sitemap" else { continue }
            isAmongAgents = false
            if isOurs { named.take(key, value) }
            if isForAll { general.take(key, value) }
        }
        self = isNamed ? named : general
    }

    /// Whether an address's path and query may be fetched. The longest rule that matches decides; of two as long, the one
    /// that allows; without a rule, yes. The file itself always may.
    ///
    /// Where the rules take more than ``RobotsPattern/mostSteps`` to compare, the answer is no.
    package func allows(_ target: String) -> Bool {
        let target = RobotsPattern.normal(Array(target.utf8)[...], isPattern: false)
        if target == Array("/robots.txt".utf8) { return true }
        var best: RobotsPattern?
        var steps = RobotsPattern.mostSteps
        for rule in rules {
            guard let matches = rule.matches(target, steps: &steps) else { return false }
            guard matches else { continue }
            if let best, best.length > rule.length || best.length == rule.length && best.allows { continue }
            best = rule
        }
        return best?.allows ?? true
    }

    // MARK: - Lines

    private mutating func take(_ key: String, _ value: ArraySlice<UInt8>) {
        switch key {
        case "allow", "disallow":
            guard let rule = RobotsPattern(value, allows: key == "allow") else { return }
            rules.append(rule)
        case "crawl-delay":
            guard let delay = Double(String(decoding: value.prefix(20), as: UTF8.self)), delay.isFinite, delay >= 0
            else { return }
            crawlDelay = max(crawlDelay ?? 0, delay)
        default: break
        }
    }

    /// The key in small letters and the value of a line; `nil` for lines that have none.
    private static func record(_ line: ArraySlice<UInt8>) -> (key: String, value: ArraySlice<UInt8>)? {
        let line = line.prefix { $0 != UInt8(ascii: "#") }
        guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { return nil }
        let key = trimmed(line[..<colon])
        guard key.count <= 20 else { return nil }
        return (String(decoding: key, as: UTF8.self).lowercased(), trimmed(line[(colon + 1)...]))
    }

    /// The name at the start of a crawler's line, in small letters: letters, hyphens and underscores.
    private static func token(_ value: ArraySlice<UInt8>) -> [UInt8] {
        value.prefix { byte in
            (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || byte == UInt8(ascii: "-")
                || byte == UInt8(ascii: "_")
        }.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    }

    private static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var rest = bytes.drop { $0 == 0x20 || $0 == 0x09 }
        while let last = rest.last, last == 0x20 || last == 0x09 { rest = rest.dropLast() }
        return rest
    }
}
