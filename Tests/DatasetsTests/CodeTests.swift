import Testing

@testable import Datasets

@Suite("Codes of event data and ours")
struct CodeTests {
    private let codes = PartyCodes.standing

    private func ask(_ text: String, _ table: (Cell) -> PartyCode) -> String? {
        Array(text.utf8).withUnsafeBufferPointer { buffer in
            table(buffer.baseAddress.map { Cell(start: $0, count: buffer.count) } ?? .empty).text
        }
    }

    @Test(
        "CAMEO's countries",
        arguments: [
            ("USA", "USA"), ("ROM", "ROU"), ("ROU", "ROU"), ("ZAR", "COD"), ("WSB", "PSE"), ("GZS", "PSE"),
            ("TMP", "TLS"),
            ("KSV", "XKX"), ("SUN", "SUN"), ("EUR", "?EUR"), ("AFR", "?AFR"), ("WST", "?WST"), ("QQQ", "?QQQ"),
            ("usa", "?usa"), ("US", "?US"), ("USAGOV", "?USAGOV"), ("A1B", "?A1B"),
        ])
    func countries(_ code: String, _ ours: String) { #expect(ask(code, codes.cameo) == ours) }

    @Test(
        "CAMEO's groups",
        arguments: [
            ("UNO", "UNO"), ("NAT", "NATO"), ("EEC", "EUR"), ("ASN", "ASEAN"), ("ARL", "LEAGUE"), ("AFU", "AU"),
            ("SCE", "OSCE"), ("IAE", "IAEA"), ("HMS", "HAMAS"), ("ZZZ", "?ZZZ"),
        ])
    func groups(_ code: String, _ ours: String) { #expect(ask(code, codes.group) == ours) }

    // FIPS 10-4 and ISO 3166 disagree in many of these
    @Test(
        "FIPS 10-4",
        arguments: [
            ("CH", "CHN"), ("SZ", "CHE"), ("AS", "AUS"), ("AU", "AUT"), ("GM", "DEU"), ("SF", "ZAF"), ("UK", "GBR"),
            ("RS", "RUS"), ("IS", "ISR"), ("IC", "ISL"), ("KN", "PRK"), ("KS", "KOR"), ("SP", "ESP"), ("GZ", "PSE"),
            ("WE", "PSE"), ("KV", "XKX"), ("OD", "SSD"), ("RB", "SRB"), ("UP", "UKR"), ("JA", "JPN"), ("CF", "COG"),
            ("CG", "COD"), ("ZZ", "?ZZ"), ("", nil),
        ])
    func fips(_ code: String, _ ours: String?) { #expect(ask(code, codes.fips) == ours) }

    @Test(
        "names of countries",
        arguments: [
            ("Russian Federation", "RUS"), ("RUSSIA", "RUS"), ("united states", "USA"), ("Cote d'Ivoire", "CIV"),
            ("Occupied Palestinian Territory", "PSE"), ("Congo", "COG"), ("Democratic Republic of Congo", "COD"),
            ("the former Yugoslav Republic of Macedonia", "MKD"), ("Korea, Republic of", "KOR"), ("KOS", "XKX"),
            ("EUR", "EUR"), ("UNO", "UNO"), ("DEU", "DEU"), ("Georgia", "GEO"), ("Narnia", "?Narnia"), ("IGO", "?IGO"),
        ])
    func names(_ name: String, _ ours: String) { #expect(ask(name, codes.country) == ours) }

    @Test("every pair of a table is in the lookup, and codes go out as they came in")
    func whole() {
        let words = FIPSCodes.countries.split(whereSeparator: \.isWhitespace).map(String.init)
        #expect(words.count % 2 == 0 && words.count > 480)
        for place in stride(from: 0, to: words.count, by: 2) {
            #expect(ask(words[place], codes.fips) == words[place + 1])
            if let back = CodesOut.standing.fips(words[place + 1]) {
                #expect(ask(back, codes.fips) == words[place + 1])
            }
        }
        for code in CAMEOCodes.same.split(whereSeparator: \.isWhitespace).map(String.init) {
            #expect(ask(code, codes.cameo) == code)
            #expect(CodesOut.standing.cameo(code).country == code)
            if let name = CodesOut.standing.name(code) { #expect(ask(name, codes.country) == code) }
        }
        for code in CAMEOCodes.regions.split(whereSeparator: \.isWhitespace).map(String.init) {
            #expect(ask(code, codes.cameo) == "?" + code)
        }
        let groups = CAMEOCodes.groups.split(whereSeparator: \.isWhitespace).map(String.init)
        for place in stride(from: 0, to: groups.count, by: 2) {
            #expect(ask(groups[place], codes.group) == groups[place + 1])
            #expect(CodesOut.standing.cameo(groups[place + 1]).group == groups[place])
        }
    }
}
