import Corroboration
import Diplomacy

/// The addresses of the site, behind the prefix under which a proxy shows it.
struct Links: Sendable {
    /// "" or "/register".
    let prefix: String

    func today() -> String { prefix + "/" }
    func encounter(_ id: String) -> String { page("encounters", id) }
    func report(_ document: String) -> String { page("reports", document) }
    func dyad(_ a: String, _ b: String) -> String { page("dyads", "\(min(a, b))-\(max(a, b))") }
    func party(_ code: String) -> String { page("parties", code) }
    func person(_ name: String) -> String { page("persons", name) }
    func issue(_ code: String) -> String { page("issues", code) }
    func place(_ name: String) -> String { page("places", name) }
    func series(_ name: String) -> String { page("series", name) }
    func source(_ name: String) -> String { page("sources", name) }
    func measures(_ dyad: Dyad) -> String { dyadPage(dyad) + "/measures" }
    func context(_ id: String) -> String { encounter(id) + "/context" }
    private func dyadPage(_ dyad: Dyad) -> String { self.dyad(dyad.first, dyad.second) }
    func calendar() -> String { prefix + "/calendar" }
    func list(_ name: String) -> String { "\(prefix)/\(name)" }
    func asset(_ name: String) -> String { "\(prefix)/assets/\(name)" }

    func search(_ query: String, after: String? = nil) -> String {
        Self.address(prefix + "/search", [("q", query), ("after", after)])
    }

    private func page(_ kind: String, _ name: String) -> String { "\(prefix)/\(kind)/\(Self.encoded(name))" }

    /// A path with those of its parameters that have a value.
    static func address(_ path: String, _ parameters: [(String, String?)]) -> String {
        let given = parameters.compactMap { name, value in value.map { "\(name)=\(encoded($0))" } }
        return given.isEmpty ? path : path + "?" + given.joined(separator: "&")
    }

    /// Text as a segment of a path or a value of a query (RFC 3986): all but the unreserved characters as %XX.
    static func encoded(_ text: String) -> String {
        let digits = Array("0123456789ABCDEF".utf8)
        var out: [UInt8] = []
        for byte in text.utf8 {
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E: out.append(byte)
            default: out += [0x25, digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        // a segment of dots alone would be taken for a step in the path
        if !out.isEmpty, out.allSatisfy({ $0 == 0x2E }) { out = out.flatMap { _ in Array("%2E".utf8) } }
        return String(decoding: out, as: UTF8.self)
    }

    /// The text that a segment or value stands for; `nil` where its escapes are broken or no UTF-8.
    static func decoded(_ text: some StringProtocol, plusIsSpace: Bool = false) -> String? {
        var bytes: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.popFirst() {
            if byte == 0x25 {
                guard rest.count >= 2, let high = rest.popFirst(), let low = rest.popFirst(),
                    let a = Character(Unicode.Scalar(high)).hexDigitValue,
                    let b = Character(Unicode.Scalar(low)).hexDigitValue
                else { return nil }
                bytes.append(UInt8(a * 16 + b))
            } else {
                bytes.append(plusIsSpace && byte == 0x2B ? 0x20 : byte)
            }
        }
        return String(validating: bytes, as: UTF8.self)
    }
}
