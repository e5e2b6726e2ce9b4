import Testing

@testable import Lexicon

/// What people get who write tables of their own: the names of the tables, their heads, and rows by column.
@Suite struct TemplateTests {
    @Test func theNamesOfTheTablesAreThoseOfTheFiles() {
        let names = LexiconBuilder.kindNames
        #expect(Set(names).count == names.count)
        #expect(Set(names).isSuperset(of: SmallTables.heads.keys))
        #expect(Set(names).isSuperset(of: ["places", "issues", "cues", "context"]))
        #expect(names.count == SmallTables.heads.count + 4)
    }

    @Test(arguments: ["parties", "persons", "person-names", "instruments", "regions"])
    func aTemplateHasASourceAndTheHeader(kind: String) throws {
        let lines = try #require(LexiconBuilder.template(kind)).split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines.count == 3)
        #expect(lines.first?.hasPrefix("# source: ") == true)
        #expect(String(lines[1].map { $0 == "\t" ? "|" : $0 }) == SmallTables.heads[kind])
        #expect(lines.last == "")
    }

    @Test func thereIsNoTemplateOfAnUnknownTable() {
        #expect(LexiconBuilder.template("people") == nil)
        #expect(LexiconBuilder.template("") == nil)
        #expect(LexiconBuilder.template("Persons") == nil)
    }

    @Test func everyTemplateIsATableWithoutAMistake() throws {
        let templates = try LexiconBuilder.kindNames.map { kind in
            LexiconBuilder.Input(file: "Mine/\(kind).tsv", text: try #require(LexiconBuilder.template(kind)))
        }
        var builder = LexiconBuilder()
        let bytes = try? builder.compile(SmallTables().inputs, overlay: templates)
        #expect(bytes != nil)
        #expect(builder.errors.map(\.description) == [])
    }

    @Test func aRowUnderATemplateNamesItsSource() throws {
        let template = try #require(LexiconBuilder.template("agents"))
        let input = LexiconBuilder.Input(file: "Mine/agents.tsv", text: template + "ferryman\tCVL\tmine\n")
        var builder = LexiconBuilder()
        let lexicon = try #require(Lexicon(try builder.compile(SmallTables().inputs, overlay: [input])))
        #expect(lexicon.find("ferrymen", in: .actors).map(\.isPlural) == [true])
        #expect(!lexicon.source("mine", in: "Mine/agents.tsv").isEmpty)
    }

    // MARK: - Rows by column

    @Test func rowsComeByColumn() {
        let rows = LexiconBuilder.rows(of: "offices", in: SmallTables().inputs)
        #expect(rows.map { $0["code"] } == ["foreign-minister", "head-of-state"])
        #expect(
            rows.first == [
                "code": "foreign-minister", "title": "Foreign Minister", "level": "minister", "sector": "GOV",
                "holders": "one", "source": "contract",
            ])
    }

    @Test func rowsOfAllFilesOfAFolder() {
        var tables = SmallTables()
        tables.further["persons/more"] = SmallTables.table(
            "persons", ["doe-ann|Ann Doe||GEO|foreign-minister||2004|||own"])
        let rows = LexiconBuilder.rows(of: "persons", in: tables.inputs)
        #expect(rows.count == 6)
        #expect(rows.last?["person"] == "doe-ann")
        #expect(rows.last?["to"] == "")
    }

    @Test func rowsOfAnotherFormAreLeftOut() {
        let bad = SmallTables.input("agents.tsv", SmallTables.table("agents", ["soldier|MIL", "sailor|MIL|own"]))
        #expect(LexiconBuilder.rows(of: "agents", in: [bad]).map { $0["wording"] } == ["sailor"])
        let otherHead = SmallTables.input("agents.tsv", "wording|source\nsailor|own")
        #expect(LexiconBuilder.rows(of: "agents", in: [otherHead]).isEmpty)
    }

    @Test func thereAreNoRowsOfUnknownOrAbsentTables() {
        #expect(LexiconBuilder.rows(of: "people", in: SmallTables().inputs).isEmpty)
        #expect(LexiconBuilder.rows(of: "regions", in: SmallTables().inputs).isEmpty)
    }
}
