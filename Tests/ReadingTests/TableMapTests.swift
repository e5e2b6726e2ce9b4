import Diplomacy
import FoundationEssentials
import Testing

@testable import Reading

@Suite struct TableMapTests {
    private func fault(_ json: String) -> ReadingError? {
        do throws(ReadingError) {
            _ = try TableMap(json: Array(json.utf8))
            return nil
        } catch {
            return error
        }
    }

    @Test func aMapWrittenByHand() throws {
        let json = """
            {"schema": "rapporteur.table-map/1", "name": "bilaterals", "publisher": "A ministry", "country": "DEU", "sheet": "2026",
             "fields": {
               "start": {"column": "Datum", "format": "d.m.y"}, "party_a": {"constant": "Germany"}, "party_b": "Land",
               "medium": {"column": "Art", "words": {"VTC": "video"}}, "issues": {"column": 7, "separator": ","}}}
            """
        let map = try TableMap(json: Array(json.utf8))
        #expect(
            map.name == "bilaterals" && map.publisher == "A ministry" && map.country == "DEU" && map.sheet == "2026")
        #expect(map.rules[.start] == TableMap.Rule(.named("Datum"), format: .dayFirst))
        #expect(map.rules[.partyA] == TableMap.Rule(constant: "Germany"))
        #expect(map.rules[.partyB] == TableMap.Rule(.named("Land")))
        #expect(map.rules[.medium]?.words == ["VTC": "video"])
        #expect(map.rules[.issues] == TableMap.Rule(.numbered(7), separator: ","))
    }

    @Test func aMapComesBackAsItWasWritten() throws {
        var map = TableMap(name: "x-1")
        map.title = "Ä \"quoted\" / title"
        map.licence = "internal"
        map.separator = ";"
        for (i, field) in TableMap.Field.allCases.enumerated() {
            map.rules[field] = TableMap.Rule(
                i.isMultiple(of: 2) ? .numbered(i + 1) : .named("c\(i)"), constant: i.isMultiple(of: 3) ? "k" : nil,
                format: field.isDate ? .monthFirst : nil, separator: field.isList ? "|" : nil, words: ["a\(i)": "b"])
        }
        #expect(try TableMap(json: map.json) == map)
        #expect(map.json == map.json)
    }

    @Test(arguments: [
        ("", "malformed-json"), ("[]", "wrong-type"), ("{}", "wrong-type"), (#"{"name":"x"}"#, "start or date"),
        (#"{"name":"a b","fields":{"start":"d"}}"#, "letters, digits"),
        (#"{"name":"x","fields":{"strat":"d"}}"#, "\"strat\""),
        (#"{"name":"x","fields":{"start":{"column":"d","format":"dmy"}}}"#, "d.m.y"),
        (#"{"name":"x","fields":{"start":{"colunm":"d"}}}"#, "\"colunm\""),
        (#"{"name":"x","fields":{"start":{}}}"#, "a column or a constant"),
        (#"{"name":"x","fields":{"start":{"column":0}}}"#, "wrong-type"),
        (#"{"name":"x","fields":{"start":3}}"#, "wrong-type"),
        (#"{"name":"x","fields":{"start":"d"},"schema":"other/1"}"#, "table-map/1"),
        (#"{"name":"x","fields":{"start":"d"},"separator":"ab"}"#, "one character"),
        (#"{"name":"x","fields":{"start":"d"},"other":1}"#, "\"other\""),
        (#"{"name":"x","fields":{"kind":{"column":"k","words":{"a":1}},"start":"d"}}"#, "a text"),
    ])
    func whatIsNoMapIsTold(json: String, words: String) throws {
        let error = try #require(fault(json))
        #expect(error.description.contains(words), "\(error)")
    }

    @Test func everyFieldThatTheMessageNamesIsOne() throws {
        let message = try #require(fault(#"{"name":"x","fields":{"?":"d"}}"#)).message
        for field in TableMap.Field.allCases { #expect(message.contains(field.rawValue)) }
    }

    /// The map of `Documentation/Tables.md` is one, and the page names every field, format, note and problem.
    @Test func theDocumentation() throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let page = try String(contentsOf: root.appending(path: "Documentation/Tables.md"), encoding: .utf8)
        let parts = page.split(separator: "```")
        let json = try #require(parts.first { $0.hasPrefix("json\n") }).dropFirst("json".count)
        let map = try TableMap(json: Array(json.utf8))
        #expect(map.name == "bilaterals-e02" && map.rules.count == 11)
        #expect(map.rules[.date]?.format == .dayFirst && map.rules[.medium]?.words["VTC"] == "video")
        let words =
            TableMap.Field.allCases.map(\.rawValue) + TableDate.Format.allCases.map(\.rawValue)
            + TableMapGuess.Note.Code.allCases.map(\.rawValue)
            + VisitRowProblem.Code.allCases.filter { $0 != .missingCell }.map(\.rawValue)
        for word in words { #expect(page.contains("`\(word)`"), "\(word)") }
    }

    // MARK: - Guesses

    private func guess(_ csv: String) -> TableMapGuess {
        let lines = TableReader.rows(csv.utf8, separator: 0x3B).map { TableLine($0) }
        return TableMap.guess(
            header: (0..<lines[0].cells.count).map { lines[0].words($0) ?? "" }, rows: Array(lines.dropFirst()))
    }

    @Test(arguments: [
        "Date;Country;Topic;Person;Place;Outcome", "Datum;Land;Thema;Name;Ort;Ergebnis",
        "Date;Pays;Sujet;Nom;Lieu;Résultats",
        "Fecha;País;Tema;Nombre;Lugar;Resultado", "Дата;Страна;Тема;Имя;Место;Результат", "日期;国家;议题;姓名;地点;成果",
    ])
    func headsInSixLanguages(header: String) {
        let found = guess("\(header)\n2026-02-01;France;energy;X Y;Paris;none\n")
        let order: [TableMap.Field] = [.date, .country, .issues, .persons, .place, .outcome]
        for (field, head) in zip(order, header.split(separator: ";")) {
            #expect(found.map.rules[field]?.column == .named(String(head)))
        }
        #expect(found.notes.map(\.code) == [.noParties])
    }

    @Test func theOrderOfDayAndMonthIsToldNotGuessed() {
        let ambiguous = guess("Date;Country A;Country B\n01/02/2026;DEU;FRA\n03/04/2026;DEU;FRA\n")
        #expect(ambiguous.map.rules[.date]?.format == nil)
        #expect(
            ambiguous.notes.map(\.code) == [.ambiguousDateOrder] && ambiguous.notes[0].message.contains("01/02/2026"))
        #expect(!ambiguous.isComplete)
        let day = guess("Date;Country A;Country B\n01/02/2026;DEU;FRA\n13/04/2026;DEU;FRA\n")
        #expect(day.map.rules[.date]?.format == .dayFirst && day.notes.isEmpty && day.isComplete)
        let month = guess("Date;Country A;Country B\n01/02/2026;DEU;FRA\n04/13/2026;DEU;FRA\n")
        #expect(month.map.rules[.date]?.format == .monthFirst && month.isComplete)
        let mixed = guess("Date;Country A;Country B\n13/02/2026;DEU;FRA\n04/13/2026;DEU;FRA\n")
        #expect(mixed.map.rules[.date]?.format == nil && mixed.notes.contains { $0.code == .mixedDateOrder })
        let serial = guess("Date;Country A;Country B\n46054;DEU;FRA\n46060;DEU;FRA\n")
        #expect(serial.map.rules[.date]?.format == .excel)
        let short = guess("Date;Country A;Country B\n13.02.26;DEU;FRA\n")
        #expect(short.map.rules[.date]?.format == .dayFirst && short.notes.map(\.code) == [.shortYears])
    }

    @Test func whatColumnsTellTogether() {
        // a country beside a place is where; without one it is the other side
        let other = guess("Datum;Land;Thema\n2026-02-01;France;energy\n")
        #expect(other.map.rules[.partyB]?.column == .named("Land") && other.notes.contains { $0.code == .noParties })
        let alone = guess("When;Country;Topic\n2026-02-01;France;energy\n")
        #expect(alone.map.rules[.partyB]?.column == .named("Country") && alone.map.rules[.country] == nil)
        let dates = guess("Date;End;Parties\n2026-02-01;2026-02-02;DEU, FRA\n")
        #expect(dates.map.rules[.start]?.column == .named("Date") && dates.map.rules[.date] == nil)
        #expect(dates.map.rules[.parties]?.separator == ",")
        let unnamed = guess("x;Parties\n2026-02-01;DEU/FRA\n")
        #expect(unnamed.map.rules[.date]?.column == .named("x") && !unnamed.notes.contains { $0.code == .unmapped })
        let twins = guess("Date;Note;Note;Parties;Colour\n2026-02-01;a;b;DEU;red\n")
        #expect(twins.map.rules[.note]?.column == .numbered(2))
        #expect(twins.notes.map(\.code) == [.twoColumns, .unmapped])
        let none = guess("a;b\nx;y\n")
        #expect(Set(none.notes.map(\.code)) == [.unmapped, .noDate, .noParties])
    }
}
