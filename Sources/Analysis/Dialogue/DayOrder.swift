import Diplomacy

/// The order of things that have a day and a key: by day, and within a day by key.
///
/// Places are sorted and not the things themselves, which are large; O(n log n), and keys are compared within a day alone.
struct DayOrder {
    /// The places of the things in order.
    let places: [Int]

    /// - Parameters:
    ///   - places: of the things to be put in order.
    ///   - day: of the thing at a place.
    ///   - isBefore: the order of two places of one day.
    init(_ places: some Sequence<Int>, day: (Int) -> Day, isBefore: (Int, Int) -> Bool) {
        var pairs = places.map { (day: day($0).number, place: $0) }
        pairs.sort { $0.day == $1.day ? $0.place < $1.place : $0.day < $1.day }
        var start = 0
        while start < pairs.count {
            var end = start + 1
            while end < pairs.count, pairs[end].day == pairs[start].day { end += 1 }
            if end - start > 1 { pairs[start..<end].sort { isBefore($0.place, $1.place) } }
            start = end
        }
        self.places = pairs.map(\.place)
    }
}
