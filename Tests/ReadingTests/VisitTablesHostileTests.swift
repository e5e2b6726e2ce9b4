import Diplomacy
import Testing

import Reading

/// Rows that are none, and tables that arrive in pieces.
@Suite struct VisitTablesHostileTests {
    private func problems(_ rows: String...) throws -> [VisitRowProblem] {
        let table = ([VisitTable.toUS.columns.joined(separator: ",")] + rows).joined(separator: "\n")
        return try VisitTableReader.read(table.utf8).problems
    }

    @Test(arguments: [
        ("1,,1932-04-01,A,x,X,r", VisitRowProblem.Code.badDate, "an empty cell"),
        ("1,28 March 1932,1932-04-01,A,x,X,r", .badDate, "\"28 March 1932\""),
        ("1,1932-02-30,1932-04-01,A,x,X,r", .badDate, "\"1932-02-30\""),
        ("1,1932-03-28T00:00:00Z,1932-04-01,A,x,X,r", .badDate, "\"1932-03-28T00:00:00Z\""),
        ("1,1932-04-02,1932-04-01,A,x,X,r", .endBeforeStart, "1932-04-02 to 1932-04-01"),
        ("1,1932-03-28,1932-04-01,,x,X,r", .missingCell, "an empty cell"),
        ("1,1932-03-28,1932-04-01,A,x,  ,r", .missingCell, "an empty cell"),
        (",1932-03-28,1932-04-01,A,x,X,r", .missingCell, "an empty cell"),
        ("1,1932-03-28,1932-04-01,A,x,X", .wrongCellCount, "6"),
        ("1,1932-03-28,1932-04-01,A,x,X,r,s", .wrongCellCount, "8"),
    ])
    func badRowsAreToldAndTheRestGoesOn(row: String, code: VisitRowProblem.Code, found: String) throws {
        let good = "2,1932-03-28,1932-04-01,B,x,X,r"
        let table = [VisitTable.toUS.columns.joined(separator: ","), row, good].joined(separator: "\n")
        let read = try VisitTableReader.read(table.utf8)
        #expect(read.documents.map(\.id) == ["visits:to-us:2"])
        #expect(read.problems.map(\.code) == [code])
        #expect(read.problems.map(\.line) == [2])
        #expect(read.problems.first?.found == found)
        #expect(read.problems.first?.description.hasPrefix("line 2: \(code.rawValue): expected ") ?? false)
    }

    @Test func rowsOverTheLimitAreToldNotCut() throws {
        var reader = VisitTableReader(longestRow: 200)
        var results: [VisitTableReader.Result] = []
        let long = String(repeating: "x", count: 300)
        let table =
            VisitTable.toUS.columns.joined(separator: ",") + "\n1,1932-03-28,1932-04-01,A,x,X,\(long)\n"
            + "2,1932-03-28,1932-04-01,B,x,X,r\n"
        try Array(table.utf8).withUnsafeBytes { try reader.take($0) { results.append($0) } }
        try reader.end { results.append($0) }
        #expect(results.count == 2)
        guard case .problem(let problem)? = results.first, case .document(let document)? = results.last else {
            Issue.record("expected a problem and a document, found \(results)")
            return
        }
        #expect(problem.code == .rowTooLong && problem.line == 2)
        #expect(document.id == "visits:to-us:2")
    }

    /// A table cut anywhere gives the same documents as the whole.
    @Test func piecesOfAnySizeGiveTheSame() throws {
        let bytes = Array(VisitTablesSamples.inboundChina.utf8)
        let whole = try VisitTableReader.read(bytes).documents
        for size in [1, 2, 3, 7, 64] {
            var reader = VisitTableReader()
            var texts: [String] = []
            func keep(_ result: VisitTableReader.Result) {
                if case .document(let document) = result { texts.append(document.text) }
            }
            for start in stride(from: 0, to: bytes.count, by: size) {
                try Array(bytes[start..<min(start + size, bytes.count)]).withUnsafeBytes { try reader.take($0, keep) }
            }
            try reader.end(keep)
            #expect(texts == whole.map(\.text))
            #expect(reader.table == .inboundChina)
        }
    }

    /// Every cut and every changed byte of a table gives documents, problems or the error of the header; never a trap.
    @Test func damagedTablesNeverTrap() {
        for table in [VisitTablesSamples.travels, VisitTablesSamples.inboundChina, VisitTablesSamples.outbound] {
            let bytes = Array(table.utf8)
            for i in stride(from: 0, to: bytes.count, by: 3) {
                _ = try? VisitTableReader.read(bytes.prefix(i))
                for byte: UInt8 in [0x00, 0x22, 0x2C, 0x0A, 0xFF] {
                    var damaged = bytes
                    damaged[i] = byte
                    _ = try? VisitTableReader.read(damaged)
                }
            }
        }
    }

    /// Quotation marks that are never closed swallow the rest, and that is told.
    @Test func anOpenQuotationMarkIsToldOnce() throws {
        let found = try problems("1,1932-03-28,1932-04-01,\"A,x,X,r", "2,1932-03-28,1932-04-01,B,x,X,r")
        #expect(found.map(\.code) == [.wrongCellCount])
    }

    @Test func cellsOfSeveralLinesStandOnOne() throws {
        let row = "1,1932-03-28,1932-04-01,A,x,X,\"One.\r\n\tTwo.\"\n"
        let table = VisitTable.toUS.columns.joined(separator: ",") + "\n" + row
        let text = try VisitTableReader.read(table.utf8).documents.first?.text
        #expect(text == "A of X visited the United States, 28 March to 1 April 1932. One. Two.")
    }

    @Test func whatIsNoPlainNameMakesNoAddress() throws {
        let row = "9001,president,../x?y,Jane Doe,1931-06-09,1931-06-13,r,Ruritania,,"
        let table = VisitTablesSamples.table(.usTravels, row)
        #expect(try VisitTableReader.read(table.utf8).documents.first?.url == nil)
        let other = row.replacing("president", with: "envoy").replacing("../x?y", with: "doe-jane")
        #expect(try VisitTableReader.read(VisitTablesSamples.table(.usTravels, other).utf8).documents.first?.url == nil)
    }
}
