import Diplomacy
import Language
import Lexicon

/// Reads the words of a desk for what our vocabularies have: a value of theirs as it is, other words by the lexicon's cues.
struct DeskWords {
    let coder: Coder
    private(set) var diagnostics: [Diagnostic] = []
    private var lexicon: Lexicon { coder.lexicon }

    /// Bytes of a cell in which words are looked for.
    private static let longest = 400

    init(coder: Coder) { self.coder = coder }

    /// "Video conference", "VIDEO_CONFERENCE": the form of our values.
    private static func plain(_ words: String) -> String {
        String(words.lowercased().map { $0 == " " || $0 == "_" ? "-" : $0 })
    }

    private mutating func tell(_ words: String, _ field: String) {
        diagnostics.append(
            Diagnostic(
                code: "value-not-known", severity: .warning,
                message: "The row's \"\(words.prefix(80))\" (\(field)) is no word that is known; "
                    + "give it a meaning under \"words\" in the map of the table."))
    }

    private func scan(_ words: String) -> Scan {
        Scan(Text(String(decoding: words.utf8.prefix(Self.longest), as: UTF8.self)), lexicon: lexicon)
    }

    private func classes(_ words: String) -> [CueClass] {
        let scan = scan(words)
        return scan.cues(in: 0..<scan.text.tokens.count, classes: coder.classes).flatMap { Array($0.classes) }
    }

    // MARK: - Fields

    mutating func kind(_ words: String?) -> EncounterKind? {
        guard let words else { return nil }
        if let kind = EncounterKind(rawValue: Self.plain(words)) { return kind }
        let kinds = classes(words).filter { ($0.isEncounterVerb || $0.isEncounterNoun) && $0 != .sign }
            .map { ClauseReader.meaning($0).0 }
        if let kind = kinds.min(by: { $0.precedence < $1.precedence }) { return kind }
        tell(words, "kind")
        return nil
    }

    mutating func medium(_ words: String?) -> Medium? {
        guard let words else { return nil }
        if let medium = Medium(rawValue: Self.plain(words)) { return medium }
        for one in classes(words) {
            switch one {
            case .phone, .call, .callNoun: return .phone
            case .byVideo, .video: return .video
            case .inPerson, .visitNoun, .visit: return .inPerson
            case .letter, .write: return .letter
            default: continue
            }
        }
        tell(words, "medium")
        return nil
    }

    mutating func status(_ words: String?) -> Status? {
        guard let words else { return nil }
        if let status = Status(rawValue: Self.plain(words)) { return status }
        for one in classes(words) {
            switch one {
            case .postponed: return .postponed
            case .cancelled: return .cancelled
            case .suspended: return .suspended
            case .declined: return .declined
            case .denied: return .denied
            case .proposed: return .proposed
            case .planned, .future: return .announced
            case .underWay: return .underWay
            case .occur, .hold: return .held
            default: continue
            }
        }
        tell(words, "status")
        return nil
    }

    /// A level by its name, or that of an office: "Foreign Minister".
    mutating func level(_ words: String?) -> Level? {
        guard let words else { return nil }
        if let level = Level(rawValue: Self.plain(words)) { return level }
        let scan = scan(words)
        let all = 0..<scan.text.tokens.count
        for token in all {
            let match = scan.longest(at: token, in: all, root: .names, allowAnyCase: true)
            if let office = match?.first(.office) { return lexicon.office(office.index).level }
        }
        tell(words, "level")
        return nil
    }

    mutating func outcome(_ words: String?, _ row: RowText) -> Outcome? {
        guard let words else { return nil }
        if let kind = OutcomeKind(rawValue: Self.plain(words)) { return Outcome(kind: kind) }
        let scan = scan(words)
        let cues = ContextScan(scan, classes: coder.contextClasses).cues(in: 0..<scan.text.tokens.count)
        let found = Set(cues.flatMap(\.classes))
        let kinds = Self.outcomes.filter { found.isSuperset(of: $0.classes) }.map(\.kind)
        if let kind = kinds.min(by: { $0.weight < $1.weight }) {
            return Outcome(kind: kind, text: words, span: row.span(of: words))
        }
        tell(words, "outcome")
        return Outcome(kind: .notStated, text: words, span: row.span(of: words))
    }

    private static let outcomes: [(classes: [ContextClass], kind: OutcomeKind)] = [
        ([.document], .agreementSigned), ([.memorandum], .memorandumSigned), ([.ceasefire], .ceasefireAgreed),
        ([.exchange], .exchangeAgreed), ([.ease, .sanctions], .sanctionsEased), ([.initial], .initialled),
        ([.statement], .jointStatement), ([.pledge], .commitment), ([.goOn], .agreedToContinue),
        ([.understanding], .understanding), ([.agree], .understanding), ([.collapse], .brokeDown),
        ([.noneAgreed], .noAgreement), ([.noneTold], .noneReported), ([.noneFlat], .noneReported),
    ]

    /// Codes as they are, other words by the lexicon's wordings, each code once.
    mutating func issues(_ cells: [String], _ row: RowText) -> [IssueMention] {
        var found: [IssueMention] = []
        func add(_ code: String, _ words: String) {
            guard !found.contains(where: { $0.code == code }) else { return }
            found.append(IssueMention(code: code, span: row.span(of: words) ?? Span(0, 0)))
        }
        for words in cells {
            let plain = Self.plain(words)
            if Issue.codes.contains(plain) {
                add(plain, words)
                continue
            }
            if let code = Issue.codes.first(where: { Issue.words($0) == words.lowercased() }) {
                add(code, words)
                continue
            }
            let scan = scan(words)
            let codes = scan.issues(in: 0..<scan.text.tokens.count).flatMap(\.codes)
            if codes.isEmpty { tell(words, "issues") }
            for code in codes { add(code, words) }
        }
        return found
    }

    /// A dialogue of the lexicon by its name, else the name as it stands; its round, where that begins with a number.
    mutating func series(_ words: String?, round: String?) -> Series? {
        let number = round.flatMap { Int($0.prefix { $0.isASCII && $0.isNumber }) }
        if let round, number == nil { tell(round, "round") }
        guard let words else { return nil }
        let scan = scan(words)
        let all = 0..<scan.text.tokens.count
        if !all.isEmpty, let match = scan.longest(at: 0, in: all, root: .subjects, allowAnyCase: true),
            match.tokens == all, let entry = match.first(.series)
        {
            let series = lexicon.series(entry.index)
            return Series(name: series.name, code: series.code, round: number)
        }
        return Series(name: words, round: number)
    }
}
