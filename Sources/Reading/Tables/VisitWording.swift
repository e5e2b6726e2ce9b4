import Diplomacy

/// How the sentence of a row names countries, months, purposes and gatherings.
enum VisitWording {
    /// A gathering, in English and with its city.
    struct Gathering: Hashable {
        var name: String
        var city: String
    }

    static func month(_ number: Int) -> String {
        let names = [
            "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
            "November",
            "December",
        ]
        return names.indices.contains(number - 1) ? names[number - 1] : ""
    }

    /// "9 to 13 June 2021", "29 October to 1 November 2021".
    static func days(_ start: Day, _ end: Day) -> String {
        let (a, b) = (start.civil, end.civil)
        let last = "\(b.day) \(month(b.month)) \(b.year)"
        if start == end { return last }
        if a.year != b.year { return "\(a.day) \(month(a.month)) \(a.year) to \(last)" }
        return a.month == b.month ? "\(a.day) to \(last)" : "\(a.day) \(month(a.month)) to \(last)"
    }

    /// A country of a table in running words: "the Federal Republic of Germany" for "Germany, Federal Republic of", "South
    /// Korea" for "Korea, South", "the United Kingdom".
    static func country(_ name: String) -> String {
        var words = name
        if let comma = name.firstIndex(of: ","), name.index(after: comma) < name.endIndex {
            let rest = name[name.index(after: comma)...].drop { $0 == " " }
            words = "\(rest) \(name[..<comma])"
        }
        return takesArticle(words) ? "the \(words)" : words
    }

    private static func takesArticle(_ name: String) -> Bool {
        let starts = [
            "United ", "Netherlands", "Philippines", "Bahamas", "Maldives", "U.S.S.R.", "Democratic ", "Dominican ",
            "Czech ", "Slovak ", "Kyrgyz ", "German Democratic", "Republic of", "Federal Republic", "People",
            "Central ",
            "Marshall ", "Solomon ", "Cook ", "Comoros", "Seychelles", "Holy See", "Palestinian", "West Bank",
            "Union of",
            "Somali Republic", "Khmer ", "Former ", "Federated ", "Bosnian ", "Yemen Arab",
        ]
        return starts.contains { name.hasPrefix($0) }
    }

    /// A kind of visit of the Chinese table in English: the terms of Chinese protocol.
    static func purpose(_ kind: String) -> String? {
        switch kind {
        case "国事访问": "a state visit"
        case "正式访问": "an official visit"
        case "工作访问": "a working visit"
        case "来华出席": "attendance at an event in China"
        case "会见/会谈(双边)": "a bilateral meeting or talks"
        default: nil
        }
    }

    /// The gathering that a list of participants is of: "summit supplement (G20杭州2016)".
    static func gathering(in origin: String) -> Gathering? {
        gatherings.first { origin.contains($0.mark) }.map { Gathering(name: $0.name, city: $0.city) }
    }

    private static let gatherings: [(mark: String, name: String, city: String)] = [
        ("CICA上海2014", "CICA summit of 2014", "Shanghai"),
        ("APEC北京2014", "APEC leaders' meeting of 2014", "Beijing"),
        ("G20杭州2016", "G20 summit of 2016", "Hangzhou"),
        ("一带一路论坛2017", "Belt and Road Forum of 2017", "Beijing"),
        ("上合青岛2018", "SCO summit of 2018", "Qingdao"),
        ("中非论坛北京2018", "Forum on China-Africa Cooperation of 2018", "Beijing"),
        ("进博会上海2018", "China International Import Expo of 2018", "Shanghai"),
        ("一带一路论坛2019", "Belt and Road Forum of 2019", "Beijing"),
        ("冬奥北京2022", "Winter Olympics of 2022", "Beijing"),
        ("一带一路论坛2023", "Belt and Road Forum of 2023", "Beijing"),
    ]
}
