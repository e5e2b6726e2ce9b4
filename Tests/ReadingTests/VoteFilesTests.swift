import Archives
import Compressing
import Diplomacy
import FoundationEssentials
import Testing

@testable import Reading

/// The tables of `../shared/data/votes/unga`. Counts are those that Python's csv module gives.
private enum Assembly {
    /// The nearest folder of that name above this file's repository.
    static let folder: String? = {
        var folder = URL(filePath: #filePath)
        while folder.path != "/" {
            folder = folder.deletingLastPathComponent()
            let path = folder.appending(path: "shared/data/votes/unga").path
            if FileManager.default.fileExists(atPath: path) { return path }
        }
        return nil
    }()
}

@Suite struct VoteFilesTests {
    private static let calls = """
        rcid,session,importantvote,date,unres,amend,para,short,descr
        5,2.0,0,1947-01-04,R/2/98,0,0,"BALLOTS, INVALID","TO ADOPT \"\"IT\"\""
        3,1.0,0,1946-01-01,R/1/66,1,0,AMENDMENTS,TO ADOPT
        4,1,0,,,0,0,,TO ADJOURN

        """
    private static let issues = "rcid,short_name,issue\n3,nu,Nuclear\n3,di,Arms\n3,nu,Nuclear\n"
    private static let votes = """
        rcid,country,country_code,vote
        3.0,United States,US,yes
        3.0,Yemen Arab Republic,,no
        4.0,United States,US,abstain
        5.0,Cuba,CU,no
        5.0,United States,US,yes

        """

    private static let codes = ["US": "USA", "CU": "CUB"]

    private static func read(
        calls: String? = calls, issues: String? = issues, votes: String? = votes,
        party: (String, String?) -> String? = { name, iso2 in
            iso2.flatMap { codes[$0] } ?? (name == "Yemen Arab Republic" ? "YAR" : nil)
        }
    ) throws(VoteFiles.Fault) -> VoteFiles {
        let files = [VoteFiles.rollCallTable: calls, VoteFiles.issueTable: issues, VoteFiles.voteTable: votes]
        return try VoteFiles.read(
            open: { name in
                (files[name] ?? nil).map { ArchiveReader(MemoryBytes(Array($0.utf8)), name: name) }
            }, place: "/votes", party: party)
    }

    @Test func tablesBecomeSessions() throws {
        let files = try Self.read()
        #expect(files.problems == [] && files.unknownNames == [] && files.votes == 5)
        #expect(files.sessions.map(\.number) == [1, 2])
        let first = try #require(files.sessions.first)
        #expect(first.parties == ["USA", "YAR"])
        #expect(
            first.rollCalls == [
                RollCall(
                    id: 3, day: Day(year: 1946, month: 1, day: 1), resolution: "R/1/66", title: "AMENDMENTS",
                    issues: ["Arms", "Nuclear"]),
                RollCall(id: 4, title: "TO ADJOURN"),
            ])
        #expect(first.votes == [1, 2, 3, 0])
        let second = try #require(files.sessions.last)
        #expect(second.parties == ["CUB", "USA"] && second.votes == [3, 1])
        #expect(second.rollCalls.first?.title == "BALLOTS, INVALID")
    }

    @Test func columnsStandInAnyOrder() throws {
        let files = try Self.read(votes: "vote,more,country_code,rcid,country\nno,x,CU,3,Cuba\n")
        #expect(files.sessions.first?.parties == ["CUB"] && files.sessions.first?.votes == [3, 0])
        #expect(files.sessions.last?.parties == [] && files.sessions.last?.rollCalls.count == 1)
    }

    @Test func namesWithoutCodeAreListedWithTheirVotes() throws {
        var asked: [String] = []
        let files = try Self.read { name, iso2 in
            asked.append("\(name) \(iso2 ?? "-")")
            return iso2 == "CU" ? "CUB" : nil
        }
        #expect(
            files.unknownNames == [
                VoteFiles.UnknownName(name: "United States", iso2: "US", votes: 3),
                VoteFiles.UnknownName(name: "Yemen Arab Republic", iso2: nil, votes: 1),
            ])
        #expect(files.votes == 1 && files.problems == [])
        #expect(asked == ["United States US", "Yemen Arab Republic -", "Cuba CU"])
    }

    @Test func wrongRowsAreToldAndTheRestIsRead() throws {
        let files = try Self.read(
            calls: """
                rcid,session,date,unres,short,descr
                x,1,1946-01-01,,,
                7,0,1946-01-01,,,
                8,1.5,1946-01-01,,,
                9,1,1946-02-30,,T,
                9,1,1946-02-28,,T,
                10,1,1946-02-28
                99999999999999999999,1,,,,

                """,
            issues: "rcid,issue\n9,\n11,Arms\n9,Arms\n",
            votes: """
                rcid,country,country_code,vote
                9,United States,US,maybe
                9.0,United States,US,yes
                9,United States,US,no
                9,,US,no
                12,Cuba,CU,no
                9.,Cuba,CU,no

                """)
        #expect(
            files.problems.map { "\($0.file.prefix(12)) \($0.line ?? 0): \($0.expected), \($0.found)" } == [
                "un_roll_call 2: a number in rcid, \"x\"",
                "un_roll_call 3: the number of a session, from 1, \"0\"",
                "un_roll_call 4: the number of a session, from 1, \"1.5\"",
                "un_roll_call 5: a date as 1946-12-31, \"1946-02-30\"",
                "un_roll_call 6: each rcid once, 9 again",
                "un_roll_call 7: 6 cells, 3",
                "un_roll_call 8: a number in rcid, \"99999999999999999999\"",
                "un_roll_call 2: an issue, an empty cell",
                "un_roll_call 3: an rcid of un_roll_calls.csv, \"11\"",
                "un_votes.csv 2: yes, abstain or no, \"maybe\"",
                "un_votes.csv 5: the name of a party, an empty cell",
                "un_votes.csv 6: an rcid of un_roll_calls.csv, \"12\"",
                "un_votes.csv 7: an rcid of un_roll_calls.csv, \"9.\"",
                "un_votes.csv 4: one vote of USA in a roll call, another in roll call 9",
            ])
        #expect(files.problemCount == files.problems.count)
        #expect(files.sessions.first?.rollCalls.first?.issues == ["Arms"])
        #expect(files.sessions.map(\.votes) == [[1]])
    }

    @Test func problemsAreKeptUpToALimitAndAllCounted() throws {
        let rows = String(repeating: "3,Cuba,CU,perhaps\n", count: VoteFiles.Limits.problems + 5)
        let files = try Self.read(votes: "rcid,country,country_code,vote\n" + rows)
        #expect(files.problems.count == VoteFiles.Limits.problems)
        #expect(files.problemCount == VoteFiles.Limits.problems + 5)
    }

    /// A compressed table is found by its name; of one that is cut short the beginning is read and the loss told.
    @Test func compressedTables() throws {
        func read(_ votes: [UInt8]) throws -> VoteFiles {
            let files = [
                VoteFiles.rollCallTable: Array(Self.calls.utf8), VoteFiles.issueTable: Array(Self.issues.utf8),
                VoteFiles.voteTable + ".gz": votes,
            ]
            return try VoteFiles.read(
                open: { name in files[name].map { ArchiveReader(MemoryBytes($0), name: name) } }, place: "/votes"
            ) { name, _ in name }
        }
        let whole = try read(Packing.gzip(Self.votes))
        #expect(whole.votes == 5 && whole.problems == [])
        // countries in no order, so that half of the bytes hold some of the rows
        let rows = (0..<2000).map { "3,Country \($0 &* 7919 % 1000),\($0 &* 31 % 97),yes\n" }.joined()
        let long = Packing.gzip("rcid,country,country_code,vote\n" + rows)
        let cut = try read(Array(long[..<(long.count / 2)]))
        #expect(cut.votes > 100 && cut.votes < 1000)
        #expect(cut.problems.contains { $0.file == VoteFiles.voteTable && $0.line == nil })
    }

    @Test func missingFilesAndColumnsAreErrors() {
        func message(_ read: () throws(VoteFiles.Fault) -> VoteFiles) -> String {
            do throws(VoteFiles.Fault) {
                _ = try read()
                return ""
            } catch { return error.description }
        }
        let file = message { () throws(VoteFiles.Fault) in try Self.read(issues: nil) }
        #expect(file.hasPrefix("votes-missing-file: expected the table un_roll_call_issues.csv"))
        #expect(file.contains("/votes"))
        let column = message { () throws(VoteFiles.Fault) in try Self.read(votes: "rcid,country,vote\n3,Cuba,no\n") }
        #expect(column.hasPrefix("votes-missing-column") && column.contains("found none called country_code"))
        let empty = message { () throws(VoteFiles.Fault) in try Self.read(calls: "") }
        #expect(empty.contains("found no row"))
        let folder = message { () throws(VoteFiles.Fault) in
            try VoteFiles.read(folder: "/nowhere/at/all") { _, _ in nil }
        }
        #expect(folder.contains("/nowhere/at/all") && folder.contains("un_roll_calls.csv.gz"))
    }

    /// Whatever stands in the tables, reading comes to an end without a trap.
    @Test func damagedTablesDoNoHarm() throws {
        var state: UInt64 = 7
        func chance(_ below: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % below
        }
        for _ in 0..<200 {
            var texts = [Self.calls, Self.issues, Self.votes].map { Array($0.utf8) }
            for _ in 0..<1 + chance(6) {
                let table = chance(3)
                let at = chance(texts[table].count)
                texts[table][at] = [0, 0x22, 0x2C, 0x0A, 0x39, 0xFF][chance(6)]
            }
            let damaged = texts.map { String(decoding: $0, as: UTF8.self) }
            guard let files = try? Self.read(calls: damaged[0], issues: damaged[1], votes: damaged[2]) else { continue }
            #expect(files.votes == files.sessions.reduce(0) { $0 + $1.votes.count { $0 != 0 } })
        }
    }

    @Test(.enabled(if: Assembly.folder != nil, "needs ../shared/data/votes/unga"))
    func theGeneralAssembly() throws {
        let folder = try #require(Assembly.folder)
        let start = ContinuousClock.now
        let files = try VoteFiles.read(folder: folder) { name, iso2 in name == "Zanzibar" ? nil : iso2 ?? name }
        let seconds = (ContinuousClock.now - start) / .seconds(1)
        print("870,109 votes read in \(seconds) s")
        #expect(files.problems == [])
        #expect(files.unknownNames == [VoteFiles.UnknownName(name: "Zanzibar", iso2: nil, votes: 2)])
        #expect(files.votes == 870_109 - 2)
        #expect(files.sessions.map(\.number) == Array(1...74))
        #expect(files.sessions.reduce(0) { $0 + $1.rollCalls.count } == 6203)
        let of = { (number: Int) in files.sessions.first { $0.number == number } }
        #expect(of(42)?.rollCalls.count == 146 && of(19)?.rollCalls.count == 1 && of(74)?.rollCalls.count == 91)
        var cast = [0, 0, 0, 0]
        for session in files.sessions { for vote in session.votes { cast[Int(vote)] += 1 } }
        // Zanzibar's two votes are of the 693,664 and the like
        #expect(cast[1] + cast[2] + cast[3] == 870_107)
        #expect((693_662...693_664).contains(cast[1]) && (110_895...110_897).contains(cast[2]))
        let first = try #require(of(1))
        #expect(first.rollCalls.first?.id == 3 && first.rollCalls.first?.resolution == "R/1/66")
        #expect(first.rollCalls.first?.day == Day(year: 1946, month: 1, day: 1))
        var filed: [String: Int] = [:]
        for session in files.sessions {
            for call in session.rollCalls { for issue in call.issues { filed[issue, default: 0] += 1 } }
        }
        #expect(
            filed == [
                "Palestinian conflict": 1061, "Nuclear weapons and nuclear material": 855,
                "Arms control and disarmament": 1092, "Human rights": 1015, "Colonialism": 957,
                "Economic development": 765,
            ])
    }
}
