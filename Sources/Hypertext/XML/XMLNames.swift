/// The name of an element or an attribute.
package struct XMLName: Hashable, Sendable {
    /// What stands before the colon; empty where nothing does.
    package var prefix: String
    /// The name after the colon, as written.
    package var local: String
    /// The namespace; empty for none and for prefixes that nobody declared.
    package var namespace: String
}

/// Names that a document has used, each with a number, and the namespaces in force.
///
/// A name is resolved once for each set of declarations in force, not once for each tag.
struct XMLNames {
    /// A name as written, packed: sixteen bytes and fewer need no memory of their own.
    private struct Key: Hashable {
        var first: UInt64 = 0
        var second: UInt64 = 0
        var long: String?
        var scope: Int

        /// A place among the names used of late.
        var place: Int {
            let mixed = (first ^ (second &* 31) ^ UInt64(truncatingIfNeeded: scope)) &* 0x9E37_79B9_7F4A_7C15
            return Int(mixed >> 58)
        }

        init(_ bytes: UnsafeBufferPointer<UInt8>, scope: Int) {
            self.scope = scope
            if bytes.count > 16 {
                long = String(decoding: bytes, as: UTF8.self)
                return
            }
            for (i, byte) in bytes.enumerated() {
                if i < 8 { first |= UInt64(byte) << (8 * i) } else { second |= UInt64(byte) << (8 * (i - 8)) }
            }
        }
    }

    /// What an element declares, within what is around it.
    private struct Scope {
        var outer: Int
        var declared: [(prefix: String, namespace: String)]
        /// Declarations here and around.
        var inForce: Int
    }

    private struct ScopeKey: Hashable {
        var outer: Int
        var declared: [String]
    }

    /// The names by their numbers.
    private(set) var all: [XMLName] = []
    private var numbers: [Key: Int] = [:]
    /// Names used of late, at the places that their keys give: most documents use few.
    private var recent = [(key: Key, number: Int)?](repeating: nil, count: 64)
    /// Scope 0 is the document's.
    private var scopes = [Scope(outer: -1, declared: [("xml", XMLNames.xml), ("xmlns", XMLNames.xmlns)], inForce: 2)]
    private var scopeNumbers: [ScopeKey: Int] = [:]

    static let xml = "http://www.w3.org/XML/1998/namespace"
    static let xmlns = "http://www.w3.org/2000/xmlns/"
    /// Declarations that may be in force at a place; more are not seen.
    static let mostInForce = 512

    /// The number of a name in a scope.
    mutating func number(_ bytes: UnsafeBufferPointer<UInt8>, scope: Int) -> Int {
        let key = Key(bytes, scope: scope)
        let place = key.place
        if let (last, number) = recent[place], last == key { return number }
        let number = numbers[key] ?? all.count
        if number == all.count {
            all.append(resolved(bytes, scope: scope, isElement: true))
            numbers[key] = number
        }
        recent[place] = (key, number)
        return number
    }

    /// The name that bytes are in a scope. Attributes without a prefix are in no namespace.
    func resolved(_ bytes: UnsafeBufferPointer<UInt8>, scope: Int, isElement: Bool) -> XMLName {
        guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")), colon > 0, colon + 1 < bytes.count else {
            let local = String(decoding: bytes, as: UTF8.self)
            return XMLName(prefix: "", local: local, namespace: isElement ? namespace(of: "", in: scope) : "")
        }
        let prefix = String(decoding: bytes[..<colon], as: UTF8.self)
        return XMLName(
            prefix: prefix, local: String(decoding: bytes[(colon + 1)...], as: UTF8.self),
            namespace: namespace(of: prefix, in: scope))
    }

    private func namespace(of prefix: String, in scope: Int) -> String {
        var number = scope
        while number >= 0 {
            if let found = scopes[number].declared.last(where: { $0.prefix == prefix }) { return found.namespace }
            number = scopes[number].outer
        }
        return ""
    }

    /// The scope within another in which prefixes are declared. The same declarations at the same place are one scope.
    mutating func scope(in outer: Int, declaring declared: [(prefix: String, namespace: String)]) -> Int {
        let key = ScopeKey(outer: outer, declared: declared.flatMap { [$0.prefix, $0.namespace] })
        if let number = scopeNumbers[key] { return number }
        let inForce = scopes[outer].inForce + declared.count
        guard inForce <= Self.mostInForce else { return outer }
        let new = declared.filter { $0.prefix != "xml" && $0.prefix != "xmlns" }
        scopes.append(Scope(outer: outer, declared: new, inForce: inForce))
        scopeNumbers[key] = scopes.count - 1
        return scopes.count - 1
    }
}
