import Diplomacy
import Language
import Lexicon

/// The parties that tables of visits name, on a day.
struct VisitParties {
    let lexicon: Lexicon

    /// The party of a table's name for a country: its own wording, the words before or within brackets, or the words before
    /// a comma put behind ("Korea, South"). `nil` where the lexicon has none, or where the place is no party (Antarctica).
    func party(named name: String, on day: Day) -> Int? {
        if let code = Self.code(name, on: day) { return code.isEmpty ? nil : lexicon.party(code: code)?.index }
        for wording in Self.wordings(of: name) {
            let found = parties(wording)
            if let fitting = found.first(where: { lexicon.party($0).span.covers(day) }) { return fitting }
            if let any = found.first { return predecessor(of: any, on: day) }
        }
        return nil
    }

    /// Parties that a wording names from its first word to its last.
    private func parties(_ wording: String) -> [Int] {
        let text = Text(wording)
        guard !text.tokens.isEmpty, text.tokens.count <= 24 else { return [] }
        let scan = Scan(text, lexicon: lexicon)
        let all = 0..<text.tokens.count
        let first = text.tokens[0].key == Word.the ? 1 : 0
        guard first < all.upperBound,
            let match = scan.longest(at: first, in: all, root: .names, allowAnyCase: true),
            (match.tokens.upperBound..<all.upperBound).allSatisfy({ !text.tokens[$0].has(.word) })
        else { return [] }
        return match.entries.filter { $0.kind == .party && [.name, .official, .abbreviation].contains($0.use) }
            .map(\.index)
    }

    /// The state that stood in a state's place before it was one.
    private func predecessor(of party: Int, on day: Day) -> Int? {
        let record = lexicon.party(party)
        guard let began = record.span.began?.start, day < began else { return party }
        let past = ["RUS": "SUN", "SRB": "YUG", "CZE": "CSK"][record.code].flatMap { lexicon.party(code: $0) }
        return past.map { $0.span.covers(day) ? $0.index : party } ?? party
    }

    private static func wordings(of name: String) -> [String] {
        var wordings = [name]
        if let open = name.firstIndex(of: "("), let close = name.lastIndex(of: ")"), open < close {
            wordings.append(String(name[..<open]).trimmed)
            wordings.append(String(name[name.index(after: open)..<close]).trimmed)
        }
        if let comma = name.firstIndex(of: ",") {
            let noun = name[..<comma]
            let rest = name[name.index(after: comma)...].drop { $0 == " " }
            wordings += ["\(rest) \(noun)", String(noun)]
        }
        return wordings.filter { !$0.isEmpty }
    }

    /// Names that the tables write in a way of their own, or that meant another state on the day; empty for what is no party.
    private static func code(_ name: String, on day: Day) -> String? {
        switch name {
        case "Antarctica": return ""
        case "Korea": return "KOR"
        case "Republic of China", "China, Republic of":
            return day.iso < "1949-10-01" ? "CHN" : "TWN"
        // until 1975 the tables mean the south alone
        case "Vietnam": return ("1955-10-26"..."1975-04-30").contains(day.iso) ? "RVN" : "VNM"
        case "Serbia-Montenegro (Kosovo)", "Serbia and Montenegro":
            return day.iso < "2003-02-04" ? "YUG" : day.iso < "2006-06-04" ? "SCG" : "SRB"
        case "Hawaii": return "HAW"
        default: return codes[name]
        }
    }

    private static let codes = [
        "Bosnian Federation": "BIH", "Bosnia": "BIH", "West Bank": "PSE", "Palestinian Authority": "PSE",
        "U.S.S.R.": "SUN",
        "Germany, Federal Republic of": "DEU", "Somoa": "WSM", "Muscat & Oman": "OMN", "Malaya": "MYS",
        "Tanganyika": "TZA", "Zimbabwe Rhodesia": "ZWE", "Southern Rhodesia (Zimbabwe)": "ZWE", "Byelorussia": "BLR",
        "Kirghizia": "KGZ", "St. Christopher and Nevis": "KNA", "Somali Republic": "SOM", "Timor Leste": "TLS",
        "Union of South Africa": "ZAF", "Khmer Republic (Cambodia)": "KHM", "Siam (Thailand)": "THA",
        "Macedonia, Former Yugoslav Republic of": "MKD", "Macedonia": "MKD", "China, People’s Republic of": "CHN",
        // compilations from Chinese pages that cut a title in two
        "哈萨克斯坦首任": "KAZ", "韩国国务": "KOR", "俄罗斯统一俄罗斯党": "RUS",
    ]
}
