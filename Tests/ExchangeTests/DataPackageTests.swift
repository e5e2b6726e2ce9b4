import Testing

@testable import Exchange

@Suite("Data packages")
struct DataPackageTests {
    private func file(_ table: TableShape, _ format: DataPackage.File.Format = .csv) -> DataPackage.File {
        DataPackage.File(
            table: table, format: format, path: "\(table.name).\(format.rawValue)", bytes: 12,
            sha256: String(repeating: "a", count: 64), rows: 3)
    }

    private func package(_ files: [DataPackage.File], _ publishers: [String] = ["The Daily"]) throws -> JSON {
        let package = DataPackage(note: Sample.note, files: files, publishers: publishers, contributors: ["Ann"])
        return try JSON(String(decoding: package.json(), as: UTF8.self))
    }

    @Test("a package says what it is, whose, and where it comes from")
    func head() throws {
        let package = try package([])
        #expect(package["name"].text == "rapporteur-encounters")
        #expect(package["title"].text == "Encounters of diplomats")
        #expect(package["version"].text == "2026.3.14+7" && package["created"].text == Sample.note.made)
        #expect(package["sources"].list.map { $0["title"].text } == ["The Daily"])
        #expect(package["contributors"].list.map { $0["title"].text } == ["The Desk", "Ann", "rapporteur 0.1.0"])
        #expect(package["licenses"].list[0]["title"].text?.contains("publishers' rights") == true)
        #expect(package["rapporteur"]["query"].text == "party:NOR")
        #expect(package["description"].text == Sample.note.text)
    }

    @Test("each file has its format, size, hash and columns")
    func resource() throws {
        let resource = try package([file(EncounterRow.table.shape)])["resources"].list[0]
        #expect(resource["name"].text == "encounters" && resource["path"].text == "encounters.csv")
        #expect(resource["bytes"].number == 12 && resource["rows"].number == 3)
        #expect(resource["hash"].text == "sha256:" + String(repeating: "a", count: 64))
        #expect(resource["schema"]["primaryKey"].texts == ["id"])
        let fields = resource["schema"]["fields"].list
        #expect(fields.map { $0["name"].text } == EncounterRow.columns.map(\.name))
        let types = Dictionary(uniqueKeysWithValues: fields.map { ($0["name"].text ?? "", $0["type"].text) })
        #expect(types["id"] == "string" && types["origins"] == "integer" && types["latitude"] == "number")
        #expect(types["date_start"] == "date" && types["changed"] == "datetime")
        let kind = try #require(fields.first { $0["name"].text == "kind" })
        #expect(kind["constraints"]["enum"].texts.contains("video-conference"))
        #expect(kind["constraints"]["required"].truth == true)
        #expect(fields.first { $0["name"].text == "level" }?["constraints"]["required"].truth == nil)
        #expect(fields.allSatisfy { $0["description"].text?.isEmpty == false })
    }

    @Test("links lead to the files of the same format, and to none that is not there")
    func links() throws {
        let tables = [EncounterRow.table.shape, ParticipantRow.table.shape, ClaimRow.table.shape]
        let all = try package(tables.map { file($0) } + tables.map { file($0, .parquet) })["resources"].list
        #expect(
            all.map { $0["name"].text } == [
                "encounters", "participants", "claims", "encounters-parquet", "participants-parquet", "claims-parquet",
            ])
        func targets(_ resource: JSON) -> [String?] {
            resource["schema"]["foreignKeys"].list.map { $0["reference"]["resource"].text }
        }
        // no reports here
        #expect(
            all.map(targets) == [
                [], ["encounters"], ["encounters"], [], ["encounters-parquet"], ["encounters-parquet"],
            ])
        #expect(all[1]["schema"]["foreignKeys"].list[0]["fields"].texts == ["encounter"])
        #expect(all[1]["schema"]["foreignKeys"].list[0]["reference"]["fields"].texts == ["id"])
        #expect(all[0]["encoding"].text == "utf-8" && all[3]["encoding"].text == nil)
        // a list is one in Parquet, and text in a cell of CSV
        func type(_ resource: JSON) -> String? {
            resource["schema"]["fields"].list.first { $0["name"].text == "parties" }?["type"].text
        }
        #expect(type(all[0]) == "string" && type(all[3]) == "array")
    }

    @Test("of many publishers the first are named, and it is said how many more they are")
    func publishers() throws {
        let names = (0...DataPackage.mostSources + 1).map { "P\($0)" }
        let sources = try package([], names)["sources"].list
        #expect(sources.count == DataPackage.mostSources + 1)
        #expect(sources.last?["title"].text == "and 2 other publishers")
    }

    @Test("no words break the descriptor or the dictionary, whatever they are", arguments: hostile)
    func hostileWords(text: String) throws {
        var note = Sample.note
        note.title = text
        note.owner = text
        note.query = text
        let package = DataPackage(note: note, files: [file(EventRow.table.shape)], publishers: [text])
        #expect(try JSON(String(decoding: package.json(), as: UTF8.self))["resources"].list.count == 1)
        let lines = DataDictionary.markdown(ExportTables.package, note: note).split(separator: "\n")
        #expect(lines.filter { $0.hasPrefix("## ") }.count == ExportTables.package.count)
    }
}

@Suite("The data dictionary")
struct DataDictionaryTests {
    @Test("each column has a row of four cells with its meaning")
    func rows() {
        let lines = DataDictionary.markdown(ExportTables.package, note: Sample.note).split(separator: "\n")
        for table in ExportTables.package {
            #expect(lines.contains("## \(table.name)"))
            for field in table.fields {
                let row = lines.filter {
                    $0.hasPrefix("| `\(field.name)` |") && $0.contains(field.description.prefix(20))
                }
                #expect(!row.isEmpty, "\(table.name).\(field.name)")
                #expect(row.allSatisfy { $0.split(separator: "|").count == 4 }, "\(table.name).\(field.name)")
            }
        }
        let columns = ExportTables.package.map(\.fields.count).reduce(0, +)
        #expect(lines.filter { $0.hasPrefix("| `") }.count == columns)
        #expect(lines.contains("`document` refers to `reports.document`."))
        #expect(lines.contains("Key: `encounter`, `number`."))
    }

    @Test("what would end a cell is escaped")
    func escaped() {
        let field = TableField(name: "a", type: .vocabulary(["x"]), description: "One | two\n<b>*three*.")
        let table = TableShape(name: "t", description: "Rows.", fields: [field])
        #expect(
            DataDictionary.markdown([table], note: Sample.note).hasSuffix(
                "| `a` | word |  | One \\| two \\<b>\\*three\\*. One of `x`. |\n"))
    }
}
