import Testing

@testable import Lexicon

/// A person is found by every form of the name that news writes, and by no form that is another's.
@Suite struct PersonNameTests {
    /// The keys of the persons of a wording, with a mark where it is a family name alone.
    func found(_ wording: String, _ tables: SmallTables) throws -> [String] {
        let lexicon = try #require(tables.lexicon())
        return lexicon.find(wording).filter { $0.kind == .person }
            .map { lexicon.person($0.index).key + ($0.isFamilyName ? " (family)" : "") }
    }

    /// The small tables and one person of this name and these aliases.
    func tables(name: String, aliases: String = "") -> SmallTables {
        var tables = SmallTables()
        tables.persons += "\nx|\(name)|\(aliases)|GEO|head-of-state||2004|2008||own"
        return tables
    }

    @Test(arguments: [
        ("Mohammed al-Sahaf", "Mohammed al-Sahaf", "x"), ("Mohammed al-Sahaf", "mohammed al sahaf", "x"),
        ("Mohammed al-Sahaf", "al-Sahaf", "x (family)"), ("Mohammed al-Sahaf", "Sahaf", "x (family)"),
        ("al-Sahaf", "al-Sahaf", "x (family)"), ("Nurlan Kozhayev", "Nurlan Kozhaev", "x"),
        ("Nurlan Kozhayev", "Kozhaev", "x (family)"), ("Oleh Brodsky", "Oleh Brodskiy", "x"),
        ("Oleh Brodsky", "BRODSKYI", "x (family)"), ("Wang/ Bo", "Wang Bo", "x"), ("Wang/ Bo", "Wang", "x (family)"),
        ("Çağrı Ünlü", "Cagri Unlu", "x"), ("Ilham Aliyev", "Aliev", "x (family)"),
        ("Charles III", "Charles III", "x"), ("Madonna", "Madonna", "x (family)"),
    ])
    func formsOfAName(name: String, wording: String, expected: String) throws {
        #expect(try found(wording, tables(name: name)) == [expected])
    }

    @Test(arguments: [
        ("Mohammed al-Sahaf", "Mohammed"), ("Mohammed al-Sahaf", "al"), ("Wang/ Bo", "Bo"), ("Charles III", "III"),
        ("Charles III", "Charles"), ("Nurlan Kozhayev", "Kozhay"),
    ])
    func whatIsNoFormOfAName(name: String, wording: String) throws {
        #expect(try found(wording, tables(name: name)) == [])
    }

    /// Ben, Al and Di are given names, too, where they begin a name of two words.
    @Test(arguments: [("Ben Rivers", "Rivers"), ("Al Rivers", "Rivers"), ("Du/ Rivers", "Du")])
    func aGivenNameThatLooksLikeAParticle(name: String, family: String) throws {
        let tables = tables(name: name)
        #expect(try found(name.filter { $0 != "/" }, tables) == ["x"])
        #expect(try found(family, tables) == ["x (family)"])
    }

    @Test(
        arguments: [
            ("Viktor Lakos", "Lakos Viktor", "Lakos Viktor", "x"), ("Viktor Lakos", "Lakos Viktor", "Viktor", nil),
            ("Viktor Lakos", "Victor Lakosh", "Lakosh", "x (family)"),
            ("Viktor Lakos", "Lakosh", "Lakosh", "x (family)"),
            ("Jan van Meer", "Van Meer", "Van Meer", "x (family)"),
            ("Jan van Meer", "Jan Pieter van Meer", "Jan Pieter van Meer", "x"),
            ("Viktor Lakos", "V. Lakos;Viktor the Mild", "Viktor the Mild", "x"),
            ("Viktor Lakos", "V. Lakos;Viktor the Mild", "Mild", nil),
        ] as [(String, String, String, String?)])
    func aliases(name: String, aliases: String, wording: String, expected: String?) throws {
        #expect(try found(wording, tables(name: name, aliases: aliases)) == (expected.map { [$0] } ?? []))
    }

    // MARK: - person-names.tsv

    @Test(arguments: [
        ("Jakob Chirak", "Jakob Chirak", "chirac-jacques"), ("Jakob Chirak", "Chirak", "chirac-jacques (family)"),
        ("Shirak", "Shirak", "chirac-jacques (family)"), ("Chirac Jacques", "Chirac Jacques", "chirac-jacques"),
        ("Жак Ширак", "Жак Ширак", "chirac-jacques"), ("Jacques René Chirac", "Jacques Rene Chirac", "chirac-jacques"),
    ])
    func aFurtherNameOfAPerson(name: String, wording: String, expected: String) throws {
        var tables = SmallTables()
        tables.add("person-names", "chirac-jacques|\(name)|own")
        #expect(try found(wording, tables) == [expected])
        #expect(try found("Jacques Chirac", tables) == ["chirac-jacques"])
    }

    @Test func aFurtherNameLeavesTheDisplayName() throws {
        var tables = SmallTables()
        tables.add("person-names", "chirac-jacques|Jakob Chirak|own", "chirac-jacques|Jaques Shirak|own")
        let lexicon = try #require(tables.lexicon())
        let entry = try #require(lexicon.find("Jaques Shirak").first)
        #expect(lexicon.person(entry.index).name == "Jacques Chirac")
        #expect(lexicon.person(entry.index).family == "Chirac")
        #expect(lexicon.personCount == 4)
        #expect(lexicon.origin(of: entry) == .init(table: "Data/person-names.tsv", line: 4))
    }

    @Test func mistakesInFurtherNames() {
        var tables = SmallTables()
        tables.add("person-names", "chirak|Jakob Chirak|own")
        expectOne(
            tables.errors(), "Data/person-names.tsv:3:1: error: expected a person of persons/*.tsv",
            "found \"chirak\"; add the person or mend the key")
        tables.add("person-names", "chirac-jacques|-|own")
        expectOne(tables.errors(), "Data/person-names.tsv:3:16: error: expected a wording of at least one word")
    }
}
