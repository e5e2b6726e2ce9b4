import Testing

@testable import Charts

@Suite struct LinesFigureTests {
    private func figure(_ points: [LinesFigure.Point], isStepped: Bool = false) -> LinesFigure {
        LinesFigure(
            caption: Caption(title: "t"), course: .numbers, x: Axis("x"), y: Axis("y"),
            series: [LinesFigure.Series(name: "s", points: points, isStepped: isStepped)])
    }

    private func path(_ root: Element, _ style: Substring) -> [[Double]] {
        (root.all("path", class: style).first?.attributes["d"] ?? "").split { "ML".contains($0) }
            .map { $0.split { " Z".contains($0) }.compactMap { Double($0) } }
    }

    @Test func pointsAreWhereTheyBelong() throws {
        var figure = figure([
            LinesFigure.Point(x: 0, y: 0), LinesFigure.Point(x: 5, y: 1), LinesFigure.Point(x: 10, y: 0.5),
        ])
        figure.extent = .fixed(0...1)
        let root = try MarkupReader.read(figure.svg(width: 600))
        let points = path(root, "fig-line")
        let inner = try #require(root.children.first { $0.name == "svg" })
        // the nested view is the plot and 3 pixels around it
        let (x, y) = (try #require(inner.number("x")) + 3, try #require(inner.number("y")) + 3)
        let (width, height) = (try #require(inner.number("width")) - 6, try #require(inner.number("height")) - 6)
        #expect(height == 252)
        let expected = [[x, y + height], [x + width / 2, y], [x + width, y + height / 2]]
        for (point, place) in zip(points, expected) {
            #expect(abs(point[0] - place[0]) < 0.02 && abs(point[1] - place[1]) < 0.02)
        }
    }

    @Test func stepsHoldUntilTheNext() throws {
        let points = [LinesFigure.Point(x: 0, y: 1), LinesFigure.Point(x: 4, y: 0.5), LinesFigure.Point(x: 9, y: 0.2)]
        let path = path(try MarkupReader.read(figure(points, isStepped: true).svg(width: 600)), "fig-line")
        #expect(path.count == 5)
        #expect(
            path[0][1] == path[1][1] && path[1][0] == path[2][0] && path[2][1] == path[3][1] && path[3][0] == path[4][0]
        )
    }

    @Test func whatIsNotKnownBreaksTheLine() throws {
        let points = (0..<7).map { LinesFigure.Point(x: Double($0), y: $0 == 3 ? nil : 1, low: 0, high: 2) }
        let root = try MarkupReader.read(figure(points).svg(width: 600))
        let line = try #require(root.all("path", class: "fig-line").first?.attributes["d"])
        #expect(line.count { $0 == "M" } == 2)
        let band = try #require(root.all("path", class: "fig-area").first?.attributes["d"])
        #expect(band.count { $0 == "Z" } == 2)
    }

    @Test func aPointAloneIsADotWithItsInterval() throws {
        let root = try MarkupReader.read(figure([LinesFigure.Point(x: 3, y: 2, low: 1, high: 3)]).svg(width: 600))
        #expect(root.all("circle", class: "fig-mark").count == 1)
        #expect(root.all("line", class: "fig-line").count == 1)
    }

    @Test func pointsAreSortedAndStrangersCounted() throws {
        let points = [
            LinesFigure.Point(x: 4, y: 1), LinesFigure.Point(x: 1, y: 1), LinesFigure.Point(x: .nan, y: 1),
            LinesFigure.Point(x: 2, y: .infinity), LinesFigure.Point(x: 3, y: 1),
        ]
        let root = try MarkupReader.read(figure(points).svg(width: 600))
        let places = path(root, "fig-line").map { $0[0] }
        #expect(places == places.sorted() && places.count == 3)
        #expect(root.all("text").map(\.text).contains("2 values left out: no number, or beyond the limits."))
    }

    @Test func tenThousandPoints() throws {
        let points = (0..<10_000).map { LinesFigure.Point(x: Double($0), y: Double($0 % 100)) }
        let root = try MarkupReader.read(figure(points).svg(width: 760))
        #expect(path(root, "fig-line").count == 10_000)
        #expect(root.all("circle").isEmpty)
    }

    @Test func theStretchWithoutDataIsHatchedFromItsYearOn() throws {
        let root = try MarkupReader.read(Samples.lines.svg(width: 760))
        let inner = try #require(root.children.first { $0.name == "svg" })
        let (left, width) = (try #require(inner.number("x")) + 3, try #require(inner.number("width")) - 6)
        let gap = try #require(root.all("rect", class: "fig-gap").last)
        #expect(abs(try #require(gap.number("x")) - (left + width * 30 / 36)) < 0.02)
        #expect(abs(try #require(gap.number("width")) - width * 6 / 36) < 0.02)
        #expect(root.all("text").map(\.text).contains("no data after 2020"))
    }

    @Test func namesStandAtTheEndsOrInALegend() throws {
        let names = Samples.lines.series.map(\.name)
        let wide = try MarkupReader.read(Samples.lines.svg(width: 760)).all("text").compactMap { Label($0) }
        let atEnd = wide.filter { names.contains($0.text) }
        #expect(atEnd.count == 3 && atEnd.allSatisfy { $0.box.x > 560 })
        let narrow = try MarkupReader.read(Samples.lines.svg(width: 320)).all("text").compactMap { Label($0) }
        #expect(narrow.filter { names.contains($0.text) && $0.box.y < 150 }.count == 3)
    }

    @Test func aFixedAxisCountsWhatIsBeyond() throws {
        var figure = figure((0..<5).map { LinesFigure.Point(x: Double($0), y: Double($0)) })
        figure.extent = .fixed(0...2)
        let texts = try MarkupReader.read(figure.svg(width: 600)).all("text").map(\.text)
        #expect(texts.contains("2 points beyond the axes."))
    }

    @Test func moreLinesThanColoursAreCounted() throws {
        var figure = figure([])
        figure.series = (0..<15).map {
            LinesFigure.Series(name: "s\($0)", points: [LinesFigure.Point(x: 0, y: 1), LinesFigure.Point(x: 1, y: 2)])
        }
        let root = try MarkupReader.read(figure.svg(width: 760))
        #expect(root.all("path", class: "fig-line").count == LinesFigure.mostSeries)
        #expect(root.all("text").map(\.text).contains("3 lines beyond 12 not shown."))
    }
}

@Suite struct PointsFigureTests {
    private func figure(_ points: [PointsFigure.Point]) -> PointsFigure {
        PointsFigure(caption: Caption(title: "t"), x: Axis("x"), y: Axis("y"), points: points)
    }

    @Test func marksAreWhereTheyBelongAndAsLargeAsTheirArea() throws {
        let root = try MarkupReader.read(
            figure([
                PointsFigure.Point(label: "a", x: 0, y: 0, size: 0),
                PointsFigure.Point(label: "b", x: 10, y: 10, size: 4),
                PointsFigure.Point(label: "c", x: 5, y: 5, size: 1),
            ]).svg(width: 600))
        let marks = root.all("circle", class: "fig-mark")
        #expect(marks.map { $0.title?.first } == ["b", "c", "a"])
        #expect(marks.compactMap { $0.number("r") } == [15, 9, 3])
        let (b, c, a) = (marks[0], marks[1], marks[2])
        for key in ["cx", "cy"] {
            let middle = (try #require(a.number(key)) + (try #require(b.number(key)))) / 2
            #expect(abs(try #require(c.number(key)) - middle) < 0.011)
        }
    }

    @Test func logarithmicAxesLeaveOutWhatHasNoPlace() throws {
        var figure = figure([1, 10, 100, 0, -5].map { PointsFigure.Point(label: "p\($0)", x: 1, y: $0) })
        figure.isYLogarithmic = true
        let root = try MarkupReader.read(figure.svg(width: 600))
        let heights = root.all("circle", class: "fig-mark").compactMap { $0.number("cy") }.sorted()
        #expect(heights.count == 3)
        #expect(abs(heights[1] - (heights[0] + heights[2]) / 2) < 0.011)
        #expect(root.all("text").contains { $0.text.hasPrefix("2 points left out") })
    }

    @Test func aPathGrowsStronger() throws {
        let root = try MarkupReader.read(Samples.points.svg(width: 900))
        let legs = root.all("line", class: "fig-line").compactMap { $0.number("opacity") }
        // five stations and the place of today
        #expect(legs.count == 5)
        #expect(legs == legs.sorted() && legs[0] < 0.4 && legs[4] > 0.8)
        #expect(root.all("text").map(\.text).contains("2014"))
    }

    @Test func labelsWithoutRoomAreCounted() throws {
        let points = (0..<200).map { PointsFigure.Point(label: "n\($0)", x: Double($0 % 20), y: Double($0 / 20)) }
        let root = try MarkupReader.read(figure(points).svg(width: 500))
        let texts = root.all("text").map(\.text)
        let placed = texts.count { $0.hasPrefix("n") }
        #expect(placed > 20 && placed < 200)
        #expect(texts.contains("\(200 - placed) labels without room left out."))
        #expect(root.all("circle", class: "fig-mark").count == 200)
    }

    @Test func tenThousandPointsAreBounded() throws {
        let points = (0..<10_000).map { PointsFigure.Point(label: "p", x: Double($0), y: Double($0 % 77)) }
        let root = try MarkupReader.read(figure(points).svg(width: 760))
        #expect(root.all("circle", class: "fig-mark").count == PointsFigure.mostPoints)
        #expect(root.all("text").contains { $0.text.contains("5000 points beyond 5000 not shown") })
    }

    @Test func captionsOfQuadrantsKeepOffMarks() throws {
        let root = try MarkupReader.read(Samples.points.svg(width: 900))
        let captions = root.all("text").compactMap { Label($0) }.filter {
            $0.text.hasPrefix("talks") || $0.text == "distant"
        }
        #expect(captions.count == 3)
        for mark in root.all("circle", class: "fig-mark") {
            let (x, y) = (try #require(mark.number("cx")), try #require(mark.number("cy")))
            for caption in captions { #expect(!caption.box.intersects(Box(x: x - 1, y: y - 1, width: 2, height: 2))) }
        }
    }
}

@Suite struct NetworkFigureTests {
    @Test func nodesEdgesAndGroups() throws {
        let root = try MarkupReader.read(Samples.network.svg(width: 900))
        #expect(root.all("circle", class: "fig-mark").count { $0.title != nil } == 70)
        // an edge to itself (0 to 0, and wherever 6 i is a multiple of 70) is none; one line is in the legend
        let edges = Samples.network.edges.count { $0.from != $0.to }
        #expect(root.all("line", class: "fig-edge").count == edges + 1)
        #expect(root.all("circle", class: "fig-s3").count == 23 + 1)
        let widths = root.all("line", class: "fig-edge").compactMap { $0.number("stroke-width") }.dropFirst()
        #expect(Array(widths) == widths.sorted() && abs((widths.last ?? 0) - 3.8) < 0.001)
    }

    @Test func theLargestAreKept() throws {
        var figure = Samples.network
        figure.nodes = (0..<400).map {
            NetworkFigure.Node(label: "n\($0)", x: Double($0 % 20) / 19, y: Double($0 / 20) / 19, size: Double($0))
        }
        figure.edges = (0..<399).map { NetworkFigure.Edge(from: $0, to: $0 + 1, weight: 1) }
        let root = try MarkupReader.read(figure.svg(width: 900))
        let titles = root.all("circle", class: "fig-mark").compactMap(\.title)
        #expect(titles.count == NetworkFigure.mostNodes && titles.first == "n399: 399" && titles.last == "n250: 250")
        let foot = root.all("text").map(\.text).joined(separator: " ")
        #expect(foot.contains("250 smaller nodes not shown") && foot.contains("250 lines left out"))
    }

    @Test func cornersAreWithinTheFigure() throws {
        var figure = Samples.network
        figure.nodes = [(0.0, 0.0), (1, 1), (-4, 9)].map { NetworkFigure.Node(label: "x", x: $0.0, y: $0.1, size: 1) }
        figure.edges = []
        let marks = try MarkupReader.read(figure.svg(width: 500)).all("circle", class: "fig-mark").filter {
            $0.title != nil
        }
        let places = marks.map { [$0.number("cx") ?? 0, $0.number("cy") ?? 0] }
        #expect(places[0][0] == 36 && places[1][0] == 464 && places[2] == [36, places[1][1]])
        #expect(places[0][1] - places[1][1] == 360 - 52)
    }
}

@Suite struct ReliabilityFigureTests {
    @Test func aCalibratedBinLiesOnTheDiagonal() throws {
        let bins = [0.1, 0.5, 0.9].map {
            ReliabilityFigure.Bin(
                range: $0 - 0.1...$0 + 0.1, forecast: $0, observed: $0, count: 10, low: $0 - 0.05, high: $0 + 0.05)
        }
        let root = try MarkupReader.read(ReliabilityFigure(caption: Caption(title: "t"), bins: bins).svg(width: 500))
        let diagonal = try #require(root.all("line", class: "fig-reference").last)
        let (x1, y1) = (try #require(diagonal.number("x1")), try #require(diagonal.number("y1")))
        let (x2, y2) = (try #require(diagonal.number("x2")), try #require(diagonal.number("y2")))
        #expect(abs((x2 - x1) - (y1 - y2)) < 0.02)
        let marks = root.all("circle", class: "fig-mark").filter { $0.title != nil }
        for (mark, bin) in zip(marks, bins) {
            #expect(abs(try #require(mark.number("cx")) - (x1 + (x2 - x1) * bin.forecast)) < 0.02)
            #expect(abs(try #require(mark.number("cy")) - (y1 + (y2 - y1) * bin.forecast)) < 0.02)
        }
        // two ends and a stem for each interval
        #expect(root.all("line", class: "fig-line").count == 9)
    }

    @Test func theHistogramHasAnAreaForEachBin() throws {
        for (width, isWide) in [(500.0, false), (900, true)] {
            let root = try MarkupReader.read(Samples.reliability.svg(width: width))
            let heights = root.all("rect", class: "fig-covered").compactMap { $0.number("height") }
            #expect(heights.count == 10)
            for (index, height) in heights.enumerated() {
                #expect(abs(height - (isWide ? 90 : 60) * Double(100 - index * 9) / 100) < 0.011)
            }
            #expect(root.all("text").map(\.text).contains("observed") == isWide)
        }
    }

    @Test func whatIsNoProbabilityIsLeftOut() throws {
        var figure = Samples.reliability
        figure.bins[0].observed = 1.2
        figure.bins[1].count = -1
        figure.bins[2].observed = nil
        let root = try MarkupReader.read(figure.svg(width: 900))
        #expect(root.all("circle", class: "fig-mark").count { $0.title != nil } == 7)
        #expect(root.all("text").contains { $0.text.hasPrefix("2 bins left out") })
    }
}

@Suite struct MatrixFigureTests {
    private let small = MatrixFigure(
        caption: Caption(title: "t"), rows: ["a", "b", "c"], columns: ["2000", "2001"],
        values: [[4, 1], [0, nil], []], counts: Axis("n"))

    @Test func areasAreAsTheCounts() throws {
        let root = try MarkupReader.read(small.svg(width: 500))
        let marks = root.all("circle", class: "fig-cell").filter { $0.title != nil }
        #expect(marks.map(\.title) == ["a, 2000: 4", "a, 2001: 1"])
        let radii = marks.compactMap { $0.number("r") }
        #expect(abs(radii[0] - 2 * radii[1]) < 0.011)
        #expect(marks[0].classes.contains("fig-q5") && marks[1].classes.contains("fig-q2"))
    }

    @Test func squaresToo() throws {
        var figure = small
        figure.shape = .square
        let sides = try MarkupReader.read(figure.svg(width: 500)).all("rect", class: "fig-cell").filter {
            $0.title != nil
        }
        .compactMap { $0.number("width") }
        #expect(abs(sides[0] - 2 * sides[1]) < 0.021)
    }

    /// What is not known makes a sum a lower bound, and is a cross where none is blank.
    @Test func sumsSayWhatTheyDoNotKnow() throws {
        let root = try MarkupReader.read(small.svg(width: 500))
        let texts = root.all("text").map(\.text)
        for text in ["5", "\u{2265}\u{A0}0", "\u{2013}", "\u{2265}\u{A0}4", "\u{2265}\u{A0}1", "\u{2265}\u{A0}5"] {
            #expect(texts.contains(text), "\(text) in \(texts)")
        }
        // three cells and the key of the legend
        #expect(root.all("path", class: "fig-hatch").count == 4)
    }

    @Test func tablesBeyondTheLimitAreCounted() throws {
        let figure = MatrixFigure(
            caption: Caption(title: "t"), rows: (0..<100).map { "r\($0)" }, columns: (0..<300).map { "\($0)" },
            values: Array(repeating: Array(repeating: 1, count: 300), count: 100), counts: Axis("n"))
        let root = try MarkupReader.read(figure.svg(width: 900))
        #expect(
            root.all("circle", class: "fig-cell").count { $0.title != nil } == MatrixFigure.mostRows
                * MatrixFigure.mostColumns)
        let foot = root.all("text").map(\.text).joined(separator: " ")
        #expect(foot.contains("20 rows beyond 80 not shown") && foot.contains("60 columns beyond 240 not shown"))
    }

    @Test func yearsAreLabelledAtRoundOnes() throws {
        let years = try MarkupReader.read(Samples.matrix.svg(width: 480)).all("text").compactMap { Int($0.text) }.filter
        { $0 >= 2000 }
        #expect(years == [2000, 2005, 2010, 2015, 2020, 2025])
    }
}
