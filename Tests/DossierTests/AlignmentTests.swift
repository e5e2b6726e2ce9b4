import Analysis
import Charts
import Corroboration
import Diplomacy
import Register
import Testing

@testable import Dossier

/// A session of four roll calls, two of an issue each.
func session(_ number: Int, _ votes: [String: [UInt8]]) -> VoteSession {
    let parties = votes.keys.sorted()
    return VoteSession(
        number: number,
        rollCalls: (0..<4).map { call in
            RollCall(
                id: number * 10 + call, day: day("\(1945 + number)-12-0\(call + 1)"),
                issues: [call < 2 ? "Human rights" : "Middle East"])
        }, parties: parties, votes: parties.flatMap { votes[$0] ?? [] })
}

@Suite("How two parties vote")
struct AlignmentTests {
    private let sample: SampleRegister
    private let dyad = Dyad("CHN", "RUS")

    init() throws { sample = try SampleRegister() }

    private var register: Register { sample.register }

    private func point(_ party: String, _ session: Int, _ position: Double) -> StoredIdealPoint {
        StoredIdealPoint(
            party: party, session: session, position: position, lower: position - 0.5, upper: position + 0.5)
    }

    /// Sessions 70, 71 and 74; in 71 the two always vote yes.
    private func put() throws {
        try register.put(
            [
                session(70, ["CHN": [1, 1, 2, 3], "RUS": [1, 3, 2, 3], "USA": [3, 3, 3, 3]]),
                session(71, ["CHN": [1, 1, 1, 1], "RUS": [1, 1, 1, 0], "USA": [3, 3, 1, 3]]),
                session(74, ["CHN": [1, 1, 3, 0], "RUS": [0, 3, 3, 1], "USA": [1, 1, 1, 1]]),
                session(75, ["CHN": [1, 1, 1, 1], "USA": [1, 1, 1, 1]]),
            ], idealPoints: [point("CHN", 70, -1), point("RUS", 70, 0.5), point("CHN", 71, -1), point("CHN", 74, 0)],
            from: voteTable(from: "2015-12-01", to: "2020-12-04"))
    }

    @Test("agreement and π by session, a gap of years breaks the line, and the end of the votes is marked")
    func lines() throws {
        try put()
        let dossier = try register.alignment(of: dyad)
        #expect(dossier.sessions.map(\.number) == [70, 71, 74])
        let figure = dossier.figure(asOf: day("2026-03-01")) { $0 }
        #expect(figure.series.map(\.name) == ["agreement (95\u{A0}%)", "Scott's π"])
        let agreement = figure.series[0].points
        // 70: three alike and one opposed; 71: three alike; 74: one alike and one opposed
        #expect(agreement.map(\.x) == [2015, 2016, 2017, 2019])
        #expect(agreement.map(\.y) == [0.75, 1, nil, 0.5])
        for point in agreement where point.y != nil {
            let (low, value, high) = (try #require(point.low), try #require(point.y), try #require(point.high))
            #expect(low <= value && value <= high && low >= 0 && high <= 1 && low < high)
        }
        // both always voted yes: chance would give no distance
        #expect(figure.series[1].points.map { $0.y == nil } == [false, true, true, false])
        #expect(figure.unknown == LinesFigure.Unknown(after: 2020, label: "no votes after 2020"))
        #expect(figure.span == 2015...2026)
        #expect(figure.extent == .fixed(-1...1))
        #expect(figure.caption.notes[0].hasPrefix("n = 9 common votes of 12 roll calls in 3 sessions"))
        #expect(figure.caption.notes.contains { $0.contains("recorded votes from 2015-12-01 to 2020-12-04") })
        #expect(XMLCheck.fault(of: figure.standalone(width: 700)) == nil)
        #expect(dossier.figure { $0 }.unknown == nil)
    }

    @Test(
        "a session opened in a year that there is",
        arguments: [(1, 1946), (75, 2020), (-1, 1945), (.max, 9998), (.min, 1945)])
    func years(number: Int, year: Int) { #expect(AlignmentDossier.year(ofSession: number) == year) }

    @Test("positions are drawn where both are placed")
    func positions() throws {
        try put()
        let dossier = try register.alignment(of: dyad)
        #expect(dossier.sessions.map { $0.distance == nil } == [false, true, true])
        #expect(dossier.sessions[0].distance == 1.5)
        let figure = dossier.positionsFigure { $0 }
        #expect(figure.series.map(\.name) == ["CHN", "RUS"])
        #expect(figure.series[0].points.map(\.y) == [-1, nil, nil, nil])
        #expect(figure.series[1].points.first?.low == 0 && figure.series[1].points.first?.high == 1)
        let unplaced = try register.alignment(of: Dyad("RUS", "USA")).positionsFigure { $0 }
        #expect(unplaced.caption.emptiness == "undefined: no session in which both are placed")
        #expect(unplaced.series.isEmpty)
    }

    @Test("without votes, and without common votes, the reason is told")
    func undefined() throws {
        let none = try register.alignment(of: dyad)
        #expect(none.undefined == "undefined: no votes in the register; `rapporteur import votes` brings them")
        try put()
        let strangers = try register.alignment(of: Dyad("RUS", "XKX"))
        #expect(strangers.undefined == "undefined: no common votes")
        for dossier in [none, strangers] {
            let figure = dossier.figure(asOf: day("2026-01-01")) { $0 }
            #expect(figure.caption.emptiness == dossier.undefined)
            #expect(figure.svg(width: 600).contains("No data"))
            #expect(dossier.csv().rows.isEmpty)
        }
    }

    @Test("JSON and rows tell each session and issue, and what is not defined")
    func tables() throws {
        try put()
        let dossier = try register.alignment(of: dyad)
        let json = JSONCheck(dossier.bytes())
        #expect(json.fault == nil)
        let text = String(decoding: dossier.bytes(), as: UTF8.self)
        #expect(text.contains(#""schema":"rapporteur.alignment/1""#))
        #expect(text.contains(#""pi_linear: one or both always voted the same""#))
        #expect(text.contains(#""undefined":["distance: one of the two is not placed"]"#))
        let table = dossier.csv()
        #expect(table.rows.allSatisfy { $0.count == table.head.count })
        let issue = try #require(table.head.firstIndex(of: "issue"))
        let agreement = try #require(table.head.firstIndex(of: "agreement"))
        // 74: the one human-rights vote of both, and the one on the Middle East
        #expect(
            table.rows.map { $0[issue] } == [
                nil, "Human rights", "Middle East", nil, "Human rights", "Middle East", nil, "Human rights",
                "Middle East",
            ])
        #expect(table.rows.map { $0[agreement] } == ["0.75", "0.5", "1", "1", "1", "1", "0.5", "0", "1"])
    }
}
