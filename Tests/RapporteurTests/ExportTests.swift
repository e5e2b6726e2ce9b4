import ArgumentParser
import Diplomacy
import FoundationEssentials
import Register
import Testing
import Exchange

@testable import rapporteur

@Suite struct CSVTests {
    /// Reads RFC 4180 as its grammar has it; `nil` where the text is none.
    private func read(_ text: String) -> [[String]]? {
        var rows: [[String]] = []
        var row: [String] = []
        var rest = Array(text.unicodeScalars)[...]
        while !rest.isEmpty {
            var cell = String.UnicodeScalarView()
            if rest.first == "\"" {
                rest.removeFirst()
                while let next = rest.popFirst() {
                    if next != "\"" {
                        cell.append(next)
                    } else if rest.first == "\"" {
                        cell.append("\"")
                        rest.removeFirst()
                    } else {
                        break
                    }
                }
            } else {
                while let next = rest.first, ![",", "\r", "\n", "\""].contains(next) {
                    cell.append(next)
                    rest.removeFirst()
                }
            }
            row.append(String(cell))
            switch rest.popFirst() {
            case ",": continue
            case "\r":
                guard rest.popFirst() == "\n" else { return nil }
                rows.append(row)
                row = []
            default: return nil
            }
        }
        return row.isEmpty ? rows : nil
    }

    private func chanceText(_ state: inout UInt64) -> String {
        let pieces = [
            "=", "+", "-", "@", "\t", "\r", "\n", "\r\n", ",", "\"", "a", "ż", "'", " ", "\u{301}", "1", "🙂", ";",
        ]
        func draw(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % bound
        }
        return (0..<draw(6)).map { _ in pieces[draw(pieces.count)] }.joined()
    }

    @Test func whateverIsWrittenIsReadBackAndNoTextBeginsAFormula() throws {
        var state: UInt64 = 3
        for _ in 0..<3000 {
            let texts = (0..<4).map { _ in chanceText(&state) }
            let rows = try #require(read(CSV.line(texts.map { .text($0) }) + CSV.line([.plain("-1")])))
            #expect(rows.count == 2)
            #expect(rows[1] == ["-1"])
            for (text, cell) in zip(texts, rows[0]) {
                let first = cell.unicodeScalars.first
                #expect(first.map { !["=", "+", "-", "@", "\t", "\r"].contains($0) } ?? true)
                let isGuarded = Array(cell.unicodeScalars) != Array(text.unicodeScalars)
                #expect(!isGuarded || Array(cell.unicodeScalars) == Array(("'" + text).unicodeScalars))
                let isFormula =
                    text.unicodeScalars.first.map { ["=", "+", "-", "@", "\t", "\r"].contains($0) } ?? false
                #expect(isGuarded == isFormula)
            }
        }
    }

    @Test func numbersAndDatesAreLeftAlone() {
        #expect(
            CSV.line([.number(-2.5), .number(3.0), .number(nil as Int?), .plain("2026-03-12")])
                == "-2.5,3,,2026-03-12\r\n")
        #expect(CSV.line([.text("=1+1"), .list(["a", "b,c"])]) == "'=1+1,\"a; b,c\"\r\n")
    }
}

@Suite struct ExportTests {
    private let tables = [
        ("encounters", EncounterRow.columns.map(\.name)), ("reports", ReportRow.columns.map(\.name)),
        ("claims", ClaimRow.columns.map(\.name)), ("events", EventRow.columns.map(\.name)),
    ]

    @Test func everyColumnIsDocumentedInItsOrder() throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let bytes = try Files.contents(
            root.appending(path: "Documentation/Register.md").path, expected: "documentation")
        let text = String(decoding: bytes, as: UTF8.self)
        for (name, columns) in tables {
            let listed = columns.map { "`\($0)`" }.joined(separator: " ")
            #expect(text.contains("| \(name) | \(listed) |"), "\(name): \(listed)")
            #expect(Set(columns).count == columns.count)
        }
    }

    @Test func aQueryKeepsToItsEncountersAndTheirReports() throws {
        let folder = try TemporaryFolder()
        let register = try Register(path: "\(folder.path)/r.sqlite", access: .write)
        _ = try register.file(try sampleFilings(), at: "2026-03-12T00:00:00Z")
        try register.reconcile(at: "2026-03-12T00:00:00Z")
        let ids = try register.ids(matching: try SearchParser.query("disputed:place"))
        #expect(ids.count == 1)
        var kept: [String] = []
        try register.exportReports(of: ids) { report in
            kept.append(report.document)
            #expect(report.encounters.contains(ids[0]))
            #expect(report.versions.count == 1)
        }
        var all: [String] = []
        try register.exportReports(of: nil) { all.append($0.document) }
        #expect(all.count == 12)
        #expect(kept.contains("c01-r6") && kept.count < all.count)
        #expect(all == all.sorted())
        var records: [String] = []
        try register.exportRecords(of: ids) { exported in
            records.append(exported.record.id)
            #expect(exported.encounters.count == exported.record.encounters.count)
        }
        #expect(records == kept)
        for kind in ["encounters", "reports", "claims", "events"] {
            for format in ["jsonl", "csv"] {
                let arguments = [kind, "--format", format, "--register", "\(folder.path)/r.sqlite", "--query", "zzz"]
                #expect(exitStatus { try ExportCommand.parse(arguments).run() } == 0)
            }
        }
    }
}
