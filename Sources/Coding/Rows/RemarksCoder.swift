import Diplomacy
import Language
import Lexicon

/// Codes the remarks of a row as the ordinary coder reads a text, and puts the row's dates and place where they tell none.
struct RemarksCoder {
    let coder: Coder
    let trees: TreeReader
    let document: Document
    /// The free text of the row.
    let remarks: String?
    /// The days of the row.
    let dates: PartialDate
    /// The row's whole text; the remarks are its end.
    let text: Text
    let place: Place?
    let setting: RowSetting?

    private static let unsaid: Set<String> = [
        "no-trigger", "no-parties", "domestic-only", "no-encounter", "venue-from-host",
    ]

    /// Encounters, with ids of their own and spans of the row's whole text.
    func read() -> ToldByRemarks {
        var told = ToldByRemarks()
        guard let setting, let remarks, document.title == nil, document.text.hasSuffix(remarks)
        else { return told }
        let part = Text(remarks)
        let offset = text.scalarCount - part.scalarCount
        let document = Document(id: document.id, text: remarks, published: dates.end, language: "en")
        var record = Record(id: document.id, document: DocumentSummary(document, characters: part.scalarCount))
        var coding = coder.coding(of: document, part, trees, setting: setting)
        coding.run(into: &record)
        if record.encounters.isEmpty { record.quotations = coding.quotations() }
        let shift = SpanShift(offset: offset, text: text)
        told.encounters = record.encounters.map { settled(shift.moved($0)) }
        told.quotations = record.quotations.map { shift.moved($0) }
        told.diagnostics = record.diagnostics.filter { !Self.unsaid.contains($0.code) }.map { shift.moved($0) }
        return told
    }

    /// An encounter with the row's date and place, where the remarks tell none of their own.
    private func settled(_ encounter: Encounter) -> Encounter {
        var encounter = encounter
        encounter.principal = false
        if encounter.date == nil { encounter.date = dates }
        let isHere = encounter.date.map { $0.overlaps(dates) } ?? true
        encounter.reported = isHere && encounter.status.happened
        let isFar = [.phone, .video, .letter].contains(encounter.medium)
        guard !isFar, isHere else { return encounter }
        if encounter.medium == .unknown, encounter.status.happened { encounter.medium = .inPerson }
        if encounter.place == nil || encounter.place?.basis == .hostCapital { encounter.place = place }
        return encounter
    }
}
