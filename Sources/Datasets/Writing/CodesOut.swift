/// From our codes of parties and countries to those of other people's formats.
public struct CodesOut: Sendable {
    public static let standing = CodesOut()

    private let fips: [String: String]
    private let groups: [String: String]
    private let same: Set<String>
    private let names: [String: String]

    private init() {
        var fips: [String: String] = [:]
        let pairs = FIPSCodes.countries.split(whereSeparator: \.isWhitespace).map(String.init)
        for place in stride(from: 0, to: pairs.count - 1, by: 2) where fips[pairs[place + 1]] == nil {
            fips[pairs[place + 1]] = pairs[place]
        }
        // of several codes of a country, the one that stands for the whole
        fips["PSE"] = "WE"
        fips["SRB"] = "RI"
        fips["UMI"] = nil
        fips["SJM"] = "SV"
        fips["ATF"] = "FS"
        self.fips = fips
        var groups: [String: String] = [:]
        let known = CAMEOCodes.groups.split(whereSeparator: \.isWhitespace).map(String.init)
        for place in stride(from: 0, to: known.count - 1, by: 2) { groups[known[place + 1]] = known[place] }
        self.groups = groups
        same = Set(CAMEOCodes.same.split(whereSeparator: \.isWhitespace).map(String.init))
        names = Self.readNames()
    }

    /// The first name of each code, in capitals where words begin.
    private static func readNames() -> [String: String] {
        var names: [String: String] = [:]
        for item in CountryNames.codes.split(whereSeparator: { $0 == "\n" || $0 == ";" }) {
            let parts = item.split(separator: "=", maxSplits: 1)
            guard parts.count == 2, let first = parts[1].split(separator: "|").first else { continue }
            let code = parts[0].filter { $0 != " " }
            names[code] = words(String(CountryNames.written[code] ?? String(first)))
        }
        return names
    }

    private static func words(_ name: String) -> String {
        if name.contains(where: \.isUppercase) { return name }
        return name.split(separator: " ").map { word in
            ["and", "of", "the"].contains(word) ? String(word) : word.prefix(1).uppercased() + word.dropFirst()
        }.joined(separator: " ")
    }

    /// CAMEO's code of a country and of a known group; both `nil` for a party that CAMEO has not.
    func cameo(_ party: String?) -> (country: String?, group: String?) {
        guard let party else { return (nil, nil) }
        if same.contains(party) { return (party, nil) }
        return (nil, groups[party])
    }

    /// FIPS 10-4.
    func fips(_ country: String?) -> String? { country.flatMap { fips[$0] } }

    /// The English name of a country, which ICEWS has in place of a code; the code where there is none.
    func name(_ country: String?) -> String? { country.map { names[$0] ?? $0 } }
}
