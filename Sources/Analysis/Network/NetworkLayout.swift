extension ContactNetwork {
    /// Where a party is drawn: 0...1 from left to right and from top to bottom.
    public struct Position: Sendable, Hashable {
        public let x: Double
        public let y: Double
    }

    /// The most parties with ties that are laid out: the time grows as their square, and nobody reads a drawing of more.
    public static let largestDrawing = 1000

    /// A position for each of ``parties``, in the unit square: parties as far apart as there are ties on the way between them,
    /// components in rows, the largest first, parties without ties in a row of their own below. The same network has the same
    /// layout in every run. Directions and sides mean nothing, and weights are not in it.
    ///
    /// O(n²) a sweep for n parties (see ``StressLayout``). Empty without parties; `nil` where more than ``largestDrawing`` have
    /// ties.
    public func layout() -> [Position]? {
        let groups = components.filter { $0.count > 1 }
        let alone = parties.indices.filter { adjacency.places(of: $0).isEmpty }
        guard parties.count - alone.count <= Self.largestDrawing else { return nil }
        var packing = RowPacking(parties: parties.count)
        var boxes = groups.map { RowPacking.Box(members: $0, layout: StressLayout(adjacency, members: $0)) }
        // Of equally many parties, the taller first: a row is as high as its highest.
        boxes.sort { ($1.members.count, $1.height, $0.members[0]) < ($0.members.count, $0.height, $1.members[0]) }
        packing.place(boxes)
        packing.placeRow(of: alone)
        return packing.positions
    }
}

/// Boxes side by side in rows, and the whole scaled to the unit square. Lengths are in hops.
private struct RowPacking {
    /// One component, its corner at 0, 0.
    struct Box {
        let members: [Int]
        let xs: [Double]
        let ys: [Double]
        let width: Double
        let height: Double

        init(members: [Int], layout: StressLayout) {
            self.members = members
            let (left, top) = (layout.xs.min() ?? 0, layout.ys.min() ?? 0)
            xs = layout.xs.map { $0 - left }
            ys = layout.ys.map { $0 - top }
            width = xs.max() ?? 0
            height = ys.max() ?? 0
        }
    }

    /// Between boxes, rows and parties without ties.
    private static let gap = 1.0
    /// Around the whole, as a part of the square's side.
    private static let margin = 0.04

    private var xs: [Double]
    private var ys: [Double]
    private var width = 0.0
    private var height = 0.0

    init(parties: Int) {
        xs = Array(repeating: 0, count: parties)
        ys = xs
    }

    /// Rows about as wide as all are high.
    mutating func place(_ boxes: [Box]) {
        let area = boxes.reduce(0) { $0 + ($1.width + Self.gap) * ($1.height + Self.gap) }
        let limit = max(area.squareRoot(), boxes.map(\.width).max() ?? 0)
        var (x, y, rowHeight) = (0.0, 0.0, 0.0)
        for box in boxes {
            if x > 0, x + box.width > limit {
                (x, y, rowHeight) = (0, y + rowHeight + Self.gap, 0)
            }
            for (i, party) in box.members.enumerated() {
                xs[party] = x + box.xs[i]
                ys[party] = y + box.ys[i]
            }
            width = max(width, x + box.width)
            x += box.width + Self.gap
            rowHeight = max(rowHeight, box.height)
        }
        height = y + rowHeight
    }

    /// One row below, nearer together than a gap where the width does not hold them.
    mutating func placeRow(of alone: [Int]) {
        guard !alone.isEmpty else { return }
        let isEmpty = alone.count == xs.count
        let steps = Double(alone.count - 1)
        if isEmpty { width = steps * Self.gap }
        if !isEmpty { height += Self.gap }
        width = max(width, Self.gap)
        let step = steps > 0 ? min(Self.gap, width / steps) : 0
        for (i, party) in alone.enumerated() {
            xs[party] = (width - step * steps) / 2 + Double(i) * step
            ys[party] = height
        }
    }

    var positions: [ContactNetwork.Position] {
        let side = max(width, height)
        let scale = side > 0 ? (1 - 2 * Self.margin) / side : 0
        return xs.indices.map { i in
            ContactNetwork.Position(x: 0.5 + (xs[i] - width / 2) * scale, y: 0.5 + (ys[i] - height / 2) * scale)
        }
    }
}
