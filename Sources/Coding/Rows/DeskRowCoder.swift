import Diplomacy
import Language
import Lexicon

/// Codes a document that stands for a row of a desk's own table: the encounter from the row's fields, and what its free text
/// tells by the ordinary rules, with the row's sides, dates and place where it is silent.
///
/// A function of the document alone. Time: that of reading the free text; memory: the text.
struct DeskRowCoder {
    let coder: Coder
    let trees: TreeReader
    let document: Document
    let fields: DeskFields
    private var lexicon: Lexicon { coder.lexicon }

    init(coder: Coder, trees: TreeReader, document: Document, fields: DeskFields) {
        self.coder = coder
        self.trees = trees
        self.document = document
        self.fields = fields
    }

    /// Adds the encounter, those of its free text and what was noticed.
    func fill(_ record: inout Record, _ coding: DocumentCoding) {
        var sides = DeskSides(coder: coder, fields: fields)
        let host = fields["host"].flatMap { sides.party(named: $0) }
        if let host, sides.parties.count == 1, sides.parties != [host] { sides.add(host, words: fields["host"]) }
        record.diagnostics += sides.diagnostics
        if let name = fields["host"], host == nil {
            record.diagnostics.append(
                Diagnostic(
                    code: "no-party", severity: .warning,
                    message: "The row's \"\(name.prefix(80))\" (host) is no party that the lexicon knows."))
        }
        guard sides.parties.count >= 2 else {
            let one = sides.parties.first.map { "only \(lexicon.party($0).name)" } ?? "none"
            record.diagnostics.append(
                Diagnostic(
                    code: sides.parties.isEmpty ? "no-parties" : "domestic-only", severity: .warning,
                    message: "The row names no two different parties, \(one); no encounter was made."))
            return
        }
        let row = RowText(coding: coding, note: fields["note"])
        let place = DeskPlaces(lexicon: lexicon, row: row, day: fields.dates.start).place(
            fields["place"], fields["country"])
        record.diagnostics += place.diagnostics
        let told = RemarksCoder(
            coder: coder, trees: trees, document: document, remarks: fields["note"], dates: fields.dates,
            text: coding.text, place: place.place, setting: setting(sides, host)
        ).read()
        DeskWriter(coder: coder, coding: coding, fields: fields, row: row, sides: sides, host: host, place: place.place)
            .write(told, into: &record)
    }

    /// Who acts where the free text has no subject: the first side, unless that is the host.
    private func setting(_ sides: DeskSides, _ host: Int?) -> RowSetting? {
        let visitor = sides.members.first { $0.figure.party != nil && $0.figure.party != host }
        guard let figure = visitor?.figure, let other = host ?? sides.parties.first(where: { $0 != figure.party })
        else {
            return nil
        }
        return RowSetting(visitor: figure, host: other)
    }
}

/// Where an encounter was, of the cells for place and country.
struct DeskPlaces {
    let lexicon: Lexicon
    let row: RowText
    let day: Day

    /// The place as the lexicon has it, else as it is written. A city alone tells its country where only one has such a city.
    func place(_ words: String?, _ country: String?) -> (place: Place?, diagnostics: [Diagnostic]) {
        var diagnostics: [Diagnostic] = []
        var party = country.flatMap { name in
            lexicon.party(code: name)?.index ?? VisitParties(lexicon: lexicon).party(named: name, on: day)
                ?? StateNames.code(name).flatMap { lexicon.party(code: $0)?.index }
        }
        if let country, party == nil {
            diagnostics.append(
                Diagnostic(
                    code: "no-party", severity: .warning,
                    message: "The row's \"\(country.prefix(80))\" (country) is no state that the lexicon knows."))
        }
        guard let words else {
            return (party.map { Place(name: nil, country: lexicon.partyCode($0)) }, diagnostics)
        }
        let places = VisitPlaces(lexicon: lexicon, text: row.coding.text)
        party = party ?? places.country(ofCity: words)
        guard let party else { return (Place(name: words, country: nil, span: row.span(of: words)), diagnostics) }
        if let known = places.known(words, in: party) {
            return (
                Place(
                    name: known.name, country: lexicon.partyCode(party), latitude: known.latitude,
                    longitude: known.longitude, span: row.span(of: words)), diagnostics
            )
        }
        var place = places.place(locale: words, country: party)
        // a country under "place" is no city
        if VisitParties(lexicon: lexicon).party(named: words, on: day) == party {
            place.name = nil
        } else if place.name == nil {
            place.name = words
        }
        return (place, diagnostics)
    }
}
