/// The least cost of a series so far, as a function of the level of its last part: pieces, each of which belongs to a place where the last
/// part may begin.
struct CostEnvelope {
    /// A range of levels for which one beginning is best.
    private struct Piece {
        var low: Double
        var high: Double
        var start: Int
        /// What everything before `start` costs, with the penalty of the change there.
        var before: Double
    }

    private var pieces: [Piece] = []
    private var next: [Piece] = []
    private let levels: ClosedRange<Double>

    /// - Parameter levels: all that a part's level can be.
    init(levels: ClosedRange<Double>) { self.levels = levels }

    /// Lets the last part begin at `start`, where no level makes any difference yet: it is best where all others cost more than `before`.
    mutating func add(start: Int, at before: Double, _ costs: some SegmentCost) {
        let new = Piece(low: levels.lowerBound, high: levels.upperBound, start: start, before: before)
        guard !pieces.isEmpty else {
            pieces = [new]
            return
        }
        next.removeAll(keepingCapacity: true)
        for piece in pieces {
            let kept = costs.levels(
                from: piece.start, to: start, costing: before - piece.before, within: piece.low...piece.high)
            guard let kept else {
                append(new, piece.low, piece.high)
                continue
            }
            if kept.lowerBound > piece.low { append(new, piece.low, kept.lowerBound) }
            append(piece, kept.lowerBound, kept.upperBound)
            if kept.upperBound < piece.high { append(new, kept.upperBound, piece.high) }
        }
        swap(&pieces, &next)
    }

    private mutating func append(_ piece: Piece, _ low: Double, _ high: Double) {
        if let last = next.last, last.start == piece.start {
            next[next.count - 1].high = high
        } else {
            next.append(Piece(low: low, high: high, start: piece.start, before: piece.before))
        }
    }

    /// The least cost of the first `end` elements, and where the last part of that partition begins.
    func least(to end: Int, _ costs: some SegmentCost) -> (cost: Double, start: Int) {
        var best = (cost: Double.infinity, start: 0)
        for piece in pieces {
            let cost = piece.before + costs.least(from: piece.start, to: end, within: piece.low...piece.high)
            if cost < best.cost || (cost == best.cost && piece.start < best.start) { best = (cost, piece.start) }
        }
        return best
    }
}
