public import Diplomacy
import Glibc

/// Stretches in which contacts follow each other faster than they do on the whole (Kleinberg 2003, section 2).
///
/// The gaps between contacts are taken for exponential, with a rate that each state doubles. Contacts of one day are one event: two
/// events in one instant would have no gap, and every rate would be too low for it. Time and memory O(n k) for n days and k states.
public struct Bursts: Sendable {
    /// A day with contacts.
    public struct Moment: Hashable, Sendable {
        public var day: Day
        /// Sorted.
        public var keys: [String]
    }

    /// A stretch of a level.
    public struct Burst: Hashable, Sendable {
        /// 1 for the whole, 2 and more for bursts within it, 0 for one event alone.
        public var level: Int
        public var start: Day
        public var end: Day
        /// The places in ``Bursts/moments`` of its events.
        public var moments: ClosedRange<Int>
        /// How much cheaper its gaps are at its level than at the level below, in units of log likelihood; 0 for levels 0 and 1.
        public var weight: Double
        /// The place in the list of the burst that it lies in.
        public var parent: Int?
    }

    /// In the order of time.
    public let moments: [Moment]
    public let scale: BurstScale
    /// How many states were reckoned with; 0 below two events.
    public let stateCount: Int
    /// The state of each gap, from 0: one fewer than there are moments.
    public let states: [Int]
    /// The cost of the best path: minus its log likelihood, plus what its rises cost. `nil` below two events.
    public let cost: Double?
    /// Each after the one that it lies in; of one start the lower level first.
    public let bursts: [Burst]

    /// - Parameter events: days with the key of what took place, in any order; days outside the years 1 to 9999 are left out.
    public init(of events: [(day: Day, key: String)], scale: BurstScale = .standard) {
        let dated = events.filter { CalendarPeriod.clamped($0.day) == $0.day }
        let order = DayOrder(dated.indices, day: { dated[$0].day }) { dated[$0].key < dated[$1].key }
        var moments: [Moment] = []
        for place in order.places { Self.add(dated[place].key, dated[place].day, to: &moments) }
        self.init(moments, scale)
    }

    /// The bursts of the contacts that a rhythm counts.
    public init(of rhythm: Rhythm, scale: BurstScale = .standard) {
        var moments: [Moment] = []
        for i in rhythm.contacts.indices {
            Self.add(rhythm.contacts[i].encounter, rhythm.contacts[i].day, to: &moments)
        }
        self.init(moments, scale)
    }

    /// Adds a key that comes after all others in the order of days and keys.
    private static func add(_ key: String, _ day: Day, to moments: inout [Moment]) {
        if moments.last?.day == day {
            moments[moments.count - 1].keys.append(key)
        } else {
            moments.append(Moment(day: day, keys: [key]))
        }
    }

    private init(_ moments: [Moment], _ scale: BurstScale) {
        self.scale = scale
        self.moments = moments
        let gaps = zip(moments, moments.dropFirst()).map { Double($1.day - $0.day) }
        guard let least = gaps.min() else {
            (stateCount, states, cost) = (0, [], nil)
            bursts = moments.map {
                Burst(level: 0, start: $0.day, end: $0.day, moments: 0...0, weight: 0, parent: nil)
            }
            return
        }
        let time = gaps.reduce(0, +)
        let n = Double(gaps.count)
        // no state whose mean gap is below the least gap by more than the factor can be of use, as Kleinberg shows
        let most = (1 + log(time / least) / log(scale.base)).rounded(.up)
        let k = Int(min(max(1, most), Double(BurstAutomaton.mostStates)))
        let rates = (0..<k).map { pow(scale.base, Double($0)) * n / time }
        let logs = rates.map { log($0) }
        func price(_ gap: Int, _ state: Int) -> Double { rates[state] * gaps[gap] - logs[state] }
        let automaton = BurstAutomaton(elements: gaps.count, states: k, rise: scale.step * log(n), cost: price)
        stateCount = k
        states = automaton.states
        self.cost = automaton.cost
        bursts = automaton.runs.map { run in
            let weight =
                run.state == 0 ? 0 : run.elements.reduce(0) { $0 + price($1, run.state - 1) - price($1, run.state) }
            let places = run.elements.lowerBound...run.elements.upperBound + 1
            return Burst(
                level: run.state + 1, start: moments[places.lowerBound].day, end: moments[places.upperBound].day,
                moments: places, weight: weight, parent: run.parent)
        }
    }

    /// Days with events.
    public var n: Int { moments.count }
    public var window: ClosedRange<Day>? {
        guard let first = moments.first, let last = moments.last else { return nil }
        return first.day...last.day
    }

    /// The keys of a burst's events.
    public func keys(of burst: Burst) -> [String] { moments[burst.moments].flatMap(\.keys) }
}
