import Diplomacy
import Testing

@testable import Reading

@Suite struct TableRowTests {
    private static let map: TableMap = {
        var map = TableMap(
            name: "desk",
            rules: [
                .id: TableMap.Rule(.named("No")), .date: TableMap.Rule(.named("Datum"), format: .dayFirst),
                .partyA: TableMap.Rule(constant: "Germany"),
                .partyB: TableMap.Rule(.named("Land"), words: ["F": "France"]),
                .personB: TableMap.Rule(.named("Name")),
                .kind: TableMap.Rule(.named("Art"), words: ["vtc": "video-conference"]),
                .issues: TableMap.Rule(.named("Themen"), words: ["Energie": "energy"]),
                .note: TableMap.Rule(.named("Notiz")),
                .url: TableMap.Rule(.named("Link")),
            ])
        map.publisher = "A ministry"
        map.country = "DEU"
        map.licence = "internal"
        return map
    }()
    private static let header = ["No", "Datum", "Land", "Name", "Art", "Themen", "Notiz", "Link", "Referat"]

    private func read(_ rows: String..., map: TableMap = map) throws -> [TableRowReader.Result] {
        var reader = try TableRowReader(map, header: Self.header)
        return TableReader.rows(rows.joined(separator: "\n").utf8, separator: 0x3B).compactMap {
            reader.read(TableLine($0))
        }
    }

    private func document(_ row: String) throws -> Document {
        guard case .document(let document)? = try read(row).first else { throw ReadingError(.noDocument, row) }
        return document
    }

    @Test func aRowIsADocument() throws {
        let document = try document(
            "17;12.-13.2.2026;f;Jean-Noël  Barrot;VTC;Energie;\"Discussed gas.\nAgreed to go on.\";https://example.org/17;E 02"
        )
        #expect(document.id == "table:desk:17")
        #expect(
            document.text
                == "Germany and Jean-Noël Barrot of France had a video conference, 12 to 13 February 2026; issues: energy. Discussed gas. Agreed to go on."
        )
        #expect(document.source?.name == "A ministry" && document.source?.country == "DEU")
        #expect(document.url == "https://example.org/17" && document.language == "en")
        #expect(document.sha256 == Document.sha256(of: document.text))
        #expect(
            document.extra["row"]
                == .object([
                    "table": .string("desk"), "row": .string("17"), "start": .string("2026-02-12"),
                    "end": .string("2026-02-13"),
                    "precision": .string("day"), "licence": .string("internal"), "party_a": .string("Germany"),
                    "party_b": .string("France"), "person_b": .string("Jean-Noël Barrot"),
                    "kind": .string("video-conference"),
                    "issues": .array([.string("energy")]), "note": .string("Discussed gas. Agreed to go on."),
                    "url": .string("https://example.org/17"), "columns": .object(["Referat": .string("E 02")]),
                ]))
    }

    @Test(arguments: [
        (";;F;;;;;;", VisitRowProblem.Code.badDate, "an empty cell"), (";bald;F;;;;;;", .badDate, "\"bald\""),
        (";31.2.2026;F;;;;;;", .badDate, "\"31.2.2026\""), (";1.2.2026;F;;;;;;;extra", .wrongCellCount, "10"),
    ])
    func problemsAreTold(row: String, code: VisitRowProblem.Code, found: String) throws {
        let results = try read("1;1.2.2026;F;;;;;;", row)
        guard results.count == 2, case .problem(let problem) = results[1] else {
            Issue.record("expected a problem, found \(results)")
            return
        }
        #expect(problem.code == code && problem.line == 2 && problem.found == found && !problem.expected.isEmpty)
    }

    @Test func datesThatNeedAFormat() throws {
        var map = Self.map
        map.rules[.date]?.format = nil
        guard case .problem(let problem)? = try read(";1.2.2026;F;;;;;;", map: map).first else {
            Issue.record("expected a problem")
            return
        }
        #expect(problem.code == .needsDateFormat && problem.expected.contains("Datum"))
    }

    @Test func startsAndEnds() throws {
        var map = Self.map
        map.rules[.date] = nil
        map.rules[.start] = TableMap.Rule(.named("Datum"))
        map.rules[.end] = TableMap.Rule(.named("Land"))
        func days(_ row: String) throws -> String {
            switch try read(row, map: map).first {
            case .document(let document):
                guard case .object(let row)? = document.extra["row"], case .string(let start)? = row["start"],
                    case .string(let end)? = row["end"],
                    case .string(let precision)? = row["precision"]
                else { return "" }
                return "\(start) \(end) \(precision)"
            case .problem(let problem): return problem.code.rawValue
            case nil: return ""
            }
        }
        #expect(try days(";2026-02-01;2026-02-03;;;;;;") == "2026-02-01 2026-02-03 day")
        #expect(try days(";2026-02;;;;;;;") == "2026-02-01 2026-02-28 month")
        #expect(try days(";2026-02;2026-03;;;;;;") == "2026-02-01 2026-03-31 month")
        #expect(try days(";2026-02-05;2026-02-03;;;;;;") == "end-before-start")
        map.rules[.precision] = TableMap.Rule(.named("Art"))
        #expect(try days(";2026-02-01;2026-02-28;;Month;;;;") == "2026-02-01 2026-02-28 month")
    }

    @Test func idsAreStableAndRowsThatComeTwiceAreTold() throws {
        let plain = ";1.2.2026;F;;;;;;"
        let results = try read(
            plain, "2;1.2.2026;F;;;;;;", ";1.2.2026;F;;;;;;other", "2;3.2.2026;F;;;;;;", ";;;;;;;;", ";2.2.2026;F;;;;;;"
        )
        let kinds = results.map { result -> String in
            switch result {
            case .document(let document): String(document.id.prefix(13))
            case .problem(let problem): "\(problem.line) \(problem.code.rawValue)"
            }
        }
        #expect(
            kinds.count == 5 && kinds[1] == "table:desk:2" && kinds[2] == "3 duplicate-row"
                && kinds[3] == "4 duplicate-row")
        #expect(
            try document(plain).id == document(plain).id
                && document(plain).id.utf8.count == "table:desk:".utf8.count + 20)
    }

    @Test func aHeadWithoutAColumnOfTheMap() throws {
        let error = try #require(throws: ReadingError.self) { try TableRowReader(Self.map, header: ["No", "Datum"]) }
        #expect(error.code == .noDocument && error.message.contains("Datum"))
        var map = Self.map
        map.rules = [.start: TableMap.Rule(.numbered(3))]
        #expect(throws: ReadingError.self) { try TableRowReader(map, header: ["a", "b"]) }
        #expect(throws: ReadingError.self) { try TableRowReader(map, header: []) }
        map.rules = [.start: TableMap.Rule(.named("  dATUM "))]
        #expect(throws: Never.self) { try TableRowReader(map, header: ["x", "Datum"]) }
    }

    @Test func guardsOfSpreadsheetsAreTakenAway() {
        let row = TableReader.rows("'=1+1,'-x,'tis,',''=a\n".utf8)[0]
        #expect(TableLine(row).cells.map(\.text) == ["=1+1", "-x", "'tis", "'", "''=a"])
    }

    @Test func sentencesOfOtherRows() throws {
        var map = TableMap(name: "t", rules: [.start: TableMap.Rule(.numbered(1))])
        func sentence(_ cells: [String], _ fields: [TableMap.Field]) throws -> String {
            for (i, field) in fields.enumerated() { map.rules[field] = TableMap.Rule(.numbered(i + 2)) }
            var reader = try TableRowReader(map, header: (0...cells.count).map { "c\($0)" })
            let line = TableLine(line: 1, cells: (["2026-02-01"] + cells).map { TableLine.Cell($0) })
            guard case .document(let document)? = reader.read(line) else { return "" }
            return document.text
        }
        #expect(
            try sentence(
                ["Germany", "A B", "Foreign Minister", "United States", "phone", "held", "Berlin"],
                [.partyA, .personA, .officeA, .partyB, .medium, .status, .place])
                == "A B, Foreign Minister of Germany, and the United States were in contact in Berlin, 1 February 2026 (phone; held)."
        )
        map = TableMap(name: "t", rules: [.start: TableMap.Rule(.numbered(1))])
        #expect(
            try sentence(["USA; RUS;CHN", "Arms control", "talks", "5"], [.parties, .series, .kind, .round])
                == "USA, RUS and CHN had direct talks, 1 February 2026; series: Arms control; round: 5.")
    }
}
