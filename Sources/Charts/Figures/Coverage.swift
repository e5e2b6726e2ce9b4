/// When which sources report: their stretches within the days of a figure, the days that none covers, and the days on which the set
/// of sources changes.
struct Coverage: Equatable {
    struct Lane: Equatable {
        var name: String
        /// In order, apart from one another; the last day is not part of a stretch.
        var stretches: [Range<Int>]
    }

    /// The most lanes that are drawn; the sources beyond count for the gaps alone.
    static let mostLanes = 16

    let lanes: [Lane]
    let gaps: [Range<Int>]
    /// Days on which a source begins to report or has ceased to; not the first day of all.
    let changes: [Int]
    /// Stretches beyond the limit.
    let refused: Int

    init(_ sources: [TimelineFigure.Source], days: Range<Int>) {
        var refused = 0
        lanes = sources.map { source in
            refused += max(0, source.stretches.count - Limit.stretches)
            let clipped = source.stretches.prefix(Limit.stretches).compactMap { stretch -> Range<Int>? in
                guard stretch.upperBound >= days.lowerBound, stretch.lowerBound < days.upperBound else { return nil }
                let end = min(stretch.upperBound, days.upperBound - 1) + 1
                return max(stretch.lowerBound, days.lowerBound)..<end
            }
            return Lane(name: source.name, stretches: Self.merged(clipped))
        }
        self.refused = refused
        let all = Self.merged(lanes.flatMap(\.stretches))
        var gaps: [Range<Int>] = []
        var at = days.lowerBound
        for stretch in all {
            if stretch.lowerBound > at { gaps.append(at..<stretch.lowerBound) }
            at = stretch.upperBound
        }
        if at < days.upperBound { gaps.append(at..<days.upperBound) }
        // without any source it is not known what is covered
        self.gaps = sources.isEmpty ? [] : gaps
        let ends = Set(lanes.flatMap { $0.stretches.flatMap { [$0.lowerBound, $0.upperBound] } })
        changes = ends.filter { $0 > days.lowerBound && $0 < days.upperBound }.sorted()
    }

    static func merged(_ stretches: [Range<Int>]) -> [Range<Int>] {
        var merged: [Range<Int>] = []
        for stretch in stretches.sorted(by: { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }) {
            if let last = merged.last, stretch.lowerBound <= last.upperBound {
                merged[merged.count - 1] = last.lowerBound..<max(last.upperBound, stretch.upperBound)
            } else {
                merged.append(stretch)
            }
        }
        return merged
    }
}
