import ArgumentParser
import Contract
import Corroboration
import Diplomacy
import FoundationEssentials

/// A step of corroboration that can be done on a share of the whole. Documentation/Scale.md has the columns of each.
enum CorroborationStage: String, ExpressibleByArgument, CaseIterable {
    case claims, ties, groups, candidates, homes, encounters, relations, whole

    /// The columns that it reads.
    fileprivate var columns: Int {
        switch self {
        case .claims, .relations, .whole: 2
        case .candidates: 5
        case .ties, .groups: 4
        case .homes, .encounters: 3
        }
    }
}

/// One run of a stage: lines of columns in, lines of columns out. Memory holds one block of lines with one first column, and what
/// the files of the whole tell.
struct StageRun {
    private let stage: CorroborationStage
    private let perspective: Perspective
    private let visits: Visits
    private var reader: ColumnReader
    private let decoder = JSONDecoder()
    private var out: Lines

    init(
        _ stage: CorroborationStage, file: String, perspective: String? = nil, visits: String? = nil,
        to output: Output = .standard
    ) throws {
        out = Lines(output: output)
        self.stage = stage
        let publishers = try perspective.map { try Publishers(lines: $0) } ?? Publishers()
        self.perspective = Perspective(tallies: publishers.tallies, latest: publishers.latest)
        self.visits = try visits.map { try Visits(lines: $0) } ?? Visits([])
        reader = try ColumnReader(file, columns: stage.columns)
    }

    mutating func run() throws {
        defer { reader.close() }
        switch stage {
        case .claims: while let line = try reader.next() { try writeClaims(line) }
        case .ties: while let block = try reader.nextBlock() { try writeTies(block) }
        case .groups: while let block = try reader.nextBlock() { try writeGroups(block) }
        case .candidates: while let block = try reader.nextBlock() { try writeCandidates(block) }
        case .homes: while let block = try reader.nextBlock() { try writeHome(block) }
        case .encounters: while let block = try reader.nextBlock() { try writeEncounter(block) }
        case .relations: while let line = try reader.next() { try writeRelated(line) }
        case .whole: try writeAll()
        }
        try out.flush()
    }

    // MARK: - Claims

    private mutating func writeClaims(_ line: [Data]) throws {
        let number = try number(line[0])
        guard (0..<(Int64.max / ClaimLines.perRecord)).contains(number) else {
            throw reader.failure("\(number)", expected: "the number of a record")
        }
        guard let record = try? decoder.decode(Record.self, from: line[1]) else {
            return try out.write(["error", "\(number)"])
        }
        guard let lines = ClaimLines.lines(of: record, number: number) else {
            throw reader.failure("more", expected: "at most \(ClaimLines.perRecord) claims")
        }
        for line in lines { try out.write(line) }
    }

    // MARK: - Groups

    private mutating func writeTies(_ block: [[Data]]) throws {
        let claims = try block.map { try placed($0[1], key: $0[2], facts: $0[3]) }
        for tie in Corroborator().ties(in: block[0][0].text, of: claims) {
            try out.write(["\(tie.0)", "\(tie.1)"])
        }
    }

    private mutating func writeGroups(_ block: [[Data]]) throws {
        let claims = try block.map { try placed($0[1], key: $0[2], facts: $0[3]) }
        for group in Corroborator().groups(of: claims) {
            let blocks =
                group[0].facts.role == .founder ? ClaimLines.labels(ClaimFacts.homeBlocks(of: group.map(\.facts))) : ""
            for claim in group { try out.write(["\(group[0].number)", "\(claim.number)", blocks]) }
        }
    }

    private mutating func writeCandidates(_ block: [[Data]]) throws {
        let claims = try block.map { line in
            try placed(line[2], key: line[3], facts: line[4], group: line[1].isEmpty ? nil : number(line[1]))
        }
        for fit in Corroborator().candidates(in: block[0][0].text, of: claims) {
            try out.write(["\(fit.claim)", "\(fit.group)", "\(fit.points)"])
        }
    }

    private mutating func writeHome(_ block: [[Data]]) throws {
        let claim = try number(block[0][0])
        let candidates = try block.map { line in
            guard let points = Double(line[2].text) else {
                throw reader.failure("\"\(line[2].text)\"", expected: "points")
            }
            return Candidate(claim: claim, group: try number(line[1]), points: points)
        }
        if let home = Corroborator.home(among: candidates) { try out.write(["\(claim)", "\(home)"]) }
    }

    // MARK: - Encounters

    private mutating func writeEncounter(_ block: [[Data]]) throws {
        let members = try block.map { line in
            let number = try number(line[1])
            return (number, try telling(line[2], number))
        }.sorted { a, b in
            let (x, y) = (a.1, b.1)
            return (ClaimKey(document: x.report.document, ordinal: x.ordinal), a.0) < (
                ClaimKey(document: y.report.document, ordinal: y.ordinal), b.0
            )
        }
        let group = Corroborator.group(of: members.map(\.1), in: perspective)
        for (name, tally) in group.bearings.sorted(by: { $0.key < $1.key }) {
            try out.write(["bearing", JSONOutput.text(name), "\(tally.agreed)", "\(tally.disagreed)"])
        }
        try out.write([
            "encounter", block[0][0].text, group.encounter.id, group.dependsOnPerspective ? "1" : "0",
            group.encounter.kind == .visit ? "1" : "0", Stay(group.encounter)?.packed ?? "",
            JSONOutput.text(group.encounter),
        ])
    }

    /// Every step at once, of all claims.
    private mutating func writeAll() throws {
        var tellings: [(number: Int64, telling: Telling)] = []
        var publishers = Publishers()
        while let line = try reader.next() {
            let columns = line[1].split(separator: 0x09, maxSplits: 6, omittingEmptySubsequences: false)
            switch (line[0].text, columns.count) {
            case ("claim", 7):
                let number = try number(columns[0])
                tellings.append((number, try telling(columns[6], number)))
            case ("report", 3): try publishers.note(columns[1], published: columns[2], in: reader)
            default: throw reader.failure("\"\(line[0].text)\"", expected: "claim or report with its columns")
            }
        }
        tellings.sort { $0.number < $1.number }
        let found = Corroborator().encounters(of: tellings.map(\.telling), latest: publishers.latest)
        for encounter in found { try out.write([JSONOutput.text(encounter)]) }
    }

    private mutating func writeRelated(_ line: [Data]) throws {
        if line[0].isEmpty { return try out.write([line[1].text]) }
        guard let stay = Stay(packed: line[0].text) else {
            throw reader.failure(
                "\"\(line[0].text)\"", expected: "the stay of an encounter, as the stage encounters writes it")
        }
        let relations = visits.relations(of: stay)
        if relations.isEmpty { return try out.write([line[1].text]) }
        var value = JSONOutput()
        value.array(relations)
        let related = JSONMembers.adding(
            [("relations", String(decoding: value.bytes, as: UTF8.self))], to: Array(line[1]))
        try out.write([String(decoding: related, as: UTF8.self)])
    }

    // MARK: - Columns

    private func number(_ column: Data) throws -> Int64 {
        guard let number = Int64(column.text) else {
            throw reader.failure("\"\(column.text)\"", expected: "a whole number")
        }
        return number
    }

    private func placed(_ number: Data, key: Data, facts: Data, group: Int64? = nil) throws -> PlacedClaim {
        let number = try self.number(number)
        guard number >= 0, let document = try? decoder.decode(String.self, from: key),
            let facts = ClaimFacts(
                packed: facts.text,
                key: ClaimKey(document: document, ordinal: Int(number % ClaimLines.perRecord)))
        else { throw reader.failure("something else", expected: "a claim as the stage claims writes it") }
        return PlacedClaim(number: number, group: group, facts: facts)
    }

    /// A claim that was taken from its report.
    private func telling(_ record: Data, _ number: Int64) throws -> Telling {
        guard let record = try? decoder.decode(Record.self, from: record), record.encounters.count == 1 else {
            throw reader.failure("something else", expected: "a record of one claim")
        }
        return Telling(Report(record), record.encounters[0], Int(number % ClaimLines.perRecord))
    }

    /// Lines of columns, written many at a time.
    private struct Lines {
        let output: Output
        private var bytes: [UInt8] = []

        init(output: Output) { self.output = output }

        mutating func write(_ columns: [String]) throws {
            ClaimLines.append(columns, to: &bytes)
            if bytes.count > 1 << 16 { try flush() }
        }

        mutating func flush() throws {
            try output.write(Data(bytes))
            bytes.removeAll(keepingCapacity: true)
        }
    }
}

/// What all reports together tell of each publisher, by its name.
private struct Publishers {
    var tallies: [String: SourceRecords.Tally] = [:]
    /// The last day on which it published.
    var latest: [String: Day] = [:]

    init() {}

    /// Reads lines of a publisher (a JSON string), how often it was borne out and how often not (both empty where that is not
    /// known), and the last day on which it published (empty where there is none).
    init(lines file: String) throws {
        var reader = try ColumnReader(file, columns: 4)
        defer { reader.close() }
        while let line = try reader.next() {
            let name = try note(line[0], published: line[3], in: reader)
            if let agreed = Int(line[1].text), let disagreed = Int(line[2].text), (0...Self.most).contains(agreed),
                (0...Self.most).contains(disagreed)
            {
                tallies[name, default: .init()] += SourceRecords.Tally(agreed: agreed, disagreed: disagreed)
            } else if !line[1].isEmpty || !line[2].isEmpty {
                throw reader.failure("\"\(line[1].text)\", \"\(line[2].text)\"", expected: "two counts")
            }
        }
    }

    /// Reads a publisher, a JSON string, and a day on which it published, if any; gives its name.
    @discardableResult
    mutating func note(_ publisher: Data, published: Data, in reader: ColumnReader) throws -> String {
        guard let name = try? Self.decoder.decode(String.self, from: publisher) else {
            throw reader.failure("\"\(publisher.text)\"", expected: "a publisher as a JSON string")
        }
        if let day = Day(iso: published.text) {
            latest[name] = max(latest[name] ?? day, day)
        } else if !published.isEmpty {
            throw reader.failure("\"\(published.text)\"", expected: "a day, YYYY-MM-DD")
        }
        return name
    }

    private static let decoder = JSONDecoder()

    /// Beyond so many, a count is none: no sum of a file of them overflows.
    private static let most = 1 << 40
}

extension Visits {
    /// Reads lines of stays, as the stage encounters writes them.
    fileprivate init(lines file: String) throws {
        var reader = try ColumnReader(file, columns: 1)
        defer { reader.close() }
        var stays: [Stay] = []
        while let line = try reader.next() {
            guard let stay = Stay(packed: line[0].text) else {
                throw reader.failure("\"\(line[0].text)\"", expected: "the stay of a visit")
            }
            stays.append(stay)
        }
        self.init(stays)
    }
}
