import Coding
import Diplomacy
import Testing

/// Which rows tell of a contact between the visitor's side and the host's.
@Suite struct RowsContactTests {
    private func travel(_ country: String, _ remarks: String?) -> Document {
        Rows.travel("Hillary Rodham Clinton", to: country, "2011-07-15", "2011-07-17", remarks)
    }

    @Test(arguments: [
        "Attended a NATO Foreign Ministers’ Meeting.", "Participated in the East Asia Summit.",
        "Attended the funeral of former President Vaclav Havel.", "Attended the 51st Munich Security Conference.",
    ])
    func agatheringMakesNoContactWithItsVenue(remarks: String) throws {
        let record = Rows.record(travel("Portugal", remarks))
        let visit = try #require(record.principal)
        #expect(visit.of("PRT").map(\.role) == [.venueHost])
        #expect(visit.contacts == [])
        #expect(record.diagnostics.contains { $0.code == "visit-without-contact" })
        let within = try #require(visit.within)
        #expect(remarks.contains(within.name))
        #expect(words(within.span, of: travel("Portugal", remarks).text) == within.name)
    }

    @Test func theGatheringIsNamedWhole() throws {
        let names = try [
            "Attended a NATO Foreign Ministers’ Meeting.": "NATO Foreign Ministers’ Meeting",
            "Attended the G-20 Economic Summit; visited a school.": "G-20 Economic Summit",
            "Attended the Summit of the Americas and visited a school.": "Summit of the Americas",
        ].map { ($1, try Rows.principal(travel("Portugal", $0)).within?.name) }
        for (expected, found) in names { #expect(found == expected) }
    }

    @Test func aGatheringWhereTheHostWasMetIsAContact() throws {
        let record = Rows.record(
            travel(
                "Turkey",
                "Attended a Libya Contact Group meeting. Met with President Gul and Foreign Minister Davutoglu."))
        let visit = try #require(record.principal)
        #expect(visit.contacts == [["TUR", "USA"]])
        #expect(visit.of("TUR").map(\.person) == ["Abdullah Gul", "Ahmet Davutoglu"])
        #expect(visit.of("TUR").allSatisfy { $0.role == .host })
        #expect(visit.within == nil && !record.diagnostics.contains { $0.code == "visit-without-contact" })
    }

    @Test(arguments: [
        "Private visit.", "Vacation.", "Unofficial visit. Attended the opening of an opera.", "Fishing trip.",
    ])
    func privateStays(remarks: String) throws {
        let visit = try Rows.principal(travel("Bahamas", remarks))
        #expect(visit.level == .nonOfficial && visit.contacts == [] && visit.of("BHS").map(\.role) == [.venueHost])
    }

    /// Who met the President on a private visit was in contact by that meeting, not by the visit.
    @Test func aMeetingOnAPrivateVisit() throws {
        let record = Rows.record(
            Rows.visit(
                "Prime Minister Bertie Ahern", from: "Ireland", "2000-03-15", "2000-03-17",
                "Private visit. Met with President Clinton."))
        #expect(record.principal?.contacts == [])
        let meeting = try #require(record.encounters.dropFirst().first)
        #expect(meeting.contacts == [["IRL", "USA"]] && meeting.of("USA").map(\.person) == ["Bill Clinton"])
        #expect(meeting.relations.map(\.encounter) == ["e1"])
    }

    @Test(arguments: [
        "Stopped en route to Korea.", "Overnight stop en route to Casablanca.", "Stopped while returning home.",
    ])
    func stopsOnTheWay(remarks: String) throws {
        #expect(try Rows.principal(travel("Iceland", remarks)).contacts == [])
    }

    @Test(
        arguments: [
            nil, "Official visit. Private visit to Lyon afterward.", "State visit; attended a play.",
            "Accompanied President Obama.",
            "Signed an agreement on trade.",
        ] as [String?])
    func otherVisitsAreContacts(remarks: String?) throws {
        #expect(try Rows.principal(travel("France", remarks)).contacts == [["FRA", "USA"]])
    }

    /// Business with others, in a third country: the host is the venue alone.
    @Test func businessWithOthers() throws {
        let record = Rows.record(travel("Belgium", "Met with Russian Foreign Minister Sergey Lavrov."))
        #expect(record.principal?.contacts == [])
        #expect(record.encounters.dropFirst().map(\.contacts) == [[["RUS", "USA"]]])
        #expect(record.encounters.last?.place?.country == "BEL")
    }

    /// A list of counterparts: each met the visitor; that they met each other is not told.
    @Test func listsOfCounterparts() throws {
        let record = Rows.record(
            travel(
                "Switzerland",
                "Discussed Syria with Russian Foreign Minister Lavrov and Turkish Foreign Minister Davutoglu."))
        #expect(Set(record.encounters.dropFirst().map(\.contacts)) == [[["RUS", "USA"]], [["TUR", "USA"]]])
    }

    @Test func companionsDoNotLead() throws {
        let visit = try Rows.principal(travel("France", "Accompanied President Obama."))
        #expect(visit.of("USA").map(\.role) == [.delegationMember] && visit.of("USA").map(\.lead) == [false])
    }

    /// A president whom the lexicon does not know is the visitor's, where the visitor accompanied him.
    @Test func whomTheVisitorAccompaniedIsNoHost() throws {
        let record = Rows.record(
            Rows.travel(
                "Henry A. Kissinger", to: "U.S.S.R.", "1974-11-23", "1974-11-24",
                "Accompanied President Ford to a meeting with General Secretary Brezhnev."))
        #expect(record.encounters.flatMap { $0.of("SUN") }.allSatisfy { $0.person != "Ford" })
    }

    /// What is attended after a meeting does not change what the meeting was.
    @Test func aSummitAfterAMeetingIsAnother() throws {
        let record = Rows.record(
            travel("France", "Met with President Sarkozy and Foreign Minister Juppe. Attended the G8 Summit."))
        #expect(record.encounters.dropFirst().first?.kind == .meeting)
    }

    @Test func marksOfTheTableOnTrips() throws {
        func trip(_ flags: String, _ remarks: String?) throws -> Encounter {
            try Rows.principal(
                Rows.document(
                    "Barack Obama of the United States travelled to Iceland, 25 March 2013.", remarks: remarks,
                    [
                        "table": "outbound", "start": "2013-03-25", "end": "2013-03-25", "visitor": "Barack Obama",
                        "from": "United States", "to": "Iceland",
                    ], columns: ["flags": flags]))
        }
        #expect(try trip("stopover", nil).contacts == [])
        #expect(try trip("private", nil).level == .nonOfficial)
        #expect(try trip("military_base", nil).contacts == [])
        #expect(try trip("diplomatic_engagement", nil).contacts == [["ISL", "USA"]])
        #expect(try trip("stopover", "Met with Prime Minister Gunnlaugsson.").contacts == [["ISL", "USA"]])
    }
}
