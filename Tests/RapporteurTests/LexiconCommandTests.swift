import ArgumentParser
import Coding
import Diplomacy
import FoundationEssentials
import Glibc
import Lexicon
import Reading
import Testing

@testable import rapporteur

/// Tables of one's own over the program's. Compiling takes seconds: the tests look at one lexicon.
@Suite struct LexiconCommandTests {
    /// What comes of a folder into which holders were imported, twice, and to which rows were added.
    struct Mine {
        /// The folder of the tables; it is gone when the tests run.
        let tables: String
        /// `persons.tsv` after the first import and after the second.
        let imports: [String]
        /// The file compiled from the folder.
        let bytes: [UInt8]
        /// The lexicon of that file, and that of the folder.
        let lexicon, sameLexicon: Lexicon

        static let factbook = """
            {"Government":{"Country name":{"conventional short form":{"text":"Ghana"}},"Executive branch":{
            "chief of state":{"text":"Vice President Tova LINDQUIST (since 8 March 1911)"}}}}
            """
        static let rows = [
            "brakstad-ervin\tErvin Brakstad\tErwin Brakstadt\tNOR\tambassador\tAmbassador to Chad\t1912-02-01\t1913-05\t\tmine",
            // takes the place of ours
            "merkel-angela\tAngela Merkel\t\tDEU\thead-of-government\tChancellor of a Test\t2005-11-22\t2018-01-01\t\tmine",
        ]

        init() throws {
            let folder = try TemporaryFolder()
            tables = "\(folder.path)/tables"
            let source = try folder.write("factbook/gh.json", Self.factbook)
            try folder.write("factbook/broken.json", "{\"Government\":")
            var imports: [String] = []
            for path in [source, "\(folder.path)/factbook"] {
                try LexiconImportCommand.parse(["factbook", path, "--into", tables]).run()
                imports.append(try folder.text("tables/persons.tsv"))
            }
            self.imports = imports
            try folder.write(
                "tables/persons/more.tsv",
                (LexiconBuilder.template("persons") ?? "") + Self.rows.map { $0 + "\n" }.joined())
            let file = "\(folder.path)/lexicon.bin"
            try LexiconCompileCommand.parse(["--lexicon", tables, "--output", file]).run()
            lexicon = try LexiconStore.open(file)
            bytes = try Array(Files.contents(file, expected: "a lexicon"))
            sameLexicon = try LexiconStore.open(tables)
        }
    }

    static let mine = Result { try Mine() }
    static let own = Result { try LexiconStore.ownTables() }

    func first(_ phrase: String, on day: String, in lexicon: Lexicon) throws -> Candidate? {
        let day = try #require(Day(iso: day))
        return WhoReader(lexicon: lexicon).candidates(for: phrase, on: day).first
    }

    // MARK: - Overlays

    @Test func aPersonOfOnesOwnIsFound() throws {
        let mine = try Self.mine.get()
        let found = try #require(try first("Ervin Brakstad", on: "1912-06-03", in: mine.lexicon))
        #expect(found.key == "brakstad-ervin")
        #expect(found.party == "NOR")
        #expect(found.seats.map(\.title) == ["Ambassador to Chad"])
        #expect(found.seats.map(\.origin.line) == [3])
        #expect(found.seats.allSatisfy { $0.origin.table == "\(mine.tables)/persons/more.tsv" })
        #expect(try first("Erwin Brakstadt", on: "1912-06-03", in: mine.lexicon)?.key == "brakstad-ervin")
        #expect(try first("Ervin Brakstad", on: "1912-06-03", in: try Lexicon.program()) == nil)
    }

    @Test func aRowThatSpeaksOfTheSameTakesThePlaceOfOurs() throws {
        let mine = try Self.mine.get().lexicon
        #expect(try first("Angela Merkel", on: "2010-06-01", in: mine)?.office == "Chancellor of a Test")
        #expect(try first("Angela Merkel", on: "2019-06-03", in: mine)?.standing == .former)
        #expect(try first("Angela Merkel", on: "2019-06-03", in: try Lexicon.program())?.standing == .incumbent)
    }

    @Test func whatTheOverlayDoesNotSayStays() throws {
        let (mine, own) = (try Self.mine.get().lexicon, try Lexicon.program())
        #expect(mine.termCount == own.termCount + 2)
        #expect(mine.partyCount == own.partyCount && mine.officeCount == own.officeCount)
        let lavrov = try first("Sergei Lavrov", on: "2014-02-03", in: mine)
        #expect(lavrov?.office == "Minister of Foreign Affairs")
        #expect(
            lavrov?.seats.map(\.origin) == (try first("Sergei Lavrov", on: "2014-02-03", in: own))?.seats.map(\.origin))
    }

    @Test func aFolderIsTheSameAsTheFileCompiledFromIt() throws {
        let mine = try Self.mine.get()
        #expect(mine.sameLexicon.tables == mine.lexicon.tables)
        #expect(mine.sameLexicon.termCount == mine.lexicon.termCount)
        #expect(try first("Ervin Brakstad", on: "1912-06-03", in: mine.sameLexicon)?.party == "NOR")
    }

    @Test func aLexiconThatWasCutShortIsNone() throws {
        let bytes = try Self.mine.get().bytes
        let folder = try TemporaryFolder()
        for count in [8, 15, 16, 100, bytes.count / 2, bytes.count * 9 / 10] {
            let file = try folder.write("cut.bin", Array(bytes.prefix(count)))
            #expect(exitStatus { _ = try LexiconStore.open(file) } == 65, "\(count) of \(bytes.count) bytes")
        }
    }

    // MARK: - Import

    @Test func anImportWritesRowsThatCompile() throws {
        let mine = try Self.mine.get()
        #expect(
            mine.imports.first == """
                # source: import = say here where your rows come from
                person\tname\taliases\tparty\toffice\ttitle\tfrom\tto\tstanding\tsource
                lindquist-tova\tTova Lindquist\t\tGHA\tdeputy-head-of-state\tVice President\t1911-03-08\t\t\timport

                """)
        let found = try #require(try first("Tova Lindquist", on: "1911-06-01", in: mine.lexicon))
        #expect(found.office == "Vice President")
        #expect(found.party == "GHA")
    }

    /// The second time the file that is no JSON was passed over, and the row was there.
    @Test func anImportTwiceIsAnImportOnce() throws {
        let mine = try Self.mine.get()
        #expect(mine.imports.count == 2)
        #expect(mine.imports.first == mine.imports.last)
    }

    @Test func anImportKeepsTheRowsThatAreThere() throws {
        let folder = try TemporaryFolder()
        let before = (LexiconBuilder.template("persons") ?? "") + (Mine.rows.first ?? "")
        try folder.write("tables/persons.tsv", before)
        let source = try folder.write("gh.json", Mine.factbook)
        try LexiconImportCommand.parse(["factbook", source, "--into", "\(folder.path)/tables", "--source", "cia"]).run()
        let lines = try folder.text("tables/persons.tsv").split(separator: "\n").map(String.init)
        #expect(lines.first?.hasPrefix("# source: cia = ") == true)
        #expect(lines.dropFirst().dropLast() == before.split(separator: "\n").map(String.init)[...])
        #expect(lines.last?.hasSuffix("\tcia") == true)
    }

    @Test func aClaimThatTheLexiconHasIsNotWritten() throws {
        let folder = try TemporaryFolder()
        let json = """
            {"results":{"bindings":[{"personLabel":{"value":"Angela Merkel"},"positionLabel":{"value":"Federal Chancellor"},
            "iso3":{"value":"DEU"},"start":{"value":"2005-11-22T00:00:00Z"}}]}}
            """
        let source = try folder.write("q.json", json)
        try LexiconImportCommand.parse(["wikidata", source, "--into", "\(folder.path)/tables"]).run()
        #expect(try folder.text("tables/persons.tsv").split(separator: "\n").count == 2)
    }

    @Test func aClaimThatTwoFilesMakeIsWrittenOnce() throws {
        let folder = try TemporaryFolder()
        for name in ["a", "b"] { try folder.write("files/\(name).json", Mine.factbook) }
        try LexiconImportCommand.parse(["factbook", "\(folder.path)/files", "--into", "\(folder.path)/tables"]).run()
        #expect(try folder.text("tables/persons.tsv").split(separator: "\n").count == 3)
    }

    @Test func aMissingSourceEndsTheImport() throws {
        #expect(exitStatus { try LexiconImportCommand.parse(["wikidata", "/tmp/no-such-file.json"]).run() } == 66)
    }

    // MARK: - Export

    @Test func exportedTablesAreOurTablesByteForByte() throws {
        let folder = try TemporaryFolder()
        try LexiconExportCommand.parse(["--format", "tsv", "--to", "\(folder.path)/out"]).run()
        let own = try Self.own.get()
        let found = try LexiconStore.tables(in: "\(folder.path)/out")
        #expect(found.map { $0.file } == own.map { "\(folder.path)/out/\($0.file)" })
        for (mine, ours) in zip(found, own) {
            #expect(Array(mine.text.utf8) == Array(ours.text.utf8), "\(ours.file)")
        }
    }

    static let parties = LexiconBuilder.Input(
        file: "parties.tsv",
        text: (LexiconBuilder.template("parties") ?? "") + "NOR\tNorway\tstate\tGOV\t\t\t\t\tmine\n")
    static let codes = LexiconBuilder.Input(
        file: "country-codes.tsv", text: (LexiconBuilder.template("country-codes") ?? "") + "NOR\tNO\tmine\n")

    func persons(_ rows: String...) -> LexiconBuilder.Input {
        LexiconBuilder.Input(
            file: "persons.tsv",
            text: (LexiconBuilder.template("persons") ?? "") + rows.map { $0 + "\n" }.joined())
    }

    @Test func aTermIsAPersonAPositionAndAnOccupancy() throws {
        let table = persons(
            "wang-ervin\tWang/ Ervin\tE. Wang|Erwin Wang\tNOR\tambassador\tAmbassador to Chad\t1912-02\t1913\t\tmine",
            "wang-ervin\tWang/ Ervin\tErwin Wang\tNOR\tforeign-minister\t\t1914\t\t\tmine")
        let found = FollowTheMoney(tables: [Self.parties, Self.codes, table], overlay: []).entities()
        #expect(found.map(\.schema) == ["Person", "Position", "Position", "Occupancy", "Occupancy"])
        let person = try #require(found.first)
        #expect(person.id == "rapporteur-person-wang-ervin")
        #expect(person.properties == ["name": ["Wang Ervin"], "alias": ["E. Wang", "Erwin Wang"], "country": ["no"]])
        #expect(found[1].properties == ["name": ["Ambassador to Chad, Norway"], "country": ["no"]])
        #expect(
            found[3].properties == [
                "holder": [person.id], "post": [found[1].id], "status": ["ended"], "startDate": ["1912-02"],
                "endDate": ["1913"], "recordId": ["mine"],
            ])
        #expect(found[4].properties["status"] == ["current"])
        #expect(found[4].properties["post"] == [found[2].id])
    }

    /// What takes the place of our row in the lexicon takes it in the export.
    @Test func aReplacedTermIsNotExported() throws {
        let ours = persons("wang-ervin\tWang/ Ervin\t\tNOR\tforeign-minister\t\t1914-02\t1916\t\tmine")
        let mine = persons("wang-ervin\tWang/ Ervin\t\tNOR\tforeign-minister\t\t1914-03\t1916\t\tmine")
        let found = FollowTheMoney(tables: [Self.parties, Self.codes, ours], overlay: [mine]).entities()
        let starts = found.filter { $0.schema == "Occupancy" }.map { $0.properties["startDate"] ?? [] }
        #expect(starts == [["1914-03"]])
    }

    @Test func everyOccupancyHasItsHolderAndItsPost() throws {
        let found = FollowTheMoney(tables: try Self.own.get(), overlay: []).entities()
        #expect(Set(found.map(\.schema)) == ["Person", "Position", "Occupancy"])
        let persons = Set(found.filter { $0.schema == "Person" }.map(\.id))
        let positions = Set(found.filter { $0.schema == "Position" }.map(\.id))
        let occupancies = found.filter { $0.schema == "Occupancy" }
        #expect(persons.count == (try Lexicon.program()).personCount)
        #expect(occupancies.count == (try Lexicon.program()).termCount)
        let lost = occupancies.filter { one in
            one.properties["holder"]?.count != 1 || one.properties["post"]?.count != 1
                || !(one.properties["holder"] ?? []).allSatisfy(persons.contains)
                || !(one.properties["post"] ?? []).allSatisfy(positions.contains)
        }
        #expect(lost.isEmpty, "\(lost.prefix(3))")
        let nameless = found.filter { $0.schema != "Occupancy" && $0.properties["name"]?.first?.isEmpty != false }
        #expect(nameless.isEmpty, "\(nameless.prefix(3))")
    }

    @Test func idsAreWrittenOnceEachOneALine() throws {
        let folder = try TemporaryFolder()
        let row = "wang-ervin\tWang/ Ervin\t\tNOR\tambassador\tAmbassador to Chad\t1912-02\t1913\t\tmine"
        let table = persons(row, row, row.replacing("wang", with: "wong").replacing("Wang", with: "Wong"))
        let file = "\(folder.path)/out.jsonl"
        let descriptor = open(file, O_WRONLY | O_CREAT, 0o644)
        try #require(descriptor >= 0)
        try FollowTheMoney(tables: [Self.parties, Self.codes, table], overlay: []).write(
            to: Output(descriptor: descriptor))
        close(descriptor)
        let values = try folder.text("out.jsonl").split(separator: "\n").map { try JSONValue(json: Data($0.utf8)) }
        let ids = values.compactMap { value -> JSONValue? in if case .object(let one) = value { one["id"] } else { nil }
        }
        #expect(ids.count == 5)
        #expect(Set(ids).count == 5)
    }

    // MARK: - Counts

    @Test func thePageHasARowForEachState() throws {
        let lexicon = try Lexicon.program()
        let day = try #require(Day(iso: "2020-01-01"))
        let page = LexiconPage(lexicon, on: day)
        let lines = page.markdown().split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let states = (0..<lexicon.partyCount).map { lexicon.party($0) }.filter { party in
            party.kind == .state && party.span.began.map { $0.start <= day } ?? true
        }
        #expect(states.count > 190)
        for state in states {
            let rows = lines.filter { $0.hasPrefix("| \(state.name) | \(state.code) | ") }
            #expect(rows.count == 1, "\(state.code)")
            #expect(rows.allSatisfy { $0.split(separator: "|").count == 7 }, "\(rows)")
        }
        #expect(lines.contains { $0.hasPrefix("| terms of office | \(lexicon.termCount) |") })
        #expect(lines.first == "# What the lexicon covers")
        #expect(page.text().contains(" of \(states.count)  foreign-minister\n"))
    }

    @Test func noShareIsMoreThanTheWhole() throws {
        let page = LexiconPage(try Lexicon.program(), on: try #require(Day(iso: "2020-01-01")))
        for row in page.coverage.rows { #expect(row.shares.values.allSatisfy { (0...1).contains($0) }, "\(row.party)") }
        #expect(page.counts.termsByDecade.reduce(0) { $0 + $1.count } == (try Lexicon.program()).termCount)
        #expect(page.counts.termsBySource.reduce(0) { $0 + $1.count } == (try Lexicon.program()).termCount)
    }
}
