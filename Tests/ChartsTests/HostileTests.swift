import Testing

@testable import Charts

/// Labels and values that nobody would draw, and that come all the same.
@Suite struct HostileFigureTests {
    static let labels = [
        "<script>alert(1)</script>", "\"><svg onload=\"x\">", "a & b &amp; 'c' \"d\"", "]]>",
        "\u{0}\u{1}\u{8}\u{B}\u{1F}\u{7F}\u{9F}bell",
        "\u{FFFE}\u{FFFF}\u{1FFFE}", "\u{202E}evil\u{2066}", "line\nbreak\ttab\r\n", "外交部发言人主持例行记者会",
        "e\u{301}\u{301}\u{301}",
        "", "   ", String(repeating: "W", count: 5_000), String(repeating: "word ", count: 3_000), "👩‍👩‍👧 flag 🇨🇳", "مرحبا",
    ]

    static func figures(_ text: String) -> [any Figure] {
        let caption = Caption(title: text, subtitle: text, notes: [text, text], emptiness: text)
        var timeline = Samples.timeline
        timeline.caption = caption
        timeline.counts = Axis(text, unit: text)
        timeline.periods = timeline.periods.map { TimelineFigure.Period(label: text, startDay: $0.startDay) }
        timeline.series = timeline.series.map { TimelineFigure.Series(name: text, values: $0.values) }
        timeline.coverage = timeline.coverage.map { TimelineFigure.Source(name: text, stretches: $0.stretches) }
        timeline.events = timeline.events.map { TimelineFigure.Event(day: $0.day, label: text) }
        timeline.rateName = text
        var lines = Samples.lines
        lines.caption = caption
        (lines.x, lines.y) = (Axis(text), Axis(text, unit: text))
        lines.series = lines.series.map { LinesFigure.Series(name: text, points: $0.points) }
        lines.unknown = LinesFigure.Unknown(after: 2010, label: text)
        var points = Samples.points
        points.caption = caption
        for index in points.points.indices { points.points[index].label = text }
        points.quadrants = PointsFigure.Quadrants(
            x: 0, y: 20, upperLeft: text, upperRight: text, lowerLeft: text, lowerRight: text)
        points.size = Axis(text)
        var network = Samples.network
        network.caption = caption
        for index in network.nodes.indices { network.nodes[index].label = text }
        network.groups = [text, text, text]
        var reliability = Samples.reliability
        reliability.caption = caption
        (reliability.forecast, reliability.observed, reliability.counts) = (Axis(text), Axis(text), Axis(text))
        var matrix = Samples.matrix
        matrix.caption = caption
        matrix.rows = matrix.rows.map { _ in text }
        matrix.columns = matrix.columns.map { _ in text }
        matrix.counts = Axis(text)
        return [timeline, lines, points, network, reliability, matrix] + Samples.empty(caption)
    }

    @Test(arguments: labels) func everyLabelIsEscaped(_ text: String) throws {
        for figure in Self.figures(text) {
            for width in [320.0, 900] {
                let svg = figure.svg(width: width)
                let root = try MarkupReader.read(svg)
                for element in root.all {
                    if !FigureTests.elements.contains(element.name) { Issue.record("\(element.name)") }
                    if element.attributes.keys.contains(where: { $0.hasPrefix("on") }) {
                        Issue.record("\(element.name)")
                    }
                }
                #expect(svg.unicodeScalars.allSatisfy { $0 == "\n" || !Escape.isForbidden($0) })
            }
        }
    }

    @Test(arguments: labels) func noLabelLeavesTheFigure(_ text: String) throws {
        for figure in Self.figures(text) {
            for label in try MarkupReader.read(figure.svg(width: 480)).all("text").compactMap({ Label($0) }) {
                #expect(label.box.x >= -0.5 && label.box.right <= 481, "\(type(of: figure)): \(label)")
            }
        }
    }

    @Test func textComesThroughUnchanged() throws {
        let name = "R&D <\"quoted\"> 'x'"
        var figure = Samples.lines
        figure.caption.title = name
        let root = try MarkupReader.read(figure.svg(width: 760))
        #expect(root.title == name)
        #expect(root.attributes["aria-label"] == name)
        #expect(root.all("text").first?.text == name)
    }

    static let numbers: [Double] = [
        .nan, .infinity, -.infinity, 1e15, -1e15, .greatestFiniteMagnitude, .leastNonzeroMagnitude, -0.0, -1, 1e14,
        1e-12, 0,
    ]

    @Test(arguments: numbers) func noValueBreaksAFigure(_ value: Double) throws {
        var timeline = Samples.timeline
        timeline.series[0].values[3] = value
        timeline.phases[0].rate = value
        timeline.phases[1].low = value
        timeline.phases[1].high = value
        var lines = Samples.lines
        lines.series[0].points[2].y = value
        lines.series[0].points[5].x = value
        lines.series[1].points[2].low = value
        lines.unknown?.after = value
        var points = Samples.points
        points.points[0].x = value
        points.points[1].y = value
        points.points[2].size = value
        points.points[3].path = [
            PointsFigure.Station(year: .max, x: value, y: 1), PointsFigure.Station(year: .min, x: 0.2, y: 3),
        ]
        points.quadrants?.x = value
        var logarithmic = points
        (logarithmic.isXLogarithmic, logarithmic.isYLogarithmic) = (true, true)
        var network = Samples.network
        network.nodes[0].x = value
        network.nodes[1].size = value
        network.edges[0].weight = value
        network.edges[1].to = 9_999
        network.edges[2].from = -1
        network.nodes[2].group = .min
        network.nodes[3].group = .max
        var reliability = Samples.reliability
        reliability.bins[0].forecast = value
        reliability.bins[1].observed = value
        reliability.bins[2].count = .max
        var matrix = Samples.matrix
        matrix.values[0][4] = value
        for figure in [timeline, lines, points, logarithmic, network, reliability, matrix] as [any Figure] {
            let svg = figure.svg(width: 600)
            #expect(throws: Never.self) { try MarkupReader.read(svg) }
            #expect(!svg.contains("nan") && !svg.contains("\"inf") && !svg.contains("e+"))
        }
    }

    @Test func daysBeyondAllBoundsAreLeftOut() throws {
        for day in [Int.min, Int.max, Int.max - 1, -1_000_001, 10_000_001] {
            var figure = Samples.timeline
            figure.periods[0].startDay = day
            figure.events[0].day = day
            figure.phases[0].days = min(day, 0)...max(day, 0)
            figure.bursts[0].days = day...day
            figure.coverage[0].stretches = [min(day, 15_000)...max(day, 15_000), day...day]
            let root = try MarkupReader.read(figure.svg(width: 600))
            #expect(root.all("g", class: "fig-bar").count == 26)
            let notes = root.all("text").map(\.text).joined(separator: " ")
            #expect(notes.contains("1 period left out"))
            #expect(notes.contains("1 event outside the days shown"))
        }
    }

    @Test func whatIsLeftOutIsCounted() throws {
        var figure = Samples.timeline
        figure.series[0].values[1] = .nan
        figure.series[0].values[2] = -3
        let notes = try MarkupReader.read(figure.svg(width: 1_600)).all("text").map(\.text).joined(separator: " ")
        #expect(notes.contains("2 values left out: negative, no number or too great"))
    }

    /// An axis that reaches beyond the greatest value still shows it.
    @Test func theGreatestValuesAreDrawn() throws {
        var timeline = Samples.timeline
        timeline.series = [TimelineFigure.Series(name: "n", values: [9e14, 4.5e14])]
        let bars = try MarkupReader.read(timeline.svg(width: 600)).all("g", class: "fig-bar").flatMap { $0.all("rect") }
        let heights = bars.compactMap { $0.number("height") }
        #expect(heights.count == 2 && abs(heights[0] - 2 * heights[1]) < 0.021)
        timeline.series = [9e14, 2e14].map { TimelineFigure.Series(name: "n", values: [$0]) }
        let texts = try MarkupReader.read(timeline.svg(width: 1_600)).all("text").map(\.text).joined(separator: " ")
        #expect(texts.contains("1 value left out: negative, no number or too great"))
        let points = [1, 9e14].map { PointsFigure.Point(label: "p", x: $0, y: $0) }
        let figure = PointsFigure(caption: Samples.caption, x: Axis("x"), y: Axis("y"), points: points)
        #expect(try MarkupReader.read(figure.svg(width: 600)).all("circle", class: "fig-mark").count == 2)
    }
}
