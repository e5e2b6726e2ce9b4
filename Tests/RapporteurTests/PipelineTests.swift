import Coding
import Desk
import Diplomacy
import FoundationEssentials
import Lexicon
import Reading
import Synchronization
import Testing

@testable import rapporteur

@Suite struct PipelineTests {
    /// What the pipeline writes for an input, with what it counted.
    func code(_ input: String, jobs: Int, limit: Int = 1 << 20) throws -> (lines: [String], tally: Tally) {
        let coder = try Coder.program()
        let rest = Mutex(Array(input.utf8)[...])
        let source = LineReader.Source(read: { buffer in
            rest.withLock { rest in
                let part = rest.prefix(min(buffer.count, 100))
                buffer.copyBytes(from: part)
                rest.removeFirst(part.count)
                return part.count
            }
        })
        let output = Mutex(Data())
        var reader = LineReader(source, longestLine: limit, block: 64, mostLines: 3)
        let pipeline = Pipeline(
            next: { try reader.next() }, jobs: jobs,
            worker: { LineCoder(coder: coder, longestLine: limit).code },
            write: { part in output.withLock { $0.append(part) } })
        let tally = try pipeline.run()
        let text = output.withLock { String(decoding: $0, as: UTF8.self) }
        #expect(text.isEmpty || text.hasSuffix("\n"))
        return (text.split(separator: "\n").map(String.init), tally)
    }

    @Test func recordsKeepTheOrderOfTheInput() throws {
        let input = (0..<2000).map { #"{"id":\#($0),"text":"\#(String(repeating: "a ", count: $0 % 97))"}"# }
        let one = try code(input.joined(separator: "\n"), jobs: 1)
        #expect(one.lines.count == 2000)
        #expect(one.tally == Tally(documents: 2000, errors: 0))
        for (i, line) in one.lines.enumerated() { #expect(line.contains(#""id":"\#(i)","#)) }
        for jobs in [2, 3, 8] { #expect(try code(input.joined(separator: "\n"), jobs: jobs).lines == one.lines) }
    }

    @Test func aBadLineGivesAnErrorAndTheBatchGoesOn() throws {
        let coded = try code(
            "{\"text\":\"a\"}\n\nnonsense\n{\"text\":\"\(String(repeating: "b", count: 200))\"}\n[]", jobs: 2,
            limit: 100)
        #expect(coded.tally == Tally(documents: 1, errors: 3))
        let decoder = JSONDecoder()
        let failures = try coded.lines.dropFirst().map {
            try decoder.decode(RecordFailure.self, from: Data($0.utf8)).error
        }
        #expect(failures.map(\.code) == ["malformed-json", "line-too-long", "not-an-object"])
        #expect(failures.map(\.line) == [3, 4, 5])
        #expect(coded.lines[1].contains(#""id":null"#))
    }

    @Test func anEmptyInputGivesNothing() throws {
        let coded = try code("\n \n", jobs: 2)
        #expect(coded.lines.isEmpty)
        #expect(coded.tally == Tally())
    }

    @Test(arguments: [1, 4]) func aFailedWriteEndsTheRun(_ jobs: Int) throws {
        let coder = try Coder.program()
        let source = LineReader.Source(read: { buffer in
            let line = Array("{\"text\":\"a\"}\n".utf8).prefix(buffer.count)
            buffer.copyBytes(from: line)
            return line.count
        })
        var reader = LineReader(source, longestLine: 100, block: 32)
        let pipeline = Pipeline(
            next: { try reader.next() }, jobs: jobs,
            worker: { LineCoder(coder: coder, longestLine: 100).code }, write: { _ in throw Output.Closed() })
        #expect(throws: Output.Closed.self) { try pipeline.run() }
    }

    @Test func whatReadingNoticedStandsInTheRecord() throws {
        let coded = try code(#"{"text":"a","published":"soon"}"#, jobs: 1)
        #expect(coded.lines[0].contains(#""code":"published-not-read""#))
    }
}
