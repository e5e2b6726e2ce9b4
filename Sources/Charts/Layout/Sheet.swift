/// A figure under construction: title and subtitle on top, a legend, the drawing, and the footer. Keeps track of how far down it is.
struct Sheet {
    static let margin = 10.0
    /// Families, the first that the reader has; the last is generic.
    private static let fonts =
        "'Helvetica Neue', Helvetica, Arial, 'Liberation Sans', 'Noto Sans', 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif"

    let width: Double
    let caption: Caption
    /// Where the next thing begins.
    var top: Double
    var drawing = Drawing()
    /// Lines that the figure itself adds to the footer: what was left out, and why.
    private(set) var remarks: [String] = []

    /// From margin to margin.
    var left: Double { Self.margin }
    var right: Double { width - Self.margin }
    var inner: Double { width - 2 * Self.margin }

    init(_ caption: Caption, width: Double) {
        self.width = width.isFinite ? min(max(width, 240), 4_000).rounded() : 760
        self.caption = caption
        top = Self.margin
        top += Font.title.size
        let title = Wrapping.lines(Self.long(caption.title), .title, inner)
        top = drawing.lines(title, left, top, .title)
        let subtitle = Wrapping.lines(Self.long(caption.subtitle), .subtitle, inner)
        top = drawing.lines(subtitle, left, top - 1, .subtitle) - Font.subtitle.leading + 12
        if subtitle.isEmpty { top += 4 }
    }

    /// A name or a label without its superfluous length: what is cut off ends in an ellipsis.
    static func short(_ text: String, _ letters: Int = Limit.letters) -> String {
        let kept = text.unicodeScalars.prefix(letters)
        return kept.endIndex == text.unicodeScalars.endIndex ? text : String(kept) + "\u{2026}"
    }

    /// A title or a note.
    private static func long(_ text: String) -> String { short(text, Limit.prose) }

    mutating func remark(_ text: String) { remarks.append(text) }

    /// Tells in the footer how many things were left out, where any were.
    mutating func remark(_ count: Int, _ one: String, _ why: String, many: String? = nil) {
        if count > 0 { remarks.append("\(counted(count, one, many)) \(why)") }
    }

    // MARK: - Legend

    /// What a colour or a sign stands for.
    struct Key {
        enum Sign {
            case area(Style)
            case line(Style)
            case dot(Style)
            case upright(Style)
            case hatched
            case unknown
        }

        var sign: Sign
        var label: String
    }

    mutating func legend(_ keys: [Key]) {
        guard !keys.isEmpty else { return }
        let font = Font.label
        var x = left
        top += 14
        for key in keys {
            let sign = signWidth(key.sign)
            let label = Wrapping.cut(Self.short(key.label), font, inner - sign - 5)
            let width = sign + 5 + font.width(label)
            if x > left, x + width > right {
                x = left
                top += 17
            }
            draw(key.sign, x, top - 4)
            drawing.text(label, x + sign + 5, top, font)
            x += width + 16
        }
        top += 8
    }

    private func signWidth(_ sign: Key.Sign) -> Double {
        switch sign {
        case .line: 24
        case .upright: 6
        default: 11
        }
    }

    private mutating func draw(_ sign: Key.Sign, _ x: Double, _ y: Double) {
        let box = Box(x: x, y: y - 5, width: 11, height: 10)
        switch sign {
        case .area(let style): drawing.rectangle(box, style)
        case .line(let style): drawing.line(x, y, x + 24, y, style)
        case .dot(let style): drawing.circle(x + 5.5, y, 4.5, style)
        case .upright(let style): drawing.line(x + 3, y - 6, x + 3, y + 6, style)
        case .hatched: hatch(Box(x: x, y: y - 5, width: 11, height: 10))
        case .unknown: unknown(x + 5.5, y, 3.5)
        }
    }

    /// An area of which nothing is known: pale, with oblique lines.
    mutating func hatch(_ box: Box) {
        drawing.rectangle(box, .gap)
        var path = Path()
        path.hatch(box)
        drawing.path(path, .hatch)
    }

    /// The sign of a single value that is not known: a small cross.
    mutating func unknown(_ x: Double, _ y: Double, _ radius: Double) {
        var path = Path()
        path.segment(x - radius, y - radius, x + radius, y + radius)
        path.segment(x - radius, y + radius, x + radius, y - radius)
        drawing.path(path, .hatch)
    }

    // MARK: - Emptiness

    /// In place of a drawing: that there is none, and why.
    mutating func empty() {
        top += 8
        let reason = Wrapping.lines(Self.long(caption.emptiness ?? ""), .label, inner - 40)
        let height = 70 + Double(reason.count) * Font.label.leading
        let box = Box(x: left, y: top, width: inner, height: height)
        drawing.rectangle(box, .gap)
        drawing.text("No data", width / 2, top + 40, Font(size: 14, isBold: true), .middle)
        _ = drawing.lines(reason, width / 2, top + 60, .label, .middle)
        top += height + 6
    }

    // MARK: - The whole

    /// Draws the footer and gives the whole element.
    /// - Parameter summary: what the figure shows, for readers who do not see it.
    func finish(_ summary: String) -> String {
        var foot = Drawing()
        var y = top + Font.note.size + 8
        let notes = caption.notes + (remarks.isEmpty ? [] : [remarks.joined(separator: "; ") + "."])
        for note in notes {
            let lines = Wrapping.lines(Self.long(note), .note, inner)
            y = foot.lines(lines, left, y, .note) + 1
        }
        let height = (y - Font.note.leading + Self.margin).rounded(.up)
        var whole = Drawing()
        whole.element(
            "svg",
            [
                "xmlns": "http://www.w3.org/2000/svg", "viewBox": "0 0 \(coordinate(width)) \(coordinate(height))",
                "width": .number(width), "height": .number(height), "role": "img",
                "aria-label": .text(Escape.plain(Self.long(caption.title))),
                "class": "fig", "font-family": .text(Self.fonts),
            ]
        ) { out in
            out.append("\n")
            out.element("title", Self.long(caption.title))
            out.element("desc", summary)
            out.rectangle(Box(x: 0, y: 0, width: width, height: height), .ground)
            out.add(drawing)
            out.add(foot)
        }
        return String(decoding: whole.bytes, as: UTF8.self)
    }

    private func coordinate(_ value: Double) -> String { Numeral.coordinate(value) ?? "0" }
}
