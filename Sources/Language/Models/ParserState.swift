/// What has been attached to a word so far.
package struct ParserNode {
    /// The outermost children and those next to them, to the left and to the right; 0 where there is none.
    var left: Int32 = 0
    var left2: Int32 = 0
    var right: Int32 = 0
    var right2: Int32 = 0
    var leftCount: UInt8 = 0
    var rightCount: UInt8 = 0
    /// Kinds of children, one bit each (``LabelKinds``).
    var labelSet: UInt8 = 0
}

/// A state of the arc-hybrid system (Kuhlmann, Gómez-Rodríguez and Satta, "Dynamic Programming Algorithms for
/// Transition-Based Dependency Parsers", ACL 2011): a stack, a buffer, and the arcs built so far.
///
/// Words count from 1; 0 is the root at the bottom of the stack. `left` makes the top of the stack a child of the front of
/// the buffer, `right` makes it a child of the word below it, `shift` moves the front of the buffer to the stack. The root
/// takes its child last, when the buffer is empty and one word is left: so there is exactly one.
package struct ParserState: ~Copyable {
    package enum Move: Int, CaseIterable, Sendable {
        case shift = 0
        case left = 1
        case right = 2
    }

    /// Words of the sentence.
    package let count: Int
    package let nodes: UnsafeMutablePointer<ParserNode>
    package let heads: UnsafeMutablePointer<Int32>
    package let labels: UnsafeMutablePointer<UInt8>
    private let stack: UnsafeMutablePointer<Int32>
    private let kinds: UnsafePointer<UInt8>
    private var size: Int
    private var next: Int

    /// A state before the first word. The arrays have room for `count + 1` entries; `kinds` gives each label's bit.
    package init(
        count: Int, nodes: UnsafeMutablePointer<ParserNode>, heads: UnsafeMutablePointer<Int32>,
        labels: UnsafeMutablePointer<UInt8>, stack: UnsafeMutablePointer<Int32>, kinds: UnsafePointer<UInt8>
    ) {
        self.count = count
        self.nodes = nodes
        self.heads = heads
        self.labels = labels
        self.stack = stack
        self.kinds = kinds
        for i in 0...count {
            nodes[i] = ParserNode()
            heads[i] = -1
            labels[i] = 0
        }
        stack[0] = 0
        size = 1
        next = 1
    }

    /// The top of the stack and the words below it, -1 where there is none; the root is 0.
    @inline(__always) package var top: Int { size > 0 ? Int(stack[size &- 1]) : -1 }
    @inline(__always) package var second: Int { size > 1 ? Int(stack[size &- 2]) : -1 }
    @inline(__always) package var third: Int { size > 2 ? Int(stack[size &- 3]) : -1 }
    /// The front of the buffer, -1 where it is empty.
    @inline(__always) package var front: Int { next <= count ? next : -1 }
    @inline(__always) package var depth: Int { size }
    @inline(__always) package var isFinal: Bool { size == 1 && next > count }
    package func inStack(at place: Int) -> Int { Int(stack[place]) }

    @inline(__always)
    package func allows(_ move: Move) -> Bool {
        switch move {
        case .shift: next <= count
        case .left: next <= count && size > 1
        case .right: size > 1 && (size > 2 || next > count)
        }
    }

    /// Makes a move that is allowed; the label is that of the arc.
    @inline(__always)
    package mutating func make(_ move: Move, label: UInt8) {
        switch move {
        case .shift:
            stack[size] = Int32(next)
            size &+= 1
            next &+= 1
        case .left:
            size &-= 1
            let child = stack[size]
            let head = next
            heads[Int(child)] = Int32(head)
            labels[Int(child)] = label
            nodes[head].left2 = nodes[head].left
            nodes[head].left = child
            nodes[head].leftCount &+= 1
            nodes[head].labelSet |= kinds[Int(label)]
        case .right:
            size &-= 1
            let child = stack[size]
            let head = Int(stack[size &- 1])
            heads[Int(child)] = Int32(head)
            labels[Int(child)] = label
            nodes[head].right2 = nodes[head].right
            nodes[head].right = child
            nodes[head].rightCount &+= 1
            nodes[head].labelSet |= kinds[Int(label)]
        }
    }
}

/// Kinds of children that matter to what else a word takes.
enum LabelKinds {
    /// The bit of a label, 0 where it has none.
    static func bit(_ label: String) -> UInt8 {
        switch label.prefix(while: { $0 != ":" }) {
        case "nsubj", "csubj", "expl": 1
        case "obj", "iobj", "ccomp", "xcomp": 2
        case "case": 4
        case "mark": 8
        case "cop", "aux": 16
        case "cc": 32
        case "conj", "punct": 64
        default: 0
        }
    }
}
