import Diplomacy
import Language
import Lexicon

/// Codes a document that stands for a row of a table of visits: the visit from the row's fields, and what its remarks tell by the
/// ordinary rules, with the row's visitor, host, dates and place where they are silent.
///
/// A function of the document alone, like everything the coder does. Time: that of reading the remarks; memory: the text.
struct RowCoder {
    let coder: Coder
    let trees: TreeReader
    let document: Document
    let fields: VisitFields
    private var lexicon: Lexicon { coder.lexicon }

    init(coder: Coder, trees: TreeReader, document: Document, fields: VisitFields) {
        self.coder = coder
        self.trees = trees
        self.document = document
        self.fields = fields
    }

    /// Adds the visit, the encounters of its remarks and what was noticed.
    func fill(_ record: inout Record, _ coding: DocumentCoding) {
        let parties = VisitParties(lexicon: lexicon)
        let guest = parties.party(named: fields.from, on: fields.start)
        let host = parties.party(named: fields.to, on: fields.start)
        for (party, name, field) in [(guest, fields.from, "from"), (host, fields.to, "to")] where party == nil {
            record.diagnostics.append(
                Diagnostic(
                    code: "no-party", severity: .warning,
                    message:
                        "The row's \"\(name)\" (\(field)) is no party that the lexicon knows; no encounter was made."))
        }
        guard let guest, let host else { return }
        guard guest != host else {
            record.diagnostics.append(
                Diagnostic(code: "domestic-only", message: "The row's visitor comes from the country that is visited."))
            return
        }
        let visitors = VisitorReader(coding: coding, fields: fields, party: guest).visitors()
        let place = VisitPlaces(lexicon: lexicon, text: coding.text).place(locale: fields.locale, country: host)
        let told = RemarksCoder(
            coder: coder, trees: trees, document: document, remarks: fields.remarks, dates: fields.dates,
            text: coding.text, place: place, setting: setting(visitors, host)
        ).read()
        let writer = VisitWriter(
            coding: coding, fields: fields, guest: guest, host: host, visitors: visitors, place: place)
        writer.write(told, into: &record)
    }

    private func setting(_ visitors: [Figure], _ host: Int) -> RowSetting? {
        guard var visitor = visitors.first else { return nil }
        visitor.tokens = 0..<0
        return RowSetting(visitor: visitor, host: host)
    }
}

/// What the remarks of a row tell.
struct ToldByRemarks {
    var encounters: [Encounter] = []
    var quotations: [Quotation] = []
    var diagnostics: [Diagnostic] = []
}
