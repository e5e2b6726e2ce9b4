/// SVG under construction. Text and values of attributes are escaped on the way in; there is no call that takes markup. A shape with
/// a coordinate that is no number is left out whole.
struct Drawing {
    private(set) var bytes: [UInt8] = []

    /// The value of an attribute.
    enum Value: ExpressibleByStringInterpolation, ExpressibleByFloatLiteral {
        case text(String)
        case number(Double)

        init(stringLiteral value: String) { self = .text(value) }
        init(floatLiteral value: Double) { self = .number(value) }
    }

    /// Names and values; one with `nil` is left out.
    typealias Attributes = KeyValuePairs<StaticString, Value?>

    /// An element with what stands in it.
    mutating func element(_ name: StaticString, _ attributes: Attributes = [:], _ fill: (inout Drawing) -> Void) {
        start(name, attributes, Style.none)
        append(">")
        fill(&self)
        end(name)
    }

    /// An element that holds nothing but text.
    mutating func element(_ name: StaticString, _ text: String) {
        element(name) { Escape.append(text, to: &$0.bytes) }
    }

    /// The elements of another drawing.
    mutating func add(_ other: Drawing) { bytes.append(contentsOf: other.bytes) }

    /// A shape without content. Nothing is written where a number among its attributes is not drawable.
    mutating func shape(_ name: StaticString, _ attributes: Attributes, _ style: Style, title: String? = nil) {
        for (_, value) in attributes {
            if case .number(let number) = value, !Numeral.isDrawable(number) { return }
        }
        start(name, attributes, style)
        guard let title else { return append("/>") }
        append(">")
        element("title", title)
        end(name)
    }

    mutating func write(_ text: String, _ attributes: Attributes, _ style: Style) {
        for (_, value) in attributes {
            if case .number(let number) = value, !Numeral.isDrawable(number) { return }
        }
        start("text", attributes, style)
        append(">")
        Escape.append(text, to: &bytes)
        end("text")
    }

    mutating func append(_ text: StaticString) {
        text.withUTF8Buffer { bytes.append(contentsOf: $0) }
    }

    private mutating func start(_ name: StaticString, _ attributes: Attributes, _ style: Style) {
        append("<")
        append(name)
        for (key, value) in attributes {
            if let value { attribute(key, value) }
        }
        style.each { attribute($0, $1) }
    }

    private mutating func end(_ name: StaticString) {
        append("</")
        append(name)
        append(">\n")
    }

    private mutating func attribute(_ key: StaticString, _ value: Value) {
        append(" ")
        append(key)
        append("=\"")
        switch value {
        case .text(let text): Escape.append(text, to: &bytes)
        case .number(let number): bytes.append(contentsOf: (Numeral.coordinate(number) ?? "0").utf8)
        }
        append("\"")
    }
}

extension Drawing {
    mutating func line(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, _ style: Style) {
        shape("line", ["x1": .number(x1), "y1": .number(y1), "x2": .number(x2), "y2": .number(y2)], style)
    }

    mutating func rectangle(_ box: Box, _ style: Style, title: String? = nil) {
        guard box.width >= 0, box.height >= 0 else { return }
        shape(
            "rect",
            [
                "x": .number(box.x), "y": .number(box.y), "width": .number(box.width), "height": .number(box.height),
            ], style, title: title)
    }

    mutating func circle(_ x: Double, _ y: Double, _ radius: Double, _ style: Style, title: String? = nil) {
        guard radius >= 0 else { return }
        shape("circle", ["cx": .number(x), "cy": .number(y), "r": .number(radius)], style, title: title)
    }

    mutating func path(_ path: Path, _ style: Style, title: String? = nil) {
        guard !path.isEmpty else { return }
        shape("path", ["d": .text(path.text)], style, title: title)
    }

    /// - Parameters:
    ///   - x: where the text begins, has its middle, or ends, as `anchor` says.
    ///   - y: its baseline.
    mutating func text(_ text: String, _ x: Double, _ y: Double, _ font: Font, _ anchor: Anchor = .start) {
        guard !text.isEmpty else { return }
        write(
            text,
            [
                "x": .number(x), "y": .number(y), "font-size": .number(font.size),
                "font-weight": font.isBold ? "600" : nil, "text-anchor": anchor.value,
            ], font.style)
    }

    /// Lines of text below one another, from the baseline of the first; returns the baseline after the last.
    mutating func lines(_ lines: [String], _ x: Double, _ y: Double, _ font: Font, _ anchor: Anchor = .start) -> Double
    {
        var y = y
        for line in lines {
            text(line, x, y, font, anchor)
            y += font.leading
        }
        return y
    }
}

/// Which point of a text its `x` names.
enum Anchor: Sendable {
    case start, middle, end

    var value: Drawing.Value? {
        switch self {
        case .start: nil
        case .middle: "middle"
        case .end: "end"
        }
    }
}
