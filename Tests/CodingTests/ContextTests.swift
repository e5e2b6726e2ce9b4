import Diplomacy
import Testing

@Suite struct ContextTests {
    static let met =
        "Russian Foreign Minister Sergei Lavrov met Turkish Foreign Minister Hakan Fidan in Antalya on Wednesday"

    // MARK: - Who says so

    @Test(
        arguments: [
            (", the Turkish Foreign Ministry said.", "Turkish Foreign Ministry", Grade.spokesperson, "TUR"),
            (", according to Interfax.", "Interfax", .mediaOnly, nil),
            (", TASS reported, citing diplomatic sources.", "diplomatic sources", .briefedSource, nil),
            (", a senior Turkish official told Reuters.", "senior Turkish official", .unnamedOfficial, "TUR"),
            (", people familiar with the matter said.", "people familiar with the matter", .briefedSource, nil),
            (". This was announced by the Kremlin press service.", "Kremlin press service", .spokesperson, "RUS"),
        ] as [(String, String, Grade, String?)])
    func attribution(rest: String, name: String, grade: Grade, party: String?) throws {
        let found = try #require(try principal(Self.met + rest).attributedTo)
        #expect(found.name == name)
        #expect(found.grade == grade)
        #expect(found.party == party)
        #expect(words(found.span, of: Self.met + rest) == name)
    }

    @Test(arguments: [
        ". They dined.", " and said that the straits must stay open.", ". \"The sea must stay open,\" Lavrov said.",
    ])
    func nobodySaysSo(rest: String) throws {
        #expect(try principal(Self.met + rest).attributedTo == nil)
    }

    @Test func officialsAreNobodyNamed() throws {
        let text = "According to officials briefed on the matter, \(Self.met).\n\nOne Official View on the Talks"
        #expect(try principal(text).attributedTo?.grade == .unnamedOfficial)
    }

    @Test func aPaperIsNotItsOwnSource() throws {
        let source = Source(name: "Example Wire", kind: .agency, country: "GBR")
        #expect(try principal("According to Example Wire, " + Self.met + ".", source: source).attributedTo == nil)
    }

    // MARK: - What was talked about

    @Test func thirdPartiesAreTopicsNotVenues() throws {
        let text =
            Self.met + ". They discussed the war in Ukraine, the situation in Syria and the Iranian nuclear programme."
        let about = try principal(text).about
        #expect(Set(about.map(\.party)) == ["UKR", "SYR", "IRN"])
        #expect(about.first { $0.party == "SYR" }.flatMap { words($0.span, of: text) } == "Syria")
    }

    @Test(arguments: [
        ". They arrived from Georgia.", ". Russia and Turkey trade in grain.", ". Lavrov then flew to Qatar.",
    ])
    func whatIsNoTopic(rest: String) throws {
        #expect(try principal(Self.met + rest).about.isEmpty)
    }

    @Test func whoRaisedAnIssue() throws {
        let issues = try principal(Self.met + ". Fidan raised arms control. They also discussed energy.").issues
        #expect(issues.first { $0.code == "arms-control" }?.raisedBy == ["TUR"])
        #expect(issues.contains { $0.code == "energy" && $0.raisedBy == nil })
    }

    @Test func issuesOfLongAgoAreNoAgenda() throws {
        let issues = try principal(
            Self.met + ". They discussed energy. In 1987 a pact on arms control had calmed the world."
        ).issues.map(\.code)
        #expect(issues.contains("energy"))
        #expect(!issues.contains("arms-control"))
    }

    // MARK: - Gatherings and rounds

    @Test(arguments: [
        (" on the sidelines of the G20 summit in Bali.", "G20 summit"),
        (" on the margins of the UN General Assembly.", "UN General Assembly"),
        (" as part of the Eastern Economic Forum.", "Eastern Economic Forum"),
    ])
    func within(rest: String, name: String) throws {
        let text = Self.met + rest
        let within = try #require(try principal(text).within)
        #expect(within.name == name)
        #expect(words(within.span, of: text) == name)
    }

    @Test func noGathering() throws {
        #expect(try principal(Self.met + " as part of a wider effort.").within == nil)
    }

    @Test(arguments: [
        ("the 20th round of the strategic security consultation", "strategic security consultation", 20),
        ("the twenty-first round of the strategic security consultation", "strategic security consultation", 21),
        (
            "the fiftieth meeting of the Russian-Turkish intergovernmental commission",
            "Russian-Turkish intergovernmental commission", 50
        ),
    ])
    func rounds(words: String, name: String, round: Int) throws {
        let encounter = try principal(Self.met + ". They held \(words).")
        #expect(encounter.series == Series(name: name, round: round))
    }

    @Test(arguments: ["It was their second meeting.", "The first deputy minister took part.", "On the 3rd they dined."])
    func noRound(sentence: String) throws {
        #expect(try principal(Self.met + ". " + sentence).series == nil)
    }
}
