public import Diplomacy
import Language
public import Lexicon

/// Reads a phrase as an actor: a person in office on a day, an institution, people of a kind, a party.
///
/// The first reading that applies is the one: a person whom the lexicon knows, a named institution, an office, a noun for
/// people of a kind, a party, a place. Where several persons or parties fit, the context and the day order them.
public struct WhoReader: Sendable {
    let lexicon: Lexicon
    let classes: CueClasses

    public init(lexicon: Lexicon) {
        self.lexicon = lexicon
        classes = CueClasses(lexicon)
    }

    /// Who the phrase may mean, the likeliest first; empty where there is nobody to know.
    ///
    /// - Parameters:
    ///   - day: the day for which offices and names are looked up.
    ///   - isDated: whether `day` is the phrase's own; of an undated phrase the office that it names is believed.
    ///   - context: words that tell of whom a text speaks ("Mexico"); parties named in it settle what is open.
    public func candidates(for phrase: String, on day: Day, isDated: Bool = true, context: String = "") -> [Candidate] {
        let text = Text(phrase)
        guard !text.tokens.isEmpty else { return [] }
        let reading = PhraseReading(
            0..<text.tokens.count, scan: Scan(text, lexicon: lexicon), classes: classes, day: day, isDated: isDated,
            context: parties(of: context))
        var seen: Set<String> = []
        return reading.candidates().sorted { $0.score > $1.score }.filter {
            seen.insert("\($0.party ?? "") \($0.group ?? "") \($0.key ?? "") \($0.person ?? "") \($0.office ?? "")")
                .inserted
        }
    }

    /// Parties that a context names.
    private func parties(of context: String) -> [Int] {
        let text = Text(context)
        return Scan(text, lexicon: lexicon).names(in: 0..<text.tokens.count).flatMap(\.entries).compactMap { entry in
            switch entry.kind {
            case .party: entry.index
            case .place: lexicon.place(entry.index).country
            default: nil
            }
        }
    }
}
