/// Titles of visitors in tables: those in Chinese, and English ones that stand before a name and that reports seldom use.
enum VisitTitles {
    struct Title {
        /// In English, as it stands before a name.
        var words: String
        /// Codes of the lexicon's offices, the likeliest first.
        var offices: [String]
        var office: String { offices.first ?? "senior-official" }
    }

    /// By the words of the Chinese table.
    static let chinese: [String: Title] = [
        "总统": Title(words: "President", offices: ["head-of-state"]),
        "总理": Title(words: "Prime Minister", offices: ["head-of-government"]),
        "首相": Title(words: "Prime Minister", offices: ["head-of-government"]),
        "国王": Title(words: "King", offices: ["head-of-state"]),
        "女王": Title(words: "Queen", offices: ["head-of-state"]),
        "苏丹": Title(words: "Sultan", offices: ["head-of-state"]),
        "埃米尔": Title(words: "Emir", offices: ["head-of-state"]),
        "大公": Title(words: "Grand Duke", offices: ["head-of-state"]),
        "亲王": Title(words: "Prince", offices: ["head-of-state"]),
        "国家主席": Title(words: "President", offices: ["head-of-state"]),
        "国家主席/总书记": Title(words: "President and General Secretary", offices: ["head-of-state", "supreme-leader"]),
        "主席": Title(words: "President", offices: ["head-of-state", "organisation-head"]),
        "联邦主席": Title(words: "President of the Confederation", offices: ["head-of-state"]),
        "国务资政": Title(words: "State Counsellor", offices: ["head-of-government"]),
        "委员长": Title(words: "Chairman", offices: ["supreme-leader", "head-of-state"]),
        "国务委员会主席": Title(words: "President of the Council of State", offices: ["head-of-state"]),
        "最高人民委员会主席": Title(words: "President of the Presidium", offices: ["head-of-state"]),
    ]

    /// Titles by the institution of the European Union that the Chinese table names where others have a country.
    static let ofInstitutions = [
        "欧洲理事会": "President of the European Council", "欧盟委员会": "President of the European Commission",
    ]

    private static let english: [Title] = [
        Title(words: "Governor General", offices: ["head-of-state"]),
        Title(words: "Grand Duchess", offices: ["head-of-state"]),
        Title(words: "Grand Duke", offices: ["head-of-state"]),
        Title(words: "General Secretary", offices: ["supreme-leader"]),
        Title(words: "Vice Premier", offices: ["deputy-head-of-government"]),
        Title(words: "Vice President", offices: ["deputy-head-of-state"]),
        Title(words: "President-elect", offices: ["head-of-state"]),
        Title(words: "Prime Minister-elect", offices: ["head-of-government"]),
        Title(words: "Shah", offices: ["head-of-state"]),
        Title(words: "Amir", offices: ["head-of-state"]),
        Title(words: "Emir", offices: ["head-of-state"]),
        Title(words: "Emperor", offices: ["head-of-state"]),
        Title(words: "Sultan", offices: ["head-of-state"]),
        Title(words: "King", offices: ["head-of-state"]),
        Title(words: "Queen", offices: ["head-of-state"]),
        Title(words: "Pope", offices: ["head-of-state"]),
        Title(words: "Premier", offices: ["head-of-government"]),
        Title(words: "Chancellor", offices: ["head-of-government"]),
        Title(words: "Chairman", offices: ["head-of-state"]),
        Title(words: "Crown Prince", offices: ["crown-prince"]),
        Title(words: "Crown Princess", offices: ["royal"]),
        Title(words: "Princess", offices: ["royal"]),
        Title(words: "Prince", offices: ["royal"]),
    ]

    /// The title that a visitor's cell begins with, and how many words it has.
    static func leading(_ visitor: String) -> (title: Title, words: Int)? {
        english.first { visitor.hasPrefix($0.words + " ") }.map { ($0, $0.words.split(separator: " ").count) }
    }
}
