import Coding
import Diplomacy
import Testing

/// Instruments, regions and standing dialogues that a report names.
@Suite struct SubjectReaderTests {
    static let lavrov = "Sergei Lavrov met Antony Blinken in Geneva on Friday."

    /// Codes and statuses of the principal's instruments.
    func instruments(_ text: String, published: String) throws -> [String] {
        try principal(text, published: published).instruments?.map { "\($0.code) \($0.statusOnDay ?? "?")" } ?? []
    }

    @Test(arguments: [
        ("2009-06-05", "not-yet"), ("2010-04-30", "signed"), ("2022-01-21", "in-force"), ("2023-03-03", "suspended"),
        ("2026-03-06", "expired"),
    ])
    func anInstrumentStandsAsOnTheDay(published: String, status: String) throws {
        let text = "Russian and US diplomats met in Geneva on Friday. They discussed the New START Treaty."
        #expect(try instruments(text, published: published) == ["NEW-START \(status)"])
    }

    /// What matters is the day of the encounter, not that of the report.
    @Test func theDayIsTheEncounters() throws {
        let text = "Sergei Lavrov met Antony Blinken in Geneva on 21 January 2022. They discussed New START."
        let encounter = try #require(read(text, published: "2023-03-03").encounters.first)
        #expect(encounter.day == "2022-01-21")
        #expect(encounter.instruments?.map(\.statusOnDay) == ["in-force"])
    }

    @Test(arguments: ["New START", "New START Treaty", "New Strategic Arms Reduction Treaty", "START-3"])
    func theSpanIsTheWording(wording: String) throws {
        let text = "\(Self.lavrov) They discussed \(wording) and the risk of war."
        let mention = try #require(try principal(text, published: "2022-01-22").instruments?.first)
        #expect(mention.code == "NEW-START")
        #expect(words(mention.span, of: text) == wording)
    }

    @Test func spansCountTheTitleToo() throws {
        let text = "\(Self.lavrov) They discussed New START."
        let document = document(text, title: "Lavrov and Blinken meet in Geneva", published: "2022-01-22")
        let mention = try #require(Embedded.coder.record(for: document).principal?.instruments?.first)
        #expect(words(mention.span, of: document.spanned) == "New START")
    }

    @Test(arguments: ["They want a new start.", "A new START of relations is far off.", "New starts are hard."])
    func lowerCaseIsNoInstrument(sentence: String) throws {
        #expect(try instruments("\(Self.lavrov) \(sentence)", published: "2022-01-22") == [])
    }

    @Test func severalInstrumentsAreEachToldOnce() throws {
        let text = "\(Self.lavrov) They discussed New START and the INF Treaty. New START limits warheads."
        #expect(try instruments(text, published: "2022-01-22") == ["NEW-START in-force", "INF terminated"])
    }

    /// What one of many parties does changes that party's standing alone.
    @Test func aWithdrawalFromATreatyOfManyLeavesItInForce() throws {
        let text = "Emmanuel Macron met Narendra Modi in Paris on Wednesday. They discussed the Paris Agreement."
        #expect(try instruments(text, published: "2021-01-15") == ["PARIS-AGREEMENT in-force"])
    }

    @Test func aReportWithoutInstrumentsHasNone() throws {
        let encounter = try principal(Self.lavrov, published: "2022-01-22")
        #expect(encounter.instruments == nil)
        #expect(encounter.regions == nil)
        #expect(encounter.series == nil)
    }

    // MARK: - Regions

    static let regions: [(words: String, codes: [String])] = [
        ("the Black Sea and Central Asia", ["black-sea", "central-asia"]),
        ("Crimea and the Donbas", ["crimea", "donbas"]),
        ("the Baltic states", ["baltic-states"]), ("the Arctic, the Arctic and the High North", ["arctic"]),
        ("grain and fish", []),
    ]

    @Test(arguments: regions)
    func regionsAreToldByTheirCodes(words: String, codes: [String]) throws {
        let encounter = try principal("\(Self.lavrov) They discussed \(words).", published: "2022-01-22")
        #expect(encounter.regions?.map(\.code) ?? [] == codes)
    }

    @Test func aRegionsSpanIsItsWords() throws {
        let text = "\(Self.lavrov) They discussed the Black Sea."
        #expect(words(try principal(text, published: "2022-01-22").regions?.first?.span, of: text) == "Black Sea")
    }

    /// The subject belongs to the encounter of which its sentence tells.
    @Test func aSubjectBelongsToItsEncounter() throws {
        let text = """
            Sergei Lavrov met Antony Blinken in Geneva on Friday and discussed New START. Emmanuel Macron met Olaf Scholz in \
            Berlin on Thursday and discussed the Black Sea.
            """
        let encounters = read(text, published: "2022-01-22").encounters
        #expect(encounters.map { $0.instruments?.map(\.code) ?? [] } == [["NEW-START"], []])
        #expect(encounters.map { $0.regions?.map(\.code) ?? [] } == [[], ["black-sea"]])
    }

    // MARK: - Standing dialogues

    static let dialogues: [(text: String, code: String?)] = [
        (
            "Sergei Ryabkov met Wendy Sherman in Geneva on Wednesday for the US-Russia Strategic Stability Dialogue.",
            "RUS-US-SSD"
        ),
        (
            "Emmanuel Macron met Angela Merkel in Paris on Wednesday for the Franco-German Council of Ministers.",
            "FRA-DEU-COUNCIL"
        ),
        // others than those whose dialogue it is
        (
            "Emmanuel Macron met Angela Merkel in Geneva on Wednesday for the US-Russia Strategic Stability Dialogue.",
            nil
        ),
        ("Vladimir Putin met Xi Jinping in Minsk on Wednesday in the Normandy format.", nil),
        // a gathering of many, in which two meet
        ("Emmanuel Macron met Narendra Modi on Wednesday at the Shangri-La Dialogue.", nil),
    ]

    @Test(arguments: dialogues)
    func aDialogueIsTheirsWhoseItIs(text: String, code: String?) throws {
        #expect(try principal(text, published: "2021-08-05").series?.code == code)
    }

    /// A dialogue of which another sentence speaks is not the encounter's own.
    @Test func aDialogueThatIsMerelyMentionedIsNotHeld() throws {
        let text = "\(Self.lavrov) The Strategic Stability Dialogue has been frozen for years."
        #expect(try principal(text, published: "2022-01-22").series?.code == nil)
    }

    @Test func theCodesDialogueHasItsName() throws {
        let series = try #require(try principal(Self.dialogues[1].text, published: "2021-08-05").series)
        #expect(series.name == "Franco-German Council of Ministers")
    }
}
