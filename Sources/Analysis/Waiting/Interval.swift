public import Diplomacy

/// One wait for a contact, in days since the last one, as far as it was watched.
///
/// Two things make a wait incomplete, and both bias what is estimated if they are ignored: it may not have ended yet (right
/// censoring: the present silence), and the watching may have begun when it was already under way (left truncation: waits that
/// ended earlier could not be seen).
public struct Interval: Hashable, Sendable {
    /// How long the wait had lasted when watching began, in days; 0 where it was watched from its start.
    public let entry: Double
    /// How long it lasted, or had lasted when watching stopped, in days; greater than `entry`.
    public let time: Double
    /// Whether a contact ended it; if not, it was still under way at `time`.
    public let ended: Bool

    /// `nil` unless 0 ≤ entry < time, both finite.
    public init?(entry: Double = 0, time: Double, ended: Bool) {
        guard entry >= 0, entry < time, time.isFinite else { return nil }
        self.entry = entry
        self.time = time
        self.ended = ended
    }

    /// The waits of a dyad: from each contact to the next, the last one censored at `today`.
    ///
    /// - Parameters:
    ///   - days: days with a contact, in any order, more than once if need be; those outside `began...today` are not looked at.
    ///   - began: the first day that the sources cover.
    ///   - today: the last day that they cover.
    ///   - previous: the last contact before `began`, where it is known from elsewhere: then the wait that was under way when the
    ///     sources began is counted from `began` on (left truncation). Where it is not known, that wait has no start and is left out.
    /// - Returns: in order of time; empty where no wait has a start, or where today is not after it. O(n log n).
    public static func waits(of days: [Day], began: Day, today: Day, previous: Day? = nil) -> [Interval] {
        guard began <= today, ContactHistory.calendar.contains(began), ContactHistory.calendar.contains(today) else {
            return []
        }
        let seen = Set(days.lazy.filter { $0 >= began && $0 <= today }).sorted()
        var result: [Interval] = []
        var last = previous.flatMap { $0 < began && ContactHistory.calendar.contains($0) ? $0 : nil }
        for day in seen {
            if let last {
                // The first day that is watched is began itself: the wait was known to last until the day before.
                let entry = max(0, began - last - 1)
                result.append(
                    contentsOf: Interval(entry: Double(entry), time: Double(day - last), ended: true).map { [$0] } ?? []
                )
            }
            last = day
        }
        if let last, today > last {
            let entry = max(0, began - last - 1)
            result.append(
                contentsOf: Interval(entry: Double(entry), time: Double(today - last), ended: false).map { [$0] } ?? [])
        }
        return result
    }
}
