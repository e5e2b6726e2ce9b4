import Diplomacy
import FoundationEssentials
import Reading
import Testing

@testable import Analysis

@Suite struct AlignmentTests {
    /// Sessions of a few members: SUN ends with the second, CZE begins with the third, session 2 lacks CUB.
    private static let sessions = [
        VoteSession(
            number: 2,
            rollCalls: [
                RollCall(id: 10, day: Day(year: 1947, month: 9, day: 3), issues: ["Arms"]),
                RollCall(id: 11, day: Day(year: 1947, month: 9, day: 1)), RollCall(id: 12, issues: ["Arms", "Rights"]),
            ], parties: ["SUN", "USA"], votes: [1, 2, 3, 3, 0, 3]),
        VoteSession(
            number: 1, rollCalls: [RollCall(id: 1, issues: ["Arms"])], parties: ["CUB", "SUN", "USA"],
            votes: [1, 1, 2]),
        VoteSession(
            number: 3, rollCalls: [RollCall(id: 20), RollCall(id: 21)], parties: ["CUB", "CZE", "USA"],
            votes: [1, 3, 0, 0, 1, 1]),
    ]

    @Test func rowsBySessionAndIssue() {
        let rows = Alignment(Self.sessions).rows("USA", "SUN")
        #expect(rows.map(\.session) == [1, 1, 2, 2, 2])
        #expect(rows.map(\.issue) == [nil, "Arms", nil, "Arms", "Rights"])
        #expect(rows.map(\.rollCalls) == [1, 1, 3, 2, 1])
        #expect(rows.map(\.table.n) == [1, 1, 2, 2, 1])
        #expect(rows.map(\.table.agreement) == [0.5, 0.5, 0.5, 0.5, 1])
        #expect(rows.first?.table[.abstain, .yes] == 1)
    }

    @Test func sessionsWithoutCommonVotesHaveNoRow() {
        let alignment = Alignment(Self.sessions)
        // a member that voted in no roll call, one that was gone, one that nobody knows
        #expect(alignment.rows("CUB", "CZE") == [])
        #expect(alignment.rows("SUN", "CZE") == [])
        #expect(alignment.rows("USA", "XXX") == [])
        #expect(alignment.rows("USA", "CUB").filter { $0.issue == nil }.map(\.session) == [1, 3])
    }

    @Test func periodsArePooled() {
        let alignment = Alignment(Self.sessions)
        #expect(alignment.pooled("USA", "SUN", sessions: 1...3).n == 3)
        #expect(alignment.pooled("USA", "SUN", sessions: 2...2).agreement == 0.5)
        #expect(alignment.pooled("USA", "SUN", sessions: 1...3, issue: "Rights").agreement == 1)
        #expect(alignment.pooled("USA", "SUN", sessions: 1...3, issue: "Arms").n == 3)
        #expect(alignment.pooled("USA", "SUN", sessions: 3...9) == VoteTable())
        #expect(alignment.pooled("USA", "SUN", sessions: 1...3, issue: "Peace").agreement == nil)
    }

    @Test func coverageSaysWhatIsNotThere() {
        let coverage = Alignment(Self.sessions).coverage
        #expect(coverage.map(\.session) == [1, 2, 3] && coverage.map(\.recordedVotes) == [1, 3, 2])
        #expect(
            coverage[1].first == Day(year: 1947, month: 9, day: 1)
                && coverage[1].last == Day(year: 1947, month: 9, day: 3))
        #expect(coverage[0].sentence.hasPrefix("Session 1: 1 recorded vote;"))
        #expect(coverage[1].sentence.hasPrefix("Session 2: 3 recorded votes;"))
        #expect(coverage[1].sentence.contains("adopted without a vote are not counted"))
    }

    /// Random sessions over word boundaries: bits and plain counting find the same, all dyads at once find the same as one by one.
    @Test(arguments: [1, 63, 64, 65, 150]) func bitsCountAsTheVotesDo(rollCalls: Int) {
        var chance = SeededChance(seed: UInt64(rollCalls))
        let parties = (0..<9).map { "P\($0)" }
        let session = VoteSession(
            number: 5, rollCalls: (0..<rollCalls).map { RollCall(id: $0, issues: $0 % 3 == 0 ? ["Arms"] : []) },
            parties: parties, votes: (0..<9 * rollCalls).map { _ in UInt8(chance.next() % 4) })
        let votes = SessionVotes(session)
        let mask = RollCallMask(session, issue: "Arms")
        #expect(mask.count == (rollCalls + 2) / 3)
        let dyads = votes.dyads()
        #expect(dyads.count == 36 && Set(dyads.map { "\($0.first)\($0.second)" }).count == 36)
        for dyad in dyads {
            let (one, other) = (parties.firstIndex(of: dyad.first) ?? 0, parties.firstIndex(of: dyad.second) ?? 0)
            #expect(one < other)
            #expect(dyad.table == VoteTable(session.row(one), session.row(other)))
            #expect(votes.table(dyad.second, dyad.first) == dyad.table.exchanged)
            let chosen = { (party: Int) in session.row(party).enumerated().filter { $0.offset % 3 == 0 }.map(\.element)
            }
            #expect(votes.table(dyad.first, dyad.second, among: mask) == VoteTable(chosen(one), chosen(other)))
        }
        #expect(votes.dyads(among: mask).map(\.table.n).reduce(0, +) <= dyads.map(\.table.n).reduce(0, +))
        // a mask of another session leaves out what it does not know
        let none = RollCallMask(VoteSession(number: 1, rollCalls: [], parties: [], votes: [])) { _ in true }
        #expect(votes.table("P0", "P1", among: none).n == 0)
    }

    @Test func theOrderOfRollCallsDoesNotMatter() {
        var chance = SeededChance(seed: 8)
        let votes = (0..<2 * 70).map { _ in UInt8(chance.next() % 4) }
        let order = Array(0..<70).shuffled(using: &chance)
        let moved = order.map { votes[$0] } + order.map { votes[70 + $0] }
        func session(_ votes: [UInt8]) -> VoteSession {
            VoteSession(
                number: 1, rollCalls: (0..<70).map { RollCall(id: $0) }, parties: ["A", "B"], votes: votes)
        }
        #expect(SessionVotes(session(votes)).table("A", "B") == SessionVotes(session(moved)).table("A", "B"))
    }

    @Test func votesThatAreNoneAreLeftOut() {
        let session = VoteSession(
            number: 1, rollCalls: [RollCall(id: 1), RollCall(id: 2)], parties: ["A", "B"], votes: [1, 9, 1, 255])
        #expect(SessionVotes(session).table("A", "B").n == 1)
        #expect(Alignment([]).rows("A", "B") == [] && Alignment([]).dyads(session: 1).isEmpty)
    }
}

/// The votes of the General Assembly in `../shared/data/votes/unga`, read as the program reads them.
enum Assembly {
    static let folder: String? = {
        var folder = URL(filePath: #filePath)
        while folder.path != "/" {
            folder = folder.deletingLastPathComponent()
            let path = folder.appending(path: "shared/data/votes/unga").path
            if FileManager.default.fileExists(atPath: path) { return path }
        }
        return nil
    }()

    static let codes = [
        "US": "USA", "RU": "RUS", "CN": "CHN", "GB": "GBR", "FR": "FRA", "IR": "IRN", "IL": "ISR", "IN": "IND",
        "PK": "PAK",
    ]

    static func sessions() throws -> [VoteSession] {
        let folder = try #require(folder)
        return try VoteFiles.read(folder: folder) { name, iso2 in iso2.map { codes[$0] ?? $0 } ?? name }.sessions
    }
}

@Suite(.enabled(if: Assembly.folder != nil, "needs ../shared/data/votes/unga"))
struct AlignmentOfTheAssemblyTests {
    @Test func knownDyads() throws {
        let alignment = Alignment(try Assembly.sessions())
        for dyad in KnownDyad.all {
            let row = try #require(
                alignment.rows(dyad.first, dyad.second).first { $0.session == dyad.session && $0.issue == nil })
            #expect(row.table == VoteTable(dyad.counts), "\(dyad.testDescription)")
            dyad.check(row.table)
        }
        // counted by another program
        let rights = alignment.rows("USA", "CHN").first { $0.session == 71 && $0.issue == "Human rights" }
        #expect(rights?.table == VoteTable([0, 1, 4, 1, 0, 0, 12, 0, 1]) && rights?.rollCalls == 19)
        #expect(
            alignment.pooled("USA", "CHN", sessions: 70...74) == VoteTable([74, 23, 41, 44, 5, 3, 259, 27, 17]))
        // the Soviet Union voted as Russia's predecessor does not: this source has one name for both
        #expect(alignment.rows("USA", "RUS").count { $0.issue == nil } == 74)
        #expect(alignment.rows("USA", "YU").filter { $0.issue == nil }.allSatisfy { $0.table.n > 0 })

        let start = ContinuousClock.now
        let dyads = alignment.dyads(session: 71)
        print("\(dyads.count) dyads in \((ContinuousClock.now - start) / .milliseconds(1)) ms")
        #expect(dyads.count == 193 * 192 / 2)
        #expect(alignment.coverage.reduce(0) { $0 + $1.recordedVotes } == 6203)
        #expect(alignment.coverage.last?.last == Day(year: 2020, month: 1, day: 14))
    }
}
