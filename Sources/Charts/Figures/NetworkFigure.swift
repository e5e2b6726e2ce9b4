/// Who is bound to whom: nodes at places that the caller has found, and lines between them as wide as the bond is strong.
public struct NetworkFigure: Figure {
    public struct Node: Sendable, Hashable {
        public var label: String
        /// 0 (left) to 1 (right); others are taken as the nearest.
        public var x: Double
        /// 0 (below) to 1 (above); others are taken as the nearest.
        public var y: Double
        /// 0 or more; the area of the node.
        public var size: Double
        /// The place of its group in ``NetworkFigure/groups``.
        public var group: Int

        public init(label: String, x: Double, y: Double, size: Double, group: Int = 0) {
            self.label = label
            self.x = x
            self.y = y
            self.size = size
            self.group = group
        }
    }

    public struct Edge: Sendable, Hashable {
        /// Places of the nodes.
        public var from: Int
        public var to: Int
        /// Above 0.
        public var weight: Double

        public init(from: Int, to: Int, weight: Double) {
            self.from = from
            self.to = to
            self.weight = weight
        }
    }

    /// The largest so many nodes are drawn; of their edges the strongest so many.
    public static let mostNodes = 150
    public static let mostEdges = 2_000

    public var caption: Caption
    public var nodes: [Node]
    public var edges: [Edge]
    public var groups: [String]
    /// What the area of a node counts, and the width of a line.
    public var size: Axis
    public var weight: Axis

    public init(
        caption: Caption, nodes: [Node], edges: [Edge], groups: [String] = [], size: Axis = Axis(""),
        weight: Axis = Axis("")
    ) {
        self.caption = caption
        self.nodes = nodes
        self.edges = edges
        self.groups = groups
        self.size = size
        self.weight = weight
    }

    public func svg(width: Double) -> String {
        var sheet = Sheet(caption, width: width)
        let drawable = nodes.indices.filter {
            Numeral.isDrawable(nodes[$0].x) && Numeral.isDrawable(nodes[$0].y) && Numeral.isDrawable(nodes[$0].size)
                && nodes[$0].size >= 0
        }
        sheet.remark(nodes.count - drawable.count, "node", "left out: no number")
        guard !drawable.isEmpty else {
            sheet.empty()
            return sheet.finish("No data. \(caption.emptiness ?? "")")
        }
        let order = drawable.sorted { (nodes[$1].size, $0) < (nodes[$0].size, $1) }
        let shown = Array(order.prefix(Self.mostNodes))
        sheet.remark(order.count - shown.count, "smaller node", "not shown")
        var drawing = NetworkDrawing(figure: self, shown: shown, sheet: sheet)
        drawing.draw()
        var summary = "Network of \(counted(shown.count, "node")) and \(counted(edges.count, "line")); the largest:"
        summary += shown.prefix(20).map { " \(Sheet.short(nodes[$0].label)) (\(Numeral.brief(nodes[$0].size) ?? "?"))" }
            .joined(separator: ",")
        return drawing.sheet.finish(summary + ".")
    }
}
