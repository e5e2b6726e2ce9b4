import Language

@testable import Lexicon

/// A complete lexicon of a few rows, of which a test may change one table.
struct SmallTables {
    var parties = """
        # source: own = our own compilation
        code|name|kind|sector|from|to|members|source
        FRA|France|state|GOV||||own
        GBR|United Kingdom|state|GOV||||own
        GEO|Georgia|state|GOV|1991-04-09|||own
        NATO|NATO|alliance|IGO|1949||FRA;GBR|own
        USA|United States|state|GOV||||own
        """
    var partyNames = """
        # source: own = our own compilation
        code|wording|use|case|source
        FRA|France|name|capital|own
        FRA|French|adjective|capital|own
        FRA|Paris|capital|capital|own
        GBR|Downing Street|metonym|capital|own
        GBR|United Kingdom|name|capital|own
        GEO|Georgia|name|capital|own
        NATO|NATO|abbreviation|exact|own
        USA|Georgia|name|capital|own
        USA|United States|name|capital|own
        USA|US|abbreviation|exact|own
        """
    var offices = """
        # source: contract = levels of the contract
        code|title|level|sector|source
        foreign-minister|Foreign Minister|minister|GOV|contract
        head-of-state|Head of State|leader|GOV|contract
        """
    var officeNames = """
        # source: own = our own compilation
        code|wording|parties|source
        foreign-minister|foreign minister||own
        foreign-minister|foreign secretary|GBR|own
        foreign-minister|secretary of state|USA|own
        head-of-state|president||own
        """
    var persons = """
        # source: own = our own compilation
        person|name|aliases|party|office|title|from|to|standing|source
        barnier-michel|Michel Barnier||FRA|foreign-minister|Minister of Foreign Affairs|2004-03-31|2005-06-02||own
        chirac-jacques|Jacques Chirac||FRA|head-of-state|President|1995-05-17|2007-05-16||own
        villepin-dominique|Dominique de Villepin|Galouzeau de Villepin|FRA|foreign-minister||2002-05-07|2004-03||own
        villepin-dominique|Dominique de Villepin||FRA|head-of-state|Acting President|2004-03-01|2004-03-10|acting|own
        straw-jack|Straw/ Jack||GBR|foreign-minister||2001|2006-05||own
        """
    var places = """
        # source: own = our own compilation
        name|country|kind|latitude|longitude|population|aliases|source
        Chequers|GBR|residence|51.7428|-0.7817||@Aylesbury;Chequers Court|own
        Paris|FRA|capital|48.8534|2.3488|2138551||own
        """
    var issues = """
        # source: own = our own compilation
        code|wording|source
        arms-control|arms control|own
        energy|energy|own
        energy|!renewed energy|own
        """
    var cues = """
        # source: own = our own compilation
        class|wording|form|source
        verb.meet|met|past-or-participle|own
        verb.meet|meets|third|own
        say.official|according to officials||own
        """
    var context = """
        # source: own = our own compilation
        class|wording|form|source
        what.document|treaty||own
        """

    /// The tables as the builder gets them: `|` stands for a tab and `;` for the mark between values.
    var inputs: [LexiconBuilder.Input] {
        let files = [
            ("parties", parties), ("party-names", partyNames), ("offices", offices), ("office-names", officeNames),
            ("persons/some", persons), ("places", places), ("issues", issues), ("cues", cues),
            ("context", context),
        ]
        return files.map { name, text in
            let tabs = String(text.map { $0 == "|" ? "\t" : $0 == ";" ? "|" : $0 })
            return LexiconBuilder.Input(file: "Data/\(name).tsv", text: tabs + "\n")
        }
    }

    /// Compiles, without the table that is to be missing.
    func builder(without missing: String? = nil) -> (builder: LexiconBuilder, bytes: [UInt8]?) {
        var builder = LexiconBuilder { wording in
            Wordings.split(wording).map { token, start in
                WordingToken(key: token.key, isCapital: token.has(.capital), start: start)
            }
        }
        let kept = inputs.filter { $0.file != missing.map { "Data/\($0).tsv" } }
        let bytes = try? builder.compile(kept)
        return (builder, bytes)
    }

    func lexicon() -> Lexicon? { builder().bytes.flatMap { Lexicon($0) } }

    /// The errors of a build, as people see them.
    func errors() -> [String] { builder().builder.errors.map(\.description) }
}

extension Lexicon {
    /// The entries of a wording, by steps from a root: 0 names, 1 issues, 2 cues.
    func find(_ wording: String, root: UInt32 = 0) -> [Entry] {
        var node = root
        for token in Wordings.split(wording) {
            let word = word(token.token.key)
            guard word != 0 else { return [] }
            node = step(node, word)
            guard node != 0 else { return [] }
        }
        return entries(node).map { entry($0) }
    }
}
