import Diplomacy
import Language
import Lexicon

/// Reads what stands around the encounters of a document: outcomes, sources, issues, third parties, gatherings,
/// quotations.
struct ContextReader {
    let coding: DocumentCoding
    let claims: [Claim]
    let principal: Int?
    /// The document's sentences; `nil` for those that are not read (speech, overlong ones).
    let passages: [Passage?]
    let paragraphs: Paragraphs
    var cast: Cast
    var text: Text { coding.text }
    var lexicon: Lexicon { coding.lexicon }

    /// Sentences beyond these bounds are not read for context.
    static let longestSentence = 600
    static let mostSentences = 400

    init(coding: DocumentCoding, claims: [Claim], principal: Int?) {
        self.coding = coding
        self.claims = claims
        self.principal = principal
        cast = coding.cast
        paragraphs = Paragraphs(coding.text)
        passages = Self.passages(coding, claims, principal, paragraphs)
    }

    /// The context of a document that tells of no encounter: of some sentences alone.
    init(coding: DocumentCoding, sentences: Set<Int>) {
        self.coding = coding
        claims = []
        principal = nil
        cast = coding.cast
        paragraphs = Paragraphs(coding.text)
        let scan = ContextScan(coding.scan, classes: coding.contextClasses)
        passages = coding.text.sentences.indices.map { i in
            sentences.contains(i) ? Self.passage(i, coding, scan, owner: nil) : nil
        }
    }

    /// Fills in the record's encounters, which stand in the order of the claims.
    mutating func fill(_ record: inout Record) {
        guard record.encounters.count == claims.count else { return }
        OutcomeReader(context: self).fill(&record)
        AttributionReader(context: self).fill(&record)
        Agenda(context: self).fill(&record)
        TopicReader(context: self).fill(&record)
        GatheringReader(context: self).fill(&record)
        SubjectReader(context: self).fill(&record)
        record.quotations = quotations(record.principal?.id)
    }

    /// What is quoted and what is reported, in the order of the text.
    func quotations(_ principal: String?) -> [Quotation] {
        let quoted = QuotationReader(context: self).quotations(principal)
        let told = IndirectSpeechReader(context: self, quoted: quoted.map(\.span)).quotations(principal)
        return told.isEmpty ? quoted : (quoted + told).sorted { $0.span.start < $1.span.start }
    }

    // MARK: - Sentences

    private static func passages(
        _ coding: DocumentCoding, _ claims: [Claim], _ principal: Int?, _ paragraphs: Paragraphs
    ) -> [Passage?] {
        let text = coding.text
        let scan = ContextScan(coding.scan, classes: coding.contextClasses)
        let told = owners(claims, principal)
        var owner = principal
        return text.sentences.indices.map { i in
            if let claim = told[i] {
                owner = claim
            } else if paragraphs.starts(i) || !keeps(owner, claims, principal) {
                owner = principal
            }
            guard var passage = passage(i, coding, scan, owner: owner) else { return nil }
            if told[i] == nil, owner != principal, returns(passage, owner, claims, principal, coding) {
                owner = principal
                passage.owner = principal
            }
            passage.isPast = looksBack(passage, coding)
            return passage
        }
    }

    private static func passage(_ i: Int, _ coding: DocumentCoding, _ scan: ContextScan, owner: Int?) -> Passage? {
        let tokens = coding.text.sentences[i].tokens
        let isSpoken = coding.spoken.indices.contains(i) && coding.spoken[i]
        guard i < mostSentences, tokens.count <= longestSentence, !isSpoken else { return nil }
        let view =
            coding.views[i]
            ?? SentenceView(
                i, text: coding.text, scan: coding.scan, names: coding.scan.names(in: tokens),
                cues: coding.scan.cues(in: tokens, classes: coding.classes))
        return Passage(
            view: view, groups: view.groups, cues: scan.cues(in: tokens), owner: owner, isSpoken: isSpoken)
    }

    /// The claim that each sentence with a trigger is about: the principal where it is among them.
    private static func owners(_ claims: [Claim], _ principal: Int?) -> [Int: Int] {
        var owners: [Int: Int] = [:]
        for (i, claim) in claims.enumerated() {
            for sighting in claim.sightings where owners[sighting.sentence] == nil || i == principal {
                owners[sighting.sentence] = i
            }
        }
        return owners
    }

    /// Whether an encounter told in passing goes on in the sentences after its own: not one of the past, and not a second
    /// sight of the two whom the report is about.
    private static func keeps(_ owner: Int?, _ claims: [Claim], _ principal: Int?) -> Bool {
        guard let owner, let principal, owner != principal else { return true }
        return !claims[owner].isBackground && !isSameDyad(owner, principal, claims)
    }

    static func isSameDyad(_ a: Int, _ b: Int, _ claims: [Claim]) -> Bool {
        claims[a].parties.isSubset(of: claims[b].parties) || claims[b].parties.isSubset(of: claims[a].parties)
    }

    /// Whether a sentence names someone of the principal encounter who has no part in the other.
    private static func returns(
        _ passage: Passage, _ owner: Int?, _ claims: [Claim], _ principal: Int?, _ coding: DocumentCoding
    ) -> Bool {
        guard let owner, let principal else { return false }
        var cast = coding.cast
        return passage.groups.prefix(4).contains { group in
            group.actors.contains { actor in
                guard actor.kind == .person, let figure = cast.resolve(actor) else { return false }
                return claims[principal].figures.contains { $0.isSame(as: figure) }
                    && !claims[owner].figures.contains { $0.isSame(as: figure) }
            }
        }
    }

    /// Whether the dates of a sentence all lie long before the report.
    private static func looksBack(_ passage: Passage, _ coding: DocumentCoding) -> Bool {
        guard let day = coding.day else { return false }
        let dates = coding.expressions(passage.view, prefer: .nearest).filter {
            !coding.dateline.contains($0.tokens.lowerBound)
        }
        return !dates.isEmpty && dates.allSatisfy { $0.value.end < day - 30 }
    }

    // MARK: - For the readers

    func span(_ tokens: Range<Int>) -> Span { text.span(tokens) }

    func code(_ party: Int) -> String { lexicon.partyCode(party) }

    /// Narrative sentences, with their numbers.
    var narrative: [Passage] { passages.compactMap { $0 } }

    func passage(_ sentence: Int) -> Passage? { passages.indices.contains(sentence) ? passages[sentence] : nil }

    /// The encounter that a sentence is about.
    func encounter(_ sentence: Int) -> String? { passage(sentence)?.owner.map { "e\($0 + 1)" } }

    func speaker(_ voice: Voice) -> Speaker {
        Speaker(
            person: voice.person, name: voice.person == nil ? voice.name : nil, party: voice.party.map { code($0) },
            grade: voice.grade)
    }

    /// Whom "he" means: the first person of the sentences before.
    func subject(before index: Int) -> Figure? {
        var cast = cast
        for i in stride(from: index - 1, through: max(0, index - 4), by: -1) {
            for group in passage(i)?.groups ?? [] {
                guard let actor = group.actors.first(where: { $0.kind == .person || $0.kind == .office }) else {
                    continue
                }
                if let figure = cast.resolve(actor), figure.name != nil { return figure }
            }
        }
        return nil
    }
}
