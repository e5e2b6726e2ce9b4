package import Archives
package import Diplomacy

/// Recorded votes of an assembly out of three tables: who voted how, what was voted on, and under which issues it is filed.
///
/// The tables are those of the data set `unvotes` (E. Voeten's votes of the General Assembly of the United Nations, Harvard
/// Dataverse 12379): a row a vote, a roll call, and an issue of a roll call. Numbers may be written as decimals ("71.0").
/// What is wrong in a row is told beside the result, and the rest is read. Time: linear; memory: eight bytes a vote, and what
/// ``Limits`` allows.
package struct VoteFiles: Sendable {
    /// What is read at most; the rest is left out and told.
    package enum Limits {
        package static let votes = 20_000_000
        package static let rollCalls = 100_000
        /// Names of parties that the caller is asked for.
        package static let names = 2_000
        /// Problems that are kept with their place; all are counted.
        package static let problems = 1_000
    }

    /// Why a folder of votes cannot be read.
    package struct Fault: Error, Hashable, Sendable, CustomStringConvertible {
        package enum Code: String, Sendable {
            /// A table that is not there or that the system cannot read.
            case missingFile = "votes-missing-file"
            /// A table without a column that is needed.
            case missingColumn = "votes-missing-column"
        }

        package var code: Code
        /// What was expected, what was found, where, and what to do.
        package var message: String

        package var description: String { "\(code.rawValue): \(message)" }
    }

    /// Something in a table that is not as it should be.
    package struct Problem: Hashable, Sendable {
        package var file: String
        /// From 1; `nil` where the file as a whole is meant.
        package var line: Int?
        package var expected: String
        package var found: String
    }

    /// A party's name that the caller has no code for, with the votes that are left out for it.
    package struct UnknownName: Hashable, Sendable {
        package var name: String
        /// Two letters of ISO 3166-1 beside the name.
        package var iso2: String?
        package var votes: Int
    }

    /// In the order of their numbers.
    package private(set) var sessions: [VoteSession] = []
    /// The votes in `sessions`.
    package fileprivate(set) var votes = 0
    /// The first ones, file by file, in the order of their lines.
    package private(set) var problems: [Problem] = []
    /// All problems, those that are not kept too.
    package private(set) var problemCount = 0
    /// In the order in which they first occur.
    package private(set) var unknownNames: [UnknownName] = []

    /// The names of the three tables; each may also end in `.gz`.
    package static let rollCallTable = "un_roll_calls.csv"
    package static let issueTable = "un_roll_call_issues.csv"
    package static let voteTable = "un_votes.csv"

    /// Reads a folder.
    ///
    /// - Parameter party: the code of a party by its name and its two letters of ISO 3166-1, if it has any; asked once for each.
    package static func read(
        folder: String, party: (_ name: String, _ iso2: String?) -> String?
    ) throws(Fault) -> VoteFiles {
        try read(
            open: { name in (try? FileBytes(path: "\(folder)/\(name)")).map { ArchiveReader($0, name: name) } },
            place: folder, party: party)
    }

    /// Reads three tables, wherever they are.
    ///
    /// - Parameters:
    ///   - open: a file's content by its name, compressed or not; `nil` where it is not there.
    ///   - place: where the files are, for messages.
    package static func read(
        open: (_ name: String) -> ArchiveReader?, place: String, party: (_ name: String, _ iso2: String?) -> String?
    ) throws(Fault) -> VoteFiles {
        var files = VoteFiles()
        var calls = RollCalls()
        try files.table(rollCallTable, ["rcid", "session", "date", "unres", "short", "descr"], open, place) {
            files, row, columns in calls.take(row, columns, &files)
        }
        try files.table(issueTable, ["rcid", "issue"], open, place) { files, row, columns in
            calls.takeIssue(row, columns, &files)
        }
        calls.sortIssues()
        var ballots = Ballots(calls)
        try files.table(voteTable, ["rcid", "country", "country_code", "vote"], open, place) { files, row, columns in
            ballots.take(row, columns, &files, party: party)
        }
        files.unknownNames = ballots.unknownNames
        files.sessions = ballots.sessions(&files)
        return files
    }

    // MARK: - Tables

    /// Reads one table row by row.
    ///
    /// - Parameters:
    ///   - wanted: the names of the columns that are needed.
    ///   - take: gets each row after the head, and where the wanted columns are.
    private mutating func table(
        _ name: String, _ wanted: [String], _ open: (String) -> ArchiveReader?, _ place: String,
        _ take: (inout VoteFiles, TableReader.Row, [Int]) -> Void
    ) throws(Fault) {
        guard let archive = open(name) ?? open(name + ".gz") else {
            throw Fault(
                code: .missingFile,
                message:
                    "expected the table \(name) or \(name).gz in \(place), found neither; name a folder that holds "
                    + "\(Self.rollCallTable), \(Self.issueTable) and \(Self.voteTable)")
        }
        var reader = TableReader()
        var columns: [Int] = []
        var width = 0
        var missing: String?
        func give(_ row: TableReader.Row) {
            if width == 0 {
                width = row.count
                for column in wanted {
                    let at = (0..<row.count).first { row[$0].elementsEqual(column.utf8) }
                    if at == nil, missing == nil { missing = column }
                    columns.append(at ?? 0)
                }
            } else if missing == nil {
                if row.cut {
                    report(name, row.line, "a row of at most 1048576 bytes", "a longer one")
                } else if row.count != width {
                    report(name, row.line, "\(width) cells", "\(row.count)")
                } else {
                    take(&self, row, columns)
                }
            }
        }
        var buffer = [UInt8](repeating: 0, count: 256 << 10)
        var isFirst = true
        while missing == nil, let item = archive.next() {
            switch item {
            case .fault(let fault): report(name, nil, "a table", fault.message)
            case .revisit: continue
            case .entry, .stream:
                guard isFirst else {
                    report(name, nil, "one table", "another file inside")
                    continue
                }
                isFirst = false
                if case .entry(let entry) = item {
                    for note in entry.notes { report(name, nil, "a table", note.message) }
                    entry.bytes.withUnsafeBytes { reader.take($0, give) }
                }
                if case .stream(_, let stream) = item {
                    while missing == nil {
                        do {
                            let count = try buffer.withUnsafeMutableBytes { try stream.read(into: $0) }
                            if count == 0 { break }
                            buffer.withUnsafeBytes { reader.take(UnsafeRawBufferPointer(rebasing: $0[..<count]), give) }
                        } catch {
                            report(name, nil, "the rest of the table", (error as? ArchiveFault)?.message ?? "\(error)")
                            break
                        }
                    }
                }
                reader.end(give)
            }
        }
        guard missing == nil, width > 0 else {
            throw Fault(
                code: .missingColumn,
                message:
                    "expected the columns \(wanted.joined(separator: ", ")) in the first row of \(name) in \(place), "
                    + (missing.map { "found none called \($0)" } ?? "found no row") + "; write them there")
        }
    }

    fileprivate mutating func report(
        _ file: String, _ line: Int?, _ expected: String, _ found: @autoclosure () -> String
    ) {
        problemCount += 1
        guard problems.count < Limits.problems else { return }
        problems.append(Problem(file: file, line: line, expected: expected, found: found()))
    }
}

/// A whole number that may be written as a decimal: "71", "71.0". Up to nine digits; `nil` where the bytes are none.
private func wholeNumber(_ bytes: ArraySlice<UInt8>) -> Int? {
    var value = 0
    var digits = 0
    var index = bytes.startIndex
    while index < bytes.endIndex, (0x30...0x39).contains(bytes[index]) {
        value = value * 10 + Int(bytes[index] - 0x30)
        digits += 1
        index += 1
        if digits > 9 { return nil }
    }
    guard digits > 0 else { return nil }
    if index == bytes.endIndex { return value }
    let rest = bytes[(index + 1)...]
    return bytes[index] == 0x2E && !rest.isEmpty && rest.allSatisfy { $0 == 0x30 } ? value : nil
}

/// A cell as a problem shows it.
private func shown(_ row: TableReader.Row, _ cell: Int) -> String {
    row.text(cell).map { "\"\($0.prefix(60))\"" } ?? "an empty cell"
}

/// The roll calls while they are read.
private struct RollCalls {
    private(set) var calls: [RollCall] = []
    private(set) var sessions: [Int] = []
    /// Places in `calls` by id.
    private(set) var places: [Int: Int] = [:]

    mutating func take(_ row: TableReader.Row, _ columns: [Int], _ files: inout VoteFiles) {
        let file = VoteFiles.rollCallTable
        guard let id = wholeNumber(row[columns[0]]) else {
            return files.report(file, row.line, "a number in rcid", shown(row, columns[0]))
        }
        guard let session = wholeNumber(row[columns[1]]), session > 0 else {
            return files.report(file, row.line, "the number of a session, from 1", shown(row, columns[1]))
        }
        guard places[id] == nil else { return files.report(file, row.line, "each rcid once", "\(id) again") }
        guard calls.count < VoteFiles.Limits.rollCalls else {
            return files.report(file, row.line, "at most \(VoteFiles.Limits.rollCalls) roll calls", "one more")
        }
        let day = row.text(columns[2]).flatMap { Day(iso: $0) }
        if day == nil, !row[columns[2]].isEmpty {
            files.report(file, row.line, "a date as 1946-12-31", shown(row, columns[2]))
        }
        places[id] = calls.count
        calls.append(
            RollCall(
                id: id, day: day, resolution: row.text(columns[3]), title: row.text(columns[4]) ?? row.text(columns[5]))
        )
        sessions.append(session)
    }

    mutating func takeIssue(_ row: TableReader.Row, _ columns: [Int], _ files: inout VoteFiles) {
        let file = VoteFiles.issueTable
        guard let id = wholeNumber(row[columns[0]]), let place = places[id] else {
            return files.report(
                file, row.line, "an rcid of \(VoteFiles.rollCallTable)", shown(row, columns[0]))
        }
        guard let issue = row.text(columns[1]) else {
            return files.report(file, row.line, "an issue", "an empty cell")
        }
        if !calls[place].issues.contains(issue) { calls[place].issues.append(issue) }
    }

    mutating func sortIssues() {
        for i in calls.indices { calls[i].issues.sort() }
    }
}

/// The votes while they are read.
private struct Ballots {
    /// A vote: the roll call's place, the table's line, the party's number.
    private struct Ballot {
        var call: UInt32
        var line: UInt32
        var party: UInt16
        var vote: UInt8
    }

    private let calls: RollCalls
    private var ballots: [Ballot] = []
    /// What stands behind a name and its two letters, as they stand in the table: a party's number, or the place of an unknown name.
    private var names: [[UInt8]: (party: UInt16?, unknown: Int)] = [:]
    private var parties: [String] = []
    private var partyNumbers: [String: UInt16] = [:]
    private(set) var unknownNames: [VoteFiles.UnknownName] = []
    private var key: [UInt8] = []

    init(_ calls: RollCalls) { self.calls = calls }

    mutating func take(
        _ row: TableReader.Row, _ columns: [Int], _ files: inout VoteFiles, party: (String, String?) -> String?
    ) {
        let file = VoteFiles.voteTable
        guard let id = wholeNumber(row[columns[0]]), let place = calls.places[id] else {
            return files.report(file, row.line, "an rcid of \(VoteFiles.rollCallTable)", shown(row, columns[0]))
        }
        let word = row[columns[3]]
        let vote: Vote
        if word.elementsEqual("yes".utf8) {
            vote = .yes
        } else if word.elementsEqual("no".utf8) {
            vote = .no
        } else if word.elementsEqual("abstain".utf8) {
            vote = .abstain
        } else {
            return files.report(file, row.line, "yes, abstain or no", shown(row, columns[3]))
        }
        guard ballots.count < VoteFiles.Limits.votes else {
            return files.report(file, row.line, "at most \(VoteFiles.Limits.votes) votes", "one more")
        }
        guard let number = number(row, columns, &files, party: party) else { return }
        ballots.append(
            Ballot(
                call: UInt32(clamping: place), line: UInt32(clamping: row.line), party: number, vote: vote.rawValue))
    }

    /// The number of a row's party; `nil` where it has no code.
    private mutating func number(
        _ row: TableReader.Row, _ columns: [Int], _ files: inout VoteFiles, party: (String, String?) -> String?
    ) -> UInt16? {
        key.removeAll(keepingCapacity: true)
        key += row[columns[1]]
        key.append(0)
        key += row[columns[2]]
        if let known = names[key] {
            if known.party == nil { unknownNames[known.unknown].votes += 1 }
            return known.party
        }
        guard let name = row.text(columns[1]) else {
            files.report(VoteFiles.voteTable, row.line, "the name of a party", "an empty cell")
            return nil
        }
        guard names.count < VoteFiles.Limits.names else {
            files.report(
                VoteFiles.voteTable, row.line, "at most \(VoteFiles.Limits.names) names", shown(row, columns[1]))
            return nil
        }
        let iso2 = row.text(columns[2])
        guard let code = party(name, iso2) else {
            names[key] = (nil, unknownNames.count)
            unknownNames.append(VoteFiles.UnknownName(name: name, iso2: iso2, votes: 1))
            return nil
        }
        let number = partyNumbers[code] ?? UInt16(clamping: parties.count)
        if partyNumbers[code] == nil {
            partyNumbers[code] = number
            parties.append(code)
        }
        names[key] = (number, 0)
        return number
    }

    /// The votes as tables, a session each; of two votes of one party in one roll call the first stands.
    func sessions(_ files: inout VoteFiles) -> [VoteSession] {
        let numbers = Set(calls.sessions).sorted()
        let sessionPlaces = Dictionary(uniqueKeysWithValues: numbers.enumerated().map { ($1, $0) })
        let callSessions = calls.sessions.map { sessionPlaces[$0] ?? 0 }
        var members = numbers.map { _ in [Bool](repeating: false, count: parties.count) }
        for ballot in ballots { members[callSessions[Int(ballot.call)]][Int(ballot.party)] = true }
        let order = parties.indices.sorted { parties[$0] < parties[$1] }
        // where a party's row and a roll call's column are
        var rows = numbers.map { _ in [Int](repeating: 0, count: parties.count) }
        var columns = [Int](repeating: 0, count: calls.calls.count)
        var sessions: [VoteSession] = []
        var held = numbers.map { _ in [Int]() }
        for (place, session) in callSessions.enumerated() { held[session].append(place) }
        for (place, number) in numbers.enumerated() {
            let present = order.filter { members[place][$0] }
            for (row, party) in present.enumerated() { rows[place][party] = row }
            let columnOrder = held[place].sorted { calls.calls[$0].id < calls.calls[$1].id }
            for (column, call) in columnOrder.enumerated() { columns[call] = column }
            sessions.append(
                VoteSession(
                    number: number, rollCalls: columnOrder.map { calls.calls[$0] },
                    parties: present.map { parties[$0] },
                    votes: [UInt8](repeating: 0, count: present.count * columnOrder.count)))
        }
        for ballot in ballots {
            let place = callSessions[Int(ballot.call)]
            let width = sessions[place].rollCalls.count
            let cell = rows[place][Int(ballot.party)] * width + columns[Int(ballot.call)]
            if sessions[place].votes[cell] == 0 {
                sessions[place].votes[cell] = ballot.vote
                files.votes += 1
            } else {
                files.report(
                    VoteFiles.voteTable, Int(ballot.line), "one vote of \(parties[Int(ballot.party)]) in a roll call",
                    "another in roll call \(calls.calls[Int(ballot.call)].id)")
            }
        }
        return sessions
    }
}
