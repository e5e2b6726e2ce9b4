/// How a shape looks: presentation attributes for a figure that stands alone, and class names by which a style sheet may change them.
struct Style: Sendable {
    var names: String?
    var fill: String?
    var stroke: String?
    var width: Double?
    /// 0 to 1; of the whole shape.
    var opacity: Double?
    var dash: String?
    var isHaloed = false

    static let none = Style()

    func each(_ body: (StaticString, Drawing.Value) -> Void) {
        if let names { body("class", .text(names)) }
        if let fill { body("fill", .text(fill)) }
        if let stroke { body("stroke", .text(stroke)) }
        if let width { body("stroke-width", .number(width)) }
        if let opacity { body("opacity", .number(opacity)) }
        if let dash { body("stroke-dasharray", .text(dash)) }
        if isHaloed {
            body("paint-order", "stroke")
            body("stroke-linejoin", "round")
        }
    }
}

extension Style {
    static let ground = Style(names: "fig-ground", fill: "#ffffff")
    static let grid = Style(names: "fig-grid", stroke: "#e2e2e2", width: 1)
    static let axis = Style(names: "fig-axis", stroke: "#555555", width: 1)
    static let tick = Style(names: "fig-axis", stroke: "#8a8a8a", width: 1)
    /// A line of reference: zero, the diagonal of perfect calibration, the cross of quadrants.
    static let reference = Style(names: "fig-reference", fill: "none", stroke: "#777777", width: 1, dash: "5 3")
    static let leader = Style(names: "fig-leader", fill: "none", stroke: "#888888", width: 0.7)
    /// Where nothing is known.
    static let gap = Style(names: "fig-gap", fill: "#f3f3f1")
    static let hatch = Style(names: "fig-hatch", fill: "none", stroke: "#c3c3bf", width: 0.8)
    /// Where a source reports, and the lane in which it would.
    static let covered = Style(names: "fig-covered", fill: "#7a7a7a")
    static let lane = Style(names: "fig-lane", fill: "#ececea")
    static let change = Style(names: "fig-change", stroke: "#8a8a8a", width: 1, dash: "2 2")
    static let rate = Style(names: "fig-rate", fill: "none", stroke: "#111111", width: 1.8)
    static let rateUnder = Style(names: "fig-halo", fill: "none", stroke: "#ffffff", width: 4.2)
    static let rateBand = Style(names: "fig-rate-band", fill: "#111111", opacity: 0.13)
    static let event = Style(names: "fig-event", stroke: "#a3282c", width: 0.9)
    static let eventMark = Style(names: "fig-event-mark", fill: "#a3282c")

    /// The ground of a burst, by its level: 1 to 4, ever darker.
    static func burst(_ level: Int) -> Style {
        let level = min(max(level, 1), Palette.bursts.count)
        return Style(names: "fig-burst fig-b\(level)", fill: Palette.bursts[level - 1])
    }

    /// An area of a series, by its place from 0 on.
    static func area(_ series: Int, opacity: Double? = nil) -> Style {
        let at = Palette.index(series)
        return Style(names: "fig-area fig-s\(at + 1)", fill: Palette.series[at], opacity: opacity)
    }

    /// A line of a series. Lines differ by their dashes too, so that they are told apart in grey.
    static func line(_ series: Int, width: Double = 1.8, isPlain: Bool = false) -> Style {
        let at = Palette.index(series)
        return Style(
            names: "fig-line fig-l\(at + 1)", fill: "none", stroke: Palette.series[at], width: width,
            dash: isPlain ? nil : Palette.dashes[at])
    }

    /// A mark of a series with an edge that parts it from those beneath.
    static func mark(_ series: Int, opacity: Double? = nil) -> Style {
        var style = area(series, opacity: opacity)
        style.names = "fig-mark fig-s\(Palette.index(series) + 1)"
        style.stroke = "#ffffff"
        style.width = 0.8
        return style
    }
}

/// Size and tone of text.
struct Font: Sendable {
    /// Pixels of the figure.
    var size: Double
    var isBold = false
    var style = Style(names: "fig-text", fill: "#222222")

    /// From one baseline to the next.
    var leading: Double { (size * 1.32).rounded() }

    static let title = Font(size: 15, isBold: true, style: Style(names: "fig-title", fill: "#111111"))
    static let subtitle = Font(size: 12, style: quiet)
    static let label = Font(size: 11)
    static let tick = Font(size: 11, style: quiet)
    static let axis = Font(size: 11, style: quiet)
    static let note = Font(size: 10, style: quiet)
    static let small = Font(size: 10)

    private static let quiet = Style(names: "fig-quiet", fill: "#5a5a5a")

    /// With a ground of its own around the letters, over marks and lines.
    var haloed: Font {
        var font = self
        font.style.names = (style.names ?? "") + " fig-halo-text"
        font.style.stroke = "#ffffff"
        font.style.width = 3
        font.style.isHaloed = true
        return font
    }

    var bold: Font {
        var font = self
        font.isBold = true
        return font
    }

    func width(_ text: String) -> Double { TextWidth.ems(text) * size * (isBold ? TextWidth.bold : 1) }
}
