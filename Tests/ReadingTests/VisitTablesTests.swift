import Diplomacy
import Testing

import Reading

/// Rows of ours under the real headers of the five tables.
enum VisitTablesSamples {
    static func table(_ table: VisitTable, _ rows: String...) -> String {
        ([table.columns.joined(separator: ",")] + rows).joined(separator: "\n") + "\n"
    }

    static let travels = table(
        .usTravels,
        "9001,president,doe-jane,Jane Q. Doe,1931-06-09,1931-06-13,ruritania,Ruritania,\"Strelsau, Hentzau\","
            + "Met with King Rudolf. Attended a fair.",
        "9002,secretary,roe-richard,Richard Roe,1931-12-30,1932-01-02,korea-south,\"Korea, South\",,")
    static let toUS = table(
        .toUS,
        "7001,1932-03-28,1932-04-01,President Anna Berg,united-kingdom,United Kingdom,"
            + "\"Working visit. In U.S. March 27-April 2.\"")
    static let inboundUS = table(
        .inboundUS,
        "1932-05-02,1932-05-02,King Rudolf V,Ruritania,State visit.,US State Dept Office of the Historian,1932,True,USIN-9001"
    )
    static let inboundChina = table(
        .inboundChina, "赞比亚,总统,某某,2013-04-06,2013-04-07,国事访问,1,PRC MFA zyxw wayback backfill",
        "德国,总理,某某,2016-09-04,2016-09-05,来华出席,0,summit supplement (G20杭州2016)",
        "德国,总理,某某,2017-09-04,2017-09-05,正式访问,1,PRC MFA zyxw wayback backfill (预告)",
        "德国,总理,某某,2018-09-04,2018-09-05,会见/会谈(双边),1,人民日报 rmrb wayback backfill")
    static let outbound = table(
        .outbound,
        "Jane Doe,2013-03-22,2013-03-24,Russia,Moscow,State visit.,Wikipedia,Ruritania,2013,diplomatic_engagement,True",
        "Jane Doe,2013-03-25,2013-03-25,Iceland,,,US State Dept Office of the Historian,Ruritania,2013,stopover,True")

    static func documents(_ table: String) throws -> [Document] {
        let read = try VisitTableReader.read(table.utf8)
        #expect(read.problems == [])
        return read.documents
    }

    static func fields(_ document: Document) -> [String: JSONValue] {
        guard case .object(let fields)? = document.extra["visit"] else { return [:] }
        return fields
    }
}

@Suite struct VisitTablesTests {
    typealias Samples = VisitTablesSamples

    @Test(arguments: VisitTable.allCases)
    func theHeaderTellsTheTable(table: VisitTable) throws {
        #expect(try VisitTable(header: table.columns) == table)
        #expect(try VisitTable(header: table.columns.reversed()) == table)
        #expect(try VisitTable(header: table.columns + ["more"]) == table)
        for missing in table.columns {
            #expect(throws: ReadingError.self) { try VisitTable(header: table.columns.filter { $0 != missing }) }
        }
    }

    @Test func anotherHeaderIsRefusedWithTheOnesThatAreKnown() {
        let error = #expect(throws: ReadingError.self) { try VisitTableReader.read("name,age\nA,1\n".utf8) }
        #expect(error?.code == .noDocument)
        #expect(error?.message.contains("found \"name,age\"") ?? false)
        for table in VisitTable.allCases {
            #expect(error?.message.contains(table.columns.joined(separator: ",")) ?? false)
        }
        #expect(throws: ReadingError.self) { try VisitTableReader.read("".utf8) }
    }

    @Test func travels() throws {
        let documents = try Samples.documents(Samples.travels)
        let text =
            "Jane Q. Doe, President of the United States, travelled to Ruritania (Strelsau, Hentzau), 9 to 13 June 1931. "
            + "Met with King Rudolf. Attended a fair."
        #expect(documents[0].id == "visits:us-travels:9001")
        #expect(documents[0].title == nil && documents[0].published == nil && documents[0].language == "en")
        #expect(documents[0].text == text)
        #expect(documents[0].sha256 == Document.sha256(of: text))
        #expect(documents[0].source == Source(name: "Office of the Historian", kind: .official, country: "USA"))
        #expect(documents[0].url == "https://history.state.gov/departmenthistory/travels/president/doe-jane")
        #expect(
            Samples.fields(documents[0])
                == [
                    "table": "us-travels", "row": "9001", "start": "1931-06-09", "end": "1931-06-13",
                    "visitor": "Jane Q. Doe",
                    "visitor_title": "President of the United States", "from": "United States", "to": "Ruritania",
                    "locale": "Strelsau, Hentzau", "remarks": "Met with King Rudolf. Attended a fair.",
                    "status": "held",
                    "licence": "CC0-1.0",
                ].mapValues { JSONValue.string($0) }.merging([
                    "columns": .object(["who": .string("doe-jane"), "country_id": .string("ruritania")])
                ]) { $1 })
        #expect(
            documents[1].text
                == "Richard Roe, Secretary of State of the United States, travelled to South Korea, "
                + "30 December 1931 to 2 January 1932."
        )
        #expect(documents[1].url == "https://history.state.gov/departmenthistory/travels/secretary/roe-richard")
    }

    @Test func visitsToTheUnitedStates() throws {
        let one = try Samples.documents(Samples.toUS)[0]
        #expect(one.id == "visits:to-us:7001")
        #expect(
            one.text
                == "President Anna Berg of the United Kingdom visited the United States, 28 March to 1 April 1932. "
                + "Working visit. In U.S. March 27-April 2.")
        #expect(one.url == "https://history.state.gov/departmenthistory/visits/united-kingdom")
        let other = try Samples.documents(Samples.inboundUS)[0]
        #expect(other.id == "visits:inbound-us:USIN-9001")
        #expect(other.text == "King Rudolf V of Ruritania visited the United States, 2 May 1932. State visit.")
        #expect(other.url == nil)
        let columns: [String: JSONValue] = ["year": .string("1932"), "is_hogs": .string("True")]
        #expect(Samples.fields(other)["columns"] == .object(columns))
    }

    @Test func visitsToChina() throws {
        let documents = try Samples.documents(Samples.inboundChina)
        #expect(documents[0].text == "某某 (总统) of 赞比亚 visited China, 6 to 7 April 2013; a state visit (国事访问).")
        #expect(documents[0].source?.kind == .official && documents[0].source?.country == "CHN")
        #expect(
            documents[1].text
                == "某某 (总理) of 德国 visited China (Hangzhou), 4 to 5 September 2016; "
                + "attendance at an event in China (来华出席); G20 summit of 2016."
        )
        #expect(documents[1].source?.kind == .aggregator)
        #expect(Samples.fields(documents[1])["locale"] == .string("Hangzhou"))
        #expect(documents[2].text.contains("was to visit China"))
        #expect(Samples.fields(documents[2])["status"] == .string("announced"))
        #expect(documents[3].source == Source(name: "People's Daily", kind: .newspaper, country: "CHN"))
        #expect(Set(documents.map(\.id)).count == 4)
    }

    @Test func tripsOfLeaders() throws {
        let documents = try Samples.documents(Samples.outbound)
        #expect(
            documents[0].text == "Jane Doe of Ruritania travelled to Russia (Moscow), 22 to 24 March 2013. State visit."
        )
        #expect(documents[0].source == Source(name: "Wikipedia", kind: .aggregator))
        #expect(Samples.fields(documents[0])["licence"] == .string("CC-BY-SA-4.0"))
        #expect(documents[1].text == "Jane Doe of Ruritania travelled to Iceland, 25 March 2013.")
        #expect(documents[1].source?.name == "Office of the Historian")
        #expect(Samples.fields(documents[1])["licence"] == .string("CC0-1.0"))
    }

    /// A row without a number is named by what it says: bookkeeping changes nothing, a fact does.
    @Test func idsOfRowsWithoutNumbers() throws {
        func id(_ row: String) throws -> String { try Samples.documents(Samples.table(.inboundChina, row))[0].id }
        let first = try id("赞比亚,总统,某某,2013-04-06,2013-04-07,国事访问,1,gov.cn ldhd")
        #expect(try id("赞比亚,总统,某某,2013-04-06,2013-04-07,国事访问,9,gov.cn ldhd") == first)
        #expect(try id("赞比亚,总统,某某,2013-04-06,2013-04-08,国事访问,1,gov.cn ldhd") != first)
        #expect(first.hasPrefix("visits:inbound-cn:"))
    }

    /// A corrected row keeps its number and has another text.
    @Test func aCorrectedRowIsAnotherVersion() throws {
        let row = "7001,1932-03-28,1932-04-01,President Anna Berg,united-kingdom,United Kingdom,"
        let documents = try ["Working visit.", "State visit."].flatMap {
            try Samples.documents(Samples.table(.toUS, row + $0))
        }
        #expect(documents[0].id == documents[1].id && documents[0].sha256 != documents[1].sha256)
    }

    @Test func orderOfColumnsAndRowsChangesNoDocument() throws {
        let columns = VisitTable.toUS.columns
        let rows = [
            ["1", "1932-03-28", "1932-04-01", "President A", "x", "X", "One."],
            ["2", "1932-03-28", "1932-04-01", "President B", "y", "Y", "Two."],
        ]
        let plain = ([columns] + rows).map { $0.joined(separator: ",") }.joined(separator: "\n")
        let turned = [columns.reversed(), rows[1].reversed(), rows[0].reversed()].map { $0.joined(separator: ",") }
            .joined(separator: "\r\n")
        let a = try Samples.documents(plain)
        let b = try Samples.documents(turned)
        #expect(a.map(\.id) == b.reversed().map(\.id) && a.map(\.text) == b.reversed().map(\.text))
        #expect(a.map(\.extra) == b.reversed().map(\.extra))
    }
}
