/// What stands around a figure.
public struct Caption: Sendable, Hashable {
    public var title: String
    /// What is counted, over which window, by which formula.
    public var subtitle: String
    /// Lines of the footer: n, sources, coverage. Each begins a line of its own and is wrapped to the width.
    public var notes: [String]
    /// Why there is nothing to show, for the case that there is not: "undefined: no common votes".
    public var emptiness: String?

    public init(title: String, subtitle: String = "", notes: [String] = [], emptiness: String? = nil) {
        self.title = title
        self.subtitle = subtitle
        self.notes = notes
        self.emptiness = emptiness
    }
}

/// The name of an axis and the unit in which it counts.
public struct Axis: Sendable, Hashable {
    public var name: String
    public var unit: String

    public init(_ name: String, unit: String = "") {
        self.name = name
        self.unit = unit
    }

    /// "Contacts (a year)".
    var text: String { unit.isEmpty ? name : name.isEmpty ? unit : "\(name) (\(unit))" }
}

/// A figure for print and for pages: values without behaviour, and a drawing of them.
public protocol Figure: Sendable {
    var caption: Caption { get }

    /// A whole `svg` element with `viewBox`, `role`, `title` and `desc`, without `style` and without identifiers, so that several
    /// stand in one page. The same values and width give the same bytes. Text is escaped; values that are not finite, or 10^15 and
    /// beyond, are left out and counted in the footer.
    /// - Parameter width: in pixels, of the view box; taken as from 240 to 4000, and as 760 where it is no number.
    func svg(width: Double) -> String
}

extension Figure {
    /// A file of its own: ``svg(width:)`` with the XML declaration.
    public func standalone(width: Double) -> String {
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + svg(width: width)
    }
}

/// The most that one figure draws.
enum Limit {
    /// Periods, points of one line, marks: the first so many are drawn, the rest is counted in the footer.
    static let marks = 20_000
    /// Stretches of one source, phases, bursts, events.
    static let stretches = 5_000
    /// Names of rows, sources and series of which each has a place of its own.
    static let lanes = 60
    /// Letters of a name or a label.
    static let letters = 200
    /// Letters of a title or a note.
    static let prose = 5_000
}

/// "1 value", "3 values".
func counted(_ count: Int, _ one: String, _ many: String? = nil) -> String {
    "\(Numeral.brief(count)) \(count == 1 ? one : many ?? one + "s")"
}
