import Analysis
import Charts
import Corroboration
import Diplomacy
import Register
import Testing

@testable import Dossier

@Suite("Alignment beside dialogue")
struct BeyondTests {
    private let sample: SampleRegister

    init() throws { sample = try SampleRegister() }

    private var register: Register { sample.register }

    /// A contact each spring of these years.
    private func springs(
        _ parties: (String, String), _ years: ClosedRange<Int>, times: Int = 1, source: String = "Gazette"
    ) -> [Filing] {
        years.flatMap { year in
            (0..<times).map { i in
                report(
                    "\(parties.0)\(parties.1)\(year)-\(i)", on: (day("\(year)-03-01") + i * 9).iso,
                    of: [Guest(parties.0), Guest(parties.1)], source: source)
            }
        }
    }

    /// Sessions of the years 2006 to 2020; CHN and RUS agree from 2011 on, CHN and USA never.
    private func put() throws {
        let sessions = (2006...2020).map { year in
            session(
                year - 1945,
                [
                    "CHN": [1, 1, 2, 1], "RUS": year < 2011 ? [3, 3, 2, 3] : [1, 1, 2, 1], "USA": [3, 3, 3, 3],
                    "GBR": [3, 3, 3, 1],
                ])
        }
        let points = (2006...2020).flatMap { year in
            [("CHN", -1.0), ("RUS", -0.25), ("USA", 2.0)].map { party, position in
                StoredIdealPoint(
                    party: party, session: year - 1945, position: position, lower: position, upper: position)
            }
        }
        try register.put(sessions, idealPoints: points, from: voteTable(from: "2006-12-01", to: "2020-12-04"))
    }

    private func fill() throws {
        try sample.add(
            springs(("CHN", "RUS"), 2004...2022, times: 2) + springs(("CHN", "USA"), 2004...2014)
                + springs(("CHN", "GBR"), 2019...2022, source: "Court circular") + springs(("CHN", "XKX"), 2004...2022))
        try put()
    }

    @Test("a point is the last five years with votes, its path windows of five before it")
    func points() throws {
        try fill()
        let dossier = try register.beyond(least: 10)
        #expect(dossier.years == 2016...2020 && dossier.voteYears == 2006...2020)
        #expect(dossier.points.map(\.dyad.code) == ["CHN-RUS"])
        let point = try #require(dossier.points.first)
        #expect(point.station.alignment == 1 && point.station.n == 20)
        #expect(point.station.contacts == 10 && point.encounters.count == 10)
        #expect(abs(point.station.exposure - 5) < 0.01 && abs(point.station.dialogue - 2) < 0.01)
        #expect(point.path.map(\.years) == [2006...2010, 2011...2015, 2016...2020])
        // before 2011 three of four votes are opposed and one is the same
        #expect(point.path.map(\.alignment) == [0.25, 1, 1])
        #expect(point.path.map(\.contacts) == [10, 10, 10])
        #expect(point.path.last == point.station)
    }

    @Test("who has no contact in the years, no votes, or too few contacts is told and not drawn")
    func left() throws {
        try fill()
        let dossier = try register.beyond(least: 10)
        #expect(dossier.silent.map(\.code) == ["CHN-USA"])
        #expect(dossier.unaligned.map(\.code) == ["CHN-XKX"])
        let figure = dossier.figure { $0 }
        #expect(figure.isYLogarithmic && figure.points.count == 1)
        let notes = figure.caption.notes.joined(separator: "\n")
        #expect(notes.contains("Not drawn: 1 dyad without a contact in these years") && notes.contains("(CHN-USA)"))
        #expect(notes.contains("not made into one index"))
        #expect(notes.contains("2006 to 2020 (the last on 2020-12-04)"))
        #expect(notes.contains("Contacts are covered 2004-03-01 to"))
        let more = try register.beyond(least: 3)
        #expect(more.points.map(\.dyad.code) == ["CHN-RUS", "CHN-GBR"])
        // the only source that tells of them began in March 2019: two springs in less than two years, not in five
        #expect(more.points[1].station.contacts == 2)
        let covered = Double(day("2020-12-31") - day("2019-03-01") + 1) / 365.2425
        #expect(abs(more.points[1].station.exposure - covered) < 1e-9)
        #expect(abs(more.points[1].station.dialogue - 2 / covered) < 1e-9)
    }

    @Test("measures are those of the votes of the years", arguments: BeyondDossier.Measure.allCases)
    func measures(measure: BeyondDossier.Measure) throws {
        try fill()
        let dossier = try register.beyond(measure: measure, years: 2008...2012, least: 10)
        let usa = try #require(dossier.points.first { $0.dyad.code == "CHN-USA" })
        switch measure {
        case .agreement: #expect(usa.station.alignment == 0.125 && usa.station.n == 20)
        case .pi:
            let table = VoteTable((0..<5).flatMap { _ in [1, 1, 2, 1] as [UInt8] }, (0..<20).map { _ in 3 as UInt8 })
            #expect(usa.station.alignment == table.pi(.linear))
        case .distance: #expect(usa.station.alignment == 3 && usa.station.n == 5)
        }
        #expect(usa.station.contacts == 5)
        #expect(usa.path.map(\.years) == [2008...2012])
        let figure = dossier.figure { $0 }
        #expect(XMLCheck.fault(of: figure.standalone(width: 800)) == nil)
    }

    @Test("without votes the reason stands in the figure and in JSON; years without an end do no harm")
    func nothing() throws {
        try sample.add(springs(("CHN", "RUS"), 2010...2022))
        let dossier = try register.beyond()
        #expect(dossier.points.isEmpty && dossier.years == nil)
        #expect(dossier.figure { $0 }.caption.emptiness?.hasPrefix("undefined: no votes in the register") == true)
        #expect(JSONCheck(dossier.bytes()).fault == nil)
        try put()
        let far = try register.beyond(years: .min ... .max, least: 10)
        #expect(far.years == 1...9998 && far.points.map(\.station.contacts) == [13])
        let late = try register.beyond(years: 9000...9001)
        #expect(late.points.isEmpty && late.uncovered.map(\.code) == ["CHN-RUS"])
        #expect(late.undefined?.contains("9000 to 9001") == true)
    }

    @Test("windows end with the last year that has votes, and none begins before the first")
    func windows() {
        #expect(BeyondDossier.windows(2006...2020, until: 2020) == [2006...2010, 2011...2015, 2016...2020])
        #expect(BeyondDossier.windows(2006...2020, until: 2030) == BeyondDossier.windows(2006...2020, until: 2020))
        #expect(BeyondDossier.windows(2006...2020, until: 2013) == [2009...2013])
        #expect(BeyondDossier.windows(2006...2020, until: 2008).isEmpty)
        #expect(BeyondDossier.windows(nil, until: 2020).isEmpty)
    }

    @Test("JSON and rows are complete and the same each time")
    func tables() throws {
        try fill()
        let bytes = try register.beyond(least: 3).bytes()
        #expect(JSONCheck(bytes).fault == nil)
        #expect(try register.beyond(least: 3).bytes() == bytes)
        let text = String(decoding: bytes, as: UTF8.self)
        #expect(
            text.contains(#""without_contacts":["CHN-USA"]"#) && text.contains(#""vote_years":{"from":2006,"to":2020}"#)
        )
        let table = try register.beyond(least: 10).csv()
        #expect(table.rows.map { $0[1] } == ["point", "path", "path", "path"])
        #expect(table.rows.allSatisfy { $0.count == table.head.count })
    }
}
