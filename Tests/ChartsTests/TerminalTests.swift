import Testing

@testable import Charts

@Suite struct ColumnsTests {
    @Test func widths() {
        #expect(Columns.width("Russia") == 6)
        #expect(Columns.width("外交部") == 6)
        #expect(Columns.width("e\u{301}") == 1)
        #expect(Columns.width("한국") == 4)
        #expect(Columns.width("ｆｕｌｌ") == 8)
        #expect(Columns.width("ｶﾅ") == 2)
        #expect(Columns.width("😀") == 2)
        #expect(Columns.width("\u{200B}\u{FE0F}\u{AD}\u{7}") == 0)
        #expect(Columns.width("▁█░┄⣿…") == 6)
    }

    @Test func cuttingNeverHalvesALetter() {
        #expect(Columns.cut("外交部", 6, unicode: true) == "外交部")
        #expect(Columns.cut("外交部", 5, unicode: true) == "外交…")
        #expect(Columns.cut("外交部", 4, unicode: true) == "外…")
        #expect(Columns.cut("Russia", 4, unicode: false) == "Rus.")
        #expect(Columns.cut("Russia", 0, unicode: true) == "")
        #expect(Columns.fit("ab", 4, unicode: true) == "ab  ")
        #expect(Columns.fit("ab", 4, isRight: true, unicode: true) == "  ab")
        #expect(Columns.plain("“Türkiye” – e\u{301}外", unicode: false) == "\"T?rkiye\" - e?")
        #expect(Columns.clip("a  b   ", 5) == "a  b")
    }
}

@Suite struct TerminalChartTests {
    private let years = Array(2000...2026)

    @Test func sparklines() {
        #expect(TerminalChart.sparkline([1, 2, 3, 4, 5, 6, 7, 8], width: 20, unicode: true) == ["▁▂▃▄▅▆▇█"])
        #expect(TerminalChart.sparkline([1, 2, 3, 4, 5, 6, 7, 8], width: 20, unicode: false) == [".:-=+*#@"])
        #expect(TerminalChart.sparkline([nil, 0, 8, .nan], width: 20, unicode: true) == ["?_█?"])
        #expect(TerminalChart.sparkline([0, 0], width: 20, unicode: true) == ["__"])
        #expect(TerminalChart.sparkline([-4, 0, 4], width: 20, unicode: true) == ["_▄█"])
        #expect(TerminalChart.sparkline([nil], width: 20, unicode: false) == ["?"])
        #expect(TerminalChart.sparkline([], width: 20, unicode: true).isEmpty)
        #expect(TerminalChart.sparkline([1], width: 0, unicode: true).isEmpty)
        // columns are means: 1 and 3; what is not known is no part of one
        #expect(TerminalChart.means([1, 3, nil, 5, nil, nil], 3) == [2, 5, nil])
        #expect(TerminalChart.means(Array(repeating: 1, count: 10_000), 7) == Array(repeating: 1, count: 7))
    }

    @Test func bars() {
        let bars = [
            TerminalChart.Bar(label: "Russia", value: 40), TerminalChart.Bar(label: "India", value: 0),
            TerminalChart.Bar(label: "Japan", value: nil), TerminalChart.Bar(label: "Iran", value: 5),
            TerminalChart.Bar(label: "Mali", value: -1),
        ]
        // 30 columns less six of names, two spaces and nine of "not known": 13 for the bars
        #expect(
            TerminalChart.bars(bars, width: 30, unicode: true) == [
                "Russia █████████████ 40", "India  0", "Japan  ┄┄┄ not known", "Iran   █▋ 5", "Mali   ┄┄┄ no count",
            ])
        #expect(
            TerminalChart.bars(bars, width: 30, unicode: false) == [
                "Russia ############# 40", "India  0", "Japan  ~~~ not known", "Iran   ## 5", "Mali   ~~~ no count",
            ])
        #expect(TerminalChart.bars([], width: 30, unicode: true).isEmpty)
    }

    @Test func nothingKnownIsNotNothingHappened() {
        let periods = [
            TerminalChart.Period(label: "2000", values: [0, 0], knowledge: .nothing),
            TerminalChart.Period(label: "2001", values: [0, 0]),
            TerminalChart.Period(label: "2002", values: [4, 2], knowledge: .part),
            TerminalChart.Period(label: "2003", values: [3, 9], knowledge: .nothing),
        ]
        #expect(
            TerminalChart.timeline(periods, series: ["heads", "others"], width: 20, unicode: true) == [
                "2000 ┄┄┄ nothing kno", "2001 0", "2002 ████████▓▓▓▓ 6+", "2003 ┄┄┄ nothing kno", "█ heads  ▓ others",
                "┄┄┄ nothing known: …", "+ known in part",
            ])
        let ascii = TerminalChart.timeline(periods, series: ["heads", "others"], width: 60, unicode: false)
        #expect(ascii[0] == "2000 ~~~ nothing known")
        #expect(ascii[3] == "2003 ~~~ nothing known (12 told)")
        #expect(ascii[2] == "2002 " + String(repeating: "#", count: 35) + String(repeating: "=", count: 17) + " 6+")
    }

    @Test func partsAreTogetherAsLongAsTheirSum() {
        var numbers = Samples.Numbers()
        for _ in 0..<100 {
            let values = (0..<8).map { _ in (numbers.next() * 20).rounded() }
            let periods = [
                TerminalChart.Period(label: "a", values: values), TerminalChart.Period(label: "b", values: [200]),
            ]
            let line = TerminalChart.timeline(periods, series: [], width: 60, unicode: true)[0]
            let bar = line.dropFirst(2).prefix { $0 != " " }
            let sum = values.reduce(0, +)
            let room = 60 - 1 - 1 - 1 - 3
            #expect(bar.count == Int((sum / 200 * Double(room)).rounded()), "\(line)")
            #expect(line.hasSuffix(" \(Int(sum))"))
        }
    }

    @Test func aPlotOfAStraightLine() {
        let points = (0..<4).map { (x: Double($0), y: Optional(Double($0))) }
        // the axis reaches from 0 to 5 over four lines, the values lie at 3, 2.4, 1.8 and 1.2 lines from the top
        #expect(
            TerminalChart.plot(points, first: "2000", last: "2003", width: 14, height: 4, unicode: false) == [
                "5|", " |         ***", " |  *******", "0|**", " +------------", "  2000    2003",
            ])
        let plot = TerminalChart.plot(points, first: "a", last: "b", width: 8, height: 3, unicode: true)
        #expect(plot.count == 5)
        #expect(plot[0].hasPrefix("5│") && plot[2].hasPrefix("0│") && plot[3] == " └──────" && plot[4] == "  a    b")
        // the first dot is the lowest left one of its letter
        #expect(plot[2].unicodeScalars.dropFirst(2).first.map { $0.value & 0x40 } == 0x40)
    }

    @Test func whatIsNotKnownIsMarkedOnTheAxis() {
        let points: [(x: Double, y: Double?)] = (0..<10).map { (Double($0), (4...6).contains($0) ? nil : 1) }
        let plot = TerminalChart.plot(points, first: "", last: "", width: 12, height: 2, unicode: false)
        let axis = plot[2]
        #expect(axis.contains("???") && axis.filter { $0 == "?" }.count == 3)
        #expect(TerminalChart.plot([], first: "", last: "", width: 12, height: 2, unicode: false) == ["no data"])
        #expect(
            TerminalChart.plot([(x: 1, y: nil)], first: "", last: "", width: 12, height: 2, unicode: true) == [
                "no data"
            ])
        #expect(TerminalChart.plot([(x: 1, y: 5)], first: "", last: "", width: 12, height: 2, unicode: true).count == 4)
    }

    @Test func dotGridsAreBraille() {
        var grid = DotGrid(columns: 1, rows: 1, unicode: true)
        #expect(grid.lines == [" "])
        grid.set(0, 0)
        #expect(grid.lines == ["⠁"])
        grid.line((0, 0), (1, 3))
        #expect(grid.lines == ["⢣"] || grid.lines == ["⢃"] || grid.lines == ["⢡"])
        for x in 0..<2 { for y in 0..<4 { grid.set(x, y) } }
        #expect(grid.lines == ["⣿"])
        grid.set(-1, 9)
        #expect(grid.lines == ["⣿"])
    }

    @Test func matrices() {
        let lines = TerminalChart.matrix(
            rows: ["trade", "climate"], columns: ["2000", "2001", "2002"], values: [[9, 0, 1], [nil, 3]], width: 40,
            unicode: false)
        #expect(lines[0] == "        2000")
        #expect(lines[1] == "trade   9 . 1 10")
        #expect(lines[2] == "climate ? 3 ? 3+")
        #expect(lines[3] == ". none  ? not known  9 9, the most")
        #expect(lines[4] == "+ known in part")
        let unicode = TerminalChart.matrix(
            rows: ["a"], columns: ["x", "y"], values: [[8, 1]], width: 40, unicode: true)
        #expect(unicode[1] == "a █ ▁ 9")
        let cut = TerminalChart.matrix(
            rows: ["a"], columns: years.map { "\($0)" }, values: [years.map { _ in 1 }], width: 30, unicode: false)
        #expect(cut.contains { $0 == "not shown: 2000 to 2001" })
    }

    /// Whatever comes, at whatever width: no line is too wide, and ASCII is ASCII.
    @Test(arguments: [-5, 0, 1, 2, 3, 5, 8, 13, 20, 40, 80, 200, 5_000, Int.max]) func neverWider(_ width: Int) {
        let names = HostileFigureTests.labels.map { String($0.unicodeScalars.prefix(400)) }
        let values: [Double?] =
            [3, nil, .nan, 0, -2, 1e300, 1e14, .infinity, 0.001] + names.map { Double($0.utf8.count) }
        for unicode in [true, false] {
            let bars = zip(names, values).map { TerminalChart.Bar(label: $0, value: $1) }
            let knowledge: [TerminalChart.Knowledge] = [.whole, .part, .nothing]
            let periods = names.enumerated().map { index, name in
                TerminalChart.Period(
                    label: name, values: values.prefix(index).map { $0 ?? 0 }, knowledge: knowledge[index % 3])
            }
            let points = values.enumerated().map { (x: Double($0), y: $1) }
            let charts = [
                TerminalChart.sparkline(values, width: width, unicode: unicode),
                TerminalChart.bars(bars, width: width, unicode: unicode),
                TerminalChart.timeline(periods, series: names, width: width, unicode: unicode),
                TerminalChart.plot(points, first: names[0], last: names[8], width: width, height: 7, unicode: unicode),
                TerminalChart.matrix(
                    rows: names, columns: names, values: names.map { _ in values }, width: width, unicode: unicode),
            ]
            for (kind, lines) in charts.enumerated() {
                #expect(width > 0 || lines.isEmpty)
                for line in lines {
                    #expect(Columns.width(line) <= max(0, width), "\(kind): \(line)")
                    #expect(unicode || line.utf8.allSatisfy { (0x20..<0x7F).contains($0) }, "\(kind): \(line)")
                    #expect(!line.contains("\n"))
                }
            }
        }
    }
}
