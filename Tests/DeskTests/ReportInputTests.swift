import Archives
import Desk
import Diplomacy
import Reading
import Register
import Synchronization
import Testing

/// An input that cannot be opened.
private struct NotThere: Error {}

@Suite("Inputs, batch by batch")
struct ReportInputTests {
    /// What one batch holds, in short: names of publications and lines, and codes of problems.
    private enum Short: Equatable {
        case lines(String, [Int])
        case publications([String], problems: [String])
    }

    /// The batches of inputs in memory; one named "none" is not there.
    private func input(_ inputs: [(name: String, text: String)]) -> ReportInput {
        let texts = Dictionary(uniqueKeysWithValues: inputs.map { ($0.name, $0.text) })
        return ReportInput(inputs.map(\.name)) { name in
            guard name != "none", let text = texts[name] else { throw NotThere() }
            if name.hasPrefix("fault") { return PublicationSource(faultCode: "not-fetched", text) }
            return PublicationSource(bytes: Array(text.utf8), name: name)
        }
    }

    private func all(_ input: ReportInput) throws -> [ReportBatch] {
        var batches: [ReportBatch] = []
        while let batch = try input.next() { batches.append(batch) }
        #expect(try input.next() == nil)
        #expect(batches.map(\.index) == Array(batches.indices))
        return batches
    }

    private func short(_ batch: ReportBatch) -> Short {
        switch batch.content {
        case .lines(let lines, let name): .lines(name, lines.lines.map(\.number))
        case .publications(let publications, let problems):
            .publications(publications.map(\.id), problems: problems.map(\.code))
        case .documents(let documents, let problems):
            .publications(documents.map(\.id), problems: problems.map(\.code))
        }
    }

    private func lines(_ count: Int) -> String { (0..<count).map { "{\"id\":\"\($0)\",\"text\":\"A.\"}\n" }.joined() }

    @Test("Batches keep the order of the inputs, and have numbers one after the other")
    func order() throws {
        let batches = try all(
            input([("a.txt", "They met."), ("b.txt", "They left."), ("c.jsonl", lines(300)), ("d.txt", "They wrote.")]))
        #expect(
            batches.map(short) == [
                .publications(["a.txt", "b.txt"], problems: []), .lines("c.jsonl", Array(1...256)),
                .lines("c.jsonl", Array(257...300)), .publications(["d.txt"], problems: []),
            ])
    }

    @Test("Nothing is nothing, and an empty file gives no line")
    func nothing() throws {
        #expect(try all(input([])).isEmpty)
        #expect(try all(input([("a.jsonl", "\n \n")])).isEmpty)
        #expect(try all(input([("a.jsonl", ""), ("b.txt", "They met.")])).count == 1)
    }

    @Test("A batch has at most 64 publications, and a mebibyte and one more")
    func size() throws {
        let many = try all(input((0..<200).map { ("\($0).txt", "They met \($0).") }))
        let counts = many.map { batch in
            if case .publications(let all, _) = batch.content { all.count } else { 0 }
        }
        #expect(counts == [64, 64, 64, 8])
        let large = String(repeating: "They met in Oslo. ", count: 25_000)
        let few = try all(input((0..<10).map { ("\($0).txt", large) }))
        let sizes = few.map { batch in
            if case .publications(let all, _) = batch.content { all.reduce(0) { $0 + $1.bytes.count } } else { 0 }
        }
        #expect(sizes.allSatisfy { $0 <= 1 << 20 + large.utf8.count } && sizes.reduce(0, +) == 10 * large.utf8.count)
        #expect(few.count == 4)
    }

    @Test("What cannot be had is a problem among the rest")
    func faults() throws {
        let batches = try all(input([("a.txt", "They met."), ("fault-b", "gone"), ("c.txt", "They left.")]))
        #expect(batches.map(short) == [.publications(["a.txt", "c.txt"], problems: ["not-fetched"])])
        guard case .publications(_, let problems)? = batches.first?.content else { return }
        #expect(problems.map(\.input) == ["fault-b"] && problems.map(\.message) == ["gone"])
        let alone = try all(input([("fault-a", "gone"), ("b.jsonl", lines(1))]))
        #expect(alone.map(short) == [.publications([], problems: ["not-fetched"]), .lines("b.jsonl", [1])])
    }

    @Test("An input that is not there is an error, after what came before it")
    func notThere() throws {
        let inputs = [("a.jsonl", lines(2)), ("b.txt", "They met."), ("none", "")]
        #expect(throws: NotThere.self) { _ = try all(self.input(inputs)) }
        let input = input(inputs)
        #expect(try input.next().map(short) == .lines("a.jsonl", [1, 2]))
        let next = try input.next()
        #expect(next.map(short) == .publications(["b.txt"], problems: []))
        #expect(throws: NotThere.self) { try input.next() }
    }

    @Test("Lines that break off in a damaged file are a problem, and the next input is read")
    func damagedLines() throws {
        var state: UInt64 = 5
        let text = (0..<4000).map { _ in
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return "{\"text\":\"They met \(state).\"}\n"
        }.joined()
        let stream = Broken(Array(text.utf8))
        let input = ReportInput(["a", "b"]) { name in
            name == "a"
                ? PublicationSource(pipe: stream, name: "a", isReady: { true })
                : PublicationSource(bytes: Array("They met.".utf8), name: "b")
        }
        var (names, codes, count) = ([String](), [String](), 0)
        for batch in try all(input) {
            switch short(batch) {
            case .lines(_, let numbers): count += numbers.count
            case .publications(let all, let problems): (names, codes) = (names + all, codes + problems)
            }
        }
        #expect(codes == ["unreadable"] && names == ["b"])
        withKnownIssue("lines that were found but not yet handed out are lost with the fault") {
            #expect(count == 4000)
        }
    }

    /// A stream that breaks at its end.
    private final class Broken: ByteStream, @unchecked Sendable {
        // Unchecked: one reader at a time asks.
        private var rest: ArraySlice<UInt8>

        init(_ bytes: [UInt8]) { rest = bytes[...] }

        func read(into buffer: UnsafeMutableRawBufferPointer) throws(ArchiveFault) -> Int {
            if rest.isEmpty { _ = try FileBytes(path: "/no such file") }
            let part = rest.prefix(buffer.count)
            buffer.copyBytes(from: part)
            rest = rest.dropFirst(part.count)
            return part.count
        }
    }
}

@Suite("Batches read and filed")
struct BatchReaderTests {
    @Test("Lines are documents or problems with their numbers")
    func lines() throws {
        let text =
            "{\"id\":\"1\",\"text\":\"A.\"}\nnonsense\n\n{\"id\":\"2\",\"text\":\"\(String(repeating: "b", count: 99))\"}\n"
        var reader = LineReader(.memory(Array(text.utf8)), longestLine: 60)
        let read = BatchReader(longestLine: 60).read(.lines(try #require(try reader.next()), of: "in.jsonl"))
        #expect(read.intakes.map(\.document.id) == ["1"])
        #expect(
            read.problems.map(\.line) == [2, 4] && read.problems.map(\.code) == ["malformed-json", "line-too-long"])
        #expect(read.problems.allSatisfy { $0.input == "in.jsonl" })
        #expect(read.bytes == text.utf8.count - 1)
    }

    @Test("Publications are their parts, and faults stay")
    func publications() {
        let pages = [
            Publication(id: "a", name: "a.txt", bytes: Array("They met.".utf8)),
            Publication(id: "b", name: "b.pdf", bytes: Array("%PDF-".utf8)),
            Publication(
                id: "c", name: "c.xml",
                bytes: Array(Newsroom.feed("c", [.init(path: "c/0", text: "x"), .init(path: "c/1")]).utf8)),
        ]
        let fault = Problem(input: "d", line: 1, code: "not-fetched", message: "gone")
        let read = BatchReader(longestLine: 100).read(.publications(pages, [fault]))
        #expect(read.intakes.map(\.document.id) == ["a", "c#1", "c#2"])
        #expect(read.problems.map(\.input) == ["d", "b"])
        #expect(read.bytes == pages.reduce(0) { $0 + $1.bytes.count })
    }

    @Test("A page that is filed again edited is a second version; as it was, none", arguments: [1, 3])
    func versions(_ jobs: Int) throws {
        let file = try RegisterFile()
        for edition in [1, 1, 2] {
            let register = try Register(path: file.path, access: .write)
            let desk = FilingDesk(register: register, coder: Embedded.coder, jobs: jobs)
            let input = ReportInput((0..<5).map { "a/\($0)" }) { name in
                PublicationSource(
                    bytes: Array(Newsroom.page(name, edition: name == "a/2" ? edition : 1).utf8), name: name)
            }
            _ = try desk.add(next: { try input.next() }, progress: { _, _ in })
            try register.close()
        }
        let contents = try RegisterContents(file.path)
        #expect(contents.reports.mapValues(\.count) == ["a/0": 1, "a/1": 1, "a/2": 2, "a/3": 1, "a/4": 1])
        #expect(contents.reports["a/2"]?.last?.contains("second edition") == true)
        #expect(!contents.encounters.isEmpty)
    }
}
