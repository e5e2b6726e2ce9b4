/// Draws a network: lines, the weakest first; nodes, the largest first; labels, the largest nodes' first.
struct NetworkDrawing {
    let figure: NetworkFigure
    /// Places of the nodes to be drawn, the largest first.
    let shown: [Int]
    var sheet: Sheet

    private static let inset = 26.0

    mutating func draw() {
        sheet.legend(keys)
        sheet.top += 4
        let height = min(max(sheet.width * 0.72, 260), 720).rounded()
        let box = Box(x: sheet.left, y: sheet.top, width: sheet.inner, height: height)
        let x = Scale(0, 1, from: box.x + Self.inset, to: box.right - Self.inset)
        let y = Scale(0, 1, from: box.bottom - Self.inset, to: box.y + Self.inset)
        let nodes = figure.nodes
        func place(_ index: Int) -> (x: Double, y: Double) {
            (x(min(max(nodes[index].x, 0), 1)), y(min(max(nodes[index].y, 0), 1)))
        }
        lines(place)
        var field = LabelField(bounds: box)
        for index in shown {
            let at = place(index)
            let radius = radius(index)
            let node = figure.nodes[index]
            sheet.drawing.circle(
                at.x, at.y, radius, .mark(node.group),
                title: "\(Sheet.short(node.label)): \(Numeral.brief(node.size) ?? "?")")
            let inset = radius * 0.8
            field.take(Box(x: at.x - inset, y: at.y - inset, width: 2 * inset, height: 2 * inset))
        }
        var left = 0
        for index in shown where !figure.nodes[index].label.isEmpty {
            let at = place(index)
            let font = figure.nodes[index].size >= largest * 0.5 ? Font.label.bold : Font.small
            let text = Wrapping.cut(Sheet.short(figure.nodes[index].label), font, box.width * 0.35)
            guard
                let place = field.place(
                    width: font.width(text), height: font.size * 1.02, x: at.x, y: at.y, radius: radius(index))
            else {
                left += 1
                continue
            }
            if let leader = place.leader {
                sheet.drawing.line(leader[0], leader[1], leader[2], leader[3], .leader)
            }
            sheet.drawing.text(text, place.box.x, place.box.y + font.size * 0.8, font.haloed)
        }
        sheet.remark(left, "label", "without room left out")
        sheet.top = box.bottom
    }

    private var largest: Double { shown.first.map { figure.nodes[$0].size } ?? 0 }

    private func radius(_ index: Int) -> Double {
        let most = min(max(sheet.width / 50, 8), 18)
        guard largest > 0 else { return 4 }
        return 3 + (most - 3) * (figure.nodes[index].size / largest).squareRoot()
    }

    /// Edges between nodes that are drawn, the strongest first.
    private var edges: [NetworkFigure.Edge] {
        let shown = Set(shown)
        let edges = figure.edges.filter {
            $0.from != $0.to && shown.contains($0.from) && shown.contains($0.to) && Numeral.isDrawable($0.weight)
                && $0.weight > 0
        }
        return edges.indices.sorted { (edges[$1].weight, $0) < (edges[$0].weight, $1) }.map { edges[$0] }
    }

    private mutating func lines(_ place: (Int) -> (x: Double, y: Double)) {
        let edges = edges
        let kept = edges.prefix(NetworkFigure.mostEdges)
        let most = kept.first?.weight ?? 1
        for edge in kept.reversed() {
            let (from, to) = (place(edge.from), place(edge.to))
            let share = (edge.weight / most).squareRoot()
            let style = Style(
                names: "fig-edge", stroke: "#555555", width: 0.4 + 3.4 * share, opacity: 0.15 + 0.3 * share)
            sheet.drawing.line(from.x, from.y, to.x, to.y, style)
        }
        sheet.remark(edges.count - kept.count, "weaker line", "not shown")
        sheet.remark(figure.edges.count - edges.count, "line", "left out: to a node that is not shown, or of no weight")
    }

    private var keys: [Sheet.Key] {
        var keys: [Sheet.Key] = []
        if figure.groups.count > 1 {
            keys += figure.groups.prefix(Palette.most).enumerated().map { Sheet.Key(sign: .dot(.mark($0)), label: $1) }
            let more = figure.groups.count - Palette.most
            if more > 0 {
                keys.append(Sheet.Key(sign: .unknown, label: "\(counted(more, "group")) more in the same colours"))
            }
        }
        if !figure.size.text.isEmpty {
            let style = Style(names: "fig-mark", fill: "#8a8a8a")
            let label = "area: \(figure.size.text), the largest \(Numeral.brief(largest) ?? "?")"
            keys.append(Sheet.Key(sign: .dot(style), label: label))
        }
        if !figure.weight.text.isEmpty, let most = edges.first?.weight {
            let style = Style(names: "fig-edge", stroke: "#555555", width: 3.8, opacity: 0.45)
            let label = "width: \(figure.weight.text), the widest \(Numeral.brief(most) ?? "?")"
            keys.append(Sheet.Key(sign: .line(style), label: label))
        }
        return keys
    }
}
