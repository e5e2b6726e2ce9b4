import Coding
import Diplomacy
import Testing

/// What the fields of a row of a table of visits become.
@Suite struct RowsVisitTests {
    @Test func aVisitWithItsHost() throws {
        let document = Rows.travel(
            "Joseph R. Biden", role: "President", to: "Vietnam", locale: "Hanoi", "2023-09-10", "2023-09-11",
            "Met with Prime Minister Pham Minh Chinh.")
        let record = Rows.record(document)
        let visit = try #require(record.principal)
        #expect(visit.id == "e1" && visit.kind == .visit && visit.medium == .inPerson && visit.status == .held)
        #expect(visit.date?.start == Day(iso: "2023-09-10") && visit.date?.end == Day(iso: "2023-09-11"))
        #expect(visit.date?.precision == .day)
        #expect(visit.place?.name == "Hanoi" && visit.place?.country == "VNM")
        let guest = try #require(visit.of("USA").first)
        #expect(guest.person == "Joe Biden" && guest.office == "President" && guest.role == .guest && guest.lead)
        #expect(guest.sector == "GOV" && guest.level == .leader && guest.standing == .incumbent)
        let host = try #require(visit.of("VNM").first)
        #expect(host.person == "Pham Minh Chinh" && host.role == .host && host.lead)
        #expect(visit.level == .leader)
        #expect(visit.evidence.map(\.rule) == ["visit.row"])
        #expect(words(visit.evidence.first?.span, of: document.text) == visit.evidence.first?.text)
        #expect(visit.evidence.first?.text.hasSuffix("2023-09-10.") ?? false)
        // the meeting that the remarks tell, with the row's visitor, dates and place
        let meeting = try #require(record.encounters.last)
        #expect(record.encounters.count == 2 && meeting.kind == .meeting && meeting.medium == .inPerson)
        #expect(meeting.date == visit.date && meeting.place?.name == "Hanoi")
        #expect(meeting.of("USA").map(\.person) == ["Joe Biden"])
        #expect(meeting.relations == [Relation(kind: .partOf, encounter: "e1")])
        #expect(!meeting.principal && meeting.reported)
        let span = try #require(meeting.evidence.first?.span)
        #expect(words(span, of: document.text) == "Met with Prime Minister Pham Minh Chinh.")
        #expect(words(meeting.of("VNM").first?.span, of: document.text) == "Prime Minister Pham Minh Chinh")
    }

    @Test func aHostWithoutPerson() throws {
        let visit = try Rows.principal(
            Rows.visit("Prime Minister Shinzo Abe", from: "Japan", "2013-02-22", "2013-02-22", "Working visit."))
        #expect(visit.of("JPN").map(\.person) == ["Shinzo Abe"])
        #expect(visit.of("USA").map(\.person) == [nil] && visit.of("USA").map(\.role) == [.host])
        #expect(visit.contacts == [["JPN", "USA"]])
        #expect(visit.level == nil)
        #expect(visit.place?.country == "USA" && visit.place?.name == nil)
    }

    @Test func visitorsWhomTheLexiconDoesNotKnow() throws {
        let visit = try Rows.principal(
            Rows.travel(
                "Lyndon B. Johnson", role: "President", to: "Mexico", "1966-04-14", "1966-04-15", "Informal visit."))
        #expect(visit.of("USA").map(\.person) == ["Lyndon B. Johnson"])
        #expect(visit.of("USA").map(\.office) == ["President"] && visit.of("USA").first?.level == .leader)
        let kissinger = try Rows.principal(
            Rows.travel(
                "Henry A. (Heinz Alfred) Kissinger", to: "Panama", "1974-02-07", "1974-02-07", "Signed a treaty."))
        #expect(kissinger.of("USA").map(\.person) == ["Henry A. Kissinger"])
        #expect(kissinger.of("USA").map(\.level) == [.minister])
        let shah = try Rows.principal(
            Rows.visit("Shah Ardashir Sasani", from: "Iran", "1949-11-16", "1949-11-18", "Official visit."))
        #expect(shah.of("IRN").map(\.person) == ["Ardashir Sasani"] && shah.of("IRN").map(\.level) == [.leader])
    }

    /// A secretary's full name that the lexicon has otherwise is found by the office on the day.
    @Test func personsByOfficeAndFamilyName() throws {
        for (written, day, known) in [
            ("Antony John Blinken", "2022-03-05", "Antony Blinken"), ("John Forbes Kerry", "2014-05-01", "John Kerry"),
            ("Madeleine Korbel Albright", "1998-08-31", "Madeleine Albright"),
        ] {
            let visit = try Rows.principal(Rows.travel(written, to: "Poland", day, day))
            #expect(visit.of("USA").map(\.person) == [known])
            #expect(visit.of("USA").map(\.office) == ["Secretary of State"])
        }
    }

    @Test func severalVisitors() throws {
        let visit = try Rows.principal(
            Rows.visit(
                "President Sergio Mattarella and Prime Minister Matteo Renzi", from: "Italy", "2016-02-08", "2016-02-08"
            ))
        #expect(visit.of("ITA").map(\.person) == ["Sergio Mattarella", "Matteo Renzi"])
        #expect(visit.of("ITA").map(\.lead) == [true, false])
    }

    @Test func someoneElectedIsNoIncumbent() throws {
        let visit = try Rows.principal(Rows.visit("President-elect Ortiz", from: "Mexico", "1929-12-26", "1929-12-28"))
        #expect(visit.of("MEX").map(\.standing) == [.elect])
    }

    /// Names in Chinese stay beside the persons whom the lexicon has in that office on the day.
    @Test func theChineseTable() throws {
        let visit = try Rows.principal(Rows.china("德国", "总理", "默克尔", "2015-10-30", "正式访问"))
        let guest = try #require(visit.of("DEU").first)
        #expect(guest.person == "Angela Merkel" && guest.written == "默克尔" && guest.basis == "lexicon")
        #expect(guest.office == "Federal Chancellor" && guest.level == .leader)
        #expect(visit.contacts == [["CHN", "DEU"]])
        let council = try Rows.principal(Rows.china("欧洲理事会", "主席", "图斯克", "2016-07-12", "正式访问"))
        #expect(council.of("EUR").map(\.person) == ["Donald Tusk"])
        #expect(council.of("EUR").map(\.level) == [.organisationHead])
        let attending = try Rows.principal(Rows.china("赞比亚", "总统", "某某", "2018-09-03", "来华出席"))
        #expect(attending.of("CHN").map(\.role) == [.venueHost] && attending.contacts == [])
    }

    @Test func anAnnouncedVisitDidNotHappen() throws {
        var document = Rows.china("德国", "总理", "默克尔", "2015-10-30", "正式访问")
        guard case .object(var fields)? = document.extra["visit"] else { return }
        fields["status"] = .string("announced")
        document.extra["visit"] = .object(fields)
        let visit = try Rows.principal(document)
        #expect(visit.status == .announced && visit.outcome.kind == .notApplicable)
    }

    /// Names of states in the tables' own forms, with the codes of the day.
    @Test(arguments: [
        ("Korea, Republic of", "1999-01-01", "KOR"), ("Korea, North", "2000-10-23", "PRK"),
        ("China, People’s Republic of", "1998-06-25", "CHN"), ("Republic of China", "1960-06-18", "TWN"),
        ("Germany, Federal Republic of", "1963-06-23", "DEU"), ("German Democratic Republic", "1989-12-12", "DDR"),
        ("U.S.S.R.", "1972-05-22", "SUN"), ("Russia", "1995-05-09", "RUS"), ("Yugoslavia", "1980-06-24", "YUG"),
        ("Czechoslovakia", "1990-11-17", "CSK"), ("Vatican City", "2014-03-27", "VAT"),
        ("Palestinian Authority", "1998-12-14", "PSE"), ("West Bank", "2013-03-21", "PSE"),
        ("Democratic Republic of the Congo (Zaire)", "1997-12-12", "COD"), ("Vietnam", "1967-12-23", "RVN"),
        ("Vietnam", "2000-11-16", "VNM"), ("Ceylon", "1956-03-11", "LKA"), ("Western Samoa", "1999-01-01", "WSM"),
        ("United Kingdom (Northern Ireland)", "1998-09-03", "GBR"), ("Serbia-Montenegro (Kosovo)", "2001-07-24", "YUG"),
        ("Bosnia-Herzegovina", "1996-01-13", "BIH"), ("Cote d'Ivoire", "2012-01-17", "CIV"),
        ("欧盟委员会", "2015-01-01", "EUR"), ("朝鲜", "2019-01-07", "PRK"), ("巴新", "2018-01-01", "PNG"),
        ("Hawaii", "1874-12-12", "HAW"),
    ])
    func partiesOfTheDay(name: String, day: String, code: String) throws {
        let visit = try Rows.principal(Rows.visit("President Ann Example", from: name, day, day))
        #expect(visit.participants.first?.party == code)
    }

    @Test func whatIsNoPartyIsToldAndMakesNoEncounter() {
        let record = Rows.record(
            Rows.travel("John Forbes Kerry", to: "Antarctica", "2016-11-10", "2016-11-12", "Visited a station."))
        #expect(record.encounters.isEmpty && record.diagnostics.map(\.code) == ["no-party"])
        #expect(record.diagnostics.first?.message.contains("\"Antarctica\"") ?? false)
        let home = Rows.record(Rows.visit("President Joe Biden", from: "United States", "2021-06-01", "2021-06-02"))
        #expect(home.encounters.isEmpty && home.diagnostics.map(\.code) == ["domestic-only"])
    }

    /// Where a row names several places, none is the visit's.
    @Test func places() throws {
        func place(_ country: String, _ locale: String) throws -> Place? {
            try Rows.principal(
                Rows.travel("Colin Luther Powell", to: country, locale: locale, "2002-01-01", "2002-01-02")
            ).place
        }
        #expect(try place("France", "Paris")?.name == "Paris")
        #expect(try place("France", "Paris")?.latitude != nil)
        #expect(try place("France", "Paris, Lyon")?.name == nil)
        #expect(try place("France", "Paris, Lyon")?.country == "FRA")
        #expect(try place("Mexico", "Mexico, D.F.")?.name?.hasPrefix("Mexico") ?? false)
        #expect(try place("France", "Camp Nowhere")?.name == "Camp Nowhere")
    }
}
