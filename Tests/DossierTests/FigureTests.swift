import Analysis
import Charts
import Corroboration
import Diplomacy
import Register
import Testing

@testable import Dossier

@Suite("Figures of a dyad")
struct FigureTests {
    private let sample: SampleRegister
    private let dyad = Dyad("CHN", "RUS")
    private let both = [Guest("CHN"), Guest("RUS")]

    init() throws { sample = try SampleRegister() }

    private func name(_ code: String) -> String { ["CHN": "China", "RUS": "R&D <b>"][code] ?? code }

    /// One contact in each of these months of 2025, by level.
    private func year(_ levels: [Level?]) -> [Filing] {
        levels.enumerated().map { i, level in
            let month = i + 1 < 10 ? "0\(i + 1)" : "\(i + 1)"
            return report(
                "m\(i)", on: "2025-\(month)-15", of: both, level: level,
                issues: i % 2 == 0 ? ["energy"] : i == 1 ? ["energy", "arms-control"] : [])
        }
    }

    private func sum(_ figure: TimelineFigure) -> [String: Double] {
        Dictionary(uniqueKeysWithValues: figure.series.map { ($0.name, $0.values.reduce(0, +)) })
    }

    @Test("levels are stacked in at most six named groups, short windows by month and long ones by year")
    func timeline() throws {
        try sample.add(
            year([.leader, .deputyLeader, .minister, .securityAdviser, .ambassador, .parliament, nil, .leader]))
        let dossier = try sample.register.dossier(of: dyad)
        let figure = dossier.timelineFigure(name: name)
        #expect(figure.unit == .month)
        #expect(figure.periods.map(\.label) == (1...8).map { "2025-0\($0)" })
        #expect(
            sum(figure) == [
                "leader": 2, "deputy leader or minister": 2, "security adviser": 1, "lower or other": 2,
                "level not told": 1,
            ])
        #expect(figure.series.allSatisfy { $0.values.count == 8 })
        let years = dossier.timelineFigure(by: .year, name: name)
        #expect(years.unit == .year && years.periods.map(\.label) == ["2025"])
        #expect(sum(years) == sum(figure))
        #expect(figure.caption.title == "Contacts of China and R&D <b>")
        #expect(figure.caption.notes[0].hasPrefix("n = 8 contacts from 8 encounters. A contact is an encounter"))
        #expect(figure.caption.notes[0].contains("No encounter is shown apart."))
        #expect(figure.caption.notes[1].contains("Every day of the window is covered."))
    }

    @Test("years are the bars of a window of four years and more")
    func long() throws {
        try sample.add([report("a", on: "2020-01-15", of: both), report("b", on: "2024-06-15", of: both)])
        let figure = try sample.register.dossier(of: dyad).timelineFigure(name: name)
        #expect(figure.unit == .year)
        #expect(figure.periods.map(\.label) == ["2020", "2021", "2022", "2023", "2024"])
        #expect(figure.series.map(\.values) == [[1, 0, 0, 0, 1]])
        #expect(figure.caption.subtitle.contains("all of one level (deputy leader or minister)"))
    }

    @Test("a rate is that of the bars' unit, and the notes tell it a year")
    func phases() throws {
        try sample.add(year([Level?](repeating: .minister, count: 12)))
        let dossier = try sample.register.dossier(of: dyad)
        let phase = try #require(dossier.phases?.phases.first)
        #expect(dossier.phases?.phases.count == 1)
        let byYear = try #require(dossier.timelineFigure(by: .year, name: name).phases.first)
        let byMonth = try #require(dossier.timelineFigure(by: .month, name: name).phases.first)
        #expect(abs(byYear.rate - phase.rate) < 1e-9)
        #expect(abs(byMonth.rate * 12 - phase.rate) < 1e-9)
        // twelve contacts in less than a year of covered days
        #expect(phase.rate > 12 && phase.rate < 13)
        #expect(byYear.days.upperBound <= dossier.asOf.number)
    }

    @Test("an issue's row is as long as the years, and a year without a told issue is not known")
    func agenda() throws {
        try sample.add(
            [
                report("old", on: "2023-05-01", of: both),
                report("older", on: "2022-05-01", of: both, issues: ["energy"]),
            ]
                + year([.leader, .leader, .leader]))
        let figure = try sample.register.dossier(of: dyad).agendaFigure(name: name)
        #expect(figure.columns == ["2022", "2023", "2024", "2025"])
        #expect(figure.rows == ["energy", "arms control"])
        #expect(figure.values == [[1, nil, nil, 3], [0, nil, nil, 1]])
        #expect(figure.caption.notes[0].hasPrefix("n = 4 contacts of 5 contacts"))
    }

    @Test("the curve falls from 1, the laws stand beside it, and the present silence is marked")
    func survival() throws {
        // no two days so near that they would be one encounter
        let days = [3, 12, 22, 33, 45, 60, 77, 96, 120, 150, 170, 200]
        try sample.add(days.enumerated().map { report("d\($0)", on: (day("2025-01-01") + $1).iso, of: both) })
        let dossier = try sample.register.dossier(of: dyad, asOf: day("2025-01-01") + 230)
        let figure = dossier.survivalFigure(name: name)
        #expect(figure.series.map(\.name) == ["Kaplan–Meier", "Weibull", "log-normal", "present silence, 30 days"])
        for series in figure.series.prefix(3) {
            let values = series.points.compactMap(\.y)
            #expect(zip(values, values.dropFirst()).allSatisfy { $0 >= $1 })
            #expect(series.points.first?.y == 1)
        }
        #expect(figure.series[3].points.map(\.x) == [30, 30])
        #expect(figure.caption.notes[0].hasPrefix("n = 12 waits, 11 ended"))
        #expect(!figure.svg(width: 700).contains("beyond the axes"))
    }

    @Test("the longest of many waits is beyond the axis, and the notes say so")
    func longest() throws {
        let days = (0..<160).map { $0 * 8 } + [1372, 1572]
        try sample.add(days.enumerated().map { report("d\($0)", on: (day("2020-01-01") + $1).iso, of: both) })
        let dossier = try sample.register.dossier(of: dyad, asOf: day("2020-01-01") + 1580)
        let figure = dossier.survivalFigure(name: name)
        #expect(figure.span == 0...100)
        #expect(figure.series[0].points.last?.x == 100)
        #expect(figure.caption.notes[0].hasSuffix("Waits beyond 100 days are not shown; the longest lasted 200."))
        #expect(!figure.svg(width: 700).contains("beyond the axes"))
    }

    @Test("chances of the next contact never fall over the year")
    func outlook() throws {
        let days = [3, 20, 31, 60, 90, 130, 150, 200, 260, 300]
        try sample.add(days.enumerated().map { report("d\($0)", on: (day("2025-01-01") + $1).iso, of: both) })
        let register = sample.register
        let alone = try register.dossier(of: dyad)
        #expect(alone.outlook.best?.forecaster == .decadeRate)
        let figure = alone.outlookFigure(name: name)
        #expect(figure.series.map(\.name) == ["rate of ten years", "climatology", "rate of two years"])
        for series in figure.series {
            let values = series.points.compactMap(\.y)
            #expect(values.count == 366 && values.first == 0)
            #expect(zip(values, values.dropFirst()).allSatisfy { $0 <= $1 })
        }
        let model = try #require(try register.outlookModel(try register.dyads()))
        let common = try register.dossier(of: dyad, model: model)
        #expect(common.outlook.best?.forecaster == .combined)
        #expect(common.outlookFigure(name: name).series.first?.name == "common model and own waits")
        // a model of another day is none of this one's
        let earlier = try register.dossier(of: dyad, asOf: alone.asOf - 30, model: model)
        #expect(earlier.outlook.forecasts.allSatisfy { $0.forecaster != .pooled })
    }

    @Test("where there is nothing, every figure says so")
    func nothing() throws {
        try sample.add([report("a", on: "2025-01-15", of: [Guest("USA"), Guest("GBR")])])
        let dossier = try sample.register.dossier(of: dyad)
        #expect(dossier.isEmpty)
        let reason = "undefined: no contacts up to 2025-01-15"
        let figures: [any Figure] = [
            dossier.timelineFigure(name: name), dossier.agendaFigure(name: name), dossier.survivalFigure(name: name),
            dossier.outlookFigure(name: name),
        ]
        for figure in figures {
            #expect(figure.caption.emptiness == reason)
            let svg = figure.svg(width: 600)
            #expect(svg.contains("No data") && svg.contains(reason))
        }
    }

    @Test("drawings are well-formed, escaped, and the same bytes each time")
    func drawings() throws {
        try sample.add(year([.leader, nil, .minister, .leader, .ambassador, .minister, .minister, .leader]))
        func all() throws -> [String] {
            let dossier = try sample.register.dossier(of: dyad)
            return [
                dossier.timelineFigure(name: name).standalone(width: 760),
                dossier.agendaFigure(name: name).standalone(width: 760),
                dossier.survivalFigure(name: name).standalone(width: 760),
                dossier.outlookFigure(name: name).standalone(width: 760),
            ]
        }
        let drawings = try all()
        #expect(try all() == drawings)
        for drawing in drawings {
            #expect(XMLCheck.fault(of: drawing) == nil)
            #expect(drawing.contains("R&amp;D &lt;b&gt;"))
            #expect(!drawing.contains("NaN") && !drawing.contains("nan"))
        }
    }
}
