import Diplomacy
import Lexicon
import Testing

@testable import Coding

/// What the fields of a row of a desk's own table become.
@Suite struct RowsDeskTests {
    @Test func twoSidesWithPersonsAndOffices() throws {
        let record = DeskRows.record([
            "start": "2023-03-01", "end": "2023-03-02", "party_a": "Germany", "person_a": "Annalena Baerbock",
            "office_a": "Foreign Minister",
            "party_b": "United States", "person_b": "Antony Blinken", "kind": "talks", "medium": "in-person",
            "place": "Berlin",
            "country": "Germany", "level": "minister", "status": "held", "outcome": "joint-statement",
            "series": "A dialogue", "round": "3",
        ])
        let talks = try #require(record.principal)
        #expect(record.encounters.count == 1 && record.diagnostics.isEmpty)
        #expect(talks.kind == .talks && talks.medium == .inPerson && talks.status == .held && talks.level == .minister)
        #expect(talks.date?.start.iso == "2023-03-01" && talks.date?.end.iso == "2023-03-02")
        #expect(talks.participants.map(\.party) == ["DEU", "USA"])
        #expect(talks.participants.map(\.person) == ["Annalena Baerbock", "Antony Blinken"])
        #expect(talks.participants.map(\.office) == ["Foreign Minister", "Secretary of State"])
        #expect(talks.participants.map(\.level) == [.minister, .minister])
        #expect(talks.participants.map(\.role) == [.host, .guest] && talks.participants.map(\.lead) == [true, true])
        #expect(talks.place?.name == "Berlin" && talks.place?.country == "DEU" && talks.place?.latitude != nil)
        #expect(talks.outcome.kind == .jointStatement && talks.series == Series(name: "A dialogue", round: 3))
        #expect(talks.evidence.map(\.rule) == ["table.row"])
    }

    /// An office without a name is its holder's on the day, where one alone holds it.
    @Test func theHolderOfAnOffice() throws {
        let meeting = try #require(
            DeskRows.record([
                "start": "2022-11-14", "party_a": "USA", "office_a": "President", "party_b": "China",
                "person_b": "Xi Jinping",
            ]).principal)
        #expect(meeting.participants.map(\.person) == ["Joe Biden", "Xi Jinping"])
        #expect(meeting.participants[0].basis == "lexicon" && meeting.participants[0].office == "President")
        #expect(meeting.kind == .meeting && meeting.medium == .unknown && meeting.status == .held)
    }

    @Test func namesThatTheLexiconDoesNotKnowStandAsWritten() throws {
        let record = DeskRows.record([
            "start": "2024-05-06", "party_a": "Norway", "person_a": "Kari Q. Nordmann-Ås",
            "office_a": "Head of Unit Nord", "party_b": "Finland",
        ])
        let meeting = try #require(record.principal)
        #expect(meeting.participants.map(\.person) == ["Kari Q. Nordmann-Ås", nil])
        #expect(meeting.participants[0].office == "Head of Unit Nord")
        #expect(record.diagnostics.map(\.code) == ["office-not-known"])
    }

    @Test func partiesByCodeNameAndPhrase() throws {
        for (cell, code) in [
            ("DEU", "DEU"), ("Germany", "DEU"), ("the United Kingdom", "GBR"), ("EU", "EUR"), ("Korea, South", "KOR"),
            ("NATO", "NATO"),
            ("Vereinigte Staaten", "USA"), ("Etats-Unis", "USA"), ("États-Unis", "USA"), ("Китай", "CHN"),
            ("Türkei", "TUR"),
            ("Alemania", "DEU"), ("Côte d’Ivoire", "CIV"), ("Европейский союз", "EUR"), ("frankreich", "FRA"),
        ] {
            let record = DeskRows.record(["start": "2024-05-06", "party_a": cell, "party_b": "Japan"])
            #expect(record.principal?.participants.first?.party == code, "\(cell)")
        }
    }

    /// The table of names in other languages leads to parties of the lexicon, and nowhere else than the lexicon does.
    @Test func namesInOtherLanguagesAreOfPartiesThatThereAre() {
        let lexicon = Embedded.lexicon
        let all = StateNames.all
        #expect(all.count > 550)
        let day = Day(number: 19_000)
        let missing = all.filter { lexicon.party(code: $0.code) == nil }
        #expect(missing.isEmpty)
        let other = all.filter { name, code in
            VisitParties(lexicon: lexicon).party(named: name, on: day).map { lexicon.partyCode($0) != code } ?? false
        }
        #expect(other.isEmpty, "\(other)")
    }

    @Test func rowsWithoutTwoPartiesAreTold() {
        func codes(_ fields: [String: String]) -> [String] {
            let record = DeskRows.record(fields.merging(["start": "2024-05-06"]) { $1 })
            #expect(record.encounters.isEmpty)
            return record.diagnostics.map(\.code)
        }
        #expect(codes(["party_a": "Germany"]) == ["domestic-only"])
        #expect(codes(["party_a": "Germany", "party_b": "DEU"]) == ["domestic-only"])
        #expect(codes(["party_a": "Germany", "party_b": "Xanadu Qzx"]) == ["no-party", "domestic-only"])
        #expect(codes([:]) == ["no-parties"])
        #expect(codes(["party_a": "Qzx", "party_b": "Vbn"]) == ["no-party", "no-party", "no-parties"])
    }

    @Test func hosts() throws {
        let guest = try #require(
            DeskRows.record(["start": "2024-05-06", "party_b": "France", "host": "Germany", "place": "Berlin"])
                .principal)
        #expect(
            guest.participants.map(\.party) == ["FRA", "DEU"] && guest.participants.map(\.role) == [.guest, .host])
        let third = try #require(
            DeskRows.record(
                ["start": "2021-06-16", "host": "Switzerland", "place": "Geneva", "kind": "summit"],
                lists: ["parties": ["USA", "RUS"], "persons": ["Joe Biden", "Vladimir Putin"]]
            ).principal)
        #expect(third.participants.map(\.party) == ["USA", "RUS", "CHE"])
        #expect(third.participants.map(\.role) == [.participant, .participant, .venueHost])
        #expect(third.participants.map(\.person) == ["Joe Biden", "Vladimir Putin", nil])
        #expect(third.place?.country == "CHE")
    }

    @Test func personsInOneCell() throws {
        let meeting = try #require(
            DeskRows.record(
                ["start": "2022-11-14"],
                lists: ["parties": ["CHN", "USA"], "persons": ["Joe Biden", "Antony Blinken", "Xi Jinping"]]
            ).principal)
        #expect(meeting.participants.map(\.person) == ["Xi Jinping", "Joe Biden", "Antony Blinken"])
        #expect(meeting.participants.map(\.party) == ["CHN", "USA", "USA"])
        #expect(meeting.participants.map(\.lead) == [true, true, false])
        // whom nobody knows: of the parties without a person where the numbers agree
        let seated = DeskRows.record(
            ["start": "2022-11-14"], lists: ["parties": ["NOR", "USA"], "persons": ["Joe Biden", "Kari Nordmannsen"]])
        #expect(seated.principal?.participants.map(\.person) == ["Kari Nordmannsen", "Joe Biden"])
        let open = DeskRows.record(
            ["start": "2022-11-14"], lists: ["parties": ["NOR", "SWE"], "persons": ["Kari Nordmannsen"]])
        #expect(open.principal?.participants.map(\.party) == ["NOR", "SWE", nil])
        #expect(open.principal?.participants.last?.person == "Kari Nordmannsen")
        #expect(open.diagnostics.map(\.code) == ["person-without-party"])
    }

    // MARK: - Words

    @Test func everyValueOfOurVocabulariesIsTakenAsItIs() throws {
        let sides = ["start": "2024-05-06", "party_a": "DEU", "party_b": "FRA"]
        func encounter(_ field: String, _ value: String) throws -> Encounter {
            let record = DeskRows.record(sides.merging([field: value]) { $1 })
            #expect(record.diagnostics.isEmpty, "\(field) \(value)")
            return try #require(record.principal)
        }
        for kind in EncounterKind.allCases { #expect(try encounter("kind", kind.rawValue).kind == kind) }
        for medium in Medium.allCases { #expect(try encounter("medium", medium.rawValue).medium == medium) }
        for status in Status.allCases { #expect(try encounter("status", status.rawValue).status == status) }
        for level in Level.allCases { #expect(try encounter("level", level.rawValue).level == level) }
        for outcome in OutcomeKind.allCases {
            #expect(try encounter("outcome", outcome.rawValue).outcome.kind == outcome)
        }
        let all = DeskRows.record(sides, lists: ["issues": Issue.codes])
        #expect(all.principal?.issues.map(\.code) == Issue.codes)
        #expect(try encounter("kind", "Video conference").kind == .videoConference)
        #expect(try encounter("status", "UNDER_WAY").status == .underWay)
    }

    @Test(arguments: [
        ("kind", "Telephone conversation", "call"), ("kind", "Official visit", "visit"),
        ("kind", "Summit meeting", "summit"),
        ("kind", "political consultations", "consultation"), ("medium", "by telephone", "phone"),
        ("medium", "via video link", "video"),
        ("status", "was cancelled", "cancelled"), ("status", "postponed", "postponed"),
        ("level", "Foreign Minister", "minister"),
        ("outcome", "signed a memorandum of understanding", "memorandum-signed"),
        ("outcome", "A joint statement was adopted", "joint-statement"),
    ])
    func otherWordsByTheCues(field: String, words: String, value: String) throws {
        let record = DeskRows.record(["start": "2024-05-06", "party_a": "DEU", "party_b": "FRA", field: words])
        let encounter = try #require(record.principal)
        let found =
            switch field {
            case "kind": encounter.kind.rawValue
            case "medium": encounter.medium.rawValue
            case "status": encounter.status.rawValue
            case "level": encounter.level?.rawValue
            default: encounter.outcome.kind.rawValue
            }
        #expect(found == value && !record.diagnostics.contains { $0.code == "value-not-known" })
    }

    @Test func wordsThatNobodyKnowsAreTold() throws {
        for field in ["kind", "medium", "status", "level", "outcome", "issues", "round"] {
            let record = DeskRows.record([
                "start": "2024-05-06", "party_a": "DEU", "party_b": "FRA", field: "Qzxvbn", "series": "S",
            ])
            #expect(record.diagnostics.map(\.code) == ["value-not-known"], "\(field)")
            #expect(record.diagnostics.first?.message.contains("\"Qzxvbn\" (\(field))") ?? false)
            #expect(record.encounters.count == 1)
        }
    }

    @Test func issuesByTheirWordings() throws {
        let document = DeskRows.document(
            ["start": "2024-05-06", "party_a": "DEU", "party_b": "FRA"],
            lists: ["issues": ["nuclear disarmament", "energy", "natural gas supplies"]])
        let issues = try #require(Embedded.coder.record(for: document).principal).issues
        #expect(issues.map(\.code).contains("energy") && issues.map(\.code).contains("arms-control"))
        #expect(Set(issues.map(\.code)).count == issues.count)
        #expect(words(issues.first { $0.code == "energy" }?.span, of: document.text) == "energy")
    }

    @Test func whatARowLeavesOut() throws {
        func encounter(_ fields: [String: String], published: String? = nil) throws -> Encounter {
            let sides = ["start": "2024-05-06", "party_a": "DEU", "party_b": "FRA"]
            return try #require(DeskRows.record(sides.merging(fields) { $1 }, published: published).principal)
        }
        #expect(try encounter(["medium": "phone"]).kind == .call && encounter(["kind": "call"]).medium == .phone)
        #expect(
            try encounter(["place": "Paris"]).medium == .inPerson
                && encounter(["place": "Paris"]).place?.country == "FRA")
        #expect(try encounter([:], published: "2024-05-01").status == .announced)
        #expect(try encounter([:], published: "2024-05-01").outcome.kind == .notApplicable)
        #expect(try encounter([:], published: "2024-05-07").status == .held)
        let many = DeskRows.record(["start": "2024-05-06"], lists: ["parties": ["DEU", "FRA", "POL"]])
        #expect(many.principal?.kind == .multilateralMeeting)
        #expect(try encounter(["place": "Schloss Nirgendwo", "country": "DEU"]).place?.name == "Schloss Nirgendwo")
        #expect(try encounter(["place": "Qzxvbn"]).place?.country == nil)
    }
}
