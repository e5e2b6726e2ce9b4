/// Labels of marked days in rows above a plot. No label covers another, and the line that falls from a label to its day crosses none.
struct EventRows {
    /// Rows of labels.
    static let mostRows = 4
    /// Labels that are tried; the days beyond keep their lines.
    static let most = 200
    static let font = Font.small
    static let height = 13.0

    struct Place: Equatable {
        var x: Double
        /// 0 is the lowest; `nil` where there is no room.
        var row: Int?
        var anchor: Anchor
        var label: String
        /// From where to where the label reaches.
        var span: ClosedRange<Double>
    }

    let places: [Place]

    /// - Parameters:
    ///   - events: where each stands, in pixels, and its label.
    ///   - left: where labels may begin.
    ///   - right: where they have to end.
    init(_ events: [(x: Double, label: String)], left: Double, right: Double) {
        var places: [Place] = []
        // from the right, so that a label that reaches over a later day stands above that day's label
        let order = events.indices.sorted { (events[$0].x, $0) > (events[$1].x, $1) }
        for (tried, index) in order.enumerated() {
            let x = events[index].x
            let label = Wrapping.cut(Sheet.short(events[index].label), Self.font, (right - left) * 0.45)
            let width = Self.font.width(label)
            let spans: [(Anchor, ClosedRange<Double>)] = [
                (.start, x + 1...x + 4 + width + 4), (.end, x - 4 - width - 4...x - 1),
            ]
            var place = Place(x: x, row: nil, anchor: .start, label: label, span: spans[0].1)
            search: for (anchor, span) in spans where tried < Self.most && !label.isEmpty {
                guard span.lowerBound >= left - 4, span.upperBound <= right + 4 else { continue }
                // one that reaches to the left stands high, so that the days beneath it have room for theirs
                let rows = anchor == .start ? Array(0..<Self.mostRows) : (0..<Self.mostRows).reversed()
                for row in rows where Self.isFree(row, span, x, places) {
                    place.row = row
                    place.anchor = anchor
                    place.span = span
                    break search
                }
            }
            places.append(place)
        }
        // rows without a label are none
        let used = Set(places.compactMap(\.row)).sorted()
        for index in places.indices { places[index].row = places[index].row.flatMap { used.firstIndex(of: $0) } }
        self.places = places.reversed()
    }

    private static func isFree(_ row: Int, _ span: ClosedRange<Double>, _ x: Double, _ places: [Place]) -> Bool {
        places.allSatisfy { other in
            guard let taken = other.row else { return true }
            if taken == row, other.span.overlaps(span) { return false }
            // the other's line falls through this row, or this line through the other's
            if taken > row, span.contains(other.x) { return false }
            if taken < row, other.span.contains(x) { return false }
            return true
        }
    }

    var rows: Int { (places.compactMap(\.row).max() ?? -1) + 1 }
}
