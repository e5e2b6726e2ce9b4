import Diplomacy

// The facts of a claim as a line of text, to be kept where reading a whole record again would be slow.
extension ClaimFacts {
    private static let fields = "\u{1F}"
    private static let items = "\u{1E}"
    private static let parts = "\u{1D}"

    /// A text as the facts keep it, so that they are the same when they were packed: without control characters; `nil` for an
    /// empty one.
    static func kept(_ value: String?) -> String? {
        guard let value, !value.isEmpty else { return nil }
        guard value.utf8.contains(where: { $0 < 32 }) else { return value }
        return String(String.UnicodeScalarView(value.unicodeScalars.map { $0.value < 32 ? " " : $0 }))
    }

    /// Fields between unit separators, the items of lists between record separators; reads back by ``init(packed:key:)``.
    public var packed: String {
        func text(_ value: String?) -> String { Self.kept(value) ?? "" }
        let people = persons.map { "\(text($0.party))\(Self.parts)\($0.name.words.map(text).joined(separator: " "))" }
        let flags = [hasStatedPlace, isSummit, isPrincipal, isReported].map { $0 ? "1" : "0" }.joined()
        let dialogue = series.map {
            [text($0.name), text($0.code), $0.round.map { "\($0)" } ?? ""].joined(separator: Self.parts)
        }
        return [
            parties.map(text).joined(separator: Self.items), people.joined(separator: Self.items),
            "\(window.basis.rawValue)", "\(window.first)", "\(window.last)", published.map { "\($0.number)" } ?? "",
            text(country), text(city), flags, medium.rawValue, status.rawValue, dialogue ?? "",
            sketch?.hexadecimal ?? "",
        ].joined(separator: Self.fields)
    }
}
