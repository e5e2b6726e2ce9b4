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

    /// A code in words: "arms control".
    public static func words(_ code: String) -> String { String(code.map { $0 == "-" ? " " : $0 }) }
}
