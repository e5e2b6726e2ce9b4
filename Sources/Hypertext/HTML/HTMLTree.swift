/// A page as a tree, its nodes in the order of the page: the descendants of a node follow it up to its ``Node/end``.
///
/// Text and attributes are ranges of the page's bytes; character references are resolved when they are asked for.
package struct HTMLTree: Sendable {
    /// An element, or a run of text.
    package struct Node: Sendable {
        package var tag: HTMLTag
        /// Number of its attributes that were kept.
        package var attributeCount: UInt8 = 0
        /// Levels below the root.
        package var depth: UInt16
        /// The element around it; the root is its own.
        package var parent: Int32
        /// The first node after its descendants.
        package var end: Int32
        /// Of text, and of what stands in a script: the bytes. Of other elements, the name.
        package var start: UInt32
        package var stop: UInt32
        var attributes: UInt32
    }

    struct Attribute: Sendable {
        var name: HTMLAttribute
        var start: UInt32
        var stop: UInt32
    }

    /// UTF-8.
    package let bytes: [UInt8]
    /// The first is the root, which has no tag of the page.
    package let nodes: [Node]
    private let attributes: [Attribute]

    /// Whether the page has more nodes than are read.
    package let isCut: Bool

    init(bytes: [UInt8], nodes: [Node], attributes: [Attribute], isCut: Bool = false) {
        self.bytes = bytes
        self.isCut = isCut
        self.nodes = nodes
        self.attributes = attributes
    }

    /// The children of a node, in order.
    package func children(of node: Int) -> Children {
        Children(tree: self, following: node + 1, end: Int(nodes[node].end))
    }

    package struct Children: Sequence, IteratorProtocol {
        let tree: HTMLTree
        var following: Int
        let end: Int

        package mutating func next() -> Int? {
            guard following < end else { return nil }
            defer { following = Int(tree.nodes[following].end) }
            return following
        }
    }

    /// A node and its descendants.
    package func subtree(of node: Int) -> Range<Int> { node..<Int(nodes[node].end) }

    package func parent(of node: Int) -> Int { Int(nodes[node].parent) }

    /// The bytes of an attribute as they stand in the page; `nil` where the element has none.
    package func rawValue(_ name: HTMLAttribute, of node: Int) -> Range<Int>? {
        let element = nodes[node]
        let first = Int(element.attributes)
        for i in first..<(first + Int(element.attributeCount)) where attributes[i].name == name {
            return Int(attributes[i].start)..<Int(attributes[i].stop)
        }
        return nil
    }

    /// An attribute's value with its character references resolved; `nil` where the element has none.
    package func value(_ name: HTMLAttribute, of node: Int) -> String? {
        rawValue(name, of: node).map { range in
            bytes.withUnsafeBufferPointer { HTMLText.resolved(attribute: UnsafeBufferPointer(rebasing: $0[range])) }
        }
    }

    /// Whether an attribute is there.
    package func has(_ name: HTMLAttribute, _ node: Int) -> Bool { rawValue(name, of: node) != nil }

    /// Whether a word is one of those of an attribute, spaces between them; case counts.
    package func has(word: StaticString, in name: HTMLAttribute, of node: Int) -> Bool {
        guard let range = rawValue(name, of: node), range.count >= word.utf8CodeUnitCount else { return false }
        return bytes.withUnsafeBufferPointer { bytes in
            var start = range.lowerBound
            for i in range.lowerBound...range.upperBound where i == range.upperBound || bytes[i] <= 0x20 {
                if i - start == word.utf8CodeUnitCount, bytes[start..<i].elementsEqual(word.bytes) { return true }
                start = i + 1
            }
            return false
        }
    }

    /// What stands in a script or the like, as it is.
    package func rawText(of node: Int) -> ArraySlice<UInt8> { bytes[Int(nodes[node].start)..<Int(nodes[node].stop)] }

    /// The text of an element that is to hold a few words; empty where it holds much else.
    package func shortText(of node: Int) -> String { subtree(of: node).count > 64 ? "" : text(of: node) }

    /// The text of a node and its descendants, white space as the page would be shown: lines by blocks and `<br>`.
    package func text(of node: Int) -> String {
        var text = HTMLText(self)
        text.append(subtree(of: node))
        return text.finish()
    }
}

extension StaticString {
    fileprivate var bytes: UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(start: utf8Start, count: utf8CodeUnitCount)
    }
}
