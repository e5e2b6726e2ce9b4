import Coding
import Diplomacy
import Testing

/// The example of the record's contract, column by column.
@Suite struct ContractExampleTests {
    static let example = document(
        """
        ANKARA, March 12 (Example Wire) - Russian Foreign Minister Sergei Lavrov and his Turkish counterpart Hakan Fidan met \
        in Antalya on Wednesday, the Turkish Foreign Ministry said. They discussed the safety of shipping in the Black Sea \
        and the war in Ukraine; no joint statement was issued. Lavrov will travel on to Baku on Friday. A meeting between \
        Lavrov and Ukraine's foreign minister, of which some outlets had written, did not take place, the spokeswoman of the \
        Russian ministry said. The two ministers last met in Moscow in May 2025.
        """,
        title: "Lavrov and Fidan discuss Black Sea shipping in Antalya",
        source: Source(name: "Example Wire", kind: .agency, country: "GBR"))
    static let documents = [example]

    let encounters = Embedded.coder.record(for: example).encounters

    @Test func standing() {
        #expect(encounters.map(\.principal) == [true, false, false, false])
        #expect(encounters.map(\.status) == [.held, .announced, .denied, .held])
    }

    @Test func mediums() {
        #expect(encounters.allSatisfy { $0.medium == .inPerson && $0.format == .direct })
        #expect(encounters.dropFirst().map(\.kind) == [.visit, .meeting, .meeting])
    }

    @Test func dates() { #expect(encounters.map(\.day) == ["2026-03-11", "2026-03-13", "?", "2025-05"]) }

    /// Ankara is the dateline, and nobody's venue.
    @Test func places() {
        #expect(encounters.map(\.venue) == ["Antalya/TUR", "Baku/AZE", "?", "Moscow/RUS"])
        #expect(encounters.compactMap(\.place).allSatisfy { $0.basis == .stated })
    }

    @Test func participants() {
        #expect(
            encounters.map(\.cast) == [
                "RUS:Sergei Lavrov TUR:Hakan Fidan", "RUS:Sergei Lavrov AZE", "RUS:Sergei Lavrov UKR:Andrii Sybiha",
                "RUS:Sergei Lavrov TUR:Hakan Fidan",
            ])
    }

    /// The text names the office; the lexicon, its holder on the day.
    @Test func aNameByTheLexiconSaysSo() {
        let bases = encounters.flatMap(\.participants).filter { $0.basis == "lexicon" }.compactMap(\.person)
        #expect(bases == ["Andrii Sybiha"])
    }

    @Test func offices() throws {
        let principal = try #require(encounters.first)
        #expect(principal.participants.map(\.office) == ["Foreign Minister", "Foreign Minister"])
        #expect(principal.participants.map(\.level) == [.minister, .minister])
        #expect(principal.participants.allSatisfy { $0.sector == "GOV" && $0.standing == .incumbent && $0.lead })
        #expect(principal.level == .minister)
    }

    @Test func outcomes() {
        #expect(encounters.map(\.outcome.kind) == [.noneReported, .notApplicable, .notApplicable, .notStated])
    }
}
