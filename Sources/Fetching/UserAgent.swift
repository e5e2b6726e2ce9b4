/// The name by which servers know who asks: `Rapporteur/1.2 (+https://example.org/about)`.
package struct UserAgent: Hashable, Sendable, CustomStringConvertible {
    /// The name that robots.txt is searched for.
    package static let product = "Rapporteur"

    package let description: String

    /// - Parameters:
    ///   - version: digits, letters, full stops and hyphens; others are left out.
    ///   - contact: an address of the web or of mail under which the user is found, of at most 200 characters. Characters
    ///     that would end the comment or the line are left out; empty, it is left out whole.
    package init(version: String, contact: String) {
        let version = version.unicodeScalars.filter { scalar in
            scalar.isASCII && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
                || scalar == "." || scalar == "-"
        }
        let contact = contact.unicodeScalars.filter {
            (0x21...0x7E).contains($0.value) && !"()\\".unicodeScalars.contains($0)
        }
        var text = Self.product
        if !version.isEmpty { text += "/" + String(String.UnicodeScalarView(version.prefix(40))) }
        if !contact.isEmpty { text += " (+" + String(String.UnicodeScalarView(contact.prefix(200))) + ")" }
        description = text
    }
}
