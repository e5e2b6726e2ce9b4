import Diplomacy
import Testing

@testable import Analysis

/// An assembly whose members' true positions are known.
private struct SimulatedAssembly {
    var sessions: [VoteSession] = []
    /// By session, in the order of its parties, with mean 0 and deviation 1.
    var truth: [[Double]] = []

    /// - Parameters:
    ///   - numbers: the sessions' numbers.
    ///   - absence: the share of votes that are not cast.
    ///   - isMember: whether a member, from 0, sits in a session.
    init(
        members: Int = 40, rollCalls: Int = 50, numbers: [Int] = [1, 2, 3, 4], absence: Double = 0.15, seed: UInt64 = 1,
        isMember: (Int, Int) -> Bool = { _, _ in true }
    ) {
        var chance = SeededChance(seed: seed)
        func normal() -> Double { Special.normalQuantile(min(max(chance.unit(), 1e-9), 1 - 1e-9)) }
        var positions = (0..<members).map { _ in normal() }
        positions[0] = 1.5
        var last: Int?
        for number in numbers {
            for _ in (last ?? number)..<number {
                for i in positions.indices.dropFirst() { positions[i] = 0.95 * positions[i] + 0.31 * normal() }
            }
            last = number
            let present = (0..<members).filter { isMember($0, number) }
            let mean = present.reduce(0) { $0 + positions[$1] } / Double(present.count)
            let square = present.reduce(0) { $0 + (positions[$1] - mean) * (positions[$1] - mean) }
            let deviation = (square / Double(present.count)).squareRoot()
            let standard = present.map { (positions[$0] - mean) / deviation }
            truth.append(standard)
            var votes = [UInt8](repeating: 0, count: present.count * rollCalls)
            for call in 0..<rollCalls {
                let slope = (chance.unit() < 0.8 ? 1 : -1) * (0.2 + 0.6 * chance.unit())
                let low = normal() * 0.7 + 0.3
                let high = low + 0.2 + 0.6 * chance.unit()
                for (row, position) in standard.enumerated() where chance.unit() >= absence {
                    let drawn = slope * position + normal()
                    votes[row * rollCalls + call] = drawn < low ? 1 : drawn < high ? 2 : 3
                }
            }
            sessions.append(
                VoteSession(
                    number: number, rollCalls: (0..<rollCalls).map { RollCall(id: number * 1000 + $0) },
                    parties: present.map(Self.name), votes: votes))
        }
    }

    /// Codes that sort as the numbers do; the first is the anchor's.
    static func name(_ member: Int) -> String { member == 0 ? "AAA" : "M\(1000 + member)" }

    static var settings: IdealPoints.Settings {
        var settings = IdealPoints.Settings()
        settings.anchor = "AAA"
        return settings
    }
}

private func correlation(_ x: [Double], _ y: [Double]) -> Double {
    let n = Double(x.count)
    let (mx, my) = (x.reduce(0, +) / n, y.reduce(0, +) / n)
    let xy = zip(x, y).reduce(0) { $0 + ($1.0 - mx) * ($1.1 - my) }
    let xx = x.reduce(0) { $0 + ($1 - mx) * ($1 - mx) }
    let yy = y.reduce(0) { $0 + ($1 - my) * ($1 - my) }
    return xy / (xx * yy).squareRoot()
}

extension IdealPoints {
    fileprivate func positions(in session: Int) -> [Double] {
        zip(sessions, positions).filter { $0.0 == session }.map(\.1)
    }
}

@Suite struct IdealPointsTests {
    @Test(arguments: [1, 2, 3] as [UInt64]) func truePositionsAreFoundWithTheirUncertainty(seed: UInt64) async {
        let assembly = SimulatedAssembly(members: 120, rollCalls: 80, numbers: [1, 2], seed: seed)
        let points = await IdealPoints.estimate(assembly.sessions, settings: SimulatedAssembly.settings)
        #expect(points.hasConverged && points.rounds < 100)
        #expect(points.positions.count == 240 && points.leftOut == [])
        var held = 0
        for (session, truth) in zip(assembly.sessions, assembly.truth) {
            let found = points.positions(in: session.number)
            #expect(correlation(found, truth) > 0.95)
        }
        for (i, truth) in assembly.truth.flatMap({ $0 }).enumerated() {
            #expect(points.lower[i] < points.positions[i] && points.positions[i] < points.upper[i])
            if points.lower[i] <= truth, truth <= points.upper[i] { held += 1 }
        }
        // of 240 intervals of 90 % about 216
        print("seed \(seed): \(held) of 240 intervals hold the truth")
        #expect((200...230).contains(held))
    }

    @Test func positionsHaveMeanZeroAndDeviationOneAndTheAnchorIsPositive() async {
        let assembly = SimulatedAssembly(seed: 4)
        let points = await IdealPoints.estimate(assembly.sessions, settings: SimulatedAssembly.settings)
        for number in 1...4 {
            let found = points.positions(in: number)
            let mean = found.reduce(0, +) / 40
            #expect(abs(mean) < 1e-9)
            #expect(abs(found.reduce(0) { $0 + $1 * $1 } / 40 - 1) < 1e-9)
            #expect((found.first ?? 0) > 0)
        }
        // the anchor at the other end turns everything round
        var settings = SimulatedAssembly.settings
        let lowest = zip(points.parties, points.positions).min { $0.1 < $1.1 }?.0
        settings.anchor = lowest ?? ""
        let turned = await IdealPoints.estimate(assembly.sessions, settings: settings)
        for (a, b) in zip(points.positions, turned.positions) { #expect(abs(a + b) < 0.02) }
        for (a, b) in zip(points.rollCalls, turned.rollCalls) {
            #expect(abs(a.discrimination + b.discrimination) < 0.02)
        }
    }

    @Test func theSameVotesGiveTheSameNumbers() async {
        let assembly = SimulatedAssembly(members: 20, rollCalls: 30, seed: 5)
        let one = await IdealPoints.estimate(assembly.sessions, settings: SimulatedAssembly.settings)
        let other = await IdealPoints.estimate(assembly.sessions.reversed(), settings: SimulatedAssembly.settings)
        #expect(one.positions == other.positions && one.lower == other.lower && one.rollCalls == other.rollCalls)
        #expect(one.logLikelihood == other.logLikelihood && one.rounds == other.rounds)
    }

    @Test func theOrderOfRollCallsDoesNotMatter() async {
        let assembly = SimulatedAssembly(members: 20, rollCalls: 30, numbers: [1, 2], seed: 6)
        let moved = assembly.sessions.map { session in
            VoteSession(
                number: session.number, rollCalls: session.rollCalls.reversed(), parties: session.parties,
                votes: session.parties.indices.flatMap { session.row($0).reversed() })
        }
        let one = await IdealPoints.estimate(assembly.sessions, settings: SimulatedAssembly.settings)
        let other = await IdealPoints.estimate(moved, settings: SimulatedAssembly.settings)
        for (a, b) in zip(one.positions, other.positions) { #expect(abs(a - b) < 1e-6) }
        #expect(one.rollCalls.map(\.id).sorted() == other.rollCalls.map(\.id).sorted())
    }

    @Test func curvesAreThoseOfTheVotes() async throws {
        let assembly = SimulatedAssembly(seed: 7)
        let points = await IdealPoints.estimate(assembly.sessions, settings: SimulatedAssembly.settings)
        #expect(points.logLikelihood < 0)
        for call in points.rollCalls {
            let session = try #require(assembly.sessions.first { $0.number == call.session })
            let column = call.id - call.session * 1000
            let votes = session.parties.indices.map { session.votes[$0 * session.rollCalls.count + column] }
            #expect((call.yesCut != nil) == votes.contains(1) && (call.noCut != nil) == votes.contains(3))
            if let yes = call.yesCut, let no = call.noCut { #expect(votes.contains(2) ? yes < no : yes == no) }
        }
        // a steeper curve where the vote follows the positions
        let correct = points.rollCalls.count { abs($0.discrimination) > 0.1 }
        #expect(correct > points.rollCalls.count * 8 / 10)
    }

    @Test func membersBeginAndEndAndSessionsAreMissing() async {
        // M1001 ends with session 2, M1002 begins with session 5; 3 and 4 are missing; M1003 is away in 5
        let assembly = SimulatedAssembly(numbers: [1, 2, 5, 6], seed: 8) { member, session in
            switch member {
            case 1: session <= 2
            case 2: session >= 5
            case 3: session != 5
            default: true
            }
        }
        let points = await IdealPoints.estimate(assembly.sessions, settings: SimulatedAssembly.settings)
        func sessions(_ party: String) -> [Int] {
            zip(points.parties, points.sessions).filter { $0.0 == party }.map(\.1)
        }
        #expect(sessions("M1001") == [1, 2] && sessions("M1002") == [5, 6] && sessions("M1003") == [1, 2, 6])
        #expect(sessions("AAA") == [1, 2, 5, 6])
        for (session, truth) in zip(assembly.sessions, assembly.truth) {
            #expect(correlation(points.positions(in: session.number), truth) > 0.9)
        }
    }

    @Test func whoVotedTooLittleIsLeftOutAndNamed() async {
        var assembly = SimulatedAssembly(members: 20, rollCalls: 30, numbers: [1, 2], seed: 9)
        let width = 30
        for call in 0..<width where call >= 4 { assembly.sessions[0].votes[5 * width + call] = 0 }
        for call in 0..<4 { assembly.sessions[0].votes[5 * width + call] = 1 }
        assembly.sessions.append(
            VoteSession(
                number: 19, rollCalls: [RollCall(id: 1)], parties: ["AAA", "M1001"], votes: [1, 3]))
        let points = await IdealPoints.estimate(assembly.sessions, settings: SimulatedAssembly.settings)
        #expect(
            points.leftOut == [
                IdealPoints.LeftOut(session: 1, party: "M1005", count: 4),
                IdealPoints.LeftOut(session: 19, party: nil, count: 0),
            ])
        #expect(points.positions.count == 39 && !points.sessions.contains(19))
    }

    /// Fewer votes leave a position less certain.
    @Test func absencesWidenTheInterval() async throws {
        var assembly = SimulatedAssembly(members: 30, rollCalls: 60, numbers: [1], absence: 0, seed: 10)
        for call in 0..<60 where call >= 8 { assembly.sessions[0].votes[5 * 60 + call] = 0 }
        let points = await IdealPoints.estimate(assembly.sessions, settings: SimulatedAssembly.settings)
        let widths = zip(points.lower, points.upper).map { $1 - $0 }
        let others = widths.enumerated().filter { $0.offset != 5 }.map(\.element)
        #expect(widths[5] > 1.3 * (others.reduce(0, +) / Double(others.count)))
    }

    @Test func nothingComesOfNothing() async {
        for sessions in [
            [], [VoteSession(number: 1, rollCalls: [], parties: [], votes: [])],
            [
                VoteSession(
                    number: 1, rollCalls: (0..<20).map { RollCall(id: $0) }, parties: (0..<10).map { "P\($0)" },
                    votes: [UInt8](repeating: 1, count: 200))
            ],
        ] {
            let points = await IdealPoints.estimate(sessions)
            #expect(points.positions.isEmpty && points.rollCalls.isEmpty && !points.hasConverged)
            #expect(points.leftOut.count == sessions.count)
        }
    }

    @Test func anySessionNumberWillDo() async {
        var assembly = SimulatedAssembly(members: 10, rollCalls: 20, numbers: [1, 2], seed: 12)
        assembly.sessions[0].number = .min
        assembly.sessions[1].number = .max
        let points = await IdealPoints.estimate(assembly.sessions, settings: SimulatedAssembly.settings)
        #expect(Set(points.sessions) == [.min, .max] && points.positions.allSatisfy { $0.isFinite })
    }

    /// Bytes that are no votes are absences.
    @Test func onlyVotesCount() async {
        let assembly = SimulatedAssembly(members: 15, rollCalls: 20, numbers: [1], seed: 13)
        var odd = assembly.sessions
        for (i, vote) in odd[0].votes.enumerated() where vote == 0 { odd[0].votes[i] = [9, 6, 255, 4][i % 4] }
        let one = await IdealPoints.estimate(assembly.sessions, settings: SimulatedAssembly.settings)
        let other = await IdealPoints.estimate(odd, settings: SimulatedAssembly.settings)
        #expect(one.positions == other.positions)
    }

    /// Two blocs that always vote against each other, and votes that are no votes: finite numbers come out.
    @Test func blocsAndOddBytesGiveFiniteNumbers() async {
        var votes: [UInt8] = []
        for party in 0..<12 { votes += [UInt8](repeating: party < 6 ? 1 : 3, count: 40) }
        votes[3] = 9
        let session = VoteSession(
            number: 1, rollCalls: (0..<40).map { RollCall(id: $0) }, parties: (0..<12).map { "P\(10 + $0)" },
            votes: votes)
        var settings = IdealPoints.Settings()
        for spread in [0.3, 100, 0] {
            settings.discriminationSpread = spread
            let points = await IdealPoints.estimate([session], settings: settings)
            #expect(points.positions.count == 12)
            #expect((points.positions + points.lower + points.upper).allSatisfy { $0.isFinite })
            #expect(points.rollCalls.allSatisfy { $0.discrimination.isFinite })
            #expect(points.logLikelihood.isFinite)
        }
    }
}
