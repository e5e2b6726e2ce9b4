import Glibc

/// Where labels go, so that none covers another or a mark that must be seen. Greedy: whoever asks first chooses first. A label tried
/// is `candidates` comparisons with each box taken.
struct LabelField {
    /// The most boxes that are kept; further labels find no room.
    static let mostBoxes = 4_000
    /// Pixels between a mark and its label, from near to far; from the third on the two are joined by a line.
    private static let reaches: [Double] = [3, 6, 14, 26, 40]
    private static let directions = 12

    let bounds: Box
    private(set) var taken: [Box] = []

    init(bounds: Box) { self.bounds = bounds }

    /// Keeps labels away from a box.
    mutating func take(_ box: Box) {
        if taken.count < Self.mostBoxes { taken.append(box) }
    }

    struct Place: Equatable {
        var box: Box
        /// From the mark's edge to the label, where it stands away from its mark.
        var leader: [Double]?
    }

    func isFree(_ box: Box) -> Bool {
        bounds.contains(box) && taken.count < Self.mostBoxes && !taken.contains { $0.intersects(box) }
    }

    /// A free box beside a mark, and takes it; `nil` where there is no room.
    /// - Parameter radius: of the mark, in pixels.
    mutating func place(width: Double, height: Double, x: Double, y: Double, radius: Double) -> Place? {
        for (at, reach) in Self.reaches.enumerated() {
            for turn in 0..<Self.directions {
                // right first, then turn by turn up and down, left last
                let half = Double((turn + 1) / 2) * (turn % 2 == 0 ? 1 : -1)
                let angle = half * 2 * .pi / Double(Self.directions)
                let (dx, dy) = (cos(angle), -sin(angle))
                let (endX, endY) = (x + dx * (radius + reach), y + dy * (radius + reach))
                let left = dx > 0.3 ? endX : dx < -0.3 ? endX - width : endX - width / 2
                let top = abs(dx) > 0.3 ? endY - height / 2 : dy < 0 ? endY - height : endY
                let box = Box(x: left, y: top, width: width, height: height)
                // a hair's breadth from its neighbours
                let room = Box(x: left - 1.5, y: top - 0.5, width: width + 3, height: height + 1)
                guard isFree(room) else { continue }
                take(room)
                let leader = at < 2 ? nil : [x + dx * radius, y + dy * radius, endX, endY]
                return Place(box: box, leader: leader)
            }
        }
        return nil
    }
}

/// Labels above one another that would like to stand each at its own height.
enum Spreading {
    /// The heights nearest to the wanted ones that are at least `gap` apart and within the bounds; `nil` where they cannot be. The
    /// order is kept. Blocks of touching labels stand at the mean of what they wish (pool adjacent violators).
    static func spread(_ wanted: [Double], gap: Double, low: Double, high: Double) -> [Double]? {
        guard !wanted.isEmpty else { return [] }
        guard gap * Double(wanted.count - 1) <= high - low + 1e-9, wanted.allSatisfy(\.isFinite) else { return nil }
        let order = wanted.indices.sorted { (wanted[$0], $0) < (wanted[$1], $1) }
        // blocks of labels: where the first stands, and how many there are
        var blocks: [(sum: Double, count: Int)] = []
        func top(_ block: (sum: Double, count: Int)) -> Double {
            let length = gap * Double(block.count - 1)
            return min(max(block.sum / Double(block.count), low), high - length)
        }
        for index in order {
            var block = (sum: wanted[index], count: 1)
            while let before = blocks.last, top(before) + gap * Double(before.count) > top(block) {
                blocks.removeLast()
                block.sum = before.sum + block.sum - gap * Double(before.count * block.count)
                block.count += before.count
            }
            blocks.append(block)
        }
        var heights = wanted
        var at = 0
        for block in blocks {
            for place in 0..<block.count {
                heights[order[at]] = top(block) + gap * Double(place)
                at += 1
            }
        }
        return heights
    }

    /// Rows for labels along a line, each in the lowest row in which it overlaps no other; `nil` for one that finds none.
    /// - Parameter spans: from where to where each label reaches, those that come first first.
    static func rows(_ spans: [ClosedRange<Double>], most: Int) -> [Int?] {
        var rows: [[ClosedRange<Double>]] = Array(repeating: [], count: max(0, most))
        return spans.map { span in
            for row in rows.indices where !rows[row].contains(where: { $0.overlaps(span) }) {
                rows[row].append(span)
                return row
            }
            return nil
        }
    }
}
