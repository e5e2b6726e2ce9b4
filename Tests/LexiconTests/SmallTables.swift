import Language

@testable import Lexicon

/// A complete lexicon of a few rows, of which a test may change one table.
struct SmallTables {
    var parties = """
        # source: own = our own compilation
        code|name|kind|sector|from|to|home|note|source
        FRA|France|state|GOV|||||own
        GBR|United Kingdom|state|GOV|||||own
        GEO|Georgia|state|GOV|1991-04-09||||own
        NATO|NATO|alliance|IGO|1949||||own
        USA|United States|state|GOV|||||own
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
        code|title|level|sector|holders|source
        foreign-minister|Foreign Minister|minister|GOV|one|contract
        head-of-state|Head of State|leader|GOV|one|contract
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

    /// Tables that a test adds, by name.
    var further: [String: String] = [:]
    /// Tables that lie over these, by name.
    var overlay: [String: String] = [:]

    /// Columns of the tables that a test may add or lay over others.
    static let heads = [
        "parties": "code|name|kind|sector|from|to|home|note|source",
        "party-names": "code|wording|use|case|source",
        "country-codes": "code|alpha2|source",
        "members": "organisation|member|status|from|to|source",
        "offices": "code|title|level|sector|holders|source",
        "office-names": "code|wording|parties|source",
        "persons": "person|name|aliases|party|office|title|from|to|standing|source",
        "person-names": "person|name|source",
        "bodies": "name|aliases|party|sector|from|to|source",
        "agents": "wording|sector|source",
        "cities": "name|country|kind|latitude|longitude|population|aliases|source",
        "instruments": "code|name|kind|parties|wordings|issues|source",
        "instrument-events": "code|date|event|parties|note|source",
        "series": "code|name|parties|kind|wordings|organiser|from|to|source",
        "series-rounds": "series|round|start|end|place|country|level|note|source",
        "regions": "code|name|members|wordings|source",
    ]

    /// A table of some rows, the first of which stands in line 3.
    static func table(_ kind: String, _ rows: [String]) -> String {
        (["# source: own = our own compilation", heads[kind] ?? ""] + rows).joined(separator: "\n")
    }

    /// Adds a table of some rows.
    mutating func add(_ kind: String, _ rows: String...) { further[kind] = Self.table(kind, rows) }

    /// Lays a table of some rows over ours.
    mutating func lay(_ kind: String, _ rows: String...) { overlay[kind] = Self.table(kind, rows) }

    /// One table as the builder gets it: `|` stands for a tab and `;` for the mark between values.
    static func input(_ file: String, _ text: String) -> LexiconBuilder.Input {
        let tabs = String(text.map { $0 == "|" ? "\t" : $0 == ";" ? "|" : $0 })
        return LexiconBuilder.Input(file: file, text: tabs + "\n")
    }

    /// The tables as the builder gets them.
    var inputs: [LexiconBuilder.Input] {
        let files = [
            ("parties", parties), ("party-names", partyNames), ("offices", offices), ("office-names", officeNames),
            ("persons/some", persons), ("places", places), ("issues", issues), ("cues", cues),
            ("context", context),
        ]
        let added = further.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
        return (files + added).map { name, text in Self.input("Data/\(name).tsv", text) }
    }

    /// The tables that lie over these, as the builder gets them.
    var overlayInputs: [LexiconBuilder.Input] {
        overlay.sorted { $0.key < $1.key }.map { name, text in Self.input("Mine/\(name).tsv", text) }
    }

    /// Compiles, without the table that is to be missing.
    func builder(without missing: String? = nil) -> (builder: LexiconBuilder, bytes: [UInt8]?) {
        var builder = LexiconBuilder()
        let kept = inputs.filter { $0.file != missing.map { "Data/\($0).tsv" } }
        let bytes = try? builder.compile(kept, overlay: overlayInputs)
        return (builder, bytes)
    }

    func lexicon() -> Lexicon? { builder().bytes.flatMap { Lexicon($0) } }

    /// The errors of a build, as people see them.
    func errors() -> [String] { builder().builder.errors.map(\.description) }
}

extension Lexicon {
    /// The entries of a wording, by steps from a root: 0 names, 1 issues, 2 cues, as ``LexiconRoot`` counts them.
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

    /// The entries of a wording under a root.
    func find(_ wording: String, in root: LexiconRoot) -> [Entry] { find(wording, root: root.rawValue) }

    /// The codes of parties.
    func codes(_ parties: [Int]) -> [String] { parties.map { partyCode($0) } }
}
