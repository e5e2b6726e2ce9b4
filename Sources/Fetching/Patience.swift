/// What the fields of a response say about when to come again.
package enum Patience {
    /// Seconds that a `Retry-After` asks to wait, in either of its forms; 0 for a date that has passed, `nil` for no value.
    ///
    /// - Parameter now: seconds since 1970.
    package static func retryAfter(_ value: String?, at now: Double) -> Double? {
        guard let value = value.map(trimmed), !value.isEmpty else { return nil }
        if value.utf8.allSatisfy({ (0x30...0x39).contains($0) }) { return Double(value.prefix(18)) }
        return HTTPDate.seconds(value, now: now).map { max(0, Double($0) - now) }
    }

    /// Seconds for which a response stays fresh: `max-age`, or else `Expires` after `Date` (RFC 9111, section 4.2.1).
    /// 0 where it asks to be asked for again each time, `nil` where it says nothing.
    ///
    /// - Parameter now: seconds since 1970, in place of a `Date` that is missing.
    package static func freshFor(_ fields: ResponseFields, at now: Double) -> Double? {
        var maxAge: Double?
        for directive in fields.cacheControl?.utf8.split(separator: UInt8(ascii: ",")) ?? [] {
            let parts = directive.split(separator: UInt8(ascii: "="), maxSplits: 1)
            guard let name = parts.first.map({ trimmed(String(Substring($0))).lowercased() }) else { continue }
            if name == "no-store" || name == "no-cache" { return 0 }
            guard name == "max-age", parts.count == 2, maxAge == nil else { continue }
            let digits = parts[1].filter { $0 != 0x22 && $0 != 0x20 }
            guard !digits.isEmpty, digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return 0 }
            maxAge = Double(String(decoding: digits.prefix(18), as: UTF8.self))
        }
        if let maxAge { return maxAge }
        guard let expires = fields.expires else { return nil }
        // A value that is no date means "already" (RFC 9111, section 5.3).
        guard let end = HTTPDate.seconds(expires, now: now) else { return 0 }
        let start = fields.date.flatMap { HTTPDate.seconds($0, now: now) }.map { Double($0) } ?? now
        return max(0, Double(end) - start)
    }

    private static func trimmed(_ text: String) -> String {
        let start = text.drop { $0 == " " || $0 == "\t" }
        return String(start.reversed().drop { $0 == " " || $0 == "\t" }.reversed())
    }
}
