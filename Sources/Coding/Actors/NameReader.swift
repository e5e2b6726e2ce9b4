import Diplomacy
import Language
import Lexicon

/// Reads a person's name: what the lexicon knows, or capitalised words where an office, an honorific or a party stands
/// before them.
struct NameReader {
    let view: SentenceView

    struct Name {
        var tokens: Range<Int>
        var candidates: [Int]
        var familyOnly: Bool
    }

    static let particles = Word.set(
        "al el bin ibn ben von van der den de da di del dos la le du ul ould abu af ter bint e y zu d' wa ole ag oglu ogly uulu kyzy gizi qizi"
    )

    /// Words that are somebody's family name and far more often not.
    static let commonWords = Word.set(
        """
        no so an do in on to will he she her long young the a may even then than man song both most all such at as by is it its
        one two many few more less us we you they this that these those new old first second next last can not or and but for
        """)

    /// Given names that are family names too.
    static let givenNames = Word.set(
        """
        mohammed mohamed muhammad mohammad ahmed ahmad ali hassan hasan hussein hussain abdullah abdallah ibrahim ismail omar
        yousef youssef khalid khaled salem salman saud faisal hamad khalifa mustafa mahmoud john david michael james thomas
        george paul peter martin simon daniel albert joseph andrew alexander gabriel victor oscar hugo felix leon
        """)

    /// The name at a token. Without context, only what the lexicon knows.
    func name(at start: Int, hasContext: Bool, office: Bool) -> Name? {
        guard start < view.range.upperBound else { return nil }
        let run = capitals(from: start)
        guard !run.isEmpty else { return nil }
        var full: (range: Range<Int>, persons: [Int])?
        var family: (range: Range<Int>, persons: [Int])?
        var i = run.lowerBound
        while i < run.upperBound {
            guard let match = view.name(at: i) else {
                i += 1
                continue
            }
            let persons = match.entries.filter { $0.kind == .person }
            if persons.isEmpty, match.tokens.lowerBound == run.lowerBound, !hasContext { return nil }
            let whole = persons.filter { !$0.isFamilyName }.map(\.index)
            if full == nil, !whole.isEmpty { full = (match.tokens, whole) }
            let single = persons.filter(\.isFamilyName).map(\.index)
            if !single.isEmpty { family = (match.tokens, single) }
            i = match.tokens.upperBound
        }
        if let full {
            // "Vladimir Putin" inside a longer run of capitals: the run is the name where an office stands before it
            let range =
                hasContext && !view.isTitleCase
                ? run.lowerBound..<max(full.range.upperBound, nameEnd(run, full.range)) : full.range
            guard hasContext || full.range.lowerBound == start else { return nil }
            return Name(tokens: range, candidates: full.persons, familyOnly: false)
        }
        if let family {
            // in a headline the verb is written like a name: "Putin Meets"; a given name begins a longer name
            let beforeVerb =
                family.range.lowerBound == run.lowerBound && view.isTitleCase
                && !Self.givenNames.contains(view.key(run.lowerBound))
            if family.range == run || beforeVerb {
                guard
                    hasContext || !(Word.months.contains(view.key(start)) || Self.commonWords.contains(view.key(start)))
                else { return nil }
                return Name(tokens: family.range, candidates: family.persons, familyOnly: true)
            }
            let given = givenStart(run, outside: family.range)
            let persons = family.persons.filter { fits($0, given) }
            if !persons.isEmpty { return Name(tokens: run, candidates: persons, familyOnly: false) }
        }
        guard hasContext, let unknown = unknown(at: start) else { return nil }
        guard office || unknown.tokens.count >= 2 || view.cue(.honorific, at: start - 1) != nil else { return nil }
        return unknown
    }

    /// Capitalised words that no table knows.
    func unknown(at start: Int) -> Name? {
        let run = capitals(from: start)
        guard !run.isEmpty else { return nil }
        if run.contains(where: { Self.bodies.contains(view.key($0)) }) { return nil }
        if let match = view.name(at: run.lowerBound), match.has(.party) || match.has(.office) { return nil }
        if view.cue(at: run.lowerBound)?.classes.contains(where: { $0.isVerb || $0.isEncounterNoun }) == true {
            return nil
        }
        return Name(tokens: run, candidates: [], familyOnly: false)
    }

    /// Words of the names of bodies, which no person has.
    private static let bodies = Word.set(
        "agency ministry institution institutions operations republic department corporation university institute bureau"
    )

    /// The end of a name within a run of capitals: generational suffixes belong to it, a party or office does not.
    private func nameEnd(_ run: Range<Int>, _ full: Range<Int>) -> Int {
        var i = full.upperBound
        while i < run.upperBound, view.name(at: i) == nil, view.cue(at: i) == nil { i += 1 }
        return i
    }

    /// Whether a person's first given name begins like a given name of the text; an initial agrees with its letter.
    private func fits(_ person: Int, _ given: UInt32) -> Bool {
        let known = view.scan.lexicon.givenStart(of: person)
        if given > 0xFFFF { return known == given }
        let letters: UInt32 = given > 0xFF ? 2 : 1
        var start = known
        while start >> (8 * letters) != 0 { start >>= 8 }
        return given != 0 && start == given
    }

    /// The start of the first word of a run that is not of the family name.
    private func givenStart(_ run: Range<Int>, outside family: Range<Int>) -> UInt32 {
        let word = run.first {
            !family.contains($0) && view.shape($0).contains(.word) && !Self.particles.contains(view.key($0))
        }
        return word.map { Folding.start(of: view.text.word($0)) } ?? 0
    }

    /// A run of capitalised words, initials and particles, hyphens within it; ends before offices, dates, verbs in headlines.
    private func capitals(from start: Int) -> Range<Int> {
        var i = start
        var last = start
        while i < view.range.upperBound, i - start < 9 {
            let shape = view.shape(i)
            if shape.contains(.hyphen), i > start, !view.text.tokens[i].has(.spaceBefore) {
                i += 1
                continue
            }
            if i > start, Self.particles.contains(view.key(i)), !shape.contains(.capital) {
                guard particleJoins(i) else { break }
                i += 1
                continue
            }
            guard shape.contains(.capital), shape.contains(.word), !stops(i, start) else { break }
            i += 1
            last = i
        }
        return start..<last
    }

    private func particleJoins(_ token: Int) -> Bool {
        var i = token + 1
        while Self.particles.contains(view.key(i)) || view.shape(i).contains(.hyphen) { i += 1 }
        return view.isCapital(i)
    }

    private func stops(_ token: Int, _ start: Int) -> Bool {
        if Word.months.contains(view.key(token)), view.name(at: token)?.has(.person) != true { return true }
        if let match = view.name(at: token) {
            if match.has(.person) { return false }
            if match.has(.office) || match.has(.party) { return token > start || !match.has(.place) }
            if match.has(.place), token > start, view.isTitleCase { return true }
        }
        guard let cue = view.cue(at: token) else { return false }
        if cue.classes.contains(where: { $0.isVerb || $0.isEncounterNoun || $0 == .say }) {
            return view.isTitleCase || token == view.range.lowerBound
        }
        return cue.classes.contains { $0 == .he || $0 == .she || $0 == .they || $0 == .honorific && token > start }
    }
}
