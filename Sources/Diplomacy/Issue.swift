/// The issues of the contract, as codes.
public enum Issue {
    /// All codes, in the contract's order.
    public static let codes: [String] = """
        arms-control nuclear-proliferation strategic-stability missiles-missile-defence chemical-biological-weapons
        nuclear-safety risk-reduction-communication arms-transfers cyber-information-security hybrid-threats-disinformation
        emerging-technology space-security terrorism law-enforcement drugs-organised-crime armed-conflict
        ceasefire-peace-process regional-security territorial-sovereignty maritime-security military-cooperation
        alliances-security-architecture intelligence-sharing sanctions-trade-restrictions trade-investment
        supply-chains-critical-minerals energy infrastructure-transport finance-debt development-reconstruction
        climate-environment food-security humanitarian-aid migration-refugees human-rights justice-accountability
        detainees-prisoner-exchange health culture-education history-commemoration elections-domestic-politics
        diplomatic-relations-consular international-institutions bilateral-relations
        """.split { $0 == " " || $0 == "\n" }.map(String.init)

    /// A code in words: "arms control", "sanctions and trade restrictions".
    public static func words(_ code: String) -> String { compounds[code] ?? String(code.map { $0 == "-" ? " " : $0 }) }

    /// Codes that name two things.
    private static let compounds: [String: String] = [
        "missiles-missile-defence": "missiles and missile defence",
        "chemical-biological-weapons": "chemical and biological weapons",
        "risk-reduction-communication": "risk reduction and communication",
        "cyber-information-security": "cyber and information security",
        "hybrid-threats-disinformation": "hybrid threats and disinformation",
        "drugs-organised-crime": "drugs and organised crime",
        "ceasefire-peace-process": "ceasefire and peace process",
        "alliances-security-architecture": "alliances and security architecture",
        "sanctions-trade-restrictions": "sanctions and trade restrictions",
        "trade-investment": "trade and investment",
        "supply-chains-critical-minerals": "supply chains and critical minerals",
        "infrastructure-transport": "infrastructure and transport",
        "finance-debt": "finance and debt",
        "development-reconstruction": "development and reconstruction",
        "climate-environment": "climate and environment",
        "migration-refugees": "migration and refugees",
        "justice-accountability": "justice and accountability",
        "detainees-prisoner-exchange": "detainees and prisoner exchange",
        "culture-education": "culture and education",
        "history-commemoration": "history and commemoration",
        "elections-domestic-politics": "elections and domestic politics",
        "diplomatic-relations-consular": "diplomatic and consular relations",
    ]
}
