import Diplomacy
import Wording

/// A record for a person to read: a pure function from record and document to lines.
///
/// Each encounter that is news is told in full: a headline, aligned facts, and under each fact the sentence it rests on
/// with the evidence marked. Other encounters, events, quotations and notes follow in brief.
struct RecordPrinter {
    static let leastWidth = 40

    let record: Record
    let document: Document
    let width: Int
    let color: Bool
    let partyName: (String) -> String
    let instrumentName: (String) -> String
    let passages: Passages

    init(
        _ record: Record, of document: Document, width: Int = 80, color: Bool = false,
        partyName: @escaping (String) -> String = { $0 }, instrumentName: @escaping (String) -> String = { $0 }
    ) {
        self.record = record
        self.document = document
        self.width = max(Self.leastWidth, width)
        self.color = color
        self.partyName = partyName
        self.instrumentName = instrumentName
        passages = Passages(document)
    }

    /// The printed lines, none longer than the width.
    func lines() -> [Line] {
        var sections = [head()]
        let news = record.encounters.filter(\.reported)
        let ordered = news.filter(\.principal) + news.filter { !$0.principal }
        sections += ordered.map { EncounterPrinter(encounter: $0, printer: self).lines() }
        if record.encounters.isEmpty { sections.append(emptiness()) }
        sections.append(background())
        sections.append(events())
        sections.append(quotations())
        sections.append(notes())
        return Array(sections.filter { !$0.isEmpty }.joined(separator: [[]]))
    }

    /// The lines as one text.
    func text() -> String { lines().map { $0.rendered(color: color) + "\n" }.joined() }

    // MARK: - Layout

    /// Pieces wrapped under a first line that begins otherwise ("  When      ").
    func block(_ pieces: [Piece], first: [Piece], indent: Int) -> [Line] {
        Wrapper.block(pieces, first: first, indent: indent, width: width)
    }

    private func heading(_ words: String) -> Line { [Piece(words, .strong)] }

    // MARK: - Sections

    private func head() -> [Line] {
        let source = document.source
        var name = source?.name ?? ""
        let about = [source?.kind?.rawValue, source?.country.map(partyName)].compactMap { $0 }
        if !about.isEmpty { name += (name.isEmpty ? "" : " ") + "(\(about.joined(separator: ", ")))" }
        let day = document.published.map(Phrases.day) ?? document.publishedText
        let facts = [name.isEmpty ? nil : name, day, document.url].compactMap { $0 }
        let title = document.title ?? "(a report without a title)"
        return block([Piece(title, .strong)], first: [], indent: 0)
            + block([Piece(facts.joined(separator: " · "), .quiet)], first: [], indent: 0)
    }

    /// Why there is nothing to tell.
    private func emptiness() -> [Line] {
        let reasons = record.diagnostics.isEmpty ? " The text tells of no contact between two parties." : ""
        return block([Piece("No encounter was found.", .pending), Piece(reasons)], first: [], indent: 0)
    }

    private func background() -> [Line] {
        let others = record.encounters.filter { !$0.reported }
        guard !others.isEmpty else { return [] }
        let isAll = others.count == record.encounters.count
        return [heading(isAll ? "Mentioned, not reported as news" : "Also mentioned")]
            + others.flatMap { other -> [Line] in
                let place = other.place.flatMap(placeWords)
                let facts = [other.date.map(Phrases.date), place, sureness(other)].compactMap { $0 }
                let line = Headline(encounter: other, partyName: partyName).pieces(brief: true)
                return block(line, first: [Piece("  · ", .quiet)], indent: 4)
                    + block([Piece(facts.joined(separator: " · "), .quiet)], first: [], indent: 4)
            }
    }

    private func quotations() -> [Line] {
        guard !record.quotations.isEmpty else { return [] }
        return [heading("In their words")]
            + record.quotations.flatMap { quotation -> [Line] in
                let speaker = quotation.speaker
                let name = speaker?.person ?? speaker?.name ?? "speaker not told"
                let party = speaker?.party.map { " (\(partyName($0)))" } ?? ""
                let isReported = quotation.indirect == true
                let words = isReported ? quotation.text : "“\(quotation.text)”"
                return block([Piece(words)], first: [Piece("  · ", .quiet)], indent: 4)
                    + block(
                        [Piece("— \(name)\(party)\(isReported ? ", as reported" : "")", .quiet)], first: [], indent: 6)
            }
    }

    private func notes() -> [Line] {
        guard !record.diagnostics.isEmpty else { return [] }
        return [heading(record.encounters.isEmpty ? "Why" : "Notes")]
            + record.diagnostics.flatMap { diagnostic -> [Line] in
                let mark = diagnostic.severity == .note ? Piece("  · ", .quiet) : Piece("  ! ", .pending)
                let text = diagnostic.message.isEmpty ? Phrases.words(diagnostic.code) : diagnostic.message
                return block([Piece(text)], first: [mark], indent: 4)
            }
    }

    // MARK: - Words that several sections use

    /// "the Kremlin, Moscow, Russia".
    func placeWords(_ place: Place) -> String? { Phrases.place(place, partyName: partyName) }

    func sureness(_ encounter: Encounter) -> String { "\(percent(encounter)) % sure" }

    /// 0 to 100, whatever the record holds.
    func percent(_ encounter: Encounter) -> Int {
        encounter.confidence.isFinite ? Int((min(1, max(0, encounter.confidence)) * 100).rounded()) : 0
    }
}
