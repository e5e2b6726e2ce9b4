import Diplomacy
import Lexicon
import Testing

@testable import Coding

/// How a claim of another source stands to the lexicon, and who holds an office.
@Suite struct HolderDifferenceTests {
    func claim(
        _ name: String, _ party: String, _ office: String, from: String = "", to: String = "",
        standing: Standing = .incumbent
    ) -> HolderClaim {
        HolderClaim(
            name: name, party: party, office: office, title: "Title", from: from, to: to, standing: standing)
    }

    func difference(_ claim: HolderClaim) throws -> HolderDifference {
        try #require(HolderReader(lexicon: Embedded.lexicon).differences([claim]).first)
    }

    static let same: [(name: String, party: String, office: String, from: String)] = [
        ("Angela Merkel", "DEU", "head-of-government", "2005-11-22"),
        ("Angela Merkel", "DEU", "head-of-government", "2005-11"),
        ("Angela Merkel", "DEU", "head-of-government", "2005"),
        ("Angela Merkel", "DEU", "head-of-government", ""),
        ("Sergey Lavrov", "RUS", "foreign-minister", "2004-03-09"),
        ("Vladimir Vladimirovich Putin", "RUS", "head-of-state", "2012-05-07"),
    ]

    @Test(arguments: same)
    func whatTheLexiconHasIsTheSame(name: String, party: String, office: String, from: String) throws {
        let found = try difference(claim(name, party, office, from: from))
        #expect(found.kind == .same)
        #expect(found.ours == "" && found.holder == "")
    }

    @Test func aKnownPersonHasTheLexiconsNameAndKey() throws {
        let found = try difference(claim("Sergey Lavrov", "RUS", "foreign-minister", from: "2004-03-09"))
        #expect(found.key == "lavrov-sergei")
        #expect(found.claim.name == "Sergei Lavrov")
    }

    @Test func anotherDateIsToldBesideOurs() throws {
        let found = try difference(claim("Angela Merkel", "DEU", "head-of-government", from: "2006-03-01"))
        #expect(found.kind == .otherDate)
        #expect(found.ours == "2005-11-22 to 2021-12-08")
        #expect(found.holder == "")
    }

    @Test func anotherOfficeIsANewTermBesideItsHolder() throws {
        let found = try difference(claim("Angela Merkel", "DEU", "foreign-minister", from: "2007-02-03"))
        #expect(found.kind == .newTerm)
        #expect(found.key == "merkel-angela")
        #expect(found.holder == "Frank-Walter Steinmeier")
        #expect(found.ours == "")
    }

    @Test func anUnknownPersonStandsBesideTheHolder() throws {
        let found = try difference(claim("Ervin Brakstad", "DEU", "head-of-government", from: "2010-05-01"))
        #expect(found.kind == .newPerson)
        #expect(found.key == "brakstad-ervin")
        #expect(found.holder == "Angela Merkel")
    }

    /// Somebody of the same name in another state is another.
    @Test func anotherStatesPersonIsUnknown() throws {
        #expect(try difference(claim("Angela Merkel", "NOR", "head-of-government", from: "2010")).kind == .newPerson)
    }

    @Test(arguments: [("Nowhere", "head-of-government"), ("DEU", "keeper-of-the-lighthouse")])
    func whatTheLexiconHasNoCodeForIsUnknown(party: String, office: String) throws {
        let found = try difference(claim("Ervin Brakstad", party, office, from: "2010-05-01"))
        #expect(found.kind == .newPerson)
        #expect(found.holder == "")
    }

    @Test func keysAreFoldedNames() {
        #expect(HolderReader.key("José Ramón Ibáñez") == "ibanez-jose-ramon")
        #expect(HolderReader.key("Lula") == "lula")
        #expect(HolderReader.key("") == "")
    }

    @Test func aRowHasTenFields() throws {
        let claims = [
            claim("Ervin Brakstad", "DEU", "head-of-government", from: "2010-05-01"),
            claim("Angela Merkel", "DEU", "foreign-minister", from: "2007", to: "2008-03", standing: .acting),
        ]
        let rows = HolderReader(lexicon: Embedded.lexicon).differences(claims).map { $0.row(source: "mine") }
        #expect(
            rows == [
                "brakstad-ervin\tErvin Brakstad\t\tDEU\thead-of-government\tTitle\t2010-05-01\t\t\tmine",
                "merkel-angela\tAngela Merkel\t\tDEU\tforeign-minister\tTitle\t2007\t2008-03\tacting\tmine",
            ])
    }

    /// A tab or a line's end in another source's name must not become a field or a row.
    @Test(arguments: ["Ervin\tBrakstad", "Ervin\nBrakstad", "Ervin|Brakstad"])
    func aRowHasTenFieldsWhateverTheName(name: String) throws {
        let row = try difference(claim(name, "DEU", "head-of-government", from: "2010-05-01")).row(source: "mine")
        #expect(row.split(separator: "\t", omittingEmptySubsequences: false).count == 10)
        #expect(!row.contains("\n"))
    }

    @Test func eachClaimHasItsDifference() {
        let claims = (0..<5).map { claim("Ervin Brakstad", "DEU", "head-of-government", from: "201\($0)") }
        #expect(HolderReader(lexicon: Embedded.lexicon).differences(claims).map(\.claim.from) == claims.map(\.from))
        #expect(HolderReader(lexicon: Embedded.lexicon).differences([]).isEmpty)
    }

    // MARK: - Who holds an office

    func holder(_ party: String, _ office: String, _ day: String, _ words: String) throws -> String? {
        let lexicon = Embedded.lexicon
        let term = lexicon.holder(
            party: try #require(lexicon.party(code: party)).index,
            office: try #require(lexicon.office(code: office)).index,
            on: try #require(Day(iso: day)), words: words)
        return term.map { lexicon.person($0.person).name }
    }

    static let heads: [(words: String, holder: String?)] = [
        ("Director of the Mossad", "David Barnea"), ("the Mossad chief", "David Barnea"),
        ("head of the Shin Bet", "Ronen Bar"), ("Head of Military Intelligence", "Aharon Haliva"),
        ("the director", nil), ("the spy chief", nil), ("", nil),
    ]

    @Test(arguments: heads)
    func theWordsPickOneOfSeveralHeads(words: String, holder: String?) throws {
        #expect(try self.holder("ISR", "intelligence-head", "2022-01-05", words) == holder)
    }

    @Test func anOfficeOfOneHolderNeedsNoWords() throws {
        #expect(try holder("RUS", "foreign-minister", "2014-02-03", "") == "Sergei Lavrov")
        #expect(try holder("RUS", "foreign-minister", "1890-02-03", "") == nil)
    }

    @Test func anOfficeOfManyHasNoHolder() throws {
        #expect(try holder("RUS", "ambassador", "2014-02-03", "Ambassador to China") == nil)
    }
}
