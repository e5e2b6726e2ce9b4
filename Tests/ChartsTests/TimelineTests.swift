import Testing

@testable import Charts

@Suite struct TimelineFigureTests {
    private func day(_ year: Int, _ month: Int = 1, _ day: Int = 1) -> Int { Samples.day(year, month, day) }

    private func figure(_ values: [[Double]], coverage: [TimelineFigure.Source] = []) -> TimelineFigure {
        let count = values.map(\.count).max() ?? 0
        return TimelineFigure(
            caption: Caption(title: "t"), unit: .year, counts: Axis("n"),
            periods: (0..<count).map { TimelineFigure.Period(label: "\(2000 + $0)", startDay: day(2000 + $0)) },
            series: values.enumerated().map { TimelineFigure.Series(name: "s\($0)", values: $1) }, coverage: coverage)
    }

    private func bars(_ root: Element) -> [[Element]] {
        root.all("g", class: "fig-bar").map { $0.all("rect") }
    }

    /// Where sources come and go all the time, their marks leave the bars free.
    @Test(arguments: [10, 60]) func manyChangesStayBelowTheBars(count: Int) throws {
        let stretches = (0..<count).map { day(2000) + 30 + $0 * 200...day(2000) + 100 + $0 * 200 }
        let values = (0..<40).map { _ in 1.0 }
        let drawn = figure([values], coverage: [TimelineFigure.Source(name: "a", stretches: stretches)])
        let root = try MarkupReader.read(drawn.svg(width: 1200))
        let lines = root.all("line", class: "fig-change")
        let heights = try lines.map { line in
            abs(try #require(line.number("y2")) - (try #require(line.number("y1"))))
        }
        // one through the bars or at their foot, one through the strips, and one in the legend
        #expect(lines.count == 4 * count + 1)
        #expect((heights.max() ?? 0 > 100) == (count == 10))
    }

    /// Heights are to one another as the counts are, parts stand upon one another, and widths are as long as the periods.
    @Test func barsAreExact() throws {
        let root = try MarkupReader.read(figure([[4, 2, 0], [1, 0, 3]]).svg(width: 600))
        let bars = bars(root)
        #expect(bars.map(\.count) == [2, 1, 1])
        let axis = try #require(root.all("line", class: "fig-axis").first)
        let base = try #require(axis.number("y1"))
        let (low, high) = (bars[0][0], bars[0][1])
        let (lowTop, lowHeight) = (try #require(low.number("y")), try #require(low.number("height")))
        let (highTop, highHeight) = (try #require(high.number("y")), try #require(high.number("height")))
        #expect(abs(lowTop + lowHeight - base) < 0.011)
        #expect(abs(highTop + highHeight - lowTop) < 0.011)
        #expect(abs(lowHeight - 4 * highHeight) < 0.05)
        // the axis has marks at 0, 2, 4 and 6, and the plot is 34 hundredths of the width high
        #expect(abs(lowHeight + highHeight - 600 * 0.34 * 5 / 6) < 0.02)
        #expect(low.classes.contains("fig-s1") && high.classes.contains("fig-s2"))
        // 366 days against 365
        let widths = try bars.map { try #require($0[0].number("width")) }
        #expect(abs(widths[0] - 6 - (widths[1] - 0) * 366 / 365 + 6) < 0.2)
        #expect(bars[2][0].classes.contains("fig-s2"))
        #expect(
            root.all("g", class: "fig-bar").map(\.title) == [
                "2000: 4 s0, 1 s1", "2001: 2 s0, 0 s1", "2002: 0 s0, 3 s1",
            ])
    }

    @Test func allZeroIsAFigureAndNothingIsNone() throws {
        let zero = try MarkupReader.read(figure([[0, 0, 0]]).svg(width: 600))
        #expect(!zero.all("text").map(\.text).contains("No data"))
        #expect(bars(zero).allSatisfy(\.isEmpty) && bars(zero).count == 3)
        for values in [[[Double]](), [[]], [[.nan, -1]]] {
            #expect(try MarkupReader.read(figure(values).svg(width: 600)).all("text").map(\.text).contains("No data"))
        }
    }

    @Test func oneValue() throws {
        let root = try MarkupReader.read(figure([[7]]).svg(width: 480))
        #expect(bars(root).map(\.count) == [1])
        #expect(root.all("text").map(\.text).contains("2000"))
    }

    @Test func tenThousandPeriods() throws {
        var figure = figure([])
        figure.unit = .month
        figure.periods = (0..<10_000).map { index in
            TimelineFigure.Period(
                label: "m", startDay: CivilDay(year: 1200, month: 1, day: 1).month(after: index).number)
        }
        figure.series = [TimelineFigure.Series(name: "n", values: (0..<10_000).map { Double($0 % 9) })]
        let root = try MarkupReader.read(figure.svg(width: 760))
        #expect(bars(root).count == 10_000)
        let years = root.all("text").compactMap { Int($0.text) }.filter { $0 >= 1200 }
        #expect(years.count > 3 && years.count < 24)
    }

    @Test func aSeventhSeriesIsSummedWithTheSixth() throws {
        let root = try MarkupReader.read(figure((1...8).map { [Double($0)] }).svg(width: 760))
        #expect(bars(root)[0].count == 6)
        let title = try #require(root.all("g", class: "fig-bar")[0].title)
        #expect(title.hasSuffix("21 others (3 series)"))
    }

    @Test func whatNoSourceCoversIsHatched() throws {
        let coverage = [
            TimelineFigure.Source(name: "a", stretches: [day(2001)...day(2001, 12, 31)]),
            TimelineFigure.Source(name: "b", stretches: [day(2001, 7, 1)...day(2002, 6, 30)]),
        ]
        let root = try MarkupReader.read(figure([[0, 1, 2]], coverage: coverage).svg(width: 700))
        let lanes = root.all("rect", class: "fig-lane")
        #expect(lanes.count == 2)
        let (left, width) = (try #require(lanes[0].number("x")), try #require(lanes[0].number("width")))
        let perDay = width / Double(day(2003) - day(2000))
        // the first gap is a key of the legend
        let gaps = root.all("rect", class: "fig-gap").filter { ($0.number("height") ?? 0) > 50 }
        #expect(gaps.count == 2)
        #expect(abs(try #require(gaps[0].number("x")) - left) < 0.02)
        #expect(abs(try #require(gaps[0].number("width")) - 366 * perDay) < 0.02)
        #expect(abs(try #require(gaps[1].number("width")) - 184 * perDay) < 0.02)
        #expect(root.all("path", class: "fig-hatch").count == 3)
        let covered = root.all("rect", class: "fig-covered")
        #expect(covered.map(\.title) == ["a: 2001-01-01 to 2001-12-31", "b: 2001-07-01 to 2002-06-30"])
        #expect(abs(try #require(covered[0].number("width")) - 365 * perDay) < 0.02)
        // four ends within the days shown, each a mark in the plot and one in the strips; and the key of the legend
        #expect(root.all("line", class: "fig-change").count == 4 * 2 + 1)
        #expect(root.all("text").map(\.text).contains("no source reports"))
    }

    @Test func whereCoverageIsNotToldThatIsSaid() throws {
        let root = try MarkupReader.read(figure([[1, 2]]).svg(width: 900))
        #expect(root.all("rect", class: "fig-gap").isEmpty)
        #expect(root.all("text").contains { $0.text.hasPrefix("Coverage is not told") })
    }

    @Test func phasesAreStepsWithNumbers() throws {
        var figure = figure([[4, 4, 8, 8]])
        figure.phases = [
            TimelineFigure.Phase(days: day(2000)...day(2001, 12, 31), rate: 4),
            TimelineFigure.Phase(days: day(2002)...day(2003, 12, 31), rate: 8, low: 6, high: 10),
        ]
        let root = try MarkupReader.read(figure.svg(width: 600))
        let path = try #require(root.all("path", class: "fig-rate").first?.attributes["d"])
        let points = path.split { "ML ".contains($0) }.compactMap { Double($0) }
        #expect(points.count == 8)
        #expect(points[2] == points[4] && points[1] == points[3] && points[5] == points[7] && points[5] < points[1])
        let bars = bars(root).map { $0[0] }
        #expect(abs(try #require(bars[0].number("y")) - points[1]) < 0.011)
        #expect(abs(try #require(bars[2].number("y")) - points[5]) < 0.011)
        #expect(root.all("text").filter { $0.attributes["font-weight"] != nil }.map(\.text) == ["t", "4", "8"])
        #expect(root.all("rect", class: "fig-rate-band").count == 1)
    }

    @Test func burstsAreDarkerByLevel() throws {
        var figure = figure([[1, 1, 1]])
        figure.bursts = [9, -2, 2].map { TimelineFigure.Burst(days: day(2001)...day(2001, 6, 1), level: $0) }
        let root = try MarkupReader.read(figure.svg(width: 600))
        for (level, count) in [("fig-b1", 2), ("fig-b2", 2), ("fig-b3", 0), ("fig-b4", 2)] {
            // one in the strip and one in the legend
            #expect(root.all("rect", class: Substring(level)).count == count)
        }
    }

    @Test func eventsWithoutRoomAreNamedInTheFooter() throws {
        var figure = figure([[1, 1, 1]])
        figure.events = (0..<9).map {
            TimelineFigure.Event(day: day(2001, 6, 1 + $0), label: "a summit of some length \($0)")
        }
        let root = try MarkupReader.read(figure.svg(width: 480))
        let shown = root.all("text").map(\.text)
        let placed = shown.filter { $0.hasPrefix("a summit") && !$0.contains(",") }
        // to the right and to the left of the days, in each row
        #expect((1...2 * EventRows.mostRows).contains(placed.count))
        let foot = shown.joined(separator: " ")
        #expect(foot.contains("Marked without room for a name"))
        for index in 0..<9 { #expect(foot.contains("of some length \(index)")) }
        #expect(root.all("line", class: "fig-event").count == 9)
    }

    @Test func quartersAndMonths() throws {
        #expect(Stack.end(day(2014, 11), .month) == day(2014, 12))
        #expect(Stack.end(day(2014, 11), .quarter) == day(2015, 2))
        #expect(Stack.end(day(2000), .year) == day(2001))
        #expect(Stack.end(day(2014, 1, 31), .month) == day(2014, 2, 28))
    }
}

@Suite struct CoverageTests {
    private func source(_ name: String, _ stretches: ClosedRange<Int>...) -> TimelineFigure.Source {
        TimelineFigure.Source(name: name, stretches: stretches)
    }

    @Test func gapsAndChanges() {
        let coverage = Coverage([source("a", 10...19, 20...29, 50...60), source("b", 25...40)], days: 0..<100)
        #expect(coverage.lanes.map(\.stretches) == [[10..<30, 50..<61], [25..<41]])
        #expect(coverage.gaps == [0..<10, 41..<50, 61..<100])
        #expect(coverage.changes == [10, 25, 30, 41, 50, 61])
    }

    @Test func wholeCoverageHasNeither() {
        let coverage = Coverage([source("a", -50...500)], days: 0..<100)
        #expect(coverage.lanes[0].stretches == [0..<100])
        #expect(coverage.gaps.isEmpty && coverage.changes.isEmpty)
    }

    @Test func noneAtAll() {
        #expect(Coverage([], days: 0..<10).gaps.isEmpty)
        #expect(Coverage([source("a")], days: 0..<10).gaps == [0..<10])
        #expect(Coverage([source("a", 200...300)], days: 0..<10).gaps == [0..<10])
        #expect(Coverage([source("a", Int.min...Int.max)], days: 0..<10).gaps.isEmpty)
    }

    /// Day by day: a day is in a gap where no source has it.
    @Test func agreesWithCountingDays() {
        var numbers = Samples.Numbers()
        for _ in 0..<200 {
            let sources = (0..<3).map { index in
                TimelineFigure.Source(
                    name: "\(index)",
                    stretches: (0..<4).map { _ in
                        let start = Int(numbers.next() * 120) - 10
                        return start...start + Int(numbers.next() * 20)
                    })
            }
            let coverage = Coverage(sources, days: 0..<100)
            for day in 0..<100 {
                let known = sources.contains { $0.stretches.contains { $0.contains(day) } }
                #expect(coverage.gaps.contains { $0.contains(day) } != known)
                func set(_ day: Int) -> [Bool] { sources.map { $0.stretches.contains { $0.contains(day) } } }
                if day > 0, set(day) != set(day - 1) { #expect(coverage.changes.contains(day)) }
            }
        }
    }
}
