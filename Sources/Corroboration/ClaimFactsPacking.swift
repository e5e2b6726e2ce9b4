import Diplomacy

// The facts of a claim as a line of text, to be kept where reading a whole record again would be slow.
extension ClaimFacts {
    private static let fields = "\u{1F}"
    private static let items = "\u{1E}"
    private static let parts = "\u{1D}"

    /// Fields between unit separators, the items of lists between record separators; reads back by ``init(packed:key:)``.
    public var packed: String {
        func text(_ value: String?) -> String {
            guard let value else { return "" }
            return value.unicodeScalars.contains { $0.value < 32 }
                ? String(String.UnicodeScalarView(value.unicodeScalars.map { $0.value < 32 ? " " : $0 })) : value
        }
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

    /// Reads the form of ``packed``; `nil` where it is none. By bytes: registers read many.
    public init?(packed: String, key: ClaimKey) {
        let fields = packed.utf8.split(separator: 0x1F, omittingEmptySubsequences: false)
        func string(_ field: Substring.UTF8View) -> String { String(Substring(field)) }
        func text(_ field: Substring.UTF8View) -> String? { field.isEmpty ? nil : string(field) }
        guard fields.count == 13, let basis = Int(string(fields[2])).flatMap({ ClaimWindow.Basis(rawValue: $0) }),
            let first = Int(string(fields[3])), let last = Int(string(fields[4])), fields[8].count == 4,
            let medium = Medium(rawValue: string(fields[9])), let status = Status(rawValue: string(fields[10]))
        else { return nil }
        let flags = fields[8].map { $0 == UInt8(ascii: "1") }
        let dialogue = fields[11].split(separator: 0x1D, omittingEmptySubsequences: false)
        self.key = key
        parties = fields[0].split(separator: 0x1E).map(string)
        persons = fields[1].split(separator: 0x1E).compactMap { item in
            let parts = item.split(separator: 0x1D, omittingEmptySubsequences: false)
            return parts.count == 2
                ? (string(parts[0]), PersonName(words: parts[1].split(separator: 0x20).map(string))) : nil
        }
        window = ClaimWindow(basis: basis, first: first, last: last)
        published = Int(string(fields[5])).map { Day(number: $0) }
        country = text(fields[6])
        city = text(fields[7])
        hasStatedPlace = flags[0]
        isSummit = flags[1]
        isPrincipal = flags[2]
        isReported = flags[3]
        self.medium = medium
        self.status = status
        series =
            dialogue.count == 3
            ? Series(name: string(dialogue[0]), code: text(dialogue[1]), round: Int(string(dialogue[2]))) : nil
        sketch = Sketch(hexadecimal: string(fields[12]))
    }
}
