import Diplomacy

/// The order of things that have a day and a key: by day, and within a day by key.
///
/// Places are sorted and not the things themselves, which are large; O(n log n), and keys are compared within a day alone.
struct DayOrder {
    /// The places of the things in order.
    let places: [Int]

    init<Thing>(_ things: [Thing], day: (Thing) -> Day, isBefore: (Thing, Thing) -> Bool) {
        var pairs = things.indices.map { (day: day(things[$0]).number, place: $0) }
        pairs.sort { ($0.day, $0.place) < ($1.day, $1.place) }
        var start = 0
        while start < pairs.count {
            var end = start + 1
            while end < pairs.count, pairs[end].day == pairs[start].day { end += 1 }
            if end - start > 1 { pairs[start..<end].sort { isBefore(things[$0.place], things[$1.place]) } }
            start = end
        }
        places = pairs.map(\.place)
    }
}
