import Contract
import Diplomacy
import FoundationEssentials
import Testing

@testable import Exchange
@testable import Register

@Suite("Exports of one file")
struct WholeExportTests {
    @Test("an export of nothing is a whole file", arguments: ExportFormat.allCases)
    func empty(format: ExportFormat) throws {
        let written = Sample.written(format, [], [])
        switch format {
        case .ftm: #expect(written.isEmpty)
        case .graphml, .dyads: #expect(try XMLReader.read(written).first?.path == "graphml")
        case .jsonld: #expect(try JSON(written)["@graph"].list.count == 1)
        case .calendar: #expect(written.hasPrefix("BEGIN:VCALENDAR\r\n") && written.hasSuffix("END:VCALENDAR\r\n"))
        case .bibtex: #expect(written.hasPrefix("@comment{") && written.contains("\n@misc{rapporteur-2026"))
        case .ris: #expect(written.hasPrefix("TY  - DATA\r\n") && written.hasSuffix("ER  - \r\n\r\n"))
        case .csl: #expect(try JSON(written).list.count == 1)
        }
    }

    @Test("the same gives the same, and what a writer does not take changes nothing", arguments: ExportFormat.allCases)
    func same(format: ExportFormat) {
        let written = Sample.written(format)
        #expect(written == Sample.written(format))
        #expect((Sample.written(format, []) == written) == !format.takesEncounters)
        #expect((Sample.written(format, [Sample.item()], []) == written) == !format.takesReports)
    }

    @Test("an encounter is read from the register's line")
    func line() throws {
        var out = JSONOutput()
        Sample.encounter().write(to: &out)
        let stamp = Sample.item().stamp
        let read = try JSONDecoder().decode(ExportedEncounter.self, from: Data(stamp.put(into: out.bytes)))
        #expect(read.stamp == stamp)
        #expect(read.encounter.reports.map(\.document) == ["d1", "d 2", "d3", "d3"])
        #expect(read.encounter.relations == [Relation(kind: .partOf, encounter: "enc_aaaaaaaaaaaaaaaa")])
    }

    // MARK: - Calendar

    private func calendar(_ change: (inout RegisteredEncounter) -> Void) -> String {
        var encounter = Sample.encounter()
        change(&encounter)
        return Sample.written(.calendar, [Sample.item(encounter)], site: "https://r.example")
            .replacing("\r\n ", with: "")
    }

    @Test("an encounter is an event of a calendar that states the note")
    func event() {
        let written = calendar { $0.date = Sample.dates("2026-03-10", "2026-03-11") }
        #expect(written.contains("\r\nX-WR-CALDESC:title: Encounters of diplomats\\nlicence: "))
        for line in [
            "UID:enc_00112233445566ff@rapporteur", "DTSTART;VALUE=DATE:20260310", "DTEND;VALUE=DATE:20260312",
            "SUMMARY:talks of Ann Lee and Urs Frei and Old Envoy", "LOCATION:Geneva\\, Switzerland",
            "URL:https://r.example/encounters/enc_00112233445566ff", "STATUS:CONFIRMED", "SEQUENCE:1",
            "DTSTAMP:20260314T090000Z",
        ] {
            #expect(written.contains("\r\n\(line)\r\n"), "\(line)")
        }
    }

    @Test(
        "an encounter without a day, or told to no more than a year, is left out",
        arguments: [(DatePrecision.year, false), (.unknown, false), (.month, true), (.week, true), (.day, true)])
    func undated(precision: DatePrecision, stays: Bool) {
        #expect(calendar { $0.date?.precision = precision }.contains("BEGIN:VEVENT") == stays)
        #expect(!calendar { $0.date = nil }.contains("BEGIN:VEVENT"))
    }

    @Test(
        "a calendar has three words for the course of an encounter",
        arguments: [
            (Status.held, "CONFIRMED"), (.announced, "CONFIRMED"), (.proposed, "TENTATIVE"), (.postponed, "TENTATIVE"),
            (.cancelled, "CANCELLED"), (.lapsed, "CANCELLED"), (.denied, "CANCELLED"),
        ])
    func course(status: Status, word: String) {
        #expect(calendar { $0.status = status }.contains("\r\nSTATUS:\(word)\r\n"))
    }

    @Test("no words add an event, whatever they are", arguments: hostile)
    func hostileEvent(text: String) throws {
        var note = Sample.note
        note.title = text
        note.query = text
        let written = Sample.written(.calendar, [Sample.item(Sample.encounter(text))], note: note)
        let lines = try #require(written.crlfLines)
        #expect(lines.filter { $0.hasPrefix("BEGIN:") } == ["BEGIN:VCALENDAR", "BEGIN:VEVENT"])
        #expect(lines.allSatisfy { $0.utf8.count <= 75 })
    }

    // MARK: - Bibliographies

    @Test("each report is an entry of BibTeX, behind the note and the export itself")
    func bibtex() {
        let written = Sample.written(.bibtex, [], [Sample.report(), Sample.report("d 2")])
        #expect(written.hasPrefix("@comment{title: Encounters of diplomats\nlicence: "))
        let heads = written.split(separator: "\n").filter { $0.hasPrefix("@") }.dropFirst()
        let second = "d-2-" + String(ExportKey.fnv("d 2"), radix: 16)
        #expect(heads.first?.hasPrefix("@misc{rapporteur-2026.3.14-7-") == true)
        #expect(heads.dropFirst() == ["@article{d1,", "@article{\(second),"])
        #expect(written.contains("  journal = {The Daily},\n  date = {2026-03-11},\n"))
    }

    @Test("no words of the note end its comment, whatever they are", arguments: hostile)
    func hostileComment(text: String) throws {
        var note = Sample.note
        note.query = text
        note.owner = text
        let written = Sample.written(.bibtex, [], [], note: note)
        let end = try #require(written.utf8.firstIndex(of: UInt8(ascii: "}")))
        let comment = written[..<end]
        #expect(!comment.dropFirst("@comment{".count).contains { $0 == "{" || $0 == "@" })
        #expect(written[end...].hasPrefix("}\n\n@misc{"))
    }

    @Test("each report is a record of RIS")
    func ris() throws {
        let lines = try #require(Sample.written(.ris, [], [Sample.report()]).crlfLines)
        #expect(lines.filter { $0.hasPrefix("TY") } == ["TY  - DATA", "TY  - NEWS"])
        #expect(lines.filter { $0.hasPrefix("ER") }.count == 2)
        #expect(lines.contains("TI  - Talks in Geneva") && lines.contains("T2  - The Daily"))
        #expect(lines.contains("DA  - 2026/03/11/") && lines.contains("UR  - https://news.example/1"))
        #expect(lines.contains { $0.hasPrefix("N1  - licence: ") && $0.contains("query: party:NOR") })
    }

    @Test("all reports are one array of CSL JSON")
    func csl() throws {
        let items = try JSON(Sample.written(.csl, [], [Sample.report(), Sample.report("d2")])).list
        #expect(items.map { $0["type"].text } == ["dataset", "article-newspaper", "article-newspaper"])
        #expect(items.map { $0["id"].text }.dropFirst() == ["d1", "d2"])
        #expect(items[1]["issued"]["date-parts"].list[0].list.map(\.number) == [2026, 3, 11])
        #expect(items[0]["abstract"].text?.contains("cite_as: The Desk; ") == true)
    }

    @Test("a report without a title is called by its id")
    func untitled() {
        #expect(Citation(Sample.report("d7", "")).title == "d7")
        var report = Sample.report()
        report.versions = []
        #expect(Citation(report).title == "d1" && Citation(report).issued == nil)
    }
}

@Suite("Documentation of exports")
struct ExportDocumentationTests {
    @Test("each format, table and view is told of in Documentation/Export.md")
    func told() throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let text = String(
            decoding: try Data(contentsOf: root.appending(path: "Documentation/Export.md")), as: UTF8.self)
        for format in ExportFormat.allCases { #expect(text.contains("`\(format.rawValue)`"), "\(format)") }
        let names = ExportTables.package.map(\.name) + Snapshot.tables.map(\.name) + Snapshot.views.map(\.name)
        for name in names { #expect(text.contains("`\(name)`"), "\(name)") }
    }
}
