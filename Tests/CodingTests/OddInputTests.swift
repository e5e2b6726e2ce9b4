import Coding
import Diplomacy
import Testing

/// Texts that are hardly texts: a record comes back with a reason, soon.
@Suite struct OddInputTests {
    @Test(arguments: ["", " ", "\n\n\t", "\u{FEFF}"])
    func withoutWords(text: String) { #expect(read(text).codes == ["no-text"]) }

    @Test(arguments: [
        ".", "???!!!", "\"\"\"\"\"", "Meeting", "MEETING", "met", "((((", "Lavrov", "a b c", "— — —", "12 34 56", "😀😀😀",
        "\u{0}\u{1}", "The the the of of of", "met with with with", "Lavrov met", "met Lavrov", "between and",
        "[RUS:x] <y>",
    ])
    func noEncounter(text: String) {
        let record = read(text)
        #expect(record.encounters.isEmpty)
        #expect(!record.codes.isEmpty)
    }

    @Test func aTitleAlone() {
        #expect(read("", title: "Macron meets Merz in Paris").cast == "FRA:Emmanuel Macron DEU:Friedrich Merz")
    }

    @Test func anEmptyTitle() {
        let text = "Emmanuel Macron met Friedrich Merz in Paris on Wednesday."
        #expect(read(text, title: "").lines == read(text).lines)
    }

    @Test func otherLanguagesAreNotRead() {
        var german = document("Emmanuel Macron met Friedrich Merz in Paris.")
        german.language = "de"
        #expect(Embedded.coder.record(for: german).codes == ["language-not-read"])
        german.language = "en-GB"
        #expect(Embedded.coder.record(for: german).encounters.count == 1)
    }

    @Test func aTextThatIsNotEnglishIsRecognised() {
        var french = document(
            "Le ministre des Affaires étrangères a rencontré son homologue chinois à Pékin et les deux parties ont signé."
        )
        french.language = nil
        #expect(Embedded.coder.record(for: french).codes == ["language-not-read"])
        var said = french
        said.language = "en"
        #expect(!Embedded.coder.record(for: said).codes.contains("language-not-read"))
    }

    @Test(arguments: [
        "Emmanuel  Macron   met\u{A0}Friedrich Merz in Paris on Wednesday.",
        "  Emmanuel Macron met Friedrich Merz in Paris on Wednesday.  ",
        "EMMANUEL MACRON MET FRIEDRICH MERZ IN PARIS ON WEDNESDAY.",
    ])
    func whiteSpaceAndCase(text: String) {
        #expect(read(text).main == "meeting in-person held 2026-03-11 Paris/FRA FRA:Emmanuel Macron DEU:Friedrich Merz")
    }

    /// Shapes that tempt a rule to look at everything for everything.
    enum Shape: String, CaseIterable {
        case oneSentence, manySentences, quotes, actors, verbs, brackets, oneWord, dates, labels

        func text(_ n: Int) -> String {
            switch self {
            case .oneSentence: String(repeating: "Sergei Lavrov met Hakan Fidan in Antalya and ", count: n)
            case .manySentences: String(repeating: "Sergei Lavrov met Hakan Fidan in Antalya on Monday. ", count: n)
            case .quotes: String(repeating: "\"", count: n * 20)
            case .actors: String(repeating: "Russian Foreign Minister Sergei Lavrov, ", count: n) + "met Hakan Fidan."
            case .verbs: "Sergei Lavrov " + String(repeating: "met ", count: n * 8) + "Hakan Fidan."
            case .brackets: "Sergei Lavrov met " + String(repeating: "(", count: n * 20) + " Hakan Fidan."
            case .oneWord: String(repeating: "met", count: n * 20)
            case .dates: "Lavrov met Fidan " + String(repeating: "on Monday, ", count: n * 4) + "in Antalya."
            case .labels: String(repeating: "Sergei Lavrov: I met Hakan Fidan.\n", count: n)
            }
        }
    }

    /// Four times the text may take some four times as long; a rule that is quadratic would take sixteen.
    @Test(arguments: Shape.allCases)
    func timeGrowsWithTheText(shape: Shape) {
        let clock = ContinuousClock()
        func time(_ n: Int) -> Double {
            let document = document(shape.text(n))
            let spent = (0..<3).map { _ in clock.measure { _ = Embedded.coder.record(for: document) } }.min() ?? .zero
            return Double(spent.components.attoseconds) / 1e15 + Double(spent.components.seconds) * 1e3
        }
        let (one, four) = (time(100), time(400))
        #expect(four < max(one, 2) * 10, "\(shape): \(one) ms, then \(four) ms")
    }

    @Test func tenThousandQuotes() {
        let record = read(String(repeating: "\"", count: 10_000) + " Emmanuel Macron met Friedrich Merz in Paris.")
        #expect(record.encounters.count <= 1)
    }
}
