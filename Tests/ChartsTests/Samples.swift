@testable import Charts

/// Figures with plausible values, made of a fixed row of numbers.
enum Samples {
    static let widths: [Double] = [320, 480, 760, 1_100, 1_600]

    /// Numbers from 0 to 1, the same ones each time (a linear congruence with the constants of Knuth's MMIX).
    struct Numbers {
        var state: UInt64 = 42

        mutating func next() -> Double {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Double(state >> 40) / Double(1 << 24)
        }
    }

    static func day(_ year: Int, _ month: Int = 1, _ day: Int = 1) -> Int {
        CivilDay(year: year, month: month, day: day).number
    }

    static let caption = Caption(
        title: "Contacts of China and Russia", subtitle: "Encounters of officials by year, 2000 to 2026",
        notes: ["n = 612 contacts; sources: two ministries and an archive; coverage: see the strips."])

    static var timeline: TimelineFigure {
        var numbers = Numbers()
        let years = Array(2000...2026)
        var series: [TimelineFigure.Series] = []
        for name in ["heads of state", "ministers", "deputies", "ambassadors"] {
            let values = years.map { _ in (numbers.next() * 9).rounded() }
            series.append(TimelineFigure.Series(name: name, values: values))
        }
        var figure = TimelineFigure(
            caption: caption, unit: .year, counts: Axis("Contacts", unit: "a year"),
            periods: years.map { TimelineFigure.Period(label: "\($0)", startDay: day($0)) }, series: series,
            coverage: [
                TimelineFigure.Source(name: "MFA China", stretches: [day(2003)...day(2026, 9, 30)]),
                TimelineFigure.Source(
                    name: "Kremlin", stretches: [day(2001, 6, 15)...day(2008, 5, 6), day(2009)...day(2026, 9, 30)]),
                TimelineFigure.Source(name: "TASS", stretches: [day(2012)...day(2022, 2, 24)]),
            ])
        figure.phases = [
            TimelineFigure.Phase(days: day(2001)...day(2012, 12, 31), rate: 15.2, low: 13.4, high: 17.1),
            TimelineFigure.Phase(days: day(2013)...day(2026, 9, 30), rate: 24.6),
        ]
        figure.bursts = [
            TimelineFigure.Burst(days: day(2013)...day(2016), level: 1),
            TimelineFigure.Burst(days: day(2014)...day(2014, 9), level: 3),
        ]
        figure.events = [
            TimelineFigure.Event(day: day(2001, 7, 16), label: "Treaty"),
            TimelineFigure.Event(day: day(2014, 3, 18), label: "Annexation of Crimea"),
            TimelineFigure.Event(day: day(2014, 5, 21), label: "Gas contract"),
            TimelineFigure.Event(day: day(2022, 2, 4), label: "Joint statement"),
            TimelineFigure.Event(day: day(2022, 2, 24), label: "Invasion of Ukraine"),
        ]
        return figure
    }

    static var lines: LinesFigure {
        var numbers = Numbers()
        var series: [LinesFigure.Series] = []
        for (name, start) in [("China–Russia", 0.6), ("China–United States", -0.2), ("India–Pakistan", 0.62)] {
            var points: [LinesFigure.Point] = []
            for year in 1990...2020 {
                let y = start + numbers.next() * 0.2
                points.append(
                    LinesFigure.Point(x: Double(year), y: year == 2004 ? nil : y, low: y - 0.1, high: y + 0.1))
            }
            series.append(LinesFigure.Series(name: name, points: points))
        }
        var figure = LinesFigure(
            caption: caption, course: .years, x: Axis("Session"), y: Axis("Similarity", unit: "S"), series: series)
        figure.hasZeroLine = true
        figure.span = 1990...2026
        figure.unknown = LinesFigure.Unknown(after: 2020, label: "no data after 2020")
        return figure
    }

    static var points: PointsFigure {
        var numbers = Numbers()
        var points: [PointsFigure.Point] = []
        for index in 0..<40 {
            let (x, y, size) = (numbers.next() * 2 - 1, numbers.next() * 60 + 1, numbers.next() * 30)
            points.append(PointsFigure.Point(label: "State \(index)", x: x, y: y, size: size))
        }
        points[0].path = (0..<5).map { step in
            PointsFigure.Station(year: 2014 + step, x: -0.5 + Double(step) * 0.1, y: 5 + Double(step) * 4)
        }
        var figure = PointsFigure(caption: caption, x: Axis("Alignment"), y: Axis("Contacts"), points: points)
        figure.size = Axis("visits")
        figure.quadrants = PointsFigure.Quadrants(
            x: 0, y: 20, upperLeft: "talks, differs", upperRight: "talks, agrees", lowerLeft: "distant",
            lowerRight: "agrees without talk")
        return figure
    }

    static var network: NetworkFigure {
        var numbers = Numbers()
        var nodes: [NetworkFigure.Node] = []
        var edges: [NetworkFigure.Edge] = []
        for index in 0..<70 {
            let (x, y, size) = (numbers.next(), numbers.next(), numbers.next() * 40)
            nodes.append(NetworkFigure.Node(label: "State \(index)", x: x, y: y, size: size, group: index % 3))
            edges.append(NetworkFigure.Edge(from: index, to: index * 7 % 70, weight: 1 + numbers.next() * 9))
        }
        return NetworkFigure(
            caption: caption, nodes: nodes, edges: edges, groups: ["Europe", "Asia", "Africa"], size: Axis("meetings"),
            weight: Axis("meetings of the pair"))
    }

    static var reliability: ReliabilityFigure {
        let bins = (0..<10).map { index in
            let from = Double(index) / 10
            return ReliabilityFigure.Bin(
                range: from...from + 0.1, forecast: from + 0.05, observed: from * 0.9 + 0.08, count: 100 - index * 9,
                low: from * 0.9, high: min(1, from * 0.9 + 0.16))
        }
        return ReliabilityFigure(caption: caption, bins: bins)
    }

    static var matrix: MatrixFigure {
        var numbers = Numbers()
        let years = Array(2000...2026)
        let issues = ["trade and investment", "energy", "strategic stability", "climate", "space"]
        var values: [[Double?]] = []
        for _ in issues { values.append(years.map { $0 < 2002 ? nil : (numbers.next() * 12).rounded() }) }
        return MatrixFigure(
            caption: caption, rows: issues, columns: years.map { "\($0)" }, values: values, counts: Axis("encounters"))
    }

    static var all: [any Figure] { [timeline, lines, points, network, reliability, matrix] }

    /// The same figures with nothing in them.
    static func empty(_ caption: Caption) -> [any Figure] {
        [
            TimelineFigure(caption: caption, unit: .year, counts: Axis("n"), periods: [], series: [], coverage: []),
            LinesFigure(caption: caption, course: .days, x: Axis("x"), y: Axis("y"), series: []),
            PointsFigure(caption: caption, x: Axis("x"), y: Axis("y"), points: []),
            NetworkFigure(caption: caption, nodes: [], edges: []),
            ReliabilityFigure(caption: caption, bins: []),
            MatrixFigure(caption: caption, rows: [], columns: [], values: [], counts: Axis("n")),
        ]
    }
}
