/// The path of least cost through an automaton whose states stand for ever greater activity (Kleinberg 2003, Data Mining and Knowledge
/// Discovery 7:373, sections 2 and 3): to rise by a state costs `rise`, to fall costs nothing, and it starts in state 0.
struct BurstAutomaton {
    /// The state at each element, from 0. Of two paths of one cost the one that is lower at the end, and coming from lower, is taken.
    let states: [Int]
    /// The cost of the path.
    let cost: Double

    /// No more states than this are reckoned with.
    static let mostStates = 64

    /// Time and memory O(n k), although every state can follow every other: what is cheapest to come from below and from above is
    /// carried along.
    ///
    /// - Parameters:
    ///   - n: elements.
    ///   - k: states, 1 to ``mostStates``.
    ///   - cost: of an element in a state; may be infinite, but not in state 0.
    init(elements n: Int, states k: Int, rise: Double, cost: (_ element: Int, _ state: Int) -> Double) {
        let k = min(max(1, k), Self.mostStates)
        var costs = [Double](repeating: .infinity, count: k)
        costs[0] = 0
        var next = costs
        var from = [UInt8](repeating: 0, count: n * k)
        for element in 0..<n {
            var (below, belowState) = (Double.infinity, 0)
            for state in 0..<k {
                below += rise
                if costs[state] < below { (below, belowState) = (costs[state], state) }
                next[state] = below
                from[element * k + state] = UInt8(belowState)
            }
            var (above, aboveState) = (Double.infinity, k - 1)
            for state in (0..<k).reversed() {
                if costs[state] <= above { (above, aboveState) = (costs[state], state) }
                if above < next[state] {
                    next[state] = above
                    from[element * k + state] = UInt8(aboveState)
                }
                next[state] += cost(element, state)
            }
            swap(&costs, &next)
        }
        var best = 0
        for state in 1..<max(1, k) where costs[state] < costs[best] { best = state }
        self.cost = costs[best]
        var path = [Int](repeating: 0, count: n)
        for element in (0..<n).reversed() {
            path[element] = best
            best = Int(from[element * k + best])
        }
        states = path
    }

    /// A stretch of elements that are in a state or above it.
    struct Run: Hashable {
        /// The state, from 0; the run of state 0 holds everything.
        var state: Int
        var elements: ClosedRange<Int>
        /// The place in the list of the run that it lies in.
        var parent: Int?
    }

    /// The stretches of every state that is reached or passed, each after the one that it lies in; of one place the lower state first.
    var runs: [Run] {
        var runs: [Run] = []
        var open: [Int] = []
        for (element, state) in states.enumerated() {
            while open.count > state + 1 { open.removeLast() }
            for place in open { runs[place].elements = runs[place].elements.lowerBound...element }
            while open.count <= state {
                runs.append(Run(state: open.count, elements: element...element, parent: open.last))
                open.append(runs.count - 1)
            }
        }
        return runs
    }
}
