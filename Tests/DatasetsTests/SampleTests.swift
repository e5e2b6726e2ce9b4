import Diplomacy
import Testing

@testable import Datasets

// What is expected stands in the files: it was read off them with `awk -F'\t'`.
@Suite("Samples of event data", .enabled(if: Samples.areThere, "needs ../shared/data/formats"))
struct SampleTests {
    private func day(_ iso: String) -> Day { Day(iso: iso) ?? Day(number: 0) }

    @Test("GDELT 2.0: rows, sums and one row whole")
    func gdelt2() throws {
        let table = try ReadTable(Samples.bytes(Samples.gdelt + "events.csv"), as: .gdelt)
        #expect(table.format == .gdelt2)
        #expect(table.events.count == 100 && table.problems.isEmpty)
        #expect(Set(table.events.map(\.id)).count == 100)
        #expect(table.events.reduce(0) { $0 + ($1.mentions ?? 0) } == 464)
        #expect(table.events.reduce(0) { $0 + ($1.articles ?? 0) } == 464)
        #expect(table.events.count { $0.place != nil } == 97)
        let pairs = table.events.count {
            $0.source.party != nil && $0.target.party != nil && $0.source.party != $0.target.party
        }
        #expect(pairs == 21)

        var expected = AllegedEvent(format: .gdelt2, id: "410412352", day: day("2014-02-18"))
        expected.added = day("2015-02-18")
        expected.source = AllegedActor(party: "AUS", name: "AUSTRALIA")
        expected.target = AllegedActor(sector: "BUS", name: "INVESTOR")
        expected.cameo = "013"
        expected.quad = 1
        expected.scale = 0.4
        expected.mentions = 2
        expected.sources = 1
        expected.articles = 2
        expected.place = "Brisbane, Queensland, Australia"
        expected.country = "AUS"
        expected.latitude = -27.5
        expected.longitude = 153.017
        expected.url =
            "http://www.businessspectator.com.au/article/2015/2/19/dataroom/dataroom-am-tailgating-toll"
        #expect(table.events[5] == expected)
        // an ethnic group without a country is no party, type 0 no place
        let last = table.events[99]
        #expect(last.source == AllegedActor(sector: "GOV", name: "SCOTTISH"))
        #expect(last.place == nil && last.country == nil && last.latitude == nil)
        #expect(last.added == day("2020-03-18"))
    }

    @Test("GDELT 2.0, translated: regions are no parties, FIPS codes are countries")
    func gdelt2Translated() throws {
        let table = try ReadTable(Samples.bytes(Samples.gdelt + "eventsT.csv"))
        #expect(table.format == .gdelt2 && table.events.count == 100 && table.problems.isEmpty)
        #expect(table.events.reduce(0) { $0 + ($1.mentions ?? 0) } == 672)
        #expect(table.events.reduce(0) { $0 + ($1.articles ?? 0) } == 648)
        let row = table.events[5]
        #expect(row.id == "410411703" && row.target.party == "?AFR" && row.cameo == "190" && row.quad == 4)
        #expect(row.scale == -10 && row.place == "Congo" && row.country == "COG")
        #expect(row.latitude == -1 && row.longitude == 15)
        #expect(table.events[0].country == "UKR" && table.events[0].target.sector == "EDU")
        #expect(table.events.allSatisfy { $0.country?.hasPrefix("?") != true })
    }

    @Test("GDELT 1.0: rows of 57 and of 58 columns in one file")
    func gdelt1() throws {
        let table = try ReadTable(Samples.bytes(Samples.gdelt + "events1.csv"), as: .gdelt)
        #expect(table.format == .gdelt1 && table.events.count == 100 && table.problems.isEmpty)
        #expect(table.events.reduce(0) { $0 + ($1.mentions ?? 0) } == 764)
        #expect(table.events.count { $0.place != nil } == 97)
        #expect(table.events.count { $0.url != nil || $0.publisher != nil } == 60)
        let first = table.events[0]
        #expect(first.id == "0" && first.day == day("1979-01-01") && first.target.party == "?AFR")
        #expect(first.cameo == "040" && first.scale == 1 && first.mentions == 9 && first.place == nil)
        #expect(first.latitude == nil && first.added == day("2013-02-03"))
        let nigeria = table.events[1]
        #expect(
            nigeria.place == "Nigeria" && nigeria.country == "NGA" && nigeria.latitude == 10 && nigeria.longitude == 8)
        let cited = table.events[40]
        #expect(cited.id == "253461011" && cited.source.party == "AFG" && cited.publisher == "BBC Monitoring")
        #expect(cited.url == nil && cited.country == "DZA")
        #expect(table.events[5].latitude == 31.7444 && table.events[5].country == "ISR")
        #expect(table.events[99].url?.hasSuffix("47593604.cms") == true)
    }

    @Test("GDELT 2.0 mentions with tabs, and with commas under a header")
    func mentions() throws {
        let tabs = try ReadTable(Samples.bytes(Samples.gdelt + "mentions.csv"), as: .gdelt)
        #expect(tabs.format == .mentions && tabs.mentions.count == 100 && tabs.problems.isEmpty && tabs.events.isEmpty)
        #expect(tabs.mentions[0].event == 410_412_347 && tabs.mentions[0].publisher == "dailymaverick.co.za")
        #expect(tabs.mentions[0].sentence == 19 && tabs.mentions[0].confidence == 50)
        #expect(tabs.mentions[99].event == 913_092_410 && tabs.mentions[99].confidence == 100)
        let translated = try ReadTable(Samples.bytes(Samples.gdelt + "mentionsT.csv"))
        #expect(translated.mentions.count == 100 && translated.mentions[99].publisher == "rt.com")
        let commas = try ReadTable(Samples.bytes("gdelt2_mentions_sample.csv"), as: .gdelt)
        #expect(commas.format == .mentions && commas.mentions.count == 1_635 && commas.problems.isEmpty)
        #expect(commas.mentions[0].event == 555_924_816 && commas.mentions[0].publisher == "china.org.cn")
        #expect(commas.mentions[1_634].publisher == "africatime.com" && commas.mentions[1_634].sentence == 7)
        let quoted = commas.mentions.first { $0.event == 669_670_766 }
        #expect(quoted?.url == "http://jmonline.com.br/novo/?noticias,6,POL%CDTICA,142000")
    }

    @Test("ICEWS: rows, sums, names of countries and two rows")
    func icews() throws {
        let table = try ReadTable(Samples.bytes("icews_events.2018.sample.tab"), as: .icews)
        #expect(table.format == .icews && table.events.count == 3_705 && table.problems.isEmpty)
        #expect(Set(table.events.map(\.id)).count == 3_705)
        #expect(table.events.count { $0.cameo == "036" } == 295)
        let scales = table.events.reduce(0) { $0 + ($1.scale ?? 0) }
        #expect((scales - 138.4).magnitude < 1e-6)
        let korea = table.events.count { Set([$0.source.party, $0.target.party]) == ["USA", "PRK"] }
        #expect(korea == 312)
        #expect(
            table.events.allSatisfy { $0.source.party?.hasPrefix("?") != true && $0.country?.hasPrefix("?") != true })

        var expected = AllegedEvent(format: .icews, id: "32889836", day: day("2018-06-01"))
        expected.source = AllegedActor(
            party: "BGD", sector: "Executive,Foreign Ministry,Government", name: "Foreign Affairs (Bangladesh)")
        expected.target = AllegedActor(
            party: "VNM", sector: "Military,Government", name: "High Ranking Military Personnel (Vietnam)")
        expected.cameo = "040"
        expected.scale = 1
        expected.story = "47400351"
        expected.sentence = 2
        expected.publisher = "Vietnam News Agency Bulletin"
        expected.place = "Hanoi"
        expected.country = "VNM"
        expected.latitude = 21.0245
        expected.longitude = 105.841
        #expect(table.events[0] == expected)
        let last = table.events[3_704]
        #expect(last.source.name == "Donald Trump" && last.target.party == "SGP" && last.place == "Seoul")
        #expect(last.country == "KOR" && last.cameo == "036" && last.sentence == 5)
    }

    @Test("POLECAT: the header is known, and rows are read by it")
    func polecat() throws {
        let header = try Samples.bytes("polecat_header.tsv")
        let names = String(decoding: header, as: UTF8.self).split(separator: "\n")[0].split(separator: "\t")
        #expect(names.count == 40 && names.map(String.init) == POLECATWriter.columns)
        let whole = try ReadTable(header, as: .polecat)
        #expect(whole.format == .polecat && whole.events.isEmpty && whole.problems.isEmpty)
    }

    @Test("whatever bytes come at once, the same rows come out", arguments: [[1], [7, 64, 3], [4_096], [100_003]])
    func cuts(_ cuts: [Int]) throws {
        for name in [Samples.gdelt + "events.csv", Samples.gdelt + "mentions.csv"] {
            let bytes = try Samples.bytes(name)
            let whole = try ReadTable(bytes)
            let parts = try ReadTable(bytes, cuts: cuts)
            #expect(parts.events == whole.events && parts.mentions.map(\.url) == whole.mentions.map(\.url))
            #expect(parts.offset == bytes.count)
        }
    }

    @Test(
        "other tables of GDELT are told from events",
        arguments: ["gkg.csv", "gkg1.csv", "gkg1Count.csv", "normDaily.csv"])
    func others(_ name: String) throws {
        let bytes = try Samples.bytes(Samples.gdelt + name)
        let error = #expect(throws: DatasetError.self) { try ReadTable(bytes, as: .gdelt) }
        #expect(error?.code == .wrongFormat && error?.message.contains("61 columns") == true)
    }
}
