import Diplomacy
import Register
import Wording

/// Encounters a month or a year as bars, drawn on the server, with the table that the bars stand for. The script lets a stretch of
/// it be brushed: each bar knows its first and its last day.
struct CourseChart {
    /// Months from which on a bar is a year.
    static let mostMonths = 72
    /// A short register gets so many months, so that a bar is a bar and not a wall.
    static let fewestMonths = 24
    private static let (width, height, foot) = (720, 120, 18)

    struct Bar {
        var first: Day
        var last: Day
        var label: String
        var month: Profile.Month
    }

    let bars: [Bar]
    /// Whether a bar is a year.
    let isYearly: Bool

    init(_ months: [Profile.Month]) {
        var months = months
        while let first = months.first, months.count < Self.fewestMonths {
            months.insert(Profile.Month(number: first.number - 1), at: 0)
        }
        isYearly = months.count > Self.mostMonths
        var sums: [Profile.Month] = []
        for month in months {
            let number = isYearly ? month.year * 12 : month.number
            if sums.last?.number != number {
                sums.append(Profile.Month(number: number))
            }
            sums[sums.count - 1].held += month.held
            sums[sums.count - 1].planned += month.planned
            sums[sums.count - 1].failed += month.failed
        }
        let isYearly = isYearly
        bars = sums.compactMap { sum in
            let last = isYearly ? 12 : sum.month
            guard let first = Day(year: sum.year, month: isYearly ? 1 : sum.month, day: 1),
                let end = Day(year: sum.year, month: last, day: Day.length(year: sum.year, month: last))
            else { return nil }
            let label = isYearly ? "\(sum.year)" : "\(Phrases.months[sum.month - 1]) \(sum.year)"
            return Bar(first: first, last: end, label: label, month: sum)
        }
    }

    /// - Parameters:
    ///   - title: what is counted.
    ///   - address: that of the encounters from one day to another.
    func write(_ out: inout Markup, title: String, address: (Bar) -> String) {
        guard !bars.isEmpty else { return }
        let unit = isYearly ? "year" : "month"
        out.element("figure", ["class": "chart"]) { out in
            out.element("figcaption", "\(title) by \(unit)")
            drawing(&out, title: title, address: address)
            legend(&out)
            out.element("details") { out in
                out.element("summary", "The same as a table")
                table(&out, unit: unit, address: address)
            }
        }
    }

    private func drawing(_ out: inout Markup, title: String, address: (Bar) -> String) {
        let most = max(1, bars.map(\.month.all).max() ?? 1)
        let step = Double(Self.width) / Double(bars.count)
        let scale = Double(Self.height) / Double(most)
        let box = "0 0 \(Self.width) \(Self.height + Self.foot)"
        let attributes: Markup.Attributes = [
            "viewBox": box, "role": "img", "aria-label": "\(title): \(summary)", "data-brush": "", "class": "bars",
        ]
        out.element("svg", attributes) { out in
            for (i, bar) in bars.enumerated() {
                let x = Self.number(Double(i) * step)
                out.element(
                    "g", ["data-first": bar.first.iso, "data-last": bar.last.iso, "data-address": address(bar)]
                ) { out in
                    out.element("title", "\(bar.label): \(Self.words(bar.month))")
                    out.shape(
                        "rect",
                        [
                            "class": "ground", "x": x, "y": "0", "width": Self.number(step),
                            "height": "\(Self.height)",
                        ])
                    var top = Double(Self.height)
                    for (count, style) in [
                        (bar.month.held, "good"), (bar.month.planned, "pending"), (bar.month.failed, "bad"),
                    ]
                    where count > 0 {
                        let height = max(1, Double(count) * scale)
                        top -= height
                        out.shape(
                            "rect",
                            [
                                "class": style, "x": x, "y": Self.number(max(0, top)),
                                "width": Self.number(max(0.6, step * 0.82)), "height": Self.number(height),
                            ])
                    }
                }
            }
            axis(&out, step)
        }
    }

    /// Years below the bars, as many as there is room for.
    private func axis(_ out: inout Markup, _ step: Double) {
        let starts = bars.indices.filter { isYearly || bars[$0].month.month == 1 || $0 == 0 }
        let every = max(1, starts.count * 46 / Self.width + 1)
        for (n, i) in starts.enumerated() where n % every == 0 {
            // a year that begins a bar or two after the first has no room of its own
            if n == 1, !isYearly, i < 4 { continue }
            let x = Double(i) * step
            // one that begins at the edge ends there
            let isLast = x > Double(Self.width) - 34
            out.element(
                "text",
                [
                    "x": Self.number(isLast ? Double(Self.width) : x), "y": "\(Self.height + 13)",
                    "text-anchor": isLast ? "end" : nil,
                ], "\(bars[i].month.year)")
        }
    }

    private func legend(_ out: inout Markup) {
        out.element("p", ["class": "legend"]) { out in
            for (style, words) in [("good", "took place"), ("pending", "announced"), ("bad", "did not take place")] {
                out.element("span", ["class": "key \(style)"], words)
                out.text(" ")
            }
        }
    }

    private func table(_ out: inout Markup, unit: String, address: (Bar) -> String) {
        out.element("table") { out in
            out.element("thead") { out in
                out.element("tr") { out in
                    out.element("th", ["scope": "col"], unit == "year" ? "Year" : "Month")
                    for head in ["Took place", "Announced", "Did not take place"] {
                        out.element("th", ["scope": "col", "class": "number"], head)
                    }
                }
            }
            out.element("tbody") { out in
                for bar in bars.reversed() where bar.month.all > 0 {
                    out.element("tr") { out in
                        out.element("th", ["scope": "row"]) { $0.link(address(bar), bar.label) }
                        for count in [bar.month.held, bar.month.planned, bar.month.failed] {
                            out.element("td", ["class": "number"], String(count))
                        }
                    }
                }
            }
        }
    }

    private var summary: String {
        guard let first = bars.first, let last = bars.last else { return "none" }
        let most = bars.max { $0.month.all < $1.month.all }
        let all = bars.reduce(0) { $0 + $1.month.all }
        return "\(all) from \(first.label) to \(last.label)"
            + (most.map { ", most in \($0.label) (\($0.month.all))" } ?? "")
    }

    private static func words(_ month: Profile.Month) -> String {
        let parts = [(month.held, "took place"), (month.planned, "announced"), (month.failed, "did not take place")]
        let told = parts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
        return told.isEmpty ? "none" : told.joined(separator: ", ")
    }

    static func number(_ value: Double) -> String {
        let hundredths = Int((value * 100).rounded())
        let rest = abs(hundredths % 100)
        if rest == 0 { return String(hundredths / 100) }
        return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
    }
}
