import Diplomacy
import Testing

/// Roles, leads, levels, sectors and offices of participants, and how encounters stand to each other.
@Suite struct RoleTests {
    @Test(arguments: [
        ("Emmanuel Macron received Friedrich Merz in Paris on Tuesday.", ["host", "guest"]),
        ("Friedrich Merz was received by Emmanuel Macron in Paris on Tuesday.", ["host", "guest"]),
        ("Emmanuel Macron and Friedrich Merz spoke by telephone on Tuesday.", ["participant", "participant"]),
    ])
    func roles(sentence: String, roles: [String]) {
        #expect(read(sentence).principal?.participants.compactMap(\.role?.rawValue) == roles)
    }

    /// The level of an encounter is the lower of its two leads'.
    @Test(arguments: [
        ("Vladimir Putin met Xi Jinping in Beijing on Monday.", Level.leader),
        ("Vladimir Putin met Wang Yi in Moscow on Monday.", .minister),
        ("Sergei Lavrov met Hakan Fidan in Antalya on Monday.", .minister),
        ("Deputy Foreign Minister of Russia Mikhail Galuzin met Wang Yi on Monday.", .viceMinister),
    ])
    func levels(sentence: String, level: Level) { #expect(read(sentence).principal?.level == level) }

    @Test func theHighestLeads() throws {
        let text = "Xi Jinping and Wang Yi met Vladimir Putin and Sergei Lavrov in Beijing on Monday."
        let principal = try #require(read(text).principal)
        #expect(Set(principal.participants.filter(\.lead).compactMap(\.person)) == ["Xi Jinping", "Vladimir Putin"])
        #expect(principal.level == .leader)
    }

    @Test func officesByTextAndByLexicon() throws {
        let named = try #require(read("Turkish Foreign Minister Hakan Fidan met Sergei Lavrov on Monday.").principal)
        let fidan = try #require(named.participants.first { $0.party == "TUR" })
        let lavrov = try #require(named.participants.first { $0.party == "RUS" })
        #expect(fidan.offices.first == OfficeClaim(title: "Foreign Minister", basis: "text"))
        #expect(lavrov.offices.first?.basis == "lexicon")
    }

    @Test(arguments: [
        ("Mark Rutte met Volodymyr Zelenskyy on Monday.", "NATO", "IGO"),
        ("Rafael Grossi met Abbas Araghchi in Tehran on Monday.", "IAEA", "IGO"),
        ("Emmanuel Macron met Volodymyr Zelenskyy on Monday.", "FRA", "GOV"),
    ])
    func sectors(sentence: String, party: String, sector: String) {
        let participants = read(sentence).principal?.participants ?? []
        #expect(participants.first { $0.party == party }?.sector == sector)
    }

    @Test func aMeetingOfAVisitIsPartOfIt() throws {
        let record = read(
            """
            Emmanuel Macron arrived in New Delhi on Monday for a three-day visit. Narendra Modi received Emmanuel Macron on \
            Tuesday.
            """)
        let visit = try #require(record.encounters.first { $0.kind == .visit })
        let meeting = try #require(record.encounters.first { $0.kind != .visit })
        #expect(meeting.relations == [Relation(kind: .partOf, encounter: visit.id)])
        #expect(visit.relations.isEmpty)
    }

    /// What was held on Tuesday is no part of a visit that lies ahead.
    @Test func noPartOfAVisitAhead() {
        let record = read(
            "Narendra Modi met Emmanuel Macron in Delhi on Tuesday. Emmanuel Macron will visit Mumbai on Friday.")
        #expect(record.encounters.flatMap(\.relations).isEmpty)
    }

    @Test func indirectTalks() {
        #expect(
            read("Iran and the United States held indirect talks in Muscat on Saturday.").principal?.format == .indirect
        )
        #expect(read("Iran and the United States held talks in Muscat on Saturday.").principal?.format == .direct)
    }

    @Test func theHostsCapitalLeavesANote() {
        #expect(read("Emmanuel Macron received Friedrich Merz on Tuesday.").codes.contains("venue-from-host"))
        #expect(read("Emmanuel Macron received Friedrich Merz in Paris on Tuesday.").codes.isEmpty)
    }

    /// Topics after "in" are no venue.
    @Test(arguments: [
        "Emmanuel Macron met Friedrich Merz on Monday; they discussed the war in Ukraine and the situation in Gaza.",
        "Sergei Lavrov and Hakan Fidan met on Monday and discussed the conflict in Syria.",
    ])
    func topicsAreNoVenue(sentence: String) { #expect(read(sentence).principal?.venue == "?") }
}
