import ArgumentParser
import Coding
import Diplomacy
import FoundationEssentials
import Lexicon
import Reading
import Testing
import Wording

@testable import rapporteur

@Suite struct WhoCommandTests {
    func candidates(_ phrase: String, on day: String = "2014-02-03", context: String = "") throws -> [Candidate] {
        let day = try #require(Day(iso: day))
        return WhoReader(lexicon: try Lexicon.program()).candidates(for: phrase, on: day, context: context)
    }

    // MARK: - Arguments

    static let refused: [[String]] = [
        [], ["a", "b"], ["a", "--on", "soon"], ["a", "--on", "2014"], ["a", "--on", "2014-2-3"],
        ["a", "--on", "2014-02-30"], ["a", "--on", "2014-13-01"], ["a", "--on", "2014-02-03T10:00"], ["a", "--on", ""],
        ["a", "--format", "xml"], ["a", "--width", "39"], ["a", "--color", "sometimes"], ["a", "--nonsense"],
    ]

    @Test(arguments: refused)
    func argumentsThatAreNoneAreRefused(arguments: [String]) {
        #expect(exitStatus { _ = try WhoCommand.parse(arguments) } == 64)
    }

    @Test func argumentsAreRead() throws {
        let command = try WhoCommand.parse([
            "the Defence Minister", "--on", "2016-01-05", "--context", "Germany", "--format", "json", "--width", "60",
            "--lexicon", "mine",
        ])
        #expect(command.phrase == "the Defence Minister")
        #expect(command.on == "2016-01-05")
        #expect(command.context == "Germany")
        #expect(command.format == .json)
        #expect(command.print.columns == 60)
        #expect(command.lexicon.lexicon == "mine")
        let least = try WhoCommand.parse(["x"])
        #expect(least.on == nil && least.context == "" && least.format == .text && least.lexicon.lexicon == nil)
    }

    @Test func theMessageSaysWhatWasExpected() {
        do {
            _ = try WhoCommand.parse(["a", "--on", "2014-2-3"])
            Issue.record("expected a refusal, found none")
        } catch {
            #expect(
                WhoCommand.message(for: error).contains("--on: expected a day such as 2026-02-01, found \"2014-2-3\""))
        }
    }

    @Test func aLexiconThatIsNotThereEndsTheRun() throws {
        let command = try WhoCommand.parse(["x", "--lexicon", "/tmp/no-such-folder-of-tables"])
        #expect(exitStatus { try command.run() } == 66)
    }

    // MARK: - JSON

    func object(_ phrase: String, on day: String = "2014-02-03", context: String = "") throws -> [[String: JSONValue]] {
        let line = try CandidateList(
            try candidates(phrase, on: day, context: context), lexicon: try Lexicon.program()
        ).line()
        #expect(line.hasSuffix("\n") && !line.dropLast().contains("\n"))
        guard case .object(let whole) = try JSONValue(json: Data(line.utf8)), Array(whole.keys) == ["candidates"],
            case .array(let list)? = whole["candidates"]
        else {
            Issue.record("expected an object with a list of candidates, found \(line)")
            return []
        }
        return list.map { if case .object(let one) = $0 { one } else { [:] } }
    }

    @Test func aPersonsObjectHasAllKeys() throws {
        let one = try #require(try object("Angela Merkel", on: "2010-06-01").first)
        #expect(
            one.keys.sorted() == [
                "key", "office", "offices", "party", "person", "reading", "rows", "score", "sector", "sectors",
                "standing",
            ])
        #expect(one["party"] == .string("DEU"))
        #expect(one["sector"] == .string("GOV"))
        #expect(one["sectors"] == .array([.string("GOV")]))
        #expect(one["key"] == .string("merkel-angela"))
        #expect(one["standing"] == .string("incumbent"))
        #expect(
            one["offices"]
                == .array([
                    .object([
                        "title": .string("Federal Chancellor"), "code": .string("head-of-government"),
                        "party": .string("DEU"), "from": .string("2005-11-22"), "to": .string("2021-12-08"),
                        "standing": .string("incumbent"),
                    ])
                ]))
    }

    @Test func aRowTellsTableLineAndSource() throws {
        guard case .array(let rows)? = try object("Angela Merkel", on: "2010-06-01").first?["rows"],
            case .object(let row)? = rows.first
        else {
            Issue.record("expected rows, found none")
            return
        }
        #expect(row["fact"] == .string("office"))
        guard case .string(let table)? = row["table"], case .integer(let line)? = row["line"],
            case .string(let about)? = row["about"]
        else {
            Issue.record("expected a table, a line and what is said of the source, found \(row)")
            return
        }
        #expect(table.hasPrefix("Data/persons/") && line > 1 && !about.isEmpty)
        let text = try #require(try LexiconStore.ownTables().first { $0.file == table }).text
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines[line - 1].contains("merkel-angela"))
    }

    @Test func whatIsAbsentIsLeftOut() throws {
        let one = try #require(try object("Chile").first)
        #expect(one["sector"] ?? .null == .null)
        #expect(one["sectors"] == .array([]))
        #expect(one["offices"] == .array([]))
        for key in ["group", "person", "key", "office", "standing", "body", "place"] {
            #expect(one[key] ?? .null == .null, "\(key)")
        }
    }

    @Test func keysAreSortedAndTheMainSectorIsTheFirst() throws {
        let found = try candidates("the Defence Minister", on: "2016-01-05", context: "Germany")
        let line = try CandidateList(found, lexicon: try Lexicon.program()).line()
        // each key of the candidate behind the one that stands before it in the alphabet
        var rest = line[...]
        for key in ["office", "offices", "party", "person", "reading", "rows", "score", "sector", "sectors"] {
            let place = try #require(rest.firstRange(of: "\"\(key)\":"), "\(key)")
            rest = rest[place.upperBound...]
        }
        #expect(line.contains("\"sector\":\"GOV\",\"sectors\":[\"GOV\",\"MIL\"]"))
    }

    @Test func candidatesKeepTheirOrder() throws {
        let found = try object("Bush", on: "2002-01-05")
        #expect(found.count > 1)
        let scores = found.map { one -> Double in
            switch one["score"] {
            case .number(let score): score
            case .integer(let score): Double(score)
            default: -1
            }
        }
        #expect(scores == scores.sorted(by: >))
        #expect(scores.allSatisfy { (0...1).contains($0) })
    }

    @Test func nobodyIsAnEmptyList() throws {
        #expect(try CandidateList([], lexicon: try Lexicon.program()).line() == "{\"candidates\":[]}\n")
        #expect(try object("yesterday").isEmpty)
    }

    // MARK: - Text

    func print(_ phrase: String, on day: String = "2014-02-03", width: Int = 80, color: Bool = false) throws -> String {
        WhoPrinter(lexicon: try Lexicon.program(), day: try #require(Day(iso: day)), width: width, color: color)
            .text(try candidates(phrase, on: day), phrase: phrase)
    }

    static let printed = [
        "Angela Merkel", "Bush", "Hamas", "ASEAN", "European Union", "Kim", "Abkhazia", "Ukrainian soldiers",
        "Communist Party of China", "Cordoba", "Norwegian Foreign Minister Ervin Brakstad-Lindquist-Torgersrud-Aasen",
        "Norwegian Foreign Minister 王毅", "Supreme Court",
    ]

    @Test(arguments: printed)
    func noLineIsLongerThanTheWidth(phrase: String) throws {
        for width in [40, 41, 53, 80, 100] {
            for line in try print(phrase, width: width).split(separator: "\n") {
                #expect(Columns.width(of: line) <= width, "\(width): \(line)")
            }
        }
    }

    @Test func nobodyIsSaidWithinTheWidthToo() throws {
        for width in [40, 80] {
            for line in try print("Zorblax Quenf", width: width).split(separator: "\n") {
                #expect(Columns.width(of: line) <= width, "\(width): \(line)")
            }
        }
    }

    @Test func nobodyIsSaidWithTheWayOut() throws {
        let text = try print("Zorblax Quenf", width: 200)
        #expect(text.hasPrefix("Nobody that the lexicon knows: Zorblax Quenf."))
        #expect(text.contains("rapporteur lexicon --help"))
        #expect(text.hasSuffix("\n"))
    }

    @Test func aPersonsLinesTellOfficeDaysAndRow() throws {
        let text = try print("Angela Merkel", on: "2010-06-01")
        #expect(text.hasPrefix("● Angela Merkel · Germany (DEU) · government (GOV) · person, "))
        #expect(text.contains("  Federal Chancellor, 2005-11-22 to 2021-12-08\n"))
        #expect(text.contains("Data/persons/"))
    }

    @Test func anOrganisationsMembersAreThoseOfTheDay() throws {
        func members(_ day: String) throws -> String? {
            let lines = try print("European Union", on: day, width: 200).split(separator: "\n")
            return lines.first { $0.contains(" members on ") }.map { String($0) }
        }
        #expect(try members("2019-06-03")?.contains("28 members on 2019-06-03: ") == true)
        #expect(try members("2019-06-03")?.contains(" GBR ") == true)
        #expect(try members("2021-06-01")?.contains("27 members on 2021-06-01: ") == true)
        #expect(try members("2021-06-01")?.contains(" GBR ") == false)
    }

    @Test(arguments: printed)
    func coloursChangeNoWord(phrase: String) throws {
        let bare = try print(phrase, color: true).replacing(/\u{1B}\[[0-9;]*m/, with: "")
        #expect(bare == (try print(phrase)))
    }

    @Test func nothingOfThePhraseReachesTheTerminalRaw() throws {
        let evil = "\u{1B}[31mred\u{1B}]0;title\u{07} \u{9B}2J \u{202E}abc\u{7F}"
        for phrase in [
            evil, "Norwegian Foreign Minister Ervin\u{1B}[31m Brakstad", "Norwegian Foreign Minister \(evil)",
        ] {
            let raw = try print(phrase).unicodeScalars.filter { scalar in
                scalar != "\n"
                    && (scalar.properties.generalCategory == .control || (0x202A...0x202E).contains(scalar.value))
            }
            #expect(raw.isEmpty, "\(Columns.safe(phrase))")
        }
    }
}
