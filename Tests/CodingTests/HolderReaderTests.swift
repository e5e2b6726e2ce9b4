import Diplomacy
import FoundationEssentials
import Lexicon
import Testing

@testable import Coding

/// Holders of offices as other sources tell them, and how they stand to the lexicon.
@Suite struct HolderReaderTests {
    let reader = HolderReader(lexicon: Embedded.lexicon)

    func value(_ json: String) throws -> JSONValue { try JSONDecoder().decode(JSONValue.self, from: Data(json.utf8)) }

    /// A country's file of the factbook in its least form.
    func file(_ country: String, state: String? = nil, government: String? = nil) throws -> JSONValue {
        var branch: [String: JSONValue] = [:]
        branch["chief of state"] = state.map { .object(["text": .string($0)]) }
        branch["head of government"] = government.map { .object(["text": .string($0)]) }
        return .object([
            "Government": .object([
                "Country name": .object(["conventional short form": .object(["text": .string(country)])]),
                "Executive branch": .object(branch),
            ])
        ])
    }

    func claims(_ country: String, state: String? = nil, government: String? = nil) throws -> [String] {
        reader.factbook(try file(country, state: state, government: government)).claims.map(\.line)
    }

    // MARK: - The World Factbook

    @Test func aCountrysFileTellsTwoHolders() throws {
        let found = try claims(
            "Norway", state: "King ERVIN II (since 17 January 1991)",
            government: "Prime Minister Ervin BRAKSTAD (since 14 October 2021)")
        #expect(
            found == [
                "NOR head-of-state Ervin II 1991-01-17 incumbent",
                "NOR head-of-government Ervin Brakstad 2021-10-14 incumbent",
            ])
    }

    @Test(arguments: [
        ("since 14 May 2017", "2017-05-14"), ("since May 2017", "2017-05"), ("since 2017", "2017"),
        ("since 14 May 2017; reelected", "2017-05-14"),
    ])
    func aDateIsAsExactAsItIsTold(since: String, from: String) throws {
        #expect(
            try claims("Chile", state: "President Ervin BRAKSTAD (\(since))")
                == ["CHL head-of-state Ervin Brakstad \(from) incumbent"])
    }

    @Test func actingIsTold() throws {
        #expect(
            try claims("Peru", state: "Acting President Ervin BRAKSTAD (since 3 June 2014)")
                == ["PER head-of-state Ervin Brakstad 2014-06-03 acting"])
    }

    @Test func severalHoldersOfOneFieldAreAllRead() throws {
        let found = try claims(
            "Ghana",
            state: "President Ervin BRAKSTAD (since 7 January 2013); Vice President Tova LINDQUIST (since 8 March 2014)"
        )
        #expect(
            found == [
                "GHA head-of-state Ervin Brakstad 2013-01-07 incumbent",
                "GHA deputy-head-of-state Tova Lindquist 2014-03-08 incumbent",
            ])
    }

    @Test func whoIsBothIsToldOnce() throws {
        let words = "President Ervin BRAKSTAD (since 7 January 2013)"
        #expect(try claims("Ghana", state: words, government: words).count == 1)
    }

    @Test func aNameAloneHasTheFieldsOffice() throws {
        #expect(
            try claims(
                "Norway", state: "Ervin BRAKSTAD (since May 2014)", government: "Tova LINDQUIST (since June 2015)") == [
                    "NOR head-of-state Ervin Brakstad 2014-05 incumbent",
                    "NOR head-of-government Tova Lindquist 2015-06 incumbent",
                ])
    }

    @Test func tagsAndEntitiesLeaveNoTrace() throws {
        let found = try claims(
            "Peru",
            state:
                "<p>President&nbsp;Jos&eacute; Ram&oacute;n IB&Aacute;&Ntilde;EZ (since 3 June 2014) <strong>note:</strong> none</p>"
        )
        #expect(found == ["PER head-of-state Jose Ramon Ibanez 2014-06-03 incumbent"])
        #expect(HolderReader.plain("a &amp; b &lsquo;c&rsquo; &bogus; d") == "a & b 'c'   d")
        #expect(HolderReader.plain("C&ocirc;te d&apos;Ivoire <i>x</i>") == "Cote d'Ivoire  x")
        #expect(HolderReader.plain("a < b & c, 3 > 2;") == "a   2;")
    }

    @Test func capitalsBecomeNames() {
        #expect(HolderReader.cased("Emmanuel MACRON") == "Emmanuel Macron")
        #expect(HolderReader.cased("King FELIPE VI") == "King Felipe VI")
        #expect(HolderReader.cased("Jean-Claude JUNCKER-ROY") == "Jean-Claude Juncker-Roy")
        #expect(HolderReader.cased("XI Jinping") == "XI Jinping")
        #expect(HolderReader.cased("A. B. LEE") == "A. B. Lee")
        #expect(HolderReader.cased("") == "")
    }

    @Test func theLongFormServesWhereThereIsNoShortOne() throws {
        let json = """
            {"Government":{"Country name":{"conventional short form":{"text":"none"},
            "conventional long form":{"text":"Republic of Chile"}},
            "Executive branch":{"chief of state":{"text":"President Ervin BRAKSTAD (since 2014)"}}}}
            """
        #expect(reader.factbook(try value(json)).claims.map(\.party) == ["CHL"])
    }

    @Test func anUnknownCountryIsReported() throws {
        let found = reader.factbook(try file("Zembla", state: "King CHARLES (since 1936)"))
        #expect(found.claims == [])
        #expect(found.unread == ["no party is called Zembla"])
    }

    @Test func whatCannotBeToldIsReported() throws {
        let found = reader.factbook(try file("Chile", state: "(vacant) (since 3 May 2014); consult the embassy"))
        #expect(found.claims == [])
        #expect(found.unread.count == 1)
        #expect(found.unread.allSatisfy { $0.hasPrefix("CHL: ") })
    }

    @Test(arguments: [
        "null", "[]", "{}", "3", #""Government""#, #"{"Government":[]}"#, #"{"Government":{"Country name":"Chile"}}"#,
        #"{"Government":{"Country name":{"conventional short form":{"text":7}}}}"#,
    ])
    func anotherShapeGivesNothing(json: String) throws {
        let found = reader.factbook(try value(json))
        #expect(found.claims == [])
        #expect(found.unread == [])
    }

    // MARK: - Wikidata

    func wikidata(_ rows: [[String: String]]) -> (claims: [HolderClaim], unread: [String]) {
        let bindings = rows.map { row in
            JSONValue.object(row.mapValues { .object(["type": .string("literal"), "value": .string($0)]) })
        }
        return reader.wikidata(.object(["results": .object(["bindings": .array(bindings)])]))
    }

    @Test func aRowIsAClaim() {
        let found = wikidata([
            [
                "personLabel": "Ervin Brakstad", "positionLabel": "Minister of Foreign Affairs", "iso3": "NOR",
                "start": "2014-05-26T00:00:00Z", "end": "2015-02-01T00:00:00Z",
            ]
        ])
        #expect(found.unread == [])
        #expect(found.claims.map(\.line) == ["NOR foreign-minister Ervin Brakstad 2014-05-26..2015-02-01 incumbent"])
    }

    /// The query service writes a year as its first day at midnight.
    @Test func theFirstOfJanuaryIsAYear() {
        let found = wikidata([
            [
                "personLabel": "Ervin Brakstad", "positionLabel": "Minister of Defence", "iso3": "NOR",
                "start": "2014-01-01T00:00:00Z", "end": "2015-01-02T00:00:00Z",
            ]
        ])
        #expect(found.claims.map(\.from) == ["2014"])
        #expect(found.claims.map(\.to) == ["2015-01-02"])
    }

    @Test func thePositionTellsThePartyWhereTheCodeDoesNot() {
        let found = wikidata([
            ["personLabel": "Ervin Brakstad", "positionLabel": "Minister of Foreign Affairs of Norway"],
            ["personLabel": "Tova Lindquist", "positionLabel": "acting Prime Minister of Chile", "start": "unknown"],
        ])
        #expect(
            found.claims.map(\.line) == [
                "NOR foreign-minister Ervin Brakstad  incumbent", "CHL head-of-government Tova Lindquist  acting",
            ])
    }

    static let scoped: [(position: String, code: String, office: String)] = [
        ("United States Secretary of State", "USA", "foreign-minister"),
        ("Foreign Secretary", "GBR", "foreign-minister"),
        ("Chancellor", "DEU", "head-of-government"), ("Chancellor of Austria", "AUT", "head-of-government"),
        ("Minister of Foreign Affairs", "FRA", "foreign-minister"), ("Secretary of State", "VAT", "head-of-government"),
    ]

    /// A title of several states is the office that it is in the claim's state.
    @Test(arguments: scoped)
    func aTitleIsTheOfficeOfItsState(position: String, code: String, office: String) {
        let found = wikidata([["personLabel": "Ervin Brakstad", "positionLabel": position, "iso3": code]])
        #expect(found.claims.map(\.office) == [office])
    }

    @Test func missingPartsAreReported() {
        let found = wikidata([
            ["positionLabel": "Minister of Foreign Affairs", "iso3": "NOR"],
            ["personLabel": "Ervin Brakstad", "iso3": "NOR"],
            ["personLabel": "Ervin Brakstad", "positionLabel": "keeper of the lighthouse", "iso3": "NOR"],
            ["personLabel": "Ervin Brakstad", "positionLabel": "Minister of Foreign Affairs"],
            ["personLabel": "Ervin Brakstad", "positionLabel": "Minister of Foreign Affairs", "iso3": "CHL"],
            [:],
        ])
        #expect(found.claims.map(\.party) == ["CHL"])
        #expect(found.unread.map { $0.prefix(6) } == ["row 1:", "row 2:", "row 3:", "row 4:", "row 6:"])
    }

    @Test(arguments: ["null", "[]", "{}", #"{"results":[]}"#, #"{"results":{"bindings":{}}}"#])
    func aResultOfAnotherShapeIsReported(json: String) throws {
        let found = reader.wikidata(try value(json))
        #expect(found.claims == [])
        #expect(found.unread.count == 1)
        #expect(found.unread.allSatisfy { $0.contains("results.bindings") })
    }

    @Test func anEmptyResultIsNoMistake() throws {
        let found = reader.wikidata(try value(#"{"results":{"bindings":[]}}"#))
        #expect(found.claims == [])
        #expect(found.unread == [])
    }
}

extension HolderClaim {
    fileprivate var line: String {
        "\(party) \(office) \(name) \(from)\(to.isEmpty ? "" : ".." + to) \(standing.rawValue)"
    }
}
