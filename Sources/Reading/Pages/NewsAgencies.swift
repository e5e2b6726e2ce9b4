import Diplomacy

/// The news agencies whose reports other outlets pass on. Source: the agencies' own names and the short forms with which
/// they sign.
enum NewsAgencies {
    /// The agency that a signature is; `nil` for what is none.
    static func name(of signature: String) -> String? {
        let words = signature.filter { $0.isLetter || $0.isNumber || $0 == " " }.split(separator: " ")
        if let name = byName[words.joined(separator: " ").lowercased()] { return name }
        // "AFP Berlin" is one, "Ani Sargsyan" is a person
        guard let first = words.first, first.count > 1, first.allSatisfy(\.isUppercase) else { return nil }
        return byName[first.lowercased()]
    }

    private static let byName: [String: String] = {
        var table: [String: String] = [:]
        for (name, forms) in agencies {
            table[name.lowercased()] = name
            for form in forms { table[form] = name }
        }
        return table
    }()

    private static let agencies: [(String, [String])] = [
        ("Reuters", ["thomson reuters"]), ("AFP", ["agence france presse", "agence francepresse"]),
        ("AP", ["associated press", "the associated press"]), ("dpa", ["deutsche presseagentur"]), ("EFE", []),
        ("ANSA", []), ("TASS", ["itartass"]), ("RIA Novosti", ["ria"]), ("Interfax", []),
        ("Xinhua", ["xinhua news agency"]), ("Kyodo", ["kyodo news"]), ("Yonhap", ["yonhap news agency"]),
        ("Anadolu", ["anadolu agency", "aa"]), ("PTI", ["press trust of india"]), ("ANI", []), ("IRNA", []),
        ("UPI", []),
        ("Bloomberg", ["bloomberg news"]), ("PA Media", ["press association"]), ("Ukrinform", []), ("Belga", []),
        ("Lusa", []), ("PAP", []), ("SANA", []), ("WAFA", []), ("KUNA", []), ("QNA", []), ("SPA", []), ("WAM", []),
        ("Petra", []), ("Antara", []), ("Bernama", []), ("KCNA", []), ("Jiji", ["jiji press"]), ("Tasnim", []),
        ("Fars", []), ("Belta", []), ("Trend", []), ("Azertac", []), ("Armenpress", []), ("Agerpres", []),
    ]
}

/// What kind of publisher an address belongs to, where its host tells: authorities stand under names of their own.
enum PublisherKind {
    static func kind(ofAddress address: String) -> SourceKind? {
        guard let start = address.firstRange(of: "://")?.upperBound else { return nil }
        let host = address[start...].prefix { $0 != "/" && $0 != ":" && $0 != "?" }.lowercased()
        let labels = host.split(separator: ".").map(String.init)
        guard let top = labels.last, labels.count > 1 else { return nil }
        let isRegistered =
            top == "gov" || top == "mil" || top.count == 2 && registered.contains(labels[labels.count - 2])
        // "mfa.ir", "www.mofa.go.jp", "en.kremlin.ru": the name itself, in a country's own domain
        let isNamed = top.count == 2 && authorities.contains(labels[labels.count - 2])
        let isHost = officialHosts.contains { host == $0 || host.hasSuffix("." + $0) }
        return isRegistered || isNamed || isHost ? .official : nil
    }

    /// Labels below a country's domain under which registries admit authorities only.
    private static let registered: Set<String> = ["gov", "gob", "gouv", "govt", "mil", "gub", "go", "gc", "admin"]
    /// What heads of state and ministries of foreign affairs call themselves.
    private static let authorities: Set<String> = [
        "mfa", "mofa", "mid", "kremlin", "president", "presidency", "government", "diplomatie", "mzv", "minbuza", "mae",
    ]
    private static let officialHosts = [
        "europa.eu", "un.org", "nato.int", "osce.org", "iaea.org", "who.int", "auswaertiges-amt.de",
        "bundesregierung.de",
        "elysee.fr", "admin.ch", "regeringen.se", "regjeringen.no", "bundeskanzleramt.gv.at", "bmeia.gv.at",
        "quirinale.it",
        "esteri.it", "kantei.go.jp", "mea.gov.in", "au.int", "asean.org", "sectsco.org", "odkb-csto.org",
    ]
}
