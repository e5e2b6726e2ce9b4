import Diplomacy
import Language
import Lexicon

/// Where within the host's country a visit was.
struct VisitPlaces {
    let lexicon: Lexicon
    let text: Text

    /// The place of a row: the city, where the table names one place; the country alone where it names several or none.
    func place(locale: String?, country: Int) -> Place {
        var place = Place(name: nil, country: lexicon.partyCode(country))
        guard let locale, let span = span(of: locale) else { return place }
        place.span = span
        let parts = Self.parts(locale)
        guard let first = parts.first, parts.count == 1 || isOne(parts, country) else { return place }
        place.name = first
        if let known = known(first, in: country) {
            place.name = known.name
            place.latitude = known.latitude
            place.longitude = known.longitude
        }
        return place
    }

    /// How many places a table's cell names.
    static func parts(_ locale: String) -> [String] {
        locale.split { $0 == "," || $0 == ";" }.flatMap { part in
            let words = String(part).trimmed
            guard let and = words.range(ofFirst: " and ") else { return [words] }
            return [String(words[..<and.lowerBound]), String(words[and.upperBound...])]
        }.filter { !$0.isEmpty }
    }

    /// "Mexico, D.F.", "Cancun, Mexico": a city and what it lies in.
    private func isOne(_ parts: [String], _ country: Int) -> Bool {
        guard parts.count == 2 else { return false }
        if parts[1].contains(".") { return true }
        return known(parts[0], in: country) != nil
            && VisitParties(lexicon: lexicon).party(named: parts[1], on: Day(number: 0)) == country
    }

    /// The city of a name in a country.
    func known(_ name: String, in country: Int) -> Lexicon.Place? {
        cities(name).filter { $0.country == country }.max { $0.population < $1.population }
    }

    /// The country of the only city or capital of a name; `nil` where there are several countries, or none.
    func country(ofCity name: String) -> Int? {
        let cities = cities(name)
        let capitals = cities.filter { $0.kind == .capital }
        let countries = Set((capitals.isEmpty ? cities : capitals).map(\.country))
        return countries.count == 1 ? countries.first : nil
    }

    private func cities(_ name: String) -> [Lexicon.Place] {
        let text = Text(name)
        guard !text.tokens.isEmpty, text.tokens.count <= 12 else { return [] }
        let all = 0..<text.tokens.count
        guard let match = Scan(text, lexicon: lexicon).longest(at: 0, in: all, root: .names, allowAnyCase: true),
            match.tokens == all
        else { return [] }
        return match.entries.filter { $0.kind == .place }.map { lexicon.place($0.index) }
            .filter { $0.kind == .capital || $0.kind == .city }
    }

    private func span(of words: String) -> Span? {
        text.bytes.range(of: Array(words.utf8)).map { text.span(bytes: $0) }
    }
}

extension [UInt8] {
    /// Where some bytes first stand. Quadratic at worst, in cells of some hundred bytes.
    func range(of wanted: [UInt8]) -> Range<Int>? {
        guard let first = wanted.first, wanted.count <= count else { return nil }
        for at in 0...(count - wanted.count)
        where self[at] == first && self[at..<at + wanted.count].elementsEqual(wanted) {
            return at..<at + wanted.count
        }
        return nil
    }
}
