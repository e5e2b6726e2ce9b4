import Codebook
import Coding
import Diplomacy
import Testing

/// Events of single sentences: type, actors, polarity, modality, and why.
@Suite struct EventTests {
    func events(_ sentence: String, published: Day? = Day(year: 2026, month: 3, day: 12)) -> [Event] {
        Embedded.coder.record(for: document(sentence, published: published)).events
    }

    func document(_ text: String, published: Day?) -> Document {
        Document(id: "", text: text, published: published, language: "en")
    }

    /// What a coder of events must tell apart: done, not done, denied, planned, conditional, remembered.
    @Test(arguments: [
        (
            "Hungary's foreign minister met his Serbian counterpart in Novi Sad and discussed gas transit with him.",
            "CONSULT HUN > SRB"
        ),
        (
            "Talks between Sudan and Ethiopia ended without an agreement in Juba.",
            "CONSULT SDN > ETH; CONSULT ETH > SDN"
        ),
        ("Algeria will not meet Morocco.", "REJECT DZA > MAR; CONSULT DZA > MAR negated planned"),
        ("Eritrea denied having signed a treaty with Egypt.", "REJECT ERI > EGY; SUPPORT ERI > EGY denied"),
        ("If Azerbaijan attacks Armenia, France would send weapons to Armenia.", "ASSAULT AZE > ARM conditional"),
        ("Finland plans to visit Norway in June.", "AGREE FIN > NOR; CONSULT FIN > NOR planned"),
        ("The president of Kenya was received by the king of Jordan in Amman.", "CONSULT JOR > KEN"),
        // the place after a comma is where it happened, not whose official it is
        ("Kenya's president received the foreign minister of Jordan, Ayman Safadi, in Nairobi.", "CONSULT KEN > JOR"),
        ("Peru and Ecuador signed a joint statement in Quito.", "SUPPORT PER > ECU; SUPPORT ECU > PER"),
        ("The miners' march was broken up by Bolivian police.", "COERCE BOL > \"miners\""),
        ("Nepal denied that its police had beaten Indian traders.", "REJECT NPL > IND; ASSAULT NPL > IND denied"),
        (
            "Portugal called on Angola to free the two reporters.",
            "RETREAT AGO > \"reporters\" requested; REQUEST PRT > AGO"
        ),
        ("Togo no longer buys gas from Algeria.", "COOPERATE TGO > DZA negated"),
        ("Romania has not rebuilt any schools in Moldova.", "AID ROU > MDA negated"),
        ("Lithuania pledged its support for Georgia.", "AGREE LTU > GEO"),
        ("Ministers of Chile and Uruguay conferred in Lima.", "CONSULT CHL > URY; CONSULT URY > CHL"),
        ("Cyprus and Turkey agreed to resume talks.", "AGREE CYP > TUR; CONSULT CYP > TUR planned"),
    ])
    func status(sentence: String, expected: String) throws {
        let expected = try #require(ExpectedEvent.list(expected))
        #expect(ExampleJudge.problem(events(sentence), expected: expected) == nil, "\(sentence)")
    }

    @Test func anEventOfLongAgoHasItsDate() throws {
        let event = try #require(events("In 1972, Japan recognised Bangladesh.").first)
        #expect(event.type == .support && event.happened)
        #expect(event.date?.start == Day(year: 1972, month: 1, day: 1) && event.date?.precision == .year)
    }

    @Test func dateAndPlaceAreThoseOfTheAct() throws {
        let event = try #require(
            events("Spanish police arrested two Albanian officials in Valencia on Monday, the ministry said.").first)
        #expect(event.type == .coerce && event.mode == "arrest" && event.place?.name == "Valencia")
        #expect(event.date?.start == Day(year: 2026, month: 3, day: 9))
    }

    @Test(arguments: [
        (
            "A senior official familiar with the matter said that Iraq has expelled the Turkish ambassador.",
            Grade.unnamedOfficial
        ),
        ("Iraq has expelled the Turkish ambassador, according to a spokesman for the ministry.", .spokesperson),
        ("Two sources said that Iraq has expelled the Turkish ambassador.", .briefedSource),
    ])
    func whoSaysSo(sentence: String, grade: Grade) throws {
        let event = try #require(events(sentence).first { $0.type == .sanction })
        #expect(event.attributedTo?.grade == grade)
    }

    @Test func positionsHaveStanceAndIssue() throws {
        let event = try #require(events("Brazil opposes new sanctions on trade with Cuba.").first { $0.stance != nil })
        #expect(
            event.stance == .opposes && event.issue == "sanctions-trade-restrictions" && event.source?.party == "BRA")
        #expect(event.proposition != nil)
    }

    @Test func severalActorsGiveAnEventEach() {
        let found = events("Britain and Canada imposed sanctions on Belarus and Iran.").filter { $0.type == .sanction }
        let pairs = Set(found.map { "\($0.source?.party ?? "-")>\($0.target?.party ?? "-")" })
        #expect(pairs == ["GBR>BLR", "GBR>IRN", "CAN>BLR", "CAN>IRN"])
    }

    @Test func givenActorsAreUsedAsTheyAre() throws {
        let text = "A spokesman for the miners condemned the ministry's decision on Friday."
        var given = document(text, published: nil)
        given.actors = [ActorMark(role: "source", start: 2, end: 26), ActorMark(role: "target", start: 41, end: 49)]
        let record = Embedded.coder.record(for: given)
        #expect(record.events.count == 1)
        let event = try #require(record.events.first)
        #expect(event.type == .accuse && event.source?.text == "spokesman for the miners")
        #expect(event.target?.text == "ministry" && event.target?.span == Span(41, 49))
    }

    @Test func aTitleShiftsNoGivenActor() throws {
        var given = Document(
            id: "", title: "Grain", text: "Chad banned imports from Niger.", published: nil, language: "en")
        given.actors = [ActorMark(role: "source", start: 0, end: 4), ActorMark(role: "target", start: 25, end: 30)]
        let event = try #require(Embedded.coder.record(for: given).events.first)
        #expect(event.source?.text == "Chad" && event.source?.span == Span(6, 10) && event.target?.party == "NER")
    }

    /// "Welcomed" and "attempt" both govern "reconcile": the later one always wins, whatever the order of a dictionary.
    @Test func ofTwoThatGovernAnActTheLaterWins() {
        let found = events("Peru welcomed Chile's attempt to reconcile with Bolivia.").filter {
            $0.source?.party == "CHL"
        }
        #expect(found.map(\.modality) == [.possible])
    }

    @Test func everydayActsAreNoEvents() {
        #expect(events("The baker gave her neighbour a loaf of bread.").isEmpty)
        #expect(events("Two pillars support the roof of the temple.").isEmpty)
        #expect(events("Jellyfish invaded a beach in Malta.").isEmpty)
        #expect(events("Brazil beat Peru in the final.").isEmpty)
    }

    @Test func confidencesAreProbabilities() {
        let found = events("Kuwait condemned Iran's attack on a tanker and recalled its ambassador from Tehran.")
        #expect(!found.isEmpty)
        #expect(found.allSatisfy { (0...1).contains($0.confidence) && $0.quad == $0.type.quad })
    }
}
