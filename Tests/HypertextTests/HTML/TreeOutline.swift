@testable import Hypertext

/// Trees as short lines that a test can state, and what holds of every tree.
enum TreeOutline {
    /// A tree without its root: elements by name with their children in brackets, text in quotation marks with its white
    /// space as it stands: `ul[li['a']li[b['c']]]`.
    static func of(_ page: String) -> String { of(HTMLParser.tree(of: Array(page.utf8))) }

    static func of(_ tree: HTMLTree) -> String {
        var out = ""
        var ends: [Int] = []
        for (i, node) in tree.nodes.enumerated().dropFirst() {
            while let end = ends.last, end <= i {
                ends.removeLast()
                out += "]"
            }
            switch node.tag {
            case .text: out += "'" + String(decoding: tree.rawText(of: i), as: UTF8.self) + "'"
            case .other: out += String(decoding: tree.rawText(of: i), as: UTF8.self)
            default: out += "\(node.tag)"
            }
            if Int(node.end) > i + 1 {
                out += "["
                ends.append(Int(node.end))
            }
        }
        return out + String(repeating: "]", count: ends.count)
    }

    /// What is wrong with a tree; empty where it keeps all promises of ``HTMLTree`` and ``HTMLParser``.
    static func faults(_ tree: HTMLTree) -> [String] {
        guard let root = tree.nodes.first else { return ["no root"] }
        var faults: [String] = []
        if root.tag != .other || root.parent != 0 || root.depth != 0 || Int(root.end) != tree.nodes.count {
            faults.append("the root is \(root)")
        }
        var textEnd: UInt32 = 0
        for (i, node) in tree.nodes.enumerated().dropFirst() {
            guard node.parent >= 0, node.parent < i else {
                faults.append("\(i): parent \(node.parent) does not come before")
                continue
            }
            let parent = tree.nodes[Int(node.parent)]
            if node.end <= i || node.end > parent.end { faults.append("\(i): end \(node.end) not in its parent's") }
            if node.depth != parent.depth + 1 { faults.append("\(i): depth \(node.depth) in \(parent.depth)") }
            if node.depth > HTMLParser.deepest { faults.append("\(i): depth \(node.depth)") }
            if parent.tag == .text || parent.tag.traits.contains(.void) || parent.tag.traits.contains(.raw) {
                faults.append("\(i): in a \(parent.tag)")
            }
            if node.start > node.stop || Int(node.stop) > tree.bytes.count { faults.append("\(i): bytes") }
            guard node.tag == .text else { continue }
            if node.start < textEnd { faults.append("\(i): text out of order") }
            if node.start == node.stop || node.end != i + 1 || node.attributeCount != 0 {
                faults.append("\(i): text \(node)")
            }
            textEnd = node.stop
        }
        // what the nodes say, the walk over children finds: each node once, in order
        var open = [0]
        var visited = 0
        while let node = open.popLast() {
            if node != visited { faults.append("\(node) visited as \(visited)") }
            visited += 1
            open.append(contentsOf: tree.children(of: node).reversed())
            if faults.count > 8 { break }
        }
        return faults
    }

    /// The first node of a tag.
    static func first(_ tag: HTMLTag, _ tree: HTMLTree) -> Int? { tree.nodes.firstIndex { $0.tag == tag } }
}
