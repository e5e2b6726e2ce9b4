import Language
import Testing

@testable import train

/// The oracle's costs against an exhaustive search over every state of every small sentence.
@Suite struct OracleTests {
    /// Every assignment of heads to `count` words that is a projective tree with one root.
    static func trees(_ count: Int) -> [[Int32]] {
        var out: [[Int32]] = []
        func extend(_ heads: [Int32]) {
            guard heads.count == count + 1 else {
                for head in 0...Int32(count) where head != Int32(heads.count) { extend(heads + [head]) }
                return
            }
            if isTree(heads) && isProjective(heads) { out.append(heads) }
        }
        extend([-1])
        return out
    }

    static func isTree(_ heads: [Int32]) -> Bool {
        guard heads.dropFirst().filter({ $0 == 0 }).count == 1 else { return false }
        return (1..<heads.count).allSatisfy { word in
            var at = word
            for _ in 0..<heads.count where at != 0 { at = Int(heads[at]) }
            return at == 0
        }
    }

    static func isProjective(_ heads: [Int32]) -> Bool {
        for (i, head) in heads.enumerated().dropFirst() {
            for k in min(i, Int(head)) + 1..<max(i, Int(head)) {
                var at = k
                while at != 0, at != Int(head), at != i { at = Int(heads[at]) }
                if at == 0, head != 0 { return false }
                if at == 0, head == 0 { return false }
            }
        }
        return true
    }

    /// A state by the moves that led to it; right arcs that the tree has are counted when it is final.
    struct Run {
        let heads: [Int32]
        let buffer = SentenceBuffer(width: 64)
        let kinds = UnsafeMutablePointer<UInt8>.allocate(capacity: 2)

        init(heads: [Int32]) {
            self.heads = heads
            kinds.initialize(repeating: 0, count: 2)
        }

        /// Walks the moves and hands the state over.
        func state<R>(_ moves: [ParserState.Move], _ look: (borrowing ParserState) -> R) -> R {
            buffer.begin(heads.count - 1)
            var state = ParserState(
                count: heads.count - 1, nodes: buffer.nodes, heads: buffer.heads, labels: buffer.labels,
                stack: buffer.stack, kinds: kinds)
            for move in moves { state.make(move, label: 1) }
            return look(state)
        }

        func allowed(_ moves: [ParserState.Move]) -> [ParserState.Move] {
            state(moves) { state in ParserState.Move.allCases.filter { state.allows($0) } }
        }

        /// The most arcs of the tree that any way from here ends with.
        func best(_ moves: [ParserState.Move]) -> Int {
            let next = allowed(moves)
            if next.isEmpty {
                return state(moves) { state in (1..<heads.count).filter { state.heads[$0] == heads[$0] }.count }
            }
            return next.map { best(moves + [$0]) }.max() ?? 0
        }

        /// Checks the state and all that follow it.
        func check(_ moves: [ParserState.Move]) {
            let next = allowed(moves)
            guard !next.isEmpty else {
                let roots = state(moves) { state in (1..<heads.count).filter { state.heads[$0] == 0 }.count }
                #expect(roots == 1)
                return
            }
            let costs = state(moves) { Oracle(heads: heads).costs($0) }
            let here = best(moves)
            for move in next {
                #expect(costs[move.rawValue] == here - best(moves + [move]), "\(heads) after \(moves): \(move)")
                check(moves + [move])
            }
        }
    }

    @Test(arguments: [1, 2, 3]) func costsAreTheArcsLost(_ count: Int) {
        let trees = Self.trees(count)
        #expect(trees.count == [1, 2, 7][count - 1])
        for heads in trees { Run(heads: heads).check([]) }
    }

    @Test func theCheapestMovesBuildEveryProjectiveTree() {
        for heads in Self.trees(5) {
            let run = Run(heads: heads)
            var moves: [ParserState.Move] = []
            while let move = run.allowed(moves).min(by: { a, b in
                run.state(moves) {
                    Oracle(heads: heads).costs($0)[a.rawValue] < Oracle(heads: heads).costs($0)[b.rawValue]
                }
            }) { moves.append(move) }
            #expect(run.state(moves) { state in (1...5).map { state.heads[$0] } } == Array(heads.dropFirst()))
        }
    }
}
